"""People and talks that make no meeting, or no side of one: organisations' officials, what is denied, who is absent."""

from __future__ import annotations

import pytest

from tests.unit.test_circumstances import claims

MET = {
    "en": "The Minister of Energy of Kenya, Jane Otieno, met the Finnish minister, Aino Laine, in Helsinki on Monday. ",
    "fr": "La ministre kényane de l'Énergie, Jane Otieno, a rencontré lundi à Helsinki la ministre finlandaise, "
    "Aino Laine. ",
    "es": "La ministra de Energía de Kenia, Jane Otieno, se reunió el lunes en Helsinki con la ministra finlandesa, "
    "Aino Laine. ",
}


@pytest.mark.parametrize(
    "whom",
    [
        "NATO Secretary General Pekka Aho",
        "Secretary General Pekka Aho of NATO",
        "the Secretary-General of the African Union, Pekka Aho",
    ],
)
def test_who_met_an_organisations_official_met_no_party(whom: str) -> None:
    text = f"The President of Kenya, Jane Otieno, met today with {whom}. They welcomed Sweden's and Mali's plans."
    assert claims("en", text).meetings == ()


@pytest.mark.parametrize(
    ("office", "side"),
    [
        ("the Ambassador of Chile to the OAS", "CL"),
        ("the Minister of Foreign Affairs and the Francophonie of Gabon", "GA"),
        ("the Secretary-General of the African Union", None),
    ],
)
def test_whose_side_an_organisations_official_is_on(office: str, side: str | None) -> None:
    found = claims("en", f"{MET['en']}Also present was {office}, Pekka Aho.")
    assert {p.person: p.country for p in found.participants}.get("pekka aho") == side
    assert ("pekka aho" in {p.person for p in found.participants}) or side is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ministry stated that no such meeting took place."),
        ("en", "The ministry stated that this meeting never happened."),
        ("fr", "Aucune rencontre de ce type n'a eu lieu, a précisé le ministère."),
        ("fr", "Cette réunion n'a jamais eu lieu, a précisé le ministère."),
        ("es", "El ministerio precisó que no hubo tal reunión."),
        ("es", "Dicha reunión nunca tuvo lugar, precisó el ministerio."),
    ],
)
def test_what_a_text_denies(language: str, text: str) -> None:
    assert claims(language, MET[language]).meetings
    assert claims(language, MET[language] + text).meetings == ()


def test_none_before_is_not_denied() -> None:
    assert claims("en", MET["en"] + "No such meeting took place since 2014.").meetings


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The director of trade, Pekka Aho, stood in for Minister Rasa Tamm."),
        ("fr", "Le directeur du Commerce, Pekka Aho, suppléait la ministre Rasa Tamm."),
        ("es", "El director de Comercio, Pekka Aho, suplió a la ministra Rasa Tamm."),
    ],
)
def test_whom_somebody_stood_in_for_was_not_there(language: str, text: str) -> None:
    found = claims(language, MET[language] + text)
    assert "rasa tamm" not in {p.person for p in found.participants}


def test_what_two_discussed_is_where_it_was_held() -> None:
    text = (
        "The President of Kenya, Jane Otieno, spoke this morning with the Prime Minister of Finland, Aino Laine. "
        "The President and the Prime Minister discussed {talks} in Qatar."
    )
    for talks in ("hostage negotiations taking place", "the summit being held"):
        assert claims("en", text.format(talks=talks)).meetings == ()
