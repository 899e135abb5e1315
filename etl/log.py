"""Structured logs on standard error: lines to read, or JSON lines for machines; never a secret."""

from __future__ import annotations

import logging
import re
import sys
from typing import TYPE_CHECKING, Literal

import structlog
from pydantic import SecretStr

if TYPE_CHECKING:
    from structlog.typing import EventDict, Processor, WrappedLogger

Format = Literal["text", "json"]

HIDDEN = "***"

_SECRET_KEY = re.compile(r"passw|secret|token|credential|auth$", re.IGNORECASE)
_SECRET_IN_ADDRESS = re.compile(r"(?<=://)[^/@\s]+(?=@)")


def configure(form: Format = "text", *, verbose: bool = False) -> None:
    """Send the log of this process to standard error; debug messages only when ``verbose``."""
    rendering: list[Processor] = (
        [structlog.processors.dict_tracebacks, structlog.processors.JSONRenderer(ensure_ascii=False)]
        if form == "json"
        else [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())]
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            redact,
            *rendering,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.DEBUG if verbose else logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )


def redact(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Hide values that are secret by their name or type, and credentials inside addresses."""
    return {key: HIDDEN if _SECRET_KEY.search(key) else _redacted(value) for key, value in event.items()}


def _redacted(value: object) -> object:
    match value:
        case SecretStr():
            return HIDDEN
        case str():
            return _SECRET_IN_ADDRESS.sub(HIDDEN, value)
        case dict():
            return {key: HIDDEN if _SECRET_KEY.search(str(key)) else _redacted(item) for key, item in value.items()}
        case list() | tuple():
            return [_redacted(item) for item in value]
        case _:
            return value
