"""Whole numbers as words."""

import pytest

from domains.kit.numerals import in_words
from simulators.understand.amounts import spelled_number


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (7, "seven"),
        (13, "thirteen"),
        (30, "thirty"),
        (35, "thirty-five"),
        (500, "five hundred"),
        (230, "two hundred and thirty"),
        (1000, "one thousand"),
        (1200, "one thousand two hundred"),
        (12_005, "twelve thousand and five"),
    ],
)
def test_a_number_is_said_as_people_write_it(number: int, words: str) -> None:
    assert in_words(number) == words


@pytest.mark.parametrize("number", [-1, 1_000_000])
def test_a_number_that_is_not_said_so_is_an_error_that_names_it(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        in_words(number)


def test_the_reader_reads_small_numbers_as_they_are_said() -> None:
    assert all(spelled_number(in_words(number)) == number for number in range(100))
