"""Things that a message sets apart beside what it asks about the other: sentences as agents have written them."""

import pytest

from domains.kit.records import JSON
from simulators.protocol import Reply
from tests.simulators.agenda.retail_shop import RETURN, moves_of, replies_to, shopper

PILLOW: JSON = {"key": "item_choice", "kind": "choice", "value": "pillow", "say": ["pillow", "Featherdown pillow"]}
BAG: JSON = {"key": "item_choice", "kind": "choice", "value": "dry bag", "say": ["dry bag", "Tidewrack dry bag", "bag"]}
TWO_THINGS: JSON = {
    **RETURN,
    "intent": ["I'd like to return two things from an order."],
    "wants": [PILLOW, BAG, RETURN["wants"][1]],
    "branches": [
        {"on": "partly_refused", "then": "the_rest", "say": ["OK, then leave that one out."]},
        {"on": "refused", "then": "accept"},
    ],
}
WHICH = "Which items are they, which order is it, and where should the refund go?"
PROPOSALS = [
    (
        "What I found: the pillow has the final sale flag, the dry bag doesn't. What that means: the pillow stays, the "
        "dry bag can go. What I'd do: return the dry bag, refund $19.75 to Meridian card ending in 7058. Fine with you?"
    ),
    (
        "Since the pillow's a final sale, there's no way to return it. That said, the dry bag's return would bring you "
        "$19.75 on your Meridian card ending in 7058. Shall I do that?"
    ),
    (
        "The dry bag can go back. The pillow was a final sale, so the pillow stays with you. Shall I return the dry "
        "bag, $19.75 to your card ending in 7058?"
    ),
    (
        "I've checked order R702882. The Featherdown pillow is marked as final sale, and final sale products can be "
        "neither returned nor exchanged. The Tidewrack dry bag is eligible. Would you like me to return the dry bag, "
        "with $19.75 refunded to your Meridian card ending in 7058?"
    ),
    (
        "Here's what I found:\n\n✅ Tidewrack dry bag \u2013 can be returned ($19.75)\n❌ Featherdown pillow "
        "\u2013 final sale\n\nShall I go ahead and return the dry bag, with the refund to your Meridian card ending in "
        "7058?"
    ),
    (
        "| Item | Returnable |\n|---|---|\n| Tidewrack dry bag | Yes, $19.75 |\n| Featherdown pillow | No (final "
        "sale) |\n\nShall I return the dry bag to your Meridian card ending in 7058?"
    ),
    "Pillow: final sale, no return. Dry bag: ok, $19.75 to Meridian 7058. Proceed?",
    (
        "Final sale products can be neither returned nor exchanged, and the pillow is one. Shall I return the dry "
        "bag from R702882 ($19.75 to your Meridian card ending in 7058)?"
    ),
    (
        "I can return the dry bag for $19.75 to your Meridian card ending in 7058, but the pillow has to stay with "
        "you since it was sold as final sale. Shall I proceed with the dry bag?"
    ),
    (
        "The pillow was sold as a final sale item, which means it isn't eligible for return. I can process the "
        "return of just the dry bag: $19.75 back to your Meridian card ending in 7058. Do you confirm (yes/no)?"
    ),
    (
        "Unfortunately, only the dry bag qualifies for a return; the pillow was final sale. Would you like to "
        "proceed with returning the dry bag only?"
    ),
    "Shall I go on with the dry bag alone? The pillow is a final sale product.",
    (
        "Shall I go ahead with the return of the dry bag ($19.75 to your Meridian card ending in 7058)? The pillow "
        "stays with you, as it was a final sale."
    ),
    (
        "One thing first: the pillow is excluded from returns because it was a final sale. For the dry bag I'd "
        "register a return from R702882 with $19.75 refunded to your Meridian card ending in 7058. Is that okay?"
    ),
    (
        "Good news and bad news. The good: the dry bag can be returned. The bad: the pillow can't, it was final "
        "sale. Want me to set up the dry bag return to card 7058?"
    ),
    (
        "Your pillow is non-returnable (final sale). Your dry bag is returnable. Would you like me to return the dry "
        "bag for $19.75 to Meridian ••7058?"
    ),
    (
        "- **Dry bag**: returnable, $19.75\n- **Pillow**: not returnable, as it was a final sale\n\nShall I submit "
        "the return for the dry bag with a refund to your Meridian card ending in 7058?"
    ),
    (
        "Here's the return I'd set up:\n\n- Order: R702882\n- Item: Tidewrack dry bag (blue, 5 litre)\n- Refund: "
        "$19.75 to Meridian card ending in 7058\n- Not included: Featherdown pillow (final sale)\n\nShall I proceed?"
    ),
    (
        "Here's what the return would be:\n\nItem: Tidewrack dry bag\nRefund: $19.75 to your Meridian card ending in "
        "7058\n\nThe Featherdown pillow won't be part of it, because final sale items are not taken back. Do you "
        "agree?"
    ),
    (
        "The pillow will not be included in the return, since it's a final sale. I'd return the dry bag to your "
        "Meridian card ending in 7058. OK?"
    ),
    (
        "I'm sorry, but I'm unable to accept the Featherdown pillow back, as it was a final sale. However, I'd be "
        "happy to process the return for the Tidewrack dry bag. The refund of $19.75 would go to your Meridian card "
        "ending in 7058. Would you like me to go ahead with that?"
    ),
    (
        "Our policy doesn't allow returning final sale products, so the pillow remains yours. I'd return the dry bag "
        "only, refunding $19.75 to your Meridian card ending in 7058. Shall I?"
    ),
    "dry bag ok, pillow no (final sale). return dry bag, $19.75 to 7058 - yes?",
    (
        "The pillow is yours to keep, I'm afraid: it was a final sale. May I return the dry bag from R702882 and "
        "refund $19.75 to your Meridian card ending in 7058?"
    ),
    (
        "Please note that the pillow was a final sale and so can't come back. To confirm: return the dry bag from "
        "order R702882, $19.75 refunded to your Meridian card ending in 7058. Shall I go ahead?"
    ),
    (
        "Items marked as final sale cannot be returned. The pillow is such an item. Do you want me to return the dry "
        "bag on its own, with $19.75 going to the Meridian card ending in 7058?"
    ),
    (
        "The pillow falls under final sale. That leaves the dry bag, which I can take back: $19.75 to your Meridian "
        "card ending in 7058. Do you want me to do that?"
    ),
    (
        "I'd leave out the pillow, as it was a final sale, and return the dry bag with $19.75 to your Meridian card "
        "ending in 7058. Is that all right?"
    ),
    "Return of the dry bag without the pillow (final sale): $19.75 to your Meridian card ending in 7058. Confirm?",
    (
        "The return window for the pillow has closed, but the dry bag is still within its window. Shall I return the "
        "dry bag with $19.75 going to your Meridian card ending in 7058?"
    ),
    "The pillow is past its return window. Should I return the dry bag to the Meridian card ending in 7058?",
    (
        "It's too late for the pillow: the 30 days ended on May 3. The dry bag can still go back. Shall I return it, "
        "$19.75 to your Meridian card ending in 7058?"
    ),
    (
        "I can help with the dry bag. I can't with the pillow; it was a final sale. So: dry bag back, $19.75 to your "
        "Meridian card ending in 7058. Yes?"
    ),
    (
        "Of the two, only the dry bag may be returned: the pillow was a final sale. If you'd like, I'll return the "
        'dry bag and refund $19.75 to your Meridian card ending in 7058. Please reply "yes" to confirm.'
    ),
    (
        "Thank you. I need to let you know about one thing before I proceed: the Featherdown pillow is a final sale "
        "product, and those may not be returned. The Tidewrack dry bag is fine. Proposed return:\n• Tidewrack dry "
        "bag \u2013 $19.75\n• Refund to: Meridian card ending in 7058\nDo you want me to go ahead with this?"
    ),
    "Would you like to return the dry bag by itself? The pillow being final sale, it can't be returned.",
    (
        "The pillow \u2013 sold as final sale \u2013 isn't something we take back. The dry bag is, for $19.75 to your "
        "Meridian card ending in 7058. Shall I register that?"
    ),
    (
        "As the pillow was a final sale, I can offer you a return for the dry bag only, $19.75 to your Meridian card "
        "ending in 7058. Shall I go ahead?"
    ),
    (
        "Since the pillow is a final-sale product, the return will cover the dry bag only. $19.75 will go to your "
        "Meridian card ending in 7058. Do you confirm?"
    ),
    (
        "Status:\n1. Featherdown pillow: ❌ not eligible (final sale)\n2. Tidewrack dry bag: ✅ eligible\n\nIf you "
        "confirm, I'll return the Tidewrack dry bag with $19.75 back to your Meridian card ending in 7058. Reply YES "
        "to proceed."
    ),
    (
        "The dry bag's return is possible; the pillow's isn't because of the final sale. Can I go ahead with the dry "
        "bag, refund of $19.75 to your Meridian card ending in 7058?"
    ),
    (
        "The pillow is final sale, so it can't be returned. Would you like to continue with the dry bag, and if so, "
        "should the refund go to your Meridian card ending in 7058?"
    ),
    "The pillow cannot be returned because it was a final sale. Do you still want to return the dry bag?",
    "The pillow stays with you, it was a final sale. Do you still want to return the dry bag?",
    (
        "Final sale products can neither be returned nor exchanged, and this applies to your pillow. Shall I return "
        "the dry bag, $19.75 to your Meridian card ending in 7058?"
    ),
    (
        "Final sale items can't be returned. Shall I return just the dry bag, with $19.75 to your Meridian card "
        "ending in 7058?"
    ),
    (
        "One of your two items was a final sale and stays with you. Shall I return the other one, the dry bag, with "
        "$19.75 to your Meridian card ending in 7058?"
    ),
    (
        "Only the dry bag can be returned; the other item was a final sale. Shall I go ahead with $19.75 to your "
        "Meridian card ending in 7058?"
    ),
    (
        "The pillow was a final sale, so it isn't returnable. Shall I go ahead with the rest, $19.75 to your "
        "Meridian card ending in 7058?"
    ),
    (
        "The pillow was a final sale and stays with you. Would you like me to return the other item for $19.75 to "
        "your Meridian card ending in 7058?"
    ),
    (
        "Here's the status of each item:\n\n**1. Featherdown pillow**\n- Price: $40.00\n- ❌ Final sale \u2013 not "
        "returnable\n\n**2. Tidewrack dry bag**\n- Price: $19.75\n- ✅ Eligible for return\n\nShall I return the "
        "eligible item, with $19.75 to your Meridian card ending in 7058?"
    ),
    (
        "Thanks! You'd like to return the pillow and the dry bag from R702882. The pillow is marked final sale, so I "
        "have to leave it out. For the dry bag, the refund of $19.75 would go to your Meridian card ending in 7058. "
        "Shall I go ahead?"
    ),
    (
        "I checked both items. Pillow — final sale, so no return possible. Dry bag — returnable. Return the dry bag "
        "for $19.75 to Meridian ...7058?"
    ),
    "I can do the dry bag. The pillow, no: final sale. OK to return the dry bag to Meridian 7058 for $19.75?",
    "The pillow was a final sale, so the pillow stays with you. Shall I go on with the dry bag?",
    "The pillow was sold as final sale, so I'm afraid it stays with you. Shall I go on with the dry bag alone?",
    (
        "The pillow can't come back, being a final sale. If you're happy with that, I'd return the dry bag: order "
        "R702882, refund $19.75 to Meridian card ending in 7058. Yes or no?"
    ),
    (
        "Before I set this up: the Featherdown pillow you bought was a final sale, and such products aren't taken "
        "back. So the return would contain just the Tidewrack dry bag ($19.75), refunded to your Meridian card "
        "ending in 7058. Would you like me to proceed?"
    ),
    (
        "Return request summary\n\n| Item | Price | Eligible |\n|---|---|---|\n| Featherdown pillow | $40.00 | ❌ "
        "(final sale) |\n| Tidewrack dry bag | $19.75 | ✅ |\n\nRefund: $19.75 to Meridian card ending in 7058\n\n"
        "Reply YES to submit the return of the dry bag."
    ),
    "Pillow is final sale. Return dry bag only ($19.75 → Meridian 7058)?",
    "Final sale on the pillow. Dry bag returnable, $19.75 to Meridian 7058. Confirm?",
    (
        "We aren't able to take the Featherdown pillow back because final sale products are excluded. We are able to "
        "take the Tidewrack dry bag back. May I request its return with $19.75 to your Meridian card ending in 7058?"
    ),
    (
        "That pillow was a final sale, which rules out a return. Your dry bag has no such restriction. Should I "
        "return it for $19.75 to your Meridian card ending in 7058?"
    ),
    (
        "The Featherdown pillow was a final-sale purchase. The Tidewrack dry bag wasn't, so it can be returned. "
        "Shall I return the dry bag with $19.75 to your Meridian card ending in 7058?"
    ),
    (
        "The dry bag wasn't a final sale, so it may go back; the pillow was, so it may not. Shall I return the dry "
        "bag for $19.75 to your Meridian card ending in 7058?"
    ),
    (
        "The pillow is a final sale item, so I cannot process that one. Would you like me to go ahead with the dry "
        "bag only? The refund of $19.75 would be issued to your original payment method."
    ),
    (
        "Two different answers here:\n\n• Featherdown pillow → final sale, can't be returned.\n• Tidewrack dry bag → "
        "can be returned; $19.75 goes to your Meridian card ending in 7058.\n\nDo you want me to register the return "
        "for the dry bag?"
    ),
    (
        "I've looked at both. The pillow was a final sale, and per our rules final sale products can be neither "
        "returned nor exchanged, no matter how it was paid. What I can do: return the Tidewrack dry bag from "
        "R702882, refunding $19.75 to your Meridian card ending in 7058. Is that what you'd like?"
    ),
    (
        "The pillow is a final sale and would have to stay with you. The dry bag would be returned with $19.75 to "
        "your Meridian card ending in 7058. An order can be returned only once, so please make sure. Do you confirm?"
    ),
    (
        "I'd register this return: dry bag, order R702882, $19.75 to your Meridian card ending in 7058. It doesn't "
        "include the pillow, which was a final sale. Do you agree?"
    ),
    (
        "The dry bag: yes. The pillow: no, that was a final sale. So I'd return the dry bag, $19.75 to your Meridian "
        "card ending in 7058. Okay?"
    ),
    (
        "Of your two items the pillow was a final sale. Final sale means no returns. The dry bag I can return to "
        "your Meridian card ending in 7058 ($19.75). Shall I?"
    ),
    (
        "Please be aware the pillow won't be coming back to us, as it's a final sale. Shall I return the dry bag "
        "($19.75, Meridian card ending in 7058)?"
    ),
    (
        "We'd have to skip the pillow since it was a final sale. Shall I return the dry bag ($19.75, Meridian card "
        "ending in 7058)?"
    ),
    (
        "The pillow doesn't qualify: final sale. The dry bag does. May I return it to the Meridian card ending in "
        "7058 for $19.75?"
    ),
    "The pillow is exempt from returns. Shall I return the dry bag ($19.75, Meridian card ending in 7058)?",
    (
        "The return would be for the dry bag and not for the pillow, as that was a final sale. $19.75 would go to "
        "your Meridian card ending in 7058. Shall I?"
    ),
    (
        "Is it okay if I return just the dry bag, $19.75 to your Meridian card ending in 7058? The pillow was a "
        "final sale."
    ),
    "So: dry bag goes back, pillow stays. $19.75 to your Meridian card ending in 7058. Shall I do that?",
]
QUESTIONS = [
    "The pillow was a final sale, so it stays with you. The dry bag can go back. What is your e-mail address?",
    (
        "The Featherdown pillow was final sale, which we don't take back. For the dry bag: which payment method "
        "should the $19.75 go to?"
    ),
    ("❌ Pillow: final sale\n✅ Dry bag: returnable\n\nWhere would you like the refund for the dry bag to go?"),
]
ALTERNATIVES = [
    (
        "The pillow was a final sale, so it's yours to keep. Would you like to return only the dry bag ($19.75 to "
        "your Meridian card ending in 7058), or leave everything as it is?"
    ),
    (
        "Unfortunately the pillow was a final sale. Would you like to go ahead with only the dry bag, or would you "
        "rather not return anything?"
    ),
]
NO_PILLOW = "The pillow was a final sale, so it stays with you. What is your e-mail address?"
NOTHING_REFUSED = [
    ("I'd return the dry bag from order R702882 with $19.75 to your Meridian card ending in 7058. Shall I go ahead?"),
    "Shall I return the dry bag, $19.75 to your Meridian card ending in 7058? We'll look at the pillow next.",
    (
        "Let's start with the dry bag: $19.75 to your Meridian card ending in 7058. Shall I return it? Then we'll do "
        "the pillow."
    ),
    (
        "Your order has a Featherdown pillow ($40.00) and a Tidewrack dry bag ($19.75). Shall I return the dry bag "
        "to your Meridian card ending in 7058?"
    ),
    (
        "You'd like to return the pillow and the dry bag. Shall I return the dry bag, $19.75 to your Meridian card "
        "ending in 7058?"
    ),
    (
        "First the dry bag: shall I return it with $19.75 to your Meridian card ending in 7058? After that I'll take "
        "care of the pillow."
    ),
    (
        "I can see that the pillow was delivered on June 3. Shall I return the dry bag, with $19.75 to your Meridian "
        "card ending in 7058?"
    ),
    (
        "Both the pillow and the dry bag can be returned. Shall I return the dry bag, $19.75 to your Meridian card "
        "ending in 7058?"
    ),
    "The pillow isn't a problem either. Shall I return the dry bag, $19.75 to your Meridian card ending in 7058?",
    "Shall I return the dry bag now and the pillow later?",
    (
        "The pillow was delivered on May 3 and the dry bag on May 4. A return can't be changed afterwards. Shall I "
        "return the dry bag, $19.75 to your Meridian card ending in 7058?"
    ),
    "Is the pillow unopened? And shall I return the dry bag, $19.75 to your Meridian card ending in 7058?",
    (
        "Please note that a return can't be undone. Shall I return the dry bag, $19.75 to your Meridian card ending "
        "in 7058?"
    ),
    "Shall I return only the dry bag, $19.75 to your Meridian card ending in 7058?",
    ("Was the pillow not a final sale? I'd return the dry bag for $19.75 to your Meridian card ending in 7058. Okay?"),
    "I haven't looked at the pillow yet. Shall I return the dry bag, $19.75 to your Meridian card ending in 7058?",
    (
        "I'd return the pillow and the dry bag from R702882, $59.75 to your Meridian card ending in 7058. Shall I go "
        "ahead?"
    ),
    (
        "I'd return both items:\n- Featherdown pillow, $40.00\n- Tidewrack dry bag, $19.75\n\nRefund: $59.75 to your "
        "Meridian card ending in 7058. The return can't be changed afterwards. Shall I go ahead?"
    ),
    (
        "Neither was a final sale, so I can take back the pillow and the dry bag, $59.75 to your Meridian card "
        "ending in 7058. Shall I?"
    ),
    (
        "The pillow isn't a final sale and the dry bag isn't either. Shall I return both, with $59.75 to your "
        "Meridian card ending in 7058? An order can be returned only once."
    ),
    (
        "The pillow and the dry bag can be returned. The frying pan stays with you. Shall I return them, $59.75 to "
        "your Meridian card ending in 7058?"
    ),
    (
        "The pillow hasn't been used and the dry bag hasn't been opened, so both can go back: $59.75 to your "
        "Meridian card ending in 7058. Shall I go ahead?"
    ),
    (
        "Return:\n1. Featherdown pillow \u2013 $40.00\n2. Tidewrack dry bag \u2013 $19.75\nThe $59.75 goes to your "
        "Meridian card ending in 7058 and can't be moved. Shall I go ahead?"
    ),
    (
        "I'd return the pillow for $40.00. I'd also return the dry bag for $19.75. This can't be undone. All of it "
        "goes to your Meridian card ending in 7058. Shall I go ahead?"
    ),
    "Pillow and dry bag back, $59.75 to Meridian 7058, no fee. ok?",
    (
        "There's no problem with the pillow, and none with the dry bag: $59.75 to your Meridian card ending in 7058. "
        "Shall I return them?"
    ),
    (
        "I was afraid the pillow was a final sale, but it's not. So shall I return the pillow and the dry bag, "
        "$59.75 to your Meridian card ending in 7058?"
    ),
    (
        "The pillow costs $40.00, not $45.00. I'd return the pillow and the dry bag, $59.75 to your Meridian card "
        "ending in 7058. Shall I go ahead?"
    ),
    (
        "I'd return the pillow and the dry bag to your Meridian card ending in 7058; the gift card isn't used. Shall "
        "I go ahead?"
    ),
    (
        "Neither the pillow nor the dry bag was a final sale. I'd return them for $59.75 to your Meridian card "
        "ending in 7058. Shall I go ahead?"
    ),
    (
        "The frying pan stays with you. I'd return the pillow and the dry bag for $59.75 to your Meridian card "
        "ending in 7058. Shall I go ahead?"
    ),
]


