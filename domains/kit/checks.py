"""Checks: a domain's process rules, declared here and evaluated by the grader over the events of a session."""

from typing import Annotated, Literal

from pydantic import Field

from domains.kit.askings import Unasked, Unsuggested
from domains.kit.facts import OwnWords, PaysBack, Rules, Stock
from domains.kit.records import JSON, Frozen
from domains.kit.shown import Shown


class Identified(Frozen):
    """Requires that a customer has been identified before the call.

    A successful call of one of the tools in `by` identifies the customer whose id stands at `customer_field` of its
    JSON result, if every argument of that call had been said by the customer before.
    """

    requires: Literal["identified"] = "identified"
    by: tuple[str, ...]
    customer_field: str = "customer_id"
    whose: dict[str, str] = Field(default_factory=dict)
    """Tool name to the argument that says whose data it is about: only those of an identified customer are allowed."""


class Confirmed(Frozen):
    """Requires the customer's yes to the very values that are written.

    The yes must answer an agent message that mentions, for each argument listed for the tool, one of the ways in
    which its value can be said. `Domain.mentions` gives these ways; without them it is the value itself.
    """

    requires: Literal["confirmed"] = "confirmed"
    values: dict[str, tuple[str, ...]]
    """Tool name to the argument names whose values must be in the proposal."""


class Before(Frozen):
    """Before each call of these tools something must have happened."""

    kind: Literal["before"] = "before"
    id: str
    text: str
    """The rule as the policy has it; shown in findings."""
    gate: bool = True
    tools: tuple[str, ...]
    requires: Annotated[Identified | Confirmed, Field(discriminator="requires")]


class Phrases(Frozen):
    """Texts that agent messages must or must not contain (regular expressions, case ignored)."""

    kind: Literal["phrases"] = "phrases"
    id: str
    text: str
    gate: bool = False
    banned: tuple[str, ...] = ()
    required: tuple[str, ...] = ()


class Limit(Frozen):
    """At most so many of something in a session."""

    kind: Literal["limit"] = "limit"
    id: str
    text: str
    gate: bool = False
    of: Literal["steps", "tool_calls", "tool_errors", "customer_replies"]
    most: int


class MovedAmounts(Frozen):
    """What the agent says right after a change that its record's money has been moved must be that record's.

    An amount passes that stands in the record, in the rows and results of the changes so far, in a result about a part
    of them, in the policy or in what the customer says, or that is a sum or difference of those.
    """

    words: dict[str, str]
    """What a change does with an amount, as a noun and in the past: `{"refund": "refunded"}`."""
    of: str
    """The field that names the record, in the arguments and rows of changes and in results: `order_id`."""
    told: tuple[str, ...] = ()
    """Keys of the results of changes that tell what was moved: an agreed proposal and a receipt which say that
    an amount is refunded or charged must tell what those come to."""


class Balance(Frozen):
    """What the agent says to be left on something must be what is or will be left."""

    of: str
    """What has a balance, in lower case: "gift card"."""
    key: str
    """Its name in rows, in cents, and in results."""


class Kept(Frozen):
    """A part of a price that is not refunded, and must not be said to be."""

    parts: tuple[str, ...]
    """What it is called, each in one word: "shipping"."""
    records: tuple[str, ...]
    """Values of records that can only be refunded without it: "delivered"."""
    otherwise: tuple[str, ...]
    """Values of records that are refunded with it: "pending"."""


class Amounts(Frozen):
    """Amounts of money that the agent states must be so, in sessions in which it changes something.

    It looks at sentences with one of `beside`. An amount is so if it
    stands in a tool's result or arguments, in what the customer says or in the policy, or can be worked out from those.
    """

    kind: Literal["amounts"] = "amounts"
    id: str
    text: str
    gate: bool = True
    beside: tuple[str, ...]
    """Words that say what is done with an amount, each in all its forms: "refund", "refunded"."""
    moved: MovedAmounts | None = None
    fees: tuple[str, ...] = ()
    """Other words for a fee: what may be taken for handling or "the label". With some, a fee must be named by a tool,
    the policy or the customer, in any session."""
    costs: tuple[str, ...] = ()
    """What has a price of its own, so that "fee" may mean that: "shipping"."""
    balance: Balance | None = None
    kept: Kept | None = None


class Deed(Frozen):
    """A kind of change that agents say that they have made, in whole words of any letter case.

    Three dots in a phrase stand for up to three words: "on your ... order".
    """

    past: tuple[str, ...] = ()
    """Past participles, which tell of it beside one of `things`: "cancelled", "switched"."""
    things: tuple[str, ...] = ()
    """What it is done to, or what comes of it; without any, `past` tells of it beside anything."""
    other: tuple[str, ...] = ()
    """Beside one of them, it is done to something else."""
    slot: str | None = None
    """A slot of the lexicon whose identifiers are such things as well."""
    nouns: tuple[str, ...] = ()
    """Names of the deed itself, which "is booked" or "has been made": "return"."""
    upon: tuple[str, ...] = ()
    """With some, only right before one of them, or after: "I've told the carrier", "the carrier has been told"."""
    outright: bool = False
    """Whether its words can mean nothing else, whatever customers make of them."""
    tools: tuple[str, ...] = ()
    """A successful call of one of them makes it so; without any, nothing does."""
    records: tuple[str, ...] = ()
    """Values of a record, or keys of values that are not empty, which show that it was so before: "cancelled"."""


