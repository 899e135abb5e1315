"""Who took part in a meeting, and how: one sentence, or a few, for each construction of each language."""

from __future__ import annotations

import pytest

from etl.extract import claims
from tests.marked import read_marked

PEOPLE = {
    "A": "[Omar Idrissi|p:MA:Minister of the Interior:minister:interior]",
    "B": "[Lucia Ferrer|p:ES:Minister of Foreign Affairs:minister:foreign-affairs]",
    "C": "[Jean Morel|p::Director of Police]",
    "D": "[Ana Torres|p::Chief of Staff]",
    "E": "[Paul Weber|p:DE:Commissioner]",
}


def marked(text: str) -> str:
    """Return a text with the people's marks for their letters."""
    for letter, mark in PEOPLE.items():
        text = text.replace("{" + letter + "}", mark)
    return text


def rosters(text: str, language: str) -> list[tuple[str, dict[str, str]]]:
    """Return the parties of each meeting with the relation of each person."""
    found = claims(read_marked(marked(text), language, "2024-05-08"))
    return [
        (" ".join(meeting.parties), {p.person: p.relation for p in found.participants if p.meeting == meeting.key})
        for meeting in found.meetings
    ]


def expected(roster: str) -> dict[str, str]:
    relations = {"c": "CO_CHAIRED", "a": "ATTENDED"}
    return {name: relations[letter] for name, letter in (item.split(":") for item in roster.split())}


MET = "idrissi:a ferrer:a"
CHAIRED = "idrissi:c ferrer:c"


@pytest.mark.parametrize(
    ("language", "text", "roster"),
    [
        # subject and object of a verb of meeting, in any voice and order
        ("en", "{A} met on Monday with {B}.", MET),
        ("en", "{A} and {B} met in [Rabat|l:MA] on Monday.", MET),
        ("en", "{B} was received by {A} at the ministry.", MET),
        ("en", "{A} said after talks with {B} that cooperation was good.", MET),
        ("en", "During a video conference, {A} and {B} discussed migration.", MET),
        ("fr", "{A} s'est entretenu, lundi à [Rabat|l:MA], avec {B}.", MET),
        ("fr", "{B} a été reçue lundi par {A}.", MET),
        ("fr", "Reçu à [Madrid|l:ES] par {B}, {A} a salué l'accord.", MET),
        ("fr", "Une séance de travail a réuni {A} et {B}.", MET),
        ("fr", "La délégation [marocaine|c:MA], conduite par {A}, a rencontré à [Madrid|l:ES] {B}.", MET),
        ("fr", "Lors d'un entretien avec {B}, {A} a souligné la coopération.", MET),
        ("es", "{A} recibió en audiencia a {B}.", MET),
        ("es", "{B} fue recibida por {A}.", MET),
        ("es", "Se reunieron {A} y {B}.", MET),
        ("es", "El encuentro entre {A} y {B} tuvo lugar en [Rabat|l:MA].", MET),
        # chairs: active, passive, nominal, relative, by side
        ("en", "The talks, co-chaired by {A} and {B}, took place in [Rabat|l:MA].", CHAIRED),
        (
            "en",
            "{A} co-chaired with {B} the [second|o:2] session of the [Joint Commission|b:joint-commission].",
            CHAIRED,
        ),
        (
            "en",
            "The meeting was chaired on the [Moroccan|c:MA] side by {A} and on the [Spanish|c:ES] side by {B}.",
            CHAIRED,
        ),
        ("en", "{A} chaired a meeting with {B}.", "idrissi:c ferrer:a"),
        ("fr", "La réunion s'est tenue à [Rabat|l:MA] sous la coprésidence de {A} et de {B}.", CHAIRED),
        ("fr", "{A} a présidé, avec {B}, la [5e|o:5] réunion de la [commission mixte|b:joint-commission].", CHAIRED),
        (
            "fr",
            "Les travaux ont été coprésidés, côté [marocain|c:MA], par {A} et, côté [espagnol|c:ES], par {B}.",
            CHAIRED,
        ),
        ("es", "La reunión, que copresidieron {A} y {B}, se celebró en [Rabat|l:MA].", CHAIRED),
        ("es", "Bajo la presidencia de {A} y {B} se celebró la [II|o:2] reunión de la [Comisión|b:x].", CHAIRED),
        (
            "es",
            "La reunión estuvo presidida, por parte [marroquí|c:MA], por {A} y, por parte [española|c:ES], por {B}.",
            CHAIRED,
        ),
        # those who came with them
        ("en", "{A} held talks with {B} in [Rabat|l:MA], in the presence of {D} and {C}.", MET + " morel:a torres:a"),
        ("en", "{A} was joined by {C} and {D} for a meeting with {B}.", MET + " morel:a torres:a"),
        ("en", "{A} received {B} in [Rabat|l:MA].\nAlso attending the meeting was {C}.", MET + " morel:a"),
        ("fr", "{A} a reçu {B}, accompagnée de {D}.\nOnt assisté à l'audience {C}.", MET + " morel:a torres:a"),
        ("fr", "En présence de {C}, {A} et {B} ont tenu une réunion de travail.", MET + " morel:a"),
        ("es", "{A}, acompañado por {C}, sostuvo una reunión de trabajo con {B}.", MET + " morel:a"),
        ("es", "{A} y {B} mantuvieron un encuentro en [Rabat|l:MA], al que asistió {C}.", MET + " morel:a"),
        # leading a delegation is no chair
        (
            "en",
            (
                "[Spain|c:ES] and [Morocco|c:MA] held the [seventh|o:7] meeting of the [Commission|b:x].\n"
                "The [Spanish|c:ES] delegation, headed by {B}, included {C}.\nThe [Moroccan|c:MA] side was led by {A}."
            ),
            MET + " morel:a",
        ),
        ("es", "La delegación [española|c:ES], encabezada por {B}, se reunió en [Rabat|l:MA] con {A}.", MET),
        # merely named
        ("en", "On the instructions of [King Hassan|p:MA:King], {A} received {B}.", MET),
        ("en", "{A} met {B}, who succeeded {E} in March.", MET),
        ("en", "{A} has met {B} to sign an agreement, said the spokesman [Karl Mann|p:DE:Spokesman].", MET),
        ("en", "The meeting between {A} and {B} focused on a letter from [President Sall|p:SN:President].", MET),
        ("fr", "{A} s'est réuni avec {B}, en marge d'une conférence ouverte par {E}.", MET),
        ("fr", "{A} a rencontré {B}, indique un communiqué de {E}.", MET),
        ("es", "Según {E}, {A} se entrevistó con {B}.", MET),
        ("es", "{A} se reunió con {B} para analizar el caso de [Juan Pérez|p:ES:].", MET),
    ],
)
def test_construction(language: str, text: str, roster: str) -> None:
    assert rosters(text, language) == [("ES MA", expected(roster))]


