"""A session's own OpenAPI document is read by a stranger's reader, and calls made by it alone reach the session."""

from typing import Any

import httpx
import pytest
import schemathesis
from schemathesis.core.result import Ok

from domains.kit.domain import Domain
from tests.app.api.api_house import JSON, House, auth

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)]


async def document(house: House, session: JSON) -> JSON:
    answer = await house.http.get(f"/v1/sessions/{session['id']}/openapi.json", headers=auth(session))
    assert answer.status_code == 200, answer.text
    return answer.json()


def operations(found: JSON) -> dict[str, Any]:
    """The document's operations by their ids, as Schemathesis reads them."""
    read = [each.ok() for each in schemathesis.openapi.from_dict(found).get_all_operations() if isinstance(each, Ok)]
    return {each.definition.raw["operationId"]: each for each in read}


class Caller:
    """A tool-calling framework in ten lines: it knows the document and the token, and nothing else."""

    def __init__(self, house: House, found: JSON, token: str):
        (server,) = found["servers"]
        self._http, self._server, self._token = house.http, server["url"], token
        self._addresses = {
            operation["operationId"]: (method, path)
            for path, methods in found["paths"].items()
            for method, operation in methods.items()
        }

    async def call(self, name: str, body: JSON, **headers: str) -> httpx.Response:
        method, path = self._addresses[name]
        bearer = {"Authorization": f"Bearer {self._token}"}
        return await self._http.request(method, self._server + path, json=body, headers=bearer | headers)


async def test_there_is_one_operation_a_tool_and_one_to_talk(house: House, library: Domain, task: str) -> None:
    found = operations(await document(house, await house.open(task)))

    assert set(found) == {tool.name for tool in library.tools} | {"talk_to_customer"}
    for tool in library.tools:
        (body,) = found[tool.name].body
        assert body.definition["schema"] == tool.parameters
        assert {each.name for each in found[tool.name].headers} == {
            "Authorization",
            "Idempotency-Key",
            "X-Regulars-Step",
        }


async def test_calls_by_the_document_alone_reach_the_session_and_fit_it(
    house: House, library: Domain, task: str
) -> None:
    session = await house.open(task)
    found = await document(house, session)
    caller, known = Caller(house, found, session["token"]), operations(found)

    answers = {
        "search_books": await caller.call("search_books", {"words": "sea"}, **{"X-Regulars-Step": "1"}),
        "renew_loan": await caller.call("renew_loan", {"loan_id": "none"}),
        "talk_to_customer": await caller.call("talk_to_customer", {"content": "What is your e-mail?"}),
    }
    late = await caller.call("search_books", {"words": "sea"}, **{"X-Regulars-Step": "1"})

    assert [answer.status_code for answer in (*answers.values(), late)] == [200, 200, 200, 409]
    for name, answer in [*answers.items(), ("search_books", late)]:
        known[name].validate_response(answer)
    assert answers["renew_loan"].json()["is_error"] is True
    assert answers["talk_to_customer"].json()["messages"][0]["role"] == "user"


async def test_the_same_id_is_the_same_call(house: House, task: str) -> None:
    session = await house.open(task)
    caller = Caller(house, await document(house, session), session["token"])
    answers = [await caller.call("search_books", {"words": "sea"}, **{"Idempotency-Key": "c1"}) for _ in range(3)]

    assert len({answer.content for answer in answers}) == 1
    assert len(await house.events(session)) == 3


async def test_the_document_is_for_the_holder_of_the_token(house: House, task: str) -> None:
    session, other = await house.open(task), await house.open(task)
    url = f"/v1/sessions/{session['id']}/openapi.json"
    for headers, code in (({}, 401), (auth(other), 401), (auth(session), 200), (house.operator, 200)):
        assert (await house.http.get(url, headers=headers)).status_code == code
    assert (await house.http.get("/v1/sessions/x/openapi.json", headers=house.operator)).status_code == 404
