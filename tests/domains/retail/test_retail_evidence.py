"""Evidence with several ways: what each of them returns shows the very fact on which the answer stands."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from json import loads

import pytest

from domains.kit.changes import Actor
from domains.kit.generation import generate
from domains.kit.goal import CallPattern, HandOver, Refuse, Suggest
from domains.kit.gold import Played, play
from domains.kit.records import JSON
from domains.kit.task import Family, Task
from domains.kit.values import money_text
from domains.retail import DOMAIN
from domains.retail.records import Order
from domains.retail.shop import NOW, RETURN_DAYS

MANY = 12
"""Tasks of each family beside the committed ones, as some look-ups show enough with some draws only."""
MADE = [
    task
    for family in DOMAIN.families
    for task in generate(DOMAIN, family=family.name, split=max(family.splits), seed="evidence", count=MANY)
]
TASKS = [*DOMAIN.tasks.values(), *MADE]
Shows = Callable[[CallPattern, JSON], bool]
"""Whether the result of a call shows a fact."""


def line_of(order_id: str, result: JSON) -> JSON:
    """The order's status, days and total, from the order itself or from a list; None where it is not in there."""
    lines = result.get("orders", [result])
    return next((line for line in lines if line.get("order_id") == order_id), None)


def in_line(order_id: str, holds: Callable[[JSON], bool]) -> Shows:
    def shows(_: CallPattern, result: JSON) -> bool:
        line = line_of(order_id, result)
        return line is not None and "status" in line and holds(line)

    return shows


def delivered_on(line: JSON) -> date:
    return date.fromisoformat(line["delivered_on"]) if line["delivered_on"] else date.max


def final_sale(_: CallPattern, result: JSON) -> bool:
    """That it was a final sale, from the product or from an item of the order."""
    return any(each.get("final_sale") for each in result.get("items", [result]))


def not_theirs(asker: str, order_id: str) -> Shows:
    def shows(way: CallPattern, result: JSON) -> bool:
        if way.tool == "list_orders":
            return way.arguments == {"customer_id": asker} and line_of(order_id, result) is None
        return bool(result["order_id"] == order_id and result["customer_id"] != asker)

    return shows


def facts_of(task: Task, asker: str) -> Iterator[Shows]:
    """Every fact on which something that is said in the task may stand, as a question to a look-up."""
    orders = {
        way.arguments["order_id"] for one in task.goal.evidence for way in one.ways if "order_id" in way.arguments
    }
    for order_id in orders:
        for move in task.goal.script:
            if isinstance(move, Refuse):
                yield from facts_against(move.because, order_id, asker)
            if isinstance(move, Suggest):
                yield in_line(order_id, lambda line: line["status"] == "pending")
        for told in task.goal.tell:
            yield in_line(order_id, answers(told.key, told.value, order_id))


def facts_against(because: str, order_id: str, asker: str) -> Iterator[Shows]:
    """What forbids it for that reason."""
    if any(words in because for words in ("with the carrier", "on its way")):
        yield in_line(order_id, lambda line: line["status"] == "processed")
    if "already delivered" in because:
        yield in_line(order_id, lambda line: line["status"] == "delivered")
    if "for returns are over" in because:
        yield in_line(order_id, lambda line: NOW.date() - delivered_on(line) > timedelta(days=RETURN_DAYS))
    if "was paid out" in because:
        yield in_line(order_id, lambda line: line["status"] in ("returned", "cancelled"))
    if "can be cancelled only if" in because:
        yield in_line(order_id, lambda line: line["status"] == "pending")
    if "the order costs" in because:
        yield in_line(order_id, lambda line: because.endswith(line["total"]))
    if "final sale" in because:
        yield final_sale
    if "no pick-up point" in because:
        yield lambda _, result: result["order_id"] == order_id and because.endswith(result["address"]["city"])
    if "only one change of shipping" in because:
        yield lambda way, result: result.get("shipping_changed", way.tool == "change_order_shipping")
    if "another customer's account" in because:
        yield not_theirs(asker, order_id)


