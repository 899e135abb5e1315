"""Press documents into a Neo4j graph of bilateral meetings, a sentence behind every fact."""

__version__ = "0.1.0"
