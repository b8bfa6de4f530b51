"""The whole way to a real model and back. What so small a model says does not matter, only that it is handled."""

import json
from pathlib import Path

import httpx
import pytest

from app.agents.entrants import Outside, entrant
from app.agents.minds.mind import Mind
from app.agents.play import Order, play
from app.audit.models import check_model
from app.audit.service import service_in
from domains.retail import DOMAIN
from simulators.llm.free import ATTEMPTS, FreeCustomer
from simulators.llm.worded import WordedCustomer
from simulators.model import ChatAnswer, ChatRequest, ModelFailed, Purpose
from tests.real_model.conftest import Books, Real

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(300)]
SCHEMA = {
    "type": "object",
    "properties": {"answer": {"type": "string", "enum": ["yes", "no"]}, "sure": {"type": "boolean"}},
    "required": ["answer", "sure"],
    "additionalProperties": False,
}


def asking(real: Real, text: str, **settings: object) -> ChatRequest:
    fields = {"model": real.model, "api_base": real.api_base, "max_tokens": 24, **settings}
    return ChatRequest.model_validate({**fields, "messages": ({"role": "user", "content": text},)})


async def test_it_answers_and_the_call_is_in_the_books(real: Real, books: Books) -> None:
    answer = await books.gateway.complete(asking(real, "Say hello."), purpose="check", session="s1")

    assert answer.text
    assert answer.finish_reason in {"stop", "length"}
    assert 0 < answer.usage.completion_tokens <= 24
    assert answer.usage.prompt_tokens > 0
    assert answer.usage.cost_usd is None, "nobody knows a price of it"
    (entered,) = books.ledger.calls.values()
    assert (entered.id, entered.session_id, entered.status, entered.attempts) == (answer.call, "s1", "done", 1)
    assert entered.completion_tokens == answer.usage.completion_tokens


async def test_the_same_request_is_answered_from_the_cache_and_another_seed_anew(real: Real, books: Books) -> None:
    request = asking(real, "Say hello.", seed=1, temperature=0.9)
    first = await books.gateway.complete(request, purpose="check")
    second = await books.gateway.complete(request, purpose="check")
    third = await books.gateway.complete(request.model_copy(update={"seed": 2}), purpose="check")

    assert (first.cached, second.cached, third.cached) == (False, True, False)
    assert second.text == first.text


async def test_an_answer_fits_its_schema(real: Real, books: Books) -> None:
    answer = await books.gateway.complete(
        asking(real, "Is three more than two?", answer_schema=SCHEMA, max_tokens=60), purpose="check"
    )
    found = json.loads(answer.text)
    assert found["answer"] in {"yes", "no"}
    assert isinstance(found["sure"], bool)


async def test_an_answer_in_parts_is_the_same_counted_and_in_the_books(real: Real, books: Books) -> None:
    request = asking(real, "Count from one to twenty in words.", max_tokens=48, seed=3)
    whole = await books.gateway.complete(request, purpose="check")
    in_parts = await books.gateway.complete(
        request.model_copy(update={"stream": True, "seed": 4}), purpose="check", session="s1"
    )

    assert in_parts.text == whole.text, "at temperature 0 the seed makes no difference"
    assert (in_parts.usage.prompt_tokens, in_parts.usage.completion_tokens) == (
        whole.usage.prompt_tokens,
        whole.usage.completion_tokens,
    )
    assert in_parts.finish_reason == whole.finish_reason
    assert whole.first_seconds is None
    assert in_parts.first_seconds is not None
    assert 0 < in_parts.first_seconds < 0.8 * in_parts.seconds, "the words came one after another"
    entered = books.ledger.calls[in_parts.call]
    assert (entered.session_id, entered.status, entered.estimated) == ("s1", "done", False)


async def test_a_long_answer_in_parts_is_waited_for_beyond_the_time_that_one_in_whole_has(
    real: Real, books: Books
) -> None:
    request = asking(real, "Tell a very long story.", max_tokens=120, timeout=60)
    seconds = (await books.gateway.complete(request, purpose="check")).seconds
    # Less than the whole takes, and far more than passes between two words.
    told = request.model_copy(update={"stream": True, "seed": 5, "timeout": 0.6 * seconds})
    answer = await books.gateway.complete(told, purpose="check")
    assert answer.usage.completion_tokens == 120
    assert books.ledger.calls[answer.call].attempts == 1


async def test_one_that_takes_too_long_is_a_timeout_and_costs_one_attempt_each(real: Real, books: Books) -> None:
    request = asking(real, "Tell a very long story.", max_tokens=4000, timeout=0.3)
    with pytest.raises(ModelFailed) as failed:
        await books.gateway.complete(request, purpose="check")
    assert failed.value.kind == "timeout"
    (entered,) = books.ledger.calls.values()
    assert (entered.status, entered.error) == ("failed", "timeout")


