"""Logs go to standard error, in the form that was asked for, without secrets."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import structlog
from pydantic import SecretStr

from etl import log

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _defaults_afterwards() -> Iterator[None]:
    yield
    structlog.reset_defaults()


def test_json_lines_stand_on_stderr_and_hide_what_is_secret(capsys: pytest.CaptureFixture[str]) -> None:
    log.configure("json")
    structlog.get_logger().info(
        "connected to neo4j://ann:hunter2@db.example.org:7687",
        neo4j_password="hunter2",  # noqa: S106 (what must not be seen)
        key=SecretStr("hunter2"),
        nested={"api_token": "hunter2", "addresses": ["bolt://ann:hunter2@db"]},
        documents=3,
    )
    out, err = capsys.readouterr()
    assert out == ""
    assert "hunter2" not in err
    line = json.loads(err)
    assert line["event"] == "connected to neo4j://***@db.example.org:7687"
    assert line["nested"] == {"api_token": "***", "addresses": ["bolt://***@db"]}
    assert (line["documents"], line["level"]) == (3, "info")


def test_text_is_the_default_and_debug_needs_verbose(capsys: pytest.CaptureFixture[str]) -> None:
    log.configure()
    structlog.get_logger().debug("details")
    structlog.get_logger().warning("look", source="a.txt")
    err = capsys.readouterr().err
    assert "details" not in err
    assert "look" in err
    assert "source=a.txt" in err
    log.configure(verbose=True)
    structlog.get_logger().debug("details")
    assert "details" in capsys.readouterr().err
