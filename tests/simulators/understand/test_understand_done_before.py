"""What has been done once already is the reason of a refusal, which no agent has just done."""

import pytest

from domains.retail import DOMAIN
from simulators.understand.reader import understand


def acts(text: str) -> set[str]:
    return {act.value for act in understand(text, DOMAIN.lexicon).acts}


@pytest.mark.parametrize(
    "text",
    [
        "It's been redirected once already, so I can't send it anywhere else.",
        "It has been redirected once already, so I can't send it anywhere else.",
        "The refund has been redirected once already, so I can't move it again.",
        "That refund's already been redirected once before, so I'm afraid a second time isn't possible.",
        "The refund was already redirected once, and only once is allowed.",
        "The refund has been moved to your gift card once already, so I can't move it elsewhere.",
        "Your order has been changed once already, so I can't change it again.",
        "The order's address has already been changed once, so I can't change it a second time.",
        "The address was changed once already, and only one change is allowed.",
        "The payment has been split once already, so I can't split it again.",
        "This payment has been split before, so a second split isn't possible.",
        "The refund has already been sent to your gift card, so I can't send it to another card.",
        "The refund has been sent to your Mastercard already, so I'm unable to redirect it.",
        "The item was already exchanged once, so it can't be exchanged again.",
        "The item has been exchanged once already and we only allow one exchange per order, so no.",
        "I'm sorry, but this order has been modified once before, and a second change isn't possible.",
        "Sorry: it's been exchanged already, so I can't do another exchange on that order.",
        "The shipping method has been changed once already, so I can't switch it again.",
        "Its address has been updated once already, so that can't be done again.",
        "It's been returned once already, so I can't set up another return.",
        "Since it's been redirected once already, I can't send it anywhere else.",
        "I can't send it anywhere else, because it's been redirected once already.",
        "I can't change it again: it has been changed once already.",
        "I'm afraid I can't, as the refund has been redirected once.",
        "The refund has been redirected once already. I can't send it anywhere else.",
        "We've redirected this refund once already, so I can't send it anywhere else.",
        "We have already changed the address on this order once, so I can't do it a second time.",
        "That order has been changed once already, which means no further change is possible.",
        "The delivery has been upgraded once already; the policy doesn't allow a second change.",
        "The refund's been redirected once, and once is all that's allowed.",
        "You've had it redirected once already, so I can't send it anywhere else.",
        "It has been split once already and a payment can only be split once.",
        "The refund has now been redirected once, so I can't do it again.",
        "The payment method has been changed once already, so I have to decline another change.",
        (
            "I looked at R740681, Keiko. It's been redirected once already, so I can't send it anywhere"
            " else. Anything else I can do for you?"
        ),
        (
            "Sorry, no: the refund of R740681 has been redirected to your gift card once already, and our"
            " rules allow a single redirection. It will be paid to your gift card once the parcel is back."
            " Is there anything else?"
        ),
        "It's been redirected once already, so it goes to your gift card and I can't send it anywhere else.",
        "The address on R123456 was changed to 12 Elm Street on March 2 already, so a second change isn't possible.",
        (
            "The refund for R740681 was already redirected to your wallet earlier, and a refund can be"
            " redirected only once."
        ),
        "That's been done once already. A second redirection isn't something I can do.",
        "You already had this refund redirected once, and that's all our rules allow.",
        "This order's shipping has been upgraded before; only one change is permitted.",
        "Because the order's been changed once already, another change is ruled out.",
        "I moved it once already, so I can't move it a second time.",
        "I've already redirected it once, to your gift card, so I can't do it again.",
    ],
)
def test_what_has_been_done_before_is_the_reason_of_a_no(text: str) -> None:
    assert "REFUSE" in acts(text)
    assert "CLAIM_DONE" not in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "I've redirected the refund to your gift card, and I can't change that again.",
        "Done: the refund has been redirected to your gift card. It can't be redirected again.",
        "The refund has been redirected to your gift card, so it can't be changed again.",
        "I've changed the address to 12 Elm St; since an order can be changed only once, I can't change it again.",
        "Your order has been cancelled, so I can't change it any more.",
        "I have exchanged the lamp, so the order can't be changed again.",
        "I've just split the payment, so it can't be split a second time.",
        "The exchange has been set up, and only one exchange per order is allowed.",
        "I've just moved the refund to your gift card. It has now been redirected once, so I can't move it again.",
        "I've cancelled the order. Since it had been changed once already, I couldn't do that again.",
        "Done, the payment is split. As I said before, it can't be split again.",
        "I've exchanged the lamp for the blue one. Each order can be exchanged once, so I can't do that again.",
        "The refund has been moved to your gift card as you asked before, and it can't be moved again.",
    ],
)
def test_what_has_just_been_done_and_can_be_done_but_once_is_done(text: str) -> None:
    assert "CLAIM_DONE" in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "R123456 was changed once already. Shall I hand you over to a colleague?",
        "The address was changed once before, but I can still change it. Shall I?",
        "No, it's been swapped once before.",
    ],
)
def test_what_has_been_done_before_is_neither_done_nor_refused_by_itself(text: str) -> None:
    assert acts(text).isdisjoint({"CLAIM_DONE", "REFUSE"})
