"""A conversation as the rules judge it: what the agent meant, what the customer said, and what the scenario says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.agents import listening
from app.agents.notes import Meaning, Notes, Part
from app.audit.customers.sayings import Value, content, is_said
from app.engine.events import AgentSpoke, CustomerReplied, Event, ToolCalled
from domains.kit.changes import Actor
from domains.kit.lexicon import Lexicon
from domains.kit.scenario import CustomerGoal, Persona, Scenario
from domains.kit.task import Task
from simulators.protocol import Reply

_HELD = re.compile(r"\{\w+\}")
_LIKE = 0.6
_SLOW = frozenset({"piecemeal", "forgetful", "hesitant"})
"""Traits, by their values, of people who answer in pieces, have to look things up, or want to hear it once more."""


@dataclass(frozen=True)
class Exchange:
    """What reached the customer in a step, and what they made of it."""

    step: int
    heard: str
    """Empty where the customer opens the conversation."""
    device: tuple[str, ...]
    """What the customer's own tools gave them since their last words."""
    parts: tuple[Part, ...]
    """What the agent meant; empty where nobody has noted it."""
    reply: Reply

    @property
    def text(self) -> str:
        """The customer's words."""
        return self.reply.text or ""

    @property
    def agrees(self) -> bool:
        """Whether the customer says yes to something."""
        return self.reply.stance == "agree" or listening.is_yes(self.text)

    def means(self, *meanings: Meaning) -> list[Part]:
        """The parts of the message that mean one of these."""
        return [part for part in self.parts if part.meaning in meanings]


@dataclass(frozen=True)
class Talk:
    """One conversation with its task."""

    task: Task
    lexicon: Lexicon
    notes: Notes
    exchanges: tuple[Exchange, ...]
    persona: Persona

    @property
    def scenario(self) -> Scenario:
        """The task's, in which only the persona may be another."""
        return self.task.scenario

    @property
    def takes_time(self) -> bool:
        """Whether the customer may answer later than in the next message."""
        return any(trait.value in _SLOW for trait in self.persona.traits)

    @property
    def last(self) -> Exchange | None:
        """The last exchange, if there was any."""
        return self.exchanges[-1] if self.exchanges else None

    @cached_property
    def goals(self) -> dict[str, CustomerGoal]:
        """The customer's goals by id."""
        return {goal.id: goal for goal in self.scenario.goals}

    @cached_property
    def in_order(self) -> list[str]:
        """Ids of the goals that are taken up one after the other."""
        return [goal.id for goal in self.scenario.goals if not goal.only_by_branch]

    @cached_property
    def by_branch(self) -> list[str]:
        """Ids of the goals that only a branch leads to."""
        return [goal.id for goal in self.scenario.goals if goal.only_by_branch]

    def goal_at(self, exchange: Exchange) -> CustomerGoal:
        """The goal, of those taken up in order, at which the agent was in that exchange."""
        told = [
            part.goals[0] for each in self.exchanges for part in each.parts if part.goals and each.step <= exchange.step
        ]
        return self.goals[told[-1] if told else self.in_order[0]]

    def until(self, exchange: Exchange) -> Iterator[Exchange]:
        """The exchanges up to and including that one."""
        return (each for each in self.exchanges if each.step <= exchange.step)

    def said_by(self, exchange: Exchange) -> str:
        """All that the customer had said by then."""
        return "\n".join(each.text for each in self.until(exchange))

    def said_in_time(self, exchange: Exchange) -> str:
        """All that counts as answered then: of a customer who takes time, also what they said later."""
        return "\n".join(each.text for each in self.exchanges) if self.takes_time else self.said_by(exchange)

    def agreed_in_time(self, exchange: Exchange, move: int | None) -> bool:
        """Whether the customer agreed to what a move proposes: at once, or later where they take time."""
        proposed = [each for each in self.exchanges if any(part.move == move for part in each.means(Meaning.PROPOSE))]
        return any(each.agrees for each in (proposed if self.takes_time else [exchange]))

    def turned_away(self, exchange: Exchange) -> bool:
        """Whether something had been refused, not to be had, or too dear by then, so that a branch may be taken."""
        turns = (Meaning.REFUSE, Meaning.OFFER, Meaning.TELL, Meaning.SUGGEST, Meaning.CORRECT)
        return any(each.means(*turns) for each in self.until(exchange))

    def speaks_of(self, text: str, goal: CustomerGoal, *, beside: CustomerGoal) -> bool:
        """Whether a text is about one goal and not another: by its action, its values or its own words."""
        own = {word for action in self.lexicon.actions if action.key == goal.action for word in action.words}
        other = {word for action in self.lexicon.actions if action.key == beside.action for word in action.words}
        plain = f" {text.casefold()} "
        if any(f" {word.casefold()}" in plain for word in own - other):
            return True
        like_own, like_other = _likeness(text, goal), _likeness(text, beside)
        if like_own >= _LIKE and like_own > like_other:
            return True
        shared = {want.value for want in beside.wants}
        values: list[Value] = [*goal.wants, *(fact for fact in self.scenario.facts if fact.goal == goal.id)]
        return any(is_said(text, known) for known in values if known.value not in shared)


def _likeness(text: str, goal: CustomerGoal) -> float:
    """The share of what a goal's own sentences say that a text says too, for the sentence that is most like it."""
    said = content(text)
    sentences = [content(_HELD.sub(" ", sentence)) for sentence in goal.intent]
    return max((len(words & said) / len(words) for words in sentences if words), default=0.0)


def talk_of(task: Task, lexicon: Lexicon, events: Sequence[Event], notes: Notes, persona: Persona) -> Talk:
    """Put a recorded session together with what its agent meant, and who the customer was."""
    exchanges: list[Exchange] = []
    heard, device = "", list[str]()
    for event in events:
        match event.payload:
            case AgentSpoke(heard=str(text)):
                heard = text
            case ToolCalled(actor=Actor.CUSTOMER, content=shown):
                device.append(shown)
            case CustomerReplied(reply=reply) if reply.text is not None or reply.end is not None:
                parts = tuple(notes.of_step(event.step)) if heard else ()
                exchanges.append(Exchange(event.step, heard, tuple(device), parts, reply))
                heard, device = "", []
            case _:
                pass
    return Talk(task, lexicon, notes, tuple(exchanges), persona)
