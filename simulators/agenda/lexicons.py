"""The lexicon of a conversation: the domain's, with the phrasings and values of a scenario."""

from collections.abc import Iterator
from functools import lru_cache

from domains.kit.lexicon import Lexicon, Slot
from domains.kit.same import Same
from domains.kit.scenario import Fact, Scenario, Want
from domains.kit.values import ValueKind
from simulators.understand.indexed import LEXICONS

_SPOKEN = frozenset({ValueKind.CHOICE, ValueKind.TEXT, ValueKind.NAME})


def extended_lexicon(lexicon: Lexicon, scenario: Scenario) -> Lexicon:
    """The domain's lexicon with the slots, phrasings and values of the scenario, built once and kept."""
    return _by_identity(Same(lexicon), Same(scenario))


@lru_cache(maxsize=LEXICONS)
def _by_identity(lexicon: Same[Lexicon], scenario: Same[Scenario]) -> Lexicon:
    return _by_value(lexicon.one, scenario.one)


@lru_cache(maxsize=LEXICONS)
def _by_value(lexicon: Lexicon, scenario: Scenario) -> Lexicon:
    return lexicon.extended(_slots(scenario))


def _slots(scenario: Scenario) -> Iterator[Slot]:
    """Slots for what the scenario knows; the same key may come several times."""
    for fact in scenario.facts:
        yield _slot_of(fact, ask=fact.ask)
    for unknown in scenario.unknown:
        yield Slot(key=unknown.key, kind=ValueKind.TEXT, label=unknown.key.replace("_", " "))
    for goal in scenario.goals:
        ranked = goal.preference.ranked if goal.preference else ()
        for want in (*goal.wants, *(each for wants in ranked for each in wants)):
            yield _slot_of(want, among=want.among)


def _slot_of(source: Fact | Want, ask: tuple[str, ...] = (), among: tuple[str, ...] = ()) -> Slot:
    values = (source.value, *source.say, *among) if source.kind in _SPOKEN else ()
    return Slot(key=source.key, kind=source.kind, label=source.key.replace("_", " "), ask=ask, values=values)
