"""Who holds which office: apposition before and after the name, in lists of any length.

Names and offices of a line form runs, joined by nothing, a comma, a bracket or a conjunction. In a run each office goes
to the name before or after it; the cheapest assignment of the whole run wins, so that a list keeps its direction.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal

from etl import resources
from etl.extract.apposition import GRADES
from etl.extract.name_evidence import right_behind
from etl.extract.ranks import lexicon
from etl.extract.titles import complement_behind
from etl.spelling import folded
from etl.words import Phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.line import Line
    from etl.extract.name_evidence import Name
    from etl.extract.office import Office

Gap = Literal["adjacent", "comma", "grade", "and", "semicolon", "relative", "break"]

_SCORES: dict[tuple[str, str], float] = {
    # (side of the name, gap)
    ("right", "adjacent"): 4.0,
    ("left", "relative"): 4.0,
    ("left", "comma"): 2.0,
    ("left", "adjacent"): 1.5,
    ("right", "comma"): 1.2,
    ("right", "grade"): 1.5,
}
_ARTICLE_RIGHT, _ARTICLE_LEFT, _PLAIN_RIGHT, _OWNED_RIGHT = 1.2, -0.9, -0.5, 0.8
_APART = frozenset({"commissioner", "ambassador", "high-representative"})
_MINISTERS = frozenset({"minister", "prime-minister"})
"""Ranks that nobody holds beside one of those."""
_TWICE, _TWICE_ARTICLE, _SHARED, _LEFT_OUT = -0.8, -1.2, 1.5, -0.3


@dataclass(frozen=True, slots=True)
class Item:
    """A name or an office in its place; ``gap`` is what stands between it and the item before."""

    start: int
    end: int
    name: int | None
    office: int | None
    gap: Gap


@cache
def _relative(language: str) -> Phrases[bool]:
    return Phrases([(phrase, True) for phrase in resources.language(language, "names")["relative"]], language)


def _gap(line: Line, left: int, right: int) -> Gap:
    """Return what joins the tokens before ``left`` and from ``right`` on."""
    lex = lexicon(line.language)
    owned = _owned_from(line, right)
    words = _without_acronym(line, left, right if owned is None or owned <= left else owned)
    if not words:
        return "adjacent"
    if words == ["/"]:
        return "and"  # "Deputy Prime Minister/Foreign Minister NAME"
    asides = _asides(line.language)
    words = [w for i, w in enumerate(words) if w not in asides and not _is_nationality(line, right, words, i)]
    if not words:
        return "adjacent"
    kept = [w for w in words if w not in lex.determiners and w not in {"un", "una", "one"}]
    core = [w for w in kept if w not in {",", "(", ")", "-", '"'}]
    if not core:
        return (
            "comma"
            if kept
            else ("adjacent" if len(words) == 1 and words[0] in {"le", "el", "la", "l'", "the"} else "break")
        )
    at = 0
    while at < len(words) and words[at] in {",", "("}:
        at += 1
    if found := _relative(line.language).at(words, at):
        return "relative" if at + found[0] >= len(words) - 1 else "break"
    if all(w == ";" or lex.connectors.at([w], 0) for w in core):
        return "semicolon" if ";" in core else "and"
    if lex.connectors.at(core, 0) and lex.connectors.at(core, 0) == (len(core), True):
        return "and"
    return "break"


def _owned_from(line: Line, start: int) -> int | None:
    """Return where the country begins that an office is of, in the genitive: "NAME, Kenya's minister of trade"."""
    owner = (first for first, (_, _, end) in line.country.items() if end == start - 1)
    return next(owner, None) if line.word(start - 1) in {"'s", "’s", "'", "’"} else None


@cache
def _asides(language: str) -> frozenset[str]:
    return frozenset(map(folded, resources.language(language, "names")["asides"]))


def _is_nationality(line: Line, right: int, words: Sequence[str], i: int) -> bool:
    """Tell whether the ``i``-th of the words before token ``right`` is a demonym: "el director, el brasileño NAME"."""
    at = right - len(words) + i
    return line.country.get(at, ((), "", 0))[1:] == ("demonym", at + 1) and bool(i)


def _without_acronym(line: Line, left: int, right: int) -> list[str]:
    """Return the words between two items without "(PGR)" or "(Senafront)", short for an office, or "(Spain)", whose."""
    if line.word(left) == "(" and left + 1 in line.country and line.word(line.country[left + 1][2]) == ")":
        left = line.country[left + 1][2] + 1  # "los cancilleres NAME (Haití) y NAME"
    words = line.words[left:right]
    if line.word(left) == "," and line.word(left + 1) in lexicon(line.language).each_for and left + 2 in line.country:
        end = line.country[left + 2][2]
        words = line.words[end:right] if line.word(end) in {",", ";"} else words  # "the directors A, for Chad; B, for"
    short = len(words) > 2 and (words[0], words[2]) == ("(", ")") and line.capital(left + 1)
    return words[3:] if short else words


def _items(line: Line, names: Sequence[Name], offices: Sequence[Office]) -> list[Item]:
    spans = [(n.outer, complement_behind(line, n.end) or n.end, i, None) for i, n in enumerate(names)]
    spans += [(o.start, o.end, None, i) for i, o in enumerate(offices)]  # type: ignore[misc]
    items: list[Item] = []
    at = 0
    for start, end, name, office in sorted(spans, key=lambda s: s[:2]):
        gap = _gap(line, at, start) if items and at <= start else "break"
        items.append(Item(start, end, name, office, gap))
        at = max(at, end)
    return items


def _without_grades(
    line: Line, items: Sequence[Item], offices: Sequence[Office]
) -> tuple[list[Item], dict[int, list[int]]]:
    """Return the items but for grades behind an office ("the head of police, Commissioner NAME"), and their holders."""
    kept: list[Item] = []
    held: dict[int, list[int]] = {}
    for item, following in zip_longest(items, items[1:]):
        grade = offices[item.office] if item.office is not None else None
        if (
            grade
            and item.office is not None
            and grade.head.rank in GRADES
            and not (grade.owners or grade.targets or set(grade.content) - lexicon(line.language).police)
            and following
            and following.name is not None
            and following.gap == "adjacent"
            and kept
            and kept[-1].office is not None
            and item.gap in {"comma", "adjacent"}
        ):
            held[item.office] = [following.name]
        elif kept and item.name is not None and [item.name] in held.values():
            before = items[items.index(item) - 1].gap
            kept.append(replace(item, gap="grade" if before == "comma" else "adjacent"))
        else:
            kept.append(item)
    return kept, held


def _runs(items: Sequence[Item]) -> list[list[Item]]:
    runs: list[list[Item]] = []
    for item in items:
        if item.gap == "break" or not runs:
            runs.append([item])
        else:
            runs[-1].append(item)
    return runs


def _side_score(line: Line, office: Office, side: str, gap: Gap, *, first: bool) -> float | None:
    score = _SCORES.get((side, gap))
    after_only = office.head_start == office.head_end  # a country that goes on a list stands before its holder
    if side == "left" and gap == "adjacent" and not right_behind(line, office):
        return None
    if score is None or (side == "right" and office.verbal) or (side == "left" and after_only):
        return None
    if office.verbal:
        return _SCORES["left", "relative"]
    article = office.determiner in {"the", "le", "la", "l'", "el", "les", "los", "las", "son", "sa", "su", "his", "her"}
    if gap in {"comma", "grade"} and side == "right":
        owned = gap == "comma" and _owned_from(line, office.start) is not None
        score += _ARTICLE_RIGHT if article else _OWNED_RIGHT if owned else _PLAIN_RIGHT if gap == "comma" else 0.0
        score += 0.3 if first else 0.0
    if gap == "comma" and side == "left" and article:
        score += _ARTICLE_LEFT if line.language != "en" else _ARTICLE_LEFT / 2
    return score


def _assign(line: Line, run: Sequence[Item], offices: Sequence[Office]) -> dict[int, int]:
    """Return the name of each office of a run, by their numbers; the best total over the whole run."""
    best: dict[tuple[bool, int], tuple[float, dict[int, int]]] = {(False, -1): (0.0, {})}
    # The state: has the latest name an office, and which office waits for the name to come (-1: none).
    for position, item in enumerate(run):
        following: dict[tuple[bool, int], tuple[float, dict[int, int]]] = {}

        def keep(
            state: tuple[bool, int], score: float, held: dict[int, int],
            table: dict[tuple[bool, int], tuple[float, dict[int, int]]] = following,
        ) -> None:  # fmt: skip
            if state not in table or table[state][0] < score:
                table[state] = (score, held)

        for (has, waiting), (score, held) in best.items():
            if item.name is not None:
                if waiting >= 0:
                    side = _side_score(line, offices[waiting], "right", item.gap, first=position == 1)
                    if side is not None:
                        keep((True, -1), score + side, {**held, waiting: item.name})
                else:
                    keep((False, -1), score + (_LEFT_OUT if position else 0), held)
                continue
            if waiting >= 0 or item.office is None:
                continue
            office = offices[item.office]
            latest = next((i.name for i in reversed(run[:position]) if i.name is not None), None)
            keep((has, -1), score + _LEFT_OUT, held)
            if position + 1 < len(run) and run[position + 1].name is not None:
                keep((has, item.office), score, held)
            before = run[position - 1] if position else None
            if latest is None or before is None:
                continue
            if before.name is not None:
                side = _side_score(line, office, "left", item.gap, first=False)
                if side is not None:
                    again = _TWICE + (_TWICE_ARTICLE if office.determiner and item.gap == "comma" else 0)
                    keep((True, -1), score + side + (again if has else 0), {**held, item.office: latest})
            elif (
                before.office is not None
                and held.get(before.office) == latest
                and item.gap in {"and", "comma"}
                and (not office.determiner and has and _after(run, position - 1, latest))
            ):
                keep((True, -1), score + _SHARED, {**held, item.office: latest})
        best = following or best
    done = {state: value for state, value in best.items() if state[1] < 0}
    return max(done.values(), key=lambda v: v[0])[1] if done else {}


def _after(run: Sequence[Item], position: int, name: int) -> bool:
    """Tell whether the office at ``position`` stands behind the name that holds it."""
    return any(item.name == name for item in run[:position])


def holders(line: Line, names: Sequence[Name], offices: Sequence[Office]) -> dict[int, list[int]]:
    """Return the numbers of the names that hold each office, by the office's number.

    A plural ("Presidents Biden and Xi") has several holders, in text order.
    """
    items, held = _without_grades(line, _items(line, names, offices), offices)
    for run in _runs(items):
        for office, name in _assign(line, run, offices).items():
            held.setdefault(office, []).append(name)
        _share_plural(run, offices, held)
        _share_list(run, offices, held)
        _share_before(run, offices, held)
    return held


def _share_plural(run: Sequence[Item], offices: Sequence[Office], held: dict[int, list[int]]) -> None:
    """Give a plural office every name that goes on after it without an office of its own."""
    for position, item in enumerate(run):
        if item.office is None or not offices[item.office].head.plural:
            continue
        following: list[int] = []
        for after in run[position + 1 :]:
            if after.name is None or (after.gap not in {"adjacent", "comma", "and", "semicolon"}):
                break
            following.append(after.name)
        taken = {name for office, names in held.items() if office != item.office for name in names}
        free = [name for name in following if name not in taken]
        if len(free) > 1 or (free and item.office not in held):
            held[item.office] = free


def _share_list(run: Sequence[Item], offices: Sequence[Office], held: dict[int, list[int]]) -> None:
    """Give a plural office behind a list ("A, B and C, advisers") the names before it that have none of their own."""
    for position, item in enumerate(run):
        if item.office is None or not offices[item.office].head.plural or len(held.get(item.office, [])) != 1:
            continue
        before: list[int] = []
        for index in range(position - 1, -1, -1):
            if run[index].name is None:
                break
            before.insert(0, run[index].name)  # type: ignore[arg-type]
            if run[index].gap not in {"comma", "and"}:
                break
        taken = {name for office, names in held.items() if office != item.office for name in names}
        free = [name for name in before if name not in taken]
        if held[item.office][0] in free:
            held[item.office] = free


def _share_before(run: Sequence[Item], offices: Sequence[Office], held: dict[int, list[int]]) -> None:
    """Give "Deputy Assistant and Deputy Advisor NAME" both offices."""
    for position in range(len(run) - 2, -1, -1):
        item, after = run[position], run[position + 1]
        if item.office is None or after.office is None or item.office in held or after.gap not in {"and", "comma"}:
            continue
        office = offices[item.office]
        if after.gap == "comma" and (not office.determiner or office.head.rank == "counterpart"):
            continue
        follower = held.get(after.office, [])
        envoy = office.determiner and office.head.rank in _APART
        if envoy and offices[after.office].head.rank in _MINISTERS:
            continue  # "the Commissioner and Interior Minister NAME" are two
        if (
            len(follower) == 1
            and not offices[after.office].determiner
            and not offices[item.office].head.plural
            and (_before(run, position + 1, follower[0]))
        ):
            held[item.office] = list(follower)


def _before(run: Sequence[Item], position: int, name: int) -> bool:
    return any(item.name == name for item in run[position + 1 :])
