"""The words that name a rank, and those that titles are made of: ``languages/*/offices.yaml`` ready to look up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from etl import resources
from etl.offices import content_words, owner_of
from etl.spelling import alternatives, folded
from etl.words import Phrases, split

if TYPE_CHECKING:
    from etl.extract.line import Line
    from etl.records import RoleClaim

_PREFIXES = {
    "vice-": "vice", "vice": "vice", "ex-": "", "ex": "", "sous-": "deputy", "sub-": "deputy", "sub": "deputy",
    "co-": "",
}  # fmt: skip
SOLE = frozenset({
    "president", "prime-minister", "head-of-state", "king", "queen", "crown-prince", "pope", "chancellor", "emir",
    "sultan", "vice-president", "deputy-prime-minister", "ambassador", "charge-daffaires", "attorney-general",
    "high-commissioner", "chief-of-general-staff", "secretary-of-state", "speaker", "ombudsman",
})  # fmt: skip
"""Ranks that name one office of a country without saying what of."""
_UNION = "EU"
_FORMER = frozenset({"ex-", "ex"})
_STATES = frozenset({
    "nacional", "estatal", "publica", "portuaria", "nationale", "publique", "national", "state", "state-owned",
})  # fmt: skip
"""Beside the word for a firm: the state's, whose head may sit on its side."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a rank's word says."""

    rank: str
    portfolio: str | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's words for offices, ready to look up; single words are folded."""

    heads: Phrases[Head]
    capitals: frozenset[str]
    levels: Phrases[str]
    modifiers: frozenset[str]
    adverbials: Phrases[bool]
    former: frozenset[str]
    private: Phrases[bool]
    determiners: frozenset[str]
    of: frozenset[str]
    prepositions: frozenset[str]
    indefinite: frozenset[str]
    possessives: frozenset[str]
    ours: frozenset[str]
    having: frozenset[str]
    charged: frozenset[str]
    against: frozenset[str]
    within: frozenset[str]
    before_office: frozenset[str]
    desks: frozenset[str]
    ministries: frozenset[str]
    seats: frozenset[str]
    police: frozenset[str]
    majesty: frozenset[str]
    sovereigns: frozenset[str]
    each_for: frozenset[str]
    other_words: frozenset[str]
    charge: Phrases[bool]
    connectors: Phrases[bool]
    again: frozenset[str]
    words: frozenset[str]
    given: frozenset[str]
    honorifics: Phrases[bool]
    adjectives: tuple[str, ...]
    by_verb: Phrases[str]
    no_title: frozenset[str]
    verb_endings: tuple[str, ...]

    @property
    def around(self) -> frozenset[str]:
        """The words that may stand before a title: articles, prepositions, conjunctions."""
        return (
            self.determiners
            | self.of
            | self.prepositions
            | {"y", "e", "et", "and", "con", "avec", "with", "por", "par"}
        )


@cache
def given_names() -> frozenset[str]:
    """Return the known given names, folded."""
    return frozenset(folded(name) for name in resources.vocabulary("given_names")["names"])


@cache
def lexicon(language: str) -> Lexicon:
    """Return one language's words for offices."""
    data = resources.language(language, "offices")
    heads: list[tuple[str, Head]] = []
    for rank, forms in [*data["heads"].items(), *((rank, data[rank]) for rank in ("counterpart", "second"))]:
        for number in ("one", "many"):
            for form in forms[number]:
                phrase, _, portfolio = form.partition(" = ")
                heads.append((phrase, Head(rank, portfolio or None, number == "many")))
    portfolio_words = {
        word
        for phrases in data["portfolios"].values()
        for p in phrases
        for word in content_words(split(p, language), language)
    }
    honorifics = resources.language(language, "honorifics")

    def plain(group: str) -> frozenset[str]:
        return frozenset(map(folded, data[group]))

    return Lexicon(
        heads=Phrases(heads, language),
        capitals=frozenset(folded(form) for form, _ in heads if form.isupper()),
        levels=Phrases(data["levels"].items(), language),
        modifiers=frozenset(folded(m) for m in data["modifiers"] if " " not in m),
        adverbials=Phrases([(m, True) for m in data["modifiers"] if " " in m], language),
        former=plain("former"),
        private=Phrases([(p, True) for p in data["private"]], language),
        determiners=plain("determiners"),
        of=plain("of"),
        prepositions=plain("prepositions"),
        indefinite=plain("indefinite"),
        possessives=plain("possessives"),
        ours=plain("ours"),
        having=plain("having"),
        charged=plain("charged"),
        against=plain("against"),
        within=plain("within"),
        before_office=plain("before_office"),
        desks=plain("desks"),
        ministries=plain("ministries"),
        seats=plain("seats"),
        police=plain("police"),
        majesty=plain("majesty"),
        sovereigns=plain("sovereigns"),
        each_for=plain("each_for"),
        other_words=plain("other_words"),
        charge=Phrases([(c, True) for c in data["charge"]], language),
        connectors=Phrases([(c, True) for c in data["connectors"]], language),
        again=plain("again"),
        words=frozenset(w + s for w in {*map(folded, data["words"]), *portfolio_words} for s in ("", "s")),
        given=given_names(),
        honorifics=Phrases([(h, True) for g in ("honorifics", "ranks") for h in honorifics[g]], language),
        adjectives=tuple(map(folded, data["adjective_endings"])),
        by_verb=Phrases(data["by_verb"].items(), language),
        no_title=frozenset(word.lower() for word in data["no_title"]),
        verb_endings=tuple(data["verb_endings"]),
    )


