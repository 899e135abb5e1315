"""Who was there without a verb that says so: named with others, or called the visitor, the host, the Irish official."""

from __future__ import annotations

import pytest

from tests.unit.test_circumstances import claims

OPENING = (
    "The Interior Minister of Spain, Ana Soler, met the Interior Minister of Ghana, Kofi Annor, in Accra on 6 May 2024."
)


def _met(text: str, language: str = "en") -> list[set[str]]:
    found = claims(language, text)
    return [{p.person for p in found.participants if p.meeting == m.key} for m in found.meetings]


@pytest.mark.parametrize(
    "sentence",
    [
        "The prefect of Cádiz, Luis Mora, and the Ghanaian police commissioner, Esi Boateng, swapped stories.",
        "Coffee was poured for the ambassador of Spain, Luis Mora, and the head of the coast guard, Esi Boateng.",
    ],
)
def test_who_is_named_with_others_in_a_text_on_a_meeting_was_there(sentence: str) -> None:
    (met,) = _met(f"{OPENING} {sentence}")
    assert {"ana soler", "kofi annor", "luis mora", "esi boateng"} <= met


@pytest.mark.parametrize(
    "sentence",
    [
        "The prefect of Cádiz, Luis Mora, and the police commissioner, Esi Boateng, did not make the journey.",
        "The prefect of Cádiz, Luis Mora, and the police commissioner, Esi Boateng, will meet in June.",
        "The committee was set up in 2009 by the then ministers Luis Mora and Esi Boateng.",
        "The prefect of Cádiz, Luis Mora, and the police commissioner, Esi Boateng, were appointed last week.",
        "President Luis Mora and President Esi Boateng come from one town.",
        "The government's spokeswoman, Esi Boateng, and the opposition leader, Luis Mora, disagreed.",
    ],
)
def test_absent_former_and_future_people_were_not(sentence: str) -> None:
    assert _met(f"{OPENING} {sentence}") == [{"ana soler", "kofi annor"}]


def test_two_officials_in_a_text_on_talks_met_whatever_the_verb() -> None:
    text = (
        "The Interior Minister of Spain, Ana Soler, jousted amicably with the Interior Minister of Ghana, Kofi Annor. "
        "The two sides were pleased with the talks."
    )
    assert _met(text) == [{"ana soler", "kofi annor"}]
    assert _met(text.partition(". ")[0] + ".") == []
    assert _met(text.replace("jousted amicably with", "will argue with")) == []
    assert _met(text.replace("jousted amicably with", "criticised")) == []
    assert _met(text.replace("jousted amicably with", "spoke of the matter with")) == []


ARRIVALS = {
    "en": OPENING,
    "es": "La ministra del Interior de España, Ana Soler, se reunió con el ministro del Interior de Ghana, Kofi Annor, en Accra.",
    "fr": "La ministre de l'Intérieur de l'Espagne, Ana Soler, a rencontré le ministre de l'Intérieur du Ghana, Kofi Annor, "
    "à Accra.",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Later the Minister of Health, Esi Boateng, received the visitor."),
        ("en", "Later the Minister of Health, Esi Boateng, received the Spanish official."),
        ("es", "Luego la ministra de Salud, Esi Boateng, recibió a la visitante."),
        ("fr", "Ensuite la ministre de la Santé, Esi Boateng, a reçu la visiteuse."),
        ("fr", "Ensuite la ministre de la Santé, Esi Boateng, a reçu l'Espagnole."),
    ],
)
def test_the_visitor_is_whom_the_text_is_about(language: str, text: str) -> None:
    assert _met(f"{ARRIVALS[language]} {text}", language)[-1] == {"ana soler", "esi boateng"}


def test_the_visitor_is_whom_the_host_met_before_others() -> None:
    text = OPENING.replace("The Interior Minister of Spain, Ana Soler, met the Interior Minister of Ghana, Kofi Annor,",
                           "The Interior Minister of Ghana, Kofi Annor, met the Interior Minister of Spain, Ana Soler,")  # fmt: skip
    text += " Coffee was poured for the ambassador of Spain, Luis Mora, and the head of the coast guard, Esi Boateng."
    assert _met(f"{text} Later the Minister of Health, Adwoa Sarpong, received the visitor.")[-1] == {
        "ana soler",
        "adwoa sarpong",
    }


def test_the_language_is_nobody() -> None:
    text = (
        "La ministre de l'Intérieur de l'Espagne, Ana Soler, a rencontré le ministre de l'Intérieur du Ghana, Kofi Annor."
        " Ensuite la ministre de la Santé, Esi Boateng, a retrouvé l'espagnol de ses études."
    )
    assert len(_met(text, "fr")) == 1


def test_several_received_in_turn_are_each_a_meeting() -> None:
    text = (
        "The Interior Minister of Spain, Ana Soler, received several guests one after the other. The ambassador of Ghana, "
        "Kofi Annor, raised visas. The ambassador of Chad, Idriss Saleh, came to say farewell."
    )
    assert _met(text) == [{"ana soler", "kofi annor"}, {"ana soler", "idriss saleh"}]


def test_a_lone_country_told_by_adjectives_is_no_error() -> None:
    text = (
        "The minister, Ana Soler, and the director, Esi Boateng, signed a note. Ghanaian rice and Ghanaian cocoa sell."
    )
    assert claims("en", text).document


def test_what_was_held_last_month_may_be_the_news() -> None:
    text = f"{OPENING}".replace("on 6 May 2024", "last month")
    assert len(_met(text)) == 1
