"""Encounters as Spanish tells them: verbs with whom they have as their object, with whom, and before their subject."""

from __future__ import annotations

import pytest

from etl.extract import claims
from tests.marked import read_marked
from tests.unit.test_participation import CHAIRED, MET, expected, marked, rosters


@pytest.mark.parametrize(
    "text",
    [
        # who sits down, or embraces, or has coffee with somebody
        "{A} se ha sentado con {B}.",
        "{A} y {B} se han sentado a la misma mesa.",
        "{A} se abrazó en la escalinata con {B}.",
        "{A} tomó un café con {B}.",
        "{A} y {B} se han dado cita en [Rabat|l:MA].",
        "{A} y {B} han compartido mesa.",
        # a host and a guest
        "{A} ha ejercido de anfitrión de {B}.",
        "{A} tuvo como invitada a {B}.",
        "{A} ha dado la bienvenida a {B}.",
        "{A} ofreció una cena en honor de {B}.",
        "{A} abrió las puertas de su despacho a {B}.",
        "{A} saluda a {B} a su llegada al ministerio.",
        "{B} fue atendida por {A}.",
        "{B} voló a [Rabat|l:MA], donde la recibió {A}.",
        "{B} presentó sus cartas credenciales a {A}.",
        "{A} tuvo un almuerzo con {B}.",
        "{A} mantuvo una bilateral con {B}.",
        "Reunida con {B}, {A} habló de pesca.",
        "{A} agradeció a {B}, con quien se reunió [ayer|d:2024-05-07], su apoyo.",
        "{A} cursó una visita de cortesía a {B}.",
        # who could, or took the chance
        "{A} pudo conversar con {B}.",
        "{A} tuvo oportunidad de departir con {B}.",
        "{A} aprovechó su estancia en [Madrid|l:ES] para entrevistarse con {B}.",
        "{A} ha vuelto a verse con {B}.",
        # the imperfect of the press
        "{A} recibía [ayer|d:2024-05-07] a {B}.",
        "{A} se reunía [ayer|d:2024-05-07] con {B}.",
        # what one does with another
        "{A} conversó sobre pesca con {B}.",
        "{A} ha acordado con {B} reabrir el paso.",
        "{A} repasó los asuntos pendientes con {B}.",
        "{A} cambió impresiones con {B}.",
        "{A} firmó [ayer|d:2024-05-07], junto a {B}, un convenio.",
        "{A} respondió a las preguntas en una rueda de prensa junto a {B}.",
        # what two do together
        "{A} y {B} analizan la situación.",
        "{A} y {B} han pasado revista a la cooperación.",
        "{A} y {B} se han comprometido a cooperar.",
        "{A} y {B} protagonizaron un encuentro en [Rabat|l:MA].",
        "{A} y {B} se dieron la mano.",
        "{A} y {B} cenaron en [Rabat|l:MA].",
        "{A} y {B} alcanzaron un acuerdo.",
        "{A} y {B} renovaron su compromiso.",
        "{A} y {B} se mostraron juntos ante la prensa.",
        "{A} y {B} fueron testigos de la firma de tres convenios.",
        # the two behind their verb
        "Así lo han acordado {A} y {B}.",
        "El paso reabrirá, según convinieron [ayer|d:2024-05-07] {A} y {B}.",
        "Firmaron el convenio {A} y {B}.",
        "El convenio lleva la firma de {A} y {B}.",
        "Durante la reunión que mantuvo con {B}, {A} habló de pesca.",
        "{A} abrió su agenda con una reunión con {B}.",
        "Fue productiva la reunión que sostuvieron {A} y {B}.",
        # a relative clause with its subject ahead of its verb
        "Poco ha trascendido de la cita que {A} tuvo [ayer|d:2024-05-07] en el palacio con {B}.",
        "La entrevista que la víspera celebró {A} con {B} duró una hora.",
        "{A} cerró la gira con una visita al ministerio, en la que dialogó largamente con {B}.",
        "{A} convocó a la prensa y a {B}, con la que departió una hora.",
        # who went where, and was received there
        "{A} acudió [ayer|d:2024-05-07] al palacio, donde fue recibido por {B}.",
        # hosts and guests, gifts and letters
        "{A} fungió como anfitrión de {B}.",
        "{A} sirvió de cicerone a {B}.",
        "{A} tuvo [ayer|d:2024-05-07] a su mesa a {B}.",
        "{A} invitó a almorzar a {B}.",
        "{A} recibió de manos de {B} las cartas credenciales.",
        "{B} hizo entrega a {A} de una carta del rey.",
        "{A} impuso a {B} la medalla del mérito.",
        "{A} hizo un hueco en su agenda para recibir a {B}.",
        # the same day, before what the text has told
        "Previamente, {A} había mantenido en la misma ciudad un encuentro con {B}.",
        "Antes de que llegara la prensa, {A} y {B} habían desayunado a solas.",
        # ahead of their verb
        "Por {A} y {B} fue suscrito un acuerdo de pesca.",
        "Con {A} se reunió [ayer|d:2024-05-07] {B}.",
        "Junto a {A} compareció {B}.",
        # greetings and farewells
        "{B} se despidió de {A} en el aeropuerto.",
        "{A} acudió al aeropuerto para recibir a {B}.",
        "{A} dio la bienvenida en [Rabat|l:MA] a {B}.",
        "{A} se reencontró con {B} en [Rabat|l:MA].",
        "{A} y {B} se saludaron en [Rabat|l:MA].",
        "{A} cruzó unas palabras con {B} en los pasillos.",
        "{A} tuvo un primer contacto en persona con {B}.",
        # what two do at one place
        "{A} y {B} relanzaron la cooperación.",
        "{A} pasó revista con {B} a la cooperación.",
        "{A} y {B} aprovecharon la cumbre para reunirse.",
        "{A} inauguró junto a {B} el puente.",
        "{A} y {B} inauguraron el puente.",
        "{A} y {B} pusieron en común sus planes.",
        "{A} y {B} se vieron a puerta cerrada.",
        "{A} y {B} llevan reunidos desde las nueve.",
        "{A} dijo, luego de intensas negociaciones con {B}, que hay acuerdo.",
        "{A} ha concedido audiencia a {B}.",
        "{A} sentó [ayer|d:2024-05-07] a su mesa de trabajo a {B}.",
        "{A} se dirigió a palacio para reunirse con {B}.",
        "{A} fue el anfitrión este martes de {B}.",
        "{A} dio el pasado lunes la bienvenida a {B}.",
        "El encuentro de {A} con {B} duró una hora.",
    ],
)
def test_an_encounter(text: str) -> None:
    assert rosters(text, "es") == [("ES MA", expected(MET))]


