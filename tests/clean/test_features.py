"""The numbers of a page's lines, worked out for all at once, are those of each line by itself."""

import re
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sitegen.clean.features import OWN, Signs, Words, compile_credit, own_rows, sorts_of
from sitegen.clean.lines import read_line
from sitegen.model import Block, Span
from tests.clean.given import rulebook

STOPWORDS, YOU, ME, WE, ORDERS = ({"le", "de", "à"}, {"vous"}, {"je"}, {"nous"}, {"cliquez", "le"})
WORDS = Words(
    frozenset(STOPWORDS),
    frozenset(YOU),
    frozenset(ORDERS),
    (),
    sorts_of(STOPWORDS, YOU, ME, WE, ORDERS),
    compile_credit(rulebook().credits),
)
_PIECES = st.sampled_from([
    "le", "De", "VOUS", "je", "nous", "Cliquez", "à", "AFP", "Anne", "O'Neill", "12", "2024", "12h30", "²",
    "٣", "ǅ", "Σας", "ΟΔΟΣ", "İstanbul", "ß", "한국", "😀", "…", "...", ".", "!", "?", ":", ",", "»", "«",
    '"', "|", "/", "©", "\u00a0", "\u202f", "\t", "", "-", "(photo AFP)", "© Getty", "x" * 70,
    "Une phrase entière, et une autre. Puis",
])  # fmt: skip
_LINES = st.lists(st.lists(_PIECES, max_size=40).map(" ".join), min_size=1, max_size=6)


def _share(holds: Callable[[str], bool]) -> Callable[[str], float]:
    return lambda raw: sum(map(holds, raw.split())) / (len(raw.split()) or 1)


def _low_share(words: set[str]) -> Callable[[str], float]:
    return lambda raw: sum(word in words for word in raw.lower().split()) / (len(raw.split()) or 1)


def _stop(plain: str) -> str:
    closed = plain[-1:] in set("\"”»’')]") and len(plain) > 1
    return plain[-2:-1] if closed else plain[-1:]


def _names(plain: str) -> float:
    count = 0
    for word in reversed(plain[-60:].split()):
        if not word[0].isupper() or count == 6:
            break
        count += 1
    return 0.0 if _stop(plain) in set(".?!…:") else float(count)


OF_TEXT: dict[str, Callable[[str], float]] = {  # of a line's first 360 characters
    "commas": lambda raw: raw.count(",") / (len(raw.split()) or 1),
    "separators": lambda raw: sum(map(raw.count, "|•·›→>/\\")) / (len(raw.split()) or 1),
    "digits": _share(str.isdigit),
    "capitals": _share(lambda word: word[0].isupper()),
    "all-caps": _share(str.isupper),
    "stopwords": _low_share(STOPWORDS),
    "second-person": _low_share(YOU),
    "first-person": _low_share(ME),
    "we": _low_share(WE),
    "imperative": lambda raw: raw.lower().split()[:1] in [[word] for word in ORDERS],
    "word-length": lambda raw: len(raw) / (len(raw.split()) or 1),
    "speech": lambda raw: any(sign in raw for sign in '«“„"”'),
    "copyright": lambda raw: "©" in raw,
    "clock": lambda raw: bool(re.search(r"(?<!\d)\d{1,2} ?[:h] ?\d{2}(?!\d)", raw)),
    "year": lambda raw: bool(re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", raw)),
}
OF_LINE: dict[str, Callable[[str], float]] = {  # of all of it
    "ends-stop": lambda line: _stop(line) == "." and line[-3:] != "...",
    "ends-question": lambda line: _stop(line) == "?",
    "ends-exclaim": lambda line: _stop(line) == "!",
    "ends-colon": lambda line: line.endswith(":"),
    "ends-dots": lambda line: line.endswith(("…", "...")),
    "ends-quote": lambda line: line[-1:] in set("\"”»’')]") and len(line) > 1,
    "ends-digit": lambda line: line[-1:].isdigit(),
    "starts-lower": lambda line: line[:1].islower(),
    "starts-digit": lambda line: line[:1].isdigit(),
    "starts-quote": lambda line: line[:1] in set("«“„\"'‘—–-"),
    "late-year": lambda line: bool(re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", line[-40:])),
    "name-tail": _names,
}


@given(_LINES)
def test_lines_beside_each_other_have_the_numbers_that_each_has(texts: list[str]) -> None:
    lines = [read_line(Block("paragraph", text, Span(at, at))) for at, text in enumerate(texts, 1)]
    rows = own_rows(lines, [Signs("", 0, 0, 0)] * len(lines), WORDS)
    for line, row in zip(lines, rows.tolist(), strict=True):
        said = dict(zip(OWN, row, strict=True))
        expected = {name: float(tell(line.plain[:360])) for name, tell in OF_TEXT.items()}
        expected |= {name: float(tell(line.plain)) for name, tell in OF_LINE.items()}
        assert {name: said[name] for name in expected} == expected


def test_lines_end_in_a_credit_as_the_rulebook_says() -> None:
    told = rulebook().credits
    lines = [read_line(Block("paragraph", text, Span(1, 1))) for text in (*told.cuts, *told.keeps)]
    rows = own_rows(lines, [Signs("", 0, 0, 0)] * len(lines), WORDS)
    assert rows[:, OWN.index("credit")].tolist() == [1.0] * len(told.cuts) + [0.0] * len(told.keeps)


def test_a_site_s_own_agency_is_one_word_more() -> None:
    line = read_line(Block("paragraph", "Le port, lundi (Agence Valmont)", Span(1, 1)))
    own = compile_credit(replace(rulebook().credits, owners=("agence valmont",)))
    for credit, seen in ((WORDS.credit, 0.0), (own, 1.0)):
        rows = own_rows([line], [Signs("", 0, 0, 0)], WORDS._replace(credit=credit))
        assert rows[0, OWN.index("credit")] == seen


@given(
    st.lists(
        st.sampled_from(["(photo AFP)", "Le pont. Archives", "vue d'archives)", "© Le Courrier", "via Getty"])
    )
)
def test_a_credit_is_seen_at_the_end_alone(texts: list[str]) -> None:
    credited = {"(photo AFP)", "vue d'archives)", "via Getty"}
    lines = [read_line(Block("paragraph", text, Span(1, 1))) for text in texts]
    rows = own_rows(lines, [Signs("", 0, 0, 0)] * len(lines), WORDS)
    assert [bool(said) for said in rows[:, OWN.index("credit")]] == [text in credited for text in texts]
