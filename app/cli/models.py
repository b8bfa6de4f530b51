"""`regulars models …`: language models as customers."""

from typing import Annotated

import typer

from app.cli.examples import examples
from app.cli.options import DEFAULT_DATA_DIR, AsJSON, DataDir, Domain

group = typer.Typer(
    no_args_is_help=True,
    help="Language models: are they good enough as customers?",
    epilog=examples(
        ("regulars models check openai/gpt-x", "a model of a provider; its key is read from the environment"),
        ("regulars models check openai/qwen3 --api-base http://127.0.0.1:8080/v1", "one on your own machine"),
    ),
)


@group.callback()
def models() -> None:
    """Language models: are they good enough as customers?"""


@group.command(
    "check",
    epilog=examples(
        ("regulars models check openai/gpt-x", "half a minute, a few cents at most"),
        ("regulars models check ollama/llama3 --conversations 10 --seconds 300", "a closer look"),
        ("regulars models check scripted/faithful", "see what it does, without any model"),
    ),
)
def check(
    *,
    model: Annotated[str, typer.Argument(metavar="MODEL", help="As LiteLLM names it, or scripted/NAME.")],
    api_base: Annotated[
        str | None, typer.Option("--api-base", metavar="URL", help="Another server of the provider's API.")
    ] = None,
    conversations: Annotated[int, typer.Option(min=1, metavar="N", help="Conversations, of all families.")] = 4,
    seconds: Annotated[float, typer.Option(min=1, metavar="S", help="Time for all of them.")] = 30.0,
    domain: Domain = "retail",
    data_dir: DataDir = DEFAULT_DATA_DIR,
    as_json: AsJSON = False,
) -> None:
    """Find out whether a model is good enough to play customers.

    An agent that does everything right serves customers who decide as always, and whose words are the model's. Counted
    is whether it keeps to the facts, how often a template had to speak in its place, whether it answers in a schema,
    how long it takes and what a conversation costs. Exit code 1 says that it is not good enough.
    """
    from app.cli import output
    from app.cli.models_check import checked, shown

    found = checked(model, domain, api_base=api_base, conversations=conversations, seconds=seconds, data_dir=data_dir)
    if as_json:
        output.print_json(found.model_dump(mode="json"))
    else:
        output.console().print(shown(found))
    if found.verdict in {"not good enough", "unknown"}:
        raise typer.Exit(1)
