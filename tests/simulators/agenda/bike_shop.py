"""A bicycle repair shop: a lexicon, a customer with three goals, and agents that speak in labelled sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from domains.kit.lexicon import Action, Lexicon, Slot
from domains.kit.records import JSON
from domains.kit.scenario import Scenario
from domains.kit.values import ValueKind
from simulators.agenda.customer import AgendaCustomer
from simulators.protocol import CustomerEnd, Reply, Turn, View
from simulators.understand.acts import Act, Clause, Reading
from simulators.understand.values import values_in

LEXICON = Lexicon(
    slots=(
        Slot(key="full_name", kind=ValueKind.NAME, label="full name"),
        Slot(key="email", kind=ValueKind.EMAIL, label="e-mail address"),
        Slot(key="postcode", kind=ValueKind.POSTCODE, label="postcode", pattern=r"\d{5}"),
        Slot(key="ticket_id", kind=ValueKind.ID, label="ticket number", pattern=r"BR-\d{4}"),
        Slot(key="frame_number", kind=ValueKind.ID, label="frame number", pattern=r"FR\d{6}"),
        Slot(key="card_number", kind=ValueKind.ID, label="card number", pattern=r"\d{4}-\d{4}"),
        Slot(key="colour", kind=ValueKind.CHOICE, label="colour", values=("blue", "green", "red")),
        Slot(key="reason", kind=ValueKind.CHOICE, label="reason", values=("no longer needed", "ordered by mistake")),
        Slot(key="payment_method", kind=ValueKind.CHOICE, label="payment method", values=("card", "voucher")),
        Slot(key="pickup_day", kind=ValueKind.DATE, label="pick-up day"),
    ),
    actions=(
        Action(key="exchange", words=("exchange", "swap")),
        Action(key="return", words=("return", "send back")),
        Action(key="cancel", words=("cancel", "cancelled")),
    ),
)

SWAP: dict[str, JSON] = {
    "id": "swap",
    "action": "exchange",
    "intent": ["I'd like to swap my saddle for another one.", "Could you exchange my saddle?"],
    "wants": [{"key": "payment_method", "kind": "choice", "value": "card", "among": ["voucher"]}],
    "preference": {
        "ranked": [
            [{"key": "colour", "kind": "choice", "value": "blue"}],
            [{"key": "colour", "kind": "choice", "value": "green"}],
        ],
        "say_next": ["Then the green one, please."],
    },
}
RETURN: dict[str, JSON] = {
    "id": "return",
    "action": "return",
    "intent": ["I want to return the saddle."],
    "only_by_branch": True,
}
CANCEL: dict[str, JSON] = {
    "id": "cancel",
    "action": "cancel",
    "intent": ["Please cancel the repair of my bike."],
    "wants": [{"key": "reason", "kind": "choice", "value": "no longer needed", "among": ["ordered by mistake"]}],
}
ASK_PRICE: dict[str, JSON] = {
    "id": "price",
    "action": "inform",
    "intent": ["I have a question about the inspection."],
    "questions": [{"key": "price", "kind": "money", "say": ["How much is it?", "What does it cost?"]}],
    "needs_write": False,
}
FACTS: list[JSON] = [
    {"key": "full_name", "kind": "name", "value": "Mara Lindt", "disclose": "openly"},
    {"key": "email", "kind": "email", "value": "mara@example.org"},
    {"key": "postcode", "kind": "postcode", "value": "20457"},
    {"key": "ticket_id", "kind": "id", "value": "BR-1042", "goal": None},
    {"key": "card_number", "kind": "id", "value": "4111-2222", "disclose": "never"},
]


def scenario_of(*goals: JSON, **changes: JSON) -> Scenario:
    """A scenario with these goals (by default a cancellation), and other fields as given."""
    plain: dict[str, JSON] = {
        "persona": {"name": "Mara Lindt"},
        "facts": FACTS,
        "unknown": [{"key": "frame_number", "instead": ["ticket_id"]}],
        "goals": list(goals) or [CANCEL],
    }
    return Scenario.model_validate({**plain, **changes})


@dataclass(frozen=True)
class Said:
    """A sentence of an agent, with its labels."""

    text: str
    acts: frozenset[Act] = frozenset()
    slots: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()


def said(text: str, *acts: Act, slots: Iterable[str] = (), actions: Iterable[str] = ()) -> Said:
    """A labelled sentence."""
    return Said(text, frozenset(acts), tuple(slots), tuple(actions))


def reading_of(sentences: Sequence[Said], lexicon: Lexicon) -> Reading:
    """What a perfect reader makes of labelled sentences."""
    clauses = tuple(
        Clause(text=one.text, acts=one.acts, slots=one.slots, values=values_in(one.text, lexicon), actions=one.actions)
        for one in sentences
    )
    return Reading(
        acts=frozenset(act for clause in clauses for act in clause.acts),
        slots=tuple(dict.fromkeys(slot for clause in clauses for slot in clause.slots)),
        values=tuple(value for clause in clauses for value in clause.values),
        clauses=clauses,
        substantive=any(clause.acts or len(clause.text.split()) > 3 for clause in clauses),
    )


@dataclass
class Conversation:
    """A customer at work; the agent's side is given sentence by sentence."""

    scenario: Scenario
    seed: str = "seed"
    wrote: bool = False
    lexicon: Lexicon = LEXICON
    turns: list[Turn] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    _labels: dict[str, tuple[Said, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.customer = AgendaCustomer(strict=True, read=self._read)
        self._answer()

    def _read(self, text: str, lexicon: Lexicon) -> Reading:
        return reading_of(self._labels[text], lexicon)

    def hear(self, *sentences: Said, wrote: bool | None = None) -> Reply:
        """The agent says these sentences; `wrote` stays as it was if it is not given. Gives the reply."""
        self.wrote = self.wrote if wrote is None else wrote
        text = " ".join(sentence.text for sentence in sentences)
        self._labels[text] = sentences
        self.turns.append(Turn("agent", text))
        return self._answer()

    def _answer(self) -> Reply:
        reply = self.customer.answer(self.view())
        self.replies.append(reply)
        if reply.text:
            self.turns.append(Turn("customer", reply.text))
        if reply.stance == "agree":
            self.wrote = False
        return reply

    def view(self) -> View:
        """What the customer sees now."""
        inner = self.replies[-1].inner if self.replies else None
        return View(self.scenario, self.lexicon, self.seed, tuple(self.turns), inner, self.wrote)

    @property
    def text(self) -> str:
        """The customer's last words."""
        return self.replies[-1].text or ""

    @property
    def end(self) -> CustomerEnd | None:
        """Why the customer ended, if so."""
        return self.replies[-1].end

    @property
    def moves(self) -> list[str]:
        """The kinds of moves of the last reply."""
        return [move["move"] for move in self.replies[-1].reading["moves"]]

    def stage(self, goal: str) -> str:
        """How far a goal has come."""
        return str(self.replies[-1].inner["goals"][goal].get("stage", "open"))
