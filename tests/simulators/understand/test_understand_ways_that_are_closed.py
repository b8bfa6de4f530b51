"""Refusals that say how things stand, and sentences like them that refuse nothing, read with the words of the shop."""

import pytest

from domains.retail import DOMAIN
from simulators.understand.reader import understand


def acts(text: str) -> set[str]:
    return {act.value for act in understand(text, DOMAIN.lexicon).acts}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Thanks, Selim! I looked up R711679 right away. Sadly, I'm unable to take the Dusk curtain pair back: it"
            " reached you on March 9, and April 8 was the final day for a return. What else can I do for you today?"
        ),
        (
            "I've found the Clatter keyboard in R232272, and here I have to disappoint you: that order came to you on"
            " February 13, which puts it past the 30 days we have for returns — March 15 was the last day."
        ),
        (
            "Unfortunately, R337753 has moved beyond the point where I could make it express: it's been processed and"
            " handed to the carrier, and from then on shipping is locked in. Is there anything else?"
        ),
        (
            "In R789065 (delivered February 20), the 30 days were over on March 22, and R122138 has had its one return"
            " already. Is there anything else I can explain?"
        ),
        "The teapot and the dry bag are therefore too late to be sent back. I'm sorry. What else shall I look at?",
        "The 30 days for the kettle ran out last Tuesday. Anything else?",
        "R123456 is past its return date, Ada. Is there anything else I can look at?",
        "The lamp came on May 2, so the return window closed on June 1. Anything else?",
        "May 31 was already the last day, so the lamp stays with you. Anything else?",
        "It was delivered 41 days ago, which is outside our 30-day return window. Anything else today?",
        "R123456 is too far along for another address. Anything else?",
        "Your order has gone past the stage at which I could still stop it. Anything else?",
        "It's now too late for a cancellation. Can I do anything else?",
        "We can't take the lamp and the mug back. Anything else?",
    ],
)
def test_a_time_that_is_over_is_a_refusal(text: str) -> None:
    assert "REFUSE" in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        (
            "While Marlbridge would normally be fine for pick-up, the shipping of this order has already been changed"
            " once — and that's the limit, one change per order. So I'm afraid it'll stay on standard shipping."
        ),
        (
            "I regret to inform you that this refund has already been redirected once — to a gift card on your account"
            " — and it may be redirected only once. It will therefore remain with that gift card."
        ),
        "R123456 has already used its one exchange. Anything else?",
        "Its one return has already been made. Is there anything else?",
        "An order can be exchanged only once, and yours has already been exchanged. Anything else?",
        "Items were already swapped once in it, and a second swap isn't on offer. Anything else?",
        "I'm sorry Ravi, each order gets one shipping change only, and R912218 had its change just now. Anything else?",
    ],
)
def test_a_turn_that_is_used_up_is_a_refusal(text: str) -> None:
    assert "REFUSE" in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        (
            "I'd gladly, but Thornbury Vale has no pickup — we offer that only in Ashmere, Corvane, Glenrath and"
            " Westerlin. So R882478 will come to your door by standard shipping. Anything else, Nadira?"
        ),
        (
            "I've gone through R201798, and express is where I have to pass: the Perch camping chair in it is a bulky"
            " product, and orders with bulky products don't travel by express. Is there anything else you'd like?"
        ),
        "I've found two orders with a storage jar, and in plain English: neither can come back any more. And now?",
        (
            "Yours, white in small at $23.00, is already the cheapest version in stock; the next one up is sage at"
            " $23.75. So there's nothing below what you paid, and I've left your order as it is. Anything else?"
        ),
        (
            "As a gift card must hold the whole total, the order has to stay on your Cardinal card ending in 1738. If"
            " you'd like, the gift card could pay a part of up to $5.00 and a card or wallet the rest. Would that help?"
        ),
        (
            "The parcel for R907297 was delivered on April 5, so a cancellation is no longer an option. The good news"
            " is that returns are open until May 5: I'd request the return of the curtain pair. Shall I go ahead?"
        ),
        "It was delivered on April 5, so a cancellation is no longer an option. I could return it. Shall I go ahead?",
        (
            "R907297 has reached you already, on April 5, so there's nothing left to cancel. What I'd be able to do"
            " instead is a return: the curtain pair could go back up to and including May 5. Would that be of interest?"
        ),
        (
            "The gift card ending in 8431 has $95.00 left, so $113.00 is more than it can pay. The most I could do for"
            " R712207 is this: $95.00 from the gift card and $24.83 from your Meridian card. Shall I go ahead?"
        ),
        "Your gift card can't cover the whole total, so that split isn't something I can set up. Anything else?",
        "Fallow Cross has no pickup point, so it comes to your door. Anything else?",
        "Bulky things don't go by express, and the tent is one. Anything else?",
        "A part refund isn't on offer for an order like R384098 either, Beatrix. Anything else?",
        "There's no version of the Cascade bath towel that costs less than the $23.00 you paid. Anything else?",
        "That swap isn't something our rules allow. Anything else?",
    ],
)
def test_a_thing_that_there_is_none_of_is_a_refusal(text: str) -> None:
    assert "REFUSE" in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "I'm sorry about the mix-up, Anouk, but the answer on R588911 is no. Can I help with anything else?",
        "I understand, but no. Anything else?",
        "I've checked again, and the answer to the pillow is still no. Anything else?",
        "I understand the hurry, but my answer stays the same. Is there anything else?",
        "I'm sorry, there are no exceptions to this. Is there anything else?",
        "I'm sorry, the rule is the same for everyone. Can I help you with anything else?",
        "I understand that you're in a hurry, but the rule stands. Can I help you with anything else?",
        "Even so, our rules leave no room here. Is there anything else on your mind?",
        "Here I have to disappoint you. Is there anything else?",
    ],
)
def test_a_no_in_other_words_is_a_refusal(text: str) -> None:
    assert acts(text) >= {"REFUSE", "ASK_MORE"}


