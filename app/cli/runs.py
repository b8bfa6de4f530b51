"""`regulars run`: an agent plays tasks, several times each, and a table says how it did."""

from typing import Annotated

import typer

from app.cli.examples import examples
from app.cli.options import DEFAULT_DATA_DIR, URL, AsJSON, DataDir, Domain, Key

EXAMPLES = examples(
    ("regulars run --agent model:openai/gpt-x --split dev --trials 4", "a model with tools, over any provider"),
    ("regulars run --agent react:ollama/qwen3 --api-base http://127.0.0.1:11434 --tasks 10", "a local one, ReAct"),
    ("regulars run --agent http://127.0.0.1:8080/v1/chat/completions", "a server that speaks chat completions"),
    ("regulars run --agent agent.yaml", "an agent of yours as it runs, described in a file (see the README)"),
    ("regulars run --agent gold --tasks 5", "an agent that comes along, without any model"),
)


def run(
    *,
    agent: Annotated[
        str,
        typer.Option(
            metavar="AGENT",
            help="model:NAME (tool calling), react:NAME or minimal:NAME, with NAME as LiteLLM names models; the URL "
            "of a chat-completions server; an agent.yaml; or an agent that comes along: gold, greeter, ...",
        ),
    ],
    domain: Domain = "retail",
    split: Annotated[str, typer.Option(metavar="NAME", help="train, dev or test.")] = "dev",
    tasks: Annotated[int, typer.Option(min=0, metavar="N", help="So many tasks, of all families; 0 for all.")] = 0,
    task: Annotated[list[str] | None, typer.Option(metavar="ID", help="This task; can be given again.")] = None,
    trials: Annotated[int, typer.Option(min=1, metavar="N", help="Sessions for each task.")] = 1,
    seed: Annotated[int, typer.Option(metavar="N", help="Seed of the first trial; the others count on.")] = 0,
    at_once: Annotated[int, typer.Option("--at-once", min=1, metavar="N", help="Sessions at a time.")] = 8,
    customer: Annotated[str, typer.Option(metavar="KIND", help="The kind of customer.")] = "agenda",
    persona: Annotated[
        str | None, typer.Option(metavar="NAME", help="neutral, or a trait, in place of every task's own persona.")
    ] = None,
    name: Annotated[str | None, typer.Option(metavar="NAME@V", help="What to call the agent; else AGENT.")] = None,
    api_base: Annotated[
        str | None, typer.Option("--api-base", metavar="URL", help="Another server of the provider's API.")
    ] = None,
    temperature: Annotated[float, typer.Option(min=0, max=2, metavar="T", help="Of the model.")] = 0.0,
    max_tokens: Annotated[
        int | None, typer.Option("--max-tokens", min=1, metavar="N", help="In one answer of the model.")
    ] = None,
    stream: Annotated[
        bool, typer.Option("--stream", help="Take its answers part by part: a long one is waited for while it goes on.")
    ] = False,
    data_dir: DataDir = DEFAULT_DATA_DIR,
    url: URL = None,
    key: Key = None,
    as_json: AsJSON = False,
) -> None:
    """Let an agent play tasks and show how it did.

    It plays over HTTP against the service at --url, the one running on the data directory, or one that is started for
    as long as this takes. Sessions stay in its database. Keys of providers are read from the environment, as LiteLLM
    does (OPENAI_API_KEY, ...). Exit code 1 says that sessions could not be played to an end for a reason that is not
    the agent's; they are shown apart.
    """
    from app.cli import output
    from app.cli.run_play import Asking, Wanted, play_run
    from app.cli.run_report import document, show

    wanted = Wanted(
        agent=agent,
        name=name,
        domain=domain,
        split=split,
        ids=tuple(task or ()),
        tasks=tasks or None,
        trials=trials,
        seed=seed,
        at_once=at_once,
        customer=customer,
        persona=persona,
        asking=Asking(api_base, temperature, max_tokens, stream),
    )
    played = play_run(wanted, data_dir=data_dir, url=url, key=key)
    if as_json:
        output.print_json(document(played))
    else:
        show(output.console(), played, data_dir=data_dir, url=url)
    if not played.ok:
        raise typer.Exit(1)
