"""Questions that only people can answer, and their answers as lines of the decisions file.

The questions are what resolution left open (Review nodes), offices that may be one, and facts of low confidence. An
answer becomes one or more lines that name things by what documents say of them (:mod:`etl.decisions`); the graph
follows the file.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

from pydantic import TypeAdapter

from etl import cypher, tables
from etl.decisions import (
    NO_DECISIONS,
    Candidate,
    Decision,
    Decisions,
    FactLike,
    MeetingLike,
    PersonLike,
    ReviewItem,
    RoleLike,
    decision_line,
    fits_name,
    parse_decisions,
    stable_id,
)
from etl.errors import DatabaseError, DecisionError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from etl.database import Database, Row

Answer = Literal["accept", "reject"]

COLUMNS = ("id", "kind", "question", "candidates", "evidence", "documents", "answer", "candidate", "why")
"""The columns of an export; people fill in the last three."""

BELOW = 0.7
"""Facts with a confidence below this are asked about."""

_ANSWERS: dict[str, Answer] = {"accept": "accept", "reject": "reject"}
_ITEM: TypeAdapter[ReviewItem] = TypeAdapter(ReviewItem)
_MARK = "q"
"""Stands before an id where people see it: a spreadsheet would take 12345678 or 1e234567 for a number."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One answer: a yes (to one of the candidates, where there are several) or a no, and why."""

    question: str
    answer: Answer
    why: str
    candidate: str | None = None


def open_questions(database: Database, *, below: float = BELOW) -> list[ReviewItem]:
    """Return every open question, those of resolution first, then roles, then facts, the weakest first."""
    try:
        items = [_ITEM.validate_json(row["item"]) for row in database.read(cypher.statement("review/questions"))]
    except ValueError as error:
        hint = "load the documents again"
        raise DatabaseError(f"an open question was written by another version: {error}", hint=hint) from error
    decisions = kept_decisions(database)
    facts = decisions.facts("accept")
    rows = database.read(cypher.statement("review/weak_facts"), below=below)
    weak = [_fact_item(row) for row in rows if not any(_is_fact(like, row) for like in facts)]
    return [*items, *_role_items(database, decisions), *weak]


def kept_text(database: Database) -> str:
    """Return the decisions that the graph was last computed with, as lines of a decisions file."""
    rows = database.read(cypher.statement("load/decisions"))
    return next((row["decisions"] for row in rows if row["decisions"]), "")


def kept_decisions(database: Database) -> Decisions:
    """Return the decisions that the graph was last computed with."""
    return parse_decisions(kept_text(database), "decisions in the database")


def shown_id(item: ReviewItem) -> str:
    """Return a question's id as people see and type it."""
    return f"{_MARK}{item.id}"


def find(items: Iterable[ReviewItem], question: str) -> ReviewItem:
    """Return the question with this id; raise UsageError where none is open."""
    wanted = question.strip().removeprefix(_MARK)
    for item in items:
        if item.id == wanted:
            return item
    raise UsageError(
        f"no open question has the id {question!r}",
        hint="it was answered, or the documents changed; see etl review list",
    )


def answer_lines(item: ReviewItem, verdict: Verdict, *, who: str, when: dt.date) -> list[str]:
    """Return the lines of the decisions file that say what the verdict says.

    Yes to one of several candidates also says that the others are different. Raises UsageError where the verdict does
    not tell which candidate it means, or gives no reason.
    """
    why = " ".join(verdict.why.split())
    if not why:
        raise UsageError("a decision needs its reason", hint="--why, or the column why")
    line = partial(decision_line, who=who, when=when.isoformat(), why=why)
    if isinstance(item.subject, FactLike):
        if verdict.candidate:
            raise UsageError(f"question {shown_id(item)} has no candidates to choose from")
        return [line(verdict.answer, fact=item.subject)]
    meant = _meant(item, verdict)
    same = {each.id for each in meant} if verdict.answer == "accept" else set()
    concerned = item.candidates if verdict.answer == "accept" else meant
    return [line("same" if each.id in same else "different", a=item.subject, b=each.thing) for each in concerned]


