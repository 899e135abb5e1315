"""Encounters told over several sentences of English prose: who else was there, for whom, on which day, and who was not."""

from __future__ import annotations

import pytest

from etl.clean import noise
from tests.unit.test_circumstances import claims, there
from tests.unit.test_mentions import roles
from tests.unit.test_press_en import BOTH, VISIT, chairs, met


@pytest.mark.parametrize(
    "sentence",
    [
        "Flanking Sow were Jean Moussa, the Chadian police commissioner, and others.",
        "The Chadian police commissioner, Jean Moussa, was there too.",
        "The Chadian police commissioner, Jean Moussa, told the opening session that roads are bad.",
        "A briefing given by the Chadian police commissioner, Jean Moussa, took an hour.",
        "The opening address was given on Monday by Chad's police commissioner, Jean Moussa.",
        "Chad's police commissioner, Jean Moussa, addressed delegates by video link.",
        "The Chadian police commissioner, Jean Moussa, led the Chadian experts.",
        "The host there was the Chadian police commissioner, Jean Moussa.",
        "Togo's ambassador took part, as did the Chadian embassy's consul, Jean Moussa.",
        "With the Chadian minister went the police commissioner, Jean Moussa.",
        "Also travelling with Sow was the Chadian police commissioner, Jean Moussa.",
        "From Moundou came the Chadian police commissioner, Jean Moussa.",
        "The Chadian police commissioner, Jean Moussa, stayed for the talks.",
        "The two ministers spent an hour with the Chadian police commissioner, Jean Moussa, at the table.",
    ],
)
def test_who_else_was_there(sentence: str) -> None:
    (people,) = met(VISIT + sentence)
    assert people == {**BOTH, "jean moussa": "TD"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Chadian ambassador, Yao Lawson, stood in for Togo's police commissioner, Jean Moussa, who was ill.",
        "The police commissioner, Jean Moussa, then toured a school opened in 2019.",
        "The police commissioner, Jean Moussa, will be there too.",
        "The Chadian police commissioner, Jean Moussa, who was billed to attend, was held up in Moundou.",
        "The ambassador of Togo, Yao Lawson, took part, standing in for Togo's police commissioner, Jean Moussa.",
    ],
)
def test_who_was_not(sentence: str) -> None:
    (people,) = met(VISIT + sentence)
    assert "jean moussa" not in people


def test_an_audience_and_then_a_session() -> None:
    text = (
        "The head of the UN refugee agency spoke. High Commissioner Ana Abalo was granted an audience by the President of "
        "Chad, Jean Moussa, then went into a session chaired by the Interior Minister of Chad, Ali Sow, with the UN's Resident "
        "Coordinator, Yao Lawson."
    )
    first, second = met(text)
    assert first == {"ana abalo": "UN", "jean moussa": "TD"}
    assert second == {"ana abalo": "UN", "ali sow": "TD", "yao lawson": "UN"}
    assert chairs(text) == {"ali sow"}


def test_who_will_call_on_somebody_after_the_session_was_not_at_it() -> None:
    text = "The ministers of Chad and Togo meet next week. Following the session Chadian Minister Ali Sow {} a call on the Prime "
    assert met(f"{text.format('will pay')}Minister of Togo, Ana Abalo.") == []


def test_the_day_was_spent_with_another() -> None:
    text = f"{VISIT}The bulk of the day was spent with the Togolese Trade Minister, Jean Moussa."
    assert "jean moussa" in {person for people in met(text) for person in people}


def test_the_last_to_be_received() -> None:
    text = f"{VISIT}Last to be received was the UN's Resident Coordinator, Jean Moussa."
    assert met(text) == [BOTH, {"ali sow": "TD", "jean moussa": "UN"}]
    assert met(text.replace("Last to be received was", "Sow is to receive")) == [BOTH]


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        (
            "The two sides agreed to form a joint technical team which will hold its first meeting in May.",
            "joint-bodies",
        ),
        (
            "A spokesman said the two sides had noted this with joy, and had pledged to hunt scam syndicates.",
            "organised-crime",
        ),
        ("It was agreed that the joint commission would convene in May.", "joint-bodies"),
        ("They agreed to raise the ceiling for Togolese workers.", "circular-mobility"),
        ("They agreed to post border guards in Lome.", "police-cooperation"),
        ("They agreed to act against those who traffic workers.", "migrant-smuggling"),
    ],
)
def test_what_they_agreed_on(sentence: str, topic: str) -> None:
    found = claims("en", VISIT + sentence)
    assert topic in {claim.topic for claim in found.topics if claim.relation == "AGREED_ON"}


