"""Whether the words before a name or an office tell a man's or a woman's: "la ministre" is not Mr X.

Only where every word about somebody agrees; languages without such articles have none.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from etl import resources
from etl.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from etl.extract.reading import Reading

_BEFORE = 12
"""Characters before a name or an office in which its article stands."""
_NEVER = "(?!)"


@cache
def _words(language: str, gender: str) -> str:
    joints = resources.language(language, "participation")["joints"]
    return "|".join(folded(word) for word in joints.get(gender, [_NEVER]))


@cache
def _article(language: str, gender: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_words(language, gender)})\.?\s+\Z")


@cache
def _opening(language: str, gender: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_words(language, gender)})(?!\w)")


@cache
def _her(language: str) -> re.Pattern[str]:
    joints = resources.language(language, "participation")["joints"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(joints.get('her', [_NEVER]))})(?!\w)", re.IGNORECASE)


def before(reading: Reading, start: int) -> str | None:
    """Return the gender that the article right before a position tells."""
    text, language = folded(reading.view[max(0, start - _BEFORE) : start]), reading.document.language or "en"
    return next((g for g in ("feminine", "masculine") if _article(language, g).search(text)), None)


def of_persons(reading: Reading) -> dict[str, str]:
    """Return the gender of those of whom all words that stand before their names and offices agree."""
    language = reading.document.language or "en"
    told: dict[str, set[str]] = {}
    for sentence in reading.sentences:
        starts = [(mention.key, mention.outer_start, mention.start) for mention in sentence.persons]
        starts += [(office.person, office.start, office.start) for office in sentence.roles if office.person]
        for key, outer, start in starts:
            found = told.setdefault(key, set())
            style = folded(reading.view[outer:start])
            found |= {g for g in ("feminine", "masculine") if _opening(language, g).match(style)}
            found |= {gender for at in {outer, start} if (gender := before(reading, at))}
    return {key: found.pop() for key, found in told.items() if len(found) == 1}


def of_pronoun(reading: Reading, start: int, end: int) -> str | None:
    """Return the gender that a pronoun between two positions tells: "elle", "l'a reçue"; none of a man's."""
    her = _her(reading.document.language or "en").search(reading.view, start, end)
    return "feminine" if her else None


def kept(genders: dict[str, str], keys: Iterable[str], gender: str | None) -> list[str]:
    """Return those whom words of a gender may mean; all where it fits nobody ("le ministre", of a woman)."""
    known = list(keys)
    return [key for key in known if gender and genders.get(key, gender) == gender] or known
