"""Extraction never falls below what was recorded: F1 for each kind of fact on the project's own gold set."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from etl.evaluate import Evaluation, evaluate, read_gold

HERE = Path(__file__).parent
RECORDED: dict[str, float] = json.loads((HERE / "recorded.json").read_text(encoding="utf-8"))


@cache
def evaluation() -> Evaluation:
    return evaluate(read_gold(HERE / "gold"), HERE / "documents")


@pytest.mark.parametrize("kind", sorted(RECORDED))
def test_no_score_falls_below_the_recorded_one(kind: str) -> None:
    result = evaluation()
    wrong = [f"{each.document}: {each.message}" for each in result.errors if each.kind == kind]
    assert round(result.tallies[kind].f1, 3) >= RECORDED[kind], "\n".join(wrong)


def test_the_set_is_large_enough_and_every_document_is_taken() -> None:
    gold = read_gold(HERE / "gold")
    assert len(gold) >= 40
    assert {entry.language for entry in gold} == {"en", "es", "fr"}
    assert not [error for error in evaluation().errors if error.kind == "document"]
