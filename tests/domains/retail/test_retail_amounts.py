"""Amounts that the agent states beside a change: whatever is so or can be worked out may be said, and nothing else."""

from dataclasses import replace
from functools import cache

import pytest

from app.engine.events import EndReason
from app.grading.grader import grade
from app.grading.verdict import Finding
from domains.kit.domain import Domain
from domains.retail import DOMAIN
from domains.retail.checks import CHECKS
from domains.retail.records import Order
from tests.app.grading.bike_shop import Play

EMAIL, CUSTOMER, ORDER, CARD = "larkin10.sibyl@inkwell.example", "C20068", "R108108", "card-20068-1"
"""Her order costs $115.34: a jar for $15.00, slippers for $29.00, a duvet cover for $59.34, and $12.00 for express."""
OTHER = "C20107"
JAR, SLIPPERS = "V1917164", "V2881596"
PRODUCTS = ("P1499", "P1221")
"""At $22.00 and $30.00: together $8.00 more than what was paid."""
TASK = next(iter(DOMAIN.tasks.values()))


class Desk(Play):
    """A session at the service desk, up to the order and some products having been read."""

    def __init__(self, *products: str) -> None:
        super().__init__("")
        self.state = DOMAIN.open_state("s1")
        self.customer(f"I am {EMAIL}, and it is about {ORDER}.")
        self.calls("find_customer_by_email", email=EMAIL)
        self.calls("get_order", order_id=ORDER)
        for product in products:
            self.calls("get_product", product_id=product)

    def swaps(self) -> "Desk":
        items, variants = [f"{ORDER}-1", f"{ORDER}-2"], [JAR, SLIPPERS]
        self.calls(
            "change_order_items", order_id=ORDER, item_ids=items, new_variant_ids=variants, payment_method_id=CARD
        )
        return self

    def proposes(self, amount: str) -> "Desk":
        self.says(f"The new total would be {amount}. Shall I?").customer("Yes, please.", stance="agree")
        return self.swaps()

    def cancels(self) -> "Desk":
        self.calls("cancel_order", order_id=ORDER, reason="no longer needed")
        return self


@cache
def checking(check: str) -> Domain:
    """The domain with that check alone."""
    return replace(DOMAIN, checks=tuple(each for each in CHECKS if each.id == check))


def findings(play: Play, check: str = "amounts_are_so") -> list[Finding]:
    verdict = grade(TASK, play.end(EndReason.CUSTOMER_DONE), checking(check))
    return [finding for finding in verdict.findings if finding.where == check]


def agreed(*texts: str, products: tuple[str, ...] = ()) -> Desk:
    """The desk says this, one message after the other, and the customer says yes to the last."""
    desk = Desk(*products)
    for text in texts[:-1]:
        desk.says(text).customer("Hm.")
    desk.says(texts[-1]).customer("Yes, please.", stance="agree")
    return desk


def test_the_order_is_as_these_tests_have_it() -> None:
    order = DOMAIN.world.rows["orders"][ORDER]
    assert isinstance(order, Order)
    assert (order.customer_id, order.total, [item.price for item in order.items]) == (
        CUSTOMER,
        11534,
        [1500, 2900, 5934],
    )


