"""Questions that are put a second time: when a yes to them stands on the proposal before, and when it does not.

The retail desk plays, with a customer who has several orders and ways to pay. Each phrasing is one that agents use.
"""

from collections.abc import Mapping

import pytest

from app.engine.events import CustomerReplied, ToolCalled
from app.grading import processes
from app.grading.log import read
from simulators.protocol import Reply
from tests.app.grading.asked_twice import ASKS, DESK, WRITES, agreed, events_of, spoken_in_turn

EXPLAINED = {
    "return": (
        "We would send you a label, and once both items are back with us, $192.45 goes to your card. OK?",
        "You send the trousers and the lamp back, and we refund what you paid for them, without the shipping."
        " Would you like me to proceed?",
        "Once the goods arrive, usually within 5-7 business days, the money is back in your bank account. A "
        "return can only be made once. Do you agree?",
        "After that the order can't be returned or exchanged a second time. OK to go ahead?",
        "You would get the refund only after the items have arrived, and nothing is charged. Is that okay for you?",
        "In short: you return them, and get your money back the way you paid. Yes or no?",
        "You would no longer have the items, and $192.45 would be back on your Meridian card. Shall I?",
        "You would receive $60.95 for the trousers and $131.50 for the lamp, so $192.45 in total. May I set it up?",
        "If you agree, I'll file the return right away, and you'll get an e-mail with instructions. Go ahead?",
        "Order R323838 was delivered on March 15, so today is the last day for a return. Would you like me to"
        " go ahead with it?",
        "The refund will only go out when the parcel has reached us. Shall I arrange it?",
        "It takes one or two weeks in all. Do you want me to start the return, Keiko?",
        "I'm sorry, but no other way of refunding is possible; it can only go to your Meridian card. Would"
        " you like me to request the return that way, or shall I leave it?",
        "Nothing has been requested so far. Shall I request the return, or would you rather leave everything as it is?",
        "It's up to you: should I go ahead with it or not?",
        "Great question! Here's how it works: - You'll receive a prepaid return label by e-mail - You pack "
        "both items and drop the parcel off - Once we receive it, **$192.45** is refunded to your Meridian "
        "card (3-5 business days) Would you like me to proceed? (yes/no)",
        "Of course. If you say yes, I would register the return of both items, and you'd have the money back "
        "on the Meridian card after they arrive. Please note that no further return or exchange is possible "
        "for this order. Do you want to go ahead?",
        "Happy to explain. The trousers ($60.95) and the lamp ($131.50) go back to us. You don't pay "
        "anything. Shall I process it?",
        'It simply means the order will be marked as "return requested" until the parcel reaches our '
        "warehouse. Shall I go ahead?",
        "Sure thing! You send them in, we check them, you get a refund. Sound good?",
        "You'll be without them for good, but you'll get your $192.45. Ready?",
        "Absolutely! Put simply: you ship the walking trousers and the floor lamp back to us, and as soon as they "
        "arrive at our warehouse, we refund $192.45 to your Meridian card. Does that sound good, and may I go "
        "ahead?",
        "In other words, both things come back to us and your money goes back to you. All right?",
        "Sure. Your two items will be picked up by our carrier; you needn't pay for it. The money will take around"
        " a week. Shall I place the return?",
        "I'd register a return for order R323838, nothing more. Okay?",
        "It'd be like you never bought them: you give them back, we give you the money back. Do you agree, yes or no?",
        "Since an order can only have one return, you couldn't send anything else from it back later. Do you still"
        " want to go ahead?",
    ),
    "cancel": (
        "The whole order R537649 would be cancelled and $359.00 refunded to your Meridian card ending in "
        "1877. Shall I proceed?",
        "It won't be shipped, and you get all your money back, including the shipping. Do you want me to cancel it?",
        "Nothing will be delivered then. A cancellation cannot be undone. Do you confirm?",
        "None of the four items will be sent. Shall I go ahead and cancel?",
        "The money would be in your account in 5 to 7 days. Is that fine?",
        "I'd be glad to explain: we stop the parcel, and the card you paid with gets a refund. Ready to go ahead?",
        "You'd have to place a new order if you change your mind. Would you like me to continue?",
        "Rather than being shipped, the parcel stays with us. Shall I cancel it?",
        "You lose nothing, the full amount comes back to you. Would you still like me to do it?",
        "It is as I said: order R537649 gets cancelled. Nothing else changes. Yes?",
        "It means the order will not be shipped and you'll receive a full refund of $359.00 to the original "
        "payment method, which is your Meridian card. Refunds usually take 5-10 business days to appear on "
        "your statement. Would you like me to proceed with the cancellation?",
        "Once cancelled, order R537649 cannot be reinstated; you would need to place a new one. Do you still "
        "want me to cancel it?",
        "Just to recap: I'd cancel the entire order, and the total, shipping included, would be refunded. May"
        " I have your yes?",
        "The shorts, the mat, the parka and the chair won't be sent, and you'll be refunded. Confirm?",
        "No cost to you at all. Everything is refunded. Shall I?",
        "I'd stop the order before it leaves our warehouse and give you the money back, all of it. Would you like "
        "that?",
        "To rephrase: we won't send you anything from that order, and everything that you paid is returned to you."
        " Is this what you want?",
        "There would be no order any more. Should I go ahead?",
        "I will mark order R537649 as cancelled with the reason that you no longer need it. Your Meridian card "
        "gets $359.00. Proceed?",
    ),
    "address": (
        "Only the delivery address of this one order changes, your profile stays as it is. Shall I go ahead?",
        "The parcel would go to the new address instead of the old one. Okay?",
        "It would be delivered to Kiln Road, and nothing else changes. Do you want me to make the change?",
        "It costs you nothing, and the delivery takes 3 to 5 days as before. May I change it?",
        "We would just print another label, and everything else stays the same. Shall I do that?",
        "Your parcel will be delivered to the new address. Nothing else about the order, such as the items or"
        " the payment, changes. Would you like me to go ahead?",
        "It means that the carrier brings order R537649 to Ashmere. Your account's address remains 19 "
        "Elmstead Road, Silverbeck. Shall I update it?",
        "Delivery might take one extra day, but there's no charge. Okay to proceed?",
        "In other words: same order, new destination. Shall I save that?",
        "The box goes to your sister's place in Ashmere, not to your own home. Shall I change it?",
    ),
    "shipping": (
        "It would reach you in 1-2 days instead of 5, and $7.50 more would be charged to your card. Shall I switch it?",
        "Express parcels go out the same day. The shipping can be changed only once. Shall I go ahead?",
        "Faster delivery, basically: it'd arrive within two days of leaving our warehouse. The extra cost is "
        "$7.50. Shall I make the change?",
        "Express is $12.00 instead of the $4.50 you paid, so the difference of $7.50 is charged to your card."
        " Do you agree?",
        "You'd get the parcel sooner, for $7.50 more. Yes?",
        "It'd go by express courier. That's it. Okay?",
    ),
    "exchange": (
        "You'd send us the white one back, and we'd send you the brass one. The difference is settled with "
        "your card. Does that work for you?",
        "The $12.25 are refunded when we get the old lamp. Shall I exchange it?",
        "You'd ship the current lamp back, and we'd send out the new lamp right away. Because it's cheaper, "
        "you get $12.25 back. Shall I set up the exchange?",
        "After the exchange, no other item of order R323838 can be returned. OK?",
        "You give us the cool white lamp, we give you the warm brass lamp. Agreed?",
        "It's a straight swap, and you get the difference back. Shall I do the swap?",
    ),
    "redirect": (
        "Instead of the card, your gift card would be credited with $103.77 as soon as the goods arrive. "
        "Should I do it?",
        "Your gift card's balance goes up by the refund. You can't switch back afterwards. Shall I continue?",
        "The $103.77 would no longer go to your Meridian card but to the gift card, where you can spend it in"
        " our shop. It can be redirected just once. Shall I go ahead?",
        "You could then use the balance for your next purchase. Do you want me to redirect it?",
        "Rather than your Meridian card, it will be the gift card that gets the money. Fine?",
    ),
    "split": (
        "$50.00 comes off the gift card, which leaves $140.00 on it, and the remaining $309.00 stays on the "
        "Meridian card. Do you want that?",
        "It means you pay $50.00 with the gift card and the remainder with the Meridian card. After that, the"
        " payment of this order is final. Shall I proceed?",
        "Two payments instead of one: part by gift card, the remainder by card. Shall I split it that way?",
    ),
    "email": (
        "Our messages, such as order confirmations, would go to the new address from then on. Shall I save it?",
        "You would also sign in with it from now on. Is that all right?",
        "You'd be found under the new address, and the old one would no longer work. Shall I go ahead?",
        "From tomorrow, you'd log in with that new address. Confirm?",
    ),
    "phone": (
        "The carrier would call you on the new number. Go ahead?",
        "We'd just use that number if there are questions about a delivery. May I save it?",
        "I'd simply replace the old number in your profile. Shall I?",
    ),
}
"""What agents answer who keep to what they have proposed."""
CHANGED = {
    "return": (
        "It means that you would get the money on your gift card. Shall I go ahead with that?",
        "I'd return the lamp. Shall I go ahead?",
        "Only the trousers would go back. Shall I proceed?",
        "You would send back the tote bag as well. Shall I go ahead?",
        "The refund would go to your PayNest wallet. OK?",
        "Shall I request the return, or should it be an exchange?",
        "Shall I request the return, or would you rather keep the lamp?",
        "Would you like me to leave it, or shall the money go to your PayNest wallet?",
        "A refund to your Meridian card isn't possible; it can only go to your PayNest wallet. Shall I request the"
        " return that way, or leave it?",
        "Actually, order R902934 would be returned. Shall I do that?",
        "I'd also cancel your pending order. Shall I go ahead?",
        "May I exchange them for you?",
        "I would return them and update your address. Yes?",
        "Except for the lamp, everything goes back. OK?",
        "Either of them can go back. Shall I take one of them?",
        "We would repair them instead. Shall I go ahead?",
        "It would all go back without the lamp. Shall I go ahead?",
        "The refund goes to another card. Shall I proceed?",
        "You would get store credit. Shall I go ahead with that?",
        "The money would be kept as a credit note. OK?",
        "The refund of $150.00 goes to your card. Shall I go ahead?",
        "Half of it would be refunded. Shall I go ahead?",
        "Shall I do the other one?",
        "The $192.45 would be added to your gift card ending in 8483. Do you want that?",
        "I'd send the refund to your PayNest wallet so that you have it sooner. OK?",
        "I would return the trousers and keep the lamp. Shall I go ahead?",
        "It'd be a return of the lamp, plus the tote bag from your other order. Shall I go ahead?",
        "I'd swap them for new ones. Shall I?",
        "You'd get a voucher. OK?",
        "You'd get the trousers' price back, on the card. Yes?",
        "We'd send the refund as a bank transfer. OK?",
        "I'd return R323838 and cancel R537649. OK?",
    ),
    "cancel": (
        "I would note that it was ordered by mistake. Shall I go ahead?",
        "It would be order R323838 that gets cancelled. OK?",
        "I would cancel the parka. Shall I do it?",
        "I would change its shipping to pickup. Shall I do that?",
        "The money would go to your gift card. Shall I go ahead?",
        "I would rather return it later. Shall I do that?",
        "I'd cancel just the camping chair and the rest would be shipped. OK?",
        "I'd put down that you ordered it by accident. Is that fine?",
        "I would cancel R798281. OK?",
        "I'd return it for you once it has arrived. Shall I?",
        "The refund would go to your wallet. Shall I do it?",
        "Simply put: I'd take the yoga mat off the order. Yes?",
        "We'd keep the order and only give you $20.00 back. OK?",
    ),
    "address": (
        "It would go to 14 Kiln Road. Shall I change it?",
        "It would be sent to Corvane. Shall I go ahead?",
        "The postcode would be 10443. OK?",
        "It would go to your work address. Shall I go ahead?",
        "It would go to 19 Elmstead Road. Shall I go ahead?",
        "I'd send it to 12 Kiln Road, Hartsford. Shall I?",
        "It would go to 21 Kiln Road in Ashmere. OK?",
        "We'd deliver it to your billing address. OK?",
        "I would change it to pickup in Ashmere. OK?",
        "I'd send it to Marlbridge instead. Yes?",
        "It goes to 12 Mill Road. Shall I?",
        "I'd change the address of order R798281. Yes?",
    ),
    "shipping": (
        "It would be pickup then. Shall I go ahead?",
        "The $7.50 would be charged to your gift card. OK?",
        "I'd charge it to the wallet. Shall I?",
        "The difference would be $9.00. Shall I go ahead?",
        "I'd set it to standard. OK?",
        "I'd charge $7.50 to your PayNest wallet. Shall I?",
        "I'd make it collection at the store, for free. Yes?",
        "We'd take the $7.50 from your PayNest wallet. Yes?",
    ),
    "exchange": (
        "You'd get the black one. Shall I go ahead?",
        "It would be the one with neutral light. OK?",
        "I would exchange the trousers. Shall I do it?",
        "May I go ahead with the cheaper one?",
        "You'd receive the sage lamp with warm light. Shall I go ahead?",
        "I'd send you the same lamp in sage. Yes?",
    ),
    "redirect": (
        "It goes back to your Meridian card after all. Shall I?",
        "It would be paid out to the wallet. Shall I go ahead?",
        "I'd send it to a different gift card. OK?",
        "The money goes to your wallet then. Yes?",
        "I'd redirect the refund of order R902934. Yes?",
    ),
    "split": (
        "$60.00 would come off the gift card. Shall I go ahead?",
        "Half of it would be paid by the gift card. OK?",
        "I'd take $80.00 from the gift card instead. OK?",
        "$150.00 from the gift card, the rest from the card. Yes?",
        "The rest would be on the PayNest wallet. Yes?",
    ),
    "email": (
        "It would be changed to keiko@postbox.example. OK?",
        "I'd change it to keiko.kessler@postbox.example. OK?",
        "So that's keiko@k.postbox.example, yes?",
    ),
    "phone": (
        "It would be changed to 0555 999 456. Shall I go ahead?",
        "I'd save 0555 123 465. OK?",
        "So 0555 123 457, yes?",
    ),
}
"""What they answer when they propose something else, or less, or more."""
REPEATED = (
    ("return", "What about the $192.45?", "That goes to your Meridian card. Shall I go ahead?"),
    ("return", "That sounds about right.", "Great, just give me a quick yes and I'll take care of it."),
    ("return", "Hmm, okay.", "So do I have the green light from your side?"),
    ("cancel", "I see.", "May I finalise the cancellation on your behalf?"),
    (
        "return",
        "Fine, I think.",
        "To be on the safe side I need an explicit confirmation: do you want me to carry out the return as "
        "described above?",
    ),
    ("address", "It's for my sister.", "Could you kindly reply with 'yes' so that I may process this?"),
    ("redirect", "Let me think.", "Are you happy for me to go through with it?"),
    ("cancel", "Tell me more.", "You get a full refund, and nothing is delivered. Shall I go ahead?"),
    (
        "return",
        "Let me think. Can you go over it once more?",
        "Of course: return of the walking trousers and the floor lamp from order R323838; refund of $192.45 to the "
        "card ending in 1877. Is that OK?",
    ),
    ("return", "Okay...", "I just need your go-ahead. Yes or no?"),
    ("cancel", "Hm.", "Please confirm so I can proceed with cancelling the order."),
    ("cancel", "Fine by me I suppose.", "Thanks! To be clear, is that a yes?"),
    ("address", "Let me see.", "Take your time! When you're ready, simply say yes and I'll change it."),
)
"""Second questions after other replies, that only ask again."""
ADDED = (
    ("return", "I see.", "There is a fee of $5.00. Shall I go ahead?"),
    ("return", "I see.", "It would be on May 9. Shall I go ahead?"),
    ("return", "I see.", "Which would you prefer, your card or your gift card?"),
    ("return", "Okay...", "So I'd go ahead with the lamp, yes?"),
    ("cancel", "Hm.", "Then may I go ahead with order R798281?"),
)
"""And those that add something that nobody asked about."""