def answers(key: str, value: str, order_id: str) -> Callable[[JSON], bool]:
    """Whether a line of a list answers a question, or has what the answer is worked out from."""
    return {
        "total_paid": lambda line: line["total"] == money_text(int(value)),
        "placed_on": lambda line: line["placed_on"] == value,
        "delivered_on": lambda line: line["delivered_on"] == value,
        "last_return_day": lambda line: delivered_on(line) + timedelta(days=RETURN_DAYS) == date.fromisoformat(value),
        "left_on_card": lambda line: line["total"] == money_text(DOMAIN.world.row(Order, order_id).total),
    }.get(key, lambda _: False)


def result_of(way: CallPattern, played: Played) -> JSON:
    """What a look-up returns at the end of a right session, or a gold write returned in it."""
    for call, outcome in played.outcomes:
        if call.tool == way.tool and call.arguments | way.arguments == call.arguments and outcome.changes:
            return loads(outcome.content)
    outcome = played.state.call(way.tool, way.arguments, actor=Actor.AGENT)
    assert not outcome.is_error, outcome.content
    return loads(outcome.content)


def asker_of(played: Played) -> str:
    """Who has been found first, if anybody had to be."""
    found = [loads(outcome.content) for call, outcome in played.outcomes if call.tool.startswith("find_customer")]
    return str(found[0]["customer_id"]) if found else ""


@pytest.mark.parametrize("family", DOMAIN.families, ids=lambda family: family.name)
def test_each_way_to_evidence_shows_the_fact_that_decides(family: Family) -> None:
    for task in TASKS:
        if task.family != family.name:
            continue
        played = play(DOMAIN, task.goal)
        facts = list(facts_of(task, asker_of(played)))
        for evidence in (one for one in task.goal.evidence if len(one.ways) > 1):
            results = [(way, result_of(way, played)) for way in evidence.ways]
            assert any(all(shows(way, result) for way, result in results) for shows in facts), (task.id, evidence)


def listed(task: Task) -> list[str]:
    """Whose orders may be listed for evidence."""
    ways = (way for one in task.goal.evidence for way in one.ways)
    return [way.arguments["customer_id"] for way in ways if way.tool == "list_orders"]


def test_a_list_tells_who_has_lost_the_number_only_where_it_does_not_matter_which_order_it_is() -> None:
    tasks = [task for task in TASKS if task.family == "lost_number" and task.goal.evidence]
    for task in tasks:
        (goal,) = task.scenario.goals
        barred = {"cancel_order": no_longer_pending, "return_items": not_to_be_returned}[goal.action]
        (found,) = (call for call in task.goal.calls if call.tool == "list_orders")
        lines = loads(DOMAIN.open_state("list").call(found.tool, found.arguments, actor=Actor.AGENT).content)["orders"]
        assert bool(listed(task)) is all(map(barred, lines)), task.id
    assert {bool(listed(task)) for task in tasks} == {True, False}


def no_longer_pending(line: JSON) -> bool:
    return bool(line["status"] != "pending")


def not_to_be_returned(line: JSON) -> bool:
    return line["status"] != "delivered" or NOW.date() - delivered_on(line) > timedelta(days=RETURN_DAYS)


@pytest.mark.parametrize(
    ("family", "reason"),
    [
        ("change_shipping", "bulky"),
        ("change_shipping", "pick-up point"),
        ("change_shipping", "only one change"),
        ("redirect_refund", "only one redirection"),
        ("redirect_refund", "paid with or to a gift card"),
    ],
)
def test_what_only_the_order_shows_must_be_read_there(family: str, reason: str) -> None:
    tasks = [task for task in TASKS if task.family == family and reason in refused(task)]
    assert tasks
    for task in tasks:
        assert [[way.tool for way in one.ways] for one in task.goal.evidence] == [["get_order"]]


def refused(task: Task) -> str:
    return " ".join(move.because for move in task.goal.script if isinstance(move, Refuse))


def test_an_order_is_read_before_anybody_is_handed_over_and_listed_at_least_where_it_is_on_its_way() -> None:
    for task in TASKS:
        if task.family == "missing_parcel":
            hands_over = any(isinstance(move, HandOver) for move in task.goal.script)
            assert bool(listed(task)) is not hands_over
