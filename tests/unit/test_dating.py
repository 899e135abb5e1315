"""The day, number and parties of a meeting: the first day of a session, told by its length, its end or beside it."""

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
        ("en", f"{EN} ended their meeting on Wednesday and made passes valid for five days.", "2024-05-08"),
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


def test_a_town_that_is_almost_one_told_before_is_that_one() -> None:
    text = f"Talks in Nairobi.\n\n{EN} met on Wednesday in Narobi."
    (meeting,) = claims("en", f"{text}\n\n{PUBLISHED}").meetings
    assert meeting.city == "Nairobi"


def test_a_town_hosts_the_session_that_the_next_sentence_tells_of() -> None:
    text = (
        "Accra has hosted the 5th meeting of the Ghana-Chad Intergovernmental Commission on Trade, an agency reports with "
        "reference to the ministry. The meeting was held under the chairmanship of Ghana's Minister of Trade, Kofi Annor, "
        "and Chad's Minister of Trade, Ali Bari."
    )
    (meeting,) = claims("en", text).meetings
    assert (meeting.ordinal, meeting.city, meeting.parties) == (5, "Accra", ("GH", "TD"))


def test_what_a_session_ended_with_may_lie_ahead() -> None:
    text = (
        "The 14th meeting of the Ghana-Chad Joint Commission ended in Accra with a promise that passes will be issued."
    )
    assert [meeting.ordinal for meeting in claims("en", text).meetings] == [14]
    text = "The 14th meeting of the Ghana-Chad Joint Commission will be held in Accra with a promise that passes are issued."
    assert claims("en", text).meetings == ()


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("es", (
            "El presidente de España, Juan Gil, tuvo un encuentro bilateral con el presidente de Chad, Ali Bari, en el marco "
            "de la primera cumbre de la región."), None),
        ("es", (
            "El presidente de España, Juan Gil, y el presidente de Chad, Ali Bari, celebraron la primera cumbre bilateral."),
            1),
    ],
)  # fmt: skip
def test_the_number_of_an_event_is_not_that_of_talks_beside_it(language: str, text: str, number: int | None) -> None:
    assert [meeting.ordinal for meeting in claims(language, text).meetings] == [number]


def test_an_agency_at_talks_of_countries_takes_part() -> None:
    text = (
        "North Macedonia's Oliver Stojanov hosted Austria's Gerd Karl and Serbia's Bratislav Ilic in Skopje. The meeting "
        "was attended by the Representative of the United Nations, Emma Quaye."
    )
    (meeting,) = claims("en", text).meetings
    assert meeting.parties == ("AT", "MK", "RS", "UN")
    text = (
        "The Foreign Minister of Ghana, Kofi Annor, met the Foreign Minister of Spain, Ana Soler. The meeting was attended "
        "by the Representative of the United Nations, Emma Quaye."
    )
    (meeting,) = claims("en", text).meetings
    assert meeting.parties == ("ES", "GH", "UN")
