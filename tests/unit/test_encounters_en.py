"""How English tells of an encounter without a plain verb of meeting, who was there too, and what is none."""

from __future__ import annotations

import pytest

from etl.extract import claims
from tests.marked import read_marked
from tests.unit.test_participation import CHAIRED, MET, expected, marked, rosters

WITH_MOREL = f"{MET} morel:a"
FIRST = "{A} met with {B}."
SESSION = "[Spain|c:ES] and [Morocco|c:MA] held the [seventh|o:7] meeting of the [Commission|b:x]."


@pytest.mark.parametrize(
    ("text", "roster"),
    [
        # two who do together what one does face to face
        ("{A} and {B} put their heads together over visas.", MET),
        ("{A} and {B} hammered out a deal in [Rabat|l:MA].", MET),
        ("{A} and {B} went over the roadmap.", MET),
        ("{A} and {B} spent two hours discussing visas.", MET),
        ("{A} and {B} dined together on Monday.", MET),
        ("{A} and {B} jointly inaugurated the new crossing.", MET),
        ("{A} and {B} exchange gifts in [Rabat|l:MA].", MET),
        ("{A} and {B} worked out a timetable.", MET),
        ("{A} and {B} came to terms on Monday.", MET),
        ("{A} and {B} adopted a joint statement.", MET),
        ("{A} and {B} gave the green light to joint patrols.", MET),
        ("Visas were discussed on Monday by {A} and {B}.", MET),
        ("Under an agreement reached on Monday between {A} and {B}, visas will be free.", MET),
        # what one does with another
        ("{B} broke bread with {A} on Monday.", MET),
        ("{B} came out of the office of {A} smiling.", MET),
        ("{B} was in [Rabat|l:MA], where {A} gave her a dinner.", MET),
        ("{B} was back home after meetings in [Rabat|l:MA] with {A}.", MET),
        ("{B} broached the subject with {A} over lunch.", MET),
        ("{B} sealed an agreement with {A}.", MET),
        ("{B} agreed on a roadmap with {A}.", MET),
        ("{B} spent two hours with {A} on Monday.", MET),
        ("{A} shakes hands with {B} before their meeting.", MET),
        ("{A} rolled out the red carpet for {B}.", MET),
        ("{A} had {B} over for lunch on Monday.", MET),
        ("{B} flew to [Rabat|l:MA] and was met at the airport by {A}.", MET),
        ("A meeting in [Rabat|l:MA] brought {A} and {B} to the same table.", MET),
        ("The talks brought to the old fort {A} and {B}.", MET),
        ("Facing {A} sat {B}.", MET),
        ("{A} and {B} were joined by {C}.", WITH_MOREL),
        ("{B} put pen to paper together with {A}.", MET),
        ("{B} said she and her colleague {A} agreed to open the post.", MET),
        (f"{FIRST}\n{{A}} and {{B}} renewed the pledges made by {{E}} and {{C}} at the summit.", MET),
        ("{A} and {B} conferred on 11 May at the palace.", MET),
        ("{A} took part in a virtual meeting with {B}.", MET),
        ("The session was called to order by {A} and {B}.", CHAIRED),
        ("The session, which {A}, the host, and {B} co-chaired, was long.", CHAIRED),
        ("{B} sat across the table from {A}.", MET),
        # papers handed over
        ("{B} delivered a letter from the king to {A}.", MET),
        ("{B} presented her credentials to {A}.", MET),
        ("{A} accepted the credentials of {B}.", MET),
        # what is said to the press together, or after hours of talks, whatever the content puts ahead
        ("{A} said at a joint news conference with {B} that the post would be closed.", MET),
        ("Speaking at a joint press conference with {B}, {A} said the post would be closed.", MET),
        ("In a text released after two hours of talks, {A} and {B} said that teams will be formed.", MET),
        ("The post will be closed, {A} and {B} said after their talks.", MET),
        # "the two" are the two whom the text has just named
        ("{B} was in [Rabat|l:MA] as the guest of {A}.\nThe two leaders discussed trade.", MET),
        ("{B} praised {A}.\nThe pair reviewed projects.", MET),
        # who says, behind its content, something during another's visit
        ("The two agreed to expand trade, {A} said during a visit by {B}.", MET),
        # who abroad, or to a visitor, tells another something
        ("{B}, visiting [Rabat|l:MA], told {A} that [Spain|c:ES] was ready.", MET),
        ("{A} told visiting {B} that [Morocco|c:MA] was ready.", MET),
        # whom somebody received who was said to be in the country just before
        (
            "{B} was in [Rabat|l:MA] on Monday.\nThe minister [Sami Alaoui|p::Minister] received her.",
            "alaoui:a ferrer:a",
        ),
        ("In [Rabat|l:MA], {B} went to see {A} and spoke of ports.", MET),
        ("Welcoming {B} to [Rabat|l:MA], {A} spoke of a new chapter.", MET),
        # a call for help is no telephone call
        ("{A} and {B} discussed how coastguards answer distress calls.", MET),
        ("{A} spoke to reporters after a meeting with {B}.", MET),
        # who was there too
        (f"{FIRST}\nIt was a meeting for which {{C}} and {{D}} were present.", f"{WITH_MOREL} torres:a"),
        (f"{FIRST}\nLooking on was {{C}}.", WITH_MOREL),
        (f"{FIRST}\nAlso sitting around the table was {{C}}.", WITH_MOREL),
        (f"{FIRST}\n{{C}} completed the two teams.", WITH_MOREL),
        (f"{FIRST}\n{{C}} sat in.", WITH_MOREL),
        (f"{FIRST}\n{{C}} joined them.", WITH_MOREL),
        (f"{FIRST}\nShe had come with {{C}}.", WITH_MOREL),
        (f"{FIRST}\nIn her party was {{C}}.", WITH_MOREL),
        (f"{FIRST}\nAttending the meeting was also {{C}}.", WITH_MOREL),
        (f"{FIRST}\n{{A}}, who was flanked at the talks by {{C}}, is expected in [Paris|l:FR] tomorrow.", WITH_MOREL),
        (f"{FIRST}\n{{B}} had {{C}} at her side.", WITH_MOREL),
        (f"{FIRST}\n{{C}} was by her side.", WITH_MOREL),
        (f"{FIRST}\nMaking up her delegation was {{C}}.", WITH_MOREL),
        # sides: who sat for them, who was at their head, whose hands signed
        (f"{SESSION}\nSitting for [Spain|c:ES] was {{B}}.\n[Morocco|c:MA] fielded {{A}}.", MET),
        (f"{SESSION}\nThe [Spanish|c:ES] team was under {{B}}.\nThe [Moroccan|c:MA] one was led by {{A}}.", MET),
        (f"{SESSION}\nThe [Spanish|c:ES] side was under the leadership of {{B}}.\n[Morocco|c:MA] sent {{A}}.", MET),
        (f"{SESSION}\nThe minutes were initialled, for [Spain|c:ES], by {{B}} and, for [Morocco|c:MA], by {{A}}.", MET),
        (f"{SESSION}\nIt bears the signatures of the leaders of the two teams, {{A}} and {{B}}.", MET),
        # chairs
        (f"{SESSION}\nThe gavel was in the hands of {{A}} and {{B}}.", CHAIRED),
        (f"{SESSION}\n{{A}} and {{B}} took it in turns to chair.", CHAIRED),
        (f"{SESSION}\nPresiding were {{A}} and {{B}}.", CHAIRED),
        (f"{SESSION}\nDebates were led jointly by {{A}} and {{B}}.", CHAIRED),
        (f"{SESSION}\n{{A}} held the chair jointly with {{B}}.", CHAIRED),
        ("{A} and {B} jointly ran the [seventh|o:7] session of the [Commission|b:x].", CHAIRED),
        (f"{SESSION}\nIt was steered together by {{A}} and {{B}}.", CHAIRED),
        ("{A} and {B} were at the helm of the [seventh|o:7] session of the [Commission|b:x].", CHAIRED),
    ],
)
def test_encounter(text: str, roster: str) -> None:
    assert [people for _, people in rosters(text, "en")] == [expected(roster)]


