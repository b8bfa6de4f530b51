"""What cannot be done without something that only the customer can give: that is asked for, or a yes is."""

import pytest

from domains.retail import DOMAIN
from simulators.understand.acts import Act
from simulators.understand.reader import understand
from tests.simulators.agenda.retail_shop import ADDRESS, CANCEL, moves_of, replies_to, shopper

WITHOUT = (
    ("I can't see who you are without your e-mail.", "email"),
    ("Without your e-mail I can't find you.", "email"),
    ("I can't find your account without your e-mail address.", "email"),
    ("Sorry, without an e-mail address I'm unable to look you up.", "email"),
    ("I can't help you until I know your e-mail address.", "email"),
    ("Unless you give me your e-mail, I can't go on.", "email"),
    ("Before I have the order number, there's nothing I can look up.", "order_id"),
    ("I can't tell which one you mean without the order number.", "order_id"),
)
REFUSED = (
    "I can't change it without the account holder's e-mail.",
    "I can't change an order without the owner's consent.",
    "I cannot cancel it without a valid reason.",
)
PROPOSED = "I'd send R123456 to 86 Rowan Drive, Glenrath, 27249."
ONLY_WITH_A_YES = (
    "I can't do that without your yes.",
    "I can't change anything without your explicit OK.",
    "Without your confirmation I can't do it.",
    "I won't do anything until you say yes.",
    "I may not do it before you've agreed.",
)


@pytest.mark.parametrize(("message", "slot"), WITHOUT)
def test_who_cannot_go_on_without_something_is_given_it(message: str, slot: str) -> None:
    assert [clause.lacks for clause in understand(message, DOMAIN.lexicon).clauses] == [(slot,)]
    reply = replies_to(shopper(ADDRESS), message)[-1]
    assert (moves_of(reply), reply.end) == (["give"], None)


def test_what_is_asked_beside_it_is_given_too() -> None:
    message = "I still can't see who you are without your e-mail; and which order is it?"
    reply = replies_to(shopper(ADDRESS), message)[-1].text or ""
    assert "keiko@inkwell.example" in reply
    assert "R123456" in reply


@pytest.mark.parametrize("message", REFUSED)
def test_what_somebody_else_has_to_give_is_not_asked_for(message: str) -> None:
    reading = understand(message, DOMAIN.lexicon)
    assert Act.REFUSE in reading.acts
    assert not any(clause.lacks for clause in reading.clauses)


@pytest.mark.parametrize("message", ONLY_WITH_A_YES)
def test_who_does_nothing_without_a_yes_refuses_nothing_and_asks_for_one(message: str) -> None:
    assert Act.REFUSE not in understand(message, DOMAIN.lexicon).acts
    asked = "What is the new address, and which order is it?"
    assert replies_to(shopper(ADDRESS), asked, f"{PROPOSED} {message}")[-1].stance == "agree"


def test_such_an_assurance_beside_a_question_asks_for_no_yes() -> None:
    reading = understand("I won't change anything until you confirm. What's your order number?", DOMAIN.lexicon)
    assert Act.CONFIRM not in reading.acts
    assert reading.slots == ("order_id",)


@pytest.mark.parametrize("message", ["That can be done.", "That may be done.", "The order can be cancelled."])
def test_what_can_be_done_has_not_been_done(message: str) -> None:
    assert Act.CLAIM_DONE not in understand(message, DOMAIN.lexicon).acts
    assert "ask_done" not in moves_of(replies_to(shopper(CANCEL), message)[-1])
