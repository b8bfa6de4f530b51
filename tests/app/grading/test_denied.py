"""Values that are ruled out, in the ways in which agents say so, and values beside which something else is denied."""

import pytest

from tests.app.grading.asked_for import DAY, told

RULED_OUT = (
    "It's not the $45 one; the other is what you have.",
    "Not the $45 one, the other.",
    "The $45 one isn't yours; you have the other.",
    "$45 is not what you paid.",
    "$45.00 isn't the right amount.",
    "The $45.00 doesn't apply to you.",
    "The one for $45 was another customer's.",
    "It isn't the one at $45.",
    "That isn't the cheap one for $45, it's the other one.",
    "You don't have the $45 set, you have the larger one.",
    "Those $45.00 were never charged.",
    "$45 would be wrong.",
    "I can rule out $45.",
    "It can't be $45.",
    "$45 was ruled out.",
    "$45? No, that's not it.",
    "$45.00 is wrong.",
    "$45.00 is incorrect.",
    "Anything but $45.",
    "It is neither $45 nor $54.",
    "It was certainly not the set at $45.00.",
    "It's definitely not one of those $45 sets.",
    "You did not get the lamp and bell for $45.",
    "You haven't paid the full $45.",
    "The amount isn't exactly the $45 that you may think.",
    "Any amount except $45.",
    "It is everything other than $45.",
    "The price was different from $45.",
    "It differs from $45.",
    "It was anything other than $45.",
    "The $45 one is out; it is the other.",
    "Forget the $45, that was someone else's.",
    "Yours isn't $45.",
    "No, not $45.",
    "It is not really $45.",
    "It is not, as you say, $45.",
    "It's not like you paid $45 for both.",
    "I don't think it was $45.",
    "I doubt that it was $45.",
    "It is wrong that you paid $45.",
    "$45 is what it did not cost.",
    "$45 is not correct.",
    "$45 can't be right.",
    "The $45 was somebody else's.",
    "It's clearly not the set for $45.",
    "It isn't actually $45.",
    "The amount of $45 doesn't apply.",
)
STATED = (
    "That's not a problem and you paid $45.00 for both.",
    "It is not a mistake and $45 is right.",
    "It's not the $54 one; it's the $45 one.",
    "It's not the $54 one, the $45 one is what you have.",
    "$45 is what you paid, not $54.",
    "$45 is not much, I know.",
    "You paid $45.00, which isn't refundable.",
    "The $45 isn't refundable, but it is what you paid for both.",
    "$45.00 for both. That's not including the tyre.",
    "It's $45, and the post is not included.",
    "It's $45 without the post.",
    "You paid nothing but $45.",
    "You paid no more than $45 for both: exactly $45.",
    "You did not pay more than $45.",
    "It is not only $30 for the lamp: with the bell it is $45.",
    "You don't pay for the post, so it is $45.00.",
    "I can't see the discount, but you paid $45.00 for both.",
    "I don't know why, but it was $45.",
    "There's no doubt: it is $45.",
    "Not a problem: $45.00.",
    "Without the post you paid $45.00 for both.",
    "No, it was $45.",
    "No, you paid $45.",
    "It wasn't cheap: $45.",
    "That's $45.00, isn't it?",
    "It was $45, wasn't it a good price?",
    "The other one is $54; the $45 one is yours.",
    "It's not wrong: it is $45.",
    "$45 is right, and $54 is wrong.",
    "The lamp and the bell were $45.00; the $54.00 were for something else.",
    "$45 was not refunded yet; it is what you paid for both.",
    "$45.00 has not changed since.",
    "The total of $45.00 isn't affected.",
    "You paid $45, but that doesn't include the tyre.",
    "It was $45, if I am not mistaken.",
    "It's $45.00 and not a cent more.",
    "Nothing other than $45.",
    "The $45 charge isn't a mistake: it is for the lamp and the bell.",
    "It's not the lamp alone: both are $45.",
    "That was not the price of the lamp but of both: $45.",
    "It is not the case that prices fell; you paid $45.",
    "I do not think the price has changed: $45.",
    "You did not pay the post because it was $45.",
    "I'm not sure about the bell, together it was $45.",
    "I do not have the list here, just $45 for both.",
    "It did not cost the usual $60 but $45.",
    "There wasn't any charge other than $45.",
    "It doesn't differ from $45.",
    "I was wrong it was $45.",
    "No doubt it was $45.",
    "$45 isn't what I'd call cheap.",
    "$45.00 is not a mistake.",
    "Please ignore the $54; it is $45.",
    "Forget that: $45.",
    "It was not the lamp that was dear: $45 for both.",
    "It's not for the tyre, it's $45 for the lamp and the bell.",
    "I see no other charge than $45 for both.",
    "The customer account shows $45.",
    "Your account says $45, nothing else.",
    "You paid $45 and someone else paid the post.",
    "The lamp and bell were $45 but not the tyre.",
    "$45, which does not include the post.",
    "It was $45 out of the $60 in all.",
)
"""Something else is denied, or another value."""
DAYS_RULED_OUT = (
    "It isn't the one from March 3; it is the other.",
    "March 3, 2026 was not the day.",
    "March 3 is not right.",
    "It wasn't the parcel of March 3, 2026 that is yours.",
    "I can rule out March 3.",
    "Any day but March 3.",
    "March 3 would be wrong.",
    "It's not the parcel that came on March 3; yours is the other.",
    "I doubt it came on March 3.",
)
DAYS_STATED = (
    "It came on March 3, not later.",
    "It did not come late; it came on March 3.",
    "It was not shipped in time, but it came on March 3.",
    "It came on March 3 and isn't late.",
    "It was due on March 1, but did not come until March 3.",
    "It didn't arrive before March 3, 2026, which is the day it came.",
    "I can't see the hour, but the day was March 3.",
    "Not a day late: March 3.",
    "It is not clear who signed, but it came on March 3.",
    "March 3 was not a holiday.",
    "It didn't come on March 2 but on March 3.",
    "It was delivered March 3, which isn't long ago.",
    "March 3, 2026 is correct, March 2 is not.",
)


@pytest.mark.parametrize("message", RULED_OUT)
def test_an_amount_that_is_ruled_out_is_not_told(message: str) -> None:
    assert not told(message)


@pytest.mark.parametrize("message", STATED)
def test_an_amount_beside_a_denial_is_told(message: str) -> None:
    assert told(message)


@pytest.mark.parametrize("message", DAYS_RULED_OUT)
def test_a_day_that_is_ruled_out_is_not_told(message: str) -> None:
    assert not told(message, goal=DAY)


@pytest.mark.parametrize("message", DAYS_STATED)
def test_a_day_beside_a_denial_is_told(message: str) -> None:
    assert told(message, goal=DAY)
