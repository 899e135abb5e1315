"""The decisions file: one line each, keyed by content, wrong lines refused by number."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from etl.decisions import (
    NO_DECISIONS,
    FactLike,
    MeetingLike,
    PersonLike,
    RoleLike,
    decision_line,
    fits_name,
    parse_decisions,
    read_decisions,
)
from etl.errors import DecisionError

if TYPE_CHECKING:
    from pathlib import Path

WHO = {"who": "ana", "when": "2025-01-02", "why": "the ministry's site says so"}
ZEROUALI, SHORT = PersonLike("Khalid Zerouali", "MA"), PersonLike("K. Z.", document="a")
SESSION = MeetingLike(("ES", "MA"), ordinal=21)
FACT = FactLike("AGREED_ON", SESSION, target="energy")
SAME = decision_line("same", a=ZEROUALI, b=SHORT, **WHO)
REJECT = decision_line("reject", fact=FACT, **WHO)


def test_what_is_written_is_read_again() -> None:
    lines = [
        SAME,
        decision_line("different", a=SESSION, b=MeetingLike(("ES", "MA"), date="2024-05"), **WHO),
        decision_line("rename", a=ZEROUALI, to="Khalid Zarouali", **WHO),
        REJECT,
        decision_line("accept", fact=FactLike("CO_CHAIRED", SESSION, ZEROUALI), **WHO),
    ]
    decisions = parse_decisions("# agreed on Monday\n\n" + "\n".join(lines))
    assert [d.kind for d in decisions.lines] == ["same", "different", "rename", "reject", "accept"]
    assert decisions.pairs("same", PersonLike) == [(ZEROUALI, SHORT)]
    assert decisions.pairs("same", MeetingLike) == []
    assert decisions.facts("reject") == [FACT]
    assert decisions.lines[0].who == "ana"


def test_a_later_line_about_the_same_things_overrides_an_earlier_one() -> None:
    other = decision_line("different", a=SHORT, b=ZEROUALI, **WHO)
    decisions = parse_decisions(f"{SAME}\n{other}")
    assert [d.kind for d in decisions.lines] == ["different"]


def test_a_later_line_revokes_an_earlier_one() -> None:
    decision = parse_decisions(SAME).lines[0]
    revoke = json.dumps({"decision": "revoke", "line": decision.id, **WHO})
    assert parse_decisions(f"{SAME}\n{revoke}") == NO_DECISIONS


def test_the_id_of_a_decision_does_not_depend_on_who_or_when() -> None:
    again = decision_line("same", a=ZEROUALI, b=SHORT, who="bo", when="2025-03-04", why="x")
    assert parse_decisions(SAME).lines[0].id == parse_decisions(again).lines[0].id


def without(line: str, *path: str) -> str:
    data: dict[str, Any] = json.loads(line)
    inner = data
    for name in path[:-1]:
        inner = inner[name]
    del inner[path[-1]]
    return json.dumps(data)


@pytest.mark.parametrize(
    ("line", "telling"),
    [
        ("{", "not JSON"),
        ("[1]", "object"),
        (SAME.replace('"same"', '"perhaps"'), "perhaps"),
        (without(SAME, "as"), "'as' is a required property"),
        (without(SAME, "who"), "'who' is a required property"),
        (without(SAME, "person", "name"), "'name' is a required property"),
        (without(REJECT, "fact", "target"), "'target' is a required property"),
        (SAME.replace('"as"', '"az"'), "az"),
        (SAME.replace("2025-01-02", "yesterday"), "yesterday"),
        (SAME.replace('"MA"', '"Maroc"'), "Maroc"),
        (json.dumps({"decision": "revoke", "line": "00000000", **WHO}), "00000000"),
        (decision_line("rename", a=ZEROUALI, **WHO), "'to' is a required property"),
        (decision_line("same", a=RoleLike("es-wali"), b=ZEROUALI, **WHO), "not valid"),
        (decision_line("same", a=RoleLike("es-wali"), b=RoleLike(""), **WHO), "as"),
    ],
)
def test_a_wrong_line_is_refused_with_its_number(line: str, telling: str) -> None:
    with pytest.raises(DecisionError, match="file:3: ") as refused:
        parse_decisions(f"# a comment\n{REJECT}\n{line}", "file")
    assert telling in str(refused.value)
    assert refused.value.exit_code == 2


def test_a_missing_file_holds_no_decision_and_an_unreadable_one_is_an_error(tmp_path: Path) -> None:
    assert read_decisions(None) == NO_DECISIONS
    assert read_decisions(tmp_path / "none.jsonl") == NO_DECISIONS
    (tmp_path / "latin.jsonl").write_bytes(b"\xe9")
    with pytest.raises(DecisionError, match="cannot be read"):
        read_decisions(tmp_path / "latin.jsonl")


def test_a_person_is_known_by_any_spelling_of_the_form() -> None:
    assert fits_name(PersonLike("ZEROUALI Khalid"), ["Khalid Zerouali"])
    assert not fits_name(PersonLike("Zerouali"), ["Khalid Zerouali"])


def test_of_two_roles_the_first_becomes_the_second_to_the_end_of_the_chain() -> None:
    pairs = [("ma-a", "ma-b"), ("ma-b", "ma-c"), ("es-x", "es-y"), ("es-y", "es-x")]
    lines = [decision_line("same", a=RoleLike(a), b=RoleLike(b), **WHO) for a, b in pairs]
    assert parse_decisions("\n".join(lines)).roles() == {"ma-a": "ma-c", "ma-b": "ma-c", "es-y": "es-x"}


def test_roles_in_a_circle_become_its_first() -> None:
    pairs = [("b", "c"), ("c", "a"), ("a", "b")]
    lines = [decision_line("same", a=RoleLike(a), b=RoleLike(b), **WHO) for a, b in pairs]
    assert parse_decisions("\n".join(lines)).roles() == {"b": "a", "c": "a"}
