"""`regulars audit …`: is what was recorded still what would happen, and do customers do their part."""

from typing import Annotated

import typer

from app.cli.examples import examples
from app.cli.options import DEFAULT_DATA_DIR, URL, AsJSON, DataDir, Domain, Key

group = typer.Typer(
    no_args_is_help=True,
    help="Audits of recorded sessions, and of customers.",
    epilog=examples(
        ("regulars audit replay", "run the tools of every session again"),
        ("regulars audit customers", "count the mistakes of the simulated customer"),
    ),
)


@group.callback()
def audit() -> None:
    """Audits of recorded sessions, and of customers."""


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


@group.command(
    "customers",
    epilog=examples(
        ("regulars audit customers", "a sample, in every manner, with every persona"),
        ("regulars audit customers --tasks 5 --manners terse,mixed --personas own", "a smaller one"),
        ("regulars audit customers --split test --tasks 0 --seeds 3 --keep", "all of a split; the sessions stay"),
    ),
)
def customers(
    *,
    domain: Domain = "retail",
    split: Annotated[str | None, typer.Option(metavar="NAME", help="Only this split: train, dev, test.")] = None,
    tasks: Annotated[int, typer.Option(min=0, metavar="N", help="So many tasks, of all families; 0 for all.")] = 16,
    seeds: Annotated[int, typer.Option(min=1, metavar="N", help="Seeds for each.")] = 1,
    manners: Annotated[
        str | None, typer.Option(metavar="NAMES", help="How the agent talks, with commas; all without it.")
    ] = None,
    personas: Annotated[
        str | None,
        typer.Option(metavar="NAMES", help="own (the task's), neutral, or traits, with commas; all without it."),
    ] = None,
    customer: Annotated[str, typer.Option(metavar="KIND", help="The kind of customer.")] = "agenda",
    jobs: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Processes; without it, as many as there are cores.")
    ] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Keep the sessions in the data directory.")] = False,
    data_dir: DataDir = DEFAULT_DATA_DIR,
    url: URL = None,
    key: Key = None,
    as_json: AsJSON = False,
) -> None:
    """Count the mistakes of customers.

    An agent that does everything right serves them. Invented facts, leaks, wrong answers, early ends, missing ends,
    contradictions, ignored branches and messages not understood are found in what was said and meant, whatever the
    customer itself made of it. A mistake is blocking where the session failed. Exit code 1 if one is blocking, or a
    fact was invented.
    """
    from app.cli.measuring import Kept, Wanted, measure_customers

    wanted = Wanted(
        domain=domain,
        split=split,
        tasks=tasks or None,
        seeds=seeds,
        manners=manners,
        personas=personas,
        customer=customer,
        workers=jobs,
        keep=keep,
    )
    if not measure_customers(wanted, Kept(data_dir, url, key), as_json=as_json):
        raise typer.Exit(1)
