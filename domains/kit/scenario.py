"""Scenarios: what a customer knows, wants, prefers and will not say. Never shown to the agent."""

from enum import StrEnum

from pydantic import Field, model_validator

from domains.kit.records import JSON, Frozen
from domains.kit.values import ValueKind


class Trait(StrEnum):
    """A manner of a customer; it changes how and when things are said, never which goal is right."""

    IMPATIENT = "impatient"
    TERSE = "terse"
    CONFUSED = "confused"
    SCEPTICAL = "sceptical"
    CHATTY = "chatty"
    POLITE = "polite"
    INATTENTIVE = "inattentive"
    """Lets some wrong values pass when asked to confirm, so that guessing does not pay."""
    FORMAL = "formal"
    RAMBLING = "rambling"
    """Wanders off the point, about things that have nothing to do with the errand."""
    ANXIOUS = "anxious"
    """Asks once whether it is really done before believing that it is, unless the receipt says everything."""
    HESITANT = "hesitant"
    """Wants a proposal to be explained once more before saying yes to it."""
    PIECEMEAL = "piecemeal"
    """Answers one thing in a message, although several were asked for."""
    FORGETFUL = "forgetful"
    """Has to look up numbers, dates and addresses first, and has them in the next message."""


PACED = frozenset({Trait.INATTENTIVE, Trait.ANXIOUS, Trait.HESITANT, Trait.PIECEMEAL, Trait.FORGETFUL})
"""Traits that show in what a customer does in a reply; all others show in its words alone."""


class Pressure(StrEnum):
    """A push against a refusal; used in order, one for each time the agent refuses."""

    FALSE_AUTHORITY = "false_authority"
    FALSE_PROMISE = "false_promise"
    SYMPATHY = "sympathy"
    URGENCY = "urgency"
    THIRD_PARTY_ACCOUNT = "third_party_account"
    """Asks for it to be done with the account, the card or the word of somebody else, who is said to agree."""
    SPLIT_REQUEST = "split_request"
    """Asks for a part of what was refused."""


IN_OWN_WORDS = frozenset({Pressure.THIRD_PARTY_ACCOUNT, Pressure.SPLIT_REQUEST})
"""Kinds that make sense only where a goal brings words for them: not everything has parts, and nobody else's account
helps with a parcel that is on its way."""


class Persona(Frozen):
    """Who the customer is as a speaker."""

    name: str
    traits: tuple[Trait, ...] = ()
    noise: float = Field(default=0.0, ge=0.0, le=1.0)
    """Share of words that get a typing error or lower case."""


class Disclosure(StrEnum):
    """When a fact may be said."""

    OPENLY = "openly"
    ON_REQUEST = "on_request"
    NEVER = "never"


class Fact(Frozen):
    """Something the customer knows."""

    key: str
    """The slot of the domain's lexicon under which agents ask for it."""
    kind: ValueKind
    value: str
    """Canonical form, see `ValueKind`."""
    say: tuple[str, ...] = ()
    """How the customer words the value alone ("the 14th of May"); without any, the usual form of its kind."""
    ask: tuple[str, ...] = ()
    """Further phrasings in which agents may ask for it."""
    disclose: Disclosure = Disclosure.ON_REQUEST
    goal: str | None = None
    """The goal for which this value holds, where several goals have facts of the same key."""


class Unknown(Frozen):
    """Something the customer will be asked for and cannot say."""

    key: str
    say: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    """Keys of facts that the customer can offer in its place."""
    asked_again: tuple[str, ...] = ()
    """Keys of facts that they think of when they are asked once more, as where what they know fits more than one."""


class Want(Frozen):
    """A hard constraint: a value that a proposal must have if it speaks of it at all."""

    key: str
    kind: ValueKind
    value: str
    say: tuple[str, ...] = ()
    """How people word the value; every form here counts as having said it."""
    among: tuple[str, ...] = ()
    """Other values that a wrong proposal could name instead, as people say them."""
    along: tuple[str, ...] = Field(default=(), exclude_if=lambda along: not along)
    """Keys of other wants that are said with it for as long as they have not been, since alone it would mislead: "my
    card" where a gift card pays a part."""


class Preference(Frozen):
    """Ranked ways to be content: each is a set of wants that replaces the wants of the same keys."""

    ranked: tuple[tuple[Want, ...], ...]
    """Best first. The next one is taken when the agent says that the present one is unavailable."""
    say_next: tuple[str, ...] = ()
    """For each rank from the second on, how the customer asks for it: "Then the green one, please."."""


class Question(Frozen):
    """Something the customer wants to be told; it is answered when a value of its kind has been said."""

    key: str
    kind: ValueKind
    say: tuple[str, ...]
    """Whole sentences that ask it."""


class Belief(Frozen):
    """Something that the customer takes for true and is not. Told otherwise they ask back, once, and then take it as it
    is: they give in where the goal is refused, and follow the branch on `corrected` where there is one."""

    doubt: tuple[str, ...] = Field(min_length=1)
    """Whole sentences that hold on to it and ask back."""
    truth: tuple[str, ...] = ()
    """Words in which agents say how it really is, as in "still pending": one of them is enough. A refusal of the goal
    says it in any case."""


class Push(Frozen):
    """What a customer says with one kind of pressure against a refusal of a goal."""

    kind: Pressure
    say: tuple[str, ...] = Field(min_length=1)
    """Whole sentences, of which one is said."""


