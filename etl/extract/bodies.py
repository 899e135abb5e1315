"""Standing bodies ("Groupe migratoire mixte permanent maroco-espagnol") and the numbers of their sessions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale

from etl import resources
from etl.extract.ranks import lexicon
from etl.extract.reading import BodyMention, OrdinalMention
from etl.spelling import alternatives, folded, unaccented

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from etl.extract.reading import CountryMention

_ON_X = re.compile(r"(?<!\w)(?:on|via|en|de|por|sur|social) \Z")
"""What stands before the name of the network X, in three languages, and not before a session's number."""
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_NEAR = 60
_TEN = 10
_HIGHEST = 99
_ARTICLES = 12
"""Characters of the articles before a body, or before the first of two countries that it joins."""
_BETWEEN = 5
"""Words that may stand between a number and the noun of the session."""
_UP_TO = re.compile(r"\s+(?:[\w-]+\s+){0,3}")
"""What may stand between a number and the words of the body: "the 4th edition of the"."""


@dataclass(frozen=True, slots=True)
class _Series:
    id: str
    name: str
    abbreviation: str | None
    names: tuple[tuple[str, ...], ...]
    short: re.Pattern[str] | None
    parties: tuple[str, ...]
    plain: bool

    def finditer(self, plain: str, language: str) -> Iterator[re.Match[str]]:
        """Find the names in a folded text; most have a word that it lacks, and need not be compiled."""
        if any(all(word in plain for word in name) for name in self.names):
            yield from _loose(self.names, language).finditer(plain)


@cache
def _loose(names: tuple[tuple[str, ...], ...], language: str) -> re.Pattern[str]:
    """Return a pattern of names in which a country's adjective may stand between any two words."""
    between = rf"(?:\s+(?:{_adjective(language)}))?\s+"
    phrases = "|".join(between.join(map(re.escape, name)) for name in names)
    return re.compile(rf"(?<![\w-])(?:{phrases})(?!\w)")


@cache
def _adjective(language: str) -> str:
    """Return a pattern of one word that may be a country's adjective or a compound of two, folded."""
    data = resources.language(language, "demonyms")
    stems = {folded(s)[: max(4, len(s) - 3)] for group in data["adjectives"].values() for s in group}
    halves = {folded(h) for group in data["combining"].values() for h in group}
    return rf"(?:(?:{'|'.join(sorted(halves | stems, key=lambda s: (-len(s), s)))})[\w-]*)"


def _is_plain(name: str) -> bool:
    """Tell whether an English name is made of the words for bodies alone, without a subject."""
    data = resources.language("en", "bodies")
    words = {w for group in ("heads", "strong") for phrase in data[group] for w in folded(phrase).split()}
    return set(folded(name).replace("high level", "high-level").split()) <= words | {
        "grand",
        "great",
        "high",
        "meeting",
    }


@cache
def _series(language: str) -> tuple[_Series, ...]:
    found = []
    for entry in resources.vocabulary("series"):
        names = sorted(entry["names"].get(language, []), key=lambda n: -len(n))
        short = entry.get("abbreviation")
        found.append(
            _Series(
                id=entry["id"],
                name=entry["name"],
                abbreviation=short,
                names=tuple(tuple(map(folded, name.split())) for name in names),
                short=re.compile(rf"(?<!\w){re.escape(short)}(?!\w)") if short else None,
                parties=tuple(entry.get("parties", ())),
                plain=all(_is_plain(name) for name in entry["names"].get("en", [])),
            )
        )
    return tuple(found)


@cache
def _generic(language: str) -> re.Pattern[str]:
    data = resources.language(language, "bodies")
    heads = alternatives([folded(h) for h in data["heads"]])
    qualifiers = alternatives([folded(q) for q in data["qualifiers"]])
    adjective = _adjective(language)
    of = alternatives([folded(p) for p in data["prepositions"]])
    words = alternatives(list(lexicon(language).words))
    topic = rf"(?:\s+(?:{of})\s*(?:(?:l'|la|le|les|los|el|the)\s*)?(?:{words})(?:\s+(?:and|et|y|de|des|la|del|of|the|&)?\s*(?:la\s+|l')?(?:{words}))*)"  # noqa: E501
    if language == "en":
        return re.compile(
            rf"(?<!\w)(?:(?:{adjective}|[\w.]+-[\w.]+)\s+)?(?:(?:{qualifiers}|{adjective}|{words})\s+)+(?:{heads}){topic}?(?!\w)"
        )
    return re.compile(
        rf"(?<!\w)(?:{heads})(?:\s+(?:(?:{qualifiers})(?:e?s)?|{adjective}))+{topic}?(?:\s+(?:{adjective}))?(?!\w)"
    )


