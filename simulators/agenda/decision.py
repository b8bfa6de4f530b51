"""What a reply does, with the inner state after it: the outcome of deciding."""

from dataclasses import dataclass
from typing import Literal

from domains.kit.scenario import Scenario
from simulators.agenda.inner import Inner
from simulators.agenda.moves import Move, MoveKind
from simulators.protocol import CustomerEnd

_DENIED = frozenset(
    {
        MoveKind.PRESS,
        MoveKind.CONTEST,
        MoveKind.RELY,
        MoveKind.TAKE_PROMISED,
        MoveKind.ACCEPT_REFUSAL,
        MoveKind.ABANDON,
        MoveKind.SO_ALREADY,
        MoveKind.TAKE_NEXT,
        MoveKind.REPEAT_FACTS,
    }
)


@dataclass(frozen=True)
class Decision:
    """What a reply does, in the order in which it is said, and the inner state after it."""

    moves: tuple[Move, ...]
    inner: Inner
    stance: Literal["agree", "reject"] | None = None
    corrections: int = 0
    end: CustomerEnd | None = None

    @property
    def asked(self) -> tuple[str, ...]:
        """Keys of the questions that the reply asks."""
        kinds = {MoveKind.ASK, MoveKind.ASK_AGAIN}
        return tuple(dict.fromkeys(key for move in self.moves if move.kind in kinds for key in move.keys))

    def believes(self, scenario: Scenario) -> tuple[str, ...]:
        """Ids of goals that the reply thanks for as done; answers to questions are no deeds."""
        thanked = {move.goal for move in self.moves if move.kind is MoveKind.THANK}
        return tuple(goal.id for goal in scenario.goals if goal.needs_write and goal.id in thanked)

    @property
    def denied(self) -> tuple[str, ...]:
        """Ids of goals that the reply contests, lets go, or turns away from."""
        let_go = [move.goal for move in self.moves if move.kind in _DENIED and move.goal]
        turned = [key for move in self.moves if move.kind is MoveKind.STATE_GOAL for key in move.keys]
        return tuple(dict.fromkeys([*let_go, *turned]))
