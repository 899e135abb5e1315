"""How Spanish texts tell of a visit's further meetings, of delegations and of meetings that did not come about."""

from __future__ import annotations

import pytest

from tests.unit.test_circumstances import claims

TALKS = (
    "Chile y Corea celebraron ayer en Santiago la III Reunión de Consultas Políticas.\nLa delegación chilena estuvo "
    "encabezada por la subsecretaria de Relaciones Exteriores, Ana Sousa, y {the_other} el viceministro de Asuntos "
    "Políticos, Omar Said.\n"
)
MET = "El canciller de Chile, Luis Mora, se reunió el lunes en Santiago con la ministra de Pesca de Omán, Ana Said.\n"
CALLED = "El canciller de Chile, Luis Mora, conversó ayer con la canciller del Perú, Ana Sousa.\n"
OFF = "La reunión de la Comisión Mixta, que debía realizarse el martes en Lima, {what}.\n"


def attended(text: str) -> list[set[str]]:
    """Return the people of each meeting."""
    found = claims("es", text)
    return [{p.person for p in found.participants if p.meeting == meeting.key} for meeting in found.meetings]


@pytest.mark.parametrize(
    "the_other",
    ["la coreana por", "la coreana, por", "la coreana fue liderada por", "la coreana estuvo a cargo de"],
)
def test_the_other_delegation(the_other: str) -> None:
    found = claims("es", TALKS.format(the_other=the_other).replace("de el", "del"))
    assert {p.person: p.country for p in found.participants} == {"ana sousa": "CL", "omar said": "KR"}


@pytest.mark.parametrize(
    "text",
    [
        "Finalizada la reunión, el viceministro Said fue recibido por el canciller Luis Mora.",
        "El viceministro Said mantuvo, en la misma fecha, un encuentro con el ministro de Energía, Luis Mora.",
    ],
)
def test_who_led_a_delegation_then_saw_another(text: str) -> None:
    talks = TALKS.format(the_other="la coreana por")
    assert attended(talks + text) == [{"ana sousa", "omar said"}, {"omar said", "luis mora"}]


@pytest.mark.parametrize(
    "text",
    [
        "Más temprano, el presidente de la República, Pablo Ruiz, recibió a Said en el palacio.",
        "Por la tarde, el ministro de Energía de Chile, Pablo Ruiz, recibió a la ministra omaní.",
        "En horas de la tarde, el ministro de Energía de Chile, Pablo Ruiz, recibió a la funcionaria omaní.",
        "El martes, la ministra omaní había sido recibida por el presidente de la República, Pablo Ruiz.",
    ],
)
def test_another_host_on_the_same_visit(text: str) -> None:
    assert attended(MET + text) == [{"luis mora", "ana said"}, {"pablo ruiz", "ana said"}]


def test_the_minister_of_a_country_is_no_colleague_of_hers() -> None:
    text = (
        "La ministra de Salud, Ana Sousa, y el ministro de Hidrocarburos y Minas de Argelia, Omar Said, se reunieron "
        "ayer en Caracas.\nEl ministro argelino fue recibido el lunes por la presidenta de Venezuela, Marta Luna."
    )
    assert attended(text)[-1] == {"omar said", "marta luna"}


def test_half_a_name_with_a_hyphen_is_the_same_persons() -> None:
    text = (
        "El ministro de Comercio de Cuba, Óscar Pérez-Oliva Mora, se reunió ayer en Lima con la ministra de Pesca del "
        "Perú, Ana Sousa.\nMás tarde, Pérez-Oliva fue recibido por el presidente del Perú, Pablo Ruiz."
    )
    assert attended(text)[-1] == {"oscar perez oliva mora", "pablo ruiz"}


@pytest.mark.parametrize(
    "text",
    [
        OFF.format(what="fue postergada")
        + "En el encuentro, el canciller del Perú, Luis Mora, iba a plantear a su par chilena Ana Sousa la pesca.",
        OFF.format(what="no se llevará a cabo")
        + "En el encuentro, el canciller del Perú, Luis Mora, y la canciller de Chile, Ana Sousa, abordarían la pesca.",
        "En la cita, el canciller del Perú, Luis Mora, tenía previsto plantear a su par chilena Ana Sousa la pesca.",
        (
            "El encuentro entre el canciller del Perú, Luis Mora, y la canciller de Chile, Ana Sousa, será una buena "
            "oportunidad para hablar de la pesca."
        ),
    ],
)
def test_no_meeting_came_about(text: str) -> None:
    assert claims("es", text).meetings == ()


