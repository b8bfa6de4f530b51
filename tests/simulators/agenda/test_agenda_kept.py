"""Customers who hear that something stays as it is, which they wanted otherwise."""

import pytest

from domains.kit.records import JSON
from tests.simulators.agenda.retail_shop import RETURN, moves_of, replies_to, shopper

SHIPPING: JSON = {
    "id": "shipping",
    "action": "change_order",
    "intent": ["I'd like an order of mine to reach me in another way."],
    "wants": [
        {
            "key": "shipping_method",
            "kind": "choice",
            "value": "standard shipping",
            "say": ["standard shipping", "standard"],
            "among": ["express", "pickup", "pick-up"],
        }
    ],
    "branches": [{"on": "refused", "then": "accept"}],
}


@pytest.mark.parametrize(
    "text",
    [
        "I'm sorry if that's what you expected, but the rules are the same for everybody: R123456 stays with express."
        " Is there anything else?",
        "Whoever said so, it stays with express for R123456. Is there anything else?",
        "I understand, and I'm sorry. R123456 remains on express, the rules apply to me as well. Anything else?",
        "So I'm afraid it'll stay on express shipping. Anything else?",
    ],
)
def test_what_stays_with_something_else_is_refused(text: str) -> None:
    assert moves_of(replies_to(shopper(SHIPPING), text)[-1]) == ["accept_refusal", "leave"]


def test_what_stays_with_the_customer_cannot_go_back() -> None:
    text = "It was delivered in February, so the socks stay with u. Anything else?"
    assert moves_of(replies_to(shopper(RETURN), text)[-1]) == ["accept_refusal", "leave"]


@pytest.mark.parametrize(
    "text",
    [
        "R123456 stays with express until I change it. Which payment method would you like?",
        "R123456 would go from express to standard, and stays with your Orbis card. Shall I?",
        "It stays with express unless you tell me what you'd rather have. What would you like?",
        "The address stays as it is, and the shipping would be standard. Shall I go ahead?",
    ],
)
def test_what_stays_beside_a_question_is_no_refusal(text: str) -> None:
    assert "accept_refusal" not in moves_of(replies_to(shopper(SHIPPING), text)[-1])


@pytest.mark.parametrize(
    "text",
    [
        "R123456 already ships by standard, Moses, so there is nothing to change. Is there anything else?",
        "It is standard already, so you needn't pay or change anything. Anything else?",
        "R123456 comes by standard shipping anyway, so nothing needs changing. Anything else?",
    ],
)
def test_who_has_what_they_want_already_lets_it_be(text: str) -> None:
    assert moves_of(replies_to(shopper(SHIPPING), text)[-1]) == ["so_already", "leave"]


@pytest.mark.parametrize(
    "text",
    [
        "R123456 already ships by express. Anything else?",
        "It was already changed to standard once, and express is what you have now. Anything else?",
        "It already ships by standard, so would you like pickup?",
        "It's already processed, so it can't be changed to standard. Anything else?",
    ],
)
def test_what_is_so_already_but_not_as_wished_lets_nothing_be(text: str) -> None:
    assert "so_already" not in moves_of(replies_to(shopper(SHIPPING), text)[-1])
