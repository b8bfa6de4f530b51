"""The checks part of a grade: the domain's process rules over the events of a session."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import assert_never

from app.grading import (
    amounts,
    balances,
    claimed,
    confirmed,
    differences,
    fees,
    granted,
    guessed,
    identified,
    kept,
    overtold,
    own_words,
    paid_back,
    promised,
    routed,
    ruled,
    shown_so,
    stocked,
    suggested,
    totals,
    unasked,
)
from app.grading.errors import BadCheck
from app.grading.log import Log
from app.grading.verdict import Finding, FindingKind, Part
from domains.kit.askings import Unasked, Unsuggested
from domains.kit.checks import (
    Amounts,
    Before,
    Check,
    Claims,
    Confirmed,
    Guesses,
    Identified,
    Limit,
    Phrases,
    Promises,
    Refusals,
    Routes,
)
from domains.kit.domain import Domain
from domains.kit.facts import OwnWords, PaysBack, Rules, Stock
from domains.kit.shown import Shown
from domains.kit.task import Task


def judge(log: Log, domain: Domain, task: Task | None = None) -> tuple[Part, tuple[Finding, ...]]:
    """Which checks held, each with weight 1, and what broke the others; without a task nothing is known of its
    customer."""
    broken = [found for check in domain.checks if (found := tuple(_findings(check, log, domain, task)))]
    total = len(domain.checks)
    return Part(matched=total - len(broken), total=total), tuple(finding for found in broken for finding in found)


def _findings(check: Check, log: Log, domain: Domain, task: Task | None) -> Iterator[Finding]:
    match check:
        case Before(requires=Identified() as rule):
            return identified.judge(check, rule, log, domain, account=task.scenario.account if task else None)
        case Before(requires=Confirmed() as rule):
            return confirmed.judge(check, rule, log, domain)
        case Before():
            raise BadCheck(f"check {check.id!r} requires {check.requires.requires!r}, which is not known here")
        case Phrases() | Limit():
            return _phrases(check, log) if isinstance(check, Phrases) else _limit(check, log)
        case Shown() | Unasked() | Unsuggested() | Refusals():
            return _put(check, log, domain, task)
        case Amounts() | Claims() | Promises() | Guesses() | Routes():
            return _assertions(check, log, domain)
        case Rules() | Stock() | PaysBack() | OwnWords():
            return _facts(check, log, domain, task)
        case _:
            assert_never(check)


def _assertions(check: Amounts | Claims | Promises | Guesses | Routes, log: Log, domain: Domain) -> Iterator[Finding]:
    match check:
        case Amounts():
            return _amounts(check, log, domain)
        case Claims():
            return claimed.judge(check, log, domain)
        case Promises():
            return promised.judge(check, log, domain)
        case Guesses():
            return guessed.judge(check, log, domain)
        case Routes():
            return routed.judge(check, log, domain)


def _facts(
    check: Rules | Stock | PaysBack | OwnWords, log: Log, domain: Domain, task: Task | None
) -> Iterator[Finding]:
    match check:
        case Rules():
            return ruled.judge(check, log, domain)
        case Stock():
            return stocked.judge(check, log)
        case PaysBack():
            return paid_back.judge(check, log)
        case OwnWords():
            return own_words.judge(check, log, domain, task)


def _amounts(check: Amounts, log: Log, domain: Domain) -> Iterator[Finding]:
    """What the first of the rules of amounts finds that finds anything."""
    for rule in (amounts.judge, totals.judge, overtold.judge, fees.judge, differences.judge, kept.judge):
        if found := tuple(rule(check, log, domain)):
            return iter(found)
    return balances.judge(check, log)


def _put(
    check: Shown | Unasked | Unsuggested | Refusals, log: Log, domain: Domain, task: Task | None
) -> Iterator[Finding]:
    """What is put to the customer and should not be."""
    match check:
        case Shown():
            return shown_so.judge(check, log)
        case Unasked():
            return unasked.judge(check, log)
        case Unsuggested():
            return suggested.judge(check, log, domain, task) if task else iter(())
        case Refusals():
            return granted.judge(check, log, domain, task) if task else iter(())


def _phrases(check: Phrases, log: Log) -> Iterator[Finding]:
    for pattern in check.banned:
        said = next((heard for heard in log.heard if _search(check, pattern, heard.text)), None)
        if said is not None:
            yield _finding(check, f"The agent said what matches {pattern!r}. {check.text}", step=said.step)
    for pattern in check.required:
        if not any(_search(check, pattern, heard.text) for heard in log.heard):
            yield _finding(check, f"The agent said nothing that matches {pattern!r}. {check.text}", step=None)


def _search(check: Phrases, pattern: str, text: str) -> bool:
    try:
        return _compiled(pattern).search(text) is not None
    except re.error as error:
        raise BadCheck(f"check {check.id!r}: {pattern!r} is not a regular expression: {error}") from error


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _limit(check: Limit, log: Log) -> Iterator[Finding]:
    match check.of:
        case "steps":
            steps = log.message_steps
        case "tool_calls":
            steps = tuple(call.step for call in log.calls if not call.event.skipped)
        case "tool_errors":
            steps = tuple(call.step for call in log.calls if call.event.is_error and not call.event.skipped)
        case "customer_replies":
            steps = tuple(answer.step for answer in log.replies)
    if len(steps) > check.most:
        name = check.of.replace("_", " ")
        text = f"There were {len(steps)} {name}, and at most {check.most} are allowed. {check.text}"
        yield _finding(check, text, step=steps[check.most], expected=check.most, actual=len(steps))


def _finding(
    check: Phrases | Limit, text: str, *, step: int | None, expected: int | None = None, actual: int | None = None
) -> Finding:
    return Finding(
        kind=FindingKind.CHECK_FAILED,
        text=text,
        where=check.id,
        step=step,
        expected=expected,
        actual=actual,
        gate=check.gate,
    )
