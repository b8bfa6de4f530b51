"""`regulars data …`: the data directory as a whole."""

from pathlib import Path
from typing import Annotated

import typer

from app.cli.examples import examples
from app.cli.options import DEFAULT_DATA_DIR, AsJSON, DataDir

group = typer.Typer(
    no_args_is_help=True,
    help="The data directory: back it up, delete it.",
    epilog=examples(("regulars data backup ../monday", "while the service runs, too")),
)


@group.command(
    "backup",
    epilog=examples(
        ("regulars data backup ../monday", "while the service runs, too"),
        ("regulars serve --data-dir ../monday", "the backup is a data directory itself"),
    ),
)
def backup(
    destination: Annotated[Path, typer.Argument(metavar="DEST", help="A new folder.")],
    data_dir: DataDir = DEFAULT_DATA_DIR,
    as_json: AsJSON = False,
) -> None:
    """Copy the data directory, as of one moment.

    The service may go on meanwhile. The copy is a data directory itself.
    """
    from app.cli import output, upkeep

    copied = upkeep.backup(data_dir, destination)
    if as_json:
        output.print_json({"backup": str(destination), "sessions": copied})
    else:
        output.console().print(f"Copied {output.plural(copied, 'session')} to {destination}, keys included.")


@group.command(
    "delete",
    epilog=examples(
        ("regulars data delete", "asks first"),
        ("regulars data delete --data-dir /srv/regulars --yes", "does not"),
    ),
)
def delete(
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    data_dir: DataDir = DEFAULT_DATA_DIR,
    as_json: AsJSON = False,
) -> None:
    """Delete the database and the keys for good."""
    from app.cli import output, upkeep

    upkeep.check_idle(data_dir)
    if not yes:
        typer.confirm(f"Delete all sessions and keys in {data_dir} for good?", abort=True)
    left = upkeep.delete(data_dir)
    if as_json:
        output.print_json({"deleted": str(data_dir), "left": left})
        return
    others = f" Not ours and still there: {', '.join(left)}." if left else ""
    output.console().print(f"Deleted the data in {data_dir}.{others}")
