"""What can be wrong about a customer, and what is known of one conversation."""

from enum import StrEnum

from domains.kit.records import JSON, Frozen


class Kind(StrEnum):
    """A kind of mistake."""

    INVENTED_FACT = "invented_fact"
    LEAKED_EARLY = "leaked_early"
    WRONG_ANSWER = "wrong_answer"
    ENDED_EARLY = "ended_early"
    NEVER_ENDED = "never_ended"
    CONTRADICTION = "contradiction"
    IGNORED_BRANCH = "ignored_branch"
    UNREAD_MESSAGE = "unread_message"


TITLES = {
    Kind.INVENTED_FACT: "says a value that neither the scenario nor the agent has given",
    Kind.LEAKED_EARLY: "says what it may say only on request, or never, before it was asked for it",
    Kind.WRONG_ANSWER: "has the answer, and gives another or none; or says no to the right proposal",
    Kind.ENDED_EARLY: "ends before the agent's work was done",
    Kind.NEVER_ENDED: "does not end when the agent is done",
    Kind.CONTRADICTION: "says another value than before, without a change of mind",
    Kind.IGNORED_BRANCH: "does not do what its scenario says about a refusal, a price or a gap in stock",
    Kind.UNREAD_MESSAGE: "does not understand a message that means something",
}


class Found(Frozen):
    """A mistake as a rule finds it."""

    kind: Kind
    step: int
    said: str
    """The customer's words in that step."""
    expected: str
    """What would have been right, in a sentence."""


class Mistake(Found):
    """A mistake, with where to find it."""

    session: str
    task: str
    blocking: bool
    """Whether the session failed, so that the mistake may be why; a leak alone makes no session fail."""


class ModelWords(Frozen):
    """What language models had to do with a customer's replies; nothing for kinds that use none."""

    calls: int = 0
    cost_usd: float = 0.0
    """Of the calls whose price is known."""
    stopped: int = 0
    """Outputs that were not let through."""
    templates: int = 0
    """Replies in which a template spoke in the model's place."""
    replies: int = 0
    """Replies for which a model was called."""


class Examined(Frozen):
    """One conversation, examined."""

    session: str
    task: str
    family: str
    seed: str
    manner: str
    persona: str
    success: bool
    end_reason: str
    trouble: str = ""
    """Why the agent could not go on, or why there is no grade, where that is so."""
    messages: int
    """What the agent said to the customer."""
    replies: int
    """Of the customer, the opening not counted."""
    short: int
    """Replies of at most three words."""
    polite: int
    """Replies with a word of courtesy."""
    corrections: int
    words: ModelWords = ModelWords()
    mistakes: tuple[Mistake, ...] = ()
    transcript: JSON = None
    """The session as it travels between services, where it is to be kept."""