@pytest.mark.parametrize(
    "text",
    [
        "A Idrissi lo secundaron {C} y {D}.",
        "{A} se hizo acompañar por {C} y {D}.",
        "En su comitiva figuran {C} y {D}.",
        "De la delegación formaron parte {C} y {D}.",
        "Integran la comitiva {C} y {D}.",
        "Entre los asistentes se encontraban {C} y {D}.",
        "Al encuentro concurrieron {C} y {D}.",
        "Hicieron acto de presencia {C} y {D}.",
        "Fueron testigos del encuentro {C} y {D}.",
        "La cita, estando presentes {C} y {D}, duró una hora.",
        "Tomaron la palabra también {C} y {D}.",
        "También estaban {C} y {D}.",
        "Formaban la delegación {C} y {D}.",
        "Con {B} viajaron {C} y {D}.",
        "No faltaron a la cita {C} y {D}.",
        "Testigos del encuentro fueron {C} y {D}.",
        "Ocuparon asiento {C} y {D}.",
        "Dijeron presente {C} y {D}.",
        "Se conectaron también {C} y {D}.",
        "Completaron la mesa {C} y {D}.",
        "Entre los asistentes se contaron {C} y {D}.",
        "Hicieron parte de la reunión {C} y {D}.",
        "Junto a Ferrer se hallaban {C} y {D}.",
        "Comparecieron [ayer|d:2024-05-07] {C} y {D}.",
    ],
)
def test_who_else_was_there(text: str) -> None:
    assert rosters("{A} se reunió con {B}.\n" + text, "es") == [("ES MA", expected(f"{MET} morel:a torres:a"))]


def test_for_her_part_is_no_place_beside_somebody() -> None:
    assert rosters("{A} se reunió con {B}.\nPor su lado, {C} criticó la cita.", "es") == [("ES MA", expected(MET))]


