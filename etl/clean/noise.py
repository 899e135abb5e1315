"""What a single line or paragraph is by its words alone: a menu, a by-line, a credit, a date, or neither.

All three languages' words are tried on every text: a page's frame is often in another language than its article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from etl.clean.metadata import date_in_words
from etl.resources import LANGUAGES, language
from etl.spelling import alternatives, folded

Label = Literal["noise", "related", "ending", "dateline", "sentence", "short"]

PROMPT_WORDS = 25
CREDIT_WORDS = 40
CONSENT_WORDS = 90
BYLINE_WORDS = 14
SENTENCE_WORDS = 7
LONG_WORDS = 25
DATELINE_WORDS = 14
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]\s]*$")
_CUT_SHORT = re.compile(r"(?:…|\.\.\.|\[(?:…|\.\.\.)\])[\s\]»”\"]*$")
_CRUMBS = re.compile(r"\s(?:[|>›»/·•→]|::|&gt;)\s")
_SYMBOLS = re.compile(r"^[©®]|^\(c\)\s*\d{4}|^copyright\b", re.IGNORECASE)
_ADDRESS = re.compile(r"\S+@\S+\.\w+|https?://\S+|www\.\S+|@\w+", re.IGNORECASE)
_NAME = r"(?:[A-ZÀ-ÞŒ][\w.'’-]*|d[eiu]|del|la|las|los|el|al|ben|bin|van|von|da|dos|et|y|and|&)"
_CLOCK = re.compile(r"\b\d{1,2}\s?(?:[:h]\s?\d{0,2}|[ap]\.?\s?m\b\.?)(?::\d\d)?", re.IGNORECASE)
_PLACE = re.compile(r"[^\W\d_][\w .'’()/-]{1,40}?,?\s*(?:\(?(?:[ae]l?|le|on|en|ce)\)?\s)?$")


@dataclass(frozen=True, slots=True)
class _Lexicon:
    interface: frozenset[str]
    lines: re.Pattern[str]
    consent: re.Pattern[str]
    prompts: re.Pattern[str]
    related: re.Pattern[str]
    ending: re.Pattern[str]
    byline: re.Pattern[str]
    newsroom: re.Pattern[str]
    credit: re.Pattern[str]
    bare_credit: re.Pattern[str]
    trailing_credit: re.Pattern[str]
    label: re.Pattern[str]
    rights: re.Pattern[str]
    published: re.Pattern[str]
    updated: re.Pattern[str]


@cache
def _lexicon() -> _Lexicon:
    data = [language(code, "boilerplate") for code in LANGUAGES]

    def words(key: str) -> str:
        return alternatives([folded(phrase) for entry in data for phrase in entry[key]])

    credit = words("credits")
    by = words("bylines")
    newsroom = words("newsroom")
    return _Lexicon(
        interface=frozenset(folded(word) for entry in data for word in entry["interface_words"]),
        lines=re.compile(rf"(?:{words('lines')})\W*$"),
        consent=re.compile(rf"\b(?:{words('consent')})\b"),
        prompts=re.compile(rf"\b(?:{words('prompts')})"),
        related=re.compile(rf"\W*(?:{words('related')})\s*(?:$|[:>|.…-])"),
        ending=re.compile(rf"\W*(?:\d+\s+)?(?:{words('ending')})\s*(?:\(?\d+\)?\s*)?(?:$|[:>|(-])"),
        byline=re.compile(rf"\W*(?:{by})\s*:?\s+"),
        newsroom=re.compile(rf"\W*(?:(?:{by})\s+)?(?:{newsroom})\b[^\w]*(?:$|[|/,-])"),
        credit=re.compile(rf"\W*(?:{credit})\s*(?:[:/©|-]|\((?!\w+\s+\w+\s+\w+\s+\w+))"),
        bare_credit=re.compile(rf"\(?(?:{credit})\s+"),
        trailing_credit=re.compile(rf"(?:\(\s*(?:{credit})\b[^()]{{2,60}}\)|[-–/]\s*(?:{credit})\s*:[^.]{{2,60}})\W*$"),
        label=re.compile(rf"\W*(?:{words('labels')})\s*:"),
        rights=re.compile(rf"\b(?:{words('rights')})\b"),
        published=re.compile(rf"\b(?:{words('published')})\b"),
        updated=re.compile(rf"\b(?:{words('updated')})\b"),
    )


def is_dateline(line: str) -> bool:
    """Tell whether a line says when (and where, and by whom) the text was published, and nothing else."""
    words = _WORD.findall(line)
    if not 1 <= len(words) <= DATELINE_WORDS or not re.search(r"\d{4}|\d/\d", line) or date_in_words(line) is None:
        return False
    lexicon = _lexicon()
    rest = folded(line)
    if lexicon.published.search(rest) or lexicon.updated.search(rest):
        return True
    rest = re.sub(r"\d+|\b(?:a|le|el|on|at|de|del|the|of|ce)\b", " ", _CLOCK.sub(" ", rest))
    return len(_WORD.findall(rest)) <= 4  # a weekday, a month, a place of two words  # noqa: PLR2004


def is_updated(line: str) -> bool:
    """Tell whether a dateline speaks only of a later change."""
    plain = folded(line)
    return bool(_lexicon().updated.search(plain)) and not _lexicon().published.search(plain)


def is_published(line: str) -> bool:
    """Tell whether a dateline says in words that it is the publication's."""
    return bool(_lexicon().published.search(folded(line)))


