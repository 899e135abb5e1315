"""Agreed, discussed or neither: the trigger that governs a topic and its subject decide."""

from dataclasses import replace

import pytest

from etl.extract.reading import CountryMention, Reading, RoleMention, Sentence
from etl.extract.topics import find_topics
from etl.records import Block, BlockKind, Document, RoleClaim

COUNTRIES = {"Morocco": "MA", "Spain": "ES", "Maroc": "MA", "Espagne": "ES", "Marruecos": "MA", "España": "ES"}


def reading(language: str, *sentences: str, kinds: tuple[BlockKind, ...] = ()) -> Reading:
    text = "\n".join(sentences)
    document = Document("doc", "doc.txt", text, (Block(0, len(text)),), "hash", language=language)
    built, start = [], 0
    for index, sentence in enumerate(sentences):
        end = start + len(sentence)
        countries = tuple(
            sorted(
                (
                    CountryMention(start + at, start + at + len(name), code, "name")
                    for name, code in COUNTRIES.items()
                    if (at := sentence.find(name)) >= 0
                ),
                key=lambda mention: mention.start,
            )
        )
        kind = kinds[index] if kinds else "body"
        built.append(Sentence(index, start, end, kind, index, (), (), (), countries, (), (), (), ()))
        start = end + 1
    return Reading(document, text, tuple(built), ())


def relations(language: str, *sentences: str, kinds: tuple[BlockKind, ...] = ()) -> dict[str, str]:
    parsed = reading(language, *sentences, kinds=kinds)
    topics, _ = find_topics(parsed, dict.fromkeys(range(len(sentences)), "m1"))
    return {claim.topic: claim.relation for claim in topics}


@pytest.mark.parametrize(
    ("language", "sentence", "topic"),
    [
        ("en", "The two sides agreed to step up joint patrols.", "police-cooperation"),
        ("en", "It was decided to convene the joint sub-committees in the autumn.", "joint-bodies"),
        ("en", "A memorandum of understanding on drug trafficking was signed by the ministers.", "drug-trafficking"),
        ("en", "On readmission, Morocco and Spain pledged to speed up procedures.", "return-readmission"),
        ("fr", "Les deux ministres se sont engagés à lutter contre les passeurs.", "migrant-smuggling"),
        ("fr", "Il a été convenu d'échanger plus vite les informations.", "information-exchange"),
        (
            "fr",
            "Concernant la protection civile, le Maroc et l'Espagne ont décidé de former un groupe.",
            "civil-protection",
        ),
        ("fr", "Elles ont décidé de renforcer les mécanismes d'échange d'informations.", "information-exchange"),
        (
            "fr",
            "Les deux parties ont affirmé leur volonté commune de renforcer la coopération sécuritaire.",
            "security-cooperation",
        ),
        ("fr", "Elles ont, de surcroît, décidé de lancer un programme de bourses.", "education-culture"),
        ("fr", "Le texte comprend six accords : transfert des condamnées, santé.", "health"),
        ("es", "Se reunió con el ministro, con quien firmó un convenio de extradición.", "justice-cooperation"),
        ("es", "Ambas partes acordaron reforzar la cooperación policial.", "police-cooperation"),
        ("es", "Se comprometieron a ampliar la migración circular.", "circular-mobility"),
        ("es", "Durante la reunión se suscribió un convenio sobre extradición.", "justice-cooperation"),
    ],
)
def test_what_the_parties_agree_on(language: str, sentence: str, topic: str) -> None:
    assert relations(language, sentence)[topic] == "AGREED_ON"


@pytest.mark.parametrize(
    ("language", "sentence", "topic"),
    [
        ("en", "The ministers discussed asylum.", "asylum-protection"),
        ("en", "They reaffirmed the importance of human rights.", "human-rights"),
        ("en", "The delegations welcomed the signing of an accord on energy last year.", "energy"),
        ("fr", "Les entretiens ont porté sur la sécurité alimentaire.", "root-causes-development"),
        ("fr", "Les deux parties ont salué l'apport de la communauté marocaine.", "diaspora"),
        ("es", "Los cancilleres abordaron la lucha contra el narcotráfico.", "drug-trafficking"),
        ("es", "Ambas delegaciones destacaron la importancia de la cooperación policial.", "police-cooperation"),
    ],
)
def test_what_is_only_talked_about(language: str, sentence: str, topic: str) -> None:
    assert relations(language, sentence)[topic] == "DISCUSSED"