def _extended(plain: str, start: int, end: int, language: str) -> tuple[int, int]:
    """Return the span with the adjectives of country that stand right beside it."""
    adjective = rf"(?:{_adjective(language)})"
    if after := re.match(rf"(?:\s+{adjective})+(?!\w)", plain[end : end + _NEAR]):
        end += after.end()
    if language == "en" and (
        before := re.search(rf"(?<!\w)(?:[\w.]+-)?{adjective}\s+$", plain[max(0, start - _NEAR) : start])
    ):
        start -= len(before[0])
    return start, end


def find_bodies(
    view: str, start: int, end: int, language: str, countries: Sequence[CountryMention]
) -> tuple[tuple[BodyMention, ...], tuple[OrdinalMention, ...]]:
    """Return the standing bodies named in ``view[start:end]``, and the numbers of sessions.

    A body has the parties that its name tells; behind a number a session noun or a body follows closely.
    """
    text = view[start:end]
    plain = folded(text)
    numbers = _numbers(text, plain, language)
    candidates = _known(text, plain, language)
    for match in _generic(language).finditer(plain):
        first, last = match.span()
        inside = {c.code for c in countries if start + first <= c.start < start + last}
        named = inside or any(word[0].isupper() for word in text[first:last].split()[1:])
        named = named or (first > 0 and text[first].isupper())
        told = len(inside) > 1 or (named and _strong(language).search(match[0]))
        if not told and not any(_UP_TO.fullmatch(plain, number.end(), first) for number in numbers):
            continue  # nor is it "the fourth migration dialogue"
        candidates = _beside_rivals(_Candidate(first, last), candidates, plain, language)
    for candidate in _between(text, plain, language, start, countries):
        candidates = _beside_rivals(candidate, candidates, plain, language)
    candidates += [*_counted(text, plain, language, numbers), *_paired(text, language, start, countries)]
    own = _own_bodies(language)  # "Kenya-Peru Friendship Group": one parliament's, whose members may meet anybody
    candidates = [c for c in candidates if not own.search(plain, c.start, c.end)]
    bodies = _longest([_undated(c, plain, language) for c in candidates], text, start, countries)
    begins = [body.start - start for body in bodies]
    ordinals: dict[int, OrdinalMention] = {}
    for number in numbers:
        at = start + number.start()
        if at not in ordinals and (value := _session_number(plain, number, language, begins)):
            ordinals[at] = OrdinalMention(at, start + number.end(), value)
    return bodies, tuple(ordinals[at] for at in sorted(ordinals))


def _longest(
    candidates: Sequence[_Candidate], text: str, start: int, countries: Sequence[CountryMention]
) -> tuple[BodyMention, ...]:
    """Return the bodies in order, the longest where candidates overlap."""
    found: list[BodyMention] = []
    for c in sorted(candidates, key=lambda c: (c.start - c.end, c.start)):
        span = (start + c.start, start + c.end)
        if any(span[0] < other.end and other.start < span[1] for other in found):
            continue
        shown = re.match(r"\s*\(\s*([A-Z][A-Z0-9+]{1,9})\s*\)", unaccented(text[c.end : c.end + 16]))
        parties = tuple(dict.fromkeys(m.code for m in countries if span[0] <= m.start and m.end <= span[1]))
        name = " ".join(text[c.start : c.end].split())
        short = shown[1] if shown else c.short
        found.append(BodyMention(*span, name=name, body=c.body, abbreviation=short, parties=c.parties or parties))
    return tuple(sorted(found, key=lambda body: body.start))


