"""Whose document it is: the country whose government or outlet speaks, by its address, its letterhead or dateline."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from etl import resources
from etl.countries import find_countries
from etl.extract import cues
from etl.patterns import compile_phrases
from etl.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from etl.extract.reading import PlaceMention, Reading, Sentence
    from etl.records import Document

_GOVERNMENT = frozenset({"gov", "gob", "gouv", "go", "gv", "gub", "govt", "govern"})
"""Second-level domains of governments."""
_MARK = 3
"""Characters of the marks in a dateline."""
_HEAD = 400
"""Characters at the top of a text in which a letterhead stands."""
_HEAD_WORDS, _NAME_WORDS = 12, 5
"""Words of the longest line of a letterhead, and of one that may be taken for the headline."""
_MINISTRY = "minist"
"""What the word for a ministry begins with in every language."""
_BETWEEN = re.compile(r"[\W_]*")
"""What stands between a dateline's date and its place; "lundi à Lima" begins a sentence."""
_FIRST, _DATELINE = 4, 70
"""Sentences at the top of a text that may have a dateline, and the characters of one."""
_GOAL = 6
"""Characters between "on a visit to" and the country, with an article."""
_PRINTED = re.compile(
    rf"(?<![\w-])(?:(?P<of>{'|'.join(sorted(_GOVERNMENT))})\.(?P<land>[a-z]{{2}})|(?P<us>gov|mil)|(?P<ca>gc\.ca|canada\.ca)"
    r"|(?P<ch>admin\.ch)|(?P<eu>europa\.eu))(?![\w-]|\.\w)",
    re.IGNORECASE,
)
"""Addresses of governments as a page prints them: "GOV.UK", "prensa@interior.gob.es"."""


def government_of(reading: Reading) -> str | None:
    """Return the country whose government published the document, else None.

    By its own address, else by the addresses and the letterhead that stand above and around its article.
    """
    for address in (reading.document.id, reading.document.source):
        labels = (urlsplit(address).hostname or "").split(".")
        if labels[-1] in {"gov", "mil"}:
            return "US"
        if len(labels) > 1 and len(labels[-1]) == 2 and labels[-2] in _GOVERNMENT:  # noqa: PLR2004 (a country's domain)
            return _domain_country(labels[-1])
    return _printed(reading.document)


def around_the_article(reading: Reading, other: AbstractSet[str]) -> str | None:
    """Return the one country but the others that a page names in its menus: "Come to Belgium"."""
    parts, language = _outside(reading.document), reading.document.language or "en"
    named = {country.code for part in parts for country in find_countries(part, language) if country.kind == "name"}
    return (named - other).pop() if len(named - other) == 1 else None


def _outside(document: Document) -> list[str]:
    """Return what a page prints before, between and behind the parts of its article."""
    outside, at = [], 0
    for block in (*document.blocks, None):
        outside.append(document.text[at : block.start if block else len(document.text)])
        at = block.end if block else at
    return outside


@lru_cache(maxsize=8)
def _printed(document: Document) -> str | None:
    """Return the country of the one government whose addresses or letterhead a page prints around its article."""
    outside = [*_outside(document), document.text[:_HEAD]]
    codes = {_addressed(match) for part in outside for match in _PRINTED.finditer(part)}
    if len(codes) == 1:
        return codes.pop()
    language = document.language or "en"
    first = next((block.start for block in document.blocks if block.kind == "body"), 0)
    for line in document.text[: min(_HEAD, first)].splitlines():
        most = _NAME_WORDS if line == document.title else _HEAD_WORDS
        if len(line.split()) <= most and _letterhead(language).search(folded(line)):
            none = {"UN", "EU"} if _MINISTRY in folded(line) else {"UN"}  # the Union has no ministries
            named = [country.code for country in find_countries(line, language) if country.code not in none]
            if named:
                return named[0]
    return None


