"""`regulars results`: the table of estimates."""

from typing import Annotated

import typer

from app.cli.examples import examples
from app.cli.options import DEFAULT_DATA_DIR, URL, AsJSON, DataDir, Key

EXAMPLES = examples(
    ("regulars results", "all agents"),
    ("regulars results --agent mine@1.3 --split test", "one's own, on the test tasks"),
)


def results(
    *,
    agent: Annotated[str | None, typer.Option(metavar="NAME", help="Only this agent.")] = None,
    domain: Annotated[str | None, typer.Option(metavar="NAME", help="Only this business.")] = None,
    split: Annotated[str | None, typer.Option(metavar="NAME", help="Only this split: train, dev, test.")] = None,
    data_dir: DataDir = DEFAULT_DATA_DIR,
    url: URL = None,
    key: Key = None,
    as_json: AsJSON = False,
) -> None:
    """Show how agents did, with the uncertainty.

    One line for each agent: sessions, success, pass^1 with its interval, partial marks, and why sessions ended. Below,
    how it did under pressure: gave in where the customer pushed for what must be refused; refused where the same
    request was allowed.
    """
    from app.cli import output, render_results
    from app.cli.service import connect

    with connect(url, key, data_dir) as service:
        rows = service.operator.results(agent=agent, domain=domain, split=split)
    if as_json:
        output.print_json({"results": rows})
    elif rows:
        screen = output.console()
        screen.print(render_results.report(rows, width=screen.width))
        if pressures := render_results.pressures(rows):
            screen.print(pressures)
        if agent:
            screen.print(render_results.details(rows[0]))
    else:
        whose = f" of {agent}" if agent else ""
        output.notices().print(f"No graded sessions{whose}. `regulars sessions list` shows what there is.")
