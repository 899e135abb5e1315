"""How ministries and agencies tell of encounters, in whole short texts: who came, for which side, and who did not."""

from __future__ import annotations

import pytest

from etl.countries import find_countries
from tests.unit.test_circumstances import claims
from tests.unit.test_mentions import roles

VISIT = "The Foreign Minister of Chad, Ali Sow, received the Foreign Minister of Togo, Ana Abalo, in N'Djamena.\n"
BOTH = {"ali sow": "TD", "ana abalo": "TG"}


def met(text: str, language: str = "en") -> list[dict[str, str | None]]:
    """Return the people of each meeting with their sides."""
    found = claims(language, text)
    return [
        {person.person: person.country for person in found.participants if person.meeting == meeting.key}
        for meeting in found.meetings
    ]


def chairs(text: str, language: str = "en") -> set[str]:
    """Return who chaired any meeting."""
    return {p.person for p in claims(language, text).participants if p.relation == "CO_CHAIRED"}


@pytest.mark.parametrize(
    ("language", "text", "last"),
    [
        ("en", f"{VISIT}The two ministers were then received by the President of Chad, Jean Moussa.", "jean moussa"),
        (
            "fr",
            (
                "Le ministre de l'Intérieur du Tchad, Ali Sow, a rencontré la ministre togolaise de l'Intérieur, Ana "
                "Abalo.\nLes deux ministres ont ensuite été reçus par le président du Tchad, Jean Moussa."
            ),
            "jean moussa",
        ),
        (
            "es",
            (
                "El canciller de Chile, Ali Sow, se reunió en Lima con la canciller del Perú, Ana Abalo.\nLos dos "
                "cancilleres fueron recibidos luego por el presidente del Perú, Juan Mora."
            ),
            "juan mora",
        ),
    ],
)
def test_those_of_a_meeting_are_received_together(language: str, text: str, last: str) -> None:
    first, second = met(text, language)
    assert set(first) == {"ali sow", "ana abalo"}
    assert set(second) == {*first, last}


def test_talks_that_follow_are_no_next_visitor() -> None:
    text = (
        f"{VISIT}A private talk of the two ministers was followed by extended talks in which the Ambassador of Togo to "
    )
    assert met(f"{text}Chad, Yao Lawson, took part.") == [{**BOTH, "yao lawson": "TG"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Defence Minister Ali Sow of Chad spoke today. He was speaking after the fifth meeting of the Border "
                "Committee, which he co-chaired here with Togo's Interior Minister, Ana Abalo."
            ),
            {"ali sow", "ana abalo"},
        ),
        (
            (
                "The fifth session of the Chad-Togo Joint Commission was held in Lome. The Chadian delegation was led by Ali "
                "Sow, Secretary for Fisheries, and the Togolese delegation was led by Ana Abalo, Minister of Trade. The two "
                "Ministers co-chaired the Session."
            ),
            {"ali sow", "ana abalo"},
        ),
        (
            (
                "The meeting of the Chad-Togo Council took place in Lome. Chad was represented by the Minister of Health, Ali "
                "Sow, and Togo by the Minister of Justice, Ana Abalo, who presided over the deliberations."
            ),
            {"ana abalo"},
        ),
        (
            (
                "Ministers of Chad and Togo held talks in Lome on the border. The session was chaired by the regional "
                "secretary, Ali Sow, and the harbour master, Ana Abalo."
            ),
            {"ali sow", "ana abalo"},
        ),
    ],
)
def test_who_chaired(text: str, expected: set[str]) -> None:
    assert chairs(text) == expected


