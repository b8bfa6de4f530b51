"""The check that what the customer has understood to be refused has been refused, and is granted nowhere."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.grading.asserted import Clause, clauses, takes_back
from app.grading.log import Heard, Log
from app.grading.on_record import shown
from app.grading.sayings import Saying, sayings_of
from app.grading.verdict import Finding, FindingKind
from app.grading.wordings import said
from domains.kit.changes import Actor
from domains.kit.checks import Refusals
from domains.kit.domain import Domain
from domains.kit.goal import Refuse
from domains.kit.lexicon import Lexicon
from domains.kit.scenario import BranchOn, CustomerGoal
from domains.kit.task import Task
from simulators.understand.acts import Act
from simulators.understand.clauses import Sentence, sentences
from simulators.understand.reader import understand
from simulators.understand.refusals import refuses
from simulators.understand.words import expression, folded, listed

_ADVERBS = r"(?:(?:now|just|already|also|then|even|still|all|gladly|happily|\w+ly) )*"
_NO = listed(
    "t no not never neither nor none nothing cannot unable unfortunately afraid sorry only but however over past end",
    "ends ended expire expired passed closed late final another other others belong belongs already decline declined",
    "refuse refused reject rejected against deny denied stay stays remain remains rule rules policy policies still way",
    "was were until limit must require requires",
)
"""Without any of these words, of which one is the end of "can't", nothing is refused."""
_OUTRIGHT_HINTS = listed(
    "exception accept accepted accepting approve approved approving grant granting granted agreed authorise authorised",
    "authorising authorize authorized authorizing",
)
"""Without any of these words nothing is granted outright."""
_MONEY_HINTS = listed("refund refunds refunded money full back return send post mail")
"""Without any of these words, and without an amount, no money is granted."""
_SHORT = expression(r"'(ll|m|re|ve|s)\b")
_LONG = {"ll": " will", "m": " am", "re": " are", "ve": " have", "s": " is"}
_EXCEPTION = expression(
    rf"\b(?:i|we) {_ADVERBS}(?:(?:am|are|will|shall|can|have|am going to|are going to|am happy to|are happy to) "
    rf"{_ADVERBS})?(?:be )?(?:mak(?:e|ing)|made|grant(?:ing|ed)?) (?:you )?(?:an|this|one|a) (?:\w+ )?exception\b"
)
_ACCEPTED = expression(
    rf"\b(?:i|we) {_ADVERBS}(?:will|shall|can|have|am|are) {_ADVERBS}(?:(?:going|happy|glad|able) to )?"
    r"(?:accept|approv|grant|authori[sz])(?:e|ed|ing)? (?:it|this|that|them|(?:the|your|this) (?:return|cancellation"
    r"|request|refund|change)s?)\b(?! (?:as|you|it|i)\b)"
    rf"|\b(?:it|(?:the|your) (?:return|cancellation|request|refund|change|exception)) (?:is|has been|was|will be)"
    rf" {_ADVERBS}(?:accepted|approved|granted|agreed|authori[sz]ed)\b"
)
_OUTRIGHT = (_EXCEPTION, _ACCEPTED)
_MONEY = r"(?:\$ ?\d[\d,]*(?:\.\d+)?|\b(?:refund|money|full price)\b)"
_TO_YOU = r"(?:on|to|onto|into) your\b"
_GAP = r"[^;:?]{0,60}?"
_PAYS = expression(
    rf"\b(?:i|we) {_ADVERBS}(?:will|shall|are going to|am going to) {_ADVERBS}"
    rf"(?:refund|pay|credit|reimburse|give|put|transfer|return|send)\b{_GAP}{_MONEY}"
    rf"|\b(?:will|are going to) {_ADVERBS}(?:get|receive|have|be (?:refunded|credited|reimbursed|paid))\b{_GAP}{_MONEY}"
    rf"|{_MONEY}{_GAP}\b(?:will|goes|is|gets) {_ADVERBS}(?:(?:be|going) )?(?:put|paid|refunded|credited|reimbursed"
    rf"|back|transferred|returned|yours|{_TO_YOU})"
    rf"|\byour (?:[\w-]+ ){{0,3}}?(?:card|wallet|account) (?:[\w-]+ ){{0,4}}?(?:will )?(?:gets?|receives?)\b"
    rf"{_GAP}{_MONEY}"
)
_SENDS = expression(
    r"(?:^|[,:.!?]\s+|\n|\band |\bso )(?:then )?(?:(?:just|simply|please|do) )?(?:send|post|mail) (?:it|them"
    r"|(?:the|your) (?:[\w-]+ ){1,4}?)(?:back|to us|in)\b"
)
_MAY = r"\byou (?:can|may|are welcome to|are free to) "
_SUPPOSED = expression(
    r"\b(?:if|unless|whether|would|could|should|might|only|normally|usually|provided|assuming|suppose|wish|any|which"
    r"|who|how)\b"
)
_LATER = expression(
    r"\b(?:once|when(?:ever)?|after|until|till|before|within|up to|as (?:long|soon) as|while"
    r"|\d+ days (?:of|after|from))\b"
)


class _Refused(NamedTuple):
    """A goal that is let go, and what the agent has said until then."""

    goal: CustomerGoal
    heard: Sequence[Heard]
    looked_up: int
    """When the last look-up before the first no was made: what was said before it grants nothing."""


def judge(check: Refusals, log: Log, domain: Domain, task: Task) -> Iterator[Finding]:
    """Goals that the customer lets go without a no, or with what is as good as a yes."""
    if not any(isinstance(move, Refuse) for move in task.goal.script):
        return
    for refused in _refused(task, log):
        if all(_NO.isdisjoint(said(heard.text).words) for heard in reversed(refused.heard)):
            yield _finding(check, "nothing that the agent said refuses it", refused.heard[-1], actual=None)
        elif (saying := _granted(check, refused, log, domain)) is not None:
            text = saying.sentence.text
            yield _finding(check, f"the agent said {text!r}, which is no refusal", saying.heard, actual=text)


def _refused(task: Task, log: Log) -> Iterator[_Refused]:
    """The goals that are let go for good, and with which the agent has done nothing."""
    tells = any(answer.reply.believes is not None for answer in log.replies)
    if not tells and len(task.scenario.goals) > 1:
        return
    believed = {goal: answer for answer in log.replies for goal in answer.reply.believes or ()}
    for goal in task.scenario.goals:
        noes = [answer.seq for answer in log.replies if goal.id in answer.reply.denied]
        wavers = any(branch.on is BranchOn.PROPOSED for branch in goal.branches)
        if (tells and not noes) or goal.id in believed or wavers:
            continue
        since = max((answer.seq for answer in believed.values() if noes and answer.seq < noes[0]), default=-1)
        until = noes[-1] if tells else log.replies[-1].seq if log.replies else -1
        wrote = any(call.event.actor is Actor.AGENT and since < call.seq < until for call in log.writes)
        heard = [heard for heard in log.heard if since < heard.seq < until]
        if heard and not wrote:
            first = noes[0] if noes else until
            yield _Refused(goal, heard, max((call.seq for call in log.successful if call.seq < first), default=-1))


def _granted(check: Refusals, refused: _Refused, log: Log, domain: Domain) -> Saying | None:
    """The last sentence that grants what is refused, or money for it, where no later one takes it back."""
    saying = _last(refused, (*_OUTRIGHT, *_of_money(check, refused, domain.lexicon)))
    if saying is not None and _may_be_paid(check, refused, log, domain):
        saying = _last(refused, _OUTRIGHT)
    return saying if saying is not None and _stands(saying, refused, domain) else None


def _last(refused: _Refused, ways: Sequence[re.Pattern[str]]) -> Saying | None:
    for heard in reversed(refused.heard):
        if heard.seq < refused.looked_up:
            return None
        quick = said(heard.text)
        priced = "$" in quick.lower
        hinted = [way for way in ways if (priced and way not in _OUTRIGHT) or not _hints(way).isdisjoint(quick.words)]
        if not hinted:
            continue
        text = folded(heard.text)
        if "'" in text:
            text = _SHORT.sub(lambda short: _LONG[short[1]], text)
        if any(way.search(text) for way in hinted):
            for saying in reversed(list(sayings_of(heard))):
                if any(_grants(clause, ways) for clause in clauses(saying.sentence)):
                    return saying
    return None


def _hints(way: re.Pattern[str]) -> frozenset[str]:
    return _OUTRIGHT_HINTS if way in _OUTRIGHT else _MONEY_HINTS


def _of_money(check: Refusals, refused: _Refused, lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    """Ways to grant something that brings money."""
    action = refused.goal.action
    return (_PAYS, _SENDS, _permitted(_words(lexicon, (action,)))) if action in check.paying else ()


def _may_be_paid(check: Refusals, refused: _Refused, log: Log, domain: Domain) -> bool:
    """Whether money can be had later, or in another way that is spoken of."""
    action, last = refused.goal.action, refused.heard[-1]
    if shown(log, domain, check.paying.get(action, ()), said=last.text, until=last.seq):
        return True
    others = _named(_words(domain.lexicon, [other for other in check.paying if other != action]))
    return any(others.search(folded(heard.text)) for heard in refused.heard)


def _words(lexicon: Lexicon, actions: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for action in lexicon.actions if action.key in actions for word in action.words)


@lru_cache(maxsize=8)
def _named(words: tuple[str, ...]) -> re.Pattern[str]:
    """The words of actions; those of two can stand apart, as in "send it back"."""
    ways = [r" (?:[\w-]+ ){0,4}?".join(map(re.escape, word.split())) for word in words]
    return expression(rf"\b(?:{'|'.join(ways) or '(?!)'})\b")


@lru_cache(maxsize=8)
def _permitted(words: tuple[str, ...]) -> re.Pattern[str]:
    return expression(rf"{_MAY}{_named(words).pattern} (?:it|them)\b")


def _grants(clause: Clause, ways: Sequence[re.Pattern[str]]) -> bool:
    if clause.asks or clause.denied() or _SUPPOSED.search(clause.text) or clause.of_the_past():
        return False
    return any(
        way.search(clause.text) is not None and (way is _PAYS or _LATER.search(clause.text) is None) for way in ways
    )


def _stands(saying: Saying, refused: _Refused, domain: Domain) -> bool:
    """Whether nothing later says no, and the message leaves nothing to be settled."""
    if understand(saying.heard.text, domain.lexicon).acts & {Act.CONFIRM, Act.OFFER, Act.REQUEST}:
        return False
    before, after = _around(saying)
    later = [after, *(sentences(heard.text) for heard in refused.heard if heard.seq > saying.heard.seq)]
    beside_a_no = any(map(refuses, before))
    return not any(takes_back(rest) or (not beside_a_no and any(map(refuses, rest))) for rest in later)


def _around(saying: Saying) -> tuple[Sequence[Sentence], Sequence[Sentence]]:
    whole = sentences(saying.heard.text)
    return whole[: saying.place], whole[saying.place + 1 :]


def _finding(check: Refusals, problem: str, heard: Heard, *, actual: str | None) -> Finding:
    return Finding(
        kind=FindingKind.CHECK_FAILED,
        step=heard.step,
        where=check.id,
        actual=actual,
        gate=check.gate,
        text=f"The customer let go what must be refused, and {problem}. {check.text}",
    )
