"""The graph as an analyst sees it in the real Neo4j Browser, and nothing that leaves this machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from etl import cypher, resources

if TYPE_CHECKING:
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
ROOT = Path(__file__).parents[2]
PEOPLE_AND_SESSIONS = """
MATCH (m:Meeting)-[:IN_SERIES]->(s:MeetingSeries)
WHERE all(code IN ['MA', 'ES'] WHERE EXISTS { (m)-[:BETWEEN]->(:Country {code: code}) })
OPTIONAL MATCH (p:Person)-[:CO_CHAIRED]->(m)
OPTIONAL MATCH (m)-[:BETWEEN]->(c:Country)
WITH collect(m) + collect(s) + collect(p) + collect(c) AS nodes
UNWIND nodes AS n
RETURN DISTINCT n.id AS id, n.name AS name
"""
SHORT = 18
"""Letters of a name that a circle holds without cutting it."""
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


def test_every_kind_of_node_has_a_caption_that_can_be_read(analyst: Analyst) -> None:
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


def test_without_any_style_a_document_is_captioned_by_its_title(analyst: Analyst) -> None:
    analyst.server.write("CREATE (:Document {id: 'file:///a.txt', source: 'a.txt', title: 'Talks', language: 'en'})")
    analyst.log_in()
    frame = analyst.run("MATCH (n) RETURN n")
    assert analyst.captions(frame, nodes=1) == {"Talks"}


def test_the_samples_are_drawn_in_the_style_that_ships(analyst: Analyst, screenshot: Path | None) -> None:
    """The README's picture is made here: ``ETL_SCREENSHOT=docs/browser.png python -m pytest -m browser``."""
    found = analyst.server
    env = {**os.environ, "NEO4J_URI": found.uri, "NEO4J_USERNAME": found.username, "NEO4J_PASSWORD": found.password}
    subprocess.run([sys.executable, "-m", "etl", "load", str(ROOT / "samples")], env=env, check=True)
    analyst.log_in()
    analyst.run(":style " + " ".join((resources.root("cypher") / "browser" / "style.grass").read_text("utf-8").split()))
    analyst.run(":param between => ['MA', 'ES']")
    statement = cypher.statement("browser/sessions-of-two-countries").text
    frame = analyst.run(" ".join(line for line in statement.splitlines() if line and not line.startswith("//")))
    drawn = found.read(PEOPLE_AND_SESSIONS)
    frame.locator("g.node").nth(len(drawn) - 1).wait_for()
    captions = {" ".join(text.split()) for text in frame.locator("g.node").all_text_contents()}
    assert {"Morocco", "Spain"} <= captions
    assert {name for name in drawn if len(name) < SHORT} <= captions
    assert analyst.left() == []
    if screenshot:
        frame.get_by_title("Fullscreen").first.click()
        analyst.page.wait_for_timeout(3000)  # the drawing comes to rest
        frame.get_by_label("zoom-to-fit").click()
        analyst.page.wait_for_timeout(1000)
        frame.get_by_label("zoom-out").click()  # the panel hides what lies at the right edge
        analyst.page.wait_for_timeout(1000)
        frame.screenshot(path=screenshot)
