"""Amounts that are known in a session: those that were named, and what they come to."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.grading.known_amounts import KnownAmounts
from app.grading.log import read
from domains.kit.domain import Domain
from tests.app.grading.bike_shop import SHOP, Play


@pytest.fixture
def domain(tmp_path: Path) -> Domain:
    policy = tmp_path / "policy.md"
    policy.write_text("A bell costs $3.33.")
    return replace(SHOP, policy_file=policy)


def known(domain: Domain, said: str) -> KnownAmounts:
    """Of a session in which the customer says that, and the desk sees a repair at 4500 cents and makes it 1250."""
    play = Play(said).calls("show_repair", repair_id="R2").calls("set_status", repair_id="R2", status="a", price=1250)
    return KnownAmounts(read(play.end()), domain)


@pytest.mark.parametrize(
    ("cents", "is_so"),
    [
        (4500, True),
        (1250, True),
        (0, True),
        (3250, True),
        (5750, True),
        (2000, True),
        (2500, True),
        (9000, True),
        (4567, False),
        (333, True),
        (1583, True),
        (5500, False),
    ],
)
def test_amounts_of_results_arguments_and_customers_and_what_they_come_to_are_known(
    domain: Domain, cents: int, is_so: bool
) -> None:
    assert known(domain, "I have $20.00 on me.").has(cents) is is_so


def test_where_too_much_could_be_worked_out_every_amount_is_known(domain: Domain) -> None:
    said = " ".join(f"${number * 7}.{number % 100:02d}" for number in range(1, 600))
    assert known(domain, said).has(1234567)
