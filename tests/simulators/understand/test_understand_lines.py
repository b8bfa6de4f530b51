"""Messages as JSON lines."""

import json

import pytest

from simulators.understand.general import GENERAL
from simulators.understand.lines import MalformedLine, read_lines


def test_a_line_gives_acts_slots_and_values() -> None:
    line = json.dumps({"id": "a", "text": "The fee is $40. What is your email?"})
    assert list(read_lines([line, "\n"])) == [
        {
            "id": "a",
            "acts": ["INFORM", "REQUEST"],
            "slots": ["email"],
            "values": [{"kind": "money", "value": "4000", "slot": None}],
        }
    ]


@pytest.mark.parametrize(
    "lexicon",
    [
        GENERAL.model_dump(mode="json"),
        {"order_id": "order number", "email": ["e-mail"]},
        {"order_id": ["number of your order", "order number"]},
        ["email", "order_id"],
    ],
)
def test_a_lexicon_may_come_in_any_of_its_forms(lexicon: object) -> None:
    line = json.dumps({"id": 1, "text": "What is your order number?", "lexicon": lexicon})
    assert next(read_lines([line]))["slots"] == ["order_id"]


def test_a_key_that_the_general_lexicon_lacks_is_asked_for_by_its_words() -> None:
    line = json.dumps({"id": 1, "text": "What is your shoe width?", "lexicon": ["shoe_width", "email"]})
    assert next(read_lines([line]))["slots"] == ["shoe_width"]


@pytest.mark.parametrize(
    "line",
    ["{", "[]", '{"id": 1}', '{"text": "x"}', '{"id": 1, "text": 5}', '{"id": 1, "text": "x", "lexicon": 7}',
     '{"id": 1, "text": "x", "lexicon": [1]}', '{"id": 1, "text": "x", "lexicon": {"slots": [{"key": 1}]}}',
     '{"id": 1, "text": "x", "lexicon": {"a": 1}}'],
)  # fmt: skip
def test_a_malformed_line_is_named_by_its_number(line: str) -> None:
    with pytest.raises(MalformedLine, match="line 2"):
        list(read_lines(['{"id": 0, "text": "Hello"}', line]))
