"""The check that no more is said to be refunded for a change than it has moved, of what its record holds.

Only the clear case counts: the amount stands in the record that was changed, such as its total, in no other record that
was read, and is larger than all that the changes of the session have moved.
"""

from collections.abc import Iterator, Sequence

from app.grading import totals
from app.grading.asserted import Clause
from app.grading.known_amounts import amounts_in, dollars_in
from app.grading.log import Call, Log
from app.grading.results import read_json, scalars
from app.grading.sayings import broken_by
from app.grading.verdict import Finding
from domains.kit.changes import Actor
from domains.kit.checks import Amounts, MovedAmounts
from domains.kit.domain import Domain
from domains.kit.records import JSON
from domains.kit.values import money_text
from simulators.understand.words import expression

_REFUNDED = expression(r"\b(?:refund\w*|back|reimburs\w*|credited)\b")
_PAID = expression(r"\b(?:paid(?! (?:back|with))|charg\w+|each|per)\b")
"""In a clause whose amounts need not be refunded."""


def judge(check: Amounts, log: Log, domain: Domain) -> Iterator[Finding]:
    """Refunds in proposals and receipts that are larger than what is moved, and that no later words correct."""
    rule = check.moved
    changes = [call for call in log.writes if call.event.actor is Actor.AGENT]
    if rule is None or not changes:
        return
    moved = [totals.moved_by(call, rule.told) for call in changes]
    true, most = set[int]().union(*moved), sum(max(amounts, default=0) for amounts in moved)
    own: set[int] | None = None
    for heard, proposes in totals.agreed_and_receipts(changes, log) if true else ():
        if all(cents <= most for cents in dollars_in(heard.text)):
            continue
        if totals.goes_both_ways(heard.text.lower()) or totals.is_corrected(heard, true, log):
            continue
        own = _own(rule, changes, log) if own is None else own
        for clause in totals.told_in(heard.text, proposes=proposes):
            wrong = next((cents for cents in _refunded(clause) if cents > most and cents in own), None)
            if wrong is not None and not totals.names_another(clause.sentence.text, changes, domain):
                yield broken_by(
                    check,
                    heard,
                    clause.sentence.text,
                    "and less is refunded",
                    expected=sorted(map(money_text, true)),
                    actual=money_text(wrong),
                )


def _refunded(clause: Clause) -> Iterator[int]:
    said = clause.sentence.plain if clause.sentence.item else clause.text
    if _REFUNDED.search(said) and not _PAID.search(clause.text):
        yield from totals.moves(clause)


def _own(rule: MovedAmounts, changes: Sequence[Call], log: Log) -> set[int]:
    """The amounts that stand in the changed records and in no other."""
    about = {call.arguments.get(rule.of) for call in changes}
    own: set[int] = set()
    others: set[int] = set()
    for call in log.successful:
        for record in _records(read_json(call.event.content), rule.of):
            found = own if record[rule.of] in about else others
            found.update(cents for one in scalars(record) for cents in amounts_in(one) if isinstance(one, str))
    return own - others


def _records(value: JSON, of: str) -> Iterator[dict[str, JSON]]:
    """The objects in a result, however deep, that name a record."""
    if isinstance(value, dict) and of in value:
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _records(one, of)