def test_a_clause_on_what_two_countries_chair_is_of_no_club() -> None:
    text = (
        "Es el acuerdo alcanzado ayer en Arica por la comisión de seguimiento del centro de cooperación de frontera, "
        "que presidieron el prefecto de Perú, Luis Mora, y la gobernadora de Chile, Ana Sousa.\n"
        "A la sesión acudieron la fiscal de Chile, Inés Paz, y el cónsul del Perú, Raúl Ríos."
    )
    assert chairs(text, "es") == {"luis mora", "ana sousa"}


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        (
            "Police Director Ivo Koss and State Secretary Jan Brek were also present on the Chadian side.",
            "ivo koss",
            "TD",
        ),
        (
            (
                "Also present were Yao Lawson, Ambassador of Togo to Chad; Koffi Ayi, Director of Trade; and Paul Deby, "
                "Deputy Minister of Economy of Chad."
            ),
            "koffi ayi",
            "TG",
        ),
        (
            "Joining Minister Ana Abalo at the meeting were Koffi Ayi, Director of Trade of Togo, and others.",
            "koffi ayi",
            "TG",
        ),
        ("The Director of Trade, Koffi Ayi, was in the Togolese team.", "koffi ayi", "TG"),
        ("Present at the closing ceremony were the Consul of Togo, Koffi Ayi, and the mayor.", "koffi ayi", "TG"),
        ("The Chief of Police of Togo, Koffi Ayi, briefed the two sides.", "koffi ayi", "TG"),
    ],
)
def test_who_was_there_and_for_whom(text: str, person: str, side: str) -> None:
    assert [people.get(person) for people in met(f"{VISIT}{text}")] == [side]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The minister later met the MP Koffi Ayi."),
        ("en", "Present at the award ceremony were the Consul of Togo, Koffi Ayi, and the mayor."),
        ("fr", "Il a cité les réformes engagées sous la conduite de SM le Roi Koffi Ayi."),
    ],
)
def test_who_was_not_there(language: str, text: str) -> None:
    first = VISIT
    if language == "fr":
        first = "Le ministre tchadien des Affaires étrangères, Ali Sow, a reçu à N'Djamena sa collègue togolaise, Ana Abalo.\n"
    assert all("koffi ayi" not in people for people in met(f"{first}{text}", language))


def test_what_was_to_take_place_did_not() -> None:
    text = (
        "La reunión de la comisión de Chile y Perú fue pospuesta. En el encuentro iban a participar el canciller de "
        "Chile, Luis Mora, y su homóloga del Perú, Ana Sousa."
    )
    assert met(text, "es") == []


def test_a_conversation_by_telephone_with_whom_somebody_went_over_it() -> None:
    text = (
        "El canciller del Perú, Luis Mora, sostuvo una conversación telefónica con la canciller de Chile, Ana Sousa, "
        "con quien pasó revista a la agenda."
    )
    assert met(text, "es") == []


def test_those_received_were_led_by() -> None:
    text = (
        "Policías de Ecuador y Colombia se coordinaron ayer. La delegación ecuatoriana estuvo encabezada por el coronel "
        "Luis Mora, comandante de Carchi.\nLos recibió el comandante de la Policía de Colombia, coronel Raúl Ríos."
    )
    assert met(text, "es") == [{"luis mora": "EC", "raul rios": "CO"}]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The Consul of Togo, Si'alei Van Toor-Lavasa, spoke.", {"Si'alei Van Toor-Lavasa": "consul/TG"}),
        (
            "en",
            "The Director of the National Drug Agency (NDA) of Togo, Koffi Ayi, spoke.",
            {"Koffi Ayi": "Director of the National Drug Agency (NDA) of Togo/TG"},
        ),
        (
            "es",
            "Habló el jefe de la Policía Nacional Civil (PNC) de Guatemala, Luis Mora.",
            {"Luis Mora": "jefe de la Policía Nacional Civil (PNC) de Guatemala/GT"},
        ),
        (
            "es",
            "Habló la directora de la Agencia Estatal de Medicamentos, Ana Sousa.",
            {"Ana Sousa": "directora de la Agencia Estatal de Medicamentos/-"},
        ),
        (
            "es",
            "Habló el Procurador Nacional Antimafia y Antiterrorismo de Italia, Luis Mora.",
            {"Luis Mora": "prosecutor/IT"},
        ),
        (
            "en",
            "Federal Secretary Interior Koffi Lawson Ayi spoke.",
            {"Koffi Lawson Ayi": "minister:interior/-"},
        ),
    ],
)
def test_a_title_read_to_its_end(language: str, text: str, expected: dict[str, str]) -> None:
    assert roles(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        (
            "en",
            "It was chaired by the director of Frontiers at the Togolese ministry, Ambassador Koffi Ayi.",
            "director",
        ),
        ("en", "She saw the Minister of Foreign Trade of Togo, Senator the Hon. Koffi Ayi.", "Minister"),
        (
            "fr",
            "Le Directeur Général de la Police Nationale (DGPN), le Commissaire Général de Police Koffi Ayi.",
            "Directeur",
        ),
    ],
)
def test_an_office_comes_before_its_holders_rank(language: str, text: str, title: str) -> None:
    (person,) = claims(language, text).persons
    assert person.roles[0].title.startswith(title)


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("fr", "L'Arabie Saoudite, la Guinée Equatoriale et la République Démocratique du Congo", ["SA", "GQ", "CD"]),
        ("fr", "le Cap Vert et la Corée Du Sud", ["CV", "KR"]),
        ("fr", "dans le golfe de Guinée", []),
        ("es", "Estados unidos y Costa rica", ["US", "CR"]),
        ("en", "in the Gulf of Oman with Saudi arabia", ["SA"]),
    ],
)
def test_a_country_in_any_case(language: str, text: str, codes: list[str]) -> None:
    assert [word.code for word in find_countries(text, language)] == codes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "PM Sow of Chad met FM Ana Abalo of Togo in Lomé at 4:12 PM on Monday.",
            {"sow": "PM of Chad", "ana abalo": "FM of Togo"},
        ),
        (
            "DPM Sow of Chad received the Ambassador of Nepal to Jordan Ana Abalo.",
            {"sow": "DPM of Chad", "ana abalo": "Ambassador of Nepal to Jordan"},
        ),
        (
            "Deputy Secretary (Policy and International) Datuk Ali Sow met the Minister of Justice, Ana Abalo TD.",
            {"ali sow": "Deputy Secretary (Policy and International)", "ana abalo": "Minister of Justice"},
        ),
        (
            "The Minister of Health, the Rt. Hon. Dr. Ali Sow, met Deputy Minister Sen. Lieut. Gen. Ana Abalo.",
            {"ali sow": "Minister of Health", "ana abalo": "Deputy Minister"},
        ),
        ("Mr Sow received Mongolian Ambassador Ts. Abalo.", {"ts abalo": "Mongolian Ambassador"}),
    ],
)
def test_abbreviated_titles(text: str, expected: dict[str, str]) -> None:
    found = {person.key: person.roles[0].title for person in claims("en", text).persons if person.roles}
    assert found.items() >= expected.items()


