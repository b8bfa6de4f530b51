"""Mutations of a right session: what must turn it into a failure, and what must not.

They are made on the recorded events (see `rerun`) and graded as any session is. Where a mutation changes what was
written, it is graded without the domain's checks: the customer's yes was given to other values, so the checks alone
would fail it, and the state must do so too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise
from json import dumps

from app.agents.arguments import Gatherer, plausible
from app.agents.talk import Result
from app.audit.alterations import alterations
from app.audit.looks import check_looks
from app.audit.original import Original, arguments_of, shown
from app.audit.rerun import Edit, called, calls_in, new_call, rerun
from app.audit.verdict import Report
from app.engine.events import AgentSpoke, Event, ToolCalled
from app.grading.identified import customer_in
from domains.kit.changes import Actor
from domains.kit.checks import Before, Identified
from domains.kit.domain import Domain
from domains.kit.draws import Draw
from domains.kit.goal import GoldCall
from domains.kit.records import JSON
from domains.kit.state import HostedState
from domains.kit.task import Task
from domains.kit.tools import Tool, ToolKind

FOREIGN_WRITES = 40
"""Writes of other tasks that are tried as the one write too many."""
READ_DRAWS = 3


def check_mutations(original: Original, report: Report) -> None:
    """All mutations of one session."""
    _left_out(original, report)
    check_looks(original, report)
    _untold(original, report)
    _altered(original, report)
    _extra_write(original, report)
    _extra_reads(original, report)
    _other_order(original, report)


def _left_out(original: Original, report: Report) -> None:
    for position, call, _ in original.writes():
        passes = original.succeeds(_in_place(position, []), by_state_alone=True)
        report.check("left_out", ok=not passes, text=f"it is a success without {shown(call)}")


def _untold(original: Original, report: Report) -> None:
    """With a fact cut out of the agent's words, the customer has not been told."""
    for fact in original.task.goal.tell:
        events = [_without(event, fact.say) for event in original.events]
        passes = replace(original, events=events).succeeds(lambda _, call: [call])
        report.check("untold", ok=not passes, text=f"it is a success although {fact.key!r} is never told")


def _without(event: Event, words: str) -> Event:
    speech = event.payload
    if not isinstance(speech, AgentSpoke) or speech.heard is None:
        return event
    cut = {"heard": speech.heard.replace(words, ""), "content": speech.content.replace(words, "")}
    return event.model_copy(update={"payload": speech.model_copy(update=cut)})


def _altered(original: Original, report: Report) -> None:
    results = _results(original)
    for position, call, tool in original.writes():
        state = original.state_before(position)
        right = _effect(state, call)
        for name, variants in alterations(tool, arguments_of(call), results, original.domain):
            accepted = _accepted(original, position, call, variants, right)
            if accepted is None:
                report.note(f"{name} of {shown(call)}: no other value is accepted that makes a difference")
                continue
            passes = original.succeeds(_in_place(position, [accepted]), by_state_alone=True)
            if passes and _is_free(original.task):
                report.note(f"{name} of {shown(call)} may also be {arguments_of(accepted)[name]!r}: the goal allows it")
                continue
            report.check("altered", ok=not passes, text=f"it is a success with {shown(accepted)}, not {shown(call)}")
        _another_in_place(original, position, call, right, report)


def _another_in_place(original: Original, position: int, call: ToolCalled, right: JSON, report: Report) -> None:
    """The same tool called as another task does: all arguments are others, and fit each other."""
    for other in _foreign_writes(original, tool=call.name):
        effect = _effect(original.state_before(position), other)
        if effect is None or effect == right:
            continue
        passes = original.succeeds(_in_place(position, [other]), by_state_alone=True)
        report.check("altered", ok=not passes, text=f"it is a success with {shown(other)}, not {shown(call)}")
        return


def _accepted(
    original: Original, position: int, call: ToolCalled, variants: Sequence[dict[str, JSON]], right: JSON
) -> ToolCalled | None:
    """The first variant that the tool accepts and that changes other things than the right call does."""
    for arguments in variants:
        variant = call.model_copy(update={"arguments": arguments})
        state = original.state_before(position)
        effect = _effect(state, variant)
        if effect is not None and effect != right:
            return variant
    return None


def _effect(state: HostedState, call: ToolCalled) -> JSON:
    """What a call changes, compared as grades compare it; None where it is refused."""
    before = len(state.changes())
    if called(state, call).is_error or len(state.changes()) == before:
        return None
    # The key of a new row is made from the arguments, and says nothing by itself.
    return [
        change.model_dump(mode="json", exclude={"key"} if change.before is None else None) for change in state.diff()
    ]


def _extra_write(original: Original, report: Report) -> None:
    position = len(original.calls)
    for arguments in _foreign_writes(original):
        state = original.state_before(position)
        if _effect(state, arguments) is None:
            continue
        passes = original.succeeds(_after_last(original, arguments), by_state_alone=True)
        if passes and original.task.goal.may_change:
            report.note(f"{shown(arguments)} may be made on top: the goal allows it")
            continue
        report.check("extra_write", ok=not passes, text=f"it is a success with {shown(arguments)} on top")
        return
    report.note("no write of another task is accepted at the end of this one")


