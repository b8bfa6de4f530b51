"""Proposals that reach further than the wish, or elsewhere: nobody says yes to more than they want."""

import pytest

from domains.kit.records import JSON
from tests.simulators.agenda.retail_shop import (
    ADDRESS,
    ADDRESS_ASKED,
    EXCHANGE,
    RETURN,
    RETURN_ASKED,
    moves_of,
    replies_to,
    shopper,
)

CARD = "your Meridian card ending in 7058"
NEW = "86 Rowan Drive, Glenrath, 27249"


@pytest.mark.parametrize(
    ("goal", "asked", "proposal"),
    [
        (RETURN, RETURN_ASKED, f"I'd return the trail socks and the pillow from R123456, $40.00 to {CARD}. OK?"),
        (RETURN, RETURN_ASKED, f"Shall I return the pillow as well as the trail socks from R123456, all to {CARD}?"),
        (RETURN, RETURN_ASKED, f"I'd return everything in R123456 to {CARD}. Shall I?"),
        (RETURN, RETURN_ASKED, f"Shall I return the whole order R123456, with the refund to {CARD}?"),
        (RETURN, RETURN_ASKED, "I'd exchange the trail socks from R123456 for another pair. Shall I?"),
        (RETURN, RETURN_ASKED, f"I'd cancel R123456 and refund {CARD}. Shall I?"),
        (ADDRESS, ADDRESS_ASKED, "Shall I send R123456 to 68 Rowan Drive, Glenrath, 27249?"),
        (ADDRESS, ADDRESS_ASKED, f"R123456 and R654321 would both go to {NEW}. OK?"),
        (ADDRESS, ADDRESS_ASKED, f"Shall I send R654321 and R123456 to {NEW}?"),
    ],
)
def test_who_is_proposed_more_or_something_else_does_not_agree(goal: JSON, asked: str, proposal: str) -> None:
    reply = replies_to(shopper(goal), asked, proposal)[-1]
    assert reply.stance == "reject"
    assert "agree" not in moves_of(reply)


@pytest.mark.parametrize(
    ("goal", "asked", "proposal"),
    [
        (
            RETURN,
            RETURN_ASKED,
            f"I'd return the trail socks from R123456, and the pillow stays with you. $12.00 to {CARD}?",
        ),
        (RETURN, RETURN_ASKED, f"Only the trail socks, not the pillow, from R123456. $12.00 to {CARD}. Confirm?"),
        (
            RETURN,
            RETURN_ASKED,
            f"The order has trail socks and a pillow. I'd return the trail socks from R123456, $12.00 to {CARD}. OK?",
        ),
        (ADDRESS, ADDRESS_ASKED, f"R123456 goes to {NEW}; R654321 stays where it is. OK?"),
        (
            ADDRESS,
            ADDRESS_ASKED,
            f"Shall I send R123456 to {NEW}? It's 86 Rowan Drive now and no longer 58 Magnolia Drive.",
        ),
    ],
)
def test_what_else_there_is_may_be_named(goal: JSON, asked: str, proposal: str) -> None:
    assert replies_to(shopper(goal), asked, proposal)[-1].stance == "agree"


LISTED = "It has one item: a bath towel. In stock are:\n- white: medium $20.00, small $19.00\n- sage: large $20.00\n\n"


@pytest.mark.parametrize("asked", ["Which one?", "Which one, and does your Orbis card (4454) take the difference?"])
def test_which_one_behind_a_list_of_options_asks_for_the_options(asked: str) -> None:
    assert "white and medium" in (replies_to(shopper(EXCHANGE), LISTED + asked)[-1].text or "").lower()


@pytest.mark.parametrize(
    "asked",
    [
        "Besides the trail socks, would you also like to return the pillow?",
        "Do you want to return anything besides the trail socks?",
        "Would you also like to send back the frying pan or the pillow, besides the trail socks?",
        "Besides them, would you like to return the pillow from that order as well?",
        "And the pillow - does that stay with you?",
    ],
)
@pytest.mark.parametrize("before", [(), (RETURN_ASKED,)])
def test_asked_for_more_along_with_it_the_customer_neither_agrees_nor_leaves(
    asked: str, before: tuple[str, ...]
) -> None:
    reply = replies_to(shopper(RETURN), *before, asked)[-1]
    assert (reply.stance, reply.end) == (None, None)


def test_more_of_the_same_in_a_list_of_what_is_proposed_is_corrected() -> None:
    both = f"Then both: R123456, return of the trail socks ($12.00) and the pillow ($40.00), $52.00 to {CARD}. Yes?"
    assert replies_to(shopper(RETURN), RETURN_ASKED, both)[-1].stance == "reject"


@pytest.mark.parametrize(
    "asked",
    [
        "Is there anything more from it you'd return, or may I go ahead with just this?",
        "Is there anything else from this order you'd like to return, or shall I go ahead?",
        "Anything more from that order, or may I go ahead with just that?",
        "Is there more you want to send back, or should I go ahead with this?",
    ],
)
def test_asked_whether_there_is_more_or_it_may_be_done_the_customer_says_yes(asked: str) -> None:
    told = f"I'd return the trail socks from R123456, with $12.00 refunded to {CARD} when they arrive."
    reply = replies_to(shopper(RETURN), RETURN_ASKED, f"{told} {asked}")[-1]
    assert (reply.stance, reply.end) == ("agree", None)
