"""Offices that took part and whose holder nobody names: only where the words tell which, and nobody named can hold it."""

from __future__ import annotations

import pytest

from etl.extract import claims
from etl.extract.unnamed import _without_countries
from tests.unit.test_mentions import read


def unnamed(text: str, language: str) -> set[tuple[str, str | None]]:
    """Return the titles and countries of the unnamed offices of all meetings of a text."""
    return {(claim.role.title, claim.role.country) for claim in claims(read(text, language)).offices}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # one office, told by its country, its post, its subject
        ("fr", "Le ministre de l'Intérieur, M. Jean Faye, a reçu mardi l'ambassadeur d'Espagne au Sénégal.",
         {("ambassadeur d'Espagne au Sénégal", "ES")}),
        ("en", ("Interior Minister Paul Weber of Germany met the Tunisian foreign minister on Monday in Tunis. The head "
         "of the National Guard also took part."),
         {("Tunisian foreign minister", "TN"), ("head of the National Guard", "TN")}),
        ("es", "El canciller de Chile, Luis Cano, se reunió el lunes con el presidente de Bolivia en La Paz.",
         {("presidente de Bolivia", "BO")}),
        ("es", "A la reunión asistieron el fiscal general de Perú, Luis Cano, y el jefe de la Policía de Chile.",
         {("jefe de la Policía de Chile", "CL")}),
        # a plural of several countries, and of several places or bodies
        ("fr", "Les ministres de la Justice du Bénin et du Togo se sont rencontrés mardi à Lomé.",
         {("ministre de la Justice", "BJ"), ("ministre de la Justice", "TG")}),
        ("en", "The interior ministers of Jordan, Egypt and Iraq held talks in Amman on Tuesday.",
         {("interior minister", "JO"), ("interior minister", "EG"), ("interior minister", "IQ")}),
        ("es", "Los ministros del Interior de España y Portugal se reunieron el martes en Lisboa.",
         {("ministro del Interior", "ES"), ("ministro del Interior", "PT")}),
        ("fr", ("Le ministre nigérien de l'Intérieur, Ali Haddad, a reçu son homologue malien, Sami Kaci, en présence des "
         "préfets de Dosso et de Gao."), {("préfet de Dosso", "NE"), ("préfet de Gao", "ML")}),
        # a counterpart: the office that they answer
        ("fr", "Le ministre sénégalais de la Justice, M. Jean Faye, s'est entretenu avec son homologue gambien.",
         {("ministre de la Justice", "GM")}),
    ],
)  # fmt: skip
def test_offices_without_a_name(language: str, text: str, expected: set[tuple[str, str | None]]) -> None:
    assert unnamed(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # another title of somebody named: a shorter one, a synonym, the head of government that a monarchy's president is
        ("fr", ("Le président tchadien, Mahamat Sy, a reçu le ministre français des Armées, Paul Roy. Le chef de l'État "
         "tchadien et le ministre français ont évoqué la sécurité.")),
        ("en", ("The President of Kenya, William Otieno, held talks with the Ugandan president, Yoweri Kato. President "
         "Otieno thanked the Ugandan leader.")),
        ("es", ("El presidente del Gobierno, Juan Mora, visitó Mauritania. El presidente español se reunió con el "
         "presidente mauritano, Ali Haddad.")),
        # a member, a spokesman, somebody who held it before
        ("es", "El ministro chileno, Luis Cano, se reunió con el ex presidente de Bolivia y un diputado boliviano."),
        ("en", "Interior Minister Paul Weber of Germany met the spokesman of the Tunisian government in Tunis."),
        # of a plural, those whose side somebody named stands for
        ("fr", ("Les ministres de l'Intérieur du Mali et du Niger se sont réunis à Niamey. Autour de la table : le Malien "
         "Ali Haddad et le Nigérien Sami Kaci.")),
    ],
)  # fmt: skip
def test_no_office_of_its_own(language: str, text: str) -> None:
    assert unnamed(text, language) == set()


def test_a_plural_gives_its_office_to_those_who_have_none() -> None:
    text = "Les ministres de l'Intérieur du Mali et du Niger se sont réunis à Niamey. Autour de la table : le Malien "
    people = claims(read(text + "Ali Haddad et le Nigérien Sami Kaci.", "fr")).participants
    assert {(claim.person, claim.role and claim.role.office, claim.country) for claim in people} == {
        ("ali haddad", "minister:interior", "ML"),
        ("sami kaci", "minister:interior", "NE"),
    }


@pytest.mark.parametrize(
    ("language", "title", "expected"),
    [
        ("fr", "ministre de l'Intérieur algérien et libyen", "ministre de l'Intérieur"),
        ("fr", "ministre français et allemand de l'Intérieur", "ministre de l'Intérieur"),
        ("en", "French and German minister of the interior", "minister of the interior"),
        ("en", "foreign minister of Turkey, Germany and the U.K.", "foreign minister"),
        ("es", "ministro del Interior de España, Portugal y Marruecos", "ministro del Interior"),
        ("fr", "ministre de l'Asile et de la Migration", "ministre de l'Asile et de la Migration"),
    ],
)
def test_a_title_without_its_countries(language: str, title: str, expected: str) -> None:
    assert _without_countries(title, language) == expected


def test_counterparts_without_a_name_hold_the_office_that_they_answer() -> None:
    text = (
        "The German interior minister, Anna Roth, met on Monday with her counterparts from the allied states of Chad, "
        "Ghana and Togo."
    )
    found = {(claim.role.office, claim.role.country) for claim in claims(read(text, "en")).offices}
    assert found == {("minister:interior", code) for code in ("GH", "TD", "TG")}
