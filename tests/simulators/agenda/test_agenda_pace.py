"""Traits that change when a customer says something: what was asked for comes all the same."""

from domains.kit.records import JSON
from simulators.protocol import CustomerEnd
from simulators.understand.acts import Act
from tests.simulators.agenda.bike_shop import ASK_PRICE, CANCEL, SWAP, Conversation, said, scenario_of

PROPOSE = said("Shall I cancel it, as no longer needed?", Act.CONFIRM, actions=["cancel"])
CANCELLED = said("It has been cancelled.", Act.CLAIM_DONE, actions=["cancel"])
ASK_THREE = said("Your e-mail, postcode and ticket?", Act.REQUEST, slots=["email", "postcode", "ticket_id"])


def customer(*traits: str, goals: tuple[JSON, ...] = (CANCEL,)) -> Conversation:
    return Conversation(scenario_of(*goals, persona={"name": "Mara Lindt", "traits": list(traits)}))


def keys(talk: Conversation, kind: str) -> list[str]:
    return [key for move in talk.replies[-1].reading["moves"] if move["move"] == kind for key in move["keys"]]


def test_a_piecemeal_customer_gives_one_thing_at_a_time_and_everything_in_the_end() -> None:
    talk = customer("piecemeal")
    given = []
    for words in ("I need all three.", "And the rest?", "Still missing some."):
        talk.hear(said(words), ASK_THREE)
        given.append(keys(talk, "give"))
    assert given == [["email"], ["postcode"], ["ticket_id"]]
    talk.hear(said("All of it again, please."), ASK_THREE)
    assert keys(talk, "give") == ["email", "postcode", "ticket_id"]


def test_a_piecemeal_customer_answers_what_is_asked_alone() -> None:
    talk = customer("piecemeal")
    talk.hear(said("Your postcode?", Act.REQUEST, slots=["postcode"]))
    assert "20457" in talk.text


def test_a_piecemeal_customer_also_wants_and_does_not_know_one_thing_at_a_time() -> None:
    talk = customer("piecemeal", goals=(SWAP,))
    asked = said("Frame number, colour, payment?", Act.REQUEST, slots=["frame_number", "colour", "payment_method"])
    talk.hear(asked)
    assert talk.moves == ["cannot_give", "give"]
    talk.hear(said("I see."), asked)
    assert (talk.moves, keys(talk, "want")) == (["want"], ["colour"])
    talk.hear(said("Good."), asked)
    assert keys(talk, "want") == ["payment_method"]


def test_a_piecemeal_customer_goes_on_with_the_rest_without_being_asked_again() -> None:
    talk = customer("piecemeal")
    talk.hear(ASK_THREE)
    talk.hear(said("I have found you.", Act.INFORM))
    assert keys(talk, "give") == ["postcode"]
    talk.hear(said("Okay."))
    assert keys(talk, "give") == ["ticket_id"]
    talk.hear(said("One moment.", Act.HOLD))
    assert talk.moves == ["acknowledge"]


def test_a_forgetful_customer_has_to_look_and_answers_when_asked_again() -> None:
    talk = customer("forgetful")
    talk.hear(ASK_THREE)
    assert (talk.moves, keys(talk, "give")) == (["look_up", "give"], ["postcode"])
    assert "BR-1042" not in talk.text
    talk.hear(said("Your ticket?", Act.REQUEST, slots=["ticket_id"]))
    assert set(keys(talk, "give")) == {"email", "ticket_id"}


def test_a_forgetful_customer_says_what_was_found_without_being_asked_again() -> None:
    talk = customer("forgetful")
    talk.hear(said("Your ticket?", Act.REQUEST, slots=["ticket_id"]))
    talk.hear(said("Take your time.", Act.HOLD))
    assert "BR-1042" in talk.text
    talk.hear(said("Your ticket, once more?", Act.REQUEST, slots=["ticket_id"]))
    assert talk.moves == ["give"]


def test_a_forgetful_customer_says_what_was_found_to_a_message_without_substance() -> None:
    talk = customer("forgetful")
    talk.hear(said("Your ticket?", Act.REQUEST, slots=["ticket_id"]))
    talk.hear(said("Okay."))
    assert "BR-1042" in talk.text


def test_a_forgetful_piecemeal_customer_gives_everything_too() -> None:
    talk = customer("forgetful", "piecemeal")
    heard: list[str] = []
    for words in ("First.", "Second.", "Third.", "Fourth."):
        talk.hear(said(words), ASK_THREE)
        heard += keys(talk, "give")
    assert set(heard) == {"email", "postcode", "ticket_id"}


def test_a_hesitant_customer_has_a_proposal_explained_once_and_then_agrees() -> None:
    talk = customer("hesitant")
    first = talk.hear(PROPOSE)
    assert (talk.moves, first.stance, talk.stage("cancel")) == (["hesitate"], None, "stated")
    assert talk.hear(said("It stops the repair."), PROPOSE).stance == "agree"


def test_a_hesitant_customer_corrects_what_is_wrong_at_once() -> None:
    talk = customer("hesitant")
    wrong = said("Shall I cancel it, as ordered by mistake?", Act.CONFIRM, actions=["cancel"])
    assert talk.hear(wrong).stance == "reject"
    assert talk.hear(PROPOSE).stance is None
    assert talk.hear(said("Once more."), PROPOSE).stance == "agree"


def test_an_anxious_customer_asks_once_whether_it_is_really_done() -> None:
    talk = customer("anxious")
    talk.hear(PROPOSE)
    talk.hear(CANCELLED, wrote=True)
    assert (talk.moves, talk.stage("cancel")) == (["ask_done"], "claimed")
    talk.hear(said("Yes."))
    assert (talk.stage("cancel"), talk.end) == ("believed", CustomerEnd.DONE)


def test_an_anxious_customer_goes_on_to_the_next_goal_when_reassured() -> None:
    talk = customer("anxious", goals=(CANCEL, ASK_PRICE))
    talk.hear(PROPOSE)
    talk.hear(CANCELLED, wrote=True)
    talk.hear(CANCELLED, said("Anything else?", Act.ASK_MORE))
    assert talk.moves == ["thank", "state_goal", "ask"]
    talk.hear(said("It is $12.", Act.INFORM))
    assert talk.end is CustomerEnd.DONE
