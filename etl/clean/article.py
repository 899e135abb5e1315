"""Which pieces of a page are the article.

Each piece is first judged by its words (:mod:`etl.clean.noise`), then by where it stands: short lines before the
title are a menu, those between paragraphs are headings, those after the last paragraph are the page's foot. In
doubt a sentence stays: a lost sentence costs more than a kept menu line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.clean import noise, published
from etl.clean.layout import Piece, mask, pieces
from etl.clean.metadata import parse_date
from etl.records import Block, BlockKind, PartialDate
from etl.spelling import key

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADER_DATE = re.compile(r"\s*date\s*:?\s+(\d{4}-\d\d(?:-\d\d)?)\b[ \t]*", re.IGNORECASE)
_TITLE_WORDS = 4
_SURE_TITLE_WORDS = 6  # fewer may be a site's or an office's name
_HEADING_WORDS = 2
_STANDFIRST = 4  # pieces after the first paragraph among which the page's date line may stand
_BEFORE_ENDING = 20  # words of prose before "Comments" can mean that the article is over


@dataclass(frozen=True, slots=True)
class Article:
    """The article of a page: its blocks, and the title and date that its text states."""

    blocks: tuple[Block, ...]
    title: str | None
    published: PartialDate | None

    def titled(self, text: str, begin: int, title: str) -> tuple[str, Article]:
        """Return the text with a title set in at ``begin``, above the article, and the article that goes with it."""
        above = f"{title}\n\n"
        moved = (Block(block.start + len(above), block.end + len(above), block.kind) for block in self.blocks)
        blocks = (Block(begin, begin + len(title), "title"), *moved)
        return text[:begin] + above + text[begin:], Article(blocks, title, self.published)


@dataclass(slots=True)
class _Judged:
    piece: Piece
    label: noise.Label
    kind: BlockKind | None = None  # set where the piece is part of the article

    @property
    def long(self) -> bool:
        return noise.word_count(self.piece.words) >= noise.SENTENCE_WORDS


def find_article(text: str, *, begin: int = 0, title: str | None = None) -> Article:
    """Return the article within ``text[begin:]``; ``title`` where metadata states it."""
    header = _HEADER_DATE.match(text, begin)
    header_date = parse_date(header[1]) if header else None
    masked = mask(text, header.end() if header else begin)
    judged = [
        _Judged(piece, noise.label(piece.words, linked=piece.linked)) for piece in pieces(masked, apart=noise.is_apart)
    ]
    first = _first(judged)
    end = _end(judged, first)
    title_at = _title(judged, first, title)
    _judge_head(judged, first, title_at)
    _judge_body(judged, first, end)
    if title is None and title_at is not None:
        title = judged[title_at].piece.words
    blocks = tuple(_block(text, item) for item in judged if item.kind)
    if title and title_at is None and (span := _stated(text[:begin], title)):
        blocks = (Block(*span, "title"), *blocks)
    return Article(blocks, title, _published(judged, first, end, header_date, text))


def _stated(front: str, title: str) -> tuple[int, int] | None:
    """Return where the front matter states the title, word for word."""
    found = re.search(r"\s+".join(map(re.escape, title.split())), front)
    return found.span() if found else None


def _first(judged: list[_Judged]) -> int:
    """Return the index of the first paragraph: of some length, since a site's motto ends with a full stop, too."""
    long = (i for i, item in enumerate(judged) if item.label == "sentence" and item.long)
    return next(long, next((i for i, item in enumerate(judged) if item.label == "sentence"), len(judged)))


def _end(judged: list[_Judged], first: int) -> int:
    """Return the index after the article's last piece: where comments or the author's box begin."""
    before = 0
    for i, item in enumerate(judged):
        if item.label == "sentence":
            before += noise.word_count(item.piece.words)
        elif item.label == "ending" and i > first and before >= _BEFORE_ENDING and not _of_a_form(judged, i):
            return i
    return len(judged)


def _of_a_form(judged: list[_Judged], at: int) -> bool:
    """Tell whether a label is a field of a form above the text: "Date: 5 May 2018", "Comment:"."""
    above = judged[at - 1]
    return judged[at].piece.words.endswith(":") and above.label == "dateline" and noise.is_field(above.piece.words)