def test_who_leads_a_delegation_is_of_its_country() -> None:
    text = (
        "[Eva Zammit|p::Minister] led the [Maltese|c:MT] delegation.\nReceived by {A}, the minister praised progress."
    )
    assert rosters(text, "en") == [("MA MT", {"idrissi": "ATTENDED", "zammit": "ATTENDED"})]


def test_whoever_signs_for_a_country_is_of_it() -> None:
    text = f"{SESSION}\nIt was inked for [Spain|c:ES] by {{D}} and for [Morocco|c:MA] by {{C}}."
    found = claims(read_marked(marked(text), "en", "2024-05-08")).participants
    assert {p.person: p.country for p in found} == {"torres": "ES", "morel": "MA"}


def test_whoever_signs_was_at_the_meeting_of_those_two_countries() -> None:
    signed = "The text was inked for [Morocco|c:MA] by {D} and for [Spain|c:ES] by {C}."
    found = rosters(f"{{A}} held talks with {{B}}; and {{E}}, each accompanied by officers.\n{signed}", "en")
    assert [(parties, "torres" in people) for parties, people in found] == [("ES MA", True), ("DE MA", False)]


def test_each_is_met_alone() -> None:
    text = "{A} held talks with {B}; and {E}, each accompanied by officers."
    assert [parties for parties, _ in rosters(text, "en")] == ["ES MA", "DE MA"]


