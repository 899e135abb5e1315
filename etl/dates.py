"""Date expressions of a press text, resolved as far as the text and its publication date allow.

Month and weekday names come from the CLDR, the other words from ``languages/*/dates.yaml``. Nothing is invented: a
weekday without a publication day stays unknown, a month without a day keeps the precision ``month``.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from babel import Locale

from etl import resources
from etl.records import PartialDate
from etl.spelling import alternatives, folded

if TYPE_CHECKING:
    from collections.abc import Iterator

WEEK = 7
_MONTHS = 12
_FAR_AHEAD = dt.timedelta(days=180)
_SAME_JOURNEY = dt.timedelta(days=90)
"""Days between the day that a text tells whole and one that it tells without its year."""
_NEAR = 25
"""Characters around "three days" in which "visit" makes it that of a journey."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date expression in a text; ``date`` is None where it cannot be resolved."""

    start: int
    end: int
    date: PartialDate | None
    kind: Literal["explicit", "relative", "weekday"]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """One language's date words (folded) and the patterns built of them, in the order they are tried."""

    months: dict[str, int]
    weekdays: dict[str, int]
    offsets: dict[str, int]
    numbers: dict[str, int]
    days: dict[str, int]
    thousands: tuple[str, ...]
    periods: dict[str, tuple[str, int]]
    last: re.Pattern[str]
    next: re.Pattern[str]
    patterns: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def _lexicon(language: str) -> _Lexicon:
    data = resources.language(language, "dates")
    locale = Locale(language)
    months = {folded(name): number for number, name in locale.months["format"]["wide"].items()}
    weekdays = {folded(name): number for number, name in locale.days["format"]["wide"].items()}
    short = {folded(name): int(number) for name, number in data["abbreviated_months"].items()}
    month = rf"(?P<month>{alternatives(list(months))}|(?:{alternatives(list(short))})\b\.?)"
    weekday_names = alternatives(list(weekdays))
    if data["saints"]:  # "Santo Domingo" is no Sunday
        weekday_names = "".join(rf"(?<!{folded(word)} )" for word in data["saints"]) + rf"(?:{weekday_names})"
    last, nxt = (alternatives([folded(w) for w in data[k]]) for k in ("last", "next"))
    numbers = {folded(word): int(n) for word, n in data["numbers"].items()}
    the = r"(?:el|le|les|the|los)"
    suffix = folded(data["ordinal_suffix"])
    days = {folded(word): int(n) for word, n in data["days_in_words"].items()}
    in_words, thousands = alternatives(list(days)), [folded(word) for word in data["thousands"]]
    year = r"(?P<year>(?:19|20)\d\d" + (rf"|(?:{alternatives(thousands)})\s+(?:{in_words}))" if thousands else ")")
    joined = alternatives([folded(word) for word in (*data["of"], *data["day_of"])])
    of = rf"(?:\s+(?:{joined}))?" if joined else ""
    day = rf"(?P<day>[0-3]?\d)(?:\s?(?:{suffix}))?"
    other = rf"[0-3]?\d(?:\s?(?:{suffix}))?"
    joiner = rf"(?:\s*(?:{alternatives(data['range'])}|,)\s*)"
    lead = rf"(?:(?:{weekday_names})(?:,)?\s+(?:le\s+|el\s+|the\s+)?)?"
    tail = rf"(?:,?{of}\s+(?:l'annee\s+|in\s+the\s+year\s+|ano\s+)?{year})"
    between = rf"{joiner}(?:{the}\s+)?(?:(?:{weekday_names}),?\s+)?(?:{the}\s+)?"
    more = rf"(?:{between}{other})*"
    across = rf"{of}\s+{month.replace('?P<month>', '?P<month1>')}{between}{other}"
    week = alternatives([folded(w) for w in data["week_of"]])
    weeks = alternatives([folded(w) for w, p in data["periods"].items() if p.startswith("week")])
    number = r"(?:,?\s+(?P<dayno1>[0-3]?\d)(?!\w|[.,:]\d|\s*%))?"
    ago = _counted(data["days_ago"], numbers)
    the_day = alternatives([folded(w) for w in data["the_day"]]) or r"(?!)"
    of_words = of.rstrip("?") if data["of"] else of  # "the ninth of May", but not "the second may"
    worded = rf"(?P<day>{in_words})(?:{joiner}(?:{the}\s+)?(?:{in_words}))*{of_words}\s+{month}"
    until = "".join(rf"(?<!{re.escape(folded(word))}\s)(?<!{re.escape(folded(word))})" for word in data["until"])
    forms = (
        ("week", rf"(?:{week})\s+{day}(?:{of})\s+{month}(?:{tail})?"),
        ("week", rf"(?:{week})\s+{month}\s+{day}(?:,?\s+{year})?"),
        ("explicit", rf"{year}(?P<sep>[-/.])(?P<monthno>[01]?\d)(?P=sep)(?P<day>[0-3]?\d)(?:T[\d:.]+Z?)?"),
        ("explicit", rf"(?P<day>[0-3]?\d)(?P<sep>\s?[-/.·]\s?)(?P<monthno>[0-3]?\d)(?P=sep){year}"),
        ("explicit", rf"(?P<day>[0-3]?\d)(?P<sep>\s?[-/.]\s?)(?:{month})(?P=sep){year}"),
        ("explicit", rf"{lead}{day}{across}{of}\s+{month}{tail}"),
        ("explicit", rf"{lead}{day}{more}(?:{of})\s+{month},?{tail}"),
        ("explicit", (rf"{lead}{month}\s+{day}(?:{joiner}(?:{month.replace('?P<month>', '?P<month2>')}\s+)?{other})*"
                     rf"(?:,?{of}\s+{year})")),
        ("explicit", rf"{worded},?{tail}"),
        ("partial", rf"{lead}{day}{across}{of}\s+{month}(?:\s+(?:{last}|{nxt}))?"),
        ("partial", rf"{lead}{day}{more}{of}\s+(?:pasado\s+)?{month}(?P<after>\s+(?:{last}|{nxt}))?"),
        ("partial", (rf"{lead}{month}\s+{day}(?:{joiner}(?:{month.replace('?P<month>', '?P<month2>')}\s+)?{other}"
                    rf"(?!\d|\s*(?:th|%)))*(?!\d)")),
        ("partial", worded),
        ("this month", rf"{lead}{day}{more}\s+(?:{alternatives([folded(w) for w in data['of_this_month']])})"),
        ("month", rf"{month}(?:,?{of})\s+{year}"),
        ("bare month", (rf"(?:(?:{alternatives([folded(w) for w in data['month_of']])})(?:\s+|-|(?<=')))"
                        rf"(?:(?P<before>{last})\s+)?{month}(?:\s+(?P<after>{last}))?(?!\s+\d)")),
        ("bare month", rf"(?P<before>{last})\s+{month}(?!\s+\d)"),
        ("bare month", rf"{month}\s+(?P<after>{last})"),
        ("relative", rf"{until}(?P<offset>{alternatives([folded(w) for w in data['day_offsets']])})"),
        ("relative", rf"(?P<offset>{ago})"),
        ("weekday", rf"(?P<weekday>{weekday_names})(?:\s+(?:of|de|del|du))?\s+(?:{the}\s+|la\s+)?(?P<period>{weeks})"),
        ("period", rf"(?P<period>{alternatives([folded(w) for w in data['periods']])})"),
        ("weekdays", (rf"(?P<weekday1>{weekday_names}){number}{joiner}(?:{the}\s+)?(?P<weekday>{weekday_names})"
                     rf"(?:\s+(?P<after>(?:{last})s?))?{number.replace('?P<dayno1>', '?P<dayno>')}")),
        ("weekday", (rf"(?:(?P<before>{last}|{nxt})\s+)?(?P<weekday>{weekday_names})(?:\s+(?P<after>{last}|{nxt}))?"
                    rf"{number.replace('?P<dayno1>', '?P<dayno>')}")),
        ("this day", rf"(?:{the_day})\s+{day}{more}(?![.,:/-]\d|\s*%)"),
        ("vague", alternatives([folded(w) for w in data["vague"]])),
        ("year", rf"(?<=\b[ei]n\s){year}(?![-/]\d)"),
    )  # fmt: skip
    compiled = tuple((kind, re.compile(rf"(?<![\w/])(?:{form})(?!\w)")) for kind, form in forms)
    return _Lexicon(
        months=months | {f"{name}.": n for name, n in short.items()} | short,
        weekdays=weekdays,
        offsets={folded(w): int(n) for w, n in data["day_offsets"].items()},
        numbers=numbers,
        days=days,
        thousands=tuple(thousands),
        periods={folded(w): (unit, int(n)) for w, p in data["periods"].items() for unit, n in [p.split()]},
        last=re.compile(last),
        next=re.compile(nxt),
        patterns=compiled,
    )


