"""Named edits inside kept text, and the typography they leave alone."""

import pytest

from sitegen.clean.mend import mend


@pytest.mark.parametrize(
    ("text", "mended", "names"),
    [
        ("L’#Arménie et l'#ONU", "L’Arménie et l'ONU", ("hashtag",)),
        ("mot\u200bcoupé et cou\u00adpure", "motcoupé et coupure", ("invisible",)),
        ("Les Ã©lus ont votÃ© Ã  l’unanimitÃ©", "Les élus ont voté à l’unanimité", ("mojibake",)),
        ("Lâ€™Ã©cole", "L’école", ("mojibake",)),
        ("C&#39;est l&rsquo;heure&nbsp;!", "C'est l’heure\u00a0!", ("entity",)),
        ("<!--StartFragment-->Le texte<!--EndFragment-->", "Le texte", ("paste-marker",)),
        ("un\u00a0\u00a0 mot", "un\u00a0mot", ("wide-gap",)),
        ("\uf0b7\tCricova : 4 200 tonnes", "- Cricova : 4 200 tonnes", ("bullet",)),
        ("\uf0a7Purcari", "- Purcari", ("bullet",)),
        ("Rouge \uf0b7 blanc \uf0d8 rosé", "Rouge • blanc • rosé", ("bullet",)),
    ],
)
def test_what_a_paste_leaves_is_mended(text, mended, names):
    assert mend(text) == (mended, names)


@pytest.mark.parametrize(
    "text",
    [
        "« Voilà\u00a0!\u00a0», dit-elle\u202f; 12\u00a0% à l’œil…",
        "Le C# et le fa# ne sont pas des mots-dièse, ni l'appartement #4.",
        "Voir https://example.org/page#section et [le plan](#plan).",
        "می‌شود و نمی‌تواند",  # joiners that Persian needs
        "Château, forêt, SÃO PAULO, 3 < 5 & 7 > 2",
        "👨\u200d👩\u200d👧 en famille",
    ],
)
def test_text_that_is_right_stays(text):
    assert mend(text) == (text, ())


def test_mending_twice_is_mending_once():
    text = "Lâ€™#Ã©cole&nbsp;: un\u00a0 \u00a0mot\u200b <!--x-->"
    once = mend(text)[0]
    assert mend(once) == (once, ())
