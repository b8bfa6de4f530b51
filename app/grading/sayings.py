"""What the agent says, sentence by sentence, and the finding that something of it is wrong."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from app.grading.log import Heard, Log
from app.grading.verdict import Finding, FindingKind
from app.grading.wordings import Said, said
from domains.kit.checks import Check
from domains.kit.records import JSON
from simulators.understand.clauses import Sentence, sentences


class Saying(NamedTuple):
    """A sentence of a message, and where it stands there."""

    sentence: Sentence
    heard: Heard
    place: int


def sayings(log: Log, look: Callable[[Said], bool]) -> Iterator[Saying]:
    """The sentences of all messages that are worth a closer look, in order."""
    for heard in log.heard:
        if look(said(heard.text)):
            yield from sayings_of(heard)


def sayings_of(heard: Heard) -> Iterator[Saying]:
    """The sentences of a message, in order."""
    for place, sentence in enumerate(sentences(heard.text)):
        yield Saying(sentence, heard, place)


def said_after(saying: Saying, log: Log) -> Iterator[Sequence[Sentence]]:
    """What is said afterwards: the rest of the message, and each later message."""
    yield sentences(saying.heard.text)[saying.place + 1 :]
    for heard in log.heard:
        if heard.seq > saying.heard.seq:
            yield sentences(heard.text)


def broken_by(
    check: Check, heard: Heard, text: str, problem: str = "", *, expected: JSON = None, actual: JSON = None
) -> Finding:
    """The finding that a text of a message breaks a check, such as "and there is no such fee"; the text is what there
    actually is where nothing else is given."""
    return Finding(
        kind=FindingKind.CHECK_FAILED,
        step=heard.step,
        where=check.id,
        expected=expected,
        actual=text if actual is None else actual,
        gate=check.gate,
        text=f"The agent said {text!r}{problem and f', {problem}'}. {check.text}",
    )
