"""Mutations of the look-ups on which an answer stands: without any it must fail, and each by itself must be enough."""

from app.audit.original import Original, arguments_of
from app.audit.rerun import new_call
from app.audit.verdict import Report
from app.engine.events import ToolCalled
from domains.kit.goal import CallPattern, Evidence
from domains.kit.tools import ToolKind


def check_looks(original: Original, report: Report) -> None:
    """Each piece of evidence left out, and gathered in each of its other ways."""
    for evidence in original.task.goal.evidence:
        made = [place for place, call in enumerate(original.calls) if _gives(evidence, call)]
        _left_out(original, evidence, made, report)
        if len(evidence.ways) > 1:
            _each_alone(original, evidence, made, report)


def _left_out(original: Original, evidence: Evidence, made: list[int], report: Report) -> None:
    """Without the look-ups, the same words are a guess."""
    passes = original.succeeds(lambda position, call: [] if position in made else [call], by_state_alone=True)
    ways = " or ".join(f"{way.tool}({way.arguments})" for way in evidence.ways)
    report.check("unproven", ok=not passes, text=f"it is a success without any {ways}")


def _each_alone(original: Original, evidence: Evidence, made: list[int], report: Report) -> None:
    """Each look-up in place of all of them. A write that shows the fact is no look-up, and stays."""
    looks = [place for place in made if _reads(original, original.calls[place].name)]
    for way in evidence.ways:
        if not looks or not _reads(original, way.tool) or _others_stand_on(original, evidence, looks, way):
            continue
        look = new_call(way.tool, way.arguments, call_id="other_look")

        def edit(position: int, call: ToolCalled, look: ToolCalled = look) -> list[ToolCalled]:
            if position not in looks:
                return [call]
            return [look] if position == looks[0] else []

        text = f"it is no success with {way.tool}({way.arguments}) as the only look-up of that fact"
        report.check("other_look", ok=original.succeeds(edit), text=text)


def _others_stand_on(original: Original, evidence: Evidence, looks: list[int], way: CallPattern) -> bool:
    """Whether those look-ups are another piece of evidence as well, which this way is not."""
    others = [other for other in original.task.goal.evidence if other != evidence and way not in other.ways]
    return any(_gives(other, original.calls[place]) for other in others for place in looks)


def _reads(original: Original, name: str) -> bool:
    tool = original.domain.toolbox.get(name)
    return tool is not None and tool.kind is ToolKind.READ


def _gives(evidence: Evidence, call: ToolCalled) -> bool:
    return any(_fits(way, call) for way in evidence.ways)


def _fits(pattern: CallPattern, call: ToolCalled) -> bool:
    arguments = arguments_of(call)
    return call.name == pattern.tool and all(arguments.get(name) == value for name, value in pattern.arguments.items())