def _counted(phrases: list[str], numbers: dict[str, int]) -> str:
    """Return a pattern of phrases in which ``{n}`` is a number, in words or figures: "{n} days ago"."""
    number = rf"(?:{alternatives(list(numbers))}|\d{{1,2}})"
    return alternatives([folded(phrase) for phrase in phrases]).replace(r"\{n\}", number)


def _day(year: int, month: int, day: int) -> PartialDate | None:
    try:
        return PartialDate(dt.date(year, month, day))
    except ValueError:
        return None


def _day_number(text: str, lexicon: _Lexicon) -> int:
    """Return the number of a day in figures or in words."""
    return int(text) if text.isdigit() else lexicon.days[" ".join(text.split())]


def _year_number(text: str, lexicon: _Lexicon) -> int:
    """Return the number of a year in figures or in words ("dos mil veintidós")."""
    if text.isdigit():
        return int(text)
    plain = " ".join(text.split())
    thousand = next(word for word in lexicon.thousands if plain.startswith(word))
    return 2000 + lexicon.days[plain.removeprefix(thousand).strip()]


def _month_of(day: PartialDate | None) -> PartialDate | None:
    return PartialDate(day.first.replace(day=1), "month") if day else None


def _year_near(month: int, day: int, published: PartialDate) -> int:
    """Return the year that brings a day and month nearest to what was published: the past, or soon to come."""
    year = published.first.year
    if published.precision == "year":
        return year
    try:
        candidate = dt.date(year, month, day)
    except ValueError:
        return year
    if candidate - published.first > _FAR_AHEAD:
        return year - 1
    return year + 1 if published.first - candidate > 365 * dt.timedelta(days=1) - _FAR_AHEAD / 3 else year


