"""What nothing matched is shown with its count and a sentence, and the line shown teaches it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import etl
from etl import resources
from etl.cli import cli

ENGLISH = """Talks on plumbing

RABAT, 12 March 2024 - The Moroccan Digital Plumbing Minister, Khalid Zerouali, held talks in Rabat on Tuesday with \
the Spanish Interior Minister, Fernando Grande-Marlaska.

The Moroccan Foreign Minister, Nasser Bourita, jousted amicably with the Spanish Interior Minister, Fernando \
Grande-Marlaska. The Moroccan Foreign Minister, Nasser Bourita, jousted amicably with the Spanish Defence Minister, \
Margarita Robles.

The session of the Morocco-Spain Joint Plumbing Committee was also attended by Jane Smith, ombudsman of the Kingdom \
of Spain.

The Ruritanian Interior Minister met the Spanish Interior Minister in Rabat.

Officials of Morocco and Spain then visited the house of Quintalbo Xerxesworth.
"""
FRENCH = """Rabat : entretiens sur la plomberie

RABAT, 12 mars 2024 - Le ministre marocain de la Plomberie, Khalid Zerouali, s'est entretenu mardi à Rabat avec le \
ministre espagnol de l'Intérieur, Fernando Grande-Marlaska.
"""


def found(folder: Path, *, package: Path | None = None) -> list[dict[str, Any]]:
    """Run ``etl discover``, from a copy of the package if one is given (it reads its data once a process)."""
    arguments = ["discover", str(folder), "--format", "json"]
    if package is None:
        printed = CliRunner().invoke(cli, arguments, catch_exceptions=False).stdout
    else:
        environment = {**os.environ, "PYTHONPATH": str(package)}
        command = [sys.executable, "-m", "etl", *arguments]
        printed = subprocess.run(
            command, cwd=package, env=environment, stdout=subprocess.PIPE, text=True, check=True
        ).stdout
    findings: list[dict[str, Any]] = json.loads(printed)["findings"]
    return findings


def teach(package: Path, finding: dict[str, Any]) -> None:
    """Add the finding's line to its file, as an analyst would."""
    file = package / finding["file"]
    text, under, line = file.read_text(encoding="utf-8"), finding["under"], finding["line"]
    if finding["kind"] in {"verb", "name"}:
        key = under.rpartition(".")[2]
        changed = re.sub(rf"(?m)^( *{key}: \[)", lambda m: f"{m[1]}{line}, ", text, count=1)
    elif finding["kind"] == "demonym":
        word = re.fullmatch(r"XX: \[(.+)\]", line)
        assert word
        changed = re.sub(r"(?m)^( *MC: \[)", lambda m: f"{m[1]}{word[1]}, ", text, count=1)
    elif under:
        changed = re.sub(rf"(?m)^{under}:$", lambda m: f"{m[0]}\n  {line}", text, count=1)
    else:
        changed = f"{text.rstrip()}\n{line}\n"
    assert changed != text, finding
    file.write_text(changed, encoding="utf-8")


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (folder / "b.txt").write_text(FRENCH, encoding="utf-8")
    return folder


@pytest.fixture
def package(tmp_path: Path) -> Path:
    root = tmp_path / "package"
    shutil.copytree(Path(etl.__file__).parent, root / "etl", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("cypher", "schemas"):
        shutil.copytree(resources.root(name), root / name)
    return root


def test_each_kind_is_found_and_its_line_teaches_it(documents: Path, package: Path) -> None:
    findings = found(documents)
    assert {(f["kind"], f["language"], f["text"], f["count"]) for f in findings} == {
        ("verb", "en", "jousted amicably", 2),
        ("title", "en", "Digital Plumbing Minister", 1),
        ("title", "en", "ombudsman", 1),
        ("title", "fr", "ministre marocain de la Plomberie", 1),
        ("body", "en", "Joint Plumbing Committee", 1),
        ("demonym", "en", "Ruritanian", 1),
        ("name", "en", "Quintalbo Xerxesworth", 1),
    }
    for finding in findings:
        teach(package, finding)
    assert found(documents, package=package) == []


def test_a_finding_shows_a_sentence_and_where_its_line_goes(documents: Path) -> None:
    result = CliRunner().invoke(cli, ["discover", str(documents), "--top", "1"], catch_exceptions=False)
    assert "Nasser Bourita, jousted amicably with" in result.stdout
    assert 'etl/languages/en/participation.yaml, under cues.meet: "jousted amicably"' in result.stdout
    assert result.stdout.count("under portfolios") == 1


def test_what_is_known_is_no_finding(tmp_path: Path) -> None:
    text = "The Moroccan Foreign Minister, Nasser Bourita, met the Spanish Foreign Minister, José Albares, in Rabat."
    (tmp_path / "a.txt").write_text(f"Talks in Rabat\n\n{text}\n", encoding="utf-8")
    assert found(tmp_path) == []


def test_what_cannot_be_read_is_told_and_the_rest_is_read(documents: Path) -> None:
    (documents / "c.txt").write_bytes(b"\x00\x01\x02" * 100)
    result = CliRunner().invoke(cli, ["discover", str(documents)], catch_exceptions=False)
    assert result.exit_code == 0
    assert "c.txt" in result.stderr
    assert "2 documents" in result.stdout
