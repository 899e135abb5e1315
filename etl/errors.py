"""Every error the product raises on purpose.

::

    EtlError                    exit 1
    ├── UsageError              exit 2   a word on the command line is wrong
    │   ├── UnknownReport
    │   └── UnknownCountry
    ├── ResourceError           exit 1   a file that ships with the product is damaged
    ├── DatabaseError           exit 1
    │   ├── DatabaseUnreachable exit 75  a scheduler may retry
    │   ├── DatabaseLocked      exit 75  another run is loading
    │   ├── StatementRefused    exit 1   the values of some document, perhaps
    │   └── AuthenticationError exit 1
    ├── ServerError             exit 1   the local server did not start or stop
    └── DecisionError           exit 2   a line of the decisions file is wrong

A message says what is wrong and where; ``hint`` says what to do next.
A document that cannot be taken raises nothing: it becomes an :class:`etl.issues.Issue`.
"""

from __future__ import annotations


class EtlError(Exception):
    """Base of all errors; ``exit_code`` is what the command ends with."""

    exit_code = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(EtlError):
    """What was asked cannot be done as it was asked."""

    exit_code = 2


class UnknownReport(UsageError):
    """No canned query has that name."""


class UnknownCountry(UsageError):
    """No country has that code or name."""


class ResourceError(EtlError):
    """A data file of the product is missing or breaks its schema."""


class DatabaseError(EtlError):
    """The database refused a statement."""


class DatabaseUnreachable(DatabaseError):
    """Nothing answers at the database's address."""

    exit_code = 75


class DatabaseLocked(DatabaseError):
    """Another run is writing to the same database."""

    exit_code = 75


class StatementRefused(DatabaseError):
    """The database refused a statement for the values it was given, its size, or its time."""


class AuthenticationError(DatabaseError):
    """The database refused the user name or password."""


class ServerError(EtlError):
    """The local Neo4j could not be fetched, started or stopped."""


class DecisionError(UsageError):
    """A line of the decisions file cannot be used."""
