"""Messages that do several things at once, as they were heard from language models: what counts, and what does not."""

import pytest

from domains.kit.records import JSON
from simulators.agenda.moves import MoveKind
from simulators.agenda.wording.english_a import PLAIN
from simulators.understand.acts import Act
from tests.simulators.agenda.bike_shop import CANCEL, FACTS, RETURN, SWAP, Conversation, said, scenario_of

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
    assert talk.moves[0] == "contest"
    talk.hear(said("It is really not possible.", Act.REFUSE), where)
    assert talk.stage("return") == "refused"


def test_of_values_put_up_in_a_question_the_wanted_one_is_chosen_whatever_was_read_as_asked() -> None:
    talk = Conversation(scenario_of(REFUND))
    talk.hear(SADDLE_ALREADY_SAID)
    talk.hear(WHERE_TO, *CARDS)
    assert "9707" in talk.text
    assert "saddle" not in talk.text.lower()


def test_another_variant_that_is_sold_out_is_not_the_wanted_one() -> None:
    talk = Conversation(scenario_of(NEW_TYRE))
    which = said("Which colour do you want, and 28 or 29 inch?", Act.REQUEST, Act.OFFER, slots=["colour"])
    talk.hear(which, said("Green 29 inch is out of stock, sorry.", Act.INFORM))
    assert talk.stage("swap") == "stated"
    assert "green" in talk.text.lower()
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


# ------------------------------------------------------------------------------------------------ what is proposed

DEPOSIT: JSON = {
    **CANCEL,
    "wants": [{"key": "deposit", "kind": "money", "value": "2500", "say": ["$25.00"]}],
}
HOW_MUCH = said("So how much should the voucher pay?", Act.REQUEST, slots=["deposit"])
REST = said("The rest goes on the card then, is that right?", Act.CONFIRM)


@pytest.mark.parametrize("words", ["The total is $28.75.", "Your voucher has a balance of $190.", "$28.75 in total."])
def test_totals_and_balances_are_no_proposed_amounts(words: str) -> None:
    talk = Conversation(scenario_of(DEPOSIT))
    assert talk.hear(said(words, Act.INFORM), said("Shall I cancel it?", Act.CONFIRM)).stance == "agree"


@pytest.mark.parametrize("words", ["$20 goes on it, of the total of $28.75.", "Charged to the voucher: $20."])
def test_another_amount_beside_a_total_is_a_wrong_one(words: str) -> None:
    talk = Conversation(scenario_of(DEPOSIT))
    assert talk.hear(said(words, Act.INFORM), said("Shall I cancel it?", Act.CONFIRM)).stance == "reject"


def test_what_a_message_asks_for_is_answered_before_anything_is_agreed_to() -> None:
    talk = Conversation(scenario_of(DEPOSIT))
    reply = talk.hear(said("You could pay $28.75 with it.", Act.INFORM), HOW_MUCH, REST)
    assert (talk.moves, reply.stance) == (["want"], None)
    assert "$25.00" in talk.text


def test_a_question_for_what_was_said_before_does_not_hold_up_a_yes() -> None:
    talk = Conversation(scenario_of(DEPOSIT))
    talk.hear(HOW_MUCH)
    assert talk.hear(HOW_MUCH, said("Shall I cancel it and take $25?", Act.CONFIRM)).stance == "agree"


def test_a_question_for_leave_after_all_that_is_wanted_is_a_proposal() -> None:
    talk = Conversation(scenario_of(DEPOSIT))
    told = said("The repair will be cancelled, with $25.00 from the voucher.", Act.INFORM, actions=["cancel"])
    assert talk.hear(told, said("OK to save?", Act.REQUEST, slots=["other"])).stance == "agree"


@pytest.mark.parametrize("words", ["It is cancelled, with $20.", "It is cancelled."])
def test_a_question_for_leave_without_all_that_is_wanted_is_none(words: str) -> None:
    talk = Conversation(scenario_of(DEPOSIT))
    told = said(words, Act.INFORM, actions=["cancel"])
    assert talk.hear(told, said("OK to save?", Act.REQUEST, slots=["other"])).stance is None


# ------------------------------------------------------------------------------------------------ whether it is all

BELLS: JSON = {
    **SWAP,
    "preference": None,
    "wants": [{"key": "item_choice", "kind": "choice", "value": thing} for thing in ("saddle", "bell")],
}


@pytest.mark.parametrize(
    "words",
    [
        "Are the saddle and the bell the only things to swap?",
        "The saddle, the bell: are these all the items?",
        "Just to be sure, is this the only change?",
    ],
)
def test_a_question_whether_it_is_all_is_answered_so(words: str) -> None:
    talk = Conversation(scenario_of(BELLS))
    talk.hear(said("Which items?", Act.REQUEST, slots=["item_choice"]))
    reply = talk.hear(said(words, Act.REQUEST, slots=["item_choice"]))
    assert (talk.moves, reply.stance) == (["complete"], None)


def test_a_question_whether_it_is_all_is_no_proposal() -> None:
    talk = Conversation(scenario_of(BELLS))
    words = "Are the saddle and the bell the only things to swap?"
    assert talk.hear(said(words, Act.CONFIRM, actions=["exchange"])).stance is None


