"""The values of a write, and whether a text mentions them, or others in their place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from json import dumps

from app.grading.errors import DomainFailed
from app.grading.log import Call
from app.grading.personal import texts_in
from app.grading.spoken import contains
from app.grading.things import names_of_customer, others_beside, texts_of_call, values_of_field
from domains.kit.checks import JSONObject, Mentions
from domains.kit.domain import Domain
from domains.kit.lexicon import Lexicon
from domains.kit.records import JSON
from domains.kit.state import State
from domains.kit.values import Value, ValueKind
from simulators.understand.values import says, values_in

Ways = tuple[tuple[str, ...], ...]
"""Alternatives in which a value can be said; in each all texts must be there."""
_TYPED = frozenset({ValueKind.MONEY, ValueKind.DATE, ValueKind.EMAIL, ValueKind.PHONE})


@dataclass(frozen=True)
class Written:
    """A successful write, with the state just before it."""

    call: Call
    arguments: JSONObject
    listed: tuple[str, ...]
    """The arguments that a proposal must mention."""
    state: State
    domain: Domain

    @cached_property
    def ways(self) -> dict[str, Ways]:
        """How each listed argument can be said."""
        found = self._mentions(self.arguments)
        return {name: found.get(name) or (_plainly(self.arguments.get(name)),) for name in self.listed}

    @cached_property
    def own_texts(self) -> tuple[str, ...]:
        """What stands in the rows that the write names, and in those that belong to them."""
        return texts_of_call(self.state, self.arguments)

    @cached_property
    def names(self) -> frozenset[str]:
        """How the customer's things are told apart."""
        return names_of_customer(self.state, self.arguments, self.domain)

    def is_same(self, other: "Written") -> bool:
        """Whether another write is the same call with the same arguments."""
        return self.call.event.name == other.call.event.name and dumps(self.arguments, sort_keys=True) == dumps(
            other.arguments, sort_keys=True
        )

    def unmentioned(self, text: str) -> tuple[str, ...]:
        """The listed arguments that a text does not mention."""
        return tuple(name for name, ways in self.ways.items() if not self._says_one(text, name, ways))

    def phrases(self, names: Iterable[str]) -> Iterator[str]:
        """All texts in which these arguments can be said."""
        return (text for name in names for way in self.ways[name] for text in way)

    def mentions_part(self, text: str, name: str) -> bool:
        """Whether a text mentions some of the things in a list, and not all of them."""
        value = self.arguments.get(name)
        if not isinstance(value, list) or len(value) < 2:
            return False
        each = [self._says_one(text, name, self._ways(name, self._only(at, name))) for at in range(len(value))]
        return any(each) and not all(each)

    def mentions_another(self, text: str, name: str, *, beside: str) -> bool:
        """Whether a text mentions what could stand in an argument in the place of its value, and does not stand in the
        text `beside`."""
        return any(
            self._says_one(text, name, (way,)) and not self._says_one(beside, name, (way,))
            for way in self._other_ways(name)
        )

    def _other_ways(self, name: str) -> Iterator[tuple[str, ...]]:
        value = self.arguments.get(name)
        values = value if isinstance(value, list) else [value]
        for at, one in enumerate(values):
            if not isinstance(one, str):
                continue
            given = self._only(at, name) if isinstance(value, list) else self.arguments
            for other in dict.fromkeys((*self._choices(name), *others_beside(self.state, one, self.arguments))):
                if other not in values:
                    yield from self._ways(name, {**given, name: [other] if isinstance(value, list) else other})
        yield from ((other,) for other in values_of_field(self.domain.world, name) if other not in values)

    def _choices(self, name: str) -> list[str]:
        tool = self.domain.toolbox.get(self.call.event.name)
        schema = tool.parameters.get("properties", {}).get(name, {}) if tool else {}
        return [choice for choice in schema.get("enum", ()) if isinstance(choice, str)]

    def _only(self, at: int, name: str) -> JSONObject:
        """The arguments with one of the things in a list, and what belongs to it in the lists beside."""
        size = len(self.arguments[name])
        return {
            key: [value[at]] if isinstance(value, list) and len(value) == size else value
            for key, value in self.arguments.items()
        }

    def _ways(self, name: str, arguments: JSONObject) -> Ways:
        return self._mentions(arguments).get(name) or (_plainly(arguments.get(name)),)

    def _mentions(self, arguments: JSONObject) -> Mentions:
        tool = self.call.event.name
        try:
            return self.domain.mentions(self.state, tool, arguments)
        except Exception as error:  # a stranger's function can fail in any way, and must be named
            raise DomainFailed(f"mentions of {tool!r} raised {type(error).__name__}: {error}") from error

    def _says_one(self, text: str, name: str, ways: Ways) -> bool:
        slot = self.domain.lexicon.slot(name)
        return any(all(_mentioned(text, phrase, slot.kind if slot else None) for phrase in way) for way in ways)


def deeds(text: str, lexicon: Lexicon) -> set[str]:
    """The actions that a text names."""
    return {action.key for action in lexicon.actions if any(contains(text, word) for word in action.words)}


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
    typed = _typed(phrase)
    if typed is not None and says(text, typed.kind, typed.value):
        return True
    # An amount may stand in cents, and is said in dollars; an address is more than its words in a row.
    by_words = kind is not ValueKind.MONEY and (typed is None or typed.kind not in {ValueKind.MONEY, ValueKind.EMAIL})
    return (by_words and contains(text, phrase)) or (kind is not None and says(text, kind, phrase))


@lru_cache(maxsize=4096)
def _typed(phrase: str) -> Value | None:
    """The amount, date or address that a phrase consists of, so that other usual forms of it count too."""
    if not any(char.isdigit() or char == "@" for char in phrase):
        return None
    found = [value for value in values_in(phrase) if value.kind in _TYPED]
    return found[0] if len(found) == 1 else None
