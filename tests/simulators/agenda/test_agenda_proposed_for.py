"""Which of two orders a proposal is for, where a message names both."""

import pytest

from simulators.protocol import Reply
from tests.simulators.agenda.retail_shop import ADDRESS, ADDRESS_ASKED, replies_to, shopper

OTHER = "R606734"
NEW = "86 Rowan Drive, Glenrath, 27249"


def answer_to(message: str) -> Reply:
    return replies_to(shopper(ADDRESS), ADDRESS_ASKED, message)[-1]


@pytest.mark.parametrize(
    "message",
    [
        f"There are two orders: {OTHER}, which is pending, and R123456, which is packed. I can send {OTHER} to {NEW}."
        " Shall I?",
        f"R123456 is the one with the lamp in it. {OTHER} is still pending: shall I send {OTHER} to {NEW}?",
        f"R123456 has the lamp in it. {OTHER} is still pending, and I'd send that one to {NEW}. Shall I go ahead?",
        f"{OTHER} can still be redirected, whereas R123456 has gone off with the carrier and must keep its address. Did"
        f" you mean {OTHER}, which I'd send to {NEW} rather than to 58 Magnolia Drive, and if so, shall I go ahead?",
    ],
)
def test_no_yes_is_said_where_it_is_for_the_other_order(message: str) -> None:
    assert answer_to(message).stance == "reject"


@pytest.mark.parametrize(
    "message",
    [
        f"There are two orders: {OTHER} has the bowl in it, R123456 the lamp. I can send R123456 to {NEW}. Shall I?",
        f"R123456 would go to {NEW} from now on; {OTHER} stays as it is. Shall I go ahead?",
        f"{OTHER} has shipped. R123456 is pending, and I'd send that one to {NEW}. Shall I go ahead?",
        f"I've opened {OTHER}, too, but it's R123456 that you want to have sent to {NEW}. May I see to it?",
    ],
)
def test_the_other_order_may_be_told_of_beside_a_proposal_for_the_right_one(message: str) -> None:
    assert answer_to(message).stance == "agree"
