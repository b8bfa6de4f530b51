"""Differences of prices of which the agent tells: from today's price they must lead to one that is known."""

import pytest

from app.engine.events import EndReason
from app.grading.grader import grade
from domains.retail import DOMAIN
from tests.app.grading.bike_shop import Play
from tests.domains.retail.test_retail_amounts import TASK, checking

EMAIL, ORDER = "greta.montrose@inkwell.example", "R176515"
"""Slippers in grey, EU 38 for $27.52, and $12.00 for express; in EU 40 they are $31.25 today, in EU 38 $30.25."""


def found(*said: str) -> list[object]:
    play = Play("")
    play.state = DOMAIN.open_state("s1")
    play.customer(f"I am {EMAIL}, and it is about {ORDER}.")
    play.calls("find_customer_by_email", email=EMAIL)
    play.calls("get_order", order_id=ORDER).calls("get_product", product_id="P1221")
    for text in said:
        play.says(text).customer("Hm.")
    verdict = grade(TASK, play.end(EndReason.CUSTOMER_DONE), checking("amounts_are_so"))
    return [finding.actual for finding in verdict.findings if finding.where == "amounts_are_so"]


@pytest.mark.parametrize(
    "said",
    [
        "The house slippers in grey, EU 40 are $31.25 today and in stock. You paid $27.52, so the difference is $2.73.",
        "EU 40 costs $31.25, and you paid $27.52. That's a difference of $2.73.",
        "- Today's price: EU 40 is $31.25 now\n- You paid: $27.52\n- Difference: $2.73",
        "You paid $27.52; EU 40 costs $31.25, a $2.73 difference.",
        "In grey, EU 40 they cost $31.25 today, $2.73 more than you paid.",
        "They've gone up by $2.73 since you bought them: you paid $27.52, and it's $31.25 today.",
        "EU 40 costs $31.25 today. You paid $27.52, so the difference would be $4.73.",
    ],
)
def test_a_difference_must_be_that_of_the_prices(said: str) -> None:
    assert len(found(f"{said}\n\nShall I?")) == 1


@pytest.mark.parametrize(
    "said",
    [
        "The house slippers in grey, EU 40 are $31.25 today and in stock. You paid $27.52, so the difference is $3.73.",
        "EU 40 costs $31.25 today, $3.73 more than you paid.",
        "They've gone up by $2.73 since you bought them: you paid $27.52, and it's $30.25 today for your own size.",
        "They cost $31.25 today. You paid $39.52 in all with shipping, so the difference is $3.73.",
        "EU 40 is $31.25 today and EU 38 $30.25, a difference of $1.00.",
        "EU 40 is $31.25 today, $1.00 more than yours is now: yours, for which you paid $27.52, costs $30.25.",
        "Two pairs in EU 40 cost $62.50 today, $7.46 more than you paid for two.",
        "EU 40 costs $31.25 today and EU 42 $32.25; the difference to what you paid is $3.73 or $4.73.",
        "Rust in EU 40 costs $30.00 today and grey $31.25: the difference is $2.48 for rust and $3.73 for grey.",
        "EU 40 costs $31.25 today, so the difference isn't $2.73.",
        "It costs about $3 more today than you paid; exactly, EU 40 is $31.25 and the difference $3.73.",
        "If you had paid $28.52, the difference would be $2.73; EU 40 costs $31.25 today.",
        "EU 40 costs $31.25 today. Express shipping makes a difference of $7.50.",
        "You said that the difference is $2.73. EU 40 costs $31.25 today.",
        "EU 40 costs $31.25 now, and a gift card pays $2.00 of the difference of $3.73.",
    ],
)
def test_true_differences_in_any_manner_are_true(said: str) -> None:
    assert found(f"{said}\n\nShall I?") == []


def test_a_difference_can_be_corrected() -> None:
    wrong = "EU 40 costs $31.25 today. You paid $27.52, so the difference is $2.73. Shall I?"
    assert found(wrong, "Sorry, the difference is $3.73.") == []
    assert found(wrong, "Sorry, which card was it?") == ["$2.73"]


def test_a_difference_beside_a_price_that_nobody_has_looked_up_is_not_judged() -> None:
    assert found("They cost $77.77 today, and the difference is $2.73.") == []
