"""From a PDF to its running text: paragraphs rebuilt, running heads, feet and page numbers left out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
from pypdfium2 import PdfiumError

from etl.clean.noise import is_apart

_EDGE = 3  # lines at a page's top and bottom that may be running heads or feet
_GAP = 1.35  # a gap of so many line heights parts paragraphs
_WIDE_GAP = 2.2  # and so many, where the words go on in lower case
_SHORT = 0.85  # a line that ends before this share of the width may end a paragraph
_PAGE_NUMBER = re.compile(r"\W*(?:p(?:age|ágina|\.)?\s*)?\d{1,4}(?:\s*(?:/|of|sur|de)\s*\d{1,4})?\W*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_LINE_END_HYPHEN = re.compile(r"([^\W\d_]+)[\x02\ufffe]\s*([^\W\d_]+)")  # as pdfium marks it, its line break left out


@dataclass(frozen=True, slots=True)
class _Line:
    """A line (two or more where a hyphen joins them): heights above the page's foot and right edge, in points."""

    text: str
    first: float
    last: float
    right: float
    page: int


def extract(data: bytes) -> str | None:
    """Return the text of a PDF, paragraphs apart by blank lines; None where it is damaged or locked."""
    try:
        document = pypdfium2.PdfDocument(data)
    except PdfiumError:
        return None
    try:
        pages = [_lines(document, number) for number in range(len(document))]
    except PdfiumError:
        return None
    finally:
        document.close()
    return _text(_without_frame(pages))


def _lines(document: pypdfium2.PdfDocument, number: int) -> list[_Line]:
    textpage = document[number].get_textpage()
    text = textpage.get_text_range()
    found: list[_Line] = []
    position = 0
    for raw in text.splitlines(keepends=True):
        line = raw.rstrip()
        if line.strip():
            start, end = position + len(raw) - len(raw.lstrip()), position + len(line) - 1
            _, first, _, _ = textpage.get_charbox(start, loose=True)
            _, last, right, _ = textpage.get_charbox(end, loose=True)
            found.append(_Line(line.strip(), first, last, right, number))
        position += len(raw)
    return found


def _without_frame(pages: list[list[_Line]]) -> list[_Line]:
    """Return all lines but page numbers, and lines that stand at the edge of two pages or more."""
    counts = Counter(form for page in pages for form in {_form(line) for line in (*page[:_EDGE], *page[-_EDGE:])})
    kept: list[_Line] = []
    for page in pages:
        for i, line in enumerate(page):
            edge = i < _EDGE or i >= len(page) - _EDGE
            repeated = len(pages) > 1 and counts[_form(line)] > 1
            if not (edge and (repeated or _PAGE_NUMBER.fullmatch(line.text))):
                kept.append(line)
    return kept


def _form(line: _Line) -> str:
    return re.sub(r"\d+", "#", line.text).casefold()


def _text(lines: list[_Line]) -> str:
    if not lines:
        return ""
    gaps = sorted(a.last - b.first for a, b in pairwise(lines) if a.page == b.page and a.last > b.first)
    leading = gaps[len(gaps) // 4] if gaps else 0.0  # of a short text, most gaps may be those of paragraphs
    width = max(line.right for line in lines)
    paragraphs = [lines[0].text]
    for before, after in pairwise(lines):
        if _parts(before, after, leading, width):
            paragraphs.append(after.text)
        else:
            paragraphs[-1] += " " + after.text
    return _without_hyphens("\n\n".join(paragraphs))


def _without_hyphens(text: str) -> str:
    """Join the words that a line's end divided; a compound that the text writes elsewhere keeps its hyphen."""
    return _LINE_END_HYPHEN.sub(
        lambda match: f"{match[1]}-{match[2]}" if f"{match[1]}-{match[2]}" in text else match[1] + match[2], text
    )


def _parts(before: _Line, after: _Line, leading: float, width: float) -> bool:
    """Tell whether a paragraph ends between two lines."""
    ended = _SENTENCE_END.search(before.text) is not None
    goes_on = not ended and after.text[:1].islower()
    short = before.right < width * _SHORT
    if (ended or short) and not goes_on and (is_apart(before.text) or is_apart(after.text)):
        return True
    if before.page != after.page:
        return ended or not (goes_on or not short)
    gap = before.last - after.first
    if gap < 0 or gap > leading * (_WIDE_GAP if goes_on else _GAP):  # below zero: the next column
        return True
    return short and not goes_on