def _addressed(match: re.Match[str]) -> str:
    """Return the country of a government's printed address: of its top-level domain, or the one it is named after."""
    named = next((name.upper() for name in ("us", "ca", "ch", "eu") if match[name]), None)
    return named or _domain_country(match["land"])


@lru_cache(maxsize=1)
def _agencies() -> re.Pattern[str]:
    """Return the pattern of a news agency at the head of its dispatch: "(MAP)", "/TAP/", ", GNA -"."""
    names = {name for group in resources.vocabulary("agencies").values() for name in group}
    every = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
    return re.compile(rf"[(/,.–—-]\s*(?P<name>{every})\s*[)/:–—-]")


def _agency_country(reading: Reading) -> str | None:
    """Return the country of the news agency whose dispatch the document is; of two that share a name, the one told."""
    heads = (reading.view[s.start : min(s.end, s.start + _DATELINE)] for s in reading.sentences[:_FIRST])
    found = next((found for head in heads if (found := _agencies().search(head))), None)
    if found is None:
        return None
    codes = [code for code, names in resources.vocabulary("agencies").items() if found["name"] in names]
    if len(codes) > 1:
        spoken = {mention.code for sentence in reading.sentences for mention in sentence.countries}
        spoken |= {place.country for sentence in reading.sentences for place in sentence.places if place.country}
        codes = [code for code in codes if code in spoken]
    return codes[0] if len(codes) == 1 else None


@lru_cache
def _letterhead(language: str) -> re.Pattern[str]:
    """Return the pattern of what opens the letterhead of a state's or of the Union's institution."""
    return compile_phrases(resources.language(language, "boilerplate")["letterhead"])


def _domain_country(label: str) -> str:
    return {"UK": "GB"}.get(label.upper(), label.upper())


def _visited(reading: Reading, code: str | None) -> bool:
    """Tell whether somebody is said to be on a visit to a country: the text's own people are at home elsewhere."""
    visit = cues.words(reading.document.language or "en").visit
    for sentence in reading.sentences:
        goals = [mention.start - sentence.start for mention in sentence.countries if mention.code == code]
        visits = visit.finditer(folded(reading.words(sentence))) if goals else ()
        if any(0 <= goal - match.end() < _GOAL for match in visits for goal in goals):
            return True
    return False


def _office_in(sentence: Sentence, place: PlaceMention) -> str | None:
    """Return the country in the name of the office that a dateline gives: "Accra, Ghana – Global Affairs Canada"."""
    if sentence.block != "dateline":
        return None
    return next((m.code for m in sentence.countries if m.start > place.end and m.code != place.country), None)


def home_country(reading: Reading) -> str | None:
    """Return the country whose government or outlet speaks: its address's, its agency's, else its dateline's."""
    if government := government_of(reading):
        return government
    for address in (reading.document.id, reading.document.source):
        label = (urlsplit(address).hostname or "").split(".")[-1]
        code = _domain_country(label)
        if len(label) == 2 and any(mention.code == code for s in reading.sentences for mention in s.countries):  # noqa: PLR2004 (a country's top-level domain)
            return code
    if agency := _agency_country(reading):
        return agency
    for sentence in reading.sentences[:_FIRST]:
        dated = [date.end for date in sentence.dates if date.start - sentence.start < _MARK]
        for place in sentence.places:
            before = max(end for end in (sentence.start, *dated) if end <= place.start)
            opens = place.start - before <= _MARK
            if opens and not _BETWEEN.fullmatch(reading.view, before, place.start):
                opens = not _visited(reading, place.country)
            # "The Coast Daily - Posadas, Tuesday 16 April", not "met A in Lima today"
            behind = (date.start - place.end for date in sentence.dates if date.kind != "relative")
            opens = opens or (not place.locative and any(0 <= gap <= _MARK for gap in behind))
            if place.country and (sentence.block == "dateline" or opens):
                return _office_in(sentence, place) or place.country
    return None
