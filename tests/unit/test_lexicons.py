"""The lexicons of people, offices, places and dates follow their schemas and fit together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jsonschema
import pytest
import yaml

from etl import resources
from etl.countries import codes

if TYPE_CHECKING:
    from pathlib import Path

SHARED = {
    "countries": "countries",
    "places": "places",
    "offices": "canonical_offices",
    "given_names": "given_names",
    "leaders": "leaders",
    "agencies": "agencies",
}


@pytest.mark.parametrize("language", resources.LANGUAGES)
@pytest.mark.parametrize("name", ["bodies", "dates", "demonyms", "honorifics", "names", "offices", "sentences"])
def test_a_language_follows_its_schemas(name: str, language: str) -> None:
    jsonschema.validate(resources.language(language, name), resources.schema(name))


@pytest.mark.parametrize("name", SHARED)
def test_the_shared_vocabulary_follows_its_schemas(name: str) -> None:
    jsonschema.validate(resources.vocabulary(name), resources.schema(SHARED[name]))


@pytest.mark.parametrize("language", resources.LANGUAGES)
def test_every_word_leads_to_something_known(language: str) -> None:
    """A rank, portfolio or country that a language names is one that the vocabulary has."""
    shared, words = resources.vocabulary("offices"), resources.language(language, "offices")
    unnamed = {"service-rank"}  # ranks of service are told verbatim
    assert set(words["heads"]) <= set(shared["ranks"]) | unnamed
    assert set(words["portfolios"]) <= set(shared["portfolios"])
    assert set(words["levels"].values()) <= set(shared["levels"])
    demonyms = resources.language(language, "demonyms")
    for group in ("names", "metonyms", "adjectives", "combining"):
        assert set(demonyms[group]) <= codes() | {"XK"}


@pytest.mark.parametrize(
    "path", sorted(resources.PACKAGE.glob("*/**/*.yaml")), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_no_key_stands_twice_in_a_data_file(path: Path) -> None:
    """YAML would silently keep the last of two, and lose the words of the first."""
    nodes = [yaml.compose(path.read_text(encoding="utf-8"))]
    while nodes:
        node = nodes.pop()
        if isinstance(node, yaml.MappingNode):
            names = [key.value for key, _ in node.value]
            assert len(names) == len(set(names)), names
            nodes += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            nodes += node.value


def test_norway_is_a_country() -> None:
    """YAML reads a bare NO as false; the loader must not."""
    assert "NO" in resources.language("es", "demonyms")["adjectives"]
