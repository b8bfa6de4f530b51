"""Measuring customers from the command line: which conversations, how far it is, and where their sessions are kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.agents.manners import MANNERS
from app.audit.customers.figures import Figures, figures_of, worst
from app.audit.customers.measuring import PERSONAS, NotPlayed, Plan, measure, sampled
from app.audit.customers.mistakes import Examined
from app.certificates import certifier
from app.cli import output, render_customers
from app.cli.auditing import chosen_tasks
from app.cli.configured import settings
from app.cli.counting import counted
from app.cli.fault import CommandFailed
from app.cli.local import domain_named
from app.cli.options import place
from app.cli.service import connect
from domains.kit.domain import Domain
from domains.kit.task import Task

LINE_EVERY = 100


@dataclass(frozen=True)
class Wanted:
    """Which conversations were asked for."""

    domain: str
    split: str | None
    tasks: int | None
    seeds: int
    manners: str | None
    personas: str | None
    customer: str
    workers: int | None
    keep: bool


@dataclass(frozen=True)
class Kept:
    """Where sessions are kept."""

    data_dir: Path
    url: str | None
    key: str | None


def measure_customers(wanted: Wanted, kept: Kept, *, as_json: bool) -> bool:
    """Hold and examine the conversations, show what is wrong, and return whether it is all right."""
    domain = domain_named(wanted.domain)
    plan = Plan(
        tasks=tuple(task.id for task in sampled(playable(domain, wanted.split), wanted.tasks)),
        seeds=tuple(map(str, range(wanted.seeds))),
        manners=_named(wanted.manners, list(MANNERS), "manner"),
        personas=_named(wanted.personas, list(PERSONAS), "persona"),
        customer=wanted.customer,
        keep=wanted.keep,
    )
    examined = _measured(domain, plan, wanted.workers)
    if wanted.keep:
        examined = _imported(examined, kept)
    figures = figures_of(examined, customer=wanted.customer)
    if as_json:
        output.print_json(_document(figures, examined))
    else:
        show = f"regulars sessions show {{}}{place(kept.data_dir, kept.url)}" if wanted.keep else None
        screen = output.console()
        screen.print(render_customers.report(figures, worst(examined), width=screen.width, show=show))
    return figures.ok


def playable(domain: Domain, split: str | None) -> list[Task]:
    """The certified tasks, or all where the service may play those without a certificate."""
    tasks = chosen_tasks(domain, (), split)
    if settings().allow_uncertified:
        return tasks
    certified = certifier()
    if playable := [task for task in tasks if certified(domain, task)]:
        return playable
    raise CommandFailed(
        f"None of these tasks of {domain.name} has a valid certificate.",
        "`regulars tasks audit --write` gives them; REGULARS_ALLOW_UNCERTIFIED=true does without.",
    )


def _named(given: str | None, known: Sequence[str], what: str) -> tuple[str, ...]:
    if given is None:
        return tuple(known)
    names = tuple(dict.fromkeys(name.strip() for name in given.split(",") if name.strip()))
    if unknown := [name for name in names if name not in known]:
        raise CommandFailed(f"There is no {what} {unknown[0]!r}.", f"Choose from {', '.join(known)}.")
    if not names:
        raise CommandFailed(f"No {what} is named.", f"Choose from {', '.join(known)}.")
    return names


def _measured(domain: Domain, plan: Plan, workers: int | None) -> list[Examined]:
    with counted("conversations", "conversations held", total=plan.conversations, line_every=LINE_EVERY) as advance:

        def seen(examined: Sequence[Examined]) -> None:
            wrong = {mistake.kind.value for each in examined for mistake in each.mistakes if mistake.blocking}
            advance(
                len(examined), f"{examined[0].task}, {examined[0].manner}: {', '.join(sorted(wrong))}" if wrong else ""
            )

        try:
            return measure(domain, plan, workers=workers, progress=seen)
        except NotPlayed as error:
            raise CommandFailed(f"No session can be opened: {error}", "Choose another kind with --customer.") from None


def _imported(examined: Sequence[Examined], kept: Kept) -> list[Examined]:
    """The same with the ids under which the sessions are kept."""
    with connect(kept.url, kept.key, kept.data_dir, missing="make") as service:
        return [_renamed(each, str(service.operator.load(each.transcript)["id"])) for each in examined]


def _renamed(each: Examined, session: str) -> Examined:
    mistakes = tuple(mistake.model_copy(update={"session": session}) for mistake in each.mistakes)
    return each.model_copy(update={"session": session, "mistakes": mistakes, "transcript": None})


def _document(figures: Figures, examined: Sequence[Examined]) -> dict[str, object]:
    conversations = [each.model_dump(mode="json", exclude={"transcript"}) for each in examined]
    return {"ok": figures.ok, "figures": figures.model_dump(mode="json"), "conversations": conversations}
