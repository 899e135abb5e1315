"""Who chaired: before and behind the verb, in relative clauses, by a title behind the names, "and so did B"."""

from __future__ import annotations

import re

from etl.extract.actors import Actor
from etl.extract.cues import Cue
from etl.extract.frames import Guest
from etl.extract.ranks import rank_of_title
from etl.extract.roster import STATE
from etl.extract.zones import COUNTRY_REACH, Zones

RELATIVE_REACH = 45
"""Characters before a relative clause in which the meeting that it speaks of is named."""
_CLAUSE_END = re.compile(r"[.;:]")
_REALM_REACH = 60
"""Characters before "led by" in which what is led, but no meeting, is named."""
_ANTECEDENT = 30
"""Characters before a relative pronoun in which the noun stands that it takes up."""
_RIGHT_BEFORE = 2
"""Unknown words between somebody and the relative clause that tells of them: "A, for Togo, who ..."."""


class Chairs(Zones):
    """The cues of chairing."""

    def _in_chaired(self, actor: Actor) -> bool:
        """After the verb: who chaired may follow it; what they chaired may stand between if nobody was named before."""
        if self.frame is None:
            return False
        apart = self.words.noun.search(self.text, self.zone_start, actor.start)
        whose = self.words.genitive.search(self.text, self.zone_start, actor.start)
        if apart and not self.named_since_cue and (self.frame.chairs or whose):
            return False
        self.frame.chairs.append(actor)
        return True

    def _in_chairs(self, actor: Actor) -> bool:
        if self._behind_opening(actor):
            return False  # "at the meeting chaired by A, B said"
        if self.frame:
            self.frame.chairs.append(actor)
        return True

    def _behind_opening(self, actor: Actor) -> bool:
        """Tell whether somebody stands behind the comma that ends an opening "at the meeting chaired by A"."""
        opening = self.frame and "during" in self.frame.kinds and not self.text[: self.frame.start].strip(" ,")
        if not (opening and self.last and self.named_since_cue and "," in self.text[self.last.end : actor.start]):
            return False
        begin = self.sentence.start
        dated = any(self.last.end <= date.start - begin < actor.start for date in self.sentence.dates)
        if dated:
            return True  # "at the meeting chaired by A on Monday, B and C said"
        listed = self.words.listed.search(self.text, self.zone_start, actor.start)
        return not (listed or self.side or self._listed_on(actor))

    def _cochair(self, cue: Cue) -> None:
        chairs = self._before_relative(cue)
        if self._of_something_else(cue, chairs):
            return
        if self._talks_of_others(cue):
            self._open_frame(cue)
            self._enter("chaired", cue)  # who did follows
            return
        chairs = chairs or self._both(cue) or self._take_pending(cue) or self._right_before(cue)
        chairs = chairs or self._same_two(cue) or self._pair_right_before(cue)
        if self.last_cue and self.last_cue.kind == "aside":  # "the talks that A, the minister, and B co-chaired"
            run = [actor for actor in self._run_before(cue.start) if actor.start >= self.opened]
            chairs = run if len(run) > len(chairs) else chairs
        frame = self._open_frame(cue)
        frame.remove(chairs)
        frame.chairs += chairs
        self._enter("chaired", cue)

    _preside = _cochair

    def _before_relative(self, cue: Cue) -> list[Actor]:
        """Return whom a relative clause speaks of ("A and B, who co-chaired it"), or who is its own subject."""
        if self.zone != "aside" or self.last_cue is None or self.last_cue.kind != "aside":
            return []
        if self._actor_in(self.zone_start, cue.start):
            return [actor for actor in self.named if actor.start >= self.zone_start]  # "the talks that A chaired"
        run = self._run_before(self.last_cue.start)
        told = {guest.actor: guest.side for guest in self.frame.guests} if self.frame else {}
        if cue.kind == "preside" and len({told.get(actor) for actor in run}) > 1:
            run = run[-1:]  # "Spain was represented by A and Chad by B, who presided"
        apart = run and self._unknown(run[-1].end, self.last_cue.start) > _RIGHT_BEFORE
        return [] if apart or (run and self.words.noun.search(self.text, run[-1].end, self.last_cue.start)) else run

    def _right_before(self, cue: Cue) -> list[Actor]:
        """Return the subject of an absolute clause: "the session was held, A and B presiding"."""
        taken = self.frame is not None and self.last is not None and self.zone in {"object", "guests", "chairs"}
        return self._run_before(cue.start) if taken and not self.text[self.last.end : cue.start].strip() else []  # type: ignore[union-attr]

    def _talks_of_others(self, cue: Cue) -> bool:
        """Tell whether a relative clause begins with what was chaired: "A opened talks, whose debates B chaired"."""
        opener = self.last_cue
        if opener is None or opener.kind != "aside" or self._actor_in(opener.end, cue.start):
            return False
        return bool(self.words.noun.match(self.text, opener.end + 1))

    def _same_two(self, cue: Cue) -> list[Actor]:
        """Return the two whose meeting a relative clause without any subject speaks of: "A and B met at talks that"."""
        alone = self.zone == "aside" and cue.kind == "cochair" and not self._actor_in(cue.end)
        return list(self.frame.subject) if alone and self.frame and len(self.frame.subject) > 1 else []

    def _pair_right_before(self, cue: Cue) -> list[Actor]:
        """Return "the two hosts" before a verb, for the two whom the text has named."""
        pair = self.words.pair.search(self.text, 0, cue.start)
        return [Actor(pair.start(), pair.end(), None, None, plural=True, definite=True)] if pair else []

    def _of_something_else(self, cue: Cue, chairs: list[Actor]) -> bool:
        """Turn away from the chair of what is no meeting: "an association that A chairs"."""
        relative = self.last_cue if self.last_cue and self.last_cue.kind == "aside" else None
        if relative and self.zone != "aside":
            # "a league, which A chairs", not "it was announced that A chaired" nor "it was A who chaired"
            whom = self.words.whom.fullmatch(self.text, relative.start, relative.end)
            relative = relative if whom and not self.text[relative.end : cue.start].strip() else None
        if relative is None or (chairs and chairs[-1].end <= self.zone_start):
            return False
        if self._noun_before(relative, RELATIVE_REACH) or self._of_two_countries(cue):
            return False
        if self.text[relative.end : cue.start].strip() and not chairs:
            return False
        self._enter("stop", cue)
        return True

    def _of_two_countries(self, cue: Cue) -> bool:
        """Tell whether those whom a clause names behind its verb are officials of two countries: they share no club."""
        behind = [actor for actor in self._acting if actor.start >= cue.end]
        return len({actor.countries for actor in behind if actor.person and actor.countries}) > 1

    def _titled(self, cue: Cue) -> None:
        """Say of those before it, else of those who follow, that they are the chairs: "A and B, co-chairs"."""
        if not (self.frame or self.words.noun.search(self.text)):
            return
        run = self._run_before(cue.start)
        if self.text[cue.start] == "(":
            run = run[-1:]  # "A, of the ministry (chair)"
        frame = self._open_frame(Cue("chaired_by", cue.start, cue.end))
        last = not self._actor_in(cue.end)  # "A and B led the session as co-chairs": nobody follows
        if run and (self.listing or last or not self._unknown(run[-1].end, cue.start)):
            frame.remove(run)
            frame.chairs += run
            self.pending = [actor for actor in self.pending if actor not in run]
        else:
            self._enter("chaired", cue)

    def _ditto(self, cue: Cue) -> None:
        """Put who "did so" too where the sentence has those before."""
        taken = self._take_pending(cue)
        side = self._country_in(cue.end, cue.end + COUNTRY_REACH)
        if self.frame and taken:
            self.frame.sides |= dict.fromkeys(taken, side) if side else {}
            if self.frame.chairs:
                self.frame.chairs += taken
            else:
                self.frame.guests += [Guest(actor, side, None, self.rule) for actor in taken]
        if self.frame is None:
            frame = self._open_frame(Cue("ditto", cue.start, cue.end))  # as those did whom the sentence before has
            frame.guests += [Guest(actor, self.side, None, "attend") for actor in taken]
            self.rule = "attend"
        here = "chairs" if self.frame and self.frame.chairs else "guests"
        self._enter("stop" if taken else here, cue)

    def _of_a_realm(self, cue: Cue) -> bool:
        """Tell whether what somebody leads is no meeting; where none is spoken of, its name may stand in between."""
        begin = max(0, cue.start - _REALM_REACH)
        if self.words.realm.search(self.text, begin, cue.start):
            return True
        apart = self.frame or self.words.noun.search(self.text, 0, cue.start)
        return not apart and bool(self.words.named_realm.search(self.text, begin, cue.start))

    def _of_a_reign(self, cue: Cue) -> bool:
        """Tell whether what a monarch leads is no meeting: "the reforms under the leadership of King A".

        Nor is what a relative clause tells of something else: "the ties that join them under President A".
        """
        if self.words.noun.search(self.text, max(0, cue.start - _REALM_REACH), cue.start):
            return False
        opener = self.last_cue if self.zone == "aside" else None
        if opener and self.words.whom.fullmatch(self.text, opener.start, opener.end):
            return not self._noun_before(opener, _ANTECEDENT)
        behind = self._next_acting(cue.end)
        called = self.reading.words(self.sentence)[behind.start : behind.end] if behind else ""  # "HM King A"
        return rank_of_title(called, self.reading.document.language or "en") in STATE - {"president"}

    def _goes_on_to(self, cue: Cue) -> bool:
        """Tell whether what was chaired is told behind another encounter: "then"."""
        if self.frame is None or self.last is None or not (self.frame.object and "meet" in self.frame.kinds):
            return False
        between = (self.last.end, cue.start)
        return bool(self.words.besides.search(self.text, *between) and self.words.noun.search(self.text, *between))

    def _chaired_by(self, cue: Cue) -> None:
        if self._of_a_realm(cue) or self._of_a_reign(cue):
            self._enter("stop", cue)  # "the government led by A"
            return
        if self.last_cue and self.last_cue.kind == "side" and not self.text[self.last_cue.end : cue.start].strip():
            self._open_frame(Cue("attend", cue.start, cue.end))
            self.rule = "headed"
            self._enter("guests", cue)  # "the Israeli side was chaired by": no more than its own side
            return
        if self.frame and self._goes_on_to(cue):
            met = self.frame.subject  # "was received by A, then went into a session chaired by B"
            self._open_frame(cue, fresh=True).guests += [Guest(actor, None, None, "attend") for actor in met]
            self._enter("chairs", cue)
            return
        frame = self._open_frame(cue)
        side = self.words.cue("side").search(self.text, cue.start, cue.end)
        self.side = self._country_in(side.start(), cue.end) if side else self.side  # "chaired, for Chad, by A"
        frame.subject += self._take_pending(cue) if "meet" in frame.kinds else []
        self._enter("chairs", cue)

    def _beside_chair(self, cue: Cue) -> bool:
        """Tell whether others are named behind who chaired: "chaired by A, with B and C", "with B as vice-chair"."""
        if self.words.together.search(self.text, cue.start, cue.end) or self.words.chairs.search(self.text, cue.end):
            return False  # "chaired by A, with B as co-chair"
        deputy = self.words.deputy_chair.search(self.text, cue.end)
        own = deputy and not _CLAUSE_END.search(self.text, cue.end, deputy.start())
        apart = self.zone == "chairs" and self.named_since_cue and self.text[: cue.start].rstrip().endswith(",")
        return bool(own or apart)
