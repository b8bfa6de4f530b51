"""Which records an agent's calls have named, so that what is told of another one is told apart."""

from collections.abc import Collection, Iterable

from app.grading.asserted import Clause
from app.grading.log import Log
from domains.kit.domain import Domain
from domains.kit.values import ValueKind
from simulators.understand.values import values_in
from simulators.understand.words import expression

_COMPARED = expression(
    r"\b(?:duplicates?|same as|like|as with|alongside|beside|besides|apart from|along with|in addition to|replac\w+"
    r"|belong\w*|copy|twice|from)\b"
)
"""Beside these words, a record is named for another reason than that something was done to it."""


class Touched:
    """The identifiers in the arguments of the calls that changed something, by tool and argument."""

    def __init__(self, log: Log, domain: Domain) -> None:
        self._lexicon = domain.lexicon
        self._named: dict[str, list[dict[str, str]]] = {}
        for call in log.writes:
            texts = {name: value.casefold() for name, value in call.arguments.items() if isinstance(value, str)}
            self._named.setdefault(call.event.name, []).append(texts)

    def may_name_another(self, text: str) -> bool:
        """Whether a text names a record that no change has named."""
        known = {value for calls in self._named.values() for call in calls for value in call.values()}
        return bool(known) and any(value not in known for _, value in self._ids(text))

    def is_of_another(self, clause: Clause, tools: Iterable[str]) -> bool:
        """Whether a clause names records, and the calls of these tools have named others, each of them."""
        told = {(slot, value) for slot, value in self._ids(clause.sentence.text) if value in clause.text}
        slots = {slot for slot, _ in told}
        calls = [call for tool in tools for call in self._named.get(tool, ())]
        return (
            bool(told and calls)
            and _COMPARED.search(clause.text) is None
            and all(_names_others(call, slots, told) for call in calls)
        )

    def _ids(self, text: str) -> Iterable[tuple[str, str]]:
        found = values_in(text, self._lexicon)
        return [(value.slot, value.value.casefold()) for value in found if value.kind is ValueKind.ID and value.slot]


def _names_others(call: dict[str, str], slots: Collection[str], told: Collection[tuple[str, str]]) -> bool:
    return any(slot in call for slot in slots) and not any(call.get(slot) == value for slot, value in told)
