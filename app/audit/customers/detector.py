"""Finds a customer's mistakes in a recorded session, whatever kind of customer it was.

It judges from what was said, from what the agent meant, and from the task. Neither what the customer read in a message
nor what it decided is believed.
"""

from collections.abc import Callable, Iterator, Sequence

from app.agents.notes import Notes
from app.audit.customers import answers, branches, endings, values
from app.audit.customers.mistakes import Found, Kind
from app.audit.customers.talk import Talk, talk_of
from app.engine.events import Event
from domains.kit.lexicon import Lexicon
from domains.kit.scenario import Persona
from domains.kit.task import Task

Rule = Callable[[Talk], Iterator[Found]]
RULES: tuple[Rule, ...] = (
    values.invented,
    values.leaked,
    values.contradicted,
    answers.unread,
    branches.ignored,
    answers.wrong,
    endings.early,
    endings.never,
)
_FOLLOWS = frozenset({Kind.WRONG_ANSWER, Kind.ENDED_EARLY, Kind.NEVER_ENDED, Kind.CONTRADICTION})
"""What a customer does who is on another way than the agent: a branch that was ignored explains it."""


def mistakes_in(
    task: Task, lexicon: Lexicon, events: Sequence[Event], notes: Notes, *, persona: Persona | None = None
) -> list[Found]:
    """The mistakes of one session, in order. What one mistake explains is not counted as another.

    Without a persona the customer was the scenario's.
    """
    talk = talk_of(task, lexicon, events, notes, persona or task.scenario.persona)
    found = [mistake for rule in RULES for mistake in rule(talk)]
    return sorted((each for each in found if not _explained(each, found)), key=lambda each: each.step)


def _explained(mistake: Found, found: Sequence[Found]) -> bool:
    """Whether a value from nowhere is the wrong answer, or an ignored branch is what all else follows from."""
    if mistake.kind in {Kind.WRONG_ANSWER, Kind.CONTRADICTION}:
        at_once = {each.kind for each in found if each.step == mistake.step}
        if Kind.INVENTED_FACT in at_once or (mistake.kind is Kind.WRONG_ANSWER and Kind.CONTRADICTION in at_once):
            return True
    turned = [each.step for each in found if each.kind is Kind.IGNORED_BRANCH]
    return mistake.kind in _FOLLOWS and any(mistake.step >= step for step in turned)
