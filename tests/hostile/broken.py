"""Files that break programs, each with what must come of it: a code, or "" where the build must be right."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass

LIMIT = 499_000  # just under what a file may have
LINES = 9_900
TEXT = "Le gouvernement arménien a présenté mardi son projet de budget aux députés réunis à Erevan."

# One file of each kind that editors may have beside the articles, without its ending.
SETTINGS = (
    "site", "countries", "themes", "noise/fr", "sources/x", "overrides/a", "feeds/x", "ui/fr", "languages/fr",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Broken:
    """A file's bytes, the diagnostic it must get ("" for none), and whether it can be published."""

    name: str
    data: bytes
    code: str = ""
    published: bool = True
    line: int = 0


def text(name: str, content: str, code: str = "", *, published: bool = True, line: int = 0) -> Broken:
    return Broken(name, content.encode("utf-8", "surrogatepass"), code, published, line)


def meta(
    name: str, head: str, code: str = "", *, published: bool = True, line: int = 0, lines: str = ""
) -> Broken:
    return text(name, f"---\n{head}\n---\n\n{TEXT}\n{lines}", code, published=published, line=line)


def refused(name: str, head: str, code: str = "frontmatter-broken", line: int = 0) -> Broken:
    return meta(name, head, code, published=False, line=line)


BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)

