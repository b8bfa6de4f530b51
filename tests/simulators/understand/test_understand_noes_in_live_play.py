"""Noes that were not read in live play: prices from which nothing is taken off, reasons that do not count."""

import pytest

from domains.retail.lexicon import LEXICON
from simulators.understand.acts import Act
from simulators.understand.reader import understand

REFUSALS = (
    "No luck, the price is what it is.",
    "The price is fixed at $23.00, no reductions.",
    "Really so. No discount on R123456.",
    "We don't match other shops' prices, so I can't refund any difference.",
    "No coupons or rebates here, so nothing comes off the price.",
    "We don't price match.",
    "There are no discounts for it.",
    "I can't take anything off the price.",
    "I wish I could, but the policy ties my hands.",
    "I'm afraid our rules know no discounts: the clogs and the towel stay at what you paid.",
    "That's already the cheapest one; all others cost more. So there's nothing I can knock off. Shall everything stay"
    " as it is?",
    "Returns are open for 30 days after that, so it can't be taken back any more.",
    "I understand, but slow delivery isn't a reason that lets me cancel.",
    "It was delivered on April 5, so a cancellation is out.",
    "Its refund of $13.64 has been redirected once before, and that can be done one time only.",
    "The refund went to your gift card, and so it has to stay there.",
    "Only a pending order can be cancelled, so a cancellation is not possible. What the rules do allow is a return."
    " Would you like me to set up that return?",
    "It's with the carrier already, which rules a cancellation out. When it has been delivered, you may return it.",
    "The card ending in 9842 holds $20.00. Not enough, so no switch.",
    "The rule has no exceptions.",
    "It's under way with the carrier, so for now neither a return nor a cancellation is possible.",
    "Too late, I'm afraid: R123456 is with the carrier.",
    "Sorry, no cancellation possible at this stage.",
    "That means no more changes from our side.",
    "Cancelling is off the table.",
    "There has been a return for this order already, and it's one per order.",
    "An exchange was made on R123456, and there's only one return or exchange per order.",
    "Your gift card's balance is too low for that order.",
    "A gift card needs to hold the entire total, and yours doesn't.",
    "Only pending orders can be redirected. Yours isn't pending any more.",
    "Neither a friend's card nor PayNest can receive it.",
    "Express goes to five cities, of which Yarrow Falls isn't one.",
    "That's understandable, but another shop's price is none of the reasons for which we cancel.",
)
OTHERS = (
    "No discount was applied to this order.",
    "No coupon code is needed.",
    "The price of the lamp is $20.00.",
    "Is the price final?",
    "You can't go wrong with that.",
    "I can't wait to help.",
    "I can't thank you enough.",
    "There's one return or exchange per order.",
)


@pytest.mark.parametrize("message", REFUSALS)
def test_who_says_no_in_whatever_words_refuses(message: str) -> None:
    acts = understand(message, LEXICON).acts
    assert Act.REFUSE in acts
    assert acts.isdisjoint({Act.NOT_FOUND, Act.CLAIM_DONE})


@pytest.mark.parametrize("message", OTHERS)
def test_who_tells_of_a_price_does_not(message: str) -> None:
    assert Act.REFUSE not in understand(message, LEXICON).acts


def test_a_no_that_ends_a_sentence_is_no_number() -> None:
    assert understand("So it has shipped, so no. Anything else?", LEXICON).acts == {Act.REFUSE, Act.ASK_MORE}


@pytest.mark.parametrize(
    "message",
    [
        "Is that all of it, and do I have your yes?",
        "Is that all, and may I go ahead?",
        "So: is that everything, and ok to do it?",
        "Is that everything, and are you happy with it?",
    ],
)
def test_a_yes_asked_for_beside_whether_it_is_all_is_asked_for(message: str) -> None:
    assert Act.CONFIRM in understand(message, LEXICON).acts


@pytest.mark.parametrize("message", ["R537649 is on express now, and PayNest was charged $4.50."])
def test_how_an_order_travels_from_now_on_is_a_receipt(message: str) -> None:
    assert Act.CLAIM_DONE in understand(message, LEXICON).acts


@pytest.mark.parametrize("message", ["Perfect, R641148 stays as ordered.", "OK, R641148 remains as placed. Bye!"])
def test_what_stays_as_it_was_ordered_has_not_been_done(message: str) -> None:
    assert Act.CLAIM_DONE not in understand(message, LEXICON).acts


@pytest.mark.parametrize("message", ["It was $92.03. Does that answer it?", "Does this answer your question?"])
def test_whether_it_was_answered_invites_more(message: str) -> None:
    reading = understand(message, LEXICON)
    assert Act.ASK_MORE in reading.acts
    assert Act.REQUEST not in reading.acts