def _meant(item: ReviewItem, verdict: Verdict) -> Sequence[Candidate]:
    """Return the candidates that a verdict is about."""
    if verdict.candidate:
        chosen = [each for each in item.candidates if verdict.candidate.strip() in {each.id, each.label}]
        if len(chosen) != 1:
            names = ", ".join(each.id for each in item.candidates)
            raise UsageError(
                f"question {shown_id(item)} has no candidate {verdict.candidate!r}", hint=f"one of: {names}"
            )
        return chosen
    if verdict.answer == "accept" and len(item.candidates) > 1:
        names = ", ".join(each.id for each in item.candidates)
        raise UsageError(f"question {shown_id(item)} has several candidates", hint=f"say which: {names}")
    return item.candidates


def revoke_line(decision: str, *, who: str, when: dt.date, why: str) -> str:
    """Return the line that takes back an earlier decision."""
    data = {"decision": "revoke", "line": decision, "who": who, "when": when.isoformat(), "why": why}
    return json.dumps(data, ensure_ascii=False)


def as_line(decision: Decision) -> str:
    """Return the line of the decisions file that holds this decision."""
    d = decision
    return decision_line(d.kind, who=d.who, when=d.when, why=d.why, a=d.a, b=d.b, fact=d.fact, to=d.to)


