"""The part of the conformance suite that looks at a domain's tasks and families."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from domains.kit.domain import Domain
from domains.kit.draws import Draw
from domains.kit.generation import FRUITLESS_DRAWS, WORDINGS, GenerationError, generate
from domains.kit.goal import Ask, Goal, Tell
from domains.kit.gold import agree, play
from domains.kit.scenario import Disclosure, Scenario
from domains.kit.task import Split, Task
from domains.kit.values import ValueKind

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def tasks_belong_here(domain: Domain) -> Iterator[str]:
    """Tasks are of this domain, and made for this very world."""
    for task in domain.tasks.values():
        if task.domain != domain.name:
            yield f"{task.id} is a task of {task.domain!r}"
        if task.world != domain.world.digest:
            yield f"{task.id} was made for the world {task.world[:12]}, and this one is {domain.world.digest[:12]}"


def task_ids_are_opaque(domain: Domain) -> Iterator[str]:
    """A task's id is the domain's name and four to six digits, and twins do not stand side by side."""
    pattern = re.compile(rf"{re.escape(domain.name)}-\d{{4,6}}")
    yield from (
        f"{task_id} is not {domain.name}-<4 to 6 digits>" for task_id in domain.tasks if not pattern.fullmatch(task_id)
    )
    listed = list(domain.tasks.values())
    if len(listed) > 2:
        for task, following in pairwise(listed):
            if task.twin == following.id:
                yield f"{task.id} stands next to its twin {following.id}"


def gold_calls_lead_to_the_goal(domain: Domain) -> Iterator[str]:
    """The gold calls run without error, and what they change is what the goal expects."""
    for task in domain.tasks.values():
        played = play(domain, task.goal)
        if played.errors:
            yield f"{task.id}: gold call " + "; ".join(played.errors)
            continue
        yield from (f"{task.id}: {problem}" for problem in _outcome_problems(domain, task.goal))


def goals_name_what_is_there(domain: Domain) -> Iterator[str]:
    """Goals name tools, tables, predicates and facts to tell that exist."""
    for task in domain.tasks.values():
        goal = task.goal
        tools = {call.tool for call in goal.calls} | {way.tool for one in goal.evidence for way in one.ways}
        tables = {change.table for change in goal.expected} | {change.table for change in goal.forbidden_changes}
        tables |= {path.split("/")[0] for path in goal.may_change}
        told = {key for move in goal.script if isinstance(move, Tell) for key in move.keys}
        asked = {question.key for wanted in task.scenario.goals for question in wanted.questions}
        for what, missing in (
            ("tool", {name for name in tools if domain.toolbox.get(name) is None}),
            ("table", tables - set(domain.world.tables)),
            ("predicate", {assertion.predicate for assertion in goal.assertions} - set(domain.predicates)),
            ("fact to tell", told - {fact.key for fact in goal.tell}),
            ("question of the customer", {fact.key for fact in goal.tell} - asked),
        ):
            yield from (f"{task.id}: there is no {what} {name!r}" for name in sorted(missing))


def lexicon_covers_the_tasks(domain: Domain) -> Iterator[str]:
    """Whatever the script asks for and the customer knows is a slot, and a fact's value is of the slot's kind."""
    for task in domain.tasks.values():
        yield from (f"{task.id}: {problem}" for problem in _lexicon_problems(domain, task))


def customers_can_answer(domain: Domain) -> Iterator[str]:
    """What the script asks for the customer knows or knows to be unknown; openings say what may be said openly."""
    for task in domain.tasks.values():
        scenario = task.scenario
        answerable = _answerable(scenario)
        for slot in sorted(_asked(task.goal) - answerable):
            yield f"{task.id}: the script asks for {slot!r}, of which the customer knows nothing"
        openly = {fact.key for fact in scenario.facts if fact.disclose is Disclosure.OPENLY}
        said = {key for goal in scenario.goals for text in goal.intent for key in _PLACEHOLDER.findall(text)}
        for key in sorted(said - openly):
            yield f"{task.id}: an intent says {{{key}}}, which is no fact that may be said openly"


def twins_are_mutual(domain: Domain) -> Iterator[str]:
    """A twin's twin is the task itself, of the same family and split and with another goal."""
    for task in domain.tasks.values():
        if task.twin is None:
            continue
        twin = domain.tasks.get(task.twin)
        if twin is None or twin.twin != task.id:
            yield f"{task.id}: its twin {task.twin} is not there, or has another twin"
        elif (twin.family, twin.split) != (task.family, task.split):
            yield f"{task.id}: its twin {task.twin} is of another family or split"
        elif twin.goal_digest == task.goal_digest:
            yield f"{task.id}: its twin {task.twin} has the same goal"


