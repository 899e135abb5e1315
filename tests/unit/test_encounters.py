"""Encounters that no plain verb of meeting tells: signed, gathered, listed, in two sentences, by whose official it is."""

from __future__ import annotations

import pytest

from etl.extract import claims
from tests.marked import read_marked
from tests.unit.test_participation import CHAIRED, MET, PEOPLE, expected, marked, rosters

SENATOR = "[Ivy Stone|p::Senior Director]"
PREMIER = "[Ulf Berg|p::Prime Minister:prime-minister]"
GOVERNMENT = "https://example.gov/readout"


@pytest.mark.parametrize(
    ("language", "text", "roster"),
    [
        # a signature joins two hands
        ("en", "The protocol was signed by {A} and {B}.", MET),
        ("fr", "{A} et {B} ont signé un protocole.", MET),
        ("es", "El protocolo fue suscrito por {A} y {B}.", MET),
        # a meeting of A with B, after meeting B, A's meeting with B
        ("en", "After meeting with {B}, {A} left for the airport.", MET),
        ("en", "{A}'s meeting with {B} lasted two hours.", MET),
        ("fr", "Après avoir reçu {B}, {A} a regagné la capitale.", MET),
        ("fr", "{A} a accordé une audience à {B}.", MET),
        ("es", "Tras reunirse con {B}, {A} regresó a la capital.", MET),
        ("fr", "La séance de travail qu'ont eue {A} et {B} a duré une heure.", MET),
        ("es", "El encuentro mantenido por {A} y {B} duró dos horas.", MET),
        # which of two events a participle belongs to
        ("en", "{A} met with {B} on the margins of a conference opened by {E}.", MET),
        # chairs by a noun
        ("en", "The session took place with its co-chairs, {A} and {B}.", CHAIRED),
        ("fr", "{A} et {B} se sont partagé la présidence de la session.", CHAIRED),
        ("fr", "La session s'est tenue en présence de {A} et de {B}, qui en assuraient la coprésidence.", CHAIRED),
        ("es", "La reunión estuvo presidida por {A} y {B}.", CHAIRED),
        # two who agree on something, or discuss it, together
        ("en", "{A} and {B} agreed to open a second crossing.", MET),
        ("fr", "{A} et {B} sont convenus de rouvrir le poste.", MET),
        ("es", "{A} y {B} repasaron los asuntos pendientes.", MET),
        # a subject within an aside, and whom a relative clause has met
        ("es", "Tras años al mando como {E}, {A} sostuvo un encuentro con {B}.", MET),
        ("fr", "{B}, que {A} a reçu à [Rabat|l:MA], a salué cet accueil.", MET),
        ("en", "{B}, whom {A} has received twice, spoke of progress.", MET),
        ("fr", "C'était l'audience qu'il avait accordée à {B}, raconte-t-on.\n{A} a tenu une réunion avec {B}.", MET),
        # who stands behind the aside that a sentence opens with
        ("fr", "Reçue [lundi|d:2024-05-06] par {A}, {B} a salué cet accueil.", MET),
        ("fr", "En visite à [Rabat|l:MA], où elle a rencontré {A}, {B} a salué cet accueil.", MET),
        ("fr", "Au cours de l'audience que lui a accordée {A}, {B} a remis un message.", MET),
        ("en", "Received by {A}, {B} praised the welcome.", MET),
        ("es", "Tras ser recibida por {A}, {B} agradeció la acogida.", MET),
        # what stands between the verb and whom they met
        ("fr", "{A} a rencontré, à l'occasion d'un sommet, {B}.", MET),
        ("fr", "{A} a été l'hôte, [lundi|d:2024-05-06] à [Rabat|l:MA], de {B}.", MET),
        # the sides of those whom no verb brings together
        ("fr", "Les pourparlers ont coûté, côté [marocain|c:MA], à {D} et, côté [espagnol|c:ES], à {C} deux nuits.",
         "torres:a morel:a"),
        # a capital visited in the sentence before
        ("fr", "{B} s'est rendue à [Rabat|l:MA].\nElle y a rencontré {A}.", MET),
        ("es", "Recibida [el lunes|d:2024-05-06] en el ministerio por {A}, {B} agradeció la acogida.", MET),
        # whom a relative clause has met, its subject behind the verb
        ("es", "{B}, a quien recibió en su despacho {A}, agradeció la acogida.", MET),
        ("es", "{B}, al que {A} concedió una audiencia, agradeció la acogida.", MET),
        # who came in order to meet somebody
        ("es", "{A} voló a [Madrid|l:ES] para entrevistarse con {B}.", MET),
        # a visit received, a meal offered, hands shaken
        ("es", "{A} atendió la visita de cortesía de {B}.", MET),
        ("es", "Un almuerzo ofrecido por {A} a {B} cerró la jornada.", MET),
        ("es", "{A} estrechó la mano de {B} a las puertas del palacio.", MET),
        ("es", "Fue un cara a cara de dos horas entre {A} y {B}.", MET),
        ("es", "{A} y {B} sellaron el acuerdo.", MET),
        # the talks that both held, whose counterpart it was, one press conference
        ("es", "{A} agradeció a {B} su apoyo durante el encuentro que ambos mantuvieron.", MET),
        ("en", "{A} thanked {B} for the frank talks that the two held.", MET),
        ("fr", "{A} a remercié {B} de l'entretien que tous deux ont eu.", MET),
        ("es", "{A} y {B} comparecieron en una rueda de prensa conjunta.", MET),
        ("es", "En una rueda de prensa conjunta con {B}, {A} habló de cooperación.", MET),
        # who opened it, side by side
        ("es", "Encabezaron la reunión, por [España|c:ES], {B} y, por [Marruecos|c:MA], {A}.", MET),
        # some hours ago
        ("fr", "Dans la matinée, {B} avait rencontré {A}.", MET),
        # the two who did something else together just before
        ("es", "{A} viajó a [Madrid|l:ES] para ver a {B}, y ambos copresidieron la sesión.", CHAIRED),
        # no word for an encounter, in a text that tells of no other
        ("en", "# {A} and {B} inspect the fence at [Melilla|l:ES]", MET),
        # whatever the verb, two sides beside the noun
        ("en", "The talks gave {A} and {B} much to think about.", MET),
        ("fr", "Autour de la table des négociations, {A} faisait face à {B}.", MET),
        # two sentences, two ends
        ("en", "Officials sat down with {B}.\nThe talks were attended by {A}.", MET),
        # a list after the line that opens it
        ("en", "{A} held talks with {B}.\nThose present :\n- {C}", f"{MET} morel:a"),
        # a sentence without a verb goes on with the list of the one before
        ("es", "{A} se reunió con {B}.\nAsistieron {C} y {D}.\nTambién [Eva Ruiz|p::Adviser] y [María Ocaña|p::Adviser].",
         f"{MET} morel:a torres:a ruiz:a ocaña:a"),
        # who did as those did of whom the sentence before tells
        ("es", "Por la parte [española|c:ES] presidió la reunión {B}.\nPor la [marroquí|c:MA] lo hizo {A}.", CHAIRED),
        # what stands between a verb and its noun
        ("fr", "{A} a accordé, lundi à [Rabat|l:MA], une audience à {B}.", MET),
        # who chairs a side leads it
        ("en", "{A} met with {B}.\nThe other side was chaired by {C} at the meeting.", f"{MET} morel:a"),
        # who speaks in the meeting
        ("es", "{A} recibió a {B}.\nDurante el encuentro, {D} dijo que el acuerdo está cerca.", f"{MET} torres:a"),
        # whom a meeting, or somebody, brought together
        ("en", "The talks brought together {A} and {B}.", MET),
        ("fr", "La réunion a rassemblé {A} et {B}.", MET),
        ("es", "Fue una cita que congregó a {A} y a {B}.", MET),
        # hosts, guests and calls
        ("en", "{A} played host on Monday to {B}.", MET),
        ("en", "{B} was the guest of honour at a dinner given by {A}.", MET),
        ("en", "{A} gave a dinner in honour of {B}.", MET),
        ("en", "{B} paid a courtesy call on Monday on {A}.", MET),
        ("en", "{A} granted an audience at the palace to {B}.", MET),
        ("en", "{B} flew to [Rabat|l:MA] to meet with {A}.", MET),
        ("en", "{B} sat across from {A} on Monday.", MET),
        ("en", "{A} engaged {B} on border matters.", MET),
        # what their meeting had them do
        ("en", "Meeting in [Rabat|l:MA], {A} and {B} said that each would pay half.", MET),
        ("en", "At their meeting, {A} and {B} said that each would pay half.", MET),
        ("en", "Speaking alongside {B}, {A} called for patience.", MET),
        ("en", "A treaty was signed in [Rabat|l:MA] by {A} and {B}.", MET),
        # which country somebody represented at what
        ("en", "[Spain|c:ES] was represented at the talks by {B}, and [Morocco|c:MA] by {A}.", MET),
        # a signature beside a country, a ceremony that is no meeting of those who sign in it
        ("en", "{A} today signed a memorandum (MoU) in [Rabat|l:MA] with {B}.", MET),
        ("en", "In a virtual ceremony held today, {A} and {B} signed the treaty.", MET),
        ("es", "Se firmó un convenio. El documento lo suscribieron {A} y {B}.", MET),
        # what they have on their way
        ("en", "{A} has visited [Spain|c:ES], meeting with {B}.", MET),
        # "I" is whose name stands above
        ("en", "# {A}\nSpeaking of trade, {D} was hopeful.\nToday I met with {B}.", MET),
        # who invites is there, where nobody else is the subject
        ("fr", "À l'invitation de {A}, s'est entretenue à [Rabat|l:MA] {B}.", MET),
    ],
)  # fmt: skip
def test_encounter(language: str, text: str, roster: str) -> None:
    found = rosters(text, language)
    assert [people for _, people in found] == [expected(roster)]
    assert found[0][0] == "ES MA"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # a letter has one hand
        ("en", "A letter signed by {A} was sent to {B}."),
        # a call on a day
        ("en", "{A} discussed trade with {B} in a call on Monday."),
        # former officials and people in business stand for no country
        ("en", "{A} met with [Rosa Gil|p:ES:former president]."),
        ("es", "{A} recibió a [Rosa Gil|p:ES:gerente de la empresa Solar]."),
        ("en", "{A} received [Rosa Gil|p:ES:chief executive of Solar:chief-executive]."),
        # ahead
        ("en", "{A} will host {B} for a bilateral meeting."),
        ("fr", "La session que préparent {A} et {B} aura lieu en juin."),
        ("es", "{A} ofrecerá un almuerzo de trabajo a {B}."),
        ("es", "La reunión de {A} con {B} se realizará mañana."),
        ("es", "{A} esperaba reunirse con {B}."),
        ("en", "The session was to have been co-chaired by {A} and {B}."),
        ("fr", "{A} devait recevoir {B}."),
        ("fr", "Le comité se réunira en juin, sous la présidence conjointe de {A} et de {B}."),
        # who arrives together met nobody yet, and not everybody received is an official
        ("es", "{A} y {B} llegaron a [Lima|l:PE] el lunes."),
        ("fr", "{A} a reçu [Marie Duval|p::], qui chante."),
        # a council of one country, whatever it speaks of
        ("es", "{A} encabezó la tercera reunión del Consejo Nacional de Migración, que habló de [España|c:ES]."),
        # who did not come, and what was agreed before
        ("es", "La cumbre se celebró con la ausencia de {A} y {B}."),
        ("en", "It is part of a deal {A} signed with {B}."),
        # what somebody possesses is not what they did
        ("en", "During the meeting, officials praised {A}'s letter to {B}."),
        # a call is no meeting, and what is said after it is said of it
        ("en", "{A} spoke today with {B}.\n{A} discussed trade with {B}."),
        ("es", "{A} llamó a su homólogo.\n{A} y {B} coincidieron en todo."),
        ("fr", "{A} s'est entretenu avec {B}.\nAu cours de cet échange téléphonique, ils ont évoqué la pêche."),
        ("en", "{A} had talks with {B}.\nDuring the phone call, they discussed fisheries."),
        ("es", "{A} conversó con {B}.\nEn la llamada, hablaron de pesca."),
        # a statement of theirs is not who is welcomed, nor what comes with a figure of speech
        ("en", "{A} welcomed the strong statement from {B}."),
        # a meeting to which another leads
        ("en", "This was said ahead of {A}'s meeting with {B}."),
        ("en", "{A} would be having talks with {B}."),
        # an award is held, fans gather, and what is only asked was not held
        ("en", "{A} noted the prize of {B} that was held in [Rabat|l:MA]."),
        ("es", "{A} habló, en casa de {B}, a miles de hinchas y vecinos de la zona que se reunieron en un acto."),
        ("en", "Asked if {A} held talks with {B}, officials smiled."),
        ("en", "{A} will visit {B} and hold talks with {D}."),
        ("es", "También podría darse una reunión en la capital entre {A} y {B}."),
        ("es", "{A} tenía previsto celebrar un encuentro con {B}."),
        ("es", "{A} recibió de {B} la presidencia del grupo."),
        ("es", "{A} ha tenido un intercambio de cartas con {B}."),
        # who only stand together in a text met in a headline alone
        ("en", "{A} and {B} were guests at the festival."),
        # what is announced or asked for
        ("es", "# Anuncian reunión entre {A} y {B}"),
        ("fr", "# Le palais annonce une rencontre entre {A} et {B}"),
        ("en", "# Palace announces meeting between {A} and {B}"),
        # a government's request is no delegation
        ("en", "The [Spanish|c:ES] government received a request from [Morocco|c:MA]."),
        # who says something of another was not with them
        ("en", "{A} has done his best, {B} said."),
        ("fr", "{A} a parlé au téléphone hier.\n{A} et {B} ont félicité les équipes."),
        # long past
        ("fr", "{A} s'était entretenu avec {B}."),
        ("es", "{A} se había reunido con {B}."),
    ],
)
def test_no_encounter(language: str, text: str) -> None:
    assert rosters(text, language) == []


