"""Canned queries: ``cypher/reports/*.cypher`` with declared parameters and columns, run as tables.

A report is data: its front matter (``schemas/report.schema.json``) says how it is called, what it asks for
and what it returns, so that adding one needs no code.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from babel import Locale

from etl import cypher, lookup
from etl.countries import codes, country_code, country_name
from etl.errors import ResourceError, UnknownCountry, UnknownReport, UsageError
from etl.resources import LANGUAGES, schema, vocabulary
from etl.spelling import key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from etl.cypher import Statement
    from etl.database import Database, Row

NAMED = frozenset({"meeting", "person", "role", "series"})
"""Types of parameter whose value is looked up in the graph by what people call it."""

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a report asks for; ``default`` is as a user would type it, None where there is none."""

    name: str
    type: str
    description: str
    required: bool
    default: str | None = None
    minimum: int = 1

    @property
    def option(self) -> str:
        """Return its name on the command line."""
        return "--" + self.name.replace("_", "-")


@dataclass(frozen=True, slots=True)
class Report:
    """A canned query; ``title`` and ``description`` by language, ``example`` a value for each parameter."""

    name: str
    title: dict[str, str]
    description: dict[str, str]
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    example: dict[str, str | list[str]]
    statement: Statement

    def words(self, language: str) -> tuple[str, str]:
        """Return title and description in a language, in English where it has none."""
        return (
            self.title.get(language, self.title["en"]),
            self.description.get(language, self.description["en"]),
        )


@dataclass(frozen=True, slots=True)
class Table:
    """What a report returned; ``notes`` is what a reader should know besides, such as a name nobody bears."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


def parse(statement: Statement) -> Report:
    """Read a statement's front matter as that of a report."""
    front = statement.front
    parameters = tuple(
        Parameter(
            name=name,
            type=given["type"],
            description=given["description"],
            required="optional" not in given and "default" not in given and given["type"] != "flag",
            default=given.get("default"),
            minimum=int(given.get("minimum", 1)),
        )
        for name, given in statement.parameters.items()
    )
    return Report(
        name=statement.name.rpartition("/")[2],
        title=_localised(front["title"]),
        description=_localised(front["description"]),
        parameters=parameters,
        columns=tuple(front["columns"]),
        example=front.get("example") or {},
        statement=statement,
    )


def read(path: Path) -> Report:
    """Read an analyst's own report from a file; raise ResourceError that says what is wrong with it."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415 (only files that nobody tested need checking)

    statement = cypher.read(path, path.stem)
    problems = sorted(Draft202012Validator(schema("report")).iter_errors(statement.front), key=str)
    if problems:
        where = "/".join(map(str, problems[0].absolute_path)) or "front matter"
        raise ResourceError(
            f"{path}: {where}: {problems[0].message}", hint="compare with: etl report co-chairs --query"
        )
    return parse(statement)


@cache
def reports() -> tuple[Report, ...]:
    """Return every report that ships with the product, by name."""
    return tuple(map(parse, cypher.statements("reports")))


def report(name: str) -> Report:
    """Return the report of that name; raise UnknownReport with those that look like it."""
    by_name = {each.name: each for each in reports()}
    if name in by_name:
        return by_name[name]
    hint = lookup.did_you_mean(lookup.similar(name, by_name)) or "etl report list shows all of them"
    raise UnknownReport(f"no report is called {name!r}", hint=hint)


def interpret(asked: Report, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a report's parameters from words as a user types them; no database is needed.

    Names of things in the graph stay words (a list of them): see :func:`run`. Raises UsageError that names the
    option.
    """
    unknown = set(given) - {parameter.name for parameter in asked.parameters}
    if unknown:
        raise UsageError(f"the report {asked.name} has no parameter {', '.join(sorted(unknown))}")
    return {parameter.name: _value(parameter, given.get(parameter.name)) for parameter in asked.parameters}


def run(database: Database, asked: Report, values: Mapping[str, Any]) -> Table:
    """Run a report with the values that :func:`interpret` gave.

    Raises DatabaseError where the database holds no graph of this product.
    """
    database.require_schema()
    notes: list[str] = []
    resolved = dict(values)
    for parameter in asked.parameters:
        if parameter.type in NAMED and values[parameter.name] is not None:
            resolved[parameter.name], note = _looked_up(database, parameter, values[parameter.name])
            notes += note
    rows = tuple(database.read(asked.statement, **resolved))
    if rows and list(rows[0]) != list(asked.columns):
        raise ResourceError(f"the report {asked.name} returns {', '.join(rows[0])}: not the columns it declares")
    if not rows and not database.read(cypher.statement("lookup/size"))[0]["documents"]:
        notes = ["the graph is empty; load documents first: etl load PATH"]
    return Table(asked.columns, rows, tuple(notes))


