"""When two spellings may denote one thing: names of people, offices and standing bodies.

Nothing here decides that two people are one; that needs country, office or meeting (:mod:`etl.resolve`).
The words are in ``vocabulary/transliterations.yaml``.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from etl import resources
from etl.countries import find_countries
from etl.spelling import folded, key, unaccented

if TYPE_CHECKING:
    from collections.abc import Iterable

    from etl.records import RoleClaim, SeriesClaim

BODIES = frozenset({"EU", "UN"})
"""Parties that are no country: whoever stands for one still comes from somewhere."""

_LEAST_LIKENESS = 65
"""Two transliterations with one skeleton must also be this alike (rapidfuzz, 0 to 100): Hassan is not Hussein."""
_ROMAN = re.compile(r"(?:x{0,3})(?:ix|iv|v?i{0,3})")


class Likeness(Enum):
    """How two names agree: the same words; one is short for the other; other letters for the same sounds."""

    EQUAL = "equal"
    PARTIAL = "partial"
    VARIANT = "variant"


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name taken apart; ``words`` in reading order, given names first, without particles.

    ``surnames`` are the words that may stand alone for the person; ``bare`` if the name has no others.
    ``keys`` are the skeletons of the surnames that tell who is meant (not García, if there is another), ``forms`` those
    of all surnames: under one of them any other form of the name can be found.
    """

    words: tuple[str, ...]
    surnames: frozenset[str]
    bare: bool
    keys: frozenset[str]
    forms: frozenset[str]

    @property
    def slug(self) -> str:
        """The words as part of an id."""
        return "-".join(self.words) or "unnamed"


@dataclass(frozen=True, slots=True)
class _Lexicon:
    particles: frozenset[str]
    joined: frozenset[str]
    titles: frozenset[str]
    suffixes: frozenset[str]
    sounds: tuple[tuple[re.Pattern[str], str], ...]
    vowels: re.Pattern[str]
    short: dict[str, str]
    common: frozenset[str]
    given: frozenset[str]
    bodies: dict[str, str]
    stopwords: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    data = resources.vocabulary("transliterations")
    return _Lexicon(
        particles=frozenset(data["particles"]),
        joined=frozenset(data["joined"]),
        titles=frozenset(data["titles"]),
        suffixes=frozenset(data["suffixes"]),
        sounds=tuple((re.compile(pattern), sound) for pattern, sound in data["sounds"]),
        vowels=re.compile(f"(?<!^)[{data['vowels']}]+"),
        short=data["short"],
        common=frozenset(data["common"]),
        given=frozenset(folded(name) for name in resources.vocabulary("given_names")["names"]) - set(data["joined"]),
        bodies={word: concept for concept, words in data["bodies"].items() for word in words},
        stopwords=frozenset(data["stopwords"]),
    )


@cache
def skeleton(word: str) -> str:
    """Return what different transliterations of a folded word share: Khalid and Khaled give ``kld``."""
    lexicon = _lexicon()
    for pattern, sound in lexicon.sounds:
        word = pattern.sub(sound, word)
    word = re.sub(r"(.)\1+", r"\1", word)
    word = lexicon.vowels.sub("", word) or word
    return re.sub(r"(.)\1+", r"\1", re.sub(r"^[aeiouy]", "a", word))


def _words(name: str) -> list[str]:
    """Return the words of ``name``, unaccented with their case, without particles and titles, joined parts joined."""
    lexicon = _lexicon()
    found = re.findall(r"\w+(?:'\w+)*", re.sub(r"\b([dDlL])'", r"\1 ", unaccented(name)))
    if len(found) > 1 and folded(found[-1]) in lexicon.suffixes:
        found.pop()
    words: list[str] = []
    prefix = ""
    for place, word in enumerate(found):
        plain = folded(word).replace("'", "")
        last = place == len(found) - 1
        if plain in lexicon.joined and not last and not (plain == "ben" and _is_first_name_ben(found, place)):
            prefix += word
        elif last or not _is_dropped(word, plain, first=not words):
            words.append(prefix + word.replace("'", ""))
            prefix = ""
    return words


