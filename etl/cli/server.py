"""``etl server``: the local Neo4j that the product runs itself."""

from __future__ import annotations

import json
import time
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from etl import settings as environment
from etl.server import files, process
from etl.server.progress import on_stderr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FOLLOW_SECONDS = 0.5

output_format = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the answer is written on standard output.",
)


@click.group()
def server() -> None:
    """Run the local Neo4j. Example: `etl server start`, then open the address that it prints."""


@server.command()
@output_format
def start(form: str) -> None:
    """Start the server, or find it running; the first start fetches it."""
    with on_stderr() as reporter:
        found = process.start(environment.load(), reporter)
    click.echo(_describe(found, form))


@server.command()
@output_format
def stop(form: str) -> None:
    """Stop the server; nothing is lost."""
    stopped = process.stop(environment.load())
    if form == "json":
        click.echo(json.dumps({"stopped": stopped}))
    else:
        click.echo("stopped" if stopped else "was not running")


@server.command()
@output_format
def status(form: str) -> None:
    """Say whether the server runs, and how to open its Browser; exit code 0 either way."""
    settings = environment.load()
    click.echo(_describe(process.status(settings), form))
    if settings.neo4j_uri and form == "text":
        click.echo(f"NEO4J_URI is set: the other commands use {settings.neo4j_uri}", err=True)


@server.command()
@click.option("-n", "--lines", type=click.IntRange(min=1), default=50, show_default=True, help="How many lines.")
@click.option("-f", "--follow", is_flag=True, help="Go on with new lines until interrupted.")
def logs(lines: int, follow: bool) -> None:  # noqa: FBT001 (click hands flags over so)
    """Print the end of the server's log."""
    found = files.Files.of(environment.load())
    for line in found.tail(lines):
        click.echo(line)
    if follow:
        for text in _growth(found.log):
            click.echo(text, nl=False)


def _growth(path: Path) -> Iterator[str]:
    """Yield what is added to a file from now on; a file that became shorter was begun anew."""
    position = path.stat().st_size if path.exists() else 0
    while True:
        time.sleep(_FOLLOW_SECONDS)
        size = path.stat().st_size if path.exists() else 0
        position = min(position, size)
        if size > position:
            with path.open(encoding="utf-8", errors="replace") as file:
                file.seek(position)
                yield file.read()
                position = file.tell()


def _describe(found: files.Status, form: str) -> str:
    if form == "json":
        return json.dumps(asdict(found), default=str)
    if not found.running:
        return f"not running; `etl server start` starts it\ndata      {found.data}"
    return (
        f"running   process {found.pid}\n"
        f"Browser   {found.browser}\n"
        f"Bolt      {found.uri}\n"
        f"user      {found.username}\n"
        f"password  in {found.password_file}\n"
        f"data      {found.data}\n"
        f"log       {found.log}\n"
        f"Open the Browser's address, set the connect URL to {found.uri}, and log in with that user and password."
    )
