"""Checks of what agents ask customers: what must not be asked for, and which answers must not be suggested."""

from typing import Literal

from domains.kit.records import Frozen


class Unasked(Frozen):
    """The agent asks the customer for none of these things: that they are mentioned, denied or warned of is no matter.

    They are asked for in a question, in the imperative, by a need that is told, or in a list after one of these.
    """

    kind: Literal["unasked"] = "unasked"
    id: str
    text: str
    gate: bool = True
    things: tuple[str, ...]
    """What they are called, without "your" or "the" (regular expressions, in lower case): `r"passwords?"`."""
    words: tuple[str, ...]
    """Single words of which each of these names has one, for a quick look."""


class Unsuggested(Frozen):
    """What counts only as the customer's own answer is not put to them before they have given one.

    It is put to them in a question, in a choice, or in a list of the answers that count; to tell the rule is no matter,
    nor is what stands in a proposal.
    """

    kind: Literal["unsuggested"] = "unsuggested"
    id: str
    text: str
    gate: bool = True
    action: str
    """The action of the lexicon for which it counts: the customer has spoken of it."""
    slot: str
    """The key of the facts with the answers of simulated customers."""
    values: dict[str, tuple[str, ...]]
    """The answers that count, each with the ways in which agents put it (regular expressions, in lower case)."""
    words: tuple[str, ...]
    """Single words of which each of these ways has one, for a quick look."""
    hints: tuple[str, ...]
    """Words and phrases of which customers use one when they give an answer, be it one that counts or not."""
