"""Where a sentence turns away from what it tells: to what did not take place, an aside, what somebody said.

And the words that only seem to tell of an encounter.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from etl.extract.frames import ENCOUNTER, MAIN, Frame
from etl.extract.guards import refusal
from etl.extract.name_words import name_lexicon
from etl.extract.presence import Present
from etl.extract.relatives import Relatives
from etl.extract.zones import PRESENT
from etl.spelling import folded

if TYPE_CHECKING:
    from etl.extract.actors import Actor
    from etl.extract.cues import Cue

_WEEK = dt.timedelta(days=8)
_ARTICLE = 4
"""Characters between a verb of going and where, with an article."""
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

    def _tells_nothing(self, cue: Cue) -> bool:
        """Tell whether a cue only seems one: a joint of a list, where somebody "went to Lima", what was made when."""
        checks = {"stop": self._place_in, "occur": self._only_tells_of, "tour": self._travels}
        return cue.kind == "list" or (cue.kind in checks and checks[cue.kind](cue))

    def _only_tells_of(self, cue: Cue) -> bool:
        return self._made(cue) or self._apposed_to_noun(cue)

    def _apposed_to_noun(self, cue: Cue) -> bool:
        """Tell whether a participle only tells where a meeting was: "there attended the talks, held in Lima, A"."""
        before = self.text[self.zone_start : cue.start].rstrip()
        open_list = self.zone in PRESENT and not self.named_since_cue and before.endswith(",")
        ends = self.text.find(",", cue.end)
        return open_list and ends >= 0 and self._noun_before(cue) and not self._actor_in(cue.end, ends)

    def _travels(self, cue: Cue) -> bool:
        """Tell whether a country, or a city that no word before makes a site's, stands right behind a verb of going."""
        going = folded(self.text[cue.start : cue.end].split()[-1])  # "visited Lima" may be of a journey told already
        at = self.sentence.start + cue.end
        if going not in name_lexicon(self.reading.document.language or "en").locatives:
            return False
        where = [mention.start for mention in self.sentence.countries if mention.kind == "name"]
        where += [place.start for place in self.sentence.places]
        return any(0 <= start - at <= _ARTICLE for start in where)

    def _place_in(self, cue: Cue) -> bool:
        """Tell whether what seems an infinitive is where somebody went: "to Lima"."""
        low, high = self.sentence.start + cue.start, self.sentence.start + cue.end
        return any(low <= place.start < high for place in self.sentence.places)

    def _told(self, cue: Cue) -> None:
        """Take whom an official abroad, or at home to a visitor, tells something: "A, visiting Lima, told B"."""
        if self.frame or not self.words.visit.search(self.text, 0, cue.start) or refusal(self.words, self.text, cue):
            return
        behind = self._acting_behind(cue.end)
        if behind is None:
            return
        people = self.pending or self.named[:1]
        if people:
            frame = Frame(self.sentence, cue.start, cue.end, {"confer"}, subject=[people[0]], object=[behind])
            self.scene.frames.append(frame)

    def _acting_behind(self, position: int) -> Actor | None:
        """Return who stands right behind a verb."""
        found = self._next_acting(position)
        return found if found and found.person and not self._unknown(position, found.start) else None