def _beside_rivals(candidate: _Candidate, found: list[_Candidate], plain: str, language: str) -> list[_Candidate]:
    """Return the candidates with one more, which takes the place of plain names only that its own makes precise."""
    first, last = candidate.start, candidate.end
    if candidate.parties:  # of a name that is known without them
        found = [replace(c, parties=candidate.parties) if c.start == first and not c.parties else c for c in found]
    rivals = [c for c in found if c.start < last and first < c.end]
    taken = not all(c.plain and _on_a_topic(plain[c.end : last]) for c in rivals)
    if taken or _others(language).match(plain, first):
        return found
    return [*(c for c in found if c not in rivals), candidate]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A stretch of a sentence that may name a body; ``plain`` where its name tells no subject ("Joint Commission")."""

    start: int
    end: int
    body: str | None = None
    short: str | None = None
    parties: tuple[str, ...] = ()
    plain: bool = False


def _known(text: str, plain: str, language: str) -> list[_Candidate]:
    """Return the bodies of the series list, the longest where names overlap."""
    found = [
        _Candidate(*_extended(plain, *match.span(), language), s.id, s.abbreviation, s.parties, s.plain)
        for s in _series(language)
        for match in s.finditer(plain, language)
    ]
    found += [
        _Candidate(*match.span(), s.id, s.abbreviation, s.parties)
        for s in _series(language)
        if s.short
        for match in s.short.finditer(text)
    ]
    longest: list[_Candidate] = []
    for c in sorted(found, key=lambda c: (c.start - c.end, c.start)):
        if not any(c.start < other.end and other.start < c.end for other in longest):
            longest.append(c)
    return longest


def _on_a_topic(tail: str) -> bool:
    """Tell whether what follows a body's plain name makes it another body ("... de Seguridad Interior")."""
    return bool(tail.strip()) and not re.search(r"coop", tail)


def _counted(text: str, plain: str, language: str, numbers: Sequence[re.Match[str]]) -> list[_Candidate]:
    """Return the bodies whose sessions are counted: "the fifth meeting of the Comprehensive Dialogue on Mobility".

    A capitalised name right behind the session, or behind the number itself, with a word for a body in it.
    """
    found = []
    for number in numbers:
        lead = _session_of(language).match(plain, number.end())
        if lead is None and len(number[0]) == 1:
            continue  # a letter is no number
        # "the 5th session of the Trade Council", or the body itself: "the 5th Council of Trade"
        places = [(lead.end(), _heads(language))] if lead else []
        for at, heads in (*places, (number.end(), _counted_heads(language))):
            names = (_name(language).match(text, at), _subject(language).match(text, at))
            name = next((m for m in names if m and heads.search(plain, *m.span())), None)
            if name and not _others(language).match(plain, name.start()):
                found.append(_Candidate(*name.span()))
                break
    return found


def _numbers(text: str, plain: str, language: str) -> list[re.Match[str]]:
    """Return what may number a session: ordinals in words and figures, Roman numerals."""
    ordinal, roman, _ = _ordinal_patterns(language)
    numerals = (match for match in roman.finditer(text) if not _network(match, plain))
    return [*ordinal.finditer(plain), *numerals]


def _network(numeral: re.Match[str], plain: str) -> bool:
    """Tell whether a numeral is the name of a network: "wrote on X", "en su cuenta de X"."""
    return numeral["roman"] == "X" and _ON_X.search(plain, 0, numeral.start()) is not None


def _between(
    text: str, plain: str, language: str, start: int, countries: Sequence[CountryMention]
) -> Iterator[_Candidate]:
    """Yield the bodies told by the two countries they join: "the Cooperation Council between A and B", "... A-B"."""
    for match in _joining(language).finditer(plain):
        name = match["name"].strip()
        after = [c for c in countries if 0 <= c.start - start - match.end() < _NEAR]
        pair = after[:2]
        if len({c.code for c in pair}) < 2 or pair[0].start - start - match.end() > _ARTICLES:  # noqa: PLR2004 (a pair)
            continue
        if "-" in text[match.end() : pair[0].start - start]:
            continue
        third = text[pair[1].end - start : after[2].start - start] if len(after) > 2 else ""  # noqa: PLR2004
        if re.fullmatch(r"\s?[-–—]\s?|,? (?:and|et|y) (?:the |la |le |el |l')?", third):
            continue  # three countries' name for it is told whole
        link = text[pair[0].end - start : pair[1].start - start]
        if re.search(r"[.;:]", link) or not (match["between"] or re.fullmatch(r"\s?[-–—]\s?", link)):
            continue
        if text[match.start()].isupper():
            yield _Candidate(match.start(), match.start() + len(name), parties=tuple(c.code for c in pair))


