"""Where a meeting took place: told with it, by what the city is, by a host, a journey, a headline; never by video."""

from __future__ import annotations

import pytest

from etl.annotate import annotate
from etl.clean import clean
from etl.detect import detect
from etl.extract import extract
from etl.extract.mentions import build_reading
from etl.records import Claims, Document, Source

AFTER = {
    "en": "They discussed migration and the return of nationals to their country of origin.",
    "fr": "Ils ont évoqué la migration et le retour des ressortissants dans leur pays d'origine.",
    "es": "Hablaron de la migración y del retorno de los nacionales a su país de origen.",
}


def document(language: str, text: str, *, title: str = "") -> Document:
    head = f"---\nlanguage: {language}\ntitle: {title!r}\n---\n" if title else f"---\nlanguage: {language}\n---\n"
    result = clean(Source("a.txt", "text/plain", f"{head}{text}\n\n{AFTER[language]}".encode()))
    assert isinstance(result, Document)
    return detect(result)


def there(language: str, text: str) -> list[str]:
    """Return the places where a text says that something was."""
    read = document(language, text)
    return [place.city for s in build_reading(read, annotate(read)).sentences for place in s.places if place.locative]


def claims(language: str, text: str, *, title: str = "") -> Claims:
    read = document(language, text, title=title)
    return extract(read, annotate(read))


@pytest.mark.parametrize(
    ("language", "text", "city"),
    [
        ("en", "The two ministers met in the Malian capital, Bamako, on Monday.", "Bamako"),
        ("en", "The two ministers met in the border town of Zobuelo on Monday.", "Zobuelo"),
        ("en", "The two ministers met in the Moroccan capital on Monday.", "Rabat"),
        ("en", "The meeting was held at the headquarters of the Ministry of the Interior, Accra.", "Accra"),
        ("en", "The talks took place in Singapore on Monday.", "Singapore"),
        ("en", "The port city of Mombasa, where trade is slow, hosted the fifth session.", "Mombasa"),
        ("fr", "La session s'est ouverte dans la capitale malienne, Bamako, lundi matin.", "Bamako"),
        ("fr", "La rencontre a eu lieu lundi dans la capitale sénégalaise.", "Dakar"),
        ("fr", "La rencontre s'est tenue au palais présidentiel de Conakry, lundi matin.", "Conakry"),
        ("fr", "Les ministres se sont engagés lundi à Panama à lancer une campagne.", "Panama"),
        ("fr", "Bamako a abrité lundi la session de la commission mixte.", "Bamako"),
        ("es", "La reunión tuvo lugar en la localidad magrebí de Tetuán el lunes.", "Tetuán"),
        ("es", "La cita se celebró en la capital de Perú el lunes.", "Lima"),
        ("es", "El ministro lo recibió en su residencia en Malabo II el lunes.", "Malabo"),
        ("es", "Lima acogió el lunes la sexta reunión de la comisión mixta.", "Lima"),
        # towns that no gazetteer knows
        ("en", "The two ministers met on Friday, 5 May 2023, in Zobue Town with a call for peace.", "Zobue Town"),
        ("fr", "La session s'est tenue mercredi, à Zobuelo.", "Zobuelo"),
        ("es", "La reunión concluyó el jueves en Zobuelo con un acuerdo.", "Zobuelo"),
        ("es", "Zobuelo, Sur. La reunión concluyó con un acuerdo.", "Zobuelo"),
    ],
)
def test_a_city_is_told_by_what_stands_around_it(language: str, text: str, city: str) -> None:
    assert there(language, text) == [city]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Moroccan capital has a new minister."),
        ("en", "The minister signed with Singapore an agreement on Monday."),
        ("en", "Washington welcomed the decision of the minister."),
        ("fr", "Le ministre a proposé au Panama et à la Colombie un accord commun."),
        ("fr", "Le président l'a reçu lundi au palais de Carthage."),
        ("en", "He spoke on Monday in Arabic."),
        ("en", "The share fell in May 2023 in Eurostat figures."),
        ("en", "The bill was read on Monday in Parliament."),
        ("es", "La fuga de capital mexicano en Perú preocupa al ministro."),
        ("es", "Se habló de los Centros de Cooperación Policial de Tánger y Algeciras."),
    ],
)
def test_a_city_that_is_only_named_is_no_place(language: str, text: str) -> None:
    assert there(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "title", "city"),
    [
        (
            "en",
            (
                "The Foreign Minister of Ghana, Kofi Annor, met the Foreign Minister of Spain, Ana Soler. They spoke of the "
                "attack in Bamako."
            ),
            "",
            None,
        ),
        (
            "en",
            (
                "The Foreign Minister of Ghana, Kofi Annor, met the Foreign Minister of Spain, Ana Soler, to build on the "
                "programme established in Madrid."
            ),
            "",
            None,
        ),
        (
            "en",
            "The Foreign Minister of Ghana, Kofi Annor, met the Foreign Minister of Spain, Ana Soler, virtually.",
            "Talks in Accra",
            None,
        ),
        (
            "es",
            (
                "Ginebra, Suiza. El ministro de Exteriores de Ghana, Kofi Annor, se reunió con la ministra de Exteriores de "
                "España, Ana Soler."
            ),
            "",
            "Ginebra",
        ),
        (
            "es",
            (
                "El ministro de Exteriores de Ghana, Kofi Annor, recibió a la ministra de Exteriores de España, Ana "
                "Soler, quien elogió las oportunidades de inversión en Tamale."
            ),
            "",
            None,
        ),
        (
            "es",
            (
                "El ministro de Exteriores de Ghana, Kofi Annor, se reunió con la ministra de Exteriores de España, Ana "
                "Soler. El encuentro tendrá lugar en septiembre, quizá en Madrid."
            ),
            "",
            None,
        ),
        (
            "en",
            "The Foreign Minister of Ghana, Kofi Annor, met the Foreign Minister of Spain, Ana Soler.",
            "Talks in Accra",
            "Accra",
        ),
        (
            "en",
            (
                "The Foreign Minister of Ghana, Kofi Annor, led a delegation to Madrid, where he met the Foreign Minister of "
                "Spain, Ana Soler."
            ),
            "",
            "Madrid",
        ),
        (
            "es",
            (
                "El ministro de Exteriores de Ghana, Kofi Annor, se reunió con la ministra de Exteriores de España, Ana "
                "Soler. La próxima reunión se realizará en Madrid."
            ),
            "",
            None,
        ),
        (
            "fr",
            (
                "Le ministre des Affaires étrangères du Ghana, Kofi Annor, s'est rendu à Madrid pour participer à une "
                "réunion. Kofi Annor y a rencontré la ministre des Affaires étrangères de l'Espagne, Ana Soler."
            ),
            "",
            "Madrid",
        ),
    ],
)
def test_where_a_meeting_was(language: str, text: str, title: str, city: str | None) -> None:
    assert [meeting.city for meeting in claims(language, text, title=title).meetings] == [city]


