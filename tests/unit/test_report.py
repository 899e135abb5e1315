"""Reports are data: each file is complete, and its options follow from it."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from etl import cypher
from etl import report as library
from etl.cli import cli
from etl.cli.report import example
from etl.errors import ResourceError, UnknownCountry, UnknownReport, UsageError
from etl.report import Report, browser_text, interpret, report, reports
from etl.resources import root, schema

if TYPE_CHECKING:
    from pathlib import Path

ALL = pytest.mark.parametrize("each", reports(), ids=lambda each: each.name)


def own(tmp_path: Path, front: str, query: str = "RETURN 1 AS one") -> Path:
    lines = "\n".join(f"// {line}" for line in front.strip().splitlines())
    path = tmp_path / "own.cypher"
    path.write_text(f"// ---\n{lines}\n// ---\n{query}\n", encoding="utf-8")
    return path


@ALL
def test_front_matter_is_complete(each: Report) -> None:
    """It follows the schema, speaks three languages, and its example gives all that is required."""
    Draft202012Validator(schema("report")).validate(each.statement.front)
    assert set(each.title) == set(each.description) == {"en", "es", "fr"}
    assert {parameter.name for parameter in each.parameters if parameter.required} <= set(each.example)
    assert cypher.used_parameters(each.statement.text) == {parameter.name for parameter in each.parameters}


@ALL
def test_the_comment_for_neo4j_browser_sets_every_parameter_of_the_example(each: Report) -> None:
    shown = re.findall(r"^// (:param .*)$", each.statement.text, re.MULTILINE)
    expected = browser_text(each, interpret(each, each.example)).split("\n\n//")[0].splitlines()
    assert shown == [line for line in expected if line.startswith(":param")]


@ALL
def test_every_row_order_is_total(each: Report) -> None:
    """The last ORDER BY ends in something unique: an id, a code, a position."""
    order = each.statement.text.rpartition("ORDER BY")[2]
    assert re.search(r"\bid\b|\.id\b|_id\b|\bi\b", order), order


@ALL
def test_help_shows_parameters_columns_and_an_example_that_parses(each: Report) -> None:
    shown = " ".join(CliRunner().invoke(cli, ["report", each.name, "--help"], env={"LC_ALL": "C"}).stdout.split())
    assert each.title["en"] in shown
    assert f"Columns: {', '.join(each.columns)}" in shown
    assert f"Example: {example(each)}" in shown
    for parameter in each.parameters:
        assert parameter.option in shown
        assert parameter.description in shown


def test_no_statement_file_is_left_without_a_reader() -> None:
    assert {path.name for path in root("cypher").iterdir()} >= {"browser", "explain", "lookup", "reports"}
    assert {statement.name.partition("/")[2] for statement in cypher.statements("lookup")} == {
        *library.NAMED,
        "size",
    }


def test_list_names_all_in_the_asked_language() -> None:
    shown = CliRunner().invoke(cli, ["report", "list", "--lang", "fr"]).stdout
    assert "co-chairs" in shown
    assert "Qui a coprésidé les sessions entre deux pays" in shown
    assert "--between" in shown
    spanish = CliRunner().invoke(cli, ["report", "list"], env={"LC_ALL": "es_ES.UTF-8"}).stdout
    assert "Quién copresidió" in spanish


def test_countries_come_as_codes_and_names_of_three_languages() -> None:
    asked = report("co-chairs")
    assert interpret(asked, {"between": ["maroc", "ESPAÑA"]}) == {"between": ["MA", "ES"]}
    assert interpret(asked, {"between": ["Etats-Unis,european union"]}) == {"between": ["US", "EU"]}
    with pytest.raises(UsageError, match=r"--between: 2 countries are needed, MA given"):
        interpret(asked, {"between": ["MA", "Marruecos"]})


def test_an_unknown_country_is_refused_with_a_suggestion() -> None:
    with pytest.raises(UnknownCountry, match="'Marocco'") as refused:
        interpret(report("co-chairs"), {"between": ["Marocco", "ES"]})
    assert "Morocco (MA)" in refused.value.hint


def test_an_unknown_report_is_refused_with_a_suggestion() -> None:
    with pytest.raises(UnknownReport, match="'cochairs'") as refused:
        report("cochairs")
    assert "co-chairs" in refused.value.hint


def test_a_missing_parameter_is_a_usage_error_that_names_it() -> None:
    result = CliRunner().invoke(cli, ["report", "co-chairs"])
    assert result.exit_code == 2
    assert "--between" in result.stderr
    with pytest.raises(UsageError, match="--between is missing"):
        interpret(report("co-chairs"), {})


@pytest.mark.parametrize(
    ("word", "first", "last"),
    [
        ("2024", dt.date(2024, 1, 1), dt.date(2024, 12, 31)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2024-10-21", dt.date(2024, 10, 21), dt.date(2024, 10, 21)),
    ],
)
def test_a_bound_takes_the_whole_period(word: str, first: dt.date, last: dt.date) -> None:
    values = interpret(report("routes"), {"since": word, "until": word})
    assert (values["since"], values["until"]) == (first, last)


@pytest.mark.parametrize("word", ["yesterday", "2024-13", "21/10/2024", "2023-02-29"])
def test_a_wrong_date_is_refused_with_its_option(word: str) -> None:
    with pytest.raises(UsageError, match=f"--since: '{word}'"):
        interpret(report("routes"), {"since": word})


def test_terms_of_the_vocabulary_come_by_id_or_name() -> None:
    asked = report("agreements-by-topic")
    assert interpret(asked, {"topic": "Information Exchange"})["topic"] == "information-exchange"
    assert interpret(asked, {})["topic"] is None
    with pytest.raises(UsageError, match="'informations'") as refused:
        interpret(asked, {"topic": "informations"})
    assert "information-exchange" in refused.value.hint


def test_the_query_for_neo4j_browser_holds_what_was_asked() -> None:
    shown = CliRunner().invoke(cli, ["report", "attendance", "--person", "O'Neill", "--query"]).stdout
    assert shown.startswith(":param person => ['O\\'Neill']\n\n// The meetings a person took part in\nMATCH")


@pytest.mark.parametrize(
    ("front", "problem"),
    [
        ("title: T\ncolumns: [one]", "description"),
        ("title: T\ndescription: D\ncolumns: [one]\nparameters:\n  a: {type: nonsense, description: D}", "differ"),
        ("title: T\ndescription: D\ncolumns: []", "columns"),
    ],
)
def test_a_wrong_file_of_an_analyst_is_refused_with_its_place(tmp_path: Path, front: str, problem: str) -> None:
    with pytest.raises(ResourceError, match=problem):
        library.read(own(tmp_path, front))


def test_a_new_file_gets_options_of_its_own_without_code(tmp_path: Path) -> None:
    path = own(
        tmp_path,
        "title: Own\ndescription: D\ncolumns: [one]\nparameters:\n"
        "  at_least: {type: integer, default: '3', description: How many}\n"
        "  strict: {type: flag, description: Whether}",
        "RETURN $at_least AS one, $strict AS two",
    )
    asked = library.read(path)
    assert interpret(asked, {}) == {"at_least": 3, "strict": False}
    assert interpret(asked, {"at_least": "5", "strict": True}) == {"at_least": 5, "strict": True}
    with pytest.raises(UsageError, match="--at-least: 'x'"):
        interpret(asked, {"at_least": "x"})
    shown = CliRunner().invoke(cli, ["report", str(path), "--help"]).stdout
    assert "--at-least" in shown
    assert "[default: 3]" in shown


@pytest.mark.parametrize("arguments", [["--help"], ["report", "list"], ["report", "co-chairs", "--help"]])
def test_listing_imports_neither_spacy_nor_pandas_nor_the_driver(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom etl.cli import cli\n"
        f"cli.main({arguments!r}, standalone_mode=False)\n"
        "assert not {'spacy', 'pandas', 'neo4j'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_errors_of_words_end_with_2_and_a_hint() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "etl", "report", "co-chair", "--between", "MA"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "did you mean co-chairs" in done.stderr
