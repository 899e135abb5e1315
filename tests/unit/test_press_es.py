"""How Spanish ministries and agencies tell of encounters, in whole short texts: who came, and for which side."""

from __future__ import annotations

import pytest

from tests.unit.test_circumstances import claims
from tests.unit.test_participation import MET, expected, rosters

HOST = "La ministra de Educación de Panamá, Ana Sousa, recibió al embajador de Catar, Omar Said.\n"
TALKS = (
    "La ministra del Interior de Chile, Ana Sousa, y el ministro del Interior del Perú, Luis Mora, se reunieron "
    "en Arica.\n"
)


def sides(text: str) -> dict[str, str | None]:
    """Return the side of everybody who took part."""
    return {person.person: person.country for person in claims("es", text).participants}


@pytest.mark.parametrize(
    "text",
    [
        "{A} rindió ayer una visita de cortesía a {B}.",
        "{A} realizó una visita de cortesía a {B}.",
        "{A} y {B} se reunieron en [Rabat|l:MA]. En la llamada ruta atlántica hay menos salidas.",
        "{A} y {B} se reunieron en [Rabat|l:MA]. Durante la llamada «operación Faro» hubo patrullas.",
        "En la jornada anterior, {A} se había reunido con {B}.",
    ],
)
def test_an_encounter(text: str) -> None:
    assert [people for _, people in rosters(text, "es")] == [expected(MET)]


@pytest.mark.parametrize(
    "text",
    [
        "{A} conversó con {B}. En la llamada ambos abordaron la pesca.",
        "{A} conversó con {B}. Durante la llamada abordaron la pesca.",
        "{A} conversó con {B}. En la llamada de ayer no hubo acuerdo.",
        "{A} hará una visita de cortesía a {B}.",
        "{A} se había reunido hace un año con {B}.",
    ],
)
def test_no_encounter(text: str) -> None:
    assert rosters(text, "es") == []


def test_another_day_is_another_meeting_though_nobody_names_whom_they_saw() -> None:
    text = (
        "El ministro del Interior de Chile, Luis Mora, mantuvo ayer en Lima un encuentro con la canciller del Perú, "
        "Ana Sousa.\nEn la jornada anterior, Mora se había entrevistado con la ministra de Comercio Exterior."
    )
    assert len(claims("es", text).meetings) == 2


@pytest.mark.parametrize(
    ("text", "side"),
    [
        (TALKS + "Por Chile: la jefa de Migraciones, Marta Luna, y el jefe de Aduanas, Pablo Ruiz.", ("CL", "CL")),
        (TALKS + "Por la parte peruana: la jefa de Migraciones, Marta Luna, y el jefe de Aduanas, Pablo Ruiz.",
         ("PE", "PE")),
        (TALKS + "Asistieron las directoras Marta Luna, por el Perú, y Pablo Ruiz, por Chile.", ("PE", "CL")),
        (TALKS + "Asistieron los directores nacionales Marta Luna, por Chile; Pablo Ruiz, por el Perú, y otros.",
         ("CL", "PE")),
        (HOST + "Asistieron la viceministra Marta Luna y el segundo secretario de la embajada, Pablo Ruiz.",
         ("PA", "QA")),
        (HOST + "Asistieron la viceministra Marta Luna y el agregado cultural, Pablo Ruiz.", ("PA", "QA")),
    ],
)  # fmt: skip
def test_sides_told_once(text: str, side: tuple[str, str]) -> None:
    found = sides(text)
    assert (found["marta luna"], found["pablo ruiz"]) == side


def test_whose_a_regions_secretary_is() -> None:
    text = (
        "México y Canadá clausuraron ayer en Guadalajara la III Reunión de Evaluación.\nAsistieron el embajador "
        "canadiense, John Moore, y el secretario del Trabajo de Jalisco, Luis Mora."
    )
    assert sides(text)["luis mora"] == "MX"


def test_the_head_of_a_states_firm_sits_on_its_side() -> None:
    text = TALKS + "Asistió por Chile el presidente de la Compañía Nacional de Puertos, Pablo Ruiz."
    assert sides(text)["pablo ruiz"] == "CL"
    assert "pablo ruiz" not in sides(TALKS + "Asistió el presidente de la compañía Puertos Unidos, Pablo Ruiz.")


