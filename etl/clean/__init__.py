"""Clean: from bytes to a document with repaired text, known metadata, and its article marked.

``text`` of a sound text file is the file's own; what is broken is mended before any offset is taken. A title that only
metadata states, or front matter in other characters (YAML's escapes), is set above the article.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import astuple
from pathlib import Path, PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

from etl.clean import decoding, metadata, published
from etl.clean.article import find_article
from etl.issues import Code, Issue
from etl.records import Document, Source

if TYPE_CHECKING:
    from etl.clean.metadata import Metadata


def clean(source: Source, *, relative_to: Path | None = None) -> Document | Issue:
    """Return the document in ``source``, or why it cannot be one.

    Its id is its own URL or identifier, else its file's URI, else, with ``relative_to`` (a collection's root), the
    path from there. ``language`` is what metadata states; :func:`etl.detect.detect` decides.
    """
    stated = metadata.from_fields(source.metadata, url_first=False)
    begin = 0
    if source.media_type == "application/pdf":
        extracted = _pdf(source.data)
        if extracted is None:
            message = "a damaged or locked PDF"
            return Issue(Code.MALFORMED, source.origin, message, "open it, remove its password, save it again")
        text = decoding.repair(extracted)
    else:
        decoded = decoding.decode(source.data)
        if decoded is None:
            message = "its encoding is neither UTF-8, UTF-16 nor Western (cp1252)"
            return Issue(Code.ENCODING, source.origin, message, "save the file as UTF-8")
        if source.media_type == "text/html":
            text, found = _html(decoded)
        else:
            text = decoding.repair(decoded)
            fields, begin = metadata.split_front_matter(text)
            found = metadata.from_fields(fields)
            if begin and not text[begin:].strip():
                text, begin = metadata.article_in(fields), 0
        stated = stated.filled_from(found)
    if not text[begin:].strip():
        return Issue(Code.EMPTY, source.origin, "no text in it", "remove it or save its text again")
    article = find_article(text, begin=begin, title=stated.title)
    if stated.title and not any(block.kind == "title" for block in article.blocks):
        text, article = article.titled(text, begin, stated.title)
    own = article.published or (published.from_url(stated.id) if stated.id else None)
    stated = stated.filled_from(metadata.Metadata(title=article.title, published=own))
    return Document(
        id=stated.id or _id(source, relative_to),
        source=source.origin,
        text=text,
        blocks=article.blocks,
        content_hash=_hash(text, stated),
        title=stated.title,
        published=stated.published,
        language=stated.language,
    )


def _html(page: str) -> tuple[str, Metadata]:
    from etl.clean import html  # noqa: PLC0415 (half a second that only HTML should cost)

    return html.extract(page)


def _pdf(data: bytes) -> str | None:
    from etl.clean import pdf  # noqa: PLC0415 (a native library that only PDF needs)

    return pdf.extract(data)


def _id(source: Source, relative_to: Path | None) -> str:
    if source.origin.partition("#")[0] == "-":
        return f"urn:sha256:{hashlib.sha256(source.data).hexdigest()}"
    absolute = PurePath(os.path.abspath(source.origin))  # noqa: PTH100 (resolve() would follow links to other names)
    if relative_to is not None:
        root = PurePath(os.path.abspath(relative_to))  # noqa: PTH100
        if absolute.is_relative_to(root):
            return absolute.relative_to(root).as_posix()
    return "file://" + quote(absolute.as_posix(), safe="/!#")


def _hash(text: str, stated: Metadata) -> str:
    """Return what changes when the document does: its text and all that is stated of it."""
    content = json.dumps([text, *astuple(stated)], default=str, ensure_ascii=False)
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
