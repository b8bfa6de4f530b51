"""What a language needs to word moves."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from domains.kit.scenario import Trait
from simulators.agenda.moves import MoveKind


@dataclass(frozen=True)
class Aside:
    """What a trait puts before or after a reply, never both."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    parting: tuple[str, ...]
    """After the last words."""
    before_details: tuple[str, ...] = ()
    """Before a reply that tells who the speaker is."""
    greeting: tuple[str, ...] = ()
    """In place of the usual greetings."""

    def sentences(self) -> tuple[str, ...]:
        """Everything that the trait adds anywhere."""
        return (*self.before, *self.before_details, *self.after, *self.parting, *self.greeting)


@dataclass(frozen=True)
class Wordings:
    """One set of sentences: for each kind of move, at usual length and in as few words as possible."""

    plain: Mapping[MoveKind, tuple[str, ...]]
    terse: Mapping[MoveKind, tuple[str, ...]]
    presses: Mapping[str, tuple[str, ...]]
    """For each kind of pressure that makes sense whatever was refused."""
    waiting: Mapping[str, tuple[str, ...]]
    """As `presses`, for who is told that what has not come is on its way."""
    fact: tuple[str, ...]
    """Clauses for slots that have no words of their own, with the label: what is so."""
    correction: tuple[str, ...]
    """As `fact`: what would be right instead."""
    want: tuple[str, ...]
    """As `fact`: what is wanted."""
    answered: tuple[str, ...]
    """Thanks for an answer, where nothing was done."""
    grudging: tuple[str, ...]
    """A yes to a proposal that has something in it which the speaker has put right before."""
    keeps_to: tuple[str, ...]
    """A no to what is proposed in place of what the speaker goes on pressing for."""
    at_length: tuple[str, ...]
    """Hesitation over a proposal that is long."""
    whole: tuple[str, ...]
    """Around a value that is a clause by itself."""
    asides: Mapping[Trait, Aside]
    """For traits that add something to what is said."""
    small_talk: Mapping[str, tuple[str, ...]]
    """Words for the names in braces of asides."""

    def pressing(self, kind: str, *, waiting: bool) -> tuple[str, ...]:
        """What is said with a kind of pressure, by who waits for something or by anybody."""
        return (self.waiting if waiting else self.presses).get(kind, ())


@dataclass(frozen=True)
class Pack:
    """A language: sets of wordings by name, and small words."""

    sets: Mapping[str, Wordings]
    and_: str
    that: tuple[str, str]
    """How one thing, or several, is pointed at by its noun."""
    once: re.Pattern[str]
    """Words that sound odd when they come twice in a reply."""
    no: str
    """Set before a rejection that does not say no by itself."""
    goes_on_from_no: re.Pattern[str]
    """How a text begins that makes one sentence with the no before it."""
    links: re.Pattern[str]
    """How a sentence begins that goes on to something else, which makes no sense where it is said again."""

    def wordings(self, name: str) -> Wordings:
        """A set by its name; raises `ValueError` for one that is not there."""
        if name not in self.sets:
            raise ValueError(f"no set of wordings is named {name!r}; there are {sorted(self.sets)}")
        return self.sets[name]
