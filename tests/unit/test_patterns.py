"""The notation of the data files: endings, alternatives, gaps, whole words, folded text."""

from hypothesis import given
from hypothesis import strategies as st

from etl.patterns import compile_phrases
from etl.spelling import folded


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(folded(text)) == len(text)


def test_folding_drops_accents_and_capitals() -> None:
    assert folded("Échange d'Œuvres à Görlitz") == "echange d'œuvres a gorlitz"


def test_star_is_any_ending_and_phrases_are_whole_words() -> None:
    pattern = compile_phrases(["traffick* in drug*"])
    assert pattern.search("trafficking in drugs")
    assert not pattern.search("trafficking induced")
    assert not compile_phrases(["art"]).search("party")


def test_dots_are_up_to_four_words() -> None:
    pattern = compile_phrases(["return* ... minors"])
    assert pattern.search("the return, under guarantees, of such minors")
    assert pattern.search("return minors")
    assert not pattern.search("return one two three four five minors")


def test_a_bracket_is_one_of_several_and_can_repeat() -> None:
    pattern = compile_phrases(["(shared |joint )*(commitment|pledge) to"])
    assert pattern.search("their shared joint pledge to act")
    assert pattern.search("commitment to act")


def test_no_phrases_find_nothing() -> None:
    assert not compile_phrases([]).search("anything at all")


def test_a_set_stands_for_its_expression() -> None:
    pattern = compile_phrases(["{have} signed"], {"have": "(have|has)"})
    assert pattern.search("they have signed")
    assert not pattern.search("they had signed")