def _weekday(match: re.Match[str], lexicon: _Lexicon, published: PartialDate | None) -> PartialDate | None:
    """Return the latest such weekday on or before publication; the next one after a word of the future."""
    if published is None or published.precision != "day":
        return published if published and published.precision == "month" else None
    groups = match.groupdict()
    if week := groups.get("period"):  # "Tuesday of last week"
        monday = published.first + dt.timedelta(days=WEEK * lexicon.periods[" ".join(week.split())][1])
        monday -= dt.timedelta(days=monday.weekday())
        return PartialDate(monday + dt.timedelta(days=lexicon.weekdays[match["weekday"]]))
    if first := groups.get("weekday1"):
        return _first_weekday(first, match, lexicon, published.first)
    marker = groups.get("before") or groups.get("after") or ""
    back = (published.first.weekday() - lexicon.weekdays[match["weekday"]]) % WEEK
    if marker and lexicon.next.fullmatch(marker):
        return PartialDate(published.first + dt.timedelta(days=WEEK - back))
    if marker and not back:
        back = WEEK
    result = published.first - dt.timedelta(days=back)
    number = groups.get("dayno")
    if number and int(number) != result.day:
        for days in range(-31, 32):
            near = published.first + dt.timedelta(days=days)
            if near.day == int(number) and near.weekday() == lexicon.weekdays[match["weekday"]]:
                return PartialDate(near)
        return None
    return PartialDate(result)