def splits_hold_out(domain: Domain) -> Iterator[str]:
    """`test` has a family that `train` has not, and no wording of `train`."""
    train, test = (
        [task for task in domain.tasks.values() if task.split is split] for split in (Split.TRAIN, Split.TEST)
    )
    if not train or not test:
        return
    if not {task.family for task in test} - {task.family for task in train}:
        yield "the split test has no family of its own"
    for wording in sorted({t.scenario.wording for t in test} & {t.scenario.wording for t in train}):
        yield f"the wording {wording!r} is in test and in train"


def families_make_the_same_again(domain: Domain) -> Iterator[str]:
    """A family depends on world, draw and wording only, and makes tasks for each of its splits."""
    names = [family.name for family in domain.families]
    yield from (f"two families are named {name!r}" for name in sorted({n for n in names if names.count(n) > 1}))
    for family in domain.families:
        for split in sorted(family.splits):
            draw = Draw("conformance", f"{family.name}/{split.value}")
            if family.make(domain.world, draw, WORDINGS[split]) != family.make(domain.world, draw, WORDINGS[split]):
                yield f"family {family.name!r} gives two results for the same draw"
            try:
                made = generate(domain, family=family.name, split=split, seed="conformance", count=1)
            except GenerationError as error:
                yield f"family {family.name!r} makes no task in {FRUITLESS_DRAWS} draws, or a wrong one: {error}"
                continue
            wordings = {task.scenario.wording for task in made}
            if wordings != {WORDINGS[split]}:
                yield f"family {family.name!r} was asked for wording {WORDINGS[split]!r} and gave {sorted(wordings)}"


CHECKS: tuple[Callable[[Domain], Iterable[str]], ...] = (
    tasks_belong_here,
    task_ids_are_opaque,
    gold_calls_lead_to_the_goal,
    goals_name_what_is_there,
    lexicon_covers_the_tasks,
    customers_can_answer,
    twins_are_mutual,
    splits_hold_out,
    families_make_the_same_again,
)


def _outcome_problems(domain: Domain, goal: Goal) -> Iterator[str]:
    # Another seed than the one the labels were made from: only the correspondence of new keys counts.
    state = play(domain, goal, seed="goal").state
    diff = state.diff()
    if goal.assertions:
        for assertion in goal.assertions:
            predicate = domain.predicates.get(assertion.predicate)
            if predicate is not None and not predicate(state, **assertion.arguments):
                yield f"after the gold calls {assertion.predicate}({assertion.arguments}) does not hold"
    elif not any(agree(changes, diff, domain.world) for changes in (goal.expected, *goal.alternatives)):
        changed = [change.path for change in diff]
        yield f"the gold calls change {changed}, and the goal expects {[f'{c.table}/{c.key}' for c in goal.expected]}"
    for change in state.changes():
        for pattern in goal.forbidden_changes:
            fields = {**(change.before or {}), **(change.after or {})}
            same_row = pattern.table == change.table and pattern.key in (None, change.key)
            if same_row and (pattern.field is None or pattern.field in fields):
                yield f"the gold calls make the forbidden change of {change.path}"


def _lexicon_problems(domain: Domain, task: Task) -> Iterator[str]:
    scenario, lexicon = task.scenario, domain.lexicon
    needed = _asked(task.goal) | {fact.key for fact in scenario.facts} | {u.key for u in scenario.unknown}
    yield from (f"the lexicon has no slot {key!r}" for key in sorted(needed) if lexicon.slot(key) is None)
    known = {action.key for action in lexicon.actions}
    yield from (f"the lexicon has no action {goal.action!r}" for goal in scenario.goals if goal.action not in known)
    for fact in scenario.facts:
        slot = lexicon.slot(fact.key)
        if slot is None:
            continue
        if slot.kind is not fact.kind:
            yield f"the fact {fact.key!r} is of kind {fact.kind.value}, and its slot is of kind {slot.kind.value}"
        if slot.pattern and fact.kind is ValueKind.ID and not re.search(slot.pattern, fact.value):
            yield f"the fact {fact.key!r} has the value {fact.value!r}, which its slot's pattern does not match"


def _asked(goal: Goal) -> set[str]:
    return {slot for move in goal.script if isinstance(move, Ask) for slot in move.slots}


def _answerable(scenario: Scenario) -> set[str]:
    wanted = {want.key for goal in scenario.goals for want in goal.wants}
    ranked = (goal.preference.ranked for goal in scenario.goals if goal.preference)
    preferred = {want.key for ranks in ranked for wants in ranks for want in wants}
    return {fact.key for fact in scenario.facts} | {u.key for u in scenario.unknown} | wanted | preferred
