"""What the agent says, sentence by sentence, and the finding that something of it is wrong."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from app.grading.log import Heard, Log
from app.grading.verdict import Finding, FindingKind
from app.grading.wordings import Said, said
from domains.kit.checks import Check
from domains.kit.domain import Domain
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


class Rule(Protocol):
    """How words tell of something that no call of some tools has made so."""

    @property
    def tools(self) -> Collection[str]:
        """After a call of one of them it may be told."""

    def may_stand_in(self, text: Said) -> bool:
        """A quick look at a text."""

    def tells(self, sentence: Sentence) -> bool:
        """Whether a sentence tells of it."""

    def stands(self, saying: Saying, log: Log, domain: Domain) -> bool:
        """Whether what is told has no grounds, and is not taken back."""


def first_told(rules: Iterable[Rule], log: Log, domain: Domain) -> Iterator[Saying]:
    """For each the first sentence that tells of it and stands; each sentence once."""
    everything = said(*(heard.text for heard in log.heard))
    called = {call.event.name for call in (*log.successful, *log.writes)}
    found: set[Saying] = set()
    for rule in rules:
        if not (rule.may_stand_in(everything) and called.isdisjoint(rule.tools)):
            continue
        for saying in sayings(log, rule.may_stand_in):
            if rule.tells(saying.sentence) and rule.stands(saying, log, domain):
                if saying not in found:
                    found.add(saying)
                    yield saying
                break


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
