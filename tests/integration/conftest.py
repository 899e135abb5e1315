"""A small graph made by hand, for what reads the graph: nothing that writes one is needed to test it."""
# ruff: noqa: ANN401 (the Graph of tests/conftest.py cannot be imported: tests are no package)

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

from etl import cypher
from etl.database import Database

HAND_MADE = Path(__file__).parent / "hand_made"
_TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:]+Z")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def _dated(properties: dict[str, Any]) -> dict[str, Any]:
    """Return properties with dates and times where JSON has their text."""

    def dated(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if _TIME.fullmatch(value):
            return dt.datetime.fromisoformat(value)
        return dt.date.fromisoformat(value) if _DATE.fullmatch(value) else value

    return {name: dated(value) for name, value in properties.items()}


@pytest.fixture
def hand_made(graph: Any, request: pytest.FixtureRequest) -> Any:
    """Give the database with constraints and the graph of ``hand_made/graph.json``.

    Parametrised with ``reversed`` it is written in the opposite order.
    """
    content = json.loads((HAND_MADE / "graph.json").read_text(encoding="utf-8"))
    with Database(graph.connection) as database:
        database.apply("constraints")
    step = -1 if getattr(request, "param", "") == "reversed" else 1
    for part in ("nodes", "relationships"):
        rows = [{**row, "properties": _dated(row["properties"])} for row in content[part][::step]]
        graph.rows(cypher.read(HAND_MADE / f"{part}.cypher", part).text, rows=rows)
    return graph
