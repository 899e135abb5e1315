"""Which claims become one node, which stay apart, and what a node then holds."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from etl.decisions import NO_DECISIONS, FactLike, MeetingLike, PersonLike, decision_line, parse_decisions
from etl.identity import parse_name
from etl.records import RoleClaim
from etl.resolve import Acquaintance, Neighbourhood, assign, meeting_items, person_items, resolve
from etl.spelling import key
from tests.builders import Article

if TYPE_CHECKING:
    from etl.decisions import Decisions, ReviewItem
    from etl.records import Graph, Lookup, Relationship, Report

WHO = {"who": "ana", "when": "2025-01-02", "why": "known"}
INTERIOR_ES = RoleClaim("Minister of the Interior", "minister:interior", "ES")
INTERIOR_MA = RoleClaim("ministre de l'Intérieur", "minister:interior", "MA")
MIGRATION = RoleClaim("Secretary of State for Migration", "secretary-of-state:migration", "ES")


def graph_of(*articles: Article, decisions: Decisions = NO_DECISIONS) -> Graph:
    return resolve([a.entry().report for a in articles], decisions)


def questions(*articles: Article, decisions: Decisions = NO_DECISIONS) -> tuple[ReviewItem, ...]:
    reports = [a.entry().report for a in articles]
    return assign(meeting_items(reports), person_items(reports), decisions).reviews


def ids(graph: Graph, label: str) -> list[str]:
    return [n.id for n in graph.nodes if n.label == label]


def node(graph: Graph, label: str) -> dict[str, object]:
    (found,) = [n for n in graph.nodes if n.label == label]
    return found.properties


def links(graph: Graph, type_: str) -> list[Relationship]:
    return [r for r in graph.relationships if r.type == type_]


def article(document: str, *people: str, published: str | None = None, **meeting: object) -> Article:
    """A document with one Morocco-Spain meeting that ``people`` (``name/country``) chaired."""
    made = Article(document, published)
    meeting.setdefault("body", None)
    key = made.meeting("ES", "MA", **meeting)  # type: ignore[arg-type]
    for person in people:
        name, _, country = person.partition("/")
        made.took_part(key, name, country or None)
    return made


def naming(document: str, *people: tuple[str, str | None, RoleClaim | None]) -> Article:
    """A document that names people and no meeting."""
    made = Article(document)
    for name, country, role in people:
        made.person(name, country, *([role] if role else []))
    return made


CHAIRS = ("Khalid Zerouali/MA", "Pilar Cancela/ES")
BODY = "permanent-mixed-migration-group"


# Meetings


def test_one_outlet_gives_the_ordinal_another_the_date_a_third_neither() -> None:
    graph = graph_of(
        article("a", *CHAIRS, ordinal=22, body=BODY, published="2024-10-22"),
        article("b", *CHAIRS, date="2024-10-21", city="Marrakech", country="MA"),
        article("c", *CHAIRS, city="Marrakech", country="MA", published="2024-10-23"),
    )
    assert ids(graph, "Meeting") == ["es-ma-gmmp-22"]
    assert node(graph, "Meeting") == {
        "name": "22nd Morocco-Spain Permanent Mixed Migration Group, Marrakech, 2024-10-21",
        "ordinal": 22,
        "date": dt.date(2024, 10, 21),
        "date_precision": "day",
        "city": "Marrakech",
        "conflicts": None,
    }
    assert [(r.start[1], r.properties["ordinal"], r.properties["date"]) for r in links(graph, "REPORTS")] == [
        ("a", 22, None),
        ("b", None, dt.date(2024, 10, 21)),
        ("c", None, None),
    ]


def test_other_ordinals_are_other_sessions() -> None:
    graph = graph_of(article("a", *CHAIRS, ordinal=21, body=BODY), article("b", *CHAIRS, ordinal=22, body=BODY))
    assert ids(graph, "Meeting") == ["es-ma-gmmp-21", "es-ma-gmmp-22"]


def test_the_same_body_of_other_parties_is_another_series() -> None:
    italian = Article("b")
    italian.meeting("IT", "MA", ordinal=22)
    graph = graph_of(article("a", ordinal=22, body=BODY), italian)
    assert len(ids(graph, "Meeting")) == len(ids(graph, "MeetingSeries")) == 2


@pytest.mark.parametrize(
    ("second", "conflict"),
    [
        ({"date": "2024-05-20", "ordinal": 21}, "date"),
        ({"date": "2024-05-19", "ordinal": 22}, "ordinal"),
        ({"date": "2024-05-19", "ordinal": 21, "city": "Tanger"}, "city"),
    ],
)
def test_a_disagreement_with_all_else_equal_is_one_meeting_with_a_conflict(
    second: dict[str, object], conflict: str
) -> None:
    known = {"date": "2024-05-19", "ordinal": 21, "city": "Rabat", "body": BODY}
    graph = graph_of(
        article("a", *CHAIRS, **known), article("b", *CHAIRS, **known), article("c", *CHAIRS, **known | second)
    )
    properties = node(graph, "Meeting")
    assert properties["conflicts"] == [conflict]
    assert (properties["date"], properties["ordinal"], properties["city"]) == (dt.date(2024, 5, 19), 21, "Rabat")
    assert len(links(graph, "REPORTS")) == 3


def test_a_month_holds_its_days_and_supports_the_finer_date() -> None:
    graph = graph_of(
        article("a", *CHAIRS, date="2024-05"),
        article("b", *CHAIRS, date="2024-05"),
        article("c", *CHAIRS, date="2024-05-19"),
    )
    assert node(graph, "Meeting")["date"] == dt.date(2024, 5, 19)
    assert node(graph, "Meeting")["conflicts"] is None


def test_a_month_with_two_possible_days_joins_neither_and_is_a_question() -> None:
    articles = [
        article("a", *CHAIRS, date="2024-05-02"),
        article("b", *CHAIRS, date="2024-05-28"),
        article("c", *CHAIRS, date="2024-05"),
    ]
    assert ids(graph_of(*articles), "Meeting") == ["es-ma-2024-05", "es-ma-2024-05-02", "es-ma-2024-05-28"]
    (question,) = questions(*articles)
    assert question.kind == "meeting"
    assert [c.id for c in question.candidates] == ["es-ma-2024-05-02", "es-ma-2024-05-28"]


def test_two_meetings_of_one_document_never_merge() -> None:
    made = article("a", *CHAIRS, date="2024-05-19", city="Rabat")
    second = made.meeting("ES", "MA", date="2024-05-19", city="Rabat", body=None)
    made.took_part(second, "Khalid Zerouali", "MA")
    assert len(ids(graph_of(made), "Meeting")) == 2


def test_ministers_of_other_fields_on_the_same_day_met_apart_and_it_is_a_question() -> None:
    articles = [
        article("a", "Abdelouafi Laftit/MA", "Fernando Grande-Marlaska/ES", date="2024-05-19", city="Rabat"),
        article("b", "Nasser Bourita/MA", "José Manuel Albares/ES", date="2024-05-19", city="Rabat"),
    ]
    assert len(ids(graph_of(*articles), "Meeting")) == 2
    assert len(questions(*articles)) == 1


def test_an_undated_text_from_before_the_day_tells_of_another_meeting() -> None:
    graph = graph_of(
        article("a", *CHAIRS, date="2024-05-19", city="Rabat"),
        article("b", *CHAIRS, city="Rabat", published="2024-02-01"),
    )
    assert len(ids(graph, "Meeting")) == 2


def test_an_exonym_is_the_same_city() -> None:
    graph = graph_of(
        article("a", *CHAIRS, date="2024-05-19", city="Londres"),
        article("b", *CHAIRS, date="2024-05-19", city="London"),
    )
    assert node(graph, "Meeting")["conflicts"] is None


# People


@pytest.mark.parametrize(
    "form",
    ["Khaled Zarouali", "ZEROUALI Khalid", "Zerouali", "K. Zerouali", "Khalid El Zerouali"],
)
def test_every_form_of_a_chair_of_the_same_session_is_one_person(form: str) -> None:
    graph = graph_of(
        article("a", "Khalid Zerouali/MA", ordinal=22, body=BODY),
        article("b", "Khalid Zerouali/MA", ordinal=22, body=BODY),
        article("c", f"{form}/MA", ordinal=22, body=BODY),
    )
    (person,) = ids(graph, "Person")
    assert person in {"khalid-zerouali-ma", "khalid-el-zerouali-ma"}
    (chaired,) = links(graph, "CO_CHAIRED")
    assert chaired.properties["documents"] == ["a", "b", "c"]


def test_the_fullest_form_is_the_name_and_the_others_are_aliases() -> None:
    graph = graph_of(
        naming("a", ("Pilar Cancela", "ES", MIGRATION)), naming("b", ("Pilar Cancela Rodríguez", "ES", MIGRATION))
    )
    assert node(graph, "Person")["name"] == "Pilar Cancela Rodríguez"
    assert node(graph, "Person")["aliases"] == ["Pilar Cancela"]


def test_alike_names_stay_two_and_are_a_question_unless_office_and_country_agree() -> None:
    michel, michele = ("Michel Barnier", "FR", None), ("Michèle Barnier", "FR", None)
    assert len(ids(graph_of(naming("a", michel), naming("b", michele)), "Person")) == 2
    assert len(questions(naming("a", michel), naming("b", michele))) == 1
    office = RoleClaim("Prime Minister", "prime-minister", "FR")
    graph = graph_of(naming("a", ("Michel Barnier", "FR", office)), naming("b", ("Michèle Barnier", "FR", office)))
    assert len(ids(graph, "Person")) == 1


@pytest.mark.parametrize(
    ("full", "forms"),
    [
        ("Pedro Sánchez Pérez-Castejón", ["Pedro Sánchez", "Pedro Sanchez", "Sánchez"]),
        ("José Manuel Albares Bueno", ["José Manuel Albares", "Albares", "J. M. Albares", "Albares Bueno"]),
        ("Fernando Grande-Marlaska Gómez", ["Grande-Marlaska", "Grande Marlaska", "Marlaska"]),
        ("María Teresa Fernández de la Vega", ["Fernández de la Vega", "Teresa Fernández de la Vega", "De la Vega"]),
        ("Jean-Noël Barrot", ["Jean Noel Barrot", "Barrot", "J.-N. Barrot"]),
        ("Ursula von der Leyen", ["von der Leyen", "Von der Leyen", "Leyen"]),
    ],
)
def test_compound_surnames_particles_hyphens_and_initials_are_one_person(full: str, forms: list[str]) -> None:
    texts = [naming(str(number), (form, "ES", None)) for number, form in enumerate([full, *forms])]
    graph = graph_of(*texts)
    assert key(str(node(graph, "Person")["name"])) == key(full)


def test_namesakes_of_two_countries_stay_two() -> None:
    graph = graph_of(naming("a", ("José García", "ES", None)), naming("b", ("José García", "MX", None)))
    assert ids(graph, "Person") == ["jose-garcia-es", "jose-garcia-mx"]


def test_namesakes_in_one_document_stay_two() -> None:
    made = naming("a", ("José García", "ES", INTERIOR_ES))
    made.persons["other"] = made.persons["p-José García"].__class__(
        "other", "José García", ("José García",), (MIGRATION,), "ES"
    )
    assert len(ids(graph_of(made), "Person")) == 2


def test_who_speaks_for_the_union_still_comes_from_somewhere() -> None:
    graph = graph_of(naming("a", ("Michel Barnier", "EU", None)), naming("b", ("Michel Barnier", "FR", None)))
    assert ids(graph, "Person") == ["michel-barnier-fr"]


def test_a_surname_goes_to_its_only_candidate_and_is_taken_back_when_a_namesake_comes() -> None:
    maria, bare = naming("a", ("María García", "ES", None)), naming("b", ("García", "ES", None))
    assert ids(graph_of(maria, bare), "Person") == ["maria-garcia-es"]
    namesake = naming("c", ("José García", "ES", None))
    graph = graph_of(maria, bare, namesake)
    provisional = [n for n in graph.nodes if n.properties.get("provisional")]
    assert [n.id.split("~")[0] for n in provisional] == ["garcia-es"]
    assert len(ids(graph, "Person")) == 3
    (question,) = questions(maria, bare, namesake)
    assert {c.id for c in question.candidates} == {"maria-garcia-es", "jose-garcia-es"}


def test_a_surname_is_narrowed_by_office_then_by_meeting() -> None:
    maria, jose = naming("a", ("María García", "ES", INTERIOR_ES)), naming("b", ("José García", "ES", MIGRATION))
    graph = graph_of(maria, jose, naming("c", ("García", "ES", INTERIOR_ES)))
    assert {r.end[1] for r in links(graph, "MENTIONS") if r.start[1] == "c"} == {"maria-garcia-es"}
    assert questions(maria, jose, naming("c", ("García", "ES", INTERIOR_ES))) == ()
    graph = graph_of(
        article("a", "María García/ES", ordinal=21, body=BODY),
        article("b", "José García/ES", ordinal=22, body=BODY),
        article("c", "García/ES", ordinal=22, body=BODY),
    )
    assert {r.end[1] for r in links(graph, "MENTIONS") if r.start[1] == "c"} == {"jose-garcia-es"}


def test_a_surname_of_another_country_is_no_candidate() -> None:
    graph = graph_of(naming("a", ("María García", "ES", None)), naming("b", ("García", "MX", None)))
    assert ids(graph, "Person") == ["garcia-mx", "maria-garcia-es"]


# Facts


def test_a_chair_attends_nowhere_else_and_keeps_the_sentences_that_say_so() -> None:
    second = Article("b")
    key = second.meeting("ES", "MA", ordinal=22)
    second.took_part(key, "Khalid Zerouali", "MA", relation="ATTENDED")
    graph = graph_of(article("a", "Khalid Zerouali/MA", ordinal=22, body=BODY), second)
    assert [r.properties["documents"] for r in links(graph, "CO_CHAIRED")] == [["a"]]
    assert links(graph, "ATTENDED") == []


def test_confidence_grows_with_documents_and_lists_stay_parallel() -> None:
    first, second = article("b", *CHAIRS, ordinal=22, body=BODY), article("a", *CHAIRS, ordinal=22, body=BODY)
    fact = links(graph_of(first, second), "CO_CHAIRED")[0].properties
    assert fact["documents"] == ["a", "b"]
    assert len(fact["evidence"]) == len(fact["offsets"]) == 2  # type: ignore[arg-type]
    assert fact["confidence"] == 0.99


def test_an_unnamed_office_gives_way_to_its_named_holder() -> None:
    unnamed = Article("a")
    key = unnamed.meeting("ES", "MA", ordinal=22)
    unnamed.unnamed(key, INTERIOR_ES)
    unnamed.unnamed(key, INTERIOR_MA)
    named = Article("b")
    named.took_part(named.meeting("ES", "MA", ordinal=22), "Fernando Grande-Marlaska", "ES", INTERIOR_ES)
    assert [r.start[1] for r in links(graph_of(unnamed, named), "REPRESENTED_AT")] == ["ma-minister-interior"]


def test_what_was_agreed_was_not_merely_discussed() -> None:
    talked, agreed = Article("a"), Article("b")
    talked.topic(talked.meeting("ES", "MA", ordinal=22), "energy", "DISCUSSED")
    agreed.topic(agreed.meeting("ES", "MA", ordinal=22), "energy", "AGREED_ON")
    graph = graph_of(talked, agreed)
    assert links(graph, "DISCUSSED") == []
    assert [r.properties["action"] for r in links(graph, "AGREED_ON")] == ["agree"]


def test_an_office_was_held_from_its_first_meeting_to_its_last() -> None:
    articles = []
    for document, day, ordinal in (("a", "2022-03-01", 20), ("b", "2024-10-21", 22)):
        made = Article(document, "2025-01-01")
        made.took_part(made.meeting("ES", "MA", date=day, ordinal=ordinal), "Pilar Cancela", "ES", MIGRATION)
        articles.append(made)
    (held,) = links(graph_of(*articles), "HELD_ROLE")
    assert (held.properties["first_seen"], held.properties["last_seen"]) == (dt.date(2022, 3, 1), dt.date(2024, 10, 21))


def test_an_office_in_two_languages_is_one_role_with_both_labels() -> None:
    english, spanish = Article("a"), Article("b")
    english.took_part(english.meeting("ES", "MA", ordinal=22), "Pilar Cancela", "ES", MIGRATION)
    other = RoleClaim("secretaria de Estado de Migraciones", MIGRATION.office, "ES")
    spanish.took_part(spanish.meeting("ES", "MA", ordinal=22), "Pilar Cancela", "ES", other)
    graph = graph_of(english, spanish)
    assert node(graph, "Role") == {
        "name": "Secretary of State for Migration",
        "labels": ["Secretary of State for Migration", "secretaria de Estado de Migraciones"],
    }
    assert [r.end[1] for r in links(graph, "OF_COUNTRY")] == ["ES"]
    assert {r.properties["role"] for r in links(graph, "CO_CHAIRED")} == {"Secretary of State for Migration"}


def test_syndicated_copies_add_sources_and_no_facts() -> None:
    one = graph_of(article("a", *CHAIRS, date="2024-05-19", city="Rabat"))
    two = graph_of(*(article(d, *CHAIRS, date="2024-05-19", city="Rabat") for d in "ab"))
    assert len(links(one, "CO_CHAIRED")) == len(links(two, "CO_CHAIRED")) == 2
    assert ids(one, "Meeting") == ids(two, "Meeting")


# Decisions


def test_a_decision_merges_what_nothing_else_would() -> None:
    line = decision_line("same", a=PersonLike("Michel Barnier"), b=PersonLike("Michèle Barnier"), **WHO)
    articles = naming("a", ("Michel Barnier", "FR", None)), naming("b", ("Michèle Barnier", "FR", None))
    assert len(ids(graph_of(*articles, decisions=parse_decisions(line)), "Person")) == 1
    assert questions(*articles, decisions=parse_decisions(line)) == ()


def test_a_decision_keeps_apart_what_would_merge() -> None:
    line = decision_line(
        "different", a=PersonLike("José García", document="a"), b=PersonLike("José García", document="b"), **WHO
    )
    articles = naming("a", ("José García", "ES", None)), naming("b", ("José García", "ES", None))
    assert len(ids(graph_of(*articles), "Person")) == 1
    assert len(ids(graph_of(*articles, decisions=parse_decisions(line)), "Person")) == 2


def test_accepting_a_candidate_answers_the_question() -> None:
    """A review item's subject and candidate make the line that settles it."""
    articles = [
        naming("a", ("María García", "ES", None)),
        naming("b", ("García", "ES", None)),
        naming("c", ("José García", "ES", None)),
    ]
    (question,) = questions(*articles)
    chosen = next(c for c in question.candidates if c.id == "jose-garcia-es")
    assert isinstance(question.subject, PersonLike)
    decisions = parse_decisions(decision_line("same", a=question.subject, b=chosen.thing, **WHO))
    assert questions(*articles, decisions=decisions) == ()
    assert ids(graph_of(*articles, decisions=decisions), "Person") == ["jose-garcia-es", "maria-garcia-es"]


