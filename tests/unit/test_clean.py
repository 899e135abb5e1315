"""Cleaning: the text as it is, what is stated of it, and nothing but the article in its blocks."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from etl.clean import clean, published
from etl.issues import Code, Issue
from etl.records import Block, Document, MediaType, Source

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES = {
    "en": (
        "Ministers of Arvenia and Belmora meet in Port Sella",
        "The interior ministers of Arvenia and Belmora met on Monday in Port Sella to talk about their border.",
        "They agreed to exchange information and will meet again before the end of the year.",
    ),
    "fr": (
        "Les ministres d'Arvénie et de Belmore se réunissent à Port-Sella",
        "Les ministres de l'Intérieur d'Arvénie et de Belmore se sont réunis lundi à Port-Sella.",
        "Ils ont convenu d'échanger des informations et se reverront avant la fin de l'année.",
    ),
    "es": (
        "Los ministros de Arvenia y Belmora se reúnen en Puerto Sella",
        "Los ministros del Interior de Arvenia y Belmora se reunieron el lunes en Puerto Sella.",
        "Acordaron intercambiar información y volverán a reunirse antes de que termine el año.",
    ),
}
ABOVE = [
    ("en", "Home | News | Politics | World | Sport"),
    ("en", "We use cookies to improve your visit. By continuing you accept our cookie policy."),
    ("en", "Skip to main content"),
    ("en", "Follow us on Facebook"),
    ("en", "By Nora Winfield"),
    ("en", "By NORA WINFIELD and Paul Hatch | Staff writers"),
    ("en", "Photo: Carl Osgood / Wire"),
    ("en", "Home > World > Europe"),
    ("en", "3 min read"),
    ("fr", "Accueil\nPolitique\nÉconomie\nSport"),
    ("fr", "Nous utilisons des cookies pour mesurer l'audience. Vous pouvez accepter ou refuser."),
    ("fr", "Suivez-nous sur Facebook"),
    ("fr", "Par Hélène Vasseur"),
    ("fr", "Par la rédaction"),
    ("fr", "Crédit photo : Marc Delorme"),
    ("fr", "Accueil › Monde › Afrique"),
    ("fr", "Temps de lecture : 3 min"),
    ("es", "Inicio | Actualidad | Economía | Deportes"),
    ("es", "Utilizamos cookies propias y de terceros para mejorar su visita."),
    ("es", "Síguenos en Twitter"),
    ("es", "Por Dolores Ibarra"),
    ("es", "Redacción"),
    ("es", "Foto: Julián Ortega / Agencia"),
    ("es", "Fotografía de Julián Ortega"),
]
BELOW = [
    ("en", "Related posts\n\nMayor Ruth Hadley opens a library\n\nHarbour strike called off by Tom Ellery"),
    ("en", "Read also: Mayor Ruth Hadley opens a library"),
    ("en", "About the author\n\nNora Winfield has covered the border for ten years and lives in Port Sella."),
    ("en", "Please enter your comment!\nPlease enter your name here"),
    ("en", "Leave a reply\n\nTom Ellery says: the ministers met for nothing, as they did last year."),
    ("en", "Share on Facebook | Share on Twitter"),
    ("en", "Subscribe to our newsletter"),
    ("en", "© 2024 The Sella Herald. All rights reserved."),
    ("en", "Tags: Arvenia, Ruth Hadley"),
    ("en", "Media contact: Paul Hatch, press@ministry.example"),
    ("fr", "Lire aussi"),
    ("fr", "Articles similaires\n\nLa maire Odile Carpentier inaugure un pont\n\nGrève au port, selon Luc Morand"),
    ("fr", "À lire aussi : la maire Odile Carpentier inaugure un pont"),
    ("fr", "À propos de l'auteur\n\nHélène Vasseur suit les questions de frontières depuis dix ans."),
    ("fr", "Commentaires (2)\n\nLuc Morand : les ministres se sont réunis pour rien, comme toujours."),
    ("fr", "Partager\nTweeter\nImprimer"),
    ("fr", "Abonnez-vous à notre newsletter"),
    ("fr", "© Le Courrier de Sella. Tous droits réservés."),
    ("fr", "Mots-clés : Arvénie, Odile Carpentier"),
    ("es", "Noticias relacionadas\n\nLa alcaldesa Rita Salcedo inaugura un puente\n\nHuelga, según Lucas Mora"),
    ("es", "Te puede interesar: la alcaldesa Rita Salcedo inaugura un puente"),
    ("es", "Sobre el autor\n\nDolores Ibarra cubre la frontera desde hace diez años para este diario."),
    ("es", "Deja un comentario\n\nLucas Mora: los ministros se reunieron para nada, como siempre."),
    ("es", "Compartir en Facebook"),
    ("es", "Suscríbete a nuestro boletín"),
    ("es", "© El Correo de Sella. Todos los derechos reservados."),
    ("es", "Etiquetas: Arvenia, Rita Salcedo"),
]


def document(data: str | bytes, media_type: MediaType = "text/plain", **metadata: str) -> Document:
    encoded = data.encode() if isinstance(data, str) else data
    result = clean(Source("page.txt", media_type, encoded, metadata))
    assert isinstance(result, Document), result
    for block in result.blocks:
        assert result.text[block.start : block.end].strip()
    return result


def kept(result: Document, *kinds: str) -> list[str]:
    return [result.text[b.start : b.end] for b in result.blocks if not kinds or b.kind in kinds]


def refused(data: bytes, media_type: MediaType = "text/plain") -> Issue:
    result = clean(Source("page", media_type, data))
    assert isinstance(result, Issue)
    assert result.next_step
    return result


# -- noise ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "noise"), ABOVE)
def test_noise_above_the_article_is_outside_its_blocks(language: str, noise: str) -> None:
    article = ARTICLES[language]
    assert kept(document("\n\n".join((noise, *article)))) == list(article)
    assert kept(document("\n\n".join((article[0], noise, *article[1:])))) == list(article)


@pytest.mark.parametrize(("language", "noise"), BELOW)
def test_noise_below_the_article_is_outside_its_blocks(language: str, noise: str) -> None:
    article = ARTICLES[language]
    assert kept(document("\n\n".join((*article, noise)))) == list(article)


@pytest.mark.parametrize(
    ("language", "link"),
    [
        ("en", "Read also: Mayor Ruth Hadley opens a library"),
        ("en", "Read also\n\nMayor Ruth Hadley opens a library"),
        ("fr", "Lire aussi\n\nLa maire Odile Carpentier inaugure un pont"),
        ("es", "Lea también\n\nLa alcaldesa Rita Salcedo inaugura un puente"),
    ],
)
def test_an_article_goes_on_after_a_link_in_its_midst(language: str, link: str) -> None:
    title, first, second = ARTICLES[language]
    assert kept(document(f"{title}\n\n{first}\n\n{link}\n\n{second}")) == [title, first, second]


def test_teasers_of_other_articles_are_no_paragraphs() -> None:
    teasers = "Related\n\nA bridge opens\n\nMayor Ruth Hadley opened a bridge on Sunday...\n\nStrike\n\nTom Ellery..."
    article = ARTICLES["en"]
    assert kept(document("\n\n".join((*article, teasers)))) == list(article)


def test_a_credit_at_the_end_of_the_last_paragraph_is_cut_off() -> None:
    title, first, second = ARTICLES["es"]
    result = document(f"{title}\n\n{first}\n\n{second} Con información de Rita Salcedo")
    assert kept(result) == [title, first, second]


def test_whose_picture_it_is_behind_a_caption_is_cut_off() -> None:
    title, first, second = ARTICLES["es"]
    caption = (
        "La ministra de Justicia saluda a su homólogo a su llegada a la sede del ministerio este lunes por la tarde"
    )
    assert kept(document(f"{title}\n\n{caption} - RITA SALCEDO\n\n{first}\n\n{second}"))[1] == caption


def test_a_repeated_title_stands_once() -> None:
    title, first, second = ARTICLES["en"]
    result = document(f"{title}\n\n{title}\n\n{first}\n\n{second}")
    assert next((block.start, block.kind) for block in result.blocks) == (0, "title")
    assert kept(result) == [title, first, second]


def test_prose_that_begins_like_a_byline_stays() -> None:
    for sentence in (
        "Par ailleurs, les deux ministres ont convenu de se revoir.",
        "By then the two ministers had left the room.",
        "Por su parte, la ministra recordó el acuerdo firmado en mayo.",
    ):
        assert sentence in kept(document("\n\n".join((*ARTICLES["fr"], sentence))))


def test_a_list_that_was_announced_is_kept_and_a_menu_is_not() -> None:
    title, first, second = ARTICLES["en"]
    listing = "The delegation included:\n\n- Nora Winfield, ambassador\n- Carl Osgood, adviser"
    result = document(f"- Home\n- World\n\n{title}\n\n{first}\n\n{second}\n\n{listing}\n\n- About\n- Contact\n")
    assert kept(result, "item") == ["Nora Winfield, ambassador", "Carl Osgood, adviser"]


# -- layout --------------------------------------------------------------------------------------------


def test_a_sound_text_is_kept_as_it_is() -> None:
    text = (
        "Title of a text\n\n“Curly” quotes, a\u00a0hard space, ﬁ ligature, Ｗide, soft\u00adhyphen… and more words.\n"
    )
    assert document(text).text == text


def test_hard_wrapped_paragraphs_are_one_block() -> None:
    paragraph = (
        "On Monday the interior ministers of Arvenia and Belmora met in the town\n"
        "of Port Sella. They agreed to exchange information on their border with\n"
        "Cordania, and will meet again before the end of the year in the capital\n"
        "of Belmora."
    )
    assert kept(document(f"{paragraph}\n\n{paragraph}")) == [paragraph, paragraph]


def test_words_of_the_page_within_a_wrapped_sentence_are_prose() -> None:
    """A line that looks like a by-line, a menu or a date line belongs to the sentence it stands in."""
    paragraph = (
        "The seventh session of the joint committee on borders was co-chaired\n"
        "by Nora Winfield and Carl Osgood, and the two delegations spoke about\n"
        "trade, the weather, the fight against smuggling, politics, education\n"
        "and health. They will meet for the last of the three sessions held on\n"
        "June 19, 2023."
    )
    assert kept(document(f"{ARTICLES['en'][0]}\n\n{paragraph}"), "body") == [paragraph]


def test_short_sentences_with_the_words_of_prompts_are_prose() -> None:
    for sentence in (
        "Arvenia will accept all of its nationals who are returned by Belmora.",
        "The delegations came to learn more about the Arvenian model.",
        "Photo-sharing services were discussed by the two delegations.",
    ):
        assert sentence in kept(document("\n\n".join((*ARTICLES["en"], sentence))))


def test_a_delegation_is_no_byline() -> None:
    article = "\n\n".join(ARTICLES["es"])
    result = document(f"{article}\n\nAsistieron:\n\n- Por Arvenia, Rita Salcedo\n- Por Belmora: Lucas Mora\n")
    assert kept(result, "item") == ["Por Arvenia, Rita Salcedo", "Por Belmora: Lucas Mora"]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    title, first, second = ARTICLES["fr"]
    assert kept(document(f"{title}\nPublié le 4 mars 2024 à 10h12\n{first}\n{second}")) == [title, first, second]


def test_markup_is_no_text() -> None:
    _, first, second = ARTICLES["es"]
    page = (
        f'<img src="a.jpg" style="float: left" />\n<p style="text-align: justify;">\n  {first}\n</p>\n'
        f"<!-- oculto -->\n![Rita Salcedo en 2020](a.jpg){second}\n\n## Un **ladillo**\n\n> {first}\n"
    )
    result = document(page, "text/markdown")
    assert kept(result) == [first, second, "Un **ladillo**", first]
    assert result.text == page


def test_bullets_and_heading_marks_are_outside_blocks() -> None:
    title, first, _ = ARTICLES["en"]
    listing = "The two sides agreed:\n\n* to exchange\n  fingerprints;\n* to meet in autumn.\n"
    result = document(f"# {title}\n\n{first}\n\n{listing}", "text/markdown")
    assert kept(result, "title") == [title]
    assert kept(result, "item") == ["to exchange\n  fingerprints;", "to meet in autumn."]


# -- decoding ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_known_encodings_give_the_same_text(encoding: str) -> None:
    text = "\n\n".join(ARTICLES["fr"])
    assert document(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["cp1251", "shift_jis", "big5"])
def test_an_encoding_that_nothing_explains_is_refused(encoding: str) -> None:
    text = {"cp1251": "Министры встретились в понедельник.", "shift_jis": "大臣が会談した。", "big5": "部長們會面。"}
    assert refused(text[encoding].encode(encoding)).code is Code.ENCODING


def test_blank_lines_within_sentences_part_nothing() -> None:
    lines = "The ministers of both countries met for two days in a town on the\n\ncoast and signed an agreement."
    assert kept(document(f"{ARTICLES['en'][1]}\n\n{lines}")) == [ARTICLES["en"][1], lines]


def test_a_word_is_joined_where_a_soft_hyphen_and_a_space_part_it() -> None:
    text = document("The under\u00ad secretary and the ambas\u00ad\nsador met on Monday.").text
    assert text.startswith("The undersecretary and the ambassador met")


def test_mojibake_and_entities_are_mended_before_offsets_are_taken() -> None:
    title, first, second = ARTICLES["fr"]
    broken = first.encode().decode("cp1252")
    result = document(f"{title}\r\n\r\n{broken}\r\n\r\n{second.replace('é', '&eacute;')}")
    assert kept(result) == [title, first, second]


@pytest.mark.parametrize("data", [b" \n\n ", b"---\ntitle: A\n---\n\n"])
def test_a_text_of_nothing_is_empty(data: bytes) -> None:
    assert refused(data).code is Code.EMPTY


def test_a_damaged_pdf_is_malformed() -> None:
    assert refused(b"%PDF-1.7 nonsense", "application/pdf").code is Code.MALFORMED


# -- what is stated ------------------------------------------------------------------------------------

FRONT = "---\ntitle: 'A: title'\n{}\n---\n\n" + ARTICLES["en"][1] + "\n"


@pytest.mark.parametrize(
    ("field", "published"),
    [
        ("date: 2018-03-19 00:00:00 +0000", "2018-03-19"),
        ("date: '2024-08-01'\npublished_time: 2024-08-01 20:00:08-04:00", "2024-08-01"),
        ("published_time: 2024-08-01T23:30:00-04:00", "2024-08-01"),
        ("published: true", "None"),
        ("published: 5 mars 2024", "2024-03-05"),
        ("date: 2024-03", "2024-03"),
        ("date: 2024-02-30", "None"),
        ("modified: 2024-03-01", "None"),
        ("fecha_publicacion: '2024-03-01 18:52 +0100'", "2024-03-01"),
        ("post-date: 2024-03-01 10:05:44", "2024-03-01"),
        ("publié_le: 1er mars 2024", "2024-03-01"),
    ],
)
def test_front_matter_states_the_date(field: str, published: str) -> None:
    result = document(FRONT.format(field))
    assert str(result.published) == published
    assert result.title == "A: title"
    assert kept(result) == ["A: title", ARTICLES["en"][1]]


def test_front_matter_with_a_bare_colon_is_read_line_by_line() -> None:
    result = document("---\ntitle: Talks: day two\ndate: 2024-01-02\n---\n" + ARTICLES["en"][1])
    assert (result.title, str(result.published)) == ("Talks: day two", "2024-01-02")


def test_a_title_that_front_matter_spells_otherwise_is_set_in_above_the_article() -> None:
    result = document('---\ntitle: "Talks: \\u2019day\\u2019 two"\n---\n' + ARTICLES["en"][1])
    assert (result.title, kept(result)) == ("Talks: ’day’ two", ["Talks: ’day’ two", ARTICLES["en"][1]])


def test_a_title_that_the_article_repeats_is_read_once() -> None:
    title, body = ARTICLES["en"][:2]
    assert kept(document(f"---\ntitle: {title}\n---\n{title}\n\n{body}\n")) == [title, body]


def test_an_article_in_front_matter_is_read() -> None:
    title, lead, body = ARTICLES["es"]
    result = document(f"---\ntitulo: {title}\nresumen: >-\n  {lead}\ncontenido: |\n  {body}\nslug: a-b\n---\n")
    assert kept(result) == [title, lead, body]


def test_front_matter_without_an_article_is_empty() -> None:
    issue = clean(Source("a.md", "text/markdown", b"---\ntitle: Talks in Sella\nresumen: Talks\n---\n"))
    assert isinstance(issue, Issue)
    assert issue.code == Code.EMPTY


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    text = "---\n" + ARTICLES["en"][1] + "\n---\n" + ARTICLES["en"][2]
    assert kept(document(text)) == list(ARTICLES["en"][1:])


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("lundi, 21 octobre, 2024 à 17:21", "2024-10-21"),
        ("Lundi 15 Avril 2024 - 20:00", "2024-04-15"),
        ("Publié le 7 octobre 2024 à 08h15 | par Nadia Verdier", "2024-10-07"),
        ("Published 14 September 2022", "2022-09-14"),
        ("By Nora Winfield - Jun 03, 18", "2018-06-03"),
        ("19/07/2022 - 13:40h", "2022-07-19"),
        ("Lima, 20 de junio de 2022", "2022-06-20"),
        ("Boletín - mayo de 2024", "2024-05"),
        ("Updated 3 June 2024", "2024-06-03"),
        ("Page updated 9 June 2024, first published 3 June 2024", "2024-06-03"),
        ("Press item | 03-06-2024 | 14:10", "2024-06-03"),
        ("Sella | 03·06·24 | 07:00", "2024-06-03"),
        ("Par Aline Dubreuil • Publié le 03/06/2024 à 19:30, mis à jour à 20:02", "2024-06-03"),
        ("Par Aline Dubreuil | Sella, le 3 juin 2024, 15:22 | Lu 412 fois", "2024-06-03"),
        ("La Gaceta del Puerto, lunes 3 de junio de 2024", "2024-06-03"),
        ("Agencias / Redacción 03/06/2024 - 13:40h", "2024-06-03"),
        ("June 3, 2024 @ 8:47pm", "2024-06-03"),
        ("Dernière mise à jour : 03.06.24", "2024-06-03"),
        ("Type: Press notice Date: 3 June 2024", "2024-06-03"),
        ("Par La Rédaction le lundi 3 juin 2024 à 19h10", "2024-06-03"),
        ("lundi 3 juin 2024 à 19:05 par Aline Dubreuil", "2024-06-03"),
        ("3 juin 2024 Facebook Twitter LinkedIn E-mail", "2024-06-03"),
        ("06/23/2024", "2024-06-23"),
        ("The talks of 3 June 2024 were the first", "None"),
        ("The treaty was published on 3 June 2024 in Port Sella.", "None"),
        ("On 3 June 2024 the two ministers had met in another town.", "None"),
    ],
)
def test_a_date_line_under_the_title_dates_the_text(line: str, published: str) -> None:
    title, first, second = ARTICLES["en"]
    assert str(document(f"{title}\n\n{line}\n\n{first}\n\n{second}").published) == published


@pytest.mark.parametrize(
    "opening",
    [
        "Madrid, 2 de noviembre de 2023.- ",
        "NOUAKCHOTT, 2 novembre 2023 (AMI) - ",
        "Guatemala, 2 nov. 2023 (AGN).- ",
        "Sella, D. C. (nov. 2/23). ",
        "SELLA, MS, le 2 novembre 2023 /AMI/ - ",
        "Port Sella (Norland), le 2 novembre 2023 – ",
        "Port Sella, le 2 novembre 2023. ",
        "Port Sella, November 2, 2023: ",
        "2 novembre 2023. - ",
        "02/11/2023 - ",
        "Port Sella 2 novembre 2023 : ",
        "(Port Sella, le 2 novembre 2023) ",
    ],
)
def test_an_agencys_opening_dates_the_text(opening: str) -> None:
    assert str(document(f"{opening}{ARTICLES['es'][1]}\n\n{ARTICLES['es'][2]}").published) == "2023-11-02"


@pytest.mark.parametrize(
    ("weekday", "foot", "published"),
    [
        ("este jueves", "© 2023 Agencia", "2023-11-02"),
        ("este viernes", "© 2023 Agencia", "None"),
        ("este jueves", "", "None"),
        ("el 31 de octubre de 2023", "", "2023-11-02"),
    ],
)
def test_an_opening_without_its_year_takes_the_pages_if_the_weekday_agrees(
    weekday: str, foot: str, published: str
) -> None:
    text = f"SELLA, 2 Nov. (AGENCIA) - Los dos ministros se vieron {weekday} en la sede del ministerio.\n\n{foot}"
    assert str(document(f"{text}").published) == published


def test_the_head_of_a_page_dates_it_where_nothing_better_does() -> None:
    title, first, _ = ARTICLES["fr"]
    assert str(document(f"Sécurité et pêche au large de la côte |13 March 2015\n\n{title}\n\n{first}").published) == (
        "2015-03-13"
    )
    assert str(document(f"{title} (14 mars 2023)\n\n{first}").published) == "2023-03-14"


def test_a_date_line_below_a_standfirst_dates_the_text() -> None:
    title, first, second = ARTICLES["en"]
    text = f"{title}\n\n{first}\n\nNora WINFIELD | 17 Nov 2023 | 11:03\n\n{second}\n\nNext: Port Sella, May 2024."
    assert str(document(text).published) == "2023-11-17"


@pytest.mark.parametrize(
    ("url", "published"),
    [
        ("https://news.example/2023/05/03/talks", "2023-05-03"),
        ("https://news.example/noticia-talks-20230503160912.html", "2023-05-03"),
        ("https://news.example/2023/05/talks", "2023-05"),
        ("https://news.example/node/20230", "None"),
    ],
)
def test_an_address_dates_a_page_that_does_not(url: str, published: str) -> None:
    assert str(document(f"---\nurl: {url}\n---\n\n{ARTICLES['en'][1]}").published) == published


def test_a_closing_line_dates_the_text_only_with_its_place() -> None:
    article = "\n\n".join(ARTICLES["es"])
    assert str(document(f"{article}\n\nSella, a 25 de junio de 2022").published) == "2022-06-25"
    assert document(f"{article}\n\n25 de junio de 2022").published is None


def test_the_fullest_date_wins_over_a_months_header() -> None:
    title, first, _ = ARTICLES["fr"]
    result = document(f" date 2024-10 {title}\n\nlundi 21 octobre 2024\n\n{first}")
    assert str(result.published) == "2024-10-21"
    assert kept(result, "title") == [title]
    assert str(document(f" date 2024-10 {title}\n\n{first}").published) == "2024-10"


def test_a_date_in_a_file_name_or_sentence_is_no_publication() -> None:
    source = Source("2024-03-04-talks.txt", "text/plain", b"The two ministers met on 3 March 2024 in Port Sella.")
    result = clean(source)
    assert isinstance(result, Document)
    assert result.published is None


# -- identity ------------------------------------------------------------------------------------------


def test_the_id_is_the_documents_own_else_its_place(tmp_path: Path) -> None:
    text = ARTICLES["en"][1].encode()
    place = tmp_path / "a b.txt"

    def identity(data: bytes, origin: str, root: Path | None = None, **metadata: str) -> str:
        result = clean(Source(origin, "text/plain", data, metadata), relative_to=root)
        assert isinstance(result, Document)
        return result.id

    assert identity(b"---\nsource_url: https://a.example/x\nid: 7\n---\n" + text, str(place)) == "https://a.example/x"
    assert identity(b"---\nid: comm-7\n---\n" + text, str(place)) == "comm-7"
    assert identity(text, "rows.csv#1", id="r1", url="https://a.example/r1") == "r1"
    assert identity(text, "rows.csv#1", url="https://a.example/r1") == "https://a.example/r1"
    assert identity(text, str(place)) == place.as_uri()
    assert identity(text, f"{tmp_path}/x.zip!/a.txt") == f"file://{tmp_path}/x.zip!/a.txt"
    assert identity(text, str(place), tmp_path) == "a b.txt"
    assert identity(text, "/elsewhere/a.txt", tmp_path) == "file:///elsewhere/a.txt"
    assert identity(text, "-") == identity(text, "-")
    assert identity(text, "-").startswith("urn:sha256:")


def test_the_hash_follows_the_text_and_what_is_stated() -> None:
    text = ARTICLES["en"][1]
    plain = document(text)
    assert plain.content_hash == document(text.encode("utf-8-sig")).content_hash
    others = {document(text + " More.").content_hash, document(text, published="2024-01-02").content_hash}
    assert plain.content_hash not in others
    assert len(others) == 2


def test_blocks_are_ordered_and_apart() -> None:
    blocks: tuple[Block, ...] = document("\n\n".join(ARTICLES["en"])).blocks
    assert all(a.end <= b.start for a, b in itertools.pairwise(blocks))


def test_a_page_without_a_paragraph_has_no_opening_to_date_it() -> None:
    """Pictures alone under a title: a scanned memorandum."""
    assert published.yearless([], "Copyright 2024") is None