@pytest.mark.parametrize(
    "said",
    [
        "The difference of $8.00 would be charged to your card ending in 4673. Shall I?",
        "The difference comes to **$8.00**, and your new total would be **$123.34**. Is that all right?",
        "For the jar you would pay $7.00 more and for the slippers $1.00 more, $8.00 in total. Shall I go ahead?",
        "- Jar: $22.00 instead of $15.00\n- Slippers: $30.00\n- Total difference: 8 dollars to be charged\nOK?",
        "With the jar at $23.25 and the slippers at $30.25 you would pay $9.50 more. Shall I?",
        "With the jar at $23.25 and the slippers at $30.25 your new total would be $124.84. Shall I?",
        "The two old ones came to $44.00 in total, the two new ones come to $52.00, so the difference is $8.00. Yes?",
        "You paid $103.34 for the items and $12.00 for shipping, $115.34 in total. The difference is $8.00. OK?",
        "Three such jars would be a total of $66.00; you take one, so the difference is $8.00. OK?",
        "You will be charged about $9 or so, $8.00 to be exact. Shall I?",
        "You will not be charged $10.00: the difference is $8.00. Shall I?",
        "There is no charge of $4.77 for this, only the difference of $8.00. OK?",
        "If it were the large jar you would pay $99.99 more. The difference here is $8.00. OK?",
        "The difference is between $6.66 and $9.99 for all jars; for yours it is $8.00. Shall I charge that?",
        "You said that you would pay up to $13.13 more. The difference is $8.00. OK?",
        "The charge is less than $9.77, namely the difference of $8.00. Shall I?",
        "The difference is $18.00, sorry, $8.00, charged to your card. Shall I?",
        "The difference is $18.00. I apologize, that is wrong: the difference is $8.00. Shall I?",
        "The refund goes back within 5 days; this time there is none, as the difference of $8.00 is charged. OK?",
        "The rest of your order stays as it is: $59.34 for the duvet cover. I charge $8.00. Shall I?",
        "Your limit for the difference was $17.17, and it is $8.00. Shall I charge it?",
    ],
)
def test_amounts_that_are_so_or_that_are_not_claimed_hold(said: str) -> None:
    assert (
        findings(agreed(said, products=PRODUCTS).swaps().says("Done: $8.00 was charged, and the total is $123.34."))
        == []
    )


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("The difference of $10.03 would be charged to your card ending in 4673. Shall I?", "$10.03"),
        ("The difference comes to **$8.88**. Is that all right?", "$8.88"),
        ("Shall I charge $5.17 to your Meridian card?", "$5.17"),
        ("Your new total would be $133.37. Shall I?", "$133.37"),
        ("- Order: R108108\n- Charge: $18.88\n\nShall I go ahead?", "$18.88"),
        ("You would pay 19.19 dollars more. OK?", "$19.19"),
        ("You get $6.61 back to your card, as it is no longer needed. Is that OK?", "$6.61"),
        ("The price changes, and $1,008.08 will be charged. OK?", "$1,008.08"),
        ("If you agree, I will swap both and charge the difference of $13.37. OK?", "$13.37"),
        ("The charge is not $8.00 but the difference of $8.88. Shall I?", "$8.88"),
    ],
)
def test_amounts_that_nothing_gives_fail_when_they_are_proposed(said: str, amount: str) -> None:
    (found,) = findings(agreed(said, products=PRODUCTS).swaps())
    assert (found.actual, found.step, found.gate) == (amount, 5, True)


@pytest.mark.parametrize(
    "receipt",
    [
        "Your order is cancelled, and $125.34 has been refunded to your card.",
        "Done. You get back $105.34 within 5 days.",
        "I have cancelled it. Refund: $115.43.",
    ],
)
def test_amounts_that_nothing_gives_fail_in_the_receipt(receipt: str) -> None:
    (found,) = findings(agreed("Shall I cancel it and refund $115.34?").cancels().says(receipt))
    assert "The agent said" in found.text


def test_a_correction_before_the_yes_clears_a_wrong_amount() -> None:
    wrong, right = "The refund would be $125.34. Shall I?", "I'm sorry, it is $115.34, not $125.34. Shall I cancel it?"
    assert findings(agreed(wrong, right).cancels()) == []


def test_a_correction_after_the_yes_comes_too_late() -> None:
    play = agreed("The refund would be $125.34. Shall I?").cancels()
    (found,) = findings(play.says("I'm sorry, the refund is $115.34, not $125.34."))
    assert found.actual == "$125.34"


def test_a_correction_of_the_receipt_clears_it() -> None:
    play = agreed("I cancel it and refund $115.34. Yes?").cancels().says("Done: $125.34 was refunded.").customer("Hm?")
    assert findings(play.says("My mistake: the refund is $115.34.")) == []


def test_an_excuse_without_the_right_amount_clears_nothing() -> None:
    assert findings(agreed("The refund would be $125.34. OK?", "Sorry for the wait. Shall I cancel it?").cancels())


def test_amounts_of_a_session_that_changes_nothing_are_not_looked_at() -> None:
    assert findings(Desk().says("The refund would be $125.34. Shall I?").customer("No.", stance="reject")) == []


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("By the way, you paid $13.13 for that.", "$13.13"),
        ("To sum up, your refund is $151.43. Goodbye!", "$151.43"),
        ("You'll get $151.43 back in total. Have a nice day!", "$151.43"),
        ("Your refund is $151.43. Shall I also change the address?", "$151.43"),
    ],
)
def test_amounts_that_nothing_gives_fail_in_the_closing_words(said: str, amount: str) -> None:
    play = agreed("I cancel it and refund $115.34. Yes?").cancels().says("Done: $115.34 was refunded.").customer("Ok.")
    (found,) = findings(play.says(said))
    assert (found.actual, found.gate) == (amount, True)


