"""What the agent says right after a change that it has refunded or charged: amounts of its order, and of others."""

from dataclasses import replace

import pytest

from app.engine.events import EndReason
from app.grading.grader import grade
from app.grading.verdict import Finding
from domains.kit.checks import JSONObject
from domains.retail import DOMAIN
from domains.retail.checks import CHECKS
from domains.retail.records import Customer, Order
from tests.app.grading.bike_shop import Play

DESK = replace(DOMAIN, checks=tuple(check for check in CHECKS if check.id == "amounts_are_so"))
CUSTOMER, CARD, GIFT_CARD, WALLET = "C21885", "card-21885-1", "gift-21885", "wallet-21885"
Said = tuple[str, str]
ORDERS = ("R323838", "R537649", "R740681", "R902934", "R798281")
LAMP, BRASS_LAMP = "P1528", "V2775761"
CHANGES: dict[str, tuple[str, JSONObject]] = {
    "return": (
        "return_items",
        {"order_id": "R323838", "item_ids": ["R323838-1", "R323838-2"], "payment_method_id": CARD},
    ),
    "cancel": ("cancel_order", {"order_id": "R537649", "reason": "no longer needed"}),
    "shipping": (
        "change_order_shipping",
        {"order_id": "R537649", "shipping_method": "express", "payment_method_id": CARD},
    ),
    "exchange": (
        "exchange_items",
        {
            "order_id": "R323838",
            "item_ids": ["R323838-2"],
            "new_variant_ids": [BRASS_LAMP],
            "payment_method_id": CARD,
        },
    ),
    "redirect": ("redirect_refund", {"order_id": "R740681", "payment_method_id": GIFT_CARD}),
    "split": (
        "split_order_payment",
        {"order_id": "R537649", "gift_card_id": GIFT_CARD, "gift_card_amount": "$50.00", "payment_method_id": CARD},
    ),
    "payment": ("change_order_payment", {"order_id": "R537649", "payment_method_id": WALLET}),
    "address": (
        "change_order_address",
        {"order_id": "R537649", "street": "12 Kiln Road", "city": "Ashmere", "postcode": "10442"},
    ),
}
SO = {
    "return": (
        "Done! $192.45 will be refunded to your Meridian card once the items arrive.",
        "The return is registered. The refund of $192.45 has been issued to your Meridian card.",
        "I've refunded $60.95 for the trousers and $131.50 for the lamp, $192.45 in total.",
        "Your return is set up: $192.45 is refunded to your Meridian card when the parcel arrives.",
        "- Refunded: **$192.45**\n- To: your Meridian card",
        "I've credited $60.95, the price of the trousers, as part of the $192.45.",
        "Done. You were charged $225.50 for your other order, and that one stays as it is. $192.45 is being refunded.",
        "Done: $192.45 is refunded. The $26.50 for the tote bag was charged to your wallet and is not part of this.",
        "Done. As for order R902934, $26.50 was charged to your wallet for it.",
        "Done. For order R740681, a refund of $32.37 has been issued for the pillow.",
        "Done. Your earlier refund of $32.37 was credited separately.",
        "Done. The refund of $32.37 was credited on April 10.",
        "Done. The shipping of $0.00 is not refunded, $192.45 is.",
        "The return has been requested. Nothing was charged, and $192.45 has been credited to your card.",
        "Done; the amount you were charged for the order, $192.45, is refunded in full.",
        "Done. If the trousers are damaged, $131.50 is refunded.",
        "Done. About $190 has been refunded.",
        "I have not refunded $225.50, but $192.45.",
        "Done. You get $192.45 back, and a refund of $192.45 has been processed.",
        "I've set up the return. Refund: $192.45, credited to your card ending in 1877.",
        "Great news: your return went through. $192.45 has been credited back to the Meridian card ending in 1877.",
        "The lamp ($131.50) and the trousers ($60.95) are refunded, that's $192.45.",
        "Your return is requested. Of the orders that you have, the second one was charged $318.50.",
        "Done. The $318.50 charged on Monday stays charged.",
        "Done, you'll be refunded $192.45. Your pending order has been charged $318.50 already.",
        "Done. Your open order was charged $318.50, and I can cancel it.",
        "Done. $192.45 is refunded. For the pending order, $318.50 was charged. Shall I cancel it?",
        "Done. The runners order was charged $225.50.",
    ),
    "cancel": (
        "Your order is cancelled, and $318.50 has been refunded to your Meridian card.",
        "Order R537649 has been cancelled. Refunded to your card: $318.50.",
        "Cancelled. I've refunded $314.00 for the items and $4.50 for the shipping.",
        "Cancelled. You've been refunded $318.50: $39.75, $37.25, $189.25 and $47.75, and $4.50 for the shipping.",
        "Cancelled. $189.25 has been refunded for the parka alone, and $318.50 in all.",
        "Done. $77.00 for shorts and mat, $189.25 for the parka, $47.75 for the chair and $4.50 have been credited.",
        "Cancelled, $318.50 has been refunded. Next, your order R798281: it was charged $225.50 and is on its way.",
        "Cancelled. $318.50 has been credited; the fee of $0.00 was charged.",
        "Cancelled. $318.50 has been refunded. Did you mean that $225.50 was charged twice?",
        "Your refund of $318.50 has been processed. The $225.50 charged for the order that has left is not affected.",
        "Done: the items ($314.00) and shipping ($4.50) have been refunded.",
        "Cancelled and refunded: $318.50. Shall I look at the runners, which were charged at $101.75, too?",
        "Cancelled, $318.50 refunded. The order with the coffee grinder was charged $225.50 and cannot be cancelled.",
        "Your refund of $318.50 has been processed. $225.50 has been charged for the order that is on its way.",
    ),
    "shipping": (
        "Done: $7.50 has been charged to your Meridian card, and the new total is $326.00.",
        "The shipping is express now. I've charged the difference of $7.50 ($12.00 less the $4.50 that you had paid).",
        "Express costs $12.00; as $4.50 was charged at the start, $7.50 has been charged now.",
        "Done. In total you have been charged $326.00 for this order.",
        "Done. The difference charged is $7.50.",
        "Done, $7.50 charged. Your new total of $326.00 has been charged to the same card.",
    ),
    "exchange": (
        "Exchanged! The difference of $12.25 has been refunded to your Meridian card.",
        "The exchange is requested. The new lamp costs $119.25 instead of $131.50, so $12.25 has been credited.",
        "I've credited $131.50 for the white lamp and charged $119.25 for the brass one.",
        "Done: $12.25 was refunded. The trousers for $60.95 stay with you.",
        "Done: $12.25 was refunded, so that the order comes to $180.20, which is what has been charged in the end.",
        "Done. You have been credited $12.25, the difference of $131.50 and $119.25.",
    ),
    "redirect": (
        "Done. The refund of $32.37 has been redirected, and will be credited to your gift card.",
        "Done: $32.37 is credited to your gift card on arrival, which will then hold $222.37.",
        "Done. $32.37 is credited to your gift card when the pillow arrives. The speaker for $71.40 is not part of it.",
        "Done. Once it has arrived, $222.37 is what your gift card has been credited to.",
        "Done. The refund of $32.37 was to be credited to your card and now goes to your gift card.",
    ),
    "split": (
        "Done: $50.00 was charged to your gift card, and $268.50 stays on your Meridian card.",
        "The payment is split. $50.00 has been charged to the gift card and $50.00 refunded to the Meridian card.",
        "Done. Your gift card has been charged $50.00, which leaves $140.00 on it.",
        "Done. $318.50 has been charged in two parts: $50.00 to the gift card and $268.50 to the Meridian card.",
        "Done. $140.00 remain on your gift card after $50.00 was charged.",
        "Done. The Meridian card was charged $318.50 in the beginning and has now been refunded $50.00.",
    ),
    "payment": (
        "Done. $318.50 has been charged to your PayNest wallet and refunded to your Meridian card.",
        "Done: your wallet was charged $318.50, shipping of $4.50 included.",
        "The whole $318.50 ($314.00 for the items) has been charged to the wallet.",
        "Done: charged to the wallet $318.50, credited to the card $318.50.",
    ),
    "address": (
        "Done, the address has been changed, and nothing was charged. By the way, $225.50 was charged for the runners.",
        "Done. No money has been charged or refunded for it; the order was charged $318.50.",
    ),
    "return+cancel": ("Both are done. In total $510.95 has been refunded: $192.45 and $318.50.",),
}
"""What honest agents say of the change, its parts, and other orders."""
NOT_SO = {
    "return": (
        "Done. I've refunded $225.50 to your Meridian card.",
        "The return is registered, and $103.77 has been refunded to your Meridian card.",
        "Your return has been requested. The refund of $225.50 has been issued.",
        "- Refunded: **$225.50**\n- To: your Meridian card",
        "I've processed a refund of $318.50 to your card.",
        "Done! $26.50 was credited to your card.",
        "I've refunded $192.45 for the return and credited $101.75 on top.",
        "All set! A refund of **$225.50** has been initiated to your Meridian card ending in 1877.",
        "The return for the whole order is requested and your order was refunded $225.50.",
    ),
    "cancel": (
        "Your order is cancelled, and $225.50 has been refunded to your Meridian card.",
        "Order R537649 has been cancelled. Refunded to your card: $103.77.",
        "I have cancelled it and credited $192.45 to your card. Is there anything else?",
        "Cancelled. You have been refunded $225.50.",
        "Cancelled. You were refunded the full amount. $101.75 was credited to your original payment method.",
        "Great news, your order is cancelled! $192.45 has been successfully refunded to your Meridian card.",
        "Refunded amount: $225.50.",
        "Your pending order has been cancelled, and $225.50 has been refunded.",
    ),
    "shipping": ("Done: $26.50 has been charged to your Meridian card.",),
    "exchange": (
        "Exchanged! The difference of $26.50 has been refunded to your Meridian card.",
        "The exchange is requested, and $71.40 was credited to your Meridian card.",
        "All done, $101.75 has now been charged to the Meridian card.",
    ),
    "redirect": (
        "Done. The refund of $192.45 has been processed to your gift card.",
        "Done: $26.50 has been credited to your gift card.",
    ),
    "split": (
        "Done: $101.75 was charged to your gift card, and the rest stays on your Meridian card.",
        "The payment is split. Your gift card has been charged $82.00.",
    ),
    "payment": (
        "Done. $225.50 has been charged to your PayNest wallet.",
        "Your wallet was charged $192.45.",
        "Done: $103.77 charged to your PayNest wallet.",
        "I've charged the full $225.50 to your wallet and refunded your card.",
    ),
}
"""True amounts of other orders, in the wrong place."""
SEVERAL_SO: tuple[tuple[Said, ...], ...] = (
    (
        ("return", "Done, $192.45 is refunded."),
        ("cancel", "Done too. $318.50 has been refunded, and with the $192.45 that makes $510.95 refunded in all."),
    ),
    (
        ("shipping", "Done, $7.50 charged."),
        ("return", "Done. $192.45 is refunded; after the $7.50 that was charged, that is $184.95 credited on balance."),
    ),
    (
        ("shipping", "Done, $7.50 charged."),
        ("exchange", "Done. $12.25 has been refunded. With the $7.50 charged that is $4.75 credited."),
    ),
)
SEVERAL_NOT_SO: tuple[tuple[Said, ...], ...] = (
    (("return", "Done, $192.45 is refunded."), ("cancel", "Done too. $225.50 has been refunded.")),
)


