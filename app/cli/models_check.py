"""Checking a model from the command line, and what it has shown."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text

from app.agents.play import Played
from app.audit.models import ModelCheck, check_model
from app.cli import output
from app.cli.configured import settings
from app.cli.counting import counted
from app.cli.fault import CommandFailed
from app.cli.local import domain_named
from app.logs import configure_logs
from app.models.opening import open_gateway

STYLES = {"good": "bold green", "usable": "bold yellow", "not good enough": "bold red", "unknown": "bold"}


def checked(
    model: str, domain_name: str, *, api_base: str | None, conversations: int, seconds: float, data_dir: Path
) -> ModelCheck:
    """Hold the conversations; a model that gives nothing at all is an error of one line."""
    domain = domain_named(domain_name)
    configure_logs("error", "text")

    async def whole() -> ModelCheck:
        # Answers that are kept already would make any model look fast.
        gateway = open_gateway(settings(data_dir=data_dir, model_cache=False))
        try:
            with counted("talking", "conversations held", total=conversations, line_every=1) as advance:

                def seen(played: Played) -> None:
                    advance(1, played.error or "")

                return await check_model(
                    model,
                    gateway,
                    domain,
                    conversations=conversations,
                    seconds=seconds,
                    api_base=api_base,
                    progress=seen,
                )
        finally:
            await gateway.close()

    found = asyncio.run(whole())
    if found.failure is not None and found.stopped.get("model") == found.replies:
        raise CommandFailed(f"The model gave no answer: {found.failure}", "Check its name, its key and --api-base.")
    return found


def shown(found: ModelCheck) -> RenderableType:
    """The figures, and the verdict."""
    made = output.table("what", "seen", fold=("seen",))
    for what, seen in _figures(found):
        made.add_row(what, seen)
    verdict = Text(f"{found.model} as a customer: ") + Text(f"{found.verdict}.", style=STYLES[found.verdict])
    return Group(made, verdict, *(Text(f"  {why}") for why in found.why))


def _figures(found: ModelCheck) -> Iterator[tuple[str, str]]:
    yield (
        "conversations",
        f"{found.finished} of {found.conversations} finished in time, {found.succeeded} as they should",
    )
    yield (
        "replies worded",
        f"{found.replies}, {found.first_time} at the first try, {found.templates} by a template instead",
    )
    if found.stopped:
        yield "stopped by checks", ", ".join(f"{check} {count}" for check, count in found.stopped.items())
    if found.readings:
        yield "readings in schema", f"{found.in_schema} of {found.readings}, {found.agreed} the same as the rules'"
    if found.median_seconds is not None:
        yield "a reply takes", f"{found.median_seconds:.1f} s (median), {found.slowest_seconds:.1f} s at most"
    if found.first_words_seconds is not None:
        yield "first words come", f"after {found.first_words_seconds:.1f} s of a call (median)"
    yield "calls", f"{found.calls}, {found.tokens} tokens"
    cost = found.cost_per_conversation_usd
    yield "a conversation costs", "no known price" if cost is None else f"${cost:.4f}"
