"""Which of several encounters a sentence is of, and what is none: headlines, relative clauses, who was at all of them."""

from __future__ import annotations

import pytest

from tests.unit.test_circumstances import claims


def _met(language: str, text: str) -> list[tuple[tuple[str, ...], set[str]]]:
    found = claims(language, text)
    name = {person.key: person.name for person in found.persons}
    return [
        (meeting.parties, {name[p.person] for p in found.participants if p.meeting == meeting.key})
        for meeting in found.meetings
    ]


def _chairs(language: str, text: str) -> set[str]:
    return {p.person for p in claims(language, text).participants if p.relation == "CO_CHAIRED"}


@pytest.mark.parametrize(
    ("language", "text", "both"),
    [
        (
            "en",
            (
                "Chilean minister Paul Abalo and Togolese minister Yao Agbo co-chaired the talks in Lima on Sunday. They were"
                " attended by minister Koffi Adom of Togo, who on Monday was received by Chile's President, Ana Sousa."
            ),
            {"Koffi Adom", "Ana Sousa"},
        ),
        (
            "es",
            (
                "El ministro chileno Paul Abalo y el ministro togolés Yao Agbo copresidieron el domingo en Lima las"
                " conversaciones. En la reunión estuvieron presentes el ministro chileno Luis Mora y, del lado togolés, el"
                " ministro Koffi Adom, quien el lunes fue recibido por la presidenta de Chile, Ana Sousa."
            ),
            {"Koffi Adom", "Ana Sousa"},
        ),
    ],
)
def test_who_was_present_and_whom_they_met_in_a_relative_clause_are_two_encounters(
    language: str, text: str, both: set[str]
) -> None:
    assert both in [people for _, people in _met(language, text)]


def test_whom_a_headline_names_with_another_met_apart_where_the_text_tells_of_each() -> None:
    text = (
        "Chilean minister Luis Mora met the Togolese minister Koffi Adom in Lomé on Monday. He then met the Ghanaian"
        " minister Kojo Mensah."
    )
    assert [parties for parties, _ in _met("en", text)] == [("CL", "TG"), ("CL", "GH")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "Chilean minister Luis Mora met the Togolese minister Koffi Adom in Lomé on Monday. He also met the Ghanaian"
                " minister Kojo Mensah. The meetings were attended by Ambassador Ana Sousa."
            ),
        ),
        (
            "fr",
            (
                "Le ministre chilien Luis Mora a rencontré lundi à Lomé le ministre togolais Koffi Adom. Il a aussi rencontré"
                " le ministre ghanéen Kojo Mensah. L'ambassadrice Ana Sousa a pris part à l'ensemble des entretiens."
            ),
        ),
        (
            "es",
            (
                "El ministro chileno Luis Mora se reunió el lunes en Lomé con el ministro togolés Koffi Adom. También se"
                " reunió con el ministro ghanés Kojo Mensah. En las dos reuniones lo acompañó la embajadora Ana Sousa."
            ),
        ),
    ],
)
def test_who_was_at_the_meetings_was_at_each(language: str, text: str) -> None:
    met = _met(language, text)
    assert len(met) == 2
    assert all("Ana Sousa" in people for _, people in met)


def test_whom_one_of_two_talked_with_of_a_third_country_was_not_at_their_meeting() -> None:
    text = (
        "La ministre chilienne Ana Sousa a rencontré lundi à Lomé le ministre togolais Koffi Adom. Avec le ministre"
        " ghanéen de l'Intérieur, Kojo Mensah, la ministre Sousa a abordé la pêche."
    )
    assert _met("fr", text) == [
        (("CL", "TG"), {"Ana Sousa", "Koffi Adom"}),
        (("CL", "GH"), {"Ana Sousa", "Kojo Mensah"}),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Togolese minister Koffi Adom, who had been scheduled to attend, was held up in Lomé."),
        ("en", ("A meeting between the Chilean minister Luis Mora and the Togolese minister Koffi Adom that had been"
               " scheduled for Monday in Lomé has been cancelled.")),
        ("en", "Postponement of the 18th session of the Chile-Togo Joint Commission."),
        ("fr", "Report de la 18e session de la commission mixte entre le Chili et le Togo."),
        ("es", "Aplazamiento de la XVIII reunión de la comisión mixta entre Chile y Togo."),
        ("en", ("The National Security Council was chaired by Prime Minister, the Most Hon. Luis Mora, on Monday in"
               " Kingston. Minister Ana Sousa said that guns come from the United States.")),
        ("en", "Statement by Togolese spokesperson Koffi Adom on the visit of the Chilean minister Luis Mora."),
    ],
)  # fmt: skip
def test_what_is_put_off_or_national_is_no_meeting(language: str, text: str) -> None:
    assert _met(language, text) == []


