"""The paragraphs of a text: where they begin and end, whatever markup and line breaks stand in between.

Works on a mask: the text with front matter, HTML tags, images and the like blanked, character for character,
so that every position is a position in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_HIDDEN = re.compile(
    r"<!--.*?-->"
    r"|<(script|style|iframe|noscript|nav|footer|aside|form|figcaption|button|select|svg)\b[^<>]*>.*?</\1\s*>"
    r"|\{%.*?%\}|\{\{.*?\}\}|\{:[^{}\n]*\}",
    re.DOTALL | re.IGNORECASE,
)
_BREAK = re.compile(r"<br\s*/?>[ \t]*\n?", re.IGNORECASE)
_BLOCK_TAG = re.compile(
    r"</?(?:p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|blockquote|section|article|header|main|hr|"
    r"figure|center|pre|html|body)\b[^<>]*>",
    re.IGNORECASE,
)
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|big|cite|code|em|embed|font|i|img|ins|del|mark|object|param|q|s|small|source|span|strike|strong|"
    r"sub|sup|time|tt|u|video|audio|label|input|o:p)\b[^<>]*>",
    re.IGNORECASE,
)
_IMAGE = re.compile(r"!\[[^\]]*\](?:\([^()\s]*(?:\s+\"[^\"]*\")?\)|\[[^\]]*\])?")
_EMPTY_LINK = re.compile(r"\[\s*\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_REFERENCE = re.compile(r"^[ ]{0,3}\[[^\]]+\]:[ \t]+\S.*$", re.MULTILINE)
_HARD_BREAK = re.compile(r"\\+[ \t]*$", re.MULTILINE)
_QUOTE_MARK = re.compile(r"^[ \t]*>[ \t>]*", re.MULTILINE)
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]+(?=\S)")
_BULLET = re.compile(r"[ \t]*(?:[-*+•▪◦‣·●■–—➢➔✓✔\uf0a7\uf0b7\uf0d8\uf0fc][ \t\u00a0]+|\d{1,2}[.)][ \t\u00a0]+)(?=\S)")
_UNFINISHED = re.compile(
    r"(?:,|\b(?:of|the|and|for|with|by|to|in|at|de|du|des|la|le|les|et|à|au|aux|par|avec|sur|el|los|las|y|e|con|del|por|"
    r"para|que|Mr|Mrs|Ms|Mme|Dr)\.?)$"
)
"""A line that cannot end a paragraph."""
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]*_\s]*$")
_NARROW, _WIDE = 45, 130  # a hard-wrapped line's length lies between
_WRAPPED_SHARE = 0.35  # of the line breaks inside paragraphs go on in lower case where a text is wrapped
_MANY, _UNFINISHED_SHARE = 8, 0.7  # of so many line breaks stand within a sentence
_FULL = 0.75  # a wrapped line that is not its paragraph's last fills at least this share of the width
_SHORTER = 0.6
"""How long a line may be beside the one above that was not wrapped there."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, heading or list item: its place, and its words on one line without markup."""

    start: int
    end: int
    words: str
    heading: bool = False
    item: bool = False
    linked: bool = False  # all but a few of its letters are links


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str
    marker: int  # length of the heading mark or bullet
    heading: bool
    item: bool

    @property
    def goes_on(self) -> bool:
        return self.text[:1].islower()


def mask(text: str, begin: int) -> str:
    """Return ``text`` with everything before ``begin`` and all that is no text blanked, of the same length."""
    masked = re.sub(r"[^\n]", " ", text[:begin]) + text[begin:]
    masked = _HIDDEN.sub(_as_paragraph_break, masked)
    masked = _BREAK.sub(lambda match: "\n" + " " * (len(match[0]) - 1), masked)
    masked = _BLOCK_TAG.sub(_as_paragraph_break, masked)
    for pattern in (_INLINE_TAG, _IMAGE, _EMPTY_LINK, _REFERENCE, _HARD_BREAK, _QUOTE_MARK):
        masked = pattern.sub(lambda match: " " * len(match[0]), masked)
    return masked


def pieces(masked: str, *, apart: Callable[[str], bool]) -> list[Piece]:
    """Return the pieces of a masked text in order.

    A blank line always separates; a line break does unless the text is hard-wrapped there. A line for which
    ``apart`` holds (a by-line, a date) is always a piece of its own.
    """
    chunks = _rejoined(list(_chunks(masked)), apart)
    wrapped = _is_wrapped(chunks)
    found: list[Piece] = []
    for chunk in chunks:
        width = max((len(line.text) for line in chunk if len(line.text) <= _WIDE), default=_WIDE)
        group = [chunk[0]]
        for line in chunk[1:]:
            parted = not _in_prose(group, line) and (apart(line.text) or (len(group) == 1 and apart(group[0].text)))
            if not parted and _joins(group[-1], line, width, wrapped=wrapped, item=group[0].item):
                group.append(line)
            else:
                found.append(_piece(masked, group))
                group = [line]
        found.append(_piece(masked, group))
    return [piece for piece in found if any(character.isalnum() for character in piece.words)]


