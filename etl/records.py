"""The frozen records that the stages hand each other.

``Path -> Source -> Document -> Document(language) -> spaCy Doc -> Claims -> Graph``.
All character positions are offsets into :attr:`Document.text`, end exclusive.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003 (pydantic resolves the annotations when it reads stored claims)
from dataclasses import dataclass, field
from typing import Literal

Precision = Literal["day", "month", "year"]
Participation = Literal["CO_CHAIRED", "ATTENDED"]
TopicRelation = Literal["AGREED_ON", "DISCUSSED"]
MediaType = Literal["text/plain", "text/markdown", "text/html", "application/pdf"]
BlockKind = Literal["title", "heading", "dateline", "body", "item"]
HEADLINES: frozenset[BlockKind] = frozenset({"title", "heading"})
"""What stands above a text, or a part of it."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date that knows its precision; ``first`` is the first day of the known period."""

    first: dt.date
    precision: Precision = "day"

    def __str__(self) -> str:
        return self.first.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.precision]]


@dataclass(frozen=True, slots=True)
class Source:
    """One document's bytes as read, before anything is known of them.

    ``origin`` is the path or URI as given (a member of a container: ``box.zip!/a.html``,
    ``rows.jsonl#3``). ``metadata`` holds what the container says of it: ``id``, ``url``, ``title``,
    ``published``, ``language``.
    """

    origin: str
    media_type: MediaType
    data: bytes
    metadata: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the article itself: a title, heading, dateline, paragraph or list item."""

    start: int
    end: int
    kind: BlockKind = "body"


@dataclass(frozen=True, slots=True)
class Document:
    r"""A document with its repaired text, and which parts of that text are the article.

    For plain text and Markdown ``text`` is the decoded file (line ends as ``\n``), so that offsets are
    positions in the file; for HTML and PDF it is the extracted text. A title that the text does not have word for word
    (a row's column, YAML's escapes) is set in above the article. What is outside ``blocks`` (menus, by-lines, front
    matter, cookie banners) is noise and carries no fact.
    """

    id: str
    source: str
    text: str
    blocks: tuple[Block, ...]
    content_hash: str
    title: str | None = None
    published: PartialDate | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The verbatim sentence behind a fact: ``text == document.text[start:start + len(text)]``."""

    text: str
    start: int
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class RoleClaim:
    """An office as one document gives it.

    ``title`` verbatim without its holder (one line, spaces folded); ``office`` the id of a canonical office in
    ``vocabulary/offices.yaml`` where it is known (``interior-minister``); ``country`` whose office it is.
    """

    title: str
    office: str | None = None
    country: str | None = None

    @property
    def rank(self) -> str:
        """The known office without what it is of (``minister`` of ``minister:interior``); empty where none is known."""
        return (self.office or "").partition(":")[0]

    @property
    def portfolio(self) -> str:
        """What the known office is of (``interior``, an envoy's post as a country's code); empty where nothing is."""
        return (self.office or "").partition(":")[2]


@dataclass(frozen=True, slots=True)
class PersonClaim:
    """A person whom the article names, participant or not; ``key`` is unique within the document.

    ``name`` is the fullest form without honorific, ``named_as`` every form used in the text (sorted), ``country``
    the side they stand for where the document tells.
    """

    key: str
    name: str
    named_as: tuple[str, ...]
    roles: tuple[RoleClaim, ...] = ()
    country: str | None = None


@dataclass(frozen=True, slots=True)
class SeriesClaim:
    """A standing body: ``body`` is an id of ``vocabulary/series.yaml`` where known, ``name`` as seen."""

    name: str
    body: str | None = None
    abbreviation: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingClaim:
    """A meeting as one document reports it; ``key`` is unique within the document (``m1``)."""

    key: str
    parties: tuple[str, ...]
    evidence: Evidence
    series: SeriesClaim | None = None
    ordinal: int | None = None
    date: PartialDate | None = None
    city: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class ParticipantClaim:
    """A named person took part in a meeting, in that office, on that country's side."""

    meeting: str
    person: str
    relation: Participation
    evidence: Evidence
    role: RoleClaim | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class OfficeClaim:
    """The holder of an office took part, and the document does not name them."""

    meeting: str
    role: RoleClaim
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class TopicClaim:
    """The parties agreed on a topic, or discussed it; ``action`` is the verb's English lemma (agreed only)."""

    meeting: str
    topic: str
    relation: TopicRelation
    evidence: Evidence
    action: str | None = None


@dataclass(frozen=True, slots=True)
class RouteClaim:
    """A migration route was named in the talks."""

    meeting: str
    route: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Claims:
    """All that one document says: what the graph is computed from, kept on its Document node."""

    document: str
    persons: tuple[PersonClaim, ...] = ()
    meetings: tuple[MeetingClaim, ...] = ()
    participants: tuple[ParticipantClaim, ...] = ()
    offices: tuple[OfficeClaim, ...] = ()
    topics: tuple[TopicClaim, ...] = ()
    routes: tuple[RouteClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One document as resolution sees it: its claims and what dates and orders them."""

    document: str
    content_hash: str
    language: str
    published: PartialDate | None
    claims: Claims


@dataclass(frozen=True, slots=True)
class Lookup:
    """Stored documents to find.

    Those that carry one of ``keys`` (``p:...``: that name such a person), that are one of ``documents``, or that report
    a meeting between all of one of ``parties``.
    """

    keys: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    parties: frozenset[tuple[str, ...]] = frozenset()

    def __or__(self, other: Lookup) -> Lookup:
        """Return both together."""
        return Lookup(self.keys | other.keys, self.documents | other.documents, self.parties | other.parties)

    def __sub__(self, other: Lookup) -> Lookup:
        """Return what ``other`` does not ask for."""
        return Lookup(self.keys - other.keys, self.documents - other.documents, self.parties - other.parties)

    def __bool__(self) -> bool:
        """Tell whether there is anything to find."""
        return bool(self.keys or self.documents or self.parties)


NodeKey = tuple[str, str]
"""A node's label and id (``Country`` uses its code)."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node as the graph should hold it; ``properties`` without the key."""

    label: str
    id: str
    properties: dict[str, object]


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship as the graph should hold it; one at most for each ``(type, start, end)``."""

    type: str
    start: NodeKey
    end: NodeKey
    properties: dict[str, object]


@dataclass(frozen=True, slots=True)
class Graph:
    """What the database should hold of some blocks: nodes and relationships, sorted, without duplicates."""

    nodes: tuple[Node, ...]
    relationships: tuple[Relationship, ...]