def _is_dropped(word: str, plain: str, *, first: bool) -> bool:
    """Tell whether a word is a particle or a leading title; a single capital letter is an initial."""
    if len(plain) == 1:
        return word.islower() and plain in _lexicon().particles
    return plain in _lexicon().particles or (first and plain in _lexicon().titles)


def _is_first_name_ben(found: list[str], place: int) -> bool:
    """Tell Ben Wallace from Ben Ali: the latter goes on with what is a given name elsewhere."""
    return place == 0 and folded(found[1]) not in _lexicon().given


def _is_number(word: str) -> bool:
    return bool(_ROMAN.fullmatch(word)) and word != ""


def _divide(written: list[str], words: list[str]) -> tuple[list[str], list[str]]:
    """Return given names and surnames: by capitals (ZEROUALI Khalid), else by known given names, else by order."""
    given = _lexicon().given
    capitals = [w.isupper() and len(w) > 1 for w in written]
    if any(capitals) and not all(capitals):
        return (
            [w for w, capital in zip(words, capitals, strict=True) if not capital],
            [w for w, capital in zip(words, capitals, strict=True) if capital],
        )
    if len(words) > 1 and words[0] not in given and words[-1] in given and not set(words[:-1]) & given:
        return words[-1:], words[:-1]
    split = 1
    while split < len(words) - 1 and words[split] in given:
        split += 1
    return words[:split], words[split:]


@cache
def parse_name(name: str) -> Name:
    """Take a person's name apart; what is left of ``Mr ZEROUALI, Khalid`` is ``khalid zerouali``."""
    lexicon = _lexicon()
    written = _words(name)
    words = [folded(w) for w in written]
    numbers = [w for w in words[1:] if _is_number(w)]
    pairs = [(w, f) for place, (w, f) in enumerate(zip(written, words, strict=True)) if not (place and _is_number(f))]
    written, words = [w for w, _ in pairs], [f for _, f in pairs]
    leading_particle = bool(re.match(r"\w+", name)) and folded(name.split(maxsplit=1)[0]) in lexicon.particles
    joined = len(written) == 1 or (len(name.split()) == 1 and words[:1] and words[0] not in lexicon.given)
    nameless = not set(words) & lexicon.given and (leading_particle or set(words) <= lexicon.common)
    if joined or nameless:
        surnames, order = words, words
    else:
        given, surnames = _divide(written, words)
        order = given + surnames
    uncommon = [w for w in surnames if w not in lexicon.common]
    kept = [w for w in uncommon if w not in lexicon.given and len(w) > 1] or uncommon[-1:] or surnames[:1]
    either = words if len(words) == 2 and not lexicon.given.intersection(words) else []  # noqa: PLR2004 (or two surnames)
    return Name(
        words=(*order, *numbers),
        surnames=frozenset(w for w in surnames if len(w) > 1) or frozenset(surnames),
        bare=surnames is order and not numbers,
        keys=frozenset(skeleton(w) for w in kept),
        forms=frozenset(skeleton(w) for w in {*kept, *surnames, *either} if len(w) > 1 or w in kept),
    )


def _match(word: str, other: str) -> Likeness | None:
    """Return how one word of a name agrees with one of another name."""
    if word == other:
        return Likeness.EQUAL
    short = _lexicon().short
    initial = (len(word) == 1 or len(other) == 1) and word[:1] == other[:1]
    if initial or short.get(word, word) == short.get(other, other):
        return Likeness.PARTIAL
    if len(word) > 1 and skeleton(word) == skeleton(other) and fuzz.ratio(word, other) >= _LEAST_LIKENESS:
        return Likeness.VARIANT
    return None


