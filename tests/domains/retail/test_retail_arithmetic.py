"""Arithmetic with amounts."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domains.retail.floor import done, open_shop, refused


def worked_out(expression: str) -> str:
    result = done(open_shop(), "calculate", expression=expression)["result"]
    assert isinstance(result, str)
    return result


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        ("$24.50 + $4.50", "29.00"),
        ("2 * $24.50 + $4.50", "53.50"),
        ("$1,234.50 - 35", "1199.50"),
        ("120.00 - (35 + 9.99)", "75.01"),
        ("10 - 4 - 3", "3.00"),
        ("0.1 + 0.2", "0.30"),
        ("0.125 * 3", "0.375"),
        ("-(2 - 5) * 100", "300.00"),
        ("-0", "0.00"),
        ("3 \u00d7 $2.50 \u2212 1", "6.50"),
        ("9" * 90 + "*" + "9" * 90, f"{int('9' * 90) ** 2}.00"),
    ],
)
def test_amounts_are_worked_out_exactly(expression: str, result: str) -> None:
    assert worked_out(expression) == result


@given(st.lists(st.integers(0, 10**7), min_size=2, max_size=8), st.data())
def test_sums_and_differences_agree_with_cents(cents: list[int], data: st.DataObject) -> None:
    signs = data.draw(st.lists(st.sampled_from("+-"), min_size=len(cents) - 1, max_size=len(cents) - 1))
    terms = [f"${amount / 100:,.2f}" for amount in cents]
    expression = terms[0] + "".join(f" {sign} {term}" for sign, term in zip(signs, terms[1:], strict=True))
    expected = cents[0] + sum(amount if sign == "+" else -amount for sign, amount in zip(signs, cents[1:], strict=True))
    assert Decimal(worked_out(expression)) * 100 == expected


@pytest.mark.parametrize(
    ("expression", "says"),
    [
        ("", "missing"),
        ("5 -", "missing"),
        ("* 5", "missing before or after '*'"),
        ("--5", "missing before or after '-'"),
        ("5 5", "'5' is not expected"),
        ("5)", "not expected"),
        ("(5", "not closed"),
        ("10 / 4", "'/ 4' cannot be read"),
        ("2 ** 3", "missing"),
        ("1e9", "cannot be read"),
        ("price + 1", "cannot be read"),
        ("().__class__", "cannot be read"),
        ("1..2", "cannot be read"),
        ("(" * 21 + "1" + ")" * 21, "More than 20 brackets"),
        ("1+" * 100 + "1", "longer than 200"),
    ],
)
def test_what_is_no_arithmetic_is_refused(expression: str, says: str) -> None:
    assert says in refused(open_shop(), "calculate", expression=expression)


def test_working_something_out_changes_nothing() -> None:
    state = open_shop()
    done(state, "calculate", expression="1 + 1")
    assert state.changes() == []