@pytest.mark.parametrize(
    ("language", "sentence", "topic"),
    [
        ("en", "No agreement was reached on readmission.", "return-readmission"),
        ("en", "The two sides did not agree on fisheries.", "trade-economy"),
        ("fr", "Aucun accord n'a été signé sur les visas.", "visas-consular"),
        ("es", "Las partes no acordaron nada sobre visados.", "visas-consular"),
        ("en", "The parties did not consider any deployment of troops.", "defence"),
        ("en", "There were no discussions on visas.", "visas-consular"),
        ("es", "No se trató la reapertura de los controles fronterizos.", "border-management"),
        ("fr", "La question des visas n'a pas été abordée.", "visas-consular"),
        ("en", "Spain hopes to open talks on extradition.", "justice-cooperation"),
    ],
)
def test_a_negated_agreement_and_a_wish_are_neither(language: str, sentence: str, topic: str) -> None:
    assert topic not in relations(language, sentence)


def test_one_sides_pledge_is_no_agreement() -> None:
    assert relations("en", "Spain pledged to fund training of border guards.").get("border-management") != "AGREED_ON"


def test_agreed_anywhere_in_the_document_is_not_also_discussed() -> None:
    found = relations("en", "They discussed asylum.", "The two ministers agreed to reform asylum.")
    assert found["asylum-protection"] == "AGREED_ON"


def test_list_items_inherit_the_trigger_before_the_colon() -> None:
    found = relations(
        "en", "The two sides agreed to:", "expand seasonal work;", "share data;", kinds=("body", "item", "item")
    )
    assert found == {"circular-mobility": "AGREED_ON", "information-exchange": "AGREED_ON"}


def test_the_lead_of_a_list_decides_whatever_verbs_its_items_use() -> None:
    found = relations(
        "en",
        "Both sides agreed to:",
        "set up a centre to review drug cases;",
        "train police;",
        kinds=("body", "item", "item"),
    )
    assert set(found.values()) == {"AGREED_ON"}


def test_items_that_are_sentences_speak_for_themselves() -> None:
    found = relations("en", "They agreed on visas.", "Asylum was an issue.", kinds=("item", "item"))
    assert found == {"visas-consular": "AGREED_ON"}


def test_a_topic_within_the_name_of_an_office_is_not_read() -> None:
    text = "The Minister of Defence and his guest discussed energy."
    parsed = reading("en", text)
    office = RoleMention(start=4, end=len("The Minister of Defence"), role=RoleClaim("Minister of Defence"))
    parsed = replace(parsed, sentences=(replace(parsed.sentences[0], roles=(office,)),))
    topics, _ = find_topics(parsed, {0: "m1"})
    assert {claim.topic for claim in topics} == {"energy"}


def test_a_sentence_of_no_meeting_is_not_read() -> None:
    topics, routes = find_topics(reading("en", "They agreed on asylum and the Atlantic route."), {})
    assert (topics, routes) == ((), ())


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        (
            "en",
            "Departures on the Atlantic and Western Mediterranean routes fell.",
            {"atlantic", "western-mediterranean"},
        ),
        (
            "fr",
            "sur les routes Atlantique et de la Méditerranée occidentale",
            {"atlantic", "western-mediterranean"},
        ),
        ("es", "la ruta del Mediterráneo central", {"central-mediterranean"}),
        ("es", "miles de personas cruzan el Tapón del Darién", {"darien"}),
        ("en", "The Atlantic alliance and Operation Marhaba were praised.", set()),
        ("es", "la operación Paso del Estrecho", set()),
    ],
)
def test_routes_need_a_route_noun_or_a_name_of_their_own(language: str, sentence: str, expected: set[str]) -> None:
    _, routes = find_topics(reading(language, sentence), {0: "m1"})
    assert {claim.route for claim in routes} == expected


def test_evidence_is_the_verbatim_sentence_at_its_offset() -> None:
    parsed = reading("en", "An introduction.", "The two sides agreed on visas.")
    topics, _ = find_topics(parsed, {1: "m1"})
    evidence = topics[0].evidence
    assert parsed.document.text[evidence.start : evidence.start + len(evidence.text)] == evidence.text
    assert topics[0].action == "agree"


