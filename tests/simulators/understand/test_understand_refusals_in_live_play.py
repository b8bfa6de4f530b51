"""Refusals of agents that played live, beside which other sentences stand, read with the words of the shop."""

import pytest

from domains.retail import DOMAIN
from simulators.understand.reader import understand


def acts(text: str) -> set[str]:
    return {act.value for act in understand(text, DOMAIN.lexicon).acts}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Thank you, Emeka. I can only do half of that, I'm afraid:\n\n* **Featherdown pillow**: marked final sale,"
            " so it can be neither returned nor exchanged.\n* **Tidewrack dry bag** (blue, 5 litre): can be returned;"
            " $19.75 would go to your Meridian card ending in 7058 once it has arrived.\n\nShall I set up the return of"
            " just the dry bag from order R702882? An order can be returned only once, so please also tell me if"
            " anything else should go with it."
        ),
        "A phone number can only be changed if I find the account by its e-mail address. Anything else?",
        "Neither can be cancelled any more, as only pending orders can be. Is there anything else?",
        "The blanket can be neither returned nor exchanged, as it was on final sale. Anything else?",
        "Order R123456 is delivered, so it can no longer be cancelled. Anything else today?",
        "Only the refund of an outstanding return can be redirected, and yours has been paid out. Anything else?",
        "Names can't be changed in our system. Anything else I can do?",
        "Neither the socks nor the towel can be returned. Shall I return the mug only?",
    ],
)
def test_what_cannot_be_done_by_an_action_of_the_shop_is_refused_whatever_stands_beside_it(text: str) -> None:
    assert "REFUSE" in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Please note that an order can only be exchanged once. Shall I go ahead with the swap?",
        "Just a heads-up: whatever is left on it after the order can't be refunded. Are you happy with everything?",
        "It can only be changed while it's pending, so now is the time. What would you like to change?",
        "I'm sorry, Maribel, the exchange tool returned an error saying that the order couldn't be reached. I'm trying"
        " it again now.",
        "Orders can only be returned after delivery, and yours was delivered, so that's fine. Which item is it?",
        "Shipping isn't refunded with a return; you'd get $19.75 back. Shall I go ahead?",
        "Pack it well, because returns sent without a label aren't covered. Shall I go ahead?",
    ],
)
def test_a_rule_beside_a_proposal_and_a_hitch_are_no_refusals(text: str) -> None:
    assert "REFUSE" not in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "My hands are tied on this one. Anything else?",
        "That's a firm no on the discount. Anything else?",
        "Nothing can be added to an order after it was placed. Is there anything else?",
        "We never refund shipping. Anything else?",
        "The 30 days ended on March 1, so the lamp has to stay with you. Anything else?",
    ],
)
def test_a_refusal_beside_which_there_is_only_an_invitation_stays_one(text: str) -> None:
    assert acts(text) >= {"REFUSE", "ASK_MORE"}


@pytest.mark.parametrize(
    "text",
    [
        "I've swapped the shirt for a blue one. The order can't be exchanged again after this. Anything else?",
        "The return is set up. No further items can be added to it now. Anything else?",
        "Done: R123456 is cancelled. Please note that this can't be undone. Anything else?",
    ],
)
def test_what_cannot_be_done_after_a_change_is_no_refusal(text: str) -> None:
    assert "CLAIM_DONE" in acts(text)
    assert "REFUSE" not in acts(text)


def test_another_thing_that_cannot_be_changed_beside_a_change_is_refused() -> None:
    assert acts("I've cancelled R123456. R654321 can't be cancelled, as it's processed.") >= {"CLAIM_DONE", "REFUSE"}


