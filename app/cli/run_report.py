"""What a run has shown: the table of estimates, what the model took, and what could not be played."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from app.agents.minds.mind import Tally
from app.agents.play import Played
from app.cli import output, render_results
from app.cli.options import place
from app.cli.run_play import Run
from app.grading.summary import Row, Summary, summarize
from app.grading.verdict import Grade

MOST_TROUBLES = 5


def summary(run: Run) -> Summary | None:
    """How the agent did, from the grades that the key lets us see; None where there are none."""
    rows = [
        Row(run.agent, each.order.task.id, Grade.model_validate(each.grade), each.end_reason or "")
        for each in run.played
        if each.grade is not None
    ]
    found = summarize(rows, {each.order.task.id: each.order.task for each in run.played}.values())
    return found[0] if found else None


def document(run: Run) -> dict[str, Any]:
    """The run as one JSON object."""
    summed = summary(run)
    return {
        "ok": run.ok,
        "agent": run.agent,
        "domain": run.wanted.domain,
        "trials": run.wanted.trials,
        "customer": run.wanted.customer,
        "stopped": run.stopped,
        "seconds": round(run.seconds, 1),
        "results": None if summed is None else summed.model_dump(mode="json"),
        "model": None if run.tally is None else vars(run.tally),
        "sessions": [_line(each) for each in run.played],
    }


def _line(each: Played) -> dict[str, Any]:
    grade = each.grade or {}
    return {
        "session": each.session_id,
        "task": each.order.task.id,
        "seed": each.order.seed,
        "success": grade.get("success"),
        "partial": grade.get("partial"),
        "reward": each.reward,
        "end_reason": each.end_reason,
        "steps": each.steps,
        "seconds": round(each.seconds, 2),
        "error": each.error,
    }


def show(screen: Console, run: Run, *, data_dir: Path, url: str | None) -> None:
    """The run for people."""
    summed = summary(run)
    if summed is not None:
        row = summed.model_dump(mode="json")
        screen.print(render_results.report([row], width=screen.width))
        if pressures := render_results.pressures([row]):
            screen.print(pressures)
        screen.print(render_results.details(row))
    elif run.played:
        screen.print(_rewards(run.played))
    screen.print(_took(run))
    for trouble in _troubles(run):
        screen.print(Text(trouble, style="red"), soft_wrap=True)
    where = place(data_dir, url)
    failed = [each for each in run.played if not each.out_of_order and (each.grade or {}).get("success") is False]
    if failed:
        screen.print("Look at one that failed:")
        screen.print(f"  regulars sessions show {failed[0].session_id}{where}", markup=False, soft_wrap=True)


def _rewards(played: Iterable[Played]) -> str:
    """For a key that shows no grades."""
    rewards = [each.reward for each in played if each.reward is not None]
    if not rewards:
        return "The key shows no grades. The operator sees them with `regulars results`."
    return f"{sum(rewards):g} of {len(rewards)} sessions succeeded. The operator sees more with `regulars results`."


def _took(run: Run) -> str:
    said = f"{output.plural(len(run.played), 'session')} of {run.sessions}, {run.seconds:.0f} s."
    return said if run.tally is None else f"{said} {_asked(run.tally)}"


def _asked(tally: Tally) -> str:
    price = f"${tally.cost_usd:.4f}" if tally.calls > tally.unpriced else "no known price"
    partly = f" (without {tally.unpriced} calls that have no known price)" if 0 < tally.unpriced < tally.calls else ""
    cached = f" ({tally.cached} from the cache)" if tally.cached else ""
    mean = f", {tally.seconds / tally.calls:.1f} s a call" if tally.calls else ""
    return (
        f"The model: {output.plural(tally.calls, 'call')}{cached}, "
        f"{tally.prompt_tokens} + {tally.completion_tokens} tokens, {price}{partly}{mean}."
    )


def _troubles(run: Run) -> list[str]:
    lines = [f"Not everything was played: {run.stopped}"] if run.stopped else []
    broken = [each for each in run.broken if each.error != run.stopped]
    lines += [f"{each.order.task.id}, seed {each.order.seed}: {each.error}" for each in broken[:MOST_TROUBLES]]
    if len(broken) > MOST_TROUBLES:
        lines.append(f"... and {len(broken) - MOST_TROUBLES} more sessions that say nothing about the agent.")
    return lines
