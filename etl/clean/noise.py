"""What a single line or paragraph is by its words alone: a menu, a by-line, a credit, a date, or neither.

All three languages' words are tried on every text: a page's frame is often in another language than its article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from babel import Locale

from etl.clean.metadata import date_in_words
from etl.resources import LANGUAGES, language
from etl.spelling import alternatives
from etl.spelling import folded as _folded

Label = Literal["noise", "related", "ending", "dateline", "sentence", "short"]

PROMPT_WORDS = 25
CREDIT_WORDS = 40
CONSENT_WORDS = 90
BYLINE_WORDS = 14
SENTENCE_WORDS = 7
SHORT_SENTENCE_WORDS = 4  # only with a full stop
LONG_WORDS = 25
LOWER_WORDS = 13  # in lower case: more than a headline has
DATELINE_WORDS = 14
_DATE_WORDS = 4  # a weekday, a month, a place of two words
_PART_WORDS = 4  # a newspaper's name, an author
_AGENCY = re.compile(r"\s\([A-ZÀ-Þ]{2,6}\b[^()]{0,20}\)\Z")
"""What a news agency's date line ends with: "(TAP en espagnol)"."""
_LONG_PLACE = re.compile(
    r"(?=.*\b(?:de|del|la|of)\b)[A-ZÀ-Þ][\w.'’-]*(?: (?:de|del|la|las|los|el|of|the|[A-ZÀ-Þ][\w.'’-]*)){2,6}"
)
"""A place whose name has more words: "San Francisco de los Altos"."""
_LABEL_WORDS = 2  # "Article published on"
_FEW_LOWER = 2
_FIGURES = re.compile(r"\d{4}|\d[/.·-]\d|\d, \d\d")
_PARTS = re.compile(r"\s*[|•›»]\s*|\s+[·/–—-]\s+")
_AUTHOR_DAY = re.compile(r"(?P<author>\D+?),?\s+(?:le|el|on)\s+(?P<day>.*\d.*)", re.IGNORECASE)
_DAY_AUTHOR = re.compile(r"(?P<day>.*\d.*?),?\s+(?P<author>(?:par|por|by)\s.+)", re.IGNORECASE)
_NAME_WORDS = 6  # two authors
_READING_TIME = re.compile(r"\W*(?:reading time\W{1,3})?\d{1,2} min(?:ute)?s?(?: read)?\W*$", re.IGNORECASE)
folded = lru_cache(maxsize=256)(_folded)  # a line is folded for each question asked of it
_AT_START = 12  # characters before a prompt: "Please", "Les"; later in a sentence the words are prose
_MENU_WORDS = 4
_MENU_SHARE = 0.6
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]\s]*$")
_FULL_STOP = re.compile(r"[^\W\d_]{2,}[.!?][\"'”’»)\]\s]*$")
_ENDS_INSIDE = re.compile(r"(?:\S+\s+){6,}?\S*[^\W\d_]{3,}[.!?][»”\"]?\s+[A-ZÀ-ÞŒ«“\"]")
_CUT_SHORT = re.compile(r"(?:…|\.\.\.|\[(?:…|\.\.\.)\])[\s\]»”\"]*$")
_CRUMBS = re.compile(r"\s(?:[|>›»/·•→]|::|&gt;)\s")
_SYMBOLS = re.compile(r"^[©®]|^\(c\)\s*\d{4}|^copyright\b", re.IGNORECASE)
_ADDRESS = re.compile(r"\S+@\S+\.\w+|https?://\S+|www\.\S+|@\w+", re.IGNORECASE)
_NAME = r"(?:[A-ZÀ-ÞŒ][\w.'’-]*|d[eiu]|del|la|las|los|el|al|ben|bin|van|von|da|dos|et|y|and|&)"
_CLOCK = re.compile(
    r"\b\d{4}\s?(?:gmt|utc|hrs|hours)\b|\b\d{1,2}\s?(?:[:h.]\s?\d{2}|h|[ap]\.?\s?m\b\.?)(?::\d\d)?(?:\s?(?:[ap]\.?\s?m\b\.?|h(?:rs?|oras|eures)?\b\.?|gmt|utc))?",
    re.IGNORECASE,
)
_CAPTIONED = re.compile(r"\s[-–—]\s[A-ZÀ-ÞŒ]{2,}(?:[ /.]+[A-ZÀ-ÞŒ]{2,}){0,4}\s*$")
"""Whose picture it is, in capitals behind a caption: "The ministers in Rabat - JANE MOORE"."""
_FIELD = re.compile(r"[^\W\d_][\w ]{2,20}\s*:\s")
_PLACE = re.compile(r"[^\W\d_][\w .'’()/-]{1,40}?,?\s*(?:\(?(?:[ae]l?|le|on|en|ce)\)?\s)?$")


