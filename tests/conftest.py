"""Fixtures that every test may use; the database is always a real Neo4j, never skipped for want of one."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import neo4j
import pytest
from pydantic import SecretStr

from etl import server
from etl import settings as environment
from etl.settings import Connection

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CLEAR = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"


@dataclass(frozen=True, slots=True)
class Graph:
    """An empty database: ``rows`` asks it directly, ``env`` points a command at it."""

    connection: Connection
    driver: neo4j.Driver
    env: dict[str, str]

    def rows(self, query: str, **parameters: Any) -> list[dict[str, Any]]:  # noqa: ANN401
        """Run one statement in a transaction of its own and return its rows."""
        with self.driver.session(database=self.connection.database) as session:
            return session.run(query, parameters).data()


@pytest.fixture(scope="session")
def neo4j_connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """Give a database for the whole session: NEO4J_URI's, else a container's, else the product's own server."""
    settings = environment.load()
    given = settings.connection()
    if given is not None:
        yield given
    elif _docker_answers():
        yield from _container()
    else:
        local = settings.model_copy(
            update={
                "home": tmp_path_factory.mktemp("etl-home"),
                "cache": settings.cache_folder,  # what was fetched once serves every session
                "bolt_port": 0,
                "http_port": 0,
            }
        )
        try:
            yield server.ensure_running(local)
        finally:
            server.stop(local)


@pytest.fixture(scope="session")
def neo4j_driver(neo4j_connection: Connection) -> Iterator[neo4j.Driver]:
    """Give a driver; refuse a database that holds something, since tests empty it."""
    password = neo4j_connection.password.get_secret_value()
    with neo4j.GraphDatabase.driver(neo4j_connection.uri, auth=(neo4j_connection.username, password)) as driver:
        with driver.session(database=neo4j_connection.database) as session:
            if session.run("MATCH (n) RETURN count(n) AS nodes").single(strict=True)["nodes"]:
                pytest.fail("the database at NEO4J_URI is not empty, and tests empty it: name another one")
        yield driver
        _clear(driver, neo4j_connection)


@pytest.fixture
def graph(neo4j_connection: Connection, neo4j_driver: neo4j.Driver, tmp_path: Path) -> Graph:
    """Give an empty database (constraints may stand), and the environment that points a command at it."""
    _clear(neo4j_driver, neo4j_connection)
    env = {
        "NEO4J_URI": neo4j_connection.uri,
        "NEO4J_USERNAME": neo4j_connection.username,
        "NEO4J_PASSWORD": neo4j_connection.password.get_secret_value(),
        "NEO4J_DATABASE": neo4j_connection.database or "",
        "NEO4J_PASSWORD_FILE": "",
        "ETL_HOME": str(tmp_path / "etl-home"),
    }
    return Graph(neo4j_connection, neo4j_driver, env)


def _clear(driver: neo4j.Driver, connection: Connection) -> None:
    with driver.session(database=connection.database) as session:
        session.run(CLEAR).consume()


def _docker_answers() -> bool:
    if not (shutil.which("docker") or os.environ.get("DOCKER_HOST")):
        return False
    import docker  # type: ignore[import-untyped]  # noqa: PLC0415 (testcontainers brings it; slow to import, and mostly not needed)

    try:
        client = docker.from_env(timeout=5)
    except docker.errors.DockerException:
        return False
    with client:
        return bool(client.ping())


def _container() -> Iterator[Connection]:
    from testcontainers.neo4j import Neo4jContainer  # noqa: PLC0415 (as above)

    with Neo4jContainer(f"neo4j:{server.NEO4J_VERSION}-community", password="of-a-container") as container:  # noqa: S106
        yield Connection(container.get_connection_url(), "neo4j", SecretStr("of-a-container"))
