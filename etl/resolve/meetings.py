"""Which meeting claims speak of the same meeting.

Decided from meeting claims and the raw names of those who took part, never from resolved persons. Only claims of the
same parties (or of a multilateral body) can be one meeting, and of these only claims that :func:`linked` connects have
a say in each other's lot; ``keys`` and ``asks`` of an item are how a store finds them without reading the others.

Two claims exclude each other
    in one document; if both give an ordinal and these differ; if their dates cannot be one day; if their cities
    differ; if their bodies differ; if people of the same side are named in both and nobody in both. Disagreement is
    forgiven, and becomes a conflict, where all else agrees: the same chairs in that city on that day (for the
    ordinal and the body), within three days (for the date), on that day (for the city); sessions of one body with
    one ordinal may disagree on the city, and on the date by up to two months.
They agree, the strongest first
    6 the same session of the same body; 5 the same day and people; 4 the same day and city, body or ordinal;
    3 the same people and city within three days, a day within the other's month with the same people or body, or
    the same ordinal where one lacks the body or date; 2 the same day and nothing against it, or an undated claim
    published within ten days after the other's day with the same people, body or city; 1 an undated claim with the
    same people, and the same city or body, published within two months of the other (where both tell).
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.decisions import Decisions, MeetingLike, Thing
from etl.identity import is_multilateral, parse_name, series_id, slug
from etl.places import canonical_city
from etl.resolve.cluster import DECIDED, Clusters, cluster, described_pairs, pair_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.records import MeetingClaim, PartialDate, Report
    from etl.resolve.state import ClaimId

_NEAR = dt.timedelta(days=3)
_RENUMBERED = dt.timedelta(days=60)
_NEWS = dt.timedelta(days=10)
"""A press text tells of a meeting within this time, if nothing else is said."""
_RECALLED = dt.timedelta(days=60)
"""A press text recalls a meeting of the same people for this time; what is older is as likely another one."""
_STRIKING = 4
"""Two claims that agree so strongly and yet exclude each other are a question for a person."""


@dataclass(frozen=True, slots=True, eq=False)
class MeetingItem:
    """A meeting claim as it is compared.

    ``people`` holds name keys by side (``None``: side unknown); ``keys`` is what others find the claim by: its months,
    its ordinal, and where nothing places it (``homeless``), its people.
    """

    document: str
    claim: MeetingClaim
    block: str
    series: str | None
    known_body: bool
    span: tuple[dt.date, dt.date] | None
    published: dt.date | None
    city: str | None
    people: dict[str | None, frozenset[str]]
    named: frozenset[str]
    keys: frozenset[str]

    @property
    def id(self) -> ClaimId:
        """The claim's id."""
        return self.document, self.claim.key

    @property
    def homeless(self) -> bool:
        """Neither date nor publication places it: it may be any meeting of the same people."""
        return not (self.span or self.published)

    @property
    def asks(self) -> frozenset[str]:
        """The keys of all claims that may be linked with it, but those found by who took part (``homeless``)."""
        return self.keys | {f"{self.block}?{key}" for key in self.named}

    @property
    def day(self) -> dt.date | None:
        """The day, where it is known exactly."""
        return self.span[0] if self.span and self.span[0] == self.span[1] else None


def meeting_block(claim: MeetingClaim) -> str:
    """Return the block of a meeting claim: its multilateral body, else its parties."""
    if claim.series and is_multilateral(claim.series.body):
        return f"m:{claim.series.body}"
    return "m:" + "-".join(sorted(set(claim.parties)))


def city_key(claim: MeetingClaim) -> str | None:
    """Return a city by which claims compare: London and Londres give one."""
    return slug(canonical_city(claim.city, claim.country)) if claim.city else None