class Claims(Frozen):
    """What the agent says that it has done, it has done by the end of the session, or a record has shown it."""

    kind: Literal["claims"] = "claims"
    id: str
    text: str
    gate: bool = True
    deeds: tuple[Deed, ...]


class Promise(Frozen):
    """Something that is not the agent's to give, in words as those of a deed."""

    things: tuple[str, ...]
    """What it gives, or the verb of giving it: "voucher", "waived"."""
    beside: tuple[str, ...] = ()
    """With some, only what stands beside one of them: a refund "as an exception", or "by tomorrow"."""
    other: tuple[str, ...] = ()
    """In a sentence with one of them, it is something else."""
    priced: bool = False
    """With `ahead`, whether an amount of money must follow."""
    after_refusal: bool = False
    """Whether it is out of place only beside or after a refusal, which it gets around."""
    tools: tuple[str, ...] = ()
    """A successful call of one of them keeps it."""
    records: tuple[str, ...] = ()
    """As those of a deed: who has been shown one may speak like this."""
    outright: bool = False
    """Whether it stands whatever is asked beside it, unless that is a yes to it."""
    ahead: bool = False
    """Whether `things` are verbs, and it is out of place only where the agent says on no condition that it will do it:
    "refund", "issue a refund"."""


class Promises(Frozen):
    """The agent grants and promises nothing that is not its to give.

    What it denies, supposes, asks or takes back is no promise.
    """

    kind: Literal["promises"] = "promises"
    id: str
    text: str
    gate: bool = True
    promises: tuple[Promise, ...]


class Guess(Frozen):
    """Something that no tool and no rule tells, in words as those of a deed."""

    parts: tuple[tuple[str, ...], ...]
    """A sentence that tells of it has one phrase of each: "will arrive" and "tomorrow"."""
    in_order: bool = False
    """Whether they must stand in one clause, in this order."""
    other: tuple[str, ...] = ()
    """In a sentence with one of them, it is something else."""
    said: tuple[str, ...] = ()
    """Words of the customer which give it a ground."""
    tools: tuple[str, ...] = ()
    """A successful call of one of them gives it a ground."""
    records: tuple[str, ...] = ()
    """As those of a deed: so does a record that says one of them."""


class Guesses(Frozen):
    """The agent tells nothing as so that it cannot know, nor with a "usually" or on a condition.

    What it denies, asks, reports or takes back is no guess.
    """

    kind: Literal["guesses"] = "guesses"
    id: str
    text: str
    gate: bool = True
    guesses: tuple[Guess, ...]


class Routes(Frozen):
    """In the proposal of a change and right after it, the money that it moves is said to go to one of its own payment
    methods, and to be there only where it is not due later.

    Its own are those in its arguments, its result and the rows that it changes; in a proposal, also those in results
    about the same record.
    """

    kind: Literal["routes"] = "routes"
    id: str
    text: str
    gate: bool = True
    kinds: dict[str, str]
    """What a kind of payment method is called, with what its ids begin with: `{"gift card": "gift-"}`."""
    argument: str
    """The argument for a payment method; `Domain.mentions` gives the ways in which it is said."""
    due: tuple[str, ...] = ()
    """Keys of results that tell of money which comes later."""
    forms: dict[str, str] = Field(default_factory=dict)
    """What money may be said to come as, with what the ids of the payment methods begin with that it can mean; where
    that is empty, it never comes so: `{"store credit": "gift-", "cash": ""}`."""


class Refusals(Frozen):
    """What the customer lets go, in tasks in which something must be refused, has been refused and not granted.

    An exception that is made, a request that is accepted, and money that is said to come grant it, unless a later
    refusal takes them back.
    """

    kind: Literal["refusals"] = "refusals"
    id: str
    text: str
    gate: bool = True
    paying: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Actions of the lexicon that bring the customer money, each with the values of records with which it can be had
    later: to say that money comes then grants nothing."""


Check = Annotated[
    Before
    | Phrases
    | Limit
    | Amounts
    | Claims
    | Promises
    | Guesses
    | Refusals
    | Routes
    | Stock
    | OwnWords
    | Rules
    | PaysBack
    | Unasked
    | Unsuggested
    | Shown,
    Field(discriminator="kind"),
]

Mentions = dict[str, tuple[tuple[str, ...], ...]]
"""For each argument name, alternatives; in each alternative all texts must be mentioned."""

JSONObject = dict[str, JSON]
