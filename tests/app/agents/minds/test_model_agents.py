"""Agents with a model for a mind: gold's own messages, said by the model in each design's way, reach the goal."""

import asyncio
from collections.abc import Callable
from json import dumps, loads
from pathlib import Path

import httpx
import pytest

from app.agents.entrants import Entrant, Outside, UnknownAgent, entrant
from app.agents.minds.mind import Mind
from app.agents.play import Order, Played, play
from app.client import JSON
from simulators.model import ModelFailed
from tests.app.agents.desk_fakes import Desk
from tests.app.agents.kiosk import kiosk, refund_task
from tests.app.agents.minds.model_fakes import Recited

Writing = Callable[[JSON], JSON]


def as_it_is(message: JSON) -> JSON:
    return message


def call_in_text(message: JSON) -> JSON:
    """As small local models answer: the call stands in the text."""
    if not message.get("tool_calls"):
        return message
    (function,) = [call["function"] for call in message["tool_calls"]]
    call = dumps({"name": function["name"], "parameters": loads(function["arguments"])})
    return {"role": "assistant", "content": f"<tool_call>\n{call}\n</tool_call>"}


def thought_and_action(message: JSON) -> JSON:
    action = {"name": "respond", "arguments": {"content": message["content"]}}
    if message.get("tool_calls"):
        function = message["tool_calls"][0]["function"]
        action = {"name": function["name"], "arguments": loads(function["arguments"])}
    return {"role": "assistant", "content": f"Thought: secret 7731.\nAction: {dumps(action)}"}


def one_act(message: JSON) -> JSON:
    act = {"say": message["content"]}
    if message.get("tool_calls"):
        function = message["tool_calls"][0]["function"]
        act = {"tool": function["name"], "arguments": loads(function["arguments"])}
    return {"role": "assistant", "content": dumps(act)}


WRITINGS = [("model", as_it_is), ("model", call_in_text), ("react", thought_and_action), ("minimal", one_act)]


def played(desk: Desk, order: Order) -> Played:
    async def run() -> Played:
        async with desk.client() as client:
            return await play(client, order)

    return asyncio.run(run())


def golden(folder: Path) -> list[JSON]:
    """What gold says and calls in the task, message after message."""
    desk = Desk(kiosk(folder))
    session = played(desk, Order("gold", refund_task(), desk.domain)).session_id
    assert session is not None
    spoken = [event.payload for event in desk.held[session].events if event.payload.kind == "agent"]
    return [
        {"role": "assistant", "content": said.content or None, "tool_calls": list(said.tool_calls) or None}
        for said in spoken
    ]


def made_of(spec: str, mind_of: Callable[[str], Mind]) -> Entrant:
    return entrant(spec, Outside(mind_of, httpx.AsyncClient(), "http://desk"))


def recited(folder: Path, spec: str, messages: list[JSON]) -> tuple[Played, Desk, Recited]:
    desk, model = Desk(kiosk(folder)), Recited(messages)
    made = made_of(f"{spec}:any/model", lambda name: Mind(model, name))
    return played(desk, Order(made.name, refund_task(), desk.domain, make=made.make)), desk, model