def test_the_officials_whom_a_delegation_is_named_for_are_the_other_side() -> None:
    text = "{A} and {D} held an open and frank meeting with the [Spanish|c:ES] delegation."
    assert [parties for parties, _ in rosters(text, "en")] == ["ES MA"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "[Defence Minister|r:MA:Defence Minister:minister] [Sami Alaoui|p::Prince] met {B}."),
        ("fr", "Le [ministre|r:MA:ministre:minister], le [Sami Alaoui|p::prince:prince], a reçu {B}."),
    ],
)
def test_a_prince_in_office_holds_it(language: str, text: str) -> None:
    (first, _) = claims(read_marked(text.replace("{B}", PEOPLE["B"]), language)).participants
    assert first.role is not None
    assert first.role.office == "minister"


def test_colleagues_stand_for_no_two_sides() -> None:
    text = "[Omar Idrissi|p:MA:Minister of Justice:minister:justice] met [Ali Bari|p:MA:Minister of Health] and {C}."
    assert rosters(text.replace("{C}", "[Ivo Maes|p::]"), "en") == []


def test_whoever_has_no_office_stands_for_no_country_that_a_text_happens_to_name() -> None:
    text = "{A} met [Ivo Maes|p::].\n[Belgium|c:BE] was silent, and so was [Belgium|c:BE]."
    assert rosters(text, "en") == []


