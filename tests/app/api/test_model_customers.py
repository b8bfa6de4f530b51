"""Customers played by language models, over the API: who may choose them, what is recorded, and how turns go on."""

import asyncio
from collections.abc import Callable
from json import dumps

import pytest

from app.agents.play import Order, Played, play
from app.agents.registry import GOLD
from app.client import AsyncClient
from app.models.gateway import Gateway
from app.models.provider import AttemptFailed, Given, Heard
from app.sessions.sweeper import Sweeper
from domains.kit.domain import Domain
from domains.kit.draws import Draw
from domains.retail import DOMAIN
from simulators.model import ChatRequest, Usage
from tests.app.api.api_house import JSON, House, Opener, auth
from tests.app.models.model_fakes import PassingTime
from tests.simulators.llm.fake_models import draft_of
from tests.simulators.llm.played import one_of_each_family

pytestmark = pytest.mark.anyio
one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
SLOW = {"Prefer": "wait=0"}
FAITHFUL = "worded:scripted/faithful"


class Speaking:
    """A provider that says what a function makes of a request, once its gate is open."""

    version = None

    def __init__(self, says: Callable[[ChatRequest], str] = draft_of) -> None:
        self.says = says
        self.gate = asyncio.Event()
        self.gate.set()
        self.reached = asyncio.Event()
        self.asked: list[ChatRequest] = []

    def place(self, request: ChatRequest) -> str:  # noqa: ARG002
        return "speaking"

    async def prepare(self) -> None: ...

    async def attempt(self, request: ChatRequest, number: int, heard: Heard) -> Given:  # noqa: ARG002
        self.asked.append(request)
        self.reached.set()
        await self.gate.wait()
        return Given({"role": "assistant", "content": self.says(request)}, "stop", Usage(cost_usd=0.002))

    async def close(self) -> None: ...


class Down(Speaking):
    """A provider that is down."""

    async def attempt(self, request: ChatRequest, number: int, heard: Heard) -> Given:  # noqa: ARG002
        raise AttemptFailed("HTTP 503", kind="unavailable")


def gateway(provider: Speaking) -> Gateway:
    return Gateway(provider, timing=PassingTime().timing())


async def played_by_gold(house: House, domain: Domain, task: str, customer: str) -> Played:
    key = house.operator["Authorization"].removeprefix("Bearer ")
    client = AsyncClient("http://127.0.0.1", key, http=house.http)
    return await play(client, Order(GOLD, domain.tasks[task], domain), customer=customer)


async def replies_of(house: House, session_id: str | None) -> list[JSON]:
    events = await house.events({"id": session_id})
    return [event["payload"]["reply"] for event in events if event["payload"]["kind"] == "customer"]


async def test_gold_serves_a_worded_customer_to_success(open_house: Opener, library: Domain, task: str) -> None:
    async with open_house() as house:
        played = await played_by_gold(house, library, task, FAITHFUL)
        assert played.error is None
        assert played.end_reason == "customer_done"
        record = (await house.http.get(f"/v1/sessions/{played.session_id}", headers=house.operator)).json()
        listed = (await house.http.get("/v1/sessions", headers=house.operator)).json()["sessions"][0]
        assert (listed["success"], listed["customer"]) == (True, FAITHFUL)
        replies = await replies_of(house, played.session_id)
        assert all(len(reply["models"]) == 1 and not reply["interventions"] for reply in replies if reply["text"])
        assert record["messages"][1]["content"] == replies[0]["text"]


@one_database
async def test_gold_serves_customers_of_every_family_in_words_that_are_not_the_templates(open_house: Opener) -> None:
    provider = Speaking(reworded)
    async with open_house(models=gateway(provider), domains={DOMAIN.name: DOMAIN}) as house:
        tasks = [task.id for task in one_of_each_family()]
        played = [await played_by_gold(house, DOMAIN, task, "worded:fake/one") for task in tasks]
        assert [each.error for each in played] == [None] * len(tasks)
        rows = (await house.http.get("/v1/sessions?limit=500", headers=house.operator)).json()["sessions"]
        assert {row["success"] for row in rows} == {True}
        replies = [reply for each in played for reply in await replies_of(house, each.session_id)]
        templates = [reply for reply in replies if "template" in [each["instead"] for each in reply["interventions"]]]
        assert len(templates) <= 0.05 * len(replies)
        assert len({request.seed for request in provider.asked}) == len(provider.asked)


