"""The words of the topics: what is agreed in words that are no topic's name, and what only looks like one."""

import pytest

from tests.unit.test_topics import relations


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("Both sides agreed that data on stolen lorries and goats shall be exchanged weekly.", "information-exchange"),
        ("The two services agreed to warn one another of any sighting.", "information-exchange"),
        ("They agreed to pass each other the names of the crews.", "information-exchange"),
        ("It was agreed that a labour welfare panel would be set up.", "joint-bodies"),
        ("They agreed that a committee of six will sit on the last Monday of each month.", "joint-bodies"),
        ("A technical group that will hear complaints was likewise created.", "joint-bodies"),
        (
            "Both sides agreed that officers from the two towns will patrol the ford together at night.",
            "police-cooperation",
        ),
        ("They decided to run two simultaneous lake operations.", "police-cooperation"),
        ("Both governments agreed to prosecute the brokers behind the voyages.", "migrant-smuggling"),
        ("The two ministers agreed to replace the missing beacons.", "border-management"),
        ("The two countries agreed that fifty officers will be trained.", "capacity-building"),
        ("They pledged to help each other when crews go missing at sea.", "search-rescue"),
        ("Both sides agreed to support each other's candidatures.", "international-dialogue"),
        ("The parties agreed on a method of assessing water quality.", "climate-environment"),
        ("Les deux parties ont convenu que leurs services s'alertent mutuellement.", "information-exchange"),
        ("Ils ont décidé de se communiquer sous deux jours l'identité des suspects.", "information-exchange"),
        ("Une cellule commune verra le jour en mai.", "joint-bodies"),
        ("Ils ont décidé d'ouvrir des bureaux de liaison.", "police-cooperation"),
        ("Les deux pays ont adopté un plan pour les postes juxtaposés.", "border-management"),
        ("Elles ont convenu d'harmoniser les jours du marché binational.", "trade-economy"),
        ("Ils ont convenu de se soutenir mutuellement en vue de candidatures.", "international-dialogue"),
        ("Las partes acordaron que las policías se pasarán la nómina de prófugos.", "information-exchange"),
        ("Acordaron fijar una reunión mensual de mandos.", "joint-bodies"),
        ("Ambas partes acordaron que el puesto de aduana atienda las 24 horas.", "border-management"),
        ("Acordaron perseguir a las redes que fletan cayucos.", "migrant-smuggling"),
        ("Ambas partes acordaron dictar un curso de perfilado.", "capacity-building"),
        ("Acordaron abrir la escuela pública a los niños.", "education-culture"),
        ("Acordaron celebrar maniobras conjuntas.", "defence"),
        ("Ambos acordaron apoyarse mutuamente en candidaturas.", "international-dialogue"),
    ],
)
def test_a_topic_has_many_words(sentence: str, topic: str) -> None:
    accented = any(letter in sentence for letter in "éà") or sentence.startswith(("Ils", "Elles", "Une", "Les"))
    language = "fr" if accented else "es" if sentence.startswith(("Las", "Acord", "Amb")) else "en"
    assert relations(language, sentence).get(topic) == "AGREED_ON"


@pytest.mark.parametrize(
    ("language", "sentence", "topic"),
    [
        ("en", "They agreed to trace stolen cars and stolen livestock.", "trade-economy"),
        ("en", "They agreed on campaigns on social media.", "education-culture"),
        ("en", "The proposal was brought back to the table, they agreed.", "return-readmission"),
        ("fr", "Ils ont convenu de partager les données des lecteurs de plaques.", "education-culture"),
        ("fr", "Ils ont validé un laissez-passer frontalier.", "return-readmission"),
        ("es", "Acordaron combatir las redes de traficantes de personas.", "organised-crime"),
        ("es", "Acordaron enviar observadores científicos.", "education-culture"),
        ("es", "Acordaron avanzar en el curso de este año.", "capacity-building"),
    ],
)
def test_a_word_beside_others_is_no_topic(language: str, sentence: str, topic: str) -> None:
    assert topic not in relations(language, sentence)
