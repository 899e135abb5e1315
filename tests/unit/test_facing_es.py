"""Spanish encounters told with verbs that no list knows, or with those before them in any order; invented people."""

from __future__ import annotations

import pytest

from tests.unit.test_circumstances import claims

_HOST = "la ministra ghanesa de Pesca, Ama Annor"
_GUEST = "el ministro togolés de Pesca, Yao Soler"
_MET = {"ama annor": "ATTENDED", "yao soler": "ATTENDED"}
_CHAIRED = dict.fromkeys(_MET, "CO_CHAIRED")
_DATE = "8 de mayo de 2024\n\n"


def relations(text: str) -> list[dict[str, str]]:
    """Return what each person did, meeting by meeting."""
    told = text.format(A=_HOST, B=_GUEST, M="Comisión Mixta de Pesca")
    found = claims("es", _DATE + told[0].upper() + told[1:])
    return [{p.person: p.relation for p in found.participants if p.meeting == m.key} for m in found.meetings]


@pytest.mark.parametrize(
    "text",
    [
        # whom somebody faced, whatever they did
        "{A}, se demoró el lunes en Accra con {B}.",
        "{A} paseó el lunes por el puerto de Accra con {B}.",
        "{A} ha retomado este lunes en Accra las conversaciones con {B}.",
        # two who did something together on a day and at a place
        "{A} y {B} acercaron posturas el lunes en Accra.",
        "{A} y {B} brindaron el lunes en Accra por la amistad.",
        # who came stands behind the verb, what for behind them
        "Hasta el palacio llegó el lunes en Accra {B}, para saludar a {A}.",
        "Vino el lunes a Accra {B} para entrevistarse con {A}.",
        # the talks first, then who saw whom
        "En la reunión, que se celebró el lunes en Accra, {A} recibió a {B}.",
        "Anfitriona de la cita, que se celebró el lunes en Accra, {A} sentó a su mesa a {B}.",
        "Fue en Accra donde {A} y {B} se reunieron el lunes.",
        # verbs and nouns
        "{A} vio el lunes en Accra a {B}.",
        "{A} conoció en persona, este lunes en Accra, a {B}.",
        "{A} visitó el lunes en Accra a {B}.",
        "{A} analizó el lunes en Accra la temporada junto a {B}.",
        "{A} tuvo el lunes en Accra como interlocutor a {B}.",
        "{A} dio el lunes en Accra una calurosa acogida a {B}.",
        "{A} hizo en Accra un repaso de la temporada con {B}.",
        "{A} estuvo el lunes en Accra reunida con {B}.",
        "{B} fue invitado el lunes a la mesa de {A} en Accra.",
        "{B} se despidió el lunes en Accra de {A} al término de su misión.",
        "{A} agasajó el lunes con una cena, en Accra, a la comitiva que preside {B}.",
        "La pesca fue uno de los temas que abordaron el lunes en Accra {A} y {B}.",
        "La reunión del lunes en Accra tuvo como protagonistas a {A} y a {B}.",
        "La jornada del lunes en Accra tuvo como ponentes a {A} y a {B}.",
        "De izquierda a derecha, el lunes en Accra, {A} y {B}.",
        "De la mano de {A}, {B} conoció el lunes el puerto de Accra.",
        # who led their own delegations chaired nothing
        "Las secciones ghanesa y togolesa de la {M}, presididas por {A} y {B}, se reunieron el lunes en Accra.",
    ],
)
def test_who_met_whom(text: str) -> None:
    assert relations(text) == [_MET]


