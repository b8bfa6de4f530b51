"""Recorded and scripted customers."""

import asyncio

from simulators.protocol import CustomerEnd, Reply, Turn, View
from simulators.replay import ReplayCustomer
from simulators.scripted import ScriptedCustomer
from tests.simulators.agenda.bike_shop import LEXICON, scenario_of


def view(*turns: Turn, inner: object = None) -> View:
    return View(scenario_of(), LEXICON, "seed", turns, inner, False)


def test_recorded_replies_come_back_word_for_word_and_then_the_end() -> None:
    customer = ReplayCustomer(["Hi.", Reply(text="Yes.", stance="agree", inner={"other": 1})])

    async def held() -> list[Reply]:
        replies: list[Reply] = []
        for _ in range(3):
            replies.append(await customer.reply(view(inner=replies[-1].inner if replies else None)))
        return replies

    first, second, third = asyncio.run(held())
    assert (first.text, second.text, second.stance) == ("Hi.", "Yes.", "agree")
    assert (third.text, third.end) == (None, CustomerEnd.DONE)


def test_a_replay_goes_on_by_the_turns_where_another_kind_of_customer_began() -> None:
    turns = (Turn("customer", "Hi."), Turn("agent", "Hello."))
    reply = asyncio.run(ReplayCustomer(["Hi.", "Bye."]).reply(view(*turns, inner={"goals": {}})))
    assert reply.text == "Bye."


def test_the_scripted_customer_waits_before_each_reply() -> None:
    waits: list[float] = []

    async def wait(seconds: float) -> None:
        waits.append(seconds)

    customer = ScriptedCustomer(["Hi."], delay=2.5, wait=wait)
    assert asyncio.run(customer.reply(view())).text == "Hi."
    assert (waits, customer.at_once) == ([2.5], False)
