"""Who was there, as French texts tell it: lists, relative clauses, speeches, other days; invented people."""

from __future__ import annotations

import pytest

from tests.unit.test_circumstances import claims

_OPENING = "Accra, le 8 mai 2024\n\nLe ministre ghanéen Kofi Annor a reçu lundi la ministre togolaise Ana Soler. "


def present(text: str) -> set[str]:
    """Return who took part beside the two ministers."""
    found = claims("fr", _OPENING + text)
    assert len(found.meetings) == 1
    return {part.person for part in found.participants} - {"kofi annor", "ana soler"}


@pytest.mark.parametrize(
    "text",
    [
        # an inverted list, behind a colon or not
        "Ont honoré de leur présence : {X} et {Y}.",
        "Ont rehaussé les échanges de leur présence : {X} ; {Y}.",
        "Y ont également participé : {X} ; {Y}.",
        "Étaient conviés autour de la table : {X} et {Y}.",
        "{X} et {Y} ont honoré la rencontre de leur présence.",
        # a relative clause of a delegation
        "La délégation togolaise, dont faisaient également partie {X} et {Y}, est repartie le soir.",
        "La délégation togolaise, au sein de laquelle figuraient {X} et {Y}, est repartie le soir.",
        "La délégation togolaise, où siégeaient {X} et {Y}, est repartie le soir.",
        "Plusieurs cadres suivaient, parmi lesquels {X} et {Y}.",
        # whom somebody had with them
        "En face, Mme Soler pouvait compter sur {X} et sur {Y}.",
        "Pour l'occasion, la ministre s'était entourée de {X} et de {Y}.",
        "La délégation togolaise comptait dans ses rangs {X} et {Y}.",
        "Au nombre des personnalités ayant assisté à la rencontre figuraient {X} et {Y}.",
        "Parmi les responsables qui ont pris part aux travaux, on notait {X} et {Y}.",
        # a speech there
        "{X} a prononcé le mot de bienvenue, et {Y} a exposé la situation.",
        "Puis {X} est intervenu sur les besoins. Enfin, {Y} a fait une communication.",
        "{X} et {Y} ont prononcé les allocutions d'ouverture.",
    ],
)
def test_present(text: str) -> None:
    named = text.format(X="le préfet Yaw Boateng", Y="le commissaire Luis Prado")
    assert present(named) == {"yaw boateng", "luis prado"}


@pytest.mark.parametrize(
    "text",
    [
        "Le préfet Yaw Boateng n'est pas intervenu.",
        "Le préfet Yaw Boateng prononcera demain le discours d'ouverture de la foire.",
        "Le préfet Yaw Boateng aurait pu compter sur l'appui du maire.",
        "Le préfet Yaw Boateng, absent, n'a pas honoré la rencontre de sa présence.",
    ],
)
def test_not_present(text: str) -> None:
    assert present(text) == set()


@pytest.mark.parametrize(
    ("title", "behind"),
    [
        ("directeur de l'Office de lutte contre la fraude", ""),
        ("directrice du régime des travailleurs saisonniers reconnus (TSR)", ""),
        ("procureur général près la Cour suprême", "Mme "),
        ("secrétaire d'État aux questions globales", ""),
        ("ministre déléguée aux relations avec les Togolais de l'étranger", "Dr "),
        ("chef des sapeurs-pompiers", "le colonel "),
    ],
)
def test_a_title_goes_on_to_its_holders_name(title: str, behind: str) -> None:
    found = claims("fr", f"{_OPENING}L'entretien s'est tenu en présence du {title}, {behind}Yaw Boateng.")
    held = [part.role.title for part in found.participants if part.person == "yaw boateng" and part.role]
    assert (held, found.offices) == ([title], ())


@pytest.mark.parametrize(
    "clause",
    [
        "Le préfet reçoit une délégation du village, Yaw Boateng en tête.",
        "Le directeur a visité le port, Yaw Boateng l'attendait.",
        "Le préfet de passage dans la ville, qui connaît la région, Yaw Boateng, est reparti.",
    ],
)
def test_a_clause_is_no_title(clause: str) -> None:
    found = claims("fr", _OPENING + clause)
    assert all(role.title.split()[-1] in {"préfet", "directeur"} for p in found.persons for role in p.roles
               if p.key == "yaw boateng")  # fmt: skip


