"""An agent with its own tool loop, behind a URL: it is told what is said, calls tools over REST, and answers."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from app.agents.black_box import BlackBox, traceparent
from app.agents.contract import Contract
from app.agents.play import Order, Played, play
from app.audit.service import Service, service_in
from app.client import JSON
from domains.kit.domain import Domain
from domains.kit.task import Task
from tests.app.agents.kiosk import kiosk, logged_in_task, refund_task

REQUEST = {
    "thread": "{{session.id}}",
    "text": "{{customer.text}}",
    "account": "{{customer.account}}",
    "auth": "{{session.token}}",
    "tools": "{{session.tools_url}}",
    "turn": "{{turn}}",
}
REFUND = refund_task()
CONTRACT = Contract(url="http://box.example/chat", request=REQUEST, reply="messages.*.text")


@dataclass
class Box:
    """Does and says what gold did and said, in its own loop."""

    script: Iterator[JSON]
    tools: httpx.AsyncClient
    told: list[JSON] = field(default_factory=list)
    headers: list[httpx.Headers] = field(default_factory=list)

    async def answer(self, request: httpx.Request) -> httpx.Response:
        told = json.loads(request.content)
        self.told.append(told)
        self.headers.append(request.headers)
        for message in self.script:
            for call in message.get("tool_calls") or ():
                ran = await self.tools.post(
                    f"{told['tools']}/{call['function']['name']}",
                    json=json.loads(call["function"]["arguments"]),
                    headers={"Authorization": f"Bearer {told['auth']}", "Idempotency-Key": call["id"]},
                )
                assert ran.status_code == 200, ran.text
            if message.get("content"):
                first, _, rest = message["content"].partition("\n\n")
                return httpx.Response(200, json={"messages": [{"text": first}, {"text": rest}]})
        raise AssertionError("the script is over")


def held(
    folder: Path, run: Callable[[Service, Domain], Awaitable[Played]], task: Task = REFUND
) -> tuple[Played, list[JSON]]:
    """What became of a session on a service of its own, and its events."""
    domain = kiosk(folder, {task.id: task})

    async def whole() -> tuple[Played, list[JSON]]:
        async with service_in(folder / "data", {domain.name: domain}) as service:
            played = await run(service, domain)
            events = await service.operator.events(str(played.session_id))
            return played, events["events"]

    return asyncio.run(whole())


def boxed(
    folder: Path, respond: Callable[[Service], Callable[[httpx.Request], JSON]], task: Task = REFUND
) -> tuple[Played, list[JSON]]:
    async def run(service: Service, domain: Domain) -> Played:
        http = httpx.AsyncClient(transport=httpx.MockTransport(respond(service)))
        box = BlackBox(CONTRACT, http, service="http://127.0.0.1")
        return await play(service.client, Order("box", task, domain, make=lambda _brief: box))

    return held(folder, run, task)


def golden(folder: Path, task: Task = REFUND) -> list[JSON]:
    folder.mkdir()
    _, events = held(folder, lambda service, domain: play(service.client, Order("gold", task, domain)), task)
    spoken = [event["payload"] for event in events if event["payload"]["kind"] == "agent"]
    return [{"content": said["content"], "tool_calls": said["tool_calls"]} for said in spoken]


def test_a_box_that_does_the_right_things_succeeds(tmp_path: Path) -> None:
    script = golden(tmp_path / "first")
    boxes: list[Box] = []

    def respond(service: Service) -> Callable[[httpx.Request], JSON]:
        boxes.append(Box(iter(script), service.client.http))
        return boxes[0].answer

    played, _ = boxed(tmp_path, respond)

    assert played.error is None
    assert played.grade["success"]
    assert [told["turn"] for told in boxes[0].told] == list(range(1, len(boxes[0].told) + 1))
    assert {told["account"] for told in boxes[0].told} == {None}
    session = str(played.session_id)
    assert [sent["traceparent"] for sent in boxes[0].headers] == [
        traceparent(session, told["turn"]) for told in boxes[0].told
    ]


def test_a_box_is_told_who_is_logged_in_each_time_and_need_not_ask(tmp_path: Path) -> None:
    task = logged_in_task()
    script = golden(tmp_path / "first", task)
    boxes: list[Box] = []

    def respond(service: Service) -> Callable[[httpx.Request], JSON]:
        boxes.append(Box(iter(script), service.client.http))
        return boxes[0].answer

    played, _ = boxed(tmp_path, respond, task)

    assert played.grade["success"]
    assert [told["account"] for told in boxes[0].told] == ["ann@example.org"] * len(boxes[0].told)
    assert not any("e-mail" in (message["content"] or "") for message in script)


def test_a_box_is_told_nothing_but_what_its_template_names(tmp_path: Path) -> None:
    told: list[httpx.Request] = []

    def respond(_: Service) -> Callable[[httpx.Request], JSON]:
        def answer(request: httpx.Request) -> httpx.Response:
            told.append(request)
            return httpx.Response(200, json={"messages": [{"text": "Hello."}]})

        return answer

    boxed(tmp_path, respond)

    for request in told:
        assert set(json.loads(request.content)) == set(REQUEST)
        everything = request.content.decode() + str(request.headers)
        assert not any(word in everything for word in ("refund_task", "goal", "family", "split"))


@pytest.mark.parametrize(
    ("answer", "out_of_order", "end", "error"),
    [
        (httpx.Response(500, text="boom"), "unavailable", "infrastructure", "HTTP 500: boom"),
        (httpx.Response(400, text="what?"), None, "agent_ended", "HTTP 400: what?"),
        (httpx.Response(302, headers={"Location": "http://10.0.0.1/"}), None, "agent_ended", "HTTP 302"),
        (httpx.Response(200, text="<html>"), None, "agent_ended", "no JSON"),
        (httpx.Response(200, json={"reply": "x"}), None, "agent_ended", "no 'messages'"),
        (httpx.ReadTimeout("slow"), "timeout", "infrastructure", "no answer within 120 s"),
        (httpx.ConnectError("refused"), "unavailable", "infrastructure", "cannot be reached"),
    ],
)
def test_a_box_that_breaks_is_told_apart_from_one_that_does_wrong(
    answer: httpx.Response | Exception, out_of_order: str | None, end: str, error: str, tmp_path: Path
) -> None:
    def respond(_: Service) -> Callable[[httpx.Request], JSON]:
        def give(_request: httpx.Request) -> httpx.Response:
            if isinstance(answer, Exception):
                raise answer
            return answer

        return give

    played, events = boxed(tmp_path, respond)

    assert (played.out_of_order, played.end_reason) == (out_of_order, end)
    assert error in str(played.error)
    assert events[-1]["payload"]["kind"] == "ended"


def test_a_box_whose_answer_never_comes_to_an_end_is_not_waited_for(tmp_path: Path) -> None:
    async def dribble(_request: httpx.Request) -> httpx.Response:
        async def parts() -> AsyncIterator[bytes]:
            while True:
                await asyncio.sleep(0.01)
                yield b" "

        return httpx.Response(200, content=parts())

    async def run(service: Service, domain: Domain) -> Played:
        contract = CONTRACT.model_copy(update={"timeout": 0.2})
        http = httpx.AsyncClient(transport=httpx.MockTransport(dribble))
        box = BlackBox(contract, http, service="http://127.0.0.1")
        return await play(service.client, Order("box", REFUND, domain, make=lambda _brief: box))

    played, _ = held(tmp_path, run)

    assert (played.out_of_order, played.end_reason) == ("timeout", "infrastructure")
    assert "no answer within 0.2 s" in str(played.error)


def test_a_box_that_repeats_the_key_it_was_sent_puts_it_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_PASS", "very-s3cret")
    contract = Contract(url="http://box.example/chat", headers={"X-Pass": "${BOT_PASS}"})

    def repeat(request: httpx.Request) -> httpx.Response:
        return httpx.Response(400, text=f"{'no. ' * 46}wrong: {request.headers['X-Pass']}")

    async def run(service: Service, domain: Domain) -> Played:
        box = BlackBox(contract, httpx.AsyncClient(transport=httpx.MockTransport(repeat)), service="http://127.0.0.1")
        return await play(service.client, Order("box", refund_task(), domain, make=lambda _brief: box))

    played, events = held(tmp_path, run)

    assert "HTTP 400" in str(played.error)
    assert "very" not in str(played.error)
    assert "very-s3cret" not in str(events)
