"""How answers are asked for under a schema."""

from typing import Any

import pytest

from app.models.schemas import is_strict

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