@pytest.mark.parametrize(
    "text",
    [
        (
            "I am afraid that this is not possible. The shipping of an order can be changed only once, and R912218 has"
            " just been changed to express. Is there anything else I can do for you?"
        ),
        "An order can be exchanged only once, and yours has already been exchanged. Anything else?",
    ],
)
def test_a_change_that_leaves_no_other_is_refused_and_not_claimed(text: str) -> None:
    assert "REFUSE" in acts(text)
    assert "CLAIM_DONE" not in acts(text)


def test_what_was_processed_and_is_too_late_is_refused_and_not_done() -> None:
    said = acts(
        "Thank you, Ruben. R894309 has been processed, so it's too late to cancel it, I'm sorry. Anything else?"
    )
    assert "REFUSE" in said
    assert "CLAIM_DONE" not in said
    assert "CLAIM_DONE" in acts("Your return R894309 has been processed, so the money is on its way. Anything else?")


@pytest.mark.parametrize(
    "text",
    [
        "I'm sorry that what you were told doesn't match. Even so, our rules leave no room here.",
        "I'm sorry what my colleague promised doesn't line up with our rules.",
        "I'm sorry that what you were told doesn't match. Anything else?",
    ],
)
def test_what_was_told_and_does_not_agree_with_the_rules_is_no_matter_of_records(text: str) -> None:
    assert "NOT_FOUND" not in acts(text)
    assert "NOT_FOUND" in acts("I'm sorry, the e-mail address you told me doesn't match any account.")


@pytest.mark.parametrize(
    "text",
    [
        "No rush, Rosalind — I can also look through your orders for the rain jacket myself if that's easier.",
        "No hurry at all, Ada — I could look for the order myself, if you like.",
        "No problem, Wim — I can also find it by your name.",
        "No worries, it's never too late. Which order is it?",
    ],
)
def test_a_reassurance_is_no_refusal(text: str) -> None:
    assert "REFUSE" not in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The 30 days are not over yet, so a return is fine. Shall I set it up?",
        "Only 12 of the 30 days have passed. Shall I set up the return?",
        "You're well within the 30 days; April 20 is the last day. Shall I set it up?",
        "It was delivered on March 15 — today is the last day it can be returned, so good timing! Shall I?",
        "It isn't too late to cancel it. Shall I go ahead?",
        "Once it's with the carrier it's too late to change anything, so let's be quick. Shall I go ahead?",
        "After that it's too late to cancel. Shall I go ahead?",
        "There's no way back after that. Are you happy for me to cancel it?",
        "Afterwards that's no longer an option. Shall I go ahead?",
        "This uses the one exchange for the order. Shall I go ahead?",
        "The mug stays with you, and the rest of the order stays as it is. Shall I go ahead?",
        "The return is set up. The tags have to stay on the shirt. Anything else?",
        "R123456 has no express fee, as it goes by standard. Shall I go ahead?",
        "If your town has no pickup, I'll tell you. Which order is it?",
        "Which order is it? My list says it's no. 4, but please check.",
        "If your answer is no, just tell me. Shall I go ahead?",
        "Is it already past the 30 days? Which order is it?",
        "You paid $25.00 and the new one is $20.00, so there's $5.00 left to refund. Shall I go ahead?",
        "Nothing else can come up: it's done. Anything else?",
        "12 days have passed since it came, so you're within the 30 days. Shall I set it up?",
        "Fewer than 30 days have passed, so it can go back. Shall I set it up?",
        "Tomorrow is too late to change it, so let's do it now. Shall I go ahead?",
        "Bulky products don't go by express, but there are none in yours, so express is fine. Shall I go ahead?",
        "It has already been sent once, and a second one is on its way. Anything else?",
        "June 3 was the last day of the sale. Which item is it?",
    ],
)
def test_what_is_not_so_not_yet_so_or_only_a_warning_is_no_refusal(text: str) -> None:
    assert "REFUSE" not in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The return is set up. That was the one return for this order. Anything else?",
        "Done, it goes by express. It's too late to change it back after this. Anything else?",
        "R123456 is cancelled. There's nothing left for you to do. Anything else?",
    ],
)
def test_what_is_said_after_a_change_is_no_refusal(text: str) -> None:
    assert "CLAIM_DONE" in acts(text)
    assert "REFUSE" not in acts(text)


def test_one_thing_that_is_too_late_beside_another_that_goes_back_is_refused_and_proposed() -> None:
    text = "The 30 days for the mug were over on May 3. The lamp can still go back for $20.00. Shall I set that up?"
    assert {"REFUSE", "CONFIRM"} <= acts(text)
