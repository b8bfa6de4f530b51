"""Right proposals that ask for the yes in a few words, on a condition, or beside another way: all get it."""

import pytest

from domains.kit.records import JSON
from simulators.protocol import Reply
from tests.simulators.agenda.retail_shop import ADDRESS, CANCEL, LAST_DAY, RETURN, moves_of, replies_to, shopper

SHIPPING: JSON = {
    "id": "shipping",
    "action": "change_order",
    "intent": ["There's one change of shipping that I need."],
    "wants": [
        {
            "key": "shipping_method",
            "kind": "choice",
            "value": "pickup",
            "say": ["pickup", "pick-up"],
            "among": ["standard", "express"],
        },
        {
            "key": "payment_method",
            "kind": "choice",
            "value": "Orbis card ending in 2469",
            "say": ["Orbis card ending in 2469", "2469"],
            "among": ["1512", "PayNest", "wallet"],
        },
    ],
    "branches": [{"on": "refused", "then": "accept"}],
}
TO_PICKUP = "R123456: from express to pickup, $12.00 refunded to your Orbis card ending in 2469, once only."
HOME = "86 Rowan Drive, Glenrath, 27249"
SHORT = (
    (ADDRESS, f"Thanks, Keiko. I have everything: order R123456 \u2192 {HOME}. Change it?"),
    (ADDRESS, f"R123456 to {HOME} (now 58 Magnolia Drive, Ashmere, 10463). Change it?"),
    (ADDRESS, f"Change R123456's address to {HOME}?"),
    (ADDRESS, f"Got it. Update R123456 to {HOME}?"),
    (
        ADDRESS,
        f"Thank you! To recap before saving anything, the new address of R123456 would be **{HOME}**. Other orders are"
        " not affected by it. Does everything look right to you?",
    ),
    (
        ADDRESS,
        f"Just checking I've got it right: {HOME} \u2013 and that replaces the old one on R123456? If so I'll save it.",
    ),
    (ADDRESS, f"So R123456 goes to {HOME}, is that it? If so, I'll change it now."),
    (ADDRESS, f"The address of R123456 would become {HOME}. Is that right? If yes, I'd save it."),
    (ADDRESS, f"Then it's: R123456 to {HOME}. One last yes, please."),
    (
        ADDRESS,
        "Let me repeat: R123456, which now goes to 58 Magnolia Drive, Ashmere, would be delivered to"
        f" {HOME}. Your OK, please?",
    ),
    (RETURN, "Return of the trail socks in R123456, refund to the Meridian card ending in 7058. Your yes, please."),
    (RETURN, "Trail socks from R123456, $9.00 to your Meridian card ending in 7058. A final OK, please."),
    (ADDRESS, f"R123456 moves from Ashmere to {HOME}. Are we on?"),
    (RETURN, "Send back the trail socks from R123456, refund to the Meridian card ending in 7058?"),
    (CANCEL, "Cancel R123456?"),
    (SHIPPING, f"{TO_PICKUP} Do you agree, or should another method get it?"),
    (SHIPPING, f"{TO_PICKUP} Is that OK, or would you rather have it on another card?"),
    (SHIPPING, f"{TO_PICKUP} Shall I do it, or do you want a different method to get it?"),
    (SHIPPING, f"{TO_PICKUP} OK for you, or should the money go to some other method?"),
)
WHETHER_ALL = (
    (
        RETURN,
        "Trail socks from R123456, $9.00 to your Meridian card ending in 7058. Are the socks all you want to return? If"
        ' so, a "yes" and I\'ll put it through.',
    ),
    (ADDRESS, f"R123456 to {HOME}. Is this the only order, and do I have your agreement to carry it out?"),
)
NO_PROPOSAL = (
    (ADDRESS, "Change it to which address?"),
    (RETURN, "Return which items?"),
    (SHIPPING, "R123456: from express to what? And should another method get the $12.00?"),
)
TWICE = "Which order is it, what exactly would you like, and which payment method should be used?"


def answer(goal: JSON, message: str) -> Reply:
    """The reply of a customer who has told all there is to tell."""
    ask_too = ("Which shipping method would you like?",) if goal is SHIPPING else ()
    return replies_to(shopper(goal), TWICE, *ask_too, message)[-1]


@pytest.mark.parametrize(("goal", "proposal"), SHORT)
def test_a_right_proposal_gets_its_yes(goal: JSON, proposal: str) -> None:
    reply = answer(goal, proposal)
    assert (reply.stance, moves_of(reply)) == ("agree", ["agree"])


@pytest.mark.parametrize(("goal", "question"), NO_PROPOSAL)
def test_an_open_question_in_short_gets_no_yes(goal: JSON, question: str) -> None:
    assert answer(goal, question).stance != "agree"


@pytest.mark.parametrize("wrong", ["Change R123456's address to 12 Elm Street, Ashmere, 27249?", "Cancel R999999?"])
def test_a_wrong_proposal_in_short_gets_no_yes(wrong: str) -> None:
    assert answer(CANCEL if "Cancel" in wrong else ADDRESS, wrong).stance == "reject"


@pytest.mark.parametrize(
    "receipt",
    [
        "!R123456 is on pickup, $12.00 to Orbis 2469. Next?",
        "!R123456: pickup, $12.00 to your Orbis card ending in 2469. And next?",
        "!R123456 is on pickup now. What's next?",
    ],
)
def test_a_receipt_in_short_after_the_yes_is_no_proposal(receipt: str) -> None:
    asked = (TWICE, "Which shipping method would you like?", f"{TO_PICKUP} Shall I?")
    assert moves_of(replies_to(shopper(SHIPPING), *asked, receipt)[-1]) == ["thank", "nothing_more"]


@pytest.mark.parametrize(
    "told",
    [
        "Your account has an order **R123456**, delivered on March 20, 2026. Is that the one you mean?\n\n"
        "If so: it can be returned up to and including **April 19, 2026**.",
        "Do you mean R123456? Anything from it can be returned until April 19, 2026.",
    ],
)
def test_who_has_their_answer_still_says_whether_it_is_the_one_that_is_meant(told: str) -> None:
    reply = replies_to(shopper(LAST_DAY), told)[-1]
    assert "no_need" not in moves_of(reply)
    assert {"bear_out", "give"} & {*moves_of(reply)}


@pytest.mark.parametrize(("goal", "proposal"), WHETHER_ALL)
def test_a_yes_asked_for_after_whether_it_is_all_is_given_with_the_answer(goal: JSON, proposal: str) -> None:
    reply = answer(goal, proposal)
    assert (reply.stance, moves_of(reply)) == ("agree", ["complete", "agree"])
