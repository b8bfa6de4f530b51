"""`regulars db …`: the database's schema."""

from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from app.cli.examples import examples
from app.cli.options import AsJSON

group = typer.Typer(
    no_args_is_help=True,
    help="The database: upgrade its schema.",
    epilog=examples(("regulars db upgrade", "the database in .regulars")),
)


@group.callback()
def db() -> None:
    """The database: upgrade its schema."""


@group.command(
    "upgrade",
    epilog=examples(
        ("regulars db upgrade", "the database in .regulars"),
        ("regulars db upgrade --database-url postgresql+psycopg://me@db/regulars", "one on PostgreSQL"),
    ),
)
def upgrade(
    data_dir: Annotated[
        Path | None, typer.Option("--data-dir", envvar="REGULARS_DATA_DIR", metavar="DIR", help="Where the data is.")
    ] = None,
    database_url: Annotated[
        str | None,
        typer.Option(envvar="REGULARS_DATABASE_URL", metavar="URL", help="A PostgreSQL database in place of the file."),
    ] = None,
    as_json: AsJSON = False,
) -> None:
    """Bring the database to this version's schema.

    The service does so itself when it starts.
    """
    from app.cli import output
    from app.cli.configured import settings
    from app.cli.fault import expected
    from app.lock import data_directory_lock
    from app.storage import migrate

    chosen = settings(data_dir=data_dir, database_url=database_url)
    with expected(), ExitStack() as stack:
        if chosen.database_url is None:
            chosen.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
            stack.enter_context(data_directory_lock(chosen.data_dir))
        migrate.upgrade(chosen.url)
    if as_json:
        output.print_json({"upgraded": True})
    else:
        output.console().print("The database has the schema of this version.")