def test_on_a_journey_each_city_has_its_day() -> None:
    text = (
        "The Foreign Minister of Ghana, Kofi Annor, ended a journey in Madrid on 12 May 2023. On 10 May 2023 he had "
        "been in Lima. In Madrid, Kofi Annor met the Foreign Minister of Spain, Ana Soler."
    )
    assert [str(meeting.date) for meeting in claims("en", text).meetings] == ["2023-05-12"]


def test_the_date_of_an_agreement_dates_no_meeting() -> None:
    text = (
        "The Foreign Minister of Ghana, Kofi Annor, met the Foreign Minister of Spain, Ana Soler, to speak of the "
        "agreement signed on 3 May 2023."
    )
    assert [meeting.date for meeting in claims("en", text).meetings] == [None]


def test_the_month_of_what_a_meeting_was_for_is_not_its_date() -> None:
    text = (
        "The Spanish minister Eva León met the Chadian minister Ali Bari to thank him for his help in January 2024.\n\n"
        "Published 25 March 2024"
    )
    (meeting,) = claims("en", text).meetings
    assert meeting.date is None or meeting.date.precision == "day"


def test_a_list_goes_on_after_an_ambassador_with_those_of_the_post() -> None:
    text = (
        "The Foreign Minister of Ghana, Kofi Annor, met the Foreign Minister of Spain, Ana Soler. The meeting was "
        "attended by the Ambassador of Spain to Ghana, Luis Prado, and the Director of Police, Yaw Mensah."
    )
    persons = {participant.person: participant.country for participant in claims("en", text).participants}
    assert persons == {"kofi annor": "GH", "ana soler": "ES", "luis prado": "ES", "yaw mensah": "GH"}


def test_a_country_behind_a_comma_says_where_a_place_lies() -> None:
    text = (
        "The Foreign Minister of Ghana, Kofi Annor, met the Foreign Minister of Spain, Ana Soler, in Bali, Indonesia."
    )
    (meeting,) = claims("en", text).meetings
    assert (meeting.city, meeting.country, meeting.parties) == ("Bali", "ID", ("ES", "GH"))


