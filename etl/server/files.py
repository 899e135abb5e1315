"""What the local server keeps on disk, and what it is found to be: files below ``ETL_HOME/server``.

::

    server/
    ├── password      only its owner can read it
    ├── state.json    process, ports: written at each start, removed at a clean stop
    ├── running       locked by the server's process for as long as it lives
    ├── conf/ data/ logs/ ...   Neo4j's own
"""

from __future__ import annotations

import json
import os
import secrets
import socket
from dataclasses import asdict, dataclass
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from pydantic import SecretStr

from etl.errors import ServerError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from etl.settings import Settings

BOLT_PORT = 7687
HTTP_PORT = 7474
USERNAME = "neo4j"

_TEMPLATE = Path(__file__).with_name("neo4j.conf")


@dataclass(frozen=True, slots=True)
class State:
    """The process and ports of the last start."""

    pid: int
    bolt_port: int
    http_port: int

    @property
    def uri(self) -> str:
        """Return the address that drivers take."""
        return f"bolt://127.0.0.1:{self.bolt_port}"

    @property
    def browser(self) -> str:
        """Return the address of Neo4j Browser."""
        return f"http://127.0.0.1:{self.http_port}/browser/"


@dataclass(frozen=True, slots=True)
class Status:
    """What ``etl server status`` tells; the addresses are None while the server is not running."""

    running: bool
    uri: str | None
    browser: str | None
    username: str
    password_file: Path
    data: Path
    log: Path
    pid: int | None = None


@dataclass(frozen=True, slots=True)
class Files:
    """The paths of one local server."""

    root: Path

    @classmethod
    def of(cls, settings: Settings) -> Files:
        """Return the paths below ``ETL_HOME``."""
        return cls(settings.home / "server")

    @property
    def password(self) -> Path:
        """Return the file that holds the password."""
        return self.root / "password"

    @property
    def state(self) -> Path:
        """Return the file that holds the :class:`State`."""
        return self.root / "state.json"

    @property
    def running(self) -> Path:
        """Return the file that a running server holds locked."""
        return self.root / "running"

    @property
    def start_lock(self) -> Path:
        """Return the file that start and stop lock against each other."""
        return self.root / "start.lock"

    @property
    def conf(self) -> Path:
        """Return Neo4j's configuration folder."""
        return self.root / "conf"

    @property
    def arguments(self) -> Path:
        """Return the file of Java arguments: the class path is too long to read in a process list."""
        return self.conf / "java.args"

    @property
    def console(self) -> Path:
        """Return the file that takes the process's own output."""
        return self.root / "logs" / "console.log"

    @property
    def log(self) -> Path:
        """Return Neo4j's log for its user."""
        return self.root / "logs" / "neo4j.log"

    @property
    def system_database(self) -> Path:
        """Return the folder that exists once the server has been started."""
        return self.root / "data" / "databases" / "system"

    def create(self) -> None:
        """Create the folders; raises ServerError where that is not allowed."""
        try:
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.conf.mkdir(exist_ok=True)
            self.console.parent.mkdir(exist_ok=True)
            self.running.touch(mode=0o600)
        except OSError as error:
            raise ServerError(
                f"cannot write to {self.root}: {error.strerror}",
                hint="set ETL_HOME to a folder that can be written to",
            ) from error

    def configure(self, bolt_port: int, http_port: int, page_cache: str) -> None:
        """Write ``conf/neo4j.conf``."""
        template = Template(_TEMPLATE.read_text(encoding="utf-8"))
        text = template.substitute(bolt_port=bolt_port, http_port=http_port, page_cache=page_cache)
        (self.conf / "neo4j.conf").write_text(text, encoding="utf-8")

    def read_state(self) -> State | None:
        """Return the state of the last start; None when there was none, or it cannot be read."""
        try:
            return State(**json.loads(self.state.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def write_state(self, state: State) -> None:
        """Write the state whole or not at all."""
        draft = self.state.with_suffix(".draft")
        draft.write_text(json.dumps(asdict(state)), encoding="utf-8")
        draft.replace(self.state)

    def read_password(self) -> SecretStr:
        """Return the password; raises ServerError when its file is gone or cannot be read."""
        try:
            return SecretStr(self.password.read_text(encoding="ascii").strip())
        except OSError as error:
            raise ServerError(
                f"the local server's password cannot be read: {self.password}: {error.strerror}",
                hint=f"bring the file back, or remove {self.root} and load the documents again",
            ) from error

    def new_password(self) -> SecretStr:
        """Return the password of a server that never ran: a random one, in a file only its owner can read."""
        if not self.password.exists():
            write_private(self.password, secrets.token_hex(16))
        return self.read_password()

    def started(self) -> bool:
        """Tell whether Neo4j's log of this start says that it is up.

        That something answers on its port does not: another server may have taken that in the meantime.
        """
        return self.log.exists() and " Started." in self.log.read_text(encoding="utf-8", errors="replace")

    def tail(self, lines: int) -> list[str]:
        """Return the last lines of what the process printed and of Neo4j's log."""
        found: list[str] = []
        for path in (self.console, self.log):
            if path.exists():
                found += path.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:]
        return found[-lines:]

    def status(self, state: State | None) -> Status:
        """Return what there is to tell; ``state`` is None when the server is not running."""
        return Status(
            running=state is not None,
            uri=state.uri if state else None,
            browser=state.browser if state else None,
            username=USERNAME,
            password_file=self.password,
            data=self.root / "data",
            log=self.log,
            pid=state.pid if state else None,
        )


def write_private(path: Path, text: str) -> None:
    """Write a new file that only its owner can read, from its first byte on."""
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write(text)


def java_arguments(arguments: Iterable[str]) -> str:
    """Return the text of a Java argument file, each argument quoted as ``java @file`` wants it."""
    return "".join('"' + item.replace("\\", "\\\\").replace('"', '\\"') + '"\n' for item in arguments)


def choose_port(wanted: int | None, default: int) -> int:
    """Return the port to listen on: the wanted one, else the default, else one that is free.

    Raises ServerError when a port was asked for by number and something else uses it.
    """
    if wanted and not _free(wanted):
        raise ServerError(
            f"port {wanted} is in use by another program",
            hint="set ETL_BOLT_PORT and ETL_HTTP_PORT to other ports, or unset them to have free ones taken",
        )
    if wanted:
        return wanted
    if wanted is None and _free(default):
        return default
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _free(port: int) -> bool:
    """Say whether nothing listens on the port; binding alone would not tell everywhere."""
    with socket.socket() as client:
        client.settimeout(1)
        if client.connect_ex(("127.0.0.1", port)) == 0:
            return False
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
