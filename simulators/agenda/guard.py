"""Parses every utterance again before it is sent: the values in it must be ones the customer may disclose now."""

from collections.abc import Iterator

from domains.kit.lexicon import Lexicon
from domains.kit.scenario import Disclosure, Scenario
from domains.kit.values import Value, ValueKind
from simulators.agenda.decision import Decision
from simulators.agenda.deliberation import wants_at
from simulators.agenda.inner import Stage
from simulators.understand.values import same, says, values_in

_TYPED = frozenset(
    {ValueKind.ID, ValueKind.MONEY, ValueKind.DATE, ValueKind.EMAIL, ValueKind.PHONE, ValueKind.POSTCODE}
)

Allowed = tuple[ValueKind, str, tuple[str, ...]]
"""Kind, canonical value and forms of something that may be said."""


class Disclosed(Exception):
    """An utterance holds a value that the customer may not disclose, or that nobody has said."""


def check_utterance(text: str, decision: Decision, scenario: Scenario, lexicon: Lexicon) -> None:
    """Raises `Disclosed` if the text says a secret, or a typed value that is not the customer's to say."""
    allowed = tuple(_allowed(decision, scenario))
    for value in values_in(text, lexicon):
        if value.kind in _TYPED or (value.kind is ValueKind.NUMBER and value.value in text):
            _check_value(value, allowed, scenario)
    rest, known = _without(text, allowed), {known for _, known, _ in allowed}
    for index, fact in enumerate(scenario.facts):
        if index in decision.inner.told or fact.value in known:
            continue
        if fact.kind in {ValueKind.NUMBER, ValueKind.CHOICE} and fact.disclose is not Disclosure.NEVER:
            continue
        if says(rest, fact.kind, fact.value, fact.say):
            raise Disclosed(f"the reply says {fact.key!r}, which may not be said now")


def _without(text: str, allowed: tuple[Allowed, ...]) -> str:
    """The text without the values that may be said: an e-mail address may hold a name that was not told."""
    rest = text.lower()
    for form in sorted(
        {form.lower() for _, known, forms in allowed for form in (known, *forms)}, key=len, reverse=True
    ):
        rest = rest.replace(form, " ")
    return rest


def _check_value(value: Value, allowed: tuple[Allowed, ...], scenario: Scenario) -> None:
    for kind, known, forms in allowed:
        if kind is value.kind and same(kind, known, value.value):
            return
        if says(" ".join((known, *forms)), value.kind, value.value):
            return
    if any(says(sentence, value.kind, value.value) for sentence in _authored(scenario)):
        return
    raise Disclosed(f"the reply says {value.value!r} ({value.kind}), which the customer has not got from anywhere")


def _allowed(decision: Decision, scenario: Scenario) -> Iterator[Allowed]:
    for index in decision.inner.told:
        fact = scenario.facts[index]
        yield fact.kind, fact.value, fact.say
    for goal in scenario.goals:
        state = decision.inner.goals[goal.id]
        if state.stage is not Stage.OPEN:
            for rank in range(state.rank + 1):
                for want in wants_at(goal, rank):
                    yield want.kind, want.value, want.say


def _authored(scenario: Scenario) -> Iterator[str]:
    """The sentences that the scenario itself brings."""
    for goal in scenario.goals:
        yield from goal.intent
        for question in goal.questions:
            yield from question.say
        if goal.belief:
            yield from goal.belief.doubt
        for push in goal.pushes:
            yield from push.say
        for branch in goal.branches:
            yield from branch.say
        if goal.preference:
            yield from goal.preference.say_next
    for unknown in scenario.unknown:
        yield from unknown.say
