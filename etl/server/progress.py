"""How long work tells a user that it goes on: a protocol, and its form on standard error."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

if TYPE_CHECKING:
    from collections.abc import Iterator


class Reporter(Protocol):
    """What is told about a step."""

    def say(self, message: str) -> None:
        """Take one line for the user."""

    def downloaded(self, done: int, total: int) -> None:
        """Take the number of bytes fetched so far; the last call has ``done == total``."""


class Silent:
    """A reporter that tells nothing."""

    def say(self, message: str) -> None:
        """Drop the line."""

    def downloaded(self, done: int, total: int) -> None:
        """Drop the count."""


class _Terminal:
    """Lines and a bar on standard error; without a terminal, a line for each quarter instead of the bar."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._quarter = 0
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            DownloadColumn(),
            TransferSpeedColumn(),
            console=console,
            transient=True,
        )
        self._task = self._bar.add_task("Fetching Neo4j")

    def say(self, message: str) -> None:
        self._console.print(message, highlight=False, markup=False, soft_wrap=True)

    def downloaded(self, done: int, total: int) -> None:
        if self._console.is_terminal:
            self._bar.start()
            self._bar.update(self._task, completed=done, total=total)
            if done == total:
                self._bar.stop()
        elif (quarter := 4 * done // total) > self._quarter:
            self._quarter = quarter
            self.say(f"fetching Neo4j: {25 * quarter} %")

    def close(self) -> None:
        if self._console.is_terminal:  # elsewhere rich would leave an empty line
            self._bar.stop()


@contextmanager
def on_stderr() -> Iterator[Reporter]:
    """Give a reporter that writes to standard error, and clear its bar at the end."""
    reporter = _Terminal(Console(file=sys.stderr))
    try:
        yield reporter
    finally:
        reporter.close()
