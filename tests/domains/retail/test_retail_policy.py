"""The policy says what the checks and the tools hold agents to."""

import pytest

from domains.kit.askings import Unasked, Unsuggested
from domains.kit.checks import Amounts, Before, Claims, Guesses, Limit, Phrases, Promises, Refusals, Routes
from domains.kit.facts import OwnWords, PaysBack, Rules, Stock
from domains.kit.shown import Shown
from domains.kit.values import date_text, money_text
from domains.retail import DOMAIN
from domains.retail.checks import CHECKS, CONFIRMED_VALUES, FINDERS
from domains.retail.records import OrderStatus
from domains.retail.shop import (
    CANCEL_REASONS,
    HANDOFF_TOPICS,
    NOW,
    PICKUP_CITIES,
    RETURN_DAYS,
    SHIPPING_CENTS,
    SHOP,
)

POLICY = " ".join(DOMAIN.policy.split())
GATES = (
    Before
    | Amounts
    | Claims
    | Guesses
    | OwnWords
    | PaysBack
    | Promises
    | Refusals
    | Routes
    | Rules
    | Stock
    | Shown
    | Unasked
    | Unsuggested
)


@pytest.mark.parametrize(
    "rule",
    [check.text for check in CHECKS if isinstance(check, GATES)],
)
def test_every_gate_is_a_rule_of_the_policy(rule: str) -> None:
    told = {
        "identity_first": "Find the customer's account before you read or change anything of theirs",
        "email_before_profile": "only for a customer whom you have found by the account's e-mail address",
        "yes_before_write": "ask for an explicit yes",
        "amounts_are_so": "Say only what the tools or these rules tell you",
        "money_goes_where_it_is_said_to_go": "Say only what the tools or these rules tell you",
        "the_reason_is_the_customers_own": "Ask for the reason and do not suggest one",
        "refunds_go_where_they_may": "or to a gift card that the customer already has on file, and to nothing else",
        "rules_are_so": "Say only what the tools or these rules tell you",
        "stock_is_so": "Say only what the tools or these rules tell you",
        "claims_are_so": "Say only what the tools or these rules tell you",
        "nothing_promised_that_is_not_ours_to_give": "what they do not allow, you do not do",
        "nothing_guessed": "no guesses, no opinions on products, no advice beyond these rules",
        "what_is_refused_is_not_granted": "If a request is against the rules, say no",
        "reason_not_suggested": "Ask for the reason and do not suggest one",
        "records_are_so": "Say only what the tools or these rules tell you",
        "no_secrets_asked": "Never ask for a password, a full card number or a security code",
    }
    (check,) = [check for check in CHECKS if check.text == rule]
    assert told[check.id] in POLICY


def test_every_report_is_a_rule_of_the_policy() -> None:
    told = {
        "few_tool_errors": "If a tool refuses, do what its message says",
        "few_tool_calls": "Look up what you can look up",
        "few_questions": "Ask together for the things you lack",
    }
    reports = {check.id for check in CHECKS if isinstance(check, Phrases | Limit)}
    assert reports == set(told)
    assert all(rule in POLICY for rule in told.values())


def test_the_policy_names_shop_day_reasons_topics_window_and_states() -> None:
    told = (SHOP, date_text(NOW.date()), *CANCEL_REASONS, *HANDOFF_TOPICS, *OrderStatus, f"{RETURN_DAYS}th day")
    assert [name for name in told if name not in POLICY] == []


def test_the_policy_names_shipping_prices_and_pickup_cities() -> None:
    prices = [f"`{method}` ({money_text(cents) if cents else 'free'})" for method, cents in SHIPPING_CENTS.items()]
    assert [name for name in (*prices, *PICKUP_CITIES) if name not in POLICY] == []


def test_the_policy_is_one_to_two_pages() -> None:
    assert 400 <= len(POLICY.split()) <= 1000


def test_every_write_needs_identity_and_every_change_a_yes_to_all_its_arguments() -> None:
    writes = {tool.name for tool in DOMAIN.tools if tool.kind == "write"}
    identity, profile, confirmation = (check for check in CHECKS if isinstance(check, Before))
    assert set(profile.tools) == {name for name in writes if "profile" in name}
    assert writes <= set(identity.tools)
    assert set(FINDERS) <= set(identity.tools), "nobody may be looked up with what they have not said"
    assert writes - {"transfer_to_human"} == set(confirmation.tools) == set(CONFIRMED_VALUES)
    for name, values in CONFIRMED_VALUES.items():
        tool = DOMAIN.toolbox.get(name)
        assert tool is not None
        assert set(values) == set(tool.arguments.model_fields) - {"customer_id"}


def test_the_ways_to_identify_are_tools() -> None:
    assert all(DOMAIN.toolbox.get(name) is not None for name in FINDERS)
