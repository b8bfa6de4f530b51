"""Typed values in text: which stand there, and whether one is said."""

import pytest

from domains.kit.lexicon import Lexicon, Slot
from domains.kit.values import Value, ValueKind
from simulators.understand.values import same, says, values_in

LEXICON = Lexicon(
    slots=(
        Slot(key="order_id", kind=ValueKind.ID, label="order number", pattern=r"#?W\d{7}"),
        Slot(key="item_id", kind=ValueKind.ID, label="item number", pattern=r"\d{10}"),
        Slot(key="product_id", kind=ValueKind.ID, label="product number", pattern=r"\d{10}"),
        Slot(key="postcode", kind=ValueKind.POSTCODE, label="zip code", pattern=r"\d{5}"),
        Slot(key="color", kind=ValueKind.CHOICE, label="color", values=("blue", "navy blue")),
    )
)


def of_kind(text: str, kind: ValueKind) -> list[str]:
    return [value.value for value in values_in(text, LEXICON) if value.kind is kind]


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("$1,234.50", 123450), ("1234.5 dollars", 123450), ("USD 1,234.50", 123450), ("$40", 4000), ("40$", 4000),
        ("€12.99", 1299), ("**$7.20**", 720), ("1,234.50", 123450), ("-$5.00", -500), ("99 cents", 99),
        ("twenty-five dollars", 2500), ("$1.5k", 150000), ("It is $40.", 4000), ("\\$19.99", 1999), ("$ 5.5", 550),
    ],
)  # fmt: skip
def test_money_is_read_in_cents(text: str, cents: int) -> None:
    assert of_kind(text, ValueKind.MONEY) == [str(cents)]


@pytest.mark.parametrize("text", ["$19.991", "4.50%", "4.50 GB", "version 1.10.20", "#W1234567", "5:30"])
def test_what_only_looks_like_money_is_none(text: str) -> None:
    assert of_kind(text, ValueKind.MONEY) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("May 14th", "--05-14"), ("14 May 2026", "2026-05-14"), ("05/14/2026", "2026-05-14"),
        ("2026-05-14", "2026-05-14"),
        ("the 14th of May, 2026", "2026-05-14"), ("May 14, 2026", "2026-05-14"), ("Sept. 3", "--09-03"),
        ("2026-05-14T09:30:00Z", "2026-05-14"), ("by 5/14", "--05-14"), ("14.05.2026", "2026-05-14"),
        ("5/14/26", "2026-05-14"), ("14-May-2026", "2026-05-14"),
    ],
)  # fmt: skip
def test_dates_are_read_in_iso_8601(text: str, day: str) -> None:
    assert of_kind(text, ValueKind.DATE) == [day]


@pytest.mark.parametrize("text", ["May 2026", "24/7", "31/02/2026", "you may 3x this", "3/4 of it"])
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert of_kind(text, ValueKind.DATE) == []


def test_both_ends_of_a_range_of_days_are_read() -> None:
    assert of_kind("May 14-16, 2026", ValueKind.DATE) == ["2026-05-14", "2026-05-16"]


def test_identifiers_follow_the_patterns_of_the_lexicon() -> None:
    assert values_in("order #W1234567, zip 12345", LEXICON) == (
        Value(kind=ValueKind.ID, value="#W1234567", slot="order_id"),
        Value(kind=ValueKind.POSTCODE, value="12345", slot="postcode"),
    )


def test_the_word_before_an_identifier_decides_between_slots_of_one_pattern() -> None:
    found = values_in("the item 1234567890 and 9999999999 of product 1234567891", LEXICON)
    assert [(value.value[-1], value.slot) for value in found] == [
        ("0", "item_id"),
        ("9", "item_id"),
        ("1", "product_id"),
    ]


def test_the_longest_choice_wins() -> None:
    assert of_kind("in Navy Blue", ValueKind.CHOICE) == ["navy blue"]


def test_a_choice_is_a_whole_word() -> None:
    assert of_kind("bluebell", ValueKind.CHOICE) == []


def test_emails_phones_and_numbers_are_read() -> None:
    found = values_in("Mail Ada@Example.com or call (555) 123-4567 about three bags, not 12.")
    assert [(value.kind.value, value.value) for value in found] == [
        ("email", "ada@example.com"), ("phone", "(555) 123-4567"), ("number", "3"), ("number", "12"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["1. Lamp\n2. Chair", "which one?", "at 5:30", "one moment"])
def test_list_markers_pronouns_and_times_are_no_numbers(text: str) -> None:
    assert of_kind(text, ValueKind.NUMBER) == []


SAID = [
    ("it costs 1234.50 dollars", ValueKind.MONEY, "123450", True),
    ("it costs $119.99", ValueKind.MONEY, "1999", False),
    ("it costs $19.991", ValueKind.MONEY, "1999", False),
    ("it costs 19.99.", ValueKind.MONEY, "1999", True),
    ("it leaves May 14", ValueKind.DATE, "2026-05-14", True),
    ("it leaves May 14, 2025", ValueKind.DATE, "2026-05-14", False),
    ("order w1234567", ValueKind.ID, "#W1234567", True),
    ("order #W12345678", ValueKind.ID, "#W1234567", False),
    ("it is **Navy\n blue**!", ValueKind.CHOICE, "navy blue", True),
    ("a bluebell", ValueKind.CHOICE, "blue", False),
    ("call 555.123.4567", ValueKind.PHONE, "(555) 123-4567", True),
    ("write to A@b.co", ValueKind.EMAIL, "a@b.co", True),
    ("write to aa@b.co", ValueKind.EMAIL, "a@b.co", False),
    ("two bags", ValueKind.NUMBER, "2", True),
    ("$2", ValueKind.NUMBER, "2", False),
    ("SW1A1AA", ValueKind.POSTCODE, "SW1A 1AA", True),
    ("94107-1234", ValueKind.POSTCODE, "94107", True),
    ("Zoë Müller", ValueKind.NAME, "Zoe Muller", True),
]


@pytest.mark.parametrize(("text", "kind", "value", "expected"), SAID)
def test_a_value_is_said_in_any_usual_form_and_only_then(
    text: str, kind: ValueKind, value: str, expected: bool
) -> None:
    assert says(text, kind, value) is expected


def test_a_further_form_counts_as_whole_words() -> None:
    assert says("it is shipped already", ValueKind.TEXT, "in transit", ("shipped",))
    assert not says("the shipper knows", ValueKind.TEXT, "in transit", ("ship",))


def test_values_are_the_same_however_they_are_written() -> None:
    assert same(ValueKind.ID, "#W1", "w1")
    assert same(ValueKind.DATE, "--05-14", "2026-05-14")
    assert not same(ValueKind.DATE, "2025-05-14", "2026-05-14")
    assert not same(ValueKind.DATE, "--05-14", "--05-15")
    assert same(ValueKind.EMAIL, "A.Lee@post.example", "a.lee@post.example")
    assert not same(ValueKind.EMAIL, "a.lee@post.example", "a@lee.post.example")


@pytest.mark.parametrize("text", ["Blast, the medium's gone.", "The medium\u2019s been sold out."])
def test_a_name_is_said_whatever_is_joined_to_it(text: str) -> None:
    assert says(text, ValueKind.CHOICE, "medium")
