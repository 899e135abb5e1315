"""Encounters as French magazines and bulletins tell them: by who came, who sent whom, who sat down; invented people."""

from __future__ import annotations

import pytest

from tests.unit.test_circumstances import claims
from tests.unit.test_participation import CHAIRED, MET, expected, rosters

BESIDE = f"{MET} morel:a"

_PAIR = {"ana soler": "TG", "kofi annor": "GH"}


@pytest.mark.parametrize(
    "text",
    [
        # a visit to take leave
        "{B} est venue prendre congé, lundi, de {A}.",
        # one delegation and the other
        "La délégation [espagnole|c:ES], pilotée par {B}, a retrouvé lundi celle que dirigeait {A}.",
        "La délégation [marocaine|c:MA], conduite par {A}, a rencontré lundi celle que menait {B}.",
        # invited there, one beside the other
        "La réunion s'est tenue lundi à [Rabat|l:MA].\n{A} y avait convié {B}.",
        "{A} et {B} se sont assis lundi à la même table.",
        "{A} et {B} ont passé trois heures ensemble, lundi, dans un hôtel de [Rabat|l:MA].",
        "{A} a partagé lundi la table avec {B}.",
        # the talk itself is the subject
        "{A} est arrivé lundi.\nL'entretien avec {B} a duré une heure.",
        "{A} est arrivé lundi.\nLa poignée de main avec {B} a été longue.",
        "{A} est à [Madrid|l:ES] lundi.\nAvec {B}, il a été question de pêche.",
        # in turn
        "{A} a enchaîné les rendez-vous lundi.\nLa première à prendre place en face de lui fut {B}.",
        "{A} a enchaîné les rendez-vous lundi.\nVint ensuite le tour de {B}.",
        # "had", some hours before the news
        "La veille, {A} s'était réuni à [Rabat|l:MA] avec {B}.",
    ],
)
def test_encounter(text: str) -> None:
    assert rosters(text, "fr") == [("ES MA", expected(MET))]


@pytest.mark.parametrize(
    "text",
    [
        "{A} et {B} ont tenu ensemble la présidence de la session.",
        "À la manœuvre, un tandem : {A} et {B}, qui ont tenu la présidence de la session.",
    ],
)
def test_chairs(text: str) -> None:
    assert rosters(text, "fr") == [("ES MA", expected(CHAIRED))]


def test_to_whom_it_fell_to_chair() -> None:
    text = "{B} et {A} se sont réunis lundi.\nC'est à {A} qu'est revenue la charge de diriger la séance."
    assert rosters(text, "fr") == [("ES MA", expected("idrissi:c ferrer:a"))]


@pytest.mark.parametrize(
    "text",
    [
        "{A} a reçu {B}.\n{C} était lui aussi du voyage.",
        "{A} a reçu {B}.\n{C} était du déjeuner.",
        "{A} a reçu {B}.\n{C} avait fait le déplacement par la route.",
        "{A} a reçu {B}.\nDans la salle, on apercevait également {C}.",
        "{A} a reçu {B}.\nAutour du duo, on a aperçu {C}.",
        "{A} a reçu {B}.\nY figurait notamment {C}.",
        "{A} a reçu {B}.\nÉtait venu de Lille {C}.",
        "{A} a reçu {B}.\nLe communiqué final, lu par {C}, parle de pêche.",
        "{A} a reçu {B}.\nL'[Espagne|c:ES] avait dépêché {C}.",
        "{A} a reçu {B}.\n{A} était accompagné, pendant tout son séjour, de {C}.",
        "{A} a reçu {B}.\nÀ la clôture a pris la parole {B}, de même que {C}.",
    ],
)
def test_those_present(text: str) -> None:
    assert rosters(text, "fr") == [("ES MA", expected(BESIDE))]


@pytest.mark.parametrize(
    "text",
    [
        "{B} viendra prendre congé de {A}.",
        "En 2012, {A} avait rencontré {B}.",
        "L'entretien avec {B}, a dit {A}, a été annulé.",
        "La rencontre avec {B} a été reportée, a indiqué {A}.",
        "{A} et {B} devaient s'asseoir lundi à la même table.",
        "{A} a retrouvé lundi celle que chacun appelle la grande dame, a plaisanté {B}.",
        "{A} et {B} n'ont pas passé une heure ensemble.",
        "Les portes du port ont rouvert, a dit {A} avant {B}.",
    ],
)
def test_no_encounter(text: str) -> None:
    assert rosters(text, "fr") == []


@pytest.mark.parametrize("text", ["{A} a reçu {B}.\n{C} n'avait pas fait le déplacement."])
def test_who_stayed_at_home_was_not_there(text: str) -> None:
    assert rosters(text, "fr") == [("ES MA", expected(MET))]


def test_an_ambassador_extraordinary_and_plenipotentiary_is_sent_by_a_country() -> None:
    text = (
        "Le ministre ghanéen de l'Intérieur, Kofi Annor, a reçu lundi Mme Ana Soler, en sa qualité d'ambassadeur "
        "extraordinaire et plénipotentiaire de la République du Togo."
    )
    found = claims("fr", text)
    assert {part.person: part.country for part in found.participants} == {"kofi annor": "GH", "ana soler": "TG"}


def test_who_manages_a_foreign_company_stands_for_no_country() -> None:
    text = (
        "Le ministre ghanéen de l'Énergie, Kofi Annor, s'est entretenu lundi avec le vice-président de la compagnie "
        "togolaise Lomégaz, M. Koffi Agbo."
    )
    assert claims("fr", text).meetings == ()


