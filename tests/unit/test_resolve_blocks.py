"""What is resolved with its neighbourhood alone comes out as it does among everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from etl.resolve import (
    Acquaintance,
    Neighbourhood,
    assign,
    document_keys,
    meeting_items,
    person_from_row,
    person_items,
    resolve,
)
from etl.resolve.people import person_row
from tests.strategies import DECISIONS, document_sets

if TYPE_CHECKING:
    from random import Random

    from etl.decisions import Decisions
    from etl.load import Entry
    from etl.records import Lookup, Report
    from etl.resolve.people import PersonItem


class Library:
    """Finds reports as a store does, and never gives one twice."""

    def __init__(self, reports: list[Report], given: list[Report]) -> None:
        self.left = [report for report in reports if report not in given]

    def find(self, lookup: Lookup) -> list[Report]:
        found = [report for report in self.left if self.fits(lookup, report)]
        self.left = [report for report in self.left if report not in found]
        return found

    @staticmethod
    def fits(lookup: Lookup, report: Report) -> bool:
        keys = document_keys(report).union(*(item.keys for item in person_items([report])))
        parties = [set(meeting.parties) for meeting in report.claims.meetings]
        return (
            bool(keys & lookup.keys)
            or report.document in lookup.documents
            or any(set(asked) <= held for asked in lookup.parties for held in parties)
        )


@settings(max_examples=150, deadline=None)
@given(document_sets(6), st.sampled_from(DECISIONS), st.randoms(use_true_random=False))
def test_order_of_documents_and_claims_does_not_matter(
    entries: list[Entry], decisions: Decisions, random: Random
) -> None:
    """The graph is a function of the set of documents."""
    reports = [entry.report for entry in entries]
    shuffled = list(reports)
    random.shuffle(shuffled)
    assert resolve(shuffled, decisions) == resolve(reports, decisions)


@settings(max_examples=400, deadline=None)
@given(document_sets(8), st.sampled_from(DECISIONS), st.data())
def test_meetings_come_out_of_their_neighbourhood_as_out_of_everything(
    entries: list[Entry], decisions: Decisions, data: st.DataObject
) -> None:
    """Ids and open questions too, and whatever the documents are from which the neighbourhood is found."""
    reports = [entry.report for entry in entries]
    whole = assign(meeting_items(reports), (), decisions)
    given = data.draw(st.lists(st.sampled_from(reports), min_size=1, max_size=2, unique_by=lambda r: r.document))
    around = Neighbourhood(Library(reports, given).find, decisions)
    around.add(seeds := meeting_items(given))
    items = around.around(seeds)
    part = assign(items, (), decisions)
    assert part.meetings == {claim: node for claim, node in whole.meetings.items() if claim in part.meetings}
    assert {item.id for item in seeds} <= part.meetings.keys()
    nodes = set(part.meetings.values())
    assert part.reviews == tuple(question for question in whole.reviews if question.block in nodes)
    assert not nodes & {node for claim, node in whole.meetings.items() if claim not in part.meetings}


@settings(max_examples=400, deadline=None)
@given(document_sets(8), st.sampled_from(DECISIONS), st.data())
def test_people_come_out_of_their_names_as_out_of_everyone(
    entries: list[Entry], decisions: Decisions, data: st.DataObject
) -> None:
    everyone = person_items(entry.report for entry in entries)
    if not everyone:
        return
    whole = assign((), everyone, decisions)
    given = data.draw(st.sampled_from(everyone))
    left = [item for item in everyone if item is not given]

    def find(keys: frozenset[str]) -> list[PersonItem]:
        found = [item for item in left if item.keys & keys]
        left[:] = [item for item in left if item not in found]
        return found

    around = Acquaintance(find, decisions)
    around.add([given])
    part = assign((), around.around([given.name], frozenset()), decisions)
    assert given.claims[0] in part.persons
    assert part.persons == {claim: node for claim, node in whole.persons.items() if claim in part.persons}
    nodes = set(part.persons.values())
    assert part.reviews == tuple(question for question in whole.reviews if question.block in nodes)
    assert not nodes & {node for claim, node in whole.persons.items() if claim not in part.persons}


@settings(max_examples=50, deadline=None)
@given(document_sets(3))
def test_what_is_kept_of_a_person_is_all_that_tells_them_from_others(entries: list[Entry]) -> None:
    for report in (entry.report for entry in entries):
        for claim, item in zip(sorted(report.claims.persons, key=lambda p: p.key), person_items([report]), strict=True):
            kept = person_from_row(person_row(report, claim), item.claims[0])
            assert [getattr(kept, name) for name in kept.__slots__] == [getattr(item, name) for name in item.__slots__]
