"""The check that a customer has been identified before something is done for them."""

from collections.abc import Iterator
from functools import lru_cache

from app.grading.log import Call, Log
from app.grading.personal import texts_in
from app.grading.results import read_json
from app.grading.spoken import contains, squeezed, words
from app.grading.verdict import Finding, FindingKind
from app.grading.wordings import by_check
from domains.kit.checks import Before, Identified
from domains.kit.domain import Domain
from domains.kit.records import JSON
from domains.kit.same import Same
from domains.kit.values import ValueKind
from simulators.understand.values import says


def judge(
    check: Before, rule: Identified, log: Log, domain: Domain, *, account: str | None = None
) -> Iterator[Finding]:
    """Successful calls of the guarded tools before a customer was identified with what they had said, or for another.

    The `account` that is logged in needs not be said: the agent has been told it.
    """
    tools = _guarded(check)
    guarded = [call for call in log.successful if call.event.name in tools]
    if not guarded:
        return
    identified = _customers(Same(log), Same(domain), rule.by, rule.customer_field, account)
    first = min(identified, default=None)
    for call in guarded:
        whose = rule.whose.get(call.event.name)
        if first is None or call.seq < first:
            yield _finding(check, rule, call, "before the customer had been identified")
        elif whose and call.arguments.get(whose) not in [one for seq, one in identified.items() if seq <= call.seq]:
            yield _finding(check, rule, call, "for another customer than the one who had been identified")


@by_check
def _guarded(check: Before) -> frozenset[str]:
    return frozenset(check.tools)


@lru_cache(maxsize=4)
def _customers(
    of_log: Same[Log], of_domain: Same[Domain], by: tuple[str, ...], field: str, account: str | None
) -> dict[int, JSON]:
    """Who was found by what they had said, by the first call that found them; kept for the next check of the same
    log."""
    log, domain = of_log.one, of_domain.one
    found: dict[int, JSON] = {}
    for call in log.successful:
        customer = customer_in(call.event.content, field) if call.event.name in by else None
        if customer and customer not in found.values() and _is_said(call, log, domain, account):
            found[call.seq] = customer
    return found


def customer_in(content: str, field: str) -> JSON:
    """Whom the result of a call names; None where it names nobody."""
    result = read_json(content)
    return result.get(field) if isinstance(result, dict) else None


def _finding(check: Before, rule: Identified, call: Call, problem: str) -> Finding:
    return Finding(
        kind=FindingKind.CHECK_FAILED,
        step=call.step,
        where=check.id,
        expected=list(rule.by),
        actual=call.arguments,
        gate=check.gate,
        text=f"{call.event.name} was called {problem}. {check.text}",
    )


def _is_said(call: Call, log: Log, domain: Domain, account: str | None) -> bool:
    """Whether the customer had said what they were looked up by."""
    return all(
        _is_account(value, account) or _said(name, value, call, log, domain)
        for name, argument in call.arguments.items()
        if not _is_closed_choice(call, name, domain)
        for value in texts_in(argument)
    )


def _is_account(value: str, account: str | None) -> bool:
    return account is not None and value.strip().casefold() == account.casefold()


def _is_closed_choice(call: Call, name: str, domain: Domain) -> bool:
    """Arguments that choose a way of looking up ("by": "email") are the agent's words, not the customer's."""
    tool = domain.toolbox.get(call.event.name)
    schema = tool.parameters.get("properties", {}).get(name, {}) if tool else {}
    return "enum" in schema or "const" in schema


def _said(name: str, value: str, call: Call, log: Log, domain: Domain) -> bool:
    """Whether the customer had said the value before the call, in any usual form."""
    text = "\n".join(answer.reply.text or "" for answer in log.replies if answer.seq < call.seq)
    if not squeezed(value) or contains(text, value):
        return True
    if any(char.isdigit() for char in value) and _spaced_otherwise(value, text):
        return True
    slot = domain.lexicon.slot(name)
    kinds = [slot.kind] if slot else [ValueKind.DATE, ValueKind.PHONE, ValueKind.EMAIL]
    return any(says(text, kind, value) for kind in kinds)


def _spaced_otherwise(value: str, text: str) -> bool:
    """Whether words that stand in a row make up the value when they are written together."""
    wanted, spoken = squeezed(value), words(text)
    return any(
        wanted == "".join(spoken[start:end])
        for start in range(len(spoken))
        for end in range(start + 1, min(start + len(wanted), len(spoken)) + 1)
        if wanted.startswith(spoken[start])
    )
