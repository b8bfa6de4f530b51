"""`regulars serve`: the service in the foreground."""

from pathlib import Path
from typing import Annotated

import typer

from app.cli.examples import examples
from app.cli.options import AsJSON, place

EXAMPLES = examples(
    ("regulars serve", "on this machine, data in .regulars"),
    ("regulars serve --port 0 --data-dir /srv/regulars", "any free port, data elsewhere"),
    ("regulars serve --tasks mine.json", "with a private set, made by `regulars tasks generate`"),
    ("regulars serve --database-url postgresql+psycopg://me@db/regulars", "on PostgreSQL"),
)


def serve(
    *,
    host: Annotated[
        str | None, typer.Option(envvar="REGULARS_HOST", help="Address to listen on. Default: 127.0.0.1.")
    ] = None,
    port: Annotated[
        int | None, typer.Option(envvar="REGULARS_PORT", help="Port; 0 takes a free one. Default: 8000.")
    ] = None,
    data_dir: Annotated[
        Path | None,
        typer.Option(envvar="REGULARS_DATA_DIR", metavar="DIR", help="Database and keys. Default: .regulars."),
    ] = None,
    database_url: Annotated[
        str | None,
        typer.Option(envvar="REGULARS_DATABASE_URL", metavar="URL", help="A PostgreSQL database in place of the file."),
    ] = None,
    tasks: Annotated[
        list[Path] | None,
        typer.Option("--tasks", metavar="FILE", help="Also play the tasks of this file; can be given several times."),
    ] = None,
    as_json: AsJSON = False,
    until_stdin_closes: Annotated[bool, typer.Option("--until-stdin-closes", hidden=True)] = False,
) -> None:
    """Run the service until Ctrl-C.

    Simulated customers and their business over HTTP, for agents that connect to it. Every other
    setting is a REGULARS_… variable; the README lists them.
    """
    from app.cli import configured, hosting, output

    settings = configured.settings(
        host=host, port=port, data_dir=data_dir, database_url=database_url, task_files=tasks or None
    )

    def ready(url: str) -> None:
        if as_json:
            output.print_line(
                {"url": url, "data_dir": str(settings.data_dir), "operator_key_file": configured.key_file(settings)}
            )
        else:
            _say_hello(url, str(settings.data_dir), configured.key_file(settings))

    hosting.host(settings, ready, until_stdin_closes=until_stdin_closes)


def _say_hello(url: str, data_dir: str, key_file: str | None) -> None:
    """Paths and commands are to be copied: they are broken nowhere."""
    from rich.markup import escape

    from app.cli import output

    where = escape(place(Path(data_dir)))
    lines = (
        f"[bold]Regulars listens on {url}[/bold]",
        f"  data          {escape(data_dir)}",
        f"  operator key  {escape(key_file or 'as set in REGULARS_OPERATOR_KEY')}",
        f"  API           {url}/docs",
        "Next, in another terminal:",
        f"  regulars tasks list{where}             what can be played",
        f"  regulars chat TASK{where}              play the agent yourself",
        f"  regulars results{where}                how the agents did",
        "[dim]Ctrl-C stops it.[/dim]",
    )
    output.console().print("\n".join(lines), soft_wrap=True)