def reworded(request: ChatRequest) -> str:
    """The draft with something before and after it."""
    draft, draw = draft_of(request), Draw(str(request.seed), "rewording")
    before = draw.choice(("Well, ", "Hm, ", "Right, ", "Okay, ", "Oh, ", "So, ", ""), "before")
    after = draw.choice(("", " Thank you!", " I hope that helps.", " Let me know what you need."), "after")
    return f"{before}{draft[:1].lower()}{draft[1:]}{after}"


@one_database
async def test_a_model_that_writes_nonsense_leaves_the_success_to_the_templates(
    open_house: Opener, library: Domain, task: str
) -> None:
    async with open_house(models=gateway(Speaking(lambda _: "How can I help you today?"))) as house:
        played = await played_by_gold(house, library, task, "worded:fake/one")
        listed = (await house.http.get("/v1/sessions", headers=house.operator)).json()["sessions"][0]
        assert listed["success"] is True
        replies = await replies_of(house, played.session_id)
        assert {reply["interventions"][-1]["instead"] for reply in replies} == {"template"}


@one_database
async def test_a_model_that_is_down_leaves_the_success_to_the_templates(
    open_house: Opener, library: Domain, task: str
) -> None:
    async with open_house(models=gateway(Down())) as house:
        played = await played_by_gold(house, library, task, "worded:fake/one")
        listed = (await house.http.get("/v1/sessions", headers=house.operator)).json()["sessions"][0]
        assert listed["success"] is True
        replies = await replies_of(house, played.session_id)
        assert {each["check"] for reply in replies for each in reply["interventions"]} == {"model"}


@one_database
async def test_calls_are_entered_for_the_session_whose_customer_speaks(
    open_house: Opener, library: Domain, task: str
) -> None:
    async with open_house(models=gateway(Speaking())) as house:
        one, other = await asyncio.gather(*(played_by_gold(house, library, task, "worded:fake/one") for _ in range(2)))
        for played in (one, other):
            calls = await house.http.get(
                "/v1/model-calls", params={"session": str(played.session_id)}, headers=house.operator
            )
            used = [use["call"] for reply in await replies_of(house, played.session_id) for use in reply["models"]]
            assert sorted(call["id"] for call in calls.json()["calls"]) == sorted(used)
            assert len(used) > 2


async def test_a_client_that_waits_too_long_gets_202_and_the_words_later(open_house: Opener, task: str) -> None:
    provider = Speaking()
    async with open_house(models=gateway(provider)) as house:
        session = await opened(house, task)
        provider.gate.clear()
        assert (await house.step(session, "What is your name?", headers=SLOW)).status_code == 202
        asked = await house.http.get(
            f"/v1/sessions/{session['id']}", params={"after_step": 1}, headers=auth(session) | SLOW
        )
        assert asked.status_code == 202
        provider.gate.set()
        asked = await house.http.get(f"/v1/sessions/{session['id']}", params={"after_step": 1}, headers=auth(session))
        assert asked.json()["messages"][0]["role"] == "user"
        assert (await house.step(session, "What is your name?")).content == asked.content


async def test_a_turn_that_was_cut_off_is_taken_up_by_the_next_process_with_the_same_words(
    open_house: Opener, task: str
) -> None:
    provider = Speaking()
    async with open_house(models=gateway(provider)) as house:
        session = await opened(house, task)
        provider.gate.clear()
        provider.reached.clear()
        await house.step(session, "What is your name?", headers=SLOW)
        await provider.reached.wait()
    provider.gate.set()
    async with open_house(models=gateway(provider)) as house:
        await Sweeper(house.sessions).sweep()
        answer = await house.step(session, "What is your name?")
        assert answer.status_code == 200
        kinds = [event["payload"]["kind"] for event in await house.events(session)]
        assert kinds == ["customer", "agent", "customer"]
    before, after = provider.asked[1:3]
    assert before == after


async def opened(house: House, task: str, customer: str = "worded:fake/one") -> JSON:
    session = await house.open_as_operator(task, customer=customer)
    first = await house.http.get(f"/v1/sessions/{session['id']}", params={"after_step": 0}, headers=auth(session))
    assert first.status_code == 200
    session["step"] = first.json()["step"]
    return session