def append(path: Path, lines: Sequence[str], *, kept: str) -> Decisions:
    """Add lines to the decisions file and return all that stand then; the file is written whole or not at all.

    A file that does not exist yet starts with the decisions that the graph keeps. Raises DecisionError where a line is
    wrong, UsageError where the graph keeps decisions that the file lacks: they would be lost.
    """
    if path.exists():
        text = path.read_text(encoding="utf-8-sig")
        missing = set(parse_decisions(kept).lines) - set(parse_decisions(text, str(path)).lines)
        if missing:
            raise UsageError(
                f"the graph keeps {len(missing)} decisions that {path} lacks",
                hint="set ETL_DECISIONS to the file they are in, or let the graph follow this one: etl review apply",
            )
    else:
        text = kept
    whole = "".join(f"{line}\n" for line in [*text.splitlines(), *lines])
    decisions = parse_decisions(whole, str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.draft")
    draft.write_text(whole, encoding="utf-8")
    draft.replace(path)
    return decisions


def export(items: Iterable[ReviewItem]) -> bytes:
    """Return questions as CSV with empty columns for the answers."""
    rows: list[Row] = [
        {
            "id": shown_id(item),
            "kind": item.kind,
            "question": item.question,
            "candidates": [f"{each.id} ({each.label})" for each in item.candidates],
            "evidence": list(item.evidence),
            "documents": list(item.documents),
            "answer": "",
            "candidate": "",
            "why": "",
        }
        for item in items
    ]
    return tables.csv(COLUMNS, rows)


def read_answers(data: bytes, items: Sequence[ReviewItem], where: str) -> list[tuple[ReviewItem, Verdict]]:
    """Return the answers of an export that came back; rows without one are left open.

    Commas, semicolons or tabs may stand between the cells, as spreadsheets write them. Raises DecisionError that tells
    every wrong line with its number; then no line counts.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DecisionError(f"{where}: not UTF-8 text: {error}", hint="save it as “CSV UTF-8”") from error
    first = text.split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    lacking = {"id", "answer", "why"} - set(reader.fieldnames or ())
    if lacking:
        raise DecisionError(
            f"{where}:1: the header lacks {', '.join(sorted(lacking))}",
            hint="keep the header that etl review export writes",
        )
    answers: list[tuple[ReviewItem, Verdict]] = []
    wrong: list[str] = []
    asked: dict[str, int] = {}
    read = 1  # lines; a row begins behind the last one's, and a cell may go over several
    try:
        for row in reader:
            line, read = read + 1, reader.line_num
            cells = {name: _cell(value) for name, value in row.items()}
            if not cells["answer"]:
                continue
            try:
                answers.append(_answer(cells, items, asked, line))
            except UsageError as error:
                wrong.append(f"{where}:{line}: {error}" + (f" ({error.hint})" if error.hint else ""))
    except csv.Error as error:
        wrong.append(f"{where}:{read + 1}: not CSV: {error}")
    if wrong:
        raise DecisionError("\n".join(wrong), hint="mend these lines and import again; nothing was taken")
    return answers


def _cell(value: object) -> str:
    """Return a cell without what export put before it to keep spreadsheets from computing it."""
    text = value.strip() if isinstance(value, str) else ""
    return text[1:] if text.startswith("'") and tables.harmless(text[1:]) == text else text


def _answer(
    cells: dict[str, str], items: Sequence[ReviewItem], asked: dict[str, int], line: int
) -> tuple[ReviewItem, Verdict]:
    answer = _ANSWERS.get(cells["answer"].casefold())
    if answer is None:
        raise UsageError(f"the answer is {cells['answer']!r}", hint="accept or reject, or leave it empty")
    item = find(items, cells["id"])
    if item.id in asked:
        raise UsageError(f"question {shown_id(item)} is already answered in line {asked[item.id]}")
    verdict = Verdict(item.id, answer, cells["why"], cells.get("candidate") or None)
    answer_lines(item, verdict, who="-", when=dt.date.min)  # raises where the verdict is not complete
    asked[item.id] = line
    return item, verdict


def _role_items(database: Database, decisions: Decisions) -> list[ReviewItem]:
    """Return the questions whether two offices of a country are one, since somebody held both at one meeting.

    The office that fewer documents name is asked about; what people said of two is asked no more.
    """
    decided = {frozenset(pair) for pair in decisions.pairs("different", RoleLike)}
    items = []
    for row in database.read(cypher.statement("review/alike_roles")):
        subject, other = RoleLike(row["id"]), RoleLike(row["other_id"])
        if frozenset({subject, other}) in decided:
            continue
        items.append(
            ReviewItem(
                id=stable_id("role", *sorted((subject.id, other.id))),
                kind="role",
                block=subject.id,
                question=f"Is “{row['label']}” ({subject.id}) the same office as “{row['other']}” ({other.id})? "
                f"Documents give {', '.join(row['people'])} both at one meeting",
                subject=subject,
                candidates=(Candidate(other.id, row["other"], other),),
                evidence=tuple(row["evidence"]),
                documents=tuple(row["documents"]),
            )
        )
    return items


def _fact_item(row: Row) -> ReviewItem:
    """Return the question whether a fact of low confidence is true."""
    like = FactLike(type=row["type"], meeting=_meeting(row), person=_person(row), target=row["target"])
    return ReviewItem(
        id=stable_id("fact", like),
        kind="fact",
        block=row["meeting"] or "",
        question=f"Is it true: {row['subject']} {row['type']} {row['object']}? (confidence {row['confidence']:.2f})",
        subject=like,
        candidates=(),
        evidence=tuple(dict.fromkeys(row["evidence"] or ())),
        documents=tuple(row["documents"] or ()),
    )


def _person(row: Row) -> PersonLike | None:
    if row["person"] is None:
        return None
    countries = row["countries"]
    return PersonLike(row["person"], countries[0] if len(countries) == 1 else None)


def _meeting(row: Row) -> MeetingLike | None:
    """Describe the fact's meeting by its first document's claim, as resolution does."""
    if not row["told"]:
        return None
    document, key = row["told"][0]
    claims = {claim["key"]: claim for claim in json.loads(row["claims"])["meetings"]}
    return MeetingLike(parties=tuple(sorted(set(claims[key]["parties"]))), document=document, key=key)


def _is_fact(like: FactLike, row: Row) -> bool:
    """Tell whether an accepted fact is the one of this row, whichever of its documents names the meeting."""
    if like.type != row["type"] or like.target not in {None, row["target"]}:
        return False
    names = [row["person"], *(row["aliases"] or ())] if row["person"] else []
    if like.person and not fits_name(like.person, names):
        return False
    meeting = like.meeting
    if meeting is None or row["meeting"] is None:
        return meeting is None
    if meeting.document:
        return any(document == meeting.document and meeting.key in {None, key} for document, key in row["told"])
    return (
        list(meeting.parties) == row["parties"]
        and meeting.ordinal in {None, row["ordinal"]}
        and (row["date"] or "").startswith(meeting.date or "")
        and meeting.city in {None, row["city"]}
    )


def standing(path: Path, database: Database) -> Decisions:
    """Return the decisions of the file, or where there is none yet, those that the graph keeps."""
    if not path.exists():
        return kept_decisions(database)
    text = path.read_text(encoding="utf-8-sig")
    return parse_decisions(text, str(path)) if text.strip() else NO_DECISIONS
