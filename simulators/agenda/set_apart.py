"""What a message sets apart: it says no to it, in whatever words, and goes on with others of the same kind."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from domains.kit.scenario import BranchOn, Fact, Want
from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation, wants_at
from simulators.agenda.inner import next_open
from simulators.agenda.moves import Item, item_of
from simulators.understand.acts import Act, Clause
from simulators.understand.slots import CHOICE
from simulators.understand.values import says

_ASKS = frozenset({Act.REQUEST, Act.CONFIRM})
_OFFERS = frozenset({Act.CONFIRM, Act.OFFER})
_BEGINS = re.compile(r"^\s*(?:[-+\u2022\u2013\u00b7]|\*(?!\*))?\s*")
"""What a line of a list begins with: the more of it, the deeper the line stands."""
_OWNS = re.compile(r"['\u2019]s\b")
"""Ends a name that owns something, or is something: "the lamp's return", "the lamp's sold"."""
_No = Callable[[str], bool]
"""Whether a text says no."""


@dataclass(frozen=True)
class _Part:
    """What a message says of the same things in one breath."""

    text: str
    items: tuple[Item, ...]
    """The things that it names, or that the part before it was about, where it names none."""
    asks: bool
    """Whether it belongs to a question or a request."""
    says_no: bool
    rules: bool = False
    """Whether it is of what the goal is about in general, or of things that it does not name."""


def set_apart(talk: Deliberation) -> tuple[Want, ...]:
    """The things of the present goal that a message sets apart; none where it does not go on without them, or where
    they were not wished for yet."""
    things = [want for want in talk.wants() if want.key == CHOICE]
    if len(things) < 2 or not talk.underway() or talk.branch(BranchOn.PARTLY_REFUSED) is None:
        return ()
    items = list(map(item_of, things))
    apart = _apart(talk, items, _told(talk, items, lambda text: _says_no(talk, text)))
    return tuple(want for want in things if item_of(want) in apart and talk.has_wished(want))


def refuses_only_let_go(talk: Deliberation) -> bool:
    """Whether a message says no to nothing but what the customer has let go before, or asks about what is left."""
    things = [want for want in wants_at(talk.goal, talk.state.rank) if want.key == CHOICE]
    gone = [item_of(want) for want in things if want.value in talk.state.let_go]
    if not gone:
        return False
    items = list(map(item_of, things))
    parts = list(_parts(talk, items, lambda text: _says_no(talk, text)))
    left = [item for item in items if item not in gone]
    taken = [item for item in left if any(item in part.items and not part.says_no for part in parts)]
    refused = {item for part in parts if part.says_no for item in part.items}
    if any(item in refused and item not in taken for item in left):
        return False
    offered = bool(taken) and not talk.acts.isdisjoint(_OFFERS)
    asked = any(part.asks and item in part.items for part in parts for item in taken)
    return offered or asked or any(item in refused for item in gone)


def ids_set_apart(talk: Deliberation) -> tuple[Fact, ...]:
    """The identifiers that a message sets apart, where several were told for several goals of the same kind, and which
    of them stands for which goal is not said."""
    following = next_open(talk.scenario, talk.inner)
    alike = following is not None and following.action == talk.goal.action
    if not (alike and talk.underway() and talk.goal.needs_write) or Act.CLAIM_DONE in talk.acts:
        return ()
    told = [fact for fact in talk.scenario.facts if fact.kind is ValueKind.ID and talk.may_say(fact)]
    general = [fact for fact in told if fact.goal is None and len([f for f in told if f.key == fact.key]) > 1]
    items = list(map(item_of, general))
    parts = _told(talk, items, lambda text: _says_firmly(talk, text))
    apart = _apart(talk, items, parts) or _not_proposed(talk, items, parts)
    return tuple(fact for fact in general if item_of(fact) in apart)


def _not_proposed(talk: Deliberation, items: Sequence[Item], parts: Sequence[_Part]) -> list[Item]:
    """What a message tells of and does not propose after a refusal was contested: it proposes others alone, and gives
    in to nothing."""
    turns, clauses = talk.cues.turns, talk.heard.reading.clauses
    gives_in = any(cue.search(talk.heard.text) for cue in (turns.grant, turns.promise, talk.cues.standing.mistaken))
    if not talk.state.contested or Act.CONFIRM not in talk.acts or gives_in:
        return []
    proposing = [clause for clause in clauses if clause.acts & _OFFERS or talk.goal.action in clause.actions]
    proposed = [item for clause in proposing for item in _named(clause.text, items)]
    left = [item for item in _named(talk.heard.text, items) if item not in proposed]
    return left if proposed and not any(_put_off(talk, item, parts) for item in left) else []


def _apart(talk: Deliberation, items: Sequence[Item], parts: Sequence[_Part]) -> list[Item]:
    """What a message says no to and goes on without: what it asks is about others, or it says of others that they may
    be had. What is only named, forgotten or put off is not among it."""
    taken = [part for part in parts if not part.says_no]
    asked = [item for item in items if any(part.asks and item in part.items for part in taken)]
    if not asked and any(part.asks and talk.cues.every_one.search(part.text) for part in taken):
        return []
    going = asked or [item for item in items if any(part.items == (item,) for part in taken)]
    open_to_no = [item for item in items if item not in asked and not _put_off(talk, item, taken)]
    apart = [item for item in open_to_no if any(part.says_no and part.items == (item,) for part in parts)]
    if len(apart) == len(items):
        apart = [item for item in apart if item not in going]
    if not apart and _leaves_others(talk, parts):
        apart = [item for item in open_to_no if item not in going]
    goes_on = any(item not in apart for item in going) or _asks_for_the_rest(talk, parts)
    return apart if len(apart) < len(items) and goes_on else []


def _told(talk: Deliberation, items: Sequence[Item], no: _No) -> list[_Part]:
    """All that a message says, clause by clause and line by line."""
    return [*_parts(talk, items, no), *_lines(talk, items, no)]


def _parts(talk: Deliberation, items: Sequence[Item], no: _No) -> Iterator[_Part]:
    """The parts of the clauses of a message, each with what it is about."""
    cues, about, ruled = talk.cues.parts, tuple[Item, ...](), False
    for clause in talk.heard.reading.clauses:
        question = clause.text.rstrip().endswith("?")
        asks = question or bool(clause.acts & _ASKS)
        about = about if cues.points_back.search(clause.text) and not asks else ()
        # A question whether it is so of one thing alone refuses nothing.
        doubts = question and len(_named(clause.text, items)) < 2 and not cues.the_other.search(clause.text)
        for text in _split(talk, clause.text):
            about = _named(text, items) or about
            belongs = ruled and not asks and cues.belongs.search(text) is not None
            says_no = not doubts and (belongs or no(text))
            ruled = says_no and not about and not asks
            yield _Part(text, about, asks, says_no, ruled and _is_rule(talk, clause, text))


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


def _lines(talk: Deliberation, items: Sequence[Item], no: _No) -> Iterator[_Part]:
    """The lines of a message that have a sign for yes or no, and those that stand below the name of a thing."""
    cues, about, depth = talk.cues.parts, tuple[Item, ...](), 0
    for line in talk.heard.text.splitlines():
        here, named = len(line) - len(_BEGINS.sub("", line)), _named(line, items)
        crossed, ticked = cues.crossed_out.search(line) is not None, cues.ticked.search(line) is not None
        if named:
            about, depth = named, here
        elif here <= depth:
            about = ()
        if len(about) != 1:
            continue
        if crossed is not ticked:
            yield _Part(line, about, asks=False, says_no=crossed)
        elif not named:
            yield _Part(line, about, asks=False, says_no=no(line))


def _says_no(talk: Deliberation, text: str) -> bool:
    cues = talk.cues.parts
    return cues.no.search(cues.no_matter.sub(" ", text)) is not None


def _says_firmly(talk: Deliberation, text: str) -> bool:
    """Whether it says that something cannot be, or is out of the agent's hands."""
    rest = talk.cues.parts.no_matter.sub(" ", text)
    return any(cue.search(rest) for cue in (talk.cues.parts.firm_no, talk.cues.standing.on_its_way))


