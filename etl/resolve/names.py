"""Offices and bodies: nodes that many documents share, and what each document calls them.

A Role or MeetingSeries stands as long as a document names it. Its properties depend on every document that does, so
each gets a ``(Document)-[:NAMES {labels}]->`` of its own, and the node's properties are worked out from their union.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from etl import resources
from etl.countries import codes, country_name
from etl.identity import fullest, role_id, series_id
from etl.offices import office_name
from etl.records import Graph, Node, Relationship, RoleClaim
from etl.resolve.choice import series_label
from etl.resolve.people import held

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from etl.records import NodeKey, Report


def country_node(code: str) -> Node:
    """Return a Country."""
    return Node("Country", code, {"name": country_name(code)})


def canonical_name(role: RoleClaim) -> str | None:
    """Return an office's canonical English title where it is known."""
    name = office_name(role.office, role.country) if role.office else None
    return None if name == role.office else name


def role_name(role: RoleClaim) -> str:
    """Return an office's canonical English title where it is known, else its title as given."""
    return canonical_name(role) or role.title


def _office(name: str) -> str:
    """Return the office that gives this part of a role id: ``minister:interior``, or the part as it is."""
    data = resources.vocabulary("offices")
    for rank in sorted(data["ranks"], key=len, reverse=True):
        portfolio = name.removeprefix(f"{rank}-")
        if portfolio != name and portfolio in data["portfolios"]:
            return f"{rank}:{portfolio}"
    return name


def as_decided(report: Report, roles: Mapping[str, str]) -> Report:
    """Return a document with its offices called as people decided; ``roles``: role ids and what each stands for."""
    if not roles:
        return report

    def office(role: RoleClaim, country: str | None) -> RoleClaim:
        stands_for = roles.get(role_id(held(role, country)))
        if stands_for is None:
            return role
        code, _, name = stands_for.partition("-")
        return RoleClaim(role.title, _office(name), None if code == "xx" else code.upper())

    claims = report.claims
    sides = {p.key: p.country for p in claims.persons}
    return replace(
        report,
        claims=replace(
            claims,
            persons=tuple(replace(p, roles=tuple(office(r, p.country) for r in p.roles)) for p in claims.persons),
            participants=tuple(
                replace(p, role=office(p.role, p.country or sides.get(p.person))) if p.role else p
                for p in claims.participants
            ),
            offices=tuple(replace(o, role=office(o.role, None)) for o in claims.offices),
        ),
    )


def claimed_roles(report: Report) -> Iterator[RoleClaim]:
    """Yield every office that a document connects with a meeting, with its country where its holder's side tells it."""
    sides = {p.key: p.country for p in report.claims.persons}
    for participant in report.claims.participants:
        if participant.role:
            yield held(participant.role, participant.country or sides.get(participant.person))
    for office in report.claims.offices:
        yield office.role


def document_names(report: Report) -> Graph:
    """Return the roles and series that one document names: their nodes (without properties), and its NAMES of them.

    ``labels`` are the forms used, sorted; a role's canonical title (``canonical``) and a series' abbreviation
    (``abbreviation``) are there where known, as every document that names it would say.
    """
    document: NodeKey = ("Document", report.document)
    labels: dict[NodeKey, set[str]] = defaultdict(set)
    more: dict[NodeKey, dict[str, object]] = {}
    countries: dict[NodeKey, str] = {}
    for role in claimed_roles(report):
        node = ("Role", role_id(role))
        labels[node].add(role.title)
        if canonical := canonical_name(role):
            more[node] = {"canonical": canonical}
        if role.country in codes():
            countries[node] = str(role.country)
    for meeting in report.claims.meetings:
        if meeting.series:
            node = ("MeetingSeries", series_id(meeting.series, meeting.parties))
            labels[node].add(meeting.series.name)
            if meeting.series.abbreviation:
                more[node] = {"abbreviation": meeting.series.abbreviation}
    names = [Relationship("NAMES", document, n, {"labels": sorted(labels[n]), **more.get(n, {})}) for n in labels]
    owned = [Relationship("OF_COUNTRY", role, ("Country", code), {}) for role, code in countries.items()]
    nodes = [Node(label, id_, {}) for label, id_ in labels]
    nodes += [country_node(code) for code in set(countries.values())]
    return sorted_graph(nodes, names + owned)


def role_properties(named: Iterable[dict[str, object]]) -> dict[str, object]:
    """Return a Role's ``name`` and ``labels`` from the properties of every NAMES that points to it.

    ``name`` is the canonical English title where the vocabulary knows the office, else the fullest title seen: the
    longest, then the first in order.
    """
    every = list(named)
    labels = _labels(every)
    canonical = sorted(str(n["canonical"]) for n in every if n.get("canonical"))
    return {"name": canonical[0] if canonical else fullest(labels), "labels": labels}


def series_properties(series: str, named: Iterable[dict[str, object]]) -> dict[str, object]:
    """Return a MeetingSeries' ``name`` and ``abbreviation`` from the properties of every NAMES that points to it.

    The vocabulary's where it knows the body, else the fullest name seen and the first abbreviation in order.
    """
    every = list(named)
    name, abbreviation = series_label(series, _labels(every))
    seen = sorted(str(n["abbreviation"]) for n in every if n.get("abbreviation"))
    return {"name": name, "abbreviation": abbreviation or (seen[0] if seen else None)}


def says_nothing_new(node: NodeKey, properties: Mapping[str, object], named: Iterable[dict[str, object]]) -> bool:
    """Tell whether a Role or MeetingSeries stays as it is when more documents name it as in ``named``."""
    every = list(named)
    label, id_ = node
    if label == "Role":
        forms = properties["labels"]
        known = set(forms) if isinstance(forms, list) else set()
        return known.issuperset(_labels(every)) and {n.get("canonical") for n in every} <= {None, properties["name"]}
    before = {"labels": [properties["name"]], "abbreviation": properties.get("abbreviation")}
    now = series_properties(id_, [before, *every])
    return all(properties.get(name) == value for name, value in now.items())


def _labels(named: Iterable[dict[str, object]]) -> list[str]:
    found: set[str] = set()
    for properties in named:
        labels = properties["labels"]
        found |= set(labels) if isinstance(labels, (list, tuple)) else set()
    return sorted(found)


def with_names(facts: Graph, named: Iterable[Graph], documents: Iterable[str]) -> Graph:
    """Return the facts with every document, role and series, the shared nodes' properties worked out."""
    parts = list(named)
    relationships = [r for part in parts for r in part.relationships]
    told: dict[NodeKey, list[dict[str, object]]] = defaultdict(list)
    for relationship in relationships:
        if relationship.type == "NAMES":
            told[relationship.end].append(relationship.properties)
    nodes = [Node("Document", document, {}) for document in documents]
    nodes += [node for part in parts for node in part.nodes if node.label == "Country"]
    for (label, id_), properties in told.items():
        made = role_properties(properties) if label == "Role" else series_properties(id_, properties)
        nodes.append(Node(label, id_, made))
    return sorted_graph([*facts.nodes, *nodes], [*facts.relationships, *relationships])


def sorted_graph(nodes: Iterable[Node], relationships: Iterable[Relationship]) -> Graph:
    """Return a graph in its total order, each node and relationship once."""
    by_key = {(n.label, n.id): n for n in nodes}
    by_ends = {(r.type, r.start, r.end): r for r in relationships}
    return Graph(tuple(by_key[k] for k in sorted(by_key)), tuple(by_ends[k] for k in sorted(by_ends)))