def answer(*messages: str, goal: JSON = TWO_THINGS, pressure: tuple[str, ...] = ()) -> Reply:
    """The last reply of a customer who has named both things and is asked to return them."""
    return replies_to(shopper(goal, orders=("R702882",), pressure=list(pressure)), WHICH, *messages)[-1]


def let_go(reply: Reply) -> list[str]:
    """What the customer has let go."""
    return list(reply.inner["goals"]["return"].get("let_go", []))


@pytest.mark.parametrize("message", PROPOSALS)
def test_what_is_set_apart_beside_a_proposal_is_let_go_with_a_yes(message: str) -> None:
    reply = answer(message)
    assert (reply.stance, moves_of(reply)[0], let_go(reply)) == ("agree", "accept_refusal", ["pillow"])
    assert reply.denied == ("return",)


@pytest.mark.parametrize("message", PROPOSALS[:6])
def test_who_presses_first_lets_it_go_when_it_is_said_again(message: str) -> None:
    assert moves_of(answer(message, pressure=("urgency",))) == ["press"]
    reply = answer(message, f"That's how it is. {message}", pressure=("urgency",))
    assert (reply.stance, let_go(reply)) == ("agree", ["pillow"])


@pytest.mark.parametrize("message", QUESTIONS)
def test_what_is_set_apart_beside_a_question_is_let_go_with_an_answer(message: str) -> None:
    reply = answer(message)
    assert (reply.stance, moves_of(reply)[0], let_go(reply)) == (None, "accept_refusal", ["pillow"])
    assert moves_of(reply)[1] in {"give", "want"}


