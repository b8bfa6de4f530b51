"""Going on to what is next when a goal is over, and ending when nothing is left."""

from domains.kit.scenario import Disclosure, Fact, Scenario
from simulators.agenda.answers import ask_again
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.inner import UNDERWAY, Stage, next_open
from simulators.agenda.moves import Item, MoveKind, item_of
from simulators.agenda.requests import answer_request
from simulators.protocol import CustomerEnd
from simulators.understand.acts import Act
from simulators.understand.values import says


def complete(talk: Deliberation) -> None:
    """Goes on to what is next when the present goal is over, and ends when nothing is left."""
    if talk.state.stage is Stage.BELIEVED and talk.open_questions() and not talk.said(MoveKind.ASK_AGAIN):
        ask_again(talk)
    if talk.end is None and talk.is_over():
        if take_up_next(talk):
            answer_request(talk)
        elif (unfinished := _unfinished(talk)) is not None:
            talk.keep(current=unfinished)
            if Act.ASK_MORE in talk.acts and talk.state.stage is Stage.STATED and talk.stance is None:
                talk.restate()
        elif talk.stance != "agree":
            _finish(talk)
    _tell_and_ask(talk)


def take_up_next(talk: Deliberation) -> bool:
    """States the goal that comes next; false where none does."""
    following = next_open(talk.scenario, talk.inner)
    if following is not None:
        talk.take_up(following.id)
        talk.say(MoveKind.STATE_GOAL, goal=following.id, items=said_openly(talk))
    return following is not None


def leaves(talk: Deliberation) -> bool:
    """Whether nothing is left for which an answer to the agent could matter."""
    return talk.is_over() and next_open(talk.scenario, talk.inner) is None and _unfinished(talk) is None


def _unfinished(talk: Deliberation) -> str | None:
    """A goal that was stated before and is still under way."""
    return next((key for key, goal in talk.inner.goals.items() if goal.stage in UNDERWAY), None)


def _finish(talk: Deliberation) -> None:
    if Act.HOLD in talk.acts and not talk.acts & {Act.ASK_MORE, Act.BYE}:
        talk.say(MoveKind.ACKNOWLEDGE)
        return
    talk.say(MoveKind.NOTHING_MORE if talk.state.stage is Stage.BELIEVED else MoveKind.LEAVE)
    talk.end = CustomerEnd.DONE


def _tell_and_ask(talk: Deliberation) -> None:
    """Counts what is said with a newly stated goal as told, and asks its questions."""
    for move in list(talk.moves):
        if move.kind is MoveKind.STATE_GOAL and move.goal:
            talk.told(*_open_facts(talk.scenario, move.goal))
            talk.wish(move.goal, *_in_every_intent(talk, move.goal))
            if questions := talk.goal_of(move.goal).questions:
                talk.say(MoveKind.ASK, goal=move.goal, keys=tuple(question.key for question in questions))


def _in_every_intent(talk: Deliberation, goal: str) -> list[str]:
    """Values of wants that are said however the goal is stated."""
    intents = talk.goal_of(goal).intent
    return [
        want.value
        for want in talk.wants(talk.goal_of(goal))
        if all(f"{{{want.key}}}" in intent or says(intent, want.kind, want.value, want.say) for intent in intents)
    ]


def said_openly(talk: Deliberation) -> tuple[Item, ...]:
    """The facts that are said with a goal, but for those that were said before."""
    facts = _open_facts(talk.scenario, talk.goal.id)
    return tuple(item_of(fact) for fact in facts if not talk.may_say(fact))


def _open_facts(scenario: Scenario, goal: str) -> list[Fact]:
    return [fact for fact in scenario.facts if fact.disclose is Disclosure.OPENLY and fact.goal in {None, goal}]
