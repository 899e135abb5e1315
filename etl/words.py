"""Words of a text: the tokenizer all stages share, and tables of phrases over its tokens."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Generic, TypeVar

from etl import resources
from etl.spelling import folded, unaccented

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

T = TypeVar("T")

# A word, tried in this order: names with an inner apostrophe, elisions, what a full stop belongs to, words, marks.
_ELISION = r"(?:[cdjlmnstCDJLMNST]|[qQ]u|[jJ]usqu|[lL]orsqu|[pP]uisqu)'(?=\w)"
_WORD = r"\w+(?:[-·](?!(?:[^\W\d_]\.){2})\w+)*"
_INNER = r"'(?:(?=[A-Z])|(?!(?:d|ll|m|re|s|t|ve)\b)(?=[a-z]))\w+(?:-\w+)*"
"""Behind a capital: "Si'alei", "O'Brien", but not "We've"."""
_TOKEN = {
    "fr": (
        rf"(?:(?:[MNO]'(?=[A-Z])|(?!Qu|Entr|[A-Z][a-z]*qu|Aujourd)[A-Z][a-z]{{1,4}}')\w+(?:-\w+)*)"
        rf"|[Aa]ujourd'hui|{_ELISION}|%s|{_WORD}|\S"
    ),
    "en": rf"(?:[A-Z][a-z]{{0,4}}{_INNER})|d'(?=[A-Z])|'s(?!\w)|%s|{_WORD}|\S",
    "es": rf"(?:[A-Z][a-z]{{0,4}}{_INNER})|d'(?=[A-Z])|%s|{_WORD}|\S",
}
_DOTTED = r"(?:[^\W\d_]\.-?){2,}(?:[^\W\d_](?!\w))?|[A-Z]\.(?=[ -]?[A-Z])|\d+(?:[.,:]\d+)+|n\.º|\d+\.?[ºª°]"


@cache
def token_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of one token, for unaccented text (accents change no boundary)."""
    abbreviations = resources.language(language, "sentences")["abbreviations"]
    ordered = sorted(set(abbreviations), key=lambda a: (-len(a), a))
    dotted = "|".join(rf"(?<!\w){re.escape(unaccented(a))}\." for a in ordered)
    return re.compile(_TOKEN[language] % f"(?:{dotted})|{_DOTTED}")


def split(text: str, language: str) -> tuple[str, ...]:
    """Return the folded tokens of a short text, such as a phrase of a lexicon."""
    before_name = "X" if text.endswith("'") else " X" if re.search(r"\b[A-Z]\.$", text) else ""
    words = token_pattern(language).findall(unaccented(text + before_name))
    return tuple(folded(word) for word in (words[:-1] if before_name else words))


class Phrases(Generic[T]):
    """Phrases as tuples of folded tokens, each with a value; the longest phrase at a place wins."""

    def __init__(self, entries: Iterable[tuple[str, T]], language: str) -> None:
        self._values = {split(phrase, language): value for phrase, value in entries}
        self._longest = max(map(len, self._values), default=0)

    def at(self, words: Sequence[str], i: int) -> tuple[int, T] | None:
        """Return the length and value of the longest phrase that begins at ``words[i]``, else None."""
        for length in range(min(self._longest, len(words) - i), 0, -1):
            value = self._values.get(tuple(words[i : i + length]))
            if value is not None:
                return length, value
        return None

    def ending_at(self, words: Sequence[str], end: int) -> tuple[int, T] | None:
        """Return the length and value of the longest phrase that ends before ``words[end]``, else None."""
        for length in range(min(self._longest, end), 0, -1):
            value = self._values.get(tuple(words[end - length : end]))
            if value is not None:
                return length, value
        return None