async def test_a_worded_conversation_with_gold_succeeds_whatever_the_model_says(
    real: Real, books: Books, tmp_path: Path
) -> None:
    customer = WordedCustomer(real.model, _Near(books, real))
    task = next(task for task in DOMAIN.tasks.values() if task.family == "cancel_reason")
    async with service_in(tmp_path / "data", {"retail": DOMAIN}, customers={"worded": customer}) as service:
        played = await play(service.client, Order("gold", task, DOMAIN), customer="worded")
        recorded = (await service.operator.events(str(played.session_id)))["events"]

    assert played.error is None
    assert played.reward == 1.0
    replies = [event["payload"]["reply"] for event in recorded if event["payload"]["kind"] == "customer"]
    asked = [reply for reply in replies if reply["models"] or reply["interventions"]]
    assert len(asked) >= 3
    assert all(use["completion_tokens"] > 0 for reply in asked for use in reply["models"])
    for reply in asked:
        template = any(each["instead"] == "template" for each in reply["interventions"])
        passed = len(reply["models"]) > sum(each["instead"] == "again" for each in reply["interventions"])
        assert template or passed, "each text was let through, or a template spoke"


async def test_a_free_conversation_with_gold_comes_to_an_end_and_what_the_guard_did_is_recorded(
    real: Real, books: Books, tmp_path: Path
) -> None:
    """Whether so small a model gets anywhere by itself is open; that nothing of what it did is lost is not."""
    customer = FreeCustomer(real.model, _Near(books, real))
    task = next(task for task in DOMAIN.tasks.values() if task.family == "cancel_reason")
    async with service_in(tmp_path / "data", {"retail": DOMAIN}, customers={"free": customer}) as service:
        played = await play(service.client, Order("gold", task, DOMAIN), customer="free")
        recorded = (await service.operator.events(str(played.session_id)))["events"]
        (graded,) = await service.operator.grades(str(played.session_id))

    replies = [event["payload"]["reply"] for event in recorded if event["payload"]["kind"] == "customer"]
    assert played.end_reason is not None
    assert replies
    stopped = [[each["instead"] for each in reply["interventions"]] for reply in replies]
    for reply, instead in zip(replies, stopped, strict=True):
        assert 1 <= len(reply["models"]) <= ATTEMPTS
        assert len(reply["models"]) == instead.count("again") + bool(reply["text"] or reply["end"])
        assert all(use["completion_tokens"] > 0 for use in reply["models"])
        assert all(each["text"] for each in reply["interventions"])
    assert (played.end_reason == "customer_error") is (stopped[-1].count("again") == ATTEMPTS)
    assert graded["grade"]["counted"] is (played.end_reason != "customer_error")


@pytest.mark.parametrize("stream", [False, True])
async def test_an_agent_with_the_model_for_a_mind_plays_to_an_end(
    real: Real, books: Books, tmp_path: Path, *, stream: bool
) -> None:
    task = next(iter(DOMAIN.tasks.values()))
    mind = Mind(books.gateway, real.model, real.api_base, max_tokens=30, stream=stream)
    async with (
        httpx.AsyncClient() as http,
        service_in(tmp_path / "data", {"retail": DOMAIN}) as service,
    ):
        agent = entrant(f"model:{real.model}", Outside(lambda _: mind, http, "http://127.0.0.1"))
        order = Order(agent.name, task, DOMAIN, make=agent.make)
        played = await play(service.client, order, limits={"steps": 3})

    assert (played.error, played.out_of_order) == (None, None)
    assert played.end_reason
    assert mind.tally.calls >= 1
    assert mind.tally.prompt_tokens > 500, "the policy and the tools went with it"


async def test_the_check_of_models_comes_to_a_verdict(real: Real, books: Books) -> None:
    found = await check_model(real.model, _Near(books, real), DOMAIN, conversations=2, seconds=60)
    assert found.replies > 0
    assert found.calls > 0
    assert found.verdict in {"good", "usable", "not good enough", "unknown"}
    assert found.succeeded == found.finished
    assert found.cost_per_conversation_usd is None
    assert found.first_words_seconds is not None
    assert 0 < found.first_words_seconds <= (found.slowest_seconds or 0)


class _Near:
    """The gateway, asked at the address of the real model."""

    def __init__(self, books: Books, real: Real):
        self.books, self.real = books, real

    async def complete(self, request: ChatRequest, *, purpose: Purpose, session: str | None = None) -> ChatAnswer:
        there = request.model_copy(update={"api_base": self.real.api_base, "max_tokens": 60})
        return await self.books.gateway.complete(there, purpose=purpose, session=session)
