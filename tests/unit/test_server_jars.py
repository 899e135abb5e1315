"""Jars are pinned by hash; what is damaged, cut short or exchanged never reaches the class path."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

import pytest

from etl.errors import ServerError
from etl.server import jars
from etl.server.jars import Jar

if TYPE_CHECKING:
    from pathlib import Path


class Recorder:
    """A reporter that remembers."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.bytes: list[tuple[int, int]] = []

    def say(self, message: str) -> None:
        self.lines.append(message)

    def downloaded(self, done: int, total: int) -> None:
        self.bytes.append((done, total))


class Repository:
    """A Maven repository of small files; ``breaks`` answers instead of the true ones, in turn."""

    def __init__(self, *breaks: bytes | Exception) -> None:
        self.breaks = list(breaks)
        self.asked: list[str] = []

    def download(self, coordinate: str, folder: Path) -> Path:
        self.asked.append(coordinate)
        sent = self.breaks.pop(0) if self.breaks else coordinate.encode()
        if isinstance(sent, Exception):
            raise sent
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{coordinate.replace(chr(58), chr(45))}.jar"  # fetches run side by side
        path.write_bytes(sent)
        return path


def pinned(coordinate: str) -> Jar:
    content = coordinate.encode()
    return Jar(coordinate, len(content), hashlib.sha256(content).hexdigest())


ONE = pinned("org.example:one:1.0")
TWO = pinned("org.example:two:2.0:linux-x86_64")


@pytest.fixture
def repository(monkeypatch: pytest.MonkeyPatch) -> Repository:
    found = Repository()
    monkeypatch.setattr(jars, "download", found.download)
    return found


def test_the_lock_pins_each_jar_once_by_sha256_and_holds_no_address() -> None:
    found = jars.locked()
    assert len({jar.file_name for jar in found}) == len(found) > 200
    assert all(re.fullmatch(r"[0-9a-f]{64}", jar.sha256) and jar.size > 0 for jar in found)
    assert {f"org.neo4j:neo4j:{jars.NEO4J_VERSION}", f"org.neo4j.client:neo4j-browser:{jars.BROWSER_VERSION}"} <= {
        jar.coordinate for jar in found
    }
    assert "://" not in jars.LOCK_FILE.read_text(encoding="utf-8")


def test_a_jar_is_named_as_in_a_maven_repository() -> None:
    assert [ONE.file_name, TWO.file_name] == ["one-1.0.jar", "two-2.0-linux-x86_64.jar"]


def test_what_is_missing_is_fetched_once_in_class_path_order(tmp_path: Path, repository: Repository) -> None:
    reporter = Recorder()
    paths = jars.fetch(tmp_path, reporter, [TWO, ONE])
    assert [path.name for path in paths] == [TWO.file_name, ONE.file_name]
    assert reporter.bytes[-1] == (ONE.size + TWO.size, ONE.size + TWO.size)
    assert "2 files" in reporter.lines[0]
    assert jars.fetch(tmp_path, reporter, [TWO, ONE]) == paths
    assert len(repository.asked) == 2
    assert {path.name for path in tmp_path.iterdir()} - {".lock"} == {ONE.file_name, TWO.file_name}


@pytest.mark.parametrize("damage", [b"cut sh", b"x" * ONE.size, b""])
def test_a_damaged_jar_is_named_and_fetched_again(tmp_path: Path, repository: Repository, damage: bytes) -> None:
    (tmp_path / ONE.file_name).write_bytes(damage)
    (tmp_path / TWO.file_name).write_bytes(TWO.coordinate.encode())
    reporter = Recorder()
    assert jars.fetch(tmp_path, reporter, [ONE, TWO])[0].read_bytes() == ONE.coordinate.encode()
    assert repository.asked == [ONE.coordinate]
    assert f"{ONE.file_name} is damaged" in reporter.lines[0]


def test_a_download_that_breaks_is_tried_again(tmp_path: Path, repository: Repository) -> None:
    repository.breaks = [ConnectionResetError("reset by peer"), b"cut sh"]
    assert jars.fetch(tmp_path, Recorder(), [ONE])[0].exists()
    assert len(repository.asked) == 3


def test_another_file_than_the_pinned_one_is_refused_and_not_kept(tmp_path: Path, repository: Repository) -> None:
    repository.breaks = [b"something else"] * 3
    with pytest.raises(ServerError, match=f"cannot fetch {ONE.coordinate}: .*another sha256 than {ONE.sha256}"):
        jars.fetch(tmp_path, Recorder(), [ONE])
    assert not (tmp_path / ONE.file_name).exists()


def test_without_a_network_the_error_says_what_to_do_and_what_came_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    true = Repository()

    def download(coordinate: str, folder: Path) -> Path:
        if coordinate == TWO.coordinate:
            raise RuntimeError("not found")
        return true.download(coordinate, folder)

    monkeypatch.setattr(jars, "download", download)
    with pytest.raises(ServerError, match=f"cannot fetch {TWO.coordinate}") as failure:
        jars.fetch(tmp_path, Recorder(), [ONE, TWO])
    assert "NEO4J_URI" in failure.value.hint
    assert (tmp_path / ONE.file_name).exists()
    assert not list(tmp_path.glob(".fetch-*"))


def test_a_cache_that_cannot_be_written_to_is_named(tmp_path: Path, repository: Repository) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ServerError, match="cannot keep Neo4j's files in") as failure:
        jars.fetch(tmp_path / "file" / "cache", Recorder(), [ONE])
    assert "ETL_CACHE" in failure.value.hint
    assert repository.asked == []
