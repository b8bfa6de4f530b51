"""What a model is told that words a decided reply."""

from collections.abc import Sequence

from simulators.llm.draft import Draft
from simulators.llm.speakers import manner_lines
from simulators.model import Message
from simulators.protocol import Turn

TURNS_SHOWN = 6
LONGEST_TURN = 600
"""Signs of a turn that are shown."""
_PART = """You write what a customer types in a chat with the customer service of a company.
You are the customer and never the company: you do not offer help, look anything up or ask for the other side's data.
What the customer says next is decided already and stands in a draft. You put the draft into other, natural words.

Keep every name, number, address, amount, date and choice of the draft exactly as it is, and add none.
A yes stays a yes, a no stays a no, a question stays a question, and nothing new is asked, promised or told.
Say goodbye only if the draft does.
Answer with the message alone, in {language}: plain sentences, about as long as the draft, no lists, no quotation marks,
no remarks of your own."""
_LANGUAGES = {"en": "English"}
_ASK = "Say the same in your own words:"


def wording_messages(draft: Draft, *, reason: str | None = None) -> tuple[Message, ...]:
    """The request for a rewording; `reason` says why the one before it could not be used."""
    return ({"role": "system", "content": instructions(draft)}, {"role": "user", "content": _shown(draft, reason)})


def instructions(draft: Draft) -> str:
    """The part that is to be played, the same in every reply of a session."""
    language = _LANGUAGES.get(draft.scenario.language, draft.scenario.language)
    manner = list(manner_lines(draft.scenario, deciding=False))
    return "\n".join([_PART.format(language=language), *(["", "How you write:", *manner] if manner else [])])


def _shown(draft: Draft, reason: str | None) -> str:
    parts = ["The conversation so far:", *_lines(draft.turns), ""] if draft.turns else []
    if reason is not None:
        parts += [f"What you wrote last could not be used: {reason}.", ""]
    return "\n".join([*parts, _ASK, f"<draft>{_untagged(draft.text)}</draft>"])


def _lines(turns: Sequence[Turn]) -> list[str]:
    return [
        f"{'Company' if turn.speaker == 'agent' else 'You'}: {_untagged(_cut(turn.text))}"
        for turn in turns[-TURNS_SHOWN:]
    ]


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_TURN else f"{text[:LONGEST_TURN]} …"


def _untagged(text: str) -> str:
    """The text without signs that could close the draft or open another one."""
    return text.replace("<", "\u2039").replace(">", "\u203a")
