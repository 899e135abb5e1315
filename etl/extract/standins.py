"""People whom a text calls by what they are at an encounter: "the visitor", "his host", "the Irish official"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from etl.extract.actors import Actor
from etl.extract.cues import OFFICE

if TYPE_CHECKING:
    from etl.extract.cues import Words
    from etl.extract.reading import Sentence


def find(words: Words, sentence: Sentence, text: str, written: str) -> list[Actor]:
    """Return who is called so in a masked sentence; ``written`` is the sentence as it stands, with its capitals."""
    found: list[Actor] = []
    for kind, pattern in words.stand_ins:
        for match in pattern.finditer(text):
            start, end = match.span()
            inside = [m for m in sentence.countries if start <= m.start - sentence.start < end]
            if kind in {"native", "natives"} and not all(
                m.kind == "demonym" and (written[m.start - sentence.start].isupper() or not words.capital_natives)
                for m in inside
            ):
                continue  # French: "l'italien" is the language or an adjective, "l'Italien" who comes from there
            if not any(known.start < end and start < known.end for known in found):
                codes = tuple(m.code for m in inside)
                several = kind == "natives"
                found.append(Actor(start, end, None, None, codes, plural=several, definite=True, stands_in=kind))
    return found


def joined(found: list[Actor], text: str) -> list[Actor]:
    """Give whoever is named right behind what they are called its country: "his Irish host, X"."""
    kept: list[Actor] = []
    for actor in found:
        called = kept.pop() if kept and kept[-1].stands_in == "apposed" else None
        near = called and actor.person and not text[called.end : actor.start].strip(" ,")
        if called and near:
            kept.append(replace(actor, start=called.start, countries=actor.countries or called.countries))
        else:
            kept.append(actor)
    return [actor for actor in kept if actor.stands_in != "apposed"]


def masked(text: str, found: list[Actor]) -> str:
    """Return the masked sentence in which they are offices, too."""
    for actor in found:
        text = text[: actor.start] + OFFICE * (actor.end - actor.start) + text[actor.end :]
    return text