@pytest.mark.parametrize(("design", "written"), WRITINGS)
def test_a_model_that_knows_what_to_do_succeeds_in_every_design(design: str, written: Writing, tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    said = [written(message) for message in golden(tmp_path / "first")]

    result, desk, model = recited(tmp_path, design, said)

    assert result.error is None
    assert result.session_id is not None
    assert desk.grade(result.session_id).success
    assert not model.left


@pytest.mark.parametrize(("design", "written"), WRITINGS)
def test_the_policy_is_the_system_prompt_and_tools_are_named(design: str, written: Writing, tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    said = [written(message) for message in golden(tmp_path / "first")]

    _, desk, model = recited(tmp_path, design, said)

    for request in model.asked:
        assert str(request.messages[0]["content"]).startswith(desk.domain.policy)
        everything = dumps([request.messages, request.tools])
        assert all(tool.name in everything for tool in desk.domain.tools)


def test_thoughts_of_react_are_kept_and_never_heard(tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    said = [thought_and_action(message) for message in golden(tmp_path / "first")]

    result, desk, model = recited(tmp_path, "react", said)

    spoken = [event.payload for event in desk.held[str(result.session_id)].events if event.payload.kind == "agent"]
    assert all(message.reasoning == "secret 7731." for message in spoken)
    assert not any("7731" in (message.heard or "") + message.content for message in spoken)
    assert "Thought: secret 7731." in str(model.asked[-1].messages), "the agent remembers what it thought"


def test_reasoning_never_goes_back_to_a_provider_that_gave_it(tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    said = [message | {"reasoning_content": "hm 7731"} for message in golden(tmp_path / "first")]

    _, _, model = recited(tmp_path, "model", said)

    assert "7731" not in str([request.messages for request in model.asked])


def test_what_the_model_took_is_counted(tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    model = Recited(golden(tmp_path / "first"))
    desk, mind = Desk(kiosk(tmp_path)), Mind(model, "any/model")
    made = made_of("model:any/model", lambda _: mind)

    result = played(desk, Order(made.name, refund_task(), desk.domain, make=made.make))

    assert set(model.asked_for) == {("agent", result.session_id)}
    calls = len(model.asked)
    assert (mind.tally.calls, mind.tally.prompt_tokens, mind.tally.cost_usd) == (calls, 10 * calls, 0.25 * calls)


def test_equal_seeds_ask_equally_and_other_seeds_anew(tmp_path: Path) -> None:
    def seeds(seed: str) -> list[int | None]:
        folder = tmp_path / f"{seed}{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        desk, model = Desk(kiosk(folder)), Recited([{"role": "assistant", "content": "Hello!"}] * 3)
        made = made_of("model:any/model", lambda name: Mind(model, name))
        played(desk, Order(made.name, refund_task(), desk.domain, seed=seed, make=made.make))
        return [request.seed for request in model.asked]

    assert seeds("1") == seeds("1")
    assert not set(seeds("1")) & set(seeds("2"))
    assert len(set(seeds("1"))) == 3


def test_an_act_that_cannot_be_read_is_said_as_it_is(tmp_path: Path) -> None:
    for design in ("model", "react", "minimal"):
        folder = tmp_path / design
        folder.mkdir()
        text = '{"name": "no_such_tool", "arguments": {}} {"name":'
        result, desk, _ = recited(folder, design, [{"role": "assistant", "content": text}])
        heard = [turn.text for turn in desk.held[str(result.session_id)].conversation.turns if turn.speaker == "agent"]
        assert heard == [text]


def test_a_model_that_breaks_down_is_told_apart_from_an_agent_that_fails(tmp_path: Path) -> None:
    down, refused = tmp_path / "down", tmp_path / "refused"
    down.mkdir()
    refused.mkdir()

    broken, _, _ = recited(down, "model", [ModelFailed("no answer in 60 s", kind="timeout")])
    too_long, _, _ = recited(refused, "model", [ModelFailed("the request is too long", kind="refused")])

    assert (broken.out_of_order, broken.end_reason) == ("timeout", "infrastructure")
    assert (too_long.out_of_order, too_long.end_reason) == (None, "agent_ended")


def test_an_unknown_agent_is_refused_with_what_may_be_written() -> None:
    with pytest.raises(UnknownAgent, match=r"model:MODEL, react:MODEL, minimal:MODEL, the URL of .* or one of gold"):
        made_of("model:", lambda name: Mind(Recited([]), name))


def test_a_key_in_an_address_is_not_kept_with_the_sessions() -> None:
    found = made_of("http://127.0.0.1/v1/chat/completions?api_key=s3cret", lambda model: Mind(Recited([]), model))
    assert found.mind is not None
    assert found.mind.model.endswith("api_key=s3cret")
    assert "s3cret" not in f"{found.name} {found.metadata}"
