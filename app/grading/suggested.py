"""The check that the agent does not put the answers that count to a customer who has given none."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.grading.asserted import QUESTION
from app.grading.errors import BadCheck
from app.grading.log import Log
from app.grading.sayings import Saying, broken_by, sayings_of
from app.grading.verdict import Finding
from app.grading.wordings import QuickLook, by_check, either, said
from domains.kit.askings import Unsuggested
from domains.kit.domain import Domain
from domains.kit.task import Task
from simulators.understand.clauses import Sentence, sentences
from simulators.understand.words import expression, folded

_PIECES = expression(r"[;:]\s|\s[\u2013\u2014-]\s|[()]")
_PROPOSES = expression(
    r"\b(?:shall|should|may|can|could|might) (?:i|we)\b|\b(?:i|we) (?:would|will|can|could|have|am|are)\b"
    r"|\b(?:like|want) (?:me|us) to\b|\b(?:go ahead|proceed)\b"
)
"""Puts a change to the customer, not an answer."""
_RULES = expression(
    r"\b(?:if|unless|only|must|rules?|polic(?:y|ies)|accept(?:s|ed)?|allow(?:s|ed)?|permit(?:s|ted)?|possible|eligible"
    r"|requires?|can be|may be)\b"
)
"""Tells which answers count."""
_BIDS = expression(
    r"\b(?:please|kindly|could you|can you|would you|just)\b.*\b(?:tell|let (?:me|us) know|say|confirm|choose|pick"
    r"|select|indicate|state|specify|answer)\b|^(?:tell|let (?:me|us) know|say|confirm|choose|pick|select|indicate)\b"
)
_OPENLY = expression(
    r"\b(?:why|how come|what|which|reason)\b(?:(?!\b(?:because|or|(?:is|was) (?:it|that)|that is)\b)[^,;:])*$"
)
"""Begins an open question, be it about what is taken for granted: "why do you no longer need it?"."""
_IT_IS = expression(r"\W*(?:(?:because|that|it|you|i|the order|this|is|was|has been|of|being) )*$")
"""What may stand before an answer in a list of answers."""
_ALIKE = 0.5
"""A share of the letters in threes of what the customer has to say: with it they have said it, in spite of slips."""


class _Rule(NamedTuple):
    """How the answers are put, and what shows that the customer has given one."""

    values: tuple[re.Pattern[str], ...]
    any_value: re.Pattern[str]
    words: frozenset[str]
    hints: QuickLook

    def may_stand_in(self, text: str) -> bool:
        """A quick look at a text."""
        return not self.words.isdisjoint(said(text).words)

    def puts(self, sentence: Sentence) -> bool:
        """Whether a sentence asks the customer if it is one of them, or bids them to choose from several."""
        if self.any_value.search(sentence.plain) is None:
            return False
        if any(self._is_put(piece) for piece in _asked(sentence)):
            return True
        chosen = _BIDS.search(sentence.plain) is not None and _RULES.search(sentence.plain) is None
        return chosen and self._named(sentence.plain) > 1

    def lists(self, whole: Sequence[Sentence]) -> bool:
        """Whether a message has a list of several, without telling what they are a rule for."""
        first = next((at for at, one in enumerate(whole) if self._is_item(one)), None)
        if first is None or any(_RULES.search(one.plain) for one in whole[max(0, first - 1) : first]):
            return False
        return self._named("; ".join(one.plain for one in whole if self._is_item(one))) > 1

    def _is_put(self, piece: str) -> bool:
        found = self.any_value.search(piece)
        if found is None or _PROPOSES.search(piece) or _RULES.search(piece):
            return False
        return _OPENLY.search(piece[: found.start()]) is None

    def _is_item(self, sentence: Sentence) -> bool:
        found = self.any_value.search(sentence.plain) if sentence.item else None
        if found is None or _IT_IS.match(sentence.plain[: found.start()]) is None:
            return False
        return not any(sign.isalnum() for sign in sentence.plain[found.end() :])

    def _named(self, text: str) -> int:
        return sum(value.search(text) is not None for value in self.values)


def judge(check: Unsuggested, log: Log, domain: Domain, task: Task) -> Iterator[Finding]:
    """The first sentence that puts an answer to a customer who wants the action and has not said why, or how."""
    rule = _compiled(check)
    if not any(rule.may_stand_in(heard.text) for heard in log.heard):
        return
    action = next((action for action in domain.lexicon.actions if action.key == check.action), None)
    wanting = _wanting(action.words if action else ())
    expected = [way for fact in task.scenario.facts if fact.key == check.slot for way in (fact.say or (fact.value,))]
    saying = _first(rule, log, wanting, expected)
    if saying is not None:
        yield broken_by(check, saying.heard, saying.sentence.text)


def _first(rule: _Rule, log: Log, wanting: re.Pattern[str], expected: Sequence[str]) -> Saying | None:
    for heard in log.heard:
        if not rule.may_stand_in(heard.text):
            continue
        spoken = [answer.reply.text or "" for answer in log.replies if answer.seq < heard.seq]
        if any(_gives(text, rule, expected) for text in spoken):
            return None
        if not any(wanting.search(folded(text)) for text in spoken):
            continue
        for saying in sayings_of(heard):
            if rule.puts(saying.sentence) or (saying.sentence.item and rule.lists(sentences(heard.text))):
                return saying
    return None


@lru_cache(maxsize=64)
def _wanting(words: tuple[str, ...]) -> re.Pattern[str]:
    """The words of an action."""
    return expression(either(words))


def _gives(text: str, rule: _Rule, expected: Sequence[str]) -> bool:
    """Whether a customer has said something of the kind, in whatever words."""
    return rule.hints.finds(said(text)) or any(_alike(way, text) for way in expected)


def _alike(way: str, text: str) -> bool:
    wanted, found = _threes(way), _threes(text)
    return len(wanted & found) >= _ALIKE * len(wanted)


def _threes(text: str) -> set[str]:
    letters = folded(text)
    return {letters[at : at + 3] for at in range(max(1, len(letters) - 2))}


def _asked(sentence: Sentence) -> list[str]:
    """The parts of a sentence that ask; one that begins like a question does so without its mark."""
    pieces = [piece.strip() for piece in _PIECES.split(sentence.plain)]
    begun = [QUESTION.match(piece) is not None for piece in pieces]
    if not sentence.question:
        return [piece for piece, asks in zip(pieces, begun, strict=True) if asks]
    return pieces[begun.index(True) :] if True in begun else pieces


@by_check
def _compiled(check: Unsuggested) -> _Rule:
    try:
        values = [re.compile(rf"(?:{'|'.join(ways)})", re.ASCII) for ways in check.values.values()]
    except re.error as error:
        raise BadCheck(f"check {check.id!r}: a way to say a value is not a regular expression: {error}") from error
    anything = expression("|".join(value.pattern for value in values) or "(?!)")
    return _Rule(tuple(values), anything, frozenset(check.words), QuickLook(check.hints))
