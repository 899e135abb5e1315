"""People and who holds which office, in whole sentences of three languages."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from etl.annotate import annotate
from etl.extract.actors import find
from etl.extract.cues import masked
from etl.extract.mentions import build_reading
from etl.records import Block, Document, PartialDate

if TYPE_CHECKING:
    from etl.extract.reading import Reading


def read(text: str, language: str) -> Reading:
    """Read a text whose paragraphs are body blocks."""
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(at, at + len(paragraph)))
        at += len(paragraph) + 2
    document = Document(
        "d", "d.txt", text, tuple(blocks), "hash", language=language, published=PartialDate(dt.date(2024, 3, 4))
    )
    return build_reading(document, annotate(document))


def roles(text: str, language: str) -> dict[str, str]:
    """Return each person's offices (or titles where no office is known) with the country."""
    return {
        person.name: "; ".join(f"{r.office or r.title}/{r.country or '-'}" for r in person.roles)
        for person in read(text, language).persons
    }


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # before the name, after it, in brackets
        ("en", "Interior Minister Paul Weber met Ana Ruiz, Minister of Justice of Peru.",
         {"Paul Weber": "minister:interior/-", "Ana Ruiz": "minister:justice/PE"}),
        ("fr", "Le ministre de la Santé, M. Alioune Sarr, a vu Mme Inès Vidal, ministre portugaise de la Culture.",
         {"Alioune Sarr": "minister:health/-", "Inès Vidal": "minister:culture/PT"}),
        ("es", "La ministra de Defensa, Elena Prado, recibió a Tomás Rey Gil (embajador de Chile).",
         {"Elena Prado": "minister:defence/-", "Tomás Rey Gil": "ambassador/CL"}),
        # a list keeps its direction
        ("es", "Fueron Juan Mora, secretario de Salud; Eva León, directora de Aduanas y el de Pesca, Luis Cano.",
         {"Juan Mora": "minister:health/-", "Eva León": "director:customs/-", "Luis Cano": "director:fisheries/-"}),
        ("fr", "Avec le préfet de la région, Marc Petit, le consul général d'Espagne, Ana Gil, et le maire, Jean Roy.",
         {"Marc Petit": "préfet de la région/-", "Ana Gil": "consul-general/ES", "Jean Roy": "mayor/-"}),
        # several offices of one, one office of several
        ("en", "Deputy Assistant to the President and Senior Homeland Security Advisor Jane Moore spoke.",
         {"Jane Moore": "deputy-advisor/US; senior-advisor:homeland-security/US"}),
        ("en", "Presidents Paul Weber and Ana Ruiz spoke.", {"Paul Weber": "president/-", "Ana Ruiz": "president/-"}),
        ("fr", "Les ministres de l'Intérieur d'Espagne et d'Italie, Juan Mora et Carlo Bassi, se sont vus.",
         {"Juan Mora": "minister:interior/ES", "Carlo Bassi": "minister:interior/IT"}),
        ("es", "Los ministros de Defensa de Chile, Eva León, y de Brasil, Luis Cano, hablaron.",
         {"Eva León": "minister:defence/CL", "Luis Cano": "minister:defence/BR"}),
        ("es", "el subsecretario de Salud, Juan Mora; el de Transporte, Luis Cano, y otros",
         {"Juan Mora": "undersecretary:health/-", "Luis Cano": "undersecretary:transport/-"}),
        # a counterpart has the office of the other
        ("fr", "Le ministre algérien de l'Énergie, Ali Haddad, a reçu son homologue tunisien, Sami Trabelsi.",
         {"Ali Haddad": "minister:energy/DZ", "Sami Trabelsi": "minister:energy/TN"}),
        # what stands behind the name completes the office
        ("en", "President Eva Lind of Norway arrived.", {"Eva Lind": "president/NO"}),
        # whose envoy it is, is no portfolio
        ("en", "It was attended by Jane Moore, Queen's Ambassador to Chad.", {"Jane Moore": "ambassador:TD/-"}),
        # a rank between an office and its holder, and a rank where nothing else is known
        ("es", "El ministro de Defensa, general (sp) Luis Cano, habló.", {"Luis Cano": "minister:defence/-"}),
        ("en", "General Ana Ruiz (ret.) spoke, then Captain Paul Weber.", {"Ana Ruiz": "General/-",
         "Paul Weber": "Captain/-"}),
        # places and countries of a plural go to its holders in turn
        ("fr", "Les walis d'Adrar et de Djanet, respectivement MM. Ali Haddad et Sami Kaci, ont assisté.",
         {"Ali Haddad": "wali de Adrar/DZ", "Sami Kaci": "wali de Djanet/DZ"}),
        ("es", "Los cancilleres de Chile, Perú y Brasil, Eva León, Luis Cano y Rui Dias, hablaron.",
         {"Eva León": "minister:foreign-affairs/CL", "Luis Cano": "minister:foreign-affairs/PE",
          "Rui Dias": "minister:foreign-affairs/BR"}),
        ("en", "Foreign ministers Paul Weber of Canada and Ana Ruiz of Chile met.",
         {"Paul Weber": "minister:foreign-affairs/CA", "Ana Ruiz": "minister:foreign-affairs/CL"}),
        # one plural behind a list
        ("es", "Fueron Eva León y Luis Cano, asesores del ministerio.",
         {"Eva León": "asesor del ministerio/-", "Luis Cano": "asesor del ministerio/-"}),
        # offices told by a verb
        ("en", "They met Ana Ruiz, who runs the Visa Office.", {"Ana Ruiz": "head of the Visa Office/-"}),
        ("fr", "M. Paul Roy, qui dirige la section de la police judiciaire, a parlé.",
         {"Paul Roy": "chef de la section de la police judiciaire/-"}),
        ("es", "Habló Luis Cano, al frente de la Oficina de Visados.", {"Luis Cano": "jefe de la Oficina de Visados/-"}),
        # the subject that a counterpart has of its own, and the country that is not its
        ("es", "El ministro del Interior belga, Jan Peeters, y su colega neerlandés de Justicia, Kees Bos, hablaron.",
         {"Jan Peeters": "minister:interior/BE", "Kees Bos": "minister:justice/NL"}),
        # a nationality in between, a seat, brackets, a charge behind a comma, a sovereign
        ("es", "Vino el director de la FAO, el brasileño José Lima.", {"José Lima": "director de la FAO/UN"}),
        ("es", "Vino el coordinador de la oficina de la ONU en Lima, Paul Weber.",
         {"Paul Weber": "coordinador de la oficina de la ONU en Lima/UN"}),
        ("en", "The Additional Secretary (Europe) of the Ministry of Trade, Ana Ruiz, spoke.",
         {"Ana Ruiz": "Additional Secretary (Europe) of the Ministry of Trade/-"}),
        ("fr", "Le ministre de la Justice, chargé des Droits de l'homme, M. Ali Haddad, a parlé.",
         {"Ali Haddad": "minister:justice/-"}),
        ("es", "Vino la embajadora de Su Majestad el Rey en Chile, Eva León.", {"Eva León": "ambassador:CL/-"}),
        # adjectives that nobody listed, and ranks of places
        ("fr", "Le directeur interzonal de la police, Luc Petit, a parlé.", {"Luc Petit": "director:police/-"}),
        ("fr", "Le préfet de Mayotte, Luc Petit, et le wali du Trarza, Sami Kaci.",
         {"Luc Petit": "prefect/FR", "Sami Kaci": "wali du Trarza/MR"}),
        # a bare title repeats the full one
        ("en", "Secretary of State Ana Ruiz came.\n\nSecretary Ruiz left.", {"Ana Ruiz": "secretary-of-state/-"}),
        # a grade in a service between an office and its holder
        ("fr", "Il a vu le directeur de la police, le commissaire divisionnaire Luc Petit.",
         {"Luc Petit": "director:police/-; commissioner/-"}),
        ("en", "The Head of the EU Delegation to Chad Ambassador Ana Ruiz came.",
         {"Ana Ruiz": "Head of the EU Delegation to Chad/EU; ambassador/-"}),
        ("en", ("Vice President Bola Ade, minister of state for health, Ambassador Zuri Dada, and minister of state for "
         "industry, trade and investment, Ambassador Mary Kata, came."),
         {"Bola Ade": "vice-president/-", "Zuri Dada": "minister-of-state:health/-; ambassador/-",
          "Mary Kata": "minister-of-state:industry/-; ambassador/-"}),
        # a plural whose holders each have what they hold behind them, or their country in brackets
        ("es", "Vinieron los viceministros Juan Mora, de Comercio de Chile, y Luis Cano, de Defensa del Perú.",
         {"Juan Mora": "vice-minister:trade/CL", "Luis Cano": "vice-minister:defence/PE"}),
        ("es", "Los cancilleres Juan Mora (Chile) y Luis Cano (Perú) hablaron.",
         {"Juan Mora": "minister:foreign-affairs/-", "Luis Cano": "minister:foreign-affairs/-"}),
        # a counterpart's own office, wherever the text tells it
        ("es", "El fiscal Juan Mora vio a su homólogo belga, Luis Cano.\n\nEl ministro de Justicia Luis Cano habló.",
         {"Juan Mora": "prosecutor/-", "Luis Cano": "minister:justice/BE"}),
        ("fr", "La ministre de la Santé, Inès Vidal, a reçu son collègue belge, Jan Peeters, ministre de la Justice.",
         {"Inès Vidal": "minister:health/-", "Jan Peeters": "minister:justice/BE"}),
        # below the office just named
        ("en", "Interior Minister Ali Haddad and his deputy, Sami Kaci, came.",
         {"Ali Haddad": "minister:interior/-", "Sami Kaci": "deputy-minister:interior/-"}),
        ("fr", "Le ministre de l'Intérieur, Ali Haddad, et son adjoint, Sami Kaci, sont venus.",
         {"Ali Haddad": "minister:interior/-", "Sami Kaci": "deputy-minister:interior/-"}),
        ("es", "El ministro del Interior, Ali Haddad, y su adjunto, Sami Kaci, vinieron.",
         {"Ali Haddad": "minister:interior/-", "Sami Kaci": "deputy-minister:interior/-"}),
        # possessives and institutions within a title, adjectives that are joined, a charge of a portfolio
        ("en", "The Director of the King's Office, Ana Ruiz, came.", {"Ana Ruiz": "Director of the King's Office/-"}),
        ("en", "The Speaker of the People's Assembly Mr Paul Weber came.",
         {"Paul Weber": "Speaker of the People's Assembly/-"}),
        ("en", "The Permanent Secretary, Ministry of Health and Sports, Dr. Ana Ruiz, came.",
         {"Ana Ruiz": "Permanent Secretary, Ministry of Health and Sports/-"}),
        ("fr", "Le garde des Sceaux, chargé des Droits humains, Luc Petit, est venu.", {"Luc Petit": "minister:justice/-"}),
        ("fr", "La directrice des Affaires juridiques et consulaires au ministère, Ana Gil, est venue.",
         {"Ana Gil": "directrice des Affaires juridiques et consulaires au ministère/-"}),
        ("es", "La directora para Chile del Ministerio de Comercio, Eva León, vino.",
         {"Eva León": "directora para Chile del Ministerio de Comercio/-"}),
        ("es", "La Secretaria Asistente para Asuntos Consulares, Eva León, vino.",
         {"Eva León": "deputy-minister:consular-affairs/-"}),
        ("es", "La eurodiputada Eva León vino.", {"Eva León": "deputy/EU"}),
        ("es", "El delegado de la Policía en Foz, Luis Cano, vino.",
         {"Luis Cano": "delegate:police/-"}),
        ("en", "UK MP Paul Weber and Rimbink Oto MP came.", {"Paul Weber": "deputy/GB", "Rimbink Oto": ""}),
        # a region behind a rank, "and" before another title, a subject that goes on in lower case
        ("fr", "La directrice Afrique-Europe, Ana Gil, est venue.", {"Ana Gil": "directrice Afrique-Europe/-"}),
        ("en", "Under-Secretary Ana Ruiz of the Department of Health and Labour Attaché Paul Weber came.",
         {"Ana Ruiz": "Under-Secretary of the Department of Health/-", "Paul Weber": "attache:labour/-"}),
        ("fr", "Le commissaire à l'Élargissement et à la politique de voisinage, Luc Petit, est venu.",
         {"Luc Petit": "commissaire à l'Élargissement et à la politique de voisinage/-"}),
        ("en", "The Minister for Health and Minister Assisting the Treasurer, Paul Weber, came.",
         {"Paul Weber": "minister:health/-; Minister Assisting the Treasurer/-"}),
        ("en", "Shadow Minister for Health Paul Weber came.", {"Paul Weber": "Shadow Minister for Health/-"}),
        ("en", "His Eminence Cardinal Paul Weber came.", {"Paul Weber": ""}),
        # an office inside an office
        ("en", "National Security Advisor to the Vice President Dr. Paul Weber came.",
         {"Paul Weber": "National Security Advisor to the Vice President/-"}),
        ("en", "He met Ana Ruiz, advisor to the President of Peru, Paul Weber.",
         {"Ana Ruiz": "advisor to the President of Peru/PE", "Paul Weber": "president/PE"}),
    ],
)  # fmt: skip
def test_who_holds_which_office(language: str, text: str, expected: dict[str, str]) -> None:
    assert roles(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "M. Mohamed Ould Cheikh a parlé.", "Mohamed Ould Cheikh"),
        ("fr", "Mme Nicole De Smet a parlé.", "Nicole De Smet"),
        ("fr", "Le général Jean-Marc d'Alby a parlé.", "Jean-Marc d'Alby"),
        ("fr", "M. Souleymane NDIAYE a parlé.", "Souleymane NDIAYE"),
        ("en", "President Martin K. Olsen, Jr. spoke.", "Martin K. Olsen, Jr."),
        ("en", "Dr. Ursula von der Heide spoke.", "Ursula von der Heide"),
        ("es", "Habló don José María Ruiz-Gil de la Torre.", "José María Ruiz-Gil de la Torre"),
        ("es", "El ministro Fernando GARCÍA-LUENGO habló.", "Fernando GARCÍA-LUENGO"),
        ("es", "Habló Lisa Monaco ayer.", "Lisa Monaco"),
        ("fr", "L'ambassadeur Maurice Loiseau-Petit a parlé.", "Maurice Loiseau-Petit"),
        ("es", "Habló Juan Ramón de la Fuente.", "Juan Ramón de la Fuente"),
        ("en", "K. T. Arthur-Bell spoke.", "K. T. Arthur-Bell"),
        ("en", "Minister Lee White spoke.", "Lee White"),
        ("es", "Fue con Jan R. de Wit.", "Jan R. de Wit"),
        ("fr", "M. Cheikh Tidiane Ndour a parlé.", "Cheikh Tidiane Ndour"),
        ("fr", "Le général Ibrahim Gusau Wali a parlé.", "Ibrahim Gusau Wali"),
        ("fr", "Mme Maria do Rosário Lima a parlé.", "Maria do Rosário Lima"),
        ("es", "El ministro Ulisses Lima e Silva habló.", "Ulisses Lima e Silva"),
        ("es", "Recibió a Abdelouafi Ould Brahim.", "Abdelouafi Ould Brahim"),
        ("es", "Habló el Cnel. EP Juan Mora.", "Juan Mora"),
        ("es", "Habló la My. Gral. Ana Ruiz.", "Ana Ruiz"),
        ("en", "Dr Hoang The Lien spoke.", "Hoang The Lien"),
        ("en", "Minister Tô Lâm spoke.", "Tô Lâm"),
        ("en", "Mr W.B. Weber spoke.", "W.B. Weber"),
        ("en", "President Bola Ade GCFR spoke.", "Bola Ade"),
        ("fr", "Le Chef de l'Etat, Son Excellence, Monsieur Ali Haddad, a parlé.", "Ali Haddad"),
    ],
)
def test_the_whole_name_is_taken(language: str, text: str, name: str) -> None:
    assert [person.name for person in read(text, language).persons] == [name]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Blue River Network and the European Investment Bank met in New York in March."),
        ("en", "Members of the Atlantic Security Initiative praised the Lisbon Declaration."),
        ("fr", "Le Conseil de sécurité et l'Agence du Bassin se sont réunis à l'hôtel Terrou-Bi de Dakar."),
        ("en", "They called at Serikin, Bario, Gaba and Lubok Antu, and talks were held in Santo Domingo."),
        ("es", "La Secretaría General del Sistema y la Dirección General de Puertos firmaron."),
        ("es", "Pasaron por Baja California, Chihuahua, Nuevo León y Sonora."),
        ("es", "Firmaron el convenio sobre Delitos Conexos y Sustancias Peligrosas."),
        ("es", "La Guardia Civil y la Secretaría de Marina firmaron en Ciudad de México el Plan Frontera Sur."),
    ],
)
def test_institutions_and_places_are_no_people(language: str, text: str) -> None:
    assert read(text, language).persons == ()


