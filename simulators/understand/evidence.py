"""What the words of a message say for and against each act, by weights learnt from labelled messages."""

import json
import math
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from simulators.understand.acts import Act
from simulators.understand.clauses import Sentence

ACTS = tuple(Act)
"""The acts in the order in which weights and evidence are given."""
UNIT = 100
"""Weights are whole hundredths, so that a sum of them does not depend on its order."""
_FURTHEST = 12.0
_TOKEN = re.compile(r"[$£€]?\d[\d.,:/-]*|[a-z][a-z'-]*|[?!:]")

Sparse = tuple[tuple[int, int], ...]
"""Pairs of the place of an act in `ACTS` and a weight in hundredths."""


@dataclass(frozen=True)
class Weights:
    """What was learnt: what each feature of a message says of each act, and how far to trust rules and words.

    For each act the trust is the weight of each of its `grounds`, in hundredths.
    """

    features: Mapping[str, Sparse]
    trust: tuple[tuple[int, ...], ...]


@cache
def learnt() -> Weights:
    """The weights that stand beside this module."""
    return read_weights(Path(__file__).with_name("weights.json").read_text(encoding="utf-8"))


def read_weights(text: str) -> Weights:
    """Weights from their JSON: `{"trust": [[...]], "features": {feature: [act, weight, act, weight, ...]}}`."""
    given = json.loads(text)
    features = {name: tuple(zip(flat[::2], flat[1::2], strict=True)) for name, flat in given["features"].items()}
    return Weights(features=features, trust=tuple(tuple(row) for row in given["trust"]))


def tokens(sentence: Sentence) -> list[str]:
    """Its words and a few signs, with every number as one and every amount of money as another."""
    return [_token(found) for found in _TOKEN.findall(sentence.plain)]


def _token(found: str) -> str:
    if found[0] in "$£€":
        return "$#"
    return "#" if found[0].isdigit() else found


def features_of(read: Sequence[Sentence]) -> tuple[list[set[str]], set[str]]:
    """The features of each sentence of a message, and those that all of them share: the words of the message."""
    said = [tokens(sentence) for sentence in read]
    questions = sum(sentence.question for sentence in read)
    own = [
        _features(said[at], sentence, place=_place(at, len(read)), beside=questions > sentence.question)
        for at, sentence in enumerate(read)
    ]
    shared = {f"* {word}" for one in said for word in one} if len(read) > 1 else set()
    return own, shared


def _place(at: int, count: int) -> str:
    if count == 1:
        return "=only"
    return "=first" if at == 0 else "=last" if at == count - 1 else "=amid"


def _features(said: list[str], sentence: Sentence, *, place: str, beside: bool) -> set[str]:
    padded = ["^", *said, "$"]
    found = {*said, *(f"{one} {two}" for one, two in pairwise(padded))}
    found.update(("=", place, f"={min(len(said) // 4, 6)}", f"^ {' '.join(said[:2])}", f"^ {' '.join(said[:3])}"))
    if sentence.question:
        found.add("=question")
    if beside:
        found.add("=beside")
    if sentence.item:
        found.add("=item")
    if sentence.introduces:
        found.add("=introduces")
    return found


def weigh(read: Sequence[Sentence], features: Mapping[str, Sparse]) -> list[list[float]]:
    """For each sentence of a message the evidence for each act, as the logarithm of its odds."""
    own, shared = features_of(read)
    common = _sum(shared, features, [0] * len(ACTS))
    return [[weight / UNIT for weight in _sum(one, features, common)] for one in own]


def _sum(found: Iterable[str], features: Mapping[str, Sparse], start: list[int]) -> list[int]:
    total = start.copy()
    for feature in found:
        if feature in features:
            for act, weight in features[feature]:
                total[act] += weight
    return total


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


def any_of(evidence: Iterable[float]) -> float:
    """The logarithm of the odds that any of several sentences has an act, each by itself (a noisy or)."""
    missing = -sum(log_one_plus_exp(one) for one in evidence)
    return max(-_FURTHEST, min(_FURTHEST, _log_odds(missing)))


def log_one_plus_exp(exponent: float) -> float:
    """log(1 + exp(x)), for any x."""
    return max(exponent, 0.0) + math.log1p(math.exp(-abs(exponent)))


def _log_odds(missing: float) -> float:
    """From the logarithm of the probability that something is not so."""
    if missing > -1e-9:
        return -_FURTHEST
    return math.log(-math.expm1(missing)) - missing
