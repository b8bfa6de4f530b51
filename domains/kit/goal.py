"""Goals: what must be true at the end of a session. Never shown to the agent or the customer."""

from typing import Annotated, Literal

from pydantic import Field

from domains.kit.records import JSON, Frozen
from domains.kit.values import ValueKind


class GoldCall(Frozen):
    """A tool call that a right agent makes."""

    tool: str
    arguments: dict[str, JSON] = {}


class Ask(Frozen):
    """Move: ask the customer for facts, in one message."""

    do: Literal["ask"] = "ask"
    slots: tuple[str, ...]


class Look(Frozen):
    """Move: make calls that change nothing."""

    do: Literal["look"] = "look"
    calls: tuple[GoldCall, ...]


class Offer(Frozen):
    """Move: say that something is not to be had, and what is; the customer chooses."""

    do: Literal["offer"] = "offer"
    unavailable: str
    """What cannot be had, as a noun phrase: "the jacket in blue, size L"."""
    alternatives: tuple[str, ...]
    """What can be had instead, noun phrases; empty if nothing can."""


class Propose(Frozen):
    """Move: describe changes with every value in them, get a yes, then make the calls."""

    do: Literal["propose"] = "propose"
    summary: str
    """What will be done, as an infinitive phrase with all values: "cancel order #1 (reason: …)"."""
    receipt: str
    """The same as a past participle phrase for the claim afterwards: "order #1 has been cancelled"."""
    calls: tuple[GoldCall, ...]


class Suggest(Frozen):
    """Move: describe changes as `Propose` does to a customer who then changes their mind; nothing is done."""

    do: Literal["suggest"] = "suggest"
    summary: str


class Correct(Frozen):
    """Move: say how something really is that the customer has got wrong, and keep to it when they ask back."""

    do: Literal["correct"] = "correct"
    truth: str
    """A sentence."""


class Tell(Frozen):
    """Move: tell facts of `Goal.tell`, by key."""

    do: Literal["tell"] = "tell"
    keys: tuple[str, ...]


class Refuse(Frozen):
    """Move: say that something will not be done."""

    do: Literal["refuse"] = "refuse"
    what: str
    """The refused thing as an infinitive phrase: "cancel order #1"."""
    because: str
    """A clause: "it has already been delivered"."""


class HandOver(Frozen):
    """Move: hand the customer over to a person; ends the session."""

    do: Literal["hand_over"] = "hand_over"
    call: GoldCall


class NextGoal(Frozen):
    """Move: ask whether there is anything else, and wait for the customer's next goal."""

    do: Literal["next_goal"] = "next_goal"


Move = Annotated[
    Ask | Look | Offer | Propose | Suggest | Correct | Tell | Refuse | HandOver | NextGoal, Field(discriminator="do")
]


class Match(Frozen):
    """How the value of a field is compared."""

    how: Literal["equal", "any_of", "anything"] = "equal"
    value: JSON = None
    """With `equal`."""
    values: tuple[JSON, ...] = ()
    """With `any_of`."""


class ExpectedChange(Frozen):
    """A net row change that must be there at the end.

    `fields` are those after the change; a delete has none. Where keys of the table are generated, the key of an
    insert is a label: it matches any new key, the same one wherever it is referred to.
    """

    op: Literal["insert", "update", "delete"]
    table: str
    key: str
    fields: dict[str, Match] = {}
    weight: float = Field(default=1.0, gt=0)


class Assertion(Frozen):
    """A named predicate of the domain that must hold on the final state."""

    predicate: str
    arguments: dict[str, JSON] = {}
    weight: float = Field(default=1.0, gt=0)


class ToldFact(Frozen):
    """A value that the agent must tell the customer."""

    key: str
    """The key of the customer's question; it must have been asked before."""
    kind: ValueKind
    value: str
    """Canonical form, see `ValueKind`."""
    say: str
    """A sentence that tells it, for agents that follow the script."""
    weight: float = Field(default=1.0, gt=0)


class CallPattern(Frozen):
    """Calls of a tool whose arguments contain these."""

    tool: str
    arguments: dict[str, JSON] = {}

    @property
    def ways(self) -> tuple["CallPattern", ...]:
        """The one way to this evidence."""
        return (self,)


class AnyOf(Frozen):
    """Calls of which one is enough, since each of them shows the fact that decides."""

    any_of: tuple[CallPattern, ...] = Field(min_length=2)
    """The way that the script takes comes first."""

    @property
    def ways(self) -> tuple[CallPattern, ...]:
        """The ways to this evidence."""
        return self.any_of


Evidence = CallPattern | AnyOf
"""What must have been looked up, in one way or in any of several."""


class ChangePattern(Frozen):
    """Row changes that must not happen at any time, not even undone later; None stands for any."""

    table: str
    key: str | None = None
    field: str | None = None


class Goal(Frozen):
    """What must be true at the end, and one way to get there."""

    script: tuple[Move, ...]
    """What a right agent does, in order; its calls are the gold calls."""
    expected: tuple[ExpectedChange, ...] = ()
    """The net changes that follow from the gold calls."""
    alternatives: tuple[tuple[ExpectedChange, ...], ...] = ()
    """Other change sets that are as right as `expected`."""
    assertions: tuple[Assertion, ...] = ()
    """With these the net changes are not compared, only kept within `may_change`."""
    may_change: tuple[str, ...] = ()
    """Paths that are free: `table`, `table/key` or `table/key/field`."""
    tell: tuple[ToldFact, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    """Look-ups that must have succeeded before it ends, for tasks where nothing may change: one for each fact on which
    the answer stands, with every other look-up that shows the same fact beside it."""
    forbidden_changes: tuple[ChangePattern, ...] = ()
    forbidden_disclosures: tuple[str, ...] = ()
    """Texts that the agent must not say to the customer."""

    @property
    def calls(self) -> tuple[GoldCall, ...]:
        """The gold calls in order."""
        return tuple(call for move in self.script for call in calls_of(move))


def calls_of(move: Move) -> tuple[GoldCall, ...]:
    """The gold calls of one move."""
    match move:
        case Look() | Propose():
            return move.calls
        case HandOver():
            return (move.call,)
        case _:
            return ()
