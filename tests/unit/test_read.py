"""Reading: every document under the paths, and an issue for each thing that is none."""

from __future__ import annotations

import gzip
import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from etl.issues import Code, Issue
from etl.read import read
from etl.records import Source

INPUTS = Path(__file__).parent / "data" / "inputs"
LIMIT = 100_000


def sources(*paths: str | Path, **options: object) -> list[Source]:
    items = list(read(paths, **{"max_bytes": LIMIT, **options}))
    assert all(isinstance(item, Source) for item in items), items
    return [item for item in items if isinstance(item, Source)]


def issue(*paths: str | Path, **options: object) -> Issue:
    (item,) = read(paths, **{"max_bytes": LIMIT, **options})
    assert isinstance(item, Issue)
    assert item.message
    assert item.next_step
    return item


def packed(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.txt", "text/plain"),
        ("a.md", "text/markdown"),
        ("A.MARKDOWN", "text/markdown"),
        ("a.html", "text/html"),
        ("a.htm", "text/html"),
        ("a.pdf", "application/pdf"),
        ("without_suffix", "text/plain"),
    ],
)
def test_a_name_tells_the_media_type(tmp_path: Path, name: str, media_type: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"Some words.")
    assert sources(path) == [Source(str(path), media_type, b"Some words.")]  # type: ignore[arg-type]


def test_a_folder_is_walked_sorted_without_hidden_files_and_pictures(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", ".hidden.txt", ".git/x.txt", "picture.jpg", "a/.x/y.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words")
    assert [source.origin for source in sources(tmp_path)] == [str(tmp_path / "b.txt"), str(tmp_path / "a/z.md")]


def test_somebodys_documents_in_a_format_not_read_are_named(tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(b"PK\x03\x04")
    assert issue(tmp_path).code is Code.BINARY


def test_missing_path() -> None:
    assert issue("no/such/file.txt").code is Code.MISSING


def test_empty_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert issue(tmp_path / "a.txt").code is Code.EMPTY


def test_binary_file_with_a_text_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    assert issue(tmp_path).code is Code.BINARY


def test_folder_without_documents(tmp_path: Path) -> None:
    (tmp_path / "x.jpg").touch()
    assert issue(tmp_path).code is Code.NO_DOCUMENTS


def test_unreadable_file_and_the_rest_still_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("words")
    plain = Path.open

    def refuse(self: Path, *args: object, **options: object) -> object:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return plain(self, *args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    refused, source = read([tmp_path], max_bytes=LIMIT)
    assert isinstance(refused, Issue)
    assert refused.code is Code.UNREADABLE
    assert isinstance(source, Source)


def test_a_large_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    """A sparse file of 50 MB: its text is never asked for."""
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.write(b"words " * 1000)
        stream.truncate(50_000_000)
    found = issue(path, max_bytes=25_000_000)
    assert found.code is Code.TOO_LARGE
    assert "25,000,000" in found.message


def test_reading_is_lazy(tmp_path: Path) -> None:
    """The second file may still be missing when the first one is handed out."""
    (tmp_path / "a.txt").write_text("words")
    stream = read([tmp_path / "a.txt", tmp_path / "b.txt"], max_bytes=LIMIT)
    assert isinstance(next(stream), Source)
    (tmp_path / "b.txt").write_text("words")
    assert isinstance(next(stream), Source)


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"---\ntitle: A\n---\nWords.", "text/plain"),
        (b"<!DOCTYPE html><p>Words.", "text/html"),
        (b"%PDF-1.7 ...", "application/pdf"),
    ],
)
def test_standard_input_is_told_by_its_first_bytes(data: bytes, media_type: str) -> None:
    (source,) = sources("-", stdin=io.BytesIO(data))
    assert (source.origin, source.media_type, source.data) == ("-", media_type, data)


def test_gz_and_zip_are_read_in_place(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"one"))
    (tmp_path / "b.zip").write_bytes(packed({"z.md": b"three", "in/a.html": b"two", "in/.x.txt": b"-", "x.png": b"-"}))
    origins = {source.origin: source.data for source in sources(tmp_path)}
    box = tmp_path / "b.zip"
    assert origins == {str(tmp_path / "a.txt.gz"): b"one", f"{box}!/in/a.html": b"two", f"{box}!/z.md": b"three"}


def test_an_archive_on_standard_input_is_read_too() -> None:
    stream = io.BufferedReader(io.BytesIO(packed({"a.txt": b"one"})))  # type: ignore[arg-type]
    assert [source.origin for source in sources("-", stdin=stream)] == ["-!/a.txt"]


