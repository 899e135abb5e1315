"""The command line: each command is a thin twin of a library call, imported only when it is asked for."""

from __future__ import annotations

import gc
import importlib
import sys

import click

from etl import __version__
from etl.errors import EtlError

COMMANDS = {
    "load": "etl.cli.load",
    "forget": "etl.cli.documents",
    "digest": "etl.cli.documents",
    "explain": "etl.cli.explain",
    "report": "etl.cli.report",
    "review": "etl.cli.review",
    "server": "etl.cli.server",
    "evaluate": "etl.cli.evaluate",
    "discover": "etl.cli.discover",
}


class LazyGroup(click.Group):
    """A group whose commands live in modules of their own: ``--help`` never imports a language model."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """Return the commands in the order in which a user meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the module that holds ``cmd_name`` and return its command."""
        module = COMMANDS.get(cmd_name)
        return getattr(importlib.import_module(module), cmd_name) if module else None


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="etl")
def cli() -> None:
    """Press documents into a Neo4j graph of bilateral meetings."""


def main() -> None:
    """Run the command line; an expected error ends with its message, its hint and its exit code."""
    gc.set_threshold(100_000, 20, 100)  # word lists stay until the end: looking through them often takes seconds
    try:
        cli.main(prog_name="etl")
    except EtlError as error:
        click.echo(f"etl: {error}", err=True)
        if error.hint:
            click.echo(f"     {error.hint}", err=True)
        sys.exit(error.exit_code)
