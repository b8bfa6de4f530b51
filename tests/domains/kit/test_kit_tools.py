"""Tools: what agents see of a function, and what happens to bad arguments."""

from dataclasses import replace
from typing import Annotated, Any

import jsonschema_rs
import pytest
from pydantic import BaseModel, Field

from domains.kit.changes import Actor
from domains.kit.records import JSON
from domains.kit.state import Context
from domains.kit.tools import Refused, Tool, Toolbox, ToolError, ToolKind, tool
from tests.domains.kit.sample import TOOLBOX, TOOLS, open_pantry, ponder, put_jar, read_jar, send_letter


class Branch(BaseModel):
    below: list["Branch"] = []


def test_the_schema_comes_from_the_signature() -> None:
    assert send_letter.openai == {
        "type": "function",
        "function": {
            "name": "send_letter",
            "description": "Send a letter about a jar.",
            "parameters": {
                "type": "object",
                "properties": {"jar_id": {"type": "string"}, "text": {"type": "string", "default": "Hello."}},
                "required": ["jar_id"],
                "additionalProperties": False,
            },
        },
    }


def test_nested_types_stand_in_the_schema_where_they_are_used() -> None:
    properties = ponder.parameters["properties"]
    assert properties["layers"]["items"]["properties"] == {
        "fruit": {"type": "string", "description": "What is in it."},
        "title": {"type": "integer", "default": 1, "description": "A field with the name of a schema keyword."},
    }
    assert properties["shelf"] == {"enum": ["low", "high"], "type": "string", "default": "low"}


@pytest.mark.parametrize("declared", TOOLS, ids=lambda declared: declared.name)
def test_every_schema_is_valid(declared: Tool) -> None:
    jsonschema_rs.meta.validate(declared.parameters)


def test_descriptions_of_parameters_come_from_their_annotation() -> None:
    @tool(ToolKind.READ)
    def look(context: Context, place: Annotated[str, Field(description="Where.", max_length=9)]) -> JSON:
        """Look there."""
        return place

    assert look.parameters["properties"]["place"] == {"type": "string", "description": "Where.", "maxLength": 9}


def test_a_tool_without_a_docstring_is_refused() -> None:
    def silent(context: Context) -> JSON:
        return None

    with pytest.raises(ToolError, match="silent needs a docstring"):
        tool(ToolKind.READ)(silent)


def test_a_parameter_without_a_type_is_refused() -> None:
    def vague(context: Context, thing) -> JSON:  # type: ignore[no-untyped-def]
        """Do something."""
        return thing

    with pytest.raises(ToolError, match="parameter thing needs a type"):
        tool(ToolKind.READ)(vague)


def test_a_parameter_that_takes_anything_is_refused() -> None:
    def greedy(context: Context, **things: str) -> JSON:
        """Take anything."""
        return things

    with pytest.raises(ToolError, match="things has no schema"):
        tool(ToolKind.READ)(greedy)


def test_arguments_that_contain_themselves_are_refused() -> None:
    @tool(ToolKind.READ)
    def climb(context: Context, branch: Branch) -> JSON:
        """Climb a tree."""
        return None

    with pytest.raises(ToolError, match="Branch contain themselves"):
        _ = climb.parameters


def test_two_tools_of_one_name_are_refused() -> None:
    with pytest.raises(ToolError, match="read_jar"):
        Toolbox((read_jar, put_jar, read_jar))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("{", "not a valid JSON object"),
        ("[" * 100_000, "not a valid JSON object"),
        ('{"jar_id": ' + "1" * 5000 + "}", "not a valid JSON object"),
        ('{"jar": {"grams": NaN}}', "not a valid JSON object"),
        ('{"jar": {"grams": 1e999}}', "not a valid JSON object"),
        ("[]", "an object was expected, not list"),
        ("null", "an object was expected, not NoneType"),
        ("{}", "jar_id: Field required"),
        ('{"jar_id": "j1", "size": 3}', "size: Extra inputs are not permitted"),
        ('{"jar_id": ["j1"]}', "jar_id: Input should be a valid string"),
        ('{"jar_id": "\\ud800"}', "surrogates not allowed"),
        ({"jar_id": None}, "jar_id: Input should be a valid string"),
    ],
)
def test_bad_arguments_come_back_as_an_error_that_says_what_is_wrong(arguments: Any, message: str) -> None:
    state = open_pantry()
    outcome = state.call("read_jar", arguments)
    assert outcome.is_error
    assert outcome.content.startswith("Error: ")
    assert message in outcome.content
    assert len(outcome.content) < 500
    assert state.changes() == []


def test_an_unknown_tool_comes_back_as_an_error_that_lists_the_tools() -> None:
    outcome = open_pantry().call("open_sesame", "{}")
    assert outcome.is_error
    assert "no tool named 'open_sesame'" in outcome.content
    assert "read_jar, list_jars" in outcome.content


def test_no_arguments_may_be_said_by_empty_text() -> None:
    assert open_pantry().call("leave", "").content == "closed"


def test_each_actor_has_its_own_tools() -> None:
    assert [declared.name for declared in TOOLBOX.callable_by(Actor.CUSTOMER)] == ["taste"]
    assert "taste" not in [declared.name for declared in TOOLBOX.callable_by(Actor.AGENT)]


def test_arguments_reach_the_function_as_typed_values() -> None:
    outcome = open_pantry().call("ponder", {"layers": [{"fruit": "fig"}], "shelf": "high"})
    assert outcome.content == "1 on high"


def test_a_refusal_is_what_the_tool_said() -> None:
    with pytest.raises(Refused, match="an object was expected"):
        read_jar.parse("3")
    assert open_pantry().call("drop_jar", {"jar_id": "j9"}).content == "Error: There is no jar j9."


def test_two_tools_of_one_name_and_one_of_the_name_that_agents_speak_by_are_refused() -> None:
    with pytest.raises(ToolError, match="must be unique: \\['read_jar'\\]"):
        Toolbox((read_jar, put_jar, read_jar))
    with pytest.raises(ToolError, match="no tool can be named talk_to_customer"):
        Toolbox((read_jar, replace(put_jar, name="talk_to_customer")))
