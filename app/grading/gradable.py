"""Whether a task can be graded in a domain at all."""

from functools import lru_cache

from app.grading.changed import change_sets
from app.grading.errors import BadGoal, StaleLog
from domains.kit.domain import Domain
from domains.kit.same import Same
from domains.kit.task import Task


def check_gradable(task: Task, domain: Domain) -> None:
    """Raise `StaleLog` or `BadGoal` where a grade of the task would mean nothing."""
    _checked(Same(task), Same(domain))


@lru_cache(maxsize=1024)
def _checked(of_task: Same[Task], by_domain: Same[Domain]) -> None:
    task, domain = of_task.one, by_domain.one
    if task.domain != domain.name:
        raise BadGoal(f"task {task.id} belongs to the domain {task.domain!r}, and {domain.name!r} was given")
    if task.world != domain.world.digest:
        raise StaleLog(f"task {task.id} was made for the world {task.world[:12]}, not {domain.world.digest[:12]}")
    goal = task.goal
    if not (goal.tell or goal.evidence or goal.assertions) and not all(change_sets(goal)):
        raise BadGoal(f"task {task.id} asks for nothing, so that doing nothing would succeed")
    changed = {change.table for changes in change_sets(goal) for change in changes}
    if unknown := (changed | {pattern.table for pattern in goal.forbidden_changes}) - set(domain.world.tables):
        raise BadGoal(f"the goal of task {task.id} speaks of tables that the world does not have: {sorted(unknown)}")
    if unknown := {way.tool for one in goal.evidence for way in one.ways if domain.toolbox.get(way.tool) is None}:
        raise BadGoal(f"the goal of task {task.id} speaks of tools that the domain does not have: {sorted(unknown)}")
    if unknown := {one.predicate for one in goal.assertions} - set(domain.predicates):
        raise BadGoal(f"the goal of task {task.id} speaks of unknown predicates: {sorted(unknown)}")