@pytest.mark.parametrize(
    ("language", "text", "titles"),
    [
        ("fr", "Les préfets de Dosso et de Gaya sont venus.", ["préfet de Dosso", "préfet de Gaya"]),
        ("en", "The heads of Frontex and Europol came.", ["head of Frontex", "head of Europol"]),
        ("es", "Vinieron los directores ejecutivos de Frontex y de Europol.",
         ["director ejecutivo de Frontex", "director ejecutivo de Europol"]),
        # what a body is charged with, and what is called sovereign, hold no office
        ("es", "Vino la comisión encargada de la pesca.", []),
        ("en", "The forces of Operation Sovereign Shield came.", []),
    ],
)  # fmt: skip
def test_offices_without_a_holder_one_by_one(language: str, text: str, titles: list[str]) -> None:
    assert [role.role.title for sentence in read(text, language).sentences for role in sentence.roles] == titles


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ali Haddad of Jordan came."),
        ("fr", "Ali Haddad (Jordanie) est venu."),
        ("es", "Vino el ministro Ali Haddad (Jordania)."),
        ("fr", "Le Jordanien Ali Haddad est venu."),
    ],
)
def test_whose_a_bare_name_is(language: str, text: str) -> None:
    reading = read(text, language)
    (sentence,) = reading.sentences
    (actor,) = find(sentence, masked(reading, sentence))
    assert actor.countries == ("JO",)


