"""How readouts and releases name those they tell of: lists below, cabinets, styles, whoever led or opened talks."""

from __future__ import annotations

import pytest

from tests.unit.test_circumstances import claims
from tests.unit.test_no_party import MET


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


def test_who_opened_talks_did_not_chair_them() -> None:
    found = people(
        "The meeting of Serbia and Chad was chaired by the Serbian minister Jane Otieno, and opened by Chad's "
        "deputy minister, Pekka Aho."
    )
    assert found == {"jane otieno": ("CO_CHAIRED", "RS"), "pekka aho": ("ATTENDED", "TD")}


@pytest.mark.parametrize(
    ("text", "person", "title"),
    [
        (
            (
                "The Minister of Trade of Chad, Ambassador Jane Otieno, and her Finnish opposite number, H.E. Aino Laine, "
                "co-chaired the session."
            ),
            "aino laine",
            "Minister of Trade",
        ),
        (
            (
                "Minister of Interior receives Finnish envoy\n\nHRH Prince Omar bin Said, Minister of Interior of Oman, "
                "received on Monday the Ambassador of Finland, Aino Laine."
            ),
            "omar bin said",
            "Minister of Interior of Oman",
        ),
    ],
)
def test_a_style_is_no_office(text: str, person: str, title: str) -> None:
    roles = {p.person: p.role.title for p in claims("en", text).participants if p.role}
    assert roles[person] == title


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "During the talks, Laine praised the ties made by leaders Pekka Aho and Omar Said."),
        ("es", "Durante el diálogo, Laine elogió los lazos forjados por los líderes Pekka Aho y Omar Said."),
        ("fr", "Lors de l'entretien, Laine a salué les liens tissés par les dirigeants Pekka Aho et Omar Said."),
    ],
)
def test_leaders_of_old_were_not_there(language: str, text: str) -> None:
    found = claims(language, MET[language] + text)
    assert {p.person for p in found.participants} == {"jane otieno", "aino laine"}


@pytest.mark.parametrize(
    ("language", "text", "chairs"),
    [
        (
            "es",
            (
                "El acuerdo lo rubricaron, tras dos horas de charla, la ministra de Chile, Jane Otieno, y la ministra "
                "finlandesa, Aino Laine."
            ),
            set(),
        ),
        (
            "es",
            (
                "La reunión de Chile y Finlandia se celebró en Lima. Dieron la bienvenida a los participantes la ministra "
                "de Chile, Jane Otieno, y la ministra finlandesa, Aino Laine."
            ),
            set(),
        ),
        (
            "fr",
            (
                "Le présidium était tenu conjointement par la ministre du Chili, Jane Otieno, et la ministre finlandaise, "
                "Aino Laine."
            ),
            {"jane otieno", "aino laine"},
        ),
    ],
)
def test_what_several_did_together(language: str, text: str, chairs: set[str]) -> None:
    found = claims(language, text)
    assert len(found.meetings) == 1
    assert {p.person for p in found.participants} == {"jane otieno", "aino laine"}
    assert {p.person for p in found.participants if p.relation == "CO_CHAIRED"} == chairs