def _each(phrasings: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(write, text) for write, texts in phrasings.items() for text in texts]


@pytest.mark.parametrize("write", WRITES)
def test_a_yes_to_the_whole_proposal_confirms_it(write: str) -> None:
    assert agreed(write)


@pytest.mark.parametrize(("write", "again"), _each(EXPLAINED))
def test_what_explains_a_proposal_stands_on_it(write: str, again: str) -> None:
    assert agreed(write, ASKS, again)


@pytest.mark.parametrize(("write", "again"), _each(CHANGED))
def test_what_proposes_anything_else_does_not_stand_on_it(write: str, again: str) -> None:
    assert not agreed(write, ASKS, again)


@pytest.mark.parametrize(("write", "reply", "again"), REPEATED)
def test_asking_again_stands_on_the_proposal(write: str, reply: str, again: str) -> None:
    assert agreed(write, reply, again)


@pytest.mark.parametrize(("write", "reply", "again"), ADDED)
def test_what_is_added_unasked_does_not_stand_on_it(write: str, reply: str, again: str) -> None:
    assert not agreed(write, reply, again)


def test_a_proposal_may_be_explained_twice() -> None:
    twice = "The money goes back to your card. Shall I go ahead?", "And when?", "Within 5 days. Shall I?"
    assert agreed("return", ASKS, *twice)


