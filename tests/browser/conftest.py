"""Neo4j Browser as analysts use it: served by the product's own local server, driven in a headless Chromium."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import neo4j
import pytest

from etl import server
from etl import settings as environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True, slots=True)
class LocalServer:
    """The product's own server, running: where its Browser is, and how to log in."""

    address: str
    uri: str
    username: str
    password: str = field(repr=False)

    def write(self, query: str) -> None:
        """Run one statement."""
        with neo4j.GraphDatabase.driver(self.uri, auth=(self.username, self.password)) as driver:
            driver.execute_query(query)

    def read(self, query: str) -> list[str]:
        """Run one statement and return its names."""
        with neo4j.GraphDatabase.driver(self.uri, auth=(self.username, self.password)) as driver:
            return [record["name"] for record in driver.execute_query(query).records]


@dataclass(frozen=True, slots=True)
class Analyst:
    """A person before Neo4j Browser; the addresses that the page asked for, and those that it was kept from."""

    page: Page
    server: LocalServer
    requested: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def log_in(self) -> None:
        """Open the Browser, type the name and the password, and wait until the database has answered."""
        self.page.goto(self.server.address)
        self.page.get_by_test_id("username").fill(self.server.username)
        self.page.get_by_test_id("password").fill(self.server.password)
        self.page.get_by_test_id("connect").click()
        self.page.get_by_text("You are connected as user").wait_for()

    def run(self, command: str) -> Locator:
        """Type a command into the editor, run it, and return the frame that answers it."""
        self.page.get_by_test_id("activeEditor").click()
        self.page.keyboard.insert_text(command)
        self.page.get_by_test_id("editor-Run").click()
        label = self.page.get_by_test_id("frameCommand").filter(has_text=command)
        frame = self.page.get_by_test_id("frame").filter(has=label).first
        frame.wait_for()
        return frame

    @staticmethod
    def captions(frame: Locator, nodes: int) -> set[str]:
        """Return what is written in the circles of a frame, once as many are drawn."""
        drawn = frame.locator("g.node")
        drawn.nth(nodes - 1).wait_for()
        assert drawn.count() == nodes
        lines = [node.locator("text.caption").all_text_contents() for node in drawn.all()]
        return {" ".join("".join(each).split()) for each in lines}

    def left(self) -> list[str]:
        """Return the addresses outside this machine that a request was sent to."""
        outside = (url for url in self.requested if urlsplit(url).hostname not in {"127.0.0.1", None})
        return sorted(set(outside) - set(self.refused))


@pytest.fixture(scope="session")
def local_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalServer]:
    """Give the product's own server, whatever database the other tests take: it is what serves the Browser."""
    settings = environment.load()
    local = settings.model_copy(
        update={
            "home": tmp_path_factory.mktemp("etl-home"),
            "cache": settings.cache_folder,
            "bolt_port": 0,
            "http_port": 0,
        }
    )
    try:
        found = server.start(local)
        password = found.password_file.read_text(encoding="ascii").strip()
        yield LocalServer(found.browser or "", found.uri or "", found.username, password)
    finally:
        server.stop(local)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Give a headless Chromium that is installed on this machine; without one the tests fail."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (only these tests wait for it)

    path = os.environ.get("ETL_TEST_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.fail("no Chromium found: apt-get install chromium, or set ETL_TEST_CHROMIUM to its path")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, headless=True, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def analyst(chromium: Browser, local_server: LocalServer) -> Iterator[Analyst]:
    """Give an analyst with a fresh profile, before an empty database."""
    local_server.write("MATCH (n) DETACH DELETE n")
    context = chromium.new_context(viewport={"width": 1600, "height": 1000})
    visit = Analyst(context.new_page(), local_server)
    visit.page.on("request", lambda request: visit.requested.append(request.url))
    visit.page.on("websocket", lambda socket: visit.requested.append(socket.url))
    visit.page.on(
        "requestfailed", lambda request: visit.refused.append(request.url) if request.failure == "csp" else None
    )
    yield visit
    context.close()


@pytest.fixture
def screenshot() -> Path | None:
    """Return where the picture of the graph goes: ETL_SCREENSHOT, if set."""
    given = os.environ.get("ETL_SCREENSHOT")
    return Path(given) if given else None
