"""From an HTML page to its main text and to what the page states of itself.

trafilatura finds the main text. Dates are read here and not guessed: only where a page says that it was published
then, and never with a day that it does not give.
"""

from __future__ import annotations

import json
import re
from copy import deepcopy
from itertools import chain
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import lxml.html  # type: ignore[import-untyped]
from lxml.etree import ParserError  # type: ignore[import-untyped]
from trafilatura import bare_extraction

from etl.clean import noise
from etl.clean.decoding import repair
from etl.clean.metadata import Metadata, best, date_in_words, is_url, language_code, parse_date
from etl.places import find_city
from etl.spelling import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from etl.records import PartialDate

_BLOCKS = frozenset({
    "p", "head", "item", "row", "quote", "h1", "h2", "h3", "h4", "h5", "h6", "li", "div", "section", "article", "main",
    "tr", "td", "th", "cell", "dt", "dd", "blockquote", "figure", "ul", "ol", "list", "table", "pre", "br", "hr", "lb",
})  # fmt: skip
_FRAME = ("script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "button", "svg",
          "iframe", "figcaption", "select", "title")  # fmt: skip
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_DATE_NAMES = frozenset({
    "article:published_time", "article:published", "og:published_time", "datepublished", "date", "dc.date",
    "dc.created", "dc.date.issued", "dc.date.created", "dcterms.date", "dcterms.issued", "dcterms.created", "pubdate",
    "publish-date", "publish_date", "publication_date", "published_time", "parsely-pub-date", "sailthru.date",
    "citation_date", "citation_publication_date", "cxenseparse:recs:publishtime", "rnews:datepublished",
    "govuk:first-published-at",
})  # fmt: skip
_ARTICLE_TYPES = frozenset({"Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "Report", "WebPage"})
_PROSE = 20
"""Words from which a paragraph is more than a date line."""
_DATE_CLASS = re.compile(r"date|publi|posted|time|byline|meta", re.IGNORECASE)
_OTHER_CLASS = re.compile(
    r"related|sidebar|comment|widget|popular|latest|recent|footer|updated|modified", re.IGNORECASE
)
_HEADLINES = frozenset({"h2", "h3"})  # of a page without an h1
_DATE_TAGS = ("time", "span", "p", "div", "li", "dd", "dt", "td", "tr", "small", "i", "em", "b", "strong", "font",
              "center", "h1", "h2", "h3", "h4", "h5", "h6", "a", "address")  # fmt: skip
_DATE_TEXT = 120  # characters; a longer text with a date in it is no date line
_MAX_DEPTH = 20


def extract(page: str) -> tuple[str, Metadata]:
    """Return a page's text, paragraphs apart by blank lines and the headline first, and what the page states."""
    page = _DECLARATION.sub("", page)
    try:
        tree = lxml.html.document_fromstring(page)
    except ParserError:  # nothing but comments or white space
        return "", Metadata()
    stated = _metadata(tree)
    found = bare_extraction(_with_leads(tree), include_comments=False, include_tables=True, with_metadata=False)
    body = getattr(found, "body", None)
    if body is None:
        for element in list(tree.iter(*_FRAME)):
            element.drop_tree()
        body = tree
    paragraphs = [repair(paragraph) for paragraph in _paragraphs(body)]
    headline = _headline(tree) or stated.title
    if headline and key(headline) not in {key(paragraph.removeprefix("- ")) for paragraph in paragraphs[:3]}:
        paragraphs.insert(0, headline)
    return "\n\n".join(paragraphs), stated


def _with_leads(tree: HtmlElement) -> HtmlElement:
    """Return a copy in which no paragraph of prose is marked as a date line, which the extractor would leave out.

    Nor is a line that tells where the news is from, as well: "Lima, 6 May 2025".
    """
    copy = deepcopy(tree)
    for paragraph in copy.iter("p"):
        text = " ".join(paragraph.text_content().split())
        told = len(text.split()) >= _PROSE or (noise.is_dateline(text) and find_city(text.partition(",")[0]))
        if told and _DATE_CLASS.search(paragraph.get("class", "")):
            del paragraph.attrib["class"]
    return copy


def _paragraphs(body: HtmlElement) -> Iterator[str]:
    """Yield the text of each block element in document order, list items with a dash."""
    buffer: list[str] = []
    mark = ""

    def flush() -> Iterator[str]:
        text = " ".join("".join(buffer).split())
        buffer.clear()
        if text:
            yield mark + text

    for event, element in lxml.etree.iterwalk(body, events=("start", "end", "comment")):
        if event == "comment":
            buffer.append(element.tail or "")
        elif event == "start":
            if element.tag in _BLOCKS:
                yield from flush()
                mark = "- " if element.tag in {"item", "li"} else mark
            buffer.append(element.text or "")
        else:
            if element.tag in _BLOCKS:
                yield from flush()
                mark = "" if element.tag in {"item", "li"} else mark
            buffer.append(element.tail or "" if element is not body else "")
    yield from flush()


def _metadata(tree: HtmlElement) -> Metadata:
    linked = list(_linked_data(tree))
    metas = [
        ((element.get("property") or element.get("name") or element.get("itemprop") or "").lower(), content.strip())
        for element in tree.iter("meta")
        if (content := element.get("content"))
    ]
    named = dict(reversed(metas))
    titles = (
        named.get("og:title"),
        *(data.get("headline") for data in linked),
        _headline(tree),
        tree.findtext(".//title"),
    )
    title = next((" ".join(text.split()) for text in titles if isinstance(text, str) and text.strip()), None)
    return Metadata(
        id=_own_url(tree, named, linked),
        title=repair(title) if title else None,
        published=_published(tree, metas, linked),
        language=language_code(tree.get("lang") or named.get("og:locale") or named.get("language") or ""),
    )


def _headline(tree: HtmlElement) -> str | None:
    headings = [" ".join(element.text_content().split()) for element in tree.iter("h1")]
    return repair(headings[0]) if len(headings) == 1 and headings[0] else None


def _own_url(tree: HtmlElement, named: dict[str, str], linked: list[dict[str, Any]]) -> str | None:
    """Return the page's own address; a site's root is none, though templates put it on every page."""
    canonical = [element.get("href") for element in tree.iter("link") if "canonical" in element.get("rel", "").split()]
    pages = (data.get("mainEntityOfPage") for data in linked)
    candidates = chain(
        canonical,
        [named.get("og:url")],
        (page.get("@id") if isinstance(page, dict) else page for page in pages),
        (data.get("url") for data in linked),
    )
    for url in candidates:
        if isinstance(url, str) and is_url(url.strip()) and (urlsplit(url).path.strip("/") or urlsplit(url).query):
            return url.strip()
    return None


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the page's JSON-LD objects that are articles."""
    for script in tree.iter("script"):
        if "ld+json" not in script.get("type", ""):
            continue
        try:
            loaded = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for data in _objects(loaded):
            types = data.get("@type")
            if not _ARTICLE_TYPES.isdisjoint([types] if isinstance(types, str) else types or []):
                yield data


def _objects(value: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for member in value:
            yield from _objects(member, depth + 1)


def _published(tree: HtmlElement, metas: list[tuple[str, str]], linked: list[dict[str, Any]]) -> PartialDate | None:
    stated = chain(
        (content for name, content in metas if name in _DATE_NAMES),
        (str(data["datePublished"]) for data in linked if data.get("datePublished")),
    )
    date = best([found for value in stated if (found := parse_date(value))])
    if date is not None and date.precision == "day":
        return date
    shown = (found for value in _shown_dates(tree) if (found := parse_date(value)) and found.precision == "day")
    return next(shown, date)


def _shown_dates(tree: HtmlElement) -> Iterator[str]:
    """Yield what the page shows as a date, nothing from lists of other articles.

    ``time`` elements come first, then what is marked up as a date, then lines that say that the page was published,
    then the date lines below the headline, then the one nearest above it.
    """
    marked, said, lines, bars = [], [], [], []
    headlines = {"h1"} if tree.find(".//h1") is not None else _HEADLINES
    below = False
    for element in tree.iter(*_DATE_TAGS):
        below = below or element.tag in headlines
        if _is_frame(element) or any(_is_frame(parent) for parent in element.iterancestors()):
            continue
        marks = f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')}"
        text = " ".join(element.text_content().split())
        if element.tag == "time":
            yield element.get("datetime") or text
        elif len(text) > _DATE_TEXT or not date_in_words(text):
            continue
        elif _DATE_CLASS.search(marks):
            marked.append(text)
        elif noise.is_dateline(text) and not noise.is_updated(text):
            said.extend([text] if noise.is_published(text) else [])
            lines.extend([text] if below and element.tag not in headlines else [])
            bars.extend([] if below or len(element) or noise.is_period(text) else [text])
    yield from (noise.publication(text) for text in (*marked, *said, *lines, *bars[-1:]))


def _is_frame(element: HtmlElement) -> bool:
    marks = f"{element.get('class', '')} {element.get('id', '')}"
    return element.tag in {"nav", "aside", "footer"} or (
        element.tag not in {"html", "body", "article", "main"} and _OTHER_CLASS.search(marks) is not None
    )