def test_a_line_that_names_the_parties_alone_leaves_the_items_their_own_verbs() -> None:
    kinds: tuple[BlockKind, ...] = ("body", "body", "item", "item")
    found = relations(
        "es",
        "En la reunión se firmó un acuerdo.",
        "Las partes:",
        "Tomaron nota del estado de la interconexión eléctrica.",
        "Decidieron intensificar las patrullas conjuntas.",
        kinds=kinds,
    )
    assert found == {"energy": "DISCUSSED", "police-cooperation": "AGREED_ON"}


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Los ministros se han propuesto ampliar las patrullas mixtas.", "AGREED_ON"),
        ("Los ministros formalizaron las patrullas mixtas.", "AGREED_ON"),
        ("Entre los acuerdos alcanzados destacan las patrullas mixtas.", "AGREED_ON"),
        ("Los ministros rubricaron un memorando por el que se crean patrullas mixtas.", "AGREED_ON"),
        ("La declaración conjunta recoge el compromiso de ampliar las patrullas mixtas.", "AGREED_ON"),
        ("Las patrullas mixtas ocuparon buena parte de la conversación.", "DISCUSSED"),
        ("Otro de los temas fueron las patrullas mixtas.", "DISCUSSED"),
        ("Los ministros abogaron por las patrullas mixtas.", "DISCUSSED"),
    ],
)
def test_what_spanish_says_of_a_topic(sentence: str, relation: str) -> None:
    assert relations("es", sentence) == {"police-cooperation": relation}


@pytest.mark.parametrize(
    ("language", "clause", "topic"),
    [
        ("en", "to send rejected asylum seekers home on charter flights", "return-readmission"),
        ("en", "to compare the fingerprints of suspects", "information-exchange"),
        ("en", "to build two border outposts", "border-management"),
        ("en", "to train coastguards and inspectors", "capacity-building"),
        ("en", "to hire 3,000 fruit pickers a year", "circular-mobility"),
        ("en", "to lower the fees on money sent home", "diaspora"),
        ("en", "to act against kidnapping for ransom", "organised-crime"),
        ("en", "to answer requests for wiretaps", "justice-cooperation"),
        ("en", "to regularise 10,000 undocumented workers", "legal-migration"),
        ("fr", "de reprendre leurs ressortissants par des vols spéciaux", "return-readmission"),
        ("fr", "de se communiquer les empreintes des suspects", "information-exchange"),
        ("fr", "de rouvrir le poste frontalier", "border-management"),
        ("fr", "de former ensemble, à l'école de police, deux cents enquêteurs", "capacity-building"),
        ("fr", "d'embaucher des cueilleuses de fraises", "circular-mobility"),
        ("fr", "de réduire le coût des transferts d'argent", "diaspora"),
        ("fr", "de combattre les enlèvements contre rançon", "organised-crime"),
        ("fr", "d'exécuter plus vite les commissions rogatoires", "justice-cooperation"),
        ("fr", "de livrer dix vedettes", "financial-support"),
        ("es", "fletar vuelos chárter de retornados", "return-readmission"),
        ("es", "cotejar las huellas de los sospechosos", "information-exchange"),
        ("es", "abrir un puesto de control", "border-management"),
        ("es", "adiestrar a instructores y guardacostas", "capacity-building"),
        ("es", "contratar a recolectoras de fresa", "circular-mobility"),
        ("es", "abaratar el envío de dinero", "diaspora"),
        ("es", "perseguir los secuestros", "organised-crime"),
        ("es", "autorizar las escuchas telefónicas", "justice-cooperation"),
        ("es", "entregar doce todoterrenos", "financial-support"),
    ],
)
def test_topics_told_by_paraphrase(language: str, clause: str, topic: str) -> None:
    subject = {"en": "They agreed", "fr": "Ils ont convenu", "es": "Ambos acordaron"}[language]
    assert relations(language, f"{subject} {clause}.").get(topic) == "AGREED_ON"


@pytest.mark.parametrize(
    ("language", "sentence", "topic"),
    [
        ("en", "They discussed economic integration.", "integration"),
        ("en", "They discussed norms for emerging technology.", "education-culture"),
        ("en", "They discussed the return of foreign terrorist fighters.", "return-readmission"),
        ("en", "They discussed the trade in pharmaceutical opioids.", "health"),
        ("en", "They agreed to send a customs attaché.", "trade-economy"),
        ("fr", "Ils ont évoqué l'intégration économique.", "integration"),
        ("fr", "Ils ont évoqué le retour des combattants étrangers.", "return-readmission"),
        ("fr", "Ils ont convenu d'équiper les communes frontalières.", "police-cooperation"),
        ("es", "Abordaron la integración económica.", "integration"),
        ("es", "Abordaron la amenaza de los combatientes terroristas retornados.", "return-readmission"),
        ("es", "Abordaron la entrega de cabecillas del narcotráfico refugiados en el sur.", "asylum-protection"),
    ],
)
def test_words_that_mean_something_else_name_no_topic(language: str, sentence: str, topic: str) -> None:
    assert topic not in relations(language, sentence)


