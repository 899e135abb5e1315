"""Encounters as French journalists tell them: one sentence for each construction, invented people."""

from __future__ import annotations

import pytest

from tests.unit.test_circumstances import claims
from tests.unit.test_participation import CHAIRED, MET, expected, rosters

BESIDE = f"{MET} morel:a"


@pytest.mark.parametrize(
    "text",
    [
        # an audience from the side of whoever asked for it
        "{A} a eu audience lundi à [Rabat|l:MA] chez {B}.",
        "{A} a ouvert lundi sa porte à {B}.",
        "{B} a été introduite lundi auprès de {A}.",
        "{B} s'est rendue lundi chez {A}.",
        "{B} a rendu visite lundi à {A}.",
        "{A} avait pour interlocutrice, lundi à [Rabat|l:MA], {B}.",
        # summoned
        "{A} a convoqué lundi {B}.",
        "{B} a été convoquée mardi au ministère.\nLa diplomate y a été entendue par {A}.",
        # a journey made to meet somebody
        "{B} a fait escale lundi à [Rabat|l:MA] pour y rencontrer {A}.",
        "{B} s'est déplacée à [Rabat|l:MA] pour s'entretenir avec {A}.",
        # at a table, hand in hand
        "{A} s'est assis lundi à la même table que {B}.",
        "{A} a retrouvé lundi {B}.",
        "La poignée de main entre {A} et {B} a duré.",
        "{A} a conclu lundi un mémorandum avec {B}.",
        # two who do something together
        "{A} et {B} ont eu lundi un échange franc.",
        "{A} et {B} ont parlé pêche deux heures durant.",
        # on their way out, or in a clause of its own
        "{A} sortait lundi d'un tête-à-tête avec {B}.",
        "La pêche a été évoquée, selon {A}, au sortir d'un tête-à-tête avec {B}.",
        "Au moment même où {A} abordait avec {B} une seconde série de pourparlers, la pluie est tombée.",
        "{A} a visité le port avant d'être reçu par {B}.",
        "{A} tenait lundi une réunion avec {B}.",
        "Le mémorandum a été paraphé, à midi, avec {B}, a dit {A}.",
        # a meal, a farewell, a press conference
        "{A} a offert lundi un dîner à {B}.",
        "{B} a fait lundi ses adieux à {A}.",
        "{B} a pris congé lundi de {A}.",
        "{A} a coanimé lundi une conférence de presse avec {B}.",
        "Lors d'un point de presse conjoint avec {B}, {A} a parlé de pêche.",
        # between the verb and whom they met
        "{A} s'est entretenu lundi, en présence de leurs délégations, avec {B}.",
        "Recevant lundi {B}, {A} a parlé de pêche.",
        "{B} a parlé de pêche au sortir de l'audience que {A} lui a accordée.",
        # "had", some hours before the news
        "Auparavant, {A} avait eu un entretien avec {B}.",
        # by video, in a corner, hand in hand, over tea
        "{A} et {B} se sont parlé lundi en liaison vidéo.",
        "{A} et {B} se sont parlé en tête à tête lundi à [Rabat|l:MA].",
        "{A} et {B} se sont croisés lundi à [Rabat|l:MA].",
        "{A} a eu plusieurs apartés lundi avec {B}.",
        "{A} a eu lundi une prise de contact avec {B}.",
        "{A} a fait lundi un tour d'horizon avec {B}.",
        "{A} a tenu conseil lundi avec {B}.",
        "{A} et {B} ont tenu conclave lundi à [Rabat|l:MA].",
        "{A} et {B} ont déjeuné ensemble lundi.",
        "{A} et {B} ont pris le thé lundi à [Rabat|l:MA].",
        "{A} et {B} se sont serré la main lundi à [Rabat|l:MA].",
        "{A} a serré lundi la main de {B}.",
        "{B} a présenté lundi ses civilités à {A}.",
        "{B} a eu droit lundi à une audience de {A}.",
        "Après deux heures de discussions avec {B}, {A} a parlé de pêche.",
        # whom somebody had before them, on either side of a table
        "{A} avait en face de lui, lundi, {B}.",
        "{A} avait face à lui {B}, lundi à [Rabat|l:MA].",
        "De part et d'autre de la table, {A} et {B}.",
        "D'un côté de la table, {A}, de l'autre {B}.",
        # who came, and who awaited them there
        "{B} est arrivée lundi à [Rabat|l:MA].\n{A} l'y a reçue.",
        "{B} est arrivée lundi à [Rabat|l:MA].\nL'y attendait {A}.",
        "{B} est arrivée lundi à [Rabat|l:MA], où l'attendait {A}.",
        "{A} est allé accueillir lundi {B} à l'aéroport.",
        "{A} a fait les honneurs du ministère à {B}.",
        # told in the imperfect
        "{A} accueillait lundi {B}.",
        "{A} s'entretenait lundi avec {B}.",
        "{A} et {B} se retrouvaient lundi à [Rabat|l:MA].",
        "{A} s'était auparavant entretenu, lundi matin, avec {B}.",
        # at length, at a table, on a visit
        "{A} a passé deux heures lundi avec {B}.",
        "{A} s'est attablé lundi avec {B}.",
        "{A} est convenu lundi avec {B} d'ouvrir un port.",
        "{A} a tenu à recevoir lundi en personne {B}.",
        "{A} a reçu la visite de {B}.",
        "{B}, accueillie par {A}, a salué la pêche.",
    ],
)
def test_encounter(text: str) -> None:
    assert rosters(text, "fr") == [("ES MA", expected(MET))]


