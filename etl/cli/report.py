"""``etl report``: canned queries as a table, CSV or JSON lines; a command for each file in ``cypher/reports``."""

from __future__ import annotations

import json
import locale
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from etl import report as library
from etl.cli.connect import open_database
from etl.resources import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.report import Parameter, Report, Table

_FORMATS = ("csv", "table", "jsonl")
_BY_SUFFIX = {".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".txt": "table"}
_OWN = ".cypher"


class ReportGroup(click.Group):
    """A group whose commands are the reports there are, and any file of an analyst's own."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return ``list`` and the names of all reports."""
        return [*super().list_commands(ctx), *(each.name for each in library.reports())]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command that runs a report; raise UnknownReport where there is none."""
        if command := super().get_command(ctx, cmd_name):
            return command
        own = cmd_name.endswith(_OWN)
        return _command(library.read(Path(cmd_name)) if own else library.report(cmd_name))


@click.group(cls=ReportGroup, subcommand_metavar="NAME [OPTIONS]")
def report() -> None:
    """Answer a canned question from the graph.

    Each name below is a query with options of its own; a path to a .cypher file with the same front matter is
    one too.

    Example: etl report co-chairs --between Morocco --between Spain -o co-chairs.csv
    """


@report.command("list")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the titles; by default the locale's.")
def list_reports(form: str, lang: str | None) -> None:
    """List the reports with what each asks for.

    Example: etl report list --lang fr
    """
    language = lang or _language()
    if form == "json":
        entries = [_entry(each, language) for each in library.reports()]
        click.echo(json.dumps(entries, ensure_ascii=False, indent=2))
        return
    width = max(len(each.name) for each in library.reports())
    for each in library.reports():
        asked = " ".join(
            parameter.option if parameter.required else f"[{parameter.option}]" for parameter in each.parameters
        )
        click.echo(f"{each.name:{width}}  {each.words(language)[0]}")
        if asked:
            click.echo(f"{'':{width}}  {asked}")


def _entry(each: Report, language: str) -> dict[str, object]:
    title, description = each.words(language)
    return {
        "name": each.name,
        "title": title,
        "description": description,
        "parameters": [
            {
                "name": parameter.name,
                "type": parameter.type,
                "description": parameter.description,
                "required": parameter.required,
                "default": parameter.default,
            }
            for parameter in each.parameters
        ],
        "columns": list(each.columns),
    }


def _command(asked: Report) -> click.Command:
    """Build the command of a report from what its front matter declares."""
    title, description = asked.words(_language())
    options = [_option(parameter) for parameter in asked.parameters]
    output = click.Option(
        ["-o", "--output"],
        type=click.Path(dir_okay=False, path_type=Path),
        help="File to write; its ending tells the format.",
    )
    form = click.Option(
        ["--format", "form"],
        type=click.Choice(_FORMATS),
        help="By default a table on a terminal and CSV elsewhere.",
    )
    query = click.Option(["--query"], is_flag=True, help="Print the query, to paste into Neo4j Browser, and stop.")
    columns = f"Columns: {', '.join(asked.columns)}"
    return click.Command(
        asked.name,
        params=[*options, output, form, query],
        callback=partial(_run, asked),
        help=f"{title}.\n\n{description}",
        short_help=title,
        epilog=f"{columns}\n\nExample: {example(asked)}",
    )


def _option(parameter: Parameter) -> click.Option:
    several = parameter.type == "countries"
    return click.Option(
        [parameter.option, parameter.name],
        help=parameter.description,
        required=parameter.required,
        default=parameter.default,
        show_default=parameter.default is not None,
        is_flag=parameter.type == "flag",
        multiple=several,
        metavar=None if parameter.type == "flag" else "COUNTRY" if several else parameter.type.upper(),
    )


def example(asked: Report) -> str:
    """Return a command that runs a report."""
    words = ["etl", "report", asked.name]
    options = {parameter.name: parameter.option for parameter in asked.parameters}
    for name, given in asked.example.items():
        for value in [given] if isinstance(given, str) else given:
            words += [options[name], f'"{value}"' if " " in value else value]
    return " ".join(words)


def _run(
    asked: Report, *, output: Path | None, form: str | None, query: bool, **given: str | Sequence[str] | None
) -> None:
    values = library.interpret(asked, given)
    if query:
        click.echo(library.browser_text(asked, values), nl=False)
        return
    with open_database() as database:
        table = library.run(database, asked, values)
    for note in table.notes:
        click.echo(f"etl: {note}", err=True)
    if not table.rows:
        click.echo(f"etl: {asked.name}: no rows", err=True)
    _write(asked, table, output, form)


def _write(asked: Report, table: Table, output: Path | None, form: str | None) -> None:
    if form is None:
        on_terminal = output is None and sys.stdout.isatty()
        form = _BY_SUFFIX.get(output.suffix.lower(), "csv") if output else "table" if on_terminal else "csv"
    if form == "table":
        content = _drawn(asked, table, None if output else sys.stdout)
    else:
        from etl import tables  # noqa: PLC0415 (a drawn table needs no writer of files)

        if form == "csv":
            content = tables.csv(table.columns, table.rows)
        else:
            content = tables.json_lines(table.columns, table.rows)
    if output is None:
        stream = sys.stdout.buffer
        stream.write(content)
        stream.flush()
        return
    partial_file = output.with_name(f".{output.name}.partial")
    try:
        partial_file.write_bytes(content)
        partial_file.replace(output)  # a reader never finds half a report
    except OSError as error:
        partial_file.unlink(missing_ok=True)
        raise click.FileError(str(output), hint=error.strerror or str(error)) from error
    click.echo(f"etl: {output}: {len(table.rows)} rows", err=True)


def _drawn(asked: Report, table: Table, terminal: Any) -> bytes:  # noqa: ANN401 (sys.stdout or nothing)
    """Return the table as drawn with lines, as wide as the terminal (160 characters in a file)."""
    from rich.console import Console  # noqa: PLC0415 (CSV needs no drawing)
    from rich.table import Table as Grid  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from etl.tables import cell  # noqa: PLC0415

    console = Console(file=terminal, width=None if terminal and terminal.isatty() else 160)
    grid = Grid(title=asked.words(_language())[0], caption=f"{len(table.rows)} rows", show_lines=True)
    for column in table.columns:
        grid.add_column(column, overflow="fold")
    for row in table.rows:
        grid.add_row(*(Text(cell(row[column])) for column in table.columns))
    with console.capture() as capture:
        console.print(grid)
    return capture.get().encode()


def _language() -> str:
    """Return the language of the user's locale where the titles have it, else English."""
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    code = (locale.normalize(named).partition("_")[0] or "en").lower()
    return code if code in LANGUAGES else "en"