def test_whose_statement_tells_of_a_meeting_was_not_at_it() -> None:
    text = (
        "Statement by spokesperson Koffi Adom on Chilean minister Luis Mora's meeting with Peruvian minister Ana Sousa."
    )
    assert _met("en", text) == [(("CL", "PE"), {"Luis Mora", "Ana Sousa"})]


def test_two_who_give_joint_remarks_met() -> None:
    text = "Remarks by President Luis Mora of Chile and President Koffi Adom of Togo before a bilateral meeting."
    assert [parties for parties, _ in _met("en", text)] == [("CL", "TG")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "The joint commission of Chile and Togo met in Lomé on Monday. The delegation of Chile was headed by minister"
                " Luis Mora, and that of Togo by minister Koffi Adom. The session was co-chaired by the two heads of"
                " delegation."
            ),
        ),
        (
            "fr",
            (
                "La commission mixte du Chili et du Togo s'est tenue lundi à Lomé. La délégation chilienne était conduite par"
                " le ministre Luis Mora, celle du Togo par le ministre Koffi Adom. Les travaux ont été coprésidés par les"
                " deux chefs de délégation."
            ),
        ),
    ],
)
def test_the_two_heads_of_delegation_are_those_who_led_them(language: str, text: str) -> None:
    assert _chairs(language, text) == {"luis mora", "koffi adom"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", ("The session of Chile and Togo was co-chaired by Chilean minister Luis Mora and Togolese minister Koffi"
               " Adom. Besides the co-chairs, Ana Sousa, the director of the police, spoke at the session.")),
        ("fr", ("La session du Chili et du Togo a été coprésidée par le ministre chilien Luis Mora et le ministre togolais"
               " Koffi Adom. Sont intervenus, outre les coprésidents, la directrice Ana Sousa et le colonel Paul Abalo.")),
    ],
)  # fmt: skip
def test_who_spoke_besides_the_chairs_chaired_nothing(language: str, text: str) -> None:
    assert _chairs(language, text) == {"luis mora", "koffi adom"}


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", ("La ministre péruvienne Ana Sousa a présidé lundi à Lima la réunion. Pour le Togo siégeaient le ministre"
               " Koffi Adom et le colonel Paul Abalo."), {"TG"}),
        ("es", ("La ministra peruana Ana Sousa presidió el lunes en Lima la reunión. Por Togo intervinieron el ministro"
               " Koffi Adom y el coronel Paul Abalo."), {"TG"}),
        ("en", ("Chilean minister Luis Mora met Togolese minister Ana Sousa in Lima. Attending were director Koffi Adom and"
               " secretary Paul Abalo. On the Togolese side were director Kojo Mensah and adviser Yao Agbo."), {"CL"}),
        ("fr", ("La ministre péruvienne Ana Sousa a reçu lundi le gouverneur du Haut-Katanga, Koffi Adom, et le gouverneur"
               " du Haut-Katanga, Paul Abalo."), {"CD"}),
    ],
)  # fmt: skip
def test_sides_stand_before_the_verb_in_the_next_sentence_or_in_the_name_of_a_region(
    language: str, text: str, side: set[str]
) -> None:
    countries = {p.person: p.country for p in claims(language, text).participants}
    assert {countries.get("koffi adom"), countries.get("paul abalo")} == side


def test_an_unnamed_minister_before_an_auxiliary_is_no_title_of_whom_they_met() -> None:
    text = (
        "Le ministre roumain Luis Mora a accueilli lundi à Iași le ministre moldave Paul Abalo et le ministre ukrainien"
        " Yao Agbo. Avant la réunion, le ministre roumain a eu un entretien bilatéral avec M. Abalo."
    )
    assert (("MD", "RO"), {"Luis Mora", "Paul Abalo"}) in _met("fr", text)


def test_a_bare_rank_means_its_holder_of_any_portfolio() -> None:
    text = (
        "Cuban deputy trade minister Ana Sousa met Algerian minister Koffi Adom in Algiers on Monday. On Tuesday the"
        " deputy trade minister was received by Prime Minister Paul Abalo."
    )
    assert ("Ana Sousa" in people for _, people in _met("en", text)[1:])


def test_a_town_hall_is_a_house_and_who_sits_at_a_table_met_its_host() -> None:
    text = (
        "Prime Minister Luis Mora, who hosted the summit of Chile, Togo and Ghana in Lota's town hall on Monday, had at"
        " his table Togolese Chancellor Koffi Adom and Ghanaian President Kojo Mensah."
    )
    assert _met("en", text) == [(("CL", "GH", "TG"), {"Luis Mora", "Koffi Adom", "Kojo Mensah"})]