@pytest.mark.parametrize(
    "text",
    [
        "La conducción de la {M}, el lunes en Accra, estuvo en manos de {A} y {B}.",
        "La {M}, con {A} y {B} al frente, concluyó el lunes en Accra.",
        "La {M}, a cuyo frente estuvieron {A} y {B}, concluyó el lunes en Accra.",
        "Con la presidencia conjunta de {A} y {B}, se celebró el lunes en Accra la {M}.",
        "A {A} y a {B} les correspondió presidir el lunes en Accra la {M}.",
        "{A} encabezó el lunes, en Accra, junto con {B}, la {M}.",
        "{A} y {B} encabezaron el lunes, en el puerto de Accra, la reunión de la {M}.",
    ],
)
def test_who_chaired(text: str) -> None:
    assert relations(text) == [_CHAIRED]


@pytest.mark.parametrize(
    "behind",
    [
        "A la reunión se sumó después Rosa Vega.",
        "Asistió a la reunión, celebrada a puerta cerrada, Rosa Vega.",
        "Como testigo de honor asistió Rosa Vega.",
        "Con él viajó Rosa Vega.",
        "Iba con él la asesora Rosa Vega.",
        "En la cita figuró a su lado Rosa Vega.",
        "Del encuentro fue testigo Rosa Vega.",
        "Fue una cita en la que también estuvo Rosa Vega.",
        "Se conectó desde Lomé la asesora Rosa Vega.",
    ],
)
def test_who_was_there_too(behind: str) -> None:
    assert relations("{A} recibió el lunes en Accra a {B}. " + behind) == [_MET | {"rosa vega": "ATTENDED"}]


def test_who_accompanied_somebody_at_both_meetings() -> None:
    text = (
        "{A} recibió el lunes en Accra a {B}. Más tarde, {A} recibió a la ministra chilena de Pesca, Rosa Vega. "
        "Acompañaba a Annor en ambas reuniones la asesora Efua Boateng."
    )
    there = {"ama annor": "ATTENDED", "efua boateng": "ATTENDED"}
    assert relations(text) == [there | {"yao soler": "ATTENDED"}, there | {"rosa vega": "ATTENDED"}]


def test_who_did_so_with_another_met_them_apart() -> None:
    text = "{A} departió el lunes en Accra con {B}, y acto seguido lo hizo con la ministra chilena de Pesca, Rosa Vega."
    assert relations(text) == [_MET, {"ama annor": "ATTENDED", "rosa vega": "ATTENDED"}]


def test_delegation_told_by_who_leads_it() -> None:
    text = (
        "Una delegación de la Comisión de Pesca del Parlamento de Togo, que lidera el diputado Yao Soler y de la que "
        "forma parte la legisladora Rosa Vega, fue recibida el lunes en Accra por {A}."
    )
    assert relations(text) == [_MET | {"rosa vega": "ATTENDED"}]


@pytest.mark.parametrize(
    "text",
    [
        "{A} se fotografió el lunes en Accra con el retrato de {B}.",
        "{A} contó el lunes en Accra con el apoyo de {B}.",
        "{A} compartió el lunes en redes sociales un mensaje con {B}.",
        "{A} desmintió haberse reunido el lunes en Accra con {B}.",
        "{A} canceló el lunes en Accra su reunión con {B}.",
        "{A} declinó reunirse el lunes en Accra con {B}.",
        "{A} se solidarizó el lunes en Accra con {B}.",
        "{A} comparó el lunes en Accra su gestión con {B}.",
        "{A} rompió el lunes en Accra con {B}.",
        "{A} visitó el lunes en Accra el museo dedicado a {B}.",
        "{A} y {B} discreparon el lunes en Accra por carta.",
        "{A} y {B} presiden sendas comisiones de pesca.",
        "La {M}, copresidida por {A} y {B}, se celebrará el lunes en Accra.",
    ],
)
def test_what_is_no_encounter(text: str) -> None:
    assert relations(text) == []


def test_in_whose_place_somebody_came_was_not_there() -> None:
    text = "En reemplazo de {B}, la viceministra togolesa de Pesca, Rosa Vega, se reunió el lunes en Accra con {A}."
    assert relations(text) == [{"ama annor": "ATTENDED", "rosa vega": "ATTENDED"}]
