"""Many ways in which English prose says who chaired, who met whom and who was there too, each with its people."""

from __future__ import annotations

import pytest

from tests.unit.test_circumstances import claims

A, B = "the Kenyan minister of trade, Jane Otieno,", "the Finnish minister of trade, Aino Laine"
C = "the Kenyan ambassador, Peter Mwangi"
SESSION = "The Joint Trade Commission was held in Lima on Monday. "
TALKS = f"T{A[1:]} met {B} in Lima on Monday. "
CHAIRED = {"jane otieno": "CO_CHAIRED", "aino laine": "CO_CHAIRED"}
MET = {"jane otieno": "ATTENDED", "aino laine": "ATTENDED"}


def relations(text: str) -> dict[str, str]:
    return {person.person: person.relation for person in claims("en", f"{text[0].upper()}{text[1:]}").participants}


def sides(text: str) -> dict[str, str | None]:
    return {person.person: person.country for person in claims("en", text).participants}


@pytest.mark.parametrize(
    "text",
    [
        f"{SESSION}T{A[1:]} was in the chair, as was {B}.",
        f"{SESSION}T{A[1:]} chaired the session for Kenya and {B}, for Finland.",
        f"{SESSION}The session was headed by {A} and {B}.",
        f"{SESSION}The chairs of the session were {A} and {B}.",
        f"{SESSION}As co-chairs of the commission, {A} and {B} conducted the meeting.",
        f"{SESSION}T{A[1:]} and {B} exercised the chairmanship jointly.",
        f"{SESSION}Chairing the Joint Trade Commission were {A} and {B}.",
        f"The Joint Trade Commission was held in Lima on Monday, with the co-chairmanship of {A} and {B}.",
        f"The Joint Trade Commission, with {A} and {B} as its chairs, was held in Lima on Monday.",
        f"{A} and {B} on Monday took the chair of the Joint Trade Commission in Lima.",
        f"{A} took the chair of the Joint Trade Commission in Lima on Monday, while {B} acted as co-chair.",
        f"Chairing the third meeting on trade in Lima alongside {A[:-1]}, {B}, said that it had grown.",
        f"The third meeting on trade was opened in Lima with remarks by {A} and {B}. It was they who chaired the day.",
        f"The Joint Trade Commission was held in Lima on 7 May under the co-chairmanship of {A} and {B}.",
    ],
)
def test_who_chaired(text: str) -> None:
    assert relations(text) == CHAIRED


@pytest.mark.parametrize(
    ("text", "roster"),
    [
        # at the head of a side
        (f"Talks were held in Lima on Monday. The Kenyan delegation was steered by {A} the Finnish one by {B}.", MET),
        (f"{A} conducted the meeting with {B} in Lima on Monday.", MET),
        # whom a message names
        (f"{TALKS}She conveyed the greetings of the Kenyan minister of health, Ann Koech.", MET),
        (f"{TALKS}She brought an invitation from the Kenyan minister of health, Ann Koech.", MET),
        # who was not there
        (
            f"{TALKS}No other minister took part, although the Kenyan minister of health, Ann Koech, had been asked.",
            MET,
        ),
        (f"{A} will play host on Monday in Lima to {B}.", {}),
        (f"The meeting that was to be held in Lima on 7 May under the co-chairmanship of {A} and {B} was put off.", {}),
    ],
)
def test_who_did_not(text: str, roster: dict[str, str]) -> None:
    assert relations(text) == roster


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's trade minister, Jane Otieno, played host on Monday in Lima to Finland's trade minister, Aino Laine.",
        f"{A} hosted a working lunch for {B}, in Lima on Monday.",
        f"{A} meets {B}, in Lima.",
        f"{A} was on Monday given a briefing in Lima by {B}.",
        f"{A} was in Lima on Monday. Her interlocutor at the ministry was {B}.",
        f"{A} was on Monday presented in Lima with copies of credentials by the new Finnish ambassador, Aino Laine.",
        f"{A} travelled to Lima on Monday, where {B}, opened the doors of her office to her.",
        f'"Trade has grown," said {A} seated between {B}, and her deputy.',
    ],
)
def test_who_met(text: str) -> None:
    assert relations(text) == MET


@pytest.mark.parametrize(
    "text",
    [
        f"Supporting Otieno was {C}.",
        f"In Otieno's delegation was {C}.",
        f"Otieno's party was made up of {C}.",
        f"Otieno had at her side {C}.",
        f"Otieno had brought along {C}.",
        f"The two heard a presentation by {C}.",
        f"Among those who took the floor was {C}.",
        f"Contributions came from {C}.",
        f"T{C[1:]}, had the floor.",
        f"T{C[1:]}, spoke for the visitors.",
        f"T{C[1:]}, set out the results of the year.",
        f"The talks were also joined by {C}.",
        f"The ministers were joined by {C}.",
        f"T{C[1:]}, stayed throughout.",
    ],
)
def test_who_was_there_too(text: str) -> None:
    assert relations(TALKS + text) == MET | {"peter mwangi": "ATTENDED"}


def test_whose_office_the_genitive_tells_behind_a_name() -> None:
    told = "Jane Otieno, Kenya's minister of trade, Aino Laine, Finland's minister of trade, and Li Wei, China's "
    assert sides(f"The summit in Lima was attended on Monday by {told}minister of trade.") == {
        "jane otieno": "KE",
        "aino laine": "FI",
        "li wei": "CN",
    }
    before = "Kenya's minister of trade, Jane Otieno, Finland's minister of trade, Aino Laine, and China's minister "
    assert sides(f"The summit in Lima was attended on Monday by {before}of trade, Li Wei.") == {
        "jane otieno": "KE",
        "aino laine": "FI",
        "li wei": "CN",
    }


def test_a_deputy_has_the_side_of_the_delegation() -> None:
    text = (
        "The Kenyan police chief, Jane Otieno, chaired Monday's meeting with the Togolese police in Lima. Colonel Ali "
        "Sow stood in for Commissioner Yao Abalo at the head of the Togolese team."
    )
    assert sides(text) == {"jane otieno": "KE", "ali sow": "TG"}


def test_no_country_is_inside_the_name_of_a_town() -> None:
    text = (
        "Kenya's ambassador, Jane Otieno, paid a courtesy call on the minister of trade, Ali Mohan, on Monday. The "
        "session at the ministry in Port of Spain lasted an hour."
    )
    assert "ES" not in {party for meeting in claims("en", text).meetings for party in meeting.parties}
