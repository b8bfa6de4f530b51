"""What is said in a text, and whether it can come from anywhere."""

import pytest

from app.audit.customers.sayings import Known, days, figures, forms_of, is_said, names, says
from domains.kit.scenario import CustomerGoal, Fact, Persona, Scenario, Want
from domains.kit.values import ValueKind

SCENARIO = Scenario(
    persona=Persona(name="Ines Moreau"),
    facts=(
        Fact(key="order_id", kind=ValueKind.ID, value="R610217", say=("#R610217",)),
        Fact(key="paid", kind=ValueKind.MONEY, value="123450"),
        Fact(key="bought", kind=ValueKind.DATE, value="2026-03-01"),
        Fact(key="full_name", kind=ValueKind.NAME, value="Ines Moreau"),
    ),
    goals=(
        CustomerGoal(
            id="g",
            action="return",
            intent=("I want to return 2 mats.",),
            wants=(Want(key="size", kind=ValueKind.CHOICE, value="8 mm", among=("6 mm",)),),
        ),
    ),
)


def test_figures_days_and_names_are_found() -> None:
    text = "I'm at ann.b@example.org, R610217 (or #R-610) for $1,234.50 on May 3. My name is Zora Quill, hello."
    assert figures(text) == ["ann.b@example.org", "R610217", "#R-610", "$1,234.50", "3"]
    assert days("May 3, the 14th of June, 2026-01-05, and he may 9 times") == {(5, 3), (6, 14), (1, 5), (5, 9)}
    assert names("My name is Zora Quill, hello. The name's Bo.") == ["Zora Quill", "Bo"]


@pytest.mark.parametrize(
    "text",
    [
        "It is R 610 217.",
        "Order 610217 it is.",
        "I paid $1,234.50 for it.",
        "I paid 1234.50.",
        "On March 1, 2026.",
        "On the 1st of March.",
        "Two mats of 8 mm, or 6 mm.",
        "My name is Ines Moreau.",
        "No figures at all.",
    ],
)
def test_what_the_scenario_gives_is_not_foreign(text: str) -> None:
    assert Known(SCENARIO).foreign(text) == []


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("It is R610218.", ["R610218"]),
        ("I paid $99.99.", ["$99.99"]),
        ("On March 2.", ["March 2"]),
        ("On April 1.", ["April 1"]),
        ("My name is Ines Quill.", ["Ines Quill"]),
        ("It was 9 days ago.", ["9"]),
        ("Write to ines@example.org.", ["ines@example.org"]),
    ],
)
def test_what_comes_from_nowhere_is(text: str, foreign: list[str]) -> None:
    assert Known(SCENARIO).foreign(text) == foreign


def test_what_the_agent_says_is_known_from_then_on() -> None:
    before = Known(SCENARIO)
    after = before.having("That would be $77.10 by May 3, says Bo Lund.")
    text = "$77.10 by May 3? My name is Bo Lund."
    assert after.foreign(text) == []
    assert before.foreign(text) == ["$77.10", "May 3", "Bo Lund"]


def test_a_form_is_said_as_whole_words() -> None:
    assert says("the card ending in 41-15", "card ending in 4115")
    assert says("take R-610 217 then", "R610217")
    assert not says("a mattress", "mat")
    assert says("a  mat.", "mat")


def test_money_and_dates_are_said_in_their_usual_forms() -> None:
    paid, bought = SCENARIO.facts[1], SCENARIO.facts[2]
    assert is_said("it was $1,234.50", paid)
    assert is_said("on 1 March", bought)
    assert not is_said("on 2 March", bought)
    assert "$1234.50" in forms_of(paid)
