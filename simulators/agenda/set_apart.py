"""Things that a message sets apart: it says no to them, in whatever words, and goes on with others of the same goal."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domains.kit.scenario import BranchOn, Want
from simulators.agenda.deliberation import Deliberation
from simulators.understand.acts import Act, Clause
from simulators.understand.slots import CHOICE
from simulators.understand.values import says

_ASKS = frozenset({Act.REQUEST, Act.CONFIRM})
_BEGINS = re.compile(r"^\s*(?:[-+\u2022\u2013\u00b7]|\*(?!\*))?\s*")
"""What a line of a list begins with: the more of it, the deeper the line stands."""


@dataclass(frozen=True)
class _Part:
    """What a message says of the same things in one breath."""

    text: str
    things: tuple[Want, ...]
    """The things that it names, or that the part before it was about, where it names none."""
    asks: bool
    """Whether it belongs to a question or a request."""
    says_no: bool
    rules: bool = False
    """Whether it is of what the goal is about in general, or of things that it does not name."""


def set_apart(talk: Deliberation) -> tuple[Want, ...]:
    """The things of the present goal that a message says no to, and goes on without: what it asks is about others,
    or it says of others that they may be had. What is only named, forgotten or put off is not among them.

    None where the goal does not go on without them.
    """
    things = [want for want in talk.wants() if want.key == CHOICE]
    if len(things) < 2 or not talk.underway() or talk.branch(BranchOn.PARTLY_REFUSED) is None:
        return ()
    parts = [*_parts(talk, things), *_lines(talk, things)]
    taken = [part for part in parts if not part.says_no]
    asked = _among(things, [part for part in taken if part.asks])
    if not asked and any(part.asks and talk.cues.every_one.search(part.text) for part in taken):
        return ()
    going = asked or [want for want in things if any(part.things == (want,) for part in taken)]
    open_to_no = [
        want for want in things if want not in asked and talk.has_wished(want) and not _put_off(talk, want, taken)
    ]
    apart = [want for want in open_to_no if any(part.says_no and part.things == (want,) for part in parts)]
    if not apart and _leaves_others(talk, parts):
        apart = [want for want in open_to_no if want not in going]
    goes_on = any(want not in apart for want in going) or _asks_for_the_rest(talk, parts)
    return tuple(apart) if len(apart) < len(things) and goes_on else ()


def _parts(talk: Deliberation, things: Sequence[Want]) -> Iterator[_Part]:
    """The parts of the clauses of a message, each with what it is about."""
    cues, about, ruled = talk.cues.parts, tuple[Want, ...](), False
    for clause in talk.heard.reading.clauses:
        asks = bool(clause.acts & _ASKS) or clause.text.rstrip().endswith("?")
        about = about if cues.points_back.search(clause.text) and not asks else ()
        # A question whether it is so of one thing alone refuses nothing.
        doubts = (
            clause.text.rstrip().endswith("?")
            and len(_named(clause.text, things)) < 2
            and not cues.the_other.search(clause.text)
        )
        for text in _split(talk, clause.text):
            about = _named(text, things) or about
            belongs = ruled and not asks and cues.belongs.search(text) is not None
            no = not doubts and (belongs or _says_no(talk, text))
            ruled = no and not about and not asks
            yield _Part(text, about, asks, no, ruled and _is_rule(talk, clause, text))


def _is_rule(talk: Deliberation, clause: Clause, text: str) -> bool:
    return talk.goal.action in clause.actions or talk.cues.parts.the_other.search(text) is not None


def _split(talk: Deliberation, text: str) -> Iterator[str]:
    """A clause cut where it turns from one thing to another, or from what is so to why."""
    cues = talk.cues.parts
    for piece in cues.stands_between.split(text):
        before = ""
        for part in cues.joins.split(piece):
            if before and not (cues.says.search(before) and cues.says.search(part)):
                before = f"{before} and {part}"
                continue
            if before:
                yield before
            before = part
        yield before


def _lines(talk: Deliberation, things: Sequence[Want]) -> Iterator[_Part]:
    """The lines of a message that have a sign for yes or no, and those that stand below the name of a thing."""
    cues, about, depth = talk.cues.parts, tuple[Want, ...](), 0
    for line in talk.heard.text.splitlines():
        here, named = len(line) - len(_BEGINS.sub("", line)), _named(line, things)
        crossed, ticked = cues.crossed_out.search(line) is not None, cues.ticked.search(line) is not None
        if named:
            about, depth = named, here
        elif here <= depth:
            about = ()
        if not about or len(about) > 1:
            continue
        if crossed is not ticked:
            yield _Part(line, about, asks=False, says_no=crossed)
        elif not named:
            yield _Part(line, about, asks=False, says_no=_says_no(talk, line))


def _says_no(talk: Deliberation, text: str) -> bool:
    cues = talk.cues.parts
    return cues.no.search(cues.no_matter.sub(" ", text)) is not None


def _leaves_others(talk: Deliberation, parts: Sequence[_Part]) -> bool:
    """Whether a message says no to what it does not name: to the other one, or by a rule, and asks for one alone."""
    cues = talk.cues.parts
    rules = [part for part in parts if part.rules]
    alone = any(part.things and not part.says_no and cues.alone.search(part.text) for part in parts)
    return any(alone or cues.the_other.search(part.text) for part in rules)


def _put_off(talk: Deliberation, want: Want, taken: Sequence[_Part]) -> bool:
    return any(part.things == (want,) and talk.cues.parts.postpones.search(part.text) for part in taken)


def _asks_for_the_rest(talk: Deliberation, parts: Sequence[_Part]) -> bool:
    return any(part.asks and talk.cues.parts.the_other.search(part.text) for part in parts)


def _among(things: Sequence[Want], parts: Sequence[_Part]) -> list[Want]:
    return [want for want in things if any(want in part.things for part in parts)]


def _named(text: str, things: Sequence[Want]) -> tuple[Want, ...]:
    return tuple(want for want in things if says(text, want.kind, want.value, want.say))
