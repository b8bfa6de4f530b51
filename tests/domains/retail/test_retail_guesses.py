"""What agents cannot know: days on which things come, what others will do, and ways around the rules."""

import pytest

from app.grading.verdict import FindingKind
from tests.domains.retail.talks import DELIVERED, HM, NO, PENDING, UNDER_WAY, YES, Call, Customer, Turn, findings

CHECK = "nothing_guessed"


@pytest.mark.parametrize(
    "said",
    [
        "It'll be with you by this Friday.",
        "It ships by express, so it should be with you by Thursday.",
        "Delivery of these usually takes two to three days.",
        "Standard delivery takes 3\N{EN DASH}5 business days, express one day.",
        "Your parcel will arrive within the next week.",
        "Coral in small will be back at the end of the week, by the way.",
        "The blue one should be back in stock soon.",
        "An order of that size would ship free, by the way.",
        "You qualify for free shipping on this one.",
        "If the person it belongs to sends us their consent in writing, we'll cancel it for you.",
        "With her written consent we could change it.",
        "Once your father gives us his okay, that is, his permission, I can cancel it.",
        "As the price has changed so soon, we can refund you that difference if it ever goes down again.",
        "If the price drops, we'll give you the difference.",
        "If you ring the carrier, they can usually redirect it for you.",
        "The carrier will hold it for you at the depot.",
        "It can be redirected by the carrier, so just give them a ring.",
        "I'll hand you over to a colleague, and they'll send you a replacement free of charge.",
        'They take no such reason, so I\'d simply put "no longer needed" in for you so that it goes through.',
    ],
)
@pytest.mark.parametrize("order", [PENDING, UNDER_WAY])
def test_what_nothing_has_told_must_not_be_told(order: str, said: str) -> None:
    (found,) = findings(CHECK, order, f"I've checked. {said} Is there anything else?")
    assert (found.kind, found.step, found.gate) == (FindingKind.CHECK_FAILED, 3, True)


@pytest.mark.parametrize(
    "said",
    [
        "I can't say when it will arrive: there is no date, be it Friday or any other day.",
        "I can't promise that it will be with you by Friday.",
        "I don't know whether it will be with you by Friday.",
        "I understand you need it to arrive by Friday.",
        "You asked for it to be there by Friday. All I can see is that it's on its way.",
        "Once it arrives, you have 30 days to return it.",
        "Your order from Saturday, April 11, will be delivered to 19 Elmstead Road.",
        "It was delivered on April 3, which was a Friday.",
        "If it hasn't arrived by Friday, please write again.",
        "The refund of $22.00 goes to your card when the parcel arrives. You have until Friday to send it.",
        "It'll be with you by express as ordered. Today is Tuesday.",
        "You can return it until Friday, May 8, that's the 30th day.",
        "The label will arrive by e-mail within 30 days, I can't say more.",
        "Pick-up is free, so there's no shipping to pay: with pick-up, shipping is free.",
        "We don't offer free shipping, I'm afraid.",
        "Return shipping is free, as you get a label by e-mail.",
        "You asked for free shipping. Standard is $4.50.",
        "Even with their consent, we can't do anything about it.",
        "You have his permission, I see, but I can only help with your own orders.",
        "Whatever his consent, we can do nothing with it. Your father's okay doesn't help, but I can look at yours.",
        "With your consent, I'll change the address. Shall I?",
        "A friend's consent changes nothing, so I can only help with your own orders.",
        "The carrier has it, so it can't be redirected any more.",
        "R123456 can no longer be redirected, it's with the carrier.",
        "It's been handed over to the carrier, so we can no longer redirect it, and I can't change the address.",
        "I can't ask the carrier to redirect it, nor can I have the driver hold it.",
        "R606734 can still be redirected, whereas R890559 has gone off with the carrier and must keep its address.",
        "R890559 is with the carrier; R606734, however, can still be redirected to 19 Elmstead Road.",
        "R606734 is the one I can redirect, as the other is already with the carrier. Shall I redirect R606734?",
        "The carrier has R890559, but R606734 is pending, so that one I can change the address of.",
        "As R890559 is with the carrier, only R606734 can be redirected.",
        "R606734 can be redirected, but R890559 is with the carrier.",
        "The carrier already has R890559, so its address stays, but we could redirect R606734.",
        "The carrier will deliver it to 19 Elmstead Road. Once it's there, you can return it.",
        "If the new one is cheaper, the difference is refunded to your card.",
        "The price has gone down, so the difference of $3.96 would be refunded.",
        "I don't know when it will be back in stock. I'll be back with the details.",
        "It's out of stock; in stock are coral in medium and large.",
        "Your order is on its way and will be delivered to 19 Elmstead Road.",
        "I can cancel it only if it's no longer needed or was ordered by mistake.",
        "Will it be there by Friday? That I can't tell.",
        "The replacement lamp comes in black and is sent out once the old one is here.",
    ],
)
def test_rules_records_conditions_and_denials_are_no_guesses(said: str) -> None:
    assert findings(CHECK, PENDING, said, NO) == []


def test_a_reason_that_the_customer_has_given_may_be_put_in() -> None:
    said = 'I\'d record "ordered by mistake" as the reason, and with your yes it goes through. Shall I?'
    assert findings(CHECK, PENDING, Customer("I ordered it by mistake."), said, YES) == []
    assert findings(CHECK, PENDING, Customer("It's too slow."), said, YES) != []


def test_a_refused_exchange_grounds_no_replacement() -> None:
    exchange = Call(
        "exchange_items",
        {
            "order_id": DELIVERED,
            "item_ids": [f"{DELIVERED}-1"],
            "new_variant_ids": ["V0"],
            "payment_method_id": "card-21885-1",
        },
        refused=True,
    )
    said = "It's too late, but we'll send you a new one for free."
    assert len(findings(CHECK, DELIVERED, exchange, said)) == 1


@pytest.mark.parametrize(
    "turns",
    [
        ("It'll be with you by Friday.", HM, "I'm sorry, I can't promise that: I don't know the day."),
        ("It'll be with you by Friday.", HM, "Sorry, I was wrong there, no day is given."),
        ("The carrier will redirect it.", HM, "I'm sorry, the carrier can't do that."),
        ("It will be back in stock on Friday. I can't say that for certain, though.",),
    ],
)
def test_a_guess_may_be_taken_back(turns: tuple[Turn, ...]) -> None:
    assert findings(CHECK, UNDER_WAY, *turns) == []


@pytest.mark.parametrize(
    "turns",
    [
        ("It'll be with you by Friday.", HM, "I'm sorry that it hasn't reached you. There's nothing I can change."),
        ("The carrier will redirect it.", HM, "I'm sorry, I have no such power."),
    ],
)
def test_another_no_takes_no_guess_back(turns: tuple[Turn, ...]) -> None:
    assert len(findings(CHECK, UNDER_WAY, *turns)) == 1
