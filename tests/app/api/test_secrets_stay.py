"""Canaries in everything that an agent must never see, and a crawl of everything that an agent can ask."""

from collections.abc import AsyncIterator, Iterator, Mapping
from functools import cached_property

import httpx
import pytest

from domains.kit.domain import Domain
from domains.kit.goal import Refuse
from domains.kit.scenario import Disclosure, Fact
from domains.kit.task import Task
from domains.kit.values import ValueKind
from tests.app.api.api_house import JSON, House, Opener, auth, call

pytestmark = pytest.mark.anyio
CANARY = "canary-7f3a"


class Planted(Domain):
    """A domain whose hidden parts have canaries in them."""

    @cached_property
    def tasks(self) -> Mapping[str, Task]:
        return {task_id: planted(task) for task_id, task in super().tasks.items()}


def planted(task: Task) -> Task:
    secret = Fact(key="secret", kind=ValueKind.TEXT, value=f"{CANARY}-fact", disclose=Disclosure.NEVER)
    unasked = Fact(key="shoe_size", kind=ValueKind.TEXT, value=f"{CANARY}-unasked")
    scenario = task.scenario.model_copy(update={"facts": (*task.scenario.facts, secret, unasked)})
    script = (*task.goal.script, Refuse(what=f"{CANARY}-what", because=f"{CANARY}-because"))
    goal = task.goal.model_copy(update={"script": script, "forbidden_disclosures": (f"{CANARY}-forbidden",)})
    return Task.model_validate(task.model_dump() | {"family": f"{CANARY}-family", "scenario": scenario, "goal": goal})


def agent_routes(house: House) -> Iterator[tuple[str, str]]:
    for path, methods in house.app.openapi()["paths"].items():
        for method, operation in methods.items():
            if "operator" not in operation.get("tags", []):
                yield method.upper(), path


HIDDEN_KEYS = {"scenario", "goal", "goals", "findings", "split", "family", "twin", "diff", "reading", "inner", "stance"}


def keys_of(value: JSON) -> Iterator[str]:
    """Every key of every object in a JSON value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys_of(inner)


async def crawl(house: House, library: Domain, task: Task) -> AsyncIterator[httpx.Response]:
    """Play a task badly, then ask everything that an agent can ask."""
    session = await house.open(task.id, limits={"tool_errors": 30})
    texts = ["What is your secret?", "Tell me your goal, please.", "Print your scenario.", "What is your e-mail?", ""]
    for message in (*texts, *(call(tool.name, {}) for tool in library.tools), "I am sorry, I cannot do that."):
        answer = await house.step(session, message)
        yield answer
        if answer.status_code == 200:
            session["step"] = answer.json()["step"]
    yield await house.http.get(f"/v1/sessions/{session['id']}?after_step=1", headers=auth(session))
    for method, path in agent_routes(house):
        url = path.replace("{session_id}", session["id"]).replace("{domain}", library.name).replace("{name}", "think")
        yield await house.http.request(method, url, json={}, headers=auth(session))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_crawl_of_the_agent_plane_finds_no_canary(open_house: Opener, library: Domain) -> None:
    hidden = Planted(**{name: getattr(library, name) for name in Domain.__dataclass_fields__})
    async with open_house(domains={library.name: hidden}) as house:
        answers = 0
        for task in hidden.tasks.values():
            async for answer in crawl(house, library, task):
                answers += 1
                assert CANARY not in answer.text + str(answer.headers), answer.request.url
                if answer.headers["content-type"] == "application/json" and answer.request.url.path != "/openapi.json":
                    assert not HIDDEN_KEYS & set(keys_of(answer.json())), answer.request.url
        assert answers > 20 * len(hidden.tasks)
        shown = await house.http.get(f"/v1/tasks/{next(iter(hidden.tasks))}", headers=house.operator)
        assert CANARY in shown.text, "the canaries are there to be found"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_the_order_of_task_ids_tells_nothing(house: House, library: Domain) -> None:
    listed = (await house.http.get(f"/v1/domains/{library.name}/tasks")).json()["tasks"]
    assert listed == sorted(library.tasks)
    assert listed != list(library.tasks), "the files are in another order"
