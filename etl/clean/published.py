"""When a text was published, as far as the text itself says so.

A date within a sentence is no such statement: what counts are lines of their own around the article, a news agency's
opening, and, where nothing better is given, a part of a page's or an issue's head.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from babel import Locale

from etl.clean import noise
from etl.clean.metadata import date_in_words, is_url, parse_date
from etl.dates import find_dates
from etl.records import PartialDate
from etl.resources import LANGUAGES
from etl.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CAPITALISED = r"[A-ZÀ-ÞŒ][\w.'’-]*"
_BETWEEN = rf"{_CAPITALISED}|\((?:{_CAPITALISED} ?)+\)|d[aeou]l?|dos|das|des|la|los|las|el|le|les|sur|of|the"
_PLACE = rf"{_CAPITALISED}(?:(?:,? |/| - )(?:{_BETWEEN}))*"
_AGENCY = r"(?:\s?[(/\[][^()/\[\]]{2,40}[)/\]])"
_DATED = r"\s?(?:(?:on|le|a|el) )?[^\n,;:()]{0,12}?\b[^\n;:()]{0,24}?\d{2,4}\b\)?"
_WHOLE = r"(?:\d{1,2}(?:er)? [^\W\d_]{3,10}\.? \d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{4})"
_WIRE = re.compile(
    r"[^\W\d_][^\n:;()]{1,60}?\d{4}\b[^\n.:;]{0,5}?(?:\([^()]{2,40}\)\s*)?[.:]?\s?[-–—]"
    rf"|{_PLACE}(?:,|\s[-–—]|\s\(){_DATED}(?:{_AGENCY}?\s?[-–—]|{_AGENCY}|\s?:|\s?\.(?=\s+[\"«“]?[A-ZÀ-ÞŒ]))"
    rf"|{_AGENCY}\s?[-–—]?\s?{_PLACE},{_DATED}\s?[-–—]|{_PLACE}{_AGENCY}[.,]\s[^\n.:;]{{0,40}}?\d{{4}}\b"
    rf"|(?:{_PLACE} )?{_WHOLE}\s?(?:\.?\s?[-–—]|:)|\({_PLACE},? (?:le )?{_WHOLE}\)"
)
_IN_FIGURES = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{4}-\d\d-\d\d")
_SIGNED = 2
"""Parts of a line at the foot that are the page's name and an author's."""
_DAY = r"\d{1,2}(?:er)? (?:de )?[^\W\d_]{3,10}\.?|[^\W\d_]{3,10}\.? \d{1,2}"
_YEARLESS = re.compile(
    rf"{_PLACE}(?:{_AGENCY})?,? (?:(?:on|le|el) )?(?:[^\W\d_]{{4,10}},? )?(?P<day>{_DAY})"
    rf"(?:,?{_AGENCY}|\s?[,.]?\s?[-–—:]|, [A-Z]{{2,8}}\s?[-–—:])"
)
_ISSUE = re.compile(
    r"\b(?:año|année|year)\s+(?P<year>20\d\d)\b|\bn(?:\.?\s?[º°o]|um|ro|r|úm|o)?\.?\s?:?\s?\d{1,5}\s?[/-]\s?(?P<of>20\d\d)\b"
    r"|^[^\W\d_]{2,4}(?:[/-][^\W\d_]{2,4})*[/-](?P<initials>20\d\d)$",
    re.IGNORECASE,
)
"""The year of an issue, a release or a writer's initials: "Year 2017 - Bulletin 212", "No. 45/2017", "jf/2017"."""
_ISSUE_WORDS = 16
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\D{0,30}(?P<year>20\d\d)|(?P<before>20\d\d)\s?©", re.IGNORECASE)
_ON_THE_DAY = re.compile(r"(?<!\w)(?:this|on|ce|este)\s+(?P<weekday>[^\W\d_]+)")
_IN_BRACKETS = re.compile(r"\(([^()]{6,40})\)\s*$")
_FILED = re.compile(r"[/-](20\d\d)(?:[/-]([01]\d)(?:[/-]([0-3]\d))?|([01]\d)([0-3]\d)(?:\d{4,6})?)(?=[/_.-]|$)")
_BEGUN = re.compile(rf"(?:(?:{_DAY}),?(?: (?:de |del )?)20\d\d|\d{{1,2}}[/.-]\d{{1,2}}[/.-]20\d\d)(?=\s+[A-ZÀ-ÞŒ])")
"""A whole date at the head of a line, before the name of a page's section."""
_BEGUN_WORDS = 7
_WEEK = dt.timedelta(days=7)
_OPENINGS = 3
"""Paragraphs in which a news agency's opening may stand, after the subheads."""


def from_url(url: str) -> PartialDate | None:
    """Return the day or month under which a site files a page (".../2023/05/03/talks")."""
    match = _FILED.search(url) if is_url(url) else None
    return parse_date("-".join(part for part in match.groups() if part)) if match else None


def openings(paragraphs: Sequence[str]) -> list[str]:
    """Return how the first paragraphs open where that is a news agency's place and date."""
    found = []
    for words in paragraphs[:_OPENINGS]:
        match = _WIRE.match(words)
        if match and date_in_words(match[0]):
            found.append(match[0])
    return found


