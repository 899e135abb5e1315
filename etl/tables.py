"""Tables as files: CSV that no spreadsheet runs as formulas, and JSON lines."""

from __future__ import annotations

import datetime as dt
import json
import unicodedata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from etl.database import Row

_FORMULA = frozenset("=+-@−")  # with their full-width and small variants, see harmless


def cell(value: Any) -> str:  # noqa: ANN401 (whatever a row holds)
    """Return a value as one line of text; a list's items with "; " between them."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case float():
            return f"{value:.4g}"
        case dt.date():
            return value.isoformat()
        case list() | tuple():
            return "; ".join(filter(None, map(cell, value)))
    folded = " ".join(str(value).split())
    return "".join(c for c in folded if unicodedata.category(c) != "Cc")


def harmless(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would take for a formula."""
    start = next((c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf")), "")
    return f"'{text}" if unicodedata.normalize("NFKC", start) in _FORMULA else text


def csv(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """Return rows as CSV: UTF-8, a header, lines that end with a line feed; numbers stay as they are."""
    import pandas as pd  # noqa: PLC0415 (takes a second to import, and only this needs it)

    cells = [[_csv_cell(row[column]) for column in columns] for row in rows]
    frame = pd.DataFrame(cells, columns=list(columns), dtype=object)
    text: str = frame.to_csv(index=False, lineterminator="\n")
    return text.encode()


def json_lines(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """Return rows as JSON, one object a line, values as the database gave them."""
    return b"".join(
        json.dumps({column: row[column] for column in columns}, ensure_ascii=False, default=str).encode() + b"\n"
        for row in rows
    )


def _csv_cell(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, list):
        return harmless("; ".join(filter(None, (harmless(cell(item)) for item in value))))
    text = cell(value)
    return text if isinstance(value, int | float) else harmless(text)
