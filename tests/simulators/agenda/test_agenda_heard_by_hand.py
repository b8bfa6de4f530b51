"""Messages of agents played by hand that customers took for something else: prices above a limit, offers of other help,
proposals to be confirmed, what follows from a no."""

import pytest

from domains.kit.records import JSON
from tests.simulators.agenda.retail_shop import (
    ADDRESS,
    ADDRESS_ASKED,
    CANCEL,
    EXCHANGE,
    EXCHANGE_ASKED,
    PAYMENT,
    PAYMENT_ASKED,
    RETURN,
    RETURN_ASKED,
    moves_of,
    replies_to,
    shopper,
)

BEYOND = (
    "The new one exceeds your limit. Would you like me to exchange the bath towel in R123456 anyway, for white, "
    "medium, with $7.00 charged to your Orbis card ending in 4454?",
    "Your limit of $24.01 is exceeded. Should I go ahead with the exchange in R123456 (bath towel, white, medium, "
    "$7.00 more on your Orbis card ending in 4454)?",
    "It's over your limit. How shall we continue?",
    "White, medium, in spite of the limit? I'd exchange the bath towel in R123456 for it and charge $7.00 to your "
    "Orbis card ending in 4454. Is that a yes?",
)
WITHIN = (
    "It doesn't exceed your limit. Shall I exchange the bath towel in R123456 for white, medium, with $2.00 charged to "
    "your Orbis card ending in 4454?",
    "At $20.00 it's not above your limit. Shall I exchange the bath towel in R123456 for white, medium, with $2.00 "
    "charged to your Orbis card ending in 4454?",
)


@pytest.mark.parametrize("message", BEYOND)
def test_who_hears_that_it_is_above_their_limit_lets_it_go(message: str) -> None:
    reply = replies_to(shopper(EXCHANGE), EXCHANGE_ASKED, message)[-1]
    assert reply.stance != "agree"
    assert "abandon" in moves_of(reply)


@pytest.mark.parametrize("message", WITHIN)
def test_who_hears_that_it_is_not_agrees(message: str) -> None:
    assert replies_to(shopper(EXCHANGE), EXCHANGE_ASKED, message)[-1].stance == "agree"


@pytest.mark.parametrize(
    "offer",
    [
        "Shall I help with something other than that?",
        "Would you like me to check another order?",
        "Do you want me to check something else for you?",
        "Would you like me to leave the payment where it is?",
    ],
)
def test_an_offer_of_other_help_beside_a_no_gets_no_yes(offer: str) -> None:
    told = f"The gift card doesn't hold enough, so I can't. {offer}"
    reply = replies_to(shopper(PAYMENT), PAYMENT_ASKED, told)[-1]
    assert reply.stance != "agree"
    assert "accept_refusal" in moves_of(reply)


@pytest.mark.parametrize(
    "proposal",
    [
        "Kindly confirm the following, Keiko: R123456 goes to 86 Rowan Drive, Glenrath, 27249.",
        "Please confirm the following: R123456, new address 86 Rowan Drive, Glenrath, 27249, can't be changed again.",
    ],
)
def test_what_is_to_be_confirmed_behind_a_colon_is_proposed(proposal: str) -> None:
    assert replies_to(shopper(ADDRESS), ADDRESS_ASKED, proposal)[-1].stance == "agree"


def test_asked_for_something_of_what_follows_from_a_no_the_customer_turns_to_it() -> None:
    branches = [{"on": "refused", "then": "other_goal", "goal": "payment"}]
    first: JSON = {**CANCEL, "branches": branches}
    second: JSON = {**PAYMENT, "only_by_branch": True}
    scenario = shopper(first, second, orders=("R123456", "R123456"))
    told = "Which order is it?"
    no = "R123456 can't be cancelled, but its payment can be switched. Which payment method should it be?"
    reply = replies_to(scenario, told, no)[-1]
    assert "9842" in (reply.text or "")


@pytest.mark.parametrize("asked", ["What should it become?", "What should it become: street, city, postcode?"])
def test_asked_what_it_should_become_the_customer_says_the_address(asked: str) -> None:
    reply = replies_to(shopper(ADDRESS), asked)[-1]
    assert moves_of(reply) == ["restate"]
    assert "86 Rowan Drive" in (reply.text or "")


@pytest.mark.parametrize(
    "proposal",
    [
        "Shall I update your profile's address to 86 Rowan Drive, Glenrath, 27249?",
        "Should I save 86 Rowan Drive, Glenrath, 27249 in your profile as the default?",
    ],
)
def test_a_change_of_the_profile_is_none_of_the_order(proposal: str) -> None:
    assert replies_to(shopper(ADDRESS), ADDRESS_ASKED, proposal)[-1].stance != "agree"


@pytest.mark.parametrize(
    "proposal",
    [
        "Shall I send R123456 to the address in your profile, 86 Rowan Drive, Glenrath, 27249?",
        "Shall I change it to the address in your profile, 86 Rowan Drive, Glenrath, 27249?",
    ],
)
def test_the_address_of_the_profile_may_be_where_the_order_goes(proposal: str) -> None:
    assert replies_to(shopper(ADDRESS), ADDRESS_ASKED, proposal)[-1].stance == "agree"


def test_is_that_it_asks_for_a_yes_to_what_was_said() -> None:
    before = "R123456, the trail socks, $12.00 to your Meridian card ending in 7058. Is that it?"
    replies = replies_to(shopper(RETURN), RETURN_ASKED, before)
    assert replies[-1].stance == "agree"


@pytest.mark.parametrize(
    "asked",
    [
        "Before I cancel R123456: what's your reason for not wanting the order anymore?",
        "Before I cancel R123456, what is the reason for it?",
    ],
)
def test_asked_for_a_reason_before_the_deed_the_customer_only_gives_it(asked: str) -> None:
    assert replies_to(shopper(CANCEL), "Which order is it?", asked)[-1].stance is None
