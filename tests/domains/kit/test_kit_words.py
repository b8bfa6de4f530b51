"""The words of a domain: values, lexicons, scenarios, marks."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from domains.kit.lexicon import Lexicon, Slot
from domains.kit.records import Mark, as_set, marked
from domains.kit.scenario import Branch, BranchOn, BranchThen, CustomerGoal, Fact, Persona, Scenario
from domains.kit.values import ValueKind, date_text, money_text
from tests.domains.kit.sample import Jar

GOAL = CustomerGoal(id="move", action="move", intent=("Move it.",))


def scenario(**fields: Any) -> Scenario:
    return Scenario.model_validate({"persona": Persona(name="Ada"), "goals": (GOAL,), **fields})


@pytest.mark.parametrize(("cents", "text"), [(0, "$0.00"), (5, "$0.05"), (123450, "$1,234.50"), (-500, "-$5.00")])
def test_money_is_written_in_dollars(cents: int, text: str) -> None:
    assert money_text(cents) == text


def test_a_date_is_written_as_people_write_it() -> None:
    assert date_text(date(2026, 3, 1)) == "March 1, 2026"


def test_marks_are_found_on_fields() -> None:
    assert marked(Jar, Mark.BOOKKEEPING) == {"note"}
    assert marked(Jar, Mark.UNORDERED) == {"tags"}
    assert marked(Jar, Mark.PERSONAL) == set()


def test_a_record_is_immutable_and_knows_its_fields() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Jar(id="j").shelf = "high"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="colour"):
        Jar.model_validate({"id": "j", "colour": "red"})


def test_lists_are_the_same_set_if_they_hold_the_same_as_often() -> None:
    assert as_set([{"a": 1, "b": 2}, 3]) == as_set([3, {"b": 2, "a": 1}])
    assert as_set([1, 1]) != as_set([1])
    assert as_set(None) is None


def test_an_extended_lexicon_adds_to_the_slots_it_has() -> None:
    lexicon = Lexicon(slots=(Slot(key="jar", kind=ValueKind.ID, label="jar", ask=("which jar",), pattern="j[0-9]"),))
    more = (
        Slot(key="jar", kind=ValueKind.ID, label="pot", ask=("which pot", "which jar"), values=("j1",)),
        Slot(key="shelf", kind=ValueKind.CHOICE, label="shelf"),
    )
    extended = lexicon.extended(more)
    jar = extended.slot("jar")
    assert jar is not None
    assert (jar.label, jar.ask, jar.values, jar.pattern) == ("jar", ("which jar", "which pot"), ("j1",), "j[0-9]")
    assert [slot.key for slot in extended.slots] == ["jar", "shelf"]
    assert lexicon.slot("shelf") is None


def test_facts_of_a_goal_come_before_those_of_any() -> None:
    facts = (
        Fact(key="jar", kind=ValueKind.ID, value="j1"),
        Fact(key="jar", kind=ValueKind.ID, value="j2", goal="move"),
        Fact(key="shelf", kind=ValueKind.NAME, value="low"),
    )
    made = scenario(facts=facts)
    assert [fact.value for fact in made.facts_of("jar", "move")] == ["j2", "j1"]
    assert [fact.value for fact in made.facts_of("jar")] == ["j1"]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"goals": ()}, "there must be one"),
        ({"goals": (GOAL, GOAL)}, "goal ids must be unique"),
        ({"goals": (GOAL.model_copy(update={"only_by_branch": True}),)}, "opens the conversation"),
        ({"facts": (Fact(key="jar", kind=ValueKind.ID, value="j1", goal="sell"),)}, "named and not there: .'sell'"),
    ],
)
def test_an_inconsistent_scenario_is_refused(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        scenario(**fields)


def test_a_branch_must_say_where_it_leads_and_from_which_price() -> None:
    with pytest.raises(ValidationError, match="must name the goal"):
        Branch(on=BranchOn.REFUSED, then=BranchThen.OTHER_GOAL)
    with pytest.raises(ValidationError, match="threshold in cents"):
        Branch(on=BranchOn.PRICE_ABOVE, then=BranchThen.ABANDON)


def test_a_branch_on_a_part_goes_on_with_the_rest_and_says_so() -> None:
    with pytest.raises(ValidationError, match="goes on with the rest"):
        Branch(on=BranchOn.PARTLY_REFUSED, then=BranchThen.ACCEPT)
    with pytest.raises(ValidationError, match="goes on with the rest"):
        Branch(on=BranchOn.REFUSED, then=BranchThen.THE_REST)
    with pytest.raises(ValidationError, match="says that the rest will do"):
        Branch(on=BranchOn.PARTLY_REFUSED, then=BranchThen.THE_REST)


def test_a_change_of_mind_leads_to_nothing_or_to_a_goal_that_only_branches_lead_to() -> None:
    with pytest.raises(ValidationError, match="another goal or abandons"):
        Branch(on=BranchOn.PROPOSED, then=BranchThen.NEXT_PREFERENCE)
    again = Branch(on=BranchOn.PROPOSED, then=BranchThen.OTHER_GOAL, goal=GOAL.id)
    with pytest.raises(ValidationError, match="only branches lead to"):
        scenario(goals=(GOAL.model_copy(update={"branches": (again,)}),))