def test_the_other_side_of_a_clause_has_its_own_head() -> None:
    text = (
        "Director Ali Sow led the Chadian delegation to the talks in Lomé, while the Togolese {} was headed by "
        "Secretary Ana Abalo."
    )
    for group in ("delegation", "side"):
        assert met(text.format(group)) == [BOTH]


def test_who_signed_met_at_the_talks_before() -> None:
    text = (
        "Togo has a pact for its workers.\nIt was signed on Thursday in Lomé by Department of Labour Secretary Ali Sow and "
        "Chadian Minister of Labour Ana Abalo, after a bilateral meeting at the ministry."
    )
    assert met(text) == [{"ali sow": "TG", "ana abalo": "TD"}]
    chaired = (
        "The consultations of Chad and Togo were co-chaired in Lomé by the Chadian Minister of Trade, Jean Moussa, and "
        "the Togolese Minister of Trade, Kossi Adjo.\nThe Chadian Director of Police, Ali Sow, and the Togolese "
        "Director of Police, Ana Abalo, took part.\nTrade was reviewed.\nSo was energy.\nRoads were spoken of.\n"
        "A statement was signed by Mr Sow and Ms Abalo at the end of the meeting."
    )
    (meeting,) = met(chaired)
    assert len(meeting) == 4


def test_an_agency_in_a_dateline_is_no_town() -> None:
    text = "AMMAN, May 2 (Petra) -- The Minister of Interior, Ali Sow, received on Friday the Ambassador of Togo, Ana Abalo."
    assert met(text) == [{"ali sow": "JO", "ana abalo": "TG"}]


def test_met_separately_is_met_in_turn() -> None:
    text = (
        "The Chadian minister, Ali Sow, met on Monday separately with the Minister of Justice of Togo, Ana Abalo, the "
        "Minister of Justice of Gabon, Jean Moussa, and the Minister of Justice of Benin, Kossi Adjo."
    )
    assert [sorted(meeting) for meeting in met(text)] == [
        ["ali sow", "ana abalo"],
        ["ali sow", "jean moussa"],
        ["ali sow", "kossi adjo"],
    ]


def test_a_transcript_is_no_news_of_what_is_ahead() -> None:
    text = (
        "Remarks by President Ali Sow of Chad and President Ana Abalo of Togo Before Bilateral Meeting\n"
        "PRESIDENT SOW: Welcome. President Abalo and I will talk about trade."
    )
    assert met(text) == [BOTH]


