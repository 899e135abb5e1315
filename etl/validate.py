"""The contract of GRAPH_MODEL.md as checks: what breaks it is an issue of the documents behind it, never silent.

``validate_claims`` looks at one document before anything is resolved, ``validate_graph`` at what is to be written.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from etl import resources
from etl.countries import codes
from etl.issues import Code, Issue
from etl.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from etl.records import Claims, Document, Graph, Node, Relationship

NODES: dict[str, dict[str, tuple[type, ...]]] = {
    "Document": {},
    "Meeting": {"name": (str,), "ordinal": (int,), "date": (dt.date,), "date_precision": (str,), "city": (str,)},
    "MeetingSeries": {"name": (str,), "abbreviation": (str,)},
    "Person": {"name": (str,), "aliases": (list,), "spellings": (list,)},
    "Role": {"name": (str,), "labels": (list,)},
    "Country": {"name": (str,)},
    "Topic": {"name": (str,)},
    "Route": {"name": (str,)},
}
"""Each label's properties and their types; a property may also be None."""

ENDS: dict[str, tuple[tuple[str, str], ...]] = {
    "CO_CHAIRED": (("Person", "Meeting"),),
    "ATTENDED": (("Person", "Meeting"),),
    "REPRESENTED_AT": (("Role", "Meeting"),),
    "HELD_ROLE": (("Person", "Role"),),
    "OF_COUNTRY": (("Role", "Country"),),
    "REPRESENTED": (("Person", "Country"),),
    "BETWEEN": (("Meeting", "Country"),),
    "HELD_IN": (("Meeting", "Country"),),
    "IN_SERIES": (("Meeting", "MeetingSeries"),),
    "AGREED_ON": (("Meeting", "Topic"),),
    "DISCUSSED": (("Meeting", "Topic"),),
    "CONCERNED": (("Meeting", "Route"),),
    "REPORTS": (("Document", "Meeting"),),
    "MENTIONS": (("Document", "Person"),),
    "NAMES": (("Document", "Role"), ("Document", "MeetingSeries")),
}
"""The labels that each type may join."""

FACTS = frozenset({"CO_CHAIRED", "ATTENDED", "REPRESENTED_AT", "HELD_ROLE", "AGREED_ON", "DISCUSSED", "CONCERNED"})
"""The types that carry provenance."""

_EITHER_OR = (("CO_CHAIRED", "ATTENDED"), ("AGREED_ON", "DISCUSSED"))


def validate_claims(document: Document, claims: Claims) -> tuple[Issue, ...]:
    """Return what is wrong with a document's claims; its text must hold every sentence where it is said to be."""
    found = [*_evidence_errors(document, claims), *_reference_errors(claims), *_vocabulary_errors(claims)]
    return tuple(
        Issue(Code.INVALID, document.source, message, "report this document as a bug", start, end)
        for message, start, end in dict.fromkeys(found)
    )


_Error = tuple[str, int | None, int | None]


def _evidence_errors(document: Document, claims: Claims) -> Iterator[_Error]:
    for evidence in _evidences(claims):
        end = evidence.start + len(evidence.text)
        if not evidence.text.strip():
            yield "a fact without its sentence", evidence.start, None
        elif evidence.start < 0 or document.text[evidence.start : end] != evidence.text:
            yield f"the sentence does not stand at its place: {evidence.text[:60]!r}", evidence.start, end
        if not 0 <= evidence.confidence <= 1:
            yield f"confidence {evidence.confidence} is not between 0 and 1", evidence.start, end


def _evidences(claims: Claims) -> Iterator[Evidence]:
    for field in fields(claims):
        value = getattr(claims, field.name)
        for claim in value if isinstance(value, tuple) else ():
            evidence = getattr(claim, "evidence", None)
            if is_dataclass(claim) and isinstance(evidence, Evidence):
                yield evidence


def _reference_errors(claims: Claims) -> Iterator[_Error]:
    meetings, persons = Counter(m.key for m in claims.meetings), Counter(p.key for p in claims.persons)
    for key, times in (*meetings.items(), *persons.items()):
        if times > 1:
            yield f"the key {key!r} is used {times} times", None, None
    at_meeting = [(c.meeting, c.evidence) for c in claims.participants]
    at_meeting += [(c.meeting, c.evidence) for c in claims.offices]
    at_meeting += [(c.meeting, c.evidence) for c in claims.topics]
    at_meeting += [(c.meeting, c.evidence) for c in claims.routes]
    for meeting, evidence in at_meeting:
        if meeting not in meetings:
            yield f"no meeting has the key {meeting!r}", evidence.start, None
    for participant in claims.participants:
        if participant.person not in persons:
            yield f"no person has the key {participant.person!r}", participant.evidence.start, None


