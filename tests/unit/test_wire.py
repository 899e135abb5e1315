"""What wire dispatches and ministries' pages do: agencies, lists of envoys, one talk after the other, own bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from etl import places
from etl.annotate import annotate
from etl.extract import extract
from etl.pipeline.documents import read_documents
from etl.records import Document
from tests.unit.test_circumstances import claims

if TYPE_CHECKING:
    from pathlib import Path

ENVOYS = {"julio salas": "PE", "ingrid solberg": "NO", "bola adeyemi": "NG"}


def sides(text: str, language: str) -> dict[str | None, str | None]:
    """Return each participant's side."""
    return {p.person: p.country for p in claims(language, text).participants}


def parties(text: str, language: str) -> list[tuple[str, ...]]:
    """Return the parties of each meeting, in order."""
    return [meeting.parties for meeting in claims(language, text).meetings]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "Ghana's Foreign Minister Kofi Boateng met Togo's Foreign Minister Yao Mensah in Lomé. Discussions with "
                "Benin's Foreign Minister, Luc Dossou, focused on trade. As for the talks with the Foreign Minister of "
                "Mali, Oumar Traoré, they centred on security. Talks with the Prime Minister of Niger, Ali Issa, will "
                "focus on energy."
            ),
        ),
        (
            "es",
            (
                "El canciller de Ghana, Kofi Boateng, se reunió con el canciller de Togo, Yao Mensah, en Lomé. Las "
                "conversaciones con el canciller de Benín, Luc Dossou, se centraron en el comercio. En cuanto a la reunión "
                "con el canciller de Malí, Oumar Traoré, esta versó sobre la seguridad. La reunión con el primer ministro "
                "de Níger, Ali Issa, fue cancelada."
            ),
        ),
        (
            "fr",
            (
                "Le ministre des Affaires étrangères du Ghana, Kofi Boateng, a rencontré le ministre des Affaires "
                "étrangères du Togo, Yao Mensah, à Lomé. Les discussions avec le ministre des Affaires étrangères du "
                "Bénin, Luc Dossou, ont porté sur le commerce. Quant aux entretiens avec le ministre des Affaires "
                "étrangères du Mali, Oumar Traoré, ils ont été centrés sur la sécurité. La rencontre avec le Premier "
                "ministre du Niger, Ali Issa, a été annulée."
            ),
        ),
    ],
)
def test_talks_with_somebody_told_as_the_subject(language: str, text: str) -> None:
    assert parties(text, language) == [("GH", "TG"), ("BJ", "GH"), ("GH", "ML")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "Togo's minister Ana Mensah received the ambassadors of the Republic of Peru, Julio Salas; the Kingdom of "
                "Norway, Ingrid Solberg; and Nigeria, Bola Adeyemi."
            ),
        ),
        (
            "en",
            (
                "Togo's minister Ana Mensah received the ambassadors of Peru, Julio Salas, of Norway, Ingrid Solberg, and "
                "of Nigeria, Bola Adeyemi."
            ),
        ),
        (
            "fr",
            (
                "La ministre du Togo, Ana Mensah, a reçu les ambassadeurs de la République du Pérou, Julio Salas, du "
                "Royaume de Norvège, Ingrid Solberg, et de la République fédérale du Nigéria, Bola Adeyemi."
            ),
        ),
        (
            "es",
            (
                "La ministra de Togo, Ana Mensah, recibió a los embajadores de la República del Perú, Julio Salas, del "
                "Reino de Noruega, Ingrid Solberg, y de Nigeria, Bola Adeyemi."
            ),
        ),
        (
            "es",
            (
                "La ministra de Togo, Ana Mensah, recibió al embajador de Perú, Julio Salas; a la de Noruega, Ingrid "
                "Solberg, y al de Nigeria, Bola Adeyemi."
            ),
        ),
    ],
)
def test_a_list_of_envoys_tells_the_country_of_each(language: str, text: str) -> None:
    assert sides(text, language) == {**ENVOYS, "ana mensah": "TG"}


def test_an_envoy_without_a_country_is_not_of_the_one_before() -> None:
    text = "Togo's minister Ana Mensah received the ambassadors of Peru, Julio Salas, and Norway, Ingrid Solberg, and Ed Poe."
    assert sides(text, "en").get("ed poe") is None


