"""A lexicon that extends another is compiled over it, and reads as if it had been compiled by itself."""

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from domains.kit.domain import Domain
from domains.kit.lexicon import Action, Lexicon, Slot
from domains.kit.task import Task
from domains.kit.values import ValueKind
from domains.retail import DOMAIN
from simulators.agenda.lexicons import extended_lexicon
from simulators.understand.indexed import layer_of
from simulators.understand.reader import understand
from simulators.understand.slots import SlotIndex
from simulators.understand.values import ValueIndex, places_in
from simulators.understand.words import listed

EACH = 400
"""Of the labelled messages each task reads one in so many, and the next task others."""


def by_itself(lexicon: Lexicon) -> Lexicon:
    return Lexicon(slots=lexicon.slots, actions=lexicon.actions)


def labelled() -> list[str]:
    lines = (Path(__file__).parent / "labelled.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]


def of_the_task(lexicon: Lexicon) -> Iterator[str]:
    """Messages with what the task has brought in, as it is and misspelt."""
    for slot in layer_of(lexicon).slots:
        yield f"Could you tell me your {slot.label}? And {slot.label[1:]}?"
        yield " ".join(f"What about {ask}, or {ask[:3]}{ask[4:]}?" for ask in slot.ask[-4:])
        yield ", ".join(f"the {value}" for value in slot.values[-4:])


def same_reading(text: str, one: Lexicon, other: Lexicon) -> bool:
    return understand(text, one) == understand(text, other) and places_in(text, one) == places_in(text, other)


@pytest.mark.timeout(300)
def test_every_certified_task_reads_as_if_its_lexicon_stood_alone() -> None:
    messages, wrong = labelled(), []
    for number, task in enumerate(DOMAIN.tasks.values()):
        lexicon = lexicon_of(DOMAIN, task)
        alone = by_itself(lexicon)
        told = (*islice(messages, number, None, EACH), *of_the_task(lexicon))
        wrong += [(task.id, text) for text in told if not same_reading(text, lexicon, alone)]
    assert wrong == []


def lexicon_of(domain: Domain, task: Task) -> Lexicon:
    return extended_lexicon(domain.lexicon, task.scenario)


def test_only_what_a_task_brings_in_is_compiled() -> None:
    for task in islice(DOMAIN.tasks.values(), 20):
        layer = layer_of(lexicon_of(DOMAIN, task))
        assert layer.base is DOMAIN.lexicon
        assert len(layer.slots) < len(DOMAIN.lexicon.slots) / 2


WORDS = sorted(listed("order number zip which your red"))
KINDS = (ValueKind.CHOICE, ValueKind.NAME, ValueKind.DATE, ValueKind.ID)
ACTIONS = (Action(key="cancel", words=("cancel", "cancelled", "call off")),)


class Made:
    """Lexicons and messages out of few words, so that one often names what another does."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def slots(self, keys: str) -> list[Slot]:
        return [
            Slot(
                key=key,
                kind=self._random.choice(KINDS),
                label=self.phrase(),
                ask=self.phrases(4, "where ... shipped"),
                values=self.phrases(3),
                pattern=self._random.choice([None, r"#?W\d+"]),
            )
            for key in self._random.sample(keys, len(keys))
        ]

    def text(self) -> str:
        joint = self._random.choice([" ", ", ", "? "])
        return joint.join(self.phrases(8, "where it has shipped", "nubmer", "W12", "cancelled", "called off"))

    def phrases(self, most: int, *others: str) -> tuple[str, ...]:
        count = self._random.randrange(most + 1)
        return tuple(self._random.choice([self.phrase(), self.phrase(), *others]) for _ in range(count))

    def phrase(self) -> str:
        return " ".join(self._random.choices(WORDS, k=self._random.choice([1, 2, 2, 3])))


@pytest.mark.parametrize("seed", range(200))
def test_any_extension_reads_as_if_it_stood_alone(seed: int) -> None:
    made = Made(seed)
    lexicon = Lexicon(slots=tuple(made.slots("abcdef")), actions=ACTIONS)
    once = lexicon.extended(made.slots("defgh"))
    for extended in (once, once.extended(made.slots("ah"))):
        alone, text = by_itself(extended), made.text()
        assert extended.base is lexicon
        assert same_reading(text, extended, alone)
        assert found_by(extended, text) == found_by(alone, text)


def found_by(lexicon: Lexicon, text: str) -> list[object]:
    index, choices = SlotIndex(lexicon), ValueIndex(lexicon).choices
    ways = (index.exact(text), index.gapped(text), index.near(text), choices.found(text))
    return [list(way) for way in ways]


def test_a_lexicon_that_is_no_extension_of_its_base_any_more_is_compiled_whole() -> None:
    made = DOMAIN.lexicon.extended([Slot(key="mood", kind=ValueKind.TEXT, label="mood")])
    shorter = made.model_copy(update={"slots": made.slots[3:]})
    assert layer_of(shorter).base is None
    assert same_reading("Which order is it, and what is your mood?", shorter, by_itself(shorter))
