"""Who a relative clause tells of: "whom A received", "with whom A went over the agenda", "it was B who"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.chairing import RELATIVE_REACH
from etl.extract.cues import Cue
from etl.extract.frames import ENCOUNTER
from etl.extract.zones import Zones

if TYPE_CHECKING:
    from etl.extract.actors import Actor


class Relatives(Zones):
    """The clauses that a relative pronoun opens."""

    def _of_clause(self, cue: Cue) -> list[Actor]:
        """Return those right before the verb within an aside: "as president-elect, A met", "B, whom A received"."""
        aside = self.zone == "aside" or (self.frame is not None and not self.frame.subject)
        if not aside or self.passed is None or self.text[self.passed.end : cue.start].strip(" ,"):
            return []
        return [actor for actor in self._run_before(cue.start) if actor.start >= self.opened]

    def _whom(self) -> list[Actor]:
        """Return whom a relative clause has as its object: "B, whom"."""
        opener = self.last_cue
        if opener is None or not self.words.whom.fullmatch(self.text, opener.start, opener.end):
            return []
        run = self._run_before(opener.start)
        return [] if run and self._unknown(run[-1].end, opener.start) else run

    def _right_behind_whom(self, cue: Cue) -> bool:
        """Tell whether a verb stands right behind a relative pronoun, also behind who visited a site."""
        opener = self.last_cue
        if self.zone == "aside":
            return not self.text[self.zone_start : cue.start].strip()
        toured = self.zone == "stop" and self.toured and opener is not None and opener.kind == "aside"
        return toured and not self.text[opener.end : cue.start].strip()  # type: ignore[union-attr]  # there is one

    def _beside_whom(self, cue: Cue) -> bool:
        """Tell whether a relative clause right before a verb has "with whom" for its opening."""
        opener = self.last_cue
        if opener is None or self.text[opener.end : cue.start].strip():
            return False
        return bool(self.words.passive.search(self.text, 0, opener.start))

    def _of_no_encounter(self, cue: Cue) -> bool:
        """Tell whether a relative clause speaks of something else: "an award that was held", "fans who gathered"."""
        opener = self.last_cue
        if self.zone not in {"aside", "stop"} or opener is None or opener.kind != "aside":
            return False
        if not self.words.whom.fullmatch(self.text, opener.start, opener.end):
            return False
        run = self._run_before(opener.start)
        own = self._actor_in(opener.end, cue.start) or (run and not self._unknown(run[-1].end, opener.start))
        reach = opener.start - RELATIVE_REACH, opener.start
        group = self.words.delegation.search(self.text, max(0, reach[0]), reach[1])
        sent = (cue.kind != "occur" and self._country_in(*reach)) or group
        return not (own or sent or self._noun_before(opener, RELATIVE_REACH))

    def _uncleave(self, cue: Cue) -> bool:
        """Go on behind "it was A who": what follows is said of A; behind "it was with B that", A is yet to come."""
        cleft, self.cleft = self.cleft, False
        if cleft and self.zone == "object":
            self._enter("pending", cue)
        return cleft

    def _beside(self, cue: Cue) -> None:
        """Take whom a relative clause tells of as met: "was shown around by B, with whom A went over the plan"."""
        run = self._run_before(cue.start)
        whom = [actor for actor in run if actor is run[-1] or self._listed_on(actor)]
        if whom and self.frame is None and self.words.guards["phone"].search(self.text, 0, cue.start):
            self.scene.refused, whom = "phone", []  # "had a telephone conversation with B, with whom"
        met = self.frame is not None and (self.frame.has_noun or bool(self.frame.kinds & ENCOUNTER))
        if whom and not (self.frame and met and whom[-1] in self.frame.actors):
            behind = self._next_acting(cue.end)
            follows = behind is not None and not self._unknown(cue.end, behind.start)
            heads = [actor for actor in self.scene.head or self.pending or self.named if actor not in whom]
            if self.frame:
                self.frame.remove(whom)
            frame = self._open_frame(Cue("meet", cue.start, cue.end), fresh=self.frame is not None)
            frame.object, frame.faces = whom, True
            frame.subject = [behind] if behind and follows else heads[:1]
            self.pending = [actor for actor in self.pending if actor not in whom]
        if self.zone not in {"aside", "stop"}:
            self.resume = self.zone
            self._enter("aside", cue)
