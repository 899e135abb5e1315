"""Things of the graph by what people call them: no accents, no case, any order of words, or only a part.

A kind of thing is a statement ``cypher/lookup/KIND.cypher`` that returns ``id``, ``label`` and ``names``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from etl import cypher
from etl.spelling import key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from etl.database import Database

_SIMILAR = 60
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Thing:
    """A node as people know it: ``label`` is how it is shown, ``names`` every form it is asked for by."""

    id: str
    label: str
    names: tuple[str, ...]


def things(database: Database, kind: str) -> list[Thing]:
    """Return all things of a kind, in a stable order."""
    rows = database.read(cypher.statement(f"lookup/{kind}"))
    return [Thing(row["id"], row["label"] or row["id"], tuple(filter(None, row["names"]))) for row in rows]


def matching(candidates: Iterable[Thing], text: str) -> list[Thing]:
    """Return the thing with that id; else those of that full name; else those with all the words in one name.

    A word of the text may be the beginning of a word of the name. A full name has two words at least: a lone
    surname stands for all who bear it.
    """
    candidates = list(candidates)
    if exact := [thing for thing in candidates if thing.id == text]:
        return exact
    wanted = key(text)
    words = wanted.split()
    if len(words) > 1 and (full := [thing for thing in candidates if wanted in (key(name) for name in thing.names)]):
        return full
    return [thing for thing in candidates if words and any(_has_all(key(name), words) for name in thing.names)]


def near(candidates: Iterable[Thing], text: str) -> list[str]:
    """Return the labels of the things whose names look most like ``text``, the nearest first."""
    labels = {name: thing.label for thing in candidates for name in thing.names}
    return list(dict.fromkeys(labels[name] for name in similar(text, labels)))[:_SHOWN]


def similar(text: str, choices: Iterable[str]) -> list[str]:
    """Return the few choices that look most like ``text``, the nearest first."""
    found = process.extract(text, sorted(choices), scorer=fuzz.WRatio, processor=key, score_cutoff=_SIMILAR, limit=9)
    return [choice for choice, _, _ in found]


def _has_all(name: str, words: list[str]) -> bool:
    parts = name.split()
    return all(any(part.startswith(word) for part in parts) for word in words)
