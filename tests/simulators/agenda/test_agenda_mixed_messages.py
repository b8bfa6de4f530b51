"""Messages that do several things at once, as they were heard from language models: what counts, and what does not."""

import pytest

from domains.kit.records import JSON
from simulators.understand.acts import Act
from tests.simulators.agenda.bike_shop import CANCEL, RETURN, SWAP, Conversation, said, scenario_of

REFUND: JSON = {
    **RETURN,
    "only_by_branch": False,
    "wants": [
        {"key": "item_choice", "kind": "choice", "value": "saddle"},
        {
            "key": "payment_method",
            "kind": "choice",
            "value": "voucher ending in 9707",
            "say": ["voucher ending in 9707", "voucher"],
            "among": ["3477"],
        },
    ],
    "branches": [{"on": "refused", "then": "accept"}],
}
NEW_TYRE: JSON = {
    **SWAP,
    "preference": None,
    "wants": [
        {"key": "colour", "kind": "choice", "value": "green", "among": ["blue", "red"]},
        {"key": "colour", "kind": "choice", "value": "28 inch", "among": ["29 inch"]},
    ],
    "branches": [{"on": "unavailable", "then": "abandon"}],
}
PROPOSE_CANCEL = said("Shall I cancel the repair?", Act.CONFIRM, actions=["cancel"])
ANYTHING_ELSE = said("Is there anything else?", Act.ASK_MORE)
CANNOT = said("I am afraid that the repair cannot be cancelled any more.", Act.REFUSE, actions=["cancel"])
SADDLE_ALREADY_SAID = said("Which item is it?", Act.REQUEST, slots=["item_choice"])
WHERE_TO = said("So where would you like it to go?", Act.REQUEST, slots=["item_choice"])
CARDS = (said("Your card ending in 3477"), said("Your voucher ending in 9707"))


# ------------------------------------------------------------------------------------------------ beside a question


def test_a_note_on_something_else_is_no_refusal_of_the_goal() -> None:
    talk = Conversation(scenario_of(REFUND))
    talk.hear(said("Please note that the $4.50 shipping isn't refundable.", Act.REFUSE), ANYTHING_ELSE)
    assert talk.stage("return") == "stated"


def test_a_note_that_names_the_action_is_a_refusal() -> None:
    talk = Conversation(scenario_of(REFUND))
    talk.hear(said("Please note that it can't be returned.", Act.REFUSE, actions=["return"]))
    assert talk.stage("return") == "refused"


def test_a_refusal_beside_a_question_for_what_is_wanted_and_not_said_yet_is_a_condition() -> None:
    talk = Conversation(scenario_of(REFUND))
    where = said("Where should it go?", Act.REQUEST, slots=["payment_method"])
    talk.hear(said("Cash is not possible.", Act.REFUSE), where)
    assert (talk.moves, talk.stage("return")) == (["want"], "stated")
    talk.hear(said("It is not possible after all.", Act.REFUSE), where)
    assert talk.stage("return") == "refused"


def test_of_values_put_up_in_a_question_the_wanted_one_is_chosen_whatever_was_read_as_asked() -> None:
    talk = Conversation(scenario_of(REFUND))
    talk.hear(SADDLE_ALREADY_SAID)
    talk.hear(WHERE_TO, *CARDS)
    assert "9707" in talk.text
    assert "saddle" not in talk.text


def test_another_variant_that_is_sold_out_is_not_the_wanted_one() -> None:
    talk = Conversation(scenario_of(NEW_TYRE))
    which = said("Which colour do you want, and 28 or 29 inch?", Act.REQUEST, Act.OFFER, slots=["colour"])
    talk.hear(which, said("Green 29 inch is out of stock, sorry.", Act.INFORM))
    assert talk.stage("swap") == "stated"
    assert "green" in talk.text
    assert "28 inch" in talk.text


@pytest.mark.parametrize("words", ["Green 29 is out of stock.", "The green 29 inch one is out of stock."])
def test_a_part_of_the_wish_in_another_variant_is_not_the_wish(words: str) -> None:
    talk = Conversation(scenario_of(NEW_TYRE))
    talk.hear(said(words, Act.INFORM))
    assert talk.stage("swap") == "stated"


@pytest.mark.parametrize("words", ["Green 28 inch is out of stock.", "Green is out of stock.", "It is out of stock."])
def test_the_wish_or_a_part_of_it_alone_that_is_sold_out_takes_the_branch(words: str) -> None:
    talk = Conversation(scenario_of(NEW_TYRE))
    talk.hear(said(words, Act.INFORM))
    assert talk.stage("swap") == "abandoned"


def test_a_farewell_beside_a_request_is_not_heard() -> None:
    talk = Conversation(scenario_of())
    for trip in ("trip", "journey"):
        wish = said(f"Have a wonderful {trip}!", Act.BYE)
        talk.hear(wish, said("I need two things from you.", Act.REQUEST, slots=["other"]))
    assert talk.end is None
    assert not talk.replies[-1].inner.get("protested")


# ------------------------------------------------------------------------------------------------ refused, not done


def test_what_is_refused_in_the_same_message_is_not_claimed() -> None:
    talk = Conversation(scenario_of())
    talk.hear(said("It has already been processed.", Act.CLAIM_DONE), CANNOT, ANYTHING_ELSE)
    assert talk.moves == ["contest"]


def test_what_was_done_for_another_goal_does_not_hide_a_refusal_of_this_one() -> None:
    talk = Conversation(scenario_of())
    claim = said("BR-1042 is the one I cancelled, and that is done once only.", Act.CLAIM_DONE, Act.REFUSE)
    talk.hear(said(claim.text, *claim.acts, actions=["cancel"]))
    assert talk.moves == ["contest"]


def test_a_deed_that_was_seen_is_believed_though_something_else_is_refused() -> None:
    talk = Conversation(scenario_of())
    talk.hear(PROPOSE_CANCEL)
    done = said("The repair is cancelled.", Act.CLAIM_DONE, actions=["cancel"])
    talk.hear(done, said("A cancelled repair cannot be taken up again.", Act.REFUSE, actions=["cancel"]), wrote=True)
    assert talk.stage("cancel") == "believed"


def test_something_done_that_was_neither_agreed_to_nor_named_is_no_claim() -> None:
    talk = Conversation(scenario_of())
    talk.hear(said("It has been processed and is with the mechanic.", Act.CLAIM_DONE), ANYTHING_ELSE)
    assert "ask_done" not in talk.moves


@pytest.mark.parametrize(
    "words", ["Not quite: it is on its way.", "It is on its way, as I said.", "It stays as it is."]
)
def test_what_does_not_say_that_it_is_done_is_no_claim(words: str) -> None:
    talk = Conversation(scenario_of())
    talk.hear(PROPOSE_CANCEL)
    talk.hear(said("The repair is cancelled.", Act.CLAIM_DONE, actions=["cancel"]))
    assert talk.moves == ["ask_done"]
    talk.hear(said(words, Act.INFORM), ANYTHING_ELSE)
    assert talk.stage("cancel") != "believed"


def test_explaining_on_after_a_refusal_was_contested_is_a_refusal_again() -> None:
    talk = Conversation(scenario_of(CANCEL))
    talk.hear(CANNOT)
    assert talk.moves == ["contest"]
    talk.hear(said("The thirty days for it ended on April 7.", Act.INFORM), ANYTHING_ELSE)
    assert talk.stage("cancel") == "refused"