@cache
def compare_names(a: Name, b: Name) -> Likeness | None:
    """Return how two names agree, or None where they must be two people's.

    Every word of the shorter must have its match in the longer, a king's number on both sides; a bare surname matches
    surnames only, and of two fuller names a surname must match, not given names alone. Word order doesn't matter.
    """
    short, long = sorted((a, b), key=lambda n: (len(n.words), n.words))
    if sorted(short.words) == sorted(long.words):
        return Likeness.EQUAL
    numbers = [{w for w in name.words[1:] if _is_number(w)} for name in (short, long)]
    if not short.forms & long.forms or numbers[0] != numbers[1]:
        return None
    pool = [w for w in long.words if w in long.surnames or not short.bare]
    left = Counter(short.words) & Counter(pool)
    rest, free = list((Counter(short.words) - left).elements()), list((Counter(pool) - left).elements())
    found = {Likeness.EQUAL} if left else set()
    for word in rest:
        matches = [(like, other) for other in free if (like := _match(word, other))]
        if not matches:
            return None
        like, other = min(matches, key=lambda m: (list(Likeness).index(m[0]), m[1]))
        free.remove(other)
        found.add(like)
    return Likeness.VARIANT if Likeness.VARIANT in found else Likeness.PARTIAL


def may_be_parts(a: Name, b: Name) -> bool:
    """Tell whether two names that differ may be two parts of one: Albares Bueno and José Manuel Albares, or Albares.

    One has two words, no known given name among them, and begins with the other's surname.
    """
    given = _lexicon().given
    return any(
        len(pair.words) == 2  # noqa: PLR2004 (a first and a second surname)
        and not given.intersection(pair.words)
        and other.words[-1:] == pair.words[:1]
        and (len(other.words) == 1 or other.words[0] in given or len(other.words[0]) == 1)
        for pair, other in ((a, b), (b, a))
    )


def fullest_name(forms: Iterable[tuple[str, int]]) -> str:
    """Return the fullest of ``(form, documents)``.

    Most words that are no initials, then not all in capitals, then most documents, then longest, then first in order.
    """

    def rank(form: tuple[str, int]) -> tuple[int, bool, int, int, str]:
        text, documents = form
        return -sum(len(w) > 1 for w in parse_name(text).words), text.isupper(), -documents, -len(text), text

    return min(forms, key=rank)[0]


@cache
def slug(text: str) -> str:
    """Return ``text`` as part of an id: folded words with hyphens."""
    return key(text).replace(" ", "-")


@cache
def _office_words(title: str) -> str:
    """Return a title's words without articles, countries and their adjectives."""
    plain = unaccented(title)
    for language in resources.LANGUAGES:
        for word in reversed(find_countries(plain, language)):
            if word.kind != "metonym":
                plain = plain[: word.start] + " " + plain[word.end :]
    stopwords = _lexicon().stopwords
    words = key(plain).split() or key(title).split()
    return "-".join(w for w in words if w not in stopwords) or "-".join(words) or "office"


@cache
def role_id(role: RoleClaim) -> str:
    """Return the id of an office: its country, then the canonical office, else the folded title.

    ``es-interior-minister``; without a country ``xx-...``.
    """
    return f"{(role.country or 'xx').lower()}-{slug(role.office) if role.office else _office_words(role.title)}"


@cache
def _bodies() -> dict[str, dict[str, str]]:
    return {entry["id"]: entry for entry in resources.vocabulary("series")}


def is_multilateral(body: str | None) -> bool:
    """Tell whether the vocabulary knows ``body`` as one whose sessions are one series whoever takes part."""
    return body is not None and _bodies().get(body, {}).get("kind") == "multilateral"


def body_name(body: str) -> tuple[str, str | None] | None:
    """Return a known body's name and abbreviation, None for an unknown id."""
    entry = _bodies().get(body)
    return (entry["name"], entry.get("abbreviation")) if entry else None


@cache
def _content_words(name: str) -> str:
    lexicon = _lexicon()
    words = {lexicon.bodies.get(w, w) for w in _office_words(name).split("-")}
    return "-".join(sorted(words))


def series_id(series: SeriesClaim, parties: tuple[str, ...]) -> str:
    """Return the id of a standing body: a multilateral one's own, else its parties and the body.

    A body that the vocabulary lacks is known by the content words of its name, in any order, and those that are
    common in bodies' names in any language: ``es-ma-group-joint-migration``.
    """
    if series.body and is_multilateral(series.body):
        return series.body
    body = series.body or _content_words(series.name)
    return "-".join([*(p.lower() for p in sorted(set(parties))), body])


def fullest(labels: Iterable[str]) -> str:
    """Return the fullest of several labels: the longest, then the first in alphabetical order."""
    return min(labels, key=lambda label: (-len(label), label))
