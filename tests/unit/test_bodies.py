"""Standing bodies that no list knows: by their words, their countries, or the number of their session."""

from __future__ import annotations

import pytest

from etl.countries import find_countries
from etl.extract.bodies import find_bodies, find_ordinals
from etl.extract.reading import CountryMention


def read(language: str, text: str) -> tuple[list[str], list[int]]:
    countries = [CountryMention(c.start, c.end, c.code, c.kind) for c in find_countries(text, language)]
    bodies = find_bodies(text, 0, len(text), language, countries)
    ordinals = find_ordinals(text, 0, len(text), language, bodies)
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
    ],
)
def test_what_is_in_session_need_not_be_shared(language: str, text: str) -> None:
    assert read(language, text)[0] == []