def plain(text: str) -> str:
    """Return Markdown ``text`` on one line without its links' addresses and emphasis marks."""
    return " ".join(re.sub(r"[*_`\\]+", "", _LINK.sub(r"\1", text)).split())


def _as_paragraph_break(match: re.Match[str]) -> str:
    return "\n\n".ljust(len(match[0]))


def _chunks(masked: str) -> Iterator[list[_Line]]:
    chunk: list[_Line] = []
    position = 0
    for raw in masked.split("\n"):
        if raw.strip():
            chunk.append(_line(raw.rstrip(), position))
        elif chunk:
            yield chunk
            chunk = []
        position += len(raw) + 1
    if chunk:
        yield chunk


def _line(raw: str, position: int) -> _Line:
    heading, bullet = _HEADING.match(raw), _BULLET.match(raw)
    marker = heading or bullet
    lead = marker.end() if marker else len(raw) - len(raw.lstrip())
    return _Line(position + lead, raw[lead:].lstrip(), lead, heading is not None, bullet is not None and not heading)


def _rejoined(chunks: list[list[_Line]], apart: Callable[[str], bool]) -> list[list[_Line]]:
    """Return the chunks without the blank lines that stand within sentences, as between the lines of a scanned page."""
    joined = chunks[:1]
    for chunk in chunks[1:]:
        before, after = joined[-1][-1], chunk[0]
        plain = not (before.heading or after.heading or after.item) and len(before.text) >= _NARROW
        if plain and after.goes_on and not _SENTENCE_END.search(before.text) and not apart(after.text):
            joined[-1] = [*joined[-1], *chunk]
        else:
            joined.append(chunk)
    return joined


def _is_wrapped(chunks: list[list[_Line]]) -> bool:
    """Tell whether lines end where they are full, not where paragraphs end."""
    breaks = [
        (before, after)
        for chunk in chunks
        for before, after in pairwise(chunk)
        if not after.item and _NARROW <= len(before.text) <= _WIDE
    ]
    in_lower_case = sum(after.goes_on for _, after in breaks)
    unfinished = sum(_SENTENCE_END.search(before.text) is None for before, _ in breaks)
    return len(breaks) > 1 and (
        in_lower_case >= len(breaks) * _WRAPPED_SHARE
        or (len(breaks) >= _MANY and unfinished >= len(breaks) * _UNFINISHED_SHARE)  # a text in capitals
    )


def _in_prose(group: list[_Line], line: _Line) -> bool:
    """Tell whether a line stands within a sentence: "by Nora Winfield" there is no by-line, nor a date a date line."""
    before = group[-1].text
    if len(before) < _NARROW or _SENTENCE_END.search(before):
        return False
    if len(group) == 1 and line.goes_on and line.text[-1:].isdigit() and len(line.text) < len(before) * _SHORTER:
        return False  # "samedi 5 mai 2018 - 11:07" under a long headline
    return line.goes_on or len(group) > 1 or line.text.endswith(".")


def _joins(before: _Line, after: _Line, width: int, *, wrapped: bool, item: bool) -> bool:
    """Tell whether ``after`` goes on with the paragraph of ``before``: in lower case, or after a full line."""
    if before.heading or after.heading or after.item or width < _NARROW:
        return item and not after.item and not after.heading and after.goes_on
    if _UNFINISHED.search(before.text) or (after.goes_on and not _SENTENCE_END.search(before.text)):
        return True
    first_word = after.text.split(maxsplit=1)[0]
    return wrapped and (len(before.text) >= width * _FULL or len(before.text) + len(first_word) >= width)


def _piece(masked: str, group: list[_Line]) -> Piece:
    start = group[0].start
    end = group[-1].start + len(group[-1].text)
    while start < end and masked[start].isspace():
        start += 1
    text = masked[start:end]
    linked = sum(len(match[1]) for match in _LINK.finditer(text))
    words = plain(text)
    return Piece(
        start,
        end,
        words,
        heading=group[0].heading,
        item=group[0].item,
        linked=linked > 0 and linked >= len(words) * 0.8,
    )