@pytest.mark.parametrize(
    "text",
    [
        "{A} a dirigé, lundi, conjointement avec {B}, la session inaugurale.",
        "{A} et {B} ont piloté ensemble la session.",
        "{A} a présidé la session, dont {B} a dirigé à ses côtés les débats.",
        "La session s'est tenue lundi.\n{A} et {B} en ont dirigé les travaux.",
        "La session s'est tenue lundi sous la houlette de {A} et de {B}.",
        "La session s'est tenue lundi. Présidence conjointe : {A} et {B}.",
        "La session, tenue lundi, avait pour coprésidents {A} et {B}.",
        "La coprésidence de la session a échu à {A} et à {B}.",
        "{A} et {B} ont assuré la conduite des travaux de la session.",
        "La session a été coanimée lundi à [Rabat|l:MA] par {A} et {B}.",
        (
            "Les travaux de la session ont été conduits conjointement, du côté [marocain|c:MA], par {A} et, pour la "
            "partie [espagnole|c:ES], par {B}."
        ),
        "La session s'est tenue lundi.\nC'est à {A} et à {B} qu'est revenue la coprésidence des travaux.",
        "{A} et {B} ont ouvert et codirigé les travaux de la session.",
        "La session, à laquelle {A} avait convié {B}, lesquels ont coprésidé les travaux, s'est tenue lundi.",
    ],
)
def test_chairs(text: str) -> None:
    assert rosters(text, "fr") == [("ES MA", expected(CHAIRED))]


@pytest.mark.parametrize(
    "text",
    [
        "{A} a reçu {B}.\nLes deux ministres, qu'entourait {C}, ont évoqué la pêche.",
        "{A} a reçu {B}.\nPrenant la parole, {C} a parlé de pêche.",
        "{A} a reçu {B}.\nUn accord a été signé par {C}.",
        "{A} a reçu {B}.\nComplétait la délégation [espagnole|c:ES] {C}.",
        "{A} et {B}, qu'accompagnait {C}, se sont entretenus.",
        "{A} a reçu {B}.\nFait partie de la délégation [espagnole|c:ES] {C}.",
        "{A} a reçu {B}.\nOn notait également la présence, pour l'[Espagne|c:ES], de {C}.",
        "{A} a reçu {B}.\n{C} faisait aussi partie des délégations.",
        "{A} a reçu {B}.\n{C} était lui aussi assis à la table.",
        "{A} a reçu {B}.\n{C} complétait le plateau.",
        "{A} a reçu {B}.\n{C} était de la réunion.",
        "{A} a reçu {B}.\n{C} était assis à sa gauche.",
        "{A} a reçu {B}.\n{C} a suivi les échanges.",
        "{A} a reçu {B}.\n{C} s'était joint à la rencontre.",
        "{A} a reçu {B}.\nIl avait à sa droite {C}.",
        "{A} a reçu {B}.\nÀ la table des pourparlers figurait également {C}.",
        "{A} a reçu {B}.\nSe trouvait aussi dans la salle {C}.",
        "{A} a reçu {B}.\nParmi les présents, {C}.",
        "{A} a reçu {B}.\nAutour d'eux : {C}.",
        "{A} a reçu {B}.\nL'entretien a été marqué par la présence, côté [marocain|c:MA], de {C}.",
    ],
)
def test_those_present(text: str) -> None:
    assert rosters(text, "fr") == [("ES MA", expected(BESIDE))]


