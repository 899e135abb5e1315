"""Statements kept in ``cypher/``: one a file, valid Cypher as it stands, front matter in ``//`` comments.

::

    // ---
    // description: Persons by their ids.
    // parameters: {rows: "list of {id, properties}"}
    // ---
    UNWIND $rows AS row
    ...

The front matter is YAML; declared parameters must equal those used. What else it holds (a report's titles,
columns) is its reader's matter: see :attr:`Statement.front`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from etl.errors import ResourceError
from etl.resources import parse_yaml, root

if TYPE_CHECKING:
    from pathlib import Path

_FENCE = "// ---"
_NOT_CODE = re.compile(
    r"""//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`""",
    re.DOTALL,
)
_PARAMETER = re.compile(r"\$([A-Za-z_]\w*)")


@dataclass(frozen=True, slots=True)
class Statement:
    """One Cypher statement; ``name`` is its path in ``cypher/`` without suffix."""

    name: str
    text: str
    front: dict[str, Any]

    @property
    def parameters(self) -> dict[str, Any]:
        """Return the declared parameters by name."""
        declared: dict[str, Any] = self.front.get("parameters") or {}
        return declared


def used_parameters(text: str) -> set[str]:
    """Return the names of the parameters that a statement uses outside comments, strings and quoted names."""
    return set(_PARAMETER.findall(_NOT_CODE.sub(" ", text)))


def parse(source: str, name: str) -> Statement:
    """Parse a statement file; raise ResourceError where its front matter and its Cypher disagree."""
    lines = source.splitlines()
    if not lines or lines[0].rstrip() != _FENCE or _FENCE not in (line.rstrip() for line in lines[1:]):
        raise ResourceError(f"cypher/{name}.cypher: no front matter between two lines '{_FENCE}'")
    end = next(i for i, line in enumerate(lines[1:], start=1) if line.rstrip() == _FENCE)
    if stray := [line for line in lines[1:end] if not line.startswith("//")]:
        raise ResourceError(f"cypher/{name}.cypher: front matter line is no comment: {stray[0]!r}")
    front = parse_yaml("\n".join(line.removeprefix("//").removeprefix(" ") for line in lines[1:end]), name)
    text = "\n".join(lines[end + 1 :]).strip().removesuffix(";").rstrip()
    if not isinstance(front, dict) or not isinstance(front.get("parameters") or {}, dict) or not text:
        raise ResourceError(f"cypher/{name}.cypher: expected a mapping as front matter and one statement")
    statement = Statement(name=name, text=text, front=front)
    if difference := set(statement.parameters) ^ used_parameters(text):
        raise ResourceError(
            f"cypher/{name}.cypher: parameters declared and used differ: {', '.join(sorted(difference))}"
        )
    return statement


def read(path: Path, name: str) -> Statement:
    """Read one statement file, of the product or of an analyst."""
    try:
        return parse(path.read_text(encoding="utf-8"), name)
    except (OSError, UnicodeDecodeError) as error:
        raise ResourceError(f"{path}: cannot be read: {error}") from error


@cache
def statement(name: str) -> Statement:
    """Return ``cypher/NAME.cypher``."""
    return read(root("cypher") / f"{name}.cypher", name)


@cache
def statements(folder: str) -> tuple[Statement, ...]:
    """Return every statement of a folder of ``cypher/``, by name."""
    return tuple(statement(f"{folder}/{path.stem}") for path in sorted((root("cypher") / folder).glob("*.cypher")))
