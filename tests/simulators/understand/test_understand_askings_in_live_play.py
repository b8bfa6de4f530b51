"""What agents that played live have asked for, and how it is not to be taken, read with the words of the shop."""

import pytest

from domains.retail import DOMAIN
from simulators.understand.reader import understand


def acts(text: str) -> set[str]:
    return {act.value for act in understand(text, DOMAIN.lexicon).acts}


def slots(text: str) -> set[str]:
    return set(understand(text, DOMAIN.lexicon).slots)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (
            (
                "Good morning! Of course. Your account's e-mail address, the order, and the address it should go to,"
                " please — then I'll take it from there."
            ),
            {"email", "order_id", "address"},
        ),
        ("Your e-mail, the order, and the new address, please — then I'll check.", {"email", "order_id", "address"}),
        (
            (
                "Just so I don't mix anything up: who am I speaking with (your account's e-mail address is all I need),"
                " and which order is this about?"
            ),
            {"email", "order_id"},
        ),
        ("Who am I speaking with (the e-mail on your account will do), and which order is it?", {"email", "order_id"}),
        (
            "Tell me: your e-mail address, every item that's to go back, and which payment method gets the refund.",
            {"email", "item_choice", "payment_method"},
        ),
        ("Good day. May I ask for:\n- your account e-mail\n- the order number", {"email", "order_id"}),
        ("Your e-mail address, please, and tell me which item you'd like to return.", {"email", "item_choice"}),
        ("Your e-mail address, please, your order number, and the new address.", {"email", "order_id", "address"}),
        ("We'll go through this together. Please start by telling me your account's e-mail address.", {"email"}),
        ("What would you like to return? Please name everything, as there's one return per order.", {"item_choice"}),
        ("Let me ask the reason first, please, as I can't cancel without it.", {"reason"}),
        ("I'd be glad to check. Would you give me your e-mail address and the full new address?", {"email", "address"}),
        ("Who am I chatting with, i.e. what's your account e-mail?", {"email"}),
        ("Who am I speaking with (your e-mail)?", {"email"}),
        ("I look accounts up by e-mail: which address is it?", {"email"}),
        (
            "Order number, the gift card's share, and what covers the remainder?",
            {"order_id", "gift_card_amount", "payment_method"},
        ),
        (
            (
                "Got it, the PayNest wallet. I still can't find you without the e-mail address on your account, though"
                " — could you send me that, with the order number and what's going back?"
            ),
            {"email", "order_id", "item_choice"},
        ),
        (
            "I can't look you up without your e-mail address. Could you give me that, along with the order number?",
            {"email", "order_id"},
        ),
        (
            "Thanks! Now just the order number and the item(s) — and are those all you'd like to return from it?",
            {"order_id", "item_choice"},
        ),
        (
            (
                "I'd just need your e-mail address, the order number, the shipping you meant to pick, and the payment"
                " method for the difference."
            ),
            {"email", "order_id", "shipping_method", "payment_method"},
        ),
        (
            (
                "Please share the e-mail address linked to your account, the order number, and how you'd like to get"
                " the order."
            ),
            {"email", "order_id", "shipping_method"},
        ),
        ("Please tell me the order and the shipping you have in mind.", {"order_id", "shipping_method"}),
        ("How would you like to receive the order?", {"shipping_method"}),
        ("Who am I speaking with, and which order is it?", {"full_name", "order_id"}),
        (
            (
                "Could you share the e-mail on your account, the order's number, the thing you'd like to return, and"
                " whether you'd rather have the refund on the original payment method or on a gift card?"
            ),
            {"email", "order_id", "item_choice", "payment_method"},
        ),
        (
            (
                "For order R712207 I need three more bits: your account's e-mail, the sum the gift card should chip in,"
                " and which card or wallet covers what's left."
            ),
            {"email", "gift_card_amount", "payment_method"},
        ),
        ("Your order goes out today. Could you send me that, with the order number?", {"order_id"}),
    ],
)
def test_what_is_asked_for(text: str, keys: set[str]) -> None:
    assert slots(text) == keys


def test_how_a_refund_is_to_be_received_is_no_matter_of_shipping() -> None:
    assert "shipping_method" not in slots("The refund is $98.82. How would you like to receive it?")


@pytest.mark.parametrize(
    "text",
    [
        "A smaller amount, up to $95.00, would work. Would you like to name a different amount?",
        "Would you like to choose another card?",
        "Do you want to name another amount instead?",
        (
            "I'd turn the shipping of R417888 from express ($12.00) into pickup (free) and give the $12.00 back. To"
            " which should it go: Cardinal card ending in 2027, gift card ending in 9500, or PayNest wallet? And this"
            " can be done only once for the order."
        ),
        (
            "Express is possible and costs $12.00; you paid $4.50 for standard. The difference is $7.50. Would you like"
            " it charged to your Meridian card ending in 4307 or to your gift card ending in 9630?"
        ),
        (
            "Westerlin has pickup, so yes! To which should the $12.00 go: Cardinal card ending in 2027, gift card"
            " ending in 9500, or PayNest wallet? Please note, shipping can be changed only once."
        ),
    ],
)
def test_what_no_yes_answers_asks_for_none(text: str) -> None:
    assert "CONFIRM" not in acts(text)
    assert "OFFER" in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "As shipping can be changed only once per order, may I ask for your yes?",
        "May I get your go-ahead?",
        "You'd pay $3.73 on top. Shall I prepare the exchange, or is that over your limit?",
        "The pan costs $55.75 today, so the difference is $8.00. Would you like it now, or shall we leave it?",
        "Could I ask for a clear yes to that?",
        "Can I get your OK on this?",
        "Would you like to change the card to your Orbis card?",
    ],
)
def test_what_a_yes_answers_asks_for_one(text: str) -> None:
    assert "CONFIRM" in acts(text)


def test_a_number_of_a_confirmation_is_no_yes() -> None:
    assert "CONFIRM" not in acts("May I ask for your confirmation number?")