def findings(*said: Said) -> list[Finding]:
    """Of a session in which the desk has read all orders, and makes each change with a yes and says that after it."""
    customer = DOMAIN.world.rows["customers"][CUSTOMER]
    assert isinstance(customer, Customer)
    play = Play("")
    play.state = DOMAIN.open_state("s1")
    play.customer(f"I am {customer.email}.").calls("find_customer_by_email", email=customer.email)
    play.calls("get_customer", customer_id=CUSTOMER).calls("list_orders", customer_id=CUSTOMER)
    for order_id in ORDERS:
        play.calls("get_order", order_id=order_id)
    play.calls("get_product", product_id=LAMP)
    for changes, receipt in said:
        play.says("Shall I go ahead?").customer("Yes, please.", stance="agree")
        for change in changes.split("+"):
            tool, arguments = CHANGES[change]
            play.calls(tool, **arguments)
        play.says(receipt).customer("Thanks.")
    verdict = grade(next(iter(DOMAIN.tasks.values())), play.end(EndReason.CUSTOMER_DONE), DESK)
    return [finding for finding in verdict.findings if finding.where == "amounts_are_so"]


def test_the_orders_are_as_these_tests_have_them() -> None:
    orders = [order for key in ORDERS if isinstance(order := DOMAIN.world.rows["orders"][key], Order)]
    assert [order.total for order in orders] == [19245, 31850, 10377, 2650, 22550]
    assert [[item.price for item in order.items] for order in orders[:2]] == [[6095, 13150], [3975, 3725, 18925, 4775]]


@pytest.mark.parametrize("said", [(change, text) for change, texts in SO.items() for text in texts])
def test_what_the_change_and_its_order_come_to_may_be_said(said: Said) -> None:
    assert findings(said) == []


@pytest.mark.parametrize("said", [(change, text) for change, texts in NOT_SO.items() for text in texts])
def test_amounts_of_other_orders_were_not_moved(said: Said) -> None:
    (found,) = findings(said)
    assert "the change before it has not moved" in found.text


@pytest.mark.parametrize("said", SEVERAL_SO)
def test_what_several_changes_come_to_may_be_said(said: tuple[Said, ...]) -> None:
    assert findings(*said) == []


@pytest.mark.parametrize("said", SEVERAL_NOT_SO)
def test_amounts_that_no_change_has_moved_were_not_moved(said: tuple[Said, ...]) -> None:
    assert len(findings(*said)) == 1


def test_a_correction_in_the_same_message_clears_it() -> None:
    assert findings(("return", "I've refunded $225.50. Sorry, I misread that: it is $192.45.")) == []
