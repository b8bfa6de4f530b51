"""Calls of programs that keep no books: each says of which turn it is, and one that comes too late does not run."""

import asyncio

import httpx
import pytest

from domains.kit.domain import Domain
from tests.app.api.api_house import JSON, House, Opener, auth
from tests.app.api.test_turns import Gate, opened, scripted

pytestmark = pytest.mark.anyio
one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
on_postgres = pytest.mark.parametrize(
    "database_url", [pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True
)
MISMATCH = "urn:regulars:problem:step_mismatch"


async def search(house: House, session: JSON, words: str, *, step: object = None, key: str | None = None) -> JSON:
    url = f"/v1/sessions/{session['id']}/tools/search_books"
    return await house.http.post(url, json={"words": words}, headers=auth(session) | marks(step, key))


async def say(house: House, session: JSON, text: str, *, step: object = None, key: str | None = None) -> JSON:
    url = f"/v1/sessions/{session['id']}/messages"
    return await house.http.post(url, json={"content": text}, headers=auth(session) | marks(step, key))


def marks(step: object, key: str | None) -> dict[str, str]:
    step_named = {} if step is None else {"X-Regulars-Step": str(step)}
    return step_named | ({} if key is None else {"Idempotency-Key": key})


async def words_searched(house: House, session: JSON) -> list[str]:
    calls = [event["payload"] for event in await house.events(session) if event["payload"]["kind"] == "tool"]
    return [call["arguments"]["words"] for call in calls]


@one_database
async def test_any_step_of_the_turn_stands_for_the_whole_turn(house: House, task: str) -> None:
    session = await house.open(task)
    first = [(await search(house, session, f"{n}", step=1)).status_code for n in range(3)]
    later = [(await search(house, session, "again", step=step)).status_code for step in (2, 4, 5)]
    spoken = await say(house, session, "What is your e-mail?", step=2)

    assert [*first, *later, spoken.status_code] == [200] * 7


@one_database
async def test_a_call_of_an_earlier_turn_is_refused_and_does_not_run(house: House, task: str) -> None:
    session = await house.open(task)
    await search(house, session, "in time", step=1)
    now = (await say(house, session, "What is your e-mail?", step=1)).json()["step"]
    late = [await search(house, session, "late", step=step) for step in (1, 2)]
    late.append(await say(house, session, "Hello?", step=1))
    early = await search(house, session, "early", step=now + 1)
    in_time = await search(house, session, "in time again", step=now)

    for answer in (*late, early):
        assert (answer.status_code, answer.json()["type"]) == (409, MISMATCH)
        assert answer.json()["current_step"] == now == 3
    assert in_time.status_code == 200
    assert await words_searched(house, session) == ["in time", "in time again"]


@one_database
async def test_a_straggler_behind_a_thinking_customer_is_refused_at_once(open_house: Opener, task: str) -> None:
    gate = Gate()
    async with open_house(customers=scripted(gate), customer_wait_seconds=0.05) as house:
        session = await opened(house, task, gate)
        assert (await say(house, session, "One moment.", step=1)).status_code == 202
        straggler = await search(house, session, "late", step=1)
        assert (straggler.status_code, straggler.json()["type"]) == (409, MISMATCH)
        assert "the customer is to reply" in straggler.json()["detail"]
        gate.opened.set()
        await house.http.get(f"/v1/sessions/{session['id']}?after_step=1", headers=auth(session))
        assert (await search(house, session, "late", step=1)).status_code == 409
        assert await words_searched(house, session) == []


@one_database
async def test_a_straggler_that_queues_behind_the_words_is_refused_when_its_turn_comes(
    open_house: Opener, task: str
) -> None:
    gate = Gate()
    async with open_house(customers=scripted(gate)) as house:
        session = await opened(house, task, gate)
        gate.reached.clear()
        saying = asyncio.create_task(say(house, session, "One moment.", step=1))
        await gate.reached.wait()
        straggling = asyncio.create_task(search(house, session, "late", step=1))
        free = asyncio.create_task(search(house, session, "whenever"))
        await asyncio.sleep(0.05)
        gate.opened.set()

        assert (await saying).json()["messages"] == [{"role": "user", "content": "Sure."}]
        assert (await straggling).status_code == 409
        assert (await free).status_code == 200
        assert await words_searched(house, session) == ["whenever"]


@one_database
async def test_after_the_end_a_call_is_told_so(house: House, task: str) -> None:
    session = await house.open(task)
    url = f"/v1/sessions/{session['id']}/tools/call_librarian"
    await house.http.post(url, json={"summary": "x"}, headers=auth(session))
    late = await search(house, session, "late", step=1)

    assert (late.status_code, late.json()["type"]) == (410, "urn:regulars:problem:session_ended")


@one_database
async def test_a_call_that_ran_in_its_turn_is_answered_again_after_it(house: House, task: str) -> None:
    session = await house.open(task)
    ran = await search(house, session, "sea", step=1, key="c1")
    said = await say(house, session, "What is your e-mail?", step=1, key="c2")
    await search(house, session, "sky", step=3)

    again = await search(house, session, "sea", step=1, key="c1")
    assert (again.status_code, again.json()) == (200, ran.json())
    said_again = await say(house, session, "What is your e-mail?", step=1, key="c2")
    assert said_again.json() == said.json()
    assert await words_searched(house, session) == ["sea", "sky"]


@one_database
async def test_before_anybody_has_spoken_the_first_turn_is_open(house: House, task: str) -> None:
    session = await house.open(task, first_speaker="agent")

    assert (await search(house, session, "sea", step=1)).status_code == 200
    assert (await say(house, session, "Hello!", step=1)).status_code == 200
    assert (await search(house, session, "sea", step=1)).status_code == 409


async def test_two_calls_and_the_same_id_twice_at_once_run_once_each(house: House, task: str) -> None:
    session = await house.open(task)
    answers = await asyncio.gather(
        *(search(house, session, words, step=1, key=key) for words, key in (("sea", "c1"), ("sky", "c2")) * 3)
    )

    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers[::2]}) == len({answer.content for answer in answers[1::2]}) == 1
    assert sorted(await words_searched(house, session)) == ["sea", "sky"]