def _paired(text: str, language: str, start: int, countries: Sequence[CountryMention]) -> Iterator[_Candidate]:
    """Yield the bodies named by the two countries they join and what they talk of: "the A-B Trade and Health Forum"."""
    if language != "en":
        return
    heads = "|".join(re.escape(head.title()) for head in resources.language(language, "bodies")["heads"])
    capital = r"[A-Z](?:[\w'’-]|\.(?=[\w-]))*"
    for match in re.finditer(
        rf"{capital}[-–]{capital}(?:,?\s+(?:and\s+|of\s+)?{capital}){{1,8}}?\s+(?:{heads})(?!\w)", text
    ):
        inside = {c.code for c in countries if match.start() <= c.start - start < match.end()}
        if len(inside) > 1:
            yield _Candidate(*match.span())


@cache
def _own_bodies(language: str) -> re.Pattern[str]:
    """Return the pattern of a word that makes a body with two countries in its name one country's own."""
    return re.compile(rf"(?<!\w)(?:{alternatives([folded(w) for w in resources.language(language, 'bodies')['own']])})")


@cache
def _session_of(language: str) -> re.Pattern[str]:
    """Return the pattern of what stands between a number and the name of a body: "meeting of the"."""
    data = resources.language(language, "bodies")
    sessions = alternatives([folded(word) for word in data["sessions"]])
    of = r"(?:of|de|du|des|del)(?!\w)|d'"
    whose = "(?:the|their|its|la|el|las|los|les|leur|sa|su)\\s+|l'"
    return re.compile(rf"\s+(?:[\w-]+\s+){{0,2}}?(?:{sessions})\s+(?:{of})\s*(?:{whose})?")


@cache
def _name(language: str) -> re.Pattern[str]:
    """Return the pattern of a capitalised name, with the small words and the qualifiers inside it, unfolded."""
    data = resources.language(language, "bodies")
    small = "and|of|on|for|the|de|des|du|d'|del|el|la|las|los|les|le|l'|y|e|et|en|sur|sobre|para|pour|contra|contre|&"
    capital = r"[A-ZÀ-ÞŒ](?:[\w'’-]|\.(?=[\w-]))*"
    other = alternatives(data["qualifiers"]) if language != "en" else r"(?!)"
    word = rf"(?:{capital}|{other})"
    return re.compile(rf"\s*{capital}(?:\s+(?:(?:{small})\s*){{0,3}}{word}(?!\w)){{1,10}}")


@cache
def _joining(language: str) -> re.Pattern[str]:
    """Return the pattern of a body's name with what it is for, and of what joins it to two countries."""
    data = resources.language(language, "bodies")
    heads = alternatives([folded(word) for word in data["heads"]])
    small = "de|des|du|del|of|on|for|pour|para|sur|sobre|en matiere de|y|et|and"
    of = rf"(?:{small})\s+(?:the\s+|la\s+|las\s+|les\s+|l')?|d'"
    tail = rf"(?:\s+(?:{of})?(?!(?:entre|between)\b)[\w'-]+)"
    name = rf"(?:[\w-]+\s+){{1,3}}(?:{heads}){tail}{{0,4}}?" if language == "en" else rf"(?:{heads}){tail}{{1,5}}?"
    joins = r",?\s+(?:entre|between)\s+(?:the\s+|l'|la\s+|le\s+|el\s+)?"
    return re.compile(rf"(?<![\w-])(?P<name>{name})(?P<between>{joins}|\s+)")


@cache
def _subject(language: str) -> re.Pattern[str]:
    """Return the pattern of a numbered body with what it is for in small letters: "Commission de partenariat"."""
    data = resources.language(language, "bodies")
    heads = alternatives([word[0].upper() + word[1:] for word in data["heads"]])
    return re.compile(
        rf"\s*(?:{heads})\s+(?:de |d'|du |des |del |pour |para )(?!la\b|l'|el\b|los\b|las\b)[\wà-ÿ]{{4,}}(?!\w)"
    )


@cache
def _counted_heads(language: str) -> re.Pattern[str]:
    """Return the pattern of what is a body where a number stands right before its name: "5th Trilateral Meeting"."""
    data = resources.language(language, "bodies")
    heads = alternatives([folded(word) for word in (*data["heads"], *data["counted_heads"])])
    return re.compile(rf"(?<!\w)(?:{heads})(?!\w)")


@cache
def _heads(language: str) -> re.Pattern[str]:
    heads = alternatives([folded(word) for word in resources.language(language, "bodies")["heads"]])
    return re.compile(rf"(?<!\w)(?:{heads})(?!\w)")


@cache
def _others(language: str) -> re.Pattern[str]:
    """Return the pattern of what is in session and is no body that two countries share."""
    words = alternatives([folded(word) for word in resources.language(language, "bodies")["others"]])
    return re.compile(rf"\s*(?:{words})(?!\w)")