def _foreign_writes(original: Original, *, tool: str | None = None) -> Iterator[ToolCalled]:
    """Gold writes of the domain's other tasks (with that tool), starting with the task that follows this one."""
    tasks = list(original.domain.tasks.values())
    ids = [task.id for task in tasks]
    place = ids.index(original.task.id) + 1 if original.task.id in ids else 0
    others = (call for task in tasks[place:] + tasks[:place] if task.id != original.task.id for call in task.goal.calls)
    wanted = (call for call in others if _adds(original.domain, call) and tool in {None, call.tool})
    for call in islice(wanted, FOREIGN_WRITES):
        yield new_call(call.tool, call.arguments, call_id="extra_write")


def _adds(domain: Domain, call: GoldCall) -> bool:
    tool = domain.toolbox.get(call.tool)
    return tool is not None and tool.kind is ToolKind.WRITE and not tool.ends_session


def _extra_reads(original: Original, report: Report) -> None:
    reads = [
        position
        for position, call in enumerate(original.calls)
        if (tool := original.tool(call)) is not None and tool.kind is ToolKind.READ and call.actor is Actor.AGENT
    ]

    def twice(position: int, call: ToolCalled) -> list[ToolCalled]:
        again = call.model_copy(update={"call_id": f"again_{position}"})
        return [call, again] if position in reads else [call]

    if reads:
        report.check(
            "extra_read", ok=original.succeeds(twice), text="it is no success when every look-up is made twice"
        )
    for extra in _other_reads(original):
        passes = original.succeeds(_after(reads[-1], extra))
        report.check("extra_read", ok=passes, text=f"it is no success with the look-up {shown(extra)} on top")
        return


def _other_reads(original: Original) -> Iterator[ToolCalled]:
    """Look-ups with values that the session has shown, which are accepted right after its last look-up."""
    reads = [position for position, call in enumerate(original.calls) if _reads(original.tool(call))]
    if not reads:
        return
    gatherer = Gatherer([])
    for result in _results(original, upto=reads[-1] + 1):
        gatherer.learn(result)
    made = {dumps([call.name, call.arguments], sort_keys=True) for call in original.calls}
    for number, tool in enumerate(original.domain.tools):
        for attempt in range(READ_DRAWS if _reads(tool) else 0):
            draw = Draw(original.task.id, f"audit/extra_read/{number}/{attempt}")
            extra = new_call(tool.name, plausible(tool.parameters, gatherer, draw), call_id="extra_read")
            if dumps([extra.name, extra.arguments], sort_keys=True) in made or _is_of_another(original, extra):
                continue
            if not called(original.state_before(reads[-1] + 1), extra).is_error:
                yield extra


def _is_of_another(original: Original, read: ToolCalled) -> bool:
    """Whether a look-up is about another customer than those whom the session has found, which checks may forbid."""
    for check in original.domain.checks:
        if isinstance(check, Before) and isinstance(rule := check.requires, Identified) and read.name in rule.whose:
            found = [customer_in(c.content, rule.customer_field) for c in original.calls if c.name in rule.by]
            if arguments_of(read).get(rule.whose[read.name]) not in found:
                return True
    return False


def _reads(tool: Tool | None) -> bool:
    return tool is not None and tool.kind is ToolKind.READ and Actor.AGENT in tool.callers


def _other_order(original: Original, report: Report) -> None:
    """Swaps writes that follow each other. Where the customer spoke in between, their yes belongs to the old order,
    so that the state alone is graded."""
    steps = [event.step for event in original.events if isinstance(event.payload, ToolCalled)]
    for (first, one, _), (second, other, _) in pairwise(original.writes()):
        swapped = {first: other, second: one}

        def edit(position: int, call: ToolCalled, swapped: dict[int, ToolCalled] = swapped) -> list[ToolCalled]:
            return [swapped.get(position, call)]

        run = calls_in(rerun(original.events, original.domain, seed=original.seed, edit=edit))
        if run[first].is_error or run[second].is_error:
            report.note(f"{shown(other)} cannot be made before {shown(one)}")
            continue
        passes = original.succeeds(edit, by_state_alone=steps[first] != steps[second])
        text = f"it is no success when {shown(other)} is made before {shown(one)}"
        report.check("order", ok=passes, text=text)


def _in_place(place: int, calls: list[ToolCalled]) -> Edit:
    return lambda position, call: calls if position == place else [call]


def _after(place: int, extra: ToolCalled) -> Edit:
    return lambda position, call: [call, extra] if position == place else [call]


def _after_last(original: Original, extra: ToolCalled) -> Edit:
    """Right after the last call, or before it where it ends the session."""
    last = len(original.calls) - 1
    tool = original.tool(original.calls[last])
    if tool is not None and tool.ends_session:
        return lambda position, call: [extra, call] if position == last else [call]
    return _after(last, extra)


def _results(original: Original, upto: int | None = None) -> list[Result]:
    return [Result(call.name, arguments_of(call), call.content) for call in original.calls[:upto]]


def _is_free(task: Task) -> bool:
    """Whether the goal takes more than one value anywhere, so that an alteration may be as right."""
    goal = task.goal
    free = any(match.how != "equal" for change in goal.expected for match in change.fields.values())
    return free or bool(goal.assertions or goal.alternatives or goal.may_change)
