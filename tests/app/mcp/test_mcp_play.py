"""Whole sessions over MCP: the gold script, two clients at once, retries, calls that come too late, the end."""

import asyncio

import pytest

from app.agents.gold import Gold
from app.agents.registry import brief_for
from domains.kit.domain import Domain, discover
from tests.app.api.api_house import House, Opener, call
from tests.app.mcp.mcp_house import SessionOverMcp, both_eras, kinds, marked, one_database, seated, texts

pytestmark = [pytest.mark.anyio, one_database]


@pytest.fixture(scope="module")
def retail() -> Domain:
    return discover()["retail"]


@both_eras
@pytest.mark.parametrize("number", [0, 40, 80])
async def test_the_gold_script_played_over_mcp_succeeds(
    open_house: Opener, retail: Domain, mode: str, number: int
) -> None:
    chosen = list(retail.tasks.values())[number]
    async with open_house(domains={"retail": retail}) as house:
        session = await house.open(chosen.id)
        async with seated(house, session, mode=mode) as client:
            await Gold(brief_for(chosen, retail, seed="0")).play(SessionOverMcp(client, house.http, session))
        answer = await house.http.get(f"/v1/sessions/{session['id']}/grades", headers=house.operator)

    (grade,) = answer.json()["grades"]
    assert grade["grade"]["success"] is True, grade


async def test_without_text_nothing_is_said_and_the_opening_is_heard(house: House, task: str) -> None:
    session = await house.open(task)
    async with seated(house, session) as client:
        heard = [await client.call_tool("talk_to_customer", arguments) for arguments in ({}, {"text": " "})]

    opening = session["messages"][-1]["content"]
    assert [texts(each) for each in heard] == [[opening]] * 2
    assert heard[0].structured_content == {"reply": opening, "ended": False, "end_reason": None}
    assert kinds(await house.events(session)) == ["customer"]


async def test_where_the_agent_begins_there_is_nothing_to_hear_yet(house: House, task: str) -> None:
    session = await house.open(task, first_speaker="agent")
    async with seated(house, session) as client:
        before = await client.call_tool("talk_to_customer", {})
        after = await client.call_tool("talk_to_customer", {"text": "Hello, how can I help you?"})

    assert before.structured_content == {"reply": None, "ended": False, "end_reason": None}
    assert after.structured_content["reply"]


@both_eras
async def test_a_refusal_is_a_result_that_the_agent_reads(house: House, task: str, mode: str) -> None:
    async with seated(house, await house.open(task), mode=mode) as client:
        refused = await client.call_tool("renew_loan", {"loan_id": "L-0"})
        wrong = await client.call_tool("renew_loan", {"number": 1})
        unknown = await client.call_tool("burn_books", {})
        strange = await client.call_tool("talk_to_customer", {"text": 7})

    for result, word in ((refused, "loan"), (wrong, "number"), (unknown, "burn_books"), (strange, "text")):
        assert result.is_error
        assert word in texts(result)[0]


async def test_a_hand_over_says_that_the_conversation_has_ended(house: House, task: str) -> None:
    async with seated(house, await house.open(task)) as client:
        ended = await client.call_tool("call_librarian", {"summary": "They ask for a book."})
        assert texts(ended)[1:] == ["The conversation has ended: transferred."]
        assert not ended.is_error

        for name, arguments in (("search_books", {"words": "sea"}), ("talk_to_customer", {"text": "Hello?"})):
            late = await client.call_tool(name, arguments)
            assert late.is_error
            assert "has ended: transferred" in texts(late)[0]
        heard = await client.call_tool("talk_to_customer", {})
        assert (heard.is_error, heard.structured_content["ended"]) == (False, True)


@both_eras
async def test_two_clients_at_once_take_one_step_after_another(house: House, task: str, mode: str) -> None:
    session = await house.open(task)
    async with seated(house, session, mode=mode) as one, seated(house, session, mode="legacy") as other:
        results = await asyncio.gather(
            *(client.call_tool("search_books", {"words": f"{n}"}) for n in range(5) for client in (one, other))
        )

    assert not any(result.is_error for result in results)
    assert {event["step"] for event in await house.events(session)} == set(range(11))


