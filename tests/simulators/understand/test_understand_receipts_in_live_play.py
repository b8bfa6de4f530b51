"""Receipts of agents that played live, and what is like them but no receipt, read with the words of the shop."""

import pytest

from domains.retail import DOMAIN
from simulators.understand.reader import understand


def acts(text: str) -> set[str]:
    return {act.value for act in understand(text, DOMAIN.lexicon).acts}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Return requested: $111.75 to your gift card ending in 9304 when the curtain pair and hat arrive; label by"
            " e-mail. Anything else?"
        ),
        "Exchange submitted: grey instead of blue once the blue one is back, $3.00 to your wallet. Anything else?",
        (
            "Order R541257 has been called off as you asked, Pascal, with $229.50 on its way to the card you paid with."
            " Is there anything else on your list?"
        ),
        "Both orders have been called off. Anything else?",
        "I've called the order off for you, and the money is on its way. Anything else?",
        "R123456 has been switched over to your Orbis card. Anything else?",
        (
            "What a memory to have! The return of the Nightfall sleeping bag from R742955 is requested; the label comes"
            " by e-mail, and $131.13 goes to your Orbis card ending in 2688 once it's with us. Is there anything else?"
        ),
        "Your return is requested, with $20.00 to your wallet when it arrives. Anything else?",
        "The exchange of the mug is now requested. Anything else?",
        (
            "And here it is in writing: order R736996 now goes to 137 Teasel Close, Ashmere, 10286. Is there anything"
            " else I can help you with, Omar?"
        ),
        "R736996 now ships by express. Anything else?",
        "As promised: your order R736996 now goes to your new address. Anything else?",
        "Return is in the books. Anything else?",
        "That's through as well: R736996 goes by express. Anything else?",
    ],
)
def test_what_a_change_has_led_to_claims_that_it_is_done(text: str) -> None:
    read = understand(text, DOMAIN.lexicon)
    assert {act.value for act in read.acts} >= {"CLAIM_DONE", "ASK_MORE"}
    assert read.slots == ()


@pytest.mark.parametrize(
    "text",
    [
        "Return requested: the lamp, $20.00 to your wallet when it arrives. Shall I go ahead?",
        "Change requested: standard to express for R123456. Is that right?",
        "The order would be called off and $20.00 refunded. Shall I go ahead?",
        "Once R541257 has been called off, the money goes back to your card. Shall I go ahead?",
        "The return of the mug will be requested as soon as you say yes.",
        "If the return is requested, you get a label by e-mail. Shall I go ahead?",
        "R736996 now goes to 12 Elm Row and would go to 137 Teasel Close instead. Shall I go ahead?",
        "ok ruben. R419366 now goes to 79 Bramble Close, Northwick, 48104. should i change it to 143 Rookery Lane?",
        "R419366 now ships by standard. Shall I make it express?",
        "The order R736996 currently goes to 137 Teasel Close. Shall I change that?",
        "Has the order been called off by somebody else?",
    ],
)
def test_what_is_proposed_to_come_or_asked_claims_nothing(text: str) -> None:
    assert "CLAIM_DONE" not in acts(text)


@pytest.mark.parametrize("text", ["Label by e-mail.", "Confirmation via e-mail."])
def test_what_comes_by_mail_is_not_asked_for(text: str) -> None:
    assert "REQUEST" not in acts(text)
    assert "REQUEST" in acts("Your e-mail, please.")
