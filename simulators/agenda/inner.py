"""The inner state of an agenda customer: immutable, and small plain JSON between replies."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, TypeVar

from domains.kit.records import JSON
from domains.kit.scenario import CustomerGoal, Scenario


class Stage(StrEnum):
    """How far a goal has come, as the customer sees it."""

    OPEN = "open"
    STATED = "stated"
    CONFIRMING = "confirming"
    """The customer has agreed to a proposal and waits for it to be done."""
    CLAIMED = "claimed"
    """The agent says that it is done, and the customer has asked back."""
    BELIEVED = "believed"
    REFUSED = "refused"
    ABANDONED = "abandoned"


UNDERWAY = frozenset({Stage.STATED, Stage.CONFIRMING, Stage.CLAIMED})
CLOSED = frozenset({Stage.BELIEVED, Stage.REFUSED, Stage.ABANDONED})


@dataclass(frozen=True)
class GoalState:
    """One goal on the way."""

    stage: Stage = Stage.OPEN
    rank: int = 0
    """Which of the ranked preferences is wanted now."""
    asked: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    """Keys of questions that were answered or given up."""
    asked_again: tuple[str, ...] = ()
    wished: tuple[str, ...] = ()
    """Values of wants that the customer has said."""
    let_go: tuple[str, ...] = ()
    """Values of wants that were refused, where the customer goes on with the rest."""
    set_right: tuple[str, ...] = ()
    """Slots of what the customer has said of themselves and has put right once, where a proposal had it otherwise."""
    contested: int = 0
    turned_down: bool = False
    """Whether it was refused beside a question that the customer has answered first."""
    asked_back: bool = False
    """Whether the customer has held on to what they believe, once."""
    relied: bool = False
    """Whether the customer has asked if a way out that was promised holds."""
    restated: int = 0
    not_found: int = 0
    priced: bool = False
    """Whether the customer has asked for the price, was told one amount, and can live with it."""
    queried: bool = False
    """Whether the neutral question after a claim was asked."""
    given: tuple[str, ...] = ()
    """Slots that a piecemeal customer has answered."""
    along: bool = False
    """Whether it was agreed to together with another goal, before it was stated."""
    owed: tuple[str, ...] = ()
    """Slots that a piecemeal customer was asked for beside the last one that they have answered."""
    hesitated: bool = False
    """Whether a proposal was to be explained once more."""


@dataclass(frozen=True)
class Inner:
    """All that a customer keeps in mind between replies."""

    goals: Mapping[str, GoalState]
    current: str
    step: int = 0
    """How many replies were given."""
    told: tuple[int, ...] = ()
    """Indices of the facts that were said."""
    looked_up: tuple[int, ...] = ()
    """Indices of the facts that a forgetful customer has gone to look for."""
    unable: tuple[str, ...] = ()
    """Slots of which the customer has said that they do not know the answer."""
    unread: int = 0
    """Substantive messages running that could not be read."""
    empty: int = 0
    """Messages running without substance, or repeated."""
    stale: int = 0
    """Replies running in which nothing new happened."""
    pressure: int = 0
    """How many items of the pressure ladder were used."""
    wrote_used: bool = False
    """Whether the write that the customer can know of was already taken for a goal."""
    protested: bool = False
    transfers: int = 0
    """How often a transfer was announced."""
    transfers_offered: int = 0
    said: tuple[str, ...] = ()
    """The wordings used last, so that the next ones differ."""

    def having(self, **changes: Any) -> "Inner":
        """This state with changes beside its goals."""
        return _having(self, changes)

    def with_goal(self, goal: str, **changes: Any) -> "Inner":
        """This state with the state of one goal changed."""
        state = _having(self.goals[goal], changes)
        return self if state is self.goals[goal] else self.having(goals={**self.goals, goal: state})

    def progress(self) -> tuple[object, ...]:
        """Compares unequal after a reply in which something new happened."""
        goals = tuple(
            (g.stage, g.rank, g.let_go, g.asked, g.answered, g.contested, g.not_found, g.given, g.hesitated, g.relied)
            for g in self.goals.values()
        )
        return goals, self.current, self.told, self.looked_up, self.pressure

    def plain(self) -> JSON:
        """As plain JSON; what has its default is left out."""
        rest = _changed(self, skip=("goals",))
        return {**rest, "goals": {key: _changed(goal) for key, goal in self.goals.items()}}


_State = TypeVar("_State", Inner, GoalState)
_DEFAULTS = {state: {each.name: each.default for each in fields(state)} for state in (Inner, GoalState)}
"""What is in each field of a state at first."""


def _having(state: _State, changes: Mapping[str, Any]) -> _State:
    """A state with changes; the same one where they change nothing, as most do, for a new one costs much more."""
    known = vars(state)
    for name, value in changes.items():
        if known[name] != value:
            return type(state)(**{**known, **changes})
    return state


def opened(scenario: Scenario) -> Inner:
    """The state before the first word."""
    return Inner(goals={goal.id: GoalState() for goal in scenario.goals}, current=scenario.goals[0].id)


def recalled(plain: JSON) -> Inner:
    """The state that `Inner.plain` gave, in this or another version: what has no name here any more is dropped."""
    goals = {key: _goal_recalled(goal) for key, goal in plain["goals"].items()}
    return Inner(goals=goals, **{key: value for key, value in _known(plain, Inner).items() if key != "goals"})


def next_open(scenario: Scenario, inner: Inner) -> CustomerGoal | None:
    """The goal that is taken up when the current one is over."""
    waiting = (goal for goal in scenario.goals if not goal.only_by_branch)
    return next((goal for goal in waiting if inner.goals[goal.id].stage is Stage.OPEN), None)


def _goal_recalled(plain: JSON) -> GoalState:
    values = _known(plain, GoalState)
    return GoalState(**{**values, "stage": Stage(values.get("stage", Stage.OPEN))})


def _known(plain: JSON, state: type[Inner | GoalState]) -> dict[str, JSON]:
    return {key: _frozen(value) for key, value in plain.items() if key in _DEFAULTS[state]}


def _frozen(value: JSON) -> JSON:
    return tuple(value) if isinstance(value, list) else value


def _json(value: object) -> JSON:
    if isinstance(value, tuple):
        return list(value)
    return value.value if isinstance(value, Stage) else value


def _changed(state: Inner | GoalState, skip: tuple[str, ...] = ()) -> dict[str, JSON]:
    kept = {}
    for name, default in _DEFAULTS[type(state)].items():
        value = getattr(state, name)
        if name not in skip and value != default:
            kept[name] = _json(value)
    return kept
