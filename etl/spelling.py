"""Spelling made plain, one character for one, so that offsets stay true."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARKS = str.maketrans({
    "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "′": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "‹": '"', "›": '"', "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-",
})  # fmt: skip


@cache
def _base(character: str) -> str:
    """Return the character without its accent, where that leaves one character."""
    decomposed = unicodedata.normalize("NFD", character)
    return decomposed[0] if len(decomposed) > 1 and unicodedata.combining(decomposed[1]) else character


def unaccented(text: str) -> str:
    """Return ``text`` without accents and with plain quotes and dashes, of the same length; case is kept."""
    plain = text.translate(_MARKS)
    return plain if plain.isascii() else "".join(map(_base, plain))


def folded(text: str) -> str:
    """Return ``text`` unaccented and in lower case, of the same length."""
    plain = unaccented(text)
    lower = plain.lower()
    if len(lower) == len(plain):
        return lower
    return "".join(small if len(small := c.lower()) == 1 else c for c in plain)


def key(text: str) -> str:
    """Return the words of ``text``, folded, one space between them: for comparing spellings."""
    return " ".join(re.findall(r"\w+", folded(text)))


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return ``text``, of the same length, with spaces in the place of each of ``spans`` (start and end)."""
    characters = list(text)
    for low, end in spans:
        high = min(end, len(characters))
        characters[low:high] = " " * (high - low)
    return "".join(characters)


def alternatives(phrases: list[str]) -> str:
    """Return a regular expression for any of ``phrases`` (unaccented), the longest first.

    A space in a phrase matches any run of white space.
    """
    ordered = sorted({unaccented(p) for p in phrases}, key=lambda p: (-len(p), p))
    return "|".join(r"\s+".join(map(re.escape, p.split())) for p in ordered)
