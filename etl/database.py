"""The one module that imports the driver: statements in, plain rows out, its errors made ours.

Statements come from :mod:`etl.cypher`; values are always parameters. Rows are dictionaries of Python's own
types (dates as :class:`datetime.date`).
"""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self, TypeVar

import neo4j
from neo4j import exceptions

from etl import cypher
from etl.errors import (
    AuthenticationError,
    DatabaseError,
    DatabaseLocked,
    DatabaseUnreachable,
    StatementRefused,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

    from etl.cypher import Statement
    from etl.settings import Connection

Row = dict[str, Any]
T = TypeVar("T")

_TIMED_OUT = (
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
    "Neo.ClientError.Transaction.LockClientStopped",
)
_REFUSALS = (  # what the values of some document can cause, as opposed to the state of the server
    *_TIMED_OUT,
    "Neo.ClientError.Schema",
    "Neo.ClientError.Statement",
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
    "Neo.TransientError.General.TransactionMemoryLimit",
    "Neo.TransientError.General.OutOfMemoryError",
)
_COUNTS = (
    "nodes_created",
    "nodes_deleted",
    "relationships_created",
    "relationships_deleted",
    "properties_set",
)
_CONNECT_SECONDS = 10


class _RolledBack(Exception):
    """Carries the result out of a transaction that is not to be kept."""


class _LockTimeout(Exception):
    """The writers' lock was not to be had before the transaction's time was up."""


@dataclass(slots=True)
class Transaction:
    """A transaction under way; ``counters`` adds up what its statements changed (``nodes_created``...)."""

    _tx: neo4j.ManagedTransaction = field(repr=False)
    counters: Counter[str] = field(default_factory=Counter)

    def run(self, statement: Statement, **parameters: object) -> list[Row]:
        """Run one statement and return its rows."""
        try:
            result = self._tx.run(statement.text, parameters)
            names = result.keys()
        except UnicodeEncodeError as error:
            raise StatementRefused(f"a value is no Unicode text: {error}") from error
        rows = [{name: _native(record[name]) for name in names} for record in result]
        self.counters.update(_changes(result.consume().counters))
        return rows


class Database:
    """A Neo4j database; a context manager that closes its connections.

    Opening raises DatabaseUnreachable or AuthenticationError, each with what to check.
    """

    def __init__(self, connection: Connection) -> None:
        uri = self.uri = connection.uri
        self._database = connection.database
        user, password = connection.username, connection.password.get_secret_value()
        with _translated(uri):
            self._driver = neo4j.GraphDatabase.driver(
                uri,
                auth=(user, password) if user else None,
                connection_timeout=_CONNECT_SECONDS,
                connection_acquisition_timeout=2 * _CONNECT_SECONDS,
                max_transaction_retry_time=_CONNECT_SECONDS,
                notifications_min_severity="OFF",
                user_agent="press-to-graph",
            )
        try:
            with _translated(uri):
                self._driver.verify_connectivity()
        except DatabaseError:
            self._driver.close()
            raise

    def __repr__(self) -> str:
        return f"Database({self.uri!r})"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._driver.close()

    def read(self, statement: Statement, **parameters: object) -> list[Row]:
        """Run one reading statement in a transaction of its own and return its rows."""

        def work(tx: neo4j.ManagedTransaction) -> list[Row]:
            return Transaction(tx).run(statement, **parameters)

        with _translated(self.uri), self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(work)

    def write(self, work: Callable[[Transaction], T], *, timeout: float, keep: bool = True) -> T:
        """Run ``work`` in one transaction, as the only writer of this database; retried where the driver may.

        Without ``keep`` the transaction is rolled back, and tells what it would have done.

        The lock is a node that the transaction writes to first, so it holds across machines and goes with the
        transaction, however its owner ends. After ``timeout`` seconds the server ends the transaction, and
        DatabaseLocked is raised where it was still waiting for the lock.
        """

        @neo4j.unit_of_work(timeout=timeout)
        def locked(tx: neo4j.ManagedTransaction) -> T:
            transaction = Transaction(tx)
            try:
                transaction.run(cypher.statement("maintenance/lock"))
            except exceptions.Neo4jError as error:
                if error.code in _TIMED_OUT:
                    raise _LockTimeout from error
                raise
            result = work(transaction)
            if not keep:
                raise _RolledBack(result)
            return result

        with _translated(self.uri), self._session(neo4j.WRITE_ACCESS) as session:
            try:
                return session.execute_write(locked)
            except _RolledBack as rolled_back:
                result: T = rolled_back.args[0]
                return result

    def apply(self, folder: str) -> None:
        """Run every statement of a folder of ``cypher/``, each in its own transaction (schema changes)."""
        with _translated(self.uri), self._session(neo4j.WRITE_ACCESS) as session:
            for statement in cypher.statements(folder):
                session.run(statement.text).consume()

    def require_schema(self) -> None:
        """Raise DatabaseError where the constraints are missing: an empty database, or another project's."""
        present = {row["name"] for row in self.read(cypher.statement("maintenance/indexes"))}
        needed = {statement.name.rpartition("/")[2] for statement in cypher.statements("constraints")}
        if needed - present:
            raise DatabaseError(
                f"the database at {self.uri} holds no graph of this product",
                hint="load documents first (etl load PATH), or let NEO4J_URI and NEO4J_DATABASE name another",
            )

    def explain(self, statement: Statement, *, profile: bool = False, **parameters: object) -> Row:
        """Return a statement's plan as Neo4j gives it; with ``profile`` it runs and is rolled back."""
        with (
            _translated(self.uri),
            self._session(neo4j.WRITE_ACCESS) as session,
            session.begin_transaction() as tx,
        ):
            verb = "PROFILE" if profile else "EXPLAIN"
            summary = tx.run(f"{verb} {statement.text}", parameters).consume()
            plan: Row = (summary.profile if profile else summary.plan) or {}
            tx.rollback()
            return plan

    def _session(self, access: str) -> neo4j.Session:
        return self._driver.session(database=self._database, default_access_mode=access)


def _changes(counters: neo4j.SummaryCounters) -> dict[str, int]:
    """Return the counts of a statement's changes that are not zero."""
    names = (
        "nodes_created",
        "nodes_deleted",
        "relationships_created",
        "relationships_deleted",
        "properties_set",
    )
    return {name: count for name in names if (count := getattr(counters, name))}


def _native(value: Any) -> Any:  # noqa: ANN401 (whatever a row holds)
    """Turn the driver's temporal types, at any depth, into Python's own."""
    if isinstance(value, dict):
        return {key: _native(item) for key, item in value.items()}
    if isinstance(value, list):
        plain = not value or isinstance(value[0], str | int | float)  # what a property holds is of one type
        return value if plain else [_native(item) for item in value]
    return value.to_native() if hasattr(value, "to_native") else value


@contextmanager
def _translated(uri: str) -> Iterator[None]:
    """Turn the driver's errors into ours, each with what to check."""
    try:
        yield
    except _LockTimeout as error:
        raise DatabaseLocked(
            f"another run is writing to {uri}",
            hint="try again when it has finished; a crashed run leaves no lock",
        ) from error
    except (exceptions.AuthError, exceptions.TokenExpired) as error:
        raise AuthenticationError(
            f"{uri} refused the user name or password",
            hint="check NEO4J_USERNAME and NEO4J_PASSWORD (or the file that NEO4J_PASSWORD_FILE names)",
        ) from error
    except (exceptions.ServiceUnavailable, exceptions.SessionExpired) as error:
        raise DatabaseUnreachable(
            f"no Neo4j answers at {uri}: {error}",
            hint="check that it runs and that NEO4J_URI has its host and Bolt port; "
            "without NEO4J_URI a local server is started",
        ) from error
    except exceptions.ConfigurationError as error:
        raise DatabaseError(
            f"{uri!r} is no address of a Neo4j: {error}", hint="NEO4J_URI looks like bolt://localhost:7687"
        ) from error
    except exceptions.Neo4jError as error:
        code = error.code or ""
        message = f"{uri}: {error.message} ({code})"
        if code.startswith(_REFUSALS):
            raise StatementRefused(message) from error
        if error.is_retryable():
            raise DatabaseUnreachable(message, hint="try again in a while") from error
        raise DatabaseError(message) from error
    except exceptions.DriverError as error:
        raise DatabaseError(f"{uri}: {error}") from error
