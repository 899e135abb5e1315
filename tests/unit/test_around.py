"""When and where an encounter was, told by the sentences around its own."""

from __future__ import annotations

import pytest

from tests.unit.test_circumstances import claims


def when(language: str, text: str) -> list[str | None]:
    """Return the days of a text's meetings, in their order; the text is of Thursday 14 March 2024."""
    read = claims(language, f"{text}\n\nPublished 14 March 2024")
    return [str(meeting.date) if meeting.date else None for meeting in read.meetings]


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        (
            "en",
            ("Yesterday was a busy day at the palace. The President of Ghana, Kofi Anan, received the Ambassador of "
            "Japan, Kenji Mori."),
            ["2024-03-13"],
        ),
        (
            "fr",
            ("Lundi, la salle des fêtes était pleine. Le ministre de l'Intérieur du Bénin, Paul Hodo, a reçu le ministre "
            "de l'Intérieur du Niger, Ali Sani."),
            ["2024-03-11"],
        ),
        (
            "es",
            ("El martes hubo fiesta en el puerto. El canciller de Perú, Juan Soto, recibió al canciller de Chile, Luis "
            "Vega."),
            ["2024-03-12"],
        ),
        (
            "fr",
            ("Le ministre de l'Intérieur du Bénin, Paul Hodo, a reçu le ministre de l'Intérieur du Niger, Ali Sani. "
            "Ouverts mardi, les travaux ont duré trois heures."),
            ["2024-03-12"],
        ),
        (
            "en",
            ("On Tuesday, Foreign Minister of Norway Ida Berg met Foreign Minister of Chile Luis Vega. In the afternoon, "
            "Justice Minister of Norway Per Dahl received the Ambassador of Peru, Ana Soto."),
            ["2024-03-12", "2024-03-12"],
        ),
        (
            "en",
            ("The Foreign Minister of Norway, Ida Berg, met the Foreign Minister of Chile, Luis Vega. The road, she said "
            "on Tuesday, is long."),
            [None],
        ),
        (
            "en",
            ("Reporters were told on Tuesday of a new road. The Foreign Minister of Norway, Ida Berg, met the Foreign "
            "Minister of Chile, Luis Vega. The road will open on 1 May."),
            [None],
        ),
        (
            "es",
            ("El canciller de Perú, Juan Soto, recibió al canciller de Chile, Luis Vega. Acordaron convocar la reunión "
            "de consultas, que hasta hoy no ha sesionado."),
            [None],
        ),
    ],
)  # fmt: skip
def test_the_sentences_around_an_encounter_tell_its_day(language: str, text: str, days: list[str | None]) -> None:
    assert when(language, text) == days


@pytest.mark.parametrize(
    ("language", "text", "city"),
    [
        (
            "en",
            (
                "Chilean minister Luis Mora met Togolese minister Koffi Adom in Lomé on Monday. Also present was Ana Sousa, who"
                " runs the office in Geneva."
            ),
            "Lomé",
        ),
        (
            "fr",
            (
                "Le ministre chilien Luis Mora est arrivé dimanche à Lomé. Il a reçu le ministre togolais Koffi Adom, dont le"
                " groupe bâtit des usines à Genève."
            ),
            "Lomé",
        ),
    ],
)
def test_a_place_in_a_clause_on_somebody_is_not_the_encounters(language: str, text: str, city: str) -> None:
    assert [meeting.city for meeting in claims(language, text).meetings] == [city]
