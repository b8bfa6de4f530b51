"""Keys, tokens, scopes, hosts: who may do what."""

import hmac
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import inspect

from app.api.access import TOKEN_SECRET, Plane, Scopes
from app.storage.keys import KeyRepository
from domains.kit.domain import Domain
from tests.app.api.api_house import House, Opener, auth

pytestmark = pytest.mark.anyio
one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


async def make_key(house: House, **scopes: object) -> dict[str, str]:
    made = await house.http.post("/v1/keys", json={"name": "ada", **scopes}, headers=house.operator)
    assert made.status_code == 201, made.text
    return {"Authorization": f"Bearer {made.json()['key']}"}


def operator_routes(house: House) -> list[tuple[str, str]]:
    paths = house.app.openapi()["paths"]
    return [
        (method.upper(), path.replace("{session_id}", "x").replace("{task_id}", "x").replace("{key_id}", "x"))
        for path, methods in paths.items()
        for method, operation in methods.items()
        if "operator" in operation.get("tags", [])
    ]


@one_database
async def test_no_operator_route_opens_without_the_operator_key(house: House, task: str) -> None:
    session = await house.open(task)
    routes = operator_routes(house)
    assert len(routes) > 12
    agent = await make_key(house)
    for method, path in routes:
        for headers, code in (({}, 401), (auth(session), 401), (agent, 403), ({"Authorization": "Basic x"}, 401)):
            answer = await house.http.request(method, path, json={}, headers=headers)
            assert answer.status_code == code, (method, path, headers, answer.text)


@one_database
async def test_a_session_belongs_to_the_holder_of_its_token(house: House, task: str) -> None:
    session, other = await house.open(task), await house.open(task)
    agent = await make_key(house)
    for headers, code in (({}, 401), (auth(other), 401), (agent, 403), (auth(session), 200), (house.operator, 200)):
        answer = await house.http.get(f"/v1/sessions/{session['id']}", headers=headers)
        assert answer.status_code == code


@one_database
async def test_tokens_stay_the_same_in_every_version(house: House, task: str) -> None:
    session, database = await house.open(task), house.sessions.keeper.database
    secret = await database.write(lambda found: KeyRepository(found).secret(TOKEN_SECRET, "another"))
    digest = hmac.digest(secret.encode(), session["id"].encode(), "sha256").hex()
    assert session["token"] == f"rgs_{digest[:40]}"


@one_database
async def test_an_unknown_session_is_not_found_for_the_operator(house: House) -> None:
    answer = await house.http.get("/v1/sessions/nothing", headers=house.operator)
    assert answer.status_code == 404
    assert answer.json()["what_to_do"]


@one_database
async def test_on_another_address_than_loopback_agents_need_a_key(open_house: Opener, task: str) -> None:
    async with open_house(host="10.1.2.3") as house:
        house.http.headers["Host"] = "10.1.2.3:8000"
        for path in ("/v1/domains", "/v1/domains/library", "/v1/domains/library/tasks"):
            assert (await house.http.get(path)).status_code == 401
        assert (await house.http.post("/v1/sessions", json={"task": task})).status_code == 401
        key = await make_key(house)
        assert (await house.http.get("/v1/domains", headers=key)).status_code == 200
        assert (await house.http.post("/v1/sessions", json={"task": task}, headers=key)).status_code == 201


@one_database
async def test_behind_a_proxy_that_gives_it_a_name_agents_need_a_key(open_house: Opener, task: str) -> None:
    async with open_house(allowed_hosts=["agents.example"]) as house:
        assert (await house.http.get("/v1/domains", headers={"Host": "agents.example"})).status_code == 401
        assert (await house.http.post("/v1/sessions", json={"task": task})).status_code == 401
        key = await make_key(house)
        assert (await house.http.post("/v1/sessions", json={"task": task}, headers=key)).status_code == 201


@one_database
async def test_a_revoked_key_is_refused(house: House) -> None:
    key = await make_key(house)
    listed = (await house.http.get("/v1/keys", headers=house.operator)).json()["keys"]
    assert all("key" not in row for row in listed)
    ada = next(row for row in listed if row["name"] == "ada")
    assert (await house.http.delete(f"/v1/keys/{ada['id']}", headers=house.operator)).status_code == 204
    assert (await house.http.get("/v1/domains", headers=key)).status_code == 401


@one_database
async def test_a_key_plays_only_what_is_in_its_scope(house: House, library: Domain) -> None:
    splits = {split: [t for t in library.tasks.values() if t.split == split] for split in ("train", "test")}
    key = await make_key(house, splits=["train"], seeds=["1"], customers=["agenda"])
    ids = (await house.http.get("/v1/domains/library/tasks", headers=key)).json()["tasks"]
    assert set(ids) == {task.id for task in splits["train"]}
    train, test = splits["train"][0].id, splits["test"][0].id
    order = {"task": train, "seed": "1"}
    assert (await house.http.post("/v1/sessions", json=order, headers=key)).status_code == 201
    assert (await house.http.post("/v1/sessions", json=order | {"task": test}, headers=key)).status_code == 404
    assert (await house.http.post("/v1/sessions", json=order | {"seed": "2"}, headers=key)).status_code == 403


