"""A message that says what is not to be had and proposes something: a yes only where that is what is wanted next."""

import pytest

from tests.simulators.agenda.retail_shop import EXCHANGE_ASKED, moves_of, replies_to, shopper
from tests.simulators.agenda.test_agenda_not_to_be_had import CARD, GOAL

GONE = "White, medium isn't available, I'm sorry."
ANOTHER = (
    f"I'd exchange the bath towel in R123456, white/small, for coral/medium, with $2.00 charged to {CARD}. Other"
    " choices in stock: sage in medium, white in large, coral in large. What do you say?",
    f"If you like, I'd change the towel to coral, medium with {CARD}. There's also white in large. Shall I?",
    "In stock: coral, medium ($20.00) and white, large ($24.00). The rest of R123456 stays, right? And which card?",
    "Still there: white, large; coral, large. What will it be? The rest of the order stays as it is, right?",
    f"In stock are white, large and coral, medium. Shall I exchange it for the coral one, with {CARD}?",
)
NEXT = (
    f"I could exchange the bath towel in R123456 for white, large, with $2.00 charged to {CARD}. Shall I?",
    f"Would you like me to exchange the bath towel in R123456 for white, large, with {CARD}, instead?",
    f"In stock: white, large; coral, medium. I'd exchange the towel in R123456 for white, large, with {CARD}. OK?",
)


@pytest.mark.parametrize("proposal", ANOTHER)
def test_who_turns_to_the_next_agrees_to_nothing_else_in_the_same_breath(proposal: str) -> None:
    reply = replies_to(shopper(GOAL), EXCHANGE_ASKED, f"{GONE} {proposal}")[-1]
    assert "take_next" in moves_of(reply)
    assert reply.stance != "agree"


@pytest.mark.parametrize("proposal", NEXT)
def test_who_is_offered_just_the_next_says_yes_to_it(proposal: str) -> None:
    reply = replies_to(shopper(GOAL), EXCHANGE_ASKED, f"{GONE} {proposal}")[-1]
    assert (reply.stance, moves_of(reply)) == ("agree", ["take_next", "agree"])
