"""Checking a model as a customer: what is counted, and the verdict."""

import asyncio
import re
from collections.abc import Callable
from json import dumps
from pathlib import Path

import pytest

from app.audit.models import ModelCheck, check_model
from simulators.model import ChatAnswer, ChatRequest, ModelFailed, Purpose, Usage
from tests.app.agents.kiosk import kiosk

Wording = Callable[[str], str]


class Speaker:
    """Words drafts as it is told to, and reads as it is told to."""

    def __init__(
        self,
        word: Wording,
        read: str,
        *,
        seconds: float = 0.5,
        first: float | None = None,
        cost: float | None = 0.001,
        wait: float = 0.0,
    ):
        self.first = first
        self.word, self.read, self.seconds, self.cost, self.wait = word, read, seconds, cost, wait
        self.bases: set[str | None] = set()

    async def complete(self, request: ChatRequest, *, purpose: Purpose, session: str | None = None) -> ChatAnswer:
        assert session is None
        await asyncio.sleep(self.wait)
        self.bases.add(request.api_base)
        assert request.stream
        drafts = re.findall(r"<draft>(.*?)</draft>", str(request.messages[-1]["content"]), re.DOTALL)
        text = self.word(drafts[-1].strip()) if purpose == "word" else self.read
        usage = Usage(prompt_tokens=100, completion_tokens=10, cost_usd=self.cost)
        return ChatAnswer(
            call="c", message={"content": text}, usage=usage, seconds=self.seconds, first_seconds=self.first
        )


class Silent:
    async def complete(self, request: ChatRequest, *, purpose: Purpose, session: str | None = None) -> ChatAnswer:
        raise ModelFailed(f"{request.model} {purpose} {session}: no key", kind="key")


READING = dumps({"acts": ["REQUEST"], "slots": [], "values": []})


def checked(model: Speaker | Silent, folder: Path, *, seconds: float = 30.0) -> ModelCheck:
    return asyncio.run(
        check_model(
            "any/model", model, kiosk(folder), conversations=3, seconds=seconds, api_base="http://127.0.0.1:1/v1"
        )
    )


def test_a_model_that_says_what_it_should_is_good(tmp_path: Path) -> None:
    speaker = Speaker(lambda draft: draft, READING)
    found = checked(speaker, tmp_path)

    assert (found.verdict, found.why) == ("good", ())
    assert (found.finished, found.succeeded, found.templates) == (3, 3, 0)
    assert found.first_time == found.replies > 3
    assert found.in_schema == found.readings > 0
    assert speaker.bases == {"http://127.0.0.1:1/v1"}


def test_what_a_conversation_costs_is_the_mean_of_whole_ones(tmp_path: Path) -> None:
    found = checked(Speaker(lambda draft: draft, READING), tmp_path)
    assert found.cost_per_conversation_usd == pytest.approx(0.001 * found.calls / 3)
    (tmp_path / "unpriced").mkdir()
    assert checked(Speaker(str, READING, cost=None), tmp_path / "unpriced").cost_per_conversation_usd is None


def test_a_model_that_invents_is_stopped_each_time_and_not_good_enough(tmp_path: Path) -> None:
    found = checked(Speaker(lambda draft: f"{draft} My order is R999999 and it cost $77.77.", READING), tmp_path)

    assert found.verdict == "not good enough"
    assert found.why[0] == "templates had to word 100% of its replies"
    assert found.templates == found.replies
    assert found.stopped["value"] == 3 * found.replies
    assert found.succeeded == 3, "the conversations go well all the same"


def test_a_model_that_cannot_answer_in_a_schema_is_usable_and_its_readings_are_the_rules(tmp_path: Path) -> None:
    found = checked(Speaker(lambda draft: draft, "I think it asks for the order."), tmp_path)

    assert found.verdict == "usable"
    assert found.why == ("100% of its readings did not fit the schema: leave those to the rules",)
    assert (found.in_schema, found.succeeded) == (0, 3)


def test_a_slow_model_is_told_apart(tmp_path: Path) -> None:
    found = checked(Speaker(lambda draft: draft, READING, seconds=3.0), tmp_path)
    assert (found.verdict, found.why) == ("usable", ("half of its replies took more than 6.0 s",))


def test_it_is_told_how_long_the_first_words_took_where_they_came_before_the_rest(tmp_path: Path) -> None:
    found = checked(Speaker(lambda draft: draft, READING, first=0.2), tmp_path)
    assert found.first_words_seconds == 0.2
    (tmp_path / "whole").mkdir()
    assert checked(Speaker(str, READING), tmp_path / "whole").first_words_seconds is None


def test_when_the_time_is_up_what_was_seen_counts(tmp_path: Path) -> None:
    found = checked(Speaker(lambda draft: draft, READING, wait=0.4), tmp_path, seconds=1.0)
    assert found.finished == 0
    assert found.verdict == "unknown"
    assert "give it more with --seconds" in found.why[0]


def test_a_model_that_never_answers_is_told_with_what_its_provider_says(tmp_path: Path) -> None:
    found = checked(Silent(), tmp_path)
    assert found.stopped == {"model": found.replies}
    assert found.failure in {"any/model understand None: no key", "any/model word None: no key"}
    assert found.succeeded == 3