def test_a_session_to_come_has_agreed_on_nothing() -> None:
    found = claims(
        "en", f"{VISIT}The next session, at which a joint technical team will be formed, will be held in May."
    )
    assert "joint-bodies" not in {claim.topic for claim in found.topics if claim.relation == "AGREED_ON"}


def test_talks_told_by_one_audience_and_a_session_behind_it() -> None:
    text = "Foreign Minister Ana Abalo of Togo was granted an audience by the President of Chad, Jean Moussa."
    assert met(text) == [{"ana abalo": "TG", "jean moussa": "TD"}]
    assert met(text.replace("was granted", "will be granted")) == []


def test_a_relative_clause_on_a_visit_is_of_who_stands_before_it() -> None:
    text = (
        "Interior Minister Tiina Lepp and Chadian Interior Minister Ali Sow, who is in Tallinn on a two-day visit, spoke "
        "today about visas. Estonia will help. In the afternoon the guest sat down with Ülo Rand, Director General of the "
        "Police."
    )
    first, second = met(text)
    assert first == {"tiina lepp": "EE", "ali sow": "TD"}
    assert second == {"ali sow": "TD", "ulo rand": "EE"}


def test_a_headline_gives_but_the_office_of_whom_the_text_names() -> None:
    text = (
        "The minister of foreign affairs, Ana Abalo, received on Wednesday the special representative for migration, "
        "Mr. Ali Sow.\nDuring the meeting they spoke of visas."
    )
    (found,) = met(f"Togo's Minister of Foreign Affairs receives the Chadian Commissioner\n\n{text}")
    assert set(found) == {"ana abalo", "ali sow"}


def test_in_a_headline_a_comma_may_join_two() -> None:
    text = (
        "Foreign Minister Ana Abalo of Togo on Thursday met with the Ambassador of Italy, Carla Rossi, at the ministry. "
        "Ana Abalo said that it went well."
    )
    for verb, office in (("discuss trade", None), ("dies", "IT")):
        found = claims("en", f"Ana Abalo, Italian envoy {verb}\n\n{text}")
        assert next(p.roles[0].country for p in found.persons if p.key == "ana abalo") == (office or "TG")


def test_a_year_behind_something_made_is_no_day_of_the_encounter() -> None:
    text = (
        "The Foreign Minister of Chad, Ali Sow, received the Foreign Minister of Togo, Ana Abalo, on 6 May 2024. A day later "
        "the Chadian police commissioner, Jean Moussa, showed Abalo round the centre opened in 2019."
    )
    assert met(text) == [BOTH, {"jean moussa": "TD", "ana abalo": "TG"}]


def test_a_minister_met_a_counterpart_apart_from_the_conference() -> None:
    text = (
        "The President of Chad, Ali Sow, hosted the President of Togo, Ana Abalo, and the President of Mali, Jean Moussa, at a "
        "summit. In the morning Chadian Foreign Minister Zara Deby had talks with her Malian counterpart."
    )
    first, second = met(text)
    assert set(first) == {"ali sow", "ana abalo", "jean moussa"}
    assert set(second) == {"zara deby"}


def test_the_head_of_the_delegation_was_received_with_it() -> None:
    text = (
        "Togo's Foreign Minister, Ana Abalo, has led a delegation to Chad for talks. The delegation, which included the "
        "Minister of Trade, Yao Lawson, was received by Chad's Foreign Minister, Ali Sow."
    )
    (people,) = met(text)
    assert people == {**BOTH, "yao lawson": "TG"}


def test_a_meeting_of_the_ministers_of_three_countries() -> None:
    text = (
        "Visas were the topic of the meeting of the heads of the interior ministries of Chad, Togo and Mali, which took place "
        "in Bamako at the invitation of Minister Jean Moussa."
    )
    found = claims("en", text)
    assert found.meetings[0].parties == ("ML", "TD", "TG")
    assert met(text) == [{"jean moussa": "ML"}]