def _first_weekday(first: str, match: re.Match[str], lexicon: _Lexicon, published: dt.date) -> PartialDate | None:
    """Return the first of two weekdays, the second of which is its latest, or comes after a first that is today."""
    numbers = {published.day} if not match["dayno1"] else {int(match["dayno1"])}
    today = published.weekday() == lexicon.weekdays[first] and published.day in numbers
    if today and not match["after"]:
        return PartialDate(published)
    last = published - dt.timedelta(days=(published.weekday() - lexicon.weekdays[match["weekday"]]) % WEEK)
    if match["after"] and last == published:
        last -= dt.timedelta(days=WEEK)
    days = [last - dt.timedelta(days=back) for back in range(WEEK if not match["dayno1"] else 31)]
    found = (day for day in days if day.weekday() == lexicon.weekdays[first])
    return next((PartialDate(day) for day in found if not match["dayno1"] or day.day == int(match["dayno1"])), None)


def _resolve(kind: str, match: re.Match[str], lexicon: _Lexicon, published: PartialDate | None) -> PartialDate | None:
    groups = match.groupdict()
    month_word = groups.get("month1") or groups.get("month")
    month = int(groups.get("monthno") or 0) or (lexicon.months[month_word] if month_word else 0)
    if kind == "explicit":
        day = _day_number(groups["day"], lexicon)
        month, day = (day, month) if month > _MONTHS >= day and groups.get("monthno") else (month, day)  # 05/23/2023
        return _day(_year_number(groups["year"], lexicon), month, day)
    if groups.get("year"):
        year = _year_number(groups["year"], lexicon)
        if kind == "week":
            return _month_of(_day(year, month, int(groups["day"])))
        return PartialDate(dt.date(year, month or 1, 1), "month" if month else "year")
    return _near(kind, groups, month, lexicon, published) if published else None


def _near(
    kind: str, groups: dict[str, str | None], month: int, lexicon: _Lexicon, published: PartialDate
) -> PartialDate | None:
    """Return what an expression without a year means in a text of that day."""
    if kind == "period":
        return _period(*lexicon.periods[" ".join((groups["period"] or "").split())], published)
    if kind == "bare month":
        year = _year_near(month, 1, published)
        past = groups.get("before") or groups.get("after")
        ahead = (year, month) >= (published.first.year, published.first.month)
        return PartialDate(dt.date(year - 1 if past and ahead else year, month, 1), "month")
    if kind == "this day":
        return _latest(int(groups["day"] or 0), published)
    if kind == "this month":
        return _day(published.first.year, published.first.month, int(groups["day"] or 0))
    if kind in {"partial", "week"}:
        number = _day_number(groups["day"] or "0", lexicon)
        day = _day(_year_near(month, number, published), month, number)
        return day if kind == "partial" else _month_of(day)
    if kind == "relative" and published.precision == "month":
        return published  # today is some day of that month
    if kind == "relative" and published.precision == "day":
        offset = lexicon.offsets.get(phrase := " ".join((groups["offset"] or "").split()))
        offset = offset if offset is not None else -_number_in(phrase, lexicon)
        return PartialDate(published.first + dt.timedelta(days=offset))
    return None


def _number_in(phrase: str, lexicon: _Lexicon) -> int:
    """Return the number of a phrase that has one, in words or figures."""
    words = re.findall(r"\w+", phrase)
    return next(int(word) if word.isdigit() else lexicon.numbers[word] for word in words
                if word.isdigit() or word in lexicon.numbers)  # fmt: skip


def _latest(day: int, published: PartialDate) -> PartialDate | None:
    """Return the latest day of that number on or before publication ("el pasado día 3")."""
    if published.precision != "day":
        return None
    first = published.first
    if day <= first.day:
        return _day(first.year, first.month, day)
    before = first.replace(day=1) - dt.timedelta(days=1)
    return _day(before.year, before.month, day)