def test_a_year_in_another_sentence_dates_no_meeting() -> None:
    text = (
        "Ghana and Spain have been friends since a summit in 2002. The Foreign Minister of Ghana, Kofi Annor, met the "
        "Foreign Minister of Spain, Ana Soler."
    )
    assert [meeting.date for meeting in claims("en", text).meetings] == [None]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Soon after flying in to Madrid on 10 May 2023, Kofi Annor held talks with Ana Soler.", "2023-05-10"),
        ("After landing in Madrid on 10 May 2023, Kofi Annor met Ana Soler.", "2023-05-10"),
        ("Two days after arriving in Madrid on 10 May 2023, Kofi Annor met Ana Soler.", "None"),
    ],
)
def test_who_met_on_arrival_met_then_and_there(text: str, day: str) -> None:
    people = "It was told of the Foreign Minister of Ghana, Kofi Annor, and the Foreign Minister of Spain, Ana Soler.\n"
    found = [(meeting.city, str(meeting.date)) for meeting in claims("en", people + text).meetings]
    assert found == [("Madrid", day)]


def test_a_city_and_a_colon_open_a_text() -> None:
    text = "The Foreign Minister of Spain, Ana Soler, met the Foreign Minister of Ghana, Kofi Annor."
    assert [meeting.city for meeting in claims("en", f"Madrid: {text}").meetings] == ["Madrid"]
    assert there("en", "Singapore: five million people.") == []


def test_whom_a_visitor_met_as_well_was_met_in_the_same_city() -> None:
    text = (
        "The Foreign Minister of Ghana, Kofi Annor, was in Madrid yesterday to meet with the Foreign Minister of Spain, "
        "Ana Soler. Kofi Annor also met with representatives of the European Commission."
    )
    assert [meeting.city for meeting in claims("en", text).meetings] == ["Madrid", "Madrid"]


def test_a_country_at_the_head_of_a_text_is_its_capital() -> None:
    text = (
        "Túnez, 5 de mayo de 2024 (EFE).- El ministro tunecino del Interior, Alí Bari, recibió a la italiana Ada Conti."
    )
    assert [meeting.city for meeting in claims("es", text).meetings] == ["Túnez"]
    assert there("es", "El ministro recibió en Túnez a la ministra italiana.") == []


def test_a_subhead_tells_where_whoever_holds_the_office_in_it_was() -> None:
    text = (
        "El ministro de Asuntos Exteriores concluye en Dakar una visita centrada en la formación.\n\n"
        "El ministro español de Asuntos Exteriores, Tomás Gil, fue recibido ayer por el presidente de Senegal, Omar Faye."
    )
    assert [meeting.city for meeting in claims("es", text).meetings] == ["Dakar"]


def _countries(text: str) -> dict[str, str | None]:
    return {claim.person: claim.country for claim in claims("es", text).participants}


def test_a_bare_ambassador_is_accredited_to_the_host() -> None:
    text = (
        "Quito, 5 de mayo de 2024.- La ministra de Relaciones Exteriores del Ecuador, Ana Egas, recibió a la subsecretaria "
        "de Estado de Noruega, Liv Berg. A la cita asistieron el embajador Olav Dahl y el viceministro Juan Mora."
    )
    found = _countries(text)
    assert (found["olav dahl"], found["juan mora"]) == ("NO", "EC")


def test_a_minister_at_talks_with_the_union_is_of_the_country() -> None:
    text = (
        "La ministra del Interior del Ecuador, Ana Egas, recibió al comisario europeo de Interior, Lars Dahl. "
        "Al encuentro asistió el viceministro de Seguridad, Juan Mora."
    )
    assert _countries(text)["juan mora"] == "EC"


def test_who_called_on_somebody_after_a_session_met_them_the_same_day() -> None:
    text = (
        "The tenth round of consultations between India and Chad was held in N'Djamena on 26 September 2019. Anand "
        "Kulkarni, Secretary (West), led the Indian side and the Chadian side was led by Fatime Abakar, Deputy Minister "
        "of Foreign Affairs. On the same day, Secretary (West) also called on Ali Bari, Foreign Minister of Chad."
    )
    first, second = claims("en", text).meetings
    assert first.date == second.date
    people = {(p.meeting, p.person) for p in claims("en", text).participants}
    assert (second.key, "anand kulkarni") in people
    assert (second.key, "fatime abakar") not in people


def test_the_day_of_saying_is_not_the_day_of_the_meeting() -> None:
    text = (
        "Workers may be hired again, the ministry announced Tuesday, following the second meeting of the Ghana-Chad "
        "Joint Committee in Accra on Sunday.\n\nPublished 5 March 2024"
    )
    (meeting,) = claims("en", text).meetings
    assert str(meeting.date) == "2024-03-03"


def test_a_delegation_that_travelled_met_officials_whom_nobody_names() -> None:
    text = (
        "The U.S. Homeland Security Advisor, Ann Reed, led a delegation to Mexico. Deputy Secretary Tom Hill accompanied "
        "her on this delegation. The delegation met with counterparts in the Mexican security cabinet."
    )
    found = claims("en", text)
    assert {(p.person, p.country) for p in found.participants} == {("ann reed", "US"), ("tom hill", "US")}