def test_a_surname_alone_is_the_person_named_in_full() -> None:
    reading = read("Le ministre Ali Haddad est venu.\n\nM. Haddad a parlé, puis Haddad est parti.", "fr")
    assert [p.named_as for p in reading.persons] == [("Ali Haddad", "Haddad")]
    assert {m.key for s in reading.sentences for m in s.persons} == {"ali haddad"}


def test_a_short_given_name_is_the_same_persons() -> None:
    reading = read("President William R. Hale, Jr. came. President Bill Hale spoke.", "en")
    assert len(reading.persons) == 1


def test_whoever_speaks_for_an_organisation_stands_for_no_country() -> None:
    reading = read("African Union Commission Chairperson Angela Merkel came.", "en")
    assert [person.country for person in reading.persons] == [None]


def test_offices_without_a_holder_are_kept() -> None:
    reading = read("The two ministers met. The minister thanked his Italian counterpart.", "en")
    two, minister, counterpart = (role for sentence in reading.sentences for role in sentence.roles)
    assert two.plural
    assert minister.definite
    assert counterpart.counterpart
    assert counterpart.role.country == "IT"
    assert {two.person, minister.person, counterpart.person} == {None}


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "A liaison officer came."), ("fr", "Un ambassadeur est venu."), ("es", "Vino un director general.")],
)
def test_an_indefinite_office_is_nobodys(language: str, text: str) -> None:
    assert [role for sentence in read(text, language).sentences for role in sentence.roles] == []


