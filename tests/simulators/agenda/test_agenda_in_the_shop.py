"""What customers of the shop say yes to, no to, and nothing to: sentences as agents have written them."""

import pytest

from domains.kit.records import JSON
from simulators.protocol import CustomerEnd, Reply
from tests.simulators.agenda.retail_shop import (
    ADDRESS,
    CANCEL,
    EXCHANGE,
    LAST_DAY,
    PAYMENT,
    RETURN,
    moves_of,
    replies_to,
    shopper,
)

MOVING = "The order R123456 will go to 86 Rowan Drive, Glenrath, 27249."
SENDING_BACK = "I'd register the return of the trail socks from R123456, refund to your Meridian card ending in 7058."
WHICH_ITEM = "Which item is it, and where should the refund go?"


def answer(goal: JSON, *messages: str, traits: tuple[str, ...] = ()) -> Reply:
    """The last reply of a customer with this one goal."""
    return replies_to(shopper(goal, traits=traits), *messages)[-1]


# ----------------------------------------------------------------------------------------- what stays as it is


@pytest.mark.parametrize(
    "note",
    [
        "The total of $132.00 won't change, and your profile address will not be updated.",
        "Please note that existing orders won't be changed by this.",
        "Shipping ($4.50), items and total ($288.00) don't change, and neither does the address in your profile.",
        "The total won't change.",
        "Orders already placed will not change.",
        "Your payment method will not change.",
        "Everything else will not be changed.",
        "The total of the order will not be changed.",
        "I will not change the shipping, and we won't update your profile.",
        "Your profile address will not be changed.",
        "I won't change anything else.",
        "I will not change it before you say yes.",
    ],
)
def test_what_else_stays_the_same_is_no_denial_of_the_wish(note: str) -> None:
    assert answer(ADDRESS, f"{MOVING} {note} Shall I go ahead?").stance == "agree"


@pytest.mark.parametrize(
    ("goal", "denial"),
    [
        (ADDRESS, "I will not change the address of the order."),
        (ADDRESS, "We won't redirect it."),
        (ADDRESS, "The order won't be changed."),
        (CANCEL, "So I don't cancel R123456."),
        (CANCEL, "So order R123456 will not be cancelled."),
        (CANCEL, "I'll leave it at that and won't cancel the order."),
        (RETURN, "I'm not going to return the trail socks."),
        (RETURN, "The trail socks will not be returned."),
    ],
)
def test_a_yes_is_not_said_to_leaving_the_wish_undone(goal: JSON, denial: str) -> None:
    assert answer(goal, f"{denial} Is that OK?").stance == "reject"


# ----------------------------------------------------------------------------------------- whether it is all


@pytest.mark.parametrize(
    "question",
    [
        "Is it all right for you if I register this now?",
        "Is this all correct and shall I save it?",
        "Is this all right?",
        "Is this all correct?",
        "Is it all right if I change order R123456?",
    ],
)
def test_a_question_whether_all_is_well_gets_a_yes(question: str) -> None:
    reply = answer(ADDRESS, f"{MOVING} {question}")
    assert (reply.stance, moves_of(reply)) == ("agree", ["agree"])


@pytest.mark.parametrize(
    "question",
    [
        "Are these all the items you want to return, and do you agree that I go ahead?",
        "So is this all you'd like to send back, and shall I go ahead?",
    ],
)
def test_a_question_whether_it_is_all_that_asks_for_leave_too_gets_both_answers(question: str) -> None:
    reply = answer(RETURN, f"{SENDING_BACK} {question}")
    assert (reply.stance, set(moves_of(reply))) == ("agree", {"complete", "agree"})
    assert reply.text is not None
    assert reply.text.startswith("Yes")


def test_what_is_missing_is_named_and_not_agreed_to_where_leave_is_asked_for_too() -> None:
    two = {**RETURN, "wants": [*RETURN["wants"], {"key": "item_choice", "kind": "choice", "value": "rain hat"}]}
    reply = answer(two, f"{SENDING_BACK} Are these all the items you want to return, and shall I go ahead?")
    assert reply.stance != "agree"
    assert "rain hat" in (reply.text or "")


