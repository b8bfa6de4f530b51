"""What is misplaced in answers is put in its place, and nothing else is touched."""

from json import dumps
from typing import Any

import pytest

from app.models.answers import calls_in_text
from app.models.schemas import is_strict

NAMES = frozenset({"find", "cancel"})
FIND = ("find", {"id": 7})


@pytest.mark.parametrize(
    "text",
    [
        '{"name": "find", "arguments": {"id": 7}}',
        ' {"name": "find", "parameters": {"id": 7}}\n',
        '```json\n{"name": "find", "arguments": {"id": 7}}\n```',
        '[{"name": "find", "arguments": {"id": 7}}]',
        '<tool_call>\n{"name": "find", "arguments": {"id": 7}}\n</tool_call>',
        '<tool_call>{"name": "find", "arguments": {"id": 7}}',
    ],
)
def test_a_call_that_is_all_that_is_said_is_found(text: str) -> None:
    assert calls_in_text(text, NAMES) == [FIND]


def test_several_calls_are_found_in_their_order() -> None:
    one, two = (dumps({"name": name, "arguments": {"id": 7}}) for name in ("find", "cancel"))
    found = [FIND, ("cancel", {"id": 7})]
    assert calls_in_text(f"[{one}, {two}]", NAMES) == found
    assert calls_in_text(f"<tool_call>{one}</tool_call>\n<tool_call>{two}</tool_call>", NAMES) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I shall find it.",
        '{"id": 7}',
        '{"name": "sell", "arguments": {}}',
        '{"name": "find"}',
        '{"name": "find", "arguments": "7"}',
        'I do this: {"name": "find", "arguments": {"id": 7}}',
        'One moment. <tool_call>{"name": "find", "arguments": {"id": 7}}</tool_call>',
        "<tool_call>find</tool_call>",
        "[]",
        "7",
    ],
)
def test_other_texts_are_texts(text: str) -> None:
    assert calls_in_text(text, NAMES) == []


CLOSED = {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": False}


@pytest.mark.parametrize(
    ("schema", "strict"),
    [
        (CLOSED, True),
        ({"type": "array", "items": CLOSED}, True),
        ({**CLOSED, "required": []}, False),
        ({**CLOSED, "additionalProperties": True}, False),
        ({**CLOSED, "properties": {"a": {"type": "object"}}}, False),
        ({"type": "array", "items": {"type": "object", "properties": {}}}, False),
        ({**CLOSED, "properties": {"a": {"anyOf": [CLOSED, {"type": "object"}]}}}, False),
    ],
)
def test_only_schemas_that_are_closed_throughout_are_asked_for_strictly(schema: dict[str, Any], strict: bool) -> None:
    assert is_strict(schema) is strict
