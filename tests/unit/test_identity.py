"""Names of people, offices and bodies: what may be one, and what never is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.identity import (
    Likeness,
    compare_names,
    fullest_name,
    is_multilateral,
    parse_name,
    role_id,
    series_id,
    skeleton,
)
from etl.records import RoleClaim, SeriesClaim


def compare(a: str, b: str) -> Likeness | None:
    return compare_names(parse_name(a), parse_name(b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Rafael Pérez Ruiz", "RAFAEL PEREZ RUIZ"),
        ("Khalid Zerouali", "Zerouali Khalid"),
        ("Khalid Zerouali", "ZEROUALI, Khalid"),
        ("Mr Khalid Zerouali", "Khalid Zerouali"),
        ("Joseph R. Biden, Jr.", "Joseph R. Biden"),
        ("Nicole De Moor", "Nicole de Moor"),
        ("Fernando Grande-Marlaska", "Fernando Grande Marlaska"),
        ("Abdel Ouafi Laftit", "Abdelouafi Laftit"),
        ("Ursula von der Leyen", "Ursula Von Der Leyen"),
        ("Sarah O'Brien", "Sarah O’Brien"),
        ("Nasser El-Bourita", "Nasser Bourita"),
    ],
)
def test_accents_case_order_particles_and_hyphens_make_no_other_name(a: str, b: str) -> None:
    assert compare(a, b) is Likeness.EQUAL


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Pilar Cancela", "Pilar Cancela Rodríguez"),
        ("Annelies Verlinden", "Annelies Jan Louisa Verlinden"),
        ("J. Biden", "Joseph R. Biden"),
        ("Joe Biden", "Joseph R. Biden"),
        ("Zerouali", "Khalid Zerouali"),
        ("Pérez Ruiz", "Rafael Pérez Ruiz"),
        ("Grande-Marlaska", "Fernando Grande-Marlaska Gómez"),
        ("Albares", "José Manuel Albares Bueno"),
        ("Zapatero", "José Luis Rodríguez Zapatero"),
        ("de Moor", "Nicole De Moor"),
        ("Ben Ali", "Zine El Abidine Ben Ali"),
    ],
)
def test_shorter_forms_are_parts_of_the_name_and_found_under_a_common_key(a: str, b: str) -> None:
    assert compare(a, b) is Likeness.PARTIAL
    assert parse_name(a).keys & parse_name(b).keys


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Khalid Zerouali", "Khaled Zarouali"),
        ("Sergueï Lavrov", "Sergey Lavrov"),
        ("Mohammed Hammouchi", "Mohamed Hamouchi"),
        ("Hicham Alaoui", "Hisham Alaoui"),
        ("Michel Barnier", "Michèle Barnier"),
    ],
)
def test_transliterations_are_variants_which_alone_prove_nothing(a: str, b: str) -> None:
    assert compare(a, b) is Likeness.VARIANT
    assert parse_name(a).keys & parse_name(b).keys


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Khalid", "Khalid Zerouali"),
        ("Hassan Alaoui", "Hussein Alaoui"),
        ("María García", "José García"),
        ("Mohammed VI", "Mohammed V"),
        ("Juan Carlos I", "Juan Carlos"),
        ("Pilar Cancela", "Pilar Rodríguez"),
    ],
)
def test_other_names_are_never_one(a: str, b: str) -> None:
    assert compare(a, b) is None


@pytest.mark.parametrize(
    ("name", "bare"),
    [("Zerouali", True), ("Pérez Ruiz", True), ("Le Drian", True), ("Ben Wallace", False), ("Wang Yi", False)],
)
def test_a_bare_surname_is_known_as_such(name: str, bare: bool) -> None:
    assert parse_name(name).bare is bare


def test_a_common_second_surname_is_no_key() -> None:
    """Otherwise everyone called García or López would be resolved together."""
    assert parse_name("Pilar Cancela Rodríguez").keys == {skeleton("cancela")}


words = st.text("abcdefghijklmnopqrstuvwxyzéñï ABCXIV'-", min_size=0, max_size=30)


@given(words, words)
def test_comparing_is_symmetric_and_never_fails(a: str, b: str) -> None:
    assert compare(a, b) is compare(b, a)


@given(words)
def test_a_name_equals_itself_whatever_its_case_and_has_a_key_and_an_id(name: str) -> None:
    parsed = parse_name(name)
    assert compare(name, name) is Likeness.EQUAL
    assert parsed.slug
    assert bool(parsed.keys) == bool(parsed.words)


def test_the_fullest_form_has_most_words_then_most_documents() -> None:
    assert fullest_name([("Cancela", 9), ("Pilar Cancela", 5), ("Pilar Cancela Rodríguez", 1)]) == (
        "Pilar Cancela Rodríguez"
    )
    assert fullest_name([("Khalid Zerouali", 3), ("Khalid Zarouali", 1)]) == "Khalid Zerouali"
    assert fullest_name([("KHALID ZEROUALI", 9), ("Khalid Zerouali", 1)]) == "Khalid Zerouali"
    assert fullest_name([("Joe Biden", 1), ("J. R. Biden", 5)]) == "Joe Biden"


@pytest.mark.parametrize(
    ("title", "country"),
    [
        ("Spanish Secretary of State for Migration", "ES"),
        ("secretary of State in charge of Migration", "ES"),
        ("Secretary of State for Migration of Spain", "ES"),
    ],
)
def test_wordings_of_an_unlisted_office_are_one(title: str, country: str) -> None:
    assert role_id(RoleClaim(title, None, country)) == "es-secretary-state-migration"


def test_each_country_has_its_own_office() -> None:
    spain = RoleClaim("Ministro del Interior", "minister:interior", "ES")
    italy = RoleClaim("Ministro dell'Interno", "minister:interior", "IT")
    assert role_id(spain) == "es-minister-interior"
    assert role_id(italy) == "it-minister-interior"


def test_a_bilateral_body_is_a_series_for_each_pair_of_parties() -> None:
    gmmp = SeriesClaim("GMMP", "permanent-mixed-migration-group")
    assert series_id(gmmp, ("MA", "ES")) == "es-ma-permanent-mixed-migration-group"
    assert series_id(gmmp, ("IT", "MA")) != series_id(gmmp, ("ES", "MA"))


def test_an_unlisted_body_meets_itself_in_other_words_and_orders() -> None:
    names = [
        "Groupe de travail mixte Maroc-Espagne sur la migration",
        "Spain-Morocco Joint Working Group on Migration",
        "Grupo mixto de trabajo hispano-marroquí sobre migración",
    ]
    assert len({series_id(SeriesClaim(name), ("ES", "MA")) for name in names}) == 1


def test_an_unknown_body_is_not_multilateral() -> None:
    assert not is_multilateral(None)
    assert not is_multilateral("no-such-body")
