"""Figures of many conversations: how often customers err, and how they talk."""

from collections.abc import Callable, Iterable, Sequence

from app.audit.customers.mistakes import Examined, Kind, ModelWords
from app.engine.events import EndReason
from app.grading.estimates import Estimate, Outcome, estimate, tallies
from domains.kit.records import Frozen

WORST = 10


class KindFigures(Frozen):
    """One kind of mistake."""

    kind: Kind
    mistakes: int
    blocking: int
    conversations: int
    """In which there is at least one."""
    share: Estimate
    """Of conversations in which there is at least one; times 100 it is how many of a hundred."""


class Group(Frozen):
    """The conversations in one manner, or with one persona."""

    name: str
    conversations: int
    success: Estimate
    uncertain: int
    """Conversations that ended as `sim_uncertain`."""
    mistakes: int


class Figures(Frozen):
    """All that is known of a customer after some conversations."""

    customer: str
    conversations: int
    tasks: int
    success: Estimate
    uncertain: Estimate
    """The share that ended as `sim_uncertain`."""
    kinds: tuple[KindFigures, ...]
    by_manner: tuple[Group, ...]
    by_persona: tuple[Group, ...]
    mean_messages: float
    """Of the agent to the customer, a conversation."""
    short_replies: float
    """Share of the replies."""
    polite_replies: float
    corrections: int
    words: ModelWords
    """Of all conversations together."""
    unexplained: tuple[str, ...]
    """Sessions that failed and in which no mistake was found: the detector, the task or gold is to be looked at."""

    @property
    def ok(self) -> bool:
        """Whether no mistake is blocking and no fact was invented."""
        invented = any(each.kind is Kind.INVENTED_FACT and each.mistakes for each in self.kinds)
        return not invented and not any(each.blocking for each in self.kinds)


def figures_of(examined: Sequence[Examined], *, customer: str) -> Figures:
    """The figures of at least one conversation."""
    replies = sum(each.replies for each in examined) or 1
    return Figures(
        customer=customer,
        conversations=len(examined),
        tasks=len({each.task for each in examined}),
        success=_share(examined, lambda each: each.success),
        uncertain=_share(examined, _is_uncertain),
        kinds=tuple(_of_kind(examined, kind) for kind in Kind),
        by_manner=_groups(examined, lambda each: each.manner),
        by_persona=_groups(examined, lambda each: each.persona),
        mean_messages=sum(each.messages for each in examined) / len(examined),
        short_replies=sum(each.short for each in examined) / replies,
        polite_replies=sum(each.polite for each in examined) / replies,
        corrections=sum(each.corrections for each in examined),
        words=_together([each.words for each in examined]),
        unexplained=tuple(each.session for each in examined if not each.success and not each.mistakes),
    )


def _together(words: Sequence[ModelWords]) -> ModelWords:
    return ModelWords(
        calls=sum(each.calls for each in words),
        cost_usd=sum(each.cost_usd for each in words),
        stopped=sum(each.stopped for each in words),
        templates=sum(each.templates for each in words),
        replies=sum(each.replies for each in words),
    )


def worst(examined: Iterable[Examined], *, count: int = WORST) -> list[Examined]:
    """The conversations with mistakes, those that failed and those with the most of them first."""
    wrong = [each for each in examined if each.mistakes]
    return sorted(wrong, key=lambda each: (each.success, -len(each.mistakes)))[:count]


def _is_uncertain(each: Examined) -> bool:
    return each.end_reason == EndReason.SIM_UNCERTAIN


def _share(examined: Iterable[Examined], holds: Callable[[Examined], bool]) -> Estimate:
    return estimate(tallies(Outcome(each.task, holds(each)) for each in examined).values())


def _of_kind(examined: Sequence[Examined], kind: Kind) -> KindFigures:
    mistakes = [mistake for each in examined for mistake in each.mistakes if mistake.kind is kind]
    has_one = {mistake.session for mistake in mistakes}
    return KindFigures(
        kind=kind,
        mistakes=len(mistakes),
        blocking=sum(mistake.blocking for mistake in mistakes),
        conversations=len(has_one),
        share=_share(examined, lambda each: each.session in has_one),
    )


def _groups(examined: Iterable[Examined], name_of: Callable[[Examined], str]) -> tuple[Group, ...]:
    by_name: dict[str, list[Examined]] = {}
    for each in examined:
        by_name.setdefault(name_of(each), []).append(each)
    return tuple(
        Group(
            name=name,
            conversations=len(found),
            success=_share(found, lambda each: each.success),
            uncertain=sum(map(_is_uncertain, found)),
            mistakes=sum(len(each.mistakes) for each in found),
        )
        for name, found in by_name.items()
    )