def _leaves_others(talk: Deliberation, parts: Sequence[_Part]) -> bool:
    """Whether a message says no to what it does not name: to the other one, or by a rule, and asks for one alone."""
    cues = talk.cues.parts
    if _stands_by_no(talk, parts):
        return True
    rules = [part for part in parts if part.rules]
    alone = any(part.items and not part.says_no and cues.alone.search(part.text) for part in parts)
    return any(alone or cues.the_other.search(part.text) for part in rules)


def _stands_by_no(talk: Deliberation, parts: Sequence[_Part]) -> bool:
    """Whether a message says no once more to what was contested, without naming it, and offers what it names."""
    refuses = Act.REFUSE in talk.acts and any(part.says_no and not (part.items or part.asks) for part in parts)
    return bool(talk.state.contested) and refuses and not talk.acts.isdisjoint(_OFFERS)


def _put_off(talk: Deliberation, item: Item, taken: Sequence[_Part]) -> bool:
    return any(part.items == (item,) and talk.cues.parts.postpones.search(part.text) for part in taken)


def _asks_for_the_rest(talk: Deliberation, parts: Sequence[_Part]) -> bool:
    return any(part.asks and talk.cues.parts.the_other.search(part.text) for part in parts)


def _named(text: str, items: Sequence[Item]) -> tuple[Item, ...]:
    plain = _OWNS.sub("", text)
    return tuple(item for item in items if says(plain, item.kind, item.value, item.forms))