def test_meetings_are_merged_by_decision_even_within_a_document() -> None:
    made = article("a", date="2024-05-19")
    made.meeting("ES", "MA", date="2024-06-30", body=None)
    line = decision_line(
        "same", a=MeetingLike(("ES", "MA"), date="2024-05-19"), b=MeetingLike(("ES", "MA"), date="2024-06-30"), **WHO
    )
    assert len(ids(graph_of(made), "Meeting")) == 2
    assert len(ids(graph_of(made, decisions=parse_decisions(line)), "Meeting")) == 1


def test_a_rejected_fact_is_gone_and_a_renamed_node_is_renamed() -> None:
    session = MeetingLike(("ES", "MA"), ordinal=22)
    lines = [
        decision_line("reject", fact=FactLike("CO_CHAIRED", session, PersonLike("Pilar Cancela")), **WHO),
        decision_line("rename", a=PersonLike("Khalid Zerouali"), to="Khalid ZEROUALI", **WHO),
        decision_line("rename", a=session, to="The 22nd", **WHO),
    ]
    graph = graph_of(article("a", *CHAIRS, ordinal=22, body=BODY), decisions=parse_decisions("\n".join(lines)))
    assert [r.start[1] for r in links(graph, "CO_CHAIRED")] == ["khalid-zerouali-ma"]
    assert node(graph, "Meeting")["name"] == "The 22nd"
    assert [n.properties["name"] for n in graph.nodes if n.id == "khalid-zerouali-ma"] == ["Khalid ZEROUALI"]


