"""JSON Feed and the API, held to their schemas."""

import json

import jsonschema
import pytest

from sitegen.feed import item_uri, plan_feeds, plan_outputs, write
from sitegen.feed.schemas import NAMES, schema
from tests.feed.hostile import hostile_articles, hostile_bodies
from tests.feed.sites import bodies_of, make_article, make_edition, pictures_of

TEXT = {"type": "string"}
URL = {"type": "string", "format": "uri"}
TIME = {"type": "string", "format": "date-time"}
AUTHORS = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "properties": {"name": TEXT, "url": URL},
        "additionalProperties": False,
        "minProperties": 1,
    },
}
ATTACHMENT = {
    "type": "object",
    "required": ["url", "mime_type"],
    "properties": {"url": URL, "mime_type": TEXT, "title": TEXT, "size_in_bytes": {"type": "number"}},
    "additionalProperties": False,
}
# From the text of https://www.jsonfeed.org/version/1.1/; names that begin with _ are extensions.
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": URL,
        "feed_url": URL,
        "description": TEXT,
        "language": TEXT,
        "authors": AUTHORS,
        "hubs": {"type": "array", "items": {"type": "object", "required": ["type", "url"]}},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id"],
                "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
                "properties": {
                    "id": TEXT,
                    "url": URL,
                    "external_url": URL,
                    "title": TEXT,
                    "content_html": TEXT,
                    "content_text": TEXT,
                    "summary": TEXT,
                    "image": URL,
                    "date_published": TIME,
                    "date_modified": TIME,
                    "authors": AUTHORS,
                    "tags": {"type": "array", "items": TEXT},
                    "language": TEXT,
                    "attachments": {"type": "array", "items": ATTACHMENT},
                },
                "patternProperties": {"^_": {"type": "object"}},
                "additionalProperties": False,
            },
        },
    },
    "patternProperties": {"^_": {"type": "object"}},
    "additionalProperties": False,
}


@pytest.fixture(scope="module")
def hostile():
    articles = hostile_articles(120)
    return make_edition(articles, pictures=pictures_of(12, "image/jpeg")), hostile_bodies(articles)


def validate(data, rules):
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(rules, format_checker=checker).validate(json.loads(data))


def test_json_feeds_hold_to_version_1_1(hostile):
    edition, bodies = hostile
    plans = [plan for plan in plan_feeds(edition) if plan.kind == "json"]
    for plan in plans:
        validate(write(plan, edition, bodies).data, JSON_FEED)


def test_api_holds_to_its_own_schemas(hostile):
    edition, bodies = hostile
    kinds = set()
    for plan in plan_outputs(edition):
        if not plan.kind.startswith("api-") or plan.kind == "api-schema":
            continue
        name = plan.kind.removeprefix("api-")
        kinds.add(name)
        validate(
            write(plan, edition, bodies).data, schema(name, "https://revue.example.org/api/schema/x.json")
        )
    assert kinds == set(NAMES)


def test_schemas_are_schemas_and_published_where_they_say(edition):
    for plan in plan_outputs(edition):
        if plan.kind == "api-schema":
            value = json.loads(write(plan, edition, {}).data)
            jsonschema.Draft202012Validator.check_schema(value)
            assert value["$id"] == f"https://revue.example.org/{plan.path}"


def test_every_address_of_the_index_leads_to_a_file(edition):
    plans = (*plan_feeds(edition), *plan_outputs(edition))
    files = {f"https://revue.example.org/{plan.path}" for plan in plans}
    index = json.loads(write(next(p for p in plans if p.kind == "api-index"), edition, {}).data)
    endpoints = dict(index["endpoints"])
    template = endpoints.pop("article")
    assert template.replace("{id}", edition.site.articles[0].id) in files
    for group in (endpoints, index["feeds"], index["schemas"]):
        assert set(group.values()) <= files


def test_pages_lead_from_the_newest_to_the_oldest_article():
    articles = tuple(make_article(number) for number in range(350, 0, -1))
    edition = make_edition(articles)
    plans = {f"https://revue.example.org/{plan.path}": plan for plan in plan_outputs(edition)}
    address, seen, newer = "https://revue.example.org/api/articles.json", [], None
    while address:
        page = json.loads(write(plans[address], edition, {}).data)
        assert page["newer_url"] == newer
        seen += [row["id"] for row in page["articles"]]
        newer, address = address, page["older_url"]
    assert seen == [article.id for article in articles]


def test_old_pages_stay_when_an_article_is_added():
    articles = tuple(make_article(number) for number in range(350, 0, -1))

    def page(edition):
        plan = next(plan for plan in plan_outputs(edition) if plan.path == "api/articles/page-1.json")
        return plan.signature, write(plan, edition, {}).data

    assert page(make_edition(articles[1:])) == page(make_edition(articles))


def test_article_tells_its_text_and_where_it_is_from():
    article = make_article(3, inferred=("title",), aliases=("/articles/ancien/",))
    edition = make_edition((article,))
    plan = next(plan for plan in plan_outputs(edition) if plan.kind == "api-article")
    value = json.loads(write(plan, edition, bodies_of((article,))).data)
    assert value["uri"] == item_uri(article.id)
    assert value["source"] == {"name": "Agence d’exemple", "url": "https://agence.example.org/"}
    assert value["link"] == "https://agence.example.org/3"
    assert value["inferred"] == ["title"]
    assert value["former_urls"] == ["https://revue.example.org/articles/ancien/"]
    assert 'href="https://revue.example.org/pays/armenie/"' in value["content_html"]
    assert value["content_markdown"].startswith("Texte de *titre-3*")
    assert [term["name"] for term in value["terms"]] == ["Arménie", "Sport"]


def test_excerpt_keeps_its_text_to_itself():
    article = make_article(3, publish="excerpt")
    edition = make_edition((article,))
    plan = next(plan for plan in plan_outputs(edition) if plan.kind == "api-article")
    value = json.loads(write(plan, edition, bodies_of((article,))).data)
    assert value["content_html"] is value["content_markdown"] is None


def test_empty_shelves_are_listed(edition):
    plan = next(plan for plan in plan_outputs(make_edition(())) if plan.kind == "api-countries")
    value = json.loads(write(plan, make_edition(()), {}).data)
    assert [(row["id"], row["articles"], row["newest"]) for row in value["countries"]] == [
        ("AM", 0, None),
        ("FR", 0, None),
    ]
