"""What the demo says in the end: whether all is as it should be, in words and as JSON, and where to go next."""

import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any

from rich.console import Console

from app.agents.registry import AGENTS, GOLD
from app.cli.demo_play import Row
from app.cli.options import place
from app.grading.estimates import estimates, pair_success


def complaints(rows: Sequence[Row]) -> list[str]:
    """What is not as it should be; empty if gold succeeds everywhere and every other agent nowhere."""
    return [complaint for row in rows for complaint in _complaints(row)]


def _complaints(row: Row) -> Iterator[str]:
    successes = {one.order.task.id: one for one in row.successes}
    if row.agent == GOLD:
        for one in row.played:
            if one.order.task.id not in successes:
                why = one.error or f"ended {one.end_reason}"
                yield f"gold did not succeed on {one.order.task.id} ({why}; session {one.session_id})"
        return
    for task_id, one in successes.items():
        twin = one.order.task.twin
        if not AGENTS[row.agent].paired:
            yield f"{row.agent} succeeded on {task_id} (session {one.session_id})"
        elif twin in successes and task_id < twin:
            yield f"{row.agent} succeeded on both {task_id} and its twin {twin}"


def summary(rows: Sequence[Row], wrong: Sequence[str], *, seconds: float, data_dir: Path) -> dict[str, Any]:
    """The demo in one JSON object."""
    return {
        "ok": not wrong,
        "complaints": list(wrong),
        "seconds": round(seconds, 1),
        "sessions": sum(len(row.played) for row in rows),
        "data_dir": str(data_dir),
        "agents": [table_row(row) for row in rows],
    }


def table_row(row: Row) -> dict[str, Any]:
    """One agent, in the shape of `GET /v1/results`."""
    twins = {one.order.task.id: one.order.task.twin for one in row.played if one.order.task.twin}
    pairs = pair_success(row.outcomes, twins)
    count = len(row.played)
    return {
        "agent": row.agent,
        "sessions": count,
        "successes": len(row.successes),
        "pass_1": _rounded(estimates(row.outcomes).model_dump()) if count else None,
        "pairs": None if pairs is None else _rounded(pairs.model_dump()),
        "mean_partial": round(sum(row.marks) / len(row.marks), 4) if row.marks else None,
        "ends": dict(row.ends),
        "sessions_per_second": round(count / row.seconds, 1) if row.seconds else None,
    }


def _rounded(value: Any) -> Any:
    """Estimates to four digits: more would only look like knowledge."""
    if isinstance(value, float):
        return round(value, 4)
    return {name: _rounded(part) for name, part in value.items()} if isinstance(value, dict) else value


def closing_words(screen: Console, url: str, data_dir: Path, rows: Sequence[Row]) -> None:
    """How to look at a transcript, and how to connect an agent."""
    where = place(data_dir)
    task = next(one.order.task.id for row in rows for one in row.played)
    screen.print("\nLook at what happened, in another terminal:")
    if (activate := _activation()) is not None:
        screen.print(f"  . {activate}  # makes the command known there", markup=False, soft_wrap=True)
    for title, session in _worth_a_look(rows):
        screen.print(f"  regulars sessions show {session}{where}  # {title}", markup=False, soft_wrap=True)
    screen.print("Play the agent yourself:")
    screen.print(f"  regulars chat {task}{where}", markup=False, soft_wrap=True)
    screen.print("Connect your own agent:")
    # The client's own name is there where the distribution was installed from a wheel.
    client = "regulars_client" if find_spec("regulars_client") else "app.client"
    example = CONNECT.format(client=client, url=url, task=task)
    screen.print(example, style="cyan", markup=False, soft_wrap=True)
    screen.print("and see how it did:")
    screen.print(f"  regulars results --agent mine@1.0{where}", markup=False, soft_wrap=True)
    screen.print(f"\nThe service keeps running on {url}. Ctrl-C stops it.")


def _activation() -> str | None:
    """What a new terminal has to read before it finds the command; None where it finds it anyway."""
    activate = Path(sys.prefix) / "bin" / "activate"
    if which("regulars") is not None or not activate.is_file():
        return None
    return str(activate.relative_to(Path.cwd()) if activate.is_relative_to(Path.cwd()) else activate)


def _worth_a_look(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """A session that succeeded, and one of another agent that nearly did."""
    won = [(row.agent, one.session_id) for row in rows for one in row.successes if one.session_id]
    yield from ((f"{agent} succeeds", session) for agent, session in won[:1])
    lost = [
        (partial, row.agent, session)
        for row in rows
        for session, (success, partial) in row.verdicts.items()
        if success is False and partial is not None
    ]
    if lost:
        _, agent, session = max(lost, key=lambda one: one[0])
        yield f"{agent} does not", session


CONNECT = """\
  from {client} import Client

  client = Client("{url}")
  session = client.open_session("{task}", agent="mine@1.0")
  while session.open:
      session.send(my_model(session.messages, session.tools))"""
