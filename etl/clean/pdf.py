"""From a PDF to its running text: paragraphs rebuilt, running heads, feet and page numbers left out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2
from pypdfium2 import PdfiumError

from etl.clean.noise import is_apart

_EDGE = 3  # lines at a page's top and bottom that may be running heads or feet
_GAP = 1.35  # a gap of so many line heights parts paragraphs
_SHORT = 0.85  # a line that ends before this share of the width may end a paragraph
_PAGE_NUMBER = re.compile(r"\W*(?:p(?:age|ágina|\.)?\s*)?\d{1,4}(?:\s*(?:/|of|sur|de)\s*\d{1,4})?\W*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_HYPHEN = re.compile(r"[^\W\d_][-\u00ad\ufffe\u2010]$")  # pdfium marks a line-end hyphen as U+FFFE or U+0002


@dataclass(frozen=True, slots=True)
class _Line:
    """A line and its box on the page, in points from the bottom left."""

    text: str
    bottom: float
    right: float
    height: float
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
    return "\n\n".join(_paragraphs(_without_frame(pages)))


def _lines(document: pypdfium2.PdfDocument, number: int) -> list[_Line]:
    textpage = document[number].get_textpage()
    text = textpage.get_text_range()
    found: list[_Line] = []
    position = 0
    for raw in text.splitlines(keepends=True):
        line = raw.rstrip()
        if line.strip():
            first, last = position + len(raw) - len(raw.lstrip()), position + len(line) - 1
            left, bottom, _, top = textpage.get_charbox(first)
            right = textpage.get_charbox(last)[2]
            clean = line.strip().replace("\x02", "-").replace("\ufffe", "-")
            found.append(_Line(clean, bottom, max(right, left), top - bottom, number))
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


def _paragraphs(lines: list[_Line]) -> list[str]:
    if not lines:
        return []
    gaps = [a.bottom - b.bottom for a, b in pairwise(lines) if a.page == b.page and a.bottom > b.bottom]
    leading = median(gaps) if gaps else 0.0
    width = max(line.right for line in lines)
    paragraphs = [lines[0].text]
    for before, after in pairwise(lines):
        if _parts(before, after, leading, width):
            paragraphs.append(after.text)
        elif _HYPHEN.search(before.text) and after.text[:1].islower():
            paragraphs[-1] = paragraphs[-1][:-1] + after.text
        else:
            paragraphs[-1] += " " + after.text
    return paragraphs


def _parts(before: _Line, after: _Line, leading: float, width: float) -> bool:
    """Tell whether a paragraph ends between two lines."""
    if is_apart(before.text) or is_apart(after.text):
        return True
    ended = _SENTENCE_END.search(before.text) is not None
    if before.page != after.page:
        return ended or not (after.text[:1].islower() or before.right >= width * _SHORT)
    if before.bottom - after.bottom > leading * _GAP or after.bottom > before.bottom:
        return True
    return before.right < width * _SHORT and (ended or not after.text[:1].islower())
