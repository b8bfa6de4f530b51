"""`regulars demo`: the service, with reference agents playing against it."""

from typing import Annotated

import typer

from app.cli.examples import examples
from app.cli.options import DEFAULT_DATA_DIR, AsJSON, DataDir

EXAMPLES = examples(
    ("regulars demo", "play, show the table, and keep serving"),
    ("regulars demo --once", "end after the table; exit code 0 if all is as it should be"),
    ("regulars demo --agents gold,silent --tasks 5", "a short one"),
)


def demo(
    *,
    once: Annotated[
        bool, typer.Option("--once", help="End after the table, with a JSON summary as the last line.")
    ] = False,
    agents: Annotated[str | None, typer.Option(metavar="NAMES", help="Only these agents, separated by commas.")] = None,
    tasks: Annotated[int | None, typer.Option(min=1, metavar="N", help="Only the first N tasks.")] = None,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="PORT", min=0, max=65535, help="Port; 0 takes a free one.")] = 0,
    data_dir: DataDir = DEFAULT_DATA_DIR,
    as_json: AsJSON = False,
) -> None:
    """Watch agents serve simulated customers and be graded.

    Starts the service on this machine and plays the reference agents over HTTP against the retail test tasks.
    One agent follows the script of each task and must succeed; ten others try to get by without doing the work,
    and must not. With --once, exit code 1 says that one of these is not so.
    """
    from app.agents.registry import AGENTS
    from app.cli import child, output, running
    from app.cli.demo_play import Stage, casting
    from app.cli.demo_report import closing_words, complaints, summary, table_row
    from app.cli.fault import CommandFailed
    from app.cli.render_results import pairs_text, report

    if (note := running.read(data_dir)) is not None:
        raise CommandFailed(
            f"A service runs on {data_dir} already: {note['url']}, process {note['pid']}.",
            "Stop it, or choose another folder with --data-dir.",
        )
    casts = casting("retail", "test", agents=agents, most=tasks)
    screen = output.notices() if as_json else output.console()
    with child.service(data_dir, host=host, port=port) as url:
        stage = Stage(url, data_dir, screen)
        stage.check_playable(casts)
        rows = stage.play(casts)
        wrong = complaints(rows)
        screen.print(report([table_row(row) for row in rows], width=screen.width))
        for row in rows:
            if AGENTS[row.agent].paired and (pairs := pairs_text(table_row(row))):
                # Refusing is right on one task of each pair, so a pair is what counts.
                screen.print(pairs, markup=False)
        for complaint in wrong:
            screen.print(complaint, style="red", markup=False)
        if not once:
            closing_words(screen, url, data_dir, rows)
        if once or as_json:
            output.print_line(summary(rows, wrong, seconds=stage.seconds, data_dir=data_dir))
        if not once:
            stage.wait_for_the_end()
    if once and wrong:
        raise typer.Exit(1)
