"""A crash at any step, followed by the same command, gives the graph of an undisturbed run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import neo4j
import pytest
from click.testing import CliRunner

from etl import database as database_module
from etl import server
from etl import settings as environment
from etl.cli import cli
from etl.database import Database
from etl.load import canonical
from etl.pipeline.settle import settle
from etl.records import RoleClaim
from tests.builders import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from etl.load import Entry
    from etl.settings import Connection
    from tests.conftest import Graph

pytestmark = pytest.mark.integration

SAMPLES = Path(__file__).parents[2] / "samples"
WALI = RoleClaim("wali", "migration-director", "MA")


class Crash(BaseException):
    """The process ends here."""


@pytest.fixture
def database(graph: Graph) -> Iterator[Database]:
    with Database(graph.connection) as opened:
        opened.apply("constraints")
        yield opened


def entry(id_: str, ordinal: int) -> Entry:
    article = Article(id_, published="2022-05-07")
    meeting = article.meeting("ES", "MA", date=f"20{ordinal}-05-06", ordinal=ordinal, city="Rabat", country="MA")
    article.took_part(meeting, "Khalid Zerouali", "MA", WALI)
    article.topic(meeting, "energy")
    return article.entry()


def put(database: Database, *entries: Entry, gone: tuple[str, ...] = ()) -> None:
    database.write(lambda tx: settle(tx, entries, gone, None, "run"), timeout=60)


def test_a_crash_before_or_after_any_statement_leaves_all_of_a_transaction_or_nothing(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(database, entry("a", 22), entry("b", 23))
    before = canonical(database)
    new = (entry("b", 24), entry("c", 22))
    ran = database_module.Transaction.run
    step = 0
    while True:
        count = iter(range(step + 1))

        def run(self: Any, *args: Any, count: Iterator[int] = count, **more: Any) -> Any:  # noqa: ANN401 (as the method it stands for)
            if next(count, None) is None:
                raise Crash
            return ran(self, *args, **more)

        with monkeypatch.context() as patched:
            patched.setattr(database_module.Transaction, "run", run)
            try:
                put(database, *new, gone=("a",))
            except Crash:
                finished = False
            else:
                finished = True
        if finished:
            break
        assert canonical(database) == before
        step += 1
    assert step > 10, "every statement of the transaction was a step"
    after = canonical(database)
    put(database, gone=("b", "c"))
    put(database, *new)
    assert canonical(database) == after


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_crash_at_any_transaction_is_made_good_by_the_same_command(
    graph: Graph, monkeypatch: pytest.MonkeyPatch, after: bool
) -> None:
    """A load is one transaction a batch; what was committed is kept, what was not is done again."""
    env = {**graph.env, "ETL_BATCH_SIZE": "4"}
    wrote = Database.write
    run = CliRunner()
    assert run.invoke(cli, ["load", str(SAMPLES)], env=env).exit_code == 0
    undisturbed = run.invoke(cli, ["digest"], env=env).stdout
    crashed = 0
    while True:
        graph.rows("MATCH (n) DETACH DELETE n")
        left = iter(range(crashed))

        def write(self: Database, *args: Any, left: Iterator[int] = left, **more: Any) -> Any:  # noqa: ANN401 (as the method it stands for)
            if next(left, None) is not None:
                return wrote(self, *args, **more)
            if after:
                wrote(self, *args, **more)
            raise Crash

        with monkeypatch.context() as patched:
            patched.setattr(Database, "write", write)
            try:
                run.invoke(cli, ["load", str(SAMPLES)], env=env)
            except Crash:
                crashed += 1
            else:
                break
        assert run.invoke(cli, ["load", str(SAMPLES)], env=env).exit_code == 0
        assert run.invoke(cli, ["digest"], env=env).stdout == undisturbed
    assert crashed == len(list(SAMPLES.iterdir())) / 4


def command(*words: str) -> list[str]:

    return [sys.executable, "-m", "etl", *words]


def environ(env: dict[str, str]) -> dict[str, str]:
    mine = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "ETL_"))}
    return {**mine, **env}


def documents(connection: Connection) -> int:
    auth = (connection.username, connection.password.get_secret_value())
    with neo4j.GraphDatabase.driver(connection.uri, auth=auth) as driver:
        return int(driver.execute_query("MATCH (d:Document) RETURN count(d) AS n").records[0]["n"])


def wait_for(connection: Connection, wanted: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 120
    while documents(connection) < wanted:
        assert process.poll() is None, "the load ended before it could be killed"
        assert time.monotonic() < deadline
        time.sleep(0.02)


def load(env: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        command("load", str(SAMPLES), *words), env=environ(env), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done


def digest(env: dict[str, str]) -> str:
    return subprocess.run(command("digest"), env=environ(env), capture_output=True, text=True, check=True).stdout


def test_a_killed_load_is_finished_by_the_same_command(graph: Graph) -> None:
    env = {**graph.env, "ETL_BATCH_SIZE": "1"}
    load(env)
    undisturbed = digest(env)
    graph.rows("MATCH (n) DETACH DELETE n")
    process = subprocess.Popen(command("load", str(SAMPLES)), env=environ(env), stderr=subprocess.DEVNULL)
    wait_for(graph.connection, 4, process)
    process.kill()
    process.wait()
    assert documents(graph.connection) < len(list(SAMPLES.iterdir()))
    assert " unchanged" in load(env).stdout
    assert digest(env) == undisturbed


def test_a_stopped_load_ends_cleanly_and_says_so(graph: Graph) -> None:
    env = {**graph.env, "ETL_BATCH_SIZE": "1"}
    process = subprocess.Popen(
        command("load", str(SAMPLES)), env=environ(env), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    wait_for(graph.connection, 2, process)
    process.send_signal(signal.SIGTERM)
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 143
    assert b" read, " in out
    whole = load(env)
    assert f"{len(list(SAMPLES.iterdir()))} read" in whole.stdout


def test_two_loads_at_once_leave_the_right_graph(graph: Graph) -> None:
    env = {**graph.env, "ETL_BATCH_SIZE": "2"}
    load(env)
    undisturbed = digest(env)
    graph.rows("MATCH (n) DETACH DELETE n")
    both = [
        subprocess.Popen(command("load", str(SAMPLES)), env=environ(env), stdout=subprocess.DEVNULL) for _ in range(2)
    ]
    codes = {process.wait(timeout=240) for process in both}
    assert 0 in codes
    assert codes <= {0, 75}
    assert digest(env) == undisturbed


def test_a_killed_server_loses_nothing_that_was_committed(tmp_path: Path) -> None:
    """The same command starts it again and finishes."""
    home = environment.load()
    env = {
        "ETL_HOME": str(tmp_path / "home"),
        "ETL_CACHE": str(home.cache_folder),
        "ETL_BOLT_PORT": "0",
        "ETL_HTTP_PORT": "0",
        "ETL_BATCH_SIZE": "1",
    }
    local = home.model_copy(
        update={
            "neo4j_uri": None, "home": tmp_path / "home", "cache": home.cache_folder, "bolt_port": 0, "http_port": 0
        }
    )  # fmt: skip
    try:
        connection = server.ensure_running(local)
        process = subprocess.Popen(command("load", str(SAMPLES)), env=environ(env), stderr=subprocess.DEVNULL)
        wait_for(connection, 4, process)
        os.kill(server.status(local).pid or 0, signal.SIGKILL)
        assert process.wait(timeout=120) in {1, 75}
        load(env)
        disturbed = digest(env)
        subprocess.run(command("forget", *(str(path) for path in SAMPLES.iterdir())), env=environ(env), check=True)
        load(env)
        assert digest(env) == disturbed
    finally:
        server.stop(local)
