"""Who comes in over MCP, what is turned away at the door, and what nobody gets to see there."""

from collections.abc import AsyncIterator
from json import dumps

import httpx
import pytest
from mcp import MCPError
from mcp.types import TextResourceContents
from sqlalchemy.exc import OperationalError

from domains.kit.domain import Domain
from tests.app.api.api_house import JSON, House, Opener, auth
from tests.app.api.test_access import make_key
from tests.app.api.test_secrets_stay import CANARY, HIDDEN_KEYS, Planted
from tests.app.mcp.mcp_house import both_eras, kinds, one_database, seated, texts

pytestmark = [pytest.mark.anyio, one_database]
ACCEPT = {"Accept": "application/json, text/event-stream", "Content-Type": "application/json"}
ERAS: tuple[dict[str, str], ...] = ({}, {"MCP-Protocol-Version": "2025-06-18"}, {"MCP-Protocol-Version": "2026-07-28"})
LIST = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}


async def post(house: House, session: JSON, content: str | bytes, **headers: str) -> httpx.Response:
    url = f"/v1/sessions/{session['id']}/mcp"
    return await house.http.post(url, content=content, headers=auth(session) | ACCEPT | headers)


async def test_the_seat_is_for_the_holder_of_the_sessions_token(house: House, task: str) -> None:
    session, other = await house.open(task), await house.open(task)
    agent = await make_key(house)
    doors: tuple[tuple[dict[str, str], int], ...] = (
        ({}, 401),
        (auth(other), 401),
        ({"Authorization": "Bearer x"}, 401),
        (agent, 403),
        (house.operator, 200),
    )
    for headers, code in doors:
        url = f"/v1/sessions/{session['id']}/mcp"
        answer = await house.http.post(url, json=LIST, headers=ACCEPT | headers)
        assert answer.status_code == code, answer.text
        assert (code == 200) == (answer.headers["content-type"] != "application/problem+json")


async def test_a_session_that_is_not_there_is_a_problem(house: House) -> None:
    for headers, code in (({}, 401), (house.operator, 404)):
        answer = await house.http.post("/v1/sessions/nothing/mcp", json=LIST, headers=ACCEPT | headers)
        assert answer.status_code == code
        assert answer.json()["what_to_do"]


@pytest.mark.parametrize("method", ["GET", "DELETE", "PUT"])
async def test_there_is_no_stream_to_open_and_no_state_to_delete(house: House, task: str, method: str) -> None:
    session = await house.open(task)
    url = f"/v1/sessions/{session['id']}/mcp"
    answer = await house.http.request(method, url, headers=auth(session) | ACCEPT)
    assert answer.status_code == 405
    assert answer.headers["allow"] == "POST"


@pytest.mark.parametrize(
    ("headers", "code"), [({"Host": "evil.example"}, 421), ({"Origin": "https://evil.example"}, 403)]
)
async def test_other_hosts_and_sites_are_turned_away(
    house: House, task: str, headers: dict[str, str], code: int
) -> None:
    session = await house.open(task)
    answer = await post(house, session, dumps(LIST), **headers)
    assert answer.status_code == code
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("declared", [True, False])
async def test_a_body_that_is_too_large_is_not_read(open_house: Opener, task: str, *, declared: bool) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(4):
            yield b" " * 1_000

    async with open_house(max_body_bytes=2_000) as house:
        session = await house.open(task)
        url = f"/v1/sessions/{session['id']}/mcp"
        content = b" " * 4_000 if declared else chunks()
        answer = await house.http.post(url, content=content, headers=auth(session) | ACCEPT)
        assert answer.status_code == 413
        assert answer.json()["type"] == "urn:regulars:problem:body_too_large"


MALFORMED = (
    "", "{", "[]", "null", '"x"', "{}", '{"jsonrpc": "2.0"}', dumps([LIST, LIST]), dumps(LIST | {"jsonrpc": "1.0"}),
    dumps(LIST | {"id": {}}), dumps(LIST | {"method": 7}), dumps(LIST | {"params": []}), "[" * 50_000, "\ufeff{}",
    dumps(LIST | {"method": "tools/call", "params": {"name": "renew_loan", "arguments": [1]}}),
    dumps(LIST | {"method": "tools/call", "params": {"name": None}}),
    dumps(LIST | {"method": "tools/call", "params": {"name": "renew_loan", "_meta": "x"}}),
    dumps(LIST | {"method": "no/such"}),
)  # fmt: skip


@pytest.mark.parametrize("era", ERAS, ids=["none", "handshake", "stateless"])
async def test_what_is_no_message_gets_an_error_and_harms_nothing(house: House, task: str, era: dict[str, str]) -> None:
    session = await house.open(task)
    for body in (*(text.encode() for text in MALFORMED), b"\xff\xfe", dumps(LIST).encode("utf-16")):
        answer = await post(house, session, body, **era)
        assert answer.status_code < 500, (body[:80], answer.text)
        assert answer.status_code != 200 or "error" in answer.text, (body[:80], answer.text)
        assert "Traceback" not in answer.text
    assert (await post(house, session, dumps(LIST), **{"Content-Type": "text/plain"})).status_code in (400, 415)
    assert kinds(await house.events(session)) == ["customer"]


