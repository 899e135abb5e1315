"""Countries by name, adjective and compound, in three languages."""

from __future__ import annotations

import pytest

from etl.countries import country_code, country_name, find_countries


def found(text: str, language: str) -> list[str]:
    return [f"{text[c.start : c.end]}={c.code}" for c in find_countries(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "la partie maroco-espagnole", ["maroco=MA", "espagnole=ES"]),
        ("fr", "les Etats-Unis et l'Algérie", ["Etats-Unis=US", "Algérie=DZ"]),
        ("fr", "la Norvège et les autorités norvégiennes", ["Norvège=NO", "norvégiennes=NO"]),
        ("en", "U.S.-PRC talks", ["U.S.=US", "PRC=CN"]),
        ("en", "the Moroccan-Spanish group", ["Moroccan=MA", "Spanish=ES"]),
        ("en", "to polish a text", []),
        ("en", "Latin American states", []),
        ("es", "la delegación hispano-marroquí", ["hispano=ES", "marroquí=MA"]),
        ("es", "EE.UU. y las autoridades estadounidenses", ["EE.UU.=US", "estadounidenses=US"]),
        ("es", "la UE y la ONU", ["UE=EU", "ONU=UN"]),
        ("en", "the Republic of the Philippines", ["Republic of the Philippines=PH"]),
        ("en", "the Secretary of State of Spain", ["Spain=ES"]),
        ("en", "the Democratic Republic of Congo", ["Democratic Republic of Congo=CD"]),
        ("fr", "la République islamique de Mauritanie", ["République islamique de Mauritanie=MR"]),
        ("es", "el Reino de Marruecos", ["Reino de Marruecos=MA"]),
        ("es", "la ministra, Helena Reis", []),
        ("fr", "la commission kirghizo-ouzbèke", ["kirghizo=KG", "ouzbèke=UZ"]),
        ("fr", "le comité rwando-burundais", ["rwando=RW", "burundais=BI"]),
        ("fr", "le ministre kirghiz et sa collègue fidjienne", ["kirghiz=KG", "fidjienne=FJ"]),
        ("fr", "le Grand-Duché et la République de Moldova", ["Grand-Duché=LU", "République de Moldova=MD"]),
        ("es", "Bangladesh, Kazajstán y Viet Nam", ["Bangladesh=BD", "Kazajstán=KZ", "Viet Nam=VN"]),
        ("es", "ministros bahameños y guyaneses", ["bahameños=BS", "guyaneses=GY"]),
    ],
)
def test_countries_of_a_text(language: str, text: str, expected: list[str]) -> None:
    assert found(text, language) == expected


def test_a_country_is_known_by_code_and_by_name_in_any_language() -> None:
    assert [country_code(n) for n in ("ma", "Maroc", "Marruecos", "Morocco", "no", "Norvège")] == ["MA"] * 4 + [
        "NO"
    ] * 2
    assert country_code("Atlantis") is None
    assert country_name("EU") == "European Union"


@pytest.mark.parametrize(
    ("language", "text", "earlier", "expected"),
    [
        ("es", "México y el cónsul de ese país", (), ["México=MX", "ese país=MX"]),
        ("fr", "l'ambassadeur de ce pays", ("MA", "TN"), ["ce pays=TN"]),
        ("en", "the envoy of that country", (), []),
        ("es", "el embajador del país asiático", ("JP", "PE"), ["país asiático=JP"]),
        ("es", "el embajador de un país asiático", ("JP", "PE"), []),
        ("es", "por la nación africana asistió", ("JP", "PE"), []),
    ],
)
def test_that_country_is_the_one_named_last(
    language: str, text: str, earlier: tuple[str, ...], expected: list[str]
) -> None:
    assert [f"{text[c.start : c.end]}={c.code}" for c in find_countries(text, language, earlier)] == expected
