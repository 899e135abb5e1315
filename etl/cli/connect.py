"""The database that a command reads from."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from etl import server
from etl import settings as environment
from etl.errors import DatabaseError
from etl.server.progress import on_stderr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from etl.database import Database


@contextmanager
def open_database() -> Iterator[Database]:
    """Open the database that ``NEO4J_URI`` names, else the local server's, started where it does not run.

    Raises DatabaseError where there is no local graph yet: reading one is no reason to fetch a server.
    """
    from etl.database import Database  # noqa: PLC0415 (the driver brings pandas; --help must not wait for it)

    settings = environment.load()
    if settings.connection() is None and not server.status(settings).data.exists():
        raise DatabaseError("there is no graph yet", hint="load documents first: etl load PATH")
    with on_stderr() as reporter:
        connection = server.ensure_running(settings, reporter)
    with Database(connection) as database:
        yield database
