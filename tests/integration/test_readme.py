"""The README tells the truth: each of its commands runs as it stands, and the checks call its test command."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Graph

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```bash\n(.*?)```", README, re.DOTALL)

pytestmark = pytest.mark.integration


def test_the_checks_call_the_readmes_test_command() -> None:
    assert BLOCKS[1].strip() in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_every_command_runs(graph: Graph, tmp_path: Path) -> None:
    """In the README's order: the quick start's own (but for pip's), then those of the section on commands."""
    commands = [part.strip() for block in BLOCKS for line in block.splitlines() for part in line.split("&&")]
    ours = [command for command in commands if command.startswith("etl ")]
    assert len(ours) > 10
    for name in ("samples", "tests"):
        (tmp_path / name).symlink_to(ROOT / name)
    path = f"{Path(sys.executable).parent}:{graph.env.get('PATH', '')}:/usr/bin:/bin"
    for command in ours:
        done = subprocess.run(
            ["bash", "-ec", command],
            cwd=tmp_path,
            env={**graph.env, "PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, (command, done.stdout, done.stderr)
        assert done.stdout + done.stderr, command
    with (tmp_path / "co-chairs.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["date"], row["co_chair"]) for row in rows] == [
        ("2022-03-14", "Driss Benhaddou"),
        ("2022-03-14", "Marta Olivares Quintana"),
        ("2023-05-23", "Driss Benhaddou"),
        ("2023-05-23", "Tomás Aguirre Beltrán"),
        ("2024-06-13", "Naïma Chraïbi"),
        ("2024-06-13", "Tomás Aguirre Beltrán"),
    ]
