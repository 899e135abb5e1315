"""Who and where, as French press releases and agencies have it: one sentence for each construction, invented people."""

from __future__ import annotations

import pytest

from tests.unit.test_circumstances import claims

_DATELINE = "Accra, le 8 mai 2024\n\n"
_VISIT = "La ministre togolaise Ana Soler a rencontré lundi à Accra le ministre ghanéen Kofi Annor."


def _met(text: str, *, title: str = "") -> set[str]:
    found = claims("fr", _DATELINE + text, title=title)
    assert len(found.meetings) == 1
    return {part.person for part in found.participants}


@pytest.mark.parametrize(
    "beside",
    [
        # nobody's officials
        "Elle a aussi échangé avec le docteur Yaw Boateng et avec des représentants de la société civile.",
        # who runs what is visited
        "Elle s'est ensuite rendue dans un centre de formation et s'est entretenue avec son directeur, Yaw Boateng.",
        "Elle a visité une école et y a rencontré la directrice, Esi Boateng.",
    ],
)
def test_met_nobody_of_the_other_side(beside: str) -> None:
    assert _met(f"{_VISIT} {beside}") == {"ana soler", "kofi annor"}


@pytest.mark.parametrize(
    "beside",
    [
        "Elle s'est ensuite rendue au siège de la police et s'est entretenue avec le ministre ghanéen Yaw Boateng.",
        "Elle a visité une école et s'est entretenue avec la ministre ghanéenne de l'Éducation, Esi Boateng.",
    ],
)
def test_met_an_official_on_a_tour(beside: str) -> None:
    assert len(claims("fr", f"{_DATELINE}{_VISIT} {beside}").meetings) == 2


def test_what_was_seen_on_a_tour_is_no_topic() -> None:
    text = f"{_DATELINE}{_VISIT} Elle a visité ensuite un centre de formation professionnelle."
    assert {topic.topic for topic in claims("fr", text).topics} == {"return-readmission"}


def test_a_headline_has_both_ends() -> None:
    text = (
        "Togo – Entretien d'Ana Soler avec son homologue ghanéen\n\nAccra, le 8 mai 2024\n\n"
        "Ana Soler, ministre togolaise des Affaires étrangères, a reçu ce jour M. Kofi Annor, ministre des Affaires "
        "étrangères de la République du Ghana. Les deux ministres ont échangé sur la pêche dans le golfe de Guinée."
    )
    assert len(claims("fr", text).meetings) == 1


def test_in_anothers_place() -> None:
    text = (
        f"{_DATELINE}La rencontre a été dirigée lundi par le directeur général de la Police du Togo, Luis Prado, "
        "par l'inspecteur Yaw Boateng, représentant l'inspecteur général de la police ghanéenne, Kofi Annor, empêché."
    )
    sides = {part.person: part.country for part in claims("fr", text).participants}
    assert sides == {"luis prado": "TG", "yaw boateng": "GH"}


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        # a border post that no gazetteer knows
        (
            (
                f"{_DATELINE}Le poste de contrôle juxtaposé de Zobué-Akla a abrité mardi une réunion entre le ministre "
                "togolais Luis Prado et le ministre ghanéen Kofi Annor."
            ),
            ["Zobué-Akla"],
        ),
        # what is to be opened is not the meeting
        (
            (
                f"{_DATELINE}La ministre togolaise Ana Soler a reçu mardi le ministre ghanéen Kofi Annor. Ils ont signé un "
                "accord sur l'ouverture à Kumasi d'une antenne de l'université de Lomé."
            ),
            ["Accra"],
        ),
    ],
)
def test_where(text: str, cities: list[str]) -> None:
    assert [meeting.city for meeting in claims("fr", text).meetings] == cities


def test_the_stages_of_a_journey() -> None:
    text = (
        "Lomé, le 8 mai 2024 – La ministre des Affaires étrangères du Togo, Ana Soler, est rentrée de sa tournée.\n\n"
        "## Accra\n\nLundi, la ministre a rencontré son homologue ghanéen, Kofi Annor.\n\n"
        "## Bamako\n\nMardi, Ana Soler a été reçue par le président malien Luis Prado.\n\n"
    )
    assert [meeting.city for meeting in claims("fr", text).meetings] == ["Accra", "Bamako"]


_INVITED = (
    "COMMUNIQUÉ CONJOINT\n\nAccra, le 8 mai 2024\n\n"
    "1. À l'invitation de Son Excellence M. Kofi Annor, Président de la République du Ghana, Son Excellence "
    "M. Luis Prado, Président de la République du Togo, a effectué une visite de travail à Accra le 8 mai 2024.\n\n"
)


def test_the_two_heads_of_state() -> None:
    text = (
        f"{_INVITED}2. Au cours de cette visite, les deux Chefs d'État ont eu un tête-à-tête. Étaient présents :\n\n"
        "Pour la partie togolaise :\n\n- Mme Ana Soler, Ministre des Affaires étrangères ;\n\n"
        "- M. Yaw Boateng, Ministre de la Santé.\n\n"
        "3. Les deux Chefs d'État se sont réjouis de l'excellence des relations entre les deux pays.\n\n"
        "4. Ils ont convenu de la tenue de leur prochaine rencontre à Lomé.\n\n"
    )
    found = claims("fr", text)
    assert {part.person for part in found.participants} == {"kofi annor", "luis prado", "ana soler", "yaw boateng"}
    assert [meeting.city for meeting in found.meetings] == ["Accra"]
    assert found.offices == ()


