"""A decided reply with its template text: what a rewording is held against."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from domains.kit.lexicon import Lexicon
from domains.kit.records import JSON
from domains.kit.scenario import CustomerGoal, Scenario
from simulators.agenda.cues import cues_of
from simulators.agenda.decision import Decision
from simulators.agenda.inner import Inner, Stage, recalled
from simulators.agenda.lexicons import extended_lexicon
from simulators.agenda.moves import MoveKind
from simulators.agenda.waiting import waits
from simulators.agenda.wording.speaker import pack_of
from simulators.protocol import Reply, Turn, View
from simulators.understand.words import spaced

PlainMove = dict[str, JSON]
"""As `Move.plain` gives it: kind, goal, keys, detail."""


@dataclass(frozen=True)
class Draft:
    """A reply of the agenda, with the conversation in which it is given."""

    reply: Reply
    scenario: Scenario
    lexicon: Lexicon
    """The domain's with the scenario's words."""
    turns: Sequence[Turn]

    @classmethod
    def of(cls, reply: Reply, view: View) -> "Draft":
        """The draft that the agenda's reply to a view is."""
        return cls(reply, view.scenario, extended_lexicon(view.lexicon, view.scenario), view.turns)

    @property
    def text(self) -> str:
        """The template text."""
        return self.reply.text or ""

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the template text, in lower case."""
        return frozenset(spaced(self.text).split())

    @cached_property
    def moves(self) -> tuple[PlainMove, ...]:
        """What the reply does."""
        return tuple(self.reply.reading["moves"]) if isinstance(self.reply.reading, dict) else ()

    @cached_property
    def kinds(self) -> frozenset[MoveKind]:
        """The kinds of its moves."""
        return frozenset(MoveKind(move["move"]) for move in self.moves)

    @cached_property
    def inner(self) -> Inner:
        """The customer's inner state after it."""
        return recalled(self.reply.inner)

    @property
    def decision(self) -> Decision:
        """As much of the decision as the guard asks for."""
        return Decision(moves=(), inner=self.inner, stance=self.reply.stance, end=self.reply.end)

    def goal(self, goal: str) -> CustomerGoal:
        """A goal of the scenario by its id."""
        return next(each for each in self.scenario.goals if each.id == goal)

    def pushes(self, move: PlainMove) -> tuple[str, ...]:
        """All that could be said with the pressure of a move: in the goal's own words, or in words for anything."""
        kind = str(move.get("detail"))
        goal, language = self.goal(move["goal"]), self.scenario.language
        own = (push.say for push in goal.pushes if push.kind == kind)
        sets, waiting = pack_of(language).sets.values(), waits(goal, cues_of(language))
        return next(own, None) or tuple(text for each in sets for text in each.pressing(kind, waiting=waiting))

    @property
    def stated(self) -> tuple[CustomerGoal, ...]:
        """The goals that the agent has been told of."""
        return tuple(goal for goal in self.scenario.goals if self.inner.goals[goal.id].stage is not Stage.OPEN)

    @property
    def last_heard(self) -> str:
        """What the agent said last; empty at the opening."""
        return next((turn.text for turn in reversed(self.turns) if turn.speaker == "agent"), "")
