import pytest

from app.grading.diffs import diff
from app.grading.errors import BadGoal, DomainFailed
from app.grading.grader import grade
from app.grading.verdict import FindingKind
from domains.kit.goal import Assertion, CallPattern, ChangePattern, ExpectedChange, Goal, Match, Propose
from tests.app.grading.bike_shop import DONE, SHOP, Play, goal_of, graded, kinds, only, task_of

BOOK = "book", {"repair_id": "R1", "day": "2026-05-09"}
TWO_BOOKINGS = [
    BOOK,
    ("book", {"repair_id": "R2", "day": "2026-05-10"}),
    ("remind", {"booking_id": "@1", "text": "bring the lock"}),
    ("remind", {"booking_id": "@2", "text": "bring the key"}),
]


def test_the_expected_change_is_a_success() -> None:
    verdict = graded(goal_of([DONE]), Play().plan([DONE]))
    assert verdict.success
    assert verdict.partial == 1.0
    assert verdict.findings == ()


def test_doing_nothing_misses_the_change() -> None:
    verdict = graded(goal_of([DONE]), Play().says("Goodbye."))
    assert only(verdict).kind is FindingKind.MISSING_CHANGE
    assert verdict.partial == 0.0


def test_a_wrong_value_names_the_field_the_step_and_both_values() -> None:
    finding = only(graded(goal_of([DONE]), Play().says("Hm.").calls("set_status", repair_id="R1", status="lost")))
    assert finding.kind is FindingKind.WRONG_VALUE
    assert (finding.where, finding.step, finding.expected, finding.actual) == ("repairs/R1/status", 2, "done", "lost")


def test_a_wrong_value_that_was_put_right_later_is_a_success() -> None:
    play = Play().calls("set_status", repair_id="R1", status="lost").plan([DONE])
    assert graded(goal_of([DONE]), play).success


def test_a_foreign_row_is_collateral() -> None:
    verdict = graded(goal_of([DONE]), Play().plan([DONE]).calls("set_status", repair_id="R3", status="done"))
    assert only(verdict).kind is FindingKind.COLLATERAL
    assert only(verdict).where == "repairs/R3"
    assert verdict.partial == 0.75


def test_an_unexpected_field_of_an_expected_row_is_collateral() -> None:
    verdict = graded(goal_of([DONE]), Play().calls("set_status", repair_id="R1", status="done", price=100))
    assert only(verdict).kind is FindingKind.COLLATERAL
    assert only(verdict).where == "repairs/R1/price"


def test_a_write_that_was_taken_back_is_not_collateral() -> None:
    play = Play().calls("set_status", repair_id="R3", status="lost").calls("set_status", repair_id="R3", status="open")
    assert graded(goal_of([DONE]), play.plan([DONE])).success


def test_unordered_lists_count_as_sets() -> None:
    goal = goal_of([("set_parts", {"repair_id": "R1", "parts": ["pump", "bell", "lamp"]})])
    assert graded(goal, Play().calls("set_parts", repair_id="R1", parts=["lamp", "pump", "bell"])).success


def test_a_reordered_set_is_no_change() -> None:
    play = Play().plan([DONE]).calls("set_parts", repair_id="R1", parts=["bell", "chain"])
    assert graded(goal_of([DONE]), play).success


def test_generated_keys_and_references_to_them_match_whatever_they_are() -> None:
    play = Play(seed="another").plan(TWO_BOOKINGS)
    assert graded(goal_of(TWO_BOOKINGS), play).success


def test_a_reference_to_the_wrong_new_row_is_a_wrong_value() -> None:
    crossed = [*TWO_BOOKINGS[:2], ("remind", {"booking_id": "@2", "text": "bring the lock"})]
    crossed.append(("remind", {"booking_id": "@1", "text": "bring the key"}))
    verdict = graded(goal_of(TWO_BOOKINGS), Play().plan(crossed))
    assert not verdict.success
    assert set(kinds(verdict)) == {FindingKind.WRONG_VALUE}


