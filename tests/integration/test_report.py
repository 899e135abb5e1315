"""Every canned query on a graph made by hand, as its users run it."""
# ruff: noqa: ANN401 (the Graph of tests/conftest.py cannot be imported: tests are no package)

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from etl import cypher
from etl import report as library
from etl.cli import cli
from etl.database import Database
from etl.errors import DatabaseError

EXPECTED = Path(__file__).parent / "hand_made" / "expected"
EXAMPLES = {
    "agreements-between": ["--between", "Maroc,Spain"],
    "agreements-by-topic": [],
    "attendance": ["--person", "benhaddou driss"],
    "changes": [],
    "co-chairs": ["--between", "MA", "--between", "Espagne"],
    "conflicts": [],
    "coverage": [],
    "documents": ["--meeting", "marrakech 2024"],
    "low-confidence": [],
    "office-holders": [],
    "participants": ["--meeting", "m22"],
    "person": ["--person", "Idriss Benhaddou"],
    "routes": [],
    "series": [],
    "sessions": ["--series", "groupe migratoire mixte permanent"],
    "unnamed-offices": ["--country", "Italie"],
}


@pytest.fixture
def etl(hand_made: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Give a function that runs ``etl report`` on the hand-made graph."""
    for name, value in hand_made.env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(cli, ["report", *arguments])

    return run


def test_every_report_has_an_expected_result() -> None:
    names = {each.name for each in library.reports()}
    assert names == set(EXAMPLES)
    assert names == {path.stem for path in EXPECTED.glob("*.csv")}


@pytest.mark.parametrize("hand_made", ["as written", "reversed"], indirect=True)
@pytest.mark.parametrize("name", EXAMPLES)
def test_rows_are_exact_whatever_order_the_graph_was_written_in(etl: Any, name: str, tmp_path: Path) -> None:
    file = tmp_path / "report.csv"
    result = etl(name, *EXAMPLES[name], "-o", str(file))
    assert result.exit_code == 0, result.output
    assert file.read_bytes().decode() == (EXPECTED / f"{name}.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("version", ["CYPHER 5", "CYPHER 25"])
def test_statements_run_on_both_versions_of_cypher(hand_made: Any, version: str) -> None:
    values = {
        "between": ["MA", "ES"],
        "person": ["Driss Benhaddou"],
        "meeting": ["m22"],
        "topic": "information-exchange",
        "below": 0.9,
        "series": ["GMMP"],
        "persons": ["p-driss"],
        "meetings": ["m22"],
        "ids": ["https://fr.example/a"],
    }
    for folder in ("reports", "browser", "lookup", "explain"):
        for statement in cypher.statements(folder):
            given = {name: values.get(name) for name in statement.parameters}
            rows = hand_made.rows(f"{version}\n{statement.text}", **given)
            assert rows, statement.name
            if folder == "reports":
                assert list(rows[0]) == statement.front["columns"], statement.name


def test_naive_queries_of_the_contract_are_true(hand_made: Any) -> None:
    """One relationship for each fact: no DISTINCT needed, however many documents report it."""
    query = "MATCH (p:Person)-[:CO_CHAIRED]->(m:Meeting) RETURN p.name AS name, count(m) AS chaired ORDER BY name"
    assert hand_made.rows(query) == [
        {"name": "Driss Benhaddou", "chaired": 1},
        {"name": "Marta Olivares Quintana", "chaired": 1},
    ]


def test_csv_opens_with_the_csv_module_and_holds_no_formula(etl: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(etl("participants", "--meeting", "m22").stdout)))
    ana = next(row for row in rows if row["participation"] == "attended")
    assert ana["person"] == "'=Ana Íñiguez"
    assert ana["evidence"].startswith("'=2+5 said")
    assert [row["evidence"] for row in rows if row["document"] == "https://en.example/b"] == [
        "The 22nd session was co-chaired by Driss Benhaddou and Marta Olivares."
    ] * 2


def test_json_lines_keep_what_the_graph_holds(etl: Any, tmp_path: Path) -> None:
    file = tmp_path / "holders.jsonl"
    etl("office-holders", "--country", "España", "-o", str(file))
    (row,) = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    assert row["country"] == ["Spain"]
    assert row["first_seen"] == "2024-10-21"
    assert row["documents"] == ["https://en.example/b", "https://fr.example/a"]


def test_table_is_drawn_on_demand(etl: Any) -> None:
    output = etl("series", "--format", "table").stdout
    assert "The standing bodies and their sessions" in output
    assert "│" in output
    assert "2 rows" in output


def test_dates_bound_the_period_they_name(etl: Any) -> None:
    def meetings(*bounds: str) -> list[str]:
        return [line.split(",")[1] for line in etl("agreements-by-topic", *bounds).stdout.splitlines()[1:]]

    assert meetings("--since", "2024-10-21") == ["2024-10-21"]
    assert meetings("--until", "2024-10") == ["2024-10-21", "2022"]
    assert meetings("--until", "2024-09") == ["2022"]
    assert meetings("--since", "2024-10-22") == []


def test_a_name_that_several_bear_shows_all_and_says_so(etl: Any) -> None:
    result = etl("attendance", "--person", "BENHADDOU")
    assert {line.split(",")[0] for line in result.stdout.splitlines()[1:]} == {"Driss Benhaddou", "Salma Benhaddou"}
    assert "fits 2" in result.stderr


def test_a_name_nobody_bears_gives_a_header_and_names_near_it(etl: Any) -> None:
    result = etl("attendance", "--person", "Idris Benhadou")
    assert result.exit_code == 0
    assert result.stdout == "person,date,meeting,city,participation,role,parties,confidence,documents\n"
    assert "Driss Benhaddou" in result.stderr
    assert "no rows" in result.stderr


def test_a_graph_without_documents_names_the_next_command(graph: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in graph.env.items():
        monkeypatch.setenv(name, value)
    with Database(graph.connection) as database:
        database.apply("constraints")
    result = CliRunner().invoke(cli, ["report", "series"])
    assert result.exit_code == 0
    assert "the graph is empty; load documents first: etl load PATH" in result.stderr


def test_a_database_without_constraints_is_refused(graph: Any) -> None:
    graph.rows("DROP CONSTRAINT meeting_id IF EXISTS")
    report = library.report("series")
    with Database(graph.connection) as database:
        with pytest.raises(DatabaseError, match="no graph of this product") as refused:
            library.run(database, report, {})
        database.apply("constraints")
    assert "etl load PATH" in refused.value.hint


def test_an_analysts_own_file_is_a_report(etl: Any, tmp_path: Path) -> None:
    own = tmp_path / "cities.cypher"
    own.write_text(
        "// ---\n// title: Cities\n// description: Cities of a country's meetings\n"
        "// parameters:\n//   country: {type: country, description: A party}\n"
        "// columns: [city, meetings]\n// ---\n"
        "MATCH (m:Meeting)-[:BETWEEN]->(:Country {code: $country}) WHERE m.city IS NOT NULL\n"
        "RETURN m.city AS city, count(m) AS meetings ORDER BY city;\n",
        encoding="utf-8",
    )
    result = etl(str(own), "--country", "italia")
    assert result.stdout == "city,meetings\nRome,1\n"


def test_an_unreachable_database_ends_with_75(hand_made: Any) -> None:
    environment = {**hand_made.env, "NEO4J_URI": "bolt://127.0.0.1:1", "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-m", "etl", "report", "series"], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 75
    assert "NEO4J_URI" in done.stderr
    assert done.stdout == ""
