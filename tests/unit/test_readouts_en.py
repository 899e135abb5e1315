"""How governments' readouts name those they met: lists below, members of a cabinet, whoever led the talks."""

from __future__ import annotations

import pytest

from tests.unit.test_circumstances import claims


def people(text: str) -> dict[str | None, tuple[str, str | None]]:
    """Return each participant's relation and side."""
    return {p.person: (p.relation, p.country) for p in claims("en", text).participants}


def test_those_whom_a_list_below_names() -> None:
    text = (
        "The Vice President of Kenya, Jane Otieno, met virtually today with four leaders of the region.\n\n"
        "She underlined the importance of trade.\n\n"
        "The leaders that participated:\n\n"
        "- Prime Minister Dr. Omar Otieno of Barbados\n\n- President Pekka Aho of Guyana\n"
    )
    found = people(text)
    assert found == {
        "jane otieno": ("ATTENDED", "KE"),
        "omar otieno": ("ATTENDED", "BB"),
        "pekka aho": ("ATTENDED", "GY"),
    }


def test_nobody_is_listed_below_whom_no_official_met() -> None:
    text = "The Vice President of Kenya, Jane Otieno, met today with people in the camp. Later she thanked them."
    assert people(text) == {}


def test_members_of_somebodys_cabinet() -> None:
    text = (
        "Kenyan Minister Jane Otieno visited Lima and met with senior members of President Rosa Quispe of Peru's "
        "administration, including Economy Minister Luis Mora and Central Bank President Ana Said."
    )
    assert people(text) == {
        "jane otieno": ("ATTENDED", "KE"),
        "luis mora": ("ATTENDED", "PE"),
        "ana said": ("ATTENDED", "PE"),
    }


@pytest.mark.parametrize(
    ("text", "chairs"),
    [
        (
            (
                "In a videoconference led by Latvia's Interior Minister Jane Otieno on Monday, Lithuania's Interior "
                "Minister Rasa Tamm and Poland's Interior Minister Pekka Aho assessed the pressure on the border."
            ),
            {"jane otieno"},
        ),
        ("At talks led by Latvia's minister Jane Otieno and Poland's minister Pekka Aho, both agreed on trade.", set()),
    ],
)
def test_talks_that_somebody_led(text: str, chairs: set[str]) -> None:
    found = people(text)
    assert {person for person, (relation, _) in found.items() if relation == "CO_CHAIRED"} == chairs
    assert {"jane otieno", "pekka aho"} <= set(found)


def test_earlier_talks_that_a_readout_names_in_passing() -> None:
    text = (
        "The national security adviser of Kenya, Jane Otieno, met on 4 March 2024 with the Finnish adviser, Aino Laine. "
        "Following on the 12 January 2024 meeting between President Omar Said and Prime Minister Pekka Aho, Otieno and "
        "Laine reaffirmed their support for trade."
    )
    assert set(people(text)) == {"jane otieno", "aino laine"}


def test_the_town_and_day_at_the_end_of_a_headline() -> None:
    body = "The Minister of Kenya, Jane Otieno, received today the Finnish minister, Aino Laine."
    for title in ("Talks with the Finnish minister (Nairobi, 4 March 2024)", "Second Forum, Nairobi, 4 March 2024"):
        (meeting,) = claims("en", f"{title}\n\n{body}", title=title).meetings
        assert meeting.city == "Nairobi"