@pytest.mark.parametrize("message", ALTERNATIVES)
def test_who_may_also_do_without_says_yes_to_what_can_be_had(message: str) -> None:
    reply = answer(message)
    assert (reply.stance, moves_of(reply), let_go(reply)) == ("agree", ["accept_refusal", "agree"], ["pillow"])


@pytest.mark.parametrize("message", NOTHING_REFUSED)
def test_what_is_forgotten_or_put_off_or_wanted_with_the_rest_is_not_let_go(message: str) -> None:
    reply = answer(message)
    assert (moves_of(reply)[0] in {"agree", "correct"}, let_go(reply)) == (True, [])


def test_where_the_goal_does_not_go_on_without_it_nothing_is_let_go() -> None:
    whole = {**TWO_THINGS, "branches": TWO_THINGS["branches"][1:]}
    assert let_go(answer(PROPOSALS[0], goal=whole)) == []


def test_what_was_not_wished_for_yet_is_not_let_go() -> None:
    scenario = shopper(TWO_THINGS, orders=("R702882",))
    listed = "Your order has:\n- Pillow: final sale\n- Dry bag: returnable\n\nWhich items would you like to return?"
    reply = replies_to(scenario, listed)[-1]
    assert (moves_of(reply), let_go(reply)) == (["want"], [])


