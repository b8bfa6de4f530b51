"""Certificates: the proof that a task was audited with the components that are installed; one file a domain.

A certificate names the task's digest and the digests of everything the audit depended on. If one of them is another
now, it is void: the audit may well come out differently.
"""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from app.grading.grader import grader_version
from domains.kit.domain import Domain
from domains.kit.records import Frozen
from domains.kit.task import Task
from simulators.agenda.customer import AgendaCustomer


class CertificateError(Exception):
    """A certificate file cannot be read; the message names it."""


class Certificate(Frozen):
    """What one audit of one task has shown."""

    task: str
    """Digest of the task."""
    twin: str | None = None
    """Digest of its twin, which is judged with it."""
    components: dict[str, str]
    """Name to digest, see `installed_components`."""
    passed: dict[str, int]
    """Check to how many times it was passed."""


_FILE = TypeAdapter(dict[str, Certificate])


def installed_components(domain: Domain) -> dict[str, str]:
    """Digests of all that an audit depends on besides the task: the domain's, the customer's and the grader's."""
    return {**domain.component_digests, "customer": AgendaCustomer().version, "grader": grader_version(domain)}


def certifier() -> Callable[[Domain, Task], bool]:
    """Tells whether a task is certified for what is installed; reads what is installed once a domain."""
    components: dict[str, dict[str, str]] = {}

    def is_certified(domain: Domain, task: Task) -> bool:
        if domain.name not in components:
            components[domain.name] = installed_components(domain)
        return certified(domain, task, components[domain.name])

    return is_certified


def read_certificates(path: Path) -> dict[str, Certificate]:
    """The certificates of a file by task id; none if there is no file. Raises `CertificateError`."""
    if not path.exists():
        return {}
    stat = path.stat()
    return dict(_read(path, stat.st_mtime_ns, stat.st_size))


def write_certificates(path: Path, certificates: Mapping[str, Certificate]) -> None:
    """Write a file of certificates, one line a task, in the order of their ids."""
    lines = [
        f"{_TEXT.dump_json(task_id).decode()}: {certificates[task_id].model_dump_json(exclude_none=True)}"
        for task_id in sorted(certificates)
    ]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def certified(domain: Domain, task: Task, components: Mapping[str, str]) -> bool:
    """Whether the task has a certificate that holds for these components; cheap enough to ask at every opening."""
    own = () if domain.certificate_file is None else (domain.certificate_file,)
    found = (read_certificates(file).get(task.id) for file in (*own, *map(beside, domain.task_files)))
    return any(certificate is not None and holds(certificate, domain, task, components) for certificate in found)


def beside(task_file: Path) -> Path:
    """Where the certificates of a private file of tasks are kept."""
    return task_file.with_suffix(".certificates.json")


def holds(certificate: Certificate, domain: Domain, task: Task, components: Mapping[str, str]) -> bool:
    """Whether nothing has changed since the certificate was given."""
    return (
        certificate.task == task.digest
        and certificate.twin == twin_digest(domain, task)
        and certificate.components == dict(components)
    )


def twin_digest(domain: Domain, task: Task) -> str | None:
    """The digest of a task's twin, where it has one."""
    twin = domain.tasks.get(task.twin) if task.twin is not None else None
    return twin.digest if twin is not None else None


_TEXT = TypeAdapter(str)


@cache
def _read(path: Path, _changed_at: int, _size: int) -> dict[str, Certificate]:
    try:
        return _FILE.validate_json(path.read_bytes())
    except ValidationError as error:
        raise CertificateError(f"{path}: {error}") from error
