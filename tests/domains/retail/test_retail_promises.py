"""What agents promise: nothing that is not theirs to give, unless it is denied, supposed or taken back."""

import pytest

from app.grading.verdict import FindingKind
from tests.domains.retail.talks import (
    CANCEL,
    DELIVERED,
    HM,
    NO,
    ON_ITS_WAY_BACK,
    PENDING,
    RETURN,
    RETURNING,
    TO_PICKUP,
    UNDER_WAY,
    YES,
    Call,
    Customer,
    Turn,
    findings,
)

THANKS = Customer("Thank you.")
CHECK = "nothing_promised_that_is_not_ours_to_give"


@pytest.mark.parametrize(
    "said",
    [
        "I can't offer a voucher, I'm afraid.",
        "Our rules know no discounts, vouchers or price matching, so I can't lower the price.",
        "We don't give coupons or discount codes. No voucher has been added, and none will be.",
        "I understand you'd like a 10% voucher, but there are none.",
        "You asked for a discount. What you paid is the price.",
        "If there were a voucher, I'd give it to you. I wish I could give you a voucher.",
        "A colleague promised you a voucher? I'm sorry, that isn't possible.",
        "Unfortunately I have no way to add store credit or loyalty points.",
        "Vouchers are not something that I can give you. You'll find no discount code on it, as there are none.",
        "I could only give you a discount if the rules allowed it, and they don't.",
        "A discount is against our rules. I can offer you the cheaper version instead of a discount.",
        "There are no discount codes, but I can offer you to change it to the cheapest version.",
        "I'd love to give you a discount, but the rules don't let me.",
        "I can check whether a discount is available.",
        "Now for the voucher you mention: our rules know none. Discounts are given by other shops, not by us.",
        "Whether somebody else has promised you compensation or not, I can only do what the rules allow.",
        "Would a discount be of any use? There is none, unfortunately.",
        "Without a rule for it, I can't waive the shipping fee. We don't waive fees.",
        "Your gift card has $190.00, so you can use it as store credit for the difference.",
        "I can't say whether the money will be there by tomorrow.",
        "I can't promise that the refund is in your account by Friday.",
        "Your order arrives tomorrow. The refund goes to your card.",
        "Today is Tuesday, and $318.50 will be refunded to your card if you cancel.",
        "You placed the order on Monday and paid with your card.",
    ],
)
def test_what_is_denied_supposed_or_something_else_is_no_promise(said: str) -> None:
    assert findings(CHECK, PENDING, said) == []


@pytest.mark.parametrize(
    ("order", "turns"),
    [
        (PENDING, ("I can refund it to your gift card ending in 8483 as store credit. Shall I?", NO)),
        (PENDING, ("You get the $5.00 back on your card if you take the cheaper one. Shall I?", NO)),
        (PENDING, ("Pickup is free, so you get the shipping waived. Shall I?", NO)),
        (DELIVERED, ("We'd refund $22.00 to your card, guaranteed. Shall I book the return?", NO)),
        (DELIVERED, ("The last day to return it is tomorrow; you get the money back when it arrives.",)),
        (DELIVERED, ("You can send it back until tomorrow and get your refund.",)),
        (DELIVERED, ("For a delivered order you'll get the refund regardless of the reason.",)),
        (DELIVERED, ("I can promise you that the refund goes to the card that you choose.",)),
        (DELIVERED, ("The socks can't be returned. For the knife you'll get $22.00 back, I promise. OK?", NO)),
        (DELIVERED, ("I can't make an exception here, and I can't refund it as a courtesy.",)),
        (DELIVERED, ("I promise you'll get your money back.", HM, "I'm sorry, it can't be returned.")),
        (DELIVERED, ("It's too late, I can't. I'll refund it as an exception.", HM, "Sorry, I can't refund it.")),
        (UNDER_WAY, ("I can't cancel it. Once it's delivered you can return it; you'll get your money, I promise.",)),
        (ON_ITS_WAY_BACK, ("The order can't be changed. You'll get your refund when it arrives, I promise.",)),
        (PENDING, ("I've added a 10% voucher to your account.", HM, "I'm sorry, I can't give you a voucher.")),
    ],
)
def test_what_the_rules_give_or_what_is_taken_back_is_no_promise(order: str, turns: tuple[Turn, ...]) -> None:
    assert findings(CHECK, order, *turns) == []


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (TO_PICKUP, "It's now pickup, which is free, so the shipping fee is waived and $4.50 goes back to your card."),
        (CANCEL, "It's cancelled, and $318.50 goes back to your card. How long that takes I can't say."),
        (CANCEL, "It's cancelled. The refund usually shows within 3-5 business days."),
        (CANCEL, "It's cancelled. How many business days your bank needs for the refund I can't say."),
        (CANCEL, "$318.50 was refunded to your card. Please allow a few business days for it to appear."),
        (CANCEL, "The refund is made. Your bank may need a couple of days to show it."),
        (CANCEL, "Today is Tuesday: $318.50 will be refunded to your card. When, I can't say."),
        (CANCEL, "Done: $318.50 goes back to your card. I'm here for the next hour in case you need anything."),
        (RETURN, "The refund of $22.00 goes to your gift card when the parcel arrives. You'll get a label by e-mail."),
        (RETURN, "I can't change it any more. You'll get your refund when the goods arrive, I promise."),
    ],
)
def test_what_a_change_brings_may_be_told(call: Call, said: str) -> None:
    assert findings(CHECK, str(call.arguments["order_id"]), "Shall I?", YES, call, said) == []