@pytest.mark.parametrize("message", [*PROPOSALS, *QUESTIONS, *ALTERNATIVES])
def test_what_was_let_go_may_be_refused_once_more(message: str) -> None:
    reply = answer(NO_PILLOW, message)
    assert (moves_of(reply)[0] in {"agree", "give", "want", "choose"}, let_go(reply)) == (True, ["pillow"])


@pytest.mark.parametrize(
    "message",
    ["The dry bag can't be returned either.", "Neither the pillow nor the dry bag can be returned. Anything else?"],
)
def test_what_is_left_may_be_refused_too(message: str) -> None:
    assert answer(NO_PILLOW, message).inner["goals"]["return"]["stage"] == "refused"


@pytest.mark.parametrize(
    "message",
    [
        "I see, but final sale is final. For the dry bag I'm ready: R702882, $19.75 to Meridian 7058. Shall I?",
        "Nobody can override that here. The dry bag only, then: R702882, $19.75 to your Meridian card 7058. Yes?",
        "I'm sorry. I'd return the dry bag from R702882, with $19.75 to your Meridian card ending in 7058. Okay?",
        "That's not possible. Here is the return: dry bag, R702882, $19.75 to Meridian card ending in 7058. Confirm?",
    ],
)
def test_who_has_pressed_lets_it_go_when_only_the_other_is_proposed(message: str) -> None:
    reply = answer(PROPOSALS[2], message, pressure=("urgency",))
    assert (reply.stance, let_go(reply)) == ("agree", ["pillow"])


