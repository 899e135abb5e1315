"""Which encounters a document reports, and when, where and as which session each was held."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jsonschema
import pytest

from etl import resources
from etl.extract import claims
from etl.extract.meetings import find_meetings
from tests.marked import read_marked

if TYPE_CHECKING:
    from etl.records import Claims

A = "[Omar Idrissi|p:MA:Minister of the Interior:minister:interior]"
B = "[Lucia Ferrer|p:ES:Minister of Foreign Affairs:minister:foreign-affairs]"
E = "[Paul Weber|p:DE:Commissioner]"


def read(text: str, language: str, published: str | None = "2024-05-08") -> Claims:
    return claims(read_marked(text.replace("{A}", A).replace("{B}", B).replace("{E}", E), language, published))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # announced for later
        ("en", "{A} will meet {B} next week."),
        ("en", "{A} is to be received by {B}."),
        ("en", "{A} announced that a meeting with {B} would be held in June."),
        ("fr", "{A} recevra {B} la semaine prochaine."),
        ("fr", "{A} doit rencontrer {B} jeudi."),
        ("fr", "La réunion sera coprésidée par {A} et {B}."),
        ("fr", "Une rencontre entre {A} et {B} est prévue jeudi."),
        ("es", "{A} se reunirá con {B} mañana."),
        ("es", "{A} tiene previsto reunirse con {B}."),
        ("es", "{A} habrá de reunirse con {B}."),
        ("es", "{A} tiene en agenda una reunión con {B}."),
        ("fr", "{A} a à son agenda un entretien avec {B}."),
        ("es", "{B} viajará a [Rabat|l:MA], donde será recibida por {A}."),
        # put off, denied, long past
        ("en", "A meeting between {A} and {B} was postponed."),
        ("en", "The meeting between {A} and {B} is rescheduled."),
        ("es", "La reunión entre {A} y {B} fue reprogramada."),
        ("fr", "La réunion entre {A} et {B} est reprogrammée."),
        ("fr", "La rencontre entre {A} et {B} a été reportée."),
        ("fr", "{A} n'a pas rencontré {B}."),
        ("es", "{A} no se reunió con {B}."),
        ("fr", "{A} avait reçu {B} en 2019."),
        # on the telephone
        ("en", "{A} spoke by phone with {B}."),
        ("fr", "{A} a eu un entretien téléphonique avec {B}."),
        ("es", "{A} conversó por teléfono con {B}."),
        # no encounter
        ("en", "{A} welcomed the decision of {B}."),
        ("en", "{A} congratulated {B} on her election."),
        ("fr", "{A} a reçu une lettre de {B}."),
        ("fr", "{A} s'est félicité de la visite de {B}."),
        # one country's own
        ("fr", "{A} a présidé la réunion du conseil de gouvernement, en présence de {B}."),
        ("en", "{A} met [Said Alami|p:MA:Director] in [Rabat|l:MA]."),
    ],
)
def test_no_meeting(language: str, text: str) -> None:
    found = read(text, language)
    assert found.meetings == ()
    assert found.participants == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "{A} met with {B}.\nLater the same day he also met with {E}."),
        ("en", "{A} met separately with {B} and {E}."),
        ("fr", "{A} a reçu {B}.\nIl s'est ensuite entretenu avec {E}."),
        ("es", "{A} se reunió con {B}.\nMás tarde se entrevistó con {E}."),
    ],
)
def test_another_counterpart_is_another_meeting(language: str, text: str) -> None:
    assert [meeting.parties for meeting in read(text, language).meetings] == [("ES", "MA"), ("DE", "MA")]


def test_headline_and_body_tell_of_one_meeting() -> None:
    """Headline, lead and continuation are one meeting, and its evidence is the body's sentence."""
    found = read("# {A} reçoit {B}\n{A} a reçu {B} à [Rabat|l:MA].\nCette rencontre a permis de parler de pêche.", "fr")
    assert len(found.meetings) == 1
    assert "Rabat" in found.meetings[0].evidence.text


