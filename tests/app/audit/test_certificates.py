"""Certificates hold for the task and the components they were given for, and for nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.certificates import (
    Certificate,
    CertificateError,
    certified,
    certifier,
    installed_components,
    read_certificates,
    twin_digest,
    write_certificates,
)
from domains.kit.domain import Domain
from domains.kit.task import Task
from tests.app.agents.kiosk import TASKS, kiosk

TASK = TASKS["kiosk-1"]


@pytest.fixture
def domain(tmp_path: Path) -> Domain:
    domain = replace(kiosk(tmp_path), certificate_file=tmp_path / "certificates.json")
    certificate = Certificate(
        task=TASK.digest,
        twin=twin_digest(domain, TASK),
        components=installed_components(domain),
        passed={"gold": 13},
    )
    write_certificates(tmp_path / "certificates.json", {TASK.id: certificate})
    return domain


def test_a_certified_task_is_certified(domain: Domain) -> None:
    assert certifier()(domain, TASK)


def test_a_task_without_a_certificate_is_not(domain: Domain) -> None:
    assert not certifier()(domain, TASKS["kiosk-2"])


def test_a_domain_without_a_file_has_no_certificates(domain: Domain) -> None:
    assert not certifier()(replace(domain, certificate_file=None), TASK)


def test_a_missing_file_certifies_nothing(domain: Domain, tmp_path: Path) -> None:
    assert not certifier()(replace(domain, certificate_file=tmp_path / "none.json"), TASK)


def test_a_changed_task_voids_its_certificate(domain: Domain) -> None:
    changed = Task.model_validate({**TASK.model_dump(), "scenario": TASKS["kiosk-2"].scenario})
    assert not certifier()(domain, changed)


@pytest.mark.parametrize("component", ["world", "policy", "tools", "checks", "customer", "grader"])
def test_a_changed_component_voids_every_certificate(component: str, domain: Domain) -> None:
    components = {**installed_components(domain), component: "changed"}
    assert not certified(domain, TASK, components)


def test_a_changed_twin_voids_the_certificate(domain: Domain, tmp_path: Path) -> None:
    path = tmp_path / "certificates.json"
    certificate = read_certificates(path)[TASK.id].model_copy(update={"twin": "changed"})
    write_certificates(path, {TASK.id: certificate})
    assert not certifier()(domain, TASK)


def test_a_file_that_is_written_anew_is_read_anew(domain: Domain, tmp_path: Path) -> None:
    is_certified = certifier()
    assert is_certified(domain, TASK)
    write_certificates(tmp_path / "certificates.json", {})
    assert not is_certified(domain, TASK)


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(CertificateError, match=r"broken\.json"):
        read_certificates(path)
