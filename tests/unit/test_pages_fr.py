"""What official pages and agencies in French write: names without commas, visits, parties, days without a year."""

from __future__ import annotations

import datetime as dt

import pytest

from etl.dates import dates_beside
from tests.unit.test_circumstances import claims
from tests.unit.test_mentions import roles
from tests.unit.test_published import NEWS, published
from tests.unit.test_topics import relations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an office right behind its holder's name
        ("En présence de Landry Nzamba Okoué ministre de la Justice.", {"Landry Nzamba Okoué": "minister:justice/-"}),
        # an envoy, where accredited to, with the honorific's letters
        (
            "Il a vu l'ambassadeur de la République Fédérale d'Allemagne accrédité auprès du Tchad, SE M. Dirk Haller.",
            {"Dirk Haller": "ambassador:TD/DE"},
        ),
        # a number behind the rank
        ("Son conseiller technique n°2, Oumarou Bello, était là.", {"Oumarou Bello": "advisor/-"}),
        # a word of French that ends a name of elsewhere
        ("Le vice-ministre vietnamien Pham Duc Loi a parlé.", {"Pham Duc Loi": "vice-minister/VN"}),
        ("Le vice-ministre vietnamien Dang Hong Son a parlé.", {"Dang Hong Son": "vice-minister/VN"}),
        # a city before a name
        ("Il a reçu à Nouakchott Rafael Montalvo.", {"Rafael Montalvo": "/"}),
        # a plural office of four countries
        (
            ("Les ministres de l'Intérieur de la France, de l'Espagne, du Portugal et du Maroc, Luc Petit, Juan Mora, "
            "Eva Reis et Ali Tazi, se sont vus."),
            {f"{name}": f"minister:interior/{code}" for name, code in
             (("Luc Petit", "FR"), ("Juan Mora", "ES"), ("Eva Reis", "PT"), ("Ali Tazi", "MA"))},
        ),
    ],
)  # fmt: skip
def test_who_is_named_and_holds_what(text: str, expected: dict[str, str]) -> None:
    found = roles(text, "fr")
    assert set(found) == set(expected)
    for name, role in expected.items():
        assert role == "/" or role in found[name]


@pytest.mark.parametrize(
    ("text", "present"),
    [
        # who had others with them
        (
            (
                "Le ministre camerounais Paul Essomba a reçu lundi le ministre suisse Urs Keller. Il avait auprès de lui la "
                "directrice des libertés, Jeanne Mbarga."
            ),
            {"paul essomba": "CM", "urs keller": "CH", "jeanne mbarga": "CM"},
        ),
        # a visitor and the party they travelled with
        (
            (
                "Le ministre belge Jan Maes s'est rendu à Lima, accompagné d'une délégation composée de Mme An Peeters, "
                "cheffe de cabinet. M. Maes et sa délégation se sont entretenus avec le ministre péruvien Juan Mora."
            ),
            {"jan maes": "BE", "an peeters": "BE", "juan mora": "PE"},
        ),
        # at a counterpart's invitation
        (
            (
                "À l'invitation de son homologue malien, Modibo Traoré, Luc Petit, ministre français de l'Intérieur, s'est "
                "rendu lundi à Bamako. Les deux ministres ont signé un arrangement."
            ),
            {"luc petit": "FR", "modibo traore": "ML"},
        ),
        # the head of state is the president
        (
            (
                "Une délégation de la Suisse a été reçue par le chef de l'Etat gabonais, Paul Ondo. Une délégation conduite "
                "par Urs Keller, ministre suisse, a été reçue par le Président de la République."
            ),
            {"urs keller": "CH", "paul ondo": "GA"},
        ),
        # what somebody praised is not who chaired
        (
            (
                "Au cours de la réunion coprésidée par le ministre malien Modibo Traoré et le ministre tchadien Idriss Saleh,"
                " les experts ont loué la volonté des présidents Ali Seck et Jean Dao."
            ),
            {"modibo traore": "ML", "idriss saleh": "TD"},
        ),
        # a list of a body's members is none of those present
        (
            (
                "La réunion a réuni la ministre libanaise de la Justice, Rima Haddad, et le ministre jordanien, Ziad Majali. "
                "La commission comprend, outre Mme Haddad, le ministre de l'Intérieur Toufic Daher."
            ),
            {"rima haddad": "LB", "ziad majali": "JO"},
        ),
    ],
)
def test_who_was_there(text: str, present: dict[str, str]) -> None:
    found = claims("fr", text)
    assert len(found.meetings) == 1
    assert {p.person: p.country for p in found.participants} == present


@pytest.mark.parametrize(
    "text",
    [
        (
            "Le ministre tchadien Idriss Saleh se rendra à Bamako, sur invitation de son homologue malien. Les deux ministres "
            "signeront un accord."
        ),
        "Le ministre tchadien Idriss Saleh s'est rendu à Bamako. Les deux ministres de son parti ont signé une tribune.",
    ],
)
def test_who_did_not_meet(text: str) -> None:
    assert not claims("fr", text).meetings


def test_a_day_without_a_year_is_near_the_one_that_is_whole() -> None:
    near = dt.date(2018, 2, 12)
    (found,) = dates_beside("Le 13 février, avec le maire", "fr", None, near)
    assert found.date
    assert found.date.first == dt.date(2018, 2, 13)
    assert all(date.date is None for date in dates_beside("vendredi, ou le 5 octobre", "fr", None, near))


@pytest.mark.parametrize(
    ("foot", "day"),
    [
        ("12/01/2022", "2022-01-12"),
        ("La Gazette - Marie Lenoir - mardi 25 avril 2017", "2017-04-25"),
        ("12/01/2022\n\nUn autre titre\n\n11/01/2022\n\nEncore un autre", "None"),
    ],
)
def test_the_one_date_at_the_foot_is_the_texts(foot: str, day: str) -> None:
    assert published(f"{NEWS}\n\n{foot}\n") == day


@pytest.mark.parametrize(
    ("sentence", "topic", "relation"),
    [
        (
            "Donnant suite aux engagements de novembre 2017, les deux parties ont décidé de créer un comité mixte.",
            "joint-bodies", "AGREED_ON",
        ),
        ("Les deux parties se sont accordées sur la tenue, chaque mois, d'un comité.", "joint-bodies", "AGREED_ON"),
        ("Il met en avant l'engagement, pris ensemble, de doubler le commerce.", "trade-economy", "AGREED_ON"),
        ("Avec l'engagement des deux délégations de doubler les patrouilles mixtes.", "police-cooperation", "AGREED_ON"),
        ("Ils ont décidé d'échanger leurs fiches sur les documents de voyage falsifiés.", "visas-consular", ""),
    ],
)  # fmt: skip
def test_what_is_agreed(sentence: str, topic: str, relation: str) -> None:
    assert relations("fr", sentence).get(topic, "") == relation