def _vocabulary_errors(claims: Claims) -> Iterator[_Error]:
    for meeting in claims.meetings:
        if not meeting.parties:
            yield "a meeting without parties", meeting.evidence.start, None
        for code in {*meeting.parties, meeting.country} - {None} - codes():
            yield f"no country has the code {code!r}", meeting.evidence.start, None
    for topic in claims.topics:
        if topic.topic not in resources.vocabulary("topics"):
            yield f"no topic has the id {topic.topic!r}", topic.evidence.start, None
    for route in claims.routes:
        if route.route not in resources.vocabulary("routes")["routes"]:
            yield f"no route has the id {route.route!r}", route.evidence.start, None


def validate_graph(graph: Graph, *, complete: bool = True) -> tuple[Issue, ...]:
    """Return how a graph breaks the contract, one issue for each fault and document concerned.

    ``complete``: whether every node that a relationship joins must be among ``graph.nodes``; the graph of some blocks
    refers to Document, Role, MeetingSeries, Meeting and Person nodes that the database holds.
    """
    concerned = _documents_of(graph)
    issues: list[Issue] = []

    def report(message: str, *keys: object) -> None:
        documents = sorted({d for key in keys for d in concerned.get(key, ())}) or [""]
        issues.extend(Issue(Code.INVALID, document, message, "report this document as a bug") for document in documents)

    for (label, id_), times in Counter((n.label, n.id) for n in graph.nodes).items():
        if times > 1:
            report(f"{times} nodes {label} {id_}", (label, id_))
    for node in graph.nodes:
        for message in _node_errors(node):
            report(f"{node.label} {node.id}: {message}", (node.label, node.id))
    _check_relationships(graph, report, complete=complete)
    return tuple(issues)


def _documents_of(graph: Graph) -> dict[object, set[str]]:
    """Return the documents behind each node and relationship."""
    found: dict[object, set[str]] = {}
    for r in graph.relationships:
        documents = {r.start[1]} if r.start[0] == "Document" else set(_texts(r.properties.get("documents")))
        for key in ((r.type, r.start, r.end), r.start, r.end):
            found.setdefault(key, set()).update(documents)
    return found


def _texts(value: object) -> list[str]:
    return [v for v in value if isinstance(v, str)] if isinstance(value, list) else []


def _node_errors(node: Node) -> Iterator[str]:
    known = NODES.get(node.label)
    if known is None:
        yield "unknown label"
        return
    if not node.id:
        yield "no id"
    for name, types in known.items():
        value = node.properties.get(name)
        if value is not None and not _is_of(value, types):
            yield f"{name} is {value!r}"
    if "name" in known and not node.properties.get("name"):
        yield "no name"
    if node.label == "Country" and node.id not in codes():
        yield "no country has this code"
    date, precision = node.properties.get("date"), node.properties.get("date_precision")
    if (date is None) != (precision is None) or precision not in {None, "day", "month", "year"}:
        yield f"date {date} with precision {precision}"


def _is_of(value: object, types: tuple[type, ...]) -> bool:
    """Tell whether a value has one of the types; a DATETIME is no DATE, a boolean no number."""
    return isinstance(value, types) and not isinstance(value, (bool, dt.datetime))


def _check_relationships(graph: Graph, report: Callable[..., None], *, complete: bool) -> None:
    nodes = {(n.label, n.id) for n in graph.nodes}
    pairs = Counter((r.type, r.start, r.end) for r in graph.relationships)
    for (type_, start, end), times in pairs.items():
        key = (type_, start, end)
        if times > 1:
            report(f"{times} relationships {type_} between {start[1]} and {end[1]}", key)
        for one, other in _EITHER_OR:
            if type_ == one and (other, start, end) in pairs:
                report(f"both {one} and {other} between {start[1]} and {end[1]}", key)
    for r in graph.relationships:
        key = (r.type, r.start, r.end)
        where = f"{r.type} from {r.start[1]} to {r.end[1]}"
        if (r.start[0], r.end[0]) not in ENDS.get(r.type, ()):
            report(f"{where}: {r.type} does not join {r.start[0]} and {r.end[0]}", key)
        for end in (r.start, r.end) if complete else ():
            if end not in nodes:
                report(f"{where}: there is no {end[0]} {end[1]}", key)
        for message in _provenance_errors(r) if r.type in FACTS else ():
            report(f"{where}: {message}", key)


def _provenance_errors(relationship: Relationship) -> Iterator[str]:
    """Yield what is wrong with a fact's documents, evidence, offsets and confidence."""
    p = relationship.properties
    documents, evidence, offsets = p.get("documents"), p.get("evidence"), p.get("offsets")
    if not (isinstance(documents, list) and isinstance(evidence, list) and isinstance(offsets, list)):
        yield "no provenance"
        return
    if not documents or not len(documents) == len(evidence) == len(offsets):
        yield "documents, evidence and offsets are not parallel"
    if documents != sorted(set(documents)):
        yield "documents are not sorted and unique"
    if not all(isinstance(text, str) and text.strip() for text in evidence):
        yield "a document without its sentence"
    if not all(_is_of(offset, (int,)) and offset >= 0 for offset in offsets):
        yield "an offset is no position"
    confidence = p.get("confidence")
    if not isinstance(confidence, float) or not 0 <= confidence <= 1:
        yield f"confidence {confidence} is not between 0 and 1"
