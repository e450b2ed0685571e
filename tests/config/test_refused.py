"""Names and addresses in an editor's tables that no page could hold: each named with its line."""

import json

import pytest

from sitegen import config as configuration


def country(ident: str = "ZZ", name: str = "Valdonie", slug: str = "valdonie", kind: str = "country") -> str:
    members = 'members = ["AM"]\n' if kind == "group" else ""
    words = json.dumps(name, ensure_ascii=False)
    return f'[[{kind}]]\nid = {json.dumps(ident)}\nfr = {words}\nen = {words}\nslug = "{slug}"\n{members}'


def theme(ident: str = "zz", name: str = "Sujet", slug: str = "sujet") -> str:
    words = f"{{ fr = {json.dumps(name)}, en = {json.dumps(name)} }}"
    return f'[[theme]]\nid = "{ident}"\nslug = "{slug}"\nnames = {words}\nmedtop = "11000000"\n'


NAMES = ("", " ", "\u200b", "\u202e", "a\nb", "a\x1bb", "a\0b", "Erevan\u202ex", "N" * 10_000)
SLUGS = ("", "../x", "a/b", "a\\\\b", "A", "é", "a" * 100, ".", "a\\n", "%2e")
REFUSED = [
    *(("countries", country(name=name)) for name in NAMES),
    *(("countries", country(slug=slug)) for slug in SLUGS),
    *(("countries", country("AM") + country("g", name, "g", "group")) for name in NAMES),
    *(("countries", country("AM") + country("g", "Groupe", slug, "group")) for slug in SLUGS),
    ("countries", country() + country()),
    ("countries", country() + country("ZY")),
    *(("themes", theme(name=name)) for name in NAMES),
    *(("themes", theme(slug=slug)) for slug in SLUGS),
    ("themes", theme() + theme(slug="autre")),
    ("themes", theme() + theme("zy")),
    *(("sources/x", f"name = {json.dumps(name)}\n") for name in NAMES),
    *(
        ("sources/x", f"name = 'x'\nurl = {json.dumps(url)}\n")
        for url in ("javascript:x", "https://x\n", 'https://a.org/"onload="x', "https://a.org/<", "//a.org")
    ),
    *(("feeds/x", f"name = {json.dumps(name)}\ncountries = ['AM']\n") for name in NAMES),
    *((f"feeds/{slug}", "name = 'x'\ncountries = ['AM']\n") for slug in SLUGS if "/" not in slug),
    *(("site", f"title = {json.dumps(name)}\n") for name in NAMES[1:]),
]


@pytest.mark.parametrize(("name", "text"), REFUSED)
def test_what_no_page_can_hold_is_named_with_its_line(name: str, text: str) -> None:
    path = f"content/{name}.toml"
    notes = [note for note in configuration.load({path: text}).notes if note.level == "error"]
    mine = [note for note in notes if note.where.path == path]
    assert mine
    assert all(note.hint and 1 <= note.line() <= text.count("\n") for note in mine)
    assert all(len(str(note.message)) < 400 for note in mine)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("countries", country("AM", "L’Arménie – (République d’) & Cie") + country("g", "😀", "g", "group")),
        ("themes", theme(name="<script>“Économie”\u00a0!")),
        ("sources/x", "name = 'العربية\u200f'\nurl = 'https://example.org/a?b=c&d=%20#é'\n"),
        ("feeds/x", "name = 'X'\ncountries = ['AM']\n"),
        ("site", "title = 'Le Relevé d’essai'\npublisher = ''\n"),
    ],
)
def test_odd_names_are_kept(name: str, text: str) -> None:
    notes = configuration.load({f"content/{name}.toml": text}).notes
    assert not [note for note in notes if note.level == "error"]
