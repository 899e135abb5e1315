"""docker-compose.yml and Dockerfile: valid, of the local server's version, open to this machine only."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from etl import server

ROOT = Path(__file__).parents[2]
SCHEMA = Path(__file__).parent / "data" / "compose-spec.json"  # Compose Specification, Apache-2.0


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def dockerfile() -> list[str]:
    """Give the instructions, comments dropped and continued lines joined."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    joined = re.sub(r"\\\n\s*", "", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE))
    return [line for line in joined.splitlines() if line]


def test_it_follows_the_compose_specification(compose: dict[str, Any]) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(schema).validate(compose)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft7Validator(schema).validate(compose | {"services": {"neo4j": {"no_such_key": 1}}})


def test_the_database_is_of_the_version_that_the_local_server_has(compose: dict[str, Any]) -> None:
    assert compose["services"]["neo4j"]["image"] == f"neo4j:{server.NEO4J_VERSION}-community"


def test_every_port_is_bound_to_the_loopback_address(compose: dict[str, Any]) -> None:
    ports = [port for service in compose["services"].values() for port in service.get("ports", [])]
    assert len(ports) == 2
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_password_comes_from_the_environment_and_must_be_there(compose: dict[str, Any]) -> None:
    services = compose["services"]
    required = r"\$\{NEO4J_PASSWORD:\?[^}]+\}"
    assert re.fullmatch(rf"neo4j/{required}", services["neo4j"]["environment"]["NEO4J_AUTH"])
    assert re.fullmatch(required, services["etl"]["environment"]["NEO4J_PASSWORD"])


def test_the_job_waits_for_a_healthy_database_and_reads_the_documents_only(compose: dict[str, Any]) -> None:
    database, job = compose["services"]["neo4j"], compose["services"]["etl"]
    assert database["healthcheck"]["test"]
    assert job["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert any(volume.endswith(":/documents:ro") for volume in job["volumes"])
    assert job["environment"]["NEO4J_URI"] == "bolt://neo4j:7687"


def test_every_named_volume_is_declared_and_used(compose: dict[str, Any]) -> None:
    mounts = [volume for service in compose["services"].values() for volume in service.get("volumes", [])]
    named = {mount.split(":")[0] for mount in mounts if not mount.startswith(("$", ".", "/"))}
    assert named == set(compose["volumes"])


def test_the_image_runs_the_command_as_nobody_special(dockerfile: list[str]) -> None:
    last_stage = dockerfile[max(at for at, line in enumerate(dockerfile) if line.startswith("FROM ")) :]
    users = [line.split()[1] for line in last_stage if line.startswith("USER ")]
    assert users
    assert users[-1] not in {"root", "0"}
    assert 'ENTRYPOINT ["etl"]' in last_stage


def test_the_image_is_built_from_pinned_packages_and_known_instructions(dockerfile: list[str]) -> None:
    known = {"FROM", "WORKDIR", "COPY", "RUN", "ENV", "USER", "ENTRYPOINT", "CMD"}
    assert {line.split()[0] for line in dockerfile} <= known
    assert all(":" in line.split()[1] for line in dockerfile if line.startswith("FROM "))
    assert any("--require-hashes" in line for line in dockerfile)


def test_what_the_build_copies_is_let_through_by_the_ignore_file() -> None:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    let_through = {line[1:] for line in lines if line.startswith("!")}
    assert "*" in lines
    assert {"etl", "cypher", "schemas", "pyproject.toml", "requirements.lock"} <= let_through
    assert all((ROOT / name).exists() for name in let_through)
