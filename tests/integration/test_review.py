"""People's answers: asked once, written down with who, when and why, followed by the graph, and taken back."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from etl.cli import cli
from etl.errors import DecisionError, EtlError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from tests.conftest import Graph

pytestmark = pytest.mark.integration

DOCUMENTS = {
    "a.txt": """Morocco and Spain discuss migration

RABAT, 12 March 2024 - The Moroccan Interior Minister, Abdelouafi Laftit, and the Spanish Interior Minister, Fernando
Grande-Marlaska, co-chaired in Rabat on 12 March 2024 the 20th session of the Morocco-Spain Permanent Mixed Migration
Group. Ana García, Spanish Secretary of State for Migration, also attended the meeting.
""",
    "b.txt": """Morocco and Spain meet again

MADRID, 20 May 2024 - The Moroccan Interior Minister, Abdelouafi Laftit, met the Spanish Interior Minister, Fernando
Grande-Marlaska, in Madrid on 20 May 2024. Luis García, Spanish Director General of Migration, also took
part.
""",
    "c.txt": """Talks in Seville

SEVILLE, 11 June 2024 - The Moroccan Interior Minister, Abdelouafi Laftit, met in Seville on 11 June 2024 Mrs García of
Spain.
""",
}
ATTENDED = "MATCH (p:Person {name: 'Ana García'})-[r:ATTENDED]->(m:Meeting) RETURN m.ordinal AS ordinal"


@dataclass(frozen=True, slots=True)
class Analyst:
    """A person at the command line, before a loaded graph."""

    graph: Graph
    folder: Path

    @property
    def file(self) -> Path:
        """Return the decisions file."""
        return self.folder / "decisions.jsonl"

    def run(self, *arguments: str) -> Result:
        env = {**self.graph.env, "ETL_DECISIONS": str(self.file), "ETL_USER": "Amina"}
        result = CliRunner().invoke(cli, arguments, env=env)
        if isinstance(result.exception, EtlError):
            raise result.exception
        assert result.exception is None, result.output
        return result

    def questions(self, *options: str) -> list[dict[str, object]]:
        items: list[dict[str, object]] = json.loads(self.run("review", "list", "--format", "json", *options).stdout)
        return items

    def digest(self) -> str:
        return self.run("digest").stdout

    def named(self, document: str) -> set[str]:
        """Return the people whom a document mentions."""
        query = "MATCH (d:Document)-[:MENTIONS]->(p:Person) WHERE d.id ENDS WITH $document RETURN p.name AS name"
        return {row["name"] for row in self.graph.rows(query, document=document)}


@pytest.fixture
def analyst(graph: Graph, tmp_path: Path) -> Analyst:
    documents = tmp_path / "documents"
    documents.mkdir()
    for name, text in DOCUMENTS.items():
        (documents / name).write_text(text, encoding="utf-8")
    found = Analyst(graph, tmp_path)
    found.run("load", str(documents))
    return found


def test_an_answer_is_followed_at_once_asked_no_more_and_can_be_taken_back(analyst: Analyst) -> None:
    (question,) = analyst.questions("--kind", "person")
    before = analyst.digest()
    analyst.run("review", "accept", f"q{question['id']}", "--as", "ana-garcia-es", "--why", "the only Mrs García")
    assert analyst.named("c.txt") == {"Abdelouafi Laftit", "Ana García"}
    assert analyst.questions("--kind", "person") == []
    lines = [json.loads(line) for line in analyst.file.read_text(encoding="utf-8").splitlines()]
    assert {(line["decision"], line["as"]["name"]) for line in lines} == {
        ("same", "Ana García"),
        ("different", "Luis García"),
    }
    assert {(line["who"], line["why"]) for line in lines} == {("Amina", "the only Mrs García")}
    decided = [line.split()[0] for line in analyst.run("review", "list", "--decided").stdout.splitlines()]
    assert len(decided) == 2
    for decision in decided:
        analyst.run("review", "undo", decision, "--why", "not so sure", "--by", "Lucía")
    assert analyst.digest() == before
    assert analyst.questions("--kind", "person") == [question]


def test_answers_outlive_the_database(analyst: Analyst) -> None:
    (question,) = analyst.questions("--kind", "person")
    analyst.run("review", "reject", str(question["id"]), "--why", "a third García")
    assert analyst.questions("--kind", "person") == []
    decided = analyst.digest()
    analyst.graph.rows("MATCH (n) DETACH DELETE n")
    analyst.run("load", str(analyst.folder / "documents"))
    assert analyst.digest() == decided


def test_a_line_deleted_by_hand_is_undone_by_apply(analyst: Analyst) -> None:
    (question,) = analyst.questions("--kind", "person")
    before = analyst.digest()
    analyst.run("review", "reject", str(question["id"]), "--why", "a third García")
    analyst.file.write_text("", encoding="utf-8")
    other = analyst.questions("--below", "1")[0]
    with pytest.raises(UsageError, match="the graph keeps 2 decisions that"):
        analyst.run("review", "accept", str(other["id"]), "--why", "seen")
    analyst.run("review", "apply")
    assert analyst.digest() == before


def test_a_fact_of_low_confidence_is_accepted_or_rejected(analyst: Analyst) -> None:
    assert analyst.questions("--kind", "fact", "--below", "0.1") == []
    asked = {str(item["question"]): str(item["id"]) for item in analyst.questions("--kind", "fact", "--below", "1")}
    (ana,) = (id_ for question, id_ in asked.items() if "Ana García ATTENDED" in question)
    (luis,) = (id_ for question, id_ in asked.items() if "Luis García ATTENDED" in question)
    analyst.run("review", "accept", luis, "--why", "seen in the photograph")
    analyst.run("review", "reject", ana, "--why", "was abroad")
    left = {str(item["id"]) for item in analyst.questions("--kind", "fact", "--below", "1")}
    assert not {ana, luis} & left
    assert analyst.graph.rows(ATTENDED) == []
    assert analyst.graph.rows(ATTENDED.replace("Ana", "Luis")) == [{"ordinal": None}]


def test_a_fact_accepted_by_a_line_written_by_hand_is_asked_no_more(analyst: Analyst) -> None:
    asked = {str(item["question"]) for item in analyst.questions("--kind", "fact", "--below", "1")}
    (ana,) = (question for question in asked if "Ana García ATTENDED" in question)
    fact = {"type": "ATTENDED", "person": {"name": "Ana García"}, "meeting": {"parties": ["ES", "MA"], "ordinal": 20}}
    line = {"decision": "accept", "fact": fact, "who": "Amina", "when": "2024-06-12", "why": "seen"}
    analyst.file.write_text(json.dumps(line), encoding="utf-8")
    analyst.run("review", "apply")
    left = {str(item["question"]) for item in analyst.questions("--kind", "fact", "--below", "1")}
    assert asked - left == {ana}


TITLES = {
    "d.txt": """Migration talks

