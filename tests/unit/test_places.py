"""Cities: known in any language, and not confused with ordinary words."""

from __future__ import annotations

import pytest

from etl.places import canonical_city, find_city


@pytest.mark.parametrize(
    ("name", "country", "canonical"),
    [
        ("Alger", "DZ", "Algiers"),
        ("Argel", "DZ", "Algiers"),
        ("Le Caire", "EG", "Cairo"),
        ("La Haye", "NL", "The Hague"),
        ("Ginebra", "CH", "Geneva"),
        ("Ciudad de México", "MX", "Mexico City"),
        ("Washington", "US", "Washington"),
    ],
)
def test_a_city_has_one_name_whatever_the_language(name: str, country: str, canonical: str) -> None:
    city = find_city(name)
    assert city is not None
    assert city.country == country
    assert canonical_city(name, country) == canonical


def test_a_name_of_several_cities_is_the_one_in_a_country_of_the_text() -> None:
    assert find_city("Córdoba", ["AR"]).country == "AR"  # type: ignore[union-attr]
    assert find_city("Córdoba", ["ES"]).country == "ES"  # type: ignore[union-attr]


def test_a_far_smaller_namesake_goes_with_its_country_alone() -> None:
    assert find_city("Geneva", ["US"]).country == "CH"  # type: ignore[union-attr]
    assert find_city("Athens", ["US"]).country == "GR"  # type: ignore[union-attr]


def test_a_capital_of_a_country_of_the_text_comes_first() -> None:
    assert find_city("San José", ["US", "CR"]).country == "CR"  # type: ignore[union-attr]


def test_an_unknown_city_keeps_its_name() -> None:
    assert find_city("Xyzzytown") is None
    assert canonical_city("Xyzzytown", "FR") == "Xyzzytown"


def test_ordinary_words_are_no_cities() -> None:
    assert find_city("Union") is None
    assert find_city("Mission") is None