def test_a_country_that_is_no_given_name_stays_one() -> None:
    (sentence,) = read("Israel Foreign Minister Ana Ruiz met Israel Cohen-Levi.", "en").sentences
    assert [(mention.code, mention.start) for mention in sentence.countries] == [("IL", 0)]


def test_bodies_and_ordinals() -> None:
    reading = read("La XIV sesión de la Comisión Mixta hispano-argelina se celebró en Orán.", "es")
    (sentence,) = reading.sentences
    assert [(b.body, b.parties) for b in sentence.bodies] == [("joint-commission", ("ES", "DZ"))]
    assert [o.value for o in sentence.ordinals] == [14]
    assert [(p.city, p.country, p.locative) for p in sentence.places] == [("Orán", "DZ", True)]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "la vingt-deuxième réunion du groupe", 22),
        ("fr", "la 3ème session de la commission", 3),
        ("en", "the 21st meeting of the group", 21),
        ("en", "its inaugural session", 1),
        ("es", "la tercera reunión del comité", 3),
        ("es", "la 5ª ronda de consultas", 5),
    ],
)
def test_an_ordinal_counts_sessions(language: str, text: str, value: int) -> None:
    assert [o.value for s in read(text, language).sentences for o in s.ordinals] == [value]


def test_an_ordinal_of_something_else_is_none() -> None:
    assert [s.ordinals for s in read("Le 20e anniversaire du traité", "fr").sentences] == [()]


