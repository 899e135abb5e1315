"""The view keeps every offset; sentences end where they end and nowhere else."""

from __future__ import annotations

import pytest

from etl.annotate import annotate
from etl.records import Block, Document


def document(text: str, language: str, blocks: tuple[Block, ...] | None = None) -> Document:
    return Document("d", "d.txt", text, blocks or (Block(0, len(text)),), "hash", language=language)


def sentences(text: str, language: str) -> list[str]:
    return [sentence.text.strip() for sentence in annotate(document(text, language)).sents if sentence.text.strip()]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "Mr. Smith of the U.S. Embassy met Dr. Jones. They talked.", 2),
        ("en", "He moved to the U.S. The talks go on.", 2),
        ("en", "Joseph R. Morton, Jr. welcomed her. She left.", 2),
        ("en", '"We agree." The minister smiled.', 2),
        ("en", "President Joseph Thornton, Jr., Secretary Ann Lee and others met.", 1),
        ("fr", "M. Laroche a reçu S.E. Mme Diop. Ils ont parlé.", 2),
        ("fr", "Voir l'art. 5 du n.º 3. Fin.", 2),
        ("es", "El Sr. D. Juan Ruiz llegó a EE.UU. el lunes. La Sra. Gil no.", 2),
        ("es", "¿Hubo acuerdo? Sí. ¡Bien!", 3),
    ],
)
def test_abbreviations_end_no_sentence(language: str, text: str, count: int) -> None:
    assert len(sentences(text, language)) == count


def test_a_quotation_that_opens_a_sentence_has_its_mark() -> None:
    text = 'They signed. "We will not leave anybody," the minister said. She left.'
    assert sentences(text, "en") == ["They signed.", '"We will not leave anybody," the minister said.', "She left."]


def test_the_view_has_the_length_of_the_text_and_no_markup() -> None:
    text = "# Titre\n\nLe **ministre** a reçu\n[M. Faye](https://a.example/b_(c)) [1].\u00a0Il « dit » l’essentiel."
    view = annotate(document(text, "fr")).text
    assert len(view) == len(text)
    assert view.split() == [
        "Titre",
        "Le",
        "ministre",
        "a",
        "reçu",
        "M.",
        "Faye",
        ".",
        "Il",
        '"',
        "dit",
        '"',
        "l'essentiel.",
    ]


def test_what_is_outside_the_blocks_is_blank() -> None:
    text = "Menu\n\nThe article."
    doc = annotate(document(text, "en", (Block(6, len(text)),)))
    assert doc.text == "      The article."


def test_a_sentence_never_crosses_a_block() -> None:
    text = "Talks in Rabat\n\nThe two sides met"
    doc = annotate(document(text, "en", (Block(0, 14, "title"), Block(16, len(text)))))
    assert [s.text.strip() for s in doc.sents if s.text.strip()] == ["Talks in Rabat", "The two sides met"]
