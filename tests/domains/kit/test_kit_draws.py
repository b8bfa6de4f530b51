"""Draws: random for who looks on, and the same for whoever asks again."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domains.kit.draws import Draw, hashed


def test_a_draw_is_the_same_in_every_process() -> None:
    assert hashed(7, "wording", 1) == 12323215987274519797
    assert Draw(7, "wording").integer(1000, 1) == hashed(7, "wording", 1) % 1000


def test_streams_and_steps_are_independent_of_each_other() -> None:
    draw = Draw("seed", "a")
    firsts = {draw.integer(10**9, 1), draw.integer(10**9, 2), draw.stream_of("b").integer(10**9, 1)}
    assert len(firsts | {Draw("seed", "b").integer(10**9, 1), Draw("seed2", "a").integer(10**9, 1)}) == 5


@given(st.integers(1, 50), st.integers())
def test_an_integer_is_below_its_bound(below: int, step: int) -> None:
    assert 0 <= Draw(1, "s").integer(below, step) < below


def test_a_bound_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        Draw(1, "s").choice([], "step")


def test_chance_is_never_at_zero_and_always_at_one() -> None:
    draw = Draw(1, "s")
    assert not any(draw.chance(0.0, step) for step in range(1000))
    assert all(draw.chance(1.0, step) for step in range(1000))
    assert 200 < sum(draw.chance(0.25, step) for step in range(1000)) < 300


def test_choices_are_spread_evenly() -> None:
    counts = Counter(Draw(1, "s").choice("abcd", step) for step in range(4000))
    assert all(880 < count < 1120 for count in counts.values()), counts


@given(st.lists(st.integers(), max_size=20), st.integers())
def test_shuffling_keeps_every_item(options: list[int], step: int) -> None:
    shuffled = Draw(1, "s").shuffled(options, step)
    assert sorted(shuffled) == sorted(options)
    assert shuffled == Draw(1, "s").shuffled(options, step)
