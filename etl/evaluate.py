"""How right the graph is, against gold files: precision, recall and F1 for each kind of fact.

The documents named by the gold files go through the whole line up to the resolved graph, in memory; no database
is read or written. A gold file is JSON: ``document`` (file name), ``language``, ``published``, ``meetings`` (each with
``series``, ``parties``, ``ordinal``, ``date``, ``city``, ``co_chairs``, ``attendees``, ``unnamed``, ``agreed_on``,
``discussed``, ``routes``, perhaps ``optional``), ``not_participants``, perhaps ``neutral`` people.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, ValidationError
from rapidfuzz import fuzz

from etl.annotate import annotate
from etl.decisions import NO_DECISIONS, Decisions
from etl.errors import UsageError
from etl.extract import extract
from etl.issues import Code, Issue
from etl.pipeline.documents import read_documents
from etl.places import canonical_city
from etl.records import PartialDate, Report
from etl.resolve import resolve
from etl.spelling import folded, key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from etl.records import Document, Graph, Relationship

MAX_BYTES = 25_000_000
"""Largest document of a gold set."""
SAME_NAME, SAME_ROLE, SAME_SERIES = 90, 80, 70
"""Fuzzy ratios (0 to 100) from which two spellings in gold and graph count as the same."""
_RELATIONS: dict[Literal["co_chairs", "attendees"], str] = {"co_chairs": "CO_CHAIRED", "attendees": "ATTENDED"}


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class GoldPerson(_Model):
    """A participant; ``role`` lists acceptable titles."""

    name: str
    role: tuple[str, ...] = ()
    country: str | None = None


class GoldOffice(_Model):
    """An office whose holder took part unnamed."""

    role: tuple[str, ...]
    country: str | None = None


class GoldTopics(_Model):
    """Topic ids that must, and that may, be found."""

    required: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()


class GoldMeeting(_Model):
    """One meeting as the document gives it."""

    parties: tuple[str, ...]
    series: str | None = None
    ordinal: int | None = None
    date: str | None = None
    city: str | None = None
    co_chairs: tuple[GoldPerson, ...] = ()
    attendees: tuple[GoldPerson, ...] = ()
    unnamed: tuple[GoldOffice, ...] = ()
    agreed_on: GoldTopics = GoldTopics()
    discussed: GoldTopics = GoldTopics()
    routes: tuple[str, ...] = ()
    optional: bool = False


class Gold(_Model):
    """What one document says."""

    document: str
    language: str
    published: str | None = None
    meetings: tuple[GoldMeeting, ...] = ()
    not_participants: tuple[str, ...] = ()
    neutral: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Person:
    names: tuple[str, ...]
    roles: tuple[str, ...]
    countries: frozenset[str]
    sentence: str


@dataclass(frozen=True, slots=True)
class _Meeting:
    """A meeting of the graph, as far as one document supports it."""

    series: str | None
    parties: tuple[str, ...]
    ordinal: int | None
    date: str | None
    city: str | None
    people: dict[str, tuple[_Person, ...]]
    all_chairs: tuple[_Person, ...]
    unnamed: tuple[_Person, ...]
    linked: dict[str, dict[str, str]]
    """For AGREED_ON, DISCUSSED and CONCERNED: id of the topic or route to its sentence."""


@dataclass(slots=True)
class Tally:
    """Counts of one kind of fact: found and true, found and wrong, missed."""

    true: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is true (1.0 where nothing was found)."""
        return self.true / (self.true + self.wrong) if self.true + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of what is true that was found (1.0 where there is nothing to find)."""
        return self.true / (self.true + self.missed) if self.true + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Error:
    """One fact that is wrong or missing, with the sentence that shows it where there is one."""

    document: str
    kind: str
    message: str
    sentence: str = ""


@dataclass(slots=True)
class Evaluation:
    """The tallies by kind of fact, in order of first use, and every error."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    errors: list[Error] = field(default_factory=list)


def read_gold(folder: Path) -> list[Gold]:
    """Read every ``*.json`` of a folder, sorted by name; raise UsageError where one is not a gold file."""
    files = sorted(folder.glob("*.json"))
    if not files:
        raise UsageError(f"{folder}: no gold file (*.json) here", hint="name the folder that holds the gold files")
    gold = []
    for file in files:
        try:
            gold.append(Gold.model_validate_json(file.read_bytes()))
        except ValidationError as error:
            raise UsageError(
                f"{file}: not a gold file: {error.errors()[0]['msg']} at {error.errors()[0]['loc']}"
            ) from error
    return gold


