"""A sheet of questions that comes back: what it may look like, and what is refused."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from etl import review
from etl.decisions import Candidate, FactLike, MeetingLike, PersonLike, ReviewItem, parse_decisions
from etl.errors import DecisionError, UsageError

ANA, LUIS = PersonLike("Ana García", "ES"), PersonLike("Luis García", "ES")
PERSON = ReviewItem(
    id="12e45678",
    kind="person",
    block="p:garcia",
    question="=Is “García” the same person?",
    subject=PersonLike("García", document="c.txt"),
    candidates=(Candidate("ana", "Ana García", ANA), Candidate("luis", "Luis García", LUIS)),
    evidence=("@Mrs García came.",),
    documents=("c.txt",),
)
FACT = ReviewItem(
    id="00345678",
    kind="fact",
    block="m",
    question="Is it true?",
    subject=FactLike("AGREED_ON", MeetingLike(("ES", "MA"), document="c.txt", key="m1"), target="energy"),
    candidates=(),
    evidence=("They agreed.",),
    documents=("c.txt",),
)
TODAY = dt.date(2024, 6, 12)


def test_no_cell_of_an_export_is_a_formula_or_a_number() -> None:
    sheet = review.export([PERSON, FACT]).decode()
    assert sheet.splitlines()[0] == ",".join(review.COLUMNS)
    assert "q12e45678,person,'=Is" in sheet
    assert "'@Mrs García came." in sheet


def test_rows_without_an_answer_stay_open() -> None:
    assert review.read_answers(review.export([PERSON, FACT]), [PERSON, FACT], "sheet.csv") == []


def test_an_apostrophe_that_export_put_is_taken_off_again() -> None:
    sheet = b"id;answer;why\nq00345678;reject;'=what they say\n"
    assert review.read_answers(sheet, [FACT], "sheet.csv") == [
        (FACT, review.Verdict("00345678", "reject", "=what they say"))
    ]


@pytest.mark.parametrize(
    ("sheet", "message"),
    [
        ("id,answer,why\nq00345678,accept,così\n".encode("cp1252"), "sheet.csv: not UTF-8 text"),
        (b"question,answer\nx,accept\n", "sheet.csv:1: the header lacks id, why"),
        (b"", "sheet.csv:1: the header lacks answer, id, why"),
        (b'id,answer,why\nq00345678,accept,"open\n', "sheet.csv:2: not CSV"),
        (b"id,answer,candidate,why\nq00345678,accept,ana,x\n", "sheet.csv:2: question q00345678 has no candidates"),
    ],
)
def test_a_sheet_that_cannot_be_understood_is_refused(sheet: bytes, message: str) -> None:
    with pytest.raises(DecisionError) as caught:
        review.read_answers(sheet, [PERSON, FACT], "sheet.csv")
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("answer", "candidate", "expected"),
    [
        ("accept", "ana", [("same", ANA), ("different", LUIS)]),
        ("reject", None, [("different", ANA), ("different", LUIS)]),
        ("reject", "luis", [("different", LUIS)]),
    ],
)
def test_an_answer_says_what_it_means_for_each_candidate(
    answer: review.Answer, candidate: str | None, expected: list[tuple[str, PersonLike]]
) -> None:
    verdict = review.Verdict(PERSON.id, answer, "seen", candidate)
    lines = review.answer_lines(PERSON, verdict, who="Amina", when=TODAY)
    assert [(d.kind, d.b) for d in parse_decisions("\n".join(lines)).lines] == expected
    assert {json.loads(line)["when"] for line in lines} == {"2024-06-12"}


def test_a_decision_without_a_reason_is_refused() -> None:
    with pytest.raises(UsageError, match="needs its reason"):
        review.answer_lines(FACT, review.Verdict(FACT.id, "accept", " "), who="Amina", when=TODAY)
