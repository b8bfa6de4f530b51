"""Many sessions in one request: each with an outcome of its own, and none lost."""

from json import dumps

import pytest

from simulators.agenda.customer import AgendaCustomer
from tests.app.api.api_house import JSON, House, Opener, auth

pytestmark = pytest.mark.anyio


async def opened(house: House, orders: list[JSON], *, key: str | None = None) -> list[JSON]:
    headers = {"Content-Type": "application/json"} | ({"Idempotency-Key": key} if key else {})
    answer = await house.http.post("/v1/sessions/batch", content=dumps({"sessions": orders}), headers=headers)
    assert answer.status_code == 200, answer.text
    found: list[JSON] = answer.json()["sessions"]
    return found


async def test_every_session_of_a_batch_is_opened_as_the_single_route_opens_it(house: House, task: str) -> None:
    outcomes = await opened(house, [{"task": task, "seed": str(seed), "agent": "mine"} for seed in range(40)])
    alone = await house.open(task, seed="7", agent="mine")

    assert {outcome["status"] for outcome in outcomes} == {201}
    assert len({outcome["session"]["id"] for outcome in outcomes}) == 40
    differing = {"id", "token", "created_at"}
    batched = outcomes[7]["session"]
    assert {name: batched[name] for name in batched.keys() - differing} == {
        name: alone[name] for name in alone.keys() - differing
    }
    assert (await house.step(batched, "Hello")).status_code == 200


async def test_what_cannot_be_opened_fails_alone_and_says_why(house: House, task: str) -> None:
    outcomes = await opened(
        house, [{"task": task}, {"task": "nowhere-1"}, {"tusk": task}, {"task": task, "limits": {"steps": 10**6}}]
    )

    assert [outcome["status"] for outcome in outcomes] == [201, 404, 422, 422]
    names = [outcome["problem"]["type"].rpartition(":")[2] for outcome in outcomes[1:]]
    assert names == ["unknown_task", "invalid_request", "invalid_request"]
    assert "tusk" in outcomes[2]["problem"]["detail"]


async def test_the_limit_of_open_sessions_holds_within_a_batch_and_a_retry_opens_the_rest(
    open_house: Opener, task: str
) -> None:
    async with open_house(max_open_sessions=3) as house:
        orders = [{"task": task, "seed": str(seed)} for seed in range(5)]
        first = await opened(house, orders, key="k")
        assert sorted(outcome["status"] for outcome in first) == [201] * 3 + [503] * 2

        there = [outcome["session"] for outcome in first if outcome["status"] == 201]
        for session in there[:2]:
            await house.http.post(f"/v1/sessions/{session['id']}/end", headers=auth(session))
        second = await opened(house, orders, key="k")

    assert {outcome["status"] for outcome in second} == {201}
    for before, after in zip(first, second, strict=True):
        assert before["status"] == 503 or before["session"] == after["session"]


async def test_a_key_that_was_used_for_another_batch_is_refused_and_nothing_is_opened(house: House, task: str) -> None:
    await opened(house, [{"task": task}], key="k")
    other = {"sessions": [{"task": task}, {"task": task}]}
    answer = await house.http.post("/v1/sessions/batch", json=other, headers={"Idempotency-Key": "k"})

    assert (answer.status_code, answer.json()["type"]) == (409, "urn:regulars:problem:idempotency_conflict")
    page = await house.http.get("/v1/sessions", headers=house.operator)
    assert len(page.json()["sessions"]) == 1


async def test_a_key_opens_in_a_batch_no_more_than_alone(open_house: Opener, task: str) -> None:
    async with open_house(host="0.0.0.0") as house:
        made = await house.http.post("/v1/keys", headers=house.operator, json={"name": "ada", "seeds": ["1"]})
        headers = {"Authorization": f"Bearer {made.json()['key']}"}
        body = {"sessions": [{"task": task, "seed": "1"}, {"task": task, "seed": "2"}]}
        assert (await house.http.post("/v1/sessions/batch", json=body)).status_code == 401
        answer = await house.http.post("/v1/sessions/batch", json=body, headers=headers)

    assert [outcome["status"] for outcome in answer.json()["sessions"]] == [201, 403]


class Defective(AgendaCustomer):
    """A kind of customer that is not what the protocol says."""

    kind = "defective"

    @property
    def version(self) -> str:
        raise KeyError("version")


async def test_a_defect_that_one_runs_into_loses_none_of_the_others(open_house: Opener, task: str) -> None:
    customers = {"agenda": AgendaCustomer(), "defective": Defective()}
    async with open_house(customers=customers) as house:
        usual, failed = await opened(house, [{"task": task}, {"task": task, "customer": "defective"}])

    assert (usual["status"], failed["status"]) == (201, 500)
    assert "version" not in failed["problem"]["detail"]


@pytest.mark.parametrize("item", [None, 3, [], {}, {"task": "\ud800"}, {"\ud800": 1}, {"task": "a\x00"}], ids=ascii)
async def test_an_item_that_is_no_order_fails_alone(house: House, task: str, item: JSON) -> None:
    strange, usual = await opened(house, [item, {"task": task}])

    assert (strange["status"], usual["status"]) == (422, 201)


async def test_a_batch_has_a_size(house: House, task: str) -> None:
    for orders in ([], [{"task": task}] * 257):
        answer = await house.http.post("/v1/sessions/batch", json={"sessions": orders})
        assert answer.status_code == 422