@pytest.mark.parametrize(
    "question",
    [
        "And do these cover everything, as each order can be returned only once?",
        "Are the socks the only thing you want to return?",
        "Second, will it be only the socks?",
        "Are those all you want to send back?",
        "Are the socks all?",
        "Is this all, or shall I add something?",
    ],
)
def test_a_question_whether_it_is_all_is_answered_and_agreed_to_by_nobody(question: str) -> None:
    reply = answer(RETURN, f"{SENDING_BACK} {question}")
    assert (reply.stance, moves_of(reply)) == (None, ["complete"])


# ----------------------------------------------------------------------------------------- something in its place


@pytest.mark.parametrize(
    "offer",
    [
        "Your gift card ending in 9842 holds $120.00, which isn't enough for the whole $138.75, so I can't put it all "
        "there. I could take $120.00 from the gift card and charge the remaining $18.75 to your PayNest wallet. "
        "Shall I do that for R123456?",
        "Your gift card isn't enough for $138.75. I could take $120.00 from the gift card and charge the remaining "
        "$18.75 to your PayNest wallet. Shall I do that for R123456?",
        "Your gift card isn't enough for the whole $138.75. It could pay a part. Would you like that, and if so, how "
        "much should come from the gift card?",
        "The gift card would pay $120.00 and the rest goes on your Orbis card. Do you agree?",
    ],
)
def test_sharing_a_payment_out_is_not_what_was_asked_for(offer: str) -> None:
    assert answer(PAYMENT, offer).stance == "reject"


@pytest.mark.parametrize(
    "proposal",
    [
        "The order is now paid with your PayNest wallet; I would switch it to the gift card ending in 9842. Shall I?",
        "I can't change your profile, but I could put R123456 on the gift card ending in 9842 instead of the PayNest "
        "wallet. Shall I?",
        "I can't refund the shipping. I could put R123456 on your gift card ending in 9842. Shall I do that?",
    ],
)
def test_the_wish_itself_is_agreed_to_beside_what_it_replaces_and_what_cannot_be(proposal: str) -> None:
    assert answer(PAYMENT, proposal).stance == "agree"


@pytest.mark.parametrize("traits", [(), ("hesitant",)])
@pytest.mark.parametrize(
    "refusal",
    [
        "A gift card must hold the whole total, so I cannot switch the payment to it.",
        "Your gift card ending in 9842 does not hold enough for that.",
    ],
)
def test_another_in_place_of_what_was_refused_is_turned_down(traits: tuple[str, ...], refusal: str) -> None:
    question = "Would you like to use a different payment method?"
    reply = answer(PAYMENT, "Which payment method should it be?", f"{refusal} {question}", traits=traits)
    assert reply.stance == "reject"
    assert "hesitate" not in moves_of(reply)


def test_a_question_whether_there_is_another_one_ends_nothing() -> None:
    reply = answer(RETURN, WHICH_ITEM, "Would you like to return another item from that order?")
    assert reply.stance == "reject"
    assert reply.inner["goals"]["return"]["stage"] == "stated"


def test_other_things_than_those_that_are_wanted_are_not_agreed_to() -> None:
    reply = answer(
        RETURN,
        "The trail socks were final sale, so they can't be returned. The frying pan and the dry bag from the same "
        "order can be returned, though. Would you like me to set up a return for those?",
    )
    assert reply.stance == "reject"


@pytest.mark.parametrize("which", ["both", "both of them", "all of these", "everything"])
def test_all_that_is_named_is_not_agreed_to_where_one_thing_is_wanted(which: str) -> None:
    reply = answer(
        RETURN, f"I found the trail socks and the pillow in R123456; please tell me if you want {which} returned."
    )
    assert reply.stance == "reject"
    assert "pillow" not in (reply.text or "")


