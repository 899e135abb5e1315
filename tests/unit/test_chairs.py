"""Who chaired, led a side, represented it or was there: one sentence for each construction of each language."""

from __future__ import annotations

import pytest

from tests.unit.test_circumstances import claims
from tests.unit.test_participation import CHAIRED, MET, expected, rosters

LED = MET
"""Who heads one side's delegation took part, and is no chair."""


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # before the verb, behind it, and behind what was chaired
        ("en", "Presiding over the talks were {A} and {B}."),
        ("fr", "Ont présidé la séance {A} et {B}."),
        ("es", "Presidieron la cita {A} y {B}."),
        ("es", "Copresidieron el encuentro, por [Marruecos|c:MA], {A}, y, por [España|c:ES], {B}."),
        # relative clauses
        ("fr", "{A} et {B}, qui ont dirigé les débats de la réunion, ont signé un procès-verbal."),
        ("es", "{A} y {B}, quienes dirigieron los debates, clausuraron la reunión."),
        ("es", "La sesión que presidieron {A} y {B} concluyó el martes."),
        ("en", "The talks, at which {A} sat in the chair together with {B}, lasted an hour."),
        # words between participle and agent
        ("en", "The talks were chaired on Monday in [Rabat|l:MA] by {A} and {B}."),
        ("fr", "La réunion a été coprésidée lundi à [Rabat|l:MA] par {A} et {B}."),
        ("es", "La reunión fue presidida el lunes en [Rabat|l:MA] por {A} y {B}."),
        # a title behind the names, before them, behind a verb
        ("en", "{A} and {B}, co-chairs of the meeting, signed the minutes."),
        ("fr", "{A} et {B}, coprésidents de la session, ont signé le procès-verbal."),
        ("es", "{A} y {B}, copresidentes de la sesión, firmaron el acta."),
        ("en", "The meeting had two co-chairs: {A} and {B}."),
        ("fr", "La réunion a eu deux coprésidents : {A} et {B}."),
        ("fr", "La rencontre a eu lieu en présence de {A} et de {B}, coprésidents de l'événement."),
        ("en", "{A} and {B} served as co-chairs of the meeting."),
        ("es", "Fungieron como copresidentes de la reunión {A} y {B}."),
        # the seat
        ("en", "In the chair for [Morocco|c:MA] at the talks was {A}; for [Spain|c:ES], {B}."),
        ("en", "The gavel was wielded jointly by {A} and {B} during the talks."),
        ("en", "The talks were held on Monday, {A} and {B} presiding."),
        ("fr", "Le fauteuil présidentiel était partagé entre {A} et {B} lors de la réunion."),
        ("fr", "La réunion s'est tenue lundi à [Rabat|l:MA], la présidence étant assurée par {A} et {B}."),
        ("es", "La presidencia de la reunión corrió a cargo de {A} y de {B}."),
        ("es", "La conducción de los trabajos de la reunión estuvo a cargo de {A} y de {B}."),
        # to whom it falls
        ("en", "It fell to {A} and {B} to chair the talks."),
        ("fr", "Il revenait à {A} et à {B} de présider la réunion."),
        ("es", "Correspondió a {A} y a {B} presidir la reunión."),
        # the same again
        ("en", "{A} chaired the talks for [Morocco|c:MA], while {B} did so for [Spain|c:ES]."),
        ("es", "{A} presidió la reunión por [Marruecos|c:MA]; {B} hizo lo propio por [España|c:ES]."),
        # whoever was named before
        ("en", "{A} received {B}.\n[The two ministers|r::minister:minister] then co-chaired the meeting."),
    ],
)
def test_chairs(language: str, text: str) -> None:
    assert rosters(text, language) == [("ES MA", expected(CHAIRED))]


