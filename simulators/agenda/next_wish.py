"""Proposals in the very message that makes customers turn to what they would have next."""

from simulators.agenda.deliberation import Deliberation
from simulators.agenda.moves import MoveKind
from simulators.agenda.naming import names_rival, says_right
from simulators.agenda.proposed import Proposal, text_of


def is_of_something_else(talk: Deliberation, proposal: Proposal) -> bool:
    """Whether the customer turns to another wish in this very reply, and what is proposed is not just that: a clause
    that names the action leaves something of it out, or brings in something in its place."""
    if not talk.said(MoveKind.TAKE_NEXT):
        return False
    doing = [clause for clause in talk.heard.reading.clauses if talk.goal.action in clause.actions]
    text = f"{text_of(doing) or proposal.details}\n{proposal.asking}"
    items = [item for move in talk.moves if move.kind is MoveKind.TAKE_NEXT for item in move.items]
    rivals = {want.value: want.among for want in talk.wants()}
    return any(
        not says_right(text, item, rivals.get(item.value, ())) or names_rival(text, item, rivals.get(item.value, ()))
        for item in items
    )
