"""Pieces of transcripts in words, and what a person types in a chat."""

import pytest

from app.cli.chatting import NotUnderstood, arguments_of
from app.cli.wording import call_text, change_text, reading_text, stopped_text, understood_text


def test_a_call_reads_like_a_call() -> None:
    assert call_text("cancel_order", {"order_id": "O1", "items": [1]}) == 'cancel_order(order_id="O1", items=[1])'


def test_an_update_shows_each_field_before_and_after() -> None:
    change = {"table": "orders", "key": "O1", "before": {"status": "open"}, "after": {"status": "cancelled"}}

    assert change_text(change) == 'orders/O1 status "open" -> "cancelled"'


def test_an_insert_and_a_delete_say_so() -> None:
    assert change_text({"table": "t", "key": "k", "before": None, "after": {"a": 1}}) == "t/k added: a 1"
    assert change_text({"table": "t", "key": "k", "before": {"a": 1}, "after": None}) == "t/k deleted"


def test_a_reading_names_acts_slots_and_values() -> None:
    reading = {"acts": ["REQUEST", "INFORM"], "slots": ["email"], "values": [{"kind": "money", "value": "1999"}]}

    assert reading_text(reading) == "INFORM, REQUEST email; values money $19.99"


def test_a_message_without_content_reads_as_such() -> None:
    assert reading_text({"acts": [], "values": [], "substantive": False}) == "nothing of substance"


def test_it_is_said_whose_reading_it_is_where_rules_and_a_model_have_read() -> None:
    reading = {"acts": ["HOLD"]}
    assert understood_text(reading) == "understood: HOLD"
    assert understood_text(reading | {"by": "model"}) == "understood by the model: HOLD"
    assert understood_text(reading | {"by": "rules"}) == "understood by the rules: HOLD"
    assert understood_text(reading | {"by": "both"}) == "understood by rules and model: HOLD"


def test_what_was_stopped_is_said_with_its_check_and_what_was_done() -> None:
    role = {"check": "role", "text": 'How can I "help"?', "instead": "again"}
    assert stopped_text(role) == r'role: "How can I \"help\"?" -> asked again'
    down = {"check": "model", "text": "timeout", "instead": "template"}
    assert stopped_text(down) == "no answer (timeout) -> a template spoke"
    early = {"check": "ending", "text": "Bye. " * 100, "instead": "mended"}
    assert len(stopped_text(early)) < 250
    assert stopped_text(early).endswith(' …" -> said without that')


def test_arguments_may_be_json_or_named_values() -> None:
    assert arguments_of('{"a": [1]}') == {"a": [1]}
    assert arguments_of('order_id=O1 reason="no longer needed" count=2') == {
        "order_id": "O1",
        "reason": "no longer needed",
        "count": 2,
    }
    assert arguments_of("") == {}


@pytest.mark.parametrize("typed", ["{", "order O1", 'a="b', "=3"])
def test_arguments_that_cannot_be_read_are_explained(typed: str) -> None:
    with pytest.raises(NotUnderstood, match=r"argument"):
        arguments_of(typed)
