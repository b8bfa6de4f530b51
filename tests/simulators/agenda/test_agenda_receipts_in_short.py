"""Receipts in few words, of what was agreed to and seen to be done, and small questions after them."""

import pytest

from domains.kit.records import JSON
from simulators.protocol import CustomerEnd
from tests.simulators.agenda.retail_shop import RETURN, moves_of, replies_to, shopper
from tests.simulators.agenda.test_agenda_kept import SHIPPING

CARD = "Meridian card ending in 7058"
TO_RETURN = f"I'd return the trail socks from R123456 and refund $12.99 to your {CARD}. Shall I go ahead?"
TO_SHIP = "R123456 would go from express to standard. Shall I?"
DONE = ["thank", "nothing_more"]


@pytest.mark.parametrize(
    ("goal", "proposal", "receipt"),
    [
        (SHIPPING, TO_SHIP, "ok standard set, $7.50 back on meridian 1639. else?"),
        (SHIPPING, TO_SHIP, "Settled! R123456 comes by standard shipping. Any other wishes?"),
        (
            RETURN,
            TO_RETURN,
            "great, thats requested now, you send the socks back, anything else i can do for you today?",
        ),
        (RETURN, TO_RETURN, f"It's set up: label by e-mail, and $12.99 on your {CARD} later. Anything else?"),
    ],
)
def test_what_was_seen_to_be_done_and_is_named_is_believed(goal: JSON, proposal: str, receipt: str) -> None:
    assert moves_of(replies_to(shopper(goal), proposal, f"!{receipt}")[-1]) == DONE


@pytest.mark.parametrize(
    "receipt",
    [
        f"The return for order R123456 has been requested and you will receive a label by e-mail. $12.99 will be"
        f" refunded to your {CARD} upon arrival. Is there anything else?",
        f"Settled! R123456, trail socks, $12.99 to {CARD}. Any other wishes?",
    ],
)
def test_who_worries_believes_what_names_the_order_and_all_else(receipt: str) -> None:
    assert moves_of(replies_to(shopper(RETURN, traits=("anxious",)), TO_RETURN, f"!{receipt}")[-1]) == DONE


@pytest.mark.parametrize(
    "receipt",
    [
        "!ok express set, $7.50 back on meridian 1639. else?",
        "!Settled! Any other wishes?",
        "ok standard set, $7.50 back on meridian 1639. else?",
        "!Standard hasn't been set. Anything else?",
    ],
)
def test_what_is_not_seen_not_named_or_wrong_is_asked_after(receipt: str) -> None:
    assert moves_of(replies_to(shopper(SHIPPING), TO_SHIP, receipt)[-1]) != DONE


@pytest.mark.parametrize(
    "question",
    ["ok?", "all good?", "Is that okay?", "Everything fine?", "All right with you?", "thats it?", "sound good?"],
)
@pytest.mark.parametrize("receipt", ["Done! R123456 goes by standard shipping now.", "done done done!"])
def test_a_small_question_after_a_receipt_is_no_proposal(receipt: str, question: str) -> None:
    reply = replies_to(shopper(SHIPPING), TO_SHIP, f"!{receipt} {question}")[-1]
    assert (moves_of(reply), reply.stance, reply.end) == (DONE, None, CustomerEnd.DONE)


@pytest.mark.parametrize(
    "question",
    [
        "Shall I also cancel R892895?",
        "I'd now take $5.00 more from your card, ok?",
        "Is it okay if I sign you up for our newsletter?",
    ],
)
def test_a_proposal_after_a_receipt_is_turned_down(question: str) -> None:
    reply = replies_to(shopper(SHIPPING), TO_SHIP, f"!Done! R123456 goes by standard shipping now. {question}")[-1]
    assert reply.stance == "reject"
