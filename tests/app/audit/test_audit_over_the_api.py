"""Whole audits of the kiosk over the real service, in this process."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.agents.manners import MANNERS
from app.audit.runner import audit, certify
from app.audit.verdict import TaskAudit
from app.certificates import certifier
from domains.kit.domain import Domain
from domains.kit.scenario import Trait
from tests.app.agents.kiosk import TASKS, kiosk


@pytest.fixture
def domain(tmp_path: Path) -> Domain:
    return replace(kiosk(tmp_path), certificate_file=tmp_path / "certificates.json")


def test_a_sound_task_passes_and_is_certified_with_its_twin(domain: Domain) -> None:
    told: list[TaskAudit] = []
    audits = audit(domain, [TASKS["kiosk-1"]], workers=1, progress=told.append)
    assert [(each.task, each.flaws) for each in audits] == [("kiosk-1", ()), ("kiosk-2", ())]
    assert audits == told
    assert audits[0].passed["gold"] == len(MANNERS) + 1 + len(Trait) + 2
    certify(domain, audits)
    assert [certifier()(domain, task) for task in TASKS.values()] == [True, True, False, False]


def test_a_refusal_without_a_twin_is_a_flaw(domain: Domain, tmp_path: Path) -> None:
    lonely = TASKS["kiosk-2"].model_copy(update={"twin": None})
    (tmp_path / "tasks.json").write_text(f"[{lonely.model_dump_json()}]", encoding="utf-8")
    (found,) = audit(domain, workers=1)
    assert [flaw.check for flaw in found.flaws] == ["twin"]
    assert "needs a twin" in found.flaws[0].text
    assert "cannot" in found.flaws[0].excerpt


def test_a_task_that_gold_cannot_do_loses_its_certificate(domain: Domain, tmp_path: Path) -> None:
    certify(domain, [TaskAudit(task="kiosk-1")])
    assert certifier()(domain, domain.tasks["kiosk-1"])
    script = TASKS["kiosk-2"].goal.script
    goal = TASKS["kiosk-1"].goal.model_copy(update={"script": script})
    broken = TASKS["kiosk-1"].model_copy(update={"goal": goal, "twin": None})
    (tmp_path / "tasks.json").write_text(f"[{broken.model_dump_json()}]", encoding="utf-8")
    changed = replace(domain)
    audits = audit(changed, workers=1)
    assert {"calls", "gold"} <= {flaw.check for flaw in audits[0].flaws}
    certify(changed, audits)
    assert not certifier()(changed, changed.tasks["kiosk-1"])


def test_a_task_of_another_world_is_not_even_played(domain: Domain, tmp_path: Path) -> None:
    foreign = TASKS["kiosk-3"].model_copy(update={"world": "another"})
    (tmp_path / "tasks.json").write_text(f"[{foreign.model_dump_json()}]", encoding="utf-8")
    (found,) = audit(domain, workers=1)
    assert found.sessions == 0
    assert "made for another world" in found.flaws[0].text
