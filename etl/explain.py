"""Why the graph says so: every document, sentence, offset, rule and human decision behind a fact."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from etl import cypher, lookup
from etl.decisions import Decision, FactLike, PersonLike, RoleLike, compact, fits_name, parse_decisions
from etl.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from etl.database import Database, Row
    from etl.decisions import Thing

_CLAIMS_OF = {
    "CO_CHAIRED": "participants",
    "ATTENDED": "participants",
    "HELD_ROLE": "participants",
    "REPRESENTED_AT": "offices",
    "AGREED_ON": "topics",
    "DISCUSSED": "topics",
    "CONCERNED": "routes",
    "REPORTS": "meetings",
}
"""Where a document's stored claims (:class:`etl.records.Claims`) keep the evidence of a kind of fact."""

_CANDIDATES = 9


@dataclass(frozen=True, slots=True)
class Support:
    """One document's sentence behind a fact; ``offset`` is its position in the document's text.

    ``rule`` and ``confidence`` are None where the document was extracted by another version of the rules.
    """

    document: str
    title: str | None
    published: str | None
    source: str | None
    sentence: str
    offset: int | None
    rule: str | None
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the graph and all that stands behind it; ``detail`` is what its relationship says besides."""

    fact: str
    subject: str
    subject_id: str
    object: str
    object_id: str
    detail: dict[str, str]
    confidence: float | None
    support: tuple[Support, ...]
    decisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What to explain: words for a person, a meeting, an office; ids of the vocabulary for topic and route."""

    person: str | None = None
    meeting: str | None = None
    role: str | None = None
    topic: str | None = None
    route: str | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """The ids that the words of a question stand for; None where it did not ask."""

    persons: list[str] | None
    meetings: list[str] | None
    targets: list[str] | None


def explain(database: Database, question: Question) -> list[Fact]:
    """Return the facts that a question is about, in a stable order, each with its support.

    Raises UsageError where a word fits nothing or several things, with the candidates; DatabaseError where the
    database holds no graph of this product.
    """
    if question == Question():
        raise UsageError("nothing to explain", hint="name a person, or give --meeting, --role, --topic or --route")
    database.require_schema()
    found = _find(database, question)
    if found.persons is not None and found.targets is None:
        rows = database.read(cypher.statement("explain/of_person"), persons=found.persons, meetings=found.meetings)
    else:
        rows = database.read(cypher.statement("explain/of_meeting"), meetings=found.meetings, targets=found.targets)
    told = (
        database.read(cypher.statement("explain/reports"), meetings=found.meetings)
        if found.meetings and found.persons is None and found.targets is None
        else []
    )
    documents = _documents(database, rows, told)
    decisions = _decisions(database)
    return [*_versions(told, documents), *(_fact(row, documents, decisions) for row in rows)]


def as_text(facts: Sequence[Fact]) -> Iterator[str]:
    """Give the lines of an explanation for a reader."""
    for fact in facts:
        sure = "" if fact.confidence is None else f"  (confidence {fact.confidence:g})"
        yield f"{fact.subject} {fact.fact} {fact.object}{sure}"
        yield from (f"    {name}: {value}" for name, value in fact.detail.items())
        for support in fact.support:
            published = f", {support.published}" if support.published else ""
            yield f"  - {support.title or support.document}{published}"
            yield f"    {support.document}" + (f"  ({support.source})" if support.source else "")
            if support.sentence:
                yield f"    at {support.offset}: “{' '.join(support.sentence.split())}”"
            if support.rule:
                yield f"    rule {support.rule}, confidence {support.confidence:g}"
        yield from (f"  * decision: {decision}" for decision in fact.decisions)
        yield ""


def _find(database: Database, question: Question) -> _Found:
    person = _one(database, "person", question.person)
    meeting = _one(database, "meeting", question.meeting, beside=person)
    targets = [
        *([role.id] if (role := _one(database, "role", question.role)) else []),
        *([lookup.topic(question.topic)] if question.topic else []),
        *([lookup.route(question.route)] if question.route else []),
    ]
    meetings = [meeting.id] if meeting else None
    if person and targets and not meetings:
        meetings = sorted(_attended(database, person.id))
    return _Found([person.id] if person else None, meetings, targets or None)


def _attended(database: Database, person: str) -> set[str]:
    rows = database.read(cypher.statement("explain/of_person"), persons=[person], meetings=None)
    return {row["object_id"] for row in rows if row["meeting"]}


def _one(database: Database, kind: str, words: str | None, beside: lookup.Thing | None = None) -> lookup.Thing | None:
    """Return the only thing that words fit; ``beside`` is a person one of whose meetings is meant, if any fits."""
    if words is None:
        return None
    things = lookup.things(database, kind)
    found = lookup.matching(things, words)
    if len(found) > 1 and beside is not None:
        attended = _attended(database, beside.id)
        found = [thing for thing in found if thing.id in attended] or found
    if len(found) == 1:
        return found[0]
    if found:
        listed = [f"{thing.label}  ({thing.id})" for thing in found[:_CANDIDATES]]
        more = ["..."] if len(found) > _CANDIDATES else []
        raise UsageError(
            f"{words!r} fits {len(found)} of type {kind}",
            hint="give one of:\n       " + "\n       ".join(listed + more),
        )
    raise UsageError(
        f"no {kind} in the graph is called {words!r}", hint=lookup.did_you_mean(lookup.near(things, words))
    )