@one_database
async def test_a_free_customer_that_cannot_be_let_speak_ends_the_session_and_is_not_the_agents(
    open_house: Opener, task: str
) -> None:
    def says(request: ChatRequest) -> str:
        text = "Hello, I need help." if len(request.messages) < 3 else "How can I help you?"
        return dumps({"text": text, "end": False})

    async with open_house(models=gateway(Speaking(says))) as house:
        session = await opened(house, task, "free:fake/one")
        answer = await house.step(session, "What is your name?")
        assert answer.json()["end_reason"] == "customer_error"
        last = (await replies_of(house, session["id"]))[-1]
        assert [each["check"] for each in last["interventions"]] == ["role"] * 3
        assert len(last["models"]) == 3
        grades = await house.http.get(f"/v1/sessions/{session['id']}/grades", headers=house.operator)
        assert grades.json()["grades"][0]["grade"]["counted"] is False


@one_database
@pytest.mark.parametrize(
    ("customer", "status", "told"),
    [
        (FAITHFUL, 201, ""),
        ("worded:openai/gpt-x", 403, "REGULARS_CUSTOMER_MODELS"),
        ("free:openai/gpt-x", 403, "REGULARS_CUSTOMER_MODELS"),
        ("worded+reads:openai/gpt-x", 403, "REGULARS_CUSTOMER_MODELS"),
        ("worded:scripted/./secrets.jsonl", 403, "REGULARS_CUSTOMER_MODELS"),
        ("worded", 422, "worded:PROVIDER/MODEL"),
        ("worded:", 403, "REGULARS_CUSTOMER_MODELS"),
        ("nobody", 422, "agenda, free:MODEL, worded:MODEL, worded+reads:MODEL"),
        ("agenda:openai/gpt-x", 403, "REGULARS_CUSTOMER_MODELS"),
    ],
)
async def test_an_agent_on_this_machine_cannot_spend_the_operators_money(
    open_house: Opener, task: str, customer: str, status: int, told: str
) -> None:
    provider = Speaking()
    async with open_house(models=gateway(provider)) as house:
        answer = await house.http.post("/v1/sessions", json={"task": task, "customer": customer})
        assert answer.status_code == status
        assert told in answer.json().get("detail", "")
        assert status == 201 or provider.asked == []


@one_database
@pytest.mark.parametrize(
    ("scope", "customer", "status"),
    [
        (["worded:openai/gpt-x"], "worded:openai/gpt-x", 201),
        (["worded:openai/gpt-x"], "worded:openai/gpt-y", 403),
        (["worded:openai/gpt-x"], "agenda", 403),
        (["worded"], "worded:fake/open", 201),
        (["worded"], "worded:openai/gpt-x", 403),
        (["worded"], "free:fake/open", 403),
        (None, "worded:fake/open", 201),
        (None, "worded:openai/gpt-x", 403),
    ],
)
async def test_a_key_names_the_models_that_its_holder_may_spend_on(
    open_house: Opener, task: str, scope: list[str] | None, customer: str, status: int
) -> None:
    async with open_house(models=gateway(Speaking()), customer_models=["fake/open"]) as house:
        made = await house.http.post("/v1/keys", json={"name": "ada", "customers": scope}, headers=house.operator)
        key = {"Authorization": f"Bearer {made.json()['key']}"}
        answer = await house.http.post("/v1/sessions", json={"task": task, "customer": customer}, headers=key)
        assert answer.status_code == status


@one_database
@pytest.mark.parametrize("customer", ["worded:", "worded:no model", "free:-x", "worded:../../x y"])
async def test_a_name_that_no_model_has_is_refused_to_the_operator_too(
    open_house: Opener, task: str, customer: str
) -> None:
    async with open_house(models=gateway(Speaking())) as house:
        answer = await house.http.post(
            "/v1/sessions", json={"task": task, "customer": customer}, headers=house.operator
        )
        assert answer.status_code == 422


@one_database
async def test_what_a_model_wrote_is_not_shown_to_the_agent(open_house: Opener, task: str) -> None:
    async with open_house(models=gateway(Speaking(lambda _: "My secret goal is a refund."))) as house:
        session = await opened(house, task)
        step = await house.step(session, "What is your name?")
        seen = await house.http.get(f"/v1/sessions/{session['id']}", headers=auth(session))
        assert "secret goal" in dumps(await house.events(session))
        assert "secret goal" not in step.text + seen.text
