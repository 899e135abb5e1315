"""What the environment says: where the database is, where files are kept, and the limits.

``NEO4J_*`` are the names that every Neo4j tool knows; ours begin with ``ETL_``. Passwords are
:class:`pydantic.SecretStr` and never appear in a representation, a log or an error.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import platformdirs
from pydantic import AfterValidator, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from etl.errors import UsageError

APPLICATION = "press-to-graph"
SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")

Folder = Annotated[Path, AfterValidator(lambda path: path.expanduser().absolute())]
Port = Annotated[int, Field(ge=0, le=65535)]
JvmSize = Annotated[str, Field(pattern=r"^[1-9][0-9]*[kmgKMG]$")]


@dataclass(frozen=True, slots=True)
class Connection:
    """How to reach a database; ``database`` is None for the user's home database."""

    uri: str
    username: str
    password: SecretStr
    database: str | None = None


class Settings(BaseSettings):
    """All settings, read from the environment once; fields may also be given by name, as tests do."""

    model_config = SettingsConfigDict(
        env_prefix="ETL_",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,  # what stands in an error may be a password
        populate_by_name=True,
    )

    neo4j_uri: str | None = Field(default=None, validation_alias="NEO4J_URI")
    neo4j_username: str = Field(default="neo4j", validation_alias="NEO4J_USERNAME")
    neo4j_password: SecretStr | None = Field(default=None, validation_alias="NEO4J_PASSWORD")
    neo4j_password_file: Folder | None = Field(default=None, validation_alias="NEO4J_PASSWORD_FILE")
    neo4j_database: str | None = Field(default=None, validation_alias="NEO4J_DATABASE")

    home: Folder = Field(
        default_factory=lambda: platformdirs.user_data_path(APPLICATION, appauthor=False),
        description="Folder of the local server's data, password and state.",
    )
    cache: Folder | None = Field(default=None, description="Folder of downloaded files; by default home/cache.")
    bolt_port: Port | None = Field(default=None, description="0: any free port; unset: 7687, or a free one.")
    http_port: Port | None = Field(default=None, description="0: any free port; unset: 7474, or a free one.")
    server_heap: JvmSize = Field(default="1g", description="Most heap that the local server may take.")
    server_page_cache: JvmSize = Field(default="128m", description="Page cache of the local server.")
    server_timeout: float = Field(default=180, gt=0, description="Seconds within which the local server must answer.")
    batch_size: int = Field(default=100, ge=1, description="Documents written in one transaction.")
    transaction_timeout: float = Field(
        default=120, gt=0, description="Seconds for one transaction, waiting for another run included."
    )
    decisions: Folder | None = Field(default=None, description="File of people's decisions, under version control.")
    max_file_mb: float = Field(default=25, gt=0, description="Larger files are quarantined; in MB of 10^6 bytes.")

    @field_validator("neo4j_uri")
    @classmethod
    def _check_uri(cls, uri: str | None) -> str | None:
        if uri is None:
            return None
        parts = urlsplit(uri)
        if parts.scheme not in SCHEMES or not parts.hostname:
            raise ValueError(f"an address such as neo4j://localhost:7687 (schemes: {', '.join(SCHEMES)})")
        if parts.username or parts.password:
            raise ValueError("an address without user name and password; use NEO4J_USERNAME, NEO4J_PASSWORD")
        return uri

    @property
    def cache_folder(self) -> Path:
        """Return the folder that downloaded files are kept in."""
        return self.cache or self.home / "cache"

    @property
    def max_file_bytes(self) -> int:
        """Return the size above which a file is not read."""
        return int(self.max_file_mb * 1_000_000)

    @property
    def decisions_file(self) -> Path:
        """Return the file that people's decisions are written to."""
        return self.decisions or self.home / "decisions.jsonl"

    def password(self) -> SecretStr:
        """Return the database's password; empty when none is set.

        Raises UsageError when both ways of giving it are used, or the file cannot be read.
        """
        if self.neo4j_password_file is None:
            return self.neo4j_password or SecretStr("")
        if self.neo4j_password is not None:
            raise UsageError("both NEO4J_PASSWORD and NEO4J_PASSWORD_FILE are set", hint="unset one of the two")
        try:
            return SecretStr(self.neo4j_password_file.read_text(encoding="utf-8").rstrip("\r\n"))
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
            raise UsageError(
                f"NEO4J_PASSWORD_FILE: {self.neo4j_password_file}: {reason}",
                hint="name a file that holds the password and nothing else",
            ) from error

    def connection(self) -> Connection | None:
        """Return the connection that the environment describes; None without ``NEO4J_URI``."""
        if self.neo4j_uri is None:
            return None
        return Connection(self.neo4j_uri, self.neo4j_username, self.password(), self.neo4j_database)


def load() -> Settings:
    """Read the settings from the environment; raises UsageError that names each wrong variable."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = "; ".join(f"{_variable(item['loc'])}: {item['msg']}" for item in error.errors())
        raise UsageError(f"wrong setting: {wrong}", hint="correct the environment variable") from None


def _variable(location: tuple[int | str, ...]) -> str:
    name = str(location[0])
    return name.upper() if name.upper().startswith("NEO4J_") else f"ETL_{name.upper()}"