@pytest.mark.parametrize(
    ("language", "text", "roster"),
    [
        ("en", "{A} chaired today at the palace a meeting with {B}.", "idrissi:c ferrer:a"),
        ("fr", "{A} a présidé une réunion à laquelle a pris part {B}.", "idrissi:c ferrer:a"),
        ("es", "{A} presidió un encuentro al que asistió {B}.", "idrissi:c ferrer:a"),
        ("fr", "Présidant une séance de travail avec {B}, {A} a plaidé pour un accord.", "idrissi:c ferrer:a"),
        # nor does who leads a government or a region
        ("en", "{A} met {B}, whose party chaired by {C} is new.", MET),
        ("fr", "{A} a reçu {B}, venue de la région présidée par {C}.", MET),
        # an association's chair chairs no meeting; nor does who had done so before
        ("fr", "{A} a reçu {B}, amie d'un club que préside {C}.", MET),
        ("es", "{A} recibió a {B}, amiga de un club que preside {C}.", MET),
        ("fr", "{A} a reçu {B}.\nLa veille, {C} avait présidé une réunion.", MET),
    ],
)
def test_other_than_chairs(language: str, text: str, roster: str) -> None:
    assert rosters(text, language) == [("ES MA", expected(roster))]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "{A} is leading the [Moroccan|c:MA] delegation while {B} leads the other at the talks."),
        ("fr", "{A} conduit la délégation [marocaine|c:MA], tandis que {B} dirige celle de l'[Espagne|c:ES]."),
        ("es", "{A} encabeza la delegación [marroquí|c:MA], mientras que {B} lidera la de [España|c:ES]."),
        ("en", "[Morocco|c:MA] was represented by {A} and [Spain|c:ES] by {B} at the talks."),
        ("fr", "Le [Maroc|c:MA], représenté par {A}, et l'[Espagne|c:ES], représentée par {B}, se sont réunis."),
        ("es", "[Marruecos|c:MA] estuvo representado por {A}, y [España|c:ES], por {B}, en la reunión."),
        ("en", "The delegations of [Morocco|c:MA] and [Spain|c:ES], headed respectively by {A} and {B}, met."),
        ("en", "At the head of the [Moroccan|c:MA] delegation to the talks sat {A}; [Spain|c:ES]'s was led by {B}."),
        ("fr", "La partie [marocaine|c:MA] était conduite par {A}, et l'[espagnole|c:ES] par {B}, lors de la réunion."),
        ("es", "La parte [marroquí|c:MA] estuvo encabezada por {A}, y la [española|c:ES], por {B}, en la reunión."),
        ("en", "On the [Moroccan|c:MA] side, it was {A} who spoke at the meeting; for [Spain|c:ES], it was {B}."),
        ("es", "Por [Marruecos|c:MA] participó en la reunión {A} y por [España|c:ES] lo hizo {B}."),
        ("en", "The [Moroccan|c:MA] delegation was led by {A}.\n{B} headed the [Spanish|c:ES] delegation."),
    ],
)
def test_heads_of_sides(language: str, text: str) -> None:
    assert rosters(text, language) == [("ES MA", expected(LED))]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "{A} met {B}.\nAlso on hand was {C}."),
        ("en", "{A} met {B}.\nAt the table for [Spain|c:ES] sat {C}."),
        ("en", "{A} met {B}.\nTo her right sat {C}."),
        ("en", "{A} met {B}.\nThe meeting was witnessed by {C}."),
        ("en", "{A}, with {C} at his side, was received by {B}."),
        ("en", "{A} met {B}.\nThose present included:\n- {C}"),
        ("fr", "{A} a reçu {B}.\nÉtait également présent à cette rencontre {C}."),
        ("fr", "{A} a reçu {B}.\nFace à lui siégeait {C}."),
        ("fr", "{A} a reçu {B}, venue avec {C}."),
        ("fr", "{A} a reçu {B}.\nY prenaient part :\n- {C}"),
        ("es", "{A} recibió a {B}.\nA su derecha, {C}."),
        ("es", "{A} recibió a {B}.\nA la mesa se sentó también {C}."),
        ("es", "{A} recibió a {B}, que llegó con {C}."),
        ("es", "{A} recibió a {B}.\nTomaron parte en los trabajos un grupo para la paz; del lado [español|c:ES], {C}."),
    ],
)
def test_those_present(language: str, text: str) -> None:
    assert rosters(text, language) == [("ES MA", expected(f"{MET} morel:a"))]


