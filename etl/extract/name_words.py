"""The words of names, and those that make a phrase no name: ``languages/*/names.yaml`` ready to look up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from etl import resources
from etl.extract import cues
from etl.extract.ranks import lexicon
from etl.spelling import folded
from etl.words import Phrases, split

if TYPE_CHECKING:
    import re


@dataclass(frozen=True, slots=True)
class NameLexicon:
    """One language's words for names, ready to look up; single words are folded, but ``spelled``, the common ones."""

    particles: Phrases[bool]
    suffixes: frozenset[str]
    common: frozenset[str]
    spelled: frozenset[str]
    institutions: frozenset[str]
    encounters: re.Pattern[str]
    words: frozenset[str]
    surnames: frozenset[str]
    honorifics: Phrases[bool]
    ranks: Phrases[bool]
    sites: frozenset[str]
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    articles: frozenset[str]
    locatives: frozenset[str]


@cache
def name_lexicon(language: str) -> NameLexicon:
    """Return one language's words for names."""
    data = resources.language(language, "names")
    titles = resources.language(language, "honorifics")
    offices = resources.language(language, "offices")
    months = resources.language(language, "dates")["abbreviated_months"]
    single = {p for p in data["particles"] if p != "d'"}
    honorifics = [(h, False) for g in ("honorifics", "ranks") for h in titles[g]] + [
        (h, True) for h in titles["plural"]
    ]
    return NameLexicon(
        particles=Phrases([(p, True) for p in [*single, "d'"]], language),
        suffixes=frozenset(data["suffixes"]),
        common=frozenset(map(folded, data["common"]))
        | frozenset(months)
        | {words[0] for r in titles["ranks"] if len(words := split(r, language)) == 1},
        spelled=frozenset(data["common"]),
        institutions=frozenset(map(folded, offices["institutions"])),
        encounters=cues.encounter(language),
        words=lexicon(language).words,
        surnames=frozenset(map(folded, data["surnames"])),
        honorifics=Phrases(honorifics, language),
        ranks=Phrases([(rank, True) for rank in titles["ranks"]], language),
        sites=frozenset(map(folded, data["sites"])),
        verbs=tuple(data["verb_endings"]),
        nouns=tuple(map(folded, data["noun_endings"])),
        articles=frozenset(
            {"the", "le", "la", "les", "l'", "el", "los", "las", "un", "una", "une", "an", "du", "aux", "del"}
            | ({"a"} if language == "en" else set())  # elsewhere a preposition: "recibió a NAME"
        ),
        locatives=frozenset(w for w in resources.vocabulary("places")["locative"][language]) | {"au", "aux"},
    )


def institution_words(language: str) -> frozenset[str]:
    """Return the folded words that make a capitalised phrase an institution, event or text."""
    return name_lexicon(language).institutions


def common_words(language: str) -> frozenset[str]:
    """Return the folded words that may stand with a capital and name nobody and no place."""
    return name_lexicon(language).common
