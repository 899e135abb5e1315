"""What good Spanish prose tells over several sentences: who led, who was also there, and what did not take place."""

from __future__ import annotations

import pytest

from tests.unit.test_circumstances import claims
from tests.unit.test_participation import CHAIRED, MET, expected, rosters
from tests.unit.test_press_es import sides

SESSION = "Ayer se celebró en Lima la V Comisión Mixta entre Japón y el Perú.\n"
BOTH = "Delegaciones de Chile y el Perú se reunieron ayer en Arica.\n"


def people(text: str) -> list[dict[str, str]]:
    """Return the relation of everybody at each meeting."""
    found = claims("es", text)
    return [
        {person.person: person.relation for person in found.participants if person.meeting == meeting.key}
        for meeting in found.meetings
    ]


@pytest.mark.parametrize(
    "text",
    [
        "{A} y {B} instalaron y condujeron ayer, en el palacio, la quinta [Comisión Mixta|b:joint-commission].",
        "Estuvieron a cargo de la copresidencia de la [Comisión Mixta|b:joint-commission] {A} y {B}.",
        "A cargo de la presidencia de la [Comisión Mixta|b:joint-commission] estuvieron {A} y {B}.",
    ],
)
def test_who_chaired(text: str) -> None:
    assert [roster for _, roster in rosters(text, "es")] == [expected(CHAIRED)]


@pytest.mark.parametrize(
    "text",
    [
        SESSION + "La ceremonia de apertura fue encabezada por la ministra de Pesca, Ana Sousa.",
        SESSION + "Hizo de mediadora la representante regional, Ana Sousa.",
        SESSION + "Actuó como secretaria la directora de Pesca, Ana Sousa.",
        SESSION + "En la delegación peruana viajaba la directora de Pesca, Ana Sousa.",
    ],
)
def test_who_was_there_too(text: str) -> None:
    assert people(text) == [{"ana sousa": "ATTENDED"}]


def test_by_our_country_and_by_the_asian_one() -> None:
    text = SESSION + (
        "Estuvo a cargo de la copresidencia, por nuestro país, el director de Asia, Luis Mora, y, por el país "
        "asiático, el director de América, Kenji Morita.\nPor la nación asiática asistió también la directora Ana Sousa."
    )
    assert sides(text) == {"luis mora": "PE", "kenji morita": "JP", "ana sousa": "JP"}


def test_delegations_called_by_their_country() -> None:
    text = BOTH + "La chilena la encabezó el director Luis Mora, y la peruana la presidió la directora Ana Sousa."
    assert sides(text) == {"luis mora": "CL", "ana sousa": "PE"}
    assert people(text) == [{"luis mora": "ATTENDED", "ana sousa": "ATTENDED"}]


def test_a_visitor_whom_a_relative_clause_tells_to_be_welcomed() -> None:
    text = (
        "Visitó ayer la base naval el jefe del Ejército de Bulgaria, Ivan Petrov, a quien dio la bienvenida el jefe "
        "de la Armada del Perú, Luis Mora, en presencia de la general Ana Sousa.\n"
        "Acompañó al visitante el agregado de Defensa, coronel Stefan Dimov."
    )
    assert sides(text) == {"ivan petrov": "BG", "luis mora": "PE", "ana sousa": "PE", "stefan dimov": "BG"}


def test_who_took_part_in_all_of_it() -> None:
    text = (
        "La ministra de Salud del Perú, Ana Sousa, recibió ayer en Lima al ministro de Salud de Chile, Luis Mora.\n"
        "Por la tarde, el visitante fue recibido por el canciller Pablo Ruiz.\n"
        "La embajadora de Chile, Marta Luna, participó en todas estas actividades."
    )
    assert [set(roster) for roster in people(text)] == [
        {"ana sousa", "luis mora", "marta luna"},
        {"luis mora", "pablo ruiz", "marta luna"},
    ]


def test_a_special_rapporteur_is_of_the_united_nations() -> None:
    text = (
        "La relatora especial sobre el derecho al agua, Ana Sousa, cerró su misión.\n"
        "En Lima, la experta fue recibida por el ministro de Justicia, Luis Mora."
    )
    found = claims("es", text + " Perú revisará la ley.")
    assert [meeting.parties for meeting in found.meetings] == [("PE", "UN")]


def test_an_organisations_guest_makes_it_a_party_and_an_envoy_to_it_does_not() -> None:
    text = BOTH + "Asistió la representante de la OIM, Ana Sousa."
    assert [meeting.parties for meeting in claims("es", text).meetings] == [("CL", "PE", "UN")]
    text = BOTH + "Asistió la representante permanente ante las Naciones Unidas, Ana Sousa."
    assert [meeting.parties for meeting in claims("es", text).meetings] == [("CL", "PE")]


