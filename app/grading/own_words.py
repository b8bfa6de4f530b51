"""The check that an argument is the customer's own, and neither guessed nor put into their mouth."""

from collections.abc import Iterator
from difflib import get_close_matches

from app.grading.asserted import clauses
from app.grading.log import Call, Heard, Log
from app.grading.sayings import broken_by
from app.grading.verdict import Finding, FindingKind
from domains.kit.domain import Domain
from domains.kit.facts import OwnWords
from domains.kit.scenario import Fact
from domains.kit.task import Task
from simulators.understand.acts import Act
from simulators.understand.clauses import Sentence, sentences
from simulators.understand.reader import understand
from simulators.understand.words import expression, spaced

_LIKE = 0.8
"""How much a word with a slip is like the one that is meant."""
_LONG = 6
"""Shorter words are like too many others."""
_LEFT_OPEN = expression(
    r"\b(?:if|unless|only|whether|or|either|not|cannot|never|neither|nor|accept\w*|allow\w*|permit\w*|valid|polic\w+"
    r"|rules?|must|has to|have to)\b"
)
"""In a clause that tells what is accepted, or asks."""
_PUTS = expression(
    r"\b(?:cancel\w*|put|enter(?:ed|ing)?|record(?:ed|ing)?|not(?:e|ed|ing)|log(?:ged)?|list(?:ed)?|mark(?:ed)?|filed?"
    r"|book(?:ed)?|set|give|given|use|state|register(?:ed)?|reason)\b"
)
"""Says what is done, or what a value is for: "I'd put it down as", "reason:"."""


def judge(check: OwnWords, log: Log, domain: Domain, task: Task | None) -> Iterator[Finding]:
    """Calls for which the customer has given nothing, and proposals of what is not what they gave."""
    for call in log.successful:
        if call.event.name == check.tool and not _may_be_own(check, call, log, domain):
            yield Finding(
                kind=FindingKind.CHECK_FAILED,
                step=call.step,
                where=check.id,
                actual=str(call.arguments.get(check.argument)),
                gate=check.gate,
                text=f"{check.tool} was called, and the customer had neither given a {check.argument} nor been asked. "
                f"{check.text}",
            )
    for fact in _unaccepted(check, task):
        for heard in _heard_since(fact, log):
            if (found := _proposed(check, heard, domain)) is not None:
                yield broken_by(check, heard, found.text, "and the customer had said otherwise")


def _may_be_own(check: OwnWords, call: Call, log: Log, domain: Domain) -> bool:
    """Whether the customer may have said something of the kind: they were asked for it, or a word of theirs hints."""
    said = " ".join(answer.reply.text or "" for answer in log.replies if answer.seq < call.seq)
    if _hints(check, said):
        return True
    asked = (heard for heard in log.heard if heard.seq < call.seq)
    return any(check.slot in understand(heard.text, domain.lexicon).slots for heard in asked)


def _hints(check: OwnWords, said: str) -> bool:
    words = set(spaced(said).split())
    if not words.isdisjoint(check.hints) or any("'" in word and word.endswith("t") for word in words):
        return True
    long = [hint for hint in check.hints if len(hint) >= _LONG]
    return any(get_close_matches(word, long, n=1, cutoff=_LIKE) for word in words if len(word) >= _LONG)


def _unaccepted(check: OwnWords, task: Task | None) -> Iterator[Fact]:
    """What the customer of a task would give, and is none of the values that there are."""
    for fact in task.scenario.facts if task is not None else ():
        if fact.key == check.slot and fact.value not in check.values:
            yield fact


def _heard_since(fact: Fact, log: Log) -> Iterator[Heard]:
    """What the agent says after the customer has given it."""
    forms = [spaced(form) for form in fact.say]
    given = next(
        (answer.seq for answer in log.replies if any(form in spaced(answer.reply.text or "") for form in forms)), None
    )
    return (heard for heard in log.heard if given is not None and heard.seq > given)


def _proposed(check: OwnWords, heard: Heard, domain: Domain) -> Sentence | None:
    """The sentence of a proposal that gives one of the values as the one to be put down."""
    said = spaced(heard.text)
    if not any(spaced(way) in said for ways in check.values.values() for way in ways):
        return None
    if Act.CONFIRM not in understand(heard.text, domain.lexicon).acts:
        return None
    return next((sentence for sentence in sentences(heard.text) if _puts_down(check, sentence)), None)


def _puts_down(check: OwnWords, sentence: Sentence) -> bool:
    """Whether a sentence puts down one of the values, and just one."""
    ways = [[way for way in given if spaced(way) in spaced(sentence.plain)] for given in check.values.values()]
    if sum(map(bool, ways)) != 1:
        return False
    said = max((way for found in ways for way in found), key=len)
    for clause in clauses(sentence):
        if spaced(said) in spaced(clause.text):
            whole = clause.text if _PUTS.search(clause.text) else sentence.plain
            rest = spaced(whole).replace(spaced(said), " ")
            return _PUTS.search(rest) is not None and _LEFT_OPEN.search(rest) is None
    return False
