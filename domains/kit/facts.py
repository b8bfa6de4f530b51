"""Checks of what agents say of stock and rules, and of what they decide in the customer's place."""

from datetime import date
from typing import Literal

from domains.kit.records import Frozen


class Stock(Frozen):
    """What is said to be in stock, or not to be, is so by what the tools have shown.

    Only plain statements count whose subject names a variant by its options, or a product, that was looked up before;
    where it leaves open which of several variants is meant, all of them must be otherwise.
    """

    kind: Literal["stock"] = "stock"
    id: str
    text: str
    gate: bool = True
    variants: str
    """The key of the list of variants in a product's result; the key of its name is `name`."""
    options: str
    """The key of the options of a variant, by the names of what it can differ in."""
    flag: str
    """The key that tells whether a variant is there."""
    there: tuple[str, ...] = ("in stock",)
    offered: tuple[str, ...] = ("available",)
    """Says the same as `there`, but its denial may mean something else."""
    gone: tuple[str, ...] = ("out of stock", "sold out")


class OwnWords(Frozen):
    """An argument of a tool is the customer's own choice, and the agent neither guesses nor suggests it.

    A call needs that they were asked for it, or have said a word that hints at some choice. And who wants something
    that there is no value for, as a task may have it, is proposed none of the values instead.
    """

    kind: Literal["own_words"] = "own_words"
    id: str
    text: str
    gate: bool = True
    tool: str
    argument: str
    slot: str
    """The slot of the lexicon under which it is asked for, and of the customer's fact."""
    values: dict[str, tuple[str, ...]]
    """The values that there are, with the ways in which they are said."""
    hints: tuple[str, ...]
    """Words of which customers use one when they give it, in whatever way. Words with "n't" are such words, too."""


class Term(Frozen):
    """A rule of so many days: another number of them, told as the rule, is wrong."""

    days: int
    things: tuple[str, ...]
    """What it is a term for, in whole words: "return", "returned"."""
    since: tuple[str, ...]
    """What it runs from: "delivery", "arrives"."""
    field: str
    """The key of that day in results: the days that have passed since, or are left, may be told, too."""


class Once(Frozen):
    """Something that is done for a record only once: no agent may say that it can be done again."""

    tools: tuple[str, ...]
    """A successful call of one of them does it."""
    ways: tuple[str, ...]
    """Words for doing it again to the same thing, each a regular expression: `chang\\w+ .*payment`."""
    other: tuple[str, ...] = ()
    """Beside one of these words, something else is meant."""
    later: bool = False
    """Whether it must not be said to be possible "later" either, which else may only mean: instead of now."""


class Never(Frozen):
    """What no rule says, in the plain text of a sentence that tells, and denies nothing."""

    word: str
    """A word that the sentence has."""
    told: str
    """A regular expression for it."""
    other: tuple[str, ...] = ()
    """Where one of these has been said before, something else may be meant."""


class Rules(Frozen):
    """What the agent tells of the rules is so, as far as it can be told from a few of them."""

    kind: Literal["rules"] = "rules"
    id: str
    text: str
    gate: bool = True
    today: date
    of: str
    """The argument that names the record of which a call of `Once` is one."""
    terms: tuple[Term, ...] = ()
    once: tuple[Once, ...] = ()
    never: tuple[Never, ...] = ()


class PaysBack(Frozen):
    """Money that comes back for records is offered only to what paid for them, or to methods that are always allowed.

    It looks at sessions in which all records that were read are in one of the states, and nothing is spoken of for
    which any method will do.
    """

    kind: Literal["pays_back"] = "pays_back"
    id: str
    text: str
    gate: bool = True
    kinds: dict[str, str]
    """What a kind of payment method is called, with what its ids begin with, but for those that are always allowed."""
    method: str
    """The key of a payment method's id in results."""
    digits: str
    """The key of the digits by which one is told from others of its kind."""
    record: str
    """The key of a record's id in its own result, where its state stands as well."""
    state: str
    """The key of the state."""
    states: tuple[str, ...]
    other: tuple[str, ...] = ()
    """Words for that for which any method will do."""
