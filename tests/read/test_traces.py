"""What programs that turn pages into text leave in it."""

from sitegen.read.traces import without_traces

DUMP = """\
   [1]Le Relevé
   Par [2]Anne Petit
   Le pont de [3]Valbrune rouvre[4].
   (BUTTON) Partager

References

   1. https://releve.example.org/
   2. https://releve.example.org/anne-petit
   3. https://releve.example.org/valbrune
"""


def test_a_text_browsers_numbers_go_and_its_lines_stay() -> None:
    left = without_traces(DUMP)
    assert "Par Anne Petit" in left
    assert "Le pont de Valbrune rouvre[4]." in left
    assert "   Partager" in left
    assert left.count("\n") == DUMP.count("\n")


def test_numbers_without_a_list_of_addresses_are_the_texts_own() -> None:
    text = "Le pont de [1]Valbrune rouvre.\n\nReferences\n\n1. Le Relevé, 12 mars.\n"
    assert without_traces(text) == text


def test_pandocs_fences_and_attributes_go() -> None:
    text = "::: {.meta}\n# Le pont {#titre}\n[12 mars]{.date} [ici](/a){.lien}\n:::\n"
    assert without_traces(text) == "\n# Le pont\n12 mars [ici](/a)\n\n"


def test_braces_of_a_text_stay() -> None:
    text = "Le jeu de mots {à deux} tient. L'ensemble {1, 2} aussi, et `{.x}`.\n"
    assert without_traces(text) == text


def test_a_notice_with_a_title_keeps_it() -> None:
    assert without_traces("::: warning\nTexte\n:::\n") == "\nTexte\n\n"
    assert without_traces(":::tip Un titre\nTexte\n:::\n").startswith(":::tip Un titre\n")


def test_quotation_marks_typed_with_two_signs_each_are_no_tags():
    typed = "<<Il est au mieux>>, dit-elle. Et : << Nul ne sait >>."
    assert without_traces(typed) == "«\u00a0Il est au mieux\u00a0», dit-elle. Et : «\u00a0Nul ne sait\u00a0»."
    for kept in ("Accueil >> Politique >> Le pont", "`<<mot>>`", "a<<b>>c", "<<>>"):
        assert without_traces(kept) == kept
    code = f"```\n{typed}\n```"
    assert without_traces(code) == code
