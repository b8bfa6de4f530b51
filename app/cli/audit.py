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
    from app.audit.replay import replay_session
    from app.cli import output
    from app.cli.fault import expected
    from app.cli.local import installed
    from app.cli.render_replay import replays
    from app.cli.service import connect

    domains = installed()
    with connect(url, key, data_dir) as service, expected():
        chosen = sessions or [row["id"] for row in service.operator.sessions(limit=500)]
        found = [replay_session(service.operator, session, domains) for session in chosen]
    if as_json:
        output.print_json({"replays": [{**each.model_dump(mode="json"), "same": each.same} for each in found]})
    else:
        output.console().print(replays(found))
    if not all(each.same for each in found):
        raise typer.Exit(1)
