"""What the words of a message say for and against each act, by weights learnt from labelled messages."""

import json
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise, product, repeat
from math import exp, expm1, log, log1p
from pathlib import Path
from struct import Struct
from typing import NamedTuple

from simulators.understand.acts import Act
from simulators.understand.clauses import Sentence

ACTS = tuple(Act)
"""The acts in the order in which weights and evidence are given."""
UNIT = 100
"""Weights are whole hundredths, so that a sum of them does not depend on its order."""
_FURTHEST = 12.0
_BEGINNING, _ENDING, _PIECE = 5, 3, "~"
"""How many letters of a word its pieces have, and what stands for the others."""
_TOKEN = re.compile(r"[$£€]?\d[\d.,:/-]*|[a-z][a-z'-]*|[?!:]")

_BITS = 32
_MIDDLE = 1 << (_BITS - 1)

Feature = str | tuple[str, ...]
"""A word, or where a sentence stands; or several words in a row. Of these "^" stands for the beginning of a sentence,
"$" for its end, and "*" for the message that the word after it is in."""
Packed = int
"""Weights for all acts in one number, or for all slots, each in a field of 32 bits: one addition then adds the weights
of a feature."""


class Said(NamedTuple):
    """The features of a sentence, and the words among them, which are weighed by their pieces as well."""

    features: set[Feature]
    words: set[str]


@dataclass(frozen=True)
class Vocabulary:
    """What each feature says of each act or slot; for a word, what its pieces say is in it already."""

    features: Mapping[Feature, Packed]
    pieces: Mapping[Feature, Packed]

    def weight(self, said: Said) -> Packed:
        """What a sentence says. Pieces are looked up only of words that have no weight themselves, which are few."""
        strange = chain.from_iterable(map(pieces_of, said.words.difference(self.features)))
        return _sum(said.features, self.features) + _sum(strange, self.pieces)


@dataclass(frozen=True)
class Weights:
    """What was learnt: what each feature of a message says of each act, and how far to trust rules and words.

    For each act the trust is the weight of each of its `grounds`, in hundredths.
    """

    vocabulary: Vocabulary
    trust: tuple[tuple[int, ...], ...]


@cache
def learnt() -> Weights:
    """The weights that stand beside this module."""
    return read_weights(Path(__file__).with_name("weights.json").read_text(encoding="utf-8"))


def read_weights(text: str) -> Weights:
    """Weights from their JSON: `{"trust": [[...]], "features": {feature: [act, weight, act, weight, ...]}}`."""
    given = json.loads(text)
    return Weights(vocabulary=read_vocabulary(given["features"]), trust=tuple(tuple(row) for row in given["trust"]))


def read_vocabulary(given: Mapping[str, Sequence[int]]) -> Vocabulary:
    """The weights of features and of pieces of words, each given as pairs of a place and a weight, flat."""
    weights = {name: _packed(zip(flat[::2], flat[1::2], strict=True)) for name, flat in given.items()}
    pieces: dict[Feature, Packed] = {name: weight for name, weight in weights.items() if _PIECE in name}
    features = {_feature(name): weight for name, weight in weights.items() if name not in pieces}
    for feature in features:
        if isinstance(feature, str):
            features[feature] += _sum(pieces_of(feature), pieces)
    return Vocabulary(features, pieces)


def name_of(feature: Feature) -> str:
    """A feature as the file of weights names it."""
    return feature if isinstance(feature, str) else " ".join(feature)


def _feature(name: str) -> Feature:
    return tuple(name.split(" ")) if " " in name else name


def _packed(weights: Iterable[tuple[int, int]]) -> Packed:
    return sum(weight << (_BITS * at) for at, weight in weights)


@cache
def _fields(count: int) -> tuple[Struct, int]:
    """How so many weights are laid out, and what is added to each so that none is below zero."""
    return Struct(f"<{count}I"), sum(_MIDDLE << (_BITS * at) for at in range(count))


