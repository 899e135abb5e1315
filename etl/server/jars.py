"""The jars of Neo4j and Neo4j Browser: pinned in ``jars.lock.toml``, fetched once, verified at every start.

The lock lists each jar by its Maven coordinate, size and sha256, in class-path order. A file enters the cache
only after its hash was found right, so a fetch that was cut short leaves nothing behind that could be taken
for whole.
"""

from __future__ import annotations

import hashlib
import shutil
import tomllib
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from filelock import FileLock

from etl.errors import ServerError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from etl.server.progress import Reporter

LOCK_FILE = Path(__file__).with_name("jars.lock.toml")
NEO4J_VERSION = "2026.08.1"
BROWSER_VERSION = "5.24.0"
ENDPOINT = f"org.neo4j:neo4j:{NEO4J_VERSION}+org.neo4j.client:neo4j-browser:{BROWSER_VERSION}"

_CONNECTIONS = 8
_TIMEOUT_SECONDS = 60
_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Jar:
    """One pinned jar; ``coordinate`` is group:artifact:version, with :classifier where it has one."""

    coordinate: str
    size: int
    sha256: str

    @property
    def file_name(self) -> str:
        """Return the name that the jar has in a Maven repository."""
        return "-".join(self.coordinate.split(":")[1:]) + ".jar"


@cache
def locked(path: Path = LOCK_FILE) -> tuple[Jar, ...]:
    """Return the pinned jars in class-path order."""
    return tuple(Jar(**entry) for entry in tomllib.loads(path.read_text(encoding="utf-8"))["jar"])


def fetch(folder: Path, reporter: Reporter, jars: Iterable[Jar] | None = None) -> list[Path]:
    """Return the verified jars below ``folder`` in class-path order, having fetched those that lack.

    A jar that is damaged is fetched again. Raises ServerError when one cannot be fetched, or what comes is
    not what the lock pins.
    """
    wanted = list(locked() if jars is None else jars)
    paths = [folder / jar.file_name for jar in wanted]
    if any(not _sound(jar, path) for jar, path in zip(wanted, paths, strict=True)):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with FileLock(folder / ".lock"):  # another start may be fetching into the same cache
                _fetch_missing(folder, wanted, reporter)
        except OSError as error:
            raise ServerError(
                f"cannot keep Neo4j's files in {folder}: {error.strerror or error}",
                hint="set ETL_CACHE to a folder that can be written to, with 200 MB free",
            ) from error
    return paths


def _fetch_missing(folder: Path, wanted: list[Jar], reporter: Reporter) -> None:
    missing = [jar for jar in wanted if not _sound(jar, folder / jar.file_name)]
    if not missing:
        return
    for jar in missing:
        if (folder / jar.file_name).exists():
            reporter.say(f"{jar.file_name} is damaged (its sha256 is wrong); fetching it again")
    total, done = sum(jar.size for jar in missing), 0
    reporter.say(f"fetching Neo4j {NEO4J_VERSION}: {len(missing)} files, {total / 1e6:.0f} MB, only this once")
    with TemporaryDirectory(dir=folder, prefix=".fetch-") as staging, ThreadPoolExecutor(_CONNECTIONS) as pool:
        tasks = {pool.submit(_fetch_one, jar, Path(staging), folder): jar for jar in missing}
        try:
            for task in as_completed(tasks):
                task.result()
                done += tasks[task].size
                reporter.downloaded(done, total)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _fetch_one(jar: Jar, staging: Path, folder: Path) -> None:
    """Fetch one jar by way of ``staging``; a download that breaks or is damaged is tried again."""
    reason = ""
    for attempt in range(_ATTEMPTS):
        repository = staging / str(attempt)
        try:
            path = download(jar.coordinate, repository)
        except (OSError, RuntimeError) as error:  # requests' errors are OSErrors, jgo's RuntimeErrors
            reason = str(error)
            continue
        if _sound(jar, path):
            shutil.move(path, folder / jar.file_name)
            return
        reason = f"what was sent has another sha256 than {jar.sha256}"
    raise ServerError(
        f"cannot fetch {jar.coordinate}: {reason}",
        hint="check the network and run the command again: what has been fetched is kept; "
        "or set NEO4J_URI to use a database of your own",
    )


def download(coordinate: str, repository: Path) -> Path:
    """Download one jar from Maven Central into ``repository``, unverified; raises OSError, RuntimeError."""
    group, name, version, *classifier = coordinate.split(":")
    from jgo.maven import MavenContext  # noqa: PLC0415 (takes 0.3 s, and only a fetch needs it)

    context = MavenContext(repo_cache=repository, local_repos=[], timeout=_TIMEOUT_SECONDS)
    path: Path = context.project(group, name).at_version(version).artifact(*classifier).resolve()
    return path


def sha256(path: Path) -> str:
    """Return the file's sha256 in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sound(jar: Jar, path: Path) -> bool:
    try:
        return path.stat().st_size == jar.size and sha256(path) == jar.sha256
    except OSError:
        return False
