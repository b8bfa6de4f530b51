"""What a message leaves as it is although the customer wants it otherwise: a refusal that is not called one."""

from domains.kit.scenario import Want
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.denials import left_alone
from simulators.agenda.inner import Stage
from simulators.agenda.moves import MoveKind, item_of
from simulators.agenda.naming import names_rival, says_right
from simulators.understand.acts import Act
from simulators.understand.slots import CHOICE

_PAID = "payment_method"
"""What a change is paid with, which is not its matter where there is another."""
_ASKS = frozenset({Act.REQUEST, Act.CONFIRM, Act.OFFER, Act.CLAIM_DONE})
_GOES_ON = _ASKS | {Act.HOLD, Act.TRANSFER, Act.NOT_FOUND, Act.INSTRUCT}
"""Beside these, what stays is only a part of what is told."""


def stays_as_it_is(talk: Deliberation) -> bool:
    """Whether a message only says that what the customer wants changed stays as it is or with something else, or what
    they want to send back with them: "I'll leave it unchanged", "it stays with express", "the lamp stays with you"."""
    if not (talk.underway() and talk.goal.needs_write) or (talk.heard.wrote and not talk.inner.wrote_used):
        return False
    stay, with_you = talk.cues.standing.stays_with, talk.cues.standing.stays_with_you
    clauses = talk.heard.reading.clauses
    left = [clause.text for clause in left_alone(talk)]
    kept = [
        clause.text
        for clause in clauses
        if stay.search(clause.text)
        and not clause.acts & _ASKS
        and not talk.cues.standing.asks_if_stays.search(clause.text)
    ]
    if any(clause.acts & _GOES_ON for clause in clauses if clause.text not in {*kept, *left}):
        return False
    return bool(left) or any(
        _names_instead(talk, text) or (with_you.search(text) and _names_wanted(talk, text)) for text in kept
    )


def denies_done(talk: Deliberation) -> bool:
    """Whether an agent who was asked if it is done says no, and takes the matter for closed."""
    if talk.state.stage is not Stage.CLAIMED or not talk.acts & {Act.ASK_MORE, Act.BYE} or talk.acts & _GOES_ON:
        return False
    denying = [clause.text for clause in talk.heard.reading.clauses if talk.cues.denied.search(clause.text)]
    return bool(denying) and not any(talk.cues.turns.waits.search(text) for text in denying)


def hear_so_already(talk: Deliberation) -> bool:
    """Lets a change go that, as a message says, there is no need of: "it already ships by express". True if so."""
    if not (talk.underway() and talk.goal.needs_write and talk.state.stage is Stage.STATED) or talk.acts & _GOES_ON:
        return False
    matter = [want for want in talk.wants() if want.key != _PAID] or talk.wants()
    if Act.REFUSE in talk.acts or talk.heard.wrote or any(want.key == CHOICE for want in matter):
        return False
    texts = (clause.text for clause in talk.heard.reading.clauses if talk.cues.standing.so_already.search(clause.text))
    if not any(_is_so(text, want) for text in texts for want in matter[:1]):
        return False
    talk.say(MoveKind.SO_ALREADY, goal=talk.goal.id)
    talk.close(Stage.ABANDONED)
    return True


def _is_so(text: str, want: Want) -> bool:
    return says_right(text, item_of(want), want.among) and not names_rival(text, item_of(want), want.among)


def _names_instead(talk: Deliberation, text: str) -> bool:
    """Whether a text names what would stand in the place of something wanted, and nothing that is wanted."""
    if _names_wanted(talk, text):
        return False
    return any(names_rival(text, item_of(want), want.among) for want in talk.wants())


def _names_wanted(talk: Deliberation, text: str) -> bool:
    return any(says_right(text, item_of(want), want.among) for want in talk.wants())