def _title(judged: list[_Judged], first: int, stated: str | None) -> int | None:
    """Return the index of the title: as stated, else a line that is repeated, else the first long one of the head."""
    if stated:
        wanted = key(stated)
        for i, item in enumerate(judged[: first + 2]):
            words = key(item.piece.words)
            if words and (words == wanted or (len(words) > len(wanted) // 2 and (words in wanted or wanted in words))):
                return i if len(words) < 2 * len(wanted) else None
        return None
    short = (i for i in range(min(first, len(judged))) if judged[i].label == "short" and not judged[i].piece.item)
    head = [i for i in short if not published.begun(judged[i].piece.words)]
    seen: set[str] = set()
    for i in head:
        words = key(judged[i].piece.words)
        if words in seen and noise.word_count(words) >= _TITLE_WORDS:
            return next(j for j in head if key(judged[j].piece.words) == words)
        seen.add(words)
    marked = [i for i in head if judged[i].piece.heading]
    long = [i for i in head if noise.word_count(judged[i].piece.words) >= _SURE_TITLE_WORDS]
    longest = max(head, key=lambda i: noise.word_count(judged[i].piece.words), default=None)
    return next(iter(marked or long), longest)


def _judge_head(judged: list[_Judged], first: int, title_at: int | None) -> None:
    """Set the kinds of the title and of what stands around it, above the first paragraph."""
    title = key(judged[title_at].piece.words) if title_at is not None else ""
    for i, item in enumerate(judged[:first]):
        words = item.piece.words
        if item.label == "dateline":
            item.kind = None if noise.names_author(words) else "dateline"
        elif i == title_at:
            item.kind = "title"
        elif item.label in {"short", "sentence"} and key(words) != title:
            below = title_at is not None and i > title_at
            enough = _TITLE_WORDS if below else _SURE_TITLE_WORDS
            lists = below and words.endswith(":") and i + 1 < first and judged[i + 1].piece.item
            if noise.word_count(words) >= enough or lists or (item.piece.heading and not below):
                item.kind = "item" if item.piece.item else "heading"
    if title_at is not None and title_at >= first:
        judged[title_at].kind = "title"


def _judge_body(judged: list[_Judged], first: int, end: int) -> None:
    """Set the kinds of the paragraphs and of the headings and lists between them."""
    listing = False  # the last paragraph or heading announced a list
    pending: list[_Judged] = []  # short lines: headings if a paragraph follows
    i = first
    while i < end:
        item = judged[i]
        if item.label == "related":
            i = _after_related(judged, i, end)
            pending.clear()
            listing = False
            continue
        if item.label == "sentence":
            # "Results" above a list announces nothing, "Lima" above a paragraph tells where
            for short in filter(_worded, pending) if item.piece.item else pending:
                short.kind = "item" if short.piece.item else "heading"
            pending.clear()
            item.kind = item.kind or ("item" if item.piece.item else "body")
            listing = item.piece.words.endswith(":") or (listing and item.piece.item)
        elif item.label == "short":
            if item.piece.words.endswith(":"):
                item.kind, listing = "item" if item.piece.item else "heading", True
            elif listing:
                item.kind = "item"
            elif _worded(item) or item.piece.heading:
                pending.append(item)
        elif item.label == "dateline" and i == first + 1 and judged[first].piece.words[-1:].isalnum():
            item.kind = None if noise.names_author(item.piece.words) else "dateline"  # under a headline of many words
        else:  # a date line, too: below the text it is a signature or another article's
            listing = False
        i += 1


def _worded(item: _Judged) -> bool:
    """Tell whether a short line has words enough for a heading that nothing marks as one."""
    return noise.word_count(item.piece.words) >= _HEADING_WORDS


def _after_related(judged: list[_Judged], opener: int, end: int) -> int:
    """Return the index where the article goes on after links to other articles; ``end`` where it does not.

    It goes on with two paragraphs in a row, or with one that follows a single link and is no teaser.
    """
    shorts = 0
    for i in range(opener + 1, end):
        item = judged[i]
        if item.label != "sentence" or item.piece.item:
            shorts += item.label != "noise"
            continue
        follows = i + 1 < end and judged[i + 1].label == "sentence" and not judged[i + 1].piece.item
        if noise.is_cut_short(item.piece.words) or item.piece.linked:
            shorts += 1
        elif shorts <= 1 or follows:
            return i
        else:
            shorts += 1
    return end


def _block(text: str, item: _Judged) -> Block:
    piece = item.piece
    end = piece.end
    if item.label == "sentence":
        end = piece.start + noise.trailing_credit(text[piece.start : piece.end])
    return Block(piece.start, end, item.kind or "body")


def _published(
    judged: list[_Judged], first: int, end: int, header: PartialDate | None, page: str
) -> PartialDate | None:
    """Return the date of publication that the text itself states."""
    last = max((i for i, item in enumerate(judged[:end]) if item.label == "sentence"), default=end)
    close = next((i for i in range(last, end) if judged[i].label == "related"), end)
    paragraphs = [item.piece.words for item in judged[first : last + 1] if item.label == "sentence"]

    def datelines(items: list[_Judged]) -> list[str]:
        return [item.piece.words for item in items if item.label == "dateline"]

    body = first + _STANDFIRST
    lines = published.Lines(
        head=[(item.label, item.piece.words) for item in judged[:first]],
        below=datelines(judged[first : min(body, last)]),
        between=datelines(judged[body:last]),
        tail=datelines(judged[last:close]),
        signed=datelines([item for item, *beside in _with_neighbours(judged, last, close) if any(map(_signs, beside))]),
    )
    if found := published.find(lines, paragraphs, header):
        return found
    opening = [item.piece.words for item in judged[max(0, first - 1) : body]]
    frame = [item.piece.words for item in (*judged[:first], *judged[last:]) if item.label != "sentence"]
    return published.yearless(opening, page, frame)


def _with_neighbours(judged: list[_Judged], start: int, end: int) -> Iterator[list[_Judged]]:
    """Yield each piece with the one above and the one below."""
    for i in range(max(1, start), end):
        yield [judged[i], *judged[i - 1 : i], *judged[i + 1 : min(i + 2, end)]]


def _signs(item: _Judged) -> bool:
    """Tell whether a piece is an author's name."""
    return item.label != "sentence" and noise.is_byline(item.piece.words)
