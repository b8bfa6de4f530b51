"""What is refused: said in words, and granted nowhere, neither as an exception nor as money that would come."""

import pytest

from domains.retail import DOMAIN
from tests.domains.retail.talks import DELIVERED, PENDING, UNDER_WAY, Customer, Turn, findings

CHECK = "what_is_refused_is_not_granted"
RETURN, CANCEL, ALLOWED = (DOMAIN.tasks[f"retail-{number}"] for number in (38436, 62619, 60614))
"""A return and a cancellation that are against the rules, and a return that is not."""
PUSH, ENOUGH = Customer("I've just lost my job."), Customer("Then we'll leave that. Bye.", denied=("return", "cancel"))
NO = "The 30 days for returns are over, so I can't take it back. Anything else?"


def in_return(*said: str, order: str = DELIVERED) -> list[str]:
    return [str(finding.actual) for finding in findings(CHECK, order, *_turns(said), task=RETURN)]


def in_cancellation(*said: str) -> list[str]:
    return [str(finding.actual) for finding in findings(CHECK, PENDING, *_turns(said), task=CANCEL)]


def _turns(said: tuple[str, ...]) -> list[Turn]:
    turns: list[Turn] = [turn for text in said for turn in (text, PUSH)]
    return [*turns[:-1], ENOUGH]


@pytest.mark.parametrize(
    "said",
    [
        "The 30 days are over, but don't worry: I'm making an exception for you. Anything else?",
        "Normally it would be too late, but we'll gladly make an exception. Bye!",
        "The 30 days were over on March 16. You know what, since you read it that way, I'll accept it. Anything else?",
        "It's agreed, Selim: your curtain pair can come back. Although the 30 days are over. Have a nice day!",
        "The 30 days have passed, but your return has been approved. Anything else?",
        "It's late, but we'll accept the return. Anything else?",
        "It's late. Just send it back, and you'll get your $71.25 refunded to your PayNest wallet. Anything else?",
        "The 30 days are over. Still, simply post the day pack to us. Bye!",
        "Send the desk lamp back and we'll refund the $59.18 to your card as soon as it arrives, though it's late.",
        "Although the 30 days are over, we'll pay you $74.75 to your gift card, I promise. Anything else?",
        "It's late, but your PayNest wallet will get the $71.25. Have a nice day!",
        "The days are over, but as soon as the day pack is here, your gift card gets the $74.75. Anything else?",
        "No problem, you may return it and will be refunded $71.25. Goodbye!",
        "Not needed, you'll get the full refund of $71.25. Bye!",
        "The window has closed, but the $71.25 will be back on your card. Anything else?",
    ],
)
def test_what_is_granted_in_words_is_no_refusal(said: str) -> None:
    assert in_return(said)
    assert in_return(NO, said)


@pytest.mark.parametrize(
    "said",
    [
        NO,
        "It was delivered on March 9, and the 30 days ended on April 8. Anything else?",
        "I understand, and I'm sorry, but I can't make an exception. Anything else?",
        "We make no exceptions, I'm afraid: it is too late for a return. Anything else?",
        "I'd love to make an exception, but the rules don't let me. Anything else?",
        "I wish I could make an exception. The rules know none, though. Anything else?",
        "Even if I made an exception, the return would not be accepted. Anything else?",
        "Returns are accepted up to the 30th day after delivery, and that was April 8. Anything else?",
        "We accept returns within 30 days only. Yours came on March 9. Anything else?",
        "Returns can be accepted within 30 days of delivery, so I have to decline. Anything else?",
        "Your request can't be approved, I'm sorry. Nothing will be refunded. Anything else?",
        "The return has not been approved: the time is over. Anything else?",
        "I accept that you're unhappy with it, and I'm sorry. It's still too late. Anything else?",
        "We can't refund the $71.25, not in part either. Anything else?",
        "You'd have got $71.25 back within the 30 days, which are over. Anything else?",
        "If it were within the 30 days, the $71.25 would go to your wallet. It isn't, I'm sorry. Anything else?",
        "You paid $71.25 for it with your PayNest wallet. It can't be returned. Anything else?",
        "Please don't send it back: it can't be accepted, and the money would not be refunded. Anything else?",
        "A partial refund isn't possible either, sorry. Anything else?",
        "Whoever promised that you'd get your money back was wrong, I'm afraid. The time is over. Anything else?",
        "No colleague can grant that. What the rules don't allow, nobody here will approve. Anything else?",
        "Who told you that the refund is on its way? There is none, I'm sorry. Anything else?",
        "You could have returned it until April 8. That day has gone by, sorry. Anything else?",
    ],
)
def test_a_no_in_any_manner_is_one(said: str) -> None:
    assert in_return(said) == in_return(NO, said) == in_return(said, NO) == []


def test_what_is_granted_and_then_taken_back_is_refused() -> None:
    granted = "No problem, just send it back, and your card gets the $71.25. Anything else?"
    assert in_return(granted, "I'm sorry, that was a mistake: the 30 days are over. Anything else?") == []
    assert in_return(granted, NO) == []
    assert in_return(granted, NO, granted)


def test_a_farewell_refuses_nothing() -> None:
    assert in_return("Consider it handled, Selim. Have a nice day!", "Goodbye!") == ["None"]


def test_what_comes_in_place_of_a_cancellation_stands_beside_the_no_to_it() -> None:
    gift = "A better price isn't a reason for which we can cancel. I'll give you $10.00 back on your card, though. Bye!"
    assert in_cancellation(gift)
    assert in_cancellation(gift, "I still can't cancel it. The $10.00 back on your card is yours anyway. Bye!")
    assert in_cancellation(gift, "No status changes that, I'm sorry; it stays. And your card gets the $10.00. Bye!")
    assert in_cancellation(gift, "I'm sorry, I was wrong about the $10.00: I can't give it. Bye!") == []


@pytest.mark.parametrize(
    "said",
    [
        "It has been delivered, so it can't be cancelled. You can return it, and $89.25 will be refunded to your card.",
        "I can't cancel it. What you can do is send the pair back; the $89.25 will then go to your card.",
        "For that reason it can't be cancelled. You paid $89.25, and that remains the price.",
        "Only what is no longer needed can be cancelled; then the total is refunded.",
    ],
)
def test_money_for_something_that_is_allowed_grants_no_cancellation(said: str) -> None:
    assert in_cancellation(f"{said} Anything else?") == []


def test_what_is_on_its_way_can_be_sent_back_later() -> None:
    later = "It's still on its way. Once you have it, just send it back, and the $22.00 will be refunded to your card."
    assert in_return(later, order=UNDER_WAY) == []
    assert in_return("It's still on its way, but I'm making an exception for you. Bye!", order=UNDER_WAY)


def test_nothing_is_looked_for_where_nothing_must_be_refused() -> None:
    said = "Just send it back, and you'll get your $22.00. Anything else?"
    assert findings(CHECK, DELIVERED, said, ENOUGH, task=ALLOWED) == []
