"""Proposals of something in place of what the customer wants, which a yes would bring about."""

from domains.kit.values import ValueKind
from simulators.agenda.asking import asked_besides
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.moves import item_of
from simulators.agenda.naming import says_right
from simulators.agenda.proposed import Proposal
from simulators.agenda.refused import left_possible
from simulators.agenda.ruled_out import bars_deed
from simulators.agenda.shares import brings_in, shares_out
from simulators.agenda.sides import sides_of
from simulators.understand.acts import Act, Clause
from simulators.understand.slots import CHOICE
from simulators.understand.values import says

_SAYS_SOMETHING = 3
"""Words of a part of a sentence that is more than a little word."""


def offers_instead(talk: Deliberation, proposal: Proposal) -> bool:
    """Whether a message that refuses something asks a yes to an arrangement that it offers in its place: one that
    leaves out something of the wish, or brings in something beside it."""
    offered = [clause for clause in talk.clauses(Act.OFFER) if _offers_something(talk, clause)]
    if Act.REFUSE not in talk.acts or not offered:
        return False
    told = (left_possible(talk, clause) if Act.REFUSE in clause.acts else clause.text for clause in offered)
    text = "\n".join([*told, proposal.asking])
    of_goal = any(talk.goal.action in clause.actions for clause in offered)
    for want in talk.wants():
        # How a thing is done may stand beside an offer of the very deed; which thing it is may not.
        whole = f"{text}\n{proposal.details}" if of_goal and want.key != CHOICE else text
        if not says_right(whole, item_of(want), want.among) or brings_in(talk, text, want.among):
            return True
    return not talk.wants() and talk.goal.action not in {action for clause in offered for action in clause.actions}


def _offers_something(talk: Deliberation, clause: Clause) -> bool:
    """Whether an offer is none of a transfer, and, where it refuses something, says anything beside that."""
    if talk.cues.transfer.search(clause.text) or talk.cues.can_do.search(clause.text):
        return False
    rest = sides_of(talk, clause.text).rest
    return Act.REFUSE not in clause.acts or any(len(part.split()) >= _SAYS_SOMETHING for part in rest)


def proposes_another(talk: Deliberation, proposal: Proposal) -> bool:
    """Whether a message asks a yes to "another" of what is wanted without naming it, or to sharing something out where
    the customer wants no amount: neither can be what they want."""
    if not talk.underway() or not talk.wants() or any(want.kind is ValueKind.MONEY for want in talk.wants()):
        return False
    if _is_of_profile(talk, proposal) or shares_out(talk, proposal):
        return True
    if _asks_leave_before_another(talk, proposal):
        return False
    if talk.cues.money.asks_amount.search(proposal.asking):
        return True
    named = any(says_right(proposal.asking, item_of(want), ()) for want in talk.wants())
    wished = all(talk.has_wished(want) for want in talk.wants())
    another = talk.cues.another.search(proposal.asking)
    return wished and not named and another is not None and not _comes_second(talk, proposal, another.start())


def _is_of_profile(talk: Deliberation, proposal: Proposal) -> bool:
    """Whether a message that speaks against the wish, or asks for just that, proposes to change what is on file, and
    names no order, where an order is to be changed and nothing on file is."""
    orders = [fact for fact in talk.scenario.facts if fact.kind is ValueKind.ID and fact.goal == talk.goal.id]
    on_file = any(talk.cues.in_profile.search(intent) for goal in talk.scenario.goals for intent in goal.intent)
    if not orders or on_file:
        return False
    proposed = f"{proposal.asking}\n{proposal.details}"
    lines = (line for line in proposed.splitlines() if not talk.cues.left_out.search(line))
    changed = [line for line in lines if talk.cues.changes_profile.search(line)]
    if changed:
        named = any(says(line, fact.kind, fact.value) for line in changed for fact in orders)
        return not (named or asked_besides(talk))
    named = any(says(proposed, fact.kind, fact.value) for fact in orders)
    return speaks_against(talk) and not named and talk.cues.in_profile.search(proposed) is not None


def _comes_second(talk: Deliberation, proposal: Proposal, another: int) -> bool:
    """Whether a message that speaks against nothing asks first for leave to do all that is wanted, and only then
    whether another is: "do you agree, or should another method get it?"."""
    either = talk.cues.questions.either_or.search(proposal.asking, 0, another)
    first = proposal.asking[: either.start()] if either else ""
    asks = (
        talk.cues.questions.asks_leave,
        talk.cues.questions.asks_yes,
        talk.cues.turns.asks_to_do,
        talk.cues.turns.content,
    )
    whole = f"{proposal.asking}\n{proposal.details}"
    return (
        any(cue.search(f"{first.rstrip(', ')}?") for cue in asks)
        and all(says_right(whole, item_of(want), want.among) for want in talk.wants())
        and not speaks_against(talk)
    )


def _asks_leave_before_another(talk: Deliberation, proposal: Proposal) -> bool:
    """Whether "another" only stands in a question that comes after one for a yes: "do you agree, or should another
    one pay it?"."""
    other = talk.cues.questions.either_or.search(proposal.asking)
    before = proposal.asking[: other.start()] if other else ""
    return not talk.cues.another.search(before) and any(
        cue.search(before)
        for cue in (talk.cues.turns.asks_to_do, talk.cues.questions.asks_yes, talk.cues.questions.asks_leave)
    )


def speaks_against(talk: Deliberation) -> bool:
    """Whether a message refuses something, or says of what is wanted that it is not enough, or does not do."""
    if bars_deed(talk):
        return True
    against = [clause for clause in talk.heard.reading.clauses if talk.cues.cannot.search(clause.text)]
    return Act.REFUSE in talk.acts or any(
        says(clause.text, want.kind, want.value, want.say) for clause in against for want in talk.wants()
    )
