"""The shipping of a delivered order is not refunded, and must not be said to be; that of a cancelled one is."""

import pytest

from tests.domains.retail.talks import DELIVERED, HM, PENDING, RETURN, YES, Call, Turn, findings

CHECK = "amounts_are_so"
SAID = (
    "The mug makes $26.50, and you'd also get the $12.00 shipping back.",
    "You'd get the shipping back, too.",
    "$26.50 goes to your card when it arrives. On top of that, the $12.00 for express shipping gets refunded too.",
    "- Refund: $38.50, including the shipping you paid, to your card",
    "$38.50 (the $26.50 you paid plus the $12.00 shipping) goes to your card when it's here.",
    "The shipping costs will also be refunded.",
    "I'd refund the shipping as well.",
    "You'll get a refund of $38.50 including shipping.",
    "$38.50, shipping included, goes back to your card.",
    "If you return it, the delivery fee of $12.00 is refunded as well.",
)


def found(order: str, *turns: Turn) -> list[str]:
    return [str(one.actual) for one in findings(CHECK, order, *turns)]


@pytest.mark.parametrize("said", SAID)
def test_the_shipping_of_a_delivered_order_is_not_refunded(said: str) -> None:
    assert len(found(DELIVERED, said)) == 1
    assert found(DELIVERED, f"{said}\n\nShall I?", YES, RETURN, "Requested. Anything else?")


@pytest.mark.parametrize("said", SAID)
def test_that_of_a_pending_order_is(said: str) -> None:
    assert found(PENDING, said) == []


@pytest.mark.parametrize(
    "said",
    [
        "The refund is $26.50; the shipping isn't refunded.",
        "You paid $38.50 including $12.00 shipping, and $26.50 goes back to your card.",
        "The order came to $38.50, shipping included.",
        "Only what you paid for the items is refunded, not the shipping.",
        "$26.50 goes back to your card, without the shipping.",
        "If you'd cancelled it before, the shipping would have been refunded, too.",
        "Had it been cancelled, you'd have got the shipping back.",
        "On a cancellation the shipping is refunded as well, but this one is delivered.",
        "You asked whether the shipping is refunded: $26.50 is what comes back.",
        "Would you like to know whether the shipping is refunded?",
        "Do you mean the shipping that was refunded?",
        "You have 14 days from delivery and get your money back.",
        "You'll receive your refund within days of delivery, back on your card.",
        "The return label covers the shipping back to us.",
        "You get a label for shipping it back.",
        "You have 30 days from delivery to send it back.",
        "After delivery at our warehouse the $26.50 is refunded.",
        "Once the parcel is back with us, $26.50 is refunded; shipping it costs nothing.",
        "The refund of $26.50 comes 30 days after delivery.",
        "The delivery is confirmed, and $26.50 will be refunded.",
        "The refund covers $26.50 for the mug; as for the shipping, it stays paid.",
    ],
)
def test_the_shipping_may_be_spoken_of_in_any_manner(said: str) -> None:
    assert found(DELIVERED, said) == []
    assert found(DELIVERED, "Shall I?", YES, RETURN, said) == []


def test_it_can_be_taken_back() -> None:
    assert found(DELIVERED, SAID[0], HM, "Sorry, that was a mistake.") == []
    assert found(DELIVERED, SAID[0], HM, "To be clear, the shipping isn't refunded.") == []
    assert found(DELIVERED, SAID[0], HM, "Is there anything else?") == [SAID[0]]


def test_of_two_orders_the_one_that_is_named_counts() -> None:
    said = f"For {PENDING} you'd get the shipping back, so $318.50 in all."
    read = Call("get_order", {"order_id": DELIVERED})
    assert found(PENDING, read, said) == []
    assert found(PENDING, read, f"For {DELIVERED} you'd get the shipping back.")


def test_an_order_that_nobody_has_read_is_not_judged() -> None:
    assert found(DELIVERED, f"And for {PENDING} you'd get the shipping back.") == []


def test_what_may_be_about_a_pending_order_is_not_judged() -> None:
    read = Call("get_order", {"order_id": PENDING})
    assert found(DELIVERED, read, "You'd get the shipping back, too.") == []
