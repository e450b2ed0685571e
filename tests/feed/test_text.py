"""Escaping, addresses and dates: the small judgements behind every format."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from sitegen.feed import feed_links, plan_feeds, write
from sitegen.feed.address import absolute, absolute_html, uri
from sitegen.feed.dates import distinct, rfc822, rfc3339
from sitegen.feed.escape import escaped, legal, one_line, plain, quoted
from sitegen.feed.item import item_uri
from tests.feed.sites import CONFIG, bodies_of, make_article, make_edition

ANY = st.text(st.characters(exclude_categories=()), max_size=60)
PAGE = "https://revue.example.org/articles/2025/01/a/"


@given(ANY)
def test_whatever_the_text_the_xml_is_whole(text):
    shown = legal(text)
    root = etree.fromstring(f'<a b="{quoted(shown)}">{escaped(shown)}<c>{plain(shown)}</c></a>'.encode())
    assert (root.text or "") == shown
    assert root.get("b") == shown
    assert (root[0].text or "").replace("\u2060", "") == shown.replace("\u2060", "")


@given(ANY)
def test_cleaning_twice_is_cleaning_once(text):
    assert one_line(one_line(text)) == one_line(text)


@given(st.text("abcé «»’\u00a0\n", max_size=60))
def test_ordinary_text_is_left_alone(text):
    assert legal(text) == text


@pytest.mark.parametrize(
    "sign", ["\x00", "\x0b", "\r", "\x7f", "\x85", "\ud800", "\ufdd0", "\ufffe", "\U0001ffff"]
)
def test_illegal_characters_go(sign):
    assert legal(f"a{sign}b") == "ab"


@pytest.mark.parametrize("sign", ["é", "’", "\u00a0", "\u202f", "🇦🇲", "ع", "￼", "\u200d", "\U0001f3ff"])
def test_letters_signs_and_joiners_stay(sign):
    assert legal(f"a{sign}b") == f"a{sign}b"


def test_wrongly_read_utf8_is_read_again_only_where_all_of_it_was():
    assert legal("TÃ©lÃ©phone") == "Téléphone"
    assert legal("L’Ã©tat de l’été") == "L’Ã©tat de l’été"


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ("https://a.example.org", "https://a.example.org/"),
        ("https://a.example.org?x=1", "https://a.example.org/?x=1"),
        ("https://A.Example.org/Chemin", "https://a.example.org/Chemin"),
        ("http://a.example.org:8080/é à", "http://a.example.org:8080/%C3%A9%20%C3%A0"),
        ("https://a.example.org/100%/x%20y", "https://a.example.org/100%25/x%20y"),
        ("https://éxample.org/", "https://xn--xample-9ua.org/"),
        ("https://a.example.org/a#é", "https://a.example.org/a#%C3%A9"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("/chemin", ""),
        ("https://", ""),
        ("https://[::1", ""),
        ("", ""),
    ],
)
def test_addresses_are_legal_or_nothing(given_, expected):
    assert uri(given_) == expected


@given(ANY)
def test_no_address_is_relative_or_has_illegal_signs(text):
    found = uri("https://a.example.org/" + text)
    assert found.isascii()
    assert not set(found) & set(' <>"{}|\\^`\n')


def test_prefix_is_added_where_it_is_missing():
    below = replace(CONFIG, base_url="https://h.example.org/revue")
    assert absolute("/pays/", below) == "https://h.example.org/revue/pays/"
    assert absolute("/revue/pays/", below) == "https://h.example.org/revue/pays/"
    assert absolute("/pays/", CONFIG) == "https://revue.example.org/pays/"


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ('<a href="/a?x=1&amp;y=2">', '<a href="https://revue.example.org/a?x=1&amp;y=2">'),
        ('<a class="x" href="#n">', f'<a class="x" href="{PAGE}#n">'),
        ('<img src="photo.jpg" alt="a > b">', f'<img src="{PAGE}photo.jpg" alt="a > b">'),
        (
            '<img srcset="/a.jpg 1x, /b.jpg 2x">',
            '<img srcset="https://revue.example.org/a.jpg 1x, https://revue.example.org/b.jpg 2x">',
        ),
        ('<a href="//cdn.example.org/a">', '<a href="https://cdn.example.org/a">'),
        ('<a href="mailto:a@example.org">', '<a href="mailto:a@example.org">'),
        (
            '<p>dire href="/x" ici</p><a href="/y">',
            '<p>dire href="/x" ici</p><a href="https://revue.example.org/y">',
        ),
        ("<p>rien</p>", "<p>rien</p>"),
    ],
)
def test_fragments_have_whole_addresses(fragment, expected):
    assert absolute_html(fragment, PAGE, CONFIG) == expected


@given(
    st.datetimes(timezones=st.sampled_from([ZoneInfo("Europe/Paris"), ZoneInfo("Asia/Kathmandu"), dt.UTC]))
)
def test_dates_of_any_year_are_legal_and_the_same_moment(when):
    stamp = rfc3339(when)
    assert len(stamp) == 25
    parsed = dt.datetime.fromisoformat(stamp)
    if 1 < when.year < 9999:
        assert abs(parsed - when) < dt.timedelta(seconds=1)
    assert rfc822(when)[-5:-2].lstrip("+-").isdigit()


def test_fraction_is_the_items_own_and_below_what_is_known():
    day = dt.datetime(2025, 1, 15, tzinfo=ZoneInfo("Europe/Paris"))
    first, second = distinct(day, "00000000000000ff"), distinct(day, "00000000000001ff")
    assert first == "2025-01-15T00:00:00.000000255+01:00"
    assert second != first


@given(st.integers(0, 2**64 - 1), st.integers(0, 2**64 - 1))
def test_item_uris_are_uuids_of_version_8_and_tell_ids_apart(one, other):
    import uuid  # noqa: PLC0415

    first = item_uri(f"{one:016x}")
    parsed = uuid.UUID(first.removeprefix("urn:uuid:"))
    assert (parsed.version, parsed.variant) == (8, uuid.RFC_4122)
    assert (first == item_uri(f"{other:016x}")) == (one == other)


def test_titles_and_summaries_have_the_apostrophes_of_the_text():
    """In all formats, as the article's page has them; a text in English keeps its own."""
    french = make_article(1, title="L'été du port", summary="Le port s'ouvre : enfin !", link="")
    english = make_article(2, title="The port's summer", summary="It's open", language="en", link="")
    edition = make_edition((french, english))
    files = {plan.path: write(plan, edition, bodies_of((french, english))) for plan in plan_feeds(edition)}
    for path in ("feed.xml", "atom.xml", "feed.json"):
        text = files[path].data.decode()
        assert "L’été du port" in text, path
        assert "Le port s’ouvre\u00a0: enfin\u202f!" in text, path
        assert "The port's summer" in text, path


def test_a_shelf_s_name_in_a_reader_s_list_is_set_like_its_page():
    edition = make_edition((make_article(1),), config=replace(CONFIG, title="L'Essai"))
    titles = [link.title for link in feed_links(edition)]
    assert titles[0] == "L’Essai"