@dataclass(frozen=True, slots=True)
class _Lexicon:
    interface: frozenset[str]
    lines: re.Pattern[str]
    consent: re.Pattern[str]
    prompts: re.Pattern[str]
    related: re.Pattern[str]
    ending: re.Pattern[str]
    comments: re.Pattern[str]
    byline: re.Pattern[str]
    newsroom: re.Pattern[str]
    reporter: re.Pattern[str]
    credit: re.Pattern[str]
    bare_credit: re.Pattern[str]
    trailing_credit: re.Pattern[str]
    label: re.Pattern[str]
    rights: re.Pattern[str]
    published: re.Pattern[str]
    updated: re.Pattern[str]
    venue: re.Pattern[str]
    profile: re.Pattern[str]


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
        comments=re.compile(rf"\s+(?:\d+\s+)?(?:{words('ending')})\s*(?:\(?\d+\)?)?\W*$"),
        byline=re.compile(rf"\W*(?:{by})\s*:?\s+"),
        newsroom=re.compile(rf"\W*(?:(?:{by})\s+)?(?:{newsroom})\b[^\w]*(?:$|[|/,-])"),
        reporter=re.compile(rf"(?:(?:{words('reporters')})(?!\w)[^,;:]{{0,30}})"),
        credit=re.compile(rf"\W*(?:{credit})(?:\s*[:/©|]|\s+-\s|\s*\((?!\w+\s+\w+\s+\w+\s+\w+))"),
        bare_credit=re.compile(rf"\(?(?:{credit})\s+"),
        trailing_credit=re.compile(rf"(?:\(\s*(?:{credit})\b[^()]{{2,60}}\)|[-–/]\s*(?:{credit})\s*:[^.]{{2,60}})\W*$"),
        label=re.compile(rf"\W*(?:{words('labels')})\s*:"),
        rights=re.compile(rf"\b(?:{words('rights')})\b"),
        published=re.compile(rf"\b(?:{words('published')})\b"),
        updated=re.compile(rf"\b(?:{words('updated')})\b"),
        venue=re.compile(rf"\W*(?:{words('venue')})\s*:"),
        profile=re.compile(rf"\W*(?:{words('profile')})\s*:"),
    )


def is_dateline(line: str) -> bool:
    """Tell whether a line says when (and where, and by whom) the text was published, and nothing else."""
    if _letters(line) > DATELINE_WORDS or not _dated(line):
        return False
    line = _AGENCY.sub("", _without_menu(line))
    if is_bare_date(line) or any(_is_author_and_day(line, it) for it in (_AUTHOR_DAY, _DAY_AUTHOR, _author_month())):
        return True
    split = parts(line)
    if any(_says_when(part) for part in split):
        return _lower(line) <= _FEW_LOWER
    others = [part for part in split if not is_bare_date(part)]
    return len(others) < len(split) and all(
        _letters(part) <= _PART_WORDS or is_byline(part) or _LONG_PLACE.fullmatch(part) for part in others
    )


def _without_menu(line: str) -> str:
    """Return a date line without the share bar or call for comments behind it: "29 mai 2024 Facebook Twitter"."""
    line = _READING_TIME.sub("", line)
    comments = _lexicon().comments.search(folded(line))
    words = line[: comments.start() if comments else len(line)].rstrip(" |•-").split(" ")
    while words and folded(words[-1]) in _lexicon().interface and not any(map(str.isdigit, words[-1])):
        words.pop()
    return " ".join(words)


@cache
def _author_month() -> re.Pattern[str]:
    """Return the pattern of an author with the day right behind: "By Jane Moore May 5, 2022"."""
    months = alternatives([name for code in LANGUAGES for name in Locale(code).months["format"]["wide"].values()])
    return re.compile(rf"(?P<author>(?:by|par|por)\s\D+?),?\s+(?P<day>(?:{months})\s\d.*|\d.*)", re.IGNORECASE)


def _is_author_and_day(line: str, pattern: re.Pattern[str]) -> bool:
    """Tell whether a line names the author and the day: "Par la rédaction le samedi 14 mai 2016"."""
    found = pattern.fullmatch(line)
    return found is not None and is_byline(found["author"]) and is_bare_date(found["day"])


def parts(line: str) -> list[str]:
    """Return the parts of a line that bars, bullets and dashes set apart; in an issue's head a comma does."""
    split = [part for part in _PARTS.split(line) if part.strip()]
    return split if len(split) > 1 or ", " not in line else line.split(", ", 1)


