"""Altered calls: one argument at a time, each with values that look as right."""

from pathlib import Path

import pytest

from app.agents.talk import Result
from app.audit.alterations import alterations
from domains.kit.domain import Domain
from domains.kit.records import JSON
from tests.app.agents.kiosk import kiosk, refund_ticket


@pytest.fixture
def domain(tmp_path: Path) -> Domain:
    return kiosk(tmp_path)


def altered(arguments: dict[str, JSON], domain: Domain, *results: Result) -> dict[str, list[JSON]]:
    found = alterations(refund_ticket, arguments, results, domain)
    return {name: [variant[name] for variant in variants] for name, variants in found}


def test_a_choice_is_altered_to_the_other_choices(domain: Domain) -> None:
    assert altered({"to": "card"}, domain) == {"to": ["voucher"]}


def test_a_key_is_altered_to_other_keys_of_its_table(domain: Domain) -> None:
    assert altered({"ticket_id": "T100001"}, domain) == {"ticket_id": ["T100002", "T100003"]}


def test_values_that_tools_returned_under_the_same_name_come_first(domain: Domain) -> None:
    seen = Result("list_tickets", {}, '[{"ticket_id": "T100001"}, {"ticket_id": "T100003"}]')
    assert altered({"ticket_id": "T100001"}, domain, seen)["ticket_id"][0] == "T100003"


def test_only_one_argument_is_altered_at_a_time(domain: Domain) -> None:
    arguments = {"ticket_id": "T100001", "to": "card"}
    for name, variants in alterations(refund_ticket, arguments, (), domain):
        assert all({key for key in arguments if variant[key] != arguments[key]} == {name} for variant in variants)


@pytest.mark.parametrize(
    ("value", "others"),
    [
        (3, [4, 2, 6]),
        (True, [False]),
        ("12 Elm Road", ["12 Elm Road or so", "13 Elm Road"]),
        (["T100001"], [["T100002"], ["T100001", "T100002"], ["T100003"], ["T100001", "T100003"]]),
        ({"to": 1}, [{"to": 2}, {"to": 0}]),
    ],
    ids=["number", "flag", "text", "list", "object"],
)
def test_any_kind_of_value_has_others(value: JSON, others: list[JSON], domain: Domain) -> None:
    assert altered({"ticket_id": value}, domain)["ticket_id"] == others