def head_at(line: Line, i: int, lex: Lexicon) -> tuple[int, Head, str | None] | None:
    """Return the length of the head that begins at token ``i``, what it says, and the level its prefix gives."""
    word = line.words[i]
    if word.endswith("aria") and line.tokens[i].text.lower().endswith("aría"):
        return None  # "Secretaría": the institution, not the woman who heads it
    if found := lex.heads.at(line.words, i):
        if found[0] == 1 and word in lex.capitals and not _abbreviated(line, i):
            return None
        inside = (j for j in range(i + 1, i + found[0]) if j in line.country and line.country[j][2] > i + found[0])
        if (cut := next(inside, None)) and (shorter := lex.heads.at(line.words[:cut], i)):
            return (*shorter, None)  # "presidente de la República Dominicana": the country's, not the republic's
        return (*found, None)
    for prefix, level in _PREFIXES.items():
        if word.startswith(prefix) and len(word) > len(prefix) + 3:
            rest = [word[len(prefix) :], *line.words[i + 1 : i + 5]]
            if found := lex.heads.at(rest, 0):
                return (*found, level or ("former" if prefix in _FORMER else None))
    return None


def _abbreviated(line: Line, i: int) -> bool:
    """Tell whether a token is the abbreviation of an office, "PM Modi": not of an afternoon, "4.12 PM" or "4 pm"."""
    return line.tokens[i].text.isupper() and not line.word(i - 1)[-1:].isdigit()


def rank_of_title(title: str, language: str) -> str:
    """Return the rank that a title begins with, behind what belongs to a country; empty where none is known."""
    heads, words = lexicon(language).heads, split(title, language)
    return next((found[1].rank for i in range(len(words)) if (found := heads.at(words, i))), "")


def out_of_office(title: str, language: str) -> bool:
    """Tell whether a title says that its holder held it once ("former minister"), or is a private person's."""
    lex, words = lexicon(language), split(title, language)
    own = owner_of(title) == _UNION  # "managing director of the European External Action Service"
    private = (i for i in range(len(words)) if lex.private.at(words, i) and not own)
    if not lex.former.isdisjoint(words) or any(_STATES.isdisjoint(words[max(0, i - 1) : i + 2]) for i in private):
        return True
    return any(
        lex.heads.at([word.removeprefix(prefix)], 0) for word in words for prefix in _FORMER if word.startswith(prefix)
    )


@cache
def _organisations() -> re.Pattern[str]:
    """Return the pattern of the bodies whose officials stand for no party, not of the words that set them apart."""
    words = resources.vocabulary("countries")
    beside, names = (alternatives(list(map(folded, words[key]))) for key in ("to_organisations", "organisations"))
    return re.compile(rf"(?<!\w)(?P<beside>(?:{beside})(?:(?<=')|\s+))?(?:{names})(?!\w)")


def of_organisation(role: RoleClaim) -> bool:
    """Tell whether an office is of a body that is no party: its holder stands for no country.

    Not a minister's, who may be one for such a body, nor of a state's envoy to it: "the minister for the Francophonie".
    """
    found = _organisations().search(folded(role.title))
    return found is not None and not found["beside"] and "minister" not in role.rank
