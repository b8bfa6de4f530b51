"""The check that what agents tell of the rules is so."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import dropwhile
from typing import NamedTuple

from app.grading import once, terms
from app.grading.asserted import admits_a_mistake, clauses
from app.grading.log import Heard, Log
from app.grading.sayings import Saying, broken_by, said_after, sayings
from app.grading.verdict import Finding
from app.grading.wordings import QuickLook, by_check, said
from domains.kit.domain import Domain
from domains.kit.facts import Never, Rules
from simulators.understand.clauses import Sentence
from simulators.understand.words import expression


class _Wrong(NamedTuple):
    """What is wrong with a sentence, and which later one puts it right."""

    problem: str
    put_right_by: Callable[[Sentence], bool]


def judge(check: Rules, log: Log, domain: Domain) -> Iterator[Finding]:
    """Sentences that tell a rule otherwise than it is, and are not put right."""
    hints = _hints(check)
    if any(call.event.name in each.tools for each in check.once for call in log.successful):
        hints |= once.HINTS
    for saying in sayings(log, lambda text: not hints.isdisjoint(text.words)):
        wrong = _wrong(check, saying.sentence, saying.heard, log, domain)
        if wrong is not None and not _is_put_right(wrong, saying, log):
            yield broken_by(check, saying.heard, saying.sentence.text, f"and {wrong.problem}")


def _wrong(check: Rules, sentence: Sentence, heard: Heard, log: Log, domain: Domain) -> _Wrong | None:
    for term in check.terms:
        if terms.is_wrong(term, sentence, log, until=heard.seq, today=check.today):
            return _Wrong(f"the rule is {term.days} days", partial(terms.puts_right, term))
    if once.is_wrong(check, sentence, heard, log, domain):
        return _Wrong("that can be done only once", once.puts_right)
    for never, told in _never(check):
        if never.word in sentence.vocabulary and _is_told(told, sentence) and not _is_other(never, heard, log):
            return _Wrong("there is no such rule", partial(_speaks_of, told))
    return None


def _is_put_right(wrong: _Wrong, saying: Saying, log: Log) -> bool:
    return any(admits_a_mistake(later) or any(map(wrong.put_right_by, later)) for later in said_after(saying, log))


def _is_told(told: re.Pattern[str], sentence: Sentence) -> bool:
    """Whether a clause says it, and neither that nor what follows denies it."""
    if sentence.question or told.search(sentence.plain) is None:
        return False
    found = list(dropwhile(lambda clause: told.search(clause.text) is None, clauses(sentence)))
    return bool(found) and not found[0].reported() and not any(clause.denied() for clause in found)


def _is_other(never: Never, heard: Heard, log: Log) -> bool:
    spoken = [other.text for other in log.heard if other.seq <= heard.seq]
    spoken += [answer.reply.text or "" for answer in log.replies if answer.seq < heard.seq]
    return QuickLook(never.other).finds(said(*spoken))


def _speaks_of(told: re.Pattern[str], sentence: Sentence) -> bool:
    return told.search(sentence.plain) is not None


@by_check
def _hints(check: Rules) -> frozenset[str]:
    return terms.HINTS | {never.word for never in check.never}


@by_check
def _never(check: Rules) -> tuple[tuple[Never, re.Pattern[str]], ...]:
    return tuple((never, expression(never.told)) for never in check.never)