@pytest.mark.parametrize(
    ("language", "sentence", "topic"),
    [
        ("en", "It was resolved that Spain will place a liaison officer in Rabat.", "police-cooperation"),
        ("en", "Fortnightly joint patrols shall start in January.", "police-cooperation"),
        ("en", "A technical sub-committee on pillars is hereby established.", "joint-bodies"),
        ("en", "The text provides for 4,000 seasonal workers a year.", "circular-mobility"),
        ("en", "They put their signatures to a plan for joint patrols.", "police-cooperation"),
        ("en", "The meeting recommended that a technical committee be established.", "joint-bodies"),
        ("en", "The outcome: a joint centre against drug trafficking.", "drug-trafficking"),
        ("fr", "Il a été décidé que l'Espagne affectera un officier de liaison.", "police-cooperation"),
        ("fr", "Ils sont convenus de partager leurs images radar.", "information-exchange"),
        ("fr", "Il en ressort un accord sur les visas.", "visas-consular"),
        ("fr", "Maroc et Espagne font cause commune contre le vol de bétail.", "organised-crime"),
        ("es", "Se acordó que Marruecos destinará un oficial de enlace.", "police-cooperation"),
        ("es", "Ambos quedaron en ampliar las patrullas mixtas.", "police-cooperation"),
        ("es", "El texto contempla la formación de agentes.", "capacity-building"),
        ("es", "Marruecos y España hacen frente común contra el abigeato.", "organised-crime"),
    ],
)
def test_other_ways_to_tell_of_a_decision(language: str, sentence: str, topic: str) -> None:
    assert relations(language, sentence).get(topic) == "AGREED_ON"


@pytest.mark.parametrize(
    ("language", "sentence", "topic"),
    [
        ("en", "The ministers reaffirmed Spain's commitment to human rights.", "human-rights"),
        ("en", "The ministers agreed to meet again, but differed on return flights.", "return-readmission"),
        ("en", "Spain suggested a visa waiver; the minister replied that he would study it.", "visas-consular"),
        ("en", "They launched the Counternarcotics Working Group.", "drug-trafficking"),
        ("fr", "Ils sont convenus de se revoir, mais divergent sur les expulsions.", "return-readmission"),
        ("fr", "L'Espagne a souhaité la fin des visas ; le ministre a répondu qu'il y réfléchirait.", "visas-consular"),
        ("fr", "Le déjeuner a été consacré au nucléaire civil.", "energy"),
        ("es", "Ambos quedaron en verse de nuevo, pero discrepan sobre las expulsiones.", "return-readmission"),
        ("es", "El expediente de los visados quedó sobre la mesa.", "visas-consular"),
    ],
)
def test_other_ways_to_tell_of_talk(language: str, sentence: str, topic: str) -> None:
    assert relations(language, sentence).get(topic) == "DISCUSSED"


@pytest.mark.parametrize(
    ("language", "sentence", "topic"),
    [
        ("en", "The sanctions on visas were adopted by the Council.", "visas-consular"),
        ("en", "They signed the agreement, which critics call a threat to asylum.", "asylum-protection"),
        ("fr", "La question des droits de l'homme n'a pas été soulevée.", "human-rights"),
        ("fr", "Les deux parties devraient signer un accord sur le gaz.", "energy"),
        ("es", "Los ministros no abordaron los derechos humanos.", "human-rights"),
        ("es", "Está previsto que ambas partes firmen un acuerdo sobre gas.", "energy"),
        ("es", "Ambos firmaron el convenio, que la oposición considera un ataque al asilo.", "asylum-protection"),
    ],
)
def test_what_others_decide_or_say_is_neither(language: str, sentence: str, topic: str) -> None:
    assert topic not in relations(language, sentence)


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        (
            "en",
            "boats on the central and western Mediterranean routes",
            {"central-mediterranean", "western-mediterranean"},
        ),
        (
            "fr",
            "les routes de la Méditerranée centrale et occidentale",
            {"central-mediterranean", "western-mediterranean"},
        ),
        ("es", "las rutas del Mediterráneo central y occidental", {"central-mediterranean", "western-mediterranean"}),
        ("en", "search and rescue in the central Mediterranean", {"central-mediterranean"}),
    ],
)
def test_routes_named_beside_one_another(language: str, sentence: str, expected: set[str]) -> None:
    _, routes = find_topics(reading(language, sentence), {0: "m1"})
    assert {claim.route for claim in routes} == expected
