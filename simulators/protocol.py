"""The customer protocol: what every kind of customer is given, and what it gives back."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Literal, NamedTuple, Protocol

from domains.kit.lexicon import Lexicon
from domains.kit.records import JSON, Frozen
from domains.kit.scenario import Scenario


class CustomerEnd(StrEnum):
    """Why a customer ends a conversation; out of band, never searched in text."""

    DONE = "customer_done"
    UNCERTAIN = "sim_uncertain"
    """The simulator could not read substantive messages three times running; not the agent's failure."""
    NO_PROGRESS = "no_progress"
    """The agent sent empty or repeated messages three times running."""
    LEFT = "customer_left"
    """A person went away."""


class Turn(NamedTuple):
    """Something that was said aloud."""

    speaker: Literal["agent", "customer"]
    text: str


class View(NamedTuple):
    """All that a customer can see when it is their turn."""

    scenario: Scenario
    lexicon: Lexicon
    """The domain's; the customer extends it with the phrasings of its own facts."""
    seed: str
    turns: Sequence[Turn]
    """The conversation so far, oldest first; empty when the customer opens it."""
    inner: JSON
    """What the last reply gave as `Reply.inner`; None before the first one."""
    wrote: bool
    """Whether a write has succeeded since the customer last agreed to something."""
    device: JSON = None
    """Results of the customer's own tool calls since their last reply."""


class DeviceCall(Frozen):
    """A call of a tool on the customer's own device."""

    tool: str
    arguments: dict[str, JSON] = {}


class ModelUse(Frozen):
    """One call of a language model that a reply was made with."""

    call: str
    """Its id in the ledger of calls."""
    model: str
    purpose: str
    """What it was for: "word", "understand" or "reply"."""
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost_usd: float | None = None
    """None where the model has no known price."""
    seconds: float = 0.0
    cached: bool = False
    """Whether the answer was known already, and cost nothing."""


class Intervention(Frozen):
    """A model's words that were not let through."""

    check: str
    """Which check they failed, for instance "value", "secret", "role", "length", "language", "ending"."""
    text: str
    """What the model wrote, cut short where it is long."""
    instead: Literal["again", "template", "mended"]
    """What was done: the model was asked again, the template spoke, or the text was said without its fault."""


class Reply(Frozen):
    """Words, calls of customer tools and the end, alone or together."""

    text: str | None = None
    calls: tuple[DeviceCall, ...] = ()
    end: CustomerEnd | None = None
    stance: Literal["agree", "reject"] | None = None
    """Whether this answers a proposal with yes or with no (a correction is a no); the grader goes by it."""
    asked: tuple[str, ...] = ()
    """Keys of the questions that this reply asks."""
    believes: tuple[str, ...] | None = None
    """Ids of goals that this reply takes to be done, on the agent's word; None from a kind of customer that does not
    say. The grader goes by it where nothing was to be done."""
    denied: tuple[str, ...] = ()
    """Ids of goals that the customer has understood, with this reply, not to be had as they wished."""
    inner: JSON = None
    """The customer's inner state after this reply: plain JSON, from which any process can go on."""
    reading: JSON = None
    """How the agent's message was understood, for people who read the transcript."""
    corrections: int = 0
    """How many wrong values were corrected in this reply."""
    models: tuple[ModelUse, ...] = ()
    """Calls of language models that this reply took, in order."""
    interventions: tuple[Intervention, ...] = ()
    """What a model wrote on the way and was not let through, in order."""


class Customer(Protocol):
    """One kind of customer. It holds no state between replies."""

    @property
    def kind(self) -> str:
        """Its name: "agenda", "replay", …"""

    @property
    def version(self) -> str:
        """Changes whenever the same view could get another reply."""

    @property
    def at_once(self) -> bool:
        """True if `reply` neither waits nor does I/O, so that a step can be one commit."""

    async def reply(self, view: View) -> Reply:
        """The customer's next turn, a function of the view alone."""
