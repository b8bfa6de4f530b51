"""Replays as people read them."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from app.audit.replay import Difference, Replay
from app.cli import output
from app.cli.wording import call_text, value_text


def replays(found: Sequence[Replay]) -> RenderableType:
    """The sessions that differ, call by call, and how many do not."""
    shown: list[RenderableType] = []
    for each in found:
        if not each.same:
            shown.append(Text(f"{each.session}  ", style="bold") + Text(each.task))
            shown += [Padding(_difference(one), (0, 0, 0, 2)) for one in each.differences]
    differing = sum(not each.same for each in found)
    calls = sum(each.calls for each in found)
    verdict = Text(f"{differing} of them differ.", style="bold red")
    if not differing:
        verdict = Text("All as recorded.", style="bold green")
    counts = f"{output.plural(len(found), 'session')}, {output.plural(calls, 'call')}. "
    return Group(*shown, Text(counts) + verdict)


def _difference(one: Difference) -> RenderableType:
    return Group(
        Text(f"step {one.step}  {call_text(one.tool, one.arguments)}: another {one.what}", style="red"),
        Text(f"  recorded  {value_text(one.recorded)}", style="dim"),
        Text(f"  now       {value_text(one.now)}", style="dim"),
    )
