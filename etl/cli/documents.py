"""``etl forget`` and ``etl digest``: documents out of the graph, and the whole graph as one line."""

from __future__ import annotations

from pathlib import Path

import click

from etl import settings as environment
from etl.cli.connect import open_database
from etl.cypher import statement
from etl.errors import UsageError


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
def forget(documents: tuple[str, ...]) -> None:
    """Take documents (by id, or by path as it was given) out of the graph, with all that only they said.

    Example: etl forget https://example.org/press/4711
    """
    from etl import pipeline  # noqa: PLC0415 (its stages take a while to import; --help must not wait)

    settings = environment.load()
    with open_database() as database:
        database.require_schema()
        rows = database.read(statement("maintenance/documents_named"), names=sorted(documents))
        unknown = sorted(set(documents) - {row["name"] for row in rows})
        for name in unknown:
            click.echo(f"not in the graph: {name}", err=True)
        if not rows:
            raise UsageError("none of these documents is in the graph", hint="their ids: etl report documents")
        summary = pipeline.forget(database, sorted({row["id"] for row in rows}), settings)
    click.echo(summary.as_text())


@click.command()
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write the canonical dump there.")
def digest(output: Path | None) -> None:
    """Print the hash of the graph: the same for the same documents and decisions, however they were loaded.

    Example: etl digest -o graph.txt
    """
    from etl.load import canonical, fingerprint  # noqa: PLC0415 (pydantic's schemas take a while)

    with open_database() as database:
        database.require_schema()
        lines = canonical(database)
    if output:
        output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    click.echo(f"{fingerprint(lines)}  {len(lines)} nodes and relationships")