@pytest.mark.parametrize(
    "text",
    [
        (
            "La reunión de la Comisión Mixta Peruano-Chilena, que debía instalarse ayer en Tacna bajo la dirección de los "
            "cancilleres Luis Mora y Ana Sousa, no se realizará."
        ),
        "El canciller del Perú, Luis Mora, descartó, por el momento, un encuentro con su homóloga chilena, Ana Sousa.",
        # a headline that talks were held, and the text that it was on the telephone
        (
            "# El canciller Luis Mora conversó con la canciller de Chile, Ana Sousa\n"
            "El canciller del Perú, Luis Mora, sostuvo hoy una llamada telefónica con la canciller de Chile, Ana Sousa.\n"
            "Ambos acordaron relanzar la Comisión Mixta."
        ),
    ],
)
def test_what_did_not_take_place(text: str) -> None:
    assert claims("es", text).meetings == ()


def test_whom_an_official_saw_apart_were_private_people() -> None:
    text = BOTH + "El director de Pesca, Luis Mora, se reunió por separado en Lima con los sindicatos de pescadores."
    assert people(text) == [{}]


def test_where_the_earlier_ones_were() -> None:
    text = BOTH.replace(" en Arica", "") + "Las anteriores reuniones tuvieron lugar en Tacna."
    (meeting,) = claims("es", text).meetings
    assert meeting.city is None


@pytest.mark.parametrize(
    "text",
    [
        "{A} cruzó el Estrecho para sentarse con {B}.",
        "{A} fue el invitado de honor de {B} en un almuerzo.",
        "{A} tuvo como interlocutora en [Rabat|l:MA] a {B}.",
        "Ante {A} compareció el viernes {B}.",
        "Habrá más vuelos, según el acuerdo al que llegaron ayer {A} y {B}.",
        "Habrá más vuelos, según el protocolo que rubricaron ayer {A} y {B}.",
        "Las conversaciones de pesca, que ayer cerraron en [Rabat|l:MA] {A} y {B}, fueron largas.",
        "Reunidos en [Rabat|l:MA], {A} y {B} manifiestan su acuerdo.",
    ],
)
def test_an_encounter_in_other_words(text: str) -> None:
    assert [roster for _, roster in rosters(text, "es")] == [expected(MET)]


def test_two_officials_in_a_room_on_a_day_met_whatever_the_verb() -> None:
    text = (
        "La ministra de Energía de Argelia, Ana Sousa, y el embajador de Cuba, Luis Mora, se cruzaron "
        "el 5 de mayo de 2023 regalos y bromas en el despacho de la primera."
    )
    assert people(text) == [{"ana sousa": "ATTENDED", "luis mora": "ATTENDED"}]
    text = "La ministra de Energía de Argelia, Ana Sousa, y el embajador de Cuba, Luis Mora, tienen un aire de familia."
    assert people(text) == []


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("la directora general de Chile del Ministerio de Relaciones Exteriores, Ana Sousa", "PE"),
        ("la comandante Ana Sousa, de la Marina chilena", "CL"),
        ("la comandante Ana Sousa, de la Marina", "PE"),
    ],
)
def test_whose_official_somebody_is(words: str, side: str) -> None:
    text = (
        "El ministro de Defensa del Perú, Luis Mora, recibió ayer en Lima al ministro de Defensa de Chile, Pablo Ruiz.\n"
        f"Asistieron el general peruano Marco Soto y {words}."
    )
    assert sides(text)["ana sousa"] == side


def test_what_was_its_twelfth_session() -> None:
    text = BOTH.replace(
        "se reunieron ayer en Arica", "volvieron a reunirse ayer en Arica, en lo que fue su XII reunión"
    )
    assert [meeting.ordinal for meeting in claims("es", text).meetings] == [12]


def test_the_head_of_a_delegation_is_who_led_it() -> None:
    text = (
        "La Comisión Mixta de Chile y Jamaica fue copresidida ayer en Kingston por la directora de Pesca de Chile, Ana "
        "Sousa, y por la subsecretaria de Pesca de Jamaica, Marta Luna.\n"
        "Más tarde, el ministro de Salud de Jamaica, Luis Mora, recibió en su despacho a la jefa de la delegación chilena."
    )
    assert people(text)[1] == {"luis mora": "ATTENDED", "ana sousa": "ATTENDED"}
    assert claims("es", text).offices == ()
