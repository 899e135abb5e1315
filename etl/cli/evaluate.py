"""``etl evaluate``: how right the extraction is, against gold files."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

_TOP = "    {:22}{:>6}{:>7}{:>8}{:>8}{:>8}{:>8}"
_ROW = "    {:22}{:6}{:7}{:8}{:8.3f}{:8.3f}{:8.3f}"


@click.command()
@click.argument("gold_dir", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--documents",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of the documents; by default documents/ beside GOLD_DIR.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--minimum",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="JSON file of kind to F1; exit 1 where a score falls below.",
)
def evaluate(gold_dir: Path, documents: Path | None, form: str, minimum: Path | None) -> None:
    """Compare what the documents give with the gold files of GOLD_DIR; no database is touched.

    Example: etl evaluate tests/golden/gold
    """
    from etl import evaluate as library  # noqa: PLC0415 (spaCy loads for seconds; --help must not wait)

    beside = gold_dir.parent / "documents"
    result = library.evaluate(library.read_gold(gold_dir), documents or (beside if beside.is_dir() else gold_dir))
    scores = {kind: round(tally.f1, 3) for kind, tally in result.tallies.items()}
    if form == "json":
        table = {
            kind: {
                "true": tally.true,
                "wrong": tally.wrong,
                "missed": tally.missed,
                "precision": round(tally.precision, 3),
                "recall": round(tally.recall, 3),
                "f1": round(tally.f1, 3),
            }
            for kind, tally in result.tallies.items()
        }
        errors = [
            {"document": each.document, "kind": each.kind, "message": each.message, "sentence": each.sentence}
            for each in result.errors
        ]
        click.echo(json.dumps({"scores": table, "errors": errors}, ensure_ascii=False, indent=2))
    else:
        document = ""
        for error in result.errors:
            if error.document != document:
                document = error.document
                click.echo(document)
            click.echo(f"    {error.kind}: {error.message}")
            if error.sentence:
                click.echo(f"        {error.sentence[:300]}")
        click.echo("\n" + _TOP.format("what", "true", "wrong", "missed", "P", "R", "F1"))
        for kind, tally in result.tallies.items():
            row = (tally.true, tally.wrong, tally.missed, tally.precision, tally.recall, tally.f1)
            click.echo(_ROW.format(kind, *row))
    if minimum:
        floor: dict[str, float] = json.loads(minimum.read_text(encoding="utf-8"))
        below = {kind: least for kind, least in floor.items() if scores.get(kind, 0.0) < least}
        for kind, least in below.items():
            click.echo(f"etl: {kind}: F1 {scores.get(kind, 0.0)} is below the recorded {least}", err=True)
        if below:
            sys.exit(1)