@one_database
@pytest.mark.parametrize(
    ("who", "split", "told"),
    [
        ("loopback", "train", {"reward"}),
        ("loopback", "test", set()),
        ("none", "train", set()),
        ("reward", "test", {"reward"}),
        ("full", "test", {"reward", "grade"}),
    ],
)
async def test_what_an_agent_learns_of_its_grade(
    house: House, library: Domain, who: str, split: str, told: set[str]
) -> None:
    headers = {} if who == "loopback" else await make_key(house, feedback=who)
    task = next(task for task in library.tasks.values() if task.split == split)
    order = {"task": task.id, "limits": {"steps": 1}}
    session = (await house.http.post("/v1/sessions", json=order, headers=headers)).json()
    step = (await house.step(session, "Hello.")).json()
    view = (await house.http.get(f"/v1/sessions/{session['id']}", headers=auth(session))).json()
    for answer in (step, view):
        assert {name for name in ("reward", "grade") if answer.get(name) is not None} == told


@one_database
async def test_only_the_operator_chooses_a_persona(house: House, task: str) -> None:
    order = {"task": task, "persona": {"name": "P", "traits": ["terse"]}}
    assert (await house.http.post("/v1/sessions", json=order)).status_code == 403
    assert (await house.http.post("/v1/sessions", json=order, headers=house.operator)).status_code == 201


@one_database
async def test_the_operator_key_is_kept_in_a_private_file_and_hashed_in_the_database(
    open_house: Opener, tmp_path: Path
) -> None:
    async with open_house() as house:
        first = house.operator
    file = tmp_path / "data" / "operator.key"
    assert file.stat().st_mode & 0o777 == 0o600
    key = file.read_text().strip().encode()
    assert not any(key in path.read_bytes() for path in file.parent.glob("regulars.db*"))
    async with open_house() as house:
        assert house.operator == first


@one_database
@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"Host": "evil.example"}, 421),
        ({"Host": "127.0.0.1.evil.example:8000"}, 421),
        ({"Host": "localhost:8000"}, 200),
        ({"Host": "[::1]:8000"}, 200),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://localhost:3000"}, 200),
    ],
)
async def test_strange_hosts_and_origins_are_turned_away(house: House, headers: dict[str, str], code: int) -> None:
    answer = await house.http.get("/v1/domains", headers=headers)
    assert answer.status_code == code
    if code != 200:
        assert answer.headers["content-type"] == "application/problem+json"


@one_database
async def test_a_body_that_is_too_large_is_refused_with_and_without_its_length(open_house: Opener, task: str) -> None:
    async with open_house(max_body_bytes=2_000) as house:
        session = await house.open(task)
        whole = await house.step(session, "x" * 3_000)

        async def chunks() -> AsyncIterator[bytes]:
            for _ in range(5):
                yield b" " * 1_000

        url = f"/v1/sessions/{session['id']}/steps"
        headers = auth(session) | {"Content-Type": "application/json"}
        answer = await house.http.post(url, content=chunks(), headers=headers)
        for refused in (whole, answer):
            assert refused.status_code == 413
            assert refused.headers["content-type"] == "application/problem+json"
        assert (await house.step(session, "Hello.")).status_code == 200


@one_database
async def test_figures_of_outcomes_are_for_the_operator(house: House, task: str) -> None:
    session = await house.open(task, limits={"steps": 1})
    await house.step(session, "Hello.")
    public = (await house.http.get("/metrics")).text
    whole = (await house.http.get("/metrics", headers=house.operator)).text
    assert "regulars_steps_total 1.0" in public
    assert "success" not in public
    assert 'regulars_sessions_by_end_reason{end_reason="step_limit"} 1.0' in whole


@one_database
async def test_an_uncertified_task_cannot_be_opened(open_house: Opener, task: str) -> None:
    async with open_house(allow_uncertified=False) as house:
        answer = await house.http.post("/v1/sessions", json={"task": task})
        assert answer.status_code == 409
        assert answer.json()["type"] == "urn:regulars:problem:task_not_certified"
        listed = await house.http.get("/v1/domains/library/tasks")
        assert listed.json() == {"tasks": []}


@one_database
async def test_two_processes_cannot_write_one_data_directory(open_house: Opener) -> None:
    from app.errors import DataDirectoryInUse

    async with open_house():
        with pytest.raises(DataDirectoryInUse):
            async with open_house():
                pass


async def test_the_openapi_document_names_every_way_to_answer(house: House) -> None:
    paths = (await house.http.get("/openapi.json")).json()["paths"]
    assert set(paths["/v1/exports"]["get"]["responses"]["200"]["content"]) == {"application/x-ndjson"}
    events = paths["/v1/sessions/{session_id}/events"]["get"]["responses"]["200"]["content"]
    assert set(events) == {"application/json", "text/event-stream"}
    assert set(paths["/metrics"]["get"]["responses"]["200"]["content"]) == {"text/plain"}
    assert "503" in paths["/readyz"]["get"]["responses"]
    assert {"204", "421"} <= set(paths["/v1/sessions/{session_id}"]["delete"]["responses"])


async def test_the_row_of_a_new_key_can_be_read_after_it_is_stored(house: House) -> None:
    row, _ = await house.app.state.services.access.create("ada", Plane.AGENT, Scopes())
    assert inspect(row).transient
