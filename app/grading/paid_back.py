"""The check that money which comes back is offered only to where it may go."""

import re
from collections.abc import Iterator

from app.grading.asserted import Clause, admits_a_mistake
from app.grading.log import Heard, Log
from app.grading.results import objects_in, read_json
from app.grading.sayings import broken_by, said_after, sayings
from app.grading.verdict import Finding
from app.grading.wordings import QuickLook, by_check, either, said
from domains.kit.facts import PaysBack
from domains.kit.records import JSON
from simulators.understand.clauses import Sentence
from simulators.understand.words import expression, listed

_MONEY = listed("refund refunded refunds money")
_OFFERS = expression(
    r"\b(?:refund|money)\b.*\b(?:can|could|may|should|shall) (?:also |either )?(?:go|be|come|i)\b"
    r"|\b(?:can|could|may|should|shall) (?:i|we|the|your|it)\b.*\b(?:refund|money)\b"
    r"|\bwhere\b.*\b(?:refund|money)\b"
)
_NOT_OFFERED = expression(
    r"\b(?:only|unless|if|than|instead|rather|asked|wish|wanted|mentioned|said|told|expect|see|understand|first|later)\b"
)


def judge(check: PaysBack, log: Log) -> Iterator[Finding]:
    """Sentences that offer to pay money back to a method of the customer's that it may not go to."""
    for saying in sayings(log, lambda text: not text.words.isdisjoint(_MONEY)):
        heard, sentence = saying.heard, saying.sentence
        if not (_offers(check, sentence) and _is_clear(check, heard, log)):
            continue
        barred = _barred(check, sentence, heard, log)
        if barred is not None and not any(map(admits_a_mistake, said_after(saying, log))):
            may = sorted(_paying(check, heard, log))
            yield broken_by(check, heard, sentence.text, f"and it cannot go to {barred}", expected=may)


def _offers(check: PaysBack, sentence: Sentence) -> bool:
    """Whether a sentence offers to pay money back to a method that it names."""
    if sentence.vocabulary.isdisjoint(_MONEY) or not _OFFERS.search(sentence.plain):
        return False
    if not _methods(check).search(sentence.plain):
        return False
    return not (Clause(sentence.plain, sentence).denied() or _NOT_OFFERED.search(sentence.plain))


def _is_clear(check: PaysBack, heard: Heard, log: Log) -> bool:
    """Whether only records of the states have been read, and what any method will do for is not spoken of."""
    records = _records(check, heard, log)
    spoken = [other.text for other in log.heard if other.seq <= heard.seq]
    spoken += [answer.reply.text or "" for answer in log.replies if answer.seq < heard.seq]
    return (
        bool(records)
        and all(record[check.state] in check.states for record in records)
        and not _other(check).finds(said(*spoken))
    )


def _barred(check: PaysBack, sentence: Sentence, heard: Heard, log: Log) -> str | None:
    """A method that a sentence names by its kind, and by its digits where there are any, and that may not be paid."""
    paying, own = _paying(check, heard, log), _own(check, heard, log)
    for named in _methods(check).finditer(sentence.plain):
        begins = check.kinds[named["kind"]]
        meant = {one for one, digits in own.items() if one.startswith(begins) and digits == named["digits"]}
        if len(meant) == 1 and meant.isdisjoint(paying):
            return named.group().strip()
    return None


def _paying(check: PaysBack, heard: Heard, log: Log) -> frozenset[str]:
    """The methods that stand in the records: they have paid, or are paid already."""
    records = _records(check, heard, log)
    return frozenset(str(one[check.method]) for record in records for one in objects_in(record) if check.method in one)


def _own(check: PaysBack, heard: Heard, log: Log) -> dict[str, str | None]:
    """The methods that have been shown, with their digits where they have any."""
    own: dict[str, str | None] = {}
    for one in _shown(check, heard, log):
        if check.method in one:
            method, digits = str(one[check.method]), one.get(check.digits)
            own[method] = str(digits) if digits is not None else own.get(method)
    return own


def _records(check: PaysBack, heard: Heard, log: Log) -> list[dict[str, JSON]]:
    """The records that were read one by one."""
    keys = {check.record, check.state, check.method}
    return [one for one in _shown(check, heard, log) if keys <= one.keys()]


def _shown(check: PaysBack, heard: Heard, log: Log) -> Iterator[dict[str, JSON]]:
    for call in log.successful:
        if call.seq < heard.seq and f'"{check.method}"' in call.event.content:
            yield from objects_in(read_json(call.event.content))


@by_check
def _other(check: PaysBack) -> QuickLook:
    return QuickLook(check.other)


@by_check
def _methods(check: PaysBack) -> re.Pattern[str]:
    kind = either(tuple(check.kinds))
    return expression(
        rf"\byour (?:[a-z]+ )?(?P<kind>{kind})(?: (?:ending|that ends)(?: in| with)? (?P<digits>\d{{4}}))?"
    )