@pytest.mark.parametrize(
    ("beside", "chairing"),
    [
        (", with the head of customs, Ana Abalo", {"ali sow"}),
        (", with the head of customs, Ana Abalo, as vice-chair", {"ali sow"}),
        (" together with the head of customs, Ana Abalo", {"ali sow", "ana abalo"}),
        (", with the head of customs, Ana Abalo, as co-chair", {"ali sow", "ana abalo"}),
    ],
)
def test_others_beside_who_chaired(beside: str, chairing: set[str]) -> None:
    text = "The second session of the Chad-Togo Joint Commission was chaired by the Foreign Minister of Chad, Ali Sow"
    assert chairs(f"{text}{beside}.") == chairing


@pytest.mark.parametrize(
    "sentence",
    [
        "They discussed cocaine shipped from the ports, and trafficking at the port of Callao.",
        "They agreed on visas and on a joint campaign against smuggling.",
    ],
)
def test_no_call_and_no_campaign_of_a_party(sentence: str) -> None:
    (people,) = met(f"{VISIT}{sentence} The consul of Togo, Yao Lawson, was also present.")
    assert people == {**BOTH, "yao lawson": "TG"}


def test_what_two_agreed_when_they_took_office_is_no_news() -> None:
    text = "President Ali Sow of Chad and President Ana Abalo of Togo agreed to revive the Council"
    assert met(f"{text} at the start of their respective terms in office.") == []
    assert met(f"{text} in Lome.") == [BOTH]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Hon. Ana Abalo MP, Minister for Health of Togo, and Ali Sow QC, Minister for Trade of Chad, left.",
            {"Ana Abalo": "minister:health/TG", "Ali Sow": "minister:trade/TD"},
        ),
        (
            "Chad's visiting Expatriates' Welfare Minister, Ali Sow, spoke.",
            {"Ali Sow": "Expatriates' Welfare Minister/TD"},
        ),
        (
            "The General Manager, Ali Sow, spoke to ABCD chief Ana Abalo.",
            {"Ali Sow": "officer/-", "Ana Abalo": "ABCD chief/-"},
        ),
        ("Acting Zobuelo Governor Ali Sow spoke.", {"Ali Sow": "Acting Zobuelo Governor/-"}),
        ("Director General ABC Ali Sow spoke.", {"Ali Sow": "Director General ABC/-"}),
        (
            "Minister of the Interior, Security and Customary Affairs Ali Sow spoke.",
            {"Ali Sow": "minister:interior/-"},
        ),
        (
            "Ali Sow, Director General at the Ministry of Foreign Affairs, the Swiss-Chadian Partnership Committee met.",
            {"Ali Sow": "Director General at the Ministry of Foreign Affairs/-"},
        ),
        ("The Justice Minister, Cllr. Ali Sow, spoke.", {"Ali Sow": "minister:justice/-"}),
        (
            "The UN refugee agency's Assistant High Commissioner, Ana Abalo, spoke.",
            {"Ana Abalo": "assistant-high-commissioner/UN"},
        ),
        ("The Commissioner and Interior Minister Ali Sow signed.", {"Ali Sow": "minister:interior/-"}),
        (
            "The Deputy Prime Minister and Interior Minister Ali Sow signed.",
            {"Ali Sow": "deputy-prime-minister/-; minister:interior/-"},
        ),
    ],
)
def test_titles(text: str, expected: dict[str, str]) -> None:
    assert roles(text, "en") == expected


def test_a_dateline_with_a_town_that_nobody_knows() -> None:
    assert there("en", "ZOBUELO, PERU - The ministers of Peru and Chad met here on Monday.") == ["Zobuelo"]
    assert there("en", "Zobuelo, Peru, 5 May 2023 - The ministers of Peru and Chad met on Monday.") == ["Zobuelo"]
    assert there("en", "Zobuelo, Peru and Chad met on Monday.") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Jane Moore February 9, 2025 Reading Time: 2 mins read", True),
        ("OUTCOMES STATEMENT – for release 1000 hrs, 24 October 2019", True),
        ("By May 5, 2025 two more posts will open", False),
    ],
)
def test_datelines(line: str, expected: bool) -> None:
    assert noise.is_dateline(line) is expected
