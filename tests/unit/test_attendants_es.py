"""Who met and who was there in Spanish: relative clauses, encounters as the subject, who spoke and who came along."""

from __future__ import annotations

import pytest

from tests.unit.test_participation import CHAIRED, MET, expected, rosters

SESSION = "La sesión fue presidida por {A} y {B}.\n"
TOLD = "{A} llegó [ayer|d:2024-05-07].\n"


@pytest.mark.parametrize(
    "text",
    [
        # "with whom" and what was done
        "{A} acudió al ministerio de {B}, con quien abordó la pesca.",
        "El primero en llegar fue {A}, con quien {B} trató la pesca.",
        "En la sede aguardaba {B}, con la que {A} repasó la agenda.",
        "{A} visitó el puerto, donde saludó a {B}, con quien negoció el paso.",
        "{A} agradeció la acogida de {B}, con quien acordó reabrir el paso.",
        "{A} elogió a {B}, con el que firmó un convenio.",
        "{A} llegó a la oficina de {B}, con quien pasó revista a los proyectos.",
        # who came to do it
        "{A} vino a conocer a {B}.",
        "{A} pasó a despedirse de {B}.",
        "{A} fue a ver a {B} a su despacho.",
        "{A} se acercó al ministerio a presentar sus respetos a {B}.",
        "{A} salió satisfecha del palacio, adonde vino a conocer a {B}.",
        # when, before with whom
        "{A} se reunió por separado con {B}.",
        "{A} se reunió luego con {B}.",
        # a phrase between commas
        "{A} hizo entrega [ayer|d:2024-05-07], en el palacio, de sus cartas credenciales a {B}.",
        "{A} dio ayer, en la sede del ministerio, la bienvenida a {B}.",
        "{A} ofreció anoche, en el palacio, una cena a {B}.",
        # the encounter as the subject
        TOLD + "La primera fue una cita con {B}.",
        TOLD + "El encuentro con {B} versó sobre la pesca.",
        TOLD + "Menos concreta fue la cita con {B}.",
        TOLD + "Con {B}, la conversación se centró en la pesca.",
        TOLD + "Siguió una reunión con {B}.",
        TOLD + "Hubo también un encuentro con {B}.",
    ],
)
def test_who_met_whom(text: str) -> None:
    assert [people for _, people in rosters(text, "es")] == [expected(MET)]


@pytest.mark.parametrize(
    "text",
    [
        "{A} elogió a {B}, con quien nunca habló.",
        "{A} elogió a {B}, con quien se reunirá el jueves.",
        "{A} elogió a {B}, con quien compartió gabinete.",
        "{A} elogió a {B}, con quien habló por teléfono.",
        "{A} elogió a {B}, con la que mantuvo una disputa.",
        "{A} iba a venir a conocer a {B}.",
        "{A} no vino a ver a {B}.",
        "No hubo encuentro con {B}, según {A}.",
        TOLD + "Fue aplazada la reunión con {B}.",
        TOLD + "La reunión con {B} será el jueves.",
        TOLD + "La próxima reunión con {B} tratará de pesca.",
        TOLD + "Con {B}, la conversación telefónica giró en torno a la pesca.",
        "Funcionarios de [España|c:ES] y [Marruecos|c:MA] repasaron por teléfono la cooperación.",
        "Funcionarios de [España|c:ES] y [Marruecos|c:MA] analizarán la pesca.",
        "Los gobiernos de [España|c:ES] y [Marruecos|c:MA] acordaron la pesca.",
        "Las empresas de [España|c:ES] y [Marruecos|c:MA] analizaron la pesca.",
    ],
)
def test_what_lies_ahead_or_was_no_encounter(text: str) -> None:
    assert not rosters(text, "es")


@pytest.mark.parametrize(
    "text",
    [
        "Funcionarios de [España|c:ES] y [Marruecos|c:MA] repasaron [ayer|d:2024-05-07] la cooperación.",
        "Delegaciones de [España|c:ES] y de [Marruecos|c:MA] analizaron la pesca.",
        "Las autoridades [españolas|c:ES] y [marroquíes|c:MA] intercambiaron experiencias.",
        "Mandos policiales de [España|c:ES] y [Marruecos|c:MA] estudiaron la frontera.",
    ],
)
def test_officials_of_two_countries_whom_nobody_names_met(text: str) -> None:
    assert [parties for parties, _ in rosters(text, "es")] == ["ES MA"]


