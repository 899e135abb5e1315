"""The graph as an analyst sees it in the real Neo4j Browser, and nothing that leaves this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Analyst

pytestmark = pytest.mark.browser

GRAPH = """
CREATE (meeting:Meeting {id: 'm', name: '22nd Morocco-Spain Migration Group, 2022-05-06', date: date('2022-05-06')}),
       (zerouali:Person {id: 'z', name: 'Khalid Zerouali'})-[:CO_CHAIRED {role: 'Wali'}]->(meeting),
       (perea:Person {id: 'p', name: 'Jesús Perea'})-[:CO_CHAIRED {role: 'Secretary of State'}]->(meeting),
       (:Role {id: 'r', name: 'Secretary of State for Migration'})-[:REPRESENTED_AT]->(meeting),
       (meeting)-[:BETWEEN]->(:Country {code: 'MA', name: 'Morocco'}),
       (meeting)-[:IN_SERIES]->(:MeetingSeries {id: 's', name: 'Permanent Mixed Migration Group'}),
       (meeting)-[:DISCUSSED]->(:Topic {id: 'return-readmission', name: 'Return and readmission'}),
       (meeting)-[:CONCERNED]->(:Route {id: 'atlantic', name: 'Atlantic route'}),
       (:Document {id: 'file:///a.txt', source: 'a.txt', title: 'The group meets in Rabat'})-[:REPORTS]->(meeting)
"""
CO_CHAIRS = "MATCH (p:Person)-[r:CO_CHAIRED]->(m:Meeting) RETURN p, r, m"


STYLE = ':style node {diameter: 110px; caption: "{name}"; font-size: 12px;} node.Document {caption: "{title}";}'
"""Circles that hold a whole caption; by default Neo4j Browser cuts it after some letters."""


def test_an_analyst_logs_in_and_sees_who_co_chaired(analyst: Analyst) -> None:
    analyst.server.write(GRAPH)
    analyst.log_in()
    frame = analyst.run(CO_CHAIRS)
    captions = analyst.captions(frame, nodes=3)
    assert frame.locator("g.relationship").count() == 2
    assert frame.get_by_test_id("property-details-overview-node-label-Person").inner_text() == "Person (2)"
    assert any(caption.startswith("22nd") for caption in captions), captions
    assert analyst.left() == []


def test_every_kind_of_node_has_a_caption_that_can_be_read(analyst: Analyst, screenshot: Path | None) -> None:
    """The README's picture is made here: ``ETL_SCREENSHOT=docs/browser.png python -m pytest -m browser``."""
    analyst.server.write(GRAPH)
    analyst.log_in()
    analyst.run(STYLE)
    frame = analyst.run("MATCH (n) RETURN n")
    assert analyst.captions(frame, nodes=9) == {
        "22nd Morocco-Spain Migration Group, 2022-05-06",
        "Khalid Zerouali",
        "Jesús Perea",
        "Secretary of State for Migration",
        "Morocco",
        "Permanent Mixed Migration Group",
        "Return and readmission",
        "Atlantic route",
        "The group meets in Rabat",
    }
    if screenshot:
        frame.screenshot(path=screenshot)


def test_without_any_style_a_document_is_captioned_by_its_title(analyst: Analyst) -> None:
    analyst.server.write("CREATE (:Document {id: 'file:///a.txt', source: 'a.txt', title: 'Talks', language: 'en'})")
    analyst.log_in()
    frame = analyst.run("MATCH (n) RETURN n")
    assert analyst.captions(frame, nodes=1) == {"Talks"}