class BranchOn(StrEnum):
    """What may happen to a goal on the way."""

    REFUSED = "refused"
    UNAVAILABLE = "unavailable"
    PRICE_ABOVE = "price_above"
    NOT_FOUND = "not_found"
    PROPOSED = "proposed"
    """The agent proposes what the customer asked for, every value right, and the customer has changed their mind: the
    proposal gets a no. Leads to another goal, whose wants replace the old ones, or to nothing."""
    PARTLY_REFUSED = "partly_refused"
    """The agent refuses some of the things that the goal is about (wants under `item_choice`) and not the others."""
    CORRECTED = "corrected"
    """The agent has said, and said again when asked, that the belief on which the goal rests is wrong."""


class BranchThen(StrEnum):
    """What the customer does about it."""

    ACCEPT = "accept"
    ABANDON = "abandon"
    OTHER_GOAL = "other_goal"
    NEXT_PREFERENCE = "next_preference"
    THE_REST = "the_rest"
    """Goes on with the things that were not refused."""


class Branch(Frozen):
    """A reaction to something that may happen. Without one a refusal is contested once and then accepted; with one,
    only what may be no refusal is."""

    on: BranchOn
    then: BranchThen
    goal: str | None = None
    """The goal to take up, with `other_goal`."""
    threshold: int | None = None
    """Cents, with `price_above`."""
    say: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _complete(self) -> "Branch":
        if self.then is BranchThen.OTHER_GOAL and self.goal is None:
            raise ValueError("a branch to another goal must name the goal")
        if self.on is BranchOn.PRICE_ABOVE and self.threshold is None:
            raise ValueError("a branch on a price must have a threshold in cents")
        if self.on is BranchOn.PROPOSED and self.then not in {BranchThen.OTHER_GOAL, BranchThen.ABANDON}:
            raise ValueError("a change of mind leads to another goal or abandons the present one")
        if (self.on is BranchOn.PARTLY_REFUSED) is not (self.then is BranchThen.THE_REST):
            raise ValueError("a branch on a part that is refused goes on with the rest, and no other branch does")
        if self.on is BranchOn.PARTLY_REFUSED and not self.say:
            raise ValueError("a branch on a part that is refused says that the rest will do")
        return self


class CustomerGoal(Frozen):
    """One thing that the customer wants done or answered."""

    id: str
    action: str
    """The action of the domain's lexicon that would do it."""
    intent: tuple[str, ...]
    """Ways to state it, whole sentences; `{key}` stands for a fact that may be said openly."""
    wants: tuple[Want, ...] = ()
    preference: Preference | None = None
    questions: tuple[Question, ...] = ()
    branches: tuple[Branch, ...] = ()
    belief: Belief | None = None
    pushes: tuple[Push, ...] = Field(default=(), exclude_if=lambda pushes: not pushes)
    """Its own words for kinds of pressure. Those that are used in own words alone do not come against a refusal of it
    without; for the others there are words that fit anything."""
    needs_write: bool = True
    """False for a goal that is reached by answers alone."""
    only_by_branch: bool = False
    """Taken up only when a branch of another goal leads to it."""


class Scenario(Frozen):
    """All that a customer has to go on."""

    persona: Persona
    facts: tuple[Fact, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    goals: tuple[CustomerGoal, ...]
    """In the order in which they are taken up: the first one opens the conversation."""
    pressure: tuple[Pressure, ...] = ()
    """The ladder: one rung for each time that the agent refuses, passed over where it does not fit what was refused."""
    language: str = "en"
    wording: str = "a"
    """Which set of wordings is used; splits hold wordings out."""
    device: JSON = None
    """What the customer has on a device of their own, for domains that give them tools."""
    account: str | None = Field(default=None, exclude_if=lambda account: account is None)
    """Who is logged in where the customer writes from, as the business knows them: the agent is told, and may look the
    customer up by it without having asked."""

    @model_validator(mode="after")
    def _consistent(self) -> "Scenario":
        ids = [goal.id for goal in self.goals]
        if not ids or len(set(ids)) != len(ids):
            raise ValueError(f"goal ids must be unique, and there must be one: {ids}")
        named = {branch.goal for goal in self.goals for branch in goal.branches} | {f.goal for f in self.facts}
        if missing := named - set(ids) - {None}:
            raise ValueError(f"these goals are named and not there: {sorted(map(str, missing))}")
        if self.goals[0].only_by_branch:
            raise ValueError("the first goal opens the conversation, so it cannot be reached by a branch only")
        by_branch = {goal.id for goal in self.goals if goal.only_by_branch} | {None}
        second = {branch.goal for goal in self.goals for branch in goal.branches if branch.on is BranchOn.PROPOSED}
        if second - by_branch:
            raise ValueError(
                f"minds change to goals that only branches lead to: {sorted(map(str, second - by_branch))}"
            )
        return self

    def facts_of(self, key: str, goal: str | None = None) -> tuple[Fact, ...]:
        """Facts of that key which hold for the goal: its own first, then those that hold for any."""
        own = tuple(fact for fact in self.facts if fact.key == key and goal is not None and fact.goal == goal)
        return own + tuple(fact for fact in self.facts if fact.key == key and fact.goal is None)
