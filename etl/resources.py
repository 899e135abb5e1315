"""The one module that reads the data files the product ships.

``cypher/`` and ``schemas/`` stand beside the package in a checkout and inside it
(``etl/_resources/``) in a wheel; languages and vocabulary are always inside the package.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from etl.errors import ResourceError

PACKAGE = Path(__file__).parent
LANGUAGES = ("en", "es", "fr")


class _StringLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # libyaml is ten times as fast
    """YAML in which every scalar is a string: Norway's code NO must not become False."""


_StringLoader.yaml_implicit_resolvers = {}


def root(name: str) -> Path:
    """Return the folder ``cypher`` or ``schemas``, from the wheel or the checkout."""
    for candidate in (PACKAGE / "_resources" / name, PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise ResourceError(f"the folder {name}/ is missing from this installation", hint="reinstall the package")


def parse_yaml(text: str, where: str = "") -> Any:  # noqa: ANN401 (a lexicon's shape is its schema's matter)
    """Parse YAML with every scalar as a string; an empty file is an empty mapping."""
    try:
        return yaml.load(text, Loader=_StringLoader) or {}  # noqa: S506 (derives from SafeLoader)
    except yaml.YAMLError as error:
        raise ResourceError(f"{where}: not valid YAML: {error}") from error


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ResourceError(f"{path.name}: cannot be read: {error}", hint="reinstall the package") from error


@cache
def vocabulary(name: str) -> Any:  # noqa: ANN401
    """Return ``etl/vocabulary/NAME.yaml``: what all languages share."""
    return parse_yaml(_read(PACKAGE / "vocabulary" / f"{name}.yaml"), f"vocabulary/{name}.yaml")


@cache
def language(code: str, name: str) -> Any:  # noqa: ANN401
    """Return ``etl/languages/CODE/NAME.yaml``: the words of one language."""
    return parse_yaml(_read(PACKAGE / "languages" / code / f"{name}.yaml"), f"languages/{code}/{name}.yaml")


@cache
def schema(name: str) -> dict[str, Any]:
    """Return ``schemas/NAME.schema.json``."""
    loaded: dict[str, Any] = json.loads(_read(root("schemas") / f"{name}.schema.json"))
    return loaded
