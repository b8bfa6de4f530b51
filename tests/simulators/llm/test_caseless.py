"""Lower case finds what a search without regard to capitals finds, at the same place."""

import re
from string import ascii_lowercase
from sys import maxunicode

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from simulators.llm.checks.cases import caseless

PATTERN = r"\b(?:re-?turn\w*|thi[sk]|i'm (?:\w+ )?(?:sick|skilled))\b|^\W*welcome\b"


@pytest.mark.parametrize("letter", ascii_lowercase)
def test_every_sign_is_the_letter_that_the_engine_takes_it_for(letter: str) -> None:
    signs = "".join(chr(code) for code in range(maxunicode + 1) if not 0xD800 <= code < 0xE000)
    found = [place.start() for place in re.finditer(letter, signs, re.IGNORECASE)]
    assert [place.start() for place in re.finditer(letter, caseless(signs))] == found


@given(st.text(st.sampled_from("iIskSKtThH\u0130\u0131\u017f\u212a' -\u00df") | st.characters(), max_size=40))
@example("I'M \u017fICK")
@example("TH\u0130S \u212aILLED RE-TURN\u017f")
def test_the_same_is_found_at_the_same_place(text: str) -> None:
    found = [place.span() for place in re.finditer(PATTERN, text, re.IGNORECASE)]
    assert [place.span() for place in re.finditer(PATTERN, caseless(text))] == found