def yearless(paragraphs: Sequence[str], page: str, frame: Sequence[str] = ()) -> PartialDate | None:
    """Return the date of an opening without a year ("SELLA, 10 Jul. (AGENCY)"), where the page tells the year.

    The first paragraphs do with a whole date of the days before, or a line of the page's head and foot (``frame``)
    with the same day or the year of an issue; else the page's copyright, which is as often the year when a page was
    saved as when it was written, so that the weekday of the news must agree.
    """
    copyright_years = {int(match["year"] or match["before"]) for match in _COPYRIGHT.finditer(page)}
    issues = _issue_years(frame)
    lines = {told.first for line in frame if (told := date_in_words(line)) and told.precision == "day"}
    for words, after in pairwise([*paragraphs, ""]):
        match = _YEARLESS.match(words)
        if match is None:
            continue
        news = f"{words} {after}"
        whole = [found.date.first for language in LANGUAGES for found in find_dates(news, language, None)
                 if found.kind == "explicit" and found.date and found.date.precision == "day"]  # fmt: skip
        named = (_weekdays().get(word["weekday"]) for word in _ON_THE_DAY.finditer(folded(news)))
        weekday = next((number for number in named if number is not None), None)
        years = {date.year for date in (*whole, *lines)} | copyright_years | issues
        for year in sorted(years, reverse=True):
            day = _day_of(match["day"], year)
            near = day and (any(dt.timedelta() <= day - date < _WEEK for date in whole) or day.weekday() == weekday)
            if day and (near or day in lines or issues == {year}):
                return PartialDate(day)
    return None


def _issue_years(frame: Sequence[str]) -> set[int]:
    """Return the years that lines of a page's head and foot give an issue."""
    found = (match for line in frame if noise.word_count(line) <= _ISSUE_WORDS for match in _ISSUE.finditer(line))
    return {int(next(filter(None, match.groups()))) for match in found}


def _day_of(words: str, year: int) -> dt.date | None:
    """Return a day and month in words as a day of that year."""
    first = PartialDate(dt.date(year, 1, 1), "year")
    found = (date.date for language in LANGUAGES for date in find_dates(words, language, first))
    return next((date.first for date in found if date and date.precision == "day"), None)


@cache
def _weekdays() -> dict[str, int]:
    return {folded(name): number for code in LANGUAGES for number, name in Locale(code).days["format"]["wide"].items()}


@dataclass(frozen=True, slots=True)
class Lines:
    """What stands around and between an article's paragraphs: the head with what each line is, else the date lines."""

    head: Sequence[tuple[noise.Label, str]]
    below: Sequence[str]  # a standfirst
    between: Sequence[str]
    tail: Sequence[str]
    signed: Sequence[str] = ()  # of the tail, what stands beside an author's name


def find(lines: Lines, paragraphs: Sequence[str], header: PartialDate | None) -> PartialDate | None:
    """Return the date of publication.

    A line that says so comes first, else the date line nearest above the first paragraph, else a news agency's
    opening, else a date line just below a standfirst or the one that closes the text, else the page's header, else
    when it was changed, else a part of a line in the head.
    """
    head = [words for kind, words in lines.head if kind == "dateline" and not _of_an_event(words, lines.head)]
    tail = [line for line in lines.tail if not noise.is_period(line)]
    every = [*head, *lines.below, *lines.between, *tail]
    stated = [line for line in every if noise.is_published(line)] + head[::-1] + openings(paragraphs)
    stated += [*lines.below, *(line for line in tail[::-1] if line in lines.signed or noise.is_signature(line))]
    stated += _closing(tail)
    dates = [date for line in stated if (date := date_in_words(noise.publication(line)))]
    dates += [header] if header else []
    dates += [date for line in every if noise.is_updated(line) and (date := date_in_words(line))]  # better than none
    dates += _parts([words for _, words in lines.head if not _of_an_event(words, lines.head)])
    return next((date for date in dates if date.precision == "day"), dates[0] if dates else None)


def _closing(tail: Sequence[str]) -> list[str]:
    """Return the one date at the foot that stands in figures, or behind a page's and an author's name.

    Alone in words it may be an event's, and a list of other articles has several.
    """
    dated = [(n, part) for n, line in enumerate(tail) for part in noise.parts(line) if noise.is_bare_date(part)]
    if len(dated) != 1 or dated[0][0] not in {0, len(tail) - 1}:
        return []
    line = tail[dated[0][0]]
    signed = len(noise.parts(line)) > _SIGNED and noise.parts(line)[-1] == dated[0][1]
    return [dated[0][1]] if signed or _IN_FIGURES.fullmatch(line.strip()) else []


def _of_an_event(line: str, head: Sequence[tuple[noise.Label, str]]) -> bool:
    """Tell whether a date of a text's head is that of what it reports: several days, or a form with the place."""
    form = noise.is_field(line) and any(noise.is_venue(words) for _, words in head)
    return form or noise.is_period(line)


def begun(line: str) -> list[str]:
    """Return the whole date with which a short line begins, before the name of a section: "5 May 2018 World"."""
    match = _BEGUN.match(line) if noise.word_count(line) <= _BEGUN_WORDS else None
    return [match[0]] if match else []


def _parts(lines: Sequence[str]) -> Iterator[PartialDate]:
    """Yield the dates that are a whole part of a line of the head, the nearest to the article first."""
    for line in reversed(lines):
        for part in (*noise.parts(line), *_IN_BRACKETS.findall(line), *begun(line)):
            if noise.is_bare_date(part) and (date := date_in_words(part)):
                yield date
