"""Whose document it is: the country whose government or outlet speaks, by its address or its dateline."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from etl.extract.reading import Reading

_GOVERNMENT = frozenset({"gov", "gob", "gouv", "go", "gv", "gub", "govt", "govern"})
"""Second-level domains of governments."""
_MARK = 3
"""Characters of the marks in a dateline."""


def government_of(reading: Reading) -> str | None:
    """Return the country whose government published the document at its own address, else None."""
    for address in (reading.document.id, reading.document.source):
        labels = (urlsplit(address).hostname or "").split(".")
        if labels[-1] in {"gov", "mil"}:
            return "US"
        if len(labels) > 1 and len(labels[-1]) == 2 and labels[-2] in _GOVERNMENT:  # noqa: PLR2004 (a country's domain)
            return _domain_country(labels[-1])
    return None


def _domain_country(label: str) -> str:
    return {"UK": "GB"}.get(label.upper(), label.upper())


def home_country(reading: Reading) -> str | None:
    """Return the country whose government or outlet speaks: its address's, else its dateline's."""
    if government := government_of(reading):
        return government
    for address in (reading.document.id, reading.document.source):
        label = (urlsplit(address).hostname or "").split(".")[-1]
        code = _domain_country(label)
        if len(label) == 2 and any(mention.code == code for s in reading.sentences for mention in s.countries):  # noqa: PLR2004 (a country's top-level domain)
            return code
    for sentence in reading.sentences[:4]:
        dated = [date.end for date in sentence.dates if date.start - sentence.start < _MARK]
        for place in sentence.places:
            opens = min(place.start - end for end in (sentence.start, *dated) if end <= place.start) <= _MARK
            if place.country and (sentence.block == "dateline" or opens):
                return place.country
    return None
