"""Things of the graph by what people call them: no accents, no case, any order of words, or only a part.

A kind of thing is a statement ``cypher/lookup/KIND.cypher`` that returns ``id``, ``label`` and ``names``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from etl import cypher
from etl.errors import UsageError
from etl.resources import vocabulary
from etl.spelling import key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from etl.database import Database

_SIMILAR = 60
_SIMILAR_PART = 75
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
    """Return the labels of the few things with a name, or a part of one, that looks most like ``text``."""
    labels = {name: thing.label for thing in candidates for name in thing.names}
    found = process.extract(
        text, sorted(labels), scorer=fuzz.partial_ratio, processor=key, score_cutoff=_SIMILAR_PART, limit=9
    )
    return list(dict.fromkeys(labels[name] for name, _, _ in found))[:_SHOWN]


def similar(text: str, choices: Iterable[str]) -> list[str]:
    """Return the few choices that look most like ``text``, the nearest first."""
    found = process.extract(
        text, sorted(choices), scorer=fuzz.WRatio, processor=key, score_cutoff=_SIMILAR, limit=_SHOWN
    )
    return [choice for choice, _, _ in found]


def topic(word: str) -> str:
    """Return the id of a topic given by id or name; raise UsageError with those that look like it."""
    return _term("topic", {id_: entry["name"] for id_, entry in vocabulary("topics").items()}, word)


def route(word: str) -> str:
    """Return the id of a route given by id or name; raise UsageError with those that look like it."""
    return _term("route", {id_: entry["name"] for id_, entry in vocabulary("routes")["routes"].items()}, word)


def did_you_mean(names: Iterable[str]) -> str:
    """Return the hint that names what may have been meant; nothing where there is no name."""
    listed = ", ".join(names)
    return f"did you mean {listed}?" if listed else ""


def _term(kind: str, names: dict[str, str], word: str) -> str:
    wanted = key(word)
    for id_, name in names.items():
        if wanted in (key(id_), key(name)):
            return id_
    likely = did_you_mean(similar(word, names))
    raise UsageError(f"no {kind} is called {word!r}", hint=likely or f"one of {', '.join(sorted(names))}")


def _has_all(name: str, words: list[str]) -> bool:
    parts = name.split()
    return all(any(part.startswith(word) for part in parts) for word in words)
