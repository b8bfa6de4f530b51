"""Refusals, warnings and requests in the words of people who played the agent by hand."""

import pytest

from domains.retail.lexicon import LEXICON
from simulators.understand.acts import Act
from simulators.understand.reader import understand


@pytest.mark.parametrize(
    "text",
    [
        "Ordering from another shop isn't something for which I may cancel, so R859172 remains in place.",
        "A lower price elsewhere is not a thing for which we can cancel.",
        "Still: no cancellation of R821444 for a cheaper price.",
        "As I said, no exchange of the towel.",
        "I understand, but whatever was agreed, it's once per order and that's used up. Sorry.",
        "The one change is spent already, I'm afraid.",
        "That's allowed once only. So no second change, I'm sorry: it goes by express. Anything else?",
        "R798281 has left, and nobody can override that.",
        "Nothing in stock costs less than the $23.00 you paid, Wim. So there's nothing to swap.",
        "I'm sorry, Nils, that was the one shipping change R263057 allows, so it stays with pickup.",
        "For a cancellation I'd need one of the two reasons our rules name, Farah, and yours isn't one of them.",
        "Unfortunately we don't have any coupon or rebate that I could apply.",
        "The door closed on April 8, 2026, so I have to turn the return of the desk lamp down. Anything else?",
        "Sorry, R145634 isn't on your account, so it's off limits for me. Anything else?",
        "A phone number is only changed for customers found by e-mail, so not this way. Anything else?",
        "There's no special status in our rules that would let me split the payment of a processed order.",
        "Pickup is off the table for Oldfen, and express is out too, because the camping chair is bulky.",
    ],
)
def test_what_is_refused_in_other_words_is_a_refusal(text: str) -> None:
    reading = understand(text, LEXICON)
    assert Act.REFUSE in reading.acts
    assert Act.REQUEST not in reading.acts


@pytest.mark.parametrize(
    "text",
    [
        "You get the 2 litre kettle. You then can't exchange or return anything else from this order. Shall I?",
        "I'd change R123456 to pickup. It's once per order, so you can't change it again then. Shall I do it?",
        "That is the one change that R123456 allows. Shall I go ahead?",
    ],
)
def test_what_would_follow_from_a_change_is_no_refusal_of_it(text: str) -> None:
    reading = understand(text, LEXICON)
    assert Act.REFUSE not in reading.acts
    assert Act.CONFIRM in reading.acts


@pytest.mark.parametrize(
    "text",
    [
        "If there's another thing I can do for you, just tell me, and otherwise the order goes out as placed.",
        "If I can help with anything else, tell me; otherwise the order stays as it is.",
    ],
)
def test_an_open_invitation_asks_for_no_order_number(text: str) -> None:
    reading = understand(text, LEXICON)
    assert Act.ASK_MORE in reading.acts
    assert Act.REQUEST not in reading.acts


@pytest.mark.parametrize(
    "text",
    [
        "Also, please name the payment method for a price difference.",
        "Please name the way in which the difference should be paid.",
    ],
)
def test_to_name_something_is_no_question_for_a_name(text: str) -> None:
    assert "full_name" not in understand(text, LEXICON).slots


def test_next_asks_for_more() -> None:
    reading = understand("R263057 is on pickup, $12.00 to Meridian 1639. Next?", LEXICON)
    assert Act.ASK_MORE in reading.acts
    assert Act.CONFIRM not in reading.acts


@pytest.mark.parametrize(
    "text",
    [
        "I have everything: order R537649 goes to 143 Meadow Bank, Vellmouth, 81297. Change it?",
        "R278316 to 107 Amberley Street, Thornbury Vale, 72728 (now 103 Nettle Lane, Upper Wren, 75206). Change it?",
        "Thanks, Moses, got you. Change moses.dalgaard@postbird.example to moses556@inkwell.example?",
        "To recap before saving anything, the new address in your profile would be 35 Hawthorn Rise, Corvane, 15931. "
        "Does everything look right to you?",
        "Then it's: R106142, linen shirt sage/small to sage/large, $10.50 charged to your card. One last yes, please.",
    ],
)
def test_a_proposal_in_short_asks_for_a_yes(text: str) -> None:
    assert Act.CONFIRM in understand(text, LEXICON).acts
