"""What a session offers as an MCP server: tools, a prompt, resources, and how to begin."""

from json import loads

import pytest
from mcp import MCPError
from mcp.types import TextContent, TextResourceContents

from domains.kit.domain import Domain
from domains.kit.tools import ToolKind
from tests.app.api.api_house import House, call
from tests.app.mcp.mcp_house import both_eras, one_database, seated

pytestmark = [pytest.mark.anyio, one_database]


@both_eras
async def test_the_tools_are_those_of_the_business_and_one_to_talk(
    house: House, library: Domain, task: str, mode: str
) -> None:
    async with seated(house, await house.open(task), mode=mode) as client:
        *tools, talk = (await client.list_tools()).tools

    for offered, own in zip(tools, library.tools, strict=True):
        assert (offered.name, offered.description, offered.input_schema) == (own.name, own.description, own.parameters)
        assert offered.annotations is not None
        assert offered.annotations.read_only_hint == (own.kind is ToolKind.READ and not own.ends_session)
    assert talk.name == "talk_to_customer"
    assert set(talk.input_schema["properties"]) == {"text"}


@both_eras
async def test_the_policy_is_a_prompt_and_a_resource(house: House, library: Domain, task: str, mode: str) -> None:
    async with seated(house, await house.open(task), mode=mode) as client:
        (prompt,) = (await client.list_prompts()).prompts
        (message,) = (await client.get_prompt(prompt.name)).messages
        (contents,) = (await client.read_resource("session://policy")).contents

    assert message.content == TextContent(text=library.policy)
    assert isinstance(contents, TextResourceContents)
    assert (contents.text, contents.mime_type) == (library.policy, "text/markdown")


@both_eras
async def test_the_conversation_is_a_resource_that_grows(house: House, task: str, mode: str) -> None:
    session = await house.open(task)
    async with seated(house, session, mode=mode) as client:
        (first,) = (await client.read_resource("session://conversation")).contents
        await house.step(session, call("search_books", {"words": "sea"}))
        (then,) = (await client.read_resource("session://conversation")).contents

    assert isinstance(first, TextResourceContents)
    assert isinstance(then, TextResourceContents)
    assert loads(first.text) == {
        "status": "open", "awaits": "agent", "step": 1, "end_reason": None, "messages": session["messages"][1:],
    }  # fmt: skip
    assert [message["role"] for message in loads(then.text)["messages"]] == ["user", "assistant", "tool"]


@both_eras
async def test_the_instructions_say_whom_one_serves_and_how_to_begin(
    house: House, library: Domain, task: str, mode: str
) -> None:
    async with seated(house, await house.open(task), mode=mode) as client:
        assert client.instructions is not None
        for word in (library.title, "session://policy", "session://conversation", "talk_to_customer"):
            assert word in client.instructions
        assert {resource.uri for resource in (await client.list_resources()).resources} == {
            "session://policy",
            "session://conversation",
        }


async def test_what_there_is_not_is_an_error_that_names_what_there_is(house: House, task: str) -> None:
    async with seated(house, await house.open(task)) as client:
        with pytest.raises(MCPError, match="`policy`"):
            await client.get_prompt("goal")
        with pytest.raises(MCPError, match="resources/list"):
            await client.read_resource("session://scenario")