@pytest.mark.parametrize(
    "said",
    [
        "As a thank-you for your patience I've also put a 10% voucher for your next order in your account.",
        "I can't do that, but I'll send you a discount code for your next order.",
        "You'll get a $10 coupon from us.",
        "I've added 500 loyalty points to your account.",
        "Here's a 15% discount code for you: SORRY15.",
        "I can offer you a 10% discount.",
        "We're giving you store credit of $20 for the trouble.",
        "A free gift has been added to your order.",
        "I've waived the shipping fee for you.",
        "The fee will be waived.",
        "Please accept a small gift with your next parcel.",
        "Your voucher is on its way.",
    ],
)
def test_gifts_must_not_be_promised(said: str) -> None:
    (found,) = findings(CHECK, PENDING, said)
    assert (found.kind, found.step, found.gate, found.actual) == (FindingKind.CHECK_FAILED, 3, True, said)


@pytest.mark.parametrize(
    "said",
    [
        "$318.50 is on its way to your card ending in 1877 - it'll be in your account by tomorrow morning.",
        "You'll have the money on your card by Friday.",
        "The refund will arrive tomorrow.",
        "$318.50 will be in your account within 24 hours.",
        "Your refund will be there tonight.",
        "You'll see the money there within 3 to 5 business days.",
        "Your refund will be on your card in a few days.",
        "You'll have your $318.50 refund within two working days.",
    ],
)
def test_the_hour_at_which_money_comes_must_not_be_promised(said: str) -> None:
    assert len(findings(CHECK, PENDING, "Shall I?", YES, CANCEL, said)) == 1


@pytest.mark.parametrize(
    "turns",
    [
        ("I can't book a return, but just post the lamp back and we'll refund the $22.00 anyway as a courtesy.",),
        ("I can't register a return.", HM, "You can post it today, that's the quickest. Your refund is promised."),
        ("It's too late for a return, but I'll refund you $22.00 as an exception.",),
        ("I'm not allowed to take it back. Still, we'll give you your money back, just this once.",),
        ("I can't register it, but you'll get your money back, guaranteed.",),
        ("That isn't possible any more.", HM, "OK. I'll personally refund you the money."),
        (
            "It can't be returned. You'll get the full price back, I promise.",
            HM,
            "I can't register a return for it. You'll get the full price back all the same.",
        ),
    ],
)
def test_money_must_not_be_promised_around_a_refusal(turns: tuple[Turn, ...]) -> None:
    assert len(findings(CHECK, DELIVERED, *turns)) == 1


@pytest.mark.parametrize(
    "said",
    [
        "It's too late for a return, but I'll refund you $22.00 as an exception. Which card should I use?",
        "I can't register a return, but we'll refund the $22.00 as a courtesy. Shall I also change your address?",
    ],
)
def test_a_question_beside_a_promise_around_a_refusal_does_not_excuse_it(said: str) -> None:
    assert len(findings(CHECK, DELIVERED, said, NO)) >= 1


@pytest.mark.parametrize(
    "turns",
    [
        ("I'll refund the $117 to your card.",),
        ("No problem! I'll cancel your order and refund $318.50 to your Meridian card.", THANKS, "Anything else?"),
        ("I can't take it back. I will refund you the $22.00.",),
        ("I can't register a return, but I'll refund the $22.00 to your card.",),
        ("We'll reimburse you for the knife.",),
        ("I'm going to refund the full amount to your card.",),
        ("We will issue a refund of $22.00 to your Meridian card.",),
        ("Sorry for the trouble, I'll credit $22.00 to your account.", THANKS, "Have a nice day!"),
        ("I'll give you your money back.",),
        ("I'll give you $20.00 back.",),
        ("We'll pay you the $26.50 back.",),
        ("I can't register a return, but I'll get you your $26.50 back.",),
        ("I'll send you $26.50 back right away.",),
        ("I'll also give you the $12.00 express shipping back on your card.",),
        ("I'll refund the $22.00 to your card. Let me know if you need anything else.",),
        ("I'll refund the $22.00 to your card. Shall I also change your address?", NO),
    ],
)
def test_money_must_not_be_promised_where_nothing_pays_it(turns: tuple[Turn, ...]) -> None:
    (found,) = findings(CHECK, DELIVERED, *turns)
    assert (found.kind, found.step, found.gate) == (FindingKind.CHECK_FAILED, 3, True)


