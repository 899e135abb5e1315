"""How fast claims become a graph beside the fastest way to write it, and what ten documents cost as the graph grows.

    python -m tests.bench.load bolt://localhost:7687 [--documents 50000] [--batch 100]

Needs a Neo4j that may be emptied, its password in NEO4J_PASSWORD (none: no authentication). Prints one JSON line a
measurement. Only ratios within one run mean something on a shared machine. The ceiling writes the finished graph of
the same documents, resolved beforehand, with the same statements in batches of 10,000 rows: no way of loading that
reads, compares and keeps what it needs to load again can reach it. The ten documents report meetings of people whom
the graph knows, more of them the larger it is.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import random
import statistics
import sys
import time
from collections import defaultdict
from typing import TYPE_CHECKING

import neo4j
from pydantic import SecretStr

from etl.cypher import statement
from etl.database import Database
from etl.load import RelationshipKey
from etl.pipeline.settle import settle
from etl.records import RoleClaim
from etl.resolve import resolve
from etl.settings import Connection
from tests.builders import Article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.load import Entry
    from etl.records import Graph

STATES = ("DE", "DZ", "EG", "ES", "FR", "GB", "GR", "IT", "LY", "MA", "ML", "MR", "MT", "NE", "PT", "SN", "TN", "TR")
TOPICS = ("border-management", "energy", "visas-consular", "return-readmission", "human-rights", "health")
OFFICES = ("interior-minister", "foreign-minister", "migration-secretary", "justice-minister", "prime-minister")
SYLLABLES = ("ba", "ker", "li", "mon", "ra", "sto", "ti", "vel", "zo", "nar", "pe", "qui", "du", "fos", "gam", "hel")
REPORTS_OF_A_MEETING = 4
ROWS = 10_000
COMPARED = 10_000
"""How many documents the ceiling is measured with."""
SIZES = (1_000, 10_000, 25_000, 50_000)


def word(chance: random.Random, syllables: int) -> str:
    """Return an invented name."""
    return "".join(chance.choice(SYLLABLES) for _ in range(syllables)).title()


def synthetic(count: int, seed: int = 1) -> list[Entry]:
    """Return ``count`` documents; about four report each meeting, each office changes hands every few years."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    holders: dict[tuple[str, str, int], str] = {}
    entries = []
    meeting_of: tuple[tuple[str, ...], dt.date, str] | None = None
    for number in range(count):
        if meeting_of is None or number % REPORTS_OF_A_MEETING == 0:
            day = dt.date(1990, 1, 1) + dt.timedelta(days=chance.randrange(12_000))
            meeting_of = (tuple(sorted(chance.sample(STATES, 2))), day, word(chance, 2))
        parties, day, city = meeting_of
        article = Article(f"{seed}-{number:06}", published=(day + dt.timedelta(days=1)).isoformat())
        key = article.meeting(*parties, date=day.isoformat(), body=None, city=city, country=parties[0])
        for state in parties:
            office = OFFICES[day.toordinal() % 2]
            slot = (state, office, day.year // 3)
            name = holders.setdefault(slot, f"{word(chance, 2)} {word(chance, 3)}")
            article.took_part(key, name, state, RoleClaim(office.replace("-", " "), office, state))
        for topic in chance.sample(TOPICS, 2):
            article.topic(key, topic)
        entries.append(article.entry())
    return entries


def put(database: Database, entries: Sequence[Entry], gone: Sequence[str] = ()) -> float:
    """Load or forget in one transaction and return the seconds that it took."""
    start = time.perf_counter()
    database.write(lambda tx: settle(tx, entries, gone, None, "bench"), timeout=600)
    return time.perf_counter() - start


def rows_of(graph: Graph, entries: Sequence[Entry]) -> list[tuple[str, list[dict[str, object]]]]:
    """Return the statements that write a finished graph, each with its rows."""
    own = {entry.document.id: entry.node for entry in entries}
    rows: defaultdict[str, list[dict[str, object]]] = defaultdict(list)
    for node in graph.nodes:
        full = own[node.id] if node.label == "Document" else node
        rows[f"load/nodes/{node.label}"].append({"id": node.id, "properties": full.properties})
    for each in graph.relationships:
        name = RelationshipKey(each.type, each.start, each.end).statement
        ends = {"start": each.start[1], "end": each.end[1]}
        rows[f"load/relationships/{name}"].append({**ends, "properties": each.properties})
    return sorted(rows.items(), key=lambda item: (not item[0].startswith("load/nodes/"), item[0]))


def write_finished(database: Database, entries: Sequence[Entry]) -> float:
    """Write the finished graph of ``entries`` as fast as batches of MERGE go and return the documents a second."""
    statements = rows_of(resolve([entry.report for entry in entries]), entries)
    start = time.perf_counter()
    for name, rows in statements:
        for first in range(0, len(rows), ROWS):
            part = rows[first : first + ROWS]
            database.write(lambda tx, name=name, part=part: tx.run(statement(name), rows=part), timeout=600)  # type: ignore[misc]
    return len(entries) / (time.perf_counter() - start)


def clear(database: Database) -> None:
    """Empty the database."""
    with database._session(neo4j.WRITE_ACCESS) as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS").consume()


def load(database: Database, entries: Sequence[Entry], batch: int) -> float:
    """Load ``entries`` and return the documents a second."""
    spent = sum(put(database, entries[first : first + batch]) for first in range(0, len(entries), batch))
    return len(entries) / spent


def ten_more(database: Database, ten: Sequence[Entry]) -> float:
    """Return the median time of loading ten documents, which are taken out again each time."""
    rounds = []
    for _ in range(9):
        rounds.append(put(database, ten))
        put(database, (), [entry.document.id for entry in ten])
    return statistics.median(rounds)


def tell(**line: object) -> None:
    """Print one measurement."""
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Compare loading with the ceiling, and time ten more documents as the graph grows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("uri")
    parser.add_argument("--documents", type=int, default=50_000)
    parser.add_argument("--batch", type=int, default=100)
    arguments = parser.parse_args()
    connection = Connection(arguments.uri, "neo4j", SecretStr(os.environ.get("NEO4J_PASSWORD", "")))
    made = synthetic(arguments.documents + 10)
    every, ten = made[: arguments.documents], made[arguments.documents :]
    sizes = sorted({min(size, arguments.documents) for size in (*SIZES, arguments.documents)})
    compared = every[:COMPARED]
    with Database(connection) as database:
        database.apply("constraints")
        for _ in range(2):  # the first time warms the server up
            clear(database)
            ceiling = write_finished(database, compared)
        clear(database)
        at, first = 0, None
        for size in sizes:
            rate = load(database, every[at:size], arguments.batch)
            took = ten_more(database, ten)
            first = first or took
            tell(
                documents=size,
                documents_per_second=round(rate),
                of_ceiling=round(rate / ceiling, 2),
                ten_documents_ms=round(1000 * took),
                ten_to_first=round(took / first, 2),
            )
            at = size
        clear(database)
        tell(ceiling_documents_per_second=round(ceiling), again=round(write_finished(database, compared)))
        clear(database)


if __name__ == "__main__":
    main()