async def test_two_sessions_at_once_keep_apart(house: House, task: str) -> None:
    sessions = [await house.open(task, seed=seed) for seed in ("1", "2")]
    async with seated(house, sessions[0]) as one, seated(house, sessions[1]) as other:
        await asyncio.gather(
            one.call_tool("search_books", {"words": "one"}), other.call_tool("search_books", {"words": "other"})
        )

    for session, words in zip(sessions, ("one", "other"), strict=True):
        called = [event["payload"] for event in await house.events(session) if event["payload"]["kind"] == "tool"]
        assert [each["arguments"] for each in called] == [{"words": words}]


@both_eras
async def test_the_same_id_twice_at_once_runs_once(house: House, task: str, mode: str) -> None:
    session = await house.open(task)
    async with seated(house, session, mode=mode) as client:
        search = [client.call_tool("search_books", {"words": "sea"}, meta=marked(key="c1")) for _ in range(4)]
        found = await asyncio.gather(*search)
        talk = [client.call_tool("talk_to_customer", {"text": "Your e-mail?"}, meta=marked(key="c2")) for _ in range(3)]
        said = await asyncio.gather(*talk)
        other = await client.call_tool("search_books", {"words": "sky"}, meta=marked(key="c1"))

    assert len({texts(result)[0] for result in found}) == 1
    assert len({texts(result)[0] for result in said}) == 1
    assert kinds(await house.events(session)) == ["customer", "agent", "tool", "agent", "customer"]
    assert other.is_error
    assert "another body" in texts(other)[0]


async def test_without_an_id_a_retry_is_a_new_call(house: House, task: str) -> None:
    session = await house.open(task)
    async with seated(house, session) as client:
        for _ in range(2):
            await client.call_tool("search_books", {"words": "sea"})

    assert kinds(await house.events(session)).count("tool") == 2


async def test_a_call_that_names_a_step_of_an_earlier_turn_does_not_run(house: House, task: str) -> None:
    session = await house.open(task)
    async with seated(house, session, headers={"X-Regulars-Step": "1"}) as client:
        first = await client.call_tool("search_books", {"words": "sea"})
        second = await client.call_tool("search_books", {"words": "sky"})
        said = await client.call_tool("talk_to_customer", {"text": "What is your e-mail?"})
        late = await client.call_tool("search_books", {"words": "late"})
        now = await client.call_tool("search_books", {"words": "now"}, meta=marked(step=4))

    assert [result.is_error for result in (first, second, said, late, now)] == [False, False, False, True, False]
    assert "step 1 is not one of this turn; the current one is 4" in texts(late)[0]
    assert kinds(await house.events(session)).count("tool") == 3


@pytest.mark.parametrize("names", [{"key": 7}, {"key": ""}, {"key": "x" * 201}, {"step": "1"}, {"step": 0}])
async def test_an_id_that_cannot_be_read_is_refused_before_anything_runs(
    house: House, task: str, names: dict[str, object]
) -> None:
    session = await house.open(task)
    async with seated(house, session) as client:
        result = await client.call_tool("search_books", {"words": "sea"}, meta=marked(**names))

    assert result.is_error
    assert next(iter(marked(**names))) in texts(result)[0]
    assert kinds(await house.events(session)) == ["customer"]


async def test_steps_over_rest_and_calls_over_mcp_are_of_one_session(house: House, task: str) -> None:
    session = await house.open(task)
    async with seated(house, session) as client:
        await client.call_tool("search_books", {"words": "sea"})
        assert (await house.step(session, call("search_books", {"words": "sky"}), step=2)).status_code == 200
        said = await client.call_tool("talk_to_customer", {"text": "What is your e-mail?"})

    assert said.meta is not None
    assert (said.meta["regulars/status"], said.meta["regulars/step"]) == ("open", 4)
    assert [event["step"] for event in await house.events(session)] == [0, 1, 1, 2, 2, 3, 3]