def is_bare_date(text: str) -> bool:
    """Tell whether a text is a date, with its weekday, hour and place or a label of few words."""
    after = max((match.end() for match in re.finditer(r"\d", text)), default=0)
    if not _dated(text) or _lower(text) > 1 or _lower(text, after):
        return False  # words of a sentence
    rest = re.sub(r"\d+|\b(?:a|le|el|on|at|de|del|the|of|ce)\b", " ", _CLOCK.sub(" ", folded(text)))
    return word_count(rest) <= _DATE_WORDS


def _dated(text: str) -> bool:
    return _FIGURES.search(text) is not None and date_in_words(text) is not None


def _letters(text: str) -> int:
    return sum(not word.isdigit() for word in _WORD.findall(text))


def _says_when(part: str) -> bool:
    """Tell whether a part of a line begins by saying that something was published or changed."""
    plain = folded(part)
    found = _lexicon().published.search(plain) or _lexicon().updated.search(plain)
    return found is not None and (
        plain[found.end() :].lstrip()[:1] == ":" or _letters(plain[: found.start()]) <= _LABEL_WORDS
    )


def _lower(line: str, start: int = 0) -> int:
    """Return how many words in lower case a date line has from ``start`` that say neither when nor by whom."""
    plain = folded(line)
    for known in (_lexicon().published, _lexicon().updated, _CLOCK, _filler()):
        plain = known.sub(lambda match: " " * len(match[0]), plain)
    return sum(line[word.start()].islower() for word in _WORD.finditer(plain, start))


@cache
def _filler() -> re.Pattern[str]:
    """Return the pattern of the words that stand around a date and an author."""
    months = [name for code in LANGUAGES for name in Locale(code).months["format"]["wide"].values()]
    small = ["a", "le", "el", "on", "at", "de", "del", "the", "of", "ce", "par", "by", "por", "and", "et", "y", "min"]
    return re.compile(rf"\b(?:{alternatives([*map(folded, months), *small])}|{_weekdays()})\b")


def is_updated(line: str) -> bool:
    """Tell whether a dateline speaks only of a later change."""
    plain = folded(line)
    return bool(_lexicon().updated.search(plain)) and not _lexicon().published.search(plain)


def publication(line: str) -> str:
    """Return what a date line says of the publication, without what it says of a later change; else all of it."""
    plain = folded(line)
    begin = _lexicon().published.search(plain)
    change = _lexicon().updated.search(plain, begin.end() if begin else 0)
    part = line[begin.start() if begin else 0 : change.start() if change else len(line)]
    return part if _dated(part) else line


def names_author(line: str) -> bool:
    """Tell whether a date line also says who published: no place to look for participants."""
    split = [piece for part in parts(line) for piece in re.split(r"\d", part)]
    return is_published(line) or is_updated(line) or any(is_byline(piece) for piece in split)


def is_signature(line: str) -> bool:
    """Tell whether a date line at the end of a text dates it: by a place before the date, or in words."""
    place = re.match(r"([^\W\d_][^\d,]*),", line)
    authored = any(is_byline(part) for part in parts(line)[:-1]) and is_bare_date(parts(line)[-1])
    return (
        is_published(line)
        or authored
        or _is_stamp(line)
        or (place is not None and not re.search(rf"\b(?:{_weekdays()})\b", folded(place[1])))
    )


def _is_stamp(line: str) -> bool:
    """Tell whether a line is a day with its hour, or in brackets: "5 May 2018 - 17:20", "(ABC, 5 May 2018)"."""
    plain = folded(line)
    bracketed = plain.startswith("(") and plain.endswith(")") and "," in plain
    return is_bare_date(line) and (bracketed or _CLOCK.search(plain) is not None)


def is_period(line: str) -> bool:
    """Tell whether a date line gives several days, which are those of an event: "7 to 9 October 2018"."""
    return _period().search(_CLOCK.sub(" ", folded(line))) is not None


@cache
def _period() -> re.Pattern[str]:
    """Return the pattern of several days, folded: "from 7 to 9 October", "March 5-7, 2023"; not of "2021-06-02"."""
    short = {folded(name)[:3] for code in LANGUAGES for name in Locale(code).months["format"]["wide"].values()}
    month = rf"(?:{alternatives(sorted(short))})[^\W\d_]*\.?"
    to = r"(?:\s?[-–—/]\s?| (?:to|until|and|au|et|al|y|a) )"
    day = r"\d{1,2}(?:er)?"
    first = rf"(?<![\d-]){day}(?: (?:de )?{month})?"
    american = rf"(?<!\w){month} {day}{to}{day},? \d{{4}}"
    return re.compile(rf"{first}{to}{day} (?:de |of )?{month}(?!\w)|{american}")


def is_field(line: str) -> bool:
    """Tell whether a line is one of a form: "Date: 5 May 2018"."""
    return _FIELD.match(line) is not None