MADRID, 3 June 2024 - The Spanish Interior Minister, Fernando Grande-Marlaska, and the Moroccan Director General of Migration, Khalid Zerouali, met in Madrid on 3 June 2024.
""",
    "e.txt": """Talks on migration

MADRID, 4 June 2024 - The Spanish Interior Minister, Fernando Grande-Marlaska, and the Moroccan Wali Director of Migration, Khalid Zerouali, met in Madrid on 3 June 2024.
""",
}


def offices(analyst: Analyst) -> list[str]:
    query = "MATCH (:Person {name: 'Khalid Zerouali'})-[:HELD_ROLE]->(r:Role) RETURN r.id AS id ORDER BY id"
    return [row["id"] for row in analyst.graph.rows(query)]


def test_two_titles_of_one_person_at_one_meeting_are_a_question_about_the_office(analyst: Analyst) -> None:
    for name, text in TITLES.items():
        (analyst.folder / "documents" / name).write_text(text, encoding="utf-8")
    analyst.run("load", str(analyst.folder / "documents"))
    before, two = analyst.digest(), offices(analyst)
    assert len(two) == 2
    (question,) = analyst.questions("--kind", "role")
    assert {question["subject"]["id"], question["candidates"][0]["id"]} == set(two)  # type: ignore[index]
    analyst.run("review", "accept", str(question["id"]), "--why", "one directorate, two translations")
    assert offices(analyst) == [question["candidates"][0]["id"]]  # type: ignore[index]
    assert analyst.questions("--kind", "role") == []
    merged = analyst.digest()
    assert "one directorate" in analyst.run("explain", "Khalid Zerouali").stdout
    analyst.graph.rows("MATCH (n) DETACH DELETE n")
    analyst.run("load", str(analyst.folder / "documents"))
    assert analyst.digest() == merged, "the decision outlives the database"
    (decided,) = [line.split()[0] for line in analyst.run("review", "list", "--decided").stdout.splitlines()]
    analyst.run("review", "undo", decided, "--why", "two offices after all")
    assert analyst.digest() == before
    analyst.run("review", "reject", str(question["id"]), "--why", "two offices")
    assert analyst.questions("--kind", "role") == []
    assert analyst.digest() == before


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_an_export_comes_back_from_a_spreadsheet(analyst: Analyst, separator: str) -> None:
    sheet = analyst.folder / "questions.csv"
    analyst.run("review", "export", "-o", str(sheet), "--below", "1")
    rows = list(csv.DictReader(io.StringIO(sheet.read_text(encoding="utf-8"))))
    assert rows[0]["kind"] == "person"
    assert rows[0]["candidates"] == "ana-garcia-es (Ana García); luis-garcia-es (Luis García)"
    rows[0] |= {"answer": "Accept", "candidate": "ana-garcia-es", "why": "Mrs, she said"}
    save(sheet, rows, separator)
    analyst.run("review", "import", str(sheet))
    assert analyst.named("c.txt") == {"Abdelouafi Laftit", "Ana García"}


def test_an_answer_about_an_office_comes_back_from_a_spreadsheet(analyst: Analyst) -> None:
    for name, text in TITLES.items():
        (analyst.folder / "documents" / name).write_text(text, encoding="utf-8")
    analyst.run("load", str(analyst.folder / "documents"))
    sheet = analyst.folder / "questions.csv"
    analyst.run("review", "export", "-o", str(sheet))
    (row,) = [row for row in csv.DictReader(io.StringIO(sheet.read_text(encoding="utf-8"))) if row["kind"] == "role"]
    save(sheet, [row | {"answer": "accept", "why": "one directorate"}], ",")
    analyst.run("review", "import", str(sheet))
    assert offices(analyst) == [row["candidates"].split(" ", 1)[0]]
    assert analyst.questions("--kind", "role") == []


def test_wrong_lines_are_told_by_number_and_nothing_is_taken(analyst: Analyst) -> None:
    sheet = analyst.folder / "questions.csv"
    analyst.run("review", "export", "-o", str(sheet), "--below", "1")
    rows = list(csv.DictReader(io.StringIO(sheet.read_text(encoding="utf-8"))))
    good = {**rows[1], "answer": "accept", "why": "seen"}
    wrong = [
        {**rows[0], "answer": "accept", "why": "several"},
        {**rows[0], "answer": "accept", "candidate": "nobody", "why": "x"},
        {**rows[0], "answer": "maybe", "why": "x"},
        {**rows[0], "answer": "reject", "why": " "},
        {**rows[0], "answer": "reject", "why": "x", "id": "q00000000"},
        good,
    ]
    save(sheet, [good, *wrong], ",")
    with pytest.raises(DecisionError) as caught:
        analyst.run("review", "import", str(sheet))
    told = str(caught.value).splitlines()
    expected = [
        (3, "several candidates"),
        (4, "no candidate 'nobody'"),
        (5, "the answer is 'maybe'"),
        (6, "needs its reason"),
        (7, "no open question has the id 'q00000000'"),
        (8, "already answered in line 2"),
    ]
    assert len(told) == len(expected)
    for line, (number, message) in zip(told, expected, strict=True):
        assert line.startswith(f"{sheet}:{number}: ")
        assert message in line
    assert not analyst.file.exists()


def save(sheet: Path, rows: list[dict[str, str]], separator: str) -> None:
    """Write rows as a spreadsheet does: with a byte-order mark and its own separator."""
    with sheet.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=separator)
        writer.writeheader()
        writer.writerows(rows)