@pytest.mark.parametrize("name", ["Lê Văn Thắng", "Đỗ Quang Vinh", "Tô Lâm Sơn"])
def test_accents_tell_a_name_from_a_common_word(name: str) -> None:
    text = f"Accra, le 8 mai 2024\n\nLe ministre ghanéen Kofi Annor a reçu lundi le ministre vietnamien, {name}."
    assert len(claims("fr", text).participants) == 2


@pytest.mark.parametrize(
    "verb",
    [
        "s'est assis, dans un salon de l'hôtel",
        "a poursuivi sa journée",
        "a achevé son séjour",
        "avait ouvert sa tournée",
        "a partagé le déjeuner",
    ],
)
def test_it_was_with_whom_whatever_the_verb(verb: str) -> None:
    text = f"C'est avec la ministre togolaise Ana Soler que le ministre ghanéen Kofi Annor {verb} lundi."
    assert len(claims("fr", f"Accra, le 8 mai 2024\n\n{text}").meetings) == 1


def test_not_with_whom_somebody_studied() -> None:
    text = "C'est avec la ministre togolaise Ana Soler que le ministre ghanéen Kofi Annor a étudié à Paris."
    assert claims("fr", f"Accra, le 8 mai 2024\n\n{text}").meetings == ()


@pytest.mark.parametrize(
    "received",
    [
        "a donné audience lundi, en son cabinet, à une délégation de l'assemblée togolaise conduite par",
        "a accordé lundi une audience à une délégation de députés togolais conduite par",
        "a offert lundi un déjeuner à la délégation togolaise que conduisait",
        "a, dans la foulée, reçu une mission togolaise conduite par",
        "a, le même jour, accueilli une équipe d'experts togolais menée par",
    ],
)
def test_a_delegation_is_received(received: str) -> None:
    text = f"Accra, le 8 mai 2024\n\nLe ministre ghanéen Kofi Annor {received} la députée Ana Soler."
    assert {part.person for part in claims("fr", text).participants} == {"kofi annor", "ana soler"}


@pytest.mark.parametrize(
    "later",
    [
        "La veille, le directeur des ports, Yaw Boateng, s'était entretenu avec Mme Soler.",
        "Dimanche, le maire d'Accra, Yaw Boateng, avait reçu Mme Soler.",
        "Le lendemain, le préfet, Yaw Boateng, a reçu Mme Soler.",
    ],
)
def test_another_day_is_another_meeting(later: str) -> None:
    found = claims("fr", _OPENING + later)
    there = {part.person for part in found.participants if part.meeting == found.meetings[-1].key}
    assert (len(found.meetings), there) == (2, {"yaw boateng", "ana soler"})


@pytest.mark.parametrize(
    "met",
    [
        "{A} s'y est entretenue avec {B}.",
        "{A} s'y est concertée, hier, avec {B}.",
        "{A} et {B} s'y sont rencontrés.",
        "{A} et {B} s'y sont longuement entretenus.",
    ],
)
def test_they_met_there(met: str) -> None:
    told = met.format(A="La ministre togolaise Ana Soler", B="le ministre ghanéen Kofi Annor")
    found = claims("fr", f"Lomé, le 8 mai 2024\n\nLe palais a servi de cadre lundi. {told}")
    assert {part.person for part in found.participants} == {"kofi annor", "ana soler"}


def test_coming_to_greet_the_delegates_is_no_other_meeting() -> None:
    assert present("Le préfet Yaw Boateng est venu saluer les délégués mardi.") <= {"yaw boateng"}


@pytest.mark.parametrize("question", ["Qui était autour de la table ?", "Étaient présents :"])
def test_capitals_as_sides(question: str) -> None:
    text = (
        "Accra, le 8 mai 2024\n\nLa conférence des ports a rassemblé lundi à Accra des responsables venus du Togo, du "
        f"Sénégal et de la Gambie. {question} Pour Lomé, le colonel Luis Prado ; pour Dakar, la directrice "
        "Awa Seck ; pour Banjul, Lamin Touray, commissaire."
    )
    sides = {part.person: part.country for part in claims("fr", text).participants}
    assert sides == {"luis prado": "TG", "awa seck": "SN", "lamin touray": "GM"}