@pytest.mark.parametrize(
    "text",
    [
        "El diálogo telefónico duró media hora.",
        "Tras la llamada, el Gobierno difundió una nota.",
        "La llamada se produjo a petición de Lima.",
        "Mora agradeció la llamada y el gesto.",
    ],
)
def test_talks_turn_out_to_have_been_a_call(text: str) -> None:
    assert claims("es", CALLED + text).meetings == ()


@pytest.mark.parametrize("text", ["El diálogo duró media hora.", "Tras la cita, el Gobierno difundió una nota."])
def test_talks_were_none(text: str) -> None:
    assert attended(CALLED + text) == [{"luis mora", "ana sousa"}]


@pytest.mark.parametrize(
    "text",
    [
        (
            "El ministro de Seguridad de Panamá, Luis Mora, fue anfitrión ayer de la reunión de Panamá y Colombia.\n"
            "Participó por Panamá el director Pablo Ruiz, y por Colombia la directora Ana Sousa."
        ),
        (
            "Panamá y Colombia celebraron ayer una reunión, que presidió el ministro de Panamá, Luis Mora.\n"
            "En la apertura del encuentro hablaron el director Pablo Ruiz y la directora Ana Sousa."
        ),
    ],
)
def test_who_hosted_and_who_spoke(text: str) -> None:
    assert attended(text) == [{"luis mora", "pablo ruiz", "ana sousa"}]


@pytest.mark.parametrize(
    ("title", "side"),
    [
        ("director adjunto del Servicio Europeo de Acción Exterior", "EU"),
        ("viceministro de Seguridad Interna", None),
        ("secretario de Seguridad Interna", "US"),
    ],
)
def test_whose_an_office_is(title: str, side: str | None) -> None:
    (person,) = claims("es", f"Habló el {title}, Luis Mora.").persons
    assert person.roles[0].country == side


def test_who_received_them_for_the_host() -> None:
    text = (
        "Una delegación de Belarús, encabezada por el viceministro de Salud, Omar Said, sostuvo ayer un encuentro con "
        "autoridades en Managua.\nPor parte de Nicaragua recibieron a los representantes de Belarús el canciller Luis "
        "Mora y la ministra de Salud, Ana Sousa."
    )
    found = {p.person: p.country for p in claims("es", text).participants}
    assert found == {"omar said": "BY", "luis mora": "NI", "ana sousa": "NI"}


def test_a_purpose_that_opens_the_sentence_ends_at_its_comma() -> None:
    text = (
        "Con el fin de vigilar la frontera, funcionarios de la policía de Colombia y de la policía de Brasil "
        "sostuvieron ayer un encuentro en Leticia.\nEn la reunión tomó parte la cónsul de Brasil, Ana Sousa."
    )
    assert [meeting.parties for meeting in claims("es", text).meetings] == [("BR", "CO")]


def test_a_towns_own_board_is_no_meeting_of_two_countries() -> None:
    text = (
        "La sesión fue copresidida por la delegada del Gobierno, Ana Sousa, y el presidente de la Ciudad, Luis Mora.\n"
        "Sousa destacó la coordinación con la policía de Marruecos."
    )
    assert claims("es", text).meetings == ()


def test_a_managing_director_of_the_unions_service_holds_an_office() -> None:
    text = (
        "La Unión Europea y el Perú celebraron ayer en Bruselas un diálogo.\nEl diálogo estuvo copresidido por Luis "
        "Mora, director gerente para las Américas del Servicio Europeo de Acción Exterior, y por la viceministra del "
        "Perú, Ana Sousa."
    )
    found = {p.person: (p.country, p.relation) for p in claims("es", text).participants}
    assert found == {"luis mora": ("EU", "CO_CHAIRED"), "ana sousa": ("PE", "CO_CHAIRED")}