def is_byline(line: str) -> bool:
    """Tell whether a line says who wrote the text."""
    words = _WORD.findall(line)
    if not 1 <= len(words) <= BYLINE_WORDS:
        return False
    lexicon = _lexicon()
    plain = folded(line)
    if lexicon.newsroom.match(plain):
        return True
    match = lexicon.byline.match(plain)
    if match is None:
        return False
    rest = re.split(r"[|,(/–—]|\s-\s", line[match.end() :])[0].strip()
    return bool(rest) and all(re.fullmatch(_NAME, word) for word in rest.rstrip(".:").split())


def is_credit(line: str) -> bool:
    """Tell whether a line says who made a picture, with or without its caption."""
    lexicon = _lexicon()
    plain = folded(line)
    count = len(_WORD.findall(line))
    if count > CREDIT_WORDS:
        return False
    if lexicon.credit.match(plain) or (count <= PROMPT_WORDS and lexicon.trailing_credit.search(plain)):
        return True
    bare = lexicon.bare_credit.match(plain)
    rest = line[bare.end() :].strip(" .)") if bare else ""
    return bool(rest) and all(re.fullmatch(_NAME, word) for word in re.split(r"[\s/,]+", rest) if word)


def is_apart(line: str) -> bool:
    """Tell whether a line stands for itself whatever stands on the next one."""
    plain = folded(line)
    lexicon = _lexicon()
    return bool(
        is_dateline(line) or is_byline(line) or is_credit(line) or lexicon.lines.match(plain) or _interface(line)
    )  # fmt: skip


def trailing_credit(text: str) -> int:
    """Return where a credit or agency note at the end of a paragraph begins; its length where there is none."""
    plain = folded(text)
    cut = max(plain.rfind(". "), plain.rfind(".\n"), plain.rfind('" '))
    if cut < 0:
        return len(text)
    tail = text[cut + 1 :].lstrip()
    if tail and not tail.endswith("?") and (is_credit(tail) or is_byline(tail)):
        return cut + 1
    return len(text)


def label(words: str, *, linked: bool = False) -> Label:  # noqa: PLR0911 (one return a kind, in order of certainty)
    """Return what a piece of text is, judged by itself alone."""
    lexicon = _lexicon()
    plain = folded(words)
    count = len(_WORD.findall(words))
    if lexicon.consent.search(plain) and count <= CONSENT_WORDS:
        return "noise"
    sentence = is_sentence(words)
    if count <= PROMPT_WORDS:
        if lexicon.related.match(plain):
            return "related" if count <= 8 and not _has_content(plain, lexicon.related) else "noise"  # noqa: PLR2004
        if lexicon.ending.match(plain) and not sentence:
            return "ending"
        if is_byline(words):
            return "dateline" if is_dateline(words) else "noise"
        if is_dateline(words):
            return "dateline"
        if lexicon.lines.match(plain) or lexicon.prompts.search(plain) or lexicon.rights.search(plain):
            return "noise"
        if _interface(words) or _SYMBOLS.search(words) or (linked and not sentence):
            return "noise"
        if lexicon.label.match(plain) or (_CRUMBS.search(words) and not sentence):
            return "noise"
        if _ADDRESS.search(words) and count - len(_ADDRESS.findall(words)) * 2 < SENTENCE_WORDS:
            return "noise"
    if is_credit(words):
        return "noise"
    return "sentence" if sentence else "short"


def is_sentence(words: str) -> bool:
    """Tell whether a piece of text reads like prose: long enough, and ended like a sentence."""
    count = len(_WORD.findall(words))
    lower = sum(word[0].islower() for word in _WORD.findall(words))
    return count >= LONG_WORDS or (count >= SENTENCE_WORDS and lower >= count // 4 and bool(_ENDS.search(words)))


def is_cut_short(words: str) -> bool:
    """Tell whether a text ends like a teaser: with dots in place of the rest."""
    return bool(_CUT_SHORT.search(words))


def word_count(words: str) -> int:
    """Return the number of words."""
    return len(_WORD.findall(words))


def _has_content(plain: str, opener: re.Pattern[str]) -> bool:
    match = opener.match(plain)
    return match is not None and bool(_WORD.search(plain, match.end()))


def _interface(words: str) -> bool:
    parts = [folded(word) for word in _WORD.findall(words)]
    return all(part in _lexicon().interface or part.isdigit() or len(part) == 1 for part in parts)
