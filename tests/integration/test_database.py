"""The database module: what cannot be reached or used is told as what to check; plans use the indexes."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from pydantic import SecretStr

from etl import cypher
from etl.database import Database
from etl.errors import AuthenticationError, DatabaseError, DatabaseLocked, DatabaseUnreachable, StatementRefused
from etl.resources import root
from etl.settings import Connection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from etl.database import Row, Transaction
    from tests.conftest import Graph

pytestmark = pytest.mark.integration

LOAD = [
    statement
    for folder in ("", "held", "named", "nodes", "orphans", "relationships", "touching")
    for statement in cypher.statements(f"load/{folder}".rstrip("/"))
]


@pytest.fixture
def database(graph: Graph) -> Iterator[Database]:
    with Database(graph.connection) as opened:
        opened.apply("constraints")
        yield opened


def test_an_unreachable_database_says_what_to_check() -> None:
    with pytest.raises(DatabaseUnreachable, match=r"127\.0\.0\.1:9") as caught:
        Database(Connection("bolt://127.0.0.1:9", "neo4j", SecretStr("x")))
    assert caught.value.exit_code == 75
    assert "NEO4J_URI" in caught.value.hint


def test_a_wrong_password_is_told_and_not_shown(graph: Graph) -> None:
    if not graph.connection.password.get_secret_value():
        pytest.fail("these tests need a database with a password")
    with pytest.raises(AuthenticationError) as caught:
        Database(Connection(graph.connection.uri, "neo4j", SecretStr("wrong-password")))
    assert "wrong-password" not in str(caught.value) + repr(caught.value.__cause__)


def test_an_unknown_database_is_told(graph: Graph) -> None:
    connection = Connection(graph.connection.uri, graph.connection.username, graph.connection.password, "nowhere")
    with pytest.raises(DatabaseError, match="nowhere"), Database(connection) as database:
        database.require_schema()


def test_a_database_of_something_else_says_to_load_first(graph: Graph, database: Database) -> None:
    graph.rows("DROP CONSTRAINT meeting_id")
    with pytest.raises(DatabaseError, match="no graph of this product"):
        database.require_schema()
    database.apply("constraints")
    database.require_schema()


def test_a_refused_value_is_told_as_such(database: Database) -> None:
    def work(tx: Transaction) -> list[Row]:
        return tx.run(cypher.statement("load/states"), ids="no list \ud800")

    with pytest.raises(StatementRefused):
        database.write(work, timeout=10)


def test_one_writer_at_a_time_and_the_wait_is_bounded(graph: Graph, database: Database) -> None:
    inside, leave = threading.Event(), threading.Event()

    def hold(_tx: Transaction) -> None:
        inside.set()
        assert leave.wait(20)

    holder = threading.Thread(target=lambda: database.write(hold, timeout=30))
    holder.start()
    assert inside.wait(20)
    with Database(graph.connection) as other, pytest.raises(DatabaseLocked) as caught:
        other.write(lambda _tx: None, timeout=1)
    leave.set()
    holder.join()
    assert caught.value.exit_code == 75
    database.write(lambda _tx: None, timeout=10)


def test_a_writer_that_fails_leaves_neither_lock_nor_data(graph: Graph, database: Database) -> None:
    def work(tx: Transaction) -> None:
        tx.run(cypher.statement("load/nodes/Topic"), rows=[{"id": "t", "properties": {"name": "T"}}])
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.write(work, timeout=10)
    assert database.write(lambda tx: tx.counters, timeout=10)["nodes_created"] in {0, 1}
    assert graph.rows("MATCH (t:Topic) RETURN t") == []


def test_what_is_not_to_be_kept_is_rolled_back_and_told(graph: Graph, database: Database) -> None:
    def work(tx: Transaction) -> int:
        tx.run(cypher.statement("load/nodes/Topic"), rows=[{"id": "t", "properties": {"name": "T"}}])
        return 7

    assert database.write(work, timeout=10, keep=False) == 7
    assert graph.rows("MATCH (t:Topic) RETURN t") == []


def operators(plan: Row) -> set[str]:
    found = {plan["operatorType"].partition("@")[0]}
    return found.union(*(operators(child) for child in plan.get("children", [])))


@pytest.mark.parametrize("statement", LOAD, ids=lambda s: s.name)
def test_loading_never_scans_nor_reads_ahead(graph: Graph, database: Database, statement: cypher.Statement) -> None:
    """The cost of a load must not grow with the graph; Eager is for orphans, where what is deleted is also read."""
    graph.rows("UNWIND range(1, 1000) AS i CREATE (:Other {id: i})-[:OTHER]->(:Other)")
    found = operators(database.explain(statement, **{name: [] for name in statement.parameters}))
    assert not {name for name in found if "Scan" in name}
    if "orphans" not in statement.name:
        assert "Eager" not in found


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("version", ["5", "25"])
def test_every_shipped_statement_is_valid_in_both_versions_of_cypher(graph: Graph, version: str) -> None:
    """Neo4j 5.26 LTS speaks Cypher 5 alone, later versions both."""
    for path in sorted(root("cypher").rglob("*.cypher")):
        statement = cypher.read(path, path.stem)
        graph.rows(f"CYPHER {version} EXPLAIN {statement.text}", **dict.fromkeys(statement.parameters))
