"""Standing bodies that no list knows: by their words, their countries, or the number of their session."""

from __future__ import annotations

import pytest

from etl.countries import find_countries
from etl.extract.bodies import find_bodies
from etl.extract.reading import CountryMention


def read(language: str, text: str) -> tuple[list[str], list[int]]:
    countries = [CountryMention(c.start, c.end, c.code, c.kind) for c in find_countries(text, language)]
    bodies, ordinals = find_bodies(text, 0, len(text), language, countries)
    return [body.name for body in bodies], [ordinal.value for ordinal in ordinals]


@pytest.mark.parametrize(
    ("language", "text", "body", "ordinal"),
    [
        (
            "en",
            "The fourth round of their Comprehensive Dialogue on Trade began.",
            "Comprehensive Dialogue on Trade",
            4,
        ),
        ("en", "The 12th meeting of the Cooperation Council ended.", "Cooperation Council", 12),
        ("en", "They attended the second Tripartite Coordination Meeting.", "Tripartite Coordination Meeting", 2),
        ("en", "The thirty-second session of the Joint Commission ended.", "Joint Commission", 32),
        ("fr", "La 3ème réunion de la Commission judiciaire mixte s'est close.", "Commission judiciaire mixte", 3),
        ("fr", "La 4e édition du Dialogue migratoire a eu lieu.", "Dialogue migratoire", 4),
        ("fr", "La trente-deuxième session de la Commission mixte a eu lieu.", "Commission mixte", 32),
        ("es", "La X Reunión del Comité de Desarrollo Fronterizo terminó.", "Comité de Desarrollo Fronterizo", 10),
        ("es", "La VII reunión del Mecanismo de Consultas Políticas.", "Mecanismo de Consultas Políticas", 7),
        ("es", "El X Gabinete Binacional Ecuador-Colombia terminó.", "Gabinete Binacional", 10),
        ("es", "La 5ta. reunión de la Comisión Mixta tuvo lugar.", "Comisión Mixta", 5),
        ("es", "La décima tercera reunión de la Comisión Mixta.", "Comisión Mixta", 13),
        (
            "en",
            "They held their sixth deputy ministerial security dialogue.",
            "deputy ministerial security dialogue",
            6,
        ),
        ("en", "They closed the XVI Binational Cabinet.", "Binational Cabinet", 16),
        ("en", "Sella, 15th March 2024: the fourth Trilateral Meeting ended.", "Trilateral Meeting", 4),
        ("fr", "Le quatrième dialogue migratoire a eu lieu.", "dialogue migratoire", 4),
        ("fr", "La 3e édition des consultations politiques a eu lieu.", "consultations politiques", 3),
        ("fr", "La XXIVe Commission de partenariat a eu lieu.", "Commission de partenariat", 24),
        ("es", "La XLIX Reunión Anual de Evaluación terminó.", "Reunión Anual de Evaluación", 49),
        ("es", "La 41 sesión de la Comisión Intergubernamental.", "Comisión Intergubernamental", 41),
        ("es", "El XIII Comité de Desarrollo Fronterizo terminó.", "Comité de Desarrollo Fronterizo", 13),
        ("es", "La quincuagésima primera Cumbre Hispano-Ghanesa.", "Cumbre Hispano-Ghanesa", 51),
        ("es", "La trigésima primera reunión de la Comisión Mixta.", "Comisión Mixta", 31),
    ],
)
def test_the_number_of_its_session_shows_a_body(language: str, text: str, body: str, ordinal: int) -> None:
    assert read(language, text) == ([body], [ordinal])


def test_a_body_may_be_named_by_its_countries_and_all_its_subjects() -> None:
    text = "The Ghana-Spain Fisheries, Justice and Home Affairs Dialogue met."
    assert read("en", text)[0] == ["Ghana-Spain Fisheries, Justice and Home Affairs Dialogue"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The third meeting of the Council of Ministers ended."),
        ("en", "The first meeting of the two ministers ended."),
        ("fr", "La troisième réunion du Conseil de sécurité a eu lieu."),
        ("es", "La segunda sesión del Consejo de Ministros terminó."),
        ("fr", "Le premier ministre et le deuxième conseiller sont venus."),
        ("fr", "Le dialogue politique entre la France et le Ghana continue."),
        ("en", "The Security Council debated it between Ghana and Togo."),
    ],
)
def test_what_is_in_session_need_not_be_shared(language: str, text: str) -> None:
    assert read(language, text)[0] == []


@pytest.mark.parametrize(
    ("language", "text", "body", "parties"),
    [
        (
            "fr",
            "Le Conseil de coopération entre la France et le Ghana s'est réuni.",
            "Conseil de coopération",
            ["FR", "GH"],
        ),
        ("fr", "La réunion du Conseil de coopération France-Ghana.", "Conseil de coopération", ["FR", "GH"]),
        ("fr", "Le Groupe de travail entre la France et le Ghana a siégé.", "Groupe de travail", ["FR", "GH"]),
        ("es", "El Foro sobre Pesca entre España y Ghana se reunió.", "Foro sobre Pesca", ["ES", "GH"]),
    ],
)
def test_two_countries_that_it_joins_show_a_body(language: str, text: str, body: str, parties: list[str]) -> None:
    countries = [CountryMention(c.start, c.end, c.code, c.kind) for c in find_countries(text, language)]
    found, _ = find_bodies(text, 0, len(text), language, countries)
    assert [(mention.name, list(mention.parties)) for mention in found] == [(body, parties)]


@pytest.mark.parametrize(
    ("language", "text", "ordinal"),
    [
        ("en", "The talks, the fourteenth of their kind", []),
        ("en", "The talks, the fourteenth of its kind", [14]),
        ("fr", "Une rencontre, la septième du genre", [7]),
        ("es", "Una cita, la quinta de su tipo", [5]),
        ("en", "It was the first of its kind", []),
        ("en", "On the 15th of March 2024 the session ended", []),
    ],
)
def test_a_number_may_count_encounters_of_a_kind(language: str, text: str, ordinal: list[int]) -> None:
    assert read(language, text)[1] == ordinal