def test_a_third_country_of_which_only_adjectives_speak_is_nobodys_side() -> None:
    text = (
        "La ministre ghanéenne, Ana Soler, a reçu le directeur de la Pêche, Kofi Annor. Des pêcheurs togolais et des "
        "marins togolais attendent."
    )
    assert claims("fr", text).meetings == ()


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        # who opens the sentence leads the delegation that follows
        (
            (
                "Conduite par le ministre de l'Intérieur, Kofi Annor, la délégation ghanéenne a rencontré lundi la ministre "
                "togolaise Ana Soler."
            ),
            {"kofi annor": "GH", "ana soler": "TG"},
        ),
        (
            (
                "Composée de Mme Adwoa Mensah, présidente du groupe, et de M. Yaw Boateng, la délégation ghanéenne a séjourné à "
                "Lomé. Elle y a été reçue mardi par la ministre togolaise Ana Soler."
            ),
            {"adwoa mensah": "GH", "yaw boateng": "GH", "ana soler": "TG"},
        ),
        # whom a country or a body sent
        (
            (
                "Le ministre ghanéen Kofi Annor a reçu la ministre togolaise Ana Soler. Le Haut-Commissariat des Nations unies "
                "pour les réfugiés avait délégué son directeur adjoint, Luis Prado."
            ),
            {"kofi annor": "GH", "ana soler": "TG", "luis prado": "UN"},
        ),
        # a compatriot told by an adjective, in turn
        (
            (
                "La ministre ghanéenne Ana Soler a enchaîné les rendez-vous. Vint ensuite le tour du Péruvien Luis Prado, "
                "vice-ministre de la Pêche."
            ),
            {"ana soler": "GH", "luis prado": "PE"},
        ),
        # "had", on a day of that week
        (
            "Le ministre ghanéen Kofi Annor avait reçu le 6 mai la ministre togolaise Ana Soler.",
            {"kofi annor": "GH", "ana soler": "TG"},
        ),
    ],
)
def test_sides(text: str, sides: dict[str, str]) -> None:
    dated = f"Accra, le 8 mai 2024\n\n{text}"
    assert {part.person: part.country for part in claims("fr", dated).participants} == sides


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre a visité une coopérative soutenue par l'ONG ghanéenne Les Amis du Port, dirigée par Kofi Annor.",
        "Pour l'ONG Ligue du Port, que préside Me Kofi Annor, la pêche va mal.",
        "Menée par Kofi Annor, l'enquête ghanéenne a visé la ministre togolaise Ana Soler.",
        "Le ministre ghanéen Kofi Annor avait reçu le 6 mai 2021 la ministre togolaise Ana Soler.",
    ],
)
def test_nobody_met(text: str) -> None:
    found = claims("fr", f"Accra, le 8 mai 2024\n\n{text}")
    assert (found.meetings, found.participants) == ((), ())


def test_a_portfolio_of_european_affairs_is_no_side() -> None:
    text = (
        "Le ministre des Affaires étrangères et européennes, Luis Prado, a reçu le vice-Premier ministre chargé de "
        "l'Intégration européenne, Kofi Annor."
    )
    assert claims("fr", text).meetings == ()


@pytest.mark.parametrize(
    ("office", "side"), [("le directeur des douanes", "GH"), ("l'attaché de police", "TG"), ("le conseiller", "TG")]
)
def test_behind_a_foreign_ambassador_at_home_stand_the_hosts_officials_and_the_embassys(office: str, side: str) -> None:
    text = (
        "Accra, le 8 mai 2024\n\nLe ministre ghanéen Kofi Annor a reçu lundi à Accra la ministre togolaise Ana Soler. "
        f"L'ambassadeur du Togo, Luis Prado, et {office}, Yaw Boateng, ont pris part à la rencontre."
    )
    sides = {part.person: part.country for part in claims("fr", text).participants}
    assert (sides["luis prado"], sides["yaw boateng"]) == ("TG", side)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        # whom they met stands before who did
        ("C'est avec la ministre togolaise Ana Soler que le ministre ghanéen Kofi Annor s'est entretenu lundi.", _PAIR),
        # of whom no office is told, the side is what they are called by
        ("La ministre togolaise Ana Soler a rencontré lundi son hôte ghanéen, Kofi Annor.", _PAIR),
        # an aside between the verb and whom they met
        ("La ministre togolaise Ana Soler a rendu visite, au port, au ministre ghanéen Kofi Annor.", _PAIR),
        ("Le ministre ghanéen Kofi Annor a souhaité la bienvenue à la ministre togolaise Ana Soler.", _PAIR),
    ],
)
def test_who_met_whom(text: str, sides: dict[str, str]) -> None:
    dated = f"Accra, le 8 mai 2024\n\n{text}"
    assert {part.person: part.country for part in claims("fr", dated).participants} == sides


def test_the_two_of_a_country_met_somebody_else_before() -> None:
    text = (
        "Accra, le 8 mai 2024\n\nLa ministre togolaise Ana Soler, accompagnée du ministre de la Pêche Luis Prado, a été "
        "reçue lundi par le président ghanéen Kofi Annor. Plus tôt dans la journée, les deux Togolais avaient tenu une "
        "réunion avec le ministre de l'Énergie, Yaw Boateng."
    )
    met = claims("fr", text)
    last = {part.person for part in met.participants if part.meeting == met.meetings[-1].key}
    assert (len(met.meetings), last) == (2, {"ana soler", "luis prado", "yaw boateng"})


@pytest.mark.parametrize(
    "text",
    [
        "C'est avec la ministre togolaise Ana Soler que le ministre ghanéen Kofi Annor doit s'entretenir demain.",
        "C'est avec la ministre togolaise Ana Soler que le ministre ghanéen Kofi Annor s'est entretenu par téléphone.",
    ],
)
def test_not_met_in_the_end(text: str) -> None:
    assert claims("fr", f"Accra, le 8 mai 2024\n\n{text}").meetings == ()
