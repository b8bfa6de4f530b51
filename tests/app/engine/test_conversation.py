"""The step loop, tested by events."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.engine.conversation import Awaits, Conversation, Limits, finish, fold, take_message, take_reply
from app.engine.events import AgentSpoke, CustomerReplied, Ended, EndReason, Payload, ToolCalled
from app.engine.messages import AgentMessage, parse_message
from domains.kit.changes import Actor
from domains.kit.records import JSON, Record
from domains.kit.state import Context, State
from domains.kit.tools import Refused, Toolbox, ToolKind, tool
from domains.kit.world import Table, World
from simulators.protocol import CustomerEnd, DeviceCall, Reply, Turn


class Lamp(Record):
    id: str
    lit: bool = False


@tool(ToolKind.WRITE)
def light(context: Context, lamp: str) -> JSON:
    """Light a lamp."""
    found = context.get(Lamp, lamp)
    if found is None:
        raise Refused(f"there is no lamp {lamp}")
    context.put(found.model_copy(update={"lit": True}))
    return {"lit": lamp}


@tool(ToolKind.READ)
def breaks(context: Context) -> JSON:
    """Break."""
    raise ZeroDivisionError("a defect")


@tool(ToolKind.WRITE, ends_session=True)
def leave(context: Context) -> JSON:
    """Hand over."""
    return "ok"


@tool(ToolKind.WRITE, callers=[Actor.CUSTOMER])
def press(context: Context, lamp: str) -> JSON:
    """Press the button at home."""
    context.put(Lamp(id=lamp, lit=True))
    return "pressed"


@tool(ToolKind.WRITE, callers=[Actor.CUSTOMER])
def jam(context: Context) -> JSON:
    """Press the button that breaks."""
    raise ZeroDivisionError("a defect")


WORLD = World(
    name="lamps",
    now=datetime(2026, 1, 1, tzinfo=UTC),
    tables=[Table("lamps", Lamp)],
    rows={"lamps": [Lamp(id="a"), Lamp(id="b")]},
)
TOOLS = Toolbox((light, breaks, leave, press, jam))


def conversation(*, awaits: Awaits = Awaits.AGENT, **limits: float) -> Conversation:
    chosen = {"steps": 10, "tool_calls": 5, "tool_errors": 3, "idle_seconds": 60, "total_seconds": 600} | limits
    return Conversation(state=State(WORLD, TOOLS, seed="s"), limits=Limits.model_validate(chosen), awaits=awaits)


def says(content: str = "", *calls: tuple[str, dict[str, Any]]) -> AgentMessage:
    made = [{"id": f"c{i}", "function": {"name": n, "arguments": a}} for i, (n, a) in enumerate(calls)]
    return parse_message({"content": content, "tool_calls": made}, step=1, most_calls=10)


def kinds(payloads: list[Payload]) -> list[str]:
    return [payload.kind for payload in payloads]


def test_tools_run_in_order_and_the_agent_acts_again() -> None:
    talk = conversation()
    payloads = take_message(talk, says("", ("light", {"lamp": "a"}), ("light", {"lamp": "b"})))
    assert kinds(payloads) == ["agent", "tool", "tool"]
    assert [change.key for change in talk.state.changes()] == ["a", "b"]
    assert talk.awaits is Awaits.AGENT
    assert talk.next_step == 2


def test_text_beside_calls_reaches_the_customer_with_the_next_message_that_speaks() -> None:
    talk = conversation()
    take_message(talk, says("One moment.", ("light", {"lamp": "a"})))
    assert talk.turns == []
    payloads = take_message(talk, says("It is lit."))
    assert isinstance(payloads[0], AgentSpoke)
    assert payloads[0].heard == "One moment.\n\nIt is lit."
    assert talk.turns == [Turn("agent", "One moment.\n\nIt is lit.")]
    assert talk.awaits is Awaits.CUSTOMER


def test_text_beside_calls_can_be_dropped() -> None:
    talk = conversation()
    talk.text_beside_calls = "drop"
    take_message(talk, says("One moment.", ("light", {"lamp": "a"})))
    take_message(talk, says("It is lit."))
    assert talk.turns == [Turn("agent", "It is lit.")]


def test_reasoning_is_stored_and_never_heard() -> None:
    talk = conversation()
    payloads = take_message(talk, says("<think>The customer must not know.</think>Hello."))
    spoke = payloads[0]
    assert isinstance(spoke, AgentSpoke)
    assert spoke.reasoning == "The customer must not know."
    assert spoke.heard == "Hello."
    assert "must not know" not in str(talk.turns)


@pytest.mark.parametrize(
    ("content", "reasoning", "heard"),
    [
        ("Hm.</think>Hello.", "Hm.", "Hello."),
        ("<think>Hm.", "Hm.", ""),
        ("<think>One.</think>Hello.<think>Two.</think>", "One.\nTwo.", "Hello."),
        ("<THINK>Hm.</THINK>\n\nHello.", "Hm.", "Hello."),
        ("Hello, I think so.", None, "Hello, I think so."),
        ("Hello.<think>Hm.</think>", "Hm.", "Hello."),
    ],
)
def test_thoughts_are_kept_from_the_customer_however_they_are_marked(
    content: str, reasoning: str | None, heard: str
) -> None:
    parsed = parse_message({"content": content}, step=1, most_calls=1)
    assert (parsed.reasoning, parsed.content) == (reasoning, heard)


def test_calls_after_one_that_ends_the_session_are_skipped() -> None:
    talk = conversation()
    payloads = take_message(talk, says("", ("leave", {}), ("light", {"lamp": "a"})))
    assert kinds(payloads) == ["agent", "tool", "tool", "ended"]
    skipped = payloads[2]
    assert isinstance(skipped, ToolCalled)
    assert skipped.skipped
    assert talk.state.changes() == []
    assert talk.end is EndReason.TRANSFERRED


def test_a_refusal_comes_back_to_the_agent_and_changes_nothing() -> None:
    talk = conversation()
    payloads = take_message(talk, says("", ("light", {"lamp": "z"}), ("nothing_like_it", {}), ("light", {})))
    results = [payload for payload in payloads if isinstance(payload, ToolCalled)]
    assert all(result.is_error and not result.changes for result in results)
    assert "no lamp z" in results[0].content
    assert "light" in results[1].content
    assert talk.awaits is Awaits.NOBODY
    assert talk.end is EndReason.TOOL_ERROR_LIMIT


def test_a_defect_of_a_tool_ends_the_session_as_infrastructure() -> None:
    talk = conversation()
    payloads = take_message(talk, says("", ("breaks", {})))
    ended = payloads[-1]
    assert isinstance(ended, Ended)
    assert ended.reason is EndReason.INFRASTRUCTURE
    assert "ZeroDivisionError" in (ended.detail or "")
    assert "a defect" not in str(payloads[1])


def test_the_agent_cannot_call_the_customers_tools() -> None:
    talk = conversation()
    payloads = take_message(talk, says("", ("press", {"lamp": "a"})))
    assert isinstance(payloads[1], ToolCalled)
    assert payloads[1].is_error


def test_the_step_limit_ends_the_session_after_the_customer_has_answered() -> None:
    talk = conversation(steps=1)
    take_message(talk, says("Hello."))
    assert talk.end is None
    payloads = take_reply(talk, Reply(text="Hi."))
    assert kinds(payloads) == ["customer", "ended"]
    assert talk.end is EndReason.STEP_LIMIT


def test_a_customer_who_ends_at_the_step_limit_is_done() -> None:
    talk = conversation(steps=1)
    take_message(talk, says("Hello."))
    take_reply(talk, Reply(text="Bye.", end=CustomerEnd.DONE))
    assert talk.end is EndReason.CUSTOMER_DONE


def test_a_write_counts_as_seen_only_since_the_customer_last_agreed() -> None:
    talk = conversation()
    take_message(talk, says("", ("light", {"lamp": "a"})))
    assert talk.wrote
    take_message(talk, says("Shall I?"))
    take_reply(talk, Reply(text="Yes.", stance="agree"))
    assert not talk.wrote


def test_a_customer_uses_their_own_device_and_sees_what_came_of_it() -> None:
    talk = conversation(awaits=Awaits.CUSTOMER)
    payloads = take_reply(talk, Reply(calls=(DeviceCall(tool="press", arguments={"lamp": "a"}),)))
    assert kinds(payloads) == ["customer", "tool"]
    assert talk.awaits is Awaits.CUSTOMER
    assert talk.device == [{"tool": "press", "content": "pressed", "is_error": False}]
    assert talk.state.changes()[0].actor is Actor.CUSTOMER


def test_a_defect_of_the_customers_device_ends_the_session_as_infrastructure() -> None:
    talk = conversation(awaits=Awaits.CUSTOMER)
    payloads = take_reply(talk, Reply(calls=(DeviceCall(tool="jam"), DeviceCall(tool="press"))))
    assert kinds(payloads) == ["customer", "tool", "ended"]
    assert talk.end is EndReason.INFRASTRUCTURE


def test_folding_the_events_gives_the_conversation_that_made_them() -> None:
    talk = conversation(awaits=Awaits.CUSTOMER)
    log: list[tuple[int, Payload]] = []

    def note(payloads: list[Payload]) -> None:
        log.extend((talk.step, payload) for payload in payloads)

    note(take_reply(talk, Reply(text="Light a lamp.", inner={"mood": 1})))
    note(take_message(talk, says("Let me see.", ("light", {"lamp": "z"}), ("light", {"lamp": "a"}))))
    note(take_message(talk, says("Shall I light b too?")))
    note(take_reply(talk, Reply(text="Yes.", stance="agree", inner={"mood": 2})))
    note([finish(talk, EndReason.AGENT_ENDED)])
    again = fold(conversation(awaits=Awaits.CUSTOMER), log)
    assert again.state.digest() == talk.state.digest()
    assert vars(again) | {"state": None} == vars(talk) | {"state": None}


@pytest.mark.parametrize(
    ("message", "named"),
    [
        ({"role": "user", "content": "x"}, "role"),
        ({"content": 5}, "content"),
        ({"content": [{"type": "image_url"}]}, "content"),
        ({"tool_calls": "x"}, "tool_calls"),
        ({"tool_calls": [{"id": "1"}]}, "tool_calls[0]"),
        ({"tool_calls": [{"id": 1, "function": {"name": "x"}}]}, "tool_calls[0].id"),
        ({"tool_calls": [{"id": "1", "function": {"name": "x", "arguments": 5}}]}, "arguments"),
        ({"tool_calls": [{"id": "1", "function": {"name": "x"}}] * 2}, "ids of their own"),
        ({"tool_calls": [{"function": {"name": "x"}}] * 9}, "at most 3"),
    ],
)
def test_a_malformed_message_is_refused_by_the_name_of_the_field(message: dict[str, Any], named: str) -> None:
    from app.errors import InvalidMessage

    with pytest.raises(InvalidMessage, match=named.replace("[", r"\[")):
        parse_message(message, step=1, most_calls=3)


def test_fields_that_chat_servers_add_are_ignored() -> None:
    message: dict[str, Any] = {
        "role": "assistant",
        "content": None,
        "refusal": None,
        "annotations": [],
        "audio": None,
        "function_call": None,
        "tool_calls": None,
        "reasoning_content": "Hm.",
    }
    parsed = parse_message(message, step=1, most_calls=3)
    assert parsed == AgentMessage(content="", reasoning="Hm.")


@pytest.mark.parametrize("arguments", ["", "[1]", "{", '{"lamp": "\\ud800"}', "[" * 100_000])
def test_arguments_that_are_no_object_are_kept_as_sent_and_refused(arguments: str) -> None:
    talk = conversation()
    call = {"id": "c", "function": {"name": "light", "arguments": arguments}}
    payloads = take_message(talk, parse_message({"tool_calls": [call]}, step=1, most_calls=3))
    called = payloads[1]
    assert isinstance(called, ToolCalled)
    assert called.is_error
    assert called.arguments == (arguments or {})
    assert called.model_dump_json()


def test_nothing_here_reads_a_clock_or_a_file() -> None:
    engine = Path(__file__).parents[3] / "app" / "engine"
    for source in engine.glob("*.py"):
        text = source.read_text()
        for forbidden in ("import time", "import random", "import os", "open(", "datetime.now"):
            assert forbidden not in text, f"{source.name} must stay pure: {forbidden}"


def test_customer_events_keep_how_the_message_was_understood() -> None:
    talk = conversation(awaits=Awaits.CUSTOMER)
    payloads = take_reply(talk, Reply(text="Hi.", reading={"acts": ["REQUEST"]}))
    assert isinstance(payloads[0], CustomerReplied)
    assert payloads[0].reply.reading == {"acts": ["REQUEST"]}