def test_a_bare_office_in_a_headline_meets_nobody_twice() -> None:
    text = (
        "President receives Chadian minister\nBy the desk\nThe President of Togo, Ana Abalo, welcomed the new envoy of "
        "Peru, Juan Mora.\nLater she also received the Chadian minister, Ali Sow."
    )
    assert [sorted(meeting) for meeting in met(text)].count(["ali sow", "ana abalo"]) == 1


def test_who_led_something_years_ago_is_at_no_meeting() -> None:
    text = f"{VISIT}The minister denied that the party, which had won eighteen polls since 1998, led by Hugo Mba, was to blame."
    assert met(text) == [BOTH]


@pytest.mark.parametrize(("chair", "told"), [("la ministre sarroise de l'Intérieur", True), ("le maire", False)])
def test_a_board_of_one_town_is_no_meeting_of_two_countries(chair: str, told: bool) -> None:
    text = (
        f"Le préfet de la Moselle, Ali Sow, et {chair}, Ana Abalo, ont coprésidé la réunion annuelle du comité de "
        "sécurité.\nL'Allemagne a été remerciée."
    )
    assert bool(met(text, "fr")) is told


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            (
                "The pledge was made when the Director-General of Togo Customs, Ana Abalo, led a delegation on a courtesy "
                "visit to the Director-General of Customs of Chad, Ali Sow."
            ),
            [BOTH],
        ),
        (
            "en",
            (
                "The Inspector General of Police of Chad, CG Ali Sow, held talks on Monday with his Togolese counterpart, "
                "ACP Ana Abalo."
            ),
            [BOTH],
        ),
        (
            "en",
            f"{VISIT}Mr Sow stressed that the Kingdom of Jordan, under the leadership of HM King Hassan VI, would help.",
            [BOTH],
        ),
        (
            "fr",
            (
                "Le Tchad et le Togo ont tenu leurs consultations à Lomé.\nAutour de la ministre étaient réunis Ali Sow, "
                "ministre tchadien de la Justice, et Ana Abalo, ministre togolaise de la Justice."
            ),
            [BOTH],
        ),
    ],
)
def test_visits_ranks_and_reigns(language: str, text: str, expected: list[dict[str, str]]) -> None:
    assert met(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "city"),
    [
        (
            "fr",
            "Le Burundi et le Togo ont tenu à Bujumbura la quatrième session de leur dialogue politique.",
            "Bujumbura",
        ),
        (
            "en",
            "Officials of Chad and Togo met in Lomé for the fourth session of their dialogue, which will go on in May.",
            "Lomé",
        ),
        ("fr", "Les quatrièmes consultations politiques du Tchad et du Togo ont eu lieu à Lomé.", "Lomé"),
    ],
)
def test_a_session_with_its_place_and_number(language: str, text: str, city: str) -> None:
    (meeting,) = claims(language, text).meetings
    assert (meeting.city, meeting.ordinal) == (city, 4)


def test_what_is_to_be_convened_is_no_place_of_the_talks() -> None:
    text = (
        "The Chadian minister, Ali Sow, met the Minister of Justice of Togo, Ana Abalo, on Monday.\nThey agreed to convene "
        "the joint committee between the two countries in Accra before the end of 2025."
    )
    (meeting,) = claims("en", text).meetings
    assert meeting.city is None


def test_the_place_where_those_who_met_talked() -> None:
    text = (
        "Minister Ali Sow of Chad today welcomed the Togolese Minister of Justice, Ana Abalo.\n"
        "During a bilateral meeting at the Ministry in Moundou, the two Ministers discussed the return of persons."
    )
    (meeting,) = claims("en", text).meetings
    assert meeting.city == "Moundou"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The director of immigration of Chad, Ali Sow, said that a meeting with his Togolese colleague was being planned.",
        ),
        (
            "en",
            "The Foreign Minister of Chad, Ali Sow, ruled out for now a meeting with his Togolese counterpart, Ana Abalo.",
        ),
        (
            "es",
            "El canciller de Chile, Ali Sow, descartó por el momento un encuentro con su homóloga peruana, Ana Abalo.",
        ),
        (
            "fr",
            "Le ministre tchadien, Ali Sow, a exclu pour l'heure une rencontre avec son homologue togolaise, Ana Abalo.",
        ),
    ],
)
def test_a_meeting_ruled_out_or_being_planned_is_none(language: str, text: str) -> None:
    assert met(text, language) == []
