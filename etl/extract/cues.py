"""The words that open, close and colour a stretch of a sentence: who met, chaired, attended, when it is no meeting.

The expressions are data (``languages/*/meetings.yaml`` and ``participation.yaml``): regular expressions over folded
text, in which a space also spans adverbs, ``{noun}`` is a word for an encounter, ``{gap}`` a few words, ``{country}``
a side's name, ``{land}`` that without words, ``{person}`` a person or an office and ``{whose}`` their possessive. The
file defines more such sets of words. What the sentence mentions is masked first, so no office's title is taken for a
cue.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from etl import resources
from etl.spelling import folded

if TYPE_CHECKING:
    from etl.extract.reading import Reading, Sentence

PERSON, OFFICE, BODY, COUNTRY, PLACE = "\ue001", "\ue002", "\ue003", "\ue004", "\ue005"
"""What stands in a masked sentence for each character of a name, an unnamed office, a body, another country.

And, only where cues are looked for, of a city.
"""

MASKS = frozenset((PERSON, OFFICE, BODY))

_CUES = (
    "list",
    "hold",
    "then",
    "occur",
    "during",
    "between",
    "meet",
    "errand",
    "gathers",
    "sign",
    "confer",
    "preside",
    "cochair",
    "chaired_by",
    "titled",
    "ditto",
    "attend",
    "represent",
    "presence",
    "accompany",
    "proxy",
    "delegation",
    "side",
    "with",
    "tour",
    "tell",
    "report",
    "stop",
    "contrast",
    "cleft",
    "beside",
    "whereat",
    "aside",
)
_GUARDS = ("phone", "future", "planned", "negated", "cancelled", "national", "recalled", "previous", "earlier")
_DATELINE_END = re.compile(r"(?<!\w)[-–—](?!\w)|\.-|[a-z]{3,}[.] ")
_GAP = r"(?:[^.;:\ue001\ue002]{0,70}?(?<![\w\ue003]))"
_FEW = r"(?:[^.;:,\ue001\ue002]{0,40}?(?<![\w\ue003]))"
_SIDE = r"(?:[\w'-]+\s){0,2}?\ue004+(?:\s\ue004+)?"
_WHOSE = r"(?<=[\ue001\ue002])'s"
_BOUND_SPACE = "\x00"
_SET = re.compile(r"\{([a-z]+)\}")
_WHO = r"(?:\ue004+(?:'s?)?\s+)?(?:(?:new|visiting|outgoing|acting|senior) )?[\ue001\ue002]++(?!'s)"
_NEVER = r"(?!)"
_NAMED = "[\ue001\ue002]"
_FEW_WORDS = r"(?:[\w']+\s+|\w'){0,2}"


@dataclass(frozen=True, slots=True)
class Cue:
    """A stretch that an expression matched; positions count from the sentence's start."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """One language's expressions, compiled.

    ``listed`` is what stands before the last of a list, ``list_on`` what stands behind one that is not,
    ``list_end`` what stands before the last behind an apposition;
    ``capital_natives`` whether who comes from a country is written with a capital and its adjective without;
    ``spans_towns`` whether a space of an expression spans "in Lima", too.
    """

    cues: tuple[tuple[str, re.Pattern[str]], ...]
    stand_ins: tuple[tuple[str, re.Pattern[str]], ...]
    guards: dict[str, re.Pattern[str]]
    each: re.Pattern[str]
    anaphora: re.Pattern[str]
    other_events: re.Pattern[str]
    days: dict[int, re.Pattern[str]]
    same_day: re.Pattern[str]
    call: re.Pattern[str]
    denied: re.Pattern[str]
    same_body: re.Pattern[str]
    session: re.Pattern[str]
    locative: re.Pattern[str]
    bordering: re.Pattern[str]
    visit: re.Pattern[str]
    pronoun: re.Pattern[str]
    delegation: re.Pattern[str]
    the_delegation: re.Pattern[str]
    officials: re.Pattern[str]
    besides: re.Pattern[str]
    intended: re.Pattern[str]
    both_countries: re.Pattern[str]
    private: re.Pattern[str]
    severally: re.Pattern[str]
    all_meetings: re.Pattern[str]
    apart: re.Pattern[str]
    three: re.Pattern[str]
    callers: re.Pattern[str]
    own_meeting: re.Pattern[str]
    afterwards: re.Pattern[str]
    closing: re.Pattern[str]
    lasting: re.Pattern[str]
    opening: re.Pattern[str]
    departure: re.Pattern[str]
    visit_noun: re.Pattern[str]
    unreal: re.Pattern[str]
    absent: re.Pattern[str]
    noun: re.Pattern[str]
    connectors: frozenset[str]
    complementisers: frozenset[str]
    told_in: re.Pattern[str]
    to: re.Pattern[str]
    content: re.Pattern[str]
    reports: re.Pattern[str]
    speaker: re.Pattern[str]
    herself: re.Pattern[str]
    realm: re.Pattern[str]
    named_realm: re.Pattern[str]
    whom: re.Pattern[str]
    anonymous: re.Pattern[str]
    both: re.Pattern[str]
    pair: re.Pattern[str]
    peoples: re.Pattern[str]
    teams: re.Pattern[str]
    chairs: re.Pattern[str]
    locution: re.Pattern[str]
    together: re.Pattern[str]
    site: re.Pattern[str]
    setting: re.Pattern[str]
    founded: re.Pattern[str]
    at_their_head: re.Pattern[str]
    deputy: re.Pattern[str]
    deputy_chair: re.Pattern[str]
    where: re.Pattern[str]
    among: re.Pattern[str]
    own_party: re.Pattern[str]
    opposite: re.Pattern[str]
    perfect: re.Pattern[str]
    no_encounter: re.Pattern[str]
    headed: re.Pattern[str]
    arrived: re.Pattern[str]
    invitation: re.Pattern[str]
    byline: re.Pattern[str]
    heads: re.Pattern[str]
    opens_with: re.Pattern[str]
    again_with: re.Pattern[str]
    by: re.Pattern[str]
    passive: re.Pattern[str]
    stands_for: re.Pattern[str]
    for_land: re.Pattern[str]
    each_for: re.Pattern[str]
    genitive: re.Pattern[str]
    visited_by: re.Pattern[str]
    whose: re.Pattern[str]
    and_then: re.Pattern[str]
    there: re.Pattern[str]
    listed: re.Pattern[str]
    list_on: re.Pattern[str]
    list_end: re.Pattern[str]
    capital_natives: bool
    spans_towns: bool

    def cue(self, kind: str) -> re.Pattern[str]:
        """Return the expressions of one kind of cue."""
        return next(pattern for known, pattern in self.cues if known == kind)


def masked(reading: Reading, sentence: Sentence) -> str:
    """Return the folded sentence in which names, offices and bodies are stretches of one private character each."""
    characters = list(folded(reading.words(sentence)))
    spans = [(mention.start, mention.end, COUNTRY) for mention in sentence.countries]
    spans += [(mention.start, mention.end, BODY) for mention in sentence.bodies]
    spoken = words(reading.document.language or "en")
    locutions = [match.span() for match in spoken.locution.finditer("".join(characters))]
    spans += [
        (mention.start, mention.end, OFFICE)
        for mention in sentence.roles
        if mention.person
        or not (
            spoken.chairs.match(folded(mention.role.title))  # "as co-chairs of the session" tells more
            or any(low <= mention.start - sentence.start < high for low, high in locutions)  # "at the head of"
        )
    ]
    spans += [(mention.outer_start, mention.outer_end, PERSON) for mention in sentence.persons]
    for start, end, mask in spans:
        low, high = max(start, sentence.start) - sentence.start, min(end, sentence.end) - sentence.start
        characters[low:high] = mask * (high - low)
    return "".join(characters)


def find(words: Words, text: str) -> list[Cue]:
    """Return the cues of a masked sentence in order; where two overlap, the earlier and then the longer stays."""
    found = [Cue(kind, match.start(), match.end()) for kind, pattern in words.cues for match in pattern.finditer(text)]
    rank = {kind: index for index, kind in enumerate(_CUES)}
    found.sort(key=lambda cue: (cue.start, -cue.end, rank[cue.kind]))
    kept: list[Cue] = []
    for cue in found:
        if not kept or cue.start >= kept[-1].end:
            kept.append(cue)
    return kept


@cache
def words(language: str) -> Words:
    """Return the compiled expressions of a language (``en``, ``es``, ``fr``)."""
    meetings = resources.language(language, "meetings")
    taking_part = resources.language(language, "participation")
    at = [f"{preposition} {PLACE}+" for preposition in meetings.get("at", [])]
    adverbs = _alternatives([*meetings["adverbs"], *at])
    joints = taking_part["joints"]
    of, by, joined, beside = (_alternatives(joints[name]) for name in ("of", "by", "and", "with"))
    last = rf"(?:{joined})\s+{_FEW_WORDS}"
    the = _alternatives(joints["the"])
    of_the, posted = (_alternatives(joints.get(name, [_NEVER])) for name in ("of_the", "posted"))
    for_land = rf"(?<!\w)(?:{_alternatives(joints['for'])})\s+(?:(?:{the})\s*)?{COUNTRY}+"
    noun = _noun(language)
    space = rf"(?:,? +(?:(?:{adverbs}),? +){{0,2}})"
    closed = "|".join(re.escape(word) for name in ("the", "of") for word in map(folded, joints[name]) if word.isalpha())
    # No adverb stands behind an article: "the also minister". Without those, the expressions compile faster.
    bound = re.compile(rf"((?<![\w\\])(?:{closed})|\(\?:(?:{closed})(?:\|(?:{closed}))*\)) ")
    sets = {name: f"(?:{_alternatives(expressions)})" for name, expressions in taking_part["sets"].items()}

    variants = [
        (re.compile(rf"(?<!<=)(?<!<!){re.escape(folded(form))}"), v) for form, v in meetings.get("variants", {}).items()
    ]

    def compiled(expressions: list[str]) -> re.Pattern[str]:
        pattern = _alternatives(expressions)
        for form, variant in variants:
            pattern = form.sub(_alternatives([variant]), pattern)
        for _ in range(2):  # a set may name another
            pattern = _SET.sub(lambda name: sets.get(name[1], name[0]), pattern)
        pattern = pattern.replace("{gap}", _GAP).replace("{few}", _FEW).replace("{country}", _SIDE)
        pattern = pattern.replace("{land}", f"{COUNTRY}+")
        pattern = bound.sub(rf"\1{_BOUND_SPACE}", pattern)
        pattern = (
            pattern.replace("{person}", _WHO).replace("{whose}", _WHOSE).replace(" ", space).replace("{noun}", noun)
        )
        pattern = pattern.replace(_BOUND_SPACE, " +")
        return re.compile(rf"(?:(?<!\w)|(?=[,;]))(?:{pattern})(?:(?<!\w)|(?!\w))")

    expressions = {**meetings["cues"], **taking_part["cues"]}
    return Words(
        cues=tuple((kind, compiled(expressions.get(kind, [_NEVER]))) for kind in _CUES),
        stand_ins=tuple((kind, compiled(forms)) for kind, forms in taking_part["stand_ins"].items()),
        guards={
            guard: re.compile(rf"(?<!\w)(?:{_alternatives(meetings['guards'][guard])})".replace(" ", " +"))
            for guard in _GUARDS
        },
        each=compiled(meetings["each"]),
        anaphora=compiled(meetings["anaphora"]),
        days={int(days): compiled(expressions) for days, expressions in meetings["days"].items()},
        same_day=compiled(meetings["same_day"]),
        call=compiled(meetings["call"]),
        denied=compiled(meetings["denied"]),
        same_body=compiled(meetings["same_body"]),
        session=compiled(meetings["session"]),
        visit=compiled(meetings["visits"]),
        pronoun=re.compile(rf"(?<!\w)(?:{_alternatives(meetings['pronouns'])})"),
        closing=compiled(meetings["closing"]),
        lasting=compiled(meetings["lasting"]),
        opening=re.compile(
            rf"(?<!\w)(?:{_alternatives(meetings['opening'])})".replace("$", r"\W*\Z").replace(" ", " +")
        ),
        departure=compiled(meetings["departures"]),
        visit_noun=re.compile(rf"(?<!\w)(?:{_alternatives(joints['visit'])})(?!\w)"),
        afterwards=compiled(meetings["afterwards"]),
        own_meeting=re.compile(rf"'s +(?:[\w-]+ +){{0,3}}{noun}"),
        the_delegation=re.compile(rf"(?:{the})\s*(?:{_alternatives(meetings['delegations'])})(?!\w)"),
        delegation=compiled(meetings["delegations"]),
        officials=compiled(meetings["officials"]),
        besides=compiled(meetings["besides"]),
        intended=compiled(meetings["intended"]),
        both_countries=compiled(meetings["both_countries"]),
        private=compiled(meetings["private"]),
        severally=compiled(meetings["severally"]),
        all_meetings=compiled(meetings["all_meetings"]),
        apart=compiled(meetings["apart"]),
        three=compiled(meetings["three"]),
        callers=compiled(meetings["callers"]),
        unreal=compiled(meetings["unreal"]),
        absent=compiled(meetings["absent"]),
        locative=re.compile(rf"(?<!\w)(?:{_alternatives(meetings['locatives'])}) +$"),
        bordering=re.compile(rf"(?<!\w)(?:{_alternatives(meetings['bordering'])}) +(?:(?:{the}) *)?\Z"),
        other_events=compiled(taking_part["other_events"]),
        noun=encounter(language),
        connectors=frozenset(folded(word) for phrase in taking_part["connectors"] for word in phrase.split()),
        complementisers=frozenset(map(folded, joints["that"])),
        to=re.compile(rf"(?<!\w)(?:{_alternatives(joints.get('to', [_NEVER]))}) +(?:\w+ +)?\Z"),
        told_in=compiled(joints.get("told_in", [_NEVER])),
        content=re.compile(
            rf"(?<!\w)(?:{_alternatives(joints['that'])})(?:(?<!\w)|(?!\w)) *"
            rf"|{compiled(expressions['report']).pattern}(?! *,) *"
        ),
        reports=re.compile(rf"{compiled(expressions['report']).pattern}\s+(?:{_alternatives(joints['on'])})?\s*\Z"),
        anonymous=re.compile(rf"(?:[^,]{{0,40}}, *)?(?:{_alternatives(joints['he'])})(?!\w)"),
        speaker=re.compile(rf"(?<!\w)(?:{_alternatives(joints['we'])}) (?:\w+ ){{0,2}}\Z"),
        herself=re.compile(rf"(?<!\w)(?:{_alternatives(joints['herself'])}) (?:\w+ )?\Z"),
        whom=re.compile(_alternatives(joints["whom"])),
        both=re.compile(rf"(?<!\w)(?:{_alternatives(joints['both'])}) *(?:\w+ )?\Z"),
        pair=re.compile(rf"(?<!\w)(?:{_alternatives(joints['pair'])}) *(?:\w+ )?\Z"),
        peoples=re.compile(
            rf"(?<!\w)({COUNTRY}+)\s+(?:{joined})\s+(?:(?:{_alternatives(joints['the'])})\s*)?({COUNTRY}+)\s*\Z"
        ),
        teams=re.compile(
            rf"(?<!\w)(?:{_alternatives(joints.get('teams', [_NEVER]))})\s+(?:[\w-]+\s+){{0,3}}?({COUNTRY}+)"
            rf"\s+(?:{joined})\s+(?:(?:{of}|{_alternatives(joints['the'])})\s+)*({COUNTRY}+)\s*\Z"
        ),
        realm=re.compile(rf"(?<!\w){sets['realm']}s? (?:[^\s,;.]+ ){{0,2}}\Z"),
        named_realm=re.compile(rf"(?<!\w){sets['realm']}s? (?:[^\s,;.]+ ){{0,5}}[^\s,;.]+ ?, \Z"),
        chairs=compiled([*taking_part["sets"]["post"], *taking_part["sets"]["copost"]]),
        locution=compiled(joints["locution"]),
        together=compiled(joints["together"]),
        site=compiled(joints.get("site", [_NEVER])),
        setting=compiled(joints.get("setting", [_NEVER])),
        founded=re.compile(rf"(?<!\w)(?:{_alternatives(joints.get('founded', [_NEVER]))}) *\Z"),
        at_their_head=compiled(joints.get("at_their_head", [_NEVER])),
        deputy=compiled(joints.get("deputy", [_NEVER])),
        deputy_chair=compiled(joints.get("deputy_chair", [_NEVER])),
        where=re.compile(rf"\s*,?\s*(?:{_alternatives(joints.get('where', [_NEVER]))})(?!\w)[^,;:]{{0,40}}"),
        among=compiled(joints.get("among", [_NEVER])),
        own_party=compiled(joints.get("own_party", [_NEVER])),
        opposite=re.compile(
            rf"(?<!\w)(?:{_alternatives(joints.get('opposite', [_NEVER]))})\s*(?:(?:{the})\s*)?(?:{COUNTRY}+\s+)?\Z"
        ),
        perfect=compiled(joints.get("perfect", [_NEVER])),
        no_encounter=re.compile(rf"(?<!\w)(?:{_alternatives(joints.get('no_encounter', [_NEVER]))})"),
        headed=compiled(joints["headed"]),
        arrived=compiled(joints.get("arrived", [_NEVER])),
        invitation=compiled(joints["invitation"]),
        byline=compiled(joints["byline"]),
        heads=re.compile(_alternatives(joints["heads"])),
        opens_with=re.compile(rf"\s*(?:{beside})(?!\w)"),
        again_with=re.compile(rf"[;,] *(?:(?:{joined}) +)?(?:{beside})(?!\w)"),
        by=re.compile(rf"(?<!\w)(?:{by})\s*$"),
        passive=re.compile(rf"(?<!\w)(?:{by}|{of}|{beside})\s*$"),
        stands_for=re.compile(
            rf"\s*\((?:{the})?\s*{COUNTRY}+\s*\)|\s+{for_land}"
            # "A, of the Gambian Navy", but not "A, on a visit to Chad"
            rf"|,\s*(?:{of_the}|(?:{of})\s+(?:{the}))\s+(?:(?!(?:{posted})\b)\w+\s+){{1,3}}{COUNTRY}+(?=\s*[,.;)]|\s*\Z)"
        ),
        for_land=re.compile(for_land),
        each_for=re.compile(rf"\s*,\s*{for_land}(?=\s*(?:[,;.]|\Z))"),
        genitive=re.compile(rf"\w+[\"»”]? (?:{of})\s*(?:{_alternatives(joints['the'])})?\s*\Z"),
        visited_by=re.compile(
            rf"(?<!\w)(?:{_alternatives(joints['visit'])}) (?:{of})\s*(?:{_alternatives(joints['the'])})?\s*\Z"
        ),
        whose=re.compile(rf"\s*(?:{of})\s*(?:{_alternatives(joints['the'])})?\s*"),
        and_then=re.compile(rf"\s*,\s*(?:{joined})\s+(?:(?:{the})\s*)?"),
        there=re.compile(rf"(?:{_alternatives(joints.get('there', [_NEVER]))})(?!\w)"),
        listed=re.compile(rf",\s*{last}\Z|{_NAMED}\s+{last}\Z"),
        list_end=re.compile(rf"[,;]\s*(?:{joined})\s+{_FEW_WORDS}\Z"),
        list_on=re.compile(rf"\s*(?:,\s*)?{last}{_NAMED}|\s*,\s*{_FEW_WORDS}{_NAMED}"),
        spans_towns=bool(at),
        capital_natives=language == "fr",
    )


def words_between(text: str, start: int, end: int) -> bool:
    """Tell whether a masked stretch holds a name, an office or a verb-like cue: then it is no dateline."""
    stretch = text[start:end]
    return any(mask in stretch for mask in MASKS) or bool(_DATELINE_END.search(stretch))


@cache
def encounter(language: str) -> re.Pattern[str]:
    """Return what finds a word for an encounter: apart, since names are told by it in every language at once."""
    return re.compile(rf"(?<!\w){_noun(language)}")


def _noun(language: str) -> str:
    return rf"(?:(?:{_alternatives(resources.language(language, 'meetings')['nouns'])})(?!\w)|\ue003+)"


def _alternatives(expressions: list[str]) -> str:
    return re.sub(r"(?<!\\)\((?!\?)", "(?:", "|".join(folded(expression) for expression in expressions))
