"""The environment is read strictly, each wrong variable is named, and no secret is ever shown."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from etl import settings
from etl.errors import UsageError


@pytest.fixture(autouse=True)
def _only_what_the_test_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith(("ETL_", "NEO4J_")):
            monkeypatch.delenv(name)


def test_defaults_name_the_user_data_folder_and_no_database() -> None:
    found = settings.load()
    assert found.connection() is None
    assert found.home.is_absolute()
    assert found.home.name == settings.APPLICATION
    assert found.cache_folder == found.home / "cache"
    assert found.max_file_bytes == 25_000_000


def test_the_environment_overrides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ETL_HOME", "~/graph")
    monkeypatch.setenv("ETL_CACHE", "/var/cache/graph")
    monkeypatch.setenv("ETL_BOLT_PORT", "0")
    monkeypatch.setenv("ETL_MAX_FILE_MB", "0.5")
    found = settings.load()
    assert found.home == Path.home() / "graph"
    assert found.cache_folder == Path("/var/cache/graph")
    assert found.bolt_port == 0
    assert found.max_file_bytes == 500_000


def test_an_empty_variable_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "")
    monkeypatch.setenv("ETL_BOLT_PORT", "")
    assert settings.load().connection() is None


def test_a_named_database_is_taken_with_its_secret_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "neo4j+s://graph.example.org")
    monkeypatch.setenv("NEO4J_USERNAME", "ann")
    monkeypatch.setenv("NEO4J_PASSWORD", "hunter2")
    monkeypatch.setenv("NEO4J_DATABASE", "press")
    found = settings.load()
    connection = found.connection()
    assert connection is not None
    assert (connection.uri, connection.username, connection.database) == (
        "neo4j+s://graph.example.org",
        "ann",
        "press",
    )
    assert connection.password.get_secret_value() == "hunter2"
    assert "hunter2" not in f"{found!r} {connection!r} {found.model_dump_json()}"


def test_the_password_may_stand_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("with blanks \n", encoding="utf-8")
    monkeypatch.setenv("NEO4J_PASSWORD_FILE", str(file))
    assert settings.load().password().get_secret_value() == "with blanks "


def test_a_password_given_twice_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "hunter2")
    monkeypatch.setenv("NEO4J_PASSWORD_FILE", str(tmp_path / "password"))
    with pytest.raises(UsageError, match="both NEO4J_PASSWORD and NEO4J_PASSWORD_FILE"):
        settings.load().password()


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_password_file_that_cannot_be_read_is_named(
    content: bytes | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "password"
    if content is not None:
        file.write_bytes(content)
    monkeypatch.setenv("NEO4J_PASSWORD_FILE", str(file))
    with pytest.raises(UsageError, match="NEO4J_PASSWORD_FILE") as refused:
        settings.load().password()
    assert str(file) in str(refused.value)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("ETL_BOLT_PORT", "seven"),
        ("ETL_HTTP_PORT", "65536"),
        ("ETL_BATCH_SIZE", "0"),
        ("ETL_MAX_FILE_MB", "-1"),
        ("ETL_SERVER_HEAP", "1 gigabyte"),
        ("NEO4J_URI", "graph.example.org:7687"),
        ("NEO4J_URI", "http://graph.example.org:7474"),
        ("NEO4J_URI", "bolt://ann:hunter2@graph.example.org"),
        ("NEO4J_URI", "bolt://[::1"),
    ],
)
def test_a_wrong_value_names_its_variable_and_repeats_no_secret(
    variable: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(UsageError, match=variable) as refused:
        settings.load()
    assert "hunter2" not in f"{refused.value} {refused.value.hint}"
    assert refused.value.exit_code == 2