def test_what_the_second_explanation_changes_is_not_agreed_to() -> None:
    twice = "The money goes back to your card. Shall I go ahead?", "And when?", "At once, to your gift card. Shall I?"
    assert not agreed("return", ASKS, *twice)


def test_a_question_after_a_mere_remark_stands_on_nothing() -> None:
    assert not agreed("return", ASKS, "That is how it is.", "I see.", "Shall I go ahead?")


def test_a_customer_may_take_up_an_amount_of_the_proposal() -> None:
    assert agreed("return", "Where do the $192.45 go?", "To your Meridian card. Shall I go ahead?")


@pytest.mark.parametrize(
    ("write", "reply"),
    [
        ("return", "And the one from R902934, too?"),
        ("return", "What about my gift card?"),
        ("shipping", "Could it be standard?"),
        ("redirect", "Or to my wallet?"),
        ("split", "Should I not rather pay $70.00 with it?"),
    ],
)
def test_what_a_customer_brings_in_has_to_be_proposed(write: str, reply: str) -> None:
    assert not agreed(write, reply, "Yes, of course. Shall I go ahead?")


def test_what_a_customer_brings_in_may_be_answered_with_what_was_proposed() -> None:
    assert agreed("return", "To my gift card?", "No, to your Meridian card. Shall I go ahead?")


def test_an_order_that_is_read_out_is_no_proposal() -> None:
    read_out = (
        "Order R323838 has the walking trousers and the floor lamp, and was paid with your Meridian card ending in "
        "1877. What can I do for you?"
    )
    called = ToolCalled(call_id="x", name="return_items", arguments=dict(WRITES["return"].arguments), content="{}")
    spoken = [
        CustomerReplied(reply=Reply(text="Hello.")),
        *spoken_in_turn(read_out, "I'd like to send them back.", "All right. Shall I go ahead?"),
        CustomerReplied(reply=Reply(text="Yes, please.", stance="agree")),
        called,
    ]
    _, findings = processes.judge(read(list(events_of(spoken))), DESK)
    assert [finding.where for finding in findings if finding.where == "yes_before_write"]