def _unpacked(weights: Packed, count: int) -> list[int]:
    fields, middles = _fields(count)
    raised = (weights + middles).to_bytes(fields.size, "little")
    return [field - _MIDDLE for field in fields.unpack(raised)]


def tokens(sentence: Sentence) -> list[str]:
    """Its words and a few signs, with every number as one and every amount of money as another."""
    return [found if found[0].isalpha() else _token(found) for found in _TOKEN.findall(sentence.plain)]


def _token(found: str) -> str:
    if found[0] in "$£€":
        return "$#"
    return "#" if found[0].isdigit() else found


def features_of(read: Sequence[Sentence]) -> tuple[list[Said], set[Feature]]:
    """The features of each sentence of a message, and those that all of them share: the words of the message."""
    said = [tokens(sentence) for sentence in read]
    questions = sum(sentence.question for sentence in read)
    own = [
        Said(
            _features(said[at], sentence, place=_place(at, len(read)), beside=questions > sentence.question),
            set(said[at]),
        )
        for at, sentence in enumerate(read)
    ]
    shared: set[Feature] = set(product("*", chain.from_iterable(said))) if len(read) > 1 else set()
    return own, shared


def _place(at: int, count: int) -> str:
    if count == 1:
        return "=only"
    return "=first" if at == 0 else "=last" if at == count - 1 else "=amid"


def _features(said: list[str], sentence: Sentence, *, place: str, beside: bool) -> set[Feature]:
    found: set[Feature] = {*said, *pairwise(("^", *said, "$")), ("^", *said[:2]), ("^", *said[:3])}
    found.update(("=", place, f"={min(len(said) // 4, 6)}"))
    if sentence.question:
        found.add("=question")
    if beside:
        found.add("=beside")
    if sentence.item:
        found.add("=item")
    if sentence.introduces:
        found.add("=introduces")
    return found


def pieces_of(word: str) -> tuple[str, ...]:
    """How a longer word begins and ends, which it shares with its other forms and with words that were never seen."""
    if len(word) < _BEGINNING or not word[0].isalpha():
        return ()
    beginning = word[:_BEGINNING] + _PIECE
    return (beginning,) if len(word) == _BEGINNING else (beginning, _PIECE + word[-_ENDING:])


def weigh(own: Sequence[Said], shared: set[Feature], vocabulary: Vocabulary, *, count: int) -> list[list[float]]:
    """For each sentence of a message the evidence for each of `count` acts or slots, as the logarithm of its odds."""
    common = _sum(shared, vocabulary.features)
    return [[weight / UNIT for weight in _unpacked(common + vocabulary.weight(one), count)] for one in own]


def _sum(found: Iterable[Feature], features: Mapping[Feature, Packed]) -> Packed:
    return sum(map(features.get, found, repeat(0)))


def grounds(at: int, words: float, by_rules: Sequence[float], *, alone: bool) -> list[float]:
    """What the act at a place of `ACTS` is judged by: the words of a message, and which acts the rules have read.

    `by_rules` is 1 for each act of `ACTS` that they have read and 0 for the others. A message of one sentence has
    weights of its own, because rules seldom err there. The first ground is a constant.
    """
    single = (1.0, words, by_rules[at]) if alone else (0.0, 0.0, 0.0)
    return [1.0, words, *single, *by_rules]


def flags(acts: Container[Act]) -> list[float]:
    """1 for each act of `ACTS` that is among these, 0 for the others."""
    return [1.0 if act in acts else 0.0 for act in ACTS]


def any_of(evidence: Sequence[float]) -> float:
    """The logarithm of the odds that any of several sentences has an act, each by itself (a noisy or)."""
    odds = evidence[0] if len(evidence) == 1 else _log_odds_of_any(evidence)
    return max(-_FURTHEST, min(_FURTHEST, odds))


def _log_odds_of_any(evidence: Sequence[float]) -> float:
    missing = 0.0
    """The logarithm of the probability that none has it."""
    for one in evidence:
        missing -= (one if one > 0 else 0.0) + log1p(exp(-abs(one)))
    return log(-expm1(missing)) - missing if missing <= -1e-9 else -_FURTHEST
