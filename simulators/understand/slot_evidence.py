"""What the words of a message say for and against each slot that it may ask for, by weights learnt from labels."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from simulators.understand.evidence import Vocabulary, read_vocabulary
from simulators.understand.slots import CHOICE, OTHER, VAGUE

_OPEN = VAGUE | {CHOICE, OTHER}
"""Slots that rules fall back on where a request names nothing."""


@dataclass(frozen=True)
class SlotWeights:
    """What was learnt: what each feature of a message says of each slot, and how far to trust rules and words."""

    keys: tuple[str, ...]
    """Slots in the order in which weights and evidence are given."""
    vocabulary: Vocabulary
    trust: tuple[int, ...]
    """The weight of each of the `slot_grounds`, in hundredths; it is the same for all slots."""


@cache
def learnt_slots() -> SlotWeights:
    """The weights that stand beside this module."""
    return read_slot_weights(Path(__file__).with_name("slot_weights.json").read_text(encoding="utf-8"))


def read_slot_weights(text: str) -> SlotWeights:
    """Weights from their JSON: `{"keys": [...], "trust": [...], "features": {feature: [slot, weight, ...]}}`."""
    given = json.loads(text)
    return SlotWeights(
        keys=tuple(given["keys"]), vocabulary=read_vocabulary(given["features"]), trust=tuple(given["trust"])
    )


def slot_grounds(key: str, words: float, by_rules: Collection[str]) -> list[float]:
    """What a slot is judged by: the words of the message, whether the rules have read it, and how.

    What rules read where a request names nothing is trusted less, and what they read among several slots otherwise than
    what they read alone. The first ground is a constant.
    """
    if key not in by_rules:
        return [1.0, words, 0.0, 0.0, 0.0, 0.0]
    return [1.0, words, 1.0, words, float(key in _OPEN), float(len(by_rules) > 1)]
