"""HTML pages: the main text alone, and what the page states of itself, never a guess."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.clean import clean
from etl.records import Document, Source

INPUTS = Path(__file__).parent / "data" / "inputs"
PROSE = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "The interior ministers of Arvenia and Belmora met on Monday in Port Sella to talk about their border.",
        "They agreed to exchange information every week, and to open a second post before the end of the year.",
        "Officials of both sides said that a third meeting would follow, though they did not name a date for it.",
    )
)


def page(data: bytes | str) -> Document:
    encoded = data.encode() if isinstance(data, str) else data
    result = clean(Source("page.html", "text/html", encoded))
    assert isinstance(result, Document), result
    return result


def article(result: Document) -> list[str]:
    return [result.text[block.start : block.end] for block in result.blocks]


def test_a_french_page() -> None:
    result = page((INPUTS / "page_fr.html").read_bytes())
    assert result.id == "https://courrier.example/2024/bureau-commun"
    assert result.title == "Arvénie et Belmore ouvrent un bureau commun"
    assert str(result.published) == "2024-05-07"
    assert result.language == "fr"
    blocks = article(result)
    assert [block.kind for block in result.blocks] == ["title", "body", "body", "item", "item", "body"]
    assert blocks[1].startswith("Les ministres de l'Intérieur d'Arvénie et de Belmore ont inauguré mardi")
    assert "Irène Castagnol, a rappelé" in blocks[2]
    for outsider in ("Morand", "Vasseur", "Delorme", "Carpentier", "cookies", "droits"):
        assert not any(outsider in block for block in blocks), outsider


def test_a_spanish_page_with_linked_data() -> None:
    """A site's root is on every page of a careless template, and is nobody's id."""
    result = page((INPUTS / "page_es.html").read_bytes())
    assert result.id == "https://correo.example/frontera"
    assert str(result.published) == "2023-11-02"
    assert len(article(result)) == 4
    for outsider in ("Ibarra", "Salcedo", "Sucesos"):
        assert not any(outsider in block for block in article(result)), outsider


@pytest.mark.parametrize(
    ("head", "above", "published"),
    [
        ('<meta name="govuk:first-published-at" content="2024-05-07T16:30:00+00:00">', "", "2024-05-07"),
        ('<meta name="date" content="2023-11-16">', "", "2023-11-16"),
        ('<meta itemprop="datePublished" content="2023-11">', "", "2023-11"),
        ('<meta property="article:modified_time" content="2023-11-16">', "", "None"),
        ("", '<time datetime="2023-11-16T10:00">16 Nov</time>', "2023-11-16"),
        ("", '<span class="post-date">16 November 2023</span>', "2023-11-16"),
        ("", '<aside class="related"><time datetime="2020-01-01">2020</time></aside>', "None"),
        ("", "<p>Copyright 2023</p>", "None"),
        ('<script type="application/ld+json">{broken</script>', "", "None"),
    ],
)
def test_only_a_stated_date_is_taken(head: str, above: str, published: str) -> None:
    result = page(f"<html><head>{head}</head><body><article><h1>A title</h1>{above}{PROSE}</article></body></html>")
    assert str(result.published) == published


@pytest.mark.parametrize("encoding", ["cp1252", "iso-8859-2"])
def test_the_encoding_that_a_page_declares(encoding: str) -> None:
    name = "Łukasz Novák" if encoding == "iso-8859-2" else "Éloïse Dufour"
    html = f"<html><head><meta charset={encoding}></head><body><h1>{name} in Port Sella</h1>{PROSE}</body></html>"
    assert name in page(html.encode(encoding)).text


def test_the_headline_stands_first() -> None:
    result = page(f"<html><body><header><h1>Talks in Port Sella go on</h1></header><main>{PROSE}</main></body></html>")
    assert article(result)[0] == "Talks in Port Sella go on"
    assert result.title == "Talks in Port Sella go on"


@pytest.mark.parametrize(
    "shown",
    [
        "<h2>Talks in Port Sella</h2><dl><dd>Publié le : vendredi 3 mai 2024 19:22</dd><dd>Lu : 214 fois</dd></dl>",
        "<h1>Talks in Port Sella</h1><p><i>Friday, 03 May 2024 09:35 AM</i></p>",
        "<h1>Talks in Port Sella</h1><small>03/05/2024</small>",
        "<h1>Talks in Port Sella</h1><table><tr><td>Fecha:</td><td>3 de mayo de 2024</td></tr></table>",
    ],
)
def test_a_date_line_below_the_headline_needs_no_markup_of_its_own(shown: str) -> None:
    top = "<div>jeudi 9 mai 2024 | Sella 14°C</div>"
    other = "<div><a href='/x'>Another story of the week</a> 9 May 2024</div>"
    result = page(f"<html><body>{top}{shown}<div>{PROSE}</div>{other}</body></html>")
    assert str(result.published) == "2024-05-03"