@pytest.mark.parametrize(
    "text",
    [
        "{A} a ouvert lundi les portes du marché aux pêcheurs, a salué {B}.",
        "{A} a retrouvé lundi son bureau, a indiqué {B}.",
        "{A} aura pour interlocutrice {B}.",
        "{B} devait être introduite lundi auprès de {A}.",
        "Auparavant, en 2012, {A} avait rencontré {B}.",
        "Une poignée de main entre {A} et {B} n'est pas à l'ordre du jour.",
        "{A} ira à [Madrid|l:ES] pour y rencontrer {B}.",
        "{A} et {B} ont parlé au téléphone.",
        "{A} a échangé des messages avec {B}.",
        "{A} a coanimé une émission avec {B}.",
        "{A} a pris congé de ses collaborateurs, a indiqué {B}.",
        "Prenant la parole devant le Parlement, {A} a critiqué {B}.",
        "Lorsque {A} était étudiant, {B} était sa voisine.",
        # denied, rumoured, not to be had
        "{A} a démenti avoir rencontré {B}.",
        "Aucune rencontre n'a eu lieu entre {A} et {B}, a précisé le ministère.",
        "Il n'y a eu aucun entretien entre {A} et {B}.",
        "Un hebdomadaire faisait état d'un entretien secret tenu à [Rabat|l:MA] entre {A} et {B}.",
        "La rumeur d'une rencontre entre {A} et {B} a été démentie.",
        "Selon la rumeur, {A} aurait rencontré {B} lundi.",
        "Une prétendue entrevue entre {A} et {B} agite la presse.",
        "Pas de rencontre entre {A} et {B}.",
        "Vers une rencontre entre {A} et {B}.",
        "{A} et {B} se sont parlé lundi.",
        "{A} et {B} se sont croisé les bras.",
        "{A} fait face à {B} dans ce dossier.",
        # long past
        "{A} s'était longuement entretenu avec {B}.",
        "{A} et {B} s'étaient croisés à [Rabat|l:MA].",
        # asked for, declined, not yet
        "{A} invite {B} à une rencontre.",
        "{A} a appelé à une rencontre avec {B}.",
        "{A} a boudé la réunion convoquée par {B}.",
        "{A} a décliné un tête-à-tête avec {B}.",
        "{A} exclut tout entretien avec {B}.",
        "{A} a jugé utile une rencontre avec {B}.",
        "Faute d'entretien avec {B}, {A} est reparti.",
        "Si {A} rencontrait {B}, la pêche serait évoquée.",
        "Une rencontre entre {A} et {B} est en préparation.",
        "Une rencontre entre {A} et {B} n'est pas exclue.",
        "Des consultations entre {A} et {B} étaient attendues.",
        "Il est prématuré de parler d'une rencontre entre {A} et {B}.",
    ],
)
def test_no_encounter(text: str) -> None:
    assert rosters(text, "fr") == []


def test_the_city_that_hosted_it_may_stand_in_a_sentence_of_its_own() -> None:
    text = (
        "Le ministre de l'Intérieur du Ghana, Kofi Annor, et son homologue espagnole, Ana Soler, se sont entretenus. "
        "C'est Rome qui abritait la rencontre."
    )
    assert [meeting.city for meeting in claims("fr", text).meetings] == ["Rome"]


def test_a_federal_councillor_is_switzerlands() -> None:
    (meeting,) = claims("fr", "La conseillère fédérale Anna Meier a reçu le ministre ghanéen Kofi Annor.").meetings
    assert meeting.parties == ("CH", "GH")


def test_the_same_minister_is_whom_the_text_named_before() -> None:
    text = (
        "Le ministre ghanéen de l'Intérieur, Kofi Annor, a reçu lundi à Accra l'ambassadeur d'Espagne, Luis Soler. Auparavant, "
        "le même ministre avait eu un entretien avec Inês Gomes, ambassadrice du Portugal."
    )
    assert [meeting.parties for meeting in claims("fr", text).meetings] == [("ES", "GH"), ("GH", "PT")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "{B} a été reçue lundi par {A}, puis par {D}."),
        ("fr", "{B} s'est entretenue lundi avec {A}, puis, séparément, avec {D}."),
        ("en", "{B} was received on Monday by {A}, and then by {D}."),
        ("es", "{B} fue recibida el lunes por {A}, y luego por {D}."),
    ],
)
def test_whom_somebody_met_then_they_met_elsewhere(language: str, text: str) -> None:
    assert [people for _, people in rosters(text, language)] == [expected(MET), expected("ferrer:a torres:a")]


