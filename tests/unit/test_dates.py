"""Dates in three languages: what they say, relative to publication, with their precision, and nothing more."""

from __future__ import annotations

import datetime as dt

import pytest

from etl.dates import days_lasted, find_dates, of_a_paper
from etl.records import PartialDate

MONDAY = PartialDate(dt.date(2022, 5, 9))


def dates(text: str, language: str, published: PartialDate | None = MONDAY) -> list[str]:
    return [str(found.date) for found in find_dates(text, language, published)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "on 12 March 2023 and on March 14, 2023", ["2023-03-12", "2023-03-14"]),
        ("en", "the 3rd of May 2021", ["2021-05-03"]),
        ("en", "between September 5-7, 2023", ["2023-09-05"]),
        ("en", "on January 30", ["2022-01-30"]),
        ("en", "in March 2021 and in 2019", ["2021-03", "2019"]),
        ("fr", "le 1er juin 2020, puis du 3 au 5 juillet 2020", ["2020-06-01", "2020-07-03"]),
        ("fr", "du 30 avril au 2 mai 2022", ["2022-04-30"]),
        ("fr", "mercredi 4 mai", ["2022-05-04"]),
        ("fr", "le 14/02/2021", ["2021-02-14"]),
        ("es", "el 2 de noviembre de 2023", ["2023-11-02"]),
        ("es", "del 28 al 30 de abril", ["2022-04-28"]),
        ("es", "1 mar 2024", ["2024-03-01"]),
        ("es", "en el mes de abril", ["2022-04"]),
        ("es", "el 2 y el 3 de mayo", ["2022-05-02"]),
        ("es", "el viernes 6 del presente mes", ["2022-05-06"]),
        ("es", "en la víspera, y hace dos días", ["2022-05-08", "2022-05-07"]),
        ("en", "during the week of May 2", ["2022-05"]),
        ("fr", "la semaine du 2 mai 2022", ["2022-05"]),
        ("en", "in mid-April, 05/23/2021 and 2021.05.23", ["2022-04", "2021-05-23", "2021-05-23"]),
        ("fr", "au mois d'avril, le 02-05-2022", ["2022-04", "2022-05-02"]),
        # in words, and as each country writes them
        ("en", "DONE on this 9th day of October 2018", ["2018-10-09"]),
        ("en", "on the fifth of May and on the ninth day of October, 2021", ["2022-05-05", "2021-10-09"]),
        ("en", "the second may be the first, and three may stay", []),
        ("es", "a los doce días del mes de junio de dos mil veintiuno", ["2021-06-12"]),
        ("es", "a los 12 días del mes de junio, dos mil personas", ["2022-06-12"]),
        ("fr", "le premier mars et le douze avril 2021", ["2022-03-01", "2021-04-12"]),
        ("en", "20. 11. 2021 and 2021/5/6", ["2021-11-20", "2021-05-06"]),
        ("es", "en Santo Domingo, el domingo", ["2022-05-08"]),
        ("en", "over the weekend", ["None"]),
        # of two days the first
        ("en", "from Tuesday to Thursday", ["2022-05-03"]),
        ("en", "on Thursday and Friday", ["2022-05-05"]),
        ("en", "on Monday and Tuesday", ["2022-05-09"]),
        ("es", "entre el martes 3 y el jueves 5", ["2022-05-03"]),
        ("es", "los días martes 3 y miércoles 4 de mayo", ["2022-05-03"]),
        ("es", "jueves y viernes últimos", ["2022-05-05"]),
        ("fr", "du mardi 3 au jeudi 5 mai", ["2022-05-03"]),
        ("fr", "du 31 mars au 1er avril derniers", ["2022-03-31"]),
        ("en", "30 April - 2 May", ["2022-04-30"]),
        # counted back, or the last of its name
        ("en", "ten days ago and 3 days ago", ["2022-04-29", "2022-05-06"]),
        ("fr", "il y a cinq jours", ["2022-05-04"]),
        ("es", "el martes de la semana pasada", ["2022-05-03"]),
        ("es", "el pasado día 3, y el día 20", ["2022-05-03", "2022-04-20"]),
        ("en", "last June", ["2021-06"]),
        ("es", "en abril pasado y a fines del mes pasado", ["2022-04", "2022-04"]),
        ("en", "in the last week of April", ["2022-04"]),
        ("es", "el 3-may-2022 y mayo 4 de 2022", ["2022-05-03", "2022-05-04"]),
    ],
)
def test_explicit_dates(language: str, text: str, expected: list[str]) -> None:
    assert dates(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Friday", "2022-05-06"),
        ("en", "next Friday", "2022-05-13"),
        ("en", "last Monday", "2022-05-02"),
        ("fr", "ce lundi", "2022-05-09"),
        ("fr", "vendredi prochain", "2022-05-13"),
        ("fr", "hier", "2022-05-08"),
        ("es", "el próximo viernes", "2022-05-13"),
        ("es", "el viernes", "2022-05-06"),
        ("es", "hoy", "2022-05-09"),
    ],
)
def test_a_weekday_is_the_latest_on_or_before_publication(language: str, text: str, expected: str) -> None:
    assert dates(text, language) == [expected]


