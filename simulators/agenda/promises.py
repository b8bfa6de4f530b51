"""Ways out that are promised in place of what is refused: whoever hears one asks whether it holds, and takes it."""

from simulators.agenda.deliberation import Deliberation
from simulators.agenda.inner import Stage
from simulators.agenda.moves import MoveKind
from simulators.agenda.parts import refused_things
from simulators.understand.acts import Act

_DECIDES_NOTHING = frozenset({Act.INFORM, Act.ASK_MORE, Act.BYE, Act.HOLD, Act.CLAIM_DONE})


def hear_promise(talk: Deliberation) -> bool:
    """Asks once whether what is promised holds, instead of pushing against the refusal, and lets the goal go for it
    where it is promised again; false where nothing is promised, or the goal goes on without what is refused."""
    if not promises(talk) or refused_things(talk):
        return False
    if talk.state.relied:
        _take(talk)
    else:
        talk.change(relied=True, contested=talk.state.contested + 1)
        talk.say(MoveKind.RELY, goal=talk.goal.id)
    return True


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


def _take(talk: Deliberation) -> None:
    talk.say(MoveKind.TAKE_PROMISED, goal=talk.goal.id)
    talk.close(Stage.REFUSED)
