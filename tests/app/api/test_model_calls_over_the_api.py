"""What the operator sees of calls of language models."""

from pathlib import Path

import httpx
import pytest

from app.main import create_app
from app.models.gateway import Gateway
from app.models.opening import open_gateway
from app.models.script import ScriptLine
from app.settings import Settings
from domains.kit.domain import Domain
from simulators.model import ChatRequest
from tests.app.api.api_house import House, Opener, auth

pytestmark = pytest.mark.anyio
one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
REQUEST = ChatRequest(model="scripted/faithful", messages=({"role": "user", "content": "<draft>Hello.</draft>"},))


def models_of(house: House) -> Gateway:
    found: Gateway = house.app.state.services.models
    return found


async def test_calls_are_listed_with_what_they_come_to(house: House, task: str) -> None:
    session = await house.open(task)
    models = models_of(house)
    for of_session in (session["id"], None, None):
        await models.complete(REQUEST, purpose="word", session=of_session)
    found = (await house.http.get("/v1/model-calls?limit=2", headers=house.operator)).json()
    assert [call["purpose"] for call in found["calls"]] == ["word", "word"]
    (totals,) = found["totals"]
    assert (totals["model"], totals["calls"], totals["cost_usd"]) == ("scripted/faithful", 3, 0.0)
    rest = await house.http.get(
        "/v1/model-calls", params={"limit": 2, "cursor": found["next_cursor"]}, headers=house.operator
    )
    assert len(rest.json()["calls"]) == 1
    assert rest.json()["next_cursor"] is None
    of_one = await house.http.get("/v1/model-calls", params={"session": session["id"]}, headers=house.operator)
    (call,) = of_one.json()["calls"]
    assert (call["session_id"], call["status"], call["attempts"]) == (session["id"], "done", 1)
    assert [row["calls"] for row in of_one.json()["totals"]] == [1]


@one_database
async def test_they_are_for_the_operator_alone(house: House, task: str) -> None:
    session = await house.open(task)
    for headers in ({}, auth(session)):
        assert (await house.http.get("/v1/model-calls", headers=headers)).status_code == 401
    forged = await house.http.get("/v1/model-calls?cursor=x", headers=house.operator)
    assert forged.status_code == 422


@one_database
async def test_what_was_spent_stays_in_the_books_when_its_session_is_erased(open_house: Opener, task: str) -> None:
    async with open_house() as house:
        session = await house.open(task)
        await models_of(house).complete(REQUEST, purpose="word", session=session["id"])
        await house.sessions.erase(session["id"])
        found = (await house.http.get("/v1/model-calls", headers=house.operator)).json()
        assert [call["session_id"] for call in found["calls"]] == [session["id"]]


async def test_a_gateway_with_scripts_of_ones_own_can_be_given(tmp_path: Path, library: Domain) -> None:
    settings = Settings(data_dir=tmp_path / "data", log_level="error")
    models = open_gateway(settings, scripts={"mine": [ScriptLine(text="Hi.")]})
    app = create_app(settings, domains={library.name: library}, models=models)
    async with app.router.lifespan_context(app):
        answer = await models.complete(REQUEST.model_copy(update={"model": "scripted/mine"}), purpose="agent")
        key = (tmp_path / "data" / "operator.key").read_text().strip()
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as http:
            found = await http.get("/v1/model-calls", headers={"Authorization": f"Bearer {key}"})
    assert [call["id"] for call in found.json()["calls"]] == [answer.call]