def test_a_weekday_without_a_publication_day_stays_unknown() -> None:
    assert dates("Friday", "en", None) == ["None"]
    assert dates("vendredi", "fr", PartialDate(dt.date(2022, 1, 1), "year")) == ["None"]


@pytest.mark.parametrize(
    ("language", "text", "published", "expected"),
    [
        ("en", "last week", dt.date(2022, 5, 20), "2022-05"),
        ("es", "esta semana", dt.date(2022, 5, 20), "2022-05"),
        # the week before lies in two months
        ("fr", "la semaine dernière", dt.date(2022, 5, 4), "2022"),
        ("fr", "le mois dernier", dt.date(2022, 1, 20), "2021-12"),
        ("en", "earlier this year", dt.date(2022, 5, 20), "2022"),
    ],
)
def test_a_stretch_of_time_keeps_the_precision_it_has(
    language: str, text: str, published: dt.date, expected: str
) -> None:
    assert dates(text, language, PartialDate(published)) == [expected]


def test_the_year_of_a_day_and_month_is_the_nearest_to_publication() -> None:
    assert dates("on December 9", "en") == ["2021-12-09"]
    assert dates("le 10 janvier", "fr", PartialDate(dt.date(2021, 12, 20))) == ["2022-01-10"]


def test_an_impossible_date_is_none() -> None:
    assert dates("31/31/2022", "fr") == []


@pytest.mark.parametrize(("language", "text"), [("en", "on Friday"), ("fr", "hier"), ("es", "esta mañana")])
def test_a_day_before_an_unknown_day_of_a_month_is_known_to_the_month(language: str, text: str) -> None:
    assert dates(text, language, PartialDate(dt.date(2022, 5, 1), "month")) == ["2022-05"]


@pytest.mark.parametrize(
    ("language", "before", "paper"),
    [
        ("en", "under the agreement signed on ", True),
        ("en", "they signed the agreement on ", False),
        ("fr", "en application de l'accord du ", True),
        ("fr", "ils ont signe l'accord, le ", False),
        ("es", "en el comunicado conjunto del pasado ", True),
        ("es", "firmaron el acuerdo el ", False),
        ("en", "the agreement was reached on ", False),
        ("es", "el acuerdo fue alcanzado en ", False),
    ],
)
def test_the_date_of_a_paper(language: str, before: str, *, paper: bool) -> None:
    assert (of_a_paper(language).search(before) is not None) is paper


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "the two-day meeting", 2),
        ("en", "after three days of talks", 3),
        ("fr", "au terme de deux jours de travaux", 2),
        ("es", "durante 3 jornadas", 3),
        ("en", "on a three-day visit", None),
        ("es", "una visita oficial de tres días", None),
        ("en", "two days ago", None),
    ],
)
def test_how_many_days_an_encounter_took(language: str, text: str, days: int | None) -> None:
    assert next((number for number, _ in days_lasted(text, language)), None) == days
