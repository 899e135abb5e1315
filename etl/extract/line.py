"""A sentence as the finders of mentions see it: its tokens, folded, with what is known of each so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from etl.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from etl.extract.reading import BodyMention, CountryMention, Token
    from etl.records import BlockKind


@dataclass(slots=True)
class Line:
    """One sentence while it is read.

    ``words`` are the folded tokens; ``country`` maps a token index to the countries that a mention beginning there
    denotes and the index after it; ``taken`` holds the tokens that belong to a country's name, a body, a date or a
    building, so that no name begins or ends there.
    """

    language: str
    block: BlockKind
    tokens: tuple[Token, ...]
    words: list[str]
    country: dict[int, tuple[tuple[str, ...], str, int]] = field(default_factory=dict)
    taken: dict[int, str] = field(default_factory=dict)
    bodies: tuple[BodyMention, ...] = ()

    def __len__(self) -> int:
        return len(self.tokens)

    def capital(self, i: int) -> bool:
        """Tell whether token ``i`` begins with a capital letter."""
        return 0 <= i < len(self.tokens) and self.tokens[i].text[0].isupper()

    def word(self, i: int) -> str:
        """Return the folded token ``i``, or an empty string beyond the sentence."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets of tokens ``start`` to ``end`` (exclusive)."""
        return self.tokens[start].start, self.tokens[end - 1].end

    def covered(self, start: int, end: int) -> Iterator[int]:
        """Yield the indices of the tokens that touch the offsets ``start`` to ``end``."""
        for i, token in enumerate(self.tokens):
            if token.start < end and token.end > start:
                yield i


def line_of(language: str, block: BlockKind, tokens: tuple[Token, ...], countries: Iterable[CountryMention]) -> Line:
    """Return the line of a sentence's tokens with its countries marked."""
    line = Line(language, block, tokens, [folded(t.text) for t in tokens])
    for mention in countries:
        indices = list(line.covered(mention.start, mention.end))
        if not indices:
            continue
        first, last = indices[0], indices[-1]
        codes, kind, end = line.country.get(first, ((), mention.kind, last + 1))
        line.country[first] = ((*codes, mention.code), kind, max(end, last + 1))
        if mention.kind != "demonym" or line.tokens[first].text[0].isupper():
            line.taken.update(dict.fromkeys(indices, "country"))
    return line