def test_one_bad_member_never_stops_the_rest(tmp_path: Path) -> None:
    """A damaged member, one that unpacks to far too much, one whose path climbs out: the good one is read."""
    data = bytearray(packed({"1.txt": b"damaged!", "2.txt": b"0" * (LIMIT + 1), "../3.txt": b"out", "4.txt": b"good"}))
    data[data.index(b"damaged!")] = 0
    (tmp_path / "box.zip").write_bytes(data)
    items = list(read([tmp_path / "box.zip"], max_bytes=LIMIT))
    codes = [item.code for item in items if isinstance(item, Issue)]
    assert sorted(codes) == [Code.MALFORMED, Code.MALFORMED, Code.TOO_LARGE]
    assert [item.data for item in items if isinstance(item, Source)] == [b"good"]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("broken.zip", b"PK\x03\x04 nonsense", Code.MALFORMED),
        ("broken.gz", b"\x1f\x8b nonsense", Code.MALFORMED),
        ("cut.txt.gz", gzip.compress(os.urandom(4000))[:2000], Code.MALFORMED),
        ("bomb.txt.gz", gzip.compress(b"0" * 10_000_000), Code.TOO_LARGE),
        ("empty.zip", packed({}), Code.NO_DOCUMENTS),
    ],
)
def test_refused_archives(tmp_path: Path, name: str, data: bytes, code: Code) -> None:
    (tmp_path / name).write_bytes(data)
    assert issue(tmp_path / name).code is code


def test_archives_are_opened_two_levels_deep(tmp_path: Path) -> None:
    inner = packed({"a.txt": b"words"})
    (tmp_path / "two.zip").write_bytes(packed({"inner.zip": inner}))
    (tmp_path / "three.zip").write_bytes(packed({"two.zip": packed({"inner.zip": inner})}))
    assert [source.data for source in sources(tmp_path / "two.zip")] == [b"words"]
    assert issue(tmp_path / "three.zip").code is Code.MALFORMED


def test_one_document_a_line_of_json() -> None:
    first, second = sources(INPUTS / "rows.jsonl")
    assert first.origin == f"{INPUTS / 'rows.jsonl'}#1"
    assert first.metadata == {
        "id": "r-1",
        "url": "https://news.example/1",
        "title": "Ministers meet",
        "published": "2024-03-05",
    }
    assert first.data.decode() == "The two ministers met in Málaga on Monday."
    assert second.origin.endswith("#3")  # a blank line is no document, and counts as a line


def test_bad_rows_are_named_by_line_and_the_rest_read(tmp_path: Path) -> None:
    rows = [b'{"text": "one"}', b"{broken", b"[1]", b'{"title": "no text"}', b'{"text": " "}', b'{"text": "\xff"}']
    (tmp_path / "a.jsonl").write_bytes(b"\n".join([*rows, b'{"text": "two"}']))
    items = list(read([tmp_path / "a.jsonl"], max_bytes=LIMIT))
    assert [item.data for item in items if isinstance(item, Source)] == [b"one", b"two"]
    assert [(item.source[-2:], item.code) for item in items if isinstance(item, Issue)] == [
        ("#2", Code.MALFORMED),
        ("#3", Code.MALFORMED),
        ("#4", Code.MALFORMED),
        ("#5", Code.EMPTY),
        ("#6", Code.ENCODING),
    ]


def test_a_row_over_the_limit_is_refused_alone(tmp_path: Path) -> None:
    lines = [json.dumps({"text": "x" * 500}), json.dumps({"text": "short"})]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    refused, source = read([tmp_path / "a.jsonl"], max_bytes=200)
    assert isinstance(refused, Issue)
    assert refused.code is Code.TOO_LARGE
    assert isinstance(source, Source)


@pytest.mark.parametrize("name", ["semicolons.csv", "tabs.tsv"])
def test_columns_are_mapped_and_delimiters_found(name: str) -> None:
    (source,) = sources(INPUTS / name, columns={"text": "body", "published": "day"})
    assert source.metadata == {"id": "7", "title": "Réunion; à Tunis", "published": "2024-05-02"}
    assert source.data.decode() == "Les deux ministres se sont réunis.\nIls ont signé un accord."


def test_a_table_without_a_text_column_says_how_to_name_it() -> None:
    found = issue(INPUTS / "semicolons.csv")
    assert found.code is Code.MALFORMED
    assert "body" in found.message
    assert "--column text=" in found.next_step


def test_a_row_with_surplus_cells_is_malformed(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,text\n1,one\n2,two,too many\n3,three\n")
    items = list(read([tmp_path / "a.csv"], max_bytes=LIMIT))
    assert [type(item) for item in items] == [Source, Issue, Source]


def test_a_table_in_another_encoding_reaches_clean_as_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("id,text\n1,Réunion à Málaga\n".encode("cp1252"))
    assert [source.data for source in sources(tmp_path)] == ["Réunion à Málaga".encode("cp1252")]