def is_venue(line: str) -> bool:
    """Tell whether a line is that of a form on where something was: "Venue: Town Hall"."""
    return _lexicon().venue.match(folded(line)) is not None


@cache
def _weekdays() -> str:
    return "|".join(folded(name) for code in LANGUAGES for name in Locale(code).days["format"]["wide"].values())


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
        return _is_reporter(line)
    rest, *after = re.split(r"([|,(/–—]|\s-\s)", line[match.end() :], maxsplit=1)
    if ":" in rest or (after[:1] == [","] and len(rest.split()) == 1):
        return False  # "Por España, ..." or "Por España: ..." name a delegation
    names = rest.rstrip(".:").split()
    return 1 <= len(names) <= _NAME_WORDS and all(re.fullmatch(_NAME, word) for word in names)


def _is_reporter(line: str) -> bool:
    """Tell whether a line is a name and what its bearer does for the paper: "Nora Winfield, correspondent"."""
    name, comma, post = line.rstrip(".").partition(", ")
    bearer = all(re.fullmatch(_NAME, word) for word in name.split()) and len(name.split()) <= _NAME_WORDS
    return bool(comma) and bearer and _lexicon().reporter.fullmatch(folded(post)) is not None


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
    if (author := _CAPTIONED.search(text)) and re.search(r"[a-z]", text[: author.start()]):
        return author.start()
    plain = folded(text)
    cut = max(plain.rfind(". "), plain.rfind(".\n"), plain.rfind('" '))
    if cut < 0:
        return len(text)
    tail = text[cut + 1 :].lstrip()
    if tail and not tail.endswith("?") and (is_credit(tail) or is_byline(tail)):
        return cut + 1
    return len(text)


def label(words: str, *, linked: bool = False) -> Label:
    """Return what a piece of text is, judged by itself alone."""
    count = word_count(words)
    if count <= CONSENT_WORDS and _lexicon().consent.search(folded(words)):
        return "noise"
    sentence = is_sentence(words)
    found = _short_label(words, sentence=sentence) if count <= PROMPT_WORDS else None
    if found:
        return found
    if is_credit(words) or (linked and not sentence):
        return "noise"
    return "sentence" if sentence else "short"


def _short_label(words: str, *, sentence: bool) -> Label | None:
    """Return what a line of few words is, None where its words alone do not tell."""
    lexicon = _lexicon()
    plain = folded(words)
    opener = lexicon.related.match(plain)
    if opener:
        return "noise" if _WORD.search(plain, opener.end()) else "related"
    if lexicon.ending.match(plain) and not sentence:
        return "ending"
    if is_dateline(words):
        profile = lexicon.profile.match(plain) and not sentence  # "Joined: 5 May 2018": no date of the text
        return "noise" if profile else "dateline"
    prompt = lexicon.prompts.search(plain)
    prompted = prompt is not None and (not sentence or prompt.start() <= _AT_START)
    frame = (lexicon.lines.match, lexicon.rights.search, lexicon.label.match, lexicon.profile.match)
    if (
        prompted
        or is_byline(words)
        or _interface(words)
        or _SYMBOLS.search(words)
        or any(found(plain) for found in frame)
    ):
        return "noise"
    if not sentence and (
        _CRUMBS.search(words) or word_count(_ADDRESS.sub("", words)) < len(_ADDRESS.findall(words)) * 4
    ):
        return "noise"
    return None


def is_sentence(words: str) -> bool:
    """Tell whether a piece of text reads like prose: long enough, and ended like a sentence."""
    found = _WORD.findall(words)
    lower = sum(word[0].islower() for word in found)
    if len(found) >= LONG_WORDS or lower >= LOWER_WORDS:
        return True
    if not words.isupper() and lower < max(2, len(found) // 4):
        return False
    if len(found) < SENTENCE_WORDS:
        return len(found) >= SHORT_SENTENCE_WORDS and bool(_FULL_STOP.search(words))
    return bool(_ENDS.search(words)) or bool(_ENDS_INSIDE.match(words))


def is_cut_short(words: str) -> bool:
    """Tell whether a text ends like a teaser: with dots in place of the rest."""
    return bool(_CUT_SHORT.search(words))


def word_count(words: str) -> int:
    """Return the number of words."""
    return len(_WORD.findall(words))


def _interface(words: str) -> bool:
    """Tell whether a line is made of a menu's words: of nothing else, or mostly of them with capitals."""
    found = _WORD.findall(words)
    known = [word for word in found if folded(word) in _lexicon().interface and len(word) > len("the")]
    others = [
        word for word in found if folded(word) not in _lexicon().interface and len(word) > 1 and not word.isdigit()
    ]
    capitals = sum(word[0].isupper() for word in known)
    return not others or (len(known) >= _MENU_WORDS and capitals >= len(found) * _MENU_SHARE)
