"""The eye on every customer sees what it is there to see."""

import asyncio
from pathlib import Path

import pytest

from domains.kit.scenario import Scenario
from simulators.agenda.customer import AgendaCustomer
from simulators.protocol import CustomerEnd, Reply, Turn, View
from tests.app.audit.customers.faulty import counter, ends, found_in, honest
from tests.simulators.agenda.bike_shop import LEXICON, scenario_of
from tests.watching import Watch, pytest_runtest_call


def view_of(scenario: Scenario, *turns: Turn) -> View:
    return View(scenario, LEXICON, "seed", turns, None, False)


def test_what_comes_from_nowhere_is_seen_and_what_the_agent_has_said_is_not() -> None:
    watch, scenario = Watch(), scenario_of()
    watch.hear(view_of(scenario), Reply(text="It is BR-1042, for mara@example.org."))
    watch.hear(view_of(scenario, Turn("agent", "That is $77.10 by May 3.")), Reply(text="$77.10 by May 3?"))
    assert watch.seen == []
    watch.hear(view_of(scenario), Reply(text="It is BR-7777."))
    watch.hear(view_of(scenario, Turn("customer", "It is BR-8888.")), Reply(text="BR-8888, as I said."))
    assert [each.partition(" ")[0] for each in watch.seen] == ["BR-7777", "BR-8888"]


@pytest.mark.parametrize(
    ("reply", "seen"),
    [
        (Reply(text="Yes. Bye!", stance="agree", end=CustomerEnd.DONE), True),
        (Reply(text="Yes.", stance="agree"), False),
        (Reply(text="Bye!", end=CustomerEnd.DONE), False),
    ],
)
def test_an_end_in_a_yes_is_seen(reply: Reply, *, seen: bool) -> None:
    watch = Watch()
    watch.hear(view_of(scenario_of(), Turn("agent", "Shall I?")), reply)
    assert bool(watch.seen) is seen


@pytest.mark.faulty_customers
def test_an_early_end_is_seen_in_whatever_gold_plays(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    watch = request.config.stash[Watch.KEPT]
    asyncio.run(found_in(counter(tmp_path), "kiosk-1", honest))
    assert watch.seen == []
    asyncio.run(found_in(counter(tmp_path), "kiosk-1", ends(at=2)))
    assert watch.seen == ["it ended kiosk-1 before propose"]


def called_with_something_seen(item: pytest.Item) -> None:
    """The call of a test during which a customer errs."""
    seen = item.config.stash[Watch.KEPT].seen
    call = pytest_runtest_call(item)
    next(call)
    seen.append("it invented a unicorn")
    try:
        with pytest.raises(StopIteration):
            call.send(None)
    finally:
        seen.clear()


def test_a_test_in_which_a_customer_errs_fails(request: pytest.FixtureRequest) -> None:
    with pytest.raises(pytest.fail.Exception, match="a customer erred: it invented a unicorn"):
        called_with_something_seen(request.node)


@pytest.mark.faulty_customers
def test_a_test_that_plants_faults_does_not(request: pytest.FixtureRequest) -> None:
    called_with_something_seen(request.node)


def test_every_agenda_is_watched() -> None:
    assert AgendaCustomer.answer.__qualname__ == "Watch.kept.<locals>.watched_answer"
