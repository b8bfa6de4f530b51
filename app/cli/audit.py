"""`regulars audit …`: is what was recorded still what would happen."""

from typing import Annotated

import typer

from app.cli.examples import examples
from app.cli.options import DEFAULT_DATA_DIR, URL, AsJSON, DataDir, Key

group = typer.Typer(
    no_args_is_help=True,
    help="Audits of what was recorded.",
    epilog=examples(("regulars audit replay", "run the tools of every session again")),
)


@group.callback()
def audit() -> None:
    """Audits of what was recorded."""


@group.command(
    "replay",
    epilog=examples(
        ("regulars audit replay", "every session"),
        ("regulars audit replay ID ID", "these"),
    ),
)
def replay(
    sessions: Annotated[list[str] | None, typer.Argument(metavar="SESSION", help="Which; none for all.")] = None,
    data_dir: DataDir = DEFAULT_DATA_DIR,
    url: URL = None,
    key: Key = None,
    as_json: AsJSON = False,
) -> None:
    """Run the tools of sessions again, and compare.

    Results and row changes must be the recorded ones. Exit code 1 if a session differs.
    """
