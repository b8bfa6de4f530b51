"""One reply in the making: what is known while it is decided, and what has been decided so far."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

from domains.kit.draws import Draw
from domains.kit.lexicon import Lexicon
from domains.kit.scenario import Branch, BranchOn, CustomerGoal, Disclosure, Fact, Scenario, Trait, Want
from domains.kit.values import ValueKind
from simulators.agenda.cues import Cues, cues_of
from simulators.agenda.inner import CLOSED, UNDERWAY, GoalState, Inner, Stage
from simulators.agenda.moves import Item, Move, MoveKind, item_of
from simulators.protocol import CustomerEnd
from simulators.understand.acts import Act, Clause, Reading
from simulators.understand.slots import CHOICE
from simulators.understand.values import says

PRICE_LIMIT = "price_limit"
"""The slot of what somebody would pay at most. Who has no such fact would pay any price."""


_MAY_ASK_FOR_MORE = frozenset({Act.REQUEST, Act.CONFIRM, Act.INFORM, Act.ASK_MORE})


@dataclass(frozen=True)
class Heard:
    """An agent's message as the customer takes it in."""

    text: str
    reading: Reading
    wrote: bool = False
    """Whether a write has succeeded since the customer last agreed."""
    repeated: bool = False
    """Whether it says what the agent's message before it said."""


