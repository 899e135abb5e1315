"""Whose document it is, by what it prints outside its article, and what follows for the sides of a meeting."""

from __future__ import annotations

import pytest

from tests.unit.test_circumstances import claims

ARTICLE = (
    "Minister Clara Dupré met on Monday with the Honourable Winston Clarke, Jamaica's Minister of Labour, in "
    "Kingston. They discussed the recruitment of seasonal workers."
)


@pytest.mark.parametrize(
    ("page", "country"),
    [
        (f"Canada.ca > Employment > News\n\nA visit\n\n{ARTICLE}", "CA"),
        (f"GOV.UK\nHome > Borders\n\nA visit\n\n{ARTICLE}", "GB"),
        (f"A visit\n\n{ARTICLE}\n\nContact: press@interior.gob.es\n", "ES"),
        (f"Republic of Chad\nMinistry of Foreign Affairs\n\nA visit\n\n{ARTICLE}", "TD"),
    ],
)
def test_an_official_without_a_country_is_of_the_publishing_government(page: str, country: str) -> None:
    (meeting,) = claims("en", page).meetings
    assert meeting.parties == tuple(sorted(("JM", country)))


def test_an_article_that_prints_no_letterhead_tells_of_no_government() -> None:
    assert not claims("en", f"A visit\n\n{ARTICLE}").meetings


def test_the_commissioners_of_the_unions_own_page_are_the_unions() -> None:
    text = (
        "European Commission\nPress corner > Daily News\n\nA visit\n\n"
        "On Thursday, Commissioner Ida Holm and the Minister of Interior, Omar Said, held a working session in Amman "
        "together with the Director of Public Security."
    )
    people = {p.person: p.country for p in claims("en", text).participants}
    assert people == {"ida holm": "EU", "omar said": "JO"}


def test_a_minister_who_chairs_others_is_of_the_place() -> None:
    text = (
        "The meeting in Valletta lasted two hours. Home Affairs Minister Carl Borg presided over the talks, which "
        "brought to the old fort the Italian Undersecretary Lia Neri and the Libyan Director of Ports Ali Fezzani."
    )
    (meeting,) = claims("en", text).meetings
    assert meeting.parties == ("IT", "LY", "MT")
