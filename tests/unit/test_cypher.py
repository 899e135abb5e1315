"""Statement files: what they declare is what they use, and every one that ships can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from etl import cypher
from etl.errors import ResourceError
from etl.load.difference import ENDS
from etl.resources import root

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = sorted(
    path.relative_to(root("cypher")).with_suffix("").as_posix() for path in root("cypher").rglob("*.cypher")
)


def source(front: str, body: str) -> str:
    return f"// ---\n// {front}\n// ---\n{body}\n"


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_statement_can_be_read(name: str) -> None:
    assert cypher.statement(name).text


def test_the_front_matter_is_left_out_of_the_statement() -> None:
    found = cypher.parse(source("parameters: {id: an id}", "RETURN $id AS id;"), "x")
    assert found.text == "RETURN $id AS id"
    assert found.parameters == {"id": "an id"}


@pytest.mark.parametrize(
    ("front", "body"),
    [
        ("parameters: {id: an id}", "RETURN 1 AS one"),
        ("description: none", "RETURN $id AS id"),
        ("parameters: [id]", "RETURN $id AS id"),
        ("parameters: {id: an id}", ""),
    ],
)
def test_declared_and_used_parameters_must_be_equal(front: str, body: str) -> None:
    with pytest.raises(ResourceError, match="cypher/x"):
        cypher.parse(source(front, body), "x")


@pytest.mark.parametrize("text", ["RETURN 1", "// ---\nRETURN 1", "// ---\ntitle: x\n// ---\nRETURN 1"])
def test_a_statement_without_front_matter_is_refused(text: str) -> None:
    with pytest.raises(ResourceError, match="front matter"):
        cypher.parse(text, "x")


def test_a_dollar_in_a_string_comment_or_quoted_name_is_no_parameter() -> None:
    assert cypher.used_parameters("RETURN '$a', \"$b\", `$c`, $d // $e\n/* $f */") == {"d"}


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"none\.cypher"):
        cypher.read(tmp_path / "none.cypher", "none")


def test_each_constraint_is_called_as_its_file() -> None:
    """An empty or foreign database is known by the names that are missing."""
    for statement in cypher.statements("constraints"):
        assert f" {statement.name.removeprefix('constraints/')} IF NOT EXISTS" in statement.text


def test_each_relationship_statement_joins_the_labels_that_the_loader_knows() -> None:
    joined = {}
    for statement in cypher.statements("load/relationships"):
        matched = [line for line in statement.text.splitlines() if line.startswith("MATCH ")]
        joined[statement.name.rpartition("/")[2]] = tuple(line.split(":")[1].split()[0] for line in matched)
    assert joined == ENDS