def test_whose_hand_a_paper_bears_is_told_by_the_other_hand() -> None:
    text = (
        "Le ministre ghanéen, Kofi Annor, a reçu lundi à Accra la ministre espagnole, Ana Soler. Le directeur des douanes, "
        "Yaw Boateng, et son vis-à-vis espagnol, Luis Prado, ont signé un accord."
    )
    sides = {part.person: part.country for part in claims("fr", text).participants}
    assert sides == {"kofi annor": "GH", "ana soler": "ES", "yaw boateng": "GH", "luis prado": "ES"}


def test_what_was_still_to_be_there_is_not_the_city() -> None:
    text = (
        "Le ministre ghanéen de l'Intérieur, Kofi Annor, a reçu à Accra l'ambassadrice d'Espagne, Ana Soler, venue parler "
        "du forum que les deux pays projettent d'organiser à Rome."
    )
    assert [meeting.city for meeting in claims("fr", text).meetings] == ["Accra"]


def test_two_of_one_office_are_told_apart_by_the_title_that_the_text_gives_each() -> None:
    text = (
        "Le chef du gouvernement tunisien, Habib Mzali, s'est entretenu lundi avec le Premier ministre ghanéen, Kofi Annor. "
        "Plus tôt dans la journée, le chef du gouvernement avait été reçu par le président ghanéen, Yaw Boateng."
    )
    found = claims("fr", text)
    keys = {person.key: person.name for person in found.persons}
    assert [
        {keys[part.person] for part in found.participants if part.meeting == meeting.key} for meeting in found.meetings
    ] == [{"Habib Mzali", "Kofi Annor"}, {"Habib Mzali", "Yaw Boateng"}]


def test_ministers_to_whom_something_is_left_are_no_heads_of_state() -> None:
    text = (
        "Le directeur des frontières du Ghana, Kofi Annor, a tenu lundi à Accra une réunion avec des officiers du Togo. La "
        "question a été renvoyée aux ministres. Le président togolais Yaw Boateng ira à Rome."
    )
    assert [part.person for part in claims("fr", text).participants] == ["kofi annor"]


def test_a_surname_behind_a_preposition_of_place_is_a_persons_where_no_city_has_it() -> None:
    text = (
        "Le ministre belge de la Défense, Pieter Leemans, est arrivé lundi. Le président ghanéen, Yaw Boateng, a ouvert sa "
        "porte à Leemans."
    )
    assert {part.person for part in claims("fr", text).participants} == {"pieter leemans", "yaw boateng"}


@pytest.mark.parametrize(
    "text",
    [
        "{A} a accordé une audience, ce lundi, au palais, à {B}.",
        "{A} échange avec {B}",
        "À noter qu'un peu plus tôt, {A} avait eu un entretien avec {B}.",
        "Ce même jour, {A} avait été l'hôte de {B}.",
    ],
)
def test_asides_and_the_hours_before_leave_it_an_encounter(text: str) -> None:
    assert [roster for _, roster in rosters(text, "fr")] == [expected(MET)]


def test_a_list_goes_on_behind_an_elision() -> None:
    text = "{A} a eu un entretien avec {B} ainsi qu'avec {D}."
    assert [roster for _, roster in rosters(text, "fr")] == [expected(f"{MET} torres:a")]


def test_a_newspapers_section_before_a_name_is_no_chair() -> None:
    assert [roster for _, roster in rosters("Présidence : {A} échange avec {B}", "fr")] == [expected(MET)]


def test_what_a_partnership_joins_is_not_where_they_met() -> None:
    text = (
        "Le ministre ghanéen de l'Intérieur, Kofi Annor, a reçu l'ambassadrice d'Espagne, Ana Soler, au sujet du "
        "partenariat qui unit Madrid à Accra."
    )
    assert [meeting.city for meeting in claims("fr", text).meetings] == [None]


def test_two_peoples_stand_for_those_whom_the_next_sentence_names() -> None:
    text = (
        "Ghanéens et Togolais ont conféré lundi par visioconférence. À l'écran, le ministre ghanéen de l'Intérieur, Kofi "
        "Annor, et, de l'autre côté, la directrice des douanes du Togo, Ana Soler."
    )
    (meeting,) = (found := claims("fr", text)).meetings
    assert meeting.parties == ("GH", "TG")
    assert {part.person: part.country for part in found.participants} == {"kofi annor": "GH", "ana soler": "TG"}


