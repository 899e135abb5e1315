r"""Phrases of the data files as regular expressions over folded text.

The notation is small, so that an analyst can write it: ``*`` any ending of a word, ``(a|b)`` one of these,
``...`` up to four words between, ``{name}`` a set that the file defines, everything else as a regular expression
has it (``?``, ``\d``). A ``*`` after a closing bracket repeats the bracket.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_GAP = r"(?:,?\s+[\w'./-]+(?:,\d+)?){0,4}?,?\s+"
_SET = re.compile(r"\{([a-z]+)\}")


def expression(phrase: str, sets: Mapping[str, str] | None = None) -> str:
    """Translate one phrase of the notation into a regular expression, without word boundaries."""
    phrase = _SET.sub(lambda name: (sets or {})[name[1]], phrase)
    phrase = phrase.strip().replace(" ... ", "\x00")
    phrase = re.sub(r"(?<!\\)([\w-])\*", r"\1\\w*", phrase)
    phrase = re.sub(r"(?<!\\)\((?!\?)", "(?:", phrase)
    return re.sub(r" (?![?*])", r"\\s+", phrase).replace("\x00", _GAP)


def compile_phrases(phrases: Iterable[str], sets: Mapping[str, str] | None = None) -> re.Pattern[str]:
    """Compile phrases into one expression that finds any of them as whole words; of none, nothing.

    An elided article at the end of a phrase ("d'") is whole as it stands before its noun.
    """
    alternatives = "|".join(expression(phrase, sets) for phrase in phrases)
    return re.compile(rf"(?<![\w])(?:{alternatives})(?:(?<=')|(?![\w]))" if alternatives else r"(?!)")