SMALL: tuple[Broken, ...] = (
    # front matter that cannot be read
    refused("tab-indent", "title: Un titre\n\tdate: 2025-01-01", line=3),
    refused("colon", "title: Un titre: et sa suite", line=2),
    refused("bracket", "tags: [a, b", line=2),
    refused("quote", 'title: "Un titre', line=2),
    refused("unknown-anchor", "title: *nulle", line=2),
    refused("percent", "title: %x", line=2),
    refused("at-sign", "title: @x", line=2),
    refused("nested", "a: " + "[" * 3000 + "]" * 3000),
    refused("nested-maps", "a: " + "{a: " * 60 + "b" + "}" * 60),
    refused(
        "alias-bomb-of-maps",
        "a: &a {x: 1, y: 2, z: 3}\n"
        + "".join(
            f"b{n}: &b{n} {{x: *{'a' if not n else f'b{n - 1}'}, y: *{'a' if not n else f'b{n - 1}'}}}\n"
            for n in range(30)
        ),
    ),
    refused("thousands-of-values", "tags: [" + ", ".join(["x"] * 9000) + "]"),
    refused("long", "title: " + "x" * 70_000),
    refused("self-alias", "a: &a {b: *a}"),
    text(
        "unclosed",
        f"---\ntitle: Un titre\ndate: 2025-01-01\n\n{TEXT}\n",
        "frontmatter-unclosed",
        published=False,
        line=1,
    ),
    text(
        "toml-broken", f"+++\ntitle = Un titre\n+++\n{TEXT}\n", "frontmatter-broken", published=False, line=2
    ),
    text(
        "toml-deep",
        f"+++\na = {'[' * 5000}{']' * 5000}\n+++\n{TEXT}\n",
        "frontmatter-broken",
        published=False,
    ),
    text("toml-keys", "+++\n" + "".join(f"k{n} = 1\n" for n in range(4_000)) + f"+++\n{TEXT}\n"),
    text(
        "toml-dotted",
        f"+++\n{'.'.join(['a'] * 20_000)} = 1\n+++\n{TEXT}\n",
        "frontmatter-broken",
        published=False,
    ),
    text(
        "toml-twice",
        f"+++\ntitle = 'a'\ntitle = 'b'\n+++\n{TEXT}\n",
        "frontmatter-broken",
        published=False,
        line=3,
    ),
    text("json-broken", f'{{\n"title": "Un titre",\n}}\n{TEXT}\n', "frontmatter-broken", published=False),
    text(
        "json-deep",
        "{\n" + '"a": ' + "[" * 20_000 + "]" * 20_000 + "\n}\n" + TEXT,
        "frontmatter-broken",
        published=False,
    ),
    text("json-surrogate", '{\n"title": "Un \\ud83d titre",\n"date": "2025-01-02"\n}\n' + TEXT),
    text("json-nan", '{\n"title": "Un titre", "date": NaN, "slug": 1e999\n}\n' + TEXT),
    text(
        "json-digits",
        '{\n"title": "Un titre", "weight": ' + "9" * 6000 + "\n}\n" + TEXT,
        "frontmatter-broken",
        published=False,
    ),
    text(
        "toml-digits",
        f"+++\ntitle = 'Un titre'\nweight = {'9' * 6000}\n+++\n{TEXT}",
        "frontmatter-broken",
        published=False,
    ),
    # front matter outside its fences: what it asks for must not be lost
    *(
        text(name, f"{above}{TEXT}\n", "frontmatter-unfenced", published=False, line=line)
        for name, above, line in (
            ("not-opened", "title: Un titre\ndraft: true\n---\n\n", 2),
            ("not-fenced", "Titre : Un titre\nDate : 17 novembre 2026\nPays : Sénégal\n\n", 1),
            ("after-an-empty-one", "---\n---\ntitle: Un titre\ndraft: true\n---\n\n", 4),
            ("in-a-code-fence", "```yaml\ntitle: Un titre\ndraft: true\n```\n\n", 3),
            ("in-a-comment", "<!--\ndraft: true\n-->\n\n", 2),
            ("as-a-list", "---\n- title: Un titre\n- brouillon: oui\n---\n\n", 3),
            ("on-one-line", '{"title": "Un titre", "draft": true}\n\n', 1),
            ("with-equals", "---\ntitle = Un titre\ndraft = true\n---\n\n", 3),
            ("in-bold", "**Titre :** Un titre\n\n**Brouillon :** oui\n\n", 3),
            ("between-rules", "***\ntitle: Un titre\npublish: excerpt\n***\n\n", 3),
        )
    ),
    *(
        text(name, f"{head}\n{TEXT}\n", "frontmatter-mended")
        for name, head in (
            ("blank-before", "\n---\ntitle: Après une ligne vide\n---\n"),
            ("spaces-before", " \t\n  ---\n  title: Après des espaces\n  ---\n"),
            ("mark-and-blank", "\ufeff\n---\ntitle: Après une marque\n---\n"),
            ("blank-before-toml", "\n\n+++\ntitle = 'Après deux lignes vides'\n+++\n"),
            ("blank-before-json", '\n{\n"title": "Avant une accolade"\n}\n'),
            ("one-dash", "—\ntitle: Sous un tiret\n—\n"),
            ("short-dashes", "–-\ntitle: Sous deux tirets\n–––\n"),
            ("escaped-dashes", "\\---\ntitle: Sous une barre\n\\---\n"),
            ("half-dashes", "---\ntitle: Sous un tiret et demi\n—\n"),
            ("no-break-colon", "---\ntitre\u00a0: Deux-points\nauteur\u00a0:\u00a0Desk\n---\n"),
            ("bare-colon", "---\ntitre:Sans espace\nauteur:Desk\n---\n"),
        )
    ),
    # front matter that is odd but can be read
    meta("alias-bomb", BOMB),
    meta("alias-bomb-short", "a: &a [x, x]\nb: [*a, *a]\ntitle: Un titre"),
    meta("twice", "title: Un titre\ntitle: Un autre", "frontmatter-duplicate", line=3),
    meta(
        "wrong-types",
        "title: [a, b]\ndate: {a: 1}\nauthors: {a: {b: c}}\ntags: 12\nslug: [x]\naliases: 3\nimage: [1]\nsummary: {x: y}\nlink: [z]\nlanguage: [1]\ncountries: {a: b}\nthemes: 3\ndraft: [no]\npublish: {}\n",
    ),
    meta(
        "empty-lists",
        "title: []\ndate: []\nauthors: []\ntags: []\nslug: []\naliases: []\nimage: []\nsummary: []\nlink: []\nlanguage: []\ncountries: []\nthemes: []\ndraft: []\npublish: []\nsource: []\nsource_url: []\nlastmod: []\nkeep: []\ndrop: []\nnoindex: []",
    ),
    meta(
        "empty-strings",
        "title: ''\ndate: ''\nauthors: ''\ntags: ''\nslug: ''\naliases: ''\nimage: ''\nsummary: ''\nlink: ''\nlanguage: ''\ncountries: ''\nthemes: ''\ndraft: ''\npublish: ''\nsource: ''\nlastmod: ''\nkeep: ''\ndrop: ''",
    ),
    meta(
        "nested-lists",
        "title: [[a], {b: c}]\ndate: [[2025-01-01]]\nauthors: [[x]]\ntags: [[x], {y: [z]}]\nimage: [[x]]\nlink: [{a: b}]\ncountries: [[AM]]\nthemes: [{a: [b]}]\nsource: [[x]]",
    ),
    meta("list-of-odd-maps", "authors: [{? [a] : b, ? {c: d} : e}]\ntags: [{? [a] : b}]"),
    meta(
        "null-values",
        "title: ~\ndate: null\nauthors: ~\ntags: ~\nslug: ~\naliases: ~\nimage: ~\nsummary: ~\nlink: ~\nlanguage: ~\ncountries: ~\nthemes: ~\ndraft: ~\n",
    ),
    meta("tagged", "title: !!python/object/apply:os.system ['true']\ndate: !!timestamp 2025-01-02"),
    meta("binary", "title: !!binary R0lGODlhDAAMAIQAAP==\nset: !!set {a, b}"),
    meta("merge", "base: &b {title: Un titre}\n<<: *b"),
    meta("complex-key", "? [a, b]\n: x\n? {c: d}\n: y\ntitle: Un titre"),
    meta("empty-front-matter", ""),
    meta("comment-only", "# rien"),
    meta("scalar-only", "juste une phrase"),
    meta("list-only", "- a\n- b"),
    refused("two-documents", "title: Un titre\n...\ntitle: Un autre", line=4),
    meta("date-13th-month", "title: Un titre\ndate: 2025-13-45", "date-invalid", line=3),
    meta("date-year-0", "title: Un titre\ndate: 0000-00-00", "date-invalid"),
    meta("date-year-99999", "title: Un titre\ndate: 99999-01-01", "date-invalid"),
    meta("date-year-1", "title: Un titre\ndate: 0001-01-01T00:00:00+14:00"),
    meta("date-year-9999", "title: Un titre\ndate: 9999-12-31T23:59:59-14:00"),
    meta("date-epoch", "title: Un titre\ndate: 1736899200"),
    meta("date-negative", "title: Un titre\ndate: -1"),
    meta("date-huge", "title: Un titre\ndate: " + "9" * 5_000),
    meta("date-nul", 'title: Un titre\ndate: "2025-01-01\\0"'),
    meta("date-no-zone", "title: Un titre\ndate: 2025-03-30T02:30:00"),
    meta("date-odd-zone", "title: Un titre\ndate: 2025-01-01T00:00:00+99:99"),
    meta("date-leap-second", "title: Un titre\ndate: 2016-12-31T23:59:60Z"),
    meta("date-feb-30", "title: Un titre\ndate: 2025-02-30", "date-invalid"),
    meta("date-arabic-digits", "title: Un titre\ndate: ٢٠٢٥-٠١-٠٢"),
    meta("date-superscript", "title: Un titre\ndate: ²⁰²⁵-01-02"),
    meta("lastmod-huge", "title: Un titre\ndate: 2025-01-01\nlastmod: 10000-01-01"),
    meta("slug-climbs", "title: Un titre qui monte\nslug: ../../../../etc/passwd"),
    meta("slug-encoded", "title: Un titre codé\nslug: '%2e%2e%2f%2e%2e%2fetc'"),
    meta("slug-backslash", "title: Un titre de travers\nslug: '..\\..\\windows'"),
    meta("slug-dots", "title: Un titre à points\nslug: '..'"),
    meta("slug-nul", 'title: Un titre nul\nslug: "a\\0b"'),
    meta("slug-long", "title: Un titre long\nslug: " + "a" * 4000),
    meta("slug-con", "title: Un titre réservé\nslug: con"),
    meta("slug-index", "title: Un titre indexé\nslug: index.html"),
    meta("slug-emoji", "title: 🇦🇲🇺🇸"),
    meta(
        "aliases-climb",
        "title: Un titre qui dérive\naliases: [../../x, /../y/, //evil.example.com/, 'https://evil.example.com/a', /index.html, /, '/a/%2e%2e/%2e%2e/b/', '/a/..', '\\\\a', '/feed.xml', '/pays/', '/assets/x', '/con/', '/aux.txt', '/.git/', '/a/./b', /sw.js]",
    ),
    meta("title-long", "title: " + "mot " * 10_000),
    meta("title-blank", "title: '\u00a0\u200b\u2060'"),
    meta("tags-many", "title: Un titre\ntags: [" + ", ".join(f"t{n}" for n in range(1500)) + "]"),
    meta("authors-many", "title: Un titre\nauthors: [" + ", ".join(f"Bureau {n}" for n in range(1500)) + "]"),
    meta("language-odd", "title: Un titre\nlanguage: ../../x"),
    meta("keys-odd", "title: Un titre\n__proto__: x\nconstructor: y\n'': z\n'a b': c\n😀: d\ndate.x: e"),
    # bytes
    Broken("bom", b"\xef\xbb\xbf---\ntitle: Avec marque\ndate: 2025-01-02\n---\n" + TEXT.encode()),
    Broken("two-boms", b"\xef\xbb\xbf\xef\xbb\xbf---\ntitle: Avec deux marques\n---\n" + TEXT.encode()),
    Broken("crlf", f"---\ntitle: Retours\ndate: 2025-01-02\n---\n\n{TEXT}\n".replace("\n", "\r\n").encode()),
    Broken(
        "cr", f"---\ntitle: Retours simples\ndate: 2025-01-02\n---\n\n{TEXT}\n".replace("\n", "\r").encode()
    ),
    Broken("latin-1", f"---\ntitle: Arménie\n---\n\n{TEXT}\n".encode("latin-1"), "encoding-guessed"),
    Broken("utf-16", f"---\ntitle: Seize\n---\n\n{TEXT}\n".encode("utf-16")),
    Broken("utf-16-be", b"\xfe\xff" + f"---\ntitle: Seize bis\n---\n\n{TEXT}\n".encode("utf-16-be")),
    Broken(
        "utf-16-odd", b"\xff\xfe" + f"---\ntitle: Seize ter\n---\n\n{TEXT}\n".encode("utf-16-le") + b"\x00"
    ),
    Broken(
        "utf-16-without-mark",
        f"---\ntitle: Seize nu\n---\n\n{TEXT}\n".encode("utf-16-le"),
        "encoding-guessed",
    ),
    Broken(
        "utf-32-without-mark",
        f"---\ntitle: Trente-deux nu\n---\n\n{TEXT}\n".encode("utf-32-be"),
        "encoding-guessed",
    ),
    Broken("utf-32", f"---\ntitle: Trente-deux\n---\n\n{TEXT}\n".encode("utf-32")),
    Broken(
        "surrogates",
        f"---\ntitle: Demi \ud83d paire\n---\n\n{TEXT} \udc00\n".encode("utf-8", "surrogatepass"),
        "encoding-guessed",
    ),
    Broken("nul", f"---\ntitle: N\0ul\n---\n\n{TEXT}\0\n".encode(), "control-characters"),
    Broken("nul-only", b"\0" * 100_000, "file-binary", published=False),
    Broken(
        "controls",
        f"---\ntitle: Com\x1bmande\n---\n\n{TEXT}\x08\x0b\x0c\x7f\ufffe\uffff\n".encode(),
        "control-characters",
    ),
    Broken("c1", f"---\ntitle: C1 \u009b\u0085\n---\n\n{TEXT}\u0080\u009f\n".encode()),
    Broken("noncharacters", f"---\ntitle: Non \ufdd0\U0001fffe\n---\n\n{TEXT}\U0010ffff\n".encode()),
    Broken(
        "zero-width", f"---\ntitle: In\u200bvi\u200csi\u200dble\u2060\ufeff\n---\n\n{TEXT}\u200b\n".encode()
    ),
    Broken("bidi", f"---\ntitle: Re\u202etour\u2066né\u2069\n---\n\n{TEXT}\u202e\u202d\u2067\n".encode()),
    Broken(
        "combining",
        ("---\ntitle: Z" + "\u0301" * 5000 + "algo\n---\n\n" + TEXT + "\u0316" * 5000 + "\n").encode(),
    ),
    Broken(
        "separators",
        f"---\ntitle: Lignes\u2028et\u2029autres\n---\n\n{TEXT}\u2028{TEXT}\n".encode(),
        "frontmatter-broken",
        published=False,
    ),
    Broken(
        "random", bytes((n * 7919 + n // 251) % 256 for n in range(50_000)), "file-binary", published=False
    ),
    Broken("packed", gzip.compress(TEXT.encode() * 99, mtime=0), "file-binary", published=False),
    Broken(
        "png",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06" + bytes(range(256)) * 20,
        "file-binary",
        published=False,
    ),
    Broken("overlong", b"---\ntitle: \xc0\xaf\xe0\x80\xaf\n---\n" + TEXT.encode(), "encoding-guessed"),
    # emptiness
    Broken("empty", b"", "nothing-left", published=False),
    Broken("newline", b"\n", "nothing-left", published=False),
    Broken("blank", b" \t\r\n\xc2\xa0\n", "nothing-left", published=False),
    Broken("only-bom", b"\xef\xbb\xbf", "nothing-left", published=False),
    Broken("only-front-matter", b"---\ntitle: Un titre seul\n---\n", "nothing-left", published=False),
    Broken("only-fences", b"---\n---\n", "nothing-left", published=False),
    Broken("only-opening", b"---\n", "nothing-left", published=False),
    Broken("only-comment", b"<!-- rien -->\n", "nothing-left", published=False),
    Broken("only-rule", b"***\n", "nothing-left", published=False),
    # Markdown
    text("unclosed-comment", f"<!-- jamais fermé\n\n{TEXT}\n\n{TEXT}\n"),
    text("unclosed-fence", f"{TEXT}\n\n```python\n{TEXT}\n\n{TEXT}\n"),
    text("unclosed-tag", f"{TEXT} <div <span <!-- <![CDATA[ <?php\n\n{TEXT}\n"),
    text("reference-loop", f"[a]: <b>\n[b]: <a>\n\n[a][b] {TEXT}\n"),
    text(
        "template",
        f"{TEXT} {{{{ 7*7 }}}} {{% include '/etc/passwd' %}} {{# x #}} ${{7*7}} <%= 7*7 %> {{{{ config.__class__ }}}}\n",
    ),
)


def _many(piece: str, size: int = LIMIT) -> str:
    """As much of a piece as a file may have, in bytes and in lines."""
    return piece * min(size // len(piece.encode()), LINES // max(1, piece.count("\n")))


def _list(key: str, count: int, item: str = "mot {}") -> str:
    return f"title: Un titre\n{key}: [{', '.join(map(item.format, range(1, count)))}]"


def _unlike(count: int) -> str:
    return "".join(f"une ligne {n} que rien ne désigne\n" for n in range(count))


def huge() -> Iterator[Broken]:
    """Files at the largest size permitted, of the shapes that are known to make parsers slow."""
    yield text("above-the-limit", "a" * 10_000_000, "file-too-large", published=False)
    yield text("too-many-lines", "a\n" * 100_000, "file-too-large", published=False)
    yield text("one-line-of-a", "a" * LIMIT)
    yield text("one-line-of-words", _many("mot "))
    yield text("one-line-of-names", _many("Arménie États-Unis Erevan "))
    yield text("one-line-of-sentences", _many(TEXT + " "))
    yield text("one-line-of-digits", "1" * LIMIT)
    yield text("one-line-of-dates", _many("le 12 janvier 2025 "))
    yield text("one-line-of-slashes", _many("12/01/2025/"))
    yield text("one-line-of-spaces", "a" + " " * LIMIT + "b")
    yield text("one-line-of-no-break-spaces", "a" + _many("\u00a0") + "b")
    yield text("one-line-of-accents", _many("é"))
    yield text("one-line-of-combining", "e" + _many("\u0301"))
    yield text("one-line-of-hashes", _many("#arménie "))
    yield text("one-line-of-addresses", _many("https://example.org/a?b=c&d=e "))
    yield text("one-address", "https://example.org/" + "a" * LIMIT)
    yield text("one-line-of-at", _many("a@example.org "))
    yield text("one-line-of-colons", _many("par : "))
    yield text("one-line-of-capitals", _many("ARMÉNIE ET AZERBAÏDJAN "))
    yield text("lines-of-one-letter", _many("a\n"))
    yield text("lines-blank", "a\n" + _many("\n") + "b")
    yield text("lines-the-same", _many(TEXT + "\n"))
    yield text("lines-of-links", _many("[Partager](https://example.org/partager)\n"))
    yield text("lines-of-dates", _many("Publié le 12 janvier 2025 à 10h32\n"))
    yield text("lines-of-headings", _many("# Titre\n\n"))
    yield text("lines-of-bylines", _many("Par Bureau Exemple, le 12/01/2025\n"))
    yield text("lines-of-capitals", _many("ARMÉNIE ET AZERBAÏDJAN\n"))
    yield text("lines-of-hours", _many("10:32 Arménie, une dépêche courte\n"))
    yield text("nested-quotes", ">" * 100_000 + " a\n" + TEXT)
    yield text("nested-quotes-spaced", "> " * 100_000 + " a\n" + TEXT)
    yield text("nested-quotes-lines", "".join("> " * min(n, 400) + "a\n" for n in range(700)) + TEXT)
    yield text("nested-lists", "".join("  " * (n % 500) + "- a\n" for n in range(900)) + TEXT)
    yield text("nested-lists-one-line", "- " * 100_000 + "a\n" + TEXT)
    yield text("nested-lists-numbers", "1. " * 100_000 + "a\n" + TEXT)
    yield text("list-items", _many("- un point\n"))
    yield text("list-items-100000-deep", "".join(" " * n + "* a\n" for n in range(950)) + TEXT)
    yield text("list-and-quotes", "> - " * 100_000 + "a\n" + TEXT)
    yield text("brackets-open", "[" * LIMIT)
    yield text("brackets-pairs", _many("[]"))
    yield text("brackets-image", _many("!["))
    yield text("brackets-links", _many("[a]("))
    yield text("brackets-nested", "[" * 200_000 + "a" + "](b)" * 70_000)
    yield text("brackets-short", _many("[[[a "))
    yield text("brackets-and-signs", _many("[^|-"))
    yield text("brackets-image-words", _many("![mot#"))
    yield text("brackets-after-unclosed-cdata", _many("mot<![CDATA[&lt;&#"))
    yield text("tags-never-closed", _many(";<div>"))
    yield text("tags-unlike-each-other", "".join(f"<p><b x={n}>" for n in range(7_900)))
    yield text("tags-that-never-end", "a" + _many("<b x="))
    yield text("brackets-words", _many("[a b c d e f g h "))
    yield text("parentheses", "[a](" + "(" * LIMIT)
    yield text("link-title", _many('[a](b "'))
    yield text("link-angle", _many("[a](<b"))
    yield text("references", "".join(f"[a{n}]: https://example.org/{n}\n" for n in range(LINES)) + TEXT)
    yield text("references-use", "[a]: https://example.org/\n\n" + _many("[a] ", 480_000))
    yield text("reference-unclosed", _many("[a]: "))
    yield text("reference-long-label", "[" + "a" * LIMIT + "]: b")
    yield text("stars", "*" * LIMIT)
    yield text("stars-words", _many("*a "))
    yield text("stars-two", _many("**a "))
    yield text("stars-mixed", _many("*a_ "))
    yield text("stars-nested", _many("*a **b "))
    yield text("underscores", _many("_a_ "))
    yield text("backticks", _many("`a"))
    yield text("backticks-growing", "".join("`" * n + " " for n in range(900)))
    yield text("backslashes", "\\" * LIMIT)
    yield text("entities", _many("&#x41;"))
    yield text("entities-long", _many("&" + "a" * 30))
    yield text("ampersands", "&" * LIMIT)
    yield text("tags-open", _many("<a "))
    yield text("tags-open-one", "<" * LIMIT)
    yield text("comments-open", _many("<!-- "))
    yield text("comments-lines", _many("<!-- \n"))
    yield text("cdata", _many("<![CDATA["))
    yield text("processing", _many("<?"))
    yield text("autolinks", _many("<https://"))
    yield text("scripts", _many("<script>"))
    yield text(
        "table-million-cells", "|" + "a|" * 600 + "\n|" + "-|" * 600 + "\n" + ("|" + "|" * 600 + "\n") * 800
    )
    yield text("table-wide", "|" + "a|" * 120_000 + "\n|" + "-|" * 120_000 + "\n")
    yield text("table-short-rows", "|" + "a|" * 5_000 + "\n|" + "-|" * 5_000 + "\n" + "|a|\n" * 9_800)
    yield text("table-pipes", "|" * LIMIT)
    yield text("table-heads", _many("|a|\n|-|\n"))
    yield text("setext", _many("a\n=\n"))
    yield text("setext-long", _many("a\n") + "=" * 1000)
    yield text("rules", _many("---\n", 76_000))
    yield text("rules-spaced", "a\n" + "- " * 240_000)
    yield text("fences", _many("```\n"))
    yield text("fences-unlike", "".join("`" * (3 + n % 90) + "\na\n" for n in range(4_900)))
    yield text("fences-tildes", _many("~~~ a\n"))
    yield text("front-matter-fences", "---\n" * LINES)
    yield text("front-matter-no-end", "---\n" + _many("a: b\n"))
    yield text("front-matter-one-key", "---\ntitle: " + "a" * LIMIT + "\n---\n")
    yield text("front-matter-toml-no-end", "+++\n" + _many("a = 1\n"))
    yield text("front-matter-json-no-end", "{\n" + _many('"a": 1,\n'))
    yield text("quotes", _many("« "))
    yield text("quotes-straight", _many('"a '))
    yield text("punctuation", _many("! ? ; : "))
    yield text("ellipsis", "." * LIMIT)
    yield text("dashes", "-" * LIMIT)
    yield text("sentence-ends", _many("a. "))
    yield text("sentence-short", _many("M. "))
    yield text("cjk", _many("漢"))
    yield text("emoji", _many("👩‍👩‍👧"))
    yield text("arabic", _many("أرمينيا "))
    yield text("bidi-marks", _many("\u202e\u2066"))
    yield text("zero-width", _many("\u200b"))
    yield text("hyphens-soft", _many("a\u00ad"))
    yield text("tabs", "\t" * LIMIT + "a")
    yield text("tabs-lists", _many("\t- a\n"))
    yield text("hard-breaks", _many("a  \n"))
    yield text("hard-breaks-backslash", _many("a\\\n"))
    yield text("wrapped-lines", _many("une ligne de quarante signes au moins, coupée\n"))
    yield text("ideographic-spaces", _many("a\u3000"))
    yield text("title-long-heading", "# " + "Titre " * 80_000)
    yield text("images", _many("![a](https://example.org/a.png)\n"))
    yield text("images-one-line", _many("![a](b) "))
    yield text("images-linked", _many("[![a](b)](c) "))
    yield text("marks-of-two-classes", "e" + _many("\u0301\u0316"))  # put in order by those who know both
    yield text("stars-in-words", _many("a**b*c"))
    yield text("underscores-and-stars", _many("_a __b "))
    yield text("mails-in-angles", _many("<a@example.org> "))
    yield text("letters-of-all-kinds", _many("".join(filter(str.isalpha, map(chr, range(0xC0, 0x530))))))
    yield text("items-apart", _many("- un point d’un seul mot\n\n", 250_000))
    yield text("items-numbered", "".join(f"{n}. un point d’un seul mot\n" for n in range(LINES)))
    yield text("rows-unlike", "".join(f"un mot {n} | un autre | {n}\n" for n in range(LINES)))
    yield text("prices", "".join(f"{n},50 € le kilo\n" for n in range(LINES)))
    yield text("names-unlike", "".join(f"Par Bureau {n} et Service {n}\n" for n in range(LINES)))
    yield text("days-unlike", "".join(f"Le {1 + n % 28} mars {1950 + n % 150}\n" for n in range(LINES)))
    yield text(
        "shares-unlike", "".join(f"https://x.com/share?url=https://{n}.example.org/\n" for n in range(LINES))
    )
    yield meta("drop-many", _list("drop", 1_900), lines=_unlike(8_000))
    yield meta("keep-many", _list("keep", 1_900), lines=_unlike(8_000))
    yield meta("keep-many-lines", _list("keep", 1_900, "{}-9000"), lines=_unlike(8_000))