def test_alike_parents_are_told_apart_by_their_children() -> None:
    same = [BOOK, BOOK]
    goal = goal_of([*same, *TWO_BOOKINGS[2:]])
    backwards = [*same, ("remind", {"booking_id": "@2", "text": "bring the lock"})]
    backwards.append(("remind", {"booking_id": "@1", "text": "bring the key"}))
    assert graded(goal, Play().plan(backwards)).success


def test_both_reminders_on_one_of_two_bookings_are_not_a_reminder_each() -> None:
    wrong = [*TWO_BOOKINGS[:3], ("remind", {"booking_id": "@1", "text": "bring the key"})]
    assert not graded(goal_of(TWO_BOOKINGS), Play().plan(wrong)).success


def test_references_inside_lists_follow_the_new_keys() -> None:
    plan = [BOOK]
    gold = goal_of(plan)
    label = gold.expected[0].key
    more = ExpectedChange(
        op="insert",
        table="bookings",
        key="later",
        fields={"repair_id": Match(value="R2"), "day": Match(value="x"), "also_for": Match(value=[label])},
    )
    play = Play(seed="z").plan(plan)
    made = play.state.changes()[0].key
    play.calls("book", repair_id="R2", day="x", also_for=[made])
    assert graded(gold.model_copy(update={"expected": (*gold.expected, more)}), play).success


def test_one_of_two_equal_bookings_is_half() -> None:
    verdict = graded(goal_of([BOOK, BOOK]), Play().plan([BOOK]))
    assert verdict.partial == 0.5
    assert kinds(verdict) == [FindingKind.MISSING_CHANGE]


def test_a_new_row_that_is_nothing_like_the_expected_one_is_missing_and_collateral() -> None:
    verdict = graded(goal_of([BOOK]), Play().calls("book", repair_id="R2", day="never", also_for=["x"]))
    assert kinds(verdict) == [FindingKind.MISSING_CHANGE, FindingKind.COLLATERAL]


def test_a_delete_is_matched() -> None:
    plan = [("drop_repair", {"repair_id": "R2"})]
    assert graded(goal_of(plan), Play().plan(plan)).success


def test_any_of_several_values_is_right() -> None:
    change = ExpectedChange(
        op="update", table="repairs", key="R1", fields={"status": Match(how="any_of", values=("done", "ready"))}
    )
    goal = Goal(script=(), expected=(change,))
    assert graded(goal, Play().calls("set_status", repair_id="R1", status="ready")).success
    assert not graded(goal, Play().calls("set_status", repair_id="R1", status="lost")).success


def test_anything_is_right_where_the_goal_says_so() -> None:
    change = ExpectedChange(op="update", table="repairs", key="R1", fields={"status": Match(how="anything")})
    assert graded(Goal(script=(), expected=(change,)), Play().calls("set_status", repair_id="R1", status="x")).success


def test_an_alternative_change_set_is_as_right() -> None:
    goal = goal_of([DONE])
    other = goal_of([("drop_repair", {"repair_id": "R1"})])
    goal = goal.model_copy(update={"alternatives": (other.expected,)})
    assert graded(goal, Play().calls("drop_repair", repair_id="R1")).success


def test_weights_count() -> None:
    goal = goal_of([DONE, ("set_status", {"repair_id": "R2", "status": "done"})])
    heavy = goal.expected[0].model_copy(update={"weight": 3.0})
    goal = goal.model_copy(update={"expected": (heavy, goal.expected[1])})
    assert graded(goal, Play().plan([DONE])).partial == 0.75


def test_changes_of_the_customer_are_not_the_agents() -> None:
    assert graded(goal_of([DONE]), Play().plan([DONE]).device("tap", repair_id="R2")).success


