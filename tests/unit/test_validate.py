"""What breaks the contract becomes an issue of the documents behind it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pydantic import TypeAdapter

from etl import resources
from etl.issues import Code
from etl.records import Claims, Graph, Node, RoleClaim
from etl.resolve import resolve
from etl.validate import validate_claims, validate_graph
from tests.builders import Article

if TYPE_CHECKING:
    from etl.load import Entry
    from etl.records import Relationship


def entry() -> Entry:
    article = Article("a", "2024-10-22")
    key = article.meeting("ES", "MA", date="2024-10-21", ordinal=22, city="Marrakech", country="MA")
    article.took_part(key, "Khalid Zerouali", "MA", RoleClaim("Wali", None, "MA"))
    article.topic(key, "energy")
    article.route(key, "atlantic")
    return article.entry()


def sound() -> Graph:
    return resolve([entry().report])


def messages(graph: Graph) -> list[str]:
    return [issue.message for issue in validate_graph(graph)]


def with_changed(type_: str, **properties: object) -> Graph:
    """The sound graph with one relationship's properties changed."""
    graph = sound()

    def change(r: Relationship) -> Relationship:
        return replace(r, properties={**r.properties, **properties}) if r.type == type_ else r

    return Graph(graph.nodes, tuple(map(change, graph.relationships)))


def test_what_resolution_makes_keeps_the_contract() -> None:
    assert validate_graph(sound()) == ()
    assert validate_claims(entry().document, entry().claims) == ()


@pytest.mark.parametrize(
    ("change", "telling"),
    [
        ({"documents": None}, "no provenance"),
        ({"documents": ["a", "b"]}, "are not parallel"),
        ({"evidence": [" "]}, "without its sentence"),
        ({"offsets": [-1]}, "no position"),
        ({"confidence": 1.5}, "confidence 1.5"),
    ],
)
def test_a_fact_needs_its_provenance(change: dict[str, object], telling: str) -> None:
    message = messages(with_changed("CO_CHAIRED", **change))[0]
    assert telling in message
    assert message.startswith("CO_CHAIRED from khalid-zerouali-ma to es-ma-gmmp-22")


def test_an_issue_names_the_documents_concerned() -> None:
    (issue,) = validate_graph(with_changed("AGREED_ON", confidence=-1.0))
    assert (issue.code, issue.source) == (Code.INVALID, "a")


@pytest.mark.parametrize(
    ("node", "telling"),
    [
        (Node("Meeting", "m", {"name": "x", "date": "2024-10-21", "date_precision": "day"}), "date is"),
        (Node("Meeting", "m", {"name": "x", "date_precision": "day"}), "with precision day"),
        (Node("Meeting", "m", {"name": "x", "ordinal": True}), "ordinal is True"),
        (Node("Person", "p", {"aliases": []}), "no name"),
        (Node("Country", "XX", {"name": "x"}), "no country has this code"),
        (Node("Planet", "p", {"name": "x"}), "unknown label"),
    ],
)
def test_a_node_needs_its_properties(node: Node, telling: str) -> None:
    graph = sound()
    (message,) = messages(Graph((*graph.nodes, node), graph.relationships))
    assert telling in message


def test_one_relationship_at_most_between_two_nodes() -> None:
    graph = sound()
    chaired = next(r for r in graph.relationships if r.type == "CO_CHAIRED")
    assert "2 relationships CO_CHAIRED" in messages(Graph(graph.nodes, (*graph.relationships, chaired)))[0]
    both = (*graph.relationships, replace(chaired, type="ATTENDED"))
    assert "both CO_CHAIRED and ATTENDED" in messages(Graph(graph.nodes, both))[0]


def test_a_relationship_joins_the_labels_it_may_and_nodes_that_are_there() -> None:
    graph = sound()
    chaired = next(r for r in graph.relationships if r.type == "CO_CHAIRED")
    wrong = replace(chaired, start=chaired.end, end=chaired.start)
    assert "does not join Meeting and Person" in messages(Graph(graph.nodes, (wrong,)))[0]
    missing = tuple(n for n in graph.nodes if n.label != "Person")
    assert any("there is no Person khalid-zerouali-ma" in m for m in messages(Graph(missing, graph.relationships)))
    assert validate_graph(Graph(missing, graph.relationships), complete=False) == ()


def broken(**changes: object) -> Claims:
    return replace(entry().claims, **changes)  # type: ignore[arg-type]


def test_evidence_must_stand_where_it_is_said_to() -> None:
    claims = entry().claims
    moved = replace(claims.topics[0], evidence=replace(claims.topics[0].evidence, start=1))
    (issue,) = validate_claims(entry().document, broken(topics=(moved,)))
    assert "does not stand at its place" in issue.message
    assert issue.source == "a.txt"
    assert issue.start == 1


def test_claims_must_speak_of_what_is_there() -> None:
    claims = entry().claims
    found = validate_claims(
        entry().document,
        broken(
            meetings=(replace(claims.meetings[0], key="m9", country="XX"),),
            topics=(replace(claims.topics[0], topic="weather"),),
            persons=(*claims.persons, *claims.persons),
        ),
    )
    told = " ".join(issue.message for issue in found)
    for telling in ("no meeting has the key 'm1'", "'XX'", "'weather'", "'p-Khalid Zerouali' is used 2 times"):
        assert telling in told


def test_the_shipped_schema_is_that_of_the_records() -> None:
    """What a Document node keeps as ``claims`` is described by schemas/claims.schema.json."""
    shipped = {k: v for k, v in resources.schema("claims").items() if k != "$schema"}
    assert shipped == TypeAdapter(Claims).json_schema()