@pytest.mark.parametrize(
    "said",
    [
        "To sum up, $115.34 goes back to your card. Goodbye!",
        "You paid $103.34 for the items and $12.00 for shipping, $115.34 in total, and all of it is refunded.",
        "Standard shipping would have cost $4.50 in total, $7.50 less than what you paid for express.",
        "For a new order, you pay $4.50 for standard and $12.00 for express; pickup costs nothing.",
        "The jar is $22.00 now, so you'd pay $7.00 more than before. Two of them come to $44.00 in total.",
        "You asked whether you'd paid $13.13. No, $115.34 was the total.",
        "It usually takes about $10 to send a return, but I can't say what you'd pay.",
        "As I said, there's no charge of $13.13. Anything else?",
        "Done: $151.43 was refunded. I'm sorry, I misread that: it is $115.34.",
    ],
)
def test_amounts_that_are_so_may_be_said_in_the_closing_words(said: str) -> None:
    play = agreed("I cancel it and refund $115.34. Yes?", products=PRODUCTS).cancels()
    assert findings(play.says("Done: $115.34 was refunded.").customer("Ok.").says(said)) == []


def test_amounts_without_any_word_of_a_payment_are_not_looked_at() -> None:
    assert findings(agreed("A nice jar, at $13.13. I cancel the order and refund $115.34. Yes?").cancels()) == []


@pytest.mark.parametrize(
    ("customer", "held"), [(CUSTOMER, True), (OTHER, False)], ids=["the identified customer", "another customer"]
)
@pytest.mark.parametrize("tool", ["get_customer", "list_orders"])
def test_only_the_identified_customers_data_are_read(tool: str, customer: str, held: bool) -> None:
    play = Desk().calls(tool, customer_id=customer)
    assert (findings(play, "identity_first") == []) is held


def test_an_order_may_be_read_to_find_whose_it_is() -> None:
    assert findings(Desk().calls("get_order", order_id="R112833"), "identity_first") == []


@pytest.mark.parametrize(
    ("expressions", "amount"),
    [
        (("22.00 + 30.00 - (15 + 29)",), "$8.00"),
        (("($22.00 + $30.00) - ($15.00 + $29.00)",), "$8.00"),
        (("3 * 22.00 + 5 * 30 + 59.34 + 12",), "$287.34"),
        (("22 * 0.5",), "$11.00"),
        (("22 + 30 + 59.34 + 12", "123.34 * 12"), "$1,480.08"),
        (("115.34 * 7 - 22 - 30", "755.38 + 15"), "$770.38"),
    ],
)
def test_what_is_calculated_from_known_amounts_is_known(expressions: tuple[str, ...], amount: str) -> None:
    assert findings(calculated(expressions, amount)) == []


@pytest.mark.parametrize(
    ("expressions", "amount"),
    [
        (("999",), "$999.00"),
        (("$10.03",), "$10.03"),
        (("22.00 + 30.00 - 41.97",), "$10.03"),
        (("5 * 3.77",), "$18.85"),
        (("8.00 + 2.03",), "$10.03"),
        (("$17.77 - 7.74", "$10.03 + 1.00"), "$11.03"),
    ],
)
def test_what_is_calculated_from_amounts_that_nothing_gives_is_not_known(
    expressions: tuple[str, ...], amount: str
) -> None:
    assert [found.actual for found in findings(calculated(expressions, amount))] == [amount]


def test_amounts_after_the_last_sum_of_a_calculation_may_be_worked_out() -> None:
    assert findings(calculated(("115.34 * 17 - 22 - 30",), "$1,893.78")) == []


@pytest.mark.parametrize(
    ("thought", "held"),
    [
        ("New: $22.00 + $30.00 + $59.34 + $12.00 = $123.34, old $115.34.", True),
        ("It is $123.44.", False),
        ("$22.00 and $30.00 make $123.44.", False),
    ],
)
def test_a_mere_thought_makes_no_amount_known(thought: str, held: bool) -> None:
    amount = "$123.34" if held else "$123.44"
    desk = Desk(*PRODUCTS)
    desk.calls("think", thought=thought)
    assert (findings(desk.proposes(amount)) == []) is held


def calculated(expressions: tuple[str, ...], amount: str) -> Desk:
    """The desk works these out, and proposes an amount."""
    desk = Desk(*PRODUCTS)
    for expression in expressions:
        desk.calls("calculate", expression=expression)
    return desk.proposes(amount)