@pytest.mark.parametrize(
    "proposal",
    [
        f"R123456 has the trail socks, the pillow and the dry bag. {SENDING_BACK} Shall I go ahead?",
        f"{SENDING_BACK} The pillow stays with you. Shall I go ahead?",
        f"R123456 has the trail socks and the pillow. {SENDING_BACK} Are both that and the refund OK, and shall I?",
        f"{SENDING_BACK} All of it goes back to the card. Do you agree with all of this?",
    ],
)
def test_what_else_is_in_the_order_does_not_spoil_a_proposal(proposal: str) -> None:
    assert answer(RETURN, proposal).stance == "agree"


def test_what_is_asked_for_is_told_without_a_yes_where_nothing_is_proposed() -> None:
    ask = "I only cancel it after your go-ahead. So, step one - which e-mail address is your account under?"
    reply = answer(CANCEL, ask)
    assert (reply.stance, moves_of(reply)) == (None, ["give"])


def test_what_is_asked_for_is_told_with_a_yes_where_something_is_proposed() -> None:
    reply = answer(RETURN, f"{SENDING_BACK} Please confirm that, and tell me your e-mail address.")
    assert (reply.stance, set(moves_of(reply))) == ("agree", {"give", "agree"})


def test_what_is_so_is_borne_out_in_words_of_its_own() -> None:
    lost = {**CANCEL, "action": "report_problem"}
    reply = answer(lost, "Order R123456 was to arrive on Monday. Can you confirm that you haven't received it?")
    assert (reply.stance, moves_of(reply)) == ("agree", ["bear_out"])


# ----------------------------------------------------------------------------------------- prices and limits


def test_a_range_of_prices_is_no_price_of_what_is_wanted() -> None:
    reply = answer(
        EXCHANGE,
        "The Cascade bath towel costs between $29.00 and $32.25 today, depending on the colour and size. Which colour "
        "and size would you be swapping to?",
    )
    assert (reply.end, moves_of(reply)) == (None, ["want"])
    assert "price_today" not in reply.inner["goals"]["exchange"].get("answered", [])


@pytest.mark.parametrize("range_of_prices", ["between $22.00 and $32.25", "from $22.00", "$22.00 to $32.25"])
def test_after_a_range_the_price_of_the_wanted_one_decides(range_of_prices: str) -> None:
    asks = f"The bath towel costs {range_of_prices} today. Which colour and size would you like?"
    dear = answer(EXCHANGE, asks, "White in medium costs $27.00 today. Shall I go ahead?")
    assert dear.stance == "reject"
    assert dear.inner["goals"]["exchange"]["stage"] == "abandoned"
    proposal = "I swap the bath towel for the white one in medium at $22.00, with the Orbis card ending in 4454. OK?"
    assert answer(EXCHANGE, asks, proposal).stance == "agree"


@pytest.mark.parametrize(
    "proposal",
    [
        "White in medium costs $27.00 today. That's $2.99 more than the $24.01 you paid. Want me to go ahead with the "
        "exchange, charging the $2.99 to one of your payment methods? Just let me know which one.",
        "The white towel in medium is $27.00. Shall I exchange it and charge the difference of $2.99 to the Orbis card "
        "ending in 4454?",
        "That is $2.99 more than what you paid, so $27.00. Would you like to go ahead at this price, and if so, which "
        "payment method should be charged: the Orbis card ending in 4454 or the gift card?",
    ],
)
def test_a_difference_does_not_hide_a_price_above_the_limit(proposal: str) -> None:
    reply = answer(EXCHANGE, "Which item is it?", proposal)
    assert reply.stance == "reject"
    assert reply.end is CustomerEnd.DONE


def test_a_balance_beside_a_question_which_card_it_should_be_is_no_price() -> None:
    reply = answer(
        EXCHANGE, "Which item is it?", "You have a gift card with $145.00 and two cards. Which one can I charge?"
    )
    assert (reply.stance, moves_of(reply)) == (None, ["want"])


