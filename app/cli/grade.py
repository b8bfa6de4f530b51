"""`regulars grade`: a verdict once more, with what is installed now."""

from typing import Annotated

import typer

from app.cli.examples import examples
from app.cli.options import DEFAULT_DATA_DIR, URL, AsJSON, DataDir, Key

EXAMPLES = examples(
    ("regulars grade ID", "after the goal or the grader has changed"),
    ("regulars grade ID ID --json", "several, for a program"),
)


def grade(
    sessions: Annotated[list[str], typer.Argument(metavar="SESSION", help="Which.")],
    data_dir: DataDir = DEFAULT_DATA_DIR,
    url: URL = None,
    key: Key = None,
    as_json: AsJSON = False,
) -> None:
    """Grade sessions again.

    Earlier grades stay. It is refused where more than the goal or the grader has changed since.

    Exit code 0 if every session succeeds, 1 if one does not.
    """
    from rich.text import Text

    from app.cli import output, render_grade
    from app.cli.service import connect

    with connect(url, key, data_dir) as service:
        records = [service.operator.grade(session) for session in sessions]
    grades = {record["session_id"]: record["grade"] for record in records}
    if as_json:
        output.print_json({"grades": records})
    else:
        screen = output.console()
        for session, verdict in grades.items():
            screen.print(Text(f"{session}  ") + render_grade.verdict(verdict))
            if verdict.get("findings"):
                screen.print(render_grade.findings(verdict))
    if not all(verdict["success"] for verdict in grades.values()):
        raise typer.Exit(1)