@pytest.mark.parametrize(
    "text",
    [
        "{C} y {D} integraron la delegación [marroquí|c:MA].",
        "{C} y {D} completaron el equipo local.",
        "Presenciaron la firma {C} y {D}.",
        "Asistieron a la firma {C} y {D}.",
        "La nómina de asistentes la completaron {C} y {D}.",
        "[Marruecos|c:MA] desplazó, entre otros, a {C} y a {D}.",
        "La sesión se abrió con una exposición a cargo de {C} y {D}.",
        "Las palabras de apertura las pronunciaron {C} y {D}.",
        "La relatoría estuvo a cargo de {C} y {D}.",
        "{C} y {D} explicaron a los delegados el plan.",
        "{C}, el anfitrión, acudió con {D}.",
        "{C} estuvo acompañado por {D}.",
    ],
)
def test_who_was_there(text: str) -> None:
    [(_, found)] = rosters(SESSION + text, "es")
    assert found == expected(CHAIRED) | {"morel": "ATTENDED", "torres": "ATTENDED"}


@pytest.mark.parametrize(
    "text",
    [
        "{C} se excusó por enfermedad.",
        "{C} presentó ayer ante el Congreso su informe.",
        "{C} felicitó a los asistentes en un mensaje.",
        "{C} explicó a los diputados el acuerdo.",
        "La próxima sesión estará a cargo de {C}.",
        "[Marruecos|c:MA] envió una carta a {C}.",
    ],
)
def test_who_was_not(text: str) -> None:
    assert [people for _, people in rosters(SESSION + text, "es")] == [expected(CHAIRED)]


def test_a_session_named_before_its_verb_is_chaired_by_who_follows() -> None:
    [(_, found)] = rosters("{A} se reunió con {B}.\nLa reunión la moderó, en calidad de presidenta, {B}.", "es")
    assert found == {"idrissi": "ATTENDED", "ferrer": "CO_CHAIRED"}


def test_who_came_to_an_encounter_and_who_chaired_it_are_its_two_sides() -> None:
    came = "{A} asistió [ayer|d:2024-05-07] al encuentro de autoridades marítimas.\n"
    [(parties, found)] = rosters(came + "La reunión la condujo {B}.", "es")
    assert (parties, found) == ("ES MA", {"idrissi": "ATTENDED", "ferrer": "CO_CHAIRED"})
    assert not rosters("{A} asistirá [ayer|d:2024-05-07] al encuentro.\n{B} saludó el plan.", "es")


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("{A} sostuvo su primera sesión de trabajo con las autoridades migratorias [españolas|c:ES].", "ES MA"),
        ("{A} se reunió con fiscales de [España|c:ES].", "ES MA"),
        ("{A} abrió ayer, a primera hora, las puertas de su despacho a un equipo de [España|c:ES].", "ES MA"),
        ("{A} se reunió con la diáspora [marroquí|c:MA] en [Madrid|l:ES].", ""),
        ("{A} se reunió con empresarios de [España|c:ES].", ""),
    ],
)
def test_officials_whom_nobody_names_are_the_other_end(text: str, parties: str) -> None:
    assert " ".join(found for found, _ in rosters(text, "es")) == parties


def test_who_is_named_next_is_of_the_group_that_was_met() -> None:
    met = "{A} se reunió [ayer|d:2024-05-07] con las autoridades [españolas|c:ES].\n"
    [(_, found)] = rosters(met + "{A} conversó con {C} y con {D}.", "es")
    assert set(found) == {"idrissi", "morel", "torres"}


def test_who_came_to_see_an_official_of_no_listed_title() -> None:
    text = "{A} fue agasajado en el palacio por la síndica general, {B}."
    assert [people for _, people in rosters(text, "es")] == [expected(MET)]
