"""What a change comes to, in the proposal that was agreed to and in the receipt: there the true amount must be found.

Only the clear case counts: a clause says of an amount that it is refunded or charged, and no amounts of the message
make up what any change of the session has moved.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from app.grading.asserted import Clause, clauses
from app.grading.known_amounts import amounts_in, dollars_in
from app.grading.log import Call, Heard, Log
from app.grading.results import read_json, scalars
from app.grading.sayings import broken_by
from app.grading.verdict import Finding
from domains.kit.changes import Actor
from domains.kit.checks import Amounts
from domains.kit.domain import Domain
from domains.kit.records import JSON
from domains.kit.values import ValueKind, money_text
from simulators.understand.clauses import sentences
from simulators.understand.values import values_in
from simulators.understand.words import expression

_SUM = r"\$ ?\d[\d,]*(?:\.\d+)?"
_ON = r"(?: (?!and\b|but\b|while\b|which\b|paid\b)[\w-]+){0,6}?"
_MOVES = expression(
    rf"{_SUM}{_ON} (?:(?:will|would|shall) |to )?(?:be|is|are|was|has been|have been|being) (?:[a-z]+ly |now |then )?"
    r"(?:refunded|credited|charged|reimbursed|paid back|put back|returned)\b"
    rf"|{_SUM} (?:(?:will|would) (?:then )?)?(?:go|goes|come|comes|going|coming) (?:back|to your)\b"
    rf"|{_SUM} (?:(?:back|refunded|credited|charged) )?(?:to|onto) your\b|{_SUM} back\b"
    rf"|\b(?:refund|charge|credit)(?:ed|s)?(?: of| you| your [a-z]+(?: card)?)* {_SUM}"
    rf"|\b(?:get|receive|have) {_SUM}(?: back| refunded| in return)\b"
)
_FOR_IT = expression(rf"(?P<sum>{_SUM}) (?:would|will) be charged for (?:it|this|that|the change)\b")
"""What the customer pays for the change itself."""
_UNSURE = expression(
    r"\b(?:if|unless|what|either|instead|about|around|roughly|approximately|up to|at (?:least|most)"
    r"|you (?:had )?paid(?! with\b)|cost|limit|earlier|before|already|other|another|separate(?:ly)?|previous(?:ly)?"
    r"|your (?:first|second))\b"
)
_LESS = expression(r"\b(?:minus|less|without|excluding|except|apart from|deduct\w*|difference|rest|remain\w*)\b")
_CORRECTS = expression(r"\b(?:sorry|apolog\w+|correct\w*|mistake\w*|wrong|actually|i meant?)\b")
_MOST = 8


def judge(check: Amounts, log: Log, domain: Domain) -> Iterator[Finding]:
    """Proposals and receipts of changes in which what is moved is told wrongly."""
    told = check.moved.told if check.moved is not None else ()
    changes = [call for call in log.writes if call.event.actor is Actor.AGENT]
    if not told or not changes:
        return
    true = {cents for call in changes for cents in moved_by(call, told)}
    for heard, proposes in agreed_and_receipts(changes, log):
        if not _is_worth_a_look(heard.text, true):
            continue
        wrong = _wrong(told_in(heard.text, proposes=proposes), heard.text, true)
        if wrong is not None and not (is_corrected(heard, true, log) or names_another(wrong, changes, domain)):
            moved = sorted(map(money_text, true))
            yield broken_by(check, heard, wrong, "and that is not what the change has moved", expected=moved)


def moved_by(call: Call, told: Sequence[str]) -> set[int]:
    """The amounts that a result tells to have been moved, and their sum."""
    result = read_json(call.event.content)
    if not isinstance(result, dict):
        return set()
    amounts = [cents for key in told if key in result for one in scalars(result[key]) for cents in _cents(one)]
    return {*amounts, sum(amounts)} - {0}


def _cents(value: JSON) -> Iterator[int]:
    if isinstance(value, str) and "$" in value:
        yield from set(amounts_in(value))


def agreed_and_receipts(changes: Sequence[Call], log: Log) -> Iterator[tuple[Heard, bool]]:
    """The message that the customer has agreed to before each change, and the first one after it."""
    seen: set[int] = set()
    for call in changes:
        agreed = max((one.seq for one in log.replies if one.reply.stance == "agree" and one.seq < call.seq), default=-1)
        proposed = next((heard for heard in reversed(log.heard) if heard.seq < agreed), None)
        receipt = next((heard for heard in log.heard if heard.seq > call.seq), None)
        for heard, proposes in ((proposed, True), (receipt, False)):
            if heard is not None and heard.seq not in seen:
                seen.add(heard.seq)
                yield heard, proposes


def _is_worth_a_look(text: str, true: set[int]) -> bool:
    """Whether a text with an amount has none that is true, or a price for the change."""
    if "$" not in text:
        return False
    return (bool(true) and true.isdisjoint(dollars_in(text))) or _FOR_IT.search(text.lower()) is not None


def names_another(sentence: str, changes: Sequence[Call], domain: Domain) -> bool:
    """Whether a sentence is about a record that no change has touched."""
    named = [value.value for value in values_in(sentence, domain.lexicon) if value.kind is ValueKind.ID]
    return any(not any(one in call.event.content for call in changes) for one in named)


def told_in(text: str, *, proposes: bool) -> list[Clause]:
    """The clauses of a message that tell amounts, also those that ask for a yes."""
    return [
        clause
        for sentence in sentences(text)
        if proposes or not sentence.question
        for clause in clauses(sentence)
        if "$" in clause.text and not (clause.denied() or clause.of_the_past())
    ]


def _wrong(said: Sequence[Clause], text: str, true: set[int]) -> str | None:
    """A sentence that tells an amount wrongly."""
    amounts = [cents for clause in said for cents in dollars_in(clause.text)]
    for clause in said:
        price = _FOR_IT.search(clause.text)
        if price is not None and true.isdisjoint(dollars_in(price["sum"])):
            return clause.sentence.text
    if not true or _make_up(amounts, true, less=goes_both_ways(text.lower())):
        return None
    return next((clause.sentence.text for clause in said if any(moves(clause))), None)


def moves(clause: Clause) -> Iterator[int]:
    """The amounts that a clause says to be moved."""
    if not _UNSURE.search(clause.sentence.plain):
        for found in _MOVES.finditer(clause.text):
            yield from dollars_in(found[0])


def goes_both_ways(text: str) -> bool:
    """Whether amounts may be taken away from each other."""
    return _LESS.search(text) is not None or ("charge" in text and ("credit" in text or "refund" in text))


def _make_up(amounts: Sequence[int], true: set[int], *, less: bool) -> bool:
    """Whether some of the amounts make one of the true ones, added or, where it is said so, taken away."""
    few = list(dict.fromkeys(amounts))
    if len(few) > _MOST:
        return True
    signs = (1, -1) if less else (1,)
    return any(
        abs(sum(sign * one for sign, one in zip(chosen_signs, chosen, strict=True))) in true
        for count in range(1, len(few) + 1)
        for chosen in combinations(few, count)
        for chosen_signs in product(signs, repeat=count)
    )


def is_corrected(heard: Heard, true: set[int], log: Log) -> bool:
    """Whether a later message excuses itself and tells the true amount."""
    return any(
        later.seq > heard.seq
        and _CORRECTS.search(later.text.lower()) is not None
        and not true.isdisjoint(dollars_in(later.text))
        for later in log.heard
    )
