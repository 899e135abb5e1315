"""Readings written by hand: a text in which square brackets name what a stretch denotes.

``[Omar Idrissi|p:MA:Minister of Justice]`` a person (country and title may be empty),
``[the ambassador|r:IT:Ambassador]`` an unnamed office, ``[her counterpart|k:ES]`` a counterpart,
``[Spain|c:ES]`` a country, ``[Rabat|l:MA]`` a place,
``[Joint Commission|b:joint-commission:ES MA]`` a body, ``[22nd|o:22]`` an ordinal, ``[Monday|d:2024-05-06]`` a date.
A line is a sentence; one that starts with ``#`` is a title, with ``-`` an item of a list.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from etl.extract.reading import (
    BodyMention,
    CountryMention,
    DateMention,
    OrdinalMention,
    PersonMention,
    PlaceMention,
    Reading,
    RoleMention,
    Sentence,
    Token,
)
from etl.records import Document, PartialDate, PersonClaim, RoleClaim

_MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")


def read_marked(marked: str, language: str, published: str | None = None, id_: str = "file:///d.txt") -> Reading:
    """Return the reading that the marks describe; persons with the same last word of their name are one."""
    text = ""
    lines: list[tuple[int, int, str, list[tuple[int, int, list[str]]]]] = []
    for raw in marked.strip().splitlines():
        line = raw.strip()
        if not line:
            continue
        block = {"#": "title", "-": "item"}.get(line[0], "body")
        line = line.lstrip("#- ")
        start, position, spans = len(text), 0, []
        for match in _MARK.finditer(line):
            text += line[position : match.start()]
            spans.append((len(text), len(text) + len(match[1]), match[2].split(":")))
            text += match[1]
            position = match.end()
        text += line[position:]
        lines.append((start, len(text), block, spans))
        text += "\n"
    persons: dict[str, PersonClaim] = {}
    sentences = tuple(_sentence(index, text, line, persons) for index, line in enumerate(lines))
    date = PartialDate(dt.date.fromisoformat(published)) if published else None
    document = Document(id_, "d.txt", text, (), "0", published=date, language=language)
    return Reading(document, text.replace("\n", " "), sentences, tuple(persons.values()))


def _sentence(index: int, text: str, line: tuple[Any, ...], persons: dict[str, PersonClaim]) -> Sentence:
    start, end, block, spans = line
    found: dict[str, list[Any]] = {kind: [] for kind in "prclbod"}
    for low, high, (kind, *rest) in spans:
        value = [*rest, "", ""]
        if kind == "p":
            found["p"].append(_person(low, high, text[low:high], value, persons))
        elif kind in "rk":
            role = RoleClaim(value[1] or "counterpart", value[2] or None, value[0] or None)
            found["r"].append(
                RoleMention(low, high, role, counterpart=kind == "k", plural=text[low:high].endswith("s"))
            )
        elif kind == "c":
            found["c"].append(CountryMention(low, high, value[0], "name"))
        elif kind == "l":
            found["l"].append(PlaceMention(low, high, text[low:high], value[0] or None, locative=True))
        elif kind == "b":
            found["b"].append(BodyMention(low, high, text[low:high], value[0] or None, None, tuple(value[1].split())))
        elif kind == "o":
            found["o"].append(OrdinalMention(low, high, int(value[0])))
        elif kind == "d":
            date = PartialDate(dt.date.fromisoformat(value[0])) if value[0] else None
            found["d"].append(DateMention(low, high, date, "explicit"))
    tokens = tuple(Token(m[0], start + m.start(), start + m.end()) for m in re.finditer(r"\w+|\S", text[start:end]))
    kinds = (tuple(found[kind]) for kind in "prclbod")
    return Sentence(index, start, end, block, index, tokens, *kinds)


def _person(low: int, high: int, name: str, value: list[str], persons: dict[str, PersonClaim]) -> PersonMention:
    key = name.rsplit(maxsplit=1)[-1].lower()
    role = RoleClaim(value[1], ":".join(filter(None, value[2:])) or None, value[0] or None) if value[1] else None
    known = persons.get(key)
    roles = tuple(filter(None, [*(known.roles if known else ()), role]))
    country = (known.country if known else None) or value[0] or None
    persons[key] = PersonClaim(key, known.name if known else name, (name,), roles, country)
    return PersonMention(low, high, low, high, key, name, role)
