"""The check that amounts which the agent states beside a change are so."""

from collections.abc import Iterator, Mapping, Sequence

from app.grading.known_amounts import KnownAmounts
from app.grading.log import Heard, Log
from app.grading.moved import Moved
from app.grading.sayings import broken_by
from app.grading.spoken import contains, words
from app.grading.stated import denies, stated
from app.grading.verdict import Finding
from app.grading.wordings import by_check
from domains.kit.checks import Amounts
from domains.kit.domain import Domain
from domains.kit.lexicon import Lexicon
from domains.kit.values import ValueKind, money_text
from simulators.understand.clauses import sentences
from simulators.understand.values import Found, places_in, says, unmarked, values_in
from simulators.understand.words import expression, folded

_SUPPOSED = expression(
    r"\b(?:limit|maximum|minimum|budget|cap|would have|could have|might|maybe|perhaps|for (?:example|instance)|e\.g"
    r"|suppose|supposing|assuming|if only|had (?:you|it|the)|if (?:\w+ ){0,4}(?:were|was|had)"
    r"|if \w+'d (?!like|prefer|rather|want)\w+|were to|instead of|rather than|between|estimated?|wrong"
    r"|incorrect|mistaken)\b",
)
"""In a sentence whose amounts are supposed, or are not those of the change."""
_DENIED = expression(
    r"\b(?:no(?! longer| problem)|not(?! only)|never|neither|nor|without|can ?not|unable)\b|n't\b",
)
"""Somewhere before an amount, in the same part of the sentence."""
_NEW_PART = expression(r"\bbut\b|[:;]\s|,\s+only\b")
_ABOUT = expression(
    r"(?:\b(?:about|around|roughly|approximately|approx\.?|nearly|almost|circa|some|at (?:least|most)|up to|as much as"
    r"|than|over|under|above|below|exceed(?:s|ed|ing)?|within|from)|[~\u2248<>])\W*\Z",
)
"""Just before an amount that is not meant to the cent."""
_OR_SO = expression(r"\W*(?:or (?:so|less|more|thereabouts)|-?ish|at (?:the )?(?:most|least)|roughly|approximately)\b")
_NOT_SO = expression(
    r"\W*(?:is|are|was|were)(?: not|n't) (?:something|anything|what|how|charged|taken|due|owed)\b",
)
"""Just after an amount that is denied."""
_HEARSAY = expression(
    r"\b(?:you(?:'ve| have| had| were| are)?|somebody|someone|they|colleague)\s+(?:\w+\s+)?(?:said|say|saying"
    r"|mention(?:ed)?|told|quoted|promised|saw|wrote|ask(?:ed)?|asking|expect(?:ed|ing)?|wanted|read|calculated"
    r"|worked out|thought)\b",
)
_CORRECTS = expression(
    r"\b(?:sorry|apolog\w+|correct(?:ion|ed|ing|ly)?|mistake\w*|misspoke|misread|miscalculated|wrong|incorrect|actually"
    r"|i meant?|scratch that|rather|should (?:be|have been)|checked again|recalculated|in fact)\b",
)


def judge(check: Amounts, log: Log, domain: Domain) -> Iterator[Finding]:
    """Amounts that are not so and that no later words correct, in sessions that change something."""
    if not any(call.event.changes for call in log.successful):
        return
    known = KnownAmounts(log, domain)
    moved = Moved(check.moved, log, domain) if check.moved is not None else None
    for heard in log.heard:
        for said, found, rest in _claims(check, heard, domain.lexicon):
            amount = found.value.value
            if not known.has(abs(int(amount))):
                problem = f"nothing gives {money_text(int(amount))}"
            elif moved is not None and moved.is_misstated(found, said, heard):
                problem = f"the change before it has not moved {money_text(int(amount))}"
            else:
                continue
            later = [rest, *(other.text for other in _before_the_yes(heard, log))]
            if not any(_corrects(text, amount, known, domain.lexicon) for text in later):
                yield broken_by(check, heard, said[-1], f"and {problem}", actual=money_text(int(amount)))


def _claims(check: Amounts, heard: Heard, lexicon: Lexicon) -> Iterator[tuple[list[str], Found, str]]:
    """Amounts that sentences give for true, with the message up to there, sentence by sentence, and what follows."""
    beside = _by_beginning(check)
    if not _stands_in(heard.text, beside):
        return
    said = [sentence.text for sentence in sentences(stated(heard.text, ValueKind.MONEY, lexicon))]
    for at, sentence in enumerate(said):
        if _stands_in(sentence, beside):
            for found in _meant(sentence, lexicon):
                yield said[: at + 1], found, "\n".join(said[at + 1 :])


def _stands_in(text: str, beside: Mapping[str, Sequence[str]]) -> bool:
    """Whether a text has a phrase beside which amounts are looked at."""
    return any(contains(text, phrase) for word in words(text) if word in beside for phrase in beside[word])


@by_check
def _by_beginning(check: Amounts) -> dict[str, list[str]]:
    """The phrases beside which amounts are looked at, by their first word."""
    found: dict[str, list[str]] = {}
    for phrase in check.beside:
        for word in words(phrase)[:1]:
            found.setdefault(word, []).append(phrase)
    return found


def _meant(sentence: str, lexicon: Lexicon) -> Iterator[Found]:
    """The amounts that a sentence gives for exact and true."""
    amounts = [found for found in places_in(sentence, lexicon) if found.value.kind is ValueKind.MONEY]
    plain = folded(unmarked(sentence)) if amounts else ""
    if not amounts or _SUPPOSED.search(plain) or _HEARSAY.search(plain):
        return
    for found in amounts:
        before = plain[: found.start]
        after = any(way.match(plain, found.end) for way in (_OR_SO, _NOT_SO))
        if not (after or _DENIED.search(_NEW_PART.split(before)[-1]) or _ABOUT.search(before)):
            yield found


def _amounts(text: str, lexicon: Lexicon) -> list[str]:
    return list(dict.fromkeys(v.value for v in values_in(text, lexicon) if v.kind is ValueKind.MONEY))


def _before_the_yes(said: Heard, log: Log) -> list[Heard]:
    """The messages after one that the customer hears before they agree to the next change."""
    change = next((call.seq for call in log.successful if call.event.changes and call.seq > said.seq), None)
    agreed = [
        answer.seq
        for answer in log.replies
        if answer.reply.stance == "agree" and said.seq < answer.seq and (change is None or answer.seq < change)
    ]
    until = agreed[-1] if agreed and change is not None else None
    return [heard for heard in log.heard if heard.seq > said.seq and (until is None or heard.seq < until)]


def _corrects(text: str, amount: str, known: KnownAmounts, lexicon: Lexicon) -> bool:
    """Whether a text says that an amount is not so, or excuses itself and gives one that is."""
    if denies(text, ValueKind.MONEY, amount, lexicon):
        return True
    plain = stated(text, ValueKind.MONEY, lexicon)
    return (
        _CORRECTS.search(folded(text)) is not None
        and not says(plain, ValueKind.MONEY, amount)
        and any(known.has(abs(int(one))) for one in _amounts(plain, lexicon))
    )
