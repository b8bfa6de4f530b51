"""A plug-in that has an eye on every conversation in a test: real customers neither invent a fact nor end early.

What the agenda says is checked reply by reply, wherever it is asked; where gold follows a script, it must get to do all
of its work. Both are judged as `regulars audit customers` judges them, so that all tests measure along with it.
"""

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import ClassVar, Self

import pytest

from app.agents.gold import Gold
from app.agents.notes import outstanding
from app.audit.customers.sayings import Known
from app.client import AsyncSession
from domains.kit.scenario import Scenario
from simulators.agenda.customer import AgendaCustomer
from simulators.protocol import CustomerEnd, Reply, View


def pytest_configure(config: pytest.Config) -> None:
    config.stash[Watch.KEPT] = Watch.kept()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    item.config.stash[Watch.KEPT].seen.clear()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Whatever else a test is about: no customer in it may invent a fact, or end early."""
    result = yield
    seen = item.config.stash[Watch.KEPT].seen
    if seen and item.get_closest_marker("faulty_customers") is None:
        pytest.fail("a customer erred: " + "; ".join(seen), pytrace=False)
    return result


@dataclass
class Watch:
    """What was seen since the present test began."""

    KEPT: ClassVar[pytest.StashKey[Self]] = pytest.StashKey()
    seen: list[str] = field(default_factory=list)
    _known: dict[int, tuple[Scenario, Known]] = field(default_factory=dict)
    """What scenarios give, by their identity; the scenario is kept so that no other takes its place."""

    @classmethod
    def kept(cls) -> Self:
        """Begins to watch, for as long as this process runs."""
        watch = cls()
        answer, play = AgendaCustomer.answer, Gold.play

        def watched_answer(customer: AgendaCustomer, view: View) -> Reply:
            reply = answer(customer, view)
            watch.hear(view, reply)
            return reply

        async def watched_play(gold: Gold, session: AsyncSession) -> None:
            await play(gold, session)
            if type(gold) is Gold and session.end_reason == CustomerEnd.DONE:
                watch.see_end(gold)

        patch = pytest.MonkeyPatch()
        patch.setattr(AgendaCustomer, "answer", watched_answer)
        patch.setattr(Gold, "play", watched_play)
        return watch

    def hear(self, view: View, reply: Reply) -> None:
        """Looks at one reply of the agenda."""
        text = reply.text or ""
        if self._of(view.scenario).foreign(text):
            heard = (turn.text for turn in view.turns if turn.speaker == "agent")
            if foreign := self._of(view.scenario).having(*heard, str(view.device)).foreign(text):
                self.seen.append(f"{', '.join(foreign)} is invented in {text!r}")
        if reply.end is CustomerEnd.DONE and (reply.stance == "agree" or not view.turns):
            self.seen.append(f"it ends while it agrees, or before anything was said: {text!r}")

    def see_end(self, gold: Gold) -> None:
        """Looks at a session that its customer has ended."""
        if left := outstanding(gold.script, gold.brief.notes):
            self.seen.append(f"it ended {gold.task.id} before {', '.join(move.do for move in left)}")

    def _of(self, scenario: Scenario) -> Known:
        if id(scenario) not in self._known:
            self._known[id(scenario)] = (scenario, Known(scenario))
        return self._known[id(scenario)][1]