def test_the_nearer_of_two_sentences_tells_the_place() -> None:
    talk = "and the two sides spoke at great length, and not for the first time, of the many long months that students in [Quito|l:EC] now wait"
    text = f"[Spain|c:ES] and [Morocco|c:MA] held talks this week, they said in a statement, {talk}.\n"
    found = claims(read_marked(f"{text}The talks were held in [Rabat|l:MA].", "en", "2024-05-08"))
    assert [meeting.city for meeting in found.meetings] == ["Rabat"]


@pytest.mark.parametrize(
    "text",
    [
        "{B} is to raise the matter with {A} next week.",
        "{B} met with a delegation of [Moroccan|c:MA] labour leaders.",
        "{A} will welcome {B} for talks. This meeting with [Spain|c:ES] is the first of its kind.",
        "{B} refused to shake hands with {A}.",
        "{B} would spend two days with {A} if she could.",
        "{A} and {B} both condemned the attack.",
        "{B} hopes that {A} will come to see her. She went to see the match.",
        "A meeting between {A} and {B} that will be held in [Rabat|l:MA] was announced.",
        "A meeting between {A} and {B}, officials said, will be held in June.",
        "{B} discussed the matter with {A} by telephone.",
        "{B} called {A} on Monday. They discussed trade.",
        "{B} spoke to {A} on Monday.",
        "{B} told {A} in a letter that [Spain|c:ES] was ready.",
        "The truce, which began at the end of May, is backed by [Spain|c:ES] and [Chad|c:TD] to allow for talks.",
        "[Rosa Gil|p:ES:former foreign minister] had lunch with {A}.",
        "{A} and {B} exchanged letters on Monday.",
        "{A} and {B} traded accusations on Monday.",
        "{B} announced that she would hand over a letter to {A}.",
        "The agreement reached last year between {A} and {B} has expired.",
        "{B} praised {A} and {E}.\nThe two leaders discussed trade.",
        "The programme provides for a meeting of {B} with {A}.",
    ],
)
def test_no_encounter(text: str) -> None:
    assert not rosters(text, "en")