def test_a_conference_that_will_gather_officials_is_none() -> None:
    text = "La conférence des ports rassemblera lundi à Accra des responsables du Togo, du Sénégal et de la Gambie."
    assert claims("fr", f"Accra, le 8 mai 2024\n\n{text}").meetings == ()


def test_a_host_named_behind_what_he_is_called() -> None:
    text = "La ministre togolaise Ana Soler a remis lundi à son hôte ghanéen, Kofi Annor, les clés de dix ambulances."
    found = claims("fr", f"Accra, le 8 mai 2024\n\n{text}").participants
    assert {part.person: part.country for part in found} == {"ana soler": "TG", "kofi annor": "GH"}


_CHAIRED = "Accra, le 8 mai 2024\n\nLa commission mixte entre le Ghana et le Togo s'est réunie lundi à Accra. "


@pytest.mark.parametrize(
    ("text", "roster"),
    [
        (
            (
                "La session, présidée par le ministre ghanéen Kofi Annor, a enregistré la participation de la ministre "
                "togolaise Ana Soler."
            ),
            "ATTENDED",
        ),
        (
            (
                "Les travaux, présidés par le ministre ghanéen Kofi Annor, ont vu la participation, du côté togolais, de "
                "la ministre Ana Soler."
            ),
            "ATTENDED",
        ),
        (
            (
                "La délégation ghanéenne était conduite par Kofi Annor, ministre des Routes, lequel a présidé la séance. "
                "Celle du Togo était dirigée par la ministre Ana Soler."
            ),
            "ATTENDED",
        ),
        (
            (
                "« Une frontière nous unit. Il nous revient de la garder sûre », a déclaré le ministre ghanéen Kofi Annor, "
                "qui a présidé la séance conjointement avec la ministre togolaise Ana Soler."
            ),
            "CO_CHAIRED",
        ),
    ],
)
def test_who_chaired_and_who_only_came(text: str, roster: str) -> None:
    found = claims("fr", _CHAIRED + text).participants
    assert {part.person: part.relation for part in found} == {"kofi annor": "CO_CHAIRED", "ana soler": roster}


def test_each_led_a_delegation() -> None:
    text = (
        "La délégation ghanéenne était conduite par le ministre Kofi Annor, tandis que celle du Togo était dirigée par "
        "la ministre Ana Soler."
    )
    found = claims("fr", _CHAIRED + text).participants
    assert {part.person: part.relation for part in found} == {"kofi annor": "ATTENDED", "ana soler": "ATTENDED"}


@pytest.mark.parametrize(
    "text",
    [
        "Mme Soler a transmis à son hôte les salutations du président togolais Yaw Boateng.",
        "Mme Soler, qui était accompagnée d'une conseillère, a transmis les remerciements du président Yaw Boateng.",
        "Le préfet Yaw Boateng a tenu à saluer cette démarche.",
    ],
)
def test_greeted_but_not_there(text: str) -> None:
    assert present(text) == set()


def test_the_bearer_of_a_message_met_not_its_sender() -> None:
    text = (
        "Porteur d'un message du président togolais Yaw Boateng relatif à la pêche, l'envoyé spécial togolais Luis Prado "
        "a été reçu lundi par le ministre ghanéen Kofi Annor."
    )
    found = claims("fr", f"Accra, le 8 mai 2024\n\n{text}").participants
    assert {part.person for part in found} == {"luis prado", "kofi annor"}


@pytest.mark.parametrize("adverb", ["ainsi", "alors", "personnellement", "tout d'abord"])
def test_adverbs_inside_a_verb(adverb: str) -> None:
    text = f"Le ministre ghanéen Kofi Annor s'est {adverb} entretenu lundi avec la ministre togolaise Ana Soler."
    found = claims("fr", f"Accra, le 8 mai 2024\n\n{text}").participants
    assert {part.person for part in found} == {"kofi annor", "ana soler"}
