"""``etl discover``: which words the vocabulary lacks, with the line that adds each."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from etl import settings

if TYPE_CHECKING:
    from etl.discover import Finding
    from etl.issues import Issue

_HEADINGS = {
    "verb": "Words between two people of two sides, on which no fact rests",
    "title": "Offices that are not known",
    "body": "Standing bodies that are not known",
    "demonym": "Words beside an office that may be a country's adjective (XX: the country's code)",
    "name": "Names that were taken for nobody's (the line: a given name)",
}


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--top", type=click.IntRange(min=1), default=10, show_default=True, help="How many of each kind.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def discover(paths: tuple[str, ...], top: int, form: str) -> None:
    """Show what the documents at PATHS say in likely sentences and no word list knows; no database is touched.

    Each finding comes with its count, a sentence, and the one line that adds it to a data file.

    Example: etl discover samples --top 5
    """
    from etl import discover as library  # noqa: PLC0415 (the stages load for seconds; --help must not wait)

    max_bytes = settings.load().max_file_bytes
    result = library.discover(library.readings(paths, _refused, max_bytes=max_bytes))
    findings = result.top(top)
    if form == "json":
        counts = {"documents": result.documents, "sentences": result.sentences, "likely": result.likely}
        click.echo(json.dumps({**counts, "findings": list(map(asdict, findings))}, ensure_ascii=False, indent=2))
        return
    kind = ""
    for finding in findings:
        if finding.kind != kind:
            kind = finding.kind
            click.echo(f"\n{_HEADINGS[kind]}")
        _show(finding)
    click.echo(f"\n{result.documents} documents, {result.sentences} sentences, {result.likely} of them likely")


def _show(finding: Finding) -> None:
    place = f"{finding.file}, under {finding.under}" if finding.under else finding.file
    click.echo(f"  {finding.count:4}  {finding.text}  ({finding.language})")
    click.echo(f"        {finding.example[:240]}")
    click.echo(f"        {place}: {finding.line}")


def _refused(issue: Issue) -> None:
    click.echo(f"etl: {issue.source}: {issue.message}", err=True)