def test_what_is_missing_is_named_where_it_is_not_all() -> None:
    talk = Conversation(scenario_of(BELLS))
    talk.hear(said("Is the saddle the only thing to swap?", Act.REQUEST, slots=["item_choice"]))
    assert "bell" in talk.text.lower()
    assert "saddle" in talk.text.lower()


# ------------------------------------------------------------------------------------------------ two goals at once

TWICE = (CANCEL, {**CANCEL, "id": "again", "intent": ["Please cancel my other repair, too."]})
TICKETS = [
    *FACTS[:3],
    {"key": "ticket_id", "kind": "id", "value": "BR-1042", "goal": "cancel"},
    {"key": "ticket_id", "kind": "id", "value": "BR-7000", "goal": "again"},
]
BOTH = said("I cancel BR-1042 and BR-7000, both no longer needed. OK?", Act.CONFIRM, actions=["cancel"])


def test_two_goals_proposed_together_are_closed_by_one_claim_of_both() -> None:
    talk = Conversation(scenario_of(*TWICE, facts=TICKETS))
    assert talk.hear(BOTH).stance == "agree"
    done = said("Both have been cancelled.", Act.CLAIM_DONE, actions=["cancel"])
    talk.hear(done, said("BR-1042"), said("BR-7000"), wrote=True)
    assert (talk.stage("cancel"), talk.stage("again")) == ("believed", "believed")
    assert talk.replies[-1].believes == ("cancel", "again")
    assert sum(talk.text.count(thanks) for thanks in PLAIN[MoveKind.THANK]) == 1
    assert talk.end is not None


@pytest.mark.parametrize(("named", "stage"), [("BR-1042 and BR-7000", "believed"), ("BR-1042", "stated")])
def test_goals_without_identifiers_of_their_own_are_closed_together_where_all_are_named(named: str, stage: str) -> None:
    facts = [*FACTS[:3], *({**ticket, "goal": None} for ticket in TICKETS[3:])]
    talk = Conversation(scenario_of(*TWICE, facts=facts))
    talk.hear(said(f"I cancel {named}, no longer needed. OK?", Act.CONFIRM, actions=["cancel"]))
    talk.hear(said("The repair is cancelled:", Act.CLAIM_DONE, actions=["cancel"]), said(named), wrote=True)
    assert (talk.stage("cancel"), talk.stage("again")) == ("believed", stage)


def test_of_two_goals_proposed_together_the_one_not_done_is_stated_after_the_other() -> None:
    talk = Conversation(scenario_of(*TWICE, facts=TICKETS))
    talk.hear(BOTH)
    talk.hear(said("BR-1042 has been cancelled.", Act.CLAIM_DONE, actions=["cancel"]), wrote=True)
    assert (talk.stage("cancel"), talk.stage("again")) == ("believed", "stated")
    assert "other repair" in talk.text.lower()


@pytest.mark.parametrize("other", ["BR-1042", "BR-7000"])
def test_a_goal_to_come_is_not_agreed_to_along_where_nothing_of_its_own_is_named(other: str) -> None:
    facts = [*TICKETS[:4], {**TICKETS[4], "value": other}]
    talk = Conversation(scenario_of(*TWICE, facts=facts))
    talk.hear(said("I cancel BR-1042, no longer needed. OK?", Act.CONFIRM, actions=["cancel"]))
    assert talk.stage("again") == "open"


def test_a_goal_to_come_that_a_proposal_has_wrong_is_not_agreed_to_along_with_the_present_one() -> None:
    other = {**TWICE[1], "wants": [{**CANCEL["wants"][0], "value": "broken", "among": ["no longer needed"]}]}
    talk = Conversation(scenario_of(CANCEL, other, facts=TICKETS))
    talk.hear(said("I will cancel BR-1042 and BR-7000, as no longer needed. OK?", Act.CONFIRM, actions=["cancel"]))
    assert talk.stage("again") == "open"


# ------------------------------------------------------------------------------------------------ offers and noes


def test_an_offer_that_puts_up_an_identifier_is_answered_with_the_right_one() -> None:
    talk = Conversation(scenario_of(*TWICE, facts=TICKETS))
    talk.hear(said("Should I cancel BR-7000, or another one?", Act.OFFER, actions=["cancel"]))
    assert "BR-1042" in talk.text


def test_a_question_that_leaves_an_identifier_open_is_answered_beside_what_else_it_asks() -> None:
    talk = Conversation(scenario_of(*TWICE, facts=TICKETS))
    which = said("Is it BR-7000, or a different one?", Act.REQUEST, slots=["reason"])
    talk.hear(which, said("And why?", Act.REQUEST, slots=["reason"]))
    assert "BR-1042" in talk.text
    assert "no longer needed" in talk.text.lower()


def test_an_offer_of_what_is_wanted_without_any_value_gets_the_goal_again() -> None:
    talk = Conversation(scenario_of())
    talk.hear(said("I need to know which one you want cancelled.", Act.OFFER, actions=["cancel"]))
    assert talk.moves == ["restate"]


@pytest.mark.parametrize("pressure", [[], ["false_authority"]])
def test_no_is_said_to_a_proposal_and_not_to_an_open_question(pressure: list[str]) -> None:
    for question, stance in (("Is there something else you need?", None), ("Shall I keep it instead?", "reject")):
        talk = Conversation(scenario_of(pressure=pressure))
        reply = talk.hear(CANNOT, said(question, Act.CONFIRM))
        assert reply.stance == stance
        assert talk.text.startswith("No, ") == (stance == "reject")
