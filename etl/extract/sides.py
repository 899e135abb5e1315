"""What a document tells of the sides and offices of its people, as far as it has been read.

Whether two people stand for two countries is told by their own words, by an office that only two countries can have
two holders of, or by where an official of the document's own government met others.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from etl import resources
from etl.extract import genders
from etl.extract.origin import government_of, home_country
from etl.extract.ranks import of_organisation, rank_of_title
from etl.extract.roster import HEADS, STATE, place_country
from etl.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from etl.extract.actors import Actor
    from etl.extract.frames import Frame
    from etl.extract.reading import Reading, Sentence
    from etl.records import RoleClaim

_SHARED_RANKS = frozenset(
    {"director", "advisor", "head", "service-rank", "representative", "delegate", "director-general"}
)
"""Ranks that many hold at once in one country, so that the bare word means nobody certain."""
_CALLED = frozenset({"minister", "president", "prime-minister", "secretary-of-state", "ambassador", "chancellor"})
"""Ranks by which texts call somebody they have named: "the Chadian minister"."""
_ATTENDING = frozenset({"attend", "presence", "during", "occur", "accompany"})
"""What tells of people at an encounter, and nothing else."""
_UNION, _NATIONS = "EU", "UN"
_FIGURES = frozenset({"deputy", "head", "representative", "official"})
"""What somebody who holds a higher office is called, too."""
_BARE = "minister"
"""The office of a minister whose portfolio the words leave out."""
_BESIDE = 12
"""Characters after a name in which its "of Qatar" stands."""
_PAIR_REACH = 400
"""Characters before "the two leaders" in which they are named."""
_BEYOND = 60
"""Characters after a list of people in which the others of their country may be named."""


def _noun_of(role: RoleClaim) -> str:
    """Return the word that a title begins with."""
    return folded(role.title).split()[0]


def _pair(reading: Reading, *, headline: bool = False) -> tuple[str, ...]:
    """Return the two countries that the document, or its ``headline``, speaks of, if it speaks of no third."""
    told = [sentence for sentence in reading.sentences if not headline or sentence.block == "title"]
    codes = {mention.code for sentence in told for mention in sentence.countries}
    codes |= {code for sentence in told for body in sentence.bodies for code in body.parties}
    return tuple(sorted(codes)) if len(codes) == 2 else ()  # noqa: PLR2004 (two sides)


class Sides:
    """The people of one document with their countries; all but ``home`` and ``government`` grow as it is read.

    ``countries`` are told sides by person, ``led`` those whose delegation somebody leads, ``settled`` those inferred at
    a meeting, ``principals`` who met or chaired there, ``visits`` whose country somebody is on a visit to, ``hosts``
    the countries that meetings were in, ``leading`` whom the meetings are told of;
    ``headline`` the two countries that it names, if two.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.persons = {person.key: person for person in reading.persons}
        self.genders = genders.of_persons(reading)
        self._language = reading.document.language or "en"
        self.countries = {key: person.country for key, person in self.persons.items()}
        self.home = home_country(reading)
        self.government = government_of(reading)
        self._pair = _pair(reading)
        self.headline = _pair(reading, headline=True)
        self._foreign = frozenset(resources.vocabulary("offices")["lacking"].get(self.home or "", ()))
        named = ((mention.start, mention.key) for s in reading.sentences for mention in s.persons)
        self._named = [(start, key) for start, key in named if key in self.persons]
        if self.government == _UNION:  # the Commissioners of its own page
            self._commissioners(portfolio=False)
        elif any(mention.code == _UNION for s in reading.sentences for mention in s.countries):
            self._commissioners(portfolio=True)
        self._told_by_office(reading)
        self._high_commissioners(reading)
        self.leading: dict[str, None] = {}
        self.visits: dict[str, str] = {}
        self.led = {key: code for key, code in self.countries.items() if code in {_UNION, _NATIONS}}
        self.settled: dict[str, str] = {}
        self.principals: set[str] = set()
        self.hosts: set[str] = set()

    def _commissioners(self, *, portfolio: bool) -> None:
        """Give Commissioners whom no word tells another's to the Union; elsewhere only those of a ``portfolio``."""
        for key, person in self.persons.items():
            held = [role for role in person.roles if rank_of_title(role.title, self._language) == "commissioner"]
            if any(not portfolio or role.portfolio or " for " in role.title for role in held):
                self.countries[key] = self.countries[key] or _UNION

    def _high_commissioners(self, reading: Reading) -> None:
        """Give a bare "High Commissioner" to the UN where the text calls somebody the head of one of its agencies."""
        offices = [mention for sentence in reading.sentences for mention in sentence.roles]
        if not any(mention.role.country == _NATIONS and not mention.person for mention in offices):
            return
        for key, person in self.persons.items():
            bare = [role for role in person.roles if role.rank == "high-commissioner" and not role.portfolio]
            if any(role.country is None and len(role.title.split()) == 2 for role in bare):  # noqa: PLR2004 (its words)
                self.countries[key] = self.countries[key] or _NATIONS

    def _told_by_office(self, reading: Reading) -> None:
        """Give a minister whose country no word tells that of "the Guyanese minister", where nobody else can be he."""
        for mention in (office for sentence in reading.sentences for office in sentence.roles):
            code, rank = mention.role.country, mention.role.rank
            if not mention.definite or mention.person or mention.plural or not (code and rank in _CALLED):
                continue
            holders = [key for key, person in self.persons.items() if any(r.rank == rank for r in person.roles)]
            called = [
                key
                for key, person in self.persons.items()
                if self.countries[key] == code
                and any(_noun_of(role) == _noun_of(mention.role) for role in person.roles)
            ]
            unsided = [key for key in holders if self.countries[key] is None]
            if len(unsided) == 1 and not (called or any(self.countries[key] == code for key in holders)):
                self.countries[unsided[0]] = code

    def tell(self, actors: Iterable[Actor]) -> None:
        """Keep whose people are by words beside them: "Austria's A" is so from there on."""
        for actor in actors:
            if actor.person and len(actor.countries) == 1:
                self.countries[actor.person] = self.countries.get(actor.person) or actor.countries[0]

    def codes(self, actors: Iterable[Actor], frame: Frame) -> set[str]:
        """Return the sides that the actors' own words tell."""
        found: set[str] = set()
        for actor in actors:
            found |= set(actor.countries)
            if not actor.countries:
                code = frame.sides.get(actor) or (self.countries.get(actor.person) if actor.person else None)
                found |= {code} if code else set()
        return found

    def roles(self, actor: Actor) -> tuple[RoleClaim, ...]:
        """Return the offices that the actor's own words and the rest of the document give them."""
        own = (actor.role,) if actor.role else ()
        return (*own, *(self.persons[actor.person].roles if actor.person in self.persons else ()))

    def of_no_state(self, end: Sequence[Actor]) -> bool:
        """Tell whether all at one end of an encounter are there for an organisation that is no party."""
        return bool(end) and all(
            not (actor.countries or self.countries.get(actor.person or ""))
            and any(of_organisation(role) for role in self.roles(actor))
            for actor in end
        )

    def antecedent(self, actor: Actor, start: int) -> Actor:
        """Return the person whom an office means: its one holder by name, or for a bare one the last named before."""
        if actor.stands_in:
            return self._stood_for(actor, start)
        own = actor.role.country if actor.role and actor.plural and len(actor.countries) > 1 else None
        if own and not actor.person and (holder := self._holder(actor.role.office, (own,))):  # type: ignore[union-attr]
            return actor.named(holder, own)
        if actor.person or actor.role is None or actor.plural or actor.counterpart:
            return actor
        if actor.countries and (holder := self._holder(actor.role.office, actor.countries)):
            return replace(actor, person=holder, role=None)
        if not actor.definite:  # "Secretary (West) called on": who alone is called just so
            title = folded(actor.role.title)
            alike = [key for key in self.persons if self._titled(key, actor)]
            named = " " in title and len(alike) == 1 and not actor.countries
            return replace(actor, person=alike[0], role=None) if named else actor
        return self._named_before(actor, start)

    def _named_before(self, actor: Actor, start: int) -> Actor:
        """Return whom a bare office means of those named before it."""
        office = actor.role.office or ""  # type: ignore[union-attr]  # it has one
        if actor.countries and office.partition(":")[0] in _FIGURES:
            return self._stood_for(actor, start)  # "the Paraguayan official", the speaker of their parliament
        before = [key for position, key in self._named if position < start + actor.start]
        gender = genders.before(self._reading, start + actor.start)
        before = genders.kept(self.genders, before, gender)
        if actor.countries:  # "the Spanish minister", whose country nothing but the meeting told
            before = [key for key in before if self._side(key) in {None, *actor.countries}]
            before.sort(key=lambda key: self._side(key) is not None)
        # Of two prime ministers "the head of government" is who is called so.
        before.sort(key=lambda key: self._titled(key, actor))
        # "The minister" that nothing else tells is whom the text is about, not whom they met.
        about = [key for key in self.leading if key in before] if office == _BARE else []
        likely = [*about, *reversed(before)]
        key = next((key for key in likely if self._may_hold(key, actor)), None)
        key = key or next((key for key in likely if self._called(key, actor)), None)
        key = key or self._only_one(office, gender, before)
        return replace(actor, person=key, role=None) if key else actor

    def _only_one(self, office: str, gender: str | None, before: Sequence[str]) -> str | None:
        """Return the only woman, or man, of those who met: "la parlamentaria", the speaker of a parliament."""
        if gender is None or office.partition(":")[0] not in _FIGURES:
            return None
        alike = {key for key in before if key in self.principals and self.genders.get(key) == gender}
        return alike.pop() if len(alike) == 1 else None

    def _stood_for(self, actor: Actor, start: int) -> Actor:
        """Return who is called the visitor, the host or a country's official: whom the text is about before others."""
        before = [key for position, key in reversed(self._named) if position < start + actor.start]
        met = [key for key in before if key in self.settled]  # before whoever was but named beside them
        met.sort(key=lambda key: key not in self.principals)
        likely = [*(key for key in self.leading if key in before), *met, *before]
        key = next((key for key in likely if self.persons[key].roles and self._may_be(key, actor)), None)
        side = self._side(key) if key else None
        return replace(actor, person=key, countries=(side,) if side else (), stands_in="") if key else actor

    def natives(self, actor: Actor, start: int) -> list[Actor]:
        """Return the last two officials named before "the two Irishmen": one at least is known to be so, none not."""
        likely = dict.fromkeys(key for position, key in reversed(self._named) if position < start + actor.start)
        own = [k for k in likely if self.persons[k].roles and self._side(k) in {None, *actor.countries}][:2]
        if len(own) < 2 or not any(self._side(key) for key in own):  # noqa: PLR2004 (two)
            return []
        self.countries |= dict.fromkeys(own, actor.countries[0])
        return [replace(actor, person=key, plural=False, stands_in="") for key in reversed(own)]

    def _side(self, key: str) -> str | None:
        return self.settled.get(key) or self.countries.get(key)

    def _may_be(self, key: str, actor: Actor) -> bool:
        """Tell whether a person may be called so: of that country, at home, or abroad."""
        side = self._side(key)
        if actor.countries:
            return side in actor.countries
        here = self.hosts or {self.home} - {None}
        if actor.stands_in == "host":
            return side in here
        return actor.stands_in == "visitor" and (key in self.visits or bool(side and here and side not in here))

    def meant(self, heads: Sequence[Actor], start: int, end: int, *, far: bool = False) -> list[Actor]:
        """Return those whom the pronoun of a stretch may mean; "she" is who is told of, where they are no women.

        So it is where the heads are ``far``, those of a sentence some way before.
        """
        gender = genders.of_pronoun(self._reading, start, end)
        fits = [actor for actor in heads if gender in {None, self.genders.get(actor.person or "", gender)}]
        met = (key for position, key in self._named if position < start and key in self.principals)
        about = [key for key in (*met, *self.leading) if gender and self.genders.get(key) == gender]
        fits = [actor for actor in fits if actor.person in self.leading] if far and about else fits
        if fits or not heads or not about:
            return fits or list(heads)
        return [replace(heads[0], person=about[-1], role=None, countries=(), counterpart=False)]

    def holds(self, key: str, rank: str | None) -> bool:
        """Tell whether a person holds an office of that rank; of any where the word for it tells none."""
        return rank in {None, ""} or any(role.rank.endswith(rank) for role in self.persons[key].roles)

    def _titled(self, key: str, actor: Actor) -> bool:
        """Tell whether a person is called by that title."""
        title = f"{folded(actor.role.title)} "  # type: ignore[union-attr]  # it has one
        return any(f"{folded(role.title)} ".startswith(title) for role in self.persons[key].roles)

    def _may_hold(self, key: str, actor: Actor) -> bool:
        """Tell whether a person holds the office that a bare title means: "the minister" is one of any portfolio."""
        title, office = _noun_of(actor.role), actor.role.office  # type: ignore[arg-type, union-attr]  # it has one
        return any(
            (
                role.office == office
                or (role.office or "").startswith(f"{office}:")
                or (role.office is None and office == _BARE and _noun_of(role) == title)
                if office
                else _noun_of(role) == title
            )
            and (not actor.countries or role.country in (None, *actor.countries))
            for role in self.persons[key].roles
        )

    def _called(self, key: str, actor: Actor) -> bool:
        """Tell whether a person's title, of no office of a country, begins with a bare one: a region's president."""
        title = folded(actor.role.title)  # type: ignore[union-attr]  # it has one
        roles = self.persons[key].roles
        if actor.role.rank == "head-of-state" and any(role.rank in STATE for role in roles):  # type: ignore[union-attr]
            return True
        if actor.role.office == "president" and any(role.rank == "head-of-state" for role in roles):  # type: ignore[union-attr]
            return True  # "the head of state, A, received B. The President of the Republic"
        return any(role.office is None and f"{folded(role.title)} ".startswith(f"{title} ") for role in roles)

    def antecedents(self, actors: Sequence[Actor], start: int) -> list[Actor]:
        """Return whom offices mean; "the two ministers" are the last two of that rank of two countries."""
        if len(actors) == 1 and actors[0].plural and actors[0].person is None and not actors[0].countries:
            rank = actors[0].role.rank if actors[0].role else ""
            end = start + actors[0].start
            pair = self._pair_before(end, rank)
            if not pair and rank in {"", _BARE}:  # "the two officials"; the advisers are no others
                pair = self._pair_before(end, None)
            if pair:
                return [actors[0].named(key, code) for key, code in pair.items()]
        return [self.antecedent(actor, start) for actor in actors]

    def _pair_before(self, end: int, rank: str | None) -> dict[str, str]:
        """Return the last two officials of two countries named before a position, of one rank if it is given."""
        pair: dict[str, str] = {}
        for position, key in reversed(self._named):
            country = self.countries.get(key) or ""
            held = {role.rank for role in self.persons[key].roles}
            if position < end and held and rank in {*held, None} and country not in pair.values():
                pair.setdefault(key, country)
            if len(pair) == 2:  # noqa: PLR2004 (one of each side)
                return pair
        return {}

    def pair(self, sentence: Sentence, actor: Actor) -> list[Actor]:
        """Return the two officials of two countries whom the sentences just before name, if they name no third."""
        near = (sentence.start - _PAIR_REACH, sentence.start)
        keys = list(dict.fromkeys(key for start, key in self._named if near[0] <= start < near[1]))
        codes = [self.countries.get(key) for key in keys]
        if len(keys) != 2 or codes[0] == codes[1] or not all(self.persons[key].roles for key in keys):  # noqa: PLR2004 (two)
            return []
        return [actor.named(key, code) for key, code in zip(keys, codes, strict=True)]

    def place(self, frame: Frame) -> None:
        """Say in which country a meeting was of somebody who is on a visit there."""
        if not (frame.visited or frame.hosted or place_country(frame)):
            ends = (
                [self.visits[a.person] for a in end if a.person in self.visits] for end in (frame.subject, frame.object)
            )
            visited, received = (next(iter(codes), None) for codes in ends)
            frame.visited, frame.hosted = visited, visited or received  # "B was in Lima. A received her": A is at home
        frame.visiting = frame.visiting or any(actor.person in self.visits for actor in frame.subject)
        if not (frame.hosted or place_country(frame)) and len(self.hosts) == 1:
            met = [actor.person for actor in (*frame.subject, *frame.object) if actor.person]
            away = [person for person in met if self.settled.get(person, *self.hosts) not in self.hosts]
            frame.hosted = next(iter(self.hosts)) if away else None  # "the next day a mayor showed him the port"

    def _holder(self, office: str | None, countries: Sequence[str]) -> str | None:
        """Return the one person of the document who holds that office of that country; None for a shared rank."""
        if office is None or office.partition(":")[0] in _SHARED_RANKS:
            return None
        holders = {
            person.key
            for person in self.persons.values()
            for role in person.roles
            if role.country in countries and (role.office == office or (role.office or "").startswith(f"{office}:"))
        }
        return holders.pop() if len(holders) == 1 else None

    def face(self, frame: Frame) -> None:
        """Give one of two who signed together the side of a pair that the other has not."""
        ends = [*frame.subject, *frame.object]
        told = self.codes(ends, frame)
        other = set(self._pair) - told
        unsided = [actor for actor in ends if not self.codes([actor], frame)]
        if len(ends) == 2 and len(told) == len(other) == len(unsided) == 1:  # noqa: PLR2004 (two hands)
            frame.sides[unsided[0]] = other.pop()

    def peers(self, frame: Frame) -> bool:
        """Tell whether both ends hold the same office, which only two countries can mean, and two are spoken of.

        So do a head of state and somebody whose office goes without saying, and anyone with a counterpart.
        """
        if any(actor.counterpart for actor in frame.object) and frame.subject:
            return True
        roles = [[role for actor in end for role in self.roles(actor)] for end in (frame.subject, frame.object)]
        heads = any(role.rank in HEADS for end in roles for role in end)
        same = {role.office for role in roles[0]} & {role.office for role in roles[1]} - {None}
        return len(self._pair) > 1 and bool(same or (heads and not all(roles) and frame.subject))

    def abroad(self, frame: Frame) -> bool:
        """Tell whether officials of the document's own country meet another's: "in A, X met with president Y"."""
        if self.home is None or not any(self.roles(actor) for actor in frame.subject):
            return False
        begin = frame.sentence.start
        official = any(self.roles(actor) for actor in frame.object)
        reach = frame.object[-1].end + (_BEYOND if official else _BESIDE)
        met = range(begin + frame.end, begin + reach)
        named = {mention.code for mention in frame.sentence.countries if mention.start in met}
        places = {place.country for place in frame.sentence.places if place.locative} | {frame.hosted}
        roles = [(role.office or "") for actor in frame.object for role in self.roles(actor)]
        if any(office in self._foreign for office in roles):
            return True
        return bool((named | places if official else named) - {self.home, None})

    def at_one_of_two(self, frame: Frame) -> bool:
        """Tell whether officials met in one of the only two countries that the text speaks of: its own there."""
        place = place_country(frame)
        ends = [any(self.roles(actor) for actor in end) for end in (frame.subject, frame.object)]
        if not (all(ends) and frame.has_noun and place in self._pair):
            return False
        (other,) = set(self._pair) - {place}
        frame.sides |= dict.fromkeys(frame.subject, other) | dict.fromkeys(frame.object, place)
        return True

    def goes_on(self, frame: Frame) -> bool:
        """Tell whether somebody on a visit, or whom another country's officials met before, sees a local official."""
        for end, other in ((frame.subject, frame.object), (frame.object, frame.subject)):
            guests = [actor.person for actor in end if actor.person and self._away(actor.person, frame)]
            if guests and any(self._local(actor) for actor in other):
                return True
        return False

    def _away(self, person: str, frame: Frame) -> bool:
        """Tell whether a person is abroad: on a visit that the text tells of, or at a meeting in another's country."""
        if frame.visited or person in self.visits:
            return True
        side = self.settled.get(person)
        return bool(side and self.hosts and side not in self.hosts)

    def _local(self, actor: Actor) -> bool:
        """Tell whether an official whom a visitor sees is one of the host's: no one has told their side yet."""
        own = actor.person and (self.countries.get(actor.person) or self.settled.get(actor.person))
        official = any(not of_organisation(role) for role in self.roles(actor))
        return official and not own and not actor.countries

    def gathers(self, frame: Frame) -> bool:
        """Tell whether people of several countries are said to have sat in one encounter."""
        codes = self.codes(frame.actors, frame)
        present = frame.kinds & {"attend", "presence"} and frame.kinds <= _ATTENDING
        led = [guest.actor for guest in frame.guests if guest.rule in {"headed", "proxy", "delegation"}]
        two = len(set(frame.countries)) == len(led) == 2  # noqa: PLR2004 (two sides)
        if len(led) > 1 and not frame.unreal and (two or len(self.codes(led, frame)) > 1):
            return True  # two delegations, each with its head
        together = bool(present or frame.kinds == {"gather"} or (frame.chairs and frame.guests and not frame.unreal))
        return together and len(codes) > 1 and (frame.has_noun or frame.kinds == {"gather"}) and len(frame.actors) > 1
