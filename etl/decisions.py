"""What people decided about open questions, and the open questions themselves.

The file holds one JSON object a line (JSON Lines): it diffs line by line, each line stands alone and quotes names
with commas and accents safely, every tool reads it, and a wrong line can be named by its number. Empty lines and
lines that start with ``#`` are comments. Each line has ``decision``, ``who``, ``when`` (ISO date) and ``why``; the
shapes are in ``schemas/decisions.schema.json``::

    {"decision": "same", "person": {"name": "Khalid Zerouali", "country": "MA"}, "as": {"name": "K. Z."}, ...}
    {"decision": "different", "meeting": {"parties": ["ES", "MA"], "ordinal": 21}, "as": {...}, ...}
    {"decision": "same", "role": {"id": "ma-wali-of-frontiers"}, "as": {"id": "ma-wali-director-migration"}, ...}
    {"decision": "rename", "person": {"name": "Khalid Zerouali"}, "to": "Khalid Zarouali", ...}
    {"decision": "reject", "fact": {"type": "AGREED_ON", "meeting": {...}, "topic": "energy"}, ...}
    {"decision": "accept", "fact": {...}, ...}          takes a fact of low confidence off the review list
    {"decision": "revoke", "line": "the id of an earlier decision", ...}

Things are named by what documents say of them, never by database ids, so decisions survive re-extraction (the id of a
role is its country and what documents call the office). A field that is left out fits anything; ``document`` pins one
document's mention. Of two roles that are the same, the first becomes the second. A later line about the same two things
overrides an earlier one; deleting a line undoes it.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

import jsonschema

from etl import resources
from etl.errors import DecisionError
from etl.identity import parse_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

ReviewKind = Literal["person", "meeting", "role", "fact"]


@dataclass(frozen=True, slots=True)
class PersonLike:
    """A person by what documents say: a form of the name, and where needed country, role id or document."""

    name: str
    country: str | None = None
    role: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingLike:
    """A meeting by what documents say; ``date`` as ISO with its precision (``2024-10``), ``series`` a series id."""

    parties: tuple[str, ...]
    series: str | None = None
    ordinal: int | None = None
    date: str | None = None
    city: str | None = None
    document: str | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class FactLike:
    """A fact: its relationship type and ends; ``target`` is the topic, route or role id where the type has one."""

    type: str
    meeting: MeetingLike | None = None
    person: PersonLike | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True)
class RoleLike:
    """An office by its id, which is its country and the office's canonical name or folded title."""

    id: str


Thing = PersonLike | MeetingLike | RoleLike


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the file; ``a`` and ``b`` are two things (same, different), ``a`` alone with ``to`` (rename)."""

    id: str
    kind: Literal["same", "different", "rename", "reject", "accept"]
    who: str
    when: str
    why: str
    a: Thing | None = None
    b: Thing | None = None
    fact: FactLike | None = None
    to: str | None = None

    @property
    def things(self) -> list[Thing]:
        """All persons, meetings and roles that the decision speaks of."""
        fact = (self.fact.person, self.fact.meeting) if self.fact else ()
        return [thing for thing in (self.a, self.b, *fact) if thing]


@dataclass(frozen=True, slots=True)
class Decisions:
    """Every decision that stands, in the file's order."""

    lines: tuple[Decision, ...] = ()

    def pairs(self, kind: Literal["same", "different"], of: type[Thing]) -> list[tuple[Thing, Thing]]:
        """Return the two things of each decision of ``kind`` about things of a sort."""
        return [(d.a, d.b) for d in self.lines if d.kind == kind and isinstance(d.a, of) and isinstance(d.b, of)]

    def roles(self) -> dict[str, str]:
        """Return which role ids stand for which other, as people decided; what a chain ends in where it ends."""
        step = {
            a.id: b.id for a, b in self.pairs("same", RoleLike) if isinstance(a, RoleLike) and isinstance(b, RoleLike)
        }
        found: dict[str, str] = {}
        for first in step:
            last, passed = first, set[str]()
            while last in step and last not in passed:
                passed.add(last)
                last = step[last]
            found[first] = min(passed) if last in passed else last  # of a circle, the first in order
        return {first: last for first, last in found.items() if first != last}

    def facts(self, kind: Literal["reject", "accept"]) -> list[FactLike]:
        """Return the rejected or accepted facts."""
        return [d.fact for d in self.lines if d.kind == kind and d.fact]


NO_DECISIONS = Decisions()


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible answer to an open question: the node's id, a label to read, a description to decide with."""

    id: str
    label: str
    thing: Thing


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """A question that only a person can answer.

    ``id`` is stable by content; ``block`` is the node it asks about: when its claims are resolved again, so is the
    question. ``subject`` describes what is asked about.
    """

    id: str
    kind: ReviewKind
    block: str
    question: str
    subject: Thing | FactLike
    candidates: tuple[Candidate, ...]
    evidence: tuple[str, ...]
    documents: tuple[str, ...]


