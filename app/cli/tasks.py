"""`regulars tasks …`: what can be played."""

from pathlib import Path
from typing import Annotated, Any

import typer

from app.cli.examples import examples
from app.cli.options import DEFAULT_DATA_DIR, URL, AsJSON, DataDir, Domain, Key

group = typer.Typer(
    no_args_is_help=True,
    help="Tasks: list, show, audit, generate.",
    epilog=examples(("regulars tasks list --split dev", "what can be played"), ("regulars tasks show TASK", "one")),
)


@group.command(
    "list",
    epilog=examples(
        ("regulars tasks list", "every task"),
        ("regulars tasks list --domain retail --split test", "those of one split"),
    ),
)
def list_tasks(
    *,
    domain: Annotated[str | None, typer.Option(metavar="NAME", help="Only of this business.")] = None,
    split: Annotated[str | None, typer.Option(metavar="NAME", help="Only of this split: train, dev, test.")] = None,
    family: Annotated[str | None, typer.Option(metavar="NAME", help="Only of this family.")] = None,
    data_dir: DataDir = DEFAULT_DATA_DIR,
    url: URL = None,
    key: Key = None,
    as_json: AsJSON = False,
) -> None:
    """List tasks with families and splits.

    Neither is ever shown to an agent.
    """
    from app.cli import output, render_tasks
    from app.cli.service import connect

    with connect(url, key, data_dir, missing="borrow") as service:
        rows = service.operator.tasks(domain=domain, split=split, family=family)
    if as_json:
        output.print_json({"tasks": rows})
    elif rows:
        output.console().print(render_tasks.rows(rows))
    else:
        output.notices().print("No such tasks.")


@group.command(
    "show",
    epilog=examples(
        ("regulars tasks show TASK", "the customer's side and what must be true at the end"),
        ("regulars tasks show TASK --json", "the task file's own form"),
    ),
)
def show(
    task: Annotated[str, typer.Argument(metavar="TASK", help="Id of a task, as `tasks list` shows it.")],
    data_dir: DataDir = DEFAULT_DATA_DIR,
    url: URL = None,
    key: Key = None,
    as_json: AsJSON = False,
) -> None:
    """Show a whole task.

    Who the customer is, what they know and want, what a right agent does, and what must be true at the end.
    """
    from app.cli import output, render_tasks
    from app.cli.service import connect

    with connect(url, key, data_dir, missing="borrow") as service:
        found = service.operator.task(task)
    if as_json:
        output.print_json(found)
    else:
        output.console().print(render_tasks.task(found))


@group.command(
    "audit",
    epilog=examples(
        ("regulars tasks audit", "every task, in as many processes as there are cores"),
        ("regulars tasks audit TASK", "one task, and its twin"),
        ("regulars tasks audit --write", "and keep the certificates"),
        ("regulars tasks audit --file mine.json --write", "a private set; certificates go beside the file"),
    ),
)
def audit_tasks(
    tasks: Annotated[list[str] | None, typer.Argument(metavar="TASK", help="Which; none for all.")] = None,
    *,
    domain: Domain = "retail",
    split: Annotated[str | None, typer.Option(metavar="NAME", help="Only this split: train, dev, test.")] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Processes; without it, as many as there are cores.")
    ] = None,
    file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Tasks of this file instead of the domain's own.")
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Keep the outcome as certificates.")] = False,
    as_json: AsJSON = False,
) -> None:
    """Find out whether tasks are sound.

    Gold must succeed with every kind of customer, cheats must not, and each change to the gold calls must show in
    the grade. Exit code 1 if a task has a flaw.
    """
    from app.cli import auditing

    flawed = auditing.audit_tasks(
        domain, tasks or [], split=split, file=file, workers=workers, write=write, as_json=as_json
    )
    if flawed:
        raise typer.Exit(1)


@group.command(
    "generate",
    epilog=examples(
        ("regulars tasks generate --count 50 --out mine.json", "a private set nobody has seen"),
        ("regulars tasks generate --family cancel_order --seed 7 --count 5", "to standard output"),
    ),
)
def generate(
    *,
    domain: Domain = "retail",
    split: Annotated[
        str, typer.Option(metavar="NAME", help="For train, dev or test: chooses families and wordings.")
    ] = "test",
    family: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only this family; without it, all of the split.")
    ] = None,
    count: Annotated[int, typer.Option(min=1, help="How many; twins come together, so it can be one more.")] = 20,
    seed: Annotated[
        str | None, typer.Option(metavar="SEED", help="The same seed gives the same tasks; without it a new one.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write them here instead of standard output.")
    ] = None,
    as_json: AsJSON = False,
) -> None:
    """Make new tasks, for a private set.

    They come from the families of a domain, in the form of its task files. A set that was
    never published cannot have been learned by heart. Audit it before you use it.
    """
    from secrets import token_hex

    from app.cli import output
    from app.cli.local import domain_named, made_tasks
    from domains.kit.generation import write_tasks

    chosen = seed or token_hex(8)
    tasks = made_tasks(domain_named(domain), family=family, split=split, seed=chosen, count=count)
    if out is None:
        output.print_json([task.model_dump(mode="json") for task in tasks])
        return
    write_tasks(out, tasks)
    summary: dict[str, Any] = {"file": str(out), "seed": chosen, "tasks": [task.id for task in tasks]}
    if as_json:
        output.print_json(summary)
        return
    screen = output.console()
    screen.print(f"Wrote {output.plural(len(tasks), 'task')} to {out} (seed {chosen}).")
    screen.print(f"Next: regulars tasks audit --file {out} --write", soft_wrap=True)
    screen.print(f"then: regulars serve --tasks {out}", soft_wrap=True)
