"""`regulars sessions …`: what was played."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from app.cli.examples import examples
from app.cli.options import DEFAULT_DATA_DIR, URL, AsJSON, DataDir, Key

group = typer.Typer(
    no_args_is_help=True,
    help="Look at sessions: list, show, export, import, delete.",
    epilog=examples(
        ("regulars sessions list --agent gold", "what an agent played"), ("regulars sessions show ID", "one")
    ),
)

SessionID = Annotated[str, typer.Argument(metavar="SESSION", help="Id of a session, as `sessions list` shows it.")]


@group.command(
    "list",
    epilog=examples(
        ("regulars sessions list", "the newest twenty"),
        ("regulars sessions list --agent mine@1.3 --failed", "where an agent failed"),
        ("regulars sessions list --task TASK --json --limit 0", "all of one task, for a program"),
    ),
)
def list_sessions(
    *,
    agent: Annotated[str | None, typer.Option(metavar="NAME", help="Only of this agent.")] = None,
    task: Annotated[str | None, typer.Option(metavar="ID", help="Only of this task.")] = None,
    domain: Annotated[str | None, typer.Option(metavar="NAME", help="Only of this business.")] = None,
    split: Annotated[str | None, typer.Option(metavar="NAME", help="Only of this split.")] = None,
    status: Annotated[str | None, typer.Option(metavar="STATUS", help="Only open, or only ended.")] = None,
    end_reason: Annotated[str | None, typer.Option(metavar="REASON", help="Only those that ended so.")] = None,
    success: Annotated[bool | None, typer.Option("--succeeded/--failed", help="Only these.")] = None,
    limit: Annotated[int, typer.Option(min=0, help="At most so many; 0 for all.")] = 20,
    data_dir: DataDir = DEFAULT_DATA_DIR,
    url: URL = None,
    key: Key = None,
    as_json: AsJSON = False,
) -> None:
    """List sessions, newest first."""
    from itertools import islice

    from app.cli import output, render_sessions
    from app.cli.service import connect

    filters = {
        "agent": agent,
        "task": task,
        "domain": domain,
        "split": split,
        "status": status,
        "end_reason": end_reason,
        "success": success,
    }
    with connect(url, key, data_dir) as service:
        size = min(limit, 500) if limit else 500
        found = service.operator.sessions(**filters, limit=size)
        rows = list(islice(found, limit or None))
    if as_json:
        output.print_json({"sessions": rows})
    elif rows:
        screen = output.console()
        screen.print(render_sessions.rows(rows, width=screen.width))
    else:
        output.notices().print("No sessions.")


@group.command(
    "show",
    epilog=examples(
        ("regulars sessions show ID", "conversation, calls, grade, and what differs"),
        ("regulars sessions show ID --full", "with whole tool results"),
        ("regulars sessions show ID --json", "the same for a program"),
    ),
)
def show(
    session: SessionID,
    *,
    full: Annotated[bool, typer.Option("--full", help="Show tool results and reasoning in full.")] = False,
    data_dir: DataDir = DEFAULT_DATA_DIR,
    url: URL = None,
    key: Key = None,
    as_json: AsJSON = False,
) -> None:
    """Show a session: transcript, grade, differences.

    Who said what, how the customer understood it, what the tools did, the grade with the step that caused each
    finding, and per row and field what was expected, what is there, and which step did it.
    """
    from app.cli import output, render_sessions
    from app.cli.service import connect

    with connect(url, key, data_dir) as service:
        log = service.operator.events(session)
        grades = service.operator.grades(session)
        diff = service.operator.diff(session)
    if as_json:
        output.print_json({**log, "grades": grades, "diff": diff})
        return
    screen = output.console()
    screen.print(render_sessions.session(log["session"], log["events"], grades, diff, full=full))


@group.command(
    "export",
    epilog=examples(
        ("regulars sessions export ID > one.json", "one transcript"),
        ("regulars sessions export --agent mine@1.3 > mine.jsonl", "many, one on each line"),
    ),
)
def export(
    sessions: Annotated[list[str] | None, typer.Argument(metavar="SESSION", help="Which; none for all.")] = None,
    *,
    agent: Annotated[str | None, typer.Option(metavar="NAME", help="All of this agent.")] = None,
    task: Annotated[str | None, typer.Option(metavar="ID", help="All of this task.")] = None,
    data_dir: DataDir = DEFAULT_DATA_DIR,
    url: URL = None,
    key: Key = None,
    as_json: AsJSON = False,  # noqa: ARG001 - transcripts are JSON anyway
) -> None:
    """Write transcripts as JSON, one on each line."""
    from app.cli import output
    from app.cli.service import connect

    with connect(url, key, data_dir) as service:
        chosen = sessions or [row["id"] for row in service.operator.sessions(agent=agent, task=task, limit=500)]
        for session in chosen:
            output.print_line(service.operator.export(session))


@group.command(
    "import",
    epilog=examples(
        ("regulars sessions import mine.jsonl", "transcripts exported elsewhere"),
        ("regulars sessions import < mine.jsonl", "the same from standard input"),
    ),
)
def import_(
    files: Annotated[list[Path] | None, typer.Argument(help="Files of transcripts; none for standard input.")] = None,
    *,
    data_dir: DataDir = DEFAULT_DATA_DIR,
    url: URL = None,
    key: Key = None,
    as_json: AsJSON = False,
) -> None:
    """Read transcripts that were exported elsewhere."""
    from app.cli import output
    from app.cli.service import connect

    transcripts = _read(files)
    with connect(url, key, data_dir) as service:
        loaded = [service.operator.load(transcript) for transcript in transcripts]
    if as_json:
        output.print_json({"imported": loaded})
    else:
        output.console().print(f"Imported {output.plural(len(loaded), 'session')}.")


@group.command(
    "delete",
    epilog=examples(("regulars sessions delete ID", "asks first"), ("regulars sessions delete ID --yes", "does not")),
)
def delete(
    sessions: Annotated[list[str], typer.Argument(metavar="SESSION", help="Which.")],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    data_dir: DataDir = DEFAULT_DATA_DIR,
    url: URL = None,
    key: Key = None,
    as_json: AsJSON = False,
) -> None:
    """Erase sessions for good, with events and grades."""
    from app.cli import output
    from app.cli.service import connect

    if not yes:
        typer.confirm(f"Erase {output.plural(len(sessions), 'session')} for good?", abort=True)
    with connect(url, key, data_dir) as service:
        for session in sessions:
            service.operator.purge(session)
    if as_json:
        output.print_json({"deleted": sessions})
    else:
        output.console().print(f"Erased {output.plural(len(sessions), 'session')}.")


def _read(files: list[Path] | None) -> list[object]:
    from app.cli.fault import CommandFailed

    texts = [(str(file), file) for file in files or ()]
    transcripts: list[object] = []
    for name, text in (
        ((name, _text(file)) for name, file in texts) if texts else (("standard input", sys.stdin.read()),)
    ):
        try:
            transcripts += _documents(text)
        except json.JSONDecodeError as error:
            raise CommandFailed(f"{name} is not JSON: {error}.", "Give files made by `sessions export`.") from None
    return transcripts


def _documents(text: str) -> list[object]:
    # One document over several lines, or one on each line: both are what people keep.
    try:
        whole = json.loads(text)
    except json.JSONDecodeError:
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    return whole if isinstance(whole, list) else [whole]


def _text(file: Path) -> str:
    from app.cli.fault import CommandFailed

    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise CommandFailed(f"{file} cannot be read: {error.strerror}.", "Check the name.") from None
