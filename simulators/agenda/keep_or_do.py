"""Questions whether to leave something as it is, or to do what the customer wants: a bare yes would answer neither."""

from simulators.agenda.deliberation import Deliberation
from simulators.agenda.inner import Stage
from simulators.agenda.mismatches import mismatches
from simulators.agenda.proposed import proposal_of


def prefers_doing(talk: Deliberation) -> bool:
    """Says again what is wanted, which is the yes to it, where a message names it beside leaving things as they are and
    nothing about it is wrong; true if so."""
    asking = [clause for clause in talk.heard.reading.clauses if talk.cues.questions.keep_or_do.search(clause.text)]
    if not talk.underway() or not any(talk.goal.action in clause.actions for clause in asking):
        return False
    if mismatches(talk, talk.goal, proposal_of(talk, asking)):
        return False
    talk.restate()
    talk.stance = "agree"
    talk.change(stage=Stage.CONFIRMING)
    talk.keep(wrote_used=False)
    return True