def test_whose_official_somebody_is_was_not_met() -> None:
    text = "{A} recibió a la [secretaria|r:ES:secretaria] de {B} y a {D}."
    assert [people for _, people in rosters(text, "es") if "ferrer" in str(people)] == []


def test_on_a_tour_the_hosts_of_the_place_are_no_participants() -> None:
    assert rosters("{A} a reçu {B}.\n{A} s'est ensuite rendu au port, en présence de {D}.", "fr") == [
        ("ES MA", expected(MET))
    ]


def test_a_governor_who_meets_somebody_of_no_told_country_is_at_home() -> None:
    people = "[Omar Idrissi|p:MA:Minister of Justice:minister:justice]", "[Tom Hill|p::Governor:governor]"
    known = "[Omar Idrissi|p::Minister of Justice:minister:justice]"
    assert len(rosters(f"{people[1]} met {people[0]}.\n[Spain|c:ES] was glad, and so was [Spain|c:ES].", "en")) == 1
    assert rosters(f"{people[1]} met {known}.\n[Spain|c:ES] was glad, and so was [Spain|c:ES].", "en") == []


def test_guests_whose_country_no_word_tells_are_of_the_side_that_needs_no_telling() -> None:
    text = "{C} recibió a {B}.\nEn la reunión estuvieron presentes {D} y [Sara Gil|p:MX:Delegada de Salud]."
    found = claims(read_marked(marked(text + "\nAsí es [México|c:MX], dijo [México|c:MX]."), "es"))
    assert {p.person: p.country for p in found.participants}["torres"] == "MX"


