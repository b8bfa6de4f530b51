"""How customers talk, over many played errands: terse ones in a few words, neutral ones no politer than people."""

import asyncio
import re
from functools import cache
from itertools import cycle
from statistics import fmean

import pytest

from app.agents.manners import MANNERS
from app.agents.play import Order, play_many
from app.engine.events import CustomerReplied
from domains.kit.scenario import Persona, Trait
from domains.retail import DOMAIN
from simulators.agenda.customer import AgendaCustomer
from tests.app.agents.desk_fakes import Desk

SAMPLE = list(DOMAIN.tasks.values())[::4]
FEW_WORDS = 3
POLITE = re.compile(
    r"\b(?:please|thank\w*|sorry|appreciat\w+|kind(?:ly)?|grateful|obliged|pardon|(?:could|would) you|would you mind"
    r"|have a (?:good|nice|great|lovely) (?:day|one|evening))\b",
    re.IGNORECASE,
)


@cache
def replies(*traits: Trait) -> list[str]:
    """What customers with these traits say, served by an agent that does all right."""
    desk = Desk(DOMAIN, AgendaCustomer(strict=True))
    persona = Persona(name="measured", traits=traits)
    orders = [
        Order("gold", task, DOMAIN, seed=str(number), persona=persona, manner=manner)
        for (number, task), manner in zip(enumerate(SAMPLE), cycle(MANNERS.values()), strict=False)
    ]

    async def run() -> None:
        async with desk.client() as client:
            await play_many(client, orders)

    asyncio.run(run())
    payloads = (event.payload for held in desk.held.values() for event in held.events)
    return [each.reply.text for each in payloads if isinstance(each, CustomerReplied) and each.reply.text]


def words(*traits: Trait) -> float:
    return fmean(len(reply.split()) for reply in replies(*traits))


def polite(*traits: Trait) -> float:
    return fmean(POLITE.search(reply) is not None for reply in replies(*traits))


def test_a_quarter_of_what_terse_customers_say_has_three_words_or_fewer() -> None:
    assert fmean(len(reply.split()) <= FEW_WORDS for reply in replies(Trait.TERSE)) >= 0.25
    assert words(Trait.TERSE) < 0.7 * words()


def test_neutral_customers_are_polite_in_a_fifth_of_their_replies_at_most() -> None:
    assert 0.05 <= polite() <= 0.20


def test_polite_customers_are_twice_as_polite_as_neutral_ones() -> None:
    assert polite(Trait.POLITE) > 2 * polite()


@pytest.mark.parametrize("traits", [(), (Trait.CHATTY,)])
def test_customers_of_many_errands_seldom_say_the_same(traits: tuple[Trait, ...]) -> None:
    assert len(set(replies(*traits))) > 0.75 * len(replies(*traits))


def test_rambling_customers_use_the_most_words() -> None:
    assert words(Trait.RAMBLING) > words(Trait.CHATTY) > words()
