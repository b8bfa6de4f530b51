"""Sessions of earlier versions must load and get the same verdict in every later one."""

from json import loads
from pathlib import Path

import pytest

from app.api.operator_schemas import Transcript
from app.engine.conversation import Conversation, fold
from app.grading.grader import grade
from app.sessions.live import state_seed
from domains.kit.domain import Domain
from domains.kit.task import Task

SESSIONS = sorted(Path(__file__).parent.glob("v*/*.json"))


def test_there_are_frozen_sessions_of_successes_and_failures() -> None:
    verdicts = {loads(path.read_text())["grade"]["success"] for path in SESSIONS}
    assert verdicts == {True, False}


@pytest.mark.parametrize("path", SESSIONS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_frozen_session_loads_and_keeps_its_verdict(path: Path, library: Domain) -> None:
    kept = loads(path.read_text())
    task = Task.model_validate(kept["task"])
    transcript = Transcript.model_validate(kept["transcript"])
    seed = state_seed(task.id, transcript.session.seed)
    conversation = Conversation(state=library.open_state(seed), limits=transcript.session.options.limits)
    fold(conversation, ((event.step, event.payload) for event in transcript.events))
    assert conversation.end is not None
    assert conversation.end.value == kept["grade"]["end_reason"]
    assert grade(task, transcript.events, library).success == kept["grade"]["success"]
