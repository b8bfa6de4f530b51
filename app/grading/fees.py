"""The check that a fee which the agent tells of has been named by a tool, the policy or the customer."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.grading.asserted import beginnings, clauses, takes_back
from app.grading.known_amounts import KnownAmounts, dollars_in
from app.grading.log import Log
from app.grading.sayings import Saying, broken_by, said_after, sayings
from app.grading.verdict import Finding
from app.grading.wordings import QuickLook, Said, by_check, either, said
from domains.kit.checks import Amounts
from domains.kit.domain import Domain
from domains.kit.values import money_text
from simulators.understand.clauses import Sentence
from simulators.understand.words import expression, listed

_SUM = r"(?P<sum>\$ ?\d[\d,]*(?:\.\d+)?)"
_FEE = r"(?:fee|surcharge)s?\b"
_IS = r"(?:(?: (?:of|is|are|at|would|will|be|costs?|comes?|to|just|only|a|an|another|each|flat))*|:| \|) ?"
_KIND = r"(?P<kind>(?:[a-z][\w-]* ){0,3}?)"
_FOR = r"(?P<what> (?:for|to|on|when|with) [a-z][\w -]*)?"
_TAKEN = r"(?:(?:is|are|will be|would be|gets?) )?(?:(?:then |also )?(?:charged|deducted|withheld|kept|taken|due) )?"
_PART = expression(r";\s|\bbut\b|\s[\u2013\u2014-]\s")
_DENIED = expression(
    r"\b(?:no|not|never|nor|neither|none|nothing|without|cannot|instead of|rather than|waiv\w+|free of|avoid\w*)\b"
)
_OTHERS = expression(
    r"\b(?:you(?: have| had| were| are| also| just)* (?:said|say|saying|ask|asked|asking|mention|mentioned|told|wrote"
    r"|expect|expected|thought|read|see|saw|wanted)|they|someone|somebody|colleague|banks?|issuer|elsewhere"
    r"|other (?:shops?|stores?)|example|suppose|imagine|used to|would have|if (?:there|we|it) (?:were|was|had)"
    r"|know of|aware of|wonder\w*|whether)\b"
)
"""In a sentence that tells of another's fee, or of one that is only thought of."""
_MAYBE = expression(r"\b(?:may|might|could|can)\b[^,]*\Z")
"""Before an amount that is not told for certain."""
_AGREED = expression(r"\b(?:shall|should|may) (?:i|we)\b|\b(?:agree|okay|ok|all right|go ahead|proceed|confirm)\b")
"""In a question that tells of what it asks to agree to."""
_BARE = listed("a an the our this that one small little flat only usual standard additional extra and plus fee single")
"""Words before "fee" that do not say what it is for."""


class _Rules(NamedTuple):
    words: tuple[str, ...]
    look: QuickLook
    ways: tuple[re.Pattern[str], ...]
    costs: re.Pattern[str]

    def may_stand_in(self, text: Said) -> bool:
        """A quick look at a text."""
        return "$" in text.lower and self.look.finds(text)


class _Fee(NamedTuple):
    """An amount that a sentence calls a fee."""

    cents: int
    bare: bool
    """Whether nothing says what it is for: it may be what something costs."""
    alone: bool
    """Whether its words mean nothing but a fee: a price is none."""


def judge(check: Amounts, log: Log, domain: Domain) -> Iterator[Finding]:
    """Fees of which nobody but the agent knows, and which no later words take back."""
    if not check.fees:
        return
    rules, known = _rules(check), KnownAmounts(log, domain)
    for saying in sayings(log, rules.may_stand_in):
        fee = next((one for one in _told(saying.sentence, rules) if not _is_so(one, known, rules, log)), None)
        if fee is not None and not _is_taken_back(saying, rules, log):
            amount = money_text(fee.cents)
            yield broken_by(check, saying.heard, saying.sentence.text, "and there is no such fee", actual=amount)


def _told(sentence: Sentence, rules: _Rules) -> Iterator[_Fee]:
    plain = sentence.plain
    if "$" not in plain or _OTHERS.search(plain) or (sentence.question and not _AGREED.search(plain)):
        return
    for part in _PART.split(plain):
        if _DENIED.search(part):
            continue
        for way in rules.ways:
            for found in way.finditer(part):
                if not _MAYBE.search(part[: found.start()]):
                    yield from _fees(found, part, rules)


def _fees(found: re.Match[str], part: str, rules: _Rules) -> Iterator[_Fee]:
    named = found.groupdict()
    kind, what = named.get("kind") or "", named.get("what") or ""
    bare = "kind" in named and not (what or set(kind.split()) - _BARE)
    alone = "kind" not in named or rules.look.finds(said(kind))
    if not rules.costs.search(part if bare else f"{kind} {what}"):
        yield from (_Fee(cents, bare, alone) for cents in dollars_in(found["sum"]))


def _is_so(fee: _Fee, known: KnownAmounts, rules: _Rules, log: Log) -> bool:
    if fee.bare or not fee.cents:
        return known.has(fee.cents)
    spoken_of = any(rules.look.finds(said(answer.reply.text or "")) for answer in log.replies)
    return known.names(fee.cents) and (spoken_of or not fee.alone)


def _is_taken_back(saying: Saying, rules: _Rules, log: Log) -> bool:
    """Whether later words are about a mistake, or deny a fee."""
    about = beginnings(rules.words, saying.sentence.plain)
    return any(
        takes_back(later, about) or any(_denies(one, rules) for one in later) for later in said_after(saying, log)
    )


def _denies(sentence: Sentence, rules: _Rules) -> bool:
    return any(clause.denied() and rules.look.finds(said(clause.text)) for clause in clauses(sentence))


@by_check
def _rules(check: Amounts) -> _Rules:
    alone = either(check.fees)
    words = (*check.fees, "fee", "fees", "surcharge", "surcharges")
    return _Rules(
        words=words,
        look=QuickLook(words),
        ways=(
            expression(rf"{_SUM} {_KIND}{_FEE}{_FOR}"),
            expression(rf"(?<![\w$.-]){_KIND}{_FEE}{_FOR}{_IS}{_SUM}"),
            expression(rf"{_SUM} {_TAKEN}for (?:the |your |a |its )?{alone}"),
            expression(rf"{_SUM} (?:for |as )?(?:the |a )?{alone}(?: (?:charge|cost)s?)\b"),
            expression(rf"{alone}(?: (?:charge|cost)s?)?{_IS}{_SUM}"),
        ),
        costs=expression(either(check.costs)),
    )
