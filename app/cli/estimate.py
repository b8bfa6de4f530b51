"""The interval of a share when every task was played once."""

from math import sqrt

Z = 1.959964
"""Of the standard normal distribution, for 95 %."""


def interval(successes: int, count: int) -> tuple[float, float]:
    """Wilson's 95 % interval; it holds near 0 and 1, too."""
    if count == 0:
        return 0.0, 1.0
    share = successes / count
    scale = 1 + Z * Z / count
    middle = (share + Z * Z / (2 * count)) / scale
    half = Z * sqrt(share * (1 - share) / count + Z * Z / (4 * count * count)) / scale
    return max(0.0, middle - half), min(1.0, middle + half)
