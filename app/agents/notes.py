"""What a scripted agent meant by each of its messages, noted as it speaks, so that nobody has to read its words."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from domains.kit.goal import HandOver, Move, Offer, Propose, Refuse, Tell


class Meaning(StrEnum):
    """What one part of a message is for."""

    ASK = "ask"
    PROPOSE = "propose"
    WRITE = "write"
    """Nothing is said: the calls of a proposal have been made."""
    CLAIM = "claim"
    SUGGEST = "suggest"
    """Proposes what the customer has asked for, who then changes their mind."""
    CORRECT = "correct"
    """Says how something really is that the customer has got wrong."""
    OFFER = "offer"
    REFUSE = "refuse"
    TELL = "tell"
    ASSURE = "assure"
    INVITE = "invite"
    HAND_OVER = "hand_over"
    PART = "part"


@dataclass(frozen=True)
class Part:
    """One part of a message before it is sent."""

    text: str
    meaning: Meaning | None = None
    """None for a greeting, which asks for nothing."""
    move: int | None = None
    """The place in the script of the move that it makes; None for what belongs to no move."""
    slots: tuple[str, ...] = ()
    """What an ASK asks for."""
    goals: tuple[str, ...] = ()
    """Ids of the customer's goals that it can be about; none stands for any."""


@dataclass(frozen=True)
class Intended:
    """One part of a message that was sent in a step."""

    step: int
    part: Part


@dataclass
class Notes:
    """All that an agent meant in one session, in order."""

    intended: list[Intended] = field(default_factory=list)
    finished: int | None = None
    """The step that came next when the last move of the script had been made; None where it never came so far."""

    def note(self, step: int, *parts: Part) -> None:
        """Write down what a step is for."""
        self.intended += [Intended(step, part) for part in parts]

    def of_step(self, step: int) -> list[Part]:
        """What a step was for."""
        return [each.part for each in self.intended if each.step == step]

    def made(self, step: int | None = None) -> set[int]:
        """Places of the moves whose work had been done, by the end or in that step."""
        return {
            each.part.move
            for each in self.intended
            if each.part.move is not None and each.part.meaning in _WORK and (step is None or each.step <= step)
        }


_WORK = frozenset({Meaning.WRITE, Meaning.OFFER, Meaning.REFUSE, Meaning.TELL, Meaning.HAND_OVER})


def outstanding(script: Sequence[Move], notes: Notes, *, step: int | None = None) -> list[Move]:
    """The moves whose work had not been done in that step, or by the end: writes not made, facts not told, …"""
    made = notes.made(step)
    work = Propose | Offer | Refuse | Tell | HandOver
    return [move for place, move in enumerate(script) if isinstance(move, work) and place not in made]
