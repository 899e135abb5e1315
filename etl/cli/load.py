"""``etl load``: documents into the graph."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click
import structlog

from etl import log, server
from etl import settings as environment
from etl.decisions import read_decisions
from etl.errors import UsageError
from etl.issues import Code
from etl.server.progress import on_stderr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.progress import Progress

    from etl.database import Database
    from etl.issues import Issue
    from etl.pipeline import Quarantine, Stop, Summary
    from etl.settings import Settings

QUARANTINED = 3
_SIGNALLED = 128
_SHOWN = 10
_NOTHING_THERE = {Code.MISSING, Code.NO_DOCUMENTS}


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("--dry-run", is_flag=True, help="Show what would be loaded; write nothing, start no server.")
@click.option(
    "--relative-to",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Root of the collection: ids are paths from there, so that they travel.",
)
@click.option("--column", "columns", multiple=True, metavar="OUR=THEIRS", help="Name a table's column: text=body.")
@click.option("--prune", is_flag=True, help="Forget the documents that lay under PATH and are gone; asks first.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--retry-quarantined", is_flag=True, help="Try again what earlier runs did not take.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--log-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
def load(
    paths: tuple[str, ...],
    *,
    dry_run: bool,
    relative_to: Path | None,
    columns: tuple[str, ...],
    prune: bool,
    yes: bool,
    retry_quarantined: bool,
    form: str,
    log_format: str,
) -> None:
    """Load documents (files, folders, - for standard input) into the graph.

    Without NEO4J_URI the local server is started. Loading again writes only what changed.

    Example: etl load press/ --prune
    """
    from etl import pipeline  # noqa: PLC0415 (its stages take a while to import; --help must not wait)

    settings = environment.load()
    quarantine = pipeline.Quarantine(settings.home / "quarantine.jsonl")
    wanted = _paths(paths, quarantine, relative_to, retry=retry_quarantined)
    if prune and not (folders := [Path(path) for path in wanted if Path(path).is_dir()]):
        raise UsageError("--prune needs a folder among the paths", hint="etl load --prune FOLDER")
    mapped = _mapping(columns)
    there = settings.decisions or settings.decisions_file.exists()
    decisions = read_decisions(settings.decisions_file) if there else None
    log.configure("json" if log_format == "json" else "text")
    with ExitStack() as stack:
        database = _database(stack, settings, dry_run=dry_run)
        stop = stack.enter_context(pipeline.Stop())
        observer = stack.enter_context(_observer(stop, log_format))
        summary = pipeline.load(
            wanted, database, settings, decisions, observer,
            relative_to=relative_to, columns=mapped, dry_run=dry_run,
        )  # fmt: skip
        observer.close()
        if prune and database and not summary.stopped:
            gone = sorted({id_ for folder in folders for id_ in pipeline.prunable(database, folder, summary)})
            if gone and not dry_run and _agreed(gone, yes=yes):
                forgotten = pipeline.forget(database, gone, settings)
                summary.removed += forgotten.removed
                summary.changes.add(forgotten.changes)
            elif gone and dry_run:
                click.echo("\n".join(f"would be forgotten: {id_}" for id_ in gone), err=True)
    if not dry_run:
        _keep(quarantine, summary, relative_to)
    click.echo(json.dumps(summary.as_dict(), ensure_ascii=False, indent=2) if form == "json" else summary.as_text())
    sys.exit(_exit_code(summary))


def _paths(paths: Sequence[str], quarantine: Quarantine, relative_to: Path | None, *, retry: bool) -> list[str]:
    """Return the paths to load: those given, and with ``retry`` those of the quarantine that still exist."""
    if retry:
        root = str(relative_to.absolute()) if relative_to else None
        records = [record for record in quarantine.records() if record.relative_to == root]
        if not records and not paths:
            raise UsageError(
                "nothing is quarantined" + (f" of the collection {root}" if root else ""),
                hint="give paths to load; a collection's documents need its --relative-to",
            )
        paths = [*paths, *sorted({r.path for r in records if Path(r.path).exists()} - {*paths})]
    elif not paths:
        raise UsageError("nothing to load", hint="give files or folders, or - for standard input")
    return list(paths)


def _mapping(columns: Sequence[str]) -> dict[str, str]:
    """Return ``--column OUR=THEIRS`` as a mapping."""
    if wrong := [column for column in columns if "=" not in column]:
        raise UsageError(f"--column {wrong[0]}: not OUR=THEIRS", hint="for instance --column text=body")
    return dict(column.split("=", 1) for column in columns)


def _database(stack: ExitStack, settings: Settings, *, dry_run: bool) -> Database | None:
    """Open the database; None for a dry run without NEO4J_URI while no local server runs."""
    if dry_run and settings.connection() is None and not server.status(settings).running:
        return None
    with on_stderr() as reporter:
        connection = server.ensure_running(settings, reporter)
    from etl.database import Database  # noqa: PLC0415 (the driver imports pandas; --help must not wait)

    return stack.enter_context(Database(connection))


def _agreed(gone: Sequence[str], *, yes: bool) -> bool:
    """Ask whether documents may be forgotten; without a terminal to ask on, only ``--yes`` agrees."""
    if yes:
        return True
    if not sys.stdin.isatty():
        raise UsageError(f"{len(gone)} documents are gone, and nobody can be asked", hint="add --yes to forget them")
    click.echo("\n".join(gone[:_SHOWN]) + ("\n..." if len(gone) > _SHOWN else ""), err=True)
    return click.confirm(f"Forget these {len(gone)} documents, which are gone?", err=True)


def _keep(quarantine: Quarantine, summary: Summary, relative_to: Path | None) -> None:
    """Keep what was refused, and let go of what was taken this time."""
    from etl.pipeline import Record  # noqa: PLC0415 (as above)

    root = str(relative_to.absolute()) if relative_to else None
    standing = quarantine.update([Record(issue, root) for issue in summary.issues], summary.taken)
    if summary.issues:
        click.echo(f"{standing} quarantined in {quarantine.path}; once mended: etl load --retry-quarantined", err=True)


def _exit_code(summary: Summary) -> int:
    if summary.stopped:
        return _SIGNALLED + summary.stopped
    if not summary.issues:
        return 0
    if not summary.read and all(issue.code in _NOTHING_THERE for issue in summary.issues):
        return UsageError.exit_code
    return QUARANTINED


class _Observer:
    """Tells of a run on standard error: a line for each refusal, a bar on a terminal."""

    def __init__(self, stop: Stop, progress: Progress | None, *, as_json: bool) -> None:
        self._stop = stop
        self._progress = progress
        self._task = progress.add_task("loading", total=None) if progress else None
        self._as_json = as_json
        self._log = structlog.get_logger()

    def progress(self, summary: Summary) -> None:
        """Show the counts so far."""
        if self._as_json:
            self._log.info("batch", read=summary.read, new=summary.new, updated=summary.updated)
        elif self._progress and self._task is not None:
            names = ("read", "new", "updated", "unchanged", "quarantined")
            text = ", ".join(f"{getattr(summary, name)} {name}" for name in names)
            self._progress.update(self._task, description=text)

    def refused(self, issue: Issue) -> None:
        """Tell what was not taken, and what to do."""
        if self._as_json:
            self._log.warning("refused", **asdict(issue))
            return
        place = f"{issue.source}:{issue.start}" if issue.start is not None else issue.source
        following = f"; {issue.next_step}" if issue.next_step else ""
        click.echo(f"{place}: {issue.message} [{issue.code}]{following}", err=True)

    def stopped(self) -> int | None:
        """Return the signal that came."""
        return self._stop.signal

    def close(self) -> None:
        """Take the bar away."""
        if self._progress:
            self._progress.stop()


@contextmanager
def _observer(stop: Stop, log_format: str) -> Iterator[_Observer]:
    """Give an observer; its bar is on standard error, and only on a terminal."""
    from rich.console import Console  # noqa: PLC0415 (only a load shows a bar)
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    console = Console(stderr=True)
    bar = None
    if console.is_terminal and log_format == "text":
        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        bar = Progress(*columns, console=console, transient=True)
        bar.start()
    observer = _Observer(stop, bar, as_json=log_format == "json")
    try:
        yield observer
    finally:
        observer.close()
