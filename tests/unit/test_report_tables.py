"""A report's file: what a spreadsheet, a script and a reader each need."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json

import pytest

from etl import tables


def cells(*values: object) -> list[str]:
    """Write one row and read it back."""
    names = [f"c{number}" for number in range(len(values))]
    text = tables.csv(names, [dict(zip(names, values, strict=True))]).decode("utf-8")
    header, row = csv.reader(io.StringIO(text))
    assert header == names
    return row


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1+1", "＋1", "－1", "＠A1", "﹣1",
        "\u200b=1", "\ufeff=1", "\x00=1", "−1",
    ],
)  # fmt: skip
def test_no_cell_is_a_formula(text: str) -> None:
    (cell,) = cells(text)
    assert cell.startswith("'")
    (listed,) = cells(["first", text])
    assert listed.startswith("first; '")


@pytest.mark.parametrize("text", ["Íñigo", "1+1", "a=b", "'quoted'", "« texte »", "5 - 3"])
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert cells(text) == [text]


def test_cells_are_one_line_each() -> None:
    row = cells(
        "a\nb\r\n c", ["x, y", None, "z"], None, dt.date(2024, 10, 21), 22, 0.9000001, True, "\x1b[31mred", [], -3
    )
    assert row == ["a b c", "x, y; z", "", "2024-10-21", "22", "0.9", "true", "[31mred", "", "-3"]


def test_integers_beside_gaps_stay_integers() -> None:
    text = tables.csv(["ordinal"], [{"ordinal": 22}, {"ordinal": None}]).decode()
    assert text == 'ordinal\n22\n""\n'


def test_no_rows_leave_the_header() -> None:
    assert tables.csv(["a", "b"], []) == b"a,b\n"
    assert tables.json_lines(["a"], []) == b""


def test_json_lines_keep_types_and_line_breaks() -> None:
    row = {"when": dt.date(2024, 10, 21), "said": "é\nb", "in": ["x"], "none": None}
    (line,) = tables.json_lines(list(row), [row]).decode().splitlines()
    assert json.loads(line) == {"when": "2024-10-21", "said": "é\nb", "in": ["x"], "none": None}