@pytest.mark.parametrize("word", ["secretaría", "materia", "minería", "cámara", "Ankara", "humanitaria"])
def test_a_noun_that_ends_like_a_conditional_puts_nothing_ahead(word: str) -> None:
    assert rosters(f"Del encuentro, {word} incluida, hablaron ante la prensa {{A}} y {{B}}.", "es") == [
        ("ES MA", expected(MET))
    ]


@pytest.mark.parametrize(
    "text",
    [
        # what people write together, or to each other
        "{A} firmó una carta conjunta con {B}.",
        "{A} y {B} firman una tribuna en la prensa.",
        "{A} y {B} acordaron por carta retomar los contactos.",
        # a greeting from afar
        "{A} saludó a {B} en un tuit.",
        # what was called off, asked for or lies ahead
        "{A} canceló su reunión con {B}.",
        "{A} no pudo entrevistarse con {B}.",
        "{A} aprovechará la ocasión para reunirse con {B}.",
        "{A} se citó para mayo con {B}.",
        # by telephone
        "{A} revisó por teléfono con {B} la agenda.",
        # long ago
        "{A} y {B} firmaron hace diez años un convenio.",
        "{A} cerró filas con {B}.",
        "{A} trabaja en su despacho con {B} de fondo.",
        "{A} agradeció a {B}, con quien se reunirá, su apoyo.",
        "{A} y {B} anunciaron por separado su dimisión.",
        # what one wants, proposes, announces, rules out or puts off
        "{A} espera ser recibido por {B}.",
        "{A} propuso a {B} un encuentro en [Rabat|l:MA].",
        "{A} emplazó a {B} a una reunión.",
        "{A} anunció una reunión con {B}.",
        "{A} descartó una reunión con {B}.",
        "{A} faltó a su cita con {B}.",
        "La reunión que {A} debía mantener con {B} se aplazó.",
        "La reunión que {A} tendrá mañana con {B} es clave.",
        "La conversación telefónica que {A} mantuvo [ayer|d:2024-05-07] con {B} duró una hora.",
        "{A} viajará a [Madrid|l:ES], donde será recibido por {B}.",
        "Por {A} y {B} será suscrito en mayo un acuerdo.",
        "{A} entregará a {B} una carta.",
        "{A} y {B} coincidieron en criticar la medida.",
        "{A} desmintió la reunión que, según la prensa, mantuvo con {B}.",
        "Nunca {A} se ha reunido con {B}.",
        "{A} intercambió cartas con {B}.",
        "{A} se despidió de {B} en un mensaje.",
        "{A} dio la bienvenida al acuerdo de {B}.",
        "{A} celebró en un tuit el desenlace de la reunión de {B}.",
        "{A} sostuvo en un foro que el encuentro con {B} será útil.",
        "En una entrevista con el diario local, {A} elogió a {B}.",
    ],
)
def test_no_encounter(text: str) -> None:
    assert rosters(text, "es") == []


@pytest.mark.parametrize(
    "text",
    [
        "{A} encabezó, junto con {B}, la reunión de la comisión mixta.",
        "{A} compartió con {B} la presidencia de la sesión.",
        "La sesión, cuya dirección corrió a cargo de {A} y {B}, duró dos horas.",
        "{A} y {B} codirigieron la sesión.",
        "La sesión se celebró bajo la presidencia compartida de {A} y {B}.",
        "Al frente de la sesión estuvieron {A} y {B}.",
        "La sesión fue conducida al alimón por {A} y {B}.",
        "Los copresidentes de la sesión fueron {A} y {B}.",
        "{A} y {B} encabezaron este viernes los trabajos de la sesión.",
        "En la noche del martes se celebró la sesión, liderada conjuntamente por {A} y {B}.",
        "{A} y {B} celebraron la sesión de la comisión mixta, que copresidieron por primera vez.",
    ],
)
def test_who_chaired_together(text: str) -> None:
    assert rosters(text, "es") == [("ES MA", expected(CHAIRED))]


def test_those_in_a_delegation_are_of_its_heads_side() -> None:
    text = "{A} se reunió con {B}, que llegó al frente de una comitiva en la que figuran {C} y {D}."
    found = {p.person: p.country for p in claims(read_marked(marked(text), "es")).participants}
    assert (found["morel"], found["torres"]) == ("ES", "ES")


