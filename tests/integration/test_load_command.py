"""``etl load``, ``forget`` and ``digest`` as a user runs them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from etl import settings as environment
from etl.database import Database
from etl.errors import StatementRefused
from etl.pipeline import line
from etl.pipeline.settle import settle

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from etl.database import Transaction
    from etl.issues import Issue
    from etl.load import Entry
    from etl.pipeline import Changes, Summary
    from tests.conftest import Graph

    Run = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.integration

SAMPLES = Path(__file__).parents[2] / "samples"

TALKS = """Rabat, 6 May 2022

The Moroccan Minister of the Interior, Abdelouafi Laftit, received his Spanish counterpart, Fernando
Grande-Marlaska, in Rabat on Friday 6 May 2022. The two ministers agreed to strengthen police cooperation.
"""


@pytest.fixture
def etl(graph: Graph, tmp_path: Path) -> Run:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "ETL_"))}

    def run(*words: object, text: str | None = None, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "etl", *map(str, words)],
            env={**inherited, **graph.env, **more}, cwd=tmp_path, input=text or "", capture_output=True, text=True,
            check=False,
        )  # fmt: skip

    return run


def summary(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_second_run_writes_nothing_says_so_and_reads_no_language(etl: Run, graph: Graph) -> None:
    first = etl("load", SAMPLES, "--format", "json")
    assert first.returncode == 0, first.stderr
    assert summary(first)["documents"]["new"] == len(list(SAMPLES.iterdir()))
    assert summary(first)["nodes"]["created"]["Document"] == len(list(SAMPLES.iterdir()))
    before = graph.rows("MATCH (n) WITH n ORDER BY elementId(n) RETURN collect(properties(n)) AS all")
    second = etl("load", SAMPLES)
    assert second.returncode == 0
    assert "nothing written" in second.stdout
    assert graph.rows("MATCH (n) WITH n ORDER BY elementId(n) RETURN collect(properties(n)) AS all") == before
    imported = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "etl", "load", str(SAMPLES)],
        env={**os.environ, **graph.env}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert " spacy" not in imported.stderr


def test_forgetting_and_loading_again_gives_the_same_digest(etl: Run, graph: Graph, tmp_path: Path) -> None:
    etl("load", SAMPLES)
    digest = etl("digest", "-o", tmp_path / "graph.txt").stdout
    some = sorted(map(str, SAMPLES.iterdir()))[:5]
    assert etl("forget", *some).returncode == 0
    assert etl("digest").stdout != digest
    etl("load", *reversed(some))
    assert etl("digest").stdout == digest
    etl("forget", *map(str, SAMPLES.iterdir()))
    assert graph.rows("MATCH (n) WHERE NOT n:Lock AND NOT n:Change RETURN n") == []
    assert (tmp_path / "graph.txt").read_text().count("\n") > 100


def test_forgetting_the_unknown_is_an_error(etl: Run) -> None:
    etl("load", SAMPLES)
    done = etl("forget", "nobody.txt")
    assert done.returncode == 2
    assert "not in the graph: nobody.txt" in done.stderr


def test_a_dry_run_tells_and_writes_nothing(etl: Run, graph: Graph) -> None:
    told = summary(etl("load", SAMPLES, "--dry-run", "--format", "json"))
    assert graph.rows("MATCH (n) WHERE NOT n:Lock RETURN n") == []
    done = summary(etl("load", SAMPLES, "--format", "json"))
    assert told["dry_run"]
    assert told["documents"] == done["documents"]
    assert told["nodes"]["created"] == done["nodes"]["created"]


def test_a_dry_run_without_a_server_is_against_an_empty_graph(etl: Run, tmp_path: Path) -> None:
    done = etl("load", SAMPLES, "--dry-run", NEO4J_URI="", ETL_HOME=str(tmp_path / "none"))
    assert done.returncode == 0, done.stderr
    assert "created" in done.stdout
    assert not (tmp_path / "none" / "server").exists()


def test_what_cannot_be_taken_is_quarantined_and_can_be_tried_again(etl: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "talks.txt").write_text(TALKS)
    (tmp_path / "in" / "empty.txt").write_text("")
    (tmp_path / "in" / "binary.txt").write_bytes(bytes(range(256)) * 4)
    done = etl("load", "in", "--format", "json", "--log-format", "json")
    assert done.returncode == 3, done.stderr
    assert {issue["code"] for issue in summary(done)["issues"]} == {"empty", "binary"}
    assert summary(done)["documents"]["new"] == 1
    assert {json.loads(line)["code"] for line in done.stderr.splitlines() if "refused" in line} == {"empty", "binary"}
    records = (tmp_path / "etl-home" / "quarantine.jsonl").read_text().splitlines()
    assert [json.loads(line)["source"] for line in records] == ["in/binary.txt", "in/empty.txt"]
    (tmp_path / "in" / "empty.txt").write_text(TALKS.replace("6 May", "9 May").replace("Friday", "Monday"))
    again = etl("load", "--retry-quarantined", "--format", "json")
    assert again.returncode == 3
    assert summary(again)["documents"]["new"] == 1
    (tmp_path / "in" / "binary.txt").unlink()
    (tmp_path / "in" / "other.txt").write_text("")
    assert etl("load", "in").returncode == 3


def test_only_a_missing_path_is_a_usage_error(etl: Run) -> None:
    done = etl("load", "nowhere.txt")
    assert done.returncode == 2
    assert "nowhere.txt: no such file or folder" in done.stderr
    assert etl("load").returncode == 2


def test_pruning_forgets_what_is_gone_and_asks_first(etl: Run, graph: Graph, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(TALKS)
    (folder / "b.txt").write_text(TALKS.replace("6 May", "9 May").replace("Friday", "Monday"))
    etl("load", "in")
    (folder / "b.txt").unlink()
    asked = etl("load", "--prune", "in")
    assert asked.returncode == 2
    assert "--yes" in asked.stderr
    assert etl("load", "--prune", "--dry-run", "in").stderr.count("would be forgotten") == 1
    (folder / "a.txt").write_text("")
    done = etl("load", "--prune", "--yes", "in")
    assert done.returncode == 3
    assert [row["source"] for row in graph.rows("MATCH (d:Document) RETURN d.source AS source")] == ["in/a.txt"]


def test_ids_relative_to_a_root_travel(etl: Run, graph: Graph, tmp_path: Path) -> None:
    for place in ("here", "there"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "a.txt").write_text(TALKS)
    etl("load", "here", "--relative-to", "here")
    (tmp_path / "here" / "a.txt").unlink()
    etl("load", "there", "--relative-to", "there")
    assert graph.rows("MATCH (d:Document) RETURN d.id AS id, d.source AS source") == [
        {"id": "a.txt", "source": "there/a.txt"}
    ]


def test_standard_input_is_a_document(etl: Run, graph: Graph) -> None:
    assert etl("load", "-", text=TALKS).returncode == 0
    assert graph.rows("MATCH (d:Document) RETURN d.source AS source") == [{"source": "-"}]


def test_two_texts_of_one_id_end_the_same_in_either_order(etl: Run, tmp_path: Path) -> None:
    old, new = (
        json.dumps({"id": "x", "title": "T", "published": day, "text": TALKS.replace("police", topic)})
        for day, topic in (("2022-05-07", "judicial"), ("2022-05-08", "security"))
    )
    (tmp_path / "old.jsonl").write_text(old)
    (tmp_path / "new.jsonl").write_text(new)
    first = etl("load", "old.jsonl", "new.jsonl")
    assert first.returncode == 3
    assert "duplicate_id" in first.stderr
    digest = etl("digest").stdout
    etl("forget", "x")
    for name in ("new.jsonl", "old.jsonl"):
        etl("load", name)
    assert etl("digest").stdout == digest


class Silent:
    """An observer that asks for nothing."""

    def progress(self, summary: Summary) -> None: ...

    def refused(self, issue: Issue) -> None: ...

    def stopped(self) -> int | None:
        return None


def test_a_document_that_the_database_refuses_is_found_among_the_others(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The batch is halved until only the culprit is left out."""
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(TALKS.replace("2022", f"201{number}"))
    culprit = str(tmp_path / "3.txt")

    def refusing(tx: Transaction, entries: Sequence[Entry], *more: Any) -> Changes:  # noqa: ANN401 (handed on)
        if any(entry.document.source == culprit for entry in entries):
            raise StatementRefused("a value that no property can hold")
        return settle(tx, entries, *more)

    monkeypatch.setattr(line, "settle", refusing)
    with Database(graph.connection) as database:
        found = line.load([tmp_path], database, environment.load(), None, Silent())
    assert [(issue.code, issue.source) for issue in found.issues] == [("database_refused", culprit)]
    assert (found.new, found.quarantined) == (4, 1)
    assert graph.rows("MATCH (d:Document) RETURN count(d) AS n") == [{"n": 4}]


def test_an_unreachable_database_is_for_a_scheduler_to_retry(etl: Run) -> None:
    done = etl("load", SAMPLES, NEO4J_URI="bolt://127.0.0.1:9")
    assert done.returncode == 75
    assert "NEO4J_URI" in done.stderr
