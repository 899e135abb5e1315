"""Capitals that stand for their countries as a side: "for Dakar, A; for Banjul, B"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from etl import places, resources
from etl.extract.reading import CountryMention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.reading import PlaceMention


@cache
def _for(language: str) -> re.Pattern[str]:
    words = resources.language(language, "participation")["joints"]["for"]
    return re.compile(rf"(?<!\w)(?i:{'|'.join(map(re.escape, words))}) \Z")


def with_seats(
    countries: tuple[CountryMention, ...], cities: Sequence[PlaceMention], view: str, language: str
) -> tuple[CountryMention, ...]:
    """Return the countries of a sentence with those whose side a capital names, right before a comma.

    Without those inside the name of a town: "Port of Spain".
    """
    countries = tuple(
        mention
        for mention in countries
        if not any(
            city.start < mention.start and mention.end <= city.end and city.country != mention.code for city in cities
        )
    )
    seats = [
        CountryMention(city.start, city.end, city.country, "metonym")
        for city in cities
        if city.country and view[city.end : city.end + 1] == ","
        if _for(language).search(view, max(0, city.start - 20), city.start)
        if (known := places.find_city(city.city, [city.country])) and known.capital
    ]
    return tuple(sorted((*countries, *seats), key=lambda mention: mention.start)) if seats else countries