def test_paths_that_may_change_are_not_collateral() -> None:
    goal = goal_of([DONE]).model_copy(update={"may_change": ("repairs/R2", "repairs/R1/price")})
    play = Play().calls("set_status", repair_id="R1", status="done", price=7)
    assert graded(goal, play.calls("set_status", repair_id="R2", status="done")).success


ASSERTED = Goal(
    script=(Propose(summary="", receipt="", calls=()),),
    assertions=(Assertion(predicate="is_status", arguments={"repair_id": "R1", "status": "done"}),),
    may_change=("repairs/R1/status",),
)


def test_an_assertion_is_judged_on_the_final_state() -> None:
    assert graded(ASSERTED, Play().plan([DONE])).success
    verdict = graded(ASSERTED, Play().says("No."))
    assert only(verdict).kind is FindingKind.ASSERTION_FAILED


def test_with_assertions_changes_outside_of_the_free_paths_are_collateral() -> None:
    verdict = graded(ASSERTED, Play().calls("set_status", repair_id="R1", status="done", price=5))
    assert only(verdict).where == "repairs/R1/price"
    assert verdict.partial == 0.75


@pytest.mark.parametrize(
    ("predicate", "error"), [("nowhere", BadGoal), ("is_odd", DomainFailed), ("breaks", DomainFailed)]
)
def test_a_predicate_in_doubt_raises(predicate: str, error: type[Exception]) -> None:
    goal = Goal(script=(), assertions=(Assertion(predicate=predicate),))
    with pytest.raises(error, match=predicate):
        graded(goal, Play().plan([DONE]))


def test_a_goal_that_expects_an_unknown_table_raises() -> None:
    goal = Goal(script=(), expected=(ExpectedChange(op="update", table="boats", key="1"),))
    with pytest.raises(BadGoal, match="boats"):
        grade(task_of(goal), Play().end(), SHOP)


def test_a_goal_that_doing_nothing_reaches_raises() -> None:
    with pytest.raises(BadGoal, match="asks for nothing"):
        graded(Goal(script=()), Play())


def test_many_alike_new_rows_are_matched_quickly() -> None:
    gold = goal_of([BOOK] * 40)
    assert graded(gold, Play(seed="q").plan([BOOK] * 40)).success
    assert graded(gold, Play(seed="q").plan([BOOK] * 39)).partial == pytest.approx(39 / 40)


def test_a_goal_that_forbids_changes_of_an_unknown_table_raises() -> None:
    goal = goal_of([DONE]).model_copy(update={"forbidden_changes": (ChangePattern(table="boats"),)})
    with pytest.raises(BadGoal, match="boats"):
        graded(goal, Play().plan([DONE]))


def test_a_goal_that_needs_the_call_of_an_unknown_tool_raises() -> None:
    with pytest.raises(BadGoal, match="sail"):
        graded(Goal(script=(), evidence=(CallPattern(tool="sail"),)), Play())


def test_a_new_key_inside_a_text_follows_its_label() -> None:
    label = goal_of([BOOK]).expected[0].key
    reminder = ExpectedChange(
        op="insert",
        table="reminders",
        key="m",
        fields={"text": Match(value=f"See {label}."), "booking_id": Match(value=label)},
    )
    goal = Goal(script=(), expected=(goal_of([BOOK]).expected[0], reminder))
    play = Play(seed="z").plan([BOOK])
    made = play.state.changes()[0].key
    assert graded(goal, play.calls("remind", booking_id=made, text=f"See {made}.")).success


def test_a_foreign_row_is_only_collateral_in_the_fields_that_are_not_free() -> None:
    goal = goal_of([DONE]).model_copy(update={"may_change": ("repairs/R3/price",)})
    events = Play().plan([DONE]).calls("set_status", repair_id="R3", status="lost", price=5).end()
    found = {row.field: row.verdict for row in diff(task_of(goal), events, SHOP) if row.key == "R3"}
    assert found == {"status": "collateral", "price": "right"}
