"""Who was there beside the principals: present, accompanying, representing, at the head of a delegation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from etl.extract.cues import COUNTRY, Cue
from etl.extract.frames import MAIN, Frame, Guest
from etl.extract.roster import in_cabinet
from etl.extract.zones import COUNTRY_REACH, SUBJECT_REACH, Zones
from etl.offices import owner_of
from etl.spelling import folded

if TYPE_CHECKING:
    from etl.extract.actors import Actor

_OPENED_BY = 220
"""Characters behind an opening "led by" in which the delegation stands."""
_BESIDE_GROUP = 9
"""Characters behind the word for a delegation in which its country begins: "delegación de la"."""
_APPOSED = re.compile(r"\s*(?:,(?:[^,;:.]{1,60},)?\s*)?")
"""What may stand between a subject and its verb."""
_NOUN = 30
"""Characters before "led by" in which the noun of the encounter that was led begins."""
_IN_A_YEAR = re.compile(r"\s*(?:in|en) (?:19|20)\d\d(?!\w)")
_BEING = frozenset({"was", "were", "is", "are"})
"""What ends "representing Peru were", behind which those follow who came."""
_POSSESSED = re.compile(r"\s*(?:(?:the|his|her)\s+)?(?:\ue004+'s?\s+)?")
"""What may stand between "stood in for" and who is meant."""
_OF_PEOPLE = frozenset({"meet", "attend", "presence", "accompany", "delegation"})
"""Cues of those at a meeting, some of whom a sentence may name."""
_AS = re.compile(r"\W*as (?:did|was|were) ")
_LAND = re.compile(COUNTRY)
_LED_REACH = 60
"""Characters before "led by" in which what is led is named."""
_RUN = frozenset({
    "director", "director-general", "managing-director", "head", "administrator", "president", "coordinator",
})  # fmt: skip
"""Ranks of whoever runs a school or a factory."""


class Present(Zones):
    """The cues of presence."""

    def _in_guests(self, actor: Actor) -> bool:
        if self._subject_goes_on(actor):
            self.zone = "pending"
            self.pending.append(actor)
            return True
        if self.frame:
            if self.order and not (actor.countries or (actor.plural and actor.person is None)):
                self.frame.sides[actor] = self.order.pop(0)
            self.frame.guests.append(Guest(actor, self.frame.sides.get(actor, self.side), self.anchor, self.rule))
            if self.anchor_follows:
                self.anchor, self.anchor_follows = actor, False
        return True

    def _subject_goes_on(self, actor: Actor) -> bool:
        """Tell whether a subject goes on behind who came with its first: "A, accompanied by B, and C co-chaired"."""
        cue = self.last_cue
        if not (cue and cue.kind == "accompany" and self.pending and self.last and self.named_since_cue):
            return False
        if not self.text[: cue.start].rstrip().endswith(","):
            return False
        verb = any(found.kind in MAIN and not self.text[actor.end : found.start].strip() for found in self.found)
        return verb and bool(self.words.and_then.fullmatch(self.text, self.last.end, actor.start))

    def _of_the_site(self, actor: Actor) -> bool:
        """Tell whether somebody but runs the school, the factory or the like in which another is shown round."""
        if actor.role is None or actor.countries or actor.role.rank not in _RUN:
            return False
        title = folded(actor.role.title)
        site = self.words.site.search(self.text, 0, actor.start)
        return bool(site and (" " not in title or self.words.site.search(title)))

    def _deputised(self, actor: Actor) -> None:
        """Give who came in another's place the other's side: "A, standing in for the Togolese minister, B"."""
        cue, deputy = self.last_cue, self.last
        if not (
            cue
            and deputy
            and self.frame
            and actor.countries
            and self.words.deputy.search(self.text, cue.start, cue.end)
        ):
            return
        if not deputy.countries and cue.end <= actor.start and not self._unknown(deputy.end, cue.start):
            self.frame.sides.setdefault(deputy, actor.countries[0])

    def _beside_last(self, frame: Frame) -> range:
        """Return the guests to whom a side behind them belongs: the last, and whom "A and B" puts with them."""
        first = len(frame.guests) - 1
        while first and not (frame.guests[first - 1].side or frame.guests[first - 1].actor.countries):
            before, actor = frame.guests[first - 1].actor, frame.guests[first].actor
            if not self.words.listed.search(self.text, before.end - 1, actor.start):
                break
            first -= 1
        return range(first, len(frame.guests))

    def _subject_among_guests(self, frame: Frame) -> list[Actor]:
        """Return the subject that the stretch before the verb took: a delegation's head, or who follows its comma."""
        headed = [guest.actor for guest in frame.guests if guest.rule in {"headed", "delegation"}]
        if headed or self.zone != "guests":
            return headed
        later: list[Actor] = []
        for guest, following in zip(frame.guests[-2::-1], frame.guests[:0:-1], strict=True):
            later.insert(0, following.actor)
            if guest.actor.start < self.zone_start:
                break  # "opened by A, and closed by B, the session met": each stands behind a cue of its own
            if "," in self.text[guest.actor.end : following.actor.start]:
                frame.guests = [kept for kept in frame.guests if kept.actor not in later]
                return later
        return []

    def _who_came(self, frame: Frame) -> list[Actor]:
        """Return who is said to have gone where the clause on the place goes on: "A went to the palace, where B"."""
        came = [guest.actor for guest in frame.guests]
        return came if self.zone == "aside" and frame.kinds == {"attend", "meet"} and len(came) == 1 else []

    def _attend(self, cue: Cue) -> None:
        event = self.words.other_events.search(self.text, cue.start, cue.end + 45)
        noun = self.words.noun.search(self.text, cue.start, cue.end + 45)
        if event and not (noun and noun.start() < event.start()):
            self.pending = []
            self._enter("stop", cue)
            return
        frame = self._open_frame(cue)
        self.side = self._country_in(cue.start, cue.end) or self._sent_by(cue) or self.side
        self.side = self.side or owner_of(self.text[cue.start : cue.end])  # "for Eurojust there came"
        taken = self._take_pending(cue)
        if self.side and not taken and self.last_cue and self.last_cue.kind == "represent":
            # "A stood in for B at the head of the Chadian team"
            frame.guests = [g if g.side else Guest(g.actor, self.side, g.anchor, g.rule) for g in frame.guests]
        frame.sides |= {actor: self.side for actor in taken if self.side and actor not in frame.sides}
        frame.guests += [Guest(actor, frame.sides.get(actor), None, self.rule) for actor in taken]
        self.anchor = None
        self._enter("guests", cue)

    def _sent_by(self, cue: Cue) -> str | None:
        """Return whose delegation somebody belonged to: "were part of the delegation of Togo"."""
        last = [match.end() for match in self.words.delegation.finditer(self.text, cue.start, cue.end)][-1:]
        return self._country_in(cue.end, cue.end + _BESIDE_GROUP) if last == [cue.end] else None

    def _represent(self, cue: Cue) -> None:
        """Whose representative somebody was follows the verb."""
        self.side = self._country_in(cue.end, cue.end + COUNTRY_REACH) or self.side
        represented = self._represented(cue)
        self._attend(Cue("attend", cue.start, cue.end))
        if represented:
            self._enter("stop", cue)

    def _represented(self, cue: Cue) -> bool:
        """Tell whether who follows is represented and did not come: "A stood in for Peru's interior minister"."""
        if self.reading.document.language != "en" or self.text[cue.start : cue.end].split()[-1] in _BEING:
            return False
        behind = self._next_acting(cue.end)
        return behind is not None and bool(_POSSESSED.fullmatch(self.text, cue.end, behind.start))

    def _presence(self, cue: Cue) -> None:
        before_verb = self.pending and not self.text[self.pending[-1].end : cue.start].strip()
        if before_verb and self.words.there.match(self.text, cue.start):
            self._attend(cue)  # "A was there, too", not "there were A and B"
            return
        if self.zone == "aside" and self.words.by.search(self.text, cue.start, cue.end):
            return  # "on the margins of a conference opened by A": opened by A is the conference
        if self.frame and self.frame.chairs and self.zone in {"chaired", "chairs"} and _AS.match(self.text, cue.start):
            self._enter("chairs", cue)  # "A was in the chair, as was B"
            return
        self._open_frame(cue)
        self.side = self._country_in(cue.start, cue.end) or self.side
        before = self.last_cue
        led = (
            before is not None
            and cue.start <= before.end + 1
            and self.words.headed.search(self.text, before.start, before.end)
        )
        self.anchor = self.last if led else None  # "A, at the head of a delegation in which were B and C"
        self._enter("guests", cue)

    def _accompany(self, cue: Cue) -> None:
        frame = self._open_frame(cue)
        passive = bool(self.words.passive.search(self.text, cue.start, cue.end))
        passive = passive or self.words.whom.match(self.text, cue.start) is not None  # "A, whom B accompanied"
        self.anchor, self.anchor_follows = self.last, self.last is None and not passive
        if frame.kinds <= {"accompany"} and not passive:
            guests = self._take_pending(cue)
            self.anchor = guests[-1] if guests else self.anchor
            frame.guests += [Guest(actor, self.side, None, "accompany") for actor in guests]
        self._enter("guests", cue)

    def _names_some(self, cue: Cue) -> bool:
        """Go on to those of a group whom a sentence names: "several officials of Togo attended, among them A and B"."""
        frame = self.frame
        if not (frame and frame.kinds & _OF_PEOPLE and self.words.among.match(self.text, cue.start)):
            return False
        titles = [folded(actor.role.title) for actor in self.named if actor.role and not actor.person]
        called = " ".join([*titles[-1:], self.text[max(0, cue.start - _LED_REACH) : cue.start]])
        if self.words.private.search(called):
            return False  # "some captains of industry, among them A"
        people = [actor for actor in self.named if actor.person]
        if self.zone in {"stop", "aside"} and people and self.rule != "headed":
            return False  # "received A to speak of prisoners, among them B"
        if self.zone == "object":
            self.zone_start, self.named_since_cue = cue.end, 0
            return True
        if people and self.rule == "headed":
            self.anchor = people[-1]
        elif not people:
            group = next((actor.countries[0] for actor in self.named if actor.countries), None)
            self.side = group or self._country_in(0, cue.start) or self.side  # "several Ghanaian ministers"
        self._enter("guests", cue)
        return True

    def _came_with(self, waiting: list[Actor]) -> None:
        """Take who is said to have had others along, by no verb but that: "A, the host, came with B"."""
        frame, people = self.frame, [actor for actor in waiting if actor.person]
        if frame is None or frame.kinds != {"accompany"} or not people:
            return
        if _APPOSED.fullmatch(self.text, people[-1].end, frame.start):
            frame.guests += [Guest(actor, self.side, None, "accompany") for actor in people]

    def _proxy(self, cue: Cue) -> None:
        """Who is represented by another did not come; the other sits on their side, or for the country that is."""
        self._open_frame(cue)
        code, self.order = self._country_before(cue), []
        anchor, self.pending = (self.pending[-1] if self.pending and not code else None), []
        self.anchor, self.rule = anchor, "proxy" if anchor else "delegation"
        self.side = code or self.side or (anchor.countries[0] if anchor and anchor.countries else None)
        self._enter("guests", cue)

    def _delegation(self, cue: Cue) -> None:
        told_before = self._sent_before(cue)
        if told_before is None and (self._of_nobody(cue) or self._of_no_state(cue)):
            self._enter("stop", cue)
            return
        if self._leads_talks(cue):
            return
        self._open_frame(cue)
        code, codes = self._delegation_of(cue, told_before)
        self.order = codes if len(codes) > 1 else []
        if code and not self.order:
            self.side = code
        if self.zone == "object" and self.frame and not self.frame.object:
            self.side = codes[0] if len(codes) == 1 else self.side
            self._enter("object", cue)  # "met with officials led by ...": who leads them is the counterpart
            return
        with_whom = self.anchor if self.last_cue and self.last_cue.kind == "accompany" and not code else None
        self.anchor = self.last if self.zone == "object" and not code else with_whom
        if self._makes_up(cue):
            taken = self._take_pending(cue)  # "A and B made up the Chilean delegation"
            self.frame.guests += [Guest(actor, self.side, None, self.rule) for actor in taken]  # type: ignore[union-attr]
        self._enter("guests", cue)

    def _leads_talks(self, cue: Cue) -> bool:
        """Read whoever led no delegation but the talks themselves; tell whether it was so."""
        behind_noun = not self.words.delegation.search(self.text, cue.start, cue.end) and self._right_behind_noun(cue)
        opens = self._chairs_opening(cue)
        if not (opens or behind_noun):
            return False
        led = [actor for actor in self._acting if actor.start >= cue.end and actor.person][:2]
        if opens or (led and not (len(led) > 1 and self._joined(*led))):
            self._open_frame(Cue("chaired_by", cue.start, cue.end))
            self._enter("chairs", cue)  # "a conference led by A"
        else:
            self._open_frame(cue)
            self._between(Cue("between", cue.start, cue.end))  # "talks led by A and B": its two ends
        return True

    def _delegation_of(self, cue: Cue, told_before: list[str] | None) -> tuple[str | None, list[str]]:
        """Return whose a delegation is, and the countries named with several; ``told_before`` the sentence before."""
        code = self._country_in(cue.start - 30, cue.end + 12)
        codes = self._codes_between(cue.start, cue.end)
        sent = self.pending[-1] if self.pending and self.pending[-1].person is None else None
        code = code or (sent.countries[0] if sent and sent.countries else None)  # "a group of Dutch MPs, led by A"
        if code is None and (behind := self._delegation_behind(cue)):
            code = self._country_in(behind, behind + COUNTRY_REACH)
        before = self._codes_between(max(self._clause, cue.start - COUNTRY_REACH), cue.start)
        if not codes and len(before) > 1:
            codes = before  # "talks between Spain and Chad led by"
        if told_before:
            return code or (told_before[0] if len(told_before) == 1 else None), told_before
        return code, codes

    def _spoken_of_before(self, cue: Cue) -> bool:
        """Tell whether the subject of "led by" is a pronoun at the head of its sentence: "It was led by A"."""
        opens = not self.text[: cue.start].strip()
        return opens and self.words.anonymous.match(self.text, cue.start) is not None

    def _sent_before(self, cue: Cue) -> list[str] | None:
        """Return the countries of the delegations that the sentence before spoke of, for "it was led by", "led by".

        None where the subject is told, or was no delegation.
        """
        before = self.reading.sentences[self.sentence.index - 1] if self.sentence.index else None
        at_head = self._spoken_of_before(cue) or self.words.at_their_head.match(self.text)
        if before is None or before.block != self.sentence.block or not at_head:
            return None
        text = folded(self.reading.words(before))
        group = self.words.delegation.search(text)
        if group is None:
            return None
        codes = [m.code for m in before.countries if m.end - before.start >= group.start()]
        return list(dict.fromkeys(codes))

    def _of_no_state(self, cue: Cue) -> bool:
        """Tell whether those led are a firm's or a society's, without an official: "envoys of the NGO, led by"."""
        group = list(self.words.delegation.finditer(self.text, max(0, cue.start - _LED_REACH), cue.end))
        if not (group and self.words.private.search(self.text, group[-1].start(), cue.end)):
            return False
        leader = self._next_acting(cue.end)
        return not (leader and (leader.countries or in_cabinet(leader)))

    def _chairs_opening(self, cue: Cue) -> bool:
        """Tell whether somebody led the meeting with which the sentence opens: "At the session, led by A and B, C"."""
        opening = self.last_cue if self.last_cue and self.last_cue.kind == "during" else None
        return opening is not None and self.text[opening.end : cue.start].strip() == ","

    def _joined(self, one: Actor, other: Actor) -> bool:
        """Tell whether nothing but "and", and whose the second is, stands between two people."""
        between = self.plain[one.end : other.start].replace("'s", " ").split()
        return all(word in self.words.connectors for word in between)

    def _right_behind_noun(self, cue: Cue) -> bool:
        """Tell whether a verb stands right behind the noun of an encounter: "talks led by"."""
        near = self.words.noun.finditer(self.text, max(0, cue.start - _NOUN), cue.start)
        return any(not self.text[noun.end() : cue.start].strip() for noun in near)

    def _makes_up(self, cue: Cue) -> bool:
        """Tell whether those who wait are whom a delegation consisted of, not who is told to have led one."""
        if self.zone != "pending" or not all(actor.person for actor in self.pending):
            return False
        subject = self.words.delegation.match(self.text, cue.start) or self._country_in(cue.start, cue.start + 1)
        return not (subject or self.words.passive.search(self.text, cue.start, cue.end))

    @property
    def _clause(self) -> int:
        """Where the clause begins: "A led the Kenyan side, while the Polish delegation was headed by B"."""
        return self.last_cue.end if self.last_cue and self.last_cue.kind == "contrast" else 0

    def _of_nobody(self, cue: Cue) -> bool:
        """Tell whether a sentence begins with who leads what is no delegation: "residents' groups, led by A, ask"."""
        told = self.frame or self.pending or self.named
        apart = self.zone in {"aside", "stop", "pending"} and self.named  # "denied that the polls since 1998, led by A"
        far = apart and self._unknown(self.named[-1].end, cue.start) > SUBJECT_REACH
        if (told and not far) or self._country_in(cue.start - COUNTRY_REACH, cue.end + 12):
            return False
        reach = max(0, cue.start - _LED_REACH), cue.end
        if self._delegation_behind(cue):
            return False
        return not (self.words.delegation.search(self.text, *reach) or self.words.noun.search(self.text, *reach))

    def _delegation_behind(self, cue: Cue) -> int | None:
        """Return where the delegation stands whose people open the sentence: "Led by A, the Swedish delegation met"."""
        if self.text[: cue.start].strip():
            return None
        group = self.words.delegation.search(self.text, cue.end, cue.end + _OPENED_BY)
        apart = self.text[: group.start()].rpartition(",") if group else None
        article = _LAND.sub(" ", apart[2]).replace("'", " ").split() if apart else []  # "led by A, a Chadian team"
        return group.start() if group and apart and apart[1] and len(article) < 2 else None  # noqa: PLR2004 (an article)

    def _codes_between(self, start: int, end: int) -> list[str]:
        """Return the countries that are named between two positions, each once, in their order."""
        named = (m.code for m in self.sentence.countries if start <= m.start - self.sentence.start < end)
        return list(dict.fromkeys(named))

    def _took_place(self, frame: Frame | None) -> None:
        """Give a meeting that "took place at the invitation of A" whom it was of, and A as one who was there."""
        if frame is None or not frame.kinds <= {"hold", "occur"} or not all(actor.plural for actor in frame.actors):
            return
        frame.subject = frame.subject or self._gathered(frame)
        hosts = [actor for actor in self.inviters if actor.person and in_cabinet(actor)]
        frame.guests += [Guest(actor, None, None, "attend") for actor in hosts]

    def _gathered(self, frame: Frame) -> list[Actor]:
        """Return of whom a meeting was: "the meeting of the interior ministers of A, B and C, which took place"."""
        groups = [actor for actor in self.named if actor.plural and actor.countries and actor.end <= frame.start]
        several = len({code for actor in groups for code in actor.countries}) > 1
        of = several and self.words.genitive.search(self.text, 0, groups[0].start)
        return groups if of and self.words.noun.match(self.text, of.start()) else []

    def _tours(self, cue: Cue) -> bool:
        """Tell whether a verb of several who do something together is one of a tour of a site."""
        return self.words.cue("tour").match(self.text, cue.start) is not None

    def _made(self, cue: Cue) -> bool:
        """Tell whether a participle tells in what year something else was made: "toured a school opened in 2019"."""
        behind = _IN_A_YEAR.match(self.text, cue.end)
        return behind is not None and self.words.noun.search(self.text, 0, cue.start) is None
