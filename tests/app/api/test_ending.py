"""How sessions are ended from outside: by their agent, or by the operator for what was nobody's doing."""

import pytest

from tests.app.api.api_house import JSON, House, auth

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("body", [None, {}])
async def test_an_agent_ends_its_session_and_is_graded(house: House, task: str, body: JSON) -> None:
    session = await house.open(task)

    answer = await house.http.post(f"/v1/sessions/{session['id']}/end", json=body, headers=auth(session))

    assert answer.json()["end_reason"] == "agent_ended"


async def test_the_operator_says_that_something_else_broke_and_nobody_failed(house: House, task: str) -> None:
    session = await house.open(task, agent="mine@1")
    order = {"reason": "infrastructure", "detail": "the agent's model: timeout"}

    answer = await house.http.post(f"/v1/sessions/{session['id']}/end", params=order, headers=house.operator)

    assert answer.json()["end_reason"] == "infrastructure"
    assert (await house.events(session))[-1]["payload"]["detail"] == "the agent's model: timeout"
    results = (await house.http.get("/v1/results", headers=house.operator)).json()["results"]
    assert [(row["sessions"], row["excluded"]) for row in results] == [(1, 1)]


async def test_an_agent_cannot_call_its_failure_something_else(house: House, task: str) -> None:
    session = await house.open(task)
    order = {"reason": "infrastructure"}

    answer = await house.http.post(f"/v1/sessions/{session['id']}/end", params=order, headers=auth(session))

    assert answer.status_code in {401, 403}
    assert (await house.http.get(f"/v1/sessions/{session['id']}", headers=auth(session))).json()["status"] == "open"


@pytest.mark.parametrize(
    "order", [{"reason": "agent_ended"}, {"reason": ""}, {"reason": "infrastructure", "detail": "x" * 201}]
)
async def test_another_reason_is_refused_with_what_is_wrong(house: House, task: str, order: JSON) -> None:
    session = await house.open(task)

    answer = await house.http.post(f"/v1/sessions/{session['id']}/end", params=order, headers=house.operator)

    assert answer.status_code == 422
    assert "reason" in answer.json()["detail"] or "detail" in answer.json()["detail"]
