"""Every committed task is certified anew, and what was played and recorded would happen again."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.agents.play import Order, play
from app.agents.registry import AGENTS
from app.audit.replay import replay_session
from app.audit.runner import audit
from app.audit.service import service_in
from app.certificates import certified, installed_components
from app.client import JSON, AsyncClient, Operator
from app.cli import child
from domains.kit.domain import Domain
from tests.drills.drill_services import OPERATOR_KEY

pytestmark = pytest.mark.timeout(1200)


def test_every_committed_task_passes_its_audit(retail: Domain) -> None:
    audits = audit(retail)
    assert [each.task for each in audits if not each.ok] == [], [each.flaws for each in audits if not each.ok]
    assert {each.task for each in audits} == set(retail.tasks)
