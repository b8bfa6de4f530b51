"""Receipts: who was told everything, and rightly, does not ask whether it has been done; who was not, may."""

import pytest

from domains.kit.records import JSON
from simulators.protocol import CustomerEnd
from tests.simulators.agenda.retail_shop import ADDRESS, CANCEL, RETURN, moves_of, replies_to, shopper

CARD = "Meridian card ending in 7058"
PROPOSAL = f"I'd return the **trail socks** from R123456 and refund $12.99 to your **{CARD}**. Shall I go ahead?"
MORE = "Is there anything else?"
WHOLE = (
    f"Done! I've set up the return of the trail socks from R123456; $12.99 goes to your {CARD}. {MORE}",
    f"**Return confirmed**\n\n- Order: R123456\n- Item: trail socks\n- Refund: $12.99 to your {CARD}\n\n{MORE}",
    f"All set!\n\n| Item | Refund | To |\n|---|---|---|\n| Trail socks | $12.99 | {CARD} |\n\n{MORE}",
)
IN_NOUNS = (
    f"Here is your return:\n- **Order:** R123456\n- **Item:** Trail socks\n- **Refund:** $12.99 to {CARD}\n\n"
    f"Please send it back within 14 days. {MORE}"
)
NOT_PLAIN = (
    f"The return is done. {MORE}",
    f"Great, that's taken care of. {MORE}",
    f"I've set up the return of the trail socks from R123456. {MORE}",
    f"I've set up the return of the frying pan from R123456; $12.99 goes to your {CARD}. {MORE}",
)


@pytest.mark.parametrize("traits", [(), ("anxious",)])
@pytest.mark.parametrize("receipt", [*WHOLE, IN_NOUNS])
def test_a_receipt_that_says_everything_is_believed_at_once(receipt: str, traits: tuple[str, ...]) -> None:
    reply = replies_to(shopper(RETURN, traits=traits), PROPOSAL, f"!{receipt}")[-1]
    assert (moves_of(reply), reply.end) == (["thank", "nothing_more"], CustomerEnd.DONE)
    assert reply.believes == ("return",)


@pytest.mark.parametrize("receipt", NOT_PLAIN)
def test_who_worries_asks_once_where_the_receipt_does_not_say_everything(receipt: str) -> None:
    replies = replies_to(shopper(RETURN, traits=("anxious",)), PROPOSAL, f"!{receipt}", f"Yes, it is. {MORE}")
    assert [moves_of(reply) for reply in replies[2:]] == [["ask_done"], ["thank", "nothing_more"]]


@pytest.mark.parametrize("receipt", [*WHOLE, IN_NOUNS])
def test_a_receipt_of_what_was_not_seen_to_be_done_is_asked_after(receipt: str) -> None:
    for traits in ((), ("anxious",)):
        assert moves_of(replies_to(shopper(RETURN, traits=traits), PROPOSAL, receipt)[-1]) == ["ask_done"]


@pytest.mark.parametrize(
    ("goal", "proposal", "receipt", "moves"),
    [
        (CANCEL, "Shall I cancel R123456?", "R123456 is cancelled.", ["thank", "nothing_more"]),
        (CANCEL, "Shall I cancel R123456?", "It is cancelled.", ["ask_done"]),
        (CANCEL, "Shall I cancel R123456?", "R892895 is cancelled.", ["ask_done"]),
        (
            ADDRESS,
            "Shall I send R123456 to 86 Rowan Drive, Glenrath, 27249?",
            "I've changed it: R123456 now goes to 86 Rowan Drive, Glenrath, 27249. Your profile hasn't been changed.",
            ["thank", "nothing_more"],
        ),
        (
            ADDRESS,
            "Shall I send R123456 to 86 Rowan Drive, Glenrath, 27249?",
            "I've changed the address of R123456.",
            ["ask_done"],
        ),
    ],
)
def test_a_receipt_says_everything_by_the_order_or_by_what_was_wanted_of_it(
    goal: JSON, proposal: str, receipt: str, moves: list[str]
) -> None:
    replies = replies_to(shopper(goal, traits=("anxious",)), proposal, f"!{receipt} {MORE}")
    assert moves_of(replies[-1]) == moves


TO = "86 Rowan Drive, Glenrath, 27249"
MOVE = f"I'd send R123456 to {TO} instead of 58 Magnolia Drive, Ashmere, 10463. Shall I?"


@pytest.mark.parametrize(
    "receipt",
    [
        "Done! R123456 now goes to 86 Rowan Drive, Glenrath, 27294.",
        f"I've changed the address of R123456 to 86 Rowan Drive, Glenrath, 22749. {MORE}",
    ],
)
def test_who_is_told_another_value_than_they_wanted_says_the_right_one(receipt: str) -> None:
    wrong, right = replies_to(shopper(ADDRESS), MOVE, f"!{receipt}", f"Sorry, I've changed R123456 to {TO}.")[2:]
    assert (moves_of(wrong), wrong.stance, wrong.end) == (["correct"], "reject", None)
    assert "27249" in (wrong.text or "")
    assert moves_of(right)[0] == "thank"


@pytest.mark.parametrize(
    "receipt",
    [
        f"Done! R123456 now goes to {TO}. {MORE}",
        f"I've changed the address of R123456 from 58 Magnolia Drive, Ashmere, 10463 to {TO}. {MORE}",
        f"Done, the address of R123456 is changed. {MORE}",
        f"Done! R123456 is changed. You can reach us at 61234 Northwick if anything comes up. {MORE}",
    ],
)
def test_who_is_told_the_right_value_or_none_is_content(receipt: str) -> None:
    assert moves_of(replies_to(shopper(ADDRESS), MOVE, f"!{receipt}")[-1])[0] == "thank"


CHECKS = ("All good so far?", "OK?", "Does that look right?", "Is everything as you wanted?", "All good?")


@pytest.mark.parametrize("check", CHECKS)
def test_whether_all_is_well_after_a_receipt_is_no_proposal(check: str) -> None:
    for receipt in (f"Your address is now {TO} for R123456. {check}", f"Done, R123456 goes to {TO}. {check}"):
        reply = replies_to(shopper(ADDRESS), MOVE, f"!{receipt}")[-1]
        assert (moves_of(reply)[0], reply.stance, reply.end) == ("thank", None, CustomerEnd.DONE)


@pytest.mark.parametrize("check", CHECKS)
def test_whether_all_is_well_with_what_is_still_to_be_done_is_one(check: str) -> None:
    assert replies_to(shopper(ADDRESS), f"I'd send R123456 to {TO}. {check}")[-1].stance == "agree"
