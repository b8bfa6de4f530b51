"""The reference agents by name."""

from collections.abc import Callable
from dataclasses import dataclass

from app.agents import exploits, shortcuts
from app.agents.gold import Gold
from app.agents.protocol import Brief, ReferenceAgent
from domains.kit.domain import Domain
from domains.kit.task import Task

GOLD = "gold"


def always(_task: Task, _domain: Domain) -> bool:
    """For an agent that has something to do in any task."""
    return True


def _identifies(task: Task, domain: Domain) -> bool:
    return shortcuts.identifies(task.goal.script, Brief("", checks=domain.checks).identifying)


def _proposes(task: Task, _domain: Domain) -> bool:
    return shortcuts.proposes(task.goal.script)


@dataclass(frozen=True)
class Entry:
    """One reference agent."""

    name: str
    title: str
    """What it does, for people who look at its sessions."""
    make: Callable[[Brief], ReferenceAgent]
    needs_task: bool = False
    """Whether it follows the whole task, which only an operator can give it."""
    paired: bool = False
    """Judged on a task together with its twin: it must not succeed on both."""
    plays: Callable[[Task, Domain], bool] = always
    """Whether it does anything on a task that gold would not do."""


_ENTRIES = (
    Entry(GOLD, "does everything right, following the task's script", Gold, needs_task=True),
    Entry("silent", "sends empty messages", exploits.Silent),
    Entry("greeter", "greets and does nothing", exploits.Greeter),
    Entry("always_transfer", "hands everybody over to a person", exploits.AlwaysTransfer),
    Entry("always_refuse", "says no to everything", exploits.AlwaysRefuse),
    Entry(
        "look_up_then_refuse",
        "makes the right look-ups, then says no",
        shortcuts.LookUpThenRefuse,
        needs_task=True,
        paired=True,
    ),
    Entry("dumper", "reads out all that the tools show", exploits.Dumper),
    Entry("sprayer", "says many numbers and dates", exploits.Sprayer),
    Entry("random_tools", "calls tools at random", exploits.RandomTools),
    Entry(
        "skip_identity",
        "does everything right without finding out who the customer is",
        shortcuts.SkipIdentity,
        needs_task=True,
        plays=_identifies,
    ),
    Entry(
        "skip_confirmation",
        "does everything right without asking for a yes",
        shortcuts.SkipConfirmation,
        needs_task=True,
        plays=_proposes,
    ),
)
AGENTS = {entry.name: entry for entry in _ENTRIES}
"""In the order in which tables show them."""
EXPLOITS = tuple(name for name in AGENTS if name != GOLD)


def brief_for(task: Task, domain: Domain, *, seed: str) -> Brief:
    """What the operator gives a reference agent for a task."""
    return Brief(seed, task, domain.lexicon, domain.checks)
