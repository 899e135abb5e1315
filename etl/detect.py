"""Detect: in which language the article is, and whether we read it.

Only the article counts: a page's menu may be in another language. The identifier chooses among the languages in
which press texts of the genre come, so that Catalan or Portuguese is recognised and refused, not read as Spanish.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from etl.issues import Code, Issue
from etl.resources import LANGUAGES

if TYPE_CHECKING:
    from etl.records import Document

# ISO 639-1 codes and, for the message, English names.
CANDIDATES = {
    "en": "English", "es": "Spanish", "fr": "French", "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan",
    "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "eu": "Basque", "fa": "Persian", "fi": "Finnish",
    "gl": "Galician", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian",
    "it": "Italian", "ja": "Japanese", "ko": "Korean", "mt": "Maltese", "no": "Norwegian", "nl": "Dutch",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian",
    "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "zh": "Chinese", "am": "Amharic", "az": "Azerbaijani", "be": "Belarusian", "bn": "Bengali", "et": "Estonian",
    "hy": "Armenian", "ka": "Georgian", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "sq": "Albanian",
    "ta": "Tamil", "th": "Thai", "vi": "Vietnamese",
}  # fmt: skip
_ADDRESS = re.compile(r"https?://[^\s)]+")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1dff\u2c00-\ua71f\uac00-\ufaff\ufb13-\uffef]+")
MIN_LETTERS = 20  # fewer are a menu's leavings, not an article
LATIN_SHARE = 0.4  # of the letters; below it the text is in another script
SURE = 0.9  # below this probability a stated language decides
GUESS = 0.5  # below this, too, the likeliest of our own languages is taken
SAMPLE = 4000  # characters; more change nothing


def detect(document: Document) -> Document | Issue:
    """Return ``document`` with its language (``en``, ``es`` or ``fr``), or why it is not read.

    A stated language breaks ties only: metadata is often a template's default.
    """
    text = " ".join(document.text[block.start : block.end] for block in document.blocks)
    article = _ADDRESS.sub(" ", text)[:SAMPLE]
    letters = sum(character.isalpha() for character in article)
    if letters < MIN_LETTERS:
        message = "no article in it, only menus or a few words"
        return Issue(Code.EMPTY, document.source, message, "save the article's text as .txt and load that")
    latin = _OTHER_SCRIPT.sub(" ", article)
    if sum(character.isalpha() for character in latin) >= letters * LATIN_SHARE:
        article = latin  # a page that gives the article in two scripts is read in the one we know
    # Lower case, because a text in capitals looks foreign to the identifier.
    ranked = _identifier().rank(article.lower())
    language, probability = ranked[0]
    if probability < SURE and document.language in LANGUAGES:
        language = document.language
    elif probability < GUESS:  # a few words, mostly names
        language = next(code for code, _ in ranked if code in LANGUAGES)
    if language not in LANGUAGES:
        message = f"the text is in {CANDIDATES.get(language, language)}; English, French and Spanish are read"
        return Issue(Code.UNSUPPORTED_LANGUAGE, document.source, message, "leave it out, or load a translation")
    return replace(document, language=language)


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(CANDIDATES))
    return identifier
