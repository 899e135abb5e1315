"""Detection: three languages are read, all others are recognised and refused."""

from __future__ import annotations

import pytest

from etl.clean import clean
from etl.detect import detect
from etl.issues import Code, Issue
from etl.records import Document, Source

READ = {
    "en": "The interior ministers of the two countries met on Monday and agreed to exchange information.",
    "fr": "Les ministres de l'Intérieur des deux pays se sont réunis lundi et ont convenu de se revoir.",
    "es": "Los ministros del Interior de los dos países se reunieron el lunes y acordaron volver a verse.",
}
REFUSED = {
    "Portuguese": "Os ministros do Interior dos dois países reuniram-se na segunda-feira e decidiram cooperar mais.",
    "Italian": "I ministri dell'Interno dei due Paesi si sono incontrati lunedì e hanno deciso di collaborare.",
    "Catalan": "Els ministres de l'Interior dels dos països es van reunir dilluns i van acordar de col·laborar més.",
    "German": "Die Innenminister der beiden Länder trafen sich am Montag und vereinbarten, enger zu arbeiten.",
    "Dutch": "De ministers van Binnenlandse Zaken van beide landen kwamen maandag bijeen om samen te werken.",
    "Arabic": "اجتمع وزيرا داخلية البلدين يوم الاثنين واتفقا على تبادل المعلومات بينهما بشكل منتظم.",
}


def detected(text: str, **metadata: str) -> Document | Issue:
    document = clean(Source("page.txt", "text/plain", text.encode(), metadata))
    assert isinstance(document, Document)
    return detect(document)


@pytest.mark.parametrize("language", READ)
def test_the_three_languages_are_told_apart(language: str) -> None:
    result = detected(READ[language])
    assert isinstance(result, Document)
    assert result.language == language
    capitals = detected(READ[language].upper())
    assert isinstance(capitals, Document)
    assert capitals.language == language


@pytest.mark.parametrize("name", REFUSED)
def test_any_other_language_is_refused_by_its_name(name: str) -> None:
    result = detected(REFUSED[name])
    assert isinstance(result, Issue)
    assert result.code is Code.UNSUPPORTED_LANGUAGE
    assert name in result.message
    assert result.next_step


def test_a_menu_in_another_language_decides_nothing() -> None:
    menu = "Home | News | World | Sport\n\nShare on Facebook | Share on Twitter\n\nSubscribe to our newsletter\n\n"
    result = detected(menu + READ["es"])
    assert isinstance(result, Document)
    assert result.language == "es"


def test_stated_metadata_breaks_ties_only() -> None:
    wrong = detected(READ["fr"], language="en")
    assert isinstance(wrong, Document)
    assert wrong.language == "fr"
    names = detected("Laftit, Marlaska, Castagnol, Roquemaure, Belmonte, Verlinden, De Moor.", language="es")
    assert isinstance(names, Document)
    assert names.language == "es"


def test_an_article_given_in_two_scripts_is_read_in_ours() -> None:
    result = detected(f"{READ['fr']}\n\n{READ['fr']}\n\n{REFUSED['Arabic']}")
    assert isinstance(result, Document)
    assert result.language == "fr"


def test_a_page_of_menus_is_empty() -> None:
    result = detected("Home | News | World\n\nFollow us on Facebook\n\nContact")
    assert isinstance(result, Issue)
    assert result.code is Code.EMPTY
