"""Proposals that name the amount that is wanted only beside another, to which a yes would be."""

import pytest

from simulators.protocol import Reply
from tests.simulators.agenda.retail_shop import moves_of, replies_to, shopper
from tests.simulators.agenda.test_agenda_shortfalls import CARD, DETAILS, SPLIT

SHALL_I = "Shall I set it up like that?"
REST = f"and $40.00 from {CARD}"
TOLD_TO_BE_SHORT = (
    f"Your gift card has a balance of $30.00, which is $20.00 less than the $50.00 you'd like it to pay. For #R123456"
    f" ($70.00) the most I could do is $30.00 from the gift card {REST}. {SHALL_I}",
    f"Your gift card ending in 8431 has a balance of $30.00, so of the $50.00 you named it can cover $30.00. The"
    f" remaining $40.00 of order #R123456 would then go on {CARD}. Would you like me to go ahead with this split?",
    f"The gift card holds $30.00, $20.00 short of $50.00. I could take $30.00 from it {REST}. {SHALL_I}",
    f"With a balance of $30.00 the gift card falls short of your $50.00 by $20.00. So it would be $30.00 from the gift"
    f" card {REST}. OK?",
    f"Your gift card is $20.00 short of the $50.00 you asked for: at most it can pay $30.00. So $30.00 from the gift"
    f" card {REST} for #R123456. Is that all right?",
    f"For R123456 I'd take $30.00 from the gift card instead of $50.00, {REST}, since that's all it holds. Yes?",
    f"The gift card's balance of $30.00 is below $50.00. I'd put $30.00 on the gift card {REST}. Do you agree?",
    f"At $30.00 the gift card's balance isn't enough for $50.00. My proposal: $30.00 gift card, $40.00 {CARD}. Yes?",
    f"You'd like $50.00 from the gift card, but it only has $30.00. I'd split R123456 like this: $30.00 from the gift"
    f" card {REST}. Please confirm.",
    f"The most I can take from the gift card is $30.00, not $50.00. So $30.00 from it {REST}. {SHALL_I}",
    f"I can put at most $30.00 of the $50.00 on your gift card; the other $40.00 of R123456 go to {CARD}. {SHALL_I}",
    "| | wished | possible |\n|---|---|---|\n| Gift card | $50.00 | $30.00 |\n"
    f"| Orbis card ending in 4454 | $20.00 | $40.00 |\n\nYour gift card holds $30.00. {SHALL_I}",
)
NAMED_BESIDE_ANOTHER = (
    f"You asked for $50.00 from the gift card. I'd take $30.00 from the gift card {REST} for R123456. {SHALL_I}",
    f"Rather than $50.00, I'd take $30.00 from the gift card {REST}. {SHALL_I}",
    f"The $50.00 you want isn't possible. I'd take $30.00 from your gift card {REST}. {SHALL_I}",
    f"$50.00 is more than your gift card could pay. So $30.00 from the gift card {REST}. {SHALL_I}",
    f"$50.00 can't be taken from the gift card. R123456: $30.00 gift card, $40.00 {CARD}. {SHALL_I}",
    f"Requested: $50.00\nGift card: $30.00\nOrbis card ending in 4454: $40.00\n\n{SHALL_I}",
    f"For #R123456 I'd use $30.00 of your gift card in place of $50.00, {REST}. Would that be OK?",
    f"I'd have to lower the $50.00 to $30.00: $30.00 from the gift card {REST}. Would you like that?",
    f"Let me change $50.00 to $30.00 for the gift card, {REST}. OK?",
)
RIGHT = (
    f"You asked for $50.00 from the gift card and the rest from {CARD}, which is $20.00. {SHALL_I}",
    f"As you wish, $50.00 from the gift card, and {CARD} pays the rest, $20.00. {SHALL_I}",
    f"The $50.00 you'd like come from the gift card and $20.00 from {CARD}. {SHALL_I}",
    f"The total of R123456 is $70.00. You want the gift card to pay $50.00, so $20.00 go on {CARD}. {SHALL_I}",
    f"Instead of $70.00 from {CARD}, I'd take $50.00 from the gift card and $20.00 from the Orbis card. {SHALL_I}",
    f"Your gift card holds $80.00, more than the $50.00 you want to use. $20.00 go on {CARD}. {SHALL_I}",
    f"Your gift card covers the $50.00, so R123456 would be $50.00 gift card and $20.00 {CARD}. This can't be undone."
    f" {SHALL_I}",
    f"The $50.00 you requested would come off the gift card and leave $30.00 on it; {CARD} pays $20.00. {SHALL_I}",
    f"| Method | Amount |\n|---|---|\n| Gift card | $50.00 |\n| Orbis card ending in 4454 | $20.00 |\n\n{SHALL_I}",
    f"Why don't I put $50.00 of R123456 on the gift card and $20.00 on {CARD}? {SHALL_I}",
)


def answer(*messages: str, pressure: tuple[str, ...] = ()) -> Reply:
    """The last reply of a customer who wants $50.00 to be paid with the gift card."""
    return replies_to(shopper(SPLIT, pressure=list(pressure)), *messages)[-1]


@pytest.mark.parametrize("proposal", TOLD_TO_BE_SHORT)
def test_a_smaller_amount_put_up_beside_what_is_short_is_a_refusal_of_the_wanted_one(proposal: str) -> None:
    reply = answer(DETAILS, proposal)
    assert reply.stance != "agree"
    assert "accept_refusal" in moves_of(reply)
    assert moves_of(answer(DETAILS, proposal, pressure=("sympathy",))) == ["press"]


@pytest.mark.parametrize("proposal", NAMED_BESIDE_ANOTHER)
def test_an_amount_named_only_beside_the_one_that_is_proposed_gets_no_yes(proposal: str) -> None:
    reply = answer(DETAILS, proposal)
    assert reply.stance != "agree"
    assert {"correct", "accept_refusal", "contest"} & {*moves_of(reply)}


@pytest.mark.parametrize("proposal", RIGHT)
def test_the_wanted_amount_is_agreed_to_whatever_stands_beside_it(proposal: str) -> None:
    assert answer(DETAILS, proposal).stance == "agree"
