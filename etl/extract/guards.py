"""Why a trigger tells of no encounter that took place: it lies ahead, was cancelled, by phone, at home, or long ago."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from etl.extract.cues import Cue, Words

_BEFORE, _LEFT, _RIGHT = 90, 70, 60
"""Characters before a trigger that its auxiliary stands in, and around it that the rest of its clause does."""
_NOUN = 90
"""Characters between the noun of an encounter and its "between"."""
_BESIDE = 25
"""Characters around a trigger in which an adjective calls it an earlier one."""


def refusal(words: Words, text: str, cue: Cue) -> str | None:
    """Return which guard keeps a trigger from telling of an encounter that took place."""
    guards = words.guards
    before = text[max(0, cue.start - _BEFORE) : cue.start]
    around = text[max(0, cue.start - _LEFT) : cue.end + _RIGHT]
    within = text[cue.start : cue.end]
    inner = words.noun.search(within)
    if _lies_ahead(words, text, cue):
        return "future"
    for name in ("phone", "cancelled", "national"):
        if guards[name].search(around):
            return name
    if cue.kind == "between" or inner:
        for name, reason in (("planned", "future"), ("cancelled", "cancelled")):
            if guards[name].search(text, cue.end):
                return reason
    past = (
        guards["recalled"].search(around)
        or guards["previous"].search(text[max(0, cue.start - _BESIDE) : cue.end + _BESIDE])
        or (guards["earlier"].search(before) and not (cue.kind == "meet" and words.same_day.search(text)))
    )
    return "recalled" if past else None


def _lies_ahead(words: Words, text: str, cue: Cue) -> bool:
    """Tell whether the words before a trigger, or before the noun that it belongs to, deny it or put it ahead."""
    guards = words.guards
    before = text[max(0, cue.start - _BEFORE) : cue.start]
    if guards["negated"].search(before) or guards["future"].search(before):
        return True
    if cue.kind == "chaired_by" and guards["planned"].search(text, 0, cue.start):
        return True
    nouns = [match.start() for match in words.noun.finditer(text, cue.start, cue.end)][:1]
    if cue.kind == "between":
        nouns += [match.start() for match in words.noun.finditer(text, max(0, cue.start - _NOUN), cue.start)][-1:]
    return any(guards["future"].search(text[max(0, noun - _BEFORE) : noun]) for noun in nouns)
