"""From bytes to text: which encoding, and what a wrong one broke on the way here."""

from __future__ import annotations

import codecs
import re

import ftfy

_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is a prefix of it
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE)
_SOFT_HYPHEN = re.compile("(?<=\\w)\u00ad[ \n](?=\\w)")
_MAX_FOREIGN = 0.12  # share of accented letters that no French, English or Spanish text reaches

# Only what is broken is mended; typography, widths and spaces are the author's.
_REPAIR = ftfy.TextFixerConfig(
    unescape_html=True,
    remove_terminal_escapes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    remove_control_chars=False,
    normalization=None,
    explain=False,
)


def decode(data: bytes) -> str | None:
    """Return the bytes as text, or None where no known encoding explains them.

    A byte order mark decides, then UTF-8, then what an HTML page declares, then the Western one-byte encodings,
    believed only while the result looks like a Western language.
    """
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _try(data, encoding)
    text = _try(data, "utf-8")
    declared = _DECLARED.search(data[:4096])
    if text is None and declared:
        text = _try(data, declared[1].decode("ascii"))
    if text is None:
        western = _try(data, "cp1252") or _try(data, "latin-1")
        text = western if western is not None and _plausible(western) else None
    return text


def repair(text: str) -> str:
    r"""Return ``text`` with line ends as ``\n``, mojibake undone, entities resolved, words at soft hyphens joined."""
    text = _SOFT_HYPHEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return ftfy.fix_text(text, _REPAIR)


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _plausible(text: str) -> bool:
    letters = sum(character.isalpha() for character in text)
    foreign = sum(character > "\x7f" for character in text)
    controls = sum("\x7f" <= character <= "\x9f" for character in text)
    return controls == 0 and foreign <= max(2, letters * _MAX_FOREIGN)
