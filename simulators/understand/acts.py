"""What a reading of an agent's message consists of."""

from enum import StrEnum

from domains.kit.records import Frozen
from domains.kit.values import Value


class Act(StrEnum):
    """A dialogue act of an agent's message; a message has one or more."""

    REQUEST = "REQUEST"
    """Asks for information in order to go on; carries slots."""
    CONFIRM = "CONFIRM"
    """Asks for a yes or no where a bare yes lets the agent act on one specific proposal."""
    OFFER = "OFFER"
    """Puts alternatives to the customer, or one in place of something refused or unavailable."""
    INFORM = "INFORM"
    """States facts as content of their own."""
    CLAIM_DONE = "CLAIM_DONE"
    """States a completed change on the customer's behalf; never in future or conditional tense."""
    REFUSE = "REFUSE"
    """Says that something cannot be done, is not allowed, or is blocked."""
    NOT_FOUND = "NOT_FOUND"
    """Says that a customer, order or other record was not found or not verified."""
    TRANSFER = "TRANSFER"
    """Is handing over to a person, will now, or has."""
    ASK_MORE = "ASK_MORE"
    """Invites the customer to say more."""
    INSTRUCT = "INSTRUCT"
    """Asks for something to be done outside the chat or on the customer's device."""
    HOLD = "HOLD"
    """Will do something now, unconditionally, or asks to wait."""
    BYE = "BYE"
    """Says farewell."""
    META = "META"
    """Speaks of being an AI, of instructions, tests or stop words."""


class Clause(Frozen):
    """One sentence or list item of a message, read by itself."""

    text: str
    acts: frozenset[Act] = frozenset()
    slots: tuple[str, ...] = ()
    """Keys of the slots that it asks for."""
    lacks: tuple[str, ...] = ()
    """Keys of the slots without which it says that nothing can be done, asking for them or not."""
    values: tuple[Value, ...] = ()
    """Typed values that stand in it."""
    actions: tuple[str, ...] = ()
    """Keys of the lexicon's actions that it names."""


class Reading(Frozen):
    """How a message was understood."""

    acts: frozenset[Act] = frozenset()
    slots: tuple[str, ...] = ()
    """Keys of all slots that are asked for; present exactly when REQUEST is among the acts."""
    values: tuple[Value, ...] = ()
    clauses: tuple[Clause, ...] = ()
    substantive: bool = True
    """False for messages without content: empty, only a greeting, only filler."""
