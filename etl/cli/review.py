"""``etl review``: questions that only people can answer, and their answers."""

from __future__ import annotations

import datetime as dt
import getpass
import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from etl import settings as environment
from etl.cli.connect import open_database
from etl.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.database import Database
    from etl.decisions import Decisions, ReviewItem
    from etl.review import Answer
    from etl.settings import Settings

_EVIDENCE = 300

by_option = click.option("--by", metavar="NAME", help="Who decides; by default ETL_USER, else the login name.")
below_option = click.option(
    "--below", type=click.FloatRange(0, 1), default=0.7, show_default=True, help="Ask about facts less sure than this."
)
kind_option = click.option(
    "--kind", type=click.Choice(["person", "meeting", "role", "fact"]), help="Only these questions."
)
why_option = click.option("--why", required=True, metavar="TEXT", help="The reason; it is kept with the decision.")


@click.group()
def review() -> None:
    """Answer questions that only people can answer.

    Answers are lines of a text file (ETL_DECISIONS, to be kept under version control) with who, when and why. The
    graph follows the file at once; deleting a line and etl review apply, or etl review undo, takes an answer back.

    Example: etl review list
    """


@review.command("list")
@kind_option
@below_option
@click.option("--decided", is_flag=True, help="Show the decisions that stand instead.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def list_(*, kind: str | None, below: float, decided: bool, form: str) -> None:
    """Show the open questions, each with its id, candidates and sentences.

    Example: etl review list --kind person
    """
    from etl import review as library  # noqa: PLC0415 (pydantic's schemas take a while)

    with open_database() as database:
        database.require_schema()
        if decided:
            _show_decided(library.standing(environment.load().decisions_file, database), form)
            return
        items = _questions(database, kind, below)
    if form == "json":
        click.echo(json.dumps([asdict(item) for item in items], ensure_ascii=False, indent=2))
        return
    for item in items:
        click.echo(f"{library.shown_id(item)}  {item.question}")
        for candidate in item.candidates:
            click.echo(f"    candidate {candidate.id}  {candidate.label}")
        for sentence in item.evidence:
            click.echo(f"    “{' '.join(sentence.split())[:_EVIDENCE]}”")
        click.echo(f"    in {', '.join(item.documents)}")
    click.echo(f"{len(items)} open questions", err=True)


@review.command()
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write the CSV there.")
@kind_option
@below_option
def export(*, output: Path | None, kind: str | None, below: float) -> None:
    """Write the open questions as CSV; fill in answer (accept, reject), candidate and why, then import it.

    Example: etl review export -o questions.csv
    """
    from etl import review as library  # noqa: PLC0415 (as above)

    with open_database() as database:
        database.require_schema()
        data = library.export(_questions(database, kind, below))
    if output:
        output.write_bytes(data)
    else:
        click.echo(data.decode(), nl=False)


@review.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@by_option
def import_(file: Path, *, by: str | None) -> None:
    """Take the answers of an export that was filled in; a wrong line is told with its number, and none is taken.

    Example: etl review import questions.csv
    """
    from etl import review as library  # noqa: PLC0415 (as above)

    settings = environment.load()
    with open_database() as database:
        database.require_schema()
        items = library.open_questions(database, below=1)
        answers = library.read_answers(file.read_bytes(), items, str(file))
        who, when = _who(by), _today()
        lines = [line for item, verdict in answers for line in library.answer_lines(item, verdict, who=who, when=when)]
        _decide(database, settings, lines)
    click.echo(f"{len(answers)} questions answered", err=True)


@review.command()
@click.argument("question")
@click.option("--as", "candidate", metavar="ID", help="Which candidate, where there are several.")
@why_option
@by_option
def accept(question: str, *, candidate: str | None, why: str, by: str | None) -> None:
    """Answer yes: these two are the same, or this fact is true.

    Example: etl review accept q1a2b3c4d --why "the same letterhead"
    """
    _answer(question, "accept", candidate, why, by)


@review.command()
@click.argument("question")
@click.option("--as", "candidate", metavar="ID", help="Only this candidate is another one; by default all are.")
@why_option
@by_option
def reject(question: str, *, candidate: str | None, why: str, by: str | None) -> None:
    """Answer no: these are different, or this fact is not true.

    Example: etl review reject q1a2b3c4d --why "two brothers"
    """
    _answer(question, "reject", candidate, why, by)


@review.command()
@click.argument("decision")
@why_option
@by_option
def undo(decision: str, *, why: str, by: str | None) -> None:
    """Take back a decision; its id is shown by etl review list --decided.

    Example: etl review undo 1a2b3c4d --why "found the birth dates"
    """
    from etl import review as library  # noqa: PLC0415 (as above)

    settings = environment.load()
    with open_database() as database:
        database.require_schema()
        line = library.revoke_line(decision, who=_who(by), when=_today(), why=why)
        _decide(database, settings, [line])


@review.command()
def apply() -> None:
    """Make the graph follow the decisions file as it stands, after it was edited by hand or by git.

    Example: etl review apply
    """
    from etl import pipeline  # noqa: PLC0415 (its stages take a while to import; --help must not wait)
    from etl import review as library  # noqa: PLC0415 (as above)

    settings = environment.load()
    if not settings.decisions_file.exists():
        raise UsageError(f"there is no decisions file: {settings.decisions_file}", hint="set ETL_DECISIONS to it")
    with open_database() as database:
        database.require_schema()
        decisions = library.standing(settings.decisions_file, database)
        click.echo(pipeline.follow(database, settings, decisions).as_text())


def _questions(database: Database, kind: str | None, below: float) -> list[ReviewItem]:
    from etl import review as library  # noqa: PLC0415 (as above)

    return [item for item in library.open_questions(database, below=below) if kind in {None, item.kind}]


def _answer(question: str, answer: Answer, candidate: str | None, why: str, by: str | None) -> None:
    from etl import review as library  # noqa: PLC0415 (as above)

    settings = environment.load()
    with open_database() as database:
        database.require_schema()
        item = library.find(library.open_questions(database, below=1), question)
        verdict = library.Verdict(item.id, answer, why, candidate)
        _decide(database, settings, library.answer_lines(item, verdict, who=_who(by), when=_today()))


def _decide(database: Database, settings: Settings, lines: Sequence[str]) -> None:
    """Write decisions to the file and make the graph follow; should that fail, the next load does."""
    from etl import pipeline  # noqa: PLC0415 (its stages take a while to import; --help must not wait)
    from etl import review as library  # noqa: PLC0415 (as above)

    if not lines:
        return
    decisions = library.append(settings.decisions_file, lines, kept=library.kept_text(database))
    for line in lines:
        click.echo(line)
    click.echo(f"written to {settings.decisions_file}", err=True)
    click.echo(pipeline.follow(database, settings, decisions).as_text(), err=True)


def _show_decided(decisions: Decisions, form: str) -> None:
    if form == "json":
        click.echo(json.dumps([asdict(decision) for decision in decisions.lines], ensure_ascii=False, indent=2))
        return
    from etl.review import as_line  # noqa: PLC0415 (as above)

    for decision in decisions.lines:
        click.echo(f"{decision.id}  {as_line(decision)}")


def _who(by: str | None) -> str:
    try:
        return by or os.environ.get("ETL_USER") or getpass.getuser()
    except (OSError, KeyError):
        raise UsageError("a decision needs to say who made it", hint="--by NAME, or set ETL_USER") from None


def _today() -> dt.date:
    return dt.datetime.now(tz=dt.UTC).date()