def _documents(database: Database, *tables: Iterable[Row]) -> dict[str, Row]:
    """Return the documents that rows name, by id, their claims parsed."""
    ids = sorted({id_ for rows in tables for row in rows for id_ in row.get("documents") or [row["document"]]})
    found = database.read(cypher.statement("explain/documents"), ids=ids) if ids else []
    return {row["id"]: {**row, "claims": json.loads(row["claims"] or "{}")} for row in found}


def _decisions(database: Database) -> tuple[Decision, ...]:
    """Return the decisions that the graph was last computed with."""
    rows = database.read(cypher.statement("load/decisions"))
    stored = next((row["decisions"] for row in rows if row["decisions"]), "")
    return parse_decisions(stored, "decisions in the database").lines


def _fact(row: Row, documents: dict[str, Row], decisions: Iterable[Decision]) -> Fact:
    detail = {name: str(row[name]) for name in ("role", "action", "first_seen", "last_seen") if row[name] is not None}
    claims = row["claims"] or [None] * len(row["documents"])
    target = {row["object_id"]} if row["fact"] in ("AGREED_ON", "DISCUSSED", "CONCERNED") else set()
    support = tuple(
        _support(row["fact"], documents.get(document), document, said, target.union(keys or ()))
        for document, said, keys in zip(
            row["documents"], zip(row["evidence"], row["offsets"], strict=True), claims, strict=True
        )
    )
    return Fact(
        fact=row["fact"],
        subject=row["subject"],
        subject_id=row["subject_id"],
        object=row["object"],
        object_id=row["object_id"],
        detail=detail,
        confidence=row["confidence"],
        support=support,
        decisions=tuple(_sentence(decision) for decision in decisions if _concerns(decision, row)),
    )


def _versions(told: Iterable[Row], documents: dict[str, Row]) -> Iterator[Fact]:
    """Give each document's own version of a meeting as a fact."""
    for row in told:
        document = documents[row["document"]]
        claims = document["claims"].get("meetings", [])
        keys = set(row["claim"] or ())
        claim = next((claim for claim in claims if not keys or claim["key"] in keys), None)
        said = (claim["evidence"]["text"], claim["evidence"]["start"]) if claim else ("", None)
        yield Fact(
            fact="REPORTS",
            subject=document["title"] or row["document"],
            subject_id=row["document"],
            object=row["meeting"],
            object_id=row["meeting_id"],
            detail={"as": ", ".join(row["version"])} if row["version"] else {},
            confidence=None,
            support=(_support("REPORTS", document, row["document"], said, keys),),
            decisions=(),
        )


def _support(fact: str, document: Row | None, id_: str, said: tuple[str, int | None], about: set[str]) -> Support:
    """Find the claim that gave a sentence: of that kind, at that place, preferably about the same thing."""
    sentence, offset = said
    claims = document["claims"].get(_CLAIMS_OF[fact], []) if document else []
    there = [
        claim for claim in claims if claim["evidence"]["start"] == offset and claim["evidence"]["text"] == sentence
    ]
    same = [
        claim
        for claim in there
        if about.intersection((claim.get("person"), claim.get("topic"), claim.get("route"), claim.get("key")))
        and claim.get("relation", fact) in (fact, "CO_CHAIRED", "ATTENDED")
    ]
    evidence: dict[str, Any] = (same or there or [{"evidence": {}}])[0]["evidence"]
    return Support(
        document=id_,
        title=document["title"] if document else None,
        published=document["published"] if document else None,
        source=document["source"] if document else None,
        sentence=sentence,
        offset=offset,
        rule=evidence.get("rule"),
        confidence=evidence.get("confidence"),
    )


def _concerns(decision: Decision, row: Row) -> bool:
    """Tell whether a decision speaks of this fact, or of the person or meeting in it."""
    if decision.fact is not None:
        return _fits_fact(decision.fact, row)
    things = [thing for thing in (decision.a, decision.b) if thing is not None]
    return any(_fits(thing, row) for thing in things)


def _fits_fact(like: FactLike, row: Row) -> bool:
    if like.type != row["fact"] or like.target not in (None, row["object_id"], row["subject_id"]):
        return False
    return all(_fits(thing, row) for thing in (like.person, like.meeting) if thing is not None)


def _fits(thing: Thing, row: Row) -> bool:
    if isinstance(thing, RoleLike):
        return thing.id in {row["subject_id"], row["object_id"]}
    if isinstance(thing, PersonLike):
        return fits_name(thing, row["names"])
    meeting = row["meeting"]
    if meeting is None or set(thing.parties) != set(meeting["parties"]):
        return False
    return all(
        asked is None or asked == meeting[name]
        for name, asked in (
            ("series", thing.series),
            ("ordinal", thing.ordinal),
            ("date", thing.date),
            ("city", thing.city),
        )
    )


def _sentence(decision: Decision) -> str:
    """Return a decision in one line: what, of what, by whom, when and why."""
    things: list[Any] = [thing for thing in (decision.a, decision.b, decision.fact) if thing is not None]
    what = " / ".join(json.dumps(compact(thing), ensure_ascii=False) for thing in things)
    renamed = f" to {decision.to}" if decision.to else ""
    return f"{decision.kind} {what}{renamed} ({decision.who}, {decision.when}: {decision.why})"