def test_since_others_met_is_another_encounter() -> None:
    """A clause of time with its own subject does not take the place of those who met."""
    text = (
        "{A}, {E} and {B} met in [Rabat|l:MA] for the second time since [their ministers|r::Minister] met at Tangier."
    )
    assert rosters(text, "en") == [("DE ES MA", expected("idrissi:a weber:a ferrer:a"))]


@pytest.mark.parametrize(
    "text",
    [
        "The delegation will tomorrow hold talks in [Rabat|l:MA] with {A} and {B}.",
        "The ministry announced that it would host on Friday in [Rabat|l:MA] talks between {A} and {B}.",
        "{A} holds talks with {B} on [10 May|d:2024-05-10] in [Rabat|l:MA].",  # the text is of 8 May
    ],
)
def test_what_is_to_come_was_not_held(text: str) -> None:
    assert rosters(text, "en") == []


def test_a_caption_that_only_names_people_tells_of_no_encounter() -> None:
    assert rosters("#{A}, and {B}", "en") == []
    assert rosters("#{A} and {B} seal a pact", "en") == [("ES MA", expected(MET))]


def test_whose_launch_was_welcomed_was_not_met() -> None:
    assert rosters("{A} welcomed the recent launch of a programme by {B} in [Rabat|l:MA].", "en") == []


