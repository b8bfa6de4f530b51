"""What the agent is told after a step: built once, stored with the step, and given again word for word."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from json import JSONEncoder

from pydantic import TypeAdapter

from app.engine.conversation import Awaits
from app.engine.events import Payload
from app.engine.transcript import all_messages, new_messages
from app.errors import InvalidRequest
from app.grading.verdict import Grade
from app.sessions.live import Live
from domains.kit.records import JSON

_CANONICAL = JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"), check_circular=False)
_ANSWER: TypeAdapter[dict[str, JSON]] = TypeAdapter(dict[str, JSON])


class Feedback(StrEnum):
    """What an agent may learn of its grade."""

    NONE = "none"
    REWARD = "reward"
    FULL = "full"


@dataclass(frozen=True)
class Answer:
    """The answer to a step as JSON text, or, with `text` None, the word that it is still being worked on."""

    text: str | None


def canonical(step: int, message: JSON) -> str:
    """A hash that two step requests share exactly if they mean the same."""
    return canonical_body([step, message])


def canonical_body(body: JSON) -> str:
    """A hash that two bodies under one Idempotency-Key share exactly if they mean the same."""
    try:
        text = _CANONICAL.encode(body)
        return blake2b(text.encode(), digest_size=16).hexdigest()
    except RecursionError as error:
        raise InvalidRequest("the body is nested too deeply") from error
    except UnicodeEncodeError as error:
        raise InvalidRequest("the body has half of a surrogate pair in it, which is not Unicode text") from error


def step_answer(live: Live, payloads: Sequence[Payload], grade: Grade | None) -> str:
    """What followed from a step."""
    answer = _standing(live) | {"messages": new_messages(payloads)} | _feedback(live, grade)
    return _ANSWER.dump_json(answer).decode()


def session_answer(live: Live, payloads: Sequence[Payload], grade: Grade | None = None) -> dict[str, JSON]:
    """The whole session as its agent sees it."""
    return {
        **_standing(live),
        "task": live.row.task,
        "domain": live.row.domain,
        "agent": live.row.agent,
        "messages": all_messages(live.domain.policy, payloads, account=live.scenario.account),
        "tools": [tool.openai for tool in live.domain.tools],
        "limits": live.options.limits.model_dump(),
        "created_at": live.row.created_at.isoformat(),
        "account": live.scenario.account,
        **_feedback(live, grade),
    }


def _standing(live: Live) -> dict[str, JSON]:
    conversation = live.conversation
    ended = conversation.awaits is Awaits.NOBODY
    return {
        "id": live.id,
        "status": "ended" if ended else "open",
        "awaits": conversation.awaits.value,
        "step": conversation.next_step,
        "end_reason": None if conversation.end is None else conversation.end.value,
    }


def _feedback(live: Live, grade: Grade | None) -> dict[str, JSON]:
    feedback = Feedback(live.row.feedback)
    if grade is None or feedback is Feedback.NONE:
        return {"reward": None}
    reward = {"reward": 1.0 if grade.success else 0.0}
    return reward | ({"grade": grade.model_dump(mode="json")} if feedback is Feedback.FULL else {})