# Neighbourhoods


def acquainted(name: str, *articles: Article) -> set[str]:
    items = person_items(each.entry().report for each in articles)
    everyone = Acquaintance(lambda _: (), NO_DECISIONS)
    everyone.add(items)
    return {form for item in everyone.around([parse_name(name)], frozenset()) for form in item.forms}


def test_who_met_whom_links_no_names() -> None:
    """A new document about one person must not pull in everyone they ever met."""
    made = [
        article(document, *people, ordinal=22, body=BODY)
        for document, people in (("a", CHAIRS), ("b", ("Khalid Zerouali/MA", "Rafael Pérez/ES")))
    ]
    assert acquainted("Khalid Zerouali", *made) == {"Khalid Zerouali"}


def test_a_common_surname_links_only_names_that_may_be_one() -> None:
    names = ["Pedro Sánchez", "Pedro Sánchez Pérez-Castejón", "María Sánchez López", "Juan López"]
    made = naming("a", *((name, "ES", None) for name in names))
    assert acquainted("Pedro Pérez-Castejón", made) == {"Pedro Sánchez Pérez-Castejón", "Pedro Sánchez"}
    assert acquainted("Juan Gómez", made) == set()


def test_of_a_country_pair_only_what_is_near_in_time_or_series_is_looked_at() -> None:
    """Thousands of meetings of two countries must not be resolved again for one more."""
    new = article("new", *CHAIRS, date="2024-05-19", city="Rabat").entry().report
    near = article("near", *CHAIRS, date="2024-05-20", city="Rabat").entry().report
    asked: set[str] = set()

    def find(lookup: Lookup) -> list[Report]:
        found = [near] if "m:ES-MA@2024-05" in lookup.keys - asked else []
        asked.update(lookup.keys)
        return found

    around = Neighbourhood(find, NO_DECISIONS)
    around.add(seeds := meeting_items([new]))
    assert {item.document for item in around.around(seeds)} == {"new", "near"}
    assert {key for key in asked if "?" not in key} == {"m:ES-MA@2024-05"}
