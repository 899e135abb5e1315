"""The local server's files, ports and commands, as far as they need no server."""

from __future__ import annotations

import json
import os
import socket
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from etl import server
from etl.cli import cli
from etl.errors import ServerError
from etl.server import process
from etl.server.files import Files, State, choose_port, java_arguments
from etl.server.progress import on_stderr
from etl.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def local(tmp_path: Path) -> Settings:
    return Settings(neo4j_uri=None, home=tmp_path, cache=None, bolt_port=0, http_port=0)


@pytest.fixture
def used_port() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_named_database_is_used_and_nothing_is_started(local: Settings) -> None:
    named = local.model_copy(update={"neo4j_uri": "bolt://db.example.org"})
    assert server.ensure_running(named).uri == "bolt://db.example.org"
    assert not list(local.home.iterdir())


def test_a_server_never_started_is_not_running_and_asking_leaves_nothing(local: Settings) -> None:
    assert not server.status(local).running
    assert not server.stop(local)
    assert not list(local.home.iterdir())


@pytest.mark.parametrize(
    ("words", "told"),
    [(["status"], "not running; `etl server start` starts it"), (["stop"], "was not running"), (["logs"], "")],
)
def test_commands_for_a_server_never_started_end_well(tmp_path: Path, words: list[str], told: str) -> None:
    done = CliRunner(env={"ETL_HOME": str(tmp_path), "NEO4J_URI": ""}).invoke(cli, ["server", *words])
    assert done.exit_code == 0
    assert told in done.stdout


def test_status_as_json_has_the_same_keys_running_or_not(tmp_path: Path) -> None:
    done = CliRunner(env={"ETL_HOME": str(tmp_path)}).invoke(cli, ["server", "status", "--format", "json"])
    told = json.loads(done.stdout)
    assert told.keys() == {"running", "uri", "browser", "username", "password_file", "data", "log", "pid"}
    assert told["running"] is False


def test_status_says_when_another_database_is_named(tmp_path: Path) -> None:
    env = {"ETL_HOME": str(tmp_path), "NEO4J_URI": "bolt://db.example.org"}
    done = CliRunner(env=env).invoke(cli, ["server", "status"])
    assert "bolt://db.example.org" in done.stderr


def test_a_process_number_left_by_a_crash_is_never_taken_for_the_server(local: Settings) -> None:
    files = Files.of(local)
    files.create()
    files.write_state(State(os.getpid(), 7687, 7474))  # a living process, and not the server
    assert not server.status(local).running
    assert not server.stop(local)


def test_the_process_that_holds_the_lock_is_the_server_until_it_ends(local: Settings) -> None:
    files = Files.of(local)
    files.create()
    with process._run_lock(files) as lock:
        child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, pass_fds=(lock,))
    files.write_state(State(child.pid, 1, 2))
    assert server.status(local).pid == child.pid
    assert server.status(local).browser == "http://127.0.0.1:2/browser/"
    assert server.stop(local)
    assert not server.status(local).running
    assert not files.state.exists()
    child.communicate()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"pid": 1}'])
def test_a_running_server_whose_state_is_unreadable_is_reported(local: Settings, content: str) -> None:
    files = Files.of(local)
    files.create()
    files.state.write_text(content, encoding="utf-8")
    with process._run_lock(files), pytest.raises(ServerError, match="does not say where"):
        server.stop(local)


def test_a_home_that_cannot_be_written_to_is_named(tmp_path: Path, local: Settings) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ServerError, match=f"cannot write to {tmp_path / 'file'}") as failure:
        server.start(local.model_copy(update={"home": tmp_path / "file" / "home"}))
    assert "ETL_HOME" in failure.value.hint
    assert failure.value.exit_code == 1


def test_the_password_is_random_kept_and_private_from_its_first_byte(tmp_path: Path) -> None:
    one, other = Files(tmp_path / "one"), Files(tmp_path / "other")
    one.create()
    other.create()
    assert one.new_password() == one.new_password() == one.read_password()
    assert len(one.read_password().get_secret_value()) == 32
    assert one.read_password() != other.new_password()
    assert stat.S_IMODE(one.password.stat().st_mode) == 0o600
    assert stat.S_IMODE(one.root.stat().st_mode) == 0o700


def test_a_lost_password_file_is_reported_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(ServerError, match="password cannot be read") as failure:
        Files(tmp_path).read_password()
    assert str(tmp_path) in str(failure.value)


def test_a_wanted_port_in_use_is_an_error(used_port: int) -> None:
    with pytest.raises(ServerError, match=f"port {used_port} is in use") as failure:
        choose_port(used_port, 7687)
    assert "ETL_BOLT_PORT" in failure.value.hint


def test_a_default_port_in_use_gives_way_to_a_free_one(used_port: int) -> None:
    found = choose_port(None, used_port)
    assert found != used_port
    assert choose_port(found, used_port) == found


def test_the_default_port_is_taken_where_it_is_free(used_port: int) -> None:
    free = choose_port(0, used_port)
    assert choose_port(None, free) == free


def test_the_configuration_listens_on_loopback_and_sends_nothing_out(tmp_path: Path) -> None:
    files = Files(tmp_path)
    files.create()
    files.configure(11, 12, "64m")
    lines = (files.conf / "neo4j.conf").read_text(encoding="utf-8").splitlines()
    addresses = [line.split("=")[1] for line in lines if "_address=" in line]
    assert addresses == ["127.0.0.1", "127.0.0.1:11", "127.0.0.1:11", "127.0.0.1:12", "127.0.0.1:12"]
    assert {"dbms.usage_report.enabled=false", "client.allow_telemetry=false"} <= set(lines)


def test_java_arguments_are_quoted_one_a_line() -> None:
    assert java_arguments(["-cp", 'a b\\c"d']) == '"-cp"\n"a b\\\\c\\"d"\n'


def test_the_environment_handed_to_the_server_holds_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "hunter2")
    monkeypatch.setenv("SOME_TOKEN", "hunter2")
    assert "hunter2" not in process._environment(Files(tmp_path)).values()


def test_without_a_terminal_progress_is_a_line_for_each_quarter(capsys: pytest.CaptureFixture[str]) -> None:
    with on_stderr() as reporter:
        for done in range(101):
            reporter.downloaded(done, 100)
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [f"fetching Neo4j: {percent} %" for percent in (25, 50, 75, 100)]


def test_the_command_never_imports_a_language_model_or_the_driver() -> None:
    code = (
        "import sys; from etl.cli import cli\n"
        "cli.main(['server', 'status', '--help'], standalone_mode=False)\n"
        "print(sorted({'spacy', 'neo4j', 'pandas', 'jgo'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_server_is_up_when_its_own_log_says_so(tmp_path: Path) -> None:
    """Another Neo4j that took the port meanwhile answers there, too."""
    files = Files(tmp_path)
    assert not files.started()
    files.log.parent.mkdir(parents=True)
    files.log.write_text("2026-11-20 INFO  Starting...\n2026-11-20 INFO  Bolt enabled on localhost:7687.\n")
    assert not files.started()
    files.log.write_text(files.log.read_text() + "2026-11-20 INFO  Started.\n")
    assert files.started()
