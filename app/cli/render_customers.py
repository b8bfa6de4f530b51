"""The mistakes of customers as people read them."""

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from app.audit.customers.figures import Figures, KindFigures
from app.audit.customers.figures import Group as Conversations
from app.audit.customers.mistakes import TITLES, Examined, Mistake
from app.cli import output
from app.grading.estimates import Estimate

WIDE = 110
"""Columns of a terminal from which on kinds of mistakes are explained."""
_LONGEST = 200
_AT_MOST = 3
"""Mistakes of one conversation that are shown."""


def report(figures: Figures, worst: Sequence[Examined], *, width: int, show: str | None) -> RenderableType:
    """Mistakes by kind, conversations by manner and persona, how the customer talks, and the worst conversations.

    On narrow terminals the kinds are not explained. `show` is the command that shows a session, with {} for its id;
    None where the sessions are not kept.
    """
    parts: list[RenderableType] = [_kinds(figures.kinds, explained=width >= WIDE), _groups("manner", figures.by_manner)]
    parts += [_groups("persona", figures.by_persona), _talk(figures)]
    if worst:
        parts.append(Text("The worst conversations:", style="bold"))
        parts += [_conversation(each, show) for each in worst]
        if show is None:
            parts.append(Text("With --keep the sessions stay, and `regulars sessions show` shows them.", style="dim"))
    return Group(*parts, _verdict(figures))


def _kinds(kinds: Iterable[KindFigures], *, explained: bool) -> Table:
    right = ("mistakes", "in 100 conversations (95 %)", "blocking")
    meaning = ("the customer",) if explained else ()
    made = output.table("kind", *right, *meaning, right=right, fold=meaning)
    for each in kinds:
        style = "red" if each.blocking else "yellow" if each.mistakes else ""
        made.add_row(
            Text(each.kind.value),
            Text(str(each.mistakes), style=style),
            Text(_hundred(each.share)),
            Text(str(each.blocking), style="red" if each.blocking else ""),
            *([Text(TITLES[each.kind])] if explained else []),
        )
    return made


def _groups(name: str, groups: Iterable[Conversations]) -> Table:
    right = ("conversations", "gold succeeds", "sim_uncertain", "mistakes")
    made = output.table(name, *right, right=right)
    for each in groups:
        counts = (str(each.conversations), _percent(each.success), str(each.uncertain), str(each.mistakes))
        made.add_row(Text(each.name), *map(Text, counts))
    return made


def _talk(figures: Figures) -> RenderableType:
    lines = [
        f"Gold succeeds in {_percent(figures.success)}; {_percent(figures.uncertain)} end as sim_uncertain.",
        f"The agent says {figures.mean_messages:.1f} things in a conversation; {figures.short_replies:.0%} of the"
        f" replies are short, {figures.polite_replies:.0%} are polite, {figures.corrections} values were corrected.",
    ]
    if words := figures.words if figures.words.replies else None:
        lines.append(
            f"Models were called {words.calls} times (${words.cost_usd:.4f}) for {words.replies} replies;"
            f" {words.stopped} outputs were stopped, and a template spoke in {words.templates / words.replies:.1%}."
        )
    if figures.unexplained:
        failed = output.plural(len(figures.unexplained), "conversation")
        lines.append(f"{failed} failed without a mistake of the customer: {', '.join(figures.unexplained)}.")
    return Padding(Text("\n".join(lines)), (0, 0, 1, 0))


def _conversation(each: Examined, show: str | None) -> RenderableType:
    head = Text(f"{each.task}  ", style="bold") + Text(
        f"seed {each.seed}, {each.manner} manner, {each.persona} persona, {each.end_reason}"
    )
    head.append("" if each.success else ", failed", style="red")
    lines: list[RenderableType] = [head]
    if show is not None:
        lines.append(Text(f"  {show.format(each.session)}", style="cyan", no_wrap=True, overflow="ignore"))
    lines += [Padding(_mistake(mistake), (0, 0, 0, 2)) for mistake in each.mistakes[:_AT_MOST]]
    if further := len(each.mistakes) - _AT_MOST:
        lines += [Text(f"  and {further} more", style="dim")] if further > 0 else []
    return Group(*lines)


def _mistake(mistake: Mistake) -> Text:
    line = Text(f"step {mistake.step}  {mistake.kind.value}: ", style="red" if mistake.blocking else "yellow")
    line.append(_cut(mistake.said), style="")
    return line.append(f"\n  expected {_cut(mistake.expected)}", style="dim")


def _verdict(figures: Figures) -> Text:
    counts = f"{output.plural(figures.conversations, 'conversation')} about {output.plural(figures.tasks, 'task')}. "
    if figures.ok:
        return Text(counts) + Text("Nothing invented, nothing blocking.", style="bold green")
    return Text(counts) + Text("Something was invented, or is blocking.", style="bold red")


def _hundred(share: Estimate) -> str:
    return f"{100 * share.value:.1f} ({100 * share.low:.1f}-{100 * share.high:.1f})"


def _percent(share: Estimate) -> str:
    return f"{share.value:.1%} ({share.low:.1%}-{share.high:.1%})"


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"
