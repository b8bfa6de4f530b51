"""What agents tell of the rules: how long something is possible, how often, and what is free."""

import pytest

from tests.domains.retail.talks import (
    ADDRESS,
    CARD,
    DELIVERED,
    HM,
    ON_ITS_WAY_BACK,
    PAYMENT,
    PENDING,
    REDIRECT,
    RETURN,
    SPLIT,
    TO_EXPRESS,
    YES,
    Call,
    Customer,
    Turn,
    findings,
)

CHECK = "rules_are_so"
ITEMS = Call(
    "change_order_items",
    {
        "order_id": PENDING,
        "item_ids": [f"{PENDING}-1"],
        "new_variant_ids": ["V6673977"],
        "payment_method_id": CARD,
    },
)
EXCHANGE = Call(
    "exchange_items",
    {
        "order_id": DELIVERED,
        "item_ids": [f"{DELIVERED}-1"],
        "new_variant_ids": ["V5234044"],
        "payment_method_id": CARD,
    },
)


def found(order_id: str, *turns: Turn) -> int:
    return len(findings(CHECK, order_id, *turns))


@pytest.mark.parametrize(
    "said",
    [
        "Unfortunately returns are only possible within 10 days of delivery, so I can't take it back.",
        "Once it has been delivered, you can return it within three weeks.",
        "Our 60-day return window is still open.",
        "The return period is 20 days.",
        "Returns are accepted up to 60 days after delivery.",
        "You have 21 days from delivery to exchange it.",
        "Unfortunately it's more than 10 days since then, so it can't be returned any more.",
        "It arrived over a week ago, more than seven days, so I can't take a return.",
    ],
)
def test_a_term_must_not_be_told_with_other_days(said: str) -> None:
    assert found(DELIVERED, said) == 1


@pytest.mark.parametrize(
    "said",
    [
        "Returns are possible within 30 days of delivery.",
        "One small correction: returns are possible for 30 days after the delivery, not 60.",
        "Returns aren't possible for 60 days after delivery, only for a shorter time.",
        "It was delivered 17 days ago, so you can return it within the next 13 days.",
        "Returns are possible for this order for 13 days after today.",
        "You have 13 days left to return it.",
        "It's more than 45 days since it was delivered, so it can't be returned any more.",
        "It was placed more than 10 days ago, so it can't be cancelled.",
        "You said that returns are possible within 60 days of delivery.",
        "Is it true that returns are possible within 60 days of delivery? No.",
        "Once we've received the return, the refund is with you within 5 days of its arrival.",
        "It should be delivered within 5 days. You can return it after that.",
        "Returns are possible within 60 days of delivery. Correction: it's 30 days.",
        "Returns are possible within 60 days of delivery. Sorry, I was wrong about that.",
        "Please send it back within 14 days.",
        "Returns are possible for about four weeks after delivery, that is, for 30 days.",
        "Returns are possible within four weeks of delivery.",
        "Exchanges take up to 10 days after the arrival of the goods.",
    ],
)
def test_other_numbers_of_days_are_let_be(said: str) -> None:
    assert found(DELIVERED, said) == 0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (SPLIT, "You can still change the payment afterwards if you like. Shall I do that?"),
        (SPLIT, "Should you want to change the payment again later, that's no problem. Shall I go ahead?"),
        (ITEMS, "If you think of another change to its options, just write again before it ships. Shall I?"),
        (ITEMS, "The size can be changed again later. Shall I go ahead?"),
        (TO_EXPRESS, "You can change the shipping again any time. Shall I go ahead?"),
        (EXCHANGE, "If you change your mind within 30 days you can exchange it once more. Shall I go ahead?"),
        (RETURN, "You could also be given another one. You can return it again. Shall I go ahead?"),
        (REDIRECT, "The refund can be redirected again. Shall I go ahead?"),
    ],
)
def test_what_is_done_once_must_not_be_said_to_be_possible_again(change: Call, said: str) -> None:
    order_id = str(change.arguments["order_id"])
    assert found(order_id, said, YES, change) == 1
    assert found(order_id, "Shall I?", YES, change, said) == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (SPLIT, "Please note that you can't change the payment afterwards."),
        (SPLIT, "You can still change the shipping afterwards."),
        (SPLIT, "The address can be changed again later."),
        (SPLIT, "For your other order you can change the payment again later."),
        (SPLIT, "You can change the payment of R798281 again later."),
        (SPLIT, "You can change the payment later only if you don't split it."),
        (SPLIT, "You can change the payment again. Sorry, that was a mistake."),
        (SPLIT, "You can change the payment again. No, once it has been split it can't be changed again."),
        (ITEMS, "If the size doesn't fit later, you can exchange it once it has been delivered."),
        (SPLIT, "Even after the payment you can change the address again later."),
        (ITEMS, "The shipping of these items can be changed later."),
        (ITEMS, "You have the options to change the shipping or the address later."),
        (ITEMS, "If you think of anything else, just write again."),
        (ITEMS, "Can the size be changed again later? No."),
        (TO_EXPRESS, "Shipping can be changed only once, so it can't be changed again."),
        (EXCHANGE, "You can just write again if there is anything else."),
        (RETURN, "If the label doesn't reach you, just write again and I'll send it to you."),
        (RETURN, "Just write if you need the label again, and return it with that."),
        (TO_EXPRESS, "If the status of the shipping changes, you can write to us again."),
        (TO_EXPRESS, "For shipping, just write again; the address may be changed until then."),
        (RETURN, "You can also return it later, up to April 27."),
        (PAYMENT, "You can change the payment again later."),
        (ADDRESS, "You can change the address again later."),
    ],
)
def test_what_is_possible_again_may_be_told(change: Call, said: str) -> None:
    order_id = str(change.arguments["order_id"])
    assert found(order_id, f"{said} Shall I go ahead?", YES, change) == 0
    assert found(order_id, "Shall I?", YES, change, said) == 0


def test_another_order_may_be_changed_after_one() -> None:
    other = Customer("And what about R798281?")
    assert found(PENDING, "Shall I?", YES, SPLIT, "Done.", other, "You can change the payment again later.") == 0
    assert found(PENDING, "You can change the payment again later.", HM, "Shall I?", YES, SPLIT) == 0


@pytest.mark.parametrize(
    "said",
    [
        "An order of that size would ship free, by the way.",
        "Orders over $100 are shipped for free.",
        "Shipping is free for this order.",
        "The black one can only be changed to another size of the same colour.",
        "Stoneware isn't in stock, I'm sorry, and a bowl can only be changed to another size of the same material.",
        "A bowl can only be exchanged for another size in the same material.",
    ],
)
def test_rules_that_there_are_not_must_not_be_told(said: str) -> None:
    assert found(PENDING, said) == 1


@pytest.mark.parametrize(
    "said",
    [
        "Your order can be picked up in Ashmere. Shipping is free for this order.",
        "Pickup is free, and so is shipping to a pickup point; the shipping is free then.",
        "Shipping is not free for this order.",
        "Shipping would be free with pickup.",
        "Your order ships tomorrow. Feel free to write again.",
        "You read that shipping is free for this order?",
        "The return shipping is free.",
        "It can only be changed to another size of the same colour if the others are sold out, but they are not.",
        "It can only be changed to another variant of the same product.",
        "Shipping is free for this order. Sorry, that was a mistake.",
    ],
)
def test_rules_that_there_are_may_be_told(said: str) -> None:
    assert found(PENDING, said) == 0


def test_terms_are_those_of_the_order_that_was_read() -> None:
    assert found(ON_ITS_WAY_BACK, "Returns are possible within 14 days of delivery.") == 1