def test_evidence_is_verbatim() -> None:
    text = "Le ministre\nAli Haddad a « vu » l’ambassadeur.  Fin."
    reading = read(text, "fr")
    evidence = reading.evidence(reading.sentences[0], "rule", 0.9)
    assert evidence.text == text[evidence.start : evidence.start + len(evidence.text)]
    assert reading.words(reading.sentences[0]) == 'Le ministre Ali Haddad a "vu" l\'ambassadeur.'.replace(
        '"vu"', '" vu "'
    )


def test_the_same_text_reads_the_same() -> None:
    text = "Le ministre Ali Haddad a reçu son homologue tunisien, Sami Trabelsi."
    assert read(text, "fr") == read(text, "fr")


def test_the_country_of_somebody_well_known_goes_without_saying() -> None:
    reading = read("Angela Merkel a reçu Ludwika Zborowska. Le ministre espagnol Pedro Sánchez-Lobo a écrit.", "fr")
    assert {person.name: person.country for person in reading.persons} == {
        "Angela Merkel": "DE",
        "Ludwika Zborowska": None,
        "Pedro Sánchez-Lobo": "ES",
    }


def test_a_known_name_with_a_particle_is_known_behind_any_word() -> None:
    reading = read("Habló el ministro Cheikhna Ould Brahim. Fue la visita de Cheikhna Ould Brahim a su vecino.", "es")
    assert [[mention.text for mention in sentence.persons] for sentence in reading.sentences] == [
        ["Cheikhna Ould Brahim"],
        ["Cheikhna Ould Brahim"],
    ]


def test_a_country_whose_name_begins_like_an_office_ends_is_whole() -> None:
    text = "El presidente de la República Dominicana, Luis Abreu, habló."
    assert roles(text, "es") == {"Luis Abreu": "president/DO"}


def test_an_adjective_of_two_countries_is_that_of_the_one_named() -> None:
    text = "Le ministre congolais de la Culture, Jean Ibata, a reçu à Brazzaville l'ambassadeur du Gabon."
    assert read(text, "fr").person("jean ibata").country == "CD"  # type: ignore[union-attr]
    assert read(f"{text} La République du Congo l'avait invité.", "fr").person("jean ibata").country == "CG"  # type: ignore[union-attr]
