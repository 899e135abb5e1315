"""Why a trigger tells of no encounter that took place: it lies ahead, was cancelled, by phone, at home, or long ago."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from etl.extract.cues import COUNTRY

if TYPE_CHECKING:
    from etl.extract.cues import Cue, Words

_BEFORE, _LEFT, _RIGHT = 90, 70, 60
"""Characters before a trigger that its auxiliary stands in, and around it that the rest of its clause does."""
NOUN_REACH = 90
"""Characters between the noun of an encounter and its "between"."""
_CALL = 100
"""Characters behind "after the talks" in which somebody calls somebody."""
_PARENTHESIS = re.compile(r",[^,;:.\ue001\ue002]{1,40},\s*(?=[^,;:]{0,25}\Z)")
"""What stands between commas: "ruled out, for the time being, a meeting with"."""
_DIGIT = re.compile(r"\d")
_MET = frozenset({"meet", "hold", "gathers"})
"""Cues whose "had" may be that of the same day."""
_BESIDE_OTHERS = frozenset({"attend", "presence", "accompany"})
"""What tells of those at a meeting: "A, who was flanked at the talks by B, is expected in Lima tomorrow"."""
_BESIDE = 25
"""Characters around a trigger in which an adjective calls it an earlier one."""


def refusal(words: Words, text: str, cue: Cue, *, recent: bool = False) -> str | None:
    """Return which guard keeps a trigger from telling of an encounter that took place.

    With ``recent`` the sentence gives a day just before the text: "on 6 August, A had received B" is news, too.
    """
    guards = words.guards
    before = text[max(0, cue.start - _BEFORE) : cue.start]
    around = text[max(0, cue.start - _LEFT) : _word_end(text, cue.end + _RIGHT)]  # "the port of Callao" is no call
    inner = words.noun.search(text, cue.start, cue.end)
    joined = [*words.noun.finditer(text, max(0, cue.start - NOUN_REACH), cue.start)] if cue.kind == "between" else []
    heads = [cue.start, *(noun.start() for noun in (inner, *joined[-1:]) if noun)]
    parts = [text[max(0, head - _BEFORE) : head] for head in heads]
    ahead = any(guards["future"].search(told) for part in parts for told in (part, _PARENTHESIS.sub(" ", part)))
    verb = " ".join(text[cue.start : cue.end].split()[:-2])  # "the talks to be led by", but not "on 6 May 2024 by"
    sided = COUNTRY in text[cue.start : cue.end]  # "co-chaired, for the Chadian side, by"
    told = sided or _DIGIT.search(verb) or verb.endswith(" to")  # "called to order by"
    ahead = ahead or (cue.kind == "chaired_by" and not told and bool(guards["future"].search(f"{verb} ")))
    if ahead or guards["negated"].search(before):
        return "future"
    if cue.kind == "chaired_by" and guards["planned"].search(text, 0, cue.start):
        return "future"
    for name in ("phone", "cancelled", "national"):
        if guards[name].search(around):
            return name
    if cue.kind == "during" and guards["phone"].search(text, cue.end, cue.end + _CALL):
        return "phone"  # "after the talks A called B"
    if cue.kind == "between" or (inner and cue.kind not in _BESIDE_OTHERS):
        for name, reason in (("planned", "future"), ("cancelled", "cancelled")):
            if guards[name].search(text, cue.end, content(words, text, cue.end)):
                return reason
    past = (
        guards["recalled"].search(around)
        or guards["previous"].search(text[max(0, cue.start - _BESIDE) : cue.end + _BESIDE])
        or (guards["earlier"].search(before) and not (cue.kind in _MET and (recent or words.same_day.search(text))))
    )
    return "recalled" if past else None


def _word_end(text: str, position: int) -> int:
    """Return where the word ends that a position stands in."""
    while position < len(text) and text[position].isalnum():
        position += 1
    return position


def content(words: Words, text: str, start: int) -> int:
    """Return where the content of something said begins: "said at a meeting with B that the post would be closed".

    What is planned there is not the meeting; but "a meeting that is planned", or "that A was to chair", is one that is.
    """
    for opener in words.content.finditer(text, start):
        behind = opener.end()
        if not (words.guards["planned"].match(text, behind) or words.intended.match(text, behind)):
            return opener.start()
    return len(text)
