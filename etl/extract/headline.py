"""What a headline tells that stands outside the article's text: in front matter, in a page's metadata."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl import places
from etl.countries import find_countries
from etl.extract import cues
from etl.extract.bodies import find_bodies
from etl.spelling import folded

if TYPE_CHECKING:
    from etl.extract.reading import Reading
    from etl.places import City

_NAME = re.compile(r"(?<!\w)[A-ZÀ-Þ][\w'-]*(?: [A-ZÀ-Þ][\w'-]*)?")


@dataclass(frozen=True, slots=True)
class Headline:
    """The ordinal of the session and the city that a headline gives."""

    ordinal: int | None = None
    place: tuple[str, City] | None = None


def read(reading: Reading) -> Headline:
    """Return what the document's title tells, unless the article repeats it and it was read there."""
    document = reading.document
    title = " ".join((document.title or "").split())
    if not title or any(sentence.block == "title" for sentence in reading.sentences):
        return Headline()
    language = document.language or "en"
    found = find_bodies(title, 0, len(title), language, ())[1]
    noun = cues.words(language).noun.search(folded(title))
    return Headline(found[0].value if found and noun else None, _place(title, language))


def _place(title: str, language: str) -> tuple[str, City] | None:
    for match in _NAME.finditer(title):
        if places.locative(language).search(folded(title[: match.start()])):
            for name in (match[0], match[0].split()[0]):
                city = places.find_city(name)
                if city and all(word.kind == "metonym" for word in find_countries(name, language)):
                    return name, city
    return None