def test_a_headlines_counterpart_is_the_one_named_below() -> None:
    text = (
        "La secretaria de Estado de Seguridad y su homólogo portugués presidieron ayer en Badajoz la reunión\n"
        "La secretaria de Estado de Seguridad de España, Ana Sousa, y el secretario de Estado de Administración "
        "Interna de Portugal, Luis Mora, presidieron ayer en Badajoz la novena reunión."
    )
    assert not claims("es", text).offices


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Asistió la directora general de Migración, Yamileth Luna, y el resto.", "Yamileth Luna"),
        ("Asistió el embajador vietnamita en la isla, Le Van Dung.", "Le Van Dung"),
        ("El embajador de China en Chad, Chen Hai, asistió al acto.", "Chen Hai"),
        ("Asistió el agregado agrícola en Lima, Pablo Ruiz.", "Pablo Ruiz"),
    ],
)
def test_whoever_stands_behind_an_offices_comma_is_named(text: str, name: str) -> None:
    assert [person.name for person in claims("es", text).persons] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "El cónsul de Chile en Italia, Roma, asistió al acto.",
        "La directora de la Cruz Roja, Media Luna Roja y Creciente asistió.",
    ],
)
def test_a_place_or_an_institution_there_is_nobody(text: str) -> None:
    assert not claims("es", text).persons


def test_a_body_of_the_unions_sends_one_of_the_unions() -> None:
    assert sides(TALKS + "Por parte de Eurojust asistió su vicepresidente, Pablo Ruiz.")["pablo ruiz"] == "EU"


def test_beside_an_official_at_home_is_another() -> None:
    text = (
        "La canciller de Chile, Ana Sousa, recibió en Santiago al ministro de Energía del Perú, Luis Mora.\n"
        "Asistieron el ministro de Hacienda, Pablo Ruiz, y el subsecretario de Interior de Chile, Marta Luna."
    )
    assert sides(text)["pablo ruiz"] == "CL"


@pytest.mark.parametrize(
    ("text", "city"),
    [
        (TALKS.replace("en Arica", "en Santo Domingo"), "Santo Domingo"),
        (TALKS.replace("se reunieron en Arica", "se reunieron hoy en el palacio San Martín"), None),
        (TALKS.replace("en Arica", "y acordaron en Arica abrir un consulado"), "Arica"),
        (TALKS.replace("en Arica.", "y decidieron abrir este año un consulado conjunto en Arica."), None),
    ],
)
def test_where_it_was(text: str, city: str | None) -> None:
    (meeting,) = claims("es", text).meetings
    assert meeting.city == city


def test_santo_domingo_is_no_sunday() -> None:
    (meeting,) = claims("es", TALKS.replace("en Arica", "en Santo Domingo")).meetings
    assert meeting.date is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Habló la vicepresidenta tercera y ministra de Energía, Ana Sousa.", "vicepresidenta tercera"),
        (
            "Habló el vicepresidente de los Consejos de Estado y de Ministros de Cuba, Luis Mora.",
            "vicepresidente de los Consejos de Estado y de Ministros de Cuba",
        ),
        ("Habló el designado presidencial de Honduras, Luis Mora.", "designado presidencial de Honduras"),
    ],
)
def test_a_deputy_heads_title_is_whole(text: str, title: str) -> None:
    (person,) = claims("es", text).persons
    assert title in [role.title for role in person.roles]


def test_an_envoy_behind_an_unnamed_minister_is_no_minister() -> None:
    text = TALKS + "Asistieron el ministro de Energía chileno y la embajadora de Francia en Chile, Marta Luna."
    assert sides(text)["marta luna"] == "FR"


def test_a_host_before_a_comma_is_the_one_named_behind_it() -> None:
    text = (
        TALKS
        + "Horas antes, Mora había celebrado conversaciones con su anfitriona, la jefa chilena de Migraciones, Marta Luna."
    )
    found = claims("es", text)
    assert len(found.meetings) == 2
    assert {p.person for p in found.participants if p.meeting == found.meetings[1].key} == {"luis mora", "marta luna"}


def test_whom_the_visitor_had_along_sits_beside_them() -> None:
    text = (
        "La ministra de Salud de Cuba, Ana Sousa, recibió en La Habana al ministro de Salud de Angola, Luis Mora.\n"
        "Acompañó al distinguido visitante el diputado Pablo Ruiz."
    )
    assert sides(text)["pablo ruiz"] == "AO"


def test_what_will_be_spoken_of_has_not_been() -> None:
    text = (
        "El canciller de Chile, Luis Mora, viajó a Lima, dijo la canciller del Perú, Ana Sousa.\n"
        "La pesca será objeto de la entrevista entre Mora y Sousa."
    )
    assert claims("es", text).meetings == ()


def test_what_somebody_will_say_at_a_meeting_is_ahead() -> None:
    text = (
        "Durante su reunión con el presidente de Chile, Luis Mora, la presidenta del Perú, Ana Sousa, "
        '"pondrá de relieve el compromiso", dijo el portavoz.'
    )
    assert claims("es", text).meetings == ()
