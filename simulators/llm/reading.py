"""Reading the agent's message with a model, with the rule-based reader as its check."""

from json import JSONDecodeError, loads
from typing import Literal, NamedTuple

from pydantic import Field, ValidationError

from domains.kit.lexicon import Lexicon
from domains.kit.records import JSON, Frozen
from simulators.agenda.lexicons import extended_lexicon
from simulators.llm.calls import Calls
from simulators.model import Message, ModelFailed
from simulators.protocol import View
from simulators.understand.acts import Act, Clause, Reading
from simulators.understand.reader import understand

By = Literal["rules", "model", "both"]
VAGUE = "other"
"""The slot of a request that the reader cannot name."""
LONGEST = 6_000
_NEVER_ADDED = frozenset({Act.CLAIM_DONE, Act.META})
"""Acts for which the reader alone is asked: a claim that nobody made would close a goal."""
_TASK = """You read messages that a company's customer service writes to a customer, and say what each message does.
Answer in JSON: {"acts": [...], "slots": [...], "values": [...]}.

Acts, one or more:
REQUEST: asks the customer for information. CONFIRM: asks for a yes or no to one proposal. OFFER: puts alternatives.
INFORM: states facts. CLAIM_DONE: says that a change is done, never that it will be. REFUSE: says that something cannot
be done. NOT_FOUND: a record was not found. TRANSFER: hands over to a person. ASK_MORE: asks whether there is anything
else. INSTRUCT: asks the customer to do something themselves. HOLD: asks to wait. BYE: takes leave.
Slots: what a REQUEST asks for; none without one. Values: ids, amounts, dates and addresses as they stand in it."""


class ModelsReading(Frozen):
    """What the model must answer."""

    acts: tuple[Act, ...] = Field(max_length=len(Act))
    slots: tuple[str, ...] = Field(default=(), max_length=20)
    values: tuple[str, ...] = Field(default=(), max_length=40)


class Read(NamedTuple):
    """A message as it was understood, and who understood it."""

    reading: Reading
    by: By
    model: ModelsReading | None
    """What the model read; None where it gave nothing that fits the schema."""
    trouble: str | None = None
    """Why it gave nothing."""

    def plain(self) -> JSON:
        """For the record of the reply."""
        known: dict[str, JSON] = {"by": self.by}
        if self.model is not None:
            known["model"] = {"acts": sorted(self.model.acts), "slots": list(self.model.slots)}
        return known | ({"trouble": self.trouble} if self.trouble else {})


async def read_with_model(view: View, calls: Calls) -> Read:
    """Read the agent's last message twice, and decide between the readings; never raises for a model."""
    lexicon = extended_lexicon(view.lexicon, view.scenario)
    text = next((turn.text for turn in reversed(view.turns) if turn.speaker == "agent"), "")
    rules = understand(text, lexicon)
    if not text.strip():
        return Read(rules, "rules", None)
    try:
        answer = await calls.ask("understand", _messages(text, lexicon), answer_schema=schema(lexicon), temperature=0.0)
        model = ModelsReading.model_validate(loads(answer.text))
    except ModelFailed as failed:
        return Read(rules, "rules", None, failed.kind)
    except (JSONDecodeError, ValidationError, RecursionError):
        return Read(rules, "rules", None, "schema")
    return decided(text, rules, model, lexicon)


def decided(text: str, rules: Reading, model: ModelsReading, lexicon: Lexicon) -> Read:
    """Which reading counts.

    Where the rules read acts, they stand: they hold what matters most (that a thing is claimed to be done, and which
    values are named) to the letter. A request of which they cannot name the slots gets the model's ("both", as where
    the two agree). Where they read no act at all, the model's acts count ("model"), but for claims that something is
    done. Values are the rules' in every case: one that does not stand in the text is nobody's.
    """
    slots = tuple(dict.fromkeys(key for key in model.slots if lexicon.slot(key) is not None))
    if not rules.acts:
        return _added(text, rules, model, slots)
    if Act.REQUEST in rules.acts and not set(rules.slots) - {VAGUE} and slots and Act.REQUEST in model.acts:
        clauses = tuple(
            each.model_copy(update={"slots": slots}) if Act.REQUEST in each.acts else each for each in rules.clauses
        )
        return Read(rules.model_copy(update={"slots": slots, "clauses": clauses}), "both", model)
    agree = set(model.acts) == rules.acts and set(slots) == set(rules.slots)
    return Read(rules, "both" if agree else "rules", model)


def _added(text: str, rules: Reading, model: ModelsReading, slots: tuple[str, ...]) -> Read:
    acts = frozenset(model.acts) - _NEVER_ADDED - (frozenset() if slots else {Act.REQUEST})
    if not acts:
        return Read(rules, "rules", model)
    asked = slots if Act.REQUEST in acts else ()
    clause = Clause(text=text, acts=acts, slots=asked, values=rules.values)
    return Read(Reading(acts=acts, slots=asked, values=rules.values, clauses=(clause,)), "model", model)


def schema(lexicon: Lexicon) -> JSON:
    """The JSON schema of the model's answer."""
    return {
        "type": "object",
        "properties": {
            "acts": {"type": "array", "items": {"enum": [act.value for act in Act]}},
            "slots": {"type": "array", "items": {"enum": [slot.key for slot in lexicon.slots]}},
            "values": {"type": "array", "items": {"type": "string"}},
        },
        "required": ["acts", "slots", "values"],
        "additionalProperties": False,
    }


def _messages(text: str, lexicon: Lexicon) -> tuple[Message, ...]:
    slots = "\n".join(f"{slot.key}: {slot.label}" for slot in lexicon.slots)
    return (
        {"role": "system", "content": f"{_TASK}\n\nSlots:\n{slots}"},
        {"role": "user", "content": text[:LONGEST]},
    )
