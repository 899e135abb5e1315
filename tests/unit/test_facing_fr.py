"""Encounters told with verbs that no list knows, by pronouns and over several sentences; invented people."""

from __future__ import annotations

import pytest

from tests.unit.test_circumstances import claims

_HOST = "le ministre ghanéen de la Pêche, Kofi Annor"
_GUEST = "son homologue togolaise, Ana Soler"
_MET = {"kofi annor": "ATTENDED", "ana soler": "ATTENDED"}
_CHAIRED = dict.fromkeys(_MET, "CO_CHAIRED")
_DATE = "Le 8 mai 2024\n\n"


def relations(text: str) -> list[dict[str, str]]:
    """Return what each person did, meeting by meeting."""
    found = claims("fr", _DATE + text.format(A=_HOST, B=_GUEST))
    return [{p.person: p.relation for p in found.participants if p.meeting == m.key} for m in found.meetings]


@pytest.mark.parametrize(
    "text",
    [
        # whom somebody faced, whatever they did
        "{A}, s'est longuement attardé lundi avec {B}.",
        "{A}, s'est assis lundi à Accra en face de {B}.",
        "{A}, a savouré lundi un café à la table de {B}.",
        "{A}, s'est félicité lundi à Accra, au côté de {B}, de la bonne saison.",
        # two who did something together on a day and at a place
        "{A}, et {B}, ont confronté leurs vues lundi à Accra.",
        "{A}, et {B}, ont côte à côte lancé lundi le chantier.",
        # shown round, seen off, kept at table
        "{A}, a raccompagné lundi {B}.",
        "{A}, a fait visiter lundi à {B}, le port de Tema.",
        "{A}, a été guidé lundi par {B}.",
        "{A}, a retenu {B}, à dîner.",
        "{A}, a eu le plaisir d'accueillir lundi {B}.",
        "{A}, a ouvert lundi les portes de son cabinet à {B}.",
        "{A}, a mis à profit l'escale de {B}, pour évoquer la pêche.",
        "{A}, a été l'hôte lundi à Lomé de {B}.",
        # said of two sides
        "Côté ghanéen, le ministre Kofi Annor ; côté togolais, la ministre Ana Soler : la rencontre a duré une heure.",
        # told of somebody who is back
        "{A}, est rentré mardi de Lomé, où il avait pris part lundi à une réunion aux côtés de {B}.",
        "Dans la matinée, une séance de travail avait réuni {A}, et {B}.",
    ],
)
def test_met(text: str) -> None:
    assert relations(text) == [_MET]


@pytest.mark.parametrize(
    "text",
    [
        # no encounter, only words
        "{A}, a félicité lundi à Accra {B}.",
        "{A}, a polémiqué lundi avec {B}.",
        "{A}, a échangé lundi des lettres avec {B}.",
        "{A}, et {B}, ont condamné lundi à Accra les pillages.",
        "{A}, et {B}, ont été nommés lundi à Accra.",
        "{A}, et {B}, ont réagi lundi, chacun de son côté.",
        "{A}, s'est dit lundi en désaccord avec {B}.",
        "{A}, a rompu lundi avec {B}.",
        "{A}, a parlé lundi au téléphone avec {B}.",
        # ahead, or not at all
        "{A}, doit s'attarder lundi avec {B}.",
        "{A}, ne s'est pas attardé lundi avec {B}.",
        "{A}, avait dansé en 2012 avec {B}.",
        # neither day nor place, or only a month long ago
        "{A}, a vieilli avec {B}.",
        "En mars 2019, {A}, a lancé une campagne avec {B}.",
        # at what is no meeting
        "{A}, a assisté lundi à Accra avec {B}, aux obsèques d'un chanteur.",
    ],
)
def test_no_encounter(text: str) -> None:
    assert relations(text) == []


@pytest.mark.parametrize("pair", ["hôtes", "autorités", "hommes", "dignitaires"])
def test_a_pair_chairs(pair: str) -> None:
    text = f"{{A}}, a reçu lundi {{B}}. Les deux {pair} ont ensuite coprésidé une séance de travail."
    assert relations(text) == [_CHAIRED]


@pytest.mark.parametrize(
    "text",
    [
        "{X}, assistait à la scène sous le regard de {Y}.",
        "L'entretien s'est tenu sous les yeux de {X} et de {Y}.",
        "Un déjeuner a suivi, auquel s'étaient joints {X} et {Y}.",
        "Une visite a suivi, à laquelle avaient été conviés {X} et {Y}.",
        "De la délégation togolaise faisaient partie {X} et {Y}.",
        "Ont répondu présents {X} et {Y}.",
        "Entre les deux, {X} et {Y}.",
        "Étaient du tête-à-tête {X} et {Y}.",
        "Le ministre avait convié {X} et {Y}.",
        "L'escortaient {X} et {Y}.",
    ],
)
def test_present(text: str) -> None:
    named = text.format(X="le préfet Yaw Boateng", Y="le commissaire Luis Prado")
    (found,) = relations("{A}, a reçu lundi {B}. " + named)
    assert "luis prado" in found