def test_session_of_a_body() -> None:
    found = read(
        "La [22e|o:22] session de la [Commission mixte|b:joint-commission:ES MA] s'est tenue "
        "[lundi|d:2024-05-06] à [Rabat|l:MA].",
        "fr",
    )
    meeting = found.meetings[0]
    assert meeting.series is not None
    assert meeting.series.body == "joint-commission"
    assert (meeting.ordinal, str(meeting.date), meeting.city, meeting.country) == (22, "2024-05-06", "Rabat", "MA")
    assert meeting.parties == ("ES", "MA")


def test_another_ordinal_is_another_session() -> None:
    """The next session, announced in the same text, neither renumbers nor joins the one that was held."""
    found = read(
        "{A} and {B} co-chaired the [second|o:2] session of the [Joint Commission|b:joint-commission].\n"
        "The [third|o:3] session will take place in [Madrid|l:ES] in [June|d:2024-06-01].",
        "en",
    )
    assert [(meeting.ordinal, meeting.city, meeting.date) for meeting in found.meetings] == [(2, None, None)]


@pytest.mark.parametrize("mark", ["[Monday|d:2024-08-12]", "[2004|d:2004-01-01]"])
def test_a_date_after_publication_or_long_before_is_not_the_meetings(mark: str) -> None:
    assert read(f"{{A}} met {{B}} {mark}.", "en").meetings[0].date is None


def test_a_second_meeting_of_long_ago_is_recalled() -> None:
    found = read("{A} met {B} in [May|d:2024-05-01].\n{A} received {E} on [3 March 2021|d:2021-03-03].", "en")
    assert len(found.meetings) == 1


def test_what_a_text_recalls_beside_its_news_takes_nobody_from_it() -> None:
    found = read(
        "{A} met {B} in [May|d:2024-05-01].\nThe talks go back to [3 January|d:2024-01-03], when {A} met {E}.\n"
        "{A} led the delegation.",
        "en",
    )
    assert [meeting.parties for meeting in found.meetings] == [("ES", "MA")]


def test_a_day_beside_an_event_is_the_day_of_who_met_there() -> None:
    found = read("{A} met {B}, on the sidelines of the forum in [Rabat|l:MA] [today|d:2024-05-08].", "en")
    assert str(found.meetings[0].date) == "2024-05-08"


def test_unresolved_weekday_leaves_the_day_unknown() -> None:
    assert read("{A} met {B} on [Friday|d:].", "en", None).meetings[0].date is None


def test_a_continued_visit_keeps_day_and_place() -> None:
    found = read("{A} met {B} in [Geneva|l:CH] on [Monday|d:2024-05-06].\nHe then met {E}.", "en")
    assert [(str(m.date), m.city) for m in found.meetings] == [("2024-05-06", "Geneva")] * 2


def test_the_following_day() -> None:
    found = read("{A} se reunió con {B} el [lunes|d:2024-05-06].\nAl día siguiente conversó con {E}.", "es")
    assert [str(meeting.date) for meeting in found.meetings] == ["2024-05-06", "2024-05-07"]


def test_a_telephone_call_takes_its_sentences_out() -> None:
    """What follows a call is not said of the meeting reported before it."""
    found = find_meetings(
        read_marked(f"{A} met {B}.\n{A} a parlé.\n{A} had a telephone talk, and met by phone {E}.\nThey agreed.", "en")
    )
    assert found.meeting_of == {0: "m1", 1: "m1"}


@pytest.mark.parametrize("name", ["meetings", "participation"])
@pytest.mark.parametrize("language", resources.LANGUAGES)
def test_words_follow_their_schema(name: str, language: str) -> None:
    jsonschema.validate(resources.language(language, name), resources.schema(name))


def test_series_follow_their_schema() -> None:
    jsonschema.validate(resources.vocabulary("series"), resources.schema("series"))
    ids = [series["id"] for series in resources.vocabulary("series")]
    assert len(ids) == len(set(ids))
