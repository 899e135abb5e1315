"""Encounters as Spanish-language pages and wires tell them: in what somebody said, beside other talks; invented people."""

from __future__ import annotations

import pytest

from etl.clean.article import find_article
from tests.unit.test_circumstances import claims

_HEAD = "Lima, 5 de mayo de 2023\n\n"
_ITEM = "el canciller de Chile, Pablo Rojas"


def told(text: str) -> list[tuple[str, str, str | None]]:
    """Return who did what for which side, at any meeting of a text."""
    return sorted((p.relation, p.person, p.country) for p in claims("es", f"{_HEAD}{text}").participants)


_TWO = [("ATTENDED", "jorge salas", "PE"), ("ATTENDED", "pablo rojas", "CL")]
_CHAIRS = [("CO_CHAIRED", "jorge salas", "PE"), ("CO_CHAIRED", "pablo rojas", "CL")]


@pytest.mark.parametrize(
    "said",
    [
        "informó este martes que se reunió con",
        "contó anoche, en un mensaje breve, que se reunió aparte con",
        "escribió en su cuenta de X que sostuvo una reunión con",
        "dio a conocer que el lunes mantuvo un encuentro con",
        "señaló en un comunicado que ayer mantuvo un encuentro con",
        "manifestó a la prensa, al término de la jornada, que conversó con",
    ],
)
def test_what_somebody_said_they_did(said: str) -> None:
    text = f"El canciller del Perú, Jorge Salas, {said} {_ITEM}, en la capital peruana."
    assert told(text) == _TWO
    assert claims("es", f"{_HEAD}{text}").meetings[0].ordinal is None


@pytest.mark.parametrize(
    "said",
    [
        "anunció la firma de un acuerdo que se suscribió en 2019 con",
        "informó este martes que se reunirá la próxima semana con",
        "dijo en un comunicado que habló por teléfono con",
    ],
)
def test_what_somebody_said_of_something_else(said: str) -> None:
    assert told(f"El canciller del Perú, Jorge Salas, {said} {_ITEM}.") == []


@pytest.mark.parametrize(
    "text",
    [
        "En la sesión, liderada por el canciller del Perú, Jorge Salas, y {item}, se aprobó el acta.",
        "En la reunión, encabezada por el canciller del Perú, Jorge Salas, y {item}, se aprobó el acta.",
    ],
)
def test_chairs_of_an_opening(text: str) -> None:
    assert told(text.format(item=_ITEM)) == _CHAIRS


def test_sides_behind_pairs() -> None:
    text = (
        "El canciller del Perú, Jorge Salas, y el canciller de Chile, Pablo Rojas, se reunieron este jueves. "
        "En la reunión tomaron parte la señora Ana Quiroz y el señor Luis Tapia, por Chile, "
        "y la señora Rosa Medina y el señor Hugo Paz, por el Perú."
    )
    sides = {person: side for _, person, side in told(text)}
    assert sides == {
        "jorge salas": "PE", "pablo rojas": "CL", "ana quiroz": "CL", "luis tapia": "CL",
        "rosa medina": "PE", "hugo paz": "PE",
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        # no meeting is led: ties, a taking of office
        (
            "El canciller del Perú, Jorge Salas, y {item}, se reunieron este jueves.\n\nEn la reunión las partes elogiaron "
            "los lazos que unen a los dos países bajo la dirección del presidente Raúl Vera."
        ),
        (
            "El canciller del Perú, Jorge Salas, se reunió con {item}, con ocasión de la asunción de Raúl Vera a la "
            "presidencia del Uruguay."
        ),
        # an earlier meeting, in an aside
        (
            "El canciller del Perú, Jorge Salas, y {item}, celebraron ayer una reunión, uno de los pasos que fijaron en "
            "marzo, en la entrevista que sostuvieron el presidente Raúl Vera y el presidente Mario Soto."
        ),
        # private people
        (
            "El canciller del Perú, Jorge Salas, se reunió en Santiago con {item}. Conversó, además, con el director de la "
            "Fundación Mar Abierto, Raúl Vera, y con la investigadora Lía Soto."
        ),
    ],
)
def test_bystanders(text: str) -> None:
    assert [(r.replace("CO_CHAIRED", "ATTENDED"), p, c) for r, p, c in told(text.format(item=_ITEM))] == _TWO


