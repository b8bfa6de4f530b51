"""Messages that have called for nothing so far: farewells, explanations, vague requests and nonsense."""

from simulators.agenda.answers import ask_again
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.hearing import denies_refusing
from simulators.agenda.inner import Stage
from simulators.agenda.moves import MoveKind
from simulators.agenda.promises import hear_grant
from simulators.agenda.refusals import hear_refusal
from simulators.agenda.waiting import hear_whether_come
from simulators.protocol import CustomerEnd
from simulators.understand.acts import Act

RESTATED_AT_MOST = 3
SAYS_SOMETHING = 4
"""Words of a clause that is more than a courtesy."""
EXPLAINED_AT_MOST = 2
"""Explanations in a row that leave a goal as it is; one more is taken for a no."""


def answer_rest(talk: Deliberation) -> None:
    """Answers a message that has called for nothing so far, and keeps count of those that cannot be read."""
    if talk.moves or talk.is_over() or hear_grant(talk) or hear_whether_come(talk):
        talk.keep(unread=0)
        return
    handled = True
    if Act.ASK_MORE in talk.acts or (Act.BYE in talk.acts and Act.REQUEST not in talk.acts):
        _hear_closing(talk)
    elif Act.INSTRUCT in talk.acts:
        _hear_instruction(talk)
    elif Act.HOLD in talk.acts:
        talk.say(MoveKind.ACKNOWLEDGE)
    elif Act.REQUEST in talk.acts:
        handled = _hear_vague_request(talk)
    elif _takes_back(talk):
        talk.say(MoveKind.NUDGE, goal=talk.goal.id)
    elif talk.acts & {Act.INFORM, Act.CLAIM_DONE, Act.REFUSE}:
        _wait(talk)
    elif Act.META in talk.acts:
        talk.say(MoveKind.PUZZLED)
        talk.restate()
    else:
        _clarify(talk)
        handled = False
    talk.keep(unread=0 if handled else talk.inner.unread + 1)


def _takes_back(talk: Deliberation) -> bool:
    """Whether the agent says that what they claimed has not been done, or that they have refused nothing."""
    unclaimed = talk.state.stage is Stage.CLAIMED and talk.cues.denied.search(talk.heard.text) is not None
    return unclaimed or any(denies_refusing(clause.text, talk.cues) for clause in talk.heard.reading.clauses)


def _hear_closing(talk: Deliberation) -> None:
    """The agent thinks that it is over while the present goal is not."""
    if talk.open_questions() and not talk.goal.needs_write:
        ask_again(talk)
    elif talk.state.stage is Stage.CONFIRMING:
        talk.change(stage=Stage.CLAIMED, queried=True)
        talk.say(MoveKind.ASK_DONE, goal=talk.goal.id)
    elif Act.BYE in talk.acts and talk.inner.protested:
        talk.close(Stage.ABANDONED)
        talk.say(MoveKind.LEAVE)
        talk.end = CustomerEnd.DONE
    elif _means_no(talk):
        hear_refusal(talk)
    elif talk.state.restated >= RESTATED_AT_MOST:
        talk.close(Stage.ABANDONED)
    else:
        talk.keep(protested=talk.inner.protested or Act.BYE in talk.acts)
        talk.restate()


def _means_no(talk: Deliberation) -> bool:
    """Whether the agent has gone on explaining, after the goal was said again, or a refusal of it was contested or left
    for later, as if nothing could be done for it."""
    insisted = talk.state.restated or talk.state.contested or talk.state.turned_down
    if not talk.goal.needs_write or not insisted or not talk.underway():
        return False
    said = [clause for clause in talk.heard.reading.clauses if not clause.acts]
    return Act.INFORM in talk.acts or any(len(clause.text.split()) >= SAYS_SOMETHING for clause in said)


def _hear_instruction(talk: Deliberation) -> None:
    if talk.state.contested:
        hear_refusal(talk)
        return
    talk.change(contested=1)
    talk.say(MoveKind.PREFER_HERE, goal=talk.goal.id)


def _hear_vague_request(talk: Deliberation) -> bool:
    """A request that names no slot: the goal is said again once; after that it counts as unread."""
    if talk.underway() and talk.state.restated == 0:
        talk.restate()
        return True
    _clarify(talk)
    return False


def _clarify(talk: Deliberation) -> None:
    talk.say(MoveKind.CLARIFY, goal=talk.goal.id)
    talk.ask_with_intent()


def _wait(talk: Deliberation) -> None:
    if talk.open_questions():
        ask_again(talk)
    explained = talk.inner.stale >= EXPLAINED_AT_MOST or talk.state.contested
    if Act.INFORM in talk.acts and talk.goal.needs_write and explained:
        hear_refusal(talk)
    if not talk.moves and talk.underway():
        talk.say(MoveKind.NUDGE, goal=talk.goal.id)