def _parties(text: str, id_: str = GOVERNMENT) -> list[tuple[str, ...]]:
    return [meeting.parties for meeting in claims(read_marked(marked(text), "en", "2024-05-08", id_)).meetings]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        # in another country, an official of the government that speaks meets that country's
        (f"In [Gabon|c:GA], {SENATOR} met with [Lee Obono|p::President:president].", [("GA", "US")]),
        # an office that its own country does not have
        (f"{SENATOR} met with {PREMIER}.\nThey spoke of [Sweden|c:SE] and of [Sweden|c:SE].", [("SE", "US")]),
        # a parliament's members whom nobody names stand for no country that a text happens to name
        (f"{SENATOR} resumed the meetings with [representatives of Congress|r::representative] on [Chad|c:TD].", []),
        # at home, nobody tells of a second country
        (f"{SENATOR} met with [Tom Hill|p::Governor:governor].", []),
        # who meet others together do not stand for two sides
        (f"{SENATOR} and [Tom Hill|p::Governor:governor] hosted a meeting with firms on [Gabon|c:GA].", []),
        # an organisation is no party
        (f"In [Gabon|c:GA], {SENATOR} met with [Per Dahl|p::Secretary General of NATO].", []),
    ],
)
def test_whose_government_speaks_tells_its_officials_side(text: str, parties: list[tuple[str, ...]]) -> None:
    assert _parties(text) == parties
    if parties:
        assert _parties(text, "file:///d.txt") == []