def test_a_plural_title_is_told_in_the_singular() -> None:
    text = "Kofi Boateng of Ghana met the foreign ministers of Peru, Julio Salas, Norway, Ingrid Solberg, and Chile, Luis Mora."
    titles = {p.key: p.roles[0].title for p in claims("en", text).persons if p.roles}
    assert titles["ingrid solberg"] == "foreign minister of Norway"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("London, Nov 12 (APP): Interior Minister Omar Khan called on the UK Home Secretary Jane Poe.", ("GB", "PK")),
        # two countries' agencies have the name: the text tells which
        ("Dakar, 12 Nov (APS) - Foreign Minister Awa Fall received Peru's minister Ana Salas.", ("PE", "SN")),
        ("Jane Poe of the London AIB club met the Peruvian minister Ana Salas.", None),
    ],
)
def test_an_agency_tells_whose_people_its_dispatch_means(text: str, expected: tuple[str, ...] | None) -> None:
    assert parties(text, "en") == ([expected] if expected else [])


def test_the_office_in_a_dateline_is_the_documents_own(tmp_path: Path) -> None:
    text = (
        "Readout of the minister's talks\n\nMay 3, 2024 – Accra, Ghana – Ministry of Foreign Affairs of Peru\n\nMinister Ana Salas met with Kofi Boateng, "
        "Foreign Minister of Ghana. The ministers discussed the security situation in the Sahel.\n"
    )
    (tmp_path / "readout.txt").write_text(text, encoding="utf-8")
    document = next(read_documents([tmp_path], max_bytes=10**6))
    assert isinstance(document, Document)
    assert [meeting.parties for meeting in extract(document, annotate(document)).meetings] == [("GH", "PE")]


def test_where_somebody_was_met_today_is_nobodys_home() -> None:
    text = (
        "The Minister of Justice, Helen Poe, met the Australian Minister for Home Affairs, Ed Lee, in Canberra today. "
        "The two discussed what New Zealand and Australia can do. It is a priority for New Zealand."
    )
    assert sides(text, "en") == {"helen poe": "NZ", "ed lee": "AU"}


def test_two_of_the_only_countries_told_met_in_one_of_them() -> None:
    text = "Polish-Georgian consultations\n\nUndersecretary Henryk Nowak held consultations in Tbilisi with Deputy Foreign Minister Lasha Beridze."
    assert sides(text, "en") == {"henryk nowak": "PL", "lasha beridze": "GE"}


def test_credentials_are_received_apart() -> None:
    text = (
        "The Togolese President, Ana Mensah, received on Monday in Lomé the credentials of the new ambassadors of Peru, "
        "Julio Salas, and Norway, Ingrid Solberg."
    )
    assert parties(text, "en") == [("PE", "TG"), ("NO", "TG")]


def test_a_counterpart_of_an_office_that_begins_with_its_country() -> None:
    text = "Iranian Anti-Narcotics Police Chief General Reza Karimi and his Armenian counterpart, Gevorg Manasyan, met in Yerevan."
    titles = {p.key: p.roles[0].title for p in claims("en", text).persons}
    assert titles["gevorg manasyan"] == "Anti-Narcotics Police Chief"


def test_a_friendship_group_is_one_parliaments_own() -> None:
    text = "The chair of the Kenya-Peru Parliamentary Friendship Group, Jane Otieno, met the Peruvian ambassador, Ana Salas, in Nairobi."
    assert sides(text, "en") == {"jane otieno": "KE", "ana salas": "PE"}


def test_whom_a_delegation_includes_and_who_signed_for_a_government() -> None:
    text = (
        "Moldova's Speaker Ion Rusu, whose delegation was in Lima, met Peru's President Ana Salas. "
        "Moldova's delegation, which includes lawmakers Radu Popa and Stela Bordei, stays until Friday. "
        "Peru's Minister of Trade, Luis Mora, signed on behalf of his government."
    )
    found = sides(text, "en")
    assert found["radu popa"] == found["stela bordei"] == "MD"
    assert found["luis mora"] == "PE"


@pytest.mark.parametrize(
    ("name", "country"), [("Islamabad", "PK"), ("Valletta", "MT"), ("Vaduz", "LI"), ("Santiago", "CL")]
)
def test_a_capital_comes_before_a_larger_citys_other_name(name: str, country: str) -> None:
    city = places.find_city(name)
    assert city is not None
    assert city.country == country


def test_who_will_take_part_in_meetings_has_met_nobody() -> None:
    text = (
        "The Minister of Home Affairs of Belize, Omar Poe, goes to Toronto.\n\nMr. Poe and his delegation will also take "
        "part in bilateral meetings in Ottawa with government ministers of Canada."
    )
    assert parties(text, "en") == []
