"""Two agents on the same tasks: how much better one does, how sure that is, and whether it is more than chance.

The difference is paired by task, since tasks differ far more from each other than agents do. Whether it is more than
chance is decided by an exact test: were the agents alike, each task's difference could as well have the other sign
(Fisher 1935, the randomisation test of paired differences), so the share of sign patterns with a sum at least as far
from zero is the chance of being wrong. It holds for any number of tasks and trials, and never errs on the bold side.
The interval is Newcombe's (1998) for paired shares, made of the intervals of both agents, which are clustered by task.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from fractions import Fraction
from math import fsum, lcm, sqrt

from app.grading.errors import EstimateError
from app.grading.estimates import CONFIDENCE, Estimate, Outcome, Tally, estimate, tallies
from domains.kit.records import Frozen

FINEST = 120
"""Differences of tasks are counted in equal parts; where trials are so uneven that these would have to be smaller than
one 120th, differences are rounded to that."""


class Difference(StrEnum):
    """What a comparison says of the first agent."""

    BETTER = "better"
    WORSE = "worse"
    NOT_SHOWN = "not_shown"


class Comparison(Frozen):
    """The first agent against the second, on the tasks that both have played."""

    first: Estimate
    second: Estimate
    tasks: int
    difference: float
    """Of pass^1, the first less the second, in [-1, 1]."""
    low: float
    high: float
    confidence: float = CONFIDENCE
    p_value: float
    """The chance of a difference at least as large if the agents were alike, in (0, 1]."""
    wins: int
    """Tasks on which the first did better."""
    losses: int
    left_out: int
    """Tasks that only one of them has played."""

    @property
    def verdict(self) -> Difference:
        """Better or worse only where chance explains it in fewer than one case in twenty."""
        if self.p_value > 1 - self.confidence:
            return Difference.NOT_SHOWN
        return Difference.BETTER if self.difference > 0 else Difference.WORSE


def compare(first: Iterable[Outcome], second: Iterable[Outcome], *, confidence: float = CONFIDENCE) -> Comparison:
    """Compare two agents; sessions that say nothing about the agent are left out.

    Raises `EstimateError` where they have no task in common.
    """
    one, other = (tallies(outcome for outcome in outcomes if outcome.counted) for outcomes in (first, second))
    shared = [task for task in one if task in other]
    if not shared:
        raise EstimateError("the agents have no task in common")
    pairs = [(one[task], other[task]) for task in shared]
    own = estimate([tally for tally, _ in pairs], confidence=confidence)
    foreign = estimate([tally for _, tally in pairs], confidence=confidence)
    differences = [_share(tally) - _share(rival) for tally, rival in pairs]
    low, high = _interval(own, foreign, _correlation(pairs))
    return Comparison(
        first=own,
        second=foreign,
        tasks=len(shared),
        difference=own.value - foreign.value,
        low=low,
        high=high,
        confidence=confidence,
        p_value=sign_flip_p_value(differences),
        wins=sum(difference > 0 for difference in differences),
        losses=sum(difference < 0 for difference in differences),
        left_out=len(one.keys() ^ other.keys()),
    )


def sign_flip_p_value(differences: Sequence[Fraction]) -> float:
    """The share of all sign patterns of these differences whose sum is at least as far from zero as theirs.

    Exact: it counts, for each total, the subsets of differences that have it. The counts are the digits of one large
    integer, which is shifted and added to itself once for each difference: quick where a dictionary takes a minute.
    """
    unit = min(lcm(*(difference.denominator for difference in differences)), FINEST)
    steps = [round(difference * unit) for difference in differences]
    sizes = [abs(step) for step in steps if step]
    observed, whole = abs(sum(steps)), sum(sizes)
    if not observed:
        return 1.0
    width = len(sizes) // 8 + 1
    counts = 1
    for size in sizes:
        counts += counts << (8 * width * size)
    digits = counts.to_bytes(width * (whole + 1), "little")
    # Turning the signs of a subset takes twice its total from the whole; the far ends on both sides are alike.
    turned = (whole - observed) // 2 + 1
    far = 2 * sum(int.from_bytes(digits[width * at : width * (at + 1)], "little") for at in range(turned))
    return float(Fraction(far, 2 ** len(sizes)))


def _share(tally: Tally) -> Fraction:
    return Fraction(tally.successes, tally.trials)


def _correlation(pairs: Sequence[tuple[Tally, Tally]]) -> float:
    """How far tasks that are hard for one are hard for the other; 0 where it cannot be told."""
    one, other = ([float(_share(pair[side])) for pair in pairs] for side in (0, 1))
    mean, rival = fsum(one) / len(one), fsum(other) / len(other)
    spread = sqrt(fsum((x - mean) ** 2 for x in one) * fsum((y - rival) ** 2 for y in other))
    if not spread:
        return 0.0
    return fsum((x - mean) * (y - rival) for x, y in zip(one, other, strict=True)) / spread


def _interval(own: Estimate, foreign: Estimate, correlation: float) -> tuple[float, float]:
    difference = own.value - foreign.value

    def reach(mine: float, theirs: float) -> float:
        return sqrt(max(0.0, mine**2 - 2 * correlation * mine * theirs + theirs**2))

    down = reach(own.value - own.low, foreign.high - foreign.value)
    up = reach(own.high - own.value, foreign.value - foreign.low)
    return max(-1.0, difference - down), min(1.0, difference + up)
