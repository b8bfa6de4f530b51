"""The check that the customer has said yes to the very values that are written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from json import dumps

from app.grading.arguments import parsed
from app.grading.asked_again import adds_nothing, explains, proposed_before, wondered
from app.grading.errors import DomainFailed
from app.grading.log import Call, Heard, Log
from app.grading.personal import texts_in
from app.grading.played import advance, opened
from app.grading.spoken import contains
from app.grading.verdict import Finding, FindingKind
from domains.kit.checks import Before, Confirmed, JSONObject
from domains.kit.domain import Domain
from domains.kit.records import JSON
from domains.kit.state import State
from domains.kit.values import Value, ValueKind
from simulators.understand.values import says, values_in

Needed = dict[str, tuple[tuple[str, ...], ...]]
"""For each argument that must be mentioned, alternatives; in each all texts must be there."""
_TYPED = frozenset({ValueKind.MONEY, ValueKind.DATE, ValueKind.EMAIL, ValueKind.PHONE})


def judge(check: Before, rule: Confirmed, log: Log, domain: Domain) -> Iterator[Finding]:
    """Successful calls of the guarded tools without a yes to their values."""
    guarded = [call for call in log.successful if call.event.name in check.tools]
    if not guarded:
        return
    book = _Agreements(log, domain)
    for call, state in _with_states(guarded, log, domain):
        arguments = parsed(call, domain)
        listed = rule.values.get(call.event.name, ())
        unmentioned = book.take(call, arguments, _needed(state, call, arguments, listed, domain))
        if unmentioned is not None:
            yield _finding(check, call, unmentioned)


@dataclass
class _Agreements:
    """The customer's yeses, and what each has been used for: a yes covers one call with given arguments once."""

    log: Log
    domain: Domain
    used: set[tuple[int, str, str]] = field(default_factory=set)

    def take(self, call: Call, arguments: JSONObject, needed: Needed) -> tuple[str, ...] | None:
        """Use a yes that covers the call and return None; or return the arguments that the last yes did not cover.

        Without any yes that still stands the result is empty.
        """
        what = call.event.name, dumps(arguments, sort_keys=True)
        missing: tuple[str, ...] = ()
        for seq, message in self._standing(call):
            if (seq, *what) in self.used:
                continue
            missing = tuple(name for name, ways in needed.items() if not self._mentions(message.text, name, ways))
            if not missing or self._stand_behind(message, missing, needed):
                self.used.add((seq, *what))
                return None
        return missing

    def _standing(self, call: Call) -> Iterator[tuple[int, Heard]]:
        """Yeses before the call that no later no takes back, with the message that each answers."""
        before = [answer for answer in self.log.replies if answer.seq < call.seq]
        refused = max((answer.seq for answer in before if answer.reply.stance == "reject"), default=-1)
        previous = -1
        for answer in before:
            if answer.reply.stance == "agree" and answer.seq > refused:
                message = next((heard for heard in reversed(self.log.heard) if heard.seq < answer.seq), None)
                if message is not None and message.seq > previous:
                    yield answer.seq, message
            previous = answer.seq

    def _stand_behind(self, asked: Heard, missing: tuple[str, ...], needed: Needed) -> bool:
        """Whether a message that asks again stands on the one before, which mentions what it leaves out."""
        proposed = proposed_before(asked, self.log, self.domain.lexicon)
        if proposed is None or not all(self._mentions(proposed.text, name, needed[name]) for name in missing):
            return False
        again = [text for name, ways in needed.items() if name not in missing for way in ways for text in way]
        if adds_nothing(asked.text, proposed.text, again, self.domain.lexicon):
            return True
        left_out = [text for name in missing for way in needed[name] for text in way]
        return wondered(asked, self.log) and explains(asked.text, proposed.text, left_out, self.domain.lexicon)

    def _mentions(self, text: str, name: str, ways: tuple[tuple[str, ...], ...]) -> bool:
        slot = self.domain.lexicon.slot(name)
        return any(all(_mentioned(text, phrase, slot.kind if slot else None) for phrase in way) for way in ways)


def _with_states(guarded: list[Call], log: Log, domain: Domain) -> Iterator[tuple[Call, State]]:
    """Each guarded call with the state just before it."""
    state = opened(domain)
    writes = list(log.writes)
    for call in guarded:
        while writes and writes[0].seq < call.seq:
            advance(state, writes.pop(0))
        yield call, state


def _needed(state: State, call: Call, arguments: JSONObject, listed: tuple[str, ...], domain: Domain) -> Needed:
    try:
        ways = domain.mentions(state, call.event.name, arguments)
    except Exception as error:  # a stranger's function can fail in any way, and must be named
        raise DomainFailed(f"mentions of {call.event.name!r} raised {type(error).__name__}: {error}") from error
    return {name: ways.get(name) or (_plainly(arguments.get(name)),) for name in listed}


def _plainly(value: JSON) -> tuple[str, ...]:
    """A value as it is written; yes and no, and absent values, cannot be mentioned."""
    if value is None or isinstance(value, bool):
        return ()
    if isinstance(value, int | float):
        return (str(value),)
    if isinstance(value, dict):
        return tuple(text for item in value.values() for text in _plainly(item))
    if isinstance(value, list):
        return tuple(text for item in value for text in _plainly(item))
    return tuple(texts_in(value))


def _mentioned(text: str, phrase: str, kind: ValueKind | None) -> bool:
    if contains(text, phrase) or (kind is not None and says(text, kind, phrase)):
        return True
    typed = _typed(phrase)
    return typed is not None and says(text, typed.kind, typed.value)


@lru_cache(maxsize=4096)
def _typed(phrase: str) -> Value | None:
    """The amount, date or address that a phrase consists of, so that other usual forms of it count too."""
    if not any(char.isdigit() or char == "@" for char in phrase):
        return None
    found = [value for value in values_in(phrase) if value.kind in _TYPED]
    return found[0] if len(found) == 1 else None


def _finding(check: Before, call: Call, unmentioned: tuple[str, ...]) -> Finding:
    problem = (
        f"and the proposal that the customer agreed to does not mention {', '.join(unmentioned)}"
        if unmentioned
        else "and the customer had not agreed to it"
    )
    return Finding(
        kind=FindingKind.CHECK_FAILED,
        step=call.step,
        where=check.id,
        expected=list(unmentioned),
        actual=call.arguments,
        gate=check.gate,
        text=f"{call.event.name} was called, {problem}. {check.text}",
    )
