"""When a text was published, where its year or its author stands apart from the day."""

from __future__ import annotations

import pytest

from etl.clean import clean
from etl.records import Document, Source

NEWS = (
    "The two ministers of the interior met today in the capital to discuss the border and the return of migrants.\n\n"
    "They agreed to set up a working group on readmission, which will meet twice a year in either country."
)


def published(text: str) -> str:
    result = clean(Source("a.txt", "text/plain", text.encode()))
    assert isinstance(result, Document)
    return str(result.published)


@pytest.mark.parametrize(
    ("opening", "foot", "day"),
    [
        ("SELLA, 9 May (SNA) -- ", "Ends/HK 09/05/2023 1437 GMT", "2023-05-09"),
        ("Sella, 4 de octubre.- ", "Año 2017 - Boletín N.º 212 - Comunicación", "2017-10-04"),
        ("Porto da Sella, 28 nov. (Presse) – ", "Communiqué n° 12/2019", "2019-11-28"),
        ("Sella, Tuesday 30 November - ", "Press release No. 45/2021", "2021-11-30"),
        ("Sella, 30 nov (Prensa) ", "jf/ro/2023", "2023-11-30"),
        # the year stands nowhere, or is another text's
        ("SELLA, 9 May (SNA) -- ", "", "None"),
        ("Sella, 4 de octubre.- ", "", "None"),
        (
            "SELLA, 9 May (SNA) -- ",
            "They recalled Regulation No 12/2019 of the Council, which is still in force.",
            "None",
        ),
        ("SELLA, 9 May (SNA) -- ", "Tenders close on 30 June 2023", "None"),
    ],
)
def test_the_year_of_an_opening_may_stand_in_the_foot(opening: str, foot: str, day: str) -> None:
    assert published(f"{opening}{NEWS}\n\n{foot}") == day


@pytest.mark.parametrize(
    ("foot", "day"),
    [
        ("By Nora Winfield\n1 March 2024", "2024-03-01"),
        ("1 March 2024\nBy Nora Winfield", "2024-03-01"),
        ("Nora Winfield, correspondent\nSunday 21 April 2024", "2024-04-21"),
        ("Nora Winfield, corresponsal\nDomingo 21 de abril de 2024", "2024-04-21"),
        ("Nora Winfield, envoyée spéciale\n21 avril 2024", "2024-04-21"),
        ("Editado por: Nora Winfield | 2023-05-09 20:14:32", "2023-05-09"),
        ("21 April 2024", "None"),
        ("21 avril 2024 - 17:20", "2024-04-21"),
        ("1522 GMT 2024/04/21", "2024-04-21"),
        ("(SNA, 21 avril 2024 - 18:47)", "2024-04-21"),
        ("DONE at Sella on this 21st day of April 2024.", "2024-04-21"),
        ("Sella, 19 to 21 April 2024", "None"),
        ("Related articles\nBy Nora Winfield\n21 April 2024", "None"),
    ],
)
def test_a_date_beside_the_author_under_the_text_dates_it(foot: str, day: str) -> None:
    assert published(f"{NEWS}\n\n{foot}") == day


def test_a_call_for_comments_behind_the_date_line_is_none_of_it() -> None:
    title = "Two ministers of the interior meet on the border"
    assert published(f"{title}\n\n24/11/2023   Nora Winfield   Leave a comment\n\n{NEWS}") == "2023-11-24"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("The governors meet\nSella, 21 April 2024", "2024-04-21"),
        ("22 Abril 2024  Migrantes y refugiados\n\nLos gobernadores se reúnen", "2024-04-22"),
        (
            "Les gouverneurs de Sella et de Lorne se retrouvent au sujet de la frontière\nsamedi 20 avril 2024 - 11:07",
            "2024-04-20",
        ),
        # what is dated is the event
        ("Report on a visit to Sella\n(19-21 April 2024)", "None"),
        ("Minutes of the second session\nVenue: Town Hall\nDate: 21 April 2024", "None"),
        ("The governors meet\n2024-04-21    Nora Winfield", "2024-04-21"),
        ("Report on a visit to Sella\n(April 19-21, 2024)", "None"),
        ("Notes on the talks of 21 April 2024 in Sella", "None"),
    ],
)
def test_a_date_of_the_head_is_the_texts_or_the_events(head: str, day: str) -> None:
    assert published(f"{head}\n\n{NEWS}") == day


def test_a_bar_above_the_headline_dates_a_page() -> None:
    bar = '<div class="top">The Sella Daily | News and views | Friday 9 June 2023</div>'
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in NEWS.split("\n\n"))
    page = f"<html><body>{bar}<div><h2>The ministers meet</h2>{paragraphs}</div></body></html>"
    result = clean(Source("a.html", "text/html", page.encode()))
    assert isinstance(result, Document)
    assert str(result.published) == "2023-06-09"
