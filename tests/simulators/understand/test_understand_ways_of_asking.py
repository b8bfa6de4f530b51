"""Ways in which right agents ask, propose and claim, that a reader can take for something else."""

import pytest

from domains.kit.lexicon import Action, Lexicon, Slot
from domains.kit.values import ValueKind
from simulators.understand.acts import Act
from simulators.understand.general import GENERAL
from simulators.understand.reader import understand

SHOP = Lexicon(
    slots=(
        Slot(key="email", kind=ValueKind.EMAIL, label="e-mail address", ask=("email",)),
        Slot(key="order_id", kind=ValueKind.ID, label="order number"),
    ),
    actions=(
        Action(key="return", words=("return", "returned")),
        Action(key="change", words=("change", "changes", "changed", "update")),
    ),
)


def actions(text: str) -> set[str]:
    return {action for clause in understand(text, SHOP).clauses for action in clause.actions}


@pytest.mark.parametrize(
    "text",
    [
        "I'll return the saddle. Just say the word and I'll do it.",
        "Return of the saddle to your card.\nConfirm? (yes/no)",
        "I would return the saddle.\n\n(yes/no)",
        "I'd return the saddle. How does that sound?",
    ],
)
def test_asking_for_a_yes_in_passing_is_a_proposal(text: str) -> None:
    reading = understand(text, GENERAL)
    assert Act.CONFIRM in reading.acts
    assert Act.REQUEST not in reading.acts


@pytest.mark.parametrize(
    "text",
    [
        "Shall I go ahead with this change?",
        "Before I make any changes, I need your explicit confirmation.",
        "Please let me know if this is correct or if you need any changes.",
        'Please type "yes", or let me know what should be changed.',
        "Shall I proceed, or would you like to change something?",
        "Should I update the order now?",
    ],
)
def test_speaking_of_the_proposal_as_a_change_names_no_action(text: str) -> None:
    assert actions(text) == set()


@pytest.mark.parametrize(
    "text",
    ["Shall I change the address?", "Would you like me to change the saddle to a blue one?", "Shall I update it?"],
)
def test_a_change_that_is_proposed_names_its_action(text: str) -> None:
    assert actions(text) == {"change"}


@pytest.mark.parametrize(
    "text",
    [
        "To look into this, please give me:\n- E-mail address\n- Order number",
        "Please send me:\n1. Your e-mail address\n2. Your order number",
        "Please provide: (1) e-mail address; (2) order number.",
    ],
)
def test_all_items_of_an_enumeration_are_asked_for(text: str) -> None:
    assert understand(text, SHOP).slots == ("email", "order_id")


@pytest.mark.parametrize("text", ["I've taken care of that for you.", "I just did that.", "We have done this now."])
def test_idioms_of_doing_are_claims(text: str) -> None:
    assert Act.CLAIM_DONE in understand(text, GENERAL).acts


@pytest.mark.parametrize("text", ["I will have taken care of that soon.", "Once I've done that, you'll get an e-mail."])
def test_idioms_of_doing_later_are_no_claims(text: str) -> None:
    assert Act.CLAIM_DONE not in understand(text, GENERAL).acts


@pytest.mark.parametrize(
    "text",
    [
        "No, sorry. It is already on its way.",
        "Sorry, no. The card does not hold that much.",
        "I'm afraid not. It has already been delivered.",
        "There is nothing I can do about it.",
        "My hands are tied here.",
        "It's too late to cancel.",
        "This order no longer qualifies.",
        "That's not something we do.",
    ],
)
def test_a_no_without_a_verb_is_a_refusal(text: str) -> None:
    assert Act.REFUSE in understand(text, GENERAL).acts


@pytest.mark.parametrize(
    "text", ["No problem!", "No worries, I'm happy to help.", "Sorry for the wait.", "I'm sorry to hear that."]
)
def test_a_no_that_denies_nothing_is_no_refusal(text: str) -> None:
    assert Act.REFUSE not in understand(text, GENERAL).acts