def test_a_plural_office_is_of_both_behind_it_of_whom_only_a_rank_is_told() -> None:
    found = claims(
        read_marked(
            "La reunión del [Mecanismo|b::PE PY] fue presidida por los [viceministros|r::viceministro] de ambos países, "
            "[embajador Gonzalo Ruiz|p::embajador:ambassador] y [embajadora Mirta Ocampo|p::embajadora:ambassador].",
            "es",
        )
    )
    assert [(p.relation, p.role and p.role.title, p.country) for p in found.participants] == [
        ("CO_CHAIRED", "viceministro", "PE"),
        ("CO_CHAIRED", "viceministro", "PY"),
    ]


def test_among_the_guests_to_come_nobody_met() -> None:
    text = "Entre los invitados estarán {A}, acompañado por {D}, y {B}."
    assert rosters(text, "es") == []


def test_the_last_word_of_an_item_is_its_country() -> None:
    text = "{A} met {B}.\nParticipants included:\n- [Ola Tunde|p::Prime Minister:prime-minister], [Nigeria|c:NG]"
    found = claims(read_marked(marked(text), "en"))
    assert {p.person: p.country for p in found.participants}["tunde"] == "NG"


def test_what_a_sentence_recalls_of_long_ago_is_no_part_of_the_news() -> None:
    text = (
        "{A} chaired the [fifth|o:5] session of the [Commission|b::ES MA] with {B}.\n"
        "It built on what the session held in [Madrid|l:ES] in [March 2023|d:2023-03-01] had decided."
    )
    assert [meeting.city for meeting in claims(read_marked(marked(text), "en", "2024-05-08")).meetings] == [None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # people without any office stand for no country that is named beside them
        ("en", "{A} met today with [Joe Reed|p::] and [Ann Reed|p::], held in [Chad|c:TD]."),
        # what was received was a report, and who was called was not met
        ("en", "{A} received an update on what {B} had done in [Chad|c:TD]."),
        ("es", "{A} llamó a {B} para darle explicaciones sobre la interceptación realizada en territorio ajeno."),
    ],
)
def test_neither_the_private_nor_the_absent_were_met(language: str, text: str) -> None:
    assert rosters(text, language) == []


def test_talks_of_two_countries_are_led_in_their_order() -> None:
    text = "The talks between [Chad|c:TD] and [Togo|c:TG], led by {C} and {D}, went on."
    assert {p.person: p.country for p in claims(read_marked(marked(text), "en")).participants} == {
        "morel": "TD",
        "torres": "TG",
    }


def test_who_chairs_a_side_chairs_no_meeting() -> None:
    text = "{A} convened talks with [Spanish|c:ES] officials.\nThe [Spanish|c:ES] side was chaired by {B}."
    assert rosters(text, "en") == [("ES MA", expected(MET))]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El programa de actividades de {A} incluye una reunión con {B}."),
        ("en", "The programme of {A} includes a meeting with {B}."),
        ("es", "{A} concurrió con {B} a una audiencia pública en el Congreso."),
    ],
)
def test_a_programme_and_a_hearing_are_no_encounter(language: str, text: str) -> None:
    assert rosters(text, language) == []


def test_who_has_a_body_formed_chairs_nothing() -> None:
    found = rosters("{A} and {B} directed the formation of a [Committee|b::ES MA].", "en")
    assert not any("CO_CHAIRED" in people.values() for _, people in found)