def test_a_panel_has_a_moderator_and_no_chair() -> None:
    text = "{A} se reunió con {B}.\n{B} ofreció un coloquio con estudiantes de la ciudad, moderado por {C}."
    assert rosters(text, "es") == [("ES MA", expected(MET))]


def test_each_delegation_is_told_by_whom_it_was_led() -> None:
    text = "Al frente del equipo [marroquí|c:MA] se sentó {A}, en tanto que el grupo [español|c:ES] lo dirigió {B}."
    assert rosters(text, "es") == [("ES MA", expected(MET))]


@pytest.mark.parametrize(
    "text",
    [
        "La cita de {A} con {B} no llegó a celebrarse.",
        "{A} y {B} prepararon un encuentro que finalmente no prosperó.",
    ],
)
def test_an_encounter_that_came_to_nothing(text: str) -> None:
    assert rosters(text, "es") == []


def test_an_office_that_somebody_received_in_is_no_guest() -> None:
    text = "{A} recibió ayer a {B}, en su despacho de {C}."
    assert rosters(text, "es") == [("ES MA", expected(MET))]


def test_two_of_a_conference_met_apart() -> None:
    text = (
        "Delegaciones de [España|c:ES], [Marruecos|c:MA] y [Chad|c:TD] se reunieron en [Rabat|l:MA].\n"
        "[España|c:ES] estuvo representada por {B}, quien mantuvo un aparte con {A}."
    )
    assert [parties for parties, _ in rosters(text, "es")] == ["ES MA TD", "ES MA"]


def test_who_chairs_is_no_delegation_of_their_demonym() -> None:
    text = "{B} y {E} celebraron en [Rabat|l:MA] una reunión, que presidió el [marroquí|c:MA] {A}."
    assert [people["idrissi"] for _, people in rosters(text, "es")] == ["CO_CHAIRED"]


def test_others_met_in_passing_are_of_no_encounter_told_before() -> None:
    text = "{A} se reunió con {B}.\nUn día antes, {A} platicó con vecinos de [Tetuán|l:MA]."
    (meeting,) = claims(read_marked(marked(text), "es")).meetings
    assert meeting.city is None


def test_an_encounter_that_a_text_recalls_by_its_day_keeps_it() -> None:
    text = "{A} recibió en su día, el [6 de octubre|d:2023-10-06], a {B}."
    (meeting,) = claims(read_marked(marked(text), "es", "2024-05-08")).meetings
    assert meeting.date is not None
    assert meeting.date.first.isoformat() == "2023-10-06"


def test_somebody_without_an_office_met_a_counterpart() -> None:
    text = "[Amin Saidi|p::] recibió a [su homóloga|k:ES], {B}.\nEn [Marruecos|c:MA] y [Marruecos|c:MA] hay pesca."
    assert [parties for parties, _ in rosters(text, "es")] == ["ES MA"]


def test_who_met_officials_at_home_is_no_foreigner() -> None:
    text = "# [Rabat|l:MA]\n[Amin Saidi|p::canciller] se reunió con {A}.\n[España|c:ES] y [España|c:ES] esperan."
    assert rosters(text, "es") == []


def test_separate_meetings_are_one_with_each_and_who_was_at_both_was_at_each() -> None:
    text = (
        "[Rosa Gil|p:ES:ministra] mantuvo ayer en [Banjul|l:GM] sendas reuniones con [Ali Bari|p:GM:ministro] y con "
        "[Omar Ceesay|p:GM:director].\n[Luis Prado|p:ES:embajador] estuvo presente en ambos encuentros."
    )
    people = [set(participants) for _, participants in rosters(text, "es")]
    assert people == [{"gil", "bari", "prado"}, {"gil", "ceesay", "prado"}]


@pytest.mark.parametrize(
    "text",
    [
        "{A} recibió este jueves la visita de {B}.",
        "{B} cumplimentó a {A}.",
        "{B} participó en una reunión virtual con {A}.",
        "{A} abrió [ayer|d:2024-05-07] su despacho a {B}.",
        "{A} ha abierto las puertas de su residencia a {B}.",
        "{B} ha sido cumplimentada por {A}.",
    ],
)
def test_visits_and_meetings_taken_part_in(text: str) -> None:
    assert [people for _, people in rosters(text, "es")] == [expected(MET)]


