"""What the customer does when something is not to be had."""

import re
from collections.abc import Sequence

from domains.kit.scenario import Branch, BranchOn, BranchThen, Want
from domains.kit.values import ValueKind
from simulators.agenda.asked import has_answer
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.granted import has_yet_to_look
from simulators.agenda.inner import Stage
from simulators.agenda.moves import MoveKind, item_of
from simulators.agenda.only_others import there_are_only_others
from simulators.agenda.refusals import follow, hear_refusal, take_next
from simulators.agenda.tables import in_table, unavailable_cells
from simulators.understand.acts import Act, Clause
from simulators.understand.slots import CHOICE
from simulators.understand.values import says

_ABOUT_STOCK = (Act.INFORM, Act.OFFER, Act.REFUSE, Act.NOT_FOUND)

_PARTS = re.compile(r"[;:()\u2013\u2014]")
_JOINED = re.compile(r"\W*(?:and|or)\b|\W*[\w-]+ (?:and|or)\b")
"""Begins the last of several things of which the same is said: "red and sand are gone"."""
_PAID = "payment_method"
"""What a change is paid with, which is no option of it."""
_CONDITION = re.compile(r"\b(?:once|if|when|before|until|in case|whether)\b[^,;:]*", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
_DENIES = re.compile(r"n['\u2019]t\b|\bnot\b", re.IGNORECASE)
_LISTED = 3
"""Words that something in a list has at most."""


def hear_unavailable(talk: Deliberation) -> None:
    """Takes the next preference, or the branch, when what is wanted is said to be unavailable, or is not on offer."""
    done = talk.heard.wrote and not talk.inner.wrote_used
    if done or not talk.underway() or has_yet_to_look(talk):
        return
    if _goes_back(talk) or (_is_asked_again(talk) and take_next(talk)):
        return
    puts_up = talk.clauses(Act.OFFER) or _refuses_wish(talk)
    if puts_up and (offered := _best_rank(talk, on_offer(talk))) not in {None, talk.state.rank}:
        take_next(talk, offered)
        return
    if not _unavailable(talk):
        return
    branch = talk.branch(BranchOn.UNAVAILABLE)
    if take_next(talk):
        return
    if branch is not None:
        _say_what_it_was_to_be(talk, branch)
        follow(talk, branch)
    elif talk.goal.wants or talk.goal.preference:
        hear_refusal(talk)


def _is_asked_again(talk: Deliberation) -> bool:
    """Whether a message asks once more for what was refused and contested, and names no longer what was refused."""
    branch, wishes = talk.branch(BranchOn.REFUSED), _ranked(talk, talk.state.rank)
    if branch is None or branch.then is not BranchThen.NEXT_PREFERENCE or not talk.state.contested:
        return False
    by_name = not {want.key for want in wishes}.isdisjoint(talk.slots)
    by_values = CHOICE in talk.slots and _best_rank(talk, on_offer(talk)) is not None
    return (by_name or by_values) and all(
        talk.has_wished(want) and not is_said(talk.heard.text, want) for want in wishes
    )


def _goes_back(talk: Deliberation) -> bool:
    """Goes back to a better preference that is there after all, where a clause says that of it alone; true if so."""
    present = _ranked(talk, talk.state.rank)
    for rank in range(talk.state.rank):
        wishes = _ranked(talk, rank)
        others = [want for want in present if want.value not in {wish.value for wish in wishes}]
        for clause in talk.heard.reading.clauses:
            there = talk.cues.standing.in_stock.search(clause.text) and not talk.cues.unavailable.search(clause.text)
            alone = not any(is_said(clause.text, want) for want in others)
            if there and alone and all(is_said(clause.text, want) for want in wishes):
                talk.change(rank=rank, stage=Stage.STATED)
                talk.say(MoveKind.CHOOSE, goal=talk.goal.id, items=tuple(map(item_of, wishes)))
                return True
    return False


def _say_what_it_was_to_be(talk: Deliberation, branch: Branch) -> None:
    """Names what is not to be had and was not asked for yet, so that nobody wonders why the goal is let go."""
    clauses = [clause.text for clause in talk.clauses(*_ABOUT_STOCK) if talk.cues.unavailable.search(clause.text)]
    texts = [*(text for text in clauses if not in_table(text)), *unavailable_cells(talk)]
    options = [want for want in talk.wants() if want.key != CHOICE] or talk.wants()
    unsaid = [want for want in options if not talk.has_wished(want) and any(is_said(text, want) for text in texts)]
    if unsaid and branch.then in {BranchThen.ABANDON, BranchThen.ACCEPT} and not branch.say:
        talk.say(MoveKind.ONLY_THAT, goal=talk.goal.id, items=tuple(map(item_of, unsaid)))


def _unavailable(talk: Deliberation) -> bool:
    """Whether a clause, or a cell of a table, says that the present wish is not to be had: it names the wish, or no
    other value."""
    if talk.goal.preference is None and talk.branch(BranchOn.UNAVAILABLE) is None:
        return False
    if any(_names_wish(talk, cell) for cell in unavailable_cells(talk)):
        return True
    if talk.goal.preference is None and all(want.key in {CHOICE, _PAID} for want in talk.wants()):
        return _none_is_cheaper(talk)
    if there_are_only_others(talk, _ranked(talk, talk.state.rank) or talk.wants()):
        return True
    named_only = Act.REQUEST in talk.acts and has_answer(talk)
    return any(
        _says_unavailable(talk, clause) and _concerns_wish(talk, clause, named_only=named_only)
        for clause in talk.heard.reading.clauses
        if not in_table(clause.text) and (not clause.acts or clause.acts.intersection(_ABOUT_STOCK))
    )


def _none_is_cheaper(talk: Deliberation) -> bool:
    """Whether a message says that nothing costs less than what the customer has, and of nothing that it does."""
    money, texts = talk.cues.money, [clause.text for clause in talk.heard.reading.clauses]
    told = [text for text in texts if money.none_cheaper.search(text)]
    less = (text for text in texts if money.goes_back.search(text) and money.amount.search(text))
    return bool(told) and all(text in told for text in less)


def _says_unavailable(talk: Deliberation, clause: Clause) -> bool:
    """Whether a clause says that something is not to be had, and not that what is wished for is, unlike others."""
    parts = talk.cues.but.split(clause.text)
    gone = [part for part in parts if _is_gone(talk, part)]
    options = [want for want in _ranked(talk, talk.state.rank) or talk.wants() if want.key != CHOICE]
    named = any(is_said(talk.heard.text, want) for want in options)
    if named and gone and all(talk.cues.turns.others.search(part) for part in gone):
        return False
    there = [part for part in parts if part not in gone]
    wishes = _ranked(talk, talk.state.rank) or talk.wants()
    unlike = not any(is_said(part, want) for part in gone for want in wishes) and (
        any(
            _names_wish(talk, part) and (_is_there(talk, part) or _names_any("\n".join(gone), wishes)) for part in there
        )
        or any(_names_another_of(want, gone) and any(is_said(part, want) for part in there) for want in wishes)
    )
    return bool(gone) and not (unlike or _there_beside_others(talk, clause.text, wishes))


def _is_gone(talk: Deliberation, part: str) -> bool:
    """Whether a part of a clause says that something is not to be had, or that there is none of what is wished for."""
    part = _CONDITION.sub(" ", part)
    there_is_no, goes_on = talk.cues.turns.there_is_no, talk.cues.turns.goes_on
    none = any(there_is_no.search(each) and _names_wish(talk, each) for each in goes_on.split(part))
    return none or talk.cues.unavailable.search(part) is not None


def _is_there(talk: Deliberation, part: str) -> bool:
    standing = talk.cues.standing
    return any(cue.search(part) for cue in (standing.is_there, standing.in_stock))


def _names_another_of(want: Want, parts: Sequence[str]) -> bool:
    return any(says(part, ValueKind.TEXT, other) for part in parts for other in want.among)


def _there_beside_others(talk: Deliberation, text: str, wishes: Sequence[Want]) -> str:
    """What a text says there is, if it names what is wished for among that and only others as not to be had: "it comes
    in black (small, large) or red, the red one being sold out"."""
    there, gone = _there_and_gone(talk, text, wishes)
    if all(_is_listed(part, wishes) for part in there):
        return ""
    said, others = "\n".join(there), "\n".join(gone)
    apart = [
        want
        for want in wishes
        if not is_said(others, want) and any(says(others, ValueKind.TEXT, other) for other in want.among)
    ]
    return said if apart and all(is_said(said, want) for want in apart) else ""


def _there_and_gone(talk: Deliberation, text: str, wishes: Sequence[Want]) -> tuple[list[str], list[str]]:
    """The parts of a text that say what there is, and those that say of something that it is not to be had."""
    there, gone = list[str](), list[str]()
    text = _IN_BRACKETS.sub(
        lambda found: f" {found.group(1)}" if talk.cues.unavailable.search(found.group(1)) else found.group(), text
    )
    for sentence in (part for each in talk.cues.but.split(text) for part in _PARTS.split(each)):
        parts = sentence.split(",")
        last = next((at for at in reversed(range(len(parts))) if talk.cues.unavailable.search(parts[at])), None)
        if last is None:
            there += parts
            continue
        first = last
        while first and (
            not _names_any(parts[first], wishes)
            or (_JOINED.match(parts[first]) and _is_listed(parts[first - 1], wishes))
        ):
            first -= 1
        gone.append(",".join(parts[first : last + 1]))
        there += parts[:first] + parts[last + 1 :]
    return there, gone


def _names_any(text: str, wishes: Sequence[Want]) -> bool:
    """Whether a text names what is wished for, or something else in its place."""
    return any(is_said(text, want) or any(says(text, ValueKind.TEXT, other) for other in want.among) for want in wishes)


def _is_listed(part: str, wishes: Sequence[Want]) -> bool:
    """Whether a part between commas is no more than one of several things: "black, red and sand are gone"."""
    return len(part.split()) <= _LISTED and _names_any(part, wishes) and not _DENIES.search(part)


def _refuses_wish(talk: Deliberation) -> bool:
    """Whether a refusal names what is wished for, so that what stands beside it is meant in its place."""
    wishes = _ranked(talk, talk.state.rank)
    return any(is_said(clause.text, want) for clause in talk.clauses(Act.REFUSE) for want in wishes)


def _concerns_wish(talk: Deliberation, clause: Clause, *, named_only: bool) -> bool:
    """Whether a clause is about what is wished for. Where the agent is still asking, it has to name all of it."""
    wishes = _ranked(talk, talk.state.rank) or talk.wants()
    named = [want for want in wishes if is_said(clause.text, want)]
    if named:
        rest = _left_out(wishes, named)
        return not rest or not (named_only or any(_names_other(clause, want) for want in rest))
    if named_only:
        return talk.cues.parts.points_back.search(clause.text) is not None and not clause.values
    count = len(talk.goal.preference.ranked) if talk.goal.preference else 0
    others = [want for rank in range(count) if rank != talk.state.rank for want in _ranked(talk, rank)]
    return not clause.values and not any(is_said(clause.text, want) for want in others)


def _names_wish(talk: Deliberation, text: str) -> bool:
    """Whether a text names what is wished for: of an option all that are of its kind, as the thing alone may come in
    others."""
    wishes = _ranked(talk, talk.state.rank) or talk.wants()
    options = [want for want in wishes if want.key != CHOICE] or wishes
    named = [want for want in options if is_said(text, want)]
    return bool(named) and not _left_out(options, named)


def _left_out(wishes: Sequence[Want], named: Sequence[Want]) -> list[Want]:
    """The wishes of the kinds of those that are named, which are not."""
    keys = {want.key for want in named}
    return [want for want in wishes if want.key in keys and want not in named]


def _names_other(clause: Clause, want: Want) -> bool:
    """Whether a clause names another value in the place of a want: one of its rivals, or another number."""
    if any(says(clause.text, ValueKind.TEXT, other) for other in want.among):
        return True
    numbers = {value.value for value in clause.values if value.kind is ValueKind.NUMBER}
    own = re.match(r"\d+", want.value)
    return own is not None and bool(numbers) and own.group() not in numbers


def _ranked(talk: Deliberation, rank: int) -> tuple[Want, ...]:
    return talk.goal.preference.ranked[rank] if talk.goal.preference else ()


def on_offer(talk: Deliberation) -> str:
    """The text of a message but for what it says to be unavailable or refused; lists stand in clauses of their own."""
    texts = [clause.text for clause in talk.heard.reading.clauses if Act.REFUSE not in clause.acts]
    wishes = _ranked(talk, talk.state.rank) or talk.wants()
    gone = talk.cues.unavailable
    return "\n".join(_there_beside_others(talk, text, wishes) if gone.search(text) else text for text in texts)


def _best_rank(talk: Deliberation, text: str) -> int | None:
    """The best preference that is offered; what ranks above the present one was unavailable before."""
    preference = talk.goal.preference
    if preference is None:
        return None
    ranks = range(talk.state.rank, len(preference.ranked))
    return next((rank for rank in ranks if all(is_said(text, want) for want in preference.ranked[rank])), None)


def is_said(text: str, want: Want) -> bool:
    """Whether a text says what is wanted."""
    return says(text, want.kind, want.value, want.say)