@pytest.mark.parametrize(
    "text",
    [
        "Ghanéens et Togolais se sont rencontrés samedi en demi-finale.",
        "Ghanéens et Togolais ont décidé de leur sort dans les urnes.",
        "Les Ghanéens ont discuté entre eux.",
    ],
)
def test_peoples_who_met_otherwise_are_no_delegations(text: str) -> None:
    assert claims("fr", text).meetings == ()


def test_a_side_with_its_people_in_each_sentence() -> None:
    text = (
        "La session, coprésidée par le ministre ghanéen Kofi Annor et la ministre togolaise Ana Soler, s'est tenue lundi. "
        "Outre les coprésidents, ont siégé pour le Ghana : le colonel Yaw Boateng ; Mme Adwoa Mensah, consule. "
        "Pour le Togo : Mme Akossiwa Dogbé, magistrate à la Cour suprême de Lomé, et M. Koffi Agbo."
    )
    found = claims("fr", text)
    sides = {part.person: (part.relation, part.country) for part in found.participants}
    assert sides == {
        "kofi annor": ("CO_CHAIRED", "GH"),
        "ana soler": ("CO_CHAIRED", "TG"),
        "yaw boateng": ("ATTENDED", "GH"),
        "adwoa mensah": ("ATTENDED", "GH"),
        "akossiwa dogbe": ("ATTENDED", "TG"),
        "koffi agbo": ("ATTENDED", "TG"),
    }


def test_minutes_list_each_side_under_its_name_and_the_chairs_in_brackets() -> None:
    text = """Deuxième réunion du Groupe de travail belgo-malien sur la pêche

Pour la Belgique :
- M. Kofi Annor, directeur de la Pêche (présidence)
- Mme Adwoa Mensah, juriste
Pour le Mali :
- Mme Ana Soler, directrice du Port (présidence)
- M. Koffi Agbo, juriste

Excusé : M. Yaw Boateng, ambassadeur de Belgique.

Les deux délégations ont décidé de partager leurs données.
"""
    found = claims("fr", text)
    sides = {part.person: (part.relation, part.country) for part in found.participants}
    assert sides == {
        "kofi annor": ("CO_CHAIRED", "BE"),
        "adwoa mensah": ("ATTENDED", "BE"),
        "ana soler": ("CO_CHAIRED", "ML"),
        "koffi agbo": ("ATTENDED", "ML"),
    }


def test_the_sentence_before_may_say_when_and_where() -> None:
    text = (
        "Le dossier a avancé mardi à Rome. Autour de la table, le ministre ghanéen de l'Intérieur, Kofi Annor, et son "
        "homologue italienne, Ana Soler."
    )
    (meeting,) = claims("fr", text).meetings
    assert (meeting.city, meeting.parties) == ("Rome", ("GH", "IT"))


def test_those_who_awaited_several_are_all_on_the_other_side() -> None:
    text = "{B} et {D} sont arrivées lundi.\nLes y attendaient {A}, {C}, au port, et {E}."
    ((_, roster),) = rosters(text.replace("{E}", "[le préfet|r:MA:Préfet]"), "fr")
    assert roster == expected("ferrer:a torres:a idrissi:a morel:a")


def test_who_speaks_at_a_meeting_that_another_chairs_is_no_chair() -> None:
    text = "Lors de la réunion présidée par {A}, {B} a parlé de pêche."
    assert rosters(text, "fr") == [("ES MA", expected("idrissi:c ferrer:a"))]


@pytest.mark.parametrize(
    ("sentence", "relation", "topic"),
    [
        ("Il a aussi été question du cannabis.", "DISCUSSED", "drug-trafficking"),
        ("Cent saisonniers viendront : c'est acté.", "AGREED_ON", "circular-mobility"),
        ("Un traité d'extradition porte leurs deux signatures.", "AGREED_ON", "justice-cooperation"),
        ("Décidé de créer une cellule contre les feux de forêts.", "AGREED_ON", "civil-protection"),
        ("Ils sont convenus que l'école formerait cent enquêteurs.", "AGREED_ON", "capacity-building"),
    ],
)
def test_what_is_told_of_a_topic(sentence: str, relation: str, topic: str) -> None:
    text = f"Le ministre ghanéen Kofi Annor a reçu la ministre espagnole Ana Soler. {sentence}"
    assert (relation, topic) in {(claim.relation, claim.topic) for claim in claims("fr", text).topics}
