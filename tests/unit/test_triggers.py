"""Who agreed, and whether it was agreed at all: constructions in the three languages, and the data files behind them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import jsonschema
import pytest

from etl import resources
from etl.extract.reading import BodyMention, DateMention, OrdinalMention, RoleMention
from etl.extract.topics import find_topics
from etl.extract.triggers import words
from etl.records import PartialDate, RoleClaim
from tests.unit.test_topics import reading, relations

if TYPE_CHECKING:
    from etl.records import BlockKind


@pytest.mark.parametrize("language", resources.LANGUAGES)
def test_words_of_agreement_follow_their_schema(language: str) -> None:
    jsonschema.validate(resources.language(language, "agreement"), resources.schema("agreement"))
    assert words(language).agree


@pytest.mark.parametrize("name", ["topics", "routes"])
def test_topics_and_routes_follow_their_schema(name: str) -> None:
    jsonschema.validate(resources.vocabulary(name), resources.schema(name))


@pytest.mark.parametrize(
    ("language", "sentence", "topic"),
    [
        # verbs with a clause between, nouns of commitment, the future, the passive
        ("en", "They voiced a clear commitment to fighting migrant smuggling.", "migrant-smuggling"),
        ("en", "Both police forces will step up joint patrols in spring.", "police-cooperation"),
        ("en", "A joint committee will, under the accord, be convened each spring on visas.", "visas-consular"),
        (
            "en",
            "All partners recognise the value of asylum and commit to sharing intelligence.",
            "information-exchange",
        ),
        ("en", "The visit culminated in the signing of an accord on extradition.", "justice-cooperation"),
        ("en", "It was agreed to reform asylum.", "asylum-protection"),
        ("fr", "Ils ont marqué leur plein accord sur la surveillance des frontières.", "border-management"),
        ("fr", "Les trois pays renforceront la surveillance des frontières.", "border-management"),
        ("fr", "Le mémorandum prévoit la création d'un comité commun.", "joint-bodies"),
        ("fr", "Nous nous sommes mis d'accord pour accélérer les réadmissions.", "return-readmission"),
        ("es", "Las autoridades de los dos países compartirán inteligencia.", "information-exchange"),
        ("es", "Se alcanzó un acuerdo sobre vigilancia de fronteras.", "border-management"),
        ("es", "Se anunció la creación de un grupo de seguimiento.", "joint-bodies"),
        # the infinitive of a verb of talk is what was agreed
        ("en", "The two sides agreed to explore seasonal work schemes.", "circular-mobility"),
        ("fr", "Les deux parties ont convenu d'examiner la réadmission.", "return-readmission"),
        ("es", "Ambas partes acordaron analizar la extradición.", "justice-cooperation"),
        # to agree on the need is to agree
        (
            "fr",
            "Les ministres se sont accordés sur la nécessité de renforcer le retour volontaire.",
            "return-readmission",
        ),
    ],
)
def test_agreement_has_many_forms(language: str, sentence: str, topic: str) -> None:
    assert relations(language, sentence)[topic] == "AGREED_ON"


@pytest.mark.parametrize(
    ("language", "sentence", "topic"),
    [
        # one side alone, though a plural or the meeting stands beside it
        ("en", "Officials of Spain pledged to speed up visas.", "visas-consular"),
        ("en", "During the meeting, Spain pledged to fund health.", "health"),
        ("fr", "Lors de la rencontre, le ministre s'est engagé à financer la santé.", "health"),
        ("fr", "Le ministre du Maroc reçu par l'Espagne a annoncé une aide à la santé.", "health"),
        # a wish of both is talk
        ("en", "They expressed their interest in expanding trade.", "trade-economy"),
        ("fr", "Les deux ministres ont souhaité relancer le tourisme.", "trade-economy"),
        # commitments that are only talked of, agreements of old
        ("en", "They discussed their commitment to human rights.", "human-rights"),
        ("en", "The readmission question recalls the agreement signed in 2004 on fisheries.", "trade-economy"),
        # words between the verb and its object
        ("es", "Los participantes intercambiaron, además, puntos de vista sobre el asilo.", "asylum-protection"),
    ],
)
def test_talk_has_many_forms(language: str, sentence: str, topic: str) -> None:
    assert relations(language, sentence)[topic] == "DISCUSSED"


def test_a_passive_takes_its_subject_only_from_its_own_clause() -> None:
    found = relations("en", "The ministers discussed asylum, and a protocol on health was signed.")
    assert found == {"asylum-protection": "DISCUSSED", "health": "AGREED_ON"}


def test_a_line_with_a_subject_only_lends_it_to_the_items() -> None:
    found = relations(
        "fr",
        "À l'issue de leurs travaux, les deux ministres :",
        "ont décidé d'ouvrir un centre commun de formation ;",
        "ont évoqué les visas.",
        kinds=("body", "item", "item"),
    )
    assert found["capacity-building"] == "AGREED_ON"
    assert found["visas-consular"] == "DISCUSSED"


def test_among_these_measures_goes_on_with_what_was_announced() -> None:
    found = relations(
        "fr",
        "Les deux pays ont adopté une feuille de route.",
        "Parmi ces mesures, on peut citer :",
        "La lutte contre le trafic de drogue ;",
        "Des patrouilles mixtes.",
    )
    assert found == {"drug-trafficking": "AGREED_ON", "police-cooperation": "AGREED_ON"}


def test_what_was_signed_long_before_the_document_is_recalled() -> None:
    parsed = reading("en", "The two countries signed an accord on health in 2011.")
    document = replace(parsed.document, published=PartialDate(dt.date(2024, 5, 2)))
    sentence = parsed.sentences[0]
    assert {claim.relation for claim in find_topics(parsed, {0: "m"})[0]} == {"AGREED_ON"}
    start = len("The two countries signed an accord on health in ")
    dated = replace(
        sentence, dates=(DateMention(start, start + 4, PartialDate(dt.date(2011, 1, 1), "year"), "explicit"),)
    )
    parsed = replace(parsed, document=document, sentences=(dated,))
    assert {claim.relation for claim in find_topics(parsed, {0: "m"})[0]} == {"DISCUSSED"}
    this_year = replace(document, published=PartialDate(dt.date(2011, 9, 1)))
    assert {claim.relation for claim in find_topics(replace(parsed, document=this_year), {0: "m"})[0]} == {"AGREED_ON"}


def test_the_name_of_a_body_in_session_is_no_topic_but_a_liaison_officer_is() -> None:
    name = "The Committee on Trade"
    text = f"{name} held its fifth session and discussed energy."
    parsed = reading("en", text)
    session = replace(
        parsed.sentences[0],
        bodies=(BodyMention(0, len(name), name),),
        ordinals=(OrdinalMention(text.index("fifth"), text.index(" session"), 5),),
    )
    topics, _ = find_topics(replace(parsed, sentences=(session,)), {0: "m"})
    assert {claim.topic for claim in topics} == {"energy"}

    text = "The two sides agreed to post a liaison officer."
    parsed = reading("en", text)
    at = text.index("liaison")
    office = RoleMention(at, len(text) - 1, RoleClaim("liaison officer"))
    topics, _ = find_topics(replace(parsed, sentences=(replace(parsed.sentences[0], roles=(office,)),)), {0: "m"})
    assert {claim.topic for claim in topics} == {"police-cooperation"}


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("en", "Irregular crossings fell in the Western Mediterranean.", {"western-mediterranean"}),
        ("fr", "la pression migratoire en Méditerranée centrale", {"central-mediterranean"}),
        ("es", "la llegada de embarcaciones a las islas Canarias", {"atlantic"}),
        ("en", "Tourism in the Western Mediterranean grew.", set()),
        ("es", "El turismo en las islas Canarias creció.", set()),
    ],
)
def test_a_sea_is_a_route_beside_a_word_of_migration(language: str, sentence: str, expected: set[str]) -> None:
    _, routes = find_topics(reading(language, sentence), {0: "m"})
    assert {claim.route for claim in routes} == expected


@pytest.mark.parametrize(
    ("language", "before", "sentence", "topic"),
    [
        (
            "en",
            "",
            "The two sides reviewed student exchanges and agreed to do more in this field.",
            "education-culture",
        ),
        ("fr", "", "Ils ont évoqué le terrorisme et convenu d'agir ensemble dans ce domaine.", "counter-terrorism"),
        ("es", "", "Ambos analizaron el narcotráfico y acordaron cooperar en ese ámbito.", "drug-trafficking"),
        ("en", "They hailed the seasonal work scheme.", "Both sides pledged to extend it.", "circular-mobility"),
        ("fr", "Ils ont salué la coopération policière.", "Ils ont décidé de la renforcer.", "police-cooperation"),
        ("es", "Destacaron la cooperación policial.", "Acordaron ampliarla.", "police-cooperation"),
        ("fr", "", "La commission a abordé la pêche : il a été convenu d'ouvrir un port.", "trade-economy"),
        (
            "fr",
            "",
            "Le groupe a débattu de l'asile, avec des propositions que les deux parties ont validées.",
            "asylum-protection",
        ),
    ],
)
def test_an_agreement_takes_up_what_was_named_before(language: str, before: str, sentence: str, topic: str) -> None:
    assert relations(language, *filter(None, (before, sentence)))[topic] == "AGREED_ON"


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ("The two ministers signed an action plan.", "It also provides for joint work on energy.")),
        ("fr", ("Les deux ministres ont signé un plan d'action.", "Il prévoit aussi un volet sur l'énergie.")),
        ("es", ("Los ministros firmaron un plan de acción.", "Este contempla además un capítulo sobre energía.")),
    ],
)
def test_it_also_provides_goes_on_with_the_text_that_was_signed(language: str, sentences: tuple[str, str]) -> None:
    assert relations(language, *sentences)["energy"] == "AGREED_ON"


@pytest.mark.parametrize(
    ("language", "lead", "item"),
    [
        ("en", "Outcomes", "A fund for solar energy"),
        ("en", "It was also decided that", "electricity grids will be linked"),
        ("fr", "Décisions adoptées", "Un fonds pour l'énergie"),
        ("es", "¿Qué se resolvió?", "Un fondo para la energía"),
    ],
)
def test_a_line_before_items_leads_them_without_a_colon(language: str, lead: str, item: str) -> None:
    assert relations(language, lead, item, kinds=("heading", "item"))["energy"] == "AGREED_ON"


def test_a_sentence_about_the_parties_below_a_list_speaks_for_itself() -> None:
    kinds: tuple[BlockKind, ...] = ("body", "item", "body")
    sentences = "The two sides agreed to:", "build a pipeline;", "They also discussed asylum."
    assert relations("en", *sentences, kinds=kinds) == {"energy": "AGREED_ON", "asylum-protection": "DISCUSSED"}


def test_what_one_side_raised_is_no_item_of_the_decisions() -> None:
    kinds: tuple[BlockKind, ...] = ("body", "item", "item")
    sentences = "Il a été décidé :", "de créer un fonds pour l'énergie ;", "La partie grecque a soulevé l'asile."
    assert relations("fr", *sentences, kinds=kinds) == {"energy": "AGREED_ON", "asylum-protection": "DISCUSSED"}


@pytest.mark.parametrize(
    ("language", "sentence", "topic"),
    [
        ("en", "The minister pledged, with her counterpart, to fight terrorism.", "counter-terrorism"),
        ("fr", "La ministre s'est engagée, avec son homologue, à lutter contre le terrorisme.", "counter-terrorism"),
        ("es", "La ministra se comprometió, junto con su par, a combatir el terrorismo.", "counter-terrorism"),
        ("en", "Reaffirming their stand on asylum, the two sides left Rabat.", "asylum-protection"),
        ("es", "Reafirmando su compromiso con el asilo, las partes dejaron Rabat.", "asylum-protection"),
        ("en", "Joint patrols start in May, both governments announced.", "police-cooperation"),
        ("es", "Ambos países firmaron un tratado de extradición.", "justice-cooperation"),
        ("fr", "Les Six ont décidé de partager le renseignement.", "information-exchange"),
        ("fr", "La rencontre a abouti à un accord sur l'extradition.", "justice-cooperation"),
        ("en", "The two sides agreed to convene, before the end of spring, the joint committee.", "joint-bodies"),
    ],
)
def test_whose_agreement_it_is_and_how_it_is_put(language: str, sentence: str, topic: str) -> None:
    assert relations(language, sentence)[topic] == "AGREED_ON"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Campaigners want the two governments to sign an accord on asylum."),
        ("fr", "Des associations demandent aux deux gouvernements de signer un accord sur l'asile."),
        ("es", "Las asociaciones exigen a los dos gobiernos firmar un acuerdo sobre asilo."),
        ("en", "The minister offered his condolences for the terrorist attack."),
        ("es", "El acta fue firmada en el comité, foro en el que se trata la salud."),
    ],
)
def test_what_others_want_and_mere_courtesy_are_neither(language: str, sentence: str) -> None:
    assert relations(language, sentence) == {}


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("en", "They agreed to recruit seasonal workers for agriculture and tourism.", {"circular-mobility"}),
        ("fr", "Ils ont convenu de recruter des saisonniers pour l'agriculture.", {"circular-mobility"}),
        ("es", "Acordaron contratar temporeros para el sector agrícola.", {"circular-mobility"}),
        ("en", "They agreed to fight the drug trade.", {"drug-trafficking"}),
        ("fr", "Ils ont convenu de freiner le flux d'armes.", {"arms-trafficking"}),
    ],
)
def test_words_that_mean_something_else_beside_others(language: str, sentence: str, expected: set[str]) -> None:
    assert set(relations(language, sentence)) == expected


@pytest.mark.parametrize(
    ("language", "sentence", "topic"),
    [
        ("en", "The President noted that we will continue to support security and prosperity.", "trade-economy"),
        ("en", '"We will step up joint patrols," the minister said.', "police-cooperation"),
        (
            "fr",
            "La ministre a souligné que nous continuerons à renforcer la lutte contre les passeurs.",
            "migrant-smuggling",
        ),
        ("en", "The two sides identified new areas of cooperation in energy.", "energy"),
        ("en", "The minister urged her guests to commit to faster action on asylum.", "asylum-protection"),
        ("en", "The minister condemned the group, which has vowed to spread terrorism.", "counter-terrorism"),
        ("es", "Agradeció la reciente visita del canciller, en la que se suscribieron acuerdos de salud.", "health"),
        ("es", "Desde 1998, cuando se puso en marcha el tratado, ha crecido el comercio.", "trade-economy"),
        ("es", "El vocero anunció que volverán, como se acordó en la cumbre sobre salud.", "health"),
    ],
)
def test_one_sides_word_and_what_is_recalled_are_no_agreement(language: str, sentence: str, topic: str) -> None:
    assert relations(language, sentence).get(topic) != "AGREED_ON"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "During the visit the two sides will discuss energy and health."),
        ("es", "El comunicado precisa que durante la visita serán abordados el turismo y la salud."),
        ("es", "Los encuentros servirán para revisar la agenda comercial."),
        ("fr", "Les deux ministres devraient aborder la question de l'asile."),
        ("en", "The President congratulated his guest on the country's reforms of energy and education."),
        ("es", "El presidente felicitó a su par por las reformas de la energía."),
        ("fr", "La délégation aurait voulu parler des visas."),
    ],
)
def test_talk_to_come_and_congratulations_on_ones_own_reforms_are_neither(language: str, sentence: str) -> None:
    assert relations(language, sentence) == {}


def test_talk_to_come_within_an_agreement_is_agreed() -> None:
    assert relations("en", "They agreed that experts will discuss readmission.")["return-readmission"] == "AGREED_ON"


@pytest.mark.parametrize(
    ("language", "sentence", "topic"),
    [
        ("en", "The Vice President and Prime Minister further committed to cooperate on energy.", "energy"),
        ("en", "Each side will second an expert on energy.", "energy"),
        ("es", "Cada país se comprometió a reforzar la seguridad fronteriza.", "border-management"),
        ("fr", "Chaque partie s'engage à protéger les demandeurs d'asile.", "asylum-protection"),
        ("en", "The minister said the two countries had agreed to fight terrorism.", "counter-terrorism"),
        ("es", "El ministro anunció que ambos países habían acordado combatir el terrorismo.", "counter-terrorism"),
        ("en", "She said he and the envoy had agreed to set up a joint investigation unit.", "police-cooperation"),
        ("en", "A plan on training and energy was agreed upon.", "energy"),
        ("fr", "Le plan d'action, adopté hier, engage les participants à protéger les réfugiés.", "asylum-protection"),
        ("fr", "Ils s'accordent aussi à lutter contre le terrorisme.", "counter-terrorism"),
        ("es", "El diálogo quedó plasmado en un convenio sobre salud.", "health"),
    ],
)
def test_whoever_speaks_for_the_parties_together(language: str, sentence: str, topic: str) -> None:
    assert relations(language, sentence)[topic] == "AGREED_ON"


@pytest.mark.parametrize(
    ("language", "sentences", "topic"),
    [
        ("en", ("Joint patrols will have a new base.", "This was the outcome of the talks."), "police-cooperation"),
        ("en", ("The pact on energy is to run on.", "The two sides came to this decision on Monday."), "energy"),
        ("es", ("Se tomaron tres decisiones.", "La primera, crear un fondo para la energía."), "energy"),
        ("fr", ("Un accord a été signé.", "Il ouvre un fonds pour l'énergie."), "energy"),
    ],
)
def test_an_agreement_goes_on_in_the_next_sentence_or_is_told_there(
    language: str, sentences: tuple[str, str], topic: str
) -> None:
    assert relations(language, *sentences)[topic] == "AGREED_ON"


@pytest.mark.parametrize(
    ("language", "wish", "answer"),
    [
        ("en", "She asked for more visas.", "The minister took note."),
        ("fr", "La partie grecque souhaite plus de visas.", "Cette demande n'a pas été retenue."),
        ("es", "La delegación pidió más visados.", "El ministro tomó nota."),
    ],
)
def test_a_wish_that_is_answered_in_the_next_sentence_is_talk(language: str, wish: str, answer: str) -> None:
    assert relations(language, wish) == {}
    assert relations(language, wish, answer) == {"visas-consular": "DISCUSSED"}


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("en", "They discussed nuclear-powered submarines.", {"defence"}),
        ("en", "They discussed the work of the International Atomic Energy Agency.", set()),
        ("en", "They discussed what remains to be done for private bodies.", set()),
        ("en", "They discussed nuclear weapons.", set()),
        ("en", "They discussed illegal gold mining.", {"organised-crime"}),
        ("fr", "Ils ont évoqué les groupes armés.", set()),
        ("fr", "Ils ont évoqué l'hospitalité du pays.", set()),
        ("es", "Hablaron de la lucha armada.", set()),
        ("en", "They discussed visas for agricultural workers.", {"visas-consular", "circular-mobility"}),
    ],
)
def test_a_topics_word_in_another_sense(language: str, sentence: str, expected: set[str]) -> None:
    assert set(relations(language, sentence)) == expected


@pytest.mark.parametrize(
    ("language", "sentences", "topic", "relation"),
    [
        # "it" is the body of the sentence before, not a country
        (
            "en",
            ("The Commission reviewed poaching.", "It resolved to share intelligence."),
            "information-exchange",
            "A",
        ),
        ("en", ("Spain reviewed poaching.", "It adopted a law on sharing intelligence."), "information-exchange", "D"),
        ("fr", ("La commission a siégé.", "Elle a adopté des patrouilles mixtes."), "police-cooperation", "A"),
        ("es", ("El comité sesionó ayer.", "Resolvió compartir inteligencia."), "information-exchange", "A"),
        ("es", ("España sesionó ayer.", "Resolvió compartir inteligencia."), "information-exchange", "D"),
        # a verb joined to another has its subject, whatever country its object names
        (
            "en",
            ("The two ministers decided to keep Spain's officers at the port and undertook to share intelligence.",),
            "information-exchange",
            "A",
        ),
        (
            "es",
            ("Las partes decidieron mantener a los agentes de España y se comprometieron a agilizar la extradición.",),
            "justice-cooperation",
            "A",
        ),
        # a clause between commas is about something else
        ("en", ("The Commission, which had not met since 2009, resolved to fight piracy.",), "organised-crime", "A"),
        ("en", ("The ministers did not resolve to fight piracy.",), "organised-crime", "-"),
        ("en", ("A protocol was read, by which the Commission decided to fight piracy.",), "organised-crime", "A"),
        # a country together with a side that is none
        ("fr", ("L'Espagne et la Sarre annoncent des patrouilles mixtes.",), "police-cooperation", "A"),
        ("fr", ("L'Espagne annonce des patrouilles mixtes.",), "police-cooperation", "-"),
        # what came out of the talks; trafficking is no treaty
        ("es", ("Fruto de los debates es un plan de cursos para policías.",), "capacity-building", "A"),
        ("fr", ("De cette rencontre est née une déclaration sur l'extradition.",), "justice-cooperation", "A"),
        ("fr", ("Outre la traite, les discussions ont porté sur l'extradition.",), "justice-cooperation", "D"),
        ("en", ("Both sides have undertaken to share intelligence.",), "information-exchange", "A"),
        ("en", ("A working group was likewise created.",), "joint-bodies", "A"),
        ("es", ("Quedó resuelto que las policías intercambien información.",), "information-exchange", "A"),
        ("es", ("Además, se crea una comisión de seguimiento.",), "joint-bodies", "A"),
    ],
)
def test_who_agreed_is_told_by_the_sentence_before_or_the_verb_before(
    language: str, sentences: tuple[str, ...], topic: str, relation: str
) -> None:
    found = relations(language, *sentences).get(topic, "-")
    assert found[0] == relation
