"""Every fact can be followed to its documents, sentences, rules and decisions."""
# ruff: noqa: ANN401 (the Graph of tests/conftest.py cannot be imported: tests are no package)

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from etl.cli import cli
from etl.decisions import FactLike, MeetingLike, PersonLike, decision_line
from etl.errors import UsageError


@pytest.fixture
def etl(hand_made: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Give a function that runs ``etl explain`` on the hand-made graph."""
    for name, value in hand_made.env.items():
        monkeypatch.setenv(name, value)

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(cli, ["explain", *arguments])

    return run


def facts(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.output
    loaded: list[dict[str, Any]] = json.loads(result.stdout)
    return loaded


def test_each_sentence_comes_with_its_document_offset_rule_and_confidence(etl: Any, hand_made: Any) -> None:
    (fact,) = facts(etl("olivares quintana", "marrakech", "--format", "json"))
    assert (fact["fact"], fact["subject_id"], fact["object_id"]) == ("CO_CHAIRED", "p-marta", "m22")
    assert fact["detail"] == {"role": "Secretary of State for Migration"}
    english, french = fact["support"]
    assert english == {
        "document": "https://en.example/b",
        "title": "Migration group meets",
        "published": "2024-10",
        "source": "b.html",
        "sentence": "The 22nd session was co-chaired by Driss Benhaddou\nand Marta Olivares.",
        "offset": 100,
        "rule": "chaired.passive",
        "confidence": 0.85,
    }
    assert (french["rule"], french["published"]) == ("chaired.under_co_presidency", "2024-10-22")
    texts = {row["id"]: row["text"] for row in hand_made.rows("MATCH (d:Document) RETURN d.id AS id, d.text AS text")}
    for support in fact["support"]:
        assert texts[support["document"]].startswith(support["sentence"], support["offset"])


def test_two_claims_of_one_sentence_keep_their_own_confidence(etl: Any) -> None:
    """The claim about that person counts, where the store knows which one it is."""
    (marta,) = facts(etl("olivares quintana", "m22", "--format", "json"))
    (driss,) = facts(etl("p-driss", "m22", "--format", "json"))
    assert marta["support"][1]["confidence"] == 0.9
    assert driss["support"][1]["confidence"] == 0.95


def test_a_person_alone_gives_meetings_and_offices(etl: Any) -> None:
    found = facts(etl("Driss Benhaddou", "--format", "json"))
    assert [(fact["fact"], fact["object_id"]) for fact in found] == [
        ("CO_CHAIRED", "m22"),
        ("ATTENDED", "mx"),
        ("HELD_ROLE", "o-wali"),
    ]
    assert found[2]["detail"] == {"first_seen": "2022-05-01", "last_seen": "2024-10-21"}


def test_a_meeting_alone_gives_each_document_s_version_and_all_facts(etl: Any) -> None:
    found = facts(etl("--meeting", "marrakech", "--format", "json"))
    assert [(fact["fact"], fact["subject_id"], fact["detail"].get("as")) for fact in found] == [
        ("REPORTS", "https://en.example/b", "21, 2024-10, Marrakesh"),
        ("REPORTS", "https://fr.example/a", "22, 2024-10-21, Marrakech"),
        ("AGREED_ON", "m22", None),
        ("ATTENDED", "p-ana", None),
        ("CONCERNED", "m22", None),
        ("CO_CHAIRED", "p-driss", None),
        ("CO_CHAIRED", "p-marta", None),
    ]
    assert found[0]["support"][0]["rule"] == "meeting.session"


def test_topic_route_and_role_narrow_it_down(etl: Any) -> None:
    def found(*arguments: str) -> list[tuple[str, str]]:
        return [(each["fact"], each["object_id"]) for each in facts(etl(*arguments, "--format", "json"))]

    assert found("--topic", "Return and readmission") == [
        ("AGREED_ON", "return-readmission"),
        ("DISCUSSED", "return-readmission"),
    ]
    assert found("--meeting", "rome", "--topic", "return-readmission") == [("AGREED_ON", "return-readmission")]
    assert found("driss benhaddou", "--route", "atlantic") == [("CONCERNED", "atlantic")]
    assert found("--role", "ministro dell'interno") == [("REPRESENTED_AT", "mi")]


def test_decisions_of_people_are_shown_with_who_when_and_why(etl: Any, hand_made: Any) -> None:
    lines = [
        decision_line(
            "same", who="sara", when="2025-01-02", why="one wali",
            a=PersonLike("Driss Benhaddou"), b=PersonLike("Idriss Benhaddou"),
        ),
        decision_line(
            "accept", who="sara", when="2025-01-03", why="seen on the photo",
            fact=FactLike("ATTENDED", MeetingLike(("ES", "MA"), ordinal=22), PersonLike("Ana Íñiguez")),
        ),
    ]  # fmt: skip
    hand_made.rows("CREATE (:Lock {id: 'load', decisions: $lines})", lines="\n".join(lines))
    (driss,) = facts(etl("driss benhaddou", "m22", "--format", "json"))
    (ana,) = facts(etl("ana", "m22", "--format", "json"))
    (marta,) = facts(etl("olivares quintana", "m22", "--format", "json"))
    assert [decision.partition(" ")[0] for decision in driss["decisions"]] == ["same"]
    assert driss["decisions"][0].endswith("(sara, 2025-01-02: one wali)")
    assert [decision.partition(" ")[0] for decision in ana["decisions"]] == ["accept"]
    assert marta["decisions"] == []
    assert "* decision: same" in etl("driss benhaddou", "m22").stdout


def test_words_that_fit_several_list_the_candidates(etl: Any) -> None:
    refused = etl("benhaddou")
    assert isinstance(refused.exception, UsageError)
    assert "fits 2 of type person" in str(refused.exception)
    assert "p-driss" in refused.exception.hint
    assert "p-salma~1" in refused.exception.hint


def test_a_persons_own_meetings_come_first(etl: Any) -> None:
    """Three meetings are called so; she was at one of them."""
    (fact,) = facts(etl("marta", "gmmp", "--format", "json"))
    assert fact["object_id"] == "m22"


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["Martha Olivaris"], "no person", "Marta Olivares Quintana"),
        (["--meeting", "Rabatt"], "no meeting", "20th session"),
        (["--topic", "informtion"], "no topic", "information-exchange"),
        ([], "nothing to explain", "--meeting"),
    ],
)
def test_unknown_words_are_refused_with_what_to_do(etl: Any, arguments: list[str], message: str, hint: str) -> None:
    refused = etl(*arguments).exception
    assert isinstance(refused, UsageError)
    assert message in str(refused)
    assert hint in refused.hint


def test_the_text_reads_line_by_line(etl: Any) -> None:
    assert etl("--role", "ministro").stdout.splitlines() == [
        "Minister of the Interior REPRESENTED_AT GMMP Italy–Morocco  (confidence 0.75)",
        "  - -1 day in Rome, 2022",
        "    file:///d.txt  (d.txt)",
        "    at 0: “The interior minister of Italy took part in Rome.”",
        "",
    ]