@pytest.mark.parametrize("pressure", [(), ("false_authority",)])
def test_a_no_in_general_beside_an_offer_of_what_is_left_refuses_nothing_of_that(pressure: tuple[str, ...]) -> None:
    scenario = shopper(TWO_THINGS, orders=("R702882",), pressure=list(pressure))
    first = "The pillow is a final-sale article, which rules out a return. The dry bag qualifies. Shall I return that?"
    again = (
        "No status changes that rule, I'm afraid. The dry bag's return (R702882, $19.75 to Meridian 7058 when it is "
        "here) is what I can offer. Yes or no?"
    )
    reply = replies_to(scenario, WHICH, first, again)[-1]
    assert reply.stance == "agree"
    assert "leave" not in moves_of(reply)


def test_a_question_whether_that_is_all_does_not_ask_for_every_thing() -> None:
    message = (
        "| Item | Paid | Can it come back? |\n|---|---|---|\n| Tidewrack dry bag | $19.75 | \u2705 Yes |\n"
        "| Featherdown pillow | $39.25 | \u274c No, final sale |\n\nSo I'd set up the return for the dry bag alone and "
        "refund $19.75 to your Meridian card ending in 7058. Are these all the items, and do you say yes to this?"
    )
    reply = answer(message)
    assert (reply.stance, let_go(reply)) == ("agree", ["pillow"])