def test_a_border_names_no_party() -> None:
    text = (
        "Jueces paraguayos mantuvieron el jueves una reunión con una misión de la policía francesa en Encarnación, "
        "ciudad limítrofe con Argentina. Por Francia estuvo el agregado Luc Morel."
    )
    assert [m.parties for m in claims("es", f"Asunción, 5 de mayo de 2023\n\n{text}").meetings] in ([], [("FR", "PY")])


def test_a_group_behind_when_and_where() -> None:
    text = (
        "El canciller del Perú, Jorge Salas, recibió este martes en la sede de la Cancillería a una misión del "
        "Gobierno de Chile. La embajadora de Chile en el Perú, Paula Rojas, encabezó la delegación."
    )
    assert told(text) == [("ATTENDED", "jorge salas", "PE"), ("ATTENDED", "paula rojas", "CL")]


def test_offices_of_both_countries() -> None:
    text = (
        "Perú y Chile celebraron este jueves la IV Reunión del Comité de Fronteras.\n\n"
        "El encuentro estuvo presidido por los viceministros de Defensa de ambos países."
    )
    offices = claims("es", f"{_HEAD}{text}").offices
    assert sorted((o.role.office, o.role.country) for o in offices) == [
        ("vice-minister:defence", "CL"), ("vice-minister:defence", "PE"),
    ]  # fmt: skip


def test_both_of_them_met_a_third() -> None:
    text = (
        "La procuradora general del Perú, Ana Quiroz, sostuvo el jueves una reunión con el fiscal nacional de Chile, "
        "Pablo Rojas.\n\nAmbos fiscales se reunieron con la presidenta de la Corte Suprema del Perú, Rosa Medina."
    )
    meetings = claims("es", f"{_HEAD}{text}")
    last = meetings.meetings[-1].key
    assert sorted(p.person for p in meetings.participants if p.meeting == last) == [
        "ana quiroz", "pablo rojas", "rosa medina",
    ]  # fmt: skip


def test_a_comment_field_ends_no_text() -> None:
    page = (
        "El jefe de la Policía ha mantenido un encuentro con el jefe de la Policía de Togo en la sede central "
        "de la institución, según una nota.\n\nFecha: 21/05/2015\nComentario:\n\n"
        "Los dos jefes han hablado de las redes de tráfico y de los equipos conjuntos que trabajan en los puertos."
    )
    assert any("redes de tráfico" in page[block.start : block.end] for block in find_article(page).blocks)


def test_the_day_a_writer_joined_is_no_date_of_the_text() -> None:
    page = (
        "Foro de la Mar\n\nVeterano\nMensajes : 240\nFecha de alta : 09/05/2011\n\nVie 14 Mar 2014 - 19:42\n\n"
        "El ministro de Defensa recibió esta mañana a su homólogo de Togo, que cumple una visita oficial al país."
    )
    assert str(find_article(page).published.first) == "2014-03-14"  # type: ignore[union-attr]  # it has one


def test_credentials_are_received_one_by_one() -> None:
    text = (
        "El presidente del Perú, Raúl Vera, recibió este jueves las cartas credenciales de dos embajadores. "
        "Los diplomáticos que las presentaron fueron:\n\n- Noruega: Tora Dahl, que antes fue cónsul en Recife\n"
        "- Marruecos: Nadia Bench\n"
    )
    assert [m.parties for m in claims("es", f"{_HEAD}{text}").meetings] == [("NO", "PE"), ("MA", "PE")]


@pytest.mark.parametrize("surname", ["Umaña", "Cárdenas", "Rojas"])
def test_a_given_name_that_is_a_country(surname: str) -> None:
    text = f"El canciller del Perú, Mauricio {surname}, se reunió con {_ITEM}."
    assert [m.parties for m in claims("es", f"{_HEAD}{text}").meetings] == [("CL", "PE")]
    assert len(told(text)) == len(_TWO)


def test_opened_beside_a_guest_of_that_country() -> None:
    text = (
        "La viceministra del Perú, Ana Quiroz, instaló este día la II Reunión de Consultas Políticas con Chile, "
        "junto al director general para América Latina de ese país, Pablo Rojas."
    )
    assert told(text) == [("ATTENDED", "ana quiroz", "PE"), ("ATTENDED", "pablo rojas", "CL")]


def test_who_led_the_other_side() -> None:
    text = (
        "La canciller del Perú, Ana Quiroz, encabezó la delegación que asistió a la III Reunión de Consultas Políticas "
        "con Chile, cuya contraparte fue presidida por el viceministro Pablo Rojas."
    )
    assert told(text) == [("ATTENDED", "ana quiroz", "PE"), ("ATTENDED", "pablo rojas", "CL")]