def span(date: PartialDate) -> tuple[dt.date, dt.date]:
    """Return the first and last day that a partial date may mean."""
    first = date.first
    if date.precision == "day":
        return first, first
    if date.precision == "month":
        following = (first.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
        return first.replace(day=1), following - dt.timedelta(days=1)
    return first.replace(month=1, day=1), first.replace(month=12, day=31)


def meeting_item(report: Report, claim: MeetingClaim) -> MeetingItem:
    """Gather what one document says of one meeting."""
    names = {p.key: parse_name(p.name).keys for p in report.claims.persons}
    sides = {p.key: p.country for p in report.claims.persons}
    people: dict[str | None, frozenset[str]] = defaultdict(frozenset)
    for participant in report.claims.participants:
        if participant.meeting == claim.key and participant.person in names:
            people[participant.country or sides[participant.person]] |= names[participant.person]
    published = report.published.first if report.published and report.published.precision == "day" else None
    days = span(claim.date) if claim.date else None
    block, named = meeting_block(claim), frozenset().union(*people.values())
    keys = {f"{block}@{month}" for month in _months(days, published)}
    if claim.ordinal is not None:
        keys.add(f"{block}#{claim.ordinal}")
    if not (days or published):
        keys |= {f"{block}?{key}" for key in named}
    return MeetingItem(
        document=report.document,
        claim=claim,
        block=block,
        series=series_id(claim.series, claim.parties) if claim.series else None,
        known_body=bool(claim.series and claim.series.body),
        span=days,
        published=published,
        city=city_key(claim),
        people=dict(people),
        named=named,
        keys=frozenset(keys),
    )


def _months(days: tuple[dt.date, dt.date] | None, published: dt.date | None) -> list[str]:
    """Return the months in which a claim may lie that is linked by time, as ``2022-05``."""
    if days:
        first, last = days[0] - _NEAR, days[1] + _NEAR
    elif published:
        first, last = published - _RECALLED, published + _NEAR
    else:
        return []
    count = (last.year - first.year) * 12 + last.month - first.month
    months = (first.month - 1 + n for n in range(count + 1))
    return [f"{first.year + month // 12:04}-{month % 12 + 1:02}" for month in months]


@dataclass(frozen=True, slots=True)
class _View:
    """How two items relate, worked out once."""

    same_people: bool
    same_city: bool
    other_city: bool
    same_series: bool
    other_body: bool
    same_ordinal: bool
    other_ordinal: bool
    same_day: bool
    undated: bool
    apart: dt.timedelta
    """Days between the two dates, zero where they may be one day or one is undated."""


def _view(a: MeetingItem, b: MeetingItem) -> _View:
    x, y = a.claim, b.claim
    apart = dt.timedelta(0)
    if a.span and b.span:
        apart = max(a.span[0] - b.span[1], b.span[0] - a.span[1], apart)
    return _View(
        same_people=bool(a.named & b.named),
        same_city=a.city is not None and a.city == b.city,
        other_city=None not in {a.city, b.city} and a.city != b.city,
        same_series=a.series is not None and a.series == b.series,
        other_body=a.known_body and b.known_body and a.series != b.series,
        same_ordinal=x.ordinal is not None and x.ordinal == y.ordinal,
        other_ordinal=None not in {x.ordinal, y.ordinal} and x.ordinal != y.ordinal,
        same_day=a.day is not None and a.day == b.day,
        undated=not (a.span and b.span),
        apart=apart,
    )


def _rivals(a: MeetingItem, b: MeetingItem) -> bool:
    """Tell whether both name people of one side and nobody is in both."""
    shared = (a.people.keys() & b.people.keys()) - {None}
    return bool(shared) and not a.named & b.named


def _excludes(a: MeetingItem, b: MeetingItem, v: _View) -> bool:
    if a.document == b.document:
        return True
    twins = v.same_people and v.same_city
    numbered = v.same_ordinal and not v.other_body
    return (
        (v.other_ordinal and not (twins and v.same_day))
        or v.apart > (_RENUMBERED if numbered else _NEAR if twins else dt.timedelta(0))
        or (v.other_city and not numbered and not (v.same_people and v.same_day))
        or (v.other_body and not (twins and v.same_day))
        or (_rivals(a, b) and not v.same_series and not v.same_ordinal)
        or _not_yet(a, b)
        or _not_yet(b, a)
    )


def _not_yet(undated: MeetingItem, dated: MeetingItem) -> bool:
    """Tell whether an undated claim was published before the other's first possible day."""
    if undated.span or not undated.published or not dated.span:
        return False
    return undated.published < dated.span[0] - _NEAR


def _reported(undated: MeetingItem, other: MeetingItem) -> bool:
    """Tell whether an undated claim's publication follows the other's day, or publication, as news does."""
    if undated.span or not undated.published:
        return False
    if other.span:
        return other.span[0] <= undated.published <= other.span[1] + _NEWS
    return other.published is not None and abs(undated.published - other.published) <= _NEAR


def _recalled(undated: MeetingItem, other: MeetingItem) -> bool:
    """Tell whether an undated claim was published soon enough after the other, as far as that is known."""
    if undated.span or not undated.published:
        return True
    last = other.span[1] if other.span else other.published
    return last is None or undated.published - last <= _RECALLED


def _strength(a: MeetingItem, b: MeetingItem, v: _View) -> int:
    """Return how strongly two claims that do not exclude each other agree; 0 for not at all."""
    undated = v.undated
    rules = (
        (6, v.same_ordinal and v.same_series),
        (5, v.same_day and v.same_people),
        (4, v.same_day and (v.same_city or v.same_series or v.same_ordinal)),
        (3, not undated and v.same_people and v.same_city),
        (3, not undated and not (a.day and b.day) and not v.apart and (v.same_people or v.same_series)),
        (3, v.same_ordinal and (v.same_people or v.same_city or not undated or _reported(a, b) or _reported(b, a))),
        (2, v.same_day),
        (2, (_reported(a, b) or _reported(b, a)) and (v.same_people or v.same_series or v.same_city)),
        (1, undated and v.same_people and (v.same_city or v.same_series) and _recalled(a, b) and _recalled(b, a)),
    )
    return next((strength for strength, holds in rules if holds), 0)


def _judge(a: MeetingItem, b: MeetingItem) -> int:
    """Return how strongly two claims agree; minus that where they agree strikingly and yet exclude each other."""
    view = _view(a, b)
    strength = _strength(a, b, view)
    if not strength or not _excludes(a, b, view):
        return strength
    return -strength if strength >= _STRIKING and a.document != b.document else 0


def linked(a: MeetingItem, b: MeetingItem) -> bool:
    """Tell whether two claims of one block have a say in each other's meeting, question or id.

    One date or ordinal can make two meetings' ids alike.
    """
    return (
        (a.claim.ordinal is not None and a.claim.ordinal == b.claim.ordinal)
        or (a.claim.date is not None and a.claim.date == b.claim.date)
        or _judge(a, b) != 0
    )


def fits(like: MeetingLike, item: MeetingItem) -> bool:
    """Tell whether a decision's description fits what this document says of this meeting."""
    claim = item.claim
    return (
        like.parties == tuple(sorted(set(claim.parties)))
        and like.series in {None, item.series}
        and like.ordinal in {None, claim.ordinal}
        and (like.date is None or (claim.date is not None and str(claim.date) == like.date))
        and (like.city is None or slug(canonical_city(like.city, claim.country)) == item.city)
        and like.document in {None, item.document}
        and like.key in {None, claim.key}
    )


def cluster_meetings(items: Sequence[MeetingItem], decisions: Decisions) -> Clusters:
    """Group the claims of one block (items sorted by document and key)."""

    def fits_item(like: Thing, number: int) -> bool:
        return isinstance(like, MeetingLike) and fits(like, items[number])

    index: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        for key in item.keys:
            index[key].append(number)
    homeless = [number for number, item in enumerate(items) if item.homeless]
    pairs = {pair_of(i, j) for i, item in enumerate(items) for k in item.keys for j in index[k] if i != j}
    pairs |= {pair_of(i, j) for i in homeless for j in range(len(items)) if i != j}
    judged = {pair: _judge(items[pair[0]], items[pair[1]]) for pair in pairs}
    agreements = {pair: strength for pair, strength in judged.items() if strength > 0}
    doubts = {pair for pair, strength in judged.items() if strength < 0}
    apart = described_pairs(len(items), decisions.pairs("different", MeetingLike), fits_item)
    same = described_pairs(len(items), decisions.pairs("same", MeetingLike), fits_item)
    agreements = {p: s for p, s in agreements.items() if p not in apart} | dict.fromkeys(same - apart, DECIDED)

    # as numbers, since most pairs of a large block are told apart by date alone
    spans = [(i.span[0].toordinal(), i.span[1].toordinal()) if i.span else None for i in items]

    def excludes(i: int, j: int) -> bool:
        a, b = spans[i], spans[j]
        if a and b and max(a[0] - b[1], b[0] - a[1]) > _RENUMBERED.days:
            return True
        return (i, j) in apart or _excludes(items[i], items[j], _view(items[i], items[j]))

    return cluster(len(items), agreements, excludes, doubts - apart)
