"""A real Neo4j that the product runs itself: fetched once, on this machine only, no Docker, no Java.

``ensure_running`` gives a :class:`etl.settings.Connection`, to the database that ``NEO4J_URI`` names or
else to the local server, which it starts. ``start``, ``stop`` and ``status`` are what ``etl server`` does.
"""

from etl.server.files import Status
from etl.server.jars import NEO4J_VERSION
from etl.server.process import ensure_running, start, status, stop

__all__ = ["NEO4J_VERSION", "Status", "ensure_running", "start", "status", "stop"]
