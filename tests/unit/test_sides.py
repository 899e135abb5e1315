"""Whose side somebody sat on where no word beside them tells, and who was received in turn or met apart."""

from __future__ import annotations

import pytest

from tests.unit.test_circumstances import claims


def _titles(language: str, text: str) -> list[str]:
    return [role.title for person in claims(language, text).persons for role in person.roles]


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        (
            "fr",
            "La ministre portugaise chargée de la lutte contre la traite illégale, Ana Sousa, a pris la parole.",
            "ministre portugaise chargée de la lutte contre la traite illégale",
        ),
        (
            "es",
            "Intervino el procurador nacional antipandillas y anticrimen de Chile, Luis Mora, y se fue.",
            "procurador nacional antipandillas y anticrimen de Chile",
        ),
        (
            "en",
            "He saw the Minister for Smaller Islands and lagoon life, Ana Sousa, and left.",
            "Minister for Smaller Islands and lagoon life",
        ),
    ],
)
def test_a_title_goes_on_to_the_comma_before_its_holders_name(language: str, text: str, title: str) -> None:
    assert title in _titles(language, text)


def test_a_title_in_capitals_goes_on_over_its_commas() -> None:
    text = (
        "Vio al ministro de Asuntos Exteriores, Negocios Globales y Cooperación Total de Surinam, Luis Mora, y salió."
    )
    (person,) = claims("es", text).persons
    assert person.country == "SR"


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("fr", "Le ministre de la Justice a vu, à Rome, Ana Sousa, et un juge.", "ministre de la Justice"),
        ("es", "El ministro de Justicia recibió en Roma, Ana Sousa, y un juez.", "ministro de Justicia"),
        ("en", "The Minister of Justice said in Rome, Ana Sousa, was no judge.", "Minister of Justice"),
    ],
)
def test_a_title_ends_at_a_verb(language: str, text: str, title: str) -> None:
    assert not any(found.startswith(title) for found in _titles(language, text))


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("They met Lebanon's outspoken caretaker Interior Minister Ziad Harb.", "LB"),
        ("They met the Republic of Korea's new non-resident Ambassador to Fiji, Bae Seok-min.", "KR"),
        ("They met the UNHCR Representative in Liberia, Ana Sousa.", "UN"),
    ],
)
def test_whose_an_office_is_behind_words_that_no_list_has(text: str, country: str) -> None:
    (person,) = claims("en", text).persons
    assert person.country == country


def _meetings(text: str, language: str = "en") -> list[tuple[tuple[str, ...], set[str]]]:
    found = claims(language, text)
    return [(m.parties, {p.person for p in found.participants if p.meeting == m.key}) for m in found.meetings]


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        (
            "en",
            (
                "Foreign Minister Ana Sousa was received by the Minister of Justice of Ghana, Kofi Annor. "
                "The Cape Verdean delegation then went home."
            ),
            ("CV", "GH"),
        ),
        (
            "en",
            "Interior Minister Luis Mora met the Minister of Justice of Ghana, Kofi Annor. A flight leaves Praia on Mondays.",
            ("CV", "GH"),
        ),
        (
            "en",
            (
                "Police chief Luis Mora was received by the Minister of Justice of Ghana, Kofi Annor. "
                "The meeting was attended by the Ambassador of Spain, Ana Sousa."
            ),
            ("ES", "GH"),
        ),
    ],
)
def test_a_side_that_no_word_tells_is_the_texts_own(language: str, text: str, parties: tuple[str, ...]) -> None:
    assert [found for found, _ in _meetings(text, language)] == [parties]


