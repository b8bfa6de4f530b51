"""What holds for every text."""

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from domains.kit.values import ValueKind, date_text, money_text
from simulators.understand.acts import Act
from simulators.understand.general import GENERAL
from simulators.understand.reader import understand
from simulators.understand.values import says, values_in
from simulators.understand.words import expression, folded

WORDS = (
    "please could you provide your email order number ? . , ; : \n - 1. ** ` | $ # not been cancelled I have",
    "will once if refund which or would like me to transfer confirm yes human agent moment goodbye STOP AI",
    "$1,234.50 May 14 ( [ { } \" ' done anything else unable find",
)
PIECES = st.sampled_from([piece for line in WORDS for piece in line.split(" ")])
TALK = st.lists(PIECES, max_size=60).map(" ".join)


@given(st.text(max_size=400) | TALK)
@settings(max_examples=300, deadline=None)
def test_any_text_can_be_read_and_slots_are_there_exactly_for_requests(text: str) -> None:
    reading = understand(text, GENERAL)
    assert bool(reading.slots) == (Act.REQUEST in reading.acts)
    assert all(bool(clause.slots) == (Act.REQUEST in clause.acts) for clause in reading.clauses)


@given(TALK)
@settings(max_examples=100, deadline=None)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert understand(text, GENERAL) == understand(text, GENERAL)


NOT_DONE = st.sampled_from(
    ["I will have {o} {v}.", "Once {o} has been {v}, you will hear.", "If I have {v} {o}, fine.",
     "{o} has not been {v}.",
     "{o} would be {v}.", "{o} is to be {v}.", "I can get {o} {v}.", "Was {o} {v}?", "{o} will be {v} soon.",
     "I have not {v} {o}.", "Before {o} is {v}, please wait.", "{o} should have been {v}.", "Neither has been {v}."]
)  # fmt: skip


@given(
    NOT_DONE, st.sampled_from(["your order", "the flight", "it"]), st.sampled_from(["cancelled", "booked", "updated"])
)
def test_what_is_not_done_yet_is_never_claimed(frame: str, thing: str, verb: str) -> None:
    assert Act.CLAIM_DONE not in understand(frame.format(o=thing, v=verb), GENERAL).acts


@given(st.integers(0, 10**9), st.sampled_from(["It is {}.", "({})", "**{}**", "{} in total", "- Total: {}"]))
def test_money_that_is_written_is_read_and_said(cents: int, frame: str) -> None:
    text = frame.format(money_text(cents))
    assert [value.value for value in values_in(text) if value.kind is ValueKind.MONEY] == [str(cents)]
    assert says(text, ValueKind.MONEY, str(cents))
    assert not says(text, ValueKind.MONEY, str(cents + 1))


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=200) | TALK)
def test_rules_tell_words_apart_as_unicode_does(text: str) -> None:
    words = r"\b\w+\b|\d+|\S"
    assert expression(words).findall(folded(text)) == re.findall(words, folded(text))


@given(
    st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.sampled_from(["It leaves {}.", "({})", "**{}**", "{} at 5:30"])
)
def test_a_date_that_is_written_is_read_and_said(day: date, frame: str) -> None:
    for written in (date_text(day), day.isoformat(), f"{day:%m/%d/%Y}", f"{day.day} {day:%B} {day.year}"):
        text = frame.format(written)
        assert [value.value for value in values_in(text) if value.kind is ValueKind.DATE] == [day.isoformat()]
        assert says(text, ValueKind.DATE, day.isoformat())


@given(st.text(max_size=200))
def test_values_of_any_text_can_be_read(text: str) -> None:
    values_in(text, GENERAL)
    for kind in ValueKind:
        says(text, kind, "1999", ("x",))
