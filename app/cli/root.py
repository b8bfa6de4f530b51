"""The command line put together."""

from typing import Annotated

import typer
from typer._click import Context
from typer.core import TyperGroup

from app.cli import audit, chat, data, db, demo, grade, keys, models, results, runs, serve, sessions, tasks, understand
from app.cli.examples import examples

ORDER = (
    "demo",
    "serve",
    "run",
    "chat",
    "tasks",
    "sessions",
    "results",
    "grade",
    "understand",
    "models",
    "audit",
    "keys",
    "data",
    "db",
)


class Ordered(TyperGroup):
    """Commands in the order in which people need them; groups of commands would otherwise come last."""

    def list_commands(self, ctx: Context) -> list[str]:
        """The names, ordered."""
        return sorted(super().list_commands(ctx), key=ORDER.index)


cli = typer.Typer(
    cls=Ordered,
    no_args_is_help=True,
    # Plain help: fewer lines than panels, at any width, and examples that can be copied.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=examples(
        ("regulars demo", "see it work, with agents that come along"),
        ("regulars serve", "the service, for your own agent"),
        ("regulars results --agent mine@1.3", "how well it did"),
    ),
)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(version("regulars"))
        raise typer.Exit


@cli.callback()
def regulars(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_version, help="Print the version and leave.")
    ] = False,
) -> None:
    """Test customer-service agents: simulated customers, a business over HTTP, graded transcripts."""


cli.command("demo", epilog=demo.EXAMPLES)(demo.demo)
cli.command("serve", epilog=serve.EXAMPLES)(serve.serve)
cli.command("run", epilog=runs.EXAMPLES)(runs.run)
cli.command("chat", epilog=chat.EXAMPLES)(chat.chat)
cli.add_typer(tasks.group, name="tasks")
cli.add_typer(sessions.group, name="sessions")
cli.command("results", epilog=results.EXAMPLES)(results.results)
cli.command("grade", epilog=grade.EXAMPLES)(grade.grade)
cli.command("understand", epilog=understand.EXAMPLES)(understand.understand)
cli.add_typer(models.group, name="models")
cli.add_typer(audit.group, name="audit")
cli.add_typer(keys.group, name="keys")
cli.add_typer(data.group, name="data")
cli.add_typer(db.group, name="db")