def test_officials_at_home_who_met_each_other_met_nobody_else() -> None:
    text = "Accra, 6 May 2024 - Mayor Esi Boateng met the Minister of Justice of Ghana, Kofi Annor. Mali was not discussed."
    assert _meetings(text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "Accra, 6 May 2024 - Foreign Minister Esi Boateng yesterday granted audiences, one after the other, to two "
                "diplomats. First through the door was the Ambassador of Japan, Jiro Sato. The next visitor, the High "
                "Commissioner of India, Anil Rao, came to talk business."
            ),
        ),
        (
            "fr",
            (
                "Lomé, 6 mai 2024 - La ministre des Affaires étrangères, Esi Boateng, a reçu hier tour à tour deux "
                "diplomates. L'ambassadeur du Japon, Jiro Sato, a été le premier à être introduit. L'ambassadeur de l'Inde, "
                "Anil Rao, a pris le relais."
            ),
        ),
        (
            "es",
            (
                "Lima, 6 de mayo de 2024 - La canciller Esi Boateng concedió ayer sendas audiencias. El primero en ser "
                "recibido fue el embajador de Japón, Jiro Sato. Le siguió el embajador de la India, Anil Rao."
            ),
        ),
    ],
)
def test_who_is_received_in_turn_is_met_each_at_an_audience_of_their_own(language: str, text: str) -> None:
    met = [people for _, people in _meetings(text, language)]
    assert met == [{"esi boateng", "jiro sato"}, {"esi boateng", "anil rao"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "es",
            (
                "Lima, 6 de mayo de 2024 - El Presidente de la República, Luis Mora, recibió ayer las cartas credenciales de dos "
                "jefes de misión, con cada uno de los cuales dialogó. Se trata de los embajadores de Japón, Jiro Sato, y de la "
                "India, Anil Rao."
            ),
        ),
        (
            "en",
            (
                "On 6 May 2024 the Minister of Justice of Peru, Luis Mora, met with Jiro Sato, Minister of Justice of Japan; with "
                "Awa Keita, Minister of Justice of Mali; and with Anil Rao, Minister of Law of India."
            ),
        ),
    ],
)
def test_those_met_each_apart_are_met_at_meetings_of_their_own(language: str, text: str) -> None:
    met = [people for _, people in _meetings(text, language)]
    assert {"luis mora", "jiro sato"} in met
    assert {"luis mora", "anil rao"} in met


def test_a_call_that_is_yet_to_come_is_no_audience() -> None:
    text = (
        "Accra, 6 May 2024 - Foreign Minister Esi Boateng yesterday received the Ambassador of Japan, Jiro Sato. "
        "The High Commissioner of India, Anil Rao, will be the next visitor on Friday."
    )
    assert [people for _, people in _meetings(text)] == [{"esi boateng", "jiro sato"}]


def test_two_of_several_who_met_apart_met_by_themselves() -> None:
    text = (
        "The Minister of Justice of Ghana, Esi Boateng, hosted her colleagues of Togo, Koffi Mensah, and of Mali, Awa "
        "Keita, in Accra on 6 May 2024. Before the session, Ms Boateng met Mr Mensah face to face."
    )
    assert [parties for parties, _ in _meetings(text)] == [("GH", "ML", "TG"), ("GH", "TG")]


def test_officials_listed_each_with_their_country_stand_for_it() -> None:
    text = (
        "The conference was chaired in Castries on 6 May 2024 by the Commissioner of Police of Saint Lucia, Luis Mora. "
        "It was attended by the head of the coast guard of Barbados, Esi Boateng, the police chief of Grenada, Ana Sousa, "
        "and, from Iceland, Minister of Justice Jon Olafsson."
    )
    assert [parties for parties, _ in _meetings(text)] == [("BB", "GD", "IS", "LC")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "es",
            "Ese encuentro será encabezado por el presidente de Chile, Luis Mora, y su homóloga de Ghana, Esi Boateng.",
        ),
        ("es", "Tras el encuentro, la ministra de Ghana, Esi Boateng, llamó a su homólogo de Chile, Luis Mora."),
        (
            "en",
            "The President of Chile, Luis Mora, congratulated President Esi Boateng of Ghana on chairing the conference.",
        ),
    ],
)
def test_what_lies_ahead_is_praised_or_told_on_the_telephone_is_no_meeting(language: str, text: str) -> None:
    assert _meetings(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        (
            "es",
            "Habló la coordinadora para la situación de Sudán de la Agencia de la ONU para los Refugiados, Ana Soler.",
            "UN",
        ),
        ("es", "Habló el ministro de Asuntos Exteriores, Unión Europea y Cooperación de España, Luis Mora.", "ES"),
    ],
)
def test_who_serves_an_organisation_sits_for_it(language: str, text: str, country: str) -> None:
    (person,) = claims(language, text).persons
    assert person.country == country


@pytest.mark.parametrize(
    ("others", "parties"),
    [
        ("lawmakers from Georgia, Alabama and Texas", []),
        ("lawmakers from Georgia, Armenia and Moldova", [("AM", "GE", "MD", "US")]),
    ],
)
def test_an_american_state_is_no_country(others: str, parties: list[tuple[str, ...]]) -> None:
    text = f"The Senior Adviser to the U.S. President, Ann Klein, chaired a meeting with {others} on 6 May 2024."
    assert [found for found, _ in _meetings(text)] == parties


def test_who_receives_an_ambassador_is_of_the_country_of_the_post() -> None:
    text = "M. Kofi Annor s'est entretenu lundi avec l'ambassadrice du Canada au Ghana, Mme Marie Roy."
    sides = {part.person: part.country for part in claims("fr", text).participants}
    assert sides == {"kofi annor": "GH", "marie roy": "CA"}