def test_who_sent_another_did_not_come() -> None:
    found = rosters("{A} a reçu {B} à [Rabat|l:MA].\n{E} s'est fait représenter par {C}.", "fr")
    assert found == [("ES MA", expected(MET + " morel:a"))]


def sides(text: str, language: str, **document: str) -> dict[str, str | None]:
    return {
        p.person: p.country for p in claims(read_marked(marked(text), language, "2024-05-08", **document)).participants
    }


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", "{B} a reçu {A}, accompagné de {C}.", "MA"),
        ("en", "{A} met {B}.\nOn the [Spanish|c:ES] side, {C} took part.", "ES"),
        ("en", "{A} met {B}.\n{C} attended for the [Moroccan|c:MA] side.", "MA"),
        ("es", "{A} recibió a {B}.\nIntegraron la delegación [marroquí|c:MA], entre otros, {C}.", "MA"),
    ],
)
def test_side_of_a_companion(language: str, text: str, side: str) -> None:
    """Who accompanies someone, or is named for a side, sits on that side."""
    assert sides(text, language)["morel"] == side


def test_the_remaining_party_is_the_other_chair() -> None:
    text = "La [Comisión|b:x:ES MA] se reunió, copresidida por {C} y {B}."
    assert sides(text, "es") == {"morel": "MA", "ferrer": "ES"}


def test_an_ambassador_to_one_party_sits_with_the_other() -> None:
    text = "{A} met {B}.\nAlso present was [Ana Ruiz, Ambassador to Spain|p::Ambassador to Spain:ambassador:ES]."
    assert sides(text, "en")["spain"] == "MA"


def test_an_official_without_a_country_is_the_hosts() -> None:
    """A minister who receives a foreign colleague in a capital is that country's."""
    text = "[Le ministre de l'Intérieur, Ali Benani|p::ministre] a reçu à [Rabat|l:MA] {B}.\nLe [Maroc|c:MA] agit."
    assert sides(text, "fr")["benani"] == "MA"


def test_unnamed_office_is_kept_without_a_person() -> None:
    found = claims(read_marked(f"{PEOPLE['A']} met [the Italian ambassador|r:IT:Ambassador:ambassador].", "en"))
    assert [(claim.role.title, claim.role.country) for claim in found.offices] == [("Ambassador", "IT")]
    assert found.meetings[0].parties == ("IT", "MA")


def test_evidence_is_the_verbatim_sentence() -> None:
    reading = read_marked(f"{PEOPLE['A']} met {PEOPLE['B']}.", "en")
    for claim in claims(reading).participants:
        evidence = claim.evidence
        assert reading.document.text[evidence.start : evidence.start + len(evidence.text)] == evidence.text
        assert 0 < evidence.confidence <= 1
