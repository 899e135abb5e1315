"""Turn a clean document into a spaCy ``Doc``: its words and its sentences.

The ``Doc``'s text is the *view*: ``Document.text``, character for character, with everything outside the article's
blocks, markup and line breaks inside a paragraph blanked, and typographic quotes and dashes made plain. A sentence
never crosses a block.

No statistical component runs. Rules over words carry the extraction in all three languages: a part of speech that is
mostly right would make facts that are mostly right, at a hundred times the cost.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from etl import resources
from etl.spelling import unaccented
from etl.words import token_pattern

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from etl.records import Document

# Markup whose characters are no text. Each match is blanked, except its group "keep".
_MARKUP = re.compile(
    r"""
      <!--.*?-->
    | </?[A-Za-z][^<>]*>                                  # HTML tags
    | !\[(?:[^\]\n]|\n(?!\n))*\]\([^()\s]*(?:\([^()]*\)[^()]*)*(?:\s+"[^"\n]*")?\)   # images, with their captions
    | \]\((?:[^()\s]|\([^()]*\))*(?:\s+"[^"\n]*")?\)      # the target of a link
    | https?://[^\s<>"')\]]+
    | \[\^?\d{1,3}\]                                      # footnote marks
    | (?m:^[ \t]*(?:\#{1,6}|>+|[-*+•])[ \t]+)             # heading, quotation and list marks
    | (?m:^[ \t]*[-*_=]{3,}[ \t]*$)                       # rules
    | \\(?=[\n\#*_!\[\]()\\'"-])
    | \*{1,3} | (?<!\w)_{1,3}(?=\S) | (?<=\S)_{1,3}(?!\w)
    | (?<!\w)\[(?=\w) | (?<=[\w.])\](?!\w)
    | [\u00ad\u200b-\u200f\u2060\ufeff¹²³⁴⁵⁶⁷⁸⁹]
    """,
    re.VERBOSE | re.DOTALL,
)
_SPACES = re.compile(r"\s")
_QUOTES = str.maketrans({
    "’": "'", "‘": "'", "ʼ": "'", "´": "'", "′": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‐": "-",
    "‑": "-",
})  # fmt: skip


def view_of(document: Document) -> str:
    """Return the document's text, same length, with all that is not the article's words blanked."""
    text = document.text
    marked = list(text)
    for match in _MARKUP.finditer(text):
        for i in range(*match.span()):
            marked[i] = " " if marked[i] != "\n" else "\n"
    blocks = document.blocks
    view = [" "] * len(text)
    for block in blocks:
        view[block.start : block.end] = marked[block.start : block.end]
    return _SPACES.sub(" ", "".join(view).translate(_QUOTES))


@cache
def _vocabulary() -> Vocab:
    """Return spaCy's vocabulary for any language: the words are found here, and its French takes seconds to load."""
    import spacy  # noqa: PLC0415 (takes half a second: only when a document must be read)

    return spacy.blank("xx").vocab


@cache
def _openers(language: str) -> frozenset[str]:
    return frozenset(resources.language(language, "sentences")["openers"])


@cache
def _abbreviations(language: str, group: str) -> frozenset[str]:
    return frozenset(f"{word}." for word in resources.language(language, "sentences")[group])


_CLOSING = frozenset("\"')]")
_TERMINAL = frozenset(".!?…")
_GOES_ON = frozenset(",;:")
"""What no sentence begins with."""


def _ends_sentence(words: list[str], i: int, language: str, *, quoting: bool) -> bool:
    """Tell whether a new sentence begins after word ``i`` (of one block), which is not the last.

    ``quoting`` where a quotation is open behind it.
    """
    word, following = words[i], words[i + 1]
    last = i
    while word in _CLOSING and last and words[last - 1] in _TERMINAL | _CLOSING:
        last -= 1
        word = words[last]
    quotes = following == '"' and last == i and not quoting  # a new quotation
    if following in _GOES_ON or (following in _CLOSING and not quotes):
        return False
    opens = next((w for w in words[i + 1 : i + 4] if w[0].isalnum() or w in "¿¡"), "")
    if word in _TERMINAL:
        return bool(opens) and not opens[0].islower()
    if not word.endswith(".") or len(word) == 1:
        return False
    if word in _abbreviations(language, "abbreviations") - _abbreviations(language, "may_end"):
        return False
    if word in _abbreviations(language, "may_end") or re.fullmatch(r"(?:[^\W\d_]\.){2,}", word):
        return opens in _openers(language)
    return False


def _sentence_starts(words: list[str], language: str) -> list[bool]:
    starts = [True] + [False] * (len(words) - 1)
    quoting = False
    for i in range(len(words) - 1):
        quoting ^= words[i] == '"'
        opening = quoting and words[i] == '"'  # it belongs to what follows
        ends = not opening and (words[i][-1] in _TERMINAL or words[i] in _CLOSING)
        if ends and _ends_sentence(words, i, language, quoting=quoting):
            starts[i + 1] = True
    return starts


def annotate(document: Document) -> Doc:
    """Return the document's words with sentence boundaries; ``doc.text`` is the view, same length as the text.

    The document's language must be one of :data:`etl.resources.LANGUAGES`.
    """
    from spacy.tokens import Doc  # noqa: PLC0415 (as above)

    language = document.language or "en"
    view = view_of(document)
    plain = unaccented(view)
    pattern = token_pattern(language)
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool] = []
    at = 0

    def blank(upto: int) -> None:
        """Give the white space from ``at`` on: one space to the word before, the rest as a token."""
        nonlocal at
        if at < upto and words:
            spaces[-1] = True
            at += 1
        if at < upto:
            words.append(view[at:upto])
            spaces.append(False)
            starts.append(False)
        at = upto

    for block in sorted(document.blocks, key=lambda b: b.start):
        found = [m.span() for m in pattern.finditer(plain, block.start, block.end)]
        block_words = [view[a:b] for a, b in found]
        for (start, end), word, begins in zip(
            found, block_words, _sentence_starts(block_words, language) if found else [], strict=True
        ):
            blank(start)
            words.append(word)
            spaces.append(False)
            starts.append(begins)
            at = end
    blank(len(view))
    return Doc(_vocabulary(), words=words, spaces=spaces, sent_starts=[*starts])
