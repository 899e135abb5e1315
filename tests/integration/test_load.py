"""What the database holds is a function of the set of documents, whatever came when."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.database import Database
from etl.decisions import NO_DECISIONS, PersonLike, decision_line, parse_decisions
from etl.load import canonical
from etl.pipeline.settle import settle
from etl.records import RoleClaim
from etl.resolve import resolve
from tests.builders import Article

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from etl.decisions import Decisions
    from etl.load import Entry
    from etl.pipeline import Changes
    from tests.conftest import Graph

pytestmark = pytest.mark.integration

WALI = RoleClaim("wali", "migration-director", "MA")
SECRETARY = RoleClaim("Secretary of State for Migration", "migration-secretary", "ES")
MINISTER = RoleClaim("Minister of the Interior", "interior-minister", "ES")


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
        (r["type"], r["a"], r["b"], show(r["p"], without=("claim",))) for r in relationships
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


DAYS = st.sampled_from(["2022-05-06", "2022-05-09", "2022-05", "2023-01-20", None])
NAMES = st.sampled_from(
    ["Khalid Zerouali", "Zerouali", "Khaled Zarouali", "Nadia Zerouali", "Rafael Pérez Ruiz", "Pérez"]
)
ROLES = st.sampled_from([None, WALI, SECRETARY, MINISTER])
PAIRS = st.sampled_from([("ES", "MA"), ("IT", "MA")])


@st.composite
def document_sets(draw: st.DrawFn) -> list[Entry]:
    entries = []
    for number in range(draw(st.integers(2, 5))):
        article = Article(f"d{number}", published=draw(st.sampled_from(["2022-05-10", "2023-02-01", None])))
        for _ in range(draw(st.integers(1, 2))):
            meeting = article.meeting(
                *draw(PAIRS), date=draw(DAYS), ordinal=draw(st.sampled_from([22, 23, None])),
                body=draw(st.sampled_from(["permanent-mixed-migration-group", None])),
                city=draw(st.sampled_from(["Rabat", None])), country=None,
            )  # fmt: skip
            for name in draw(st.lists(NAMES, max_size=2, unique=True)):
                role = draw(ROLES)
                article.took_part(
                    meeting, name, role.country if role else draw(st.sampled_from(["MA", None])), role,
                    draw(st.sampled_from(["CO_CHAIRED", "ATTENDED"])),
                )  # fmt: skip
            if draw(st.booleans()):
                article.unnamed(meeting, MINISTER)
            article.topic(
                meeting, draw(st.sampled_from(["energy", "health"])), draw(st.sampled_from(["AGREED_ON", "DISCUSSED"]))
            )
        entries.append(article.entry())
    return entries


@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_order_batches_repetition_and_detours_do_not_matter(
    database: Database, graph: Graph, data: st.DataObject
) -> None:
    graph.rows("MATCH (n) WHERE NOT n:Lock DETACH DELETE n")
    entries = data.draw(document_sets())
    order = data.draw(st.permutations(entries))
    again = data.draw(st.lists(st.sampled_from(entries), max_size=2))
    batches: list[list[Entry]] = []
    for entry in [*order, *again]:
        if not batches or entry in batches[-1] or data.draw(st.booleans()):
            batches.append([])
        batches[-1].append(entry)
    detour = session("detour", chair=data.draw(NAMES), date=data.draw(DAYS)).entry()
    place = data.draw(st.integers(0, len(batches) - 1))
    for number, batch in enumerate(batches):
        put(database, *batch)
        if number == place:
            put(database, detour)
    put(database, gone=["detour"])
    assert holds(graph) == expected(entries)
