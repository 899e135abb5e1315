"""Document sets for property tests: few parties, people, days and places, so that much of it meets."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from etl.decisions import NO_DECISIONS, FactLike, MeetingLike, PersonLike, RoleLike, decision_line, parse_decisions
from etl.records import RoleClaim
from tests.builders import Article

if TYPE_CHECKING:
    from etl.load import Entry

NAMES = [
    "Khalid Zerouali", "Khaled Zarouali", "Zerouali", "ZEROUALI Khalid", "Pilar Cancela", "Pilar Cancela Rodríguez",
    "Cancela", "María García", "María García López", "José García", "García", "J. García", "Michel Barnier",
    "Michèle Barnier", "Barnier", "García López",
]  # fmt: skip
ROLES = [
    None,
    RoleClaim("Minister of the Interior", "minister:interior", "ES"),
    RoleClaim("Wali", None, "MA"),
    RoleClaim("Secretary of State", None, None),
]
DATES = [None, None, "2024", "2024-05", "2024-05-19", "2024-05-20", "2024-05-31", "2024-06-30"]
PUBLISHED = [None, "2024-05-20", "2024-06-01", "2024-08-10"]


@st.composite
def articles(draw: st.DrawFn, document: str) -> Entry:
    """A document with up to two meetings of few parties and people, so that much of it meets."""
    article = Article(document, draw(st.sampled_from(PUBLISHED)))
    for _ in range(draw(st.integers(0, 2))):
        meeting = article.meeting(
            *draw(st.sampled_from([("ES", "MA"), ("ES", "MA"), ("BE", "MA")])),
            date=draw(st.sampled_from(DATES)),
            ordinal=draw(st.sampled_from([None, None, 21, 22])),
            body=draw(st.sampled_from([None, "permanent-mixed-migration-group", "joint-commission"])),
            city=draw(st.sampled_from([None, "Rabat", "Madrid"])),
        )
        for name in draw(st.lists(st.sampled_from(NAMES), max_size=3, unique=True)):
            relation = draw(st.sampled_from(["CO_CHAIRED", "ATTENDED"]))
            country = draw(st.sampled_from([None, "ES", "MA"]))
            article.took_part(meeting, name, country, draw(st.sampled_from(ROLES)), relation)
        if draw(st.booleans()):
            article.topic(meeting, "energy", draw(st.sampled_from(["AGREED_ON", "DISCUSSED"])))
        if draw(st.booleans()):
            article.unnamed(meeting, RoleClaim("Minister of the Interior", "minister:interior", "ES"))
    for name in draw(st.lists(st.sampled_from(NAMES), max_size=2, unique=True)):
        article.person(name, draw(st.sampled_from([None, "ES", "MA"])))
    return article.entry()


def document_sets(most: int) -> st.SearchStrategy[list[Entry]]:
    """Give up to ``most`` documents."""
    return st.integers(1, most).flatmap(
        lambda count: st.tuples(*(articles(letter) for letter in string.ascii_lowercase[:count])).map(list)
    )


SAME = decision_line(
    "same", a=PersonLike("García", document="a"), b=PersonLike("José García"), who="t", when="2025-01-01", why="known"
)
DIFFERENT = decision_line(
    "different",
    a=MeetingLike(("ES", "MA"), ordinal=21),
    b=MeetingLike(("ES", "MA"), date="2024-05-20"),
    who="t",
    when="2025-01-01",
    why="known",
)
JOINED = decision_line(
    "same", a=MeetingLike(("ES", "MA"), ordinal=22), b=MeetingLike(("ES", "MA"), date="2024-06-30"),
    who="t", when="2025-01-01", why="known",
)  # fmt: skip
REJECTED = decision_line(
    "reject", fact=FactLike("HELD_ROLE", person=PersonLike("María García"), target="es-minister-interior"),
    who="t", when="2025-01-01", why="known",
)  # fmt: skip
RENAMED = "\n".join(
    decision_line("same", a=RoleLike(a), b=RoleLike(b), who="t", when="2025-01-01", why="known")
    for a, b in (("ma-wali", "ma-secretary-state"), ("ma-secretary-state", "ma-minister-interior"))
)
DECISIONS = [
    NO_DECISIONS,
    parse_decisions(SAME),
    parse_decisions(f"{SAME}\n{DIFFERENT}"),
    parse_decisions(f"{JOINED}\n{REJECTED}"),
    parse_decisions(RENAMED),
]