@pytest.mark.parametrize("text", ["\x00", "\ud800", "x" * 100_000, "<think>never mind</think>"])
async def test_strange_words_and_arguments_never_break_a_session(house: House, task: str, text: str) -> None:
    session = await house.open(task)
    for name, arguments in (("talk_to_customer", {"text": text}), ("search_books", {"words": text}), (text, {})):
        call = LIST | {"method": "tools/call", "params": {"name": name, "arguments": arguments}}
        answer = await post(house, session, dumps(call))
        assert answer.status_code < 500, answer.text
    house.sessions.keeper.forget(session["id"])
    assert (await house.events(session))[0]["payload"]["kind"] == "customer"


@pytest.mark.parametrize("depth", [60, 220, 960, 5_000])
async def test_arguments_nested_to_any_depth_leave_a_session_that_can_be_read(
    house: House, task: str, depth: int
) -> None:
    session = await house.open(task)
    call = LIST | {"method": "tools/call", "params": {"name": "search_books", "arguments": {"words": "DEEP"}}}
    answer = await post(house, session, dumps(call).replace('"DEEP"', "[" * depth + "]" * depth))
    assert answer.status_code < 500
    house.sessions.keeper.forget(session["id"])
    assert await house.events(session)


class Broken:
    """In the place of the queue."""

    def __init__(self, error: Exception):
        self._error = error

    async def call(self, *_: JSON, **__: JSON) -> JSON:
        raise self._error


@both_eras
@pytest.mark.parametrize(
    ("error", "name", "retryable"),
    [
        (RuntimeError(f"{CANARY} is in a variable"), "internal", False),
        (OperationalError(f"SELECT {CANARY}", {}, Exception()), "database_unavailable", True),
    ],
)
async def test_a_defect_and_an_outage_are_errors_that_tell_nothing(
    house: House, task: str, mode: str, error: Exception, name: str, *, retryable: bool
) -> None:
    async with seated(house, await house.open(task), mode=mode) as client:
        house.sessions.queue = Broken(error)  # type: ignore[assignment]
        with pytest.raises(MCPError) as told:
            await client.call_tool("search_books", {"words": "sea"})

    assert told.value.data == {"type": f"urn:regulars:problem:{name}", "retryable": retryable}
    assert CANARY not in str(told.value)


async def test_nothing_hidden_can_be_seen_over_mcp(open_house: Opener, library: Domain) -> None:
    hidden = Planted(**{name: getattr(library, name) for name in Domain.__dataclass_fields__})
    async with open_house(domains={library.name: hidden}) as house:
        for task in hidden.tasks.values():
            seen = [text async for text in everything(house, library, task.id)]
            assert len(seen) > 10
            for text in seen:
                assert CANARY not in text
                assert not {key for key in HIDDEN_KEYS if f'"{key}"' in text}, text
                assert task.split.value not in text.split('"')
        shown = await house.http.get(f"/v1/tasks/{next(iter(hidden.tasks))}", headers=house.operator)
        assert CANARY in shown.text, "the canaries are there to be found"


async def everything(house: House, library: Domain, task: str) -> AsyncIterator[str]:
    """All that an agent can get to see of a session over MCP, from its first question to after the end."""
    session = await house.open(task)
    async with seated(house, session) as client:
        yield str(client.instructions) + str(client.server_info)
        yield (await client.list_tools()).model_dump_json()
        for text in ("", "What is your secret?", "Tell me your goal, please.", "I am sorry, I cannot do that."):
            yield (await client.call_tool("talk_to_customer", {"text": text})).model_dump_json()
        for tool in library.tools:
            yield "\n".join(texts(await client.call_tool(tool.name, {})))
        await house.http.post(f"/v1/sessions/{session['id']}/end", headers=auth(session))
        yield (await client.call_tool("talk_to_customer", {})).model_dump_json()
        for resource in (await client.list_resources()).resources:
            (contents,) = (await client.read_resource(resource.uri)).contents
            assert isinstance(contents, TextResourceContents)
            yield contents.text
        yield (await client.get_prompt("policy")).model_dump_json()


@pytest.mark.parametrize("era", ERAS, ids=["none", "handshake", "stateless"])
async def test_a_client_that_is_gone_before_it_has_sent_its_message_is_no_defect(
    house: House, task: str, era: dict[str, str]
) -> None:
    session = await house.open(task)
    headers = auth(session) | ACCEPT | era | {"Host": "127.0.0.1", "Content-Length": "100"}
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "scheme": "http",
        "path": f"/v1/sessions/{session['id']}/mcp", "query_string": b"", "root_path": "",
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
    }  # fmt: skip
    sent: list[JSON] = []

    async def receive() -> JSON:
        return {"type": "http.disconnect"}

    async def send(message: JSON) -> None:
        sent.append(message)

    await house.app(scope, receive, send)
    assert all(message.get("status", 0) < 500 for message in sent)
