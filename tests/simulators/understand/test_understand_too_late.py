"""Refusals that only say that the time for something is over, that its one time has been had, or that it is to come."""

import pytest

from domains.retail import DOMAIN
from simulators.understand.reader import understand


def acts(text: str) -> set[str]:
    return {act.value for act in understand(text, DOMAIN.lexicon).acts}


@pytest.mark.parametrize(
    "text",
    [
        "yes im sure, status is processed = carrier has it. no cancelling now sorry",
        "no changing it any more, it's with the carrier",
        "It's on the truck. No cancelling at this point.",
        "sorry, R501733 was delivered feb 25 so the 30 days were over on march 27. curtains stay with u. anything else",
        "The 30 days for it ended on March 27. Anything else?",
        "Your thirty days ran out last week, so the lamp remains yours. Anything else?",
        "The return period was over on March 27. Anything else?",
        "R123456 was delivered on February 25, more than 30 days ago, so it's too late. Anything else?",
    ],
)
def test_what_is_over_is_refused(text: str) -> None:
    assert "REFUSE" in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        (
            "I'm sorry Ravi, each order gets one shipping change only, and R912218 had its change just now. It stays"
            " with express. Can I help you with anything else?"
        ),
        (
            "I know this is not what you hoped for, Ravi. Going back to standard would be a second change, and the"
            " rules allow a single one. Your order will be sent by express. Anything else I can help with?"
        ),
        "It's one change of shipping per order, and yours is used. Anything else?",
        "There's only one change of shipping per order, and you've had it. Anything else?",
        "That was the one change the rules allow. Anything else?",
        "The rules allow a single change. Anything else?",
    ],
)
def test_another_time_of_what_is_done_once_is_refused(text: str) -> None:
    assert "REFUSE" in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The parcel is with the carrier now (status: processed), and that means the address is fixed. Anything else?",
        "It has left us, so its address is locked. Anything else?",
        "The order is already with the carrier, so the address is set in stone now. Anything else?",
        "It's on its way already, which means the shipping is fixed. Anything else?",
        (
            "Order R904613 with the sand sun hat is processed, meaning it's on its way to you right now. I can only"
            " arrange a return once it has been delivered, so please come back to us then (you'll have 30 days from"
            " delivery). Can I do anything else for you?"
        ),
        "It's still travelling. A return can be set up only after delivery, so please write to us again then.",
        "I can set up a return only after it has arrived. Anything else?",
        "We can only start the return when the parcel has reached you. Anything else?",
    ],
)
def test_what_is_fixed_by_now_or_possible_only_later_is_refused(text: str) -> None:
    assert "REFUSE" in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "No cancelling fee applies. Shall I cancel it?",
        "There's no changing of anything else; only the address. Shall I go ahead?",
        "The rules allow a single change of shipping per order, so this would be it. Shall I go ahead?",
        "Each order gets one shipping change only. R912218 would go from standard to express. Shall I?",
        "It's one change of shipping per order. Which shipping would you like?",
        "You have 30 days from delivery, and they're not over yet. Which item?",
        "Once the 30 days are over, no return is possible. Which item is it?",
        "It was delivered on April 1, so the 30 days aren't over. Which item would you like to return?",
        "Your curtains can come back. Although the 30 days are over. Anything else?",
        "The 30 days are over, but I'll make an exception. Anything else?",
        "The 30 days have passed, but your return has been approved. Anything else?",
        "I've fixed the address: 146 Quince Street. Anything else?",
        "The address is fixed now! Anything else?",
        "I've sent it on, so the address is fixed. Anything else?",
        "The refund goes out once it has arrived. Anything else?",
        "I can only do that once you've confirmed. Shall I?",
        "I can only set up a return once I know the item. Which one is it?",
        "All done! R912218 now goes to 5 Oak Lane; it stays with express. Anything else?",
    ],
)
def test_what_only_sounds_like_it_refuses_nothing(text: str) -> None:
    assert "REFUSE" not in acts(text)
