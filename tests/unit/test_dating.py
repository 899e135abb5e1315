"""The day of a meeting: the first of a session, told by how long it took, by its end, in an aside, or beside it."""

from __future__ import annotations

import pytest

from tests.unit.test_circumstances import claims

PUBLISHED = "Published 10 May 2024"  # a Friday
EN = "The Foreign Minister of Ghana, Kofi Annor, and the Foreign Minister of Spain, Ana Soler,"
ES = "El ministro de Exteriores de Ghana, Kofi Annor, y la ministra de Exteriores de España, Ana Soler,"
FR = "Le ministre des Affaires étrangères du Ghana, Kofi Annor, et la ministre espagnole Ana Soler"


def days(language: str, text: str) -> list[str]:
    return [str(meeting.date) for meeting in claims(language, f"{text}\n\n{PUBLISHED}").meetings]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", f"{EN} chaired the two days of talks, which came to an end on Tuesday.", "2024-05-06"),
        ("en", f"{EN} chaired the meeting, which ran from 6 to 8 May.", "2024-05-06"),
        ("en", f"{EN} chaired the meeting, which ended on Wednesday. The session, which began on Monday, was long.",
         "2024-05-06"),
        ("en", f"{EN} chaired the three-day meeting, which opened on Wednesday.", "2024-05-08"),
        ("es", f"{ES} copresidieron la reunión, que se clausuró el miércoles tras tres días de sesiones.", "2024-05-06"),
        ("es", f"Entre el lunes 6 y el miércoles 8 {ES} copresidieron la reunión.", "2024-05-06"),
        ("fr", f"{FR} ont coprésidé la réunion, qui s'est achevée mercredi après deux jours de travaux.", "2024-05-07"),
        # a journey's days are no session's
        ("en", f"{EN} met on Wednesday, and a three-day visit ended.", "2024-05-08"),
    ],
)  # fmt: skip
def test_a_session_that_ended_began_on_its_first_day(language: str, text: str, day: str) -> None:
    assert days(language, text) == [day]


def test_what_the_encounter_takes_up_tells_its_day() -> None:
    text = (
        "Officials from both sides on Wednesday ordered the return of the herds. The meeting was jointly chaired by the "
        "Foreign Minister of Ghana, Kofi Annor, and the Foreign Minister of Spain, Ana Soler."
    )
    assert days("en", text) == ["2024-05-08"]


def test_the_sentence_above_tells_how_many_days_later_another_was_met() -> None:
    text = (
        "La ministra de Exteriores de España, Ana Soler, se reunió el miércoles con el ministro de Exteriores de Ghana, "
        "Kofi Annor.\n\nUn día después tocó el turno a Chad. Ana Soler se reunió con el ministro de Exteriores de Chad, Ali "
        "Bari."
    )
    assert days("es", text) == ["2024-05-08", "2024-05-09"]


def test_who_met_beside_an_event_met_on_its_day() -> None:
    text = (
        "The Foreign Minister of Ghana, Kofi Annor, met the Foreign Minister of Spain, Ana Soler, on Wednesday.\n\nOn the "
        "margins of the meeting, the Spanish Secretary of State, Eva León, met the Chadian ambassador, Ali Bari."
    )
    assert days("en", text) == ["2024-05-08", "2024-05-08"]


def test_the_day_of_a_newsroom_elsewhere_is_not_the_meetings() -> None:
    text = f"ACCRA, 9 May 2024 - {EN} met in Madrid."
    assert days("en", text) == ["None"]


def test_a_body_has_no_weekday_in_its_name() -> None:
    text = "Ghana and Spain held their first Gulf of Guinea Dialogue on Wednesday, May 8."
    (meeting,) = claims("en", f"{text}\n\n{PUBLISHED}").meetings
    assert (str(meeting.date), meeting.series.name if meeting.series else None) == (
        "2024-05-08",
        "Gulf of Guinea Dialogue",
    )


@pytest.mark.parametrize(
    ("language", "text", "city"),
    [
        ("es", (
            "En Lima se celebró la segunda reunión del Grupo de Trabajo Conjunto en Defensa entre Chile e India, instancia "
            "que había sesionado dos años atrás en Nueva Delhi."), "Lima"),
        ("es", (
            "El grupo de trabajo conjunto entre Chile e India celebró su segunda reunión, instancia que había sesionado "
            "dos años atrás en Nueva Delhi."), None),
        ("en", (
            "The Foreign Minister of Ghana, Kofi Annor, flew out of Madrid at the end of a visit. He had been received by "
            "the Foreign Minister of Spain, Ana Soler."), "Madrid"),
    ],
)  # fmt: skip
def test_what_a_body_had_done_before_is_no_place(language: str, text: str, city: str | None) -> None:
    assert [meeting.city for meeting in claims(language, text).meetings] == [city]
