"""What the database holds is a function of the set of documents, whatever came when."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from etl.database import Database, Transaction, _native
from etl.decisions import NO_DECISIONS, PersonLike, decision_line, parse_decisions
from etl.load import canonical
from etl.pipeline.settle import settle
from etl.records import RoleClaim
from etl.resolve import as_decided, assign, meeting_items, person_items, resolve
from tests.builders import Article
from tests.strategies import DECISIONS, articles, document_sets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from etl.cypher import Statement
    from etl.decisions import Decisions
    from etl.load import Entry
    from etl.pipeline import Changes
    from tests.conftest import Graph

pytestmark = pytest.mark.integration

WALI = RoleClaim("wali", "migration-director", "MA")
SECRETARY = RoleClaim("Secretary of State for Migration", "migration-secretary", "ES")


@pytest.fixture
def database(graph: Graph) -> Iterator[Database]:
    with Database(graph.connection) as opened:
        opened.apply("constraints")
        yield opened


def put(database: Database, *entries: Entry, gone: Sequence[str] = (), decisions: Decisions | None = None) -> Changes:
    return database.write(lambda tx: settle(tx, entries, gone, decisions, "run"), timeout=60)


def session(id_: str, *, date: str | None = "2022-05-06", ordinal: int | None = 22, **more: Any) -> Article:  # noqa: ANN401 (keywords of several kinds)
    article = Article(id_, published=more.pop("published", "2022-05-07"), source=more.pop("source", None))
    meeting = article.meeting("ES", "MA", date=date, ordinal=ordinal, city=more.pop("city", None), country="MA")
    article.took_part(meeting, more.pop("chair", "Khalid Zerouali"), "MA", WALI)
    article.took_part(meeting, "Rafael Pérez Ruiz", "ES", SECRETARY)
    article.topic(meeting, more.pop("topic", "border-management"))
    return article


def expected(entries: Sequence[Entry], decisions: Decisions = NO_DECISIONS) -> set[tuple[str, ...]]:
    """Give the nodes and relationships of the graph that resolving everything at once gives."""
    wanted = resolve([entry.report for entry in entries], decisions)
    found = {(n.label, n.id, show(n.properties)) for n in wanted.nodes if n.label != "Document"}
    return found | {(r.type, r.start[1], r.end[1], show(r.properties)) for r in wanted.relationships}


def holds(graph: Graph) -> set[tuple[str, ...]]:
    nodes = graph.rows(
        "MATCH (n:Meeting|MeetingSeries|Person|Role|Country|Topic|Route) "
        "RETURN labels(n)[0] AS label, coalesce(n.code, n.id) AS id, properties(n) AS p"
    )
    relationships = graph.rows(
        "MATCH (a)-[r]->(b) WHERE NOT b:Key "
        "RETURN type(r) AS type, coalesce(a.code, a.id) AS a, coalesce(b.code, b.id) AS b, properties(r) AS p"
    )
    return {(n["label"], n["id"], show(n["p"], without=("id", "code"))) for n in nodes} | {
        (r["type"], r["a"], r["b"], show(r["p"])) for r in relationships
    }


def show(properties: dict[str, Any], without: Sequence[str] = ()) -> str:
    return repr(
        sorted((name, str(value)) for name, value in properties.items() if value is not None and name not in without)
    )


def test_the_database_holds_what_resolving_everything_at_once_gives(database: Database, graph: Graph) -> None:
    entries = [
        session("a").entry(),
        session("b", date=None, chair="Zerouali").entry(),
        session("c", date="2023-01-20", ordinal=23, topic="visas-consular").entry(),
    ]
    for entry in entries:
        put(database, entry)
    assert holds(graph) == expected(entries)


def test_a_second_load_of_the_same_writes_nothing_but_the_document(database: Database) -> None:
    entry = session("a").entry()
    put(database, entry)
    before = canonical(database)
    changes = put(database, entry)
    assert not changes.created
    assert not changes.deleted
    assert changes.updated == {"Document": 1}
    assert canonical(database) == before


def test_an_edited_document_leaves_what_its_new_text_says(database: Database) -> None:
    put(database, session("b", date="2023-01-20", ordinal=23, topic="visas-consular").entry())
    put(database, session("a").entry())
    put(database, session("b", date="2024-02-01", ordinal=24, topic="energy").entry())
    edited = canonical(database)
    put(database, gone=["a", "b"])
    put(database, session("a").entry(), session("b", date="2024-02-01", ordinal=24, topic="energy").entry())
    assert canonical(database) == edited


def test_a_removed_document_leaves_nothing(database: Database, graph: Graph) -> None:
    put(database, session("a").entry())
    before = canonical(database)
    put(
        database,
        session("b", chair="Someone Else", topic="energy").entry(),
        session("c", ordinal=30, date=None).entry(),
    )
    put(database, gone=["b", "c"])
    assert canonical(database) == before
    put(database, gone=["a"])
    left = graph.rows("MATCH (n) RETURN DISTINCT labels(n)[0] AS label ORDER BY label")
    assert [row["label"] for row in left] == ["Change", "Lock"]


def test_the_same_text_under_a_second_path_is_a_second_source_of_each_fact(database: Database, graph: Graph) -> None:
    put(database, session("a").entry())
    put(database, session("copy/a").entry())
    rows = graph.rows("MATCH ()-[r:CO_CHAIRED]->() RETURN r.documents AS documents, size(r.evidence) AS evidence")
    assert rows == [{"documents": ["a", "copy/a"], "evidence": 2}] * 2


def test_a_surname_is_taken_back_when_a_namesake_comes(database: Database, graph: Graph) -> None:
    bare = Article("bare", published="2022-06-01")
    bare.person("Zerouali", "MA")
    put(database, session("a").entry(), bare.entry())
    question = "MATCH (:Document {id: 'bare'})-[:MENTIONS]->(p:Person) RETURN p.id AS id"
    assert graph.rows(question) == [{"id": "khalid-zerouali-ma"}]
    namesake = Article("namesake", published="2022-06-02")
    namesake.person("Nadia Zerouali", "MA", RoleClaim("Minister of Health", "health-minister", "MA"))
    put(database, namesake.entry())
    (found,) = graph.rows(question)
    assert "~" in found["id"]
    assert graph.rows("MATCH (r:Review) RETURN count(r) AS n") == [{"n": 1}]
    put(database, gone=["namesake"])
    assert graph.rows(question) == [{"id": "khalid-zerouali-ma"}]
    assert graph.rows("MATCH (r:Review) RETURN count(r) AS n") == [{"n": 0}]


def test_decisions_change_what_they_are_about_and_come_back_with_none_given(database: Database, graph: Graph) -> None:
    put(database, session("a").entry())
    line = decision_line(
        "rename", who="t", when="2025-01-01", why="w", a=PersonLike("Khalid Zerouali"), to="K. Zarouali"
    )
    put(database, decisions=parse_decisions(line))
    name = "MATCH (p:Person {id: 'khalid-zerouali-ma'}) RETURN p.name AS name"
    assert graph.rows(name) == [{"name": "K. Zarouali"}]
    put(database, session("b", date="2023-01-20", ordinal=23).entry())
    assert graph.rows(name) == [{"name": "K. Zarouali"}]
    put(database, decisions=NO_DECISIONS)
    assert graph.rows(name) == [{"name": "Khalid Zerouali"}]


def test_changes_tell_which_facts_came_and_went_and_why(database: Database, graph: Graph) -> None:
    put(database, session("a").entry())
    put(database, gone=["a"])
    facts = [row["facts"] for row in graph.rows("MATCH (c:Change) RETURN c.facts AS facts ORDER BY c.at")]
    came, went = ({tuple(line.split("\t")) for line in lines} for lines in facts)
    assert {line[0] for line in came} == {"added"}
    assert {line[0] for line in went} == {"removed"}
    assert {line[1:] for line in came} == {line[1:] for line in went}
    assert {line[8] for line in came} == {"a"}


def test_a_document_keeps_the_text_that_offsets_point_into(database: Database, graph: Graph) -> None:
    put(database, session("a").entry())
    for row in graph.rows(
        "MATCH (d:Document), ()-[r]->() WHERE r.documents IS NOT NULL "
        "RETURN d.text AS text, r.evidence[0] AS sentence, r.offsets[0] AS offset"
    ):
        assert row["text"][row["offset"] :].startswith(row["sentence"])
    (row,) = graph.rows("MATCH (d:Document) RETURN d.published AS published, d.loaded_at AS loaded_at")
    assert row["published"].to_native() == dt.date(2022, 5, 7)
    assert row["loaded_at"] is not None


def hits(plan: dict[str, Any]) -> int:
    return int(plan["args"].get("DbHits", 0)) + sum(hits(child) for child in plan.get("children", ()))


@pytest.fixture
def profiled(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Give the database hits of each statement, as the statements of a test run."""
    found: dict[str, int] = {}

    def run(self: Transaction, statement: Statement, **parameters: object) -> list[dict[str, Any]]:
        result = self._tx.run(f"PROFILE {statement.text}", parameters)
        rows = [{name: _native(value) for name, value in record.items()} for record in result]
        found[statement.name] = found.get(statement.name, 0) + hits(result.consume().profile)
        return rows

    monkeypatch.setattr(Transaction, "run", run)
    return found