def test_the_two_have_not_met_yet() -> None:
    text = f"{_INVITED}2. Les deux Chefs d'État auront demain un tête-à-tête.\n\n"
    assert claims("fr", text).meetings == ()


def test_the_chair_and_those_who_were_represented() -> None:
    text = (
        f"{_DATELINE}Les ministres de l'Intérieur des trois pays se sont réunis lundi à Accra. Le ministre ghanéen, Kofi "
        "Annor, hôte de la réunion, en a assuré la présidence. Le Togo était représenté par le ministre Luis Prado, "
        "tandis que le ministre Yaw Boateng conduisait la délégation béninoise."
    )
    found = claims("fr", text)
    assert [meeting.parties for meeting in found.meetings] == [("BJ", "GH", "TG")]
    assert {part.person for part in found.participants if part.relation == "CO_CHAIRED"} == {"kofi annor"}


@pytest.mark.parametrize(
    "official",
    [
        "le directeur général de la Police du Togo par intérim, le général Luis Prado",
        "le commandant des opérations navales de l'armée togolaise, le colonel de marine Luis Prado",
        "le secrétaire exécutif de la commission, l'agronome Luis Prado",
        "le directeur régional de l'Agence du cacao (ADC) pour l'Afrique de l'Ouest, Luis Prado",
        "le directeur de l'Agence pour l'intégration, les migrations et l'asile (AIMA), Luis Prado",
        "le vice-ministre de l'Industrie et des Ressources minérales Luis Prado",
        "l'ambassadeur de Suisse au Togo et au Bénin, Luis Prado",
    ],
)
def test_an_office_and_its_holder_are_one(official: str) -> None:
    text = f"{_DATELINE}{_VISIT} Étaient également présents {official}, et l'ambassadeur du Togo, Yaw Boateng."
    found = claims("fr", text)
    roles = {part.person: part.role for part in found.participants}
    assert roles["luis prado"]
    assert found.offices == ()


def test_an_office_without_a_holder_stands_alone() -> None:
    text = f"{_DATELINE}{_VISIT} Étaient présents le commandant de la police ghanéenne ainsi que le préfet ghanéen Luis Prado."
    assert [office.role.title for office in claims("fr", text).offices] == ["commandant de la police ghanéenne"]


def _topics(text: str) -> dict[str, str]:
    found = claims("fr", f"{_DATELINE}{_VISIT} {text}").topics
    return {topic.topic: topic.relation for topic in found if topic.evidence.text in text}


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Les deux délégations se sont en revanche entendues sur un protocole sanitaire.", {"health": "AGREED_ON"}),
        (
            "Les deux parties ont salué leur partenariat et se sont engagées à coopérer en matière de réadmission.",
            {"return-readmission": "AGREED_ON"},
        ),
        (
            "Ils sont convenus de réunir chaque mois les services concernés et de coordonner le sauvetage en mer.",
            {"search-rescue": "AGREED_ON"},
        ),
        (
            "Ils ont signé deux accords. Le premier porte sur l'entraide judiciaire, le second sur le tourisme.",
            {"justice-cooperation": "AGREED_ON", "trade-economy": "AGREED_ON"},
        ),
        (
            "Ils se sont engagés à poursuivre la coordination de leurs positions.",
            {"international-dialogue": "AGREED_ON"},
        ),
        ("Ils ont évoqué l'exportation de cocaïne.", {"drug-trafficking": "DISCUSSED"}),
        ("La réunion a concerné la pêche.", {"trade-economy": "DISCUSSED"}),
        # near misses
        ("Les deux délégations ne se sont en revanche pas entendues sur un protocole sanitaire.", {}),
    ],
)
def test_what_was_agreed(text: str, topics: dict[str, str]) -> None:
    assert _topics(text) == topics


def test_a_national_service_behind_an_organisations_official() -> None:
    text = (
        f"{_DATELINE}Le ministre ghanéen de l'Intérieur, Kofi Annor, a reçu lundi à Accra le commissaire européen Luis "
        "Prado. L'audience s'est déroulée en présence du chef de la délégation de l'Union européenne au Ghana, M. Paul "
        "Rossi, du directeur général de la police nationale, Yaw Boateng, et du gouverneur de la région du Nord, Ali Sani."
    )
    sides = {part.person: part.country for part in claims("fr", text).participants}
    assert (sides["paul rossi"], sides["yaw boateng"], sides["ali sani"]) == ("EU", "GH", "GH")


def test_where_somebody_will_go_is_not_where_they_met() -> None:
    text = (
        "La ministre togolaise Ana Soler a rencontré le ministre ghanéen Kofi Annor. Les deux ministres ont parlé de "
        "pêche. La partie togolaise a rappelé que son président assisterait en juin au sommet de Bamako."
    )
    assert [meeting.city for meeting in claims("fr", text).meetings] == [None]
