"""The local server: start, find, stop, survive; each test has one of its own on free ports."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import neo4j
import pytest

from etl import server
from etl import settings as environment
from etl.errors import ServerError
from etl.server import files, jars, process
from etl.server.progress import Silent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from etl.settings import Connection, Settings

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder whose name has a blank in it, as folders of users do."""
    return tmp_path_factory.mktemp("a home")


@pytest.fixture(scope="module")
def local(home: Path) -> Iterator[Settings]:
    """Give settings of a local server that no test session shares; it is stopped at the end."""
    found = environment.load()
    settings = found.model_copy(
        update={"neo4j_uri": None, "home": home, "cache": found.cache_folder, "bolt_port": 0, "http_port": 0}
    )
    yield settings
    server.stop(settings)


@pytest.fixture
def connection(local: Settings) -> Connection:
    """Give a connection to the running local server."""
    return server.ensure_running(local)


def query(connection: Connection, text: str) -> list[list[object]]:
    auth = (connection.username, connection.password.get_secret_value())
    with neo4j.GraphDatabase.driver(connection.uri, auth=auth) as driver:
        return [record.values() for record in driver.execute_query(text).records]


def command(local: Settings, *words: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    env |= {"ETL_HOME": str(local.home), "ETL_CACHE": str(local.cache_folder)}
    env |= {"ETL_BOLT_PORT": "0", "ETL_HTTP_PORT": "0"}
    return subprocess.run(
        [sys.executable, "-m", "etl", "server", *words], env=env, capture_output=True, text=True, check=False
    )


def test_a_started_server_answers_with_its_password_and_the_version(connection: Connection) -> None:
    components = (
        "CALL dbms.components() YIELD name, versions, edition WHERE name = 'Neo4j Kernel' RETURN versions, edition"
    )
    assert query(connection, components) == [[[server.NEO4J_VERSION], "community"]]


def test_the_browser_is_served(local: Settings, connection: Connection) -> None:
    assert connection.uri.startswith("bolt://127.0.0.1:")
    found = urlsplit(server.status(local).browser or "")
    http = HTTPConnection(found.hostname or "", found.port)
    http.request("GET", found.path)
    page = http.getresponse().read()
    http.close()
    assert b"<title>Neo4j Browser" in page


def test_the_password_is_readable_by_its_owner_only_and_on_no_command_line(
    local: Settings, connection: Connection
) -> None:
    found = server.status(local)
    assert stat.S_IMODE(found.password_file.stat().st_mode) == 0o600
    line = subprocess.check_output(["ps", "-ww", "-o", "args=", "-p", str(found.pid)], text=True)
    assert "Neo4jCommunity" in line
    password = connection.password.get_secret_value()
    assert password not in line
    assert password not in repr(connection)
    texts = [path for path in local.home.rglob("*") if path.is_file() and path != found.password_file]
    assert [path for path in texts if password.encode() in path.read_bytes()] == []


def test_a_second_start_finds_it_running(local: Settings, connection: Connection) -> None:
    before = server.status(local)
    again = command(local, "start", "--format", "json")
    assert again.returncode == 0
    assert json.loads(again.stdout)["pid"] == before.pid
    assert json.loads(again.stdout)["uri"] == connection.uri


def test_a_killed_server_starts_again_and_has_lost_nothing(local: Settings, connection: Connection) -> None:
    query(connection, "CREATE (:Kept {value: 'before the kill'})")
    pid = server.status(local).pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    assert not server.status(local).running
    again = server.ensure_running(local)
    assert server.status(local).pid != pid
    assert query(again, "MATCH (k:Kept) RETURN k.value") == [["before the kill"]]


def test_the_command_starts_detached_tells_how_to_log_in_and_stops_cleanly(local: Settings) -> None:
    server.stop(local)
    started = command(local, "start")
    assert started.returncode == 0, started.stderr
    found = server.status(local)
    assert found.running
    assert found.pid is not None
    assert os.getsid(found.pid) == found.pid
    for told in (found.browser, found.uri, "neo4j", str(found.password_file)):
        assert str(told) in started.stdout
    assert "starting Neo4j" in started.stderr
    assert "Started." in command(local, "logs", "--lines", "5").stdout
    stopped = command(local, "stop")
    assert (stopped.returncode, stopped.stdout) == (0, "stopped\n")
    assert any("Stopped." in line for line in files.Files.of(local).tail(5))
    assert (command(local, "stop").stdout) == "was not running\n"


def test_two_starts_at_the_same_moment_give_one_server(local: Settings) -> None:
    server.stop(local)
    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(lambda _: command(local, "start", "--format", "json"), range(2)))
    assert [done.returncode for done in both] == [0, 0]
    assert both[0].stdout == both[1].stdout
    assert sorted("starting" in done.stderr for done in both) == [False, True]


def test_a_server_that_dies_at_its_start_says_why(
    tmp_path: Path, local: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.stop(local)
    broken = tmp_path / "neo4j.conf"
    broken.write_text("no.such.setting=1\n", encoding="utf-8")
    monkeypatch.setattr(files, "_TEMPLATE", broken)
    with pytest.raises(ServerError, match="ended while it started") as failure:
        server.start(local)
    assert "no.such.setting" in str(failure.value)
    assert not server.status(local).running


def test_a_server_that_does_not_answer_in_time_is_ended(local: Settings) -> None:
    server.stop(local)
    hasty = local.model_copy(update={"server_timeout": 0.2})
    with pytest.raises(ServerError, match="did not answer within"):
        server.start(hasty)
    assert not server.status(local).running


def test_a_start_whose_caller_was_killed_is_found_by_the_next(local: Settings) -> None:
    server.stop(local)
    paths = files.Files.of(local)
    class_path = jars.fetch(local.cache_folder / f"neo4j-{server.NEO4J_VERSION}", Silent())
    launched = process._launch(local, paths, class_path, Silent())
    time.sleep(0.5)
    assert server.start(local).pid == launched.pid
