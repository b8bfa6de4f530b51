"""Notes beside a proposal, in one sentence with it or not: that it cannot be repeated or taken back, or what does not
come back with it. They refuse nothing; a no for which the sentence gives a reason does."""

import pytest

from domains.kit.records import JSON
from simulators.agenda.cues import cues_of
from simulators.agenda.notes import without_notes
from simulators.understand.acts import Act, Clause
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

PROPOSED: list[tuple[JSON, str, str]] = [
    (
        RETURN,
        RETURN_ASKED,
        "The trail socks of R123456 go back and $12.00 goes to your Meridian card ending in 7058",
    ),
    (ADDRESS, ADDRESS_ASKED, "R123456 goes to 86 Rowan Drive, Glenrath, 27249"),
    (
        PAYMENT,
        PAYMENT_ASKED,
        "R123456 is paid with the gift card ending in 9842 ($48.00)",
    ),
    (CANCEL, "Which order?", "I cancel R123456 and $59.52 goes back to your card"),
    (
        EXCHANGE,
        EXCHANGE_ASKED,
        "I exchange the bath towel of R123456 for the white, medium one, and $2.00 is charged to your Orbis card "
        "ending in 4454",
    ),
]
NOTES = [
    "it can't be changed again",
    "that's final, so it can't be taken back",
    "I can't do it twice",
    "nothing else of it can be changed afterwards",
    "you won't be able to change your mind later",
]
FORMS = ["{}, and {}.", "{} ({}).", "{} - {}."]
QUESTIONS = ["Would you like me to do that, or leave it?", "Should I submit this or not?", "Do you agree?"]
REFUSED: list[tuple[JSON, str, str]] = [
    (
        PAYMENT,
        PAYMENT_ASKED,
        "R123456 was changed once already, and it can't be changed again. Shall I leave it?",
    ),
    (
        PAYMENT,
        PAYMENT_ASKED,
        "I can change the address of R123456, but the payment can't be changed again. Shall I do that?",
    ),
    (CANCEL, "Which order?", "R123456 is on its way, and I can't take it back. Shall I close the case?"),
    (
        CANCEL,
        "Which order?",
        "R123456 is with the carrier, and it can't be called back. Do you want me to set up a return later?",
    ),
    (
        RETURN,
        RETURN_ASKED,
        "The trail socks are final sale, and I can't take them back. Is that ok?",
    ),
    (
        EXCHANGE,
        EXCHANGE_ASKED,
        "The bath towel of R123456 came from an exchange, so it can't be exchanged again. Shall I return it?",
    ),
]


@pytest.mark.parametrize(
    ("goal", "asked", "proposal"), PROPOSED, ids=lambda value: value["id"] if isinstance(value, dict) else None
)
@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("form", FORMS)
def test_a_proposal_with_a_note_gets_a_yes(goal: JSON, asked: str, proposal: str, note: str, form: str) -> None:
    said = form.format(proposal, note)
    stances = {question: replies_to(shopper(goal), asked, f"{said} {question}")[-1].stance for question in QUESTIONS}
    assert stances == dict.fromkeys(QUESTIONS, "agree")


@pytest.mark.parametrize("form", FORMS)
def test_what_was_paid_beside_the_goods_need_not_come_back(form: str) -> None:
    goal, asked, proposal = PROPOSED[0]
    said = form.format(proposal, "the shipping can't be refunded")
    assert replies_to(shopper(goal), asked, f"{said} Should I submit this or not?")[-1].stance == "agree"


@pytest.mark.parametrize(("goal", "asked", "refusal"), REFUSED)
def test_a_no_that_has_a_reason_is_no_note(goal: JSON, asked: str, refusal: str) -> None:
    reply = replies_to(shopper(goal), asked, refusal)[-1]
    assert reply.stance != "agree"
    assert moves_of(reply) != ["agree"]


def test_a_wrong_value_beside_a_note_is_corrected() -> None:
    told = "R123456 goes to 58 Magnolia Drive, Ashmere, 10463, and it can't be changed again. OK?"
    reply = replies_to(shopper(ADDRESS), ADDRESS_ASKED, told)[-1]
    assert (moves_of(reply), reply.stance) == (["correct"], "reject")


def test_only_the_note_is_cut_off() -> None:
    clause = Clause(
        text="I cancel R123456 (it can't be undone), and $59.52 goes to your card.",
        acts=frozenset({Act.REFUSE}),
        actions=("cancel_order",),
    )
    (left,) = without_notes((clause,), cues_of("en"), whole=True)
    assert left.acts == frozenset()
    assert "undone" not in left.text
    assert "$59.52 goes to your card" in left.text


def test_a_clause_that_is_all_note_is_left_out() -> None:
    note = Clause(text="It can't be undone.", acts=frozenset({Act.REFUSE}))
    asking = Clause(text="Shall I go ahead?", acts=frozenset({Act.CONFIRM}))
    assert without_notes((note, asking), cues_of("en"), whole=True) == (asking,)


@pytest.mark.parametrize(
    "note",
    [
        "it includes the desk lamp as well; I can't cancel a single item",
        "only the whole order can be cancelled",
        "individual items can't be cancelled on their own",
    ],
)
def test_who_wants_a_whole_order_cancelled_hears_no_refusal_of_a_part(note: str) -> None:
    said = f"I'd cancel R123456, with $59.52 back to your card; {note}. Do you still want it?"
    assert replies_to(shopper(CANCEL), "Which order?", said)[-1].stance == "agree"
