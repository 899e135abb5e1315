"""``etl explain``: the documents, sentences, rules and decisions behind a fact."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from etl.cli.connect import open_database


@click.command()
@click.argument("person", required=False)
@click.argument("meeting", required=False)
@click.option("--meeting", "at", help="The meeting: words of its name, body, city or date, or its id.")
@click.option("--role", help="Only this office: its title, or a part of it, or its id.")
@click.option("--topic", help="Only this topic, by id or name.")
@click.option("--route", help="Only this route, by id or name.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def explain(
    *,
    person: str | None,
    meeting: str | None,
    at: str | None,
    role: str | None,
    topic: str | None,
    route: str | None,
    form: str,
) -> None:
    r"""Show why the graph holds what it says of PERSON, of PERSON at MEETING, or of a meeting.

    Both may be given by name, by a part of it, or by id.

    \b
    Examples:
        etl explain "Driss Benhaddou" "GMMP Rabat"
        etl explain --meeting "GMMP Rabat" --topic police-cooperation --format json
    """
    if meeting and at:
        raise click.UsageError("the meeting is given twice: as MEETING and with --meeting")
    from etl import explain as library  # noqa: PLC0415 (jsonschema and more, which --help does not need)

    question = library.Question(person, meeting or at, role, topic, route)
    with open_database() as database:
        facts = library.explain(database, question)
    if form == "json":
        click.echo(json.dumps([asdict(fact) for fact in facts], ensure_ascii=False, indent=2))
    else:
        for line in library.as_text(facts):
            click.echo(line)
    if not facts:
        click.echo("etl: no fact of the graph fits", err=True)