def stable_id(*parts: object) -> str:
    """Return 8 hexadecimal digits that depend on the parts' text alone."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:8]


def fits_name(like: PersonLike, forms: Iterable[str]) -> bool:
    """Tell whether one of a person's name forms is the one described (accents, case, order don't matter)."""
    wanted = sorted(parse_name(like.name).words)
    return any(sorted(parse_name(form).words) == wanted for form in forms)


def compact(thing: Thing | FactLike) -> dict[str, Any]:
    """Return a description as a line holds it: without the fields that are left out."""
    return _without_none(asdict(thing))


def _without_none(data: dict[str, Any]) -> dict[str, Any]:
    return {k: _without_none(v) if isinstance(v, dict) else v for k, v in data.items() if v is not None}


def _person(data: dict[str, Any]) -> PersonLike:
    return PersonLike(**data)


def _meeting(data: dict[str, Any]) -> MeetingLike:
    return MeetingLike(**{**data, "parties": tuple(sorted(data["parties"]))})


def _role(data: dict[str, Any]) -> RoleLike:
    return RoleLike(**data)


def _fact(data: dict[str, Any]) -> FactLike:
    person, meeting = data.get("person"), data.get("meeting")
    return FactLike(
        type=data["type"],
        meeting=_meeting(meeting) if meeting else None,
        person=_person(person) if person else None,
        target=data.get("target"),
    )


_MAKE: dict[str, Callable[[dict[str, Any]], Thing]] = {"person": _person, "meeting": _meeting, "role": _role}
_NAME: dict[type[Thing], str] = {PersonLike: "person", MeetingLike: "meeting", RoleLike: "role"}


def _decision(data: dict[str, Any]) -> Decision:
    kind = next((kind for kind in _MAKE if kind in data), "")
    first = data.get(kind)
    content = {k: v for k, v in data.items() if k not in {"who", "when", "why"}}
    return Decision(
        id=stable_id(json.dumps(content, sort_keys=True, ensure_ascii=False)),
        kind=data["decision"],
        who=data["who"],
        when=data["when"],
        why=data["why"],
        a=_MAKE[kind](first) if first else None,
        b=_MAKE[kind](data["as"]) if "as" in data else None,
        fact=_fact(data["fact"]) if "fact" in data else None,
        to=data.get("to"),
    )


@cache
def _validator() -> Any:  # noqa: ANN401 (jsonschema has no types)
    schema = resources.schema("decisions")
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def _message(errors: list[Any]) -> str:
    """Return the most telling of a line's schema errors."""
    deepest = jsonschema.exceptions.best_match(errors)
    path = ".".join(map(str, deepest.absolute_path))
    return f"{path}: {deepest.message}" if path else str(deepest.message)


def _subject(decision: Decision) -> tuple[object, ...]:
    """Return what a decision is about: a later one about the same replaces it."""
    if decision.fact:
        return ("fact", decision.fact)
    if decision.kind == "rename":
        return ("rename", decision.a)
    return ("pair", frozenset({decision.a, decision.b}))


def parse_decisions(text: str, where: str = "decisions") -> Decisions:
    """Read the lines of a decisions file.

    Raises :class:`DecisionError` with the line's number for a line that is no JSON object of the schema, or that
    revokes an unknown decision.
    """
    standing: dict[tuple[object, ...], Decision] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        hint = "see schemas/decisions.schema.json for what a line may hold; mend or delete the line"
        try:
            data = json.loads(line)
        except ValueError as error:
            raise DecisionError(f"{where}:{number}: not JSON: {error}", hint=hint) from error
        errors = list(_validator().iter_errors(data))
        if errors:
            raise DecisionError(f"{where}:{number}: {_message(errors)}", hint=hint)
        if data["decision"] == "revoke":
            revoked = [s for s, d in standing.items() if d.id == data["line"]]
            if not revoked:
                raise DecisionError(f"{where}:{number}: no decision above has the id {data['line']}", hint=hint)
            del standing[revoked[0]]
            continue
        decision = _decision(data)
        standing.pop(_subject(decision), None)
        standing[_subject(decision)] = decision
    return Decisions(tuple(standing.values()))


def read_decisions(path: Path | None) -> Decisions:
    """Read a decisions file; none, or a missing one, holds no decision."""
    if path is None or not path.exists():
        return NO_DECISIONS
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionError(f"{path}: cannot be read: {error}", hint="the file must be UTF-8 text") from error
    return parse_decisions(text, str(path))


def decision_line(
    kind: str,
    *,
    who: str,
    when: str,
    why: str,
    a: Thing | None = None,
    b: Thing | None = None,
    fact: FactLike | None = None,
    to: str | None = None,
) -> str:
    """Return the line to append for a decision, without its line end; it is what :func:`parse_decisions` reads."""
    data: dict[str, Any] = {"decision": kind}
    if a:
        data[_NAME[type(a)]] = compact(a)
    if b:
        data["as"] = compact(b)
    if fact:
        data["fact"] = compact(fact)
    if to:
        data["to"] = to
    return json.dumps({**data, "who": who, "when": when, "why": why}, ensure_ascii=False)