@pytest.mark.parametrize(
    "text",
    [
        "La reunión la encabezarían {A} y {B}.",
        "La primera reunión del grupo estará copresidida por {A} y por {B}.",
        "Las sesiones correrán a cargo de {A} y {B}.",
        "La reunión que debían celebrar {A} y {B} en [Rabat|l:MA] fue, por el temporal de nieve, cancelada.",
    ],
)
def test_what_would_be_led_or_was_called_off_is_no_encounter(text: str) -> None:
    assert not rosters(text, "es")


def test_who_came_for_a_country_sits_on_its_side() -> None:
    text = (
        "[España|c:ES] y [Chad|c:TD] celebraron la [séptima|o:7] reunión de la [Comisión|b:x].\n"
        "Por [Chad|c:TD] concurrieron [Ali Bari|p::director] y [Omar Saleh|p::coronel]."
    )
    found = claims(read_marked(text, "es", "2024-05-08"))
    assert {p.person: p.country for p in found.participants} == {"bari": "TD", "saleh": "TD"}


@pytest.mark.parametrize(
    "text",
    [
        "Acompañaron a {A} el director, {C}, y {D}.",
        "Formaron parte de la delegación [marroquí|c:MA] {C} y {D}.",
        "Por [Marruecos|c:MA] comparecieron {C} y {D}.",
        "La delegación [marroquí|c:MA] contó, entre otros, con {C} y {D}.",
    ],
)
def test_whoever_accompanies_sits_beside_them(text: str) -> None:
    found = claims(read_marked(marked("La sesión fue presidida por {A} y {B}.\n" + text), "es", "2024-05-08"))
    assert {p.person: p.country for p in found.participants if p.person in {"morel", "torres"}} == {
        "morel": "MA",
        "torres": "MA",
    }


def test_whose_debates_another_chaired_is_not_chaired_by_who_opened_them() -> None:
    text = "{A} se reunió con {B}.\n{A} inauguró la sesión, cuyas deliberaciones presidió {B}."
    assert [people for _, people in rosters(text, "es")] == [{"idrissi": "ATTENDED", "ferrer": "CO_CHAIRED"}]


def test_whom_somebody_met_on_another_day_is_of_another_meeting() -> None:
    text = "El martes {A} se vio con {B}, y el miércoles, con {E}."
    assert rosters(text, "es") == [
        ("ES MA", expected(MET)),
        ("DE MA", {"idrissi": "ATTENDED", "weber": "ATTENDED"}),
    ]


def test_officials_of_two_countries_met_in_a_numbered_session() -> None:
    text = "Autoridades de [España|c:ES] y [Chad|c:TD] se dieron cita en la [quinta|o:5] reunión del [Grupo|b:x]."
    assert [parties for parties, _ in rosters(text, "es")] == ["ES TD"]


@pytest.mark.parametrize(
    "text",
    [
        "Oficiaron de testigos {C} y {D}.",
        "Como recuerdo posaron los presentes, entre ellos {C} y {D}.",
        "Alrededor de la mesa, {C} y {D}.",
    ],
)
def test_who_witnessed_or_sat_around_the_table_was_there(text: str) -> None:
    [(_, found)] = rosters("La sesión fue presidida por {A} y {B}.\n" + text, "es")
    assert found == expected(CHAIRED) | {"morel": "ATTENDED", "torres": "ATTENDED"}


def test_what_two_had_led_the_day_before_is_told() -> None:
    text = "La víspera, {A} y {B} habían encabezado la [segunda|o:2] [Comisión Mixta|b:x]."
    assert [people for _, people in rosters(text, "es")] == [expected(CHAIRED)]


def test_both_countries_are_those_of_the_headline() -> None:
    text = (
        "Altos mandos de ambos países celebraron la [quinta|o:5] reunión regional.\n"
        "Presidió la sesión [Ali Bari|p:ES:general]."
    )
    titled = read_marked(f"# Ejércitos de [España|c:ES] y [Chad|c:TD] se coordinan\n{text}", "es", "2024-05-08")
    assert [m.parties for m in claims(titled).meetings] == [("ES", "TD")]
    assert not claims(read_marked(text, "es", "2024-05-08")).meetings
