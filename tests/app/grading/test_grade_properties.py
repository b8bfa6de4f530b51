"""What holds of every grade, whatever the session."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.events import EndReason, Event
from app.grading.diffs import diff
from app.grading.grader import grade
from app.grading.verdict import FindingKind, Grade
from domains.kit.checks import JSONObject
from domains.kit.goal import Goal
from tests.app.grading.bike_shop import SHOP, Play, goal_of, kinds, task_of

UNHURRIED = settings(deadline=None, max_examples=60)
"""Time is measured elsewhere; here a busy machine must not fail a test."""
Call = tuple[str, JSONObject]
REPAIRS = ("R1", "R2")
DAYS = ("2026-05-09", "2026-05-10")

statuses = st.dictionaries(st.sampled_from(REPAIRS), st.sampled_from(("done", "lost")), max_size=2).map(
    lambda chosen: [("set_status", {"repair_id": key, "status": status}) for key, status in chosen.items()]
)
part_lists = st.dictionaries(
    st.sampled_from(REPAIRS), st.lists(st.sampled_from(("pump", "lamp", "tyre")), min_size=1, unique=True), max_size=2
).map(lambda chosen: [("set_parts", {"repair_id": key, "parts": parts}) for key, parts in chosen.items()])
bookings = st.lists(
    st.tuples(st.sampled_from(REPAIRS), st.sampled_from(DAYS), st.lists(st.sampled_from(("lock", "key")), max_size=2)),
    max_size=4,
)


def booked(chosen: list[tuple[str, str, list[str]]], order: list[int]) -> list[Call]:
    """The bookings in that order, each followed by its own reminders."""
    plan: list[Call] = []
    for number, index in enumerate(order, start=1):
        repair, day, texts = chosen[index]
        plan.append(("book", {"repair_id": repair, "day": day}))
        plan.extend(("remind", {"booking_id": f"@{number}", "text": text}) for text in texts)
    return plan


@st.composite
def plans(draw: st.DrawFn) -> tuple[list[Call], list[Call]]:
    """A plan of at least one write, and the same writes in another order."""
    simple: list[Call] = [*draw(statuses), *draw(part_lists)]
    chosen = draw(bookings) or ([("R1", DAYS[0], [])] if not simple else [])
    order = list(range(len(chosen)))
    first = [*simple, *booked(chosen, order)]
    second = [*booked(chosen, draw(st.permutations(order))), *draw(st.permutations(simple))]
    return first, second


def played(plan: list[Call], *, seed: str = "s1", end: EndReason = EndReason.CUSTOMER_DONE) -> list[Event]:
    return Play(seed=seed).plan(plan).says("All done.").end(end)


def graded(goal: Goal, plan: list[Call], *, seed: str = "s1") -> Grade:
    return grade(task_of(goal), played(plan, seed=seed), SHOP)


@UNHURRIED
@given(plans())
def test_any_order_of_independent_writes_is_a_success(drawn: tuple[list[Call], list[Call]]) -> None:
    gold, shuffled = drawn
    assert graded(goal_of(gold), shuffled).success


@UNHURRIED
@given(plans(), st.text(min_size=1, max_size=5))
def test_new_keys_may_have_any_names(drawn: tuple[list[Call], list[Call]], seed: str) -> None:
    gold, _ = drawn
    assert graded(goal_of(gold), gold, seed=seed).success


@UNHURRIED
@given(plans(), st.data())
def test_any_lost_write_lowers_the_grade(drawn: tuple[list[Call], list[Call]], data: st.DataObject) -> None:
    gold, shuffled = drawn
    lost = data.draw(st.sampled_from([i for i, (name, _) in enumerate(shuffled) if name != "book"] or [0]))
    kept = [*shuffled[:lost], *shuffled[lost + 1 :]]
    verdict = graded(goal_of(gold), kept)
    assert not verdict.success
    assert verdict.partial < 1.0
    assert FindingKind.COLLATERAL not in kinds(verdict)


@UNHURRIED
@given(plans(), st.data())
def test_more_lost_writes_never_raise_the_grade(drawn: tuple[list[Call], list[Call]], data: st.DataObject) -> None:
    simple = [call for call in drawn[0] if call[0].startswith("set")] or [
        ("set_status", {"repair_id": "R1", "status": "x"})
    ]
    cut = data.draw(st.integers(min_value=0, max_value=len(simple) - 1))
    goal = goal_of(simple)
    shares = [graded(goal, simple[:size]).partial for size in (cut, cut + 1)]
    assert shares[0] <= shares[1]


@UNHURRIED
@given(plans(), st.sampled_from(("done", "lost")), st.data())
def test_any_foreign_write_is_collateral(
    drawn: tuple[list[Call], list[Call]], status: str, data: st.DataObject
) -> None:
    gold, shuffled = drawn
    foreign: list[Call] = [
        ("set_status", {"repair_id": "R3", "status": status}),
        ("book", {"repair_id": "R3", "day": "2026-06-01"}),
        ("drop_repair", {"repair_id": "R3"}),
    ]
    verdict = graded(goal_of(gold), [*shuffled, data.draw(st.sampled_from(foreign))])
    assert kinds(verdict) == [FindingKind.COLLATERAL]
    assert (verdict.success, verdict.partial) == (False, 0.75)


@UNHURRIED
@given(plans(), plans(), st.sampled_from(list(EndReason)))
def test_the_whole_share_is_reached_exactly_with_success(
    wanted: tuple[list[Call], list[Call]], done: tuple[list[Call], list[Call]], end: EndReason
) -> None:
    verdict = grade(task_of(goal_of(wanted[0])), played(done[1], end=end), SHOP)
    assert (verdict.partial == 1.0) is verdict.success
    assert verdict.reward == float(verdict.success)
    assert 0.0 <= verdict.partial <= 1.0
    assert verdict.success or any(finding.gate for finding in verdict.findings)


@UNHURRIED
@given(plans(), plans())
def test_grading_changes_nothing_and_gives_the_same_again(
    wanted: tuple[list[Call], list[Call]], done: tuple[list[Call], list[Call]]
) -> None:
    task, events = task_of(goal_of(wanted[0])), played(done[1])
    before = task.model_dump_json(), [event.model_dump_json() for event in events]
    first = grade(task, events, SHOP), diff(task, events, SHOP)
    assert (grade(task, events, SHOP), diff(task, events, SHOP)) == first
    assert (task.model_dump_json(), [event.model_dump_json() for event in events]) == before


@UNHURRIED
@given(plans(), plans())
def test_the_diff_and_the_grade_agree(
    wanted: tuple[list[Call], list[Call]], done: tuple[list[Call], list[Call]]
) -> None:
    task, events = task_of(goal_of(wanted[0])), played(done[1])
    right = all(row.verdict == "right" for row in diff(task, events, SHOP))
    assert right is grade(task, events, SHOP).success
