"""Questions that put what is wanted to choice beside something else: "to your card, or to your wallet?"."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from domains.kit.scenario import Want
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.moves import item_of
from simulators.agenda.naming import names_rival, says_right
from simulators.agenda.rivals import rivals_of
from simulators.understand.acts import Act, Clause

_SENTENCE = re.compile(r"(?<=[.!?])\s+")


class Choice(NamedTuple):
    """A question with what is wanted of the values that it puts up."""

    clause: Clause
    wants: tuple[Want, ...]


def choices(talk: Deliberation) -> list[Choice]:
    """The questions of a message that put wants of the present goal to choice. They propose neither side of it, and the
    answer is what is wanted."""
    if not talk.underway():
        return []
    found = (
        Choice(clause, tuple(want for want in talk.wants() if _is_put_up(talk, want, sides)))
        for clause in talk.heard.reading.clauses
        if (sides := tuple(_sides(talk, _asked(clause))))
    )
    return [choice for choice in found if choice.wants]


def _asked(clause: Clause) -> str:
    """What a clause asks; a proposal that only ends in "OK?" asks for no choice."""
    if clause.text.rstrip().endswith("?"):
        return _SENTENCE.split(clause.text)[-1]
    return clause.text if clause.acts & {Act.REQUEST, Act.OFFER} else ""


def _is_put_up(talk: Deliberation, want: Want, sides: Sequence[tuple[str, str]]) -> bool:
    """Whether what is wanted stands on one side of an "or", and something in its place on the other."""
    item, rivals = item_of(want), rivals_of(talk, talk.goal, want)
    return any(says_right(one, item, rivals) and names_rival(other, item, rivals) for one, other in sides)


def _sides(talk: Deliberation, text: str) -> Iterator[tuple[str, str]]:
    for either in talk.cues.questions.either_or.finditer(text):
        before, after = text[: either.start()], text[either.end() :]
        yield before, after
        yield after, before
