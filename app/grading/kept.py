"""The check that a part of a price which no refund covers is not said to be refunded."""

import re
from collections.abc import Iterator, Sequence

from app.grading.asserted import beginnings, clauses, takes_back
from app.grading.log import Log
from app.grading.on_record import shown
from app.grading.results import read_json
from app.grading.sayings import Saying, broken_by, said_after, sayings
from app.grading.verdict import Finding
from app.grading.wordings import QuickLook, by_check, either, said
from domains.kit.checks import Amounts, Kept
from domains.kit.domain import Domain
from domains.kit.records import JSON
from domains.kit.values import ValueKind
from simulators.understand.clauses import Sentence
from simulators.understand.values import values_in
from simulators.understand.words import expression

_SUM = r"\$ ?\d[\d,]*(?:\.\d+)?"
_NEAR = r"[^.,;:?!]"
_REFUNDED = r"(?:refunded|reimbursed|credited|paid back|given back|returned to you)"
_ALSO = r"(?:(?:also|then|fully|too|now|all|both|\w+ly) )*"
_WITH = r"(?:including|incl\.?|includes|plus|along with|together with|as well as)"
_GOES = (
    r"(?:goes|go|comes?|will (?:be|go|come)|would (?:be|go|return|come)|(?:is|gets) refunded|returns|back|to your)\b"
)
_OTHERWISE = expression(
    r"\b(?:not|no|never|nor|neither|nothing|without|cannot|minus|less|except|excluding|excluded|only|unlike|instead"
    r"|cancel\w*|pick-?up|switch\w*|chang\w*|would have|had|were|may|might|could|whether"
    r"|you(?: have| had| were| are| also| just)* (?:said|say|ask|asked|asking|mention|mentioned|told|expect|expected"
    r"|thought|read|wanted|hoped))\b"
)
"""In a sentence that denies it, tells of another's word or another case, or tells of another change."""
_AGREED = expression(r"\b(?:shall|should|may) (?:i|we)\b|\b(?:agree|okay|ok|all right|go ahead|proceed|confirm)\b")
"""In a question that tells of what it asks to agree to."""


def judge(check: Amounts, log: Log, domain: Domain) -> Iterator[Finding]:
    """Refunds of a part that the records at hand leave out, and that no later words take back."""
    kept = check.kept
    if kept is None:
        return
    look, ways = _rules(kept)
    for saying in sayings(log, look.finds):
        if saying.sentence.vocabulary.isdisjoint(kept.parts) or not _tells(saying.sentence, ways):
            continue
        if _is_kept(kept, saying, log, domain) and not _is_taken_back(kept, saying, log):
            yield broken_by(check, saying.heard, saying.sentence.text, "and that part is not refunded")


def _tells(sentence: Sentence, ways: Sequence[re.Pattern[str]]) -> bool:
    plain = sentence.plain
    if _OTHERWISE.search(plain) or (sentence.question and not _AGREED.search(plain)):
        return False
    return any(way.search(plain) for way in ways)


def _is_kept(kept: Kept, saying: Saying, log: Log, domain: Domain) -> bool:
    """Whether the records that are spoken of have been shown, and show none for which the part is refunded."""
    until, text = saying.heard.seq, saying.heard.text
    read = [call.event.content for call in log.successful if call.seq < until]
    named = [value.value for value in values_in(text, domain.lexicon) if value.kind is ValueKind.ID]
    if not all(any(one in content for content in read) for one in named):
        return False
    if not named and any(_is(record, kept.otherwise) for record in map(read_json, read)):
        return False
    return shown(log, domain, kept.records, said=text, until=until) and not shown(
        log, domain, kept.otherwise, said=text, until=until
    )


def _is(record: JSON, texts: Sequence[str]) -> bool:
    """Whether a result is itself a record that says one of the texts."""
    return isinstance(record, dict) and any(value in texts for value in record.values() if isinstance(value, str))


def _is_taken_back(kept: Kept, saying: Saying, log: Log) -> bool:
    """Whether later words are about a mistake, or deny the part."""
    about, look = beginnings(kept.parts, saying.sentence.plain), _rules(kept)[0]
    return any(
        takes_back(later, about)
        or any(clause.denied() and look.finds(said(clause.text)) for one in later for clause in clauses(one))
        for later in said_after(saying, log)
    )


@by_check
def _rules(kept: Kept) -> tuple[QuickLook, tuple[re.Pattern[str], ...]]:
    part = rf"(?:the |your )?(?:{_SUM} )?(?:(?:for|of|in) )?(?:the )?(?:[a-z]+ )?{either(kept.parts)}"
    return QuickLook(kept.parts), (
        expression(
            rf"\byou (?:\w+ ){{0,3}}?(?:get|receive|have) {_ALSO}(?:{_SUM} (?:{_NEAR}{{0,30}}? )?(?:and|plus) )?"
            rf"{part}(?! (?:it|them|this|that|to)\b){_NEAR}{{0,25}}?\b(?:back|{_REFUNDED})"
        ),
        expression(
            rf"{part}(?: (?:costs?|fees?|charges?))?(?: of {_SUM})?{_NEAR}{{0,30}}? "
            rf"(?:is|are|gets?|be|(?:has|have) been) {_ALSO}{_REFUNDED}"
        ),
        expression(rf"\b(?:i|we) (?:will |would |can |shall )?{_ALSO}(?:refund|reimburse) {part}"),
        expression(rf"\b(?:refund(?:ed|s)?|back)\b(?: of|:)?[^.,;?!$]{{0,30}}{_SUM},? \(?{_WITH} {part}"),
        expression(rf"{_SUM},? \(?(?:{_WITH} {part}(?: you paid)?|{part} included)\)?,? {_GOES}"),
        expression(rf"\b{_WITH} {part}\)?,? {_GOES}"),
    )