def unrelated(number: int) -> Entry:
    """A document about the same two countries, at another time, with other people."""
    article = Article(f"other{number:03}", published=f"{1990 + number % 30}-{number % 12 + 1:02}-07")
    date = f"{1990 + number % 30}-{number % 12 + 1:02}-05"
    meeting = article.meeting("ES", "MA", date=date, body=None, city="Rabat", country="MA")
    letters = "".join("bdfgklmnprstvz"[int(digit)] + "aeiouaeiou"[int(digit)] for digit in f"{number:03}")
    article.took_part(meeting, f"Ramón {letters.title()}tos", "ES", SECRETARY)
    article.took_part(meeting, f"Nadia {letters.title()}rif", "MA", WALI)
    article.topic(meeting, "border-management")
    return article.entry()


def test_a_document_costs_the_same_whatever_else_the_graph_holds(database: Database, profiled: dict[str, int]) -> None:
    """Even of the same countries, offices and topics: no more is read or written.

    How the server keeps an index or a node's relationships may cost one hit more or less in a statement.
    """
    put(database, session("a").entry(), *(unrelated(number) for number in range(100, 160)))
    profiled.clear()
    put(database, session("b", date=None, chair="Zerouali").entry())
    small = dict(profiled)
    put(database, gone=["b"])
    put(database, *(unrelated(number) for number in range(160, 500)))
    profiled.clear()
    put(database, session("b", date=None, chair="Zerouali").entry())
    assert len(small) > 20
    assert profiled.keys() == small.keys()
    assert {name: hits for name, hits in profiled.items() if abs(hits - small[name]) > 1} == {}


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),  # each step of shrinking takes a second here
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(entries=document_sets(6), data=st.data())
def test_order_batches_repetition_edits_removals_and_decisions_do_not_matter(
    database: Database, graph: Graph, entries: list[Entry], data: st.DataObject
) -> None:
    """Whatever came and went, the graph is that of the documents and decisions that stand, ids and questions included."""
    graph.rows("MATCH (n) DETACH DELETE n")
    standing: dict[str, Entry] = {}
    decisions = NO_DECISIONS
    waiting = list(data.draw(st.permutations(entries)))
    while waiting:
        size = data.draw(st.integers(1, len(waiting)))
        batch, waiting = waiting[:size], waiting[size:]
        decisions = data.draw(st.sampled_from([decisions, *DECISIONS]))
        put(database, *batch, decisions=decisions)
        standing |= {entry.document.id: entry for entry in batch}
        some = st.sampled_from(sorted(standing))
        if data.draw(st.booleans()):
            edited = data.draw(articles(data.draw(some)))
            put(database, edited)
            standing[edited.document.id] = edited
        if data.draw(st.booleans()):
            put(database, standing[data.draw(some)])
        if data.draw(st.booleans()):
            gone = data.draw(some)
            put(database, gone=[gone])
            del standing[gone]
            if not standing:
                break
    left = list(standing.values())
    assert holds(graph) == expected(left, decisions)
    reports = [as_decided(entry.report, decisions.roles()) for entry in left]
    asked = assign(meeting_items(reports), person_items(reports), decisions).reviews
    assert {row["id"] for row in graph.rows("MATCH (r:Review) RETURN r.id AS id")} == {each.id for each in asked}
