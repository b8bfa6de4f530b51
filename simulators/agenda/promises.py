"""Ways out that are promised in place of what is refused: whoever hears one asks whether it holds, and takes it."""

from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.inner import Stage
from simulators.agenda.moves import MoveKind
from simulators.agenda.parts import refused_things
from simulators.understand.acts import Act
from simulators.understand.values import says

_DECIDES_NOTHING = frozenset({Act.INFORM, Act.ASK_MORE, Act.BYE, Act.HOLD, Act.CLAIM_DONE})
_GRANTS = frozenset({Act.INFORM, Act.ASK_MORE, Act.BYE, Act.HOLD, Act.INSTRUCT})
"""Acts of a message that grants something, but neither does it nor asks for anything first."""


def hear_promise(talk: Deliberation) -> bool:
    """Asks once whether what is promised holds, instead of pushing against the refusal, and lets the goal go for it
    where it is promised again; false where nothing is promised, or the goal goes on without what is refused."""
    if not promises(talk) or refused_things(talk):
        return False
    _rely(talk)
    return True


def hear_grant(talk: Deliberation) -> bool:
    """Asks in the same way about what the agent, pressed after a refusal, grants without doing it; false where the
    message grants nothing."""
    contested = talk.state.contested and talk.goal.needs_write and talk.underway()
    if not contested or not talk.acts <= _GRANTS or not _grants(talk):
        return False
    _rely(talk)
    return True


def _rely(talk: Deliberation) -> None:
    if talk.state.relied:
        _take(talk)
    else:
        talk.change(relied=True, contested=talk.state.contested + 1)
        talk.say(MoveKind.RELY, goal=talk.goal.id)


def hear_assurance(talk: Deliberation) -> None:
    """Takes what was promised where the question whether it holds is answered with a yes."""
    if not talk.state.relied or talk.moves or not (talk.underway() and talk.acts <= _DECIDES_NOTHING):
        return
    text = talk.heard.text
    assured = talk.cues.turns.assures.search(text) and not talk.cues.cannot.search(text)
    if assured or talk.cues.affirmed.search(text):
        _take(talk)


def promises(talk: Deliberation) -> bool:
    """Whether a message says firmly that the customer will have something all the same."""
    return any(
        talk.cues.turns.promise.search(part) and not talk.cues.cannot.search(part)
        for clause in talk.heard.reading.clauses
        if not clause.acts & {Act.CONFIRM, Act.REQUEST, Act.OFFER}
        for part in talk.cues.turns.apart.split(clause.text)
    )


def _grants(talk: Deliberation) -> bool:
    """Whether a clause grants something without a condition, and names nothing else in place of what is wanted."""
    turns = talk.cues.turns
    granting = [clause.text for clause in talk.heard.reading.clauses if turns.grant.search(clause.text)]
    against = (turns.open, talk.cues.cannot)
    return any(not (any(cue.search(text) for cue in against) or _names_another(talk, text)) for text in granting)


def _names_another(talk: Deliberation, text: str) -> bool:
    return any(says(text, ValueKind.TEXT, other) for want in talk.wants() for other in want.among)


def _take(talk: Deliberation) -> None:
    talk.say(MoveKind.TAKE_PROMISED, goal=talk.goal.id)
    talk.close(Stage.REFUSED)
