"""Goals as JSON: what was written before evidence had several ways must load, and mean the same."""

import pytest
from pydantic import ValidationError

from domains.kit.goal import AnyOf, CallPattern, Goal

OLD = {"tool": "get_order", "arguments": {"order_id": "R1"}}
READ = CallPattern(tool="get_order", arguments={"order_id": "R1"})
LISTED = CallPattern(tool="list_orders", arguments={"customer_id": "C1"})


def test_evidence_with_one_way_loads_and_is_written_as_before() -> None:
    goal = Goal.model_validate({"script": [], "evidence": [OLD]})
    assert goal.evidence == (READ,)
    assert goal.model_dump(mode="json")["evidence"] == [OLD]
    assert goal.evidence[0].ways == (READ,)


def test_evidence_with_several_ways_comes_back_as_it_was() -> None:
    goal = Goal(script=(), evidence=(AnyOf(any_of=(READ, LISTED)), READ))
    assert Goal.model_validate_json(goal.model_dump_json()) == goal
    assert goal.evidence[0].ways == (READ, LISTED)


@pytest.mark.parametrize("evidence", [{"any_of": []}, {"any_of": [OLD]}, {"any_of": [OLD, OLD], "tool": "get_order"}])
def test_a_choice_with_nothing_to_choose_is_no_evidence(evidence: object) -> None:
    with pytest.raises(ValidationError):
        Goal.model_validate({"script": [], "evidence": [evidence]})