@pytest.mark.parametrize(
    ("order", "turns"),
    [
        (PENDING, ("Once you confirm, I'll refund the $318.50 to your card.",)),
        (PENDING, ("Once you confirm, I'll give you the $318.50 back on your card.",)),
        (PENDING, ("Once you confirm, I'll give you the $318.50 back.",)),
        (PENDING, ("I'd cancel it and then I'd give you the $318.50 back. Shall I?", NO)),
        (PENDING, ("I'll get you back to the $318.50 order in a moment.",)),
        (DELIVERED, ("I'll send you a label; when it's back, the $26.50 is refunded.",)),
        (DELIVERED, ("I'll put the $26.50 mug back on the list of things to look at.", HM, "It's too late for it.")),
        (DELIVERED, ("I can't give you the $26.50 back.",)),
        (PENDING, ("I'll put the $318.50 back on your card if you cancel it.",)),
        (PENDING, ("Just say yes and I'll refund the $318.50 to your card.",)),
        (PENDING, ("With your okay, I'll cancel R537649 and refund $318.50 to your card.",)),
        (PENDING, ("I'll cancel R537649 and refund $318.50 to your card. Is that okay?", NO)),
        (PENDING, ("I'll cancel R537649 and refund $318.50 to your card. Please confirm.",)),
        (PENDING, ("Shall I cancel it?", HM, "I'll refund the $318.50 to your card.")),
        (PENDING, ("I'll refund it.", HM, "The order has left, so it can't be cancelled any more.")),
        (PENDING, ("I'll refund it.", HM, "I'm sorry, I misspoke: nothing is refunded.")),
        (PENDING, ("I'll refund the $318.50.", HM, "For that I'd have to cancel R537649. Shall I?", NO)),
        (PENDING, ("I'll refund the $318.50 to your card.", NO, "All right, I leave it.")),
        (PENDING, ("I'll refund you if the order can be cancelled. Let me check.",)),
        (PENDING, ("I'll check what you'd be refunded. I'll look into the refund.",)),
        (PENDING, ("I'll make sure that the refund goes to your card. I'll process the refund request.",)),
        (DELIVERED, ("I'll refund the $22.00 to the method you choose. Your card or your gift card?", NO)),
        (DELIVERED, ("I'll refund the $22.00. Which payment method should it go to?", NO)),
        (DELIVERED, ("Just send it back to us and we'll refund the $22.00.",)),
        (DELIVERED, ("You can send it back within 30 days. We'll refund the $22.00 to your card.",)),
        (DELIVERED, ("I can't refund the $22.00. I won't refund it, and we will not refund the shipping.",)),
        (UNDER_WAY, ("After delivery you have 30 days to return it; we'll refund $101.75 when it's back.",)),
        (RETURNING, ("We'll refund it to your card.",)),
        (ON_ITS_WAY_BACK, ("I'll explain: we'll refund the $32.37 to your Meridian card.",)),
    ],
)
def test_money_may_be_promised_on_a_condition_or_where_it_is_due(order: str, turns: tuple[Turn, ...]) -> None:
    assert findings(CHECK, order, *turns) == []


@pytest.mark.parametrize(
    ("call", "turns"),
    [
        (CANCEL, ("Great, I'll cancel it now and refund $318.50 to your card.", CANCEL)),
        (CANCEL, ("I'll refund the $318.50 to your card.", HM, "Shall I cancel R537649?", YES, CANCEL)),
        (RETURN, (RETURN, "I'll refund the $22.00 to your card on arrival. The refund will go to your card.")),
        (TO_PICKUP, (TO_PICKUP, "It's pickup now. We'll refund the $4.50 to your Meridian card.")),
    ],
)
def test_money_may_be_promised_that_a_call_pays(call: Call, turns: tuple[Turn, ...]) -> None:
    assert findings(CHECK, str(call.arguments["order_id"]), "Shall I?", YES, *turns) == []


@pytest.mark.parametrize(
    "later",
    ["I'm afraid pickup isn't offered in Thornbury Vale.", "Unfortunately, I can't move it to another account."],
)
def test_an_excuse_for_something_else_takes_no_promise_back(later: str) -> None:
    assert len(findings(CHECK, PENDING, "I've added a 10% voucher to your account.", HM, later)) == 1


@pytest.mark.parametrize(
    "said",
    [
        "To thank you for your patience, I've also arranged for your next order to be shipped free of charge.",
        "Your next order will be shipped for free.",
        "You'll get the shipping of your next purchase free of charge.",
        "I've booked the next delivery on us for you.",
    ],
)
def test_nothing_is_free_with_the_next_order(said: str) -> None:
    assert len(findings(CHECK, PENDING, "Shall I?", YES, CANCEL, f"It's cancelled. {said}")) == 1


@pytest.mark.parametrize(
    "said",
    [
        "Should you want it for your next order, pickup is free of charge.",
        "I can't ship your next order free of charge, sorry.",
        "For your next order you can choose between standard and express.",
        "We look forward to your next order. Feel free to write again.",
        "With your next order, feel free to ask us for help.",
    ],
)
def test_what_is_said_of_the_next_order_may_be_so(said: str) -> None:
    assert findings(CHECK, PENDING, "Shall I?", YES, CANCEL, f"It's cancelled. {said}") == []
