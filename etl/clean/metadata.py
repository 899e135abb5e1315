"""What a document says of itself outside its article: front matter, a container's columns."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.dates import find_dates
from etl.errors import ResourceError
from etl.records import PartialDate
from etl.resources import LANGUAGES, parse_yaml
from etl.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([^\W\d][\w-]*)[ \t]*:[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_ISO = re.compile(r"\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?!\d))?)?(?![\d/.])")
_SHORT_YEAR = re.compile(
    r"(?P<words>\b[^\W\d_]{3,9}\.? \d{1,2})(?:, |/)(?P<year>\d\d)(?![\d:/])"  # Jun 01, 18; sep. 18/24
    r"|(?<![\d/.·-])(?P<figures>\d{1,2}(?P<sep>[/.·-])\d{1,2}(?P=sep))(?P<short>\d\d)(?![\d:])"  # 14.03.23
)
_MAX_FRONT_MATTER = 200_000  # characters; some sites keep the whole article in it
URL_FIELDS = ("source_url", "canonical_url", "canonical", "original_url", "url", "link", "permalink", "guid")
ID_FIELDS = ("id", "identifier", "uuid")
TITLE_FIELDS = ("title", "headline", "post_title", "titre", "titulo", "titular")
DATE_FIELDS = ("published_time", "date", "published", "publish_date", "publishdate", "date_published", "pubdate",
               "publication_date", "datepublished", "published_at", "published_on", "published_date", "post_date",
               "posted", "posted_on", "release_date", "released", "issued", "date_publication", "date_de_publication",
               "publie", "publie_le", "datepublication", "fecha", "fecha_publicacion", "fecha_de_publicacion",
               "publicado", "publicado_el", "created", "created_at", "timestamp")  # fmt: skip
LEAD_FIELDS = ("summary", "excerpt", "description", "resumen", "bajada", "copete", "entradilla", "chapo", "resume")
BODY_FIELDS = ("content", "body", "text", "article", "contenido", "cuerpo", "texto", "contenu", "texte", "corps")
LANGUAGE_FIELDS = ("language", "lang", "locale", "langue", "idioma")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is stated of a document; ``id`` is its own URL or identifier, ``language`` a lower-case ISO 639-1 code."""

    id: str | None = None
    title: str | None = None
    published: PartialDate | None = None
    language: str | None = None

    def filled_from(self, other: Metadata) -> Metadata:
        """Return these statements, and the other's where there is none."""
        return Metadata(
            self.id or other.id,
            self.title or other.title,
            self.published or other.published,
            self.language or other.language,
        )


def split_front_matter(text: str) -> tuple[dict[str, str], int]:
    """Return the YAML front matter's plain fields and where the text after it begins (0 without any)."""
    match = _FRONT_MATTER.match(text[:_MAX_FRONT_MATTER])
    if match is None or not _FIELD.search(match[1]):
        return {}, 0
    try:
        loaded = parse_yaml(match[1])
    except ResourceError:  # an unquoted colon in a title is common; line by line it still reads
        loaded = {key: value.strip("\"'") for key, value in _FIELD.findall(match[1])}
    if not isinstance(loaded, dict):
        return {}, 0
    return {str(key): value for key, value in loaded.items() if isinstance(value, str)}, match.end()


def from_fields(fields: Mapping[str, str], *, url_first: bool = True) -> Metadata:
    """Read the fields of front matter, or of a row (whose ``id`` column comes before its URL)."""
    lowered = _lowered(fields)
    url = next((lowered[key] for key in URL_FIELDS if is_url(lowered.get(key, ""))), None)
    own = next((lowered[key] for key in ID_FIELDS if key in lowered), None)
    dates = (parse_date(lowered[key]) for key in DATE_FIELDS if key in lowered)
    language = next((lowered[key] for key in LANGUAGE_FIELDS if key in lowered), "")
    return Metadata(
        id=(url or own) if url_first else (own or url),
        title=next((" ".join(lowered[key].split()) for key in TITLE_FIELDS if key in lowered), None),
        published=best(date for date in dates if date),
        language=language_code(language),
    )


def article_in(fields: Mapping[str, str]) -> str:
    """Return the article that front matter holds, with its title and lead; nothing where it holds no text of one."""
    lowered = _lowered(fields)
    named = (TITLE_FIELDS, LEAD_FIELDS, BODY_FIELDS)
    parts = [next((lowered[name] for name in names if name in lowered), "") for names in named]
    return "\n\n".join(part for part in parts if part) if parts[-1] else ""


def _lowered(fields: Mapping[str, str]) -> dict[str, str]:
    return {folded(key).replace("-", "_"): value.strip() for key, value in fields.items() if value.strip()}


def is_url(value: str) -> bool:
    """Tell whether a value is an absolute web address or another URI that identifies by itself."""
    return re.match(r"(?:https?://|urn:|doi:)\S+$", value) is not None


def language_code(value: str) -> str | None:
    """Return ``fr`` for ``fr-MA`` or ``fr_FR``, None for what is no code."""
    match = re.match(r"([a-z]{2})(?:[-_]|$)", value.strip().lower())
    return match[1] if match else None


def parse_date(value: str) -> PartialDate | None:
    """Read a stated date: ISO (its day as written, whatever the time zone) or words in a language we read."""
    match = _ISO.match(value)
    if match:
        year, month, day = match.groups()
        try:
            if day:
                return PartialDate(dt.date(int(year), int(month), int(day)))
            return PartialDate(dt.date(int(year), int(month or 1), 1), "month" if month else "year")
        except ValueError:
            return None
    return date_in_words(value)


def date_in_words(text: str) -> PartialDate | None:
    """Return the first whole date in ``text``, in any language; where there is none, the first month and year."""
    text = _SHORT_YEAR.sub(_full_year, text)
    found = [
        (date.start - date.end, date.start, date.date)
        for language in LANGUAGES
        for date in find_dates(text, language, None)
        if date.kind == "explicit" and date.date and date.date.precision != "year"
    ]
    ordered = sorted(found, key=lambda item: (item[2].precision, item[1], item[0]))
    return ordered[0][2] if ordered else None


def _full_year(match: re.Match[str]) -> str:
    start = f"{match['words']}, " if match["words"] else match["figures"]
    return f"{start}20{match['year'] or match['short']}"


def best(dates: Iterable[PartialDate]) -> PartialDate | None:
    """Return the first date of the finest precision."""
    order = ("day", "month", "year")
    return min(dates, key=lambda date: order.index(date.precision), default=None)