@pytest.mark.parametrize(
    "text",
    [
        "Le Ghana a pris part aux travaux.\nLe Togo y a participé par la voix de son consul, Luis Prado.",
        "Le Togo, partenaire de longue date, avait délégué son consul, Luis Prado.",
        "Les Togolais étaient emmenés par le consul Luis Prado.",
        "La délégation togolaise avait pour chef le consul Luis Prado.",
        "La délégation togolaise avait à sa tête le consul Luis Prado.",
        "Le Togo était représenté par le consul Luis Prado, le Niger et le Tchad par des fonctionnaires.",
    ],
)
def test_a_side_and_who_stands_for_it(text: str) -> None:
    opening = "La 3e session de la Commission mixte Ghana-Togo s'est tenue lundi à Accra. "
    found = claims("fr", _DATE + opening + text)
    assert [(p.country, p.relation) for p in found.participants if p.person == "luis prado"] == [("TG", "ATTENDED")]


_VISIT = (
    "Le ministre ghanéen de la Pêche, Kofi Annor, a reçu lundi à Accra la ministre togolaise de la Pêche, Ana Soler. "
)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("La ministre a ensuite été reçue par le président du Parlement, Yaw Boateng.", "ana soler"),
        ("Mardi, elle a été reçue par le président du Parlement, Yaw Boateng.", "ana soler"),
        ("Le ministre a ensuite été reçu par la ministre nigérienne de la Santé, Ada Moussa.", "kofi annor"),
        ("Le même jour, le président du Parlement, Yaw Boateng, a reçu Mme Soler.", "ana soler"),
        ("Mardi, c'est le président du Parlement, Yaw Boateng, qui l'a reçue.", "ana soler"),
    ],
)
def test_the_articles_gender_tells_who_went_on(text: str, who: str) -> None:
    first, second = relations(_VISIT + text)
    assert first == _MET
    assert who in second
    assert len(second) == 2


def test_all_day_long_is_at_all_meetings() -> None:
    text = _VISIT + (
        "Elle a été reçue mardi par le président du Parlement, Yaw Boateng. "
        "Tout au long de son séjour, Mme Soler était accompagnée du consul Luis Prado."
    )
    assert ["luis prado" in meeting for meeting in relations(text)] == [True, True]


def test_a_relative_clause_tells_its_place_and_day() -> None:
    text = f"{_HOST}, est rentré mardi à Accra en provenance de Lomé, où il avait rencontré lundi {_GUEST}."
    (meeting,) = claims("fr", _DATE + text).meetings
    assert (meeting.city, str(meeting.date and meeting.date.first)) == ("Lomé", "2024-05-06")


@pytest.mark.parametrize(
    "text",
    [
        "Plusieurs responsables ghanéens ont assisté à la rencontre, dont {X} et {Y}.",
        "Plusieurs ministres ghanéens sont intervenus sur leurs dossiers, dont {X}, et {Y}.",
        "Une dizaine de cadres étaient présents, dont notamment {X} et {Y}.",
    ],
)
def test_some_of_a_group_are_named(text: str) -> None:
    (found,) = relations(_VISIT + text.format(X="le préfet Yaw Boateng", Y="le commissaire Luis Prado"))
    assert set(found) == {*_MET, "yaw boateng", "luis prado"}


@pytest.mark.parametrize(
    "text",
    [
        "Plusieurs dossiers, dont le préfet Yaw Boateng a hérité, sont restés fermés.",
        "Un dîner a suivi, auquel étaient conviés des chefs d'entreprise, dont la directrice Abena Owusu.",
        "M. Annor a évoqué le sort de détenus, dont le préfet Yaw Boateng.",
        "Une dizaine de cadres, dont le préfet Yaw Boateng, ont été décorés en 2019.",
    ],
)
def test_a_relative_clause_names_nobody_there(text: str) -> None:
    assert relations(_VISIT + text) == [_MET]


def test_a_delegations_people_are_on_its_heads_side() -> None:
    text = _VISIT.replace(" à Accra", "").replace("Soler. ", "Soler, qui conduisait une délégation de huit personnes, ")
    found = claims("fr", f"{_DATE}{text}dont le colonel Komi Prado.")
    assert [p.country for p in found.participants if p.person == "komi prado"] == ["TG"]


def test_a_day_and_a_place_that_open_a_sentence_are_no_dateline() -> None:
    text = (
        "Le ministre du Commerce, Kofi Annor, est en visite au Togo.\n\n"
        "Lundi à Lomé, M. Annor a rencontré la ministre togolaise Ana Soler, a dit la partie ghanéenne."
    )
    assert relations(text) == [_MET]


def test_a_surname_that_is_a_countrys_behind_an_honorific() -> None:
    text = (
        "Le ministre français Luc Saint-Martin a reçu lundi le ministre ghanéen Kofi Annor. "
        "Mardi, M. Saint-Martin et la ministre togolaise Ana Soler ont tenu une réunion."
    )
    assert [m.parties for m in claims("fr", _DATE + text).meetings] == [("FR", "GH"), ("FR", "TG")]


def test_an_honorific_begins_a_name_behind_a_place() -> None:
    found = claims("fr", f"{_DATE}Déplacement à Lomé de Mme Ana Soler\n\n{_VISIT}")
    assert "ana soler" in {person.key for person in found.persons}
    assert not any("lome" in person.key for person in found.persons)
