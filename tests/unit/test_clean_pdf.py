"""PDF communiqués: paragraphs rebuilt from lines, running heads and page numbers left out."""

from __future__ import annotations

from etl.clean import clean
from etl.records import Document, Source

HEAD = "MINISTRY OF THE INTERIOR OF ARVENIA"
PAGES = (
    (
        HEAD,
        "Arvenia and Belmora agree on a joint office",
        "",
        "The interior ministers of Arvenia and Belmora met on Monday in Port Sella and",
        "agreed to open a joint office for police coopera-",
        "tion on their border.",
        "",
        "The minister of Arvenia said that twelve officers of both countries would work",
        "there every day, and that the two delegations would meet again in the autumn of",
        "1",
    ),
    (
        HEAD,
        "this year to look at what the office had done in its first months of service.",
        "",
        "Both sides thanked the town of Port Sella, which lends the building for free.",
        "2",
    ),
)


def pdf(pages: tuple[tuple[str, ...], ...]) -> bytes:
    """Write a PDF by hand: one Helvetica line after another, an empty one leaving a gap."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = "".join(
            f"BT /F1 11 Tf 70 {760 - 16 * row} Td ({line}) Tj ET\n" for row, line in enumerate(lines) if line
        ).encode()
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    body = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (size, table, trailer)


def test_a_communique_of_two_pages() -> None:
    result = clean(Source("communique.pdf", "application/pdf", pdf(PAGES)))
    assert isinstance(result, Document)
    assert result.text.split("\n\n") == [
        "Arvenia and Belmora agree on a joint office",
        (
            "The interior ministers of Arvenia and Belmora met on Monday in Port Sella and agreed to open a joint"
            " office for police cooperation on their border."
        ),
        (
            "The minister of Arvenia said that twelve officers of both countries would work there every day, and that"
            " the two delegations would meet again in the autumn of this year to look at what the office had done in"
            " its first months of service."
        ),
        "Both sides thanked the town of Port Sella, which lends the building for free.",
    ]
    assert [block.kind for block in result.blocks] == ["title", "body", "body", "body"]
    assert result.published is None


def test_a_compound_that_the_text_writes_elsewhere_keeps_its_hyphen() -> None:
    lines = (
        "The Arveno-Belmoran group met on Monday in the small town of Sella. The Arveno-",
        "Belmoran group is old.",
    )
    result = clean(Source("a.pdf", "application/pdf", pdf((lines,))))
    assert isinstance(result, Document)
    assert result.text.endswith("The Arveno-Belmoran group is old.")
