"""The whole line, from paths to the graph: ``read -> clean -> detect -> annotate -> extract -> resolve -> load``."""

from etl.pipeline.line import follow, forget, load, prunable
from etl.pipeline.quarantine import Quarantine, Record
from etl.pipeline.signals import Stop
from etl.pipeline.summary import Changes, Summary

__all__ = ["Changes", "Quarantine", "Record", "Stop", "Summary", "follow", "forget", "load", "prunable"]