def _undated(c: _Candidate, plain: str, language: str) -> _Candidate:
    """Return a candidate without the day behind its name: "the Dialogue on Friday"."""
    dated = _on_a_day(language).search(plain, c.start, c.end)
    return replace(c, end=dated.start()) if dated else c


@cache
def _on_a_day(language: str) -> re.Pattern[str]:
    """Return the pattern of a weekday or month behind a name, and of all that follows it."""
    locale = Locale(language)
    names = [folded(name) for kind in (locale.days, locale.months) for name in kind["format"]["wide"].values()]
    return re.compile(rf"\s+(?:(?:on|in|of|the|el|en|de|le|du|ce|este)\s+)?(?:{alternatives(names)})(?!\w).*\Z")


@cache
def _strong(language: str) -> re.Pattern[str]:
    words = alternatives([folded(s) for s in resources.language(language, "bodies")["strong"]])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


def _roman(text: str) -> int:
    values = [_ROMAN_VALUES[c] for c in text]
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


@cache
def _ordinal_patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, int]]:
    data = resources.language(language, "bodies")
    words = {folded(w): int(n) for w, n in data["ordinals"].items()}
    if language != "en":  # "les troisièmes consultations"
        words = {f"{word}s": n for word, n in words.items()} | words
    units = {word: n for word, n in words.items() if n < _TEN}
    for ten, value in data["tens"].items():
        for joiner in ("", *data["tens_joiner"]):
            words |= {f"{folded(ten)}{joiner}{unit}": int(value) + n for unit, n in units.items()}
    suffixes = "|".join(sorted({re.escape(folded(s)) for s in data["ordinal_suffixes"]}, key=len, reverse=True))
    sessions = alternatives([folded(s) for s in data["sessions"]])
    months = alternatives([folded(name) for name in Locale(language).months["format"]["wide"].values()])
    return (
        re.compile(
            rf"(?<!\w)(?:(?P<word>{alternatives(list(words))})|(?P<figure>\d{{1,2}})\s?\.?(?:{suffixes})"
            rf"|(?<=\bla )(?P<bare>\d{{1,2}})(?=\s+(?:{sessions})\s+d))(?!\w)(?!\s+(?:de\s+|of\s+)?(?:{months})(?!\w))"
        ),
        re.compile(
            r"(?<!\w)(?P<roman>(?=[IVX]|L[IVX])(?:XL|L?X{0,4})(?:IX|IV|V?I{0,4}))(?:\s?(?:e|è|ème|eme|th|ª|º))?(?!\w)"
        ),
        words,
    )


@cache
def _sessions(language: str) -> re.Pattern[str]:
    sessions = alternatives([folded(word) for word in resources.language(language, "bodies")["sessions"]])
    return re.compile(rf"(?<!\w)(?:{sessions})(?!\w)")


@cache
def _counts(language: str, group: str) -> re.Pattern[str]:
    """Return the pattern of what right behind a number says that sessions are counted."""
    words = alternatives([folded(phrase) for phrase in resources.language(language, "bodies")[group]])
    return re.compile(rf"\s+(?:{words})(?!\w)")


def _session_number(plain: str, number: re.Match[str], language: str, bodies: Sequence[int]) -> int:
    """Return the number of a session; 0 where nothing right behind it is counted. ``bodies`` are where they begin."""
    value = _value(number, language)
    if not 0 < value <= _HIGHEST:
        return 0
    after = number.end()
    if value > 1 and _counts(language, "of_its_kind").match(plain, after):
        return value
    window = plain[after : after + _NEAR].removeprefix(".")
    noun = _sessions(language).search(window)
    between = window[: noun.start()] if noun else ""
    counted = noun is not None and len(between.split()) <= _BETWEEN and not re.search(r"[.;:,]", between)
    # "met for the third time": a body's sessions
    counted = counted or (bool(bodies) and _counts(language, "times").match(window) is not None)
    return value if counted or any(0 <= body - after <= _ARTICLES for body in bodies) else 0


def _value(number: re.Match[str], language: str) -> int:
    """Return what a number says; nothing where it may be a letter or the English pronoun."""
    groups = number.groupdict()
    if "roman" in groups:
        return 0 if len(number[0]) == 1 and language == "en" else _roman(groups["roman"])
    _, _, words = _ordinal_patterns(language)
    return words.get(" ".join((groups["word"] or "").split())) or int(groups["figure"] or groups["bare"] or 0)
