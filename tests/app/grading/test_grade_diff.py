from app.grading.diffs import diff
from app.grading.verdict import FieldDiff
from domains.kit.goal import Assertion, Goal
from tests.app.grading.bike_shop import DONE, SHOP, Play, goal_of, task_of


def rows(goal: Goal, play: Play) -> list[FieldDiff]:
    return diff(task_of(goal), play.end(), SHOP)


def test_a_right_field_names_its_last_writer() -> None:
    (row,) = rows(goal_of([DONE]), Play().calls("set_status", repair_id="R1", status="lost").plan([DONE]))
    assert row == FieldDiff(
        table="repairs",
        key="R1",
        field="status",
        before="open",
        expected="done",
        actual="done",
        verdict="right",
        step=2,
        call="set_status",
    )


def test_a_wrong_field_shows_both_values() -> None:
    (row,) = rows(goal_of([DONE]), Play().calls("set_status", repair_id="R1", status="lost"))
    assert (row.verdict, row.before, row.expected, row.actual) == ("wrong", "open", "done", "lost")


def test_a_missing_change_shows_what_is_there_and_no_step() -> None:
    (row,) = rows(goal_of([DONE]), Play())
    assert (row.verdict, row.actual, row.expected, row.step) == ("missing", "open", "done", None)


def test_a_foreign_field_is_collateral() -> None:
    play = Play().plan([DONE]).calls("set_status", repair_id="R3", status="lost", price=5)
    found = [row for row in rows(goal_of([DONE]), play) if row.verdict == "collateral"]
    assert [(row.key, row.field, row.before, row.actual, row.step) for row in found] == [
        ("R3", "status", "open", "lost", 2),
        ("R3", "price", 0, 5, 2),
    ]


def test_an_extra_field_of_an_expected_row_is_collateral() -> None:
    found = rows(goal_of([DONE]), Play().calls("set_status", repair_id="R1", status="done", price=5))
    assert [(row.field, row.verdict) for row in found] == [("status", "right"), ("price", "collateral")]


def test_new_rows_are_shown_under_their_own_key_also_in_references() -> None:
    plan = [("book", {"repair_id": "R1", "day": "2026-05-09"}), ("remind", {"booking_id": "@1", "text": "lock"})]
    play = Play(seed="other").plan(plan)
    key = play.state.changes()[0].key
    found = {(row.table, row.field): row for row in rows(goal_of(plan), play)}
    assert {row.verdict for row in found.values()} == {"right"}
    assert found["bookings", "day"].key == key
    assert found["reminders", "booking_id"].expected == found["reminders", "booking_id"].actual == key
    assert ("reminders", "made") not in found


def test_a_delete_is_one_row() -> None:
    plan = [("drop_repair", {"repair_id": "R1"})]
    (right,) = rows(goal_of(plan), Play().plan(plan))
    assert (right.field, right.verdict, right.actual, right.call) == (None, "right", None, "drop_repair")
    (missing,) = rows(goal_of(plan), Play())
    assert (missing.field, missing.verdict) == (None, "missing")


def test_with_assertions_changes_are_right_where_they_may_be() -> None:
    goal = Goal(
        script=(),
        assertions=(Assertion(predicate="is_status", arguments={"repair_id": "R1", "status": "done"}),),
        may_change=("repairs/R1",),
    )
    play = Play().plan([DONE]).calls("set_status", repair_id="R2", status="done")
    assert [(row.key, row.verdict) for row in rows(goal, play)] == [("R1", "right"), ("R2", "collateral")]


def test_a_session_that_goes_on_has_a_diff() -> None:
    assert diff(task_of(goal_of([DONE])), Play().plan([DONE]).events, SHOP)[0].verdict == "right"
