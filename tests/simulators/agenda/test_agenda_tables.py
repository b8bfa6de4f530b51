"""Tables that show what is sold out: who sees it there does not ask for it."""

import pytest

from domains.kit.records import JSON
from simulators.protocol import Reply
from tests.simulators.agenda.retail_shop import EXCHANGE, moves_of, replies_to, shopper

BOWL: JSON = {
    "id": "exchange",
    "action": "change_order",
    "intent": ["I picked the wrong version of something in my order."],
    "wants": [
        {
            "key": "item_choice",
            "kind": "choice",
            "value": "mixing bowl",
            "say": ["mixing bowl"],
            "among": ["power bank"],
        },
        {
            "key": "option_choice",
            "kind": "choice",
            "value": "stoneware",
            "say": ["stoneware"],
            "among": ["glass", "steel"],
        },
        {
            "key": "option_choice",
            "kind": "choice",
            "value": "3 litre",
            "say": ["3 litre"],
            "among": ["2 litre", "5 litre"],
        },
    ],
    "branches": [{"on": "unavailable", "then": "abandon"}],
}
GRID = """| | 2 litre | 3 litre | 5 litre |
|---|---|---|---|
| Glass | $27.00 | {glass} | $36.00 |
| **Stoneware** | {two} | {three} | $37.50 |"""
LIST = """| Version | Price | Stock |
|:--|--:|---|
| stoneware, 2 litre | $28.50 | {two} |
| stoneware, 3 litre | $32.50 | {three} |"""


def answer(table: str, **cells: str) -> Reply:
    """What somebody says who has named the item, and is shown this table."""
    shown = table.format(**{"glass": "$31.50", "two": "$28.50", "three": "$32.50"} | cells)
    return replies_to(
        shopper(BOWL), "Which item is it?", f"Here is what there is:\n\n{shown}\n\nWhich would you like?"
    )[-1]


@pytest.mark.parametrize("table", [GRID, LIST])
@pytest.mark.parametrize(
    "sold_out", ["sold out", "out of stock", "*unavailable*", "not available", "currently sold out"]
)
def test_who_sees_that_it_is_sold_out_says_what_it_was_to_be_and_lets_it_go(table: str, sold_out: str) -> None:
    reply = answer(table, three=sold_out)
    assert moves_of(reply)[:2] == ["only_that", "abandon"]
    assert "stoneware and 3 litre" in (reply.text or "")


@pytest.mark.parametrize(("table", "other"), [(GRID, "two"), (GRID, "glass"), (LIST, "two")])
def test_what_else_is_sold_out_does_not_matter(table: str, other: str) -> None:
    reply = answer(table, **{other: "sold out"})
    assert moves_of(reply) == ["want"]
    assert "3 litre" in (reply.text or "")


def test_what_was_asked_for_already_is_let_go_without_saying_it_again() -> None:
    table = LIST.format(two="$28.50", three="sold out")
    reply = replies_to(shopper(BOWL), "Which item, and which version instead?", table)[-1]
    assert moves_of(reply)[0] == "abandon"


def test_a_row_of_the_thing_with_other_options_is_not_about_the_wish() -> None:
    table = "| Item | Options | Stock |\n|---|---|---|\n| bath towel | coral, large | sold out |"
    reply = replies_to(shopper(EXCHANGE), "Which item is it?", f"{table}\n\nWhich one would you like?")[-1]
    assert "abandon" not in moves_of(reply)
