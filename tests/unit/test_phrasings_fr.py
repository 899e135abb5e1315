"""French: who met, chaired and came along, in the phrasings that press notes have for it, with their near misses."""

from __future__ import annotations

import pytest

from tests.unit.test_circumstances import claims

_A = "la ministre kényane du Commerce, Jane Otieno"
_B = "son homologue finlandaise, Aino Laine"
_DATELINE = "Lima, 14 mars 2025\n\n"
_SESSION = "La Commission mixte de coopération s'est réunie lundi à Lima."
_TOLD = f"{_A[0].upper()}{_A[1:]}, a rencontré lundi à Lima {_B}."


def _told(text: str) -> dict[str, str]:
    written = text.format(A=_A, B=_B, SESSION=_SESSION, TOLD=_TOLD)
    found = claims("fr", f"{_DATELINE}{written[0].upper()}{written[1:]}")
    return {part.person.split()[-1]: part.relation for part in found.participants}


@pytest.mark.parametrize(
    "text",
    [
        "{SESSION} Sous l'autorité conjointe de {A} et de {B}, elle a adopté un plan.",
        "La Commission mixte de coopération s'est tenue lundi à Lima, avec à sa présidence {A} et {B}.",
        "La Commission mixte de coopération a vu {A} et {B} présider ensemble, lundi à Lima, ses travaux.",
        "{A} et {B} ont mené conjointement lundi à Lima les travaux de la Commission mixte de coopération.",
        "{A} et {B} ont ouvert lundi à Lima la Commission mixte de coopération, qu'elles coprésident.",
        "{A}, accompagnée de Mary Njeri, et {B} ont coprésidé lundi à Lima la Commission mixte de coopération.",
        "La Commission mixte de coopération s'est tenue lundi à Lima, coprésidée par {A} et {B}.",
        "{SESSION} À la coprésidence, {A} et {B}.",
        "{SESSION} Les coprésidentes étaient {A} et {B}.",
        "{SESSION} Elle a été présidée par {A} et {B}.",
        "{SESSION} Elle était conduite par {A} et {B}.",
    ],
)
def test_chaired(text: str) -> None:
    told = _told(text)
    assert {name: told.get(name) for name in ("otieno", "laine")} == {"otieno": "CO_CHAIRED", "laine": "CO_CHAIRED"}


def test_listed_as_chairs() -> None:
    told = _told(
        "4e réunion du Comité mixte kényano-finlandais\n\nOnt coprésidé la réunion :\n\n"
        "- Mme Jane Otieno, directrice générale des Douanes du Kenya ;\n"
        "- Mme Aino Laine, directrice générale des Douanes de Finlande.\n\nY ont participé :\n\n"
        "- M. Peter Wafula, ambassadeur du Kenya en Finlande."
    )
    assert told == {"otieno": "CO_CHAIRED", "laine": "CO_CHAIRED", "wafula": "ATTENDED"}


@pytest.mark.parametrize(
    "text",
    [
        "Les deux délégations à la Commission mixte de coopération étaient dirigées lundi à Lima par {A} et {B}.",
        "{A} était lundi à Lima l'hôte de {B}.",
        "Un accord a été signé lundi à Lima entre {A} et {B}.",
        "À l'issue de l'entretien qu'elle a eu lundi à Lima avec {B}, {A} s'est félicitée du dialogue.",
        "L'échange de vues qu'ont eu lundi à Lima {A} et {B} a duré deux heures.",
        "Il a été question de cacao et de la reconnaissance des diplômes, lundi à Lima, entre {A} et {B}.",
        "{A} a fait la connaissance, lundi à Lima, de {B}.",
        "{A} a bouclé lundi sa mission à Lima par une séance de travail avec {B}.",
        "{A} a eu lundi à Lima, avec {B}, un échange sur le commerce.",
        "Autour d'un déjeuner de travail offert lundi à Lima, {A} et {B} ont discuté de commerce.",
        "{A} et {B} se sont revues lundi à Lima.",
        "Une concertation mettant autour de la même table {A} et {B} s'est tenue lundi à Lima.",
        "{A} s'est vu accorder lundi à Lima une audience par {B}.",
        "{A} a auditionné lundi, au siège de la commission à Lima, {B}.",
        "Accueillie lundi à Lima par {B}, {A} a plaidé pour le commerce.",
    ],
)
def test_met(text: str) -> None:
    assert _told(text) == {"otieno": "ATTENDED", "laine": "ATTENDED"}