COMMISSION = {
    "en": ("The minister of Kenya, Jane Otieno", "the minister of Peru, Luis Mora", "Joint Trade Commission"),
    "fr": ("La ministre kényane, Jane Otieno", "le ministre péruvien, Luis Mora", "Commission mixte de coopération"),
    "es": ("La ministra de Kenia, Jane Otieno", "el ministro del Perú, Luis Mora", "Comisión Mixta de Cooperación"),
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "{a}, and {b} led the {c} in Lima as co-chairs."),
        ("en", "The {c} in Lima was led jointly by {a}, and {b}."),
        ("en", "The {c} was held in Lima with {a}, in the chair alongside {b}."),
        ("en", "Co-chairing the {c} in Lima were {a}, and {b}."),
        ("en", "The co-chairs of the {c} in Lima, {a}, and {b}, signed the minutes."),
        ("fr", "{a}, et {b}, ont dirigé lundi à Lima les travaux de la {c}."),
        ("fr", "La {c}, dont la présidence était assurée par {a}, et {b}, s'est tenue lundi à Lima."),
        ("fr", "Les deux coprésidents de la {c}, {a}, et {b}, ont signé lundi à Lima le procès-verbal."),
        ("fr", "La présidence de la {c} était exercée conjointement par {a}, et {b}, lundi à Lima."),
        ("es", "{a}, y {b}, encabezaron el lunes en Lima la {c}."),
        ("es", "Los trabajos de la {c} fueron dirigidos el lunes en Lima por {a}, y {b}."),
        ("es", "Los copresidentes de la {c}, {a}, y {b}, firmaron el lunes en Lima el acta."),
        ("es", "Estuvieron al frente de la {c}, el lunes en Lima, {a}, y {b}."),
        ("es", "La copresidencia de la {c} correspondió a {a}, y {b}, el lunes en Lima."),
    ],
)
def test_two_who_led_a_commission_chaired_it(language: str, text: str) -> None:
    one, other, body = COMMISSION[language]
    if not text.startswith("{a}"):
        one = one[0].lower() + one[1:]
    found = claims(language, text.format(a=one, b=other, c=body))
    assert {p.person: p.relation for p in found.participants} == {
        "jane otieno": "CO_CHAIRED",
        "luis mora": "CO_CHAIRED",
    }


def test_two_who_held_talks_chaired_none() -> None:
    one, other, _ = COMMISSION["es"]
    found = claims("es", f"{one}, y {other}, encabezaron el lunes en Lima una reunión de trabajo.")
    assert {p.relation for p in found.participants} == {"ATTENDED"}


EACH_BY_SIDE = {
    "en": [
        "The session was co-chaired, for Kenya, by {a} and, for Finland, by {b}.",
        "The session was co-chaired on the Kenyan side by {a} and on the Finnish side by {b}.",
        "The session was co-chaired by {a} on the Kenyan side and {b} on the Finnish side.",
        "The session was co-chaired by {a} for Kenya and {b} for Finland.",
    ],
    "fr": [
        "La session a été coprésidée, pour la partie kényane, par {a} et, pour la partie finlandaise, par {b}.",
        "La session a été coprésidée, côté kényan, par {a} et, côté finlandais, par {b}.",
        "La session était coprésidée par {a}, côté kényan, et {b}, côté finlandais.",
    ],
    "es": [
        "La sesión fue copresidida, por la parte keniana, por {a} y, por la parte finlandesa, por {b}.",
        "La sesión estuvo presidida, por Kenia, por {a} y, por Finlandia, por {b}.",
        "La sesión fue presidida por {a}, por la parte keniana, y por {b}, por la parte finlandesa.",
        "La sesión fue presidida por {a} por Kenia y {b} por Finlandia.",
    ],
}
MINISTER = {"en": "Minister {}", "fr": "la ministre {}", "es": "la ministra {}"}


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in EACH_BY_SIDE.items() for text in texts])
def test_each_chair_has_the_side_told_for_them(language: str, text: str) -> None:
    one, other = (MINISTER[language].format(name) for name in ("Jane Otieno", "Aino Laine"))
    found = claims(language, text.format(a=one, b=other))
    assert {p.person: (p.relation, p.country) for p in found.participants} == {
        "jane otieno": ("CO_CHAIRED", "KE"),
        "aino laine": ("CO_CHAIRED", "FI"),
    }