def evaluate(gold: Sequence[Gold], documents: Path, decisions: Decisions = NO_DECISIONS) -> Evaluation:
    """Take the gold's documents (files in ``documents``) through the line and compare the resolved graph."""
    result = Evaluation()
    found: dict[str, Document] = {}
    reports = []
    for entry in gold:
        file = documents / entry.document
        taken = next(
            read_documents([file], max_bytes=MAX_BYTES), Issue(Code.NO_DOCUMENTS, str(file), "holds no document")
        )
        if isinstance(taken, Issue):
            result.errors.append(Error(entry.document, "document", f"not taken: {taken.message}"))
            continue
        found[entry.document] = taken
        reports.append(
            Report(
                document=taken.id,
                content_hash=taken.content_hash,
                language=taken.language or "",
                published=taken.published,
                claims=extract(taken, annotate(taken)),
            )
        )
    graph = _Index(resolve(reports, decisions))
    for entry in gold:
        _Comparison(result, entry, found.get(entry.document), graph).run()
    return result


class _Index:
    """The resolved graph, by what a comparison asks for."""

    def __init__(self, graph: Graph) -> None:
        self.properties = {(node.label, node.id): node.properties for node in graph.nodes}
        self.outgoing: dict[tuple[str, str, str], list[Relationship]] = defaultdict(list)
        self.incoming: dict[tuple[str, str, str], list[Relationship]] = defaultdict(list)
        for relationship in graph.relationships:
            self.outgoing[relationship.start[0], relationship.start[1], relationship.type].append(relationship)
            self.incoming[relationship.end[0], relationship.end[1], relationship.type].append(relationship)

    def meetings(self, document: str) -> Iterator[_Meeting]:
        """Yield the meetings that a document reports, each with the facts that it supports."""
        for reports in self.outgoing["Document", document, "REPORTS"]:
            meeting, version = reports.end[1], reports.properties
            date, precision = version.get("date"), version.get("date_precision")
            series = [self.properties.get(link.end, {}) for link in self.outgoing["Meeting", meeting, "IN_SERIES"]]
            yield _Meeting(
                series=" ".join(str(part) for part in series[0].values() if part) if series else None,
                parties=tuple(sorted(link.end[1] for link in self.outgoing["Meeting", meeting, "BETWEEN"])),
                ordinal=_integer(version.get("ordinal")),
                date=_date(date, precision),
                city=_text(version.get("city")),
                people={relation: tuple(self._people(meeting, relation, document)) for relation in _RELATIONS.values()},
                all_chairs=tuple(self._people(meeting, "CO_CHAIRED", None)),
                unnamed=tuple(self._offices(meeting, document)),
                linked={
                    relation: {
                        link.end[1]: _sentence(link, document)
                        for link in self.outgoing["Meeting", meeting, relation]
                        if document in _documents(link)
                    }
                    for relation in ("AGREED_ON", "DISCUSSED", "CONCERNED")
                },
            )

    def _people(self, meeting: str, relation: str, document: str | None) -> Iterator[_Person]:
        for link in self.incoming["Meeting", meeting, relation]:
            if document is None or document in _documents(link):
                person = link.start[1]
                properties = self.properties["Person", person]
                held = [each.end[1] for each in self.outgoing["Person", person, "HELD_ROLE"]]
                yield _Person(
                    names=(str(properties["name"]), *map(str, _list(properties.get("aliases")))),
                    roles=(
                        _text(link.properties.get("role")) or "",
                        *(title for role in held for title in self._titles(role)),
                    ),
                    countries=frozenset(each.end[1] for each in self.outgoing["Person", person, "REPRESENTED"]),
                    sentence=_sentence(link, document) if document else "",
                )

    def _offices(self, meeting: str, document: str) -> Iterator[_Person]:
        for link in self.incoming["Meeting", meeting, "REPRESENTED_AT"]:
            if document in _documents(link):
                role = link.start[1]
                countries = frozenset(each.end[1] for each in self.outgoing["Role", role, "OF_COUNTRY"])
                yield _Person((), tuple(self._titles(role)), countries, _sentence(link, document))

    def _titles(self, role: str) -> Iterator[str]:
        name = self.properties.get(("Role", role), {}).get("name")
        if name:
            yield str(name)
        for link in self.incoming["Role", role, "NAMES"]:
            yield from map(str, _list(link.properties.get("labels")))


