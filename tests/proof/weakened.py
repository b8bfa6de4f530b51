"""Agents that are worse than gold by a known measure: each slips with a known probability, in a known way."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.agents.gold import Gold
from app.agents.protocol import Brief
from app.agents.shortcuts import proposes
from app.agents.talk import Result
from app.audit.alterations import alterations
from domains.kit.changes import Actor, Change
from domains.kit.domain import Domain
from domains.kit.draws import Draw
from domains.kit.goal import GoldCall, Move, NextGoal, Offer, Propose, Refuse, ToldFact, calls_of
from domains.kit.gold import GOLD_SEED
from domains.kit.state import HostedState
from domains.kit.task import Task
from domains.kit.values import ValueKind, money_text

Script = tuple[Move, ...]
AMISS = 137
"""By how many cents a wrongly told amount is off."""


@dataclass(frozen=True)
class Slip:
    """One way to do worse than gold."""

    name: str
    title: str


FORGETS = Slip("forgets", "forgets what comes after the first errand")
WRONG_VALUE = Slip("wrong_value", "writes another value than the one it was told")
NO_YES = Slip("no_yes", "writes without having asked for a yes")
WRONG_AMOUNT = Slip("wrong_amount", "tells an amount that is wrong")
SLIPS = (FORGETS, WRONG_VALUE, NO_YES, WRONG_AMOUNT)


class Mishaps:
    """What can go wrong on the tasks of a domain."""

    def __init__(self, domain: Domain):
        self.domain = domain
        self._wrong_scripts: dict[str, tuple[Script, ...]] = {}

    def concerns(self, slip: Slip, task: Task) -> bool:
        """Whether a task has the thing that can go wrong."""
        script = task.goal.script
        if slip is FORGETS:
            return any(isinstance(move, NextGoal) for move in script)
        if slip is WRONG_VALUE:
            return bool(self.wrong_scripts(task))
        if slip is NO_YES:
            return proposes(script)
        return any(map(_misquotable, task.goal.tell))

    def slips(self, task: Task, chances: Mapping[str, float], *, trial: str) -> frozenset[str]:
        """Which slips an agent makes in a trial. A slip at some chance is one at every greater chance too."""
        draw = Draw(trial, "slips")
        return frozenset(
            slip.name
            for slip in SLIPS
            if draw.chance(chances.get(slip.name, 0.0), slip.name, task.id) and self.concerns(slip, task)
        )

    def script(self, task: Task, slips: frozenset[str], *, trial: str) -> Script | None:
        """What an agent with these slips does in place of the task's script; None where it keeps to it."""
        if WRONG_VALUE.name not in slips:
            return None
        return Draw(trial, "slips").choice(self.wrong_scripts(task), "which value", task.id)

    def wrong_scripts(self, task: Task) -> tuple[Script, ...]:
        """The script with another value in one of its writes, for each argument that can be wrong unnoticed."""
        if task.id not in self._wrong_scripts:
            self._wrong_scripts[task.id] = tuple(self._wrong(task.goal.script))
        return self._wrong_scripts[task.id]

    def _wrong(self, script: Script) -> Iterator[Script]:
        for place, move in enumerate(script):
            if isinstance(move, Propose):
                before = [call for earlier in script[:place] for call in calls_of(earlier)]
                for calls in self._other_calls(before, move):
                    yield (*script[:place], move.model_copy(update={"calls": calls}), *script[place + 1 :])

    def _other_calls(self, before: Sequence[GoldCall], move: Propose) -> Iterator[tuple[GoldCall, ...]]:
        for position, call in enumerate(move.calls):
            made = [*before, *move.calls[:position]]
            right = self._changes(made, call)
            tool = self.domain.toolbox.get(call.tool)
            if tool is None:
                raise LookupError(f"the script calls {call.tool}, which {self.domain.name} does not have")
            for _, variants in alterations(tool, call.arguments, self._played(made)[1], self.domain):
                others = (GoldCall(tool=call.tool, arguments=arguments) for arguments in variants)
                taken = (other for other in others if self._changes(made, other) not in (None, right))
                if (other := next(taken, None)) is not None:
                    yield (*move.calls[:position], other, *move.calls[position + 1 :])

    def _played(self, calls: Sequence[GoldCall]) -> tuple[HostedState, list[Result]]:
        state = self.domain.open_state(GOLD_SEED)
        got = [state.call(call.tool, call.arguments, actor=Actor.AGENT).content for call in calls]
        return state, [Result(call.tool, call.arguments, text) for call, text in zip(calls, got, strict=True)]

    def _changes(self, before: Sequence[GoldCall], call: GoldCall) -> tuple[Change, ...] | None:
        """What the call changes; None where it is refused."""
        state, _ = self._played(before)
        outcome = state.call(call.tool, call.arguments, actor=Actor.AGENT)
        return None if outcome.is_error else outcome.changes


class Weakened(Gold):
    """Gold that makes the given slips."""

    def __init__(self, brief: Brief, slips: frozenset[str], script: Script | None):
        task = brief.whole_task()
        script = task.goal.script if script is None else script
        if FORGETS.name in slips:
            script = first_errand(script)
        if WRONG_AMOUNT.name in slips:
            goal = task.goal.model_copy(update={"tell": tuple(map(_misquoted, task.goal.tell))})
            brief = replace(brief, task=task.model_copy(update={"goal": goal}))
        super().__init__(brief, script, asks_first=NO_YES.name not in slips)


class FirstErrandOnly(Gold):
    """Honest and simple: does the first errand as gold does, and leaves it at that."""

    def __init__(self, brief: Brief):
        super().__init__(brief, first_errand(brief.whole_task().goal.script))


class NoAlternatives(Gold):
    """Honest and simple: where something is not to be had, says so, and leaves it at that."""

    def __init__(self, brief: Brief):
        super().__init__(brief, without_alternatives(brief.whole_task().goal.script))


def first_errand(script: Sequence[Move]) -> Script:
    """A script up to the customer's second errand."""
    ends = (place for place, move in enumerate(script) if isinstance(move, NextGoal))
    return tuple(script[: next(ends, len(script))])


def without_alternatives(script: Sequence[Move]) -> Script:
    """A script up to the first thing that is not to be had, and then a no."""
    for place, move in enumerate(script):
        if isinstance(move, Offer):
            return (*script[:place], Refuse(what=f"give you {move.unavailable}", because="it is not in stock"))
    return tuple(script)


def _misquotable(fact: ToldFact) -> bool:
    return fact.kind is ValueKind.MONEY and money_text(int(fact.value)) in fact.say


def _misquoted(fact: ToldFact) -> ToldFact:
    if not _misquotable(fact):
        return fact
    wrong = money_text(int(fact.value) + AMISS)
    return fact.model_copy(update={"say": fact.say.replace(money_text(int(fact.value)), wrong)})
