"""One office whatever the language: a rank and a portfolio."""

from __future__ import annotations

import pytest

from etl.countries import find_countries
from etl.extract.line import line_of
from etl.extract.mentions import Token
from etl.extract.offices import find_offices
from etl.extract.ranks import out_of_office
from etl.extract.reading import CountryMention
from etl.offices import office_name
from etl.spelling import unaccented
from etl.words import token_pattern


def offices(text: str, language: str) -> list[tuple[str, str | None, str | None]]:
    """Return the title, office and country of each office of a sentence."""
    tokens = tuple(
        Token(text[m.start() : m.end()], *m.span()) for m in token_pattern(language).finditer(unaccented(text))
    )
    countries = [CountryMention(c.start, c.end, c.code, c.kind) for c in find_countries(text, language)]
    line = line_of(language, "body", tokens, countries)
    claims = [office.claim(line) for office in find_offices(line)]
    return [(claim.title, claim.office, claim.country) for claim in claims]


@pytest.mark.parametrize(
    ("language", "text", "office", "country"),
    [
        ("fr", "le ministre de l'Intérieur", "minister:interior", None),
        ("fr", "la ministre fédérale belge de l'Intérieur, des Réformes et du Renouveau", "minister:interior", "BE"),
        ("en", "the Spanish interior minister", "minister:interior", "ES"),
        ("en", "Spain's Minister of the Interior", "minister:interior", "ES"),
        ("en", "the Home Secretary", "minister:interior", "GB"),
        ("es", "el ministro del Interior de Portugal", "minister:interior", "PT"),
        ("es", "el secretario de Gobernación", "minister:interior", "MX"),
        ("fr", "la secrétaire d'Etat espagnole aux Migrations", "secretary-of-state:migration", "ES"),
        ("en", "the Secretary of State for Migration", "secretary-of-state:migration", None),
        ("es", "la secretaria de Estado de Migraciones", "secretary-of-state:migration", None),
        ("fr", "le chef de la diplomatie sénégalaise", "minister:foreign-affairs", "SN"),
        ("es", "la canciller peruana", "minister:foreign-affairs", "PE"),
        ("en", "the Mexican Foreign Secretary", "minister:foreign-affairs", "MX"),
        ("en", "the Deputy Minister of Justice of Georgia", "deputy-minister:justice", "GE"),
        ("es", "la viceministra de Relaciones Exteriores", "vice-minister:foreign-affairs", None),
        ("fr", "l'ambassadeur d'Italie au Sénégal", "ambassador:SN", "IT"),
        ("en", "the U.S. Ambassador to Mexico", "ambassador:MX", "US"),
        ("es", "el embajador de Chile en Lisboa", "ambassador:PT", "CL"),
        ("es", "la presidenta de Cataluña", None, "ES"),
        ("es", "el jefe superior de Policía de Sevilla", None, "ES"),
        ("fr", "la commissaire européenne aux Affaires intérieures", "commissioner:interior", "EU"),
    ],
)
def test_an_office_and_its_country(language: str, text: str, office: str | None, country: str | None) -> None:
    assert [(o, c) for _, o, c in offices(text, language)] == [(office, country)]


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("en", "by Director General of the Fisheries Bureau of the PRC Ministry of Agriculture Li Wen",
         "Director General of the Fisheries Bureau of the PRC Ministry of Agriculture"),
        ("en", "National Security Council Senior Director for Africa Joan Reed said",
         "National Security Council Senior Director for Africa"),
        ("es", "la Subsecretaria de Población, Migración y Asuntos Religiosos viajó",
         "Subsecretaria de Población, Migración y Asuntos Religiosos"),
        ("es", "el jefe de la Fuerza de Lucha contra la Piratería y el Fraude, Iván Mora", "jefe de la Fuerza de Lucha contra la Piratería y el Fraude"),
        ("es", "el ministro contra la corrupción luchó", "ministro"),
        ("fr", "le directeur général de la Police nationale a dit", "directeur général de la Police nationale"),
        ("fr", "le ministre a reçu", "ministre"),
    ],
)  # fmt: skip
def test_a_title_ends_where_its_words_end(language: str, text: str, title: str) -> None:
    assert [t for t, _, _ in offices(text, language)] == [title]


def test_two_directors_of_something_alike_are_two_offices() -> None:
    """A rank below the cabinet must be named in full."""
    assert offices("the Director of the Border Security Bureau", "en")[0][1] is None
    assert offices("the Director of Customs", "en")[0][1] == "director:customs"


def test_names_of_offices() -> None:
    assert office_name("minister:interior") == "Minister of the Interior"
    assert office_name("minister:defence", "US") == "Secretary of Defence"
    assert office_name("secretary-of-state:migration") == "Secretary of State for Migration"
    assert office_name("vice-minister:foreign-affairs") == "Vice Minister of Foreign Affairs"
    assert office_name("ambassador:ES") == "Ambassador to Spain"
    assert office_name("advisor:homeland-security") == "Homeland Security Advisor"
    assert office_name("president", "ES") == "President of Spain"
    assert office_name("something-else") == "something-else"


@pytest.mark.parametrize(
    ("language", "text", "countries"),
    [
        ("es", "los cancilleres de Chile, Ana Soto; Brasil, Rui Lima, y Uruguay, Juan Paz", ["CL", "BR", "UY"]),
        ("es", "los ministros de Chile, Ana Soto; de Brasil, Rui Lima, y de Uruguay, Juan Paz", ["CL", "BR", "UY"]),
        (
            "fr",
            "les ministres du Togo, Afi Koudou ; du Bénin, Paul Adjovi, et du Ghana, Ama Boatin",
            ["TG", "BJ", "GH"],
        ),
    ],
)
def test_a_plural_office_goes_on_country_by_country(language: str, text: str, countries: list[str]) -> None:
    assert [country for _, _, country in offices(text, language)] == countries


@pytest.mark.parametrize(
    ("language", "title", "out"),
    [
        ("en", "former foreign minister", True),
        ("en", "chief executive of the Italian firm", True),
        ("en", "Deputy Executive Director of Frontex", False),
        ("es", "expresidente de Honduras", True),
        ("es", "excanciller", True),
        ("es", "experto de la delegación", False),
        ("fr", "ancienne ministre", True),
        ("fr", "ministre de l'Intérieur", False),
    ],
)
def test_who_is_out_of_office(language: str, title: str, out: bool) -> None:
    assert out_of_office(title, language) is out