def test_a_list_under_each_side_tells_its_people() -> None:
    text = (
        "The session of the Ghana-Togo Joint Border Committee was held in Lomé.\n\nFor Ghana:\n\n"
        "- Kofi Mensah - Director of Immigration\n- Yaw Darko - Regional Commander\n\nFor Togo:\n\n"
        "- Afi Lawson - Director of Police\n\nApologies: Emma Quaye"
    )
    people = {p.person: p.country for p in claims("en", text).participants}
    assert people == {"kofi mensah": "GH", "yaw darko": "GH", "afi lawson": "TG"}


def test_a_country_in_the_genitive_tells_whom_somebody_stands_for() -> None:
    text = "North Macedonia's Oliver Stojanov hosted Austria's Gerd Karl and Serbia's Bratislav Ilic in Skopje."
    (meeting,) = claims("en", text).meetings
    assert meeting.parties == ("AT", "MK", "RS")


def test_two_of_three_who_met_apart_had_a_meeting_of_their_own() -> None:
    text = (
        "The interior ministers of Austria, Serbia and Chad agreed on Monday in Skopje to send patrols. Chad's Ali Bari "
        "hosted Austria's Gerd Karl and Serbia's Bratislav Ilic. On the sidelines, Karl and Ilic held a separate meeting."
    )
    assert [meeting.parties for meeting in claims("en", text).meetings] == [("AT", "RS", "TD"), ("AT", "RS")]


@pytest.mark.parametrize(
    ("language", "text", "city", "date"),
    [
        # the sentence before tells when and where, whatever the headline names
        (
            "fr",
            (
                "Mali et Togo : le préfet et le ministre se parlent\n\nLundi, à Lomé, le comité de sécurité a siégé.\n\n"
                "Le ministre malien Ali Traoré et le ministre togolais Jean Dupont ont coprésidé la réunion.\n\n"
                "Publié le 5 mars 2024"
            ),
            "Lomé",
            "2024-03-04",
        ),
        # an aside at the head of a sentence ends at its comma
        (
            "fr",
            (
                "Deux ans après sa dernière session, la Commission mixte s'est remise à l'ouvrage mercredi à Lomé.\n\n"
                "Le ministre malien Ali Traoré et le ministre togolais Jean Dupont ont coprésidé la séance.\n\n"
                "Publié le 8 mars 2024"
            ),
            "Lomé",
            "2024-03-06",
        ),
        # where somebody has their post is not where they met
        (
            "es",
            (
                "El ministro de Perú, Luis Paz, se reunió el 4 de marzo de 2024 con el coronel de Ghana, Kofi Mensah, "
                "con sede en Buenos Aires."
            ),
            None,
            "2024-03-04",
        ),
        # nor is a place of which one of them spoke
        (
            "en",
            (
                "The Ghanaian minister Kofi Mensah received the Togolese minister Afi Lawson on 4 March 2024 and said that "
                "a new school in Kumasi would open."
            ),
            None,
            "2024-03-04",
        ),
        # "here" is the place of the dateline
        (
            "en",
            (
                "ACCRA — The talks between Ghana and Togo closed here on Tuesday.\n\nThe Ghanaian minister Kofi Mensah met "
                "the Togolese minister Afi Lawson, who resides in Paris.\n\nPublished 6 March 2024"
            ),
            "Accra",
            "2024-03-05",
        ),
        # a host between words for the day
        (
            "es",
            (
                "La ciudad de Trujillo fue este lunes anfitriona de la reunión de los ministros de Perú y Ghana, Luis Paz y "
                "Kofi Mensah.\n\nPublicado el 5 de marzo de 2024"
            ),
            "Trujillo",
            "2024-03-04",
        ),
        (
            "es",
            (
                "Lima, 5 de marzo de 2024\n\nEn la mañana de la fecha, el ministro de Perú, Luis Paz, recibió al ministro de "
                "Ghana, Kofi Mensah."
            ),
            "Lima",
            "2024-03-05",
        ),
    ],
)
def test_what_is_told_beside_the_encounter_tells_when_and_where(
    language: str, text: str, city: str | None, date: str
) -> None:
    (meeting,) = claims(language, text).meetings
    assert (meeting.city, str(meeting.date)) == (city, date)


def test_earlier_in_the_day_is_the_day_of_the_meeting_before() -> None:
    text = (
        "Le ministre malien Ali Traoré a reçu dimanche à Bamako le ministre togolais Jean Dupont.\n\n"
        "Plus tôt dans la matinée, Jean Dupont s'était entretenu avec le directeur malien de la police, Oumar Keïta.\n\n"
        "Publié le 5 mars 2024"
    )
    assert {str(meeting.date) for meeting in claims("fr", text).meetings} == {"2024-03-03"}