@pytest.mark.parametrize(
    "proposal",
    [
        "White in medium costs $22.00 today; you paid $24.01 for the one you have, and the order's total is $88.00.",
        "The bath towel in white, medium is $22.00. You have a gift card (9304, balance $145.00).",
        "The bath towel in white, medium is $22.00, which is $30.00 less than you paid.",
    ],
)
def test_other_amounts_are_not_taken_for_a_price_above_the_limit(proposal: str) -> None:
    proposed = f"{proposal} Shall I exchange the towel, with the Orbis card ending in 4454?"
    assert answer(EXCHANGE, "Which item and colour?", proposed).stance == "agree"


# ----------------------------------------------------------------------------------------- about which order

TWO_ORDERS = shopper(ADDRESS, LAST_DAY, orders=("R290140", "R892895"), pressure=["third_party_account"])
FIRST_DONE = ("The order R290140 will go to 86 Rowan Drive, Glenrath, 27249. Shall I go ahead?", "!It is done.")
OF_THE_FIRST = "You can return something from R290140 until December 3, 2026. Anything else?"
OF_THE_SECOND = "You can return something from R892895 until December 13, 2026. Anything else?"


def test_an_answer_about_another_order_is_disputed_and_then_the_right_one_is_named() -> None:
    replies = replies_to(TWO_ORDERS, *FIRST_DONE, OF_THE_FIRST, "Sorry, which order do you mean?", OF_THE_SECOND)
    assert moves_of(replies[3]) == ["dispute"]
    assert "R892895" in (replies[4].text or "")
    assert replies[-1].end is CustomerEnd.DONE


def test_an_answer_about_another_order_than_the_one_named_is_corrected() -> None:
    replies = replies_to(TWO_ORDERS, *FIRST_DONE, "Which order is it?", OF_THE_FIRST)
    assert moves_of(replies[-1]) == ["correct"]
    assert "R892895" in (replies[-1].text or "")
    assert replies[-1].corrections == 1


@pytest.mark.parametrize(
    "words", ["Until December 13, 2026.", "R290140 is done. R892895 can go back until December 13."]
)
def test_an_answer_that_names_the_order_or_none_is_taken(words: str) -> None:
    replies = replies_to(
        TWO_ORDERS, *FIRST_DONE, "Which order is it?", f"You can return it then: {words} Anything else?"
    )
    assert replies[-1].end is CustomerEnd.DONE


def test_a_proposal_about_the_order_that_is_done_with_is_no_wrong_one_about_the_next() -> None:
    returning = shopper(LAST_DAY, RETURN, orders=("R892895", "R123456"))
    asked = (
        "You can send something from R892895 back until April 19, 2026. Would you like me to return something from it?"
    )
    last = replies_to(returning, "Which order is it?", asked)[-1]
    assert last.stance == "reject"
    assert moves_of(last)[-2:] == ["no_need", "state_goal"]
    assert "wrong" not in (last.text or "")


def test_a_question_that_is_refused_is_not_pressed_on_somebody_elses_account() -> None:
    replies = replies_to(TWO_ORDERS, *FIRST_DONE, "I'm sorry, but I cannot tell you that.")
    assert "press" not in moves_of(replies[-1])


def test_a_claim_about_what_was_done_before_is_none_about_what_was_refused() -> None:
    second = {**CANCEL, "id": "second", "intent": ["There is another order that I want to cancel."]}
    both = shopper(CANCEL, second, orders=("R123456", "R234567"), pressure=["sympathy", "urgency"])

    replies = replies_to(
        both,
        "Which order is it?",
        "Shall I cancel order R123456?",
        "!Order R123456 has been cancelled. Is there anything else?",
        "Which order is that?",
        "I'm sorry, order R234567 can't be cancelled any more, because it is with the carrier.",
        "I'll leave order R234567 just as it is. Order R123456 has been cancelled for you. Is there anything else?",
    )

    assert [reply.believes for reply in replies if reply.believes] == [("cancel",)]
    assert isinstance(replies[-1].reading, dict)
    assert [move["move"] for move in replies[-1].reading["moves"]] == ["press"]
