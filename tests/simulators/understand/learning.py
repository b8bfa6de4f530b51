"""Logistic regression in plain Python: of messages by their sentences (a noisy or), and of plain rows; and thresholds.

Messages are learnt by stochastic descent with an L2 penalty, in an order that depends on nothing but their number, so
that learning twice gives the same weights.
"""

import math
from collections.abc import Sequence
from operator import mul
from random import Random

from simulators.understand.evidence import any_of

Rows = Sequence[Sequence[int]]
_RATE, _COOLING = 0.05, 3
"""The first step, and the round after which steps are half as long."""
_SETTLED = 0.01
"""A message whose error is below this teaches nothing more in a round."""
_LENIENCIES = sorted((tenth / 10 for tenth in range(-10, 16)), key=abs)
"""Of several that do equally well the first is taken, the one that changes least."""


def learn_messages(
    messages: Sequence[Rows], answers: Sequence[bool], *, size: int, rounds: int, penalty: float
) -> list[float]:
    """The weight of each of `size` features, from messages as the features of each of their sentences.

    A message has the label where any of its sentences has it; which one is not known. The first feature is in every
    sentence, and no penalty is put on it. `penalty` is that of the sum of the loss over all messages. Returned is the
    mean of the weights after each round of the second half.
    """
    weights, total = [0.0] * size, [0.0] * size
    weights[0] = -1.0
    order = list(range(len(messages)))
    draw = Random(len(messages))
    scale = 1.0
    for turn in range(rounds):
        draw.shuffle(order)
        rate = _RATE / (1 + turn / _COOLING)
        shrunk = 1 - rate * penalty / len(messages)
        for at in order:
            scale *= shrunk
            rows = messages[at]
            scores = [scale * sum(map(weights.__getitem__, row)) for row in rows]
            error = _chance(any_of(scores)) - answers[at]
            if abs(error) < _SETTLED:
                continue
            for row, slope in zip(rows, _slopes(scores, error, answer=answers[at]), strict=True):
                step = rate * slope / scale
                for feature in row:
                    weights[feature] -= step
        weights = [scale * weight for weight in weights]
        scale = 1.0
        if turn >= rounds // 2:
            total = [one + two for one, two in zip(total, weights, strict=True)]
    return [one / (rounds - rounds // 2) for one in total]


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


def _slopes(scores: Sequence[float], error: float, *, answer: bool) -> list[float]:
    """How the loss of a message rises with the score of each sentence."""
    chances = [_chance(max(-30.0, min(30.0, score))) for score in scores]
    if not answer:
        return chances
    found = max(1 + error, 1e-6)
    return [-chance * -error / found for chance in chances]


def learn_rows(
    rows: Sequence[Sequence[float]], answers: Sequence[bool], *, shares: Sequence[float], penalty: float
) -> list[float]:
    """The weight of each column of `rows`, of which the first is a constant without a penalty; by Newton's method.

    `shares` says how much each row counts.
    """
    size = len(rows[0])
    weights = [0.0] * size
    for _ in range(12):
        slope = [0.0] + [penalty * weight for weight in weights[1:]]
        curve = [[penalty if one == two and one else 0.0 for two in range(size)] for one in range(size)]
        curve[0][0] = 1e-6
        for row, answer, share in zip(rows, answers, shares, strict=True):
            present = [(place, value) for place, value in enumerate(row) if value]
            chance = _chance(max(-30.0, min(30.0, sum(weights[place] * value for place, value in present))))
            for one, value in present:
                slope[one] += share * (chance - answer) * value
                bend = share * chance * (1 - chance) * value
                for two, other in present:
                    curve[one][two] += bend * other
        step = solve(curve, slope)
        weights = [weight - one for weight, one in zip(weights, step, strict=True)]
    return weights


def best_leniency(
    rows: Sequence[Sequence[float]],
    answers: Sequence[bool],
    *,
    shares: Sequence[float],
    folds: Sequence[int],
    penalty: float,
) -> float:
    """What is to be added to log odds for the highest F1, which is not reached where even chances are.

    Each row is judged by what the rows of the other folds teach; `folds` says which fold each is in.
    """
    odds = [0.0] * len(rows)
    for fold in sorted(set(folds)):
        others = [at for at, one in enumerate(folds) if one != fold]
        weights = learn_rows(
            [rows[at] for at in others],
            [answers[at] for at in others],
            shares=[shares[at] for at in others],
            penalty=penalty,
        )
        for at in (at for at, one in enumerate(folds) if one == fold):
            odds[at] = sum(map(mul, weights, rows[at]))
    judged = list(zip(odds, answers, shares, strict=True))
    return max(_LENIENCIES, key=lambda lenient: _f1(judged, lenient))


def _f1(judged: Sequence[tuple[float, bool, float]], lenient: float) -> float:
    """F1 of rows by their log odds, answers and shares where those above zero are taken once `lenient` is added."""
    taken = sum(share for odds, _, share in judged if odds + lenient > 0)
    right = sum(share for odds, answer, share in judged if answer and odds + lenient > 0)
    return 2 * right / (taken + sum(share for _, answer, share in judged if answer))


def solve(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """x of `matrix` x = `right`, by Gauss's elimination with pivots."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for at in range(size):
        pivot = max(range(at, size), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for below in range(at + 1, size):
            factor = rows[below][at] / rows[at][at]
            if factor:
                rows[below] = [one - factor * two for one, two in zip(rows[below], rows[at], strict=True)]
    found = [0.0] * size
    for at in reversed(range(size)):
        rest = sum(rows[at][place] * found[place] for place in range(at + 1, size))
        found[at] = (rows[at][size] - rest) / rows[at][at]
    return found
