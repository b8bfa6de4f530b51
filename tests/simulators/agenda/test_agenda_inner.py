"""The inner state survives its way through JSON."""

import json

from simulators.agenda.inner import GoalState, Inner, Stage, recalled

STATE = Inner(
    goals={"cancel": GoalState(stage=Stage.CLAIMED, asked=("price",), contested=1), "swap": GoalState()},
    current="cancel",
    step=4,
    told=(0, 2),
    said=("agree.1",),
)


def test_a_state_comes_back_from_json_as_it_was() -> None:
    assert recalled(json.loads(json.dumps(STATE.plain()))) == STATE


def test_what_another_version_kept_is_dropped() -> None:
    plain = STATE.plain()
    older = {**plain, "mood": 3, "goals": {key: {**goal, "hope": True} for key, goal in plain["goals"].items()}}
    assert recalled(older) == STATE


def test_changes_that_change_nothing_give_the_same_state() -> None:
    assert STATE.having(step=4, told=(0, 2)) is STATE
    assert STATE.with_goal("cancel", contested=1) is STATE


def test_changes_leave_the_rest_of_a_state_as_it_was() -> None:
    later = STATE.having(step=5).with_goal("swap", rank=1)
    assert (later.step, later.goals["swap"].rank) == (5, 1)
    assert (later.goals["cancel"], later.told) == (STATE.goals["cancel"], STATE.told)