@pytest.mark.parametrize(
    "text",
    [
        "It's still a no. Anything else?",
        "The answer is still no. Anything else?",
        "I'm sorry, the answer stays no. Is there anything else?",
        "I do see that it matters to you, and it's still a no. Anything else?",
        "My answer remains no. Can I help with anything else?",
    ],
)
def test_a_no_at_the_end_of_a_sentence_is_a_refusal_of_its_own(text: str) -> None:
    assert {"REFUSE", "ASK_MORE"} <= acts(text)
    assert "NOT_FOUND" not in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "What is your order no.? Please also tell me your name.",
        "Please send me the order no. and your e-mail.",
        "Which order is it, no. 1 or no. 2?",
    ],
)
def test_a_number_that_is_written_short_is_no_refusal(text: str) -> None:
    assert "REQUEST" in acts(text)
    assert "REFUSE" not in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        (
            "A better price elsewhere isn't a reason we accept for cancelling, so the order remains. Shall I change its"
            " address instead, R821444 to 176 Teasel Close, Corvane, 15858?"
        ),
        "A better price elsewhere isn't a reason for which we can cancel an order. I'll give you $10.00 back.",
        "Slow delivery isn't a reason we can accept. Would you still like to keep the order?",
        "A cheaper offer is not one of the reasons for which we cancel. Anything else?",
    ],
)
def test_a_reason_that_does_not_count_is_a_refusal(text: str) -> None:
    assert "REFUSE" in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        (
            "I regret to say that the shipping of an order may be changed once only, and for order R611954 this has now"
            " been used. It therefore remains with pickup. Is there anything else?"
        ),
        "An order may be exchanged once, which has already happened here. Anything else?",
        "For that order there's no express, as it has a bulky product in it. Shall I leave it at standard?",
        "Each order may be exchanged once, and for R123456 that one time has been used. Anything else?",
        "R757478 has been processed and is with the carrier, which rules out another address for it.",
        "The parcel is on its way: that rules out a cancellation. Anything else?",
        "So there's no version that would give you something back, and I haven't changed anything in R641148.",
        "There's no way in which I could lower the price. Anything else?",
        (
            "The sun hat is in R513973, Elif. Sadly, that ship has sailed: it was delivered on January 30, 2026, and"
            " returns were open until March 1 only. Anything else?"
        ),
        "The lamp was delivered on January 2, and returns were possible until February 1 only. Anything else?",
    ],
)
def test_what_is_ruled_out_in_other_words_is_refused(text: str) -> None:
    assert "REFUSE" in acts(text)
    assert not acts(text) & {"NOT_FOUND", "CLAIM_DONE"}


@pytest.mark.parametrize(
    "text",
    [
        "The hum can't be worse than my fan.",
        "It can't be better than that, can it?",
        "That can't be right. Let me check it again.",
        "That rules out the blue one; the green one is in stock.",
        "That's not a reason to worry. Your order arrives tomorrow.",
        "There is no way that would keep you from returning it. Shall I go ahead?",
        "Returns were possible until yesterday and still are, as we have extended it.",
    ],
)
def test_what_only_sounds_like_a_no_is_none(text: str) -> None:
    assert "REFUSE" not in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Your order R774964 has been processed, which means that I can't have it sent to 128 Hawthorn Rise.",
        (
            "Thank you for waiting, Ms Tran. I have looked at everything. Your order R774964 has been processed, which"
            " means that I can't have it sent to 128 Hawthorn Rise. The rules are that only pending orders can have"
            " their address changed. The order contains a kettle and a lamp. Is there anything else?"
        ),
        "Order R123456 has been processed, so its address can't be changed any more.",
        "Your order has been processed and is on its way, which rules out a cancellation.",
    ],
)
def test_the_status_of_an_order_that_forbids_something_is_no_change(text: str) -> None:
    assert "REFUSE" in acts(text)
    assert "CLAIM_DONE" not in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Your refund has been processed.",
        "Your return has been processed, so you will get $20.00 back.",
        "Your order has been cancelled, which means that $12.00 goes back to your card.",
    ],
)
def test_a_change_with_what_follows_from_it_is_a_change(text: str) -> None:
    assert "CLAIM_DONE" in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "R307836 is already processed and with the carrier, so it can't be cancelled. Shall I cancel R686425?",
        (
            "Here's where the two stand:\n\n- **R307836** is already processed, so it can't be cancelled.\n"
            "- **R686425** is still pending.\n\nShall I cancel R686425?"
        ),
        (
            "Sorry, Moses, but the shipping of an order can be changed only once, and that has just been used up for"
            " R897683. It stays with pickup."
        ),
        "But the one change of shipping for R897683 has been made, and there's no second one.",
    ],
)
def test_what_cannot_be_done_with_one_order_is_refused_beside_a_proposal_for_another(text: str) -> None:
    assert "REFUSE" in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The return would be set up for R307836. It can't be cancelled. Shall I?",
        "Once R307836 is returned, it can't be changed. Would you like me to go ahead?",
        "It can't be undone. Shall I cancel R686425?",
    ],
)
def test_what_is_to_be_borne_in_mind_about_a_proposal_refuses_nothing(text: str) -> None:
    assert "REFUSE" not in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "For privacy reasons I can neither change it nor tell you anything about it.",
        "We can neither cancel nor change that order.",
        "R214634 can be neither changed nor cancelled.",
    ],
)
def test_what_can_be_done_in_neither_way_is_refused(text: str) -> None:
    assert "REFUSE" in acts(text)


@pytest.mark.parametrize("text", ["I can neither find the name nor the e-mail.", "Neither card needs to be changed."])
def test_what_is_found_in_neither_way_is_not_refused(text: str) -> None:
    assert "REFUSE" not in acts(text)


@pytest.mark.parametrize("question", ["Would that be of use?", "Would that help you?", "Would this be helpful?"])
def test_whether_something_would_help_asks_for_no_reason(question: str) -> None:
    offer = "I can change the address of an order that's in your own account and still pending."
    for before in ("", "I've looked it up, but order R214634 isn't part of your account. ", "Thank you, Delphine. "):
        assert "REQUEST" not in acts(f"{before}I can neither change it nor tell you of it. {offer} {question}")
