"""Noes that refuse nothing of what is wanted: "items can't be added, but I can change the colour", "the wallet is
charged, not the card", "only pending orders can be cancelled, so let me look"."""

from domains.kit.scenario import BranchOn
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.denied import is_excepted
from simulators.agenda.inner import Stage
from simulators.agenda.moves import item_of
from simulators.agenda.naming import says_right
from simulators.agenda.replaced import without_replaced
from simulators.understand.acts import Act, Clause, Reading


def without_side_noes(talk: Deliberation) -> Reading:
    """The reading of a message without the refusals that settle nothing: those of one that has yet to look, those that
    say no to nothing that is wanted beside a question or a proposal of it."""
    reading = talk.heard.reading
    if not talk.underway() or Act.REFUSE not in reading.acts:
        return reading
    in_parts = talk.branch(BranchOn.PARTLY_REFUSED) is not None
    settled = (Act.CONFIRM in reading.acts, _asks_on(talk) and not in_parts, proposes_all(talk) and not in_parts)
    clauses = tuple(_heard(talk, clause, settled) for clause in reading.clauses)
    acts = frozenset(act for clause in clauses for act in clause.acts)
    return reading.model_copy(update={"clauses": clauses, "acts": acts})


def _heard(talk: Deliberation, clause: Clause, settled: tuple[bool, bool, bool]) -> Clause:
    if Act.REFUSE not in clause.acts:
        return clause
    confirms, asks, proposes = settled
    beside = (asks or proposes) and not _is_of_wish(talk, clause)
    tells_apart = Act.REQUEST in talk.acts and talk.cues.denials.one_of_them.search(clause.text)
    beside = beside or (_asks(talk) and _is_of_something_else(talk, clause))
    excepted = any(is_excepted(talk, clause, want) for want in talk.wants())
    if has_yet_to_look(talk) or beside or tells_apart or excepted or (confirms and grants(talk, clause)):
        return clause.model_copy(update={"acts": clause.acts - {Act.REFUSE}})
    return clause


def _asks(talk: Deliberation) -> bool:
    """Whether a message asks anything but whether there is more, and not only whether things may stay as they are."""
    leave = talk.cues.notes.asks_to_leave
    asking = [each for each in talk.heard.reading.clauses if "?" in each.text and Act.ASK_MORE not in each.acts]
    return bool(asking) and not any(leave.search(each.text) for each in asking)


def _is_of_something_else(talk: Deliberation, clause: Clause) -> bool:
    """Whether what a clause says no to is named in it, and is nothing that is wanted or was spoken of."""
    denials = talk.cues.denials
    against = [part for part in denials.parts.split(clause.text) if denials.negative.search(part)]
    text = "\n".join(against)
    if not against or talk.branch(BranchOn.PARTLY_REFUSED) is not None or denials.decided.search(text):
        return False
    words = (word for action in talk.lexicon.actions if action.key == talk.goal.action for word in action.words)
    lowered = text.lower()
    return not (_is_of_wish(talk, clause) or _names_wish(talk, text) or any(word in lowered for word in words))


def has_yet_to_look(talk: Deliberation) -> bool:
    """Whether a message says that the agent is about to look, so that whatever it says of rules settles nothing."""
    if talk.acts & {Act.ASK_MORE, Act.CLAIM_DONE, Act.NOT_FOUND}:
        return False
    if talk.state.stage is Stage.CONFIRMING and Act.HOLD in talk.acts:
        return True
    looks, would = talk.cues.denials.looks, talk.cues.denials.would_look
    told = (clause.text for clause in talk.heard.reading.clauses if Act.REQUEST not in clause.acts)
    return any(looks.search(text) and not would.search(text) for text in told)


def _asks_on(talk: Deliberation) -> bool:
    """Whether a message asks whether something is all."""
    cues = (talk.cues.questions.asks_whether_all, talk.cues.turns.more_of_it, talk.cues.denials.is_all)
    asking = [clause for clause in talk.heard.reading.clauses if not talk.cues.denials.would_look.search(clause.text)]
    return any(cue.search(clause.text) for clause in asking for cue in cues)


def proposes_all(talk: Deliberation) -> bool:
    """Whether a message that asks for a yes says all that is wanted in parts that say no to nothing."""
    if Act.CONFIRM not in talk.acts or not talk.underway():
        return False
    clauses = talk.heard.reading.clauses
    if any(talk.cues.notes.asks_to_leave.search(each.text) for each in talk.clauses(Act.CONFIRM)):
        return False
    named = {action for each in clauses if Act.REFUSE not in each.acts for action in each.actions}
    if named and talk.goal.action not in named:
        return False
    denials = talk.cues.denials
    on_file = talk.cues.in_profile
    of_profile = any(on_file.search(intent) for goal in talk.scenario.goals for intent in goal.intent)
    texts = [each.text for each in clauses if of_profile or not on_file.search(each.text)]
    parts = (part for text in texts for part in denials.parts.split(text))
    rest = "\n".join(part for part in parts if not (denials.negative.search(part) or denials.wished.search(part)))
    wants = talk.wants()
    told = ((want, without_replaced(rest, (want.value, *want.say, *want.among), talk.cues)) for want in wants)
    return bool(wants) and all(says_right(text, item_of(want), want.among) for want, text in told)


def _is_of_wish(talk: Deliberation, clause: Clause) -> bool:
    """Whether a part of a clause that says no names something that is wanted, or what was spoken of."""
    denials = talk.cues.denials
    parts = [part for part in denials.parts.split(clause.text) if denials.negative.search(part)]
    things = [item_of(want) for want in talk.wants()]
    sent = any(denials.way_of_sending.search(item.value) for item in things)
    against = "\n".join(
        part for part in parts if not (denials.holds.search(part) or (denials.way_of_sending.search(part) and not sent))
    )
    return any(says_right(against, item, ()) for item in things) or denials.cannot_it.search(against) is not None


def grants(talk: Deliberation, clause: Clause) -> bool:
    """Whether a part of a clause that says no to nothing says that what is wanted will or can be done, and the parts
    that say no name nothing of it."""
    denials = talk.cues.denials
    parts = [part for part in denials.parts.split(clause.text) if part.strip()]
    against = "\n".join(part for part in parts if denials.negative.search(part))
    rest = "\n".join(part for part in parts if not denials.negative.search(part))
    if not against or denials.is_gone.search(denials.of_kind.sub(" ", against)) or _names_wish(talk, against):
        return False
    if denials.cannot_it.search(against) and not denials.agent_can.search(rest):
        return False
    wants = talk.wants()
    whole = bool(wants) and all(says_right(rest, item_of(want), want.among) for want in wants)
    return whole or (denials.grants.search(rest) is not None and _names_wish(talk, rest))


def _names_wish(talk: Deliberation, text: str) -> bool:
    """Whether a text names what is wanted, or the deed where nothing more is wanted than that."""
    wants = talk.wants()
    if wants:
        return any(says_right(text, item_of(want), want.among) for want in wants)
    words = (word for action in talk.lexicon.actions if action.key == talk.goal.action for word in action.words)
    lowered = text.lower()
    return any(word in lowered for word in words)