@on_postgres
async def test_two_services_agree_on_which_calls_are_late(open_house: Opener, task: str) -> None:
    async with open_house(folder="one") as one, open_house(folder="two") as two:
        session = await one.open(task)
        answers = await asyncio.gather(
            *(search(house, session, "sea", step=1, key="c1") for house in (one, two) * 3),
            *(search(house, session, f"{n}", step=1) for n in range(2) for house in (one, two)),
        )
        await say(one, session, "What is your e-mail?", step=1)
        late = await asyncio.gather(*(search(house, session, "late", step=1) for house in (one, two) * 2))

        assert {answer.status_code for answer in answers} == {200}
        assert {answer.status_code for answer in late} == {409}
        assert sorted(await words_searched(two, session)) == ["0", "0", "1", "1", "sea"]


@on_postgres
async def test_other_ids_are_other_calls_at_whichever_service(open_house: Opener, task: str) -> None:
    async with open_house(folder="one") as one, open_house(folder="two") as two:
        session = await one.open(task)
        for again in range(2):
            for n in range(6):
                both = ((one, f"{n}-one"), (two, f"{n}-two"))
                await asyncio.gather(*(search(house, session, "sea", key=key) for house, key in both))
            assert await words_searched(two, session) == ["sea"] * 12, again


@one_database
async def test_ids_and_turns_outlive_the_service(open_house: Opener, library: Domain, task: str) -> None:
    async with open_house() as house:
        session = await house.open(task)
        ran = await search(house, session, "sea", step=1, key="c1")
        await say(house, session, "What is your e-mail?", step=1)
    async with open_house() as house:
        assert (await search(house, session, "sea", step=1, key="c1")).json()["content"] == ran.json()["content"]
        assert (await search(house, session, "late", step=1)).status_code == 409
        assert (await search(house, session, "sky", step=3)).status_code == 200
        assert await words_searched(house, session) == ["sea", "sky"]


@one_database
@pytest.mark.parametrize("step", ["0", "-1", "x", "1.5", "9" * 30])
async def test_a_step_that_is_none_is_refused(house: House, task: str, step: str) -> None:
    session = await house.open(task)
    answers: list[httpx.Response] = [
        await search(house, session, "sea", step=step), await say(house, session, "Hello?", step=step)
    ]  # fmt: skip

    assert {answer.status_code for answer in answers} == {422}
    assert len(await house.events(session)) == 1