def browser_text(asked: Report, values: Mapping[str, Any]) -> str:
    """Return the query as Neo4j Browser takes it, with these values as ``:param`` lines before it."""
    lines = [f":param {name} => {_literal(value)}" for name, value in values.items()]
    body = "\n".join(line for line in asked.statement.text.splitlines() if not line.startswith("//"))
    return "\n".join([*lines, "", f"// {asked.words('en')[0]}", body]).strip() + "\n"


def _localised(text: str | dict[str, str]) -> dict[str, str]:
    return {"en": text} if isinstance(text, str) else text


def _value(parameter: Parameter, given: Any) -> Any:  # noqa: ANN401 (a parameter may be of any type)
    if parameter.type == "flag":
        return bool(given)
    words = [given] if isinstance(given, str) else list(given or ())
    words = [word for word in words if word.strip()] or ([parameter.default] if parameter.default else [])
    if not words:
        if parameter.required:
            raise UsageError(f"the parameter {parameter.option} is missing", hint=parameter.description)
        return None
    if parameter.type == "countries":
        return _countries(parameter, words)
    if parameter.type in NAMED:
        return words
    try:
        return _READERS[parameter.type](words[-1])
    except ValueError as error:
        raise UsageError(f"{parameter.option}: {words[-1]!r}: {error}", hint=parameter.description) from error


def _countries(parameter: Parameter, words: list[str]) -> list[str]:
    """Return the codes of countries given one by one or with commas between them."""
    split = [part for word in words for part in ([word] if country_code(word) else word.split(",")) if part.strip()]
    found = list(dict.fromkeys(map(_country, split)))
    if len(found) < parameter.minimum:
        raise UsageError(
            f"{parameter.option}: {parameter.minimum} countries are needed, {', '.join(found)} given",
            hint=f"such as {parameter.option} Morocco {parameter.option} Spain",
        )
    return found


def _country(word: str) -> str:
    code = country_code(word.strip())
    if code:
        return code
    names = {str(name): code for language in LANGUAGES for code, name in Locale(language).territories.items()}
    known = {name: code for name, code in names.items() if code in codes()}
    likely = list(dict.fromkeys(known[name] for name in lookup.similar(word, known)))
    raise UnknownCountry(
        f"no country is called {word.strip()!r}",
        hint=lookup.did_you_mean([f"{country_name(code)} ({code})" for code in likely])
        or "give an ISO 3166-1 code, or a name in English, French or Spanish",
    )


def _period(word: str) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of a year, a month or a day."""
    match = _DATE.fullmatch(word.strip())
    if not match:
        raise ValueError("expected a date such as 2024, 2024-10 or 2024-10-21")
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or month is None:
        return dt.date(int(match[1]), 1, 1), dt.date(int(match[1]), _DECEMBER, 31)
    if day is None:
        first = dt.date(year, month, 1)
        return first, first.replace(day=calendar.monthrange(year, month)[1])
    return dt.date(year, month, day), dt.date(year, month, day)


_READERS: dict[str, Callable[[str], object]] = {
    "country": _country,
    "date": lambda word: _period(word)[0],
    "integer": int,
    "last_date": lambda word: _period(word)[1],
    "number": float,
    "route": lookup.route,
    "text": str,
    "topic": lookup.topic,
}


def _looked_up(database: Database, parameter: Parameter, words: list[str]) -> tuple[list[str], list[str]]:
    """Return the ids of the things that words name, and a note for each word that names none or several."""
    things = lookup.things(database, parameter.type)
    ids: list[str] = []
    notes: list[str] = []
    for word in words:
        found = lookup.matching(things, word)
        if not found and parameter.type == "series":
            found = [thing for other in _other_names(word) for thing in lookup.matching(things, other)]
        if not found:
            names = lookup.near(things, word)
            suggestion = f"; near it: {', '.join(names)}" if names else ""
            notes.append(f"no {parameter.type} in the graph is called {word!r}{suggestion}")
        elif len(found) > 1:
            notes.append(f"{word!r} fits {len(found)} of type {parameter.type}; all are shown")
        ids += [thing.id for thing in found]
    return list(dict.fromkeys(ids)), notes


def _other_names(word: str) -> list[str]:
    """Return the canonical names of the standing bodies that a language calls ``word``."""
    wanted = key(word)
    return [
        body["name"]
        for body in vocabulary("series")
        if any(wanted == key(name) for names in body["names"].values() for name in names)
    ]


def _literal(value: Any) -> str:  # noqa: ANN401
    """Return a value as Cypher writes it."""
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case list():
            return f"[{', '.join(map(_literal, value))}]"
        case dt.date():
            return f"date('{value}')"
        case str():
            escaped = value.replace("\\", "\\\\").replace("'", "\\'")
            return f"'{escaped}'"
    return str(value)
