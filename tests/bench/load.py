"""How fast claims become a graph, and what ten documents cost as the graph grows.

    python -m tests.bench.load bolt://localhost:7687 [--documents 10000] [--batch 100]

Needs a Neo4j that may be emptied, its password in NEO4J_PASSWORD (none: no authentication). Prints one JSON line a
measurement. Only ratios within one run mean something on a shared machine.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import random
import sys
import time
from typing import TYPE_CHECKING

from pydantic import SecretStr

from etl.database import Database
from etl.pipeline.settle import settle
from etl.records import RoleClaim
from etl.settings import Connection
from tests.builders import Article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.load import Entry

STATES = ("DE", "DZ", "EG", "ES", "FR", "GB", "GR", "IT", "LY", "MA", "ML", "MR", "MT", "NE", "PT", "SN", "TN", "TR")
TOPICS = ("border-management", "energy", "visas-consular", "return-readmission", "human-rights", "health")
OFFICES = ("interior-minister", "foreign-minister", "migration-secretary", "justice-minister", "prime-minister")
SYLLABLES = ("ba", "ker", "li", "mon", "ra", "sto", "ti", "vel", "zo", "nar", "pe", "qui", "du", "fos", "gam", "hel")
REPORTS_OF_A_MEETING = 4


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


def main() -> None:
    """Load synthetic documents, and time ten more at 1,000, 10,000 and all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("uri")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--batch", type=int, default=100)
    arguments = parser.parse_args()
    connection = Connection(arguments.uri, "neo4j", SecretStr(os.environ.get("NEO4J_PASSWORD", "")))
    entries = synthetic(arguments.documents)
    ten = synthetic(10, seed=2)
    ids = [entry.document.id for entry in ten]
    first: float | None = None
    with Database(connection) as database:
        database.apply("constraints")
        spent, at = 0.0, 0
        for size in sorted({min(1_000, len(entries)), min(10_000, len(entries)), len(entries)}):
            began, done = spent, at
            while at < size:
                spent += put(database, entries[at : min(at + arguments.batch, size)])
                at = min(at + arguments.batch, size)
            rounds = []
            for _ in range(5):
                rounds.append(put(database, ten))
                put(database, (), ids)
            ten_took = sorted(rounds)[2]
            first = first or ten_took
            line = {
                "documents": size,
                "documents_per_second": round((at - done) / (spent - began)),
                "ten_documents_ms": round(1000 * ten_took),
                "ratio_to_first": round(ten_took / first, 2),
            }
            sys.stdout.write(json.dumps(line) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
