"""New rows that can hardly be told apart."""

import pytest

from app.grading.errors import TooManyAlike
from app.grading.pairing import match
from domains.kit.changes import Change
from domains.kit.goal import ExpectedChange, Match
from tests.app.grading.bike_shop import WORLD


def rings(*sizes: int) -> list[tuple[str, str]]:
    """Bookings that each name the next one of their ring: (key, next key)."""
    return [(f"{ring}.{i}", f"{ring}.{(i + 1) % size}") for ring, size in enumerate(sizes) for i in range(size)]


def expected(pairs: list[tuple[str, str]]) -> list[ExpectedChange]:
    return [
        ExpectedChange(
            op="insert",
            table="bookings",
            key=f"label {key}",
            fields={"repair_id": Match(value="R1"), "also_for": Match(value=[f"label {following}"])},
        )
        for key, following in pairs
    ]


def made(pairs: list[tuple[str, str]]) -> list[Change]:
    return [
        Change(
            table="bookings",
            key=f"made {key}",
            before=None,
            after={"id": f"made {key}", "repair_id": "R1", "day": "x", "also_for": [f"made {following}"]},
        )
        for key, following in pairs
    ]


def test_a_ring_is_matched_from_wherever_it_is_entered() -> None:
    pairs = rings(7)
    found = match(expected(pairs), made([*pairs[3:], *pairs[:3]]), WORLD)
    assert (found.matched, found.collateral) == (7.0, 0)


def test_two_rings_are_matched_ring_by_ring() -> None:
    found = match(expected(rings(3, 4)), made([(key, after) for key, after in reversed(rings(4, 3))]), WORLD)
    assert (found.matched, found.collateral) == (7.0, 0)


def test_three_and_three_are_not_six() -> None:
    assert match(expected(rings(6)), made(rings(3, 3)), WORLD).matched < 6


def test_where_the_search_ends_in_doubt_it_raises() -> None:
    with pytest.raises(TooManyAlike, match="24 new rows"):
        match(expected(rings(24)), made(rings(12, 12)), WORLD)


def test_where_a_row_is_missing_there_is_no_doubt() -> None:
    found = match(expected(rings(24)), made(rings(12, 12)[:-1]), WORLD)
    assert found.matched < 24