def test_met_one_after_the_other() -> None:
    found = claims(
        "fr",
        f"{_DATELINE}Le président kényan Paul Otieno a enchaîné les entrevues : d'abord avec le président finlandais, "
        "Timo Laine, à propos des forêts, puis avec le président ghanéen, Kofi Annor, autour du cacao.",
    )
    assert [meeting.parties for meeting in found.meetings] == [("FI", "KE"), ("GH", "KE")]


@pytest.mark.parametrize(
    "text",
    [
        "{TOLD} Peter Wafula, ambassadeur du Kenya en Finlande, y assistait également.",
        "{TOLD} Peter Wafula, ambassadeur du Kenya, présent à l'entretien, s'est félicité du dialogue.",
        "{TOLD} Présent à l'entretien, l'ambassadeur du Kenya, Peter Wafula, s'est félicité du dialogue.",
        "{TOLD} Elle a été rejointe par l'ambassadeur du Kenya, Peter Wafula.",
        "{TOLD} Souhaitant la bienvenue à ses hôtes, le gouverneur de Lima, Peter Wafula, a loué le dialogue.",
        "{TOLD} Le rapport a été lu par l'ambassadeur du Kenya, Peter Wafula.",
        "{A}, que l'ambassadeur du Kenya, Peter Wafula, accompagnait, a été reçue lundi à Lima par {B}.",
    ],
)
def test_came_along(text: str) -> None:
    assert _told(text) == {"otieno": "ATTENDED", "laine": "ATTENDED", "wafula": "ATTENDED"}


def test_who_was_told_of_it_was_not_there() -> None:
    told = _told("{TOLD} Le président du Sénat, Peter Wafula, a été tenu informé des conclusions de la rencontre.")
    assert told == {"otieno": "ATTENDED", "laine": "ATTENDED"}


def test_a_delegation_spoken_of_before() -> None:
    told = claims(
        "fr",
        f"{_DATELINE}C'est une délégation finlandaise qui s'est rendue lundi à Nairobi. Elle était emmenée par la "
        "vice-ministre du Commerce, Aino Laine. La ministre kényane du Commerce, Jane Otieno, les a reçus.",
    )
    assert {part.person: part.country for part in told.participants} == {"aino laine": "FI", "jane otieno": "KE"}


def test_led_by_whom_in_the_order_of_the_delegations() -> None:
    told = claims(
        "fr",
        f"{_DATELINE}Les délégations du Kenya et de la Finlande ont repris lundi, à Lima, leurs pourparlers. À leur "
        "tête, respectivement, la ministre du Commerce, Jane Otieno, et la ministre de l'Industrie, Aino Laine.",
    )
    assert {part.person: part.country for part in told.participants} == {"jane otieno": "KE", "aino laine": "FI"}


@pytest.mark.parametrize(
    "text",
    [
        # what was to be held and was not
        (
            "Prévue ce lundi à Lima, la première session de la commission mixte entre le Kenya et la Finlande, que "
            "devaient coprésider {A} et {B}, a été reportée sine die."
        ),
        # a firm's and a society's people
        "{A} a reçu lundi à Lima le président-directeur général de la société finlandaise Kaivos, Timo Laine.",
        "{A} a reçu lundi à Lima une délégation de l'ONG finlandaise Lapset, conduite par sa directrice, Aino Laine.",
        # verbs of something else
        "{A} s'est vu confier lundi à Lima le portefeuille de {B}.",
        "{A} et {B} présideront lundi à Lima la Commission mixte de coopération.",
    ],
)
def test_nothing_was_held(text: str) -> None:
    assert _told(text) == {}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Lima, 14 mars 2025\n\nLa réunion guinéo-kényane s'est tenue lundi à Lima.", ("GN", "KE")),
        (
            "Brazzaville, 14 mars 2025\n\nTitre : Congo-Kenya\n\nLa 2e session du dialogue congolo-kényan s'est tenue lundi.",
            ("CG", "KE"),
        ),
    ],
)
def test_countries_that_share_a_word(text: str, parties: tuple[str, str]) -> None:
    assert [meeting.parties for meeting in claims("fr", text).meetings] == [parties]
