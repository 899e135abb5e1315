"""Where a sentence turns away from what it tells: to what did not take place, an aside, what somebody said."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from etl.extract.frames import ENCOUNTER, MAIN
from etl.extract.guards import refusal
from etl.extract.presence import Present
from etl.extract.relatives import Relatives

if TYPE_CHECKING:
    from etl.extract.actors import Actor
    from etl.extract.cues import Cue

_WEEK = dt.timedelta(days=8)
_SPACE = re.compile(r"\s*")
_CONTENT_END = re.compile(r"[,\"”»]\s*\Z")


class Turns(Present, Relatives):
    """The cues after which people take no part in what was told before."""

    def _refuse(self, cue: Cue) -> bool:
        """Tell whether a trigger tells of no encounter that took place; an earlier one's frame is marked as such."""
        reason = refusal(self.words, self.text, cue, recent=self._recent())
        reason = reason or ("future" if self._to_host(cue) or self._but_meant(cue) else None)
        if reason == "recalled" and not (self.frame and not self.frame.recalled and self.zone in {"stop", "aside"}):
            self._open_frame(cue).recalled = True
            return False
        if reason:
            self._enter("stop", cue)
            if reason != "recalled":  # else: "met X to build on earlier talks between ...": the news is the other
                if reason == "future":
                    self.scene.head = self.scene.head or self.pending  # "A hailed the session to come. He met B"
                self.pending = []
                if cue.kind in MAIN:
                    self.scene.refused = self.scene.refused or reason
        return reason is not None

    def _recent(self) -> bool:
        """Tell whether the sentence gives a date of the week before the document's own."""
        published = self.reading.document.published
        if published is None or published.precision != "day":
            return False
        days = (mention.date for mention in self.sentence.dates if mention.kind == "explicit")
        return any(day and day.precision == "day" and day.first <= published.first < day.first + _WEEK for day in days)

    def _but_meant(self, cue: Cue) -> bool:
        """Tell whether a relative clause tells but what was meant: "which was to sit under A and B"."""
        if self.zone != "aside" or cue.kind not in ENCOUNTER:
            return False
        behind = _SPACE.match(self.text, self.opened)
        return self.words.intended.match(self.text, behind.end() if behind else self.opened) is not None

    def _to_host(self, cue: Cue) -> bool:
        """Tell whether a clause puts ahead what it tells of: "the ministry will host on Friday talks between"."""
        clause = max(self.plain.rfind(mark, 0, cue.start) for mark in ",;:") + 1
        return cue.kind == "between" and bool(self.words.unreal.search(self.plain, clause, cue.start))

    def _turn_away(self, cue: Cue) -> None:
        after_report = self.last_cue is not None and self.last_cue.kind == "report"
        if cue.kind == "aside" and (self._names_some(cue) or self._uncleave(cue)):
            return
        relative = self.text[: cue.start].rstrip().endswith(",")  # "the commission, which was to sit under A"
        opening = self.zone == "pending" and not self.pending and not self.last_cue and not relative
        if opening and self.text[cue.start : cue.end] in self.words.complementisers:
            return  # "it was announced that ...": what follows is the news
        if cue.kind == "aside" and after_report and self._opens_content(cue):
            self._enter("pending", cue)
        elif cue.kind == "report" and self.zone == "stop" and (run := self._speaking(cue)):
            self.scene.head = self.scene.head or run
            self._enter("pending", cue)
        elif cue.kind == "report" and self.pending and self.zone == "pending":
            self.scene.head, self.pending = self.scene.head or self.pending, []
            self._enter("pending", cue)
        elif cue.kind == "report" and not self.frame:
            self._enter("pending", cue)  # "said the minister after talks with ...": who speaks may follow
        elif cue.kind == "aside":
            if self.zone not in {"aside", "stop"}:
                self.resume = self.zone
                self._enter("aside", cue)
        elif self.zone != "aside" or self.resume != "pending" or self.pending or self.frame:
            self.scene.head = self.scene.head or self.pending
            self._enter("stop", cue)  # not in an opening aside: "during a visit to A, B met C"

    def _opens_content(self, cue: Cue) -> bool:
        """Tell whether what was said begins here: "said that", "said on Friday, in a message to the press, that"."""
        between = self.text[self.last_cue.end : cue.start] if self.last_cue else ""
        that = self.text[cue.start : cue.end] in self.words.complementisers
        return not between.strip() or (that and self.words.told_in.fullmatch(between) is not None)

    def _speaking(self, cue: Cue) -> list[Actor]:
        """Return who says what the sentence begins with: "the two agreed to expand trade, President A said"."""
        speaker = self.named[-1] if self.named else None
        if speaker is None or self._unknown(speaker.end, cue.start):
            return []
        return [speaker] if _CONTENT_END.search(self.text, 0, speaker.start) else []