def _integer(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else ()


def _documents(link: Relationship) -> Sequence[object]:
    return _list(link.properties.get("documents"))


def _sentence(link: Relationship, document: str) -> str:
    documents = list(_documents(link))
    return str(_list(link.properties["evidence"])[documents.index(document)]) if document in documents else ""


def _date(first: object, precision: object) -> str | None:
    if not isinstance(first, dt.date) or precision not in {"day", "month", "year"}:
        return None
    return str(PartialDate(first, precision))


def _same_name(one: str, other: str) -> bool:
    first, second = set(key(one).split()), set(key(other).split())
    if not first or not second:
        return False
    return first <= second or second <= first or _ratio(one, other) >= SAME_NAME


def _ratio(one: str, other: str) -> float:
    return fuzz.token_sort_ratio(key(one), key(other))


def _named(person: _Person, name: str) -> bool:
    return any(_same_name(name, form) for form in person.names)


def _same_role(found: Iterable[str], gold: Iterable[str]) -> bool:
    accepted = [key(title) for title in gold]
    return any(fuzz.token_set_ratio(key(title), right) >= SAME_ROLE for title in found if title for right in accepted)


def _same_city(one: str | None, other: str | None) -> bool:
    return key(one or "") == key(other or "") or bool(
        one and other and canonical_city(one, None) == canonical_city(other, None)
    )


@dataclass(slots=True)
class _Comparison:
    """One document's gold beside what the graph holds of it."""

    result: Evaluation
    gold: Gold
    document: Document | None
    graph: _Index

    def run(self) -> None:
        """Pair the meetings and count every kind of fact."""
        found = list(self.graph.meetings(self.document.id)) if self.document else []
        self._one("language", self.gold.language, self.document and self.document.language)
        published = str(self.document.published) if self.document and self.document.published else None
        if self.gold.published or published:
            self._one("published", self.gold.published, published)
        pairs, missed, invented = _pair(self.gold.meetings, found)
        self._count("meeting", true=sum(not gold.optional for gold, _ in pairs))
        for meeting in missed:
            if not meeting.optional:
                self._missed_meeting(meeting)
        for extra in invented:
            self._invented_meeting(extra)
        for wanted, paired in pairs:
            self._meeting(wanted, paired)
        self._bystanders(found)

    def _missed_meeting(self, gold: GoldMeeting) -> None:
        who = next((person.name for person in (*gold.co_chairs, *gold.attendees)), "")
        self._missed("meeting", f"{'-'.join(gold.parties)} {gold.date or ''}".strip(), who)
        for field_name, relation in _RELATIONS.items():
            for person in getattr(gold, field_name):
                self._missed(relation, person.name, person.name)
        for topic in gold.agreed_on.required:
            self._missed("AGREED_ON", topic)

    def _invented_meeting(self, found: _Meeting) -> None:
        sentences = [person.sentence for group in found.people.values() for person in group]
        self._wrong("meeting", f"{'-'.join(found.parties)} {found.date or ''}".strip(), next(iter(sentences), ""))
        for relation in _RELATIONS.values():
            for person in found.people[relation]:
                self._wrong(relation, person.names[0], person.sentence)
        for topic, sentence in found.linked["AGREED_ON"].items():
            self._wrong("AGREED_ON", topic, sentence)

    def _meeting(self, gold: GoldMeeting, found: _Meeting) -> None:
        self._one("date", gold.date, found.date)
        self._one("city", gold.city, found.city, same=_same_city(gold.city, found.city))
        self._one("ordinal", gold.ordinal, found.ordinal)
        self._one("parties", gold.parties, found.parties)
        same_series = (not gold.series and not found.series) or bool(
            gold.series and found.series and fuzz.token_set_ratio(key(gold.series), key(found.series)) >= SAME_SERIES
        )
        self._one("series", gold.series, found.series, same=same_series)
        for field_name, relation in _RELATIONS.items():
            self._people(relation, getattr(gold, field_name), found)
        self._offices(gold, found)
        self._linked("AGREED_ON", gold.agreed_on, found)
        self._linked("DISCUSSED", gold.discussed, found)
        self._linked("CONCERNED", GoldTopics(required=gold.routes), found)

    def _people(self, relation: str, gold: Sequence[GoldPerson], found: _Meeting) -> None:
        left = list(found.people[relation])
        for person in gold:
            hit = next((each for each in left if _named(each, person.name)), None)
            if hit is not None:
                left.remove(hit)
            elif relation == "ATTENDED" and any(_named(each, person.name) for each in found.all_chairs):
                # Another document made them a chair, and a chair has CO_CHAIRED only.
                self._count(relation, true=1)
                continue
            else:
                self._missed(relation, person.name, person.name)
                continue
            self._count(relation, true=1)
            if person.role:
                self._one("role", person.role[0], hit.roles[0], same=_same_role(hit.roles, person.role), of=person.name)
            else:
                self._count("role", true=1)
            if person.country:
                same = person.country in hit.countries
                self._one("person country", person.country, sorted(hit.countries), same=same, of=person.name)
        for each in left:
            if not any(_named(each, name) for name in self.gold.neutral):
                self._wrong(relation, each.names[0], each.sentence)

    def _offices(self, gold: GoldMeeting, found: _Meeting) -> None:
        left = list(found.unnamed)
        for office in gold.unnamed:
            hit = next(
                (
                    each
                    for each in left
                    if _same_role(each.roles, office.role) and (not office.country or office.country in each.countries)
                ),
                None,
            )
            if hit is None:
                self._missed("REPRESENTED_AT", f"{office.role[0]} ({office.country})")
            else:
                left.remove(hit)
                self._count("REPRESENTED_AT", true=1)
        for each in left:
            self._wrong("REPRESENTED_AT", each.roles[0] if each.roles else "an office", each.sentence)

    def _linked(self, relation: str, gold: GoldTopics, found: _Meeting) -> None:
        required, links = set(gold.required), found.linked[relation]
        accepted = required | set(gold.allowed)
        self._count(relation, true=len(links.keys() & accepted))
        for each in sorted(links.keys() - accepted):
            self._wrong(relation, each, links[each])
        for each in sorted(required - links.keys()):
            self._missed(relation, each)

    def _bystanders(self, found: Sequence[_Meeting]) -> None:
        people = [person for meeting in found for group in meeting.people.values() for person in group]
        for name in self.gold.not_participants:
            hit = next((person for person in people if _same_name(name, person.names[0])), None)
            if hit is None:
                self._count("bystanders kept out", true=1)
            else:
                self.result.tallies["bystanders kept out"].missed += 1
                self._error("bystanders kept out", f"took no part: {name}", hit.sentence)

    def _one(self, kind: str, gold: object, found: object, *, same: bool | None = None, of: str = "") -> None:
        """Count a property that is right or not."""
        if found == gold if same is None else same:
            self._count(kind, true=1)
        else:
            self.result.tallies[kind].missed += 1
            self._error(kind, f"{of + ': ' if of else ''}expected {gold}, found {found}", self._mention(of))

    def _count(self, kind: str, *, true: int) -> None:
        self.result.tallies[kind].true += true

    def _wrong(self, kind: str, what: str, sentence: str = "") -> None:
        self.result.tallies[kind].wrong += 1
        self._error(kind, f"wrong: {what}", sentence)

    def _missed(self, kind: str, what: str, mention: str = "") -> None:
        self.result.tallies[kind].missed += 1
        self._error(kind, f"missed: {what}", self._mention(mention))

    def _error(self, kind: str, message: str, sentence: str) -> None:
        self.result.errors.append(Error(self.gold.document, kind, message, " ".join(sentence.split())))

    def _mention(self, name: str) -> str:
        """Return the paragraph of the article, else of the page, in which a name stands, for the reader of an error."""
        if not self.document or not name:
            return ""
        text, wanted = self.document.text, folded(name.rsplit(maxsplit=1)[-1])
        paragraphs = [text[block.start : block.end] for block in self.document.blocks] + text.split("\n\n")
        return next((each.strip() for each in paragraphs if wanted in folded(each)), "")


def _pair(
    gold: Sequence[GoldMeeting], found: Sequence[_Meeting]
) -> tuple[list[tuple[GoldMeeting, _Meeting]], list[GoldMeeting], list[_Meeting]]:
    """Pair gold with found meetings one to one, the most alike first; return pairs, missed and invented ones."""
    ranked = sorted(
        ((_affinity(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(found)), reverse=True
    )
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    pairs = []
    for affinity, i, j in ranked:
        if affinity > 0 and i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            pairs.append((gold[i], found[j]))
    missed = [meeting for i, meeting in enumerate(gold) if i not in taken_gold]
    return pairs, missed, [meeting for j, meeting in enumerate(found) if j not in taken_found]


def _affinity(gold: GoldMeeting, found: _Meeting) -> int:
    """Weigh what two meetings share: people, date and ordinal twice, parties and city once."""
    people = [person for group in found.people.values() for person in group]
    shared = sum(any(_named(person, one.name) for person in people) for one in (*gold.co_chairs, *gold.attendees))
    return (
        2 * shared
        + len(set(gold.parties) & set(found.parties))
        + 2 * (gold.date is not None and gold.date == found.date)
        + 2 * (gold.ordinal is not None and gold.ordinal == found.ordinal)
        + (gold.city is not None and _same_city(gold.city, found.city))
    )