@dataclass
class Deliberation:
    """Collects moves and changes of the inner state until the reply is decided."""

    scenario: Scenario
    inner: Inner
    heard: Heard
    lexicon: Lexicon
    draw: Draw
    moves: list[Move] = field(default_factory=list)
    stance: Literal["agree", "reject"] | None = None
    corrections: int = 0
    end: CustomerEnd | None = None
    before: Inner = field(init=False)
    """The inner state before this reply."""

    def __post_init__(self) -> None:
        self.before = self.inner

    @property
    def goal(self) -> CustomerGoal:
        """The goal that is being pursued."""
        return self.goal_of(self.inner.current)

    @property
    def state(self) -> GoalState:
        """How far the present goal has come."""
        return self.inner.goals[self.inner.current]

    @property
    def acts(self) -> frozenset[Act]:
        """The acts of the agent's message."""
        return self.heard.reading.acts

    @cached_property
    def slots(self) -> tuple[str, ...]:
        """The slots that are asked for and that the lexicon knows; a reader may name others that it cannot tell. A
        question whether something is all, or whether the rest may stay, asks for none unless it asks how much first."""
        rest = [each for each in self.clauses_of_rest if not self.cues.questions.open_question.search(each.text)]
        whether = [*self.clauses_whether_all, *rest]
        named = self.heard.reading.slots
        if whether:
            others = [clause for clause in self.heard.reading.clauses if clause not in whether]
            named = tuple(dict.fromkeys(slot for clause in others for slot in clause.slots))
        return tuple(slot for slot in named if slot == PRICE_LIMIT or self.lexicon.slot(slot) is not None)

    @property
    def cues(self) -> Cues:
        """The cues of the scenario's language."""
        return cues_of(self.scenario.language)

    def goal_of(self, goal: str) -> CustomerGoal:
        """A goal of the scenario by its id."""
        for each in self.scenario.goals:
            if each.id == goal:
                return each
        raise KeyError(goal)

    def clauses(self, *acts: Act) -> list[Clause]:
        """The clauses that have one of these acts."""
        return [clause for clause in self.heard.reading.clauses if clause.acts.intersection(acts)]

    @cached_property
    def clauses_whether_all(self) -> list[Clause]:
        """The clauses that ask whether something is all that is wanted."""
        asking = (
            clause for clause in self.heard.reading.clauses if not clause.acts - {Act.REQUEST, Act.CONFIRM, Act.INFORM}
        )
        whether = [clause for clause in asking if self.cues.questions.asks_whether_all.search(clause.text)]
        return [*whether, *(clause for clause in self.clauses_for_more if clause not in whether)]

    @cached_property
    def clauses_for_more(self) -> list[Clause]:
        """The clauses that ask whether something else of the same order is wanted, where things of it are."""
        if not any(want.key == CHOICE for want in self.wants()):
            return []
        more, or_not = self.cues.turns.more_of_it, self.cues.questions.or_not
        asking = [clause for clause in self.heard.reading.clauses if not clause.acts - _MAY_ASK_FOR_MORE]
        return [
            clause
            for clause in asking
            if (more.search(clause.text) or self._asks_besides(clause)) and not or_not.search(clause.text)
        ]

    def _asks_besides(self, clause: Clause) -> bool:
        """Whether a clause asks if another thing is wanted along with those that are, which it names as given at most:
        "besides the lamp, would you like to return the mug?"."""
        if self.cues.turns.also_wants.search(clause.text) is None:
            return False
        things = [want for want in self.wants() if want.key == CHOICE]
        rest = self.cues.turns.besides.sub(" ", clause.text)
        others = any(says(rest, ValueKind.TEXT, other) for want in things for other in want.among)
        own = any(says(rest, want.kind, want.value, want.say) for want in things)
        return not own and (others or (rest != clause.text and self.cues.turns.anything.search(rest) is not None))

    @cached_property
    def clauses_of_rest(self) -> list[Clause]:
        """The clauses that ask whether what else there is may stay as it is: they name something else, or the rest."""
        questions = [clause for clause in self.heard.reading.clauses if "?" in clause.text]
        asking = [clause for clause in questions if self.cues.turns.stays.search(clause.text)]
        wants = [want for goal in self.scenario.goals for want in self.wants(goal) if asking and want.key == CHOICE]
        others = {other for want in self.wants() if want in wants for other in want.among}
        found = [clause for clause in asking if not any(says(clause.text, w.kind, w.value, w.say) for w in wants)]
        return [
            clause
            for clause in found
            if self.cues.turns.others.search(clause.text) or any(says(clause.text, ValueKind.TEXT, o) for o in others)
        ]

    @cached_property
    def clauses_which(self) -> list[Clause]:
        """The clauses that ask whether a thing is the one that is meant, and neither whether it is all nor for leave to
        do anything with it."""
        return [
            clause
            for clause in self.heard.reading.clauses
            if not clause.acts & {Act.OFFER, Act.ASK_MORE}
            and clause not in self.clauses_whether_all
            and self.cues.questions.asks_which.search(clause.text)
            and not self.cues.questions.open_question.search(clause.text)
            and not self.cues.questions.asks_leave.search(clause.text)
            and not self.cues.transfer.search(clause.text)
        ]

    def awaits_yes_or_no(self) -> bool:
        """Whether a bare no would answer the message: it proposes something, or asks whether what it offers is wanted;
        a question which, or whether it is the one that is meant, or for anything else, does not."""
        which = self.clauses_which
        closed = [
            clause
            for clause in self.clauses(Act.CONFIRM, Act.OFFER)
            if Act.ASK_MORE not in clause.acts and clause not in which
        ]
        return any(
            (Act.CONFIRM in clause.acts or clause.text.rstrip().endswith("?"))
            and not self.cues.questions.open_question.search(clause.text)
            for clause in closed
        )

    def asks_to_leave(self) -> bool:
        """Whether the message asks if things may stay as they are."""
        return any(self.cues.notes.asks_to_leave.search(clause.text) for clause in self.heard.reading.clauses)

    def say(self, kind: MoveKind, **about: Any) -> None:
        """Adds a move, unless it is there already."""
        move = Move(kind, **about)
        if move not in self.moves:
            self.moves.append(move)
            if move.goal:
                self.wish(move.goal, *(item.value for item in move.items))

    def unsay(self, kind: MoveKind, items: Iterable[Item]) -> None:
        """Takes items out of the moves of a kind, as another move says them."""
        said = set(items)
        kept = (
            replace(move, items=tuple(item for item in move.items if item not in said)) if move.kind is kind else move
            for move in self.moves
        )
        self.moves = [move for move in kept if move.kind is not kind or move.items]

    def take_back(self, *kinds: MoveKind) -> None:
        """Takes out the moves of these kinds, which mean nothing beside what is said now."""
        self.moves = [move for move in self.moves if move.kind not in kinds]

    def wish(self, goal: str, *values: str) -> None:
        """Remembers that values that are wanted were said."""
        wanted = {want.value for want in self.wants(self.goal_of(goal))}
        known = self.inner.goals[goal].wished
        if new := [value for value in dict.fromkeys(values) if value in wanted and value not in known]:
            self.change(goal, wished=(*known, *new))

    def has_wished(self, want: Want) -> bool:
        """Whether a want of the present goal has been said."""
        return want.value in self.state.wished

    def said(self, *kinds: MoveKind) -> bool:
        """Whether a move of one of these kinds has been decided."""
        return any(move.kind in kinds for move in self.moves)

    def has_said(self, item: Item) -> bool:
        """Whether a move decided so far says this value."""
        return any(item in move.items for move in self.moves)

    def change(self, goal: str | None = None, **changes: Any) -> None:
        """Changes the state of a goal, by default of the present one."""
        self.inner = self.inner.with_goal(goal or self.inner.current, **changes)

    def keep(self, **changes: Any) -> None:
        """Changes the inner state beside its goals."""
        self.inner = self.inner.having(**changes)

    def close(self, stage: Stage, goal: str | None = None) -> None:
        """Ends a goal; questions of one that was refused or abandoned are dropped."""
        closed = self.goal_of(goal or self.inner.current)
        self.change(closed.id, stage=stage)
        if stage is not Stage.BELIEVED:
            self.change(closed.id, answered=tuple(question.key for question in closed.questions))

    def take_up(self, goal: str) -> None:
        """Makes another goal the present one and counts its openly said facts as told."""
        self.keep(current=goal)
        self.change(stage=Stage.STATED, asked=tuple(question.key for question in self.goal.questions))

    def told(self, *facts: Fact) -> None:
        """Remembers that facts were said."""
        self.keep(told=tuple(sorted({*self.inner.told, *self.indices_of(facts)})))

    def indices_of(self, facts: Iterable[Fact]) -> list[int]:
        """Where facts stand in the scenario."""
        wanted = list(facts)
        return [index for index, fact in enumerate(self.scenario.facts) if any(fact is each for each in wanted)]

    def has(self, trait: Trait) -> bool:
        """Whether the customer has a trait."""
        return trait in self.scenario.persona.traits

    def may_say(self, fact: Fact) -> bool:
        """Whether a fact has been said already."""
        return any(self.scenario.facts[index] is fact for index in self.inner.told)

    def sayable(self, key: str) -> tuple[Fact, ...]:
        """The facts of a slot for the present goal that may be said when asked for: its own, or else the general."""
        facts = [fact for fact in self.scenario.facts_of(key, self.goal.id) if fact.disclose is not Disclosure.NEVER]
        own = [fact for fact in facts if fact.goal == self.goal.id]
        return tuple(own or facts)

    def open_questions(self, goal: str | None = None) -> list[str]:
        """Keys of the questions of a goal that have been neither answered nor given up."""
        of = self.goal_of(goal or self.inner.current)
        return [question.key for question in of.questions if question.key not in self.inner.goals[of.id].answered]

    def is_over(self, goal: str | None = None) -> bool:
        """Whether nothing is left to do about a goal."""
        return self.inner.goals[goal or self.inner.current].stage in CLOSED and not self.open_questions(goal)

    def underway(self) -> bool:
        """Whether the present goal is stated and not closed."""
        return self.state.stage in UNDERWAY

    def branch(self, on: BranchOn) -> Branch | None:
        """The present goal's reaction to an event, if it has one."""
        return next((branch for branch in self.goal.branches if branch.on is on), None)

    def wants(self, goal: CustomerGoal | None = None) -> tuple[Want, ...]:
        """The wants of a goal at its present preference, without those that were let go."""
        of = goal or self.goal
        state = self.inner.goals[of.id]
        wants = wants_at(of, state.rank)
        return tuple(want for want in wants if want.value not in state.let_go) if state.let_go else wants

    def wants_of(self, key: str) -> list[Want]:
        """The wants of the present goal for a slot, as long as it is under way."""
        return [want for want in self.wants() if want.key == key] if self.underway() else []

    def want_items(self) -> tuple[Item, ...]:
        """The wants of the present goal, ready to be worded."""
        return tuple(item_of(want) for want in self.wants())

    def restate(self) -> None:
        """Says the present goal again, with its wants."""
        kind = MoveKind.INSIST if self.state.restated else MoveKind.RESTATE
        self.change(restated=self.state.restated + 1)
        whole = self.wholes()
        parts = [want for want in self.wants() if any(want.value in fact.value for fact in whole)]
        self.told(*whole)
        self.wish(self.goal.id, *(want.value for want in parts))
        others = [item for item in self.want_items() if item.value not in {want.value for want in parts}]
        self.say(kind, goal=self.goal.id, items=(*map(item_of, whole), *others))
        self.ask_with_intent()

    def wholes(self) -> list[Fact]:
        """Facts of the present goal that say several of its wants in one, as an address says street and city."""
        texts = [fact for fact in self.scenario.facts if fact.goal == self.goal.id and fact.kind is ValueKind.TEXT]
        sayable = [fact for fact in texts if fact.disclose is not Disclosure.NEVER]
        return [fact for fact in sayable if sum(want.value in fact.value for want in self.wants()) > 1]

    def ask_with_intent(self) -> None:
        """Asks the open questions of a goal that consists of them, so that its intent does not stand alone."""
        if not self.goal.needs_write and (keys := tuple(self.open_questions())):
            self.say(MoveKind.ASK, goal=self.goal.id, keys=keys)


def wants_at(goal: CustomerGoal, rank: int) -> tuple[Want, ...]:
    """The wants of a goal, those of the ranked preference in place of others of the same keys."""
    if goal.preference is None or not goal.preference.ranked:
        return goal.wants
    ranked = goal.preference.ranked[min(rank, len(goal.preference.ranked) - 1)]
    keys = {want.key for want in ranked}
    return tuple(want for want in goal.wants if want.key not in keys) + ranked