def days_lasted(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield how many days something took and where that is told: "the two-day meeting"; not a visit or a truce."""
    lexicon, plain = _lexicon(language), folded(text)
    for match in _lasting(language).finditer(plain):
        if not _journeys(language).search(plain, max(0, match.start() - _NEAR), match.end() + _NEAR):
            yield _number_in(match[0], lexicon), match.start()


@cache
def _lasting(language: str) -> re.Pattern[str]:
    data = resources.language(language, "dates")
    numbers = {folded(word): int(n) for word, n in data["numbers"].items()}
    return re.compile(rf"(?<![\w/])(?:{_counted(data['lasting'], numbers)})(?!\w)")


@cache
def _journeys(language: str) -> re.Pattern[str]:
    words = alternatives([folded(word) for word in resources.language(language, "dates")["journeys"]])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


def _period(unit: str, back: int, published: PartialDate) -> PartialDate | None:
    """Return the week, month or year ``back`` (0 or less) from publication; a week gives its month where it has one."""
    day = published.first
    if unit == "year":
        return PartialDate(dt.date(day.year + back, 1, 1), "year")
    if published.precision == "year":
        return None
    if unit == "month":
        months = day.year * 12 + day.month - 1 + back
        return PartialDate(dt.date(months // 12, months % 12 + 1, 1), "month")
    if published.precision != "day":
        return None
    monday = day - dt.timedelta(days=day.weekday()) + back * dt.timedelta(days=WEEK)
    last = min(day, monday + dt.timedelta(days=WEEK - 1))
    if monday.month == last.month:
        return PartialDate(last.replace(day=1), "month")
    return PartialDate(last.replace(month=1, day=1), "year") if monday.year == last.year else None


@cache
def of_a_paper(language: str) -> re.Pattern[str]:
    """Return the pattern of what stands before the date of a paper ("the agreement signed on"), on folded text."""
    data = resources.language(language, "dates")
    papers, of, told = (
        alternatives([folded(word) for word in data[key]]) for key in ("papers", "paper_of", "paper_told")
    )
    between = rf"(?:(?!(?<!\w)(?:{told})(?!\w))[^,;:.]){{0,60}}"  # not "the agreement was reached on"
    return re.compile(rf"(?<!\w)(?:{papers})(?!\w){between}(?<!\w)(?:{of})\s+(?:le |el |the )?$")


@cache
def in_the_day(language: str) -> re.Pattern[str]:
    """Return the pattern of a part of the day that the text is telling of ("in the afternoon"), on folded text."""
    words = alternatives([folded(word) for word in resources.language(language, "dates")["in_the_day"]])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


_SAINT = re.compile(r"(?<!\w)santo\s+\Z")


def dates_beside(text: str, language: str, published: PartialDate | None, near: dt.date | None) -> list[FoundDate]:
    """Return the date expressions of ``text``; without a publication date, a day without a year is one ``near``.

    "They were in Lima from 12 to 15 May 2018. On 13 May": of that year.
    """
    found = find_dates(text, language, published)
    if published or near is None or all(date.date or date.kind != "explicit" for date in found):
        return found
    years = find_dates(text, language, PartialDate(near, "year"))
    told = {date.start: date for date in years if date.date and abs(date.date.first - near) < _SAME_JOURNEY}
    return [told.get(date.start, date) if date.kind == "explicit" and not date.date else date for date in found]


def find_dates(text: str, language: str, published: PartialDate | None) -> list[FoundDate]:
    """Return the date expressions of ``text``, in text order, resolved against the publication date.

    A range gives its first day. "Friday" is the latest Friday on or before publication (that day included).
    """
    lexicon = _lexicon(language)
    plain = folded(text)
    found: list[FoundDate] = []
    taken: set[int] = set()
    for kind, pattern in lexicon.patterns:
        for match in pattern.finditer(plain):
            span = range(match.start(), match.end())
            if not taken.isdisjoint(span):
                continue
            if kind in {"weekday", "weekdays"}:
                if _SAINT.search(plain, 0, match.start()):
                    continue  # "in Santo Domingo" is no Sunday
                found.append(FoundDate(*match.span(), _weekday(match, lexicon, published), "weekday"))
            else:
                date = _resolve(kind, match, lexicon, published)
                if date is None and kind == "explicit":
                    continue
                relative = kind in {"relative", "vague", "period"}
                found.append(FoundDate(*match.span(), date, "relative" if relative else "explicit"))
            taken.update(span)
    return sorted(found, key=lambda date: date.start)
