"""What is published has been proven, with exactly what is installed."""

from app.certificates import certifier
from domains.retail import DOMAIN


def test_every_committed_task_has_a_certificate_that_holds() -> None:
    certified = certifier()
    assert [task.id for task in DOMAIN.tasks.values() if not certified(DOMAIN, task)] == []
