"""Decides what an agenda customer does: a pure function of scenario, inner state and what was heard."""

from dataclasses import dataclass, replace
from typing import Literal

from domains.kit.draws import Draw
from domains.kit.lexicon import Lexicon
from domains.kit.scenario import Disclosure, Fact, Scenario
from simulators.agenda.beliefs import ask_back, hear_truth
from simulators.agenda.claims import hear_claim
from simulators.agenda.deliberation import Deliberation, Heard
from simulators.agenda.inner import UNDERWAY, Inner, Stage, next_open, opened
from simulators.agenda.moves import Item, Move, MoveKind, item_of
from simulators.agenda.pace import give_what_was_found
from simulators.agenda.proposals import answer_check, answer_proposal, goal_is_proposed
from simulators.agenda.recognition import recognise
from simulators.agenda.refusals import (
    hear_not_found,
    hear_offer,
    hear_refusal,
    hear_unavailable,
)
from simulators.agenda.requests import answer_request, ask_again, has_answer, hear_answers
from simulators.protocol import CustomerEnd
from simulators.understand.acts import Act, Reading

UNREAD_AT_MOST = 3
EMPTY_AT_MOST = 3
STALE_AT_MOST = 8
REPLIES_AT_MOST = 36
RESTATED_AT_MOST = 3
SAYS_SOMETHING = 4
"""Words of a clause that is more than a courtesy."""
EXPLAINED_AT_MOST = 2
"""Explanations in a row that leave a goal as it is; one more is taken for a no."""
_DENIED = frozenset(
    {
        MoveKind.PRESS,
        MoveKind.CONTEST,
        MoveKind.ACCEPT_REFUSAL,
        MoveKind.ABANDON,
        MoveKind.TAKE_NEXT,
        MoveKind.REPEAT_FACTS,
    }
)


@dataclass(frozen=True)
class Decision:
    """What a reply does, in the order in which it is said, and the inner state after it."""

    moves: tuple[Move, ...]
    inner: Inner
    stance: Literal["agree", "reject"] | None = None
    corrections: int = 0
    end: CustomerEnd | None = None

    @property
    def asked(self) -> tuple[str, ...]:
        """Keys of the questions that the reply asks."""
        kinds = {MoveKind.ASK, MoveKind.ASK_AGAIN}
        return tuple(dict.fromkeys(key for move in self.moves if move.kind in kinds for key in move.keys))

    def believes(self, scenario: Scenario) -> tuple[str, ...]:
        """Ids of goals that the reply thanks for as done; answers to questions are no deeds."""
        thanked = {move.goal for move in self.moves if move.kind is MoveKind.THANK}
        return tuple(goal.id for goal in scenario.goals if goal.needs_write and goal.id in thanked)

    @property
    def denied(self) -> tuple[str, ...]:
        """Ids of goals that the reply contests, lets go, or turns away from."""
        let_go = [move.goal for move in self.moves if move.kind in _DENIED and move.goal]
        turned = [key for move in self.moves if move.kind is MoveKind.STATE_GOAL for key in move.keys]
        return tuple(dict.fromkeys([*let_go, *turned]))


def open_conversation(scenario: Scenario, lexicon: Lexicon) -> Decision:
    """The first words: a greeting, the first goal, what is said openly, and its questions."""
    talk = Deliberation(scenario, opened(scenario), Heard("", Reading()), lexicon, Draw("", "decisions"))
    talk.say(MoveKind.OPEN)
    talk.take_up(scenario.goals[0].id)
    talk.say(MoveKind.STATE_GOAL, goal=talk.goal.id, items=_openly(talk))
    _complete(talk)
    return _decision(talk)


def decide(scenario: Scenario, inner: Inner, heard: Heard, *, lexicon: Lexicon, seed: str) -> Decision:
    """What the customer does about an agent's message. Draws depend on the seed and the step, never on style."""
    talk = Deliberation(scenario, inner, heard, lexicon, Draw(seed, "decisions"))
    if inner.stale >= STALE_AT_MOST or inner.step >= REPLIES_AT_MOST:
        return _given_up(talk, CustomerEnd.NO_PROGRESS)
    substantive = _has_substance(talk)
    empty = inner.empty + 1 if heard.repeated or not substantive else 0
    talk.keep(empty=empty)
    if empty >= EMPTY_AT_MOST:
        return _given_up(talk, CustomerEnd.NO_PROGRESS)
    if not substantive:
        _hear_nothing(talk)
    else:
        _hear(talk)
        _answer_rest(talk)
    if talk.inner.unread >= UNREAD_AT_MOST:
        return _given_up(talk, CustomerEnd.UNCERTAIN)
    _complete(talk)
    talk.keep(stale=inner.stale + 1 if talk.inner.progress() == inner.progress() else 0)
    return _decision(talk)


def _has_substance(talk: Deliberation) -> bool:
    """Whether a message says anything: even a bare yes does, when the customer has asked whether it is done."""
    text = talk.heard.text.strip()
    answers = talk.state.stage is Stage.CLAIMED and talk.cues.affirmed.search(text) is not None
    return bool(text) and (talk.heard.reading.substantive or answers)


def _decision(talk: Deliberation) -> Decision:
    return Decision(
        moves=tuple(talk.moves),
        inner=replace(talk.inner, step=talk.inner.step + 1),
        stance=talk.stance,
        corrections=talk.corrections,
        end=talk.end,
    )


def _given_up(talk: Deliberation, end: CustomerEnd) -> Decision:
    talk.moves = []
    talk.stance = None
    talk.corrections = 0
    talk.say(MoveKind.GIVE_UP)
    talk.end = end
    return _decision(talk)


def _hear_nothing(talk: Deliberation) -> None:
    give_what_was_found(talk)
    if talk.moves:
        return
    if talk.underway() and talk.heard.text.strip():
        talk.say(MoveKind.RESTATE, goal=talk.goal.id, items=talk.want_items())
    else:
        talk.say(MoveKind.PROD)


def _hear(talk: Deliberation) -> None:
    """Takes in the acts of a message in the order in which they matter; each may answer, or change the goal."""
    hear_answers(talk)
    hear_claim(talk)
    hear_truth(talk)
    hear_unavailable(talk)
    condition = Act.REQUEST in talk.acts and has_answer(talk)
    if Act.NOT_FOUND in talk.acts and not condition:
        hear_not_found(talk)
    elif Act.REFUSE in talk.acts and not (talk.moves or condition or goal_is_proposed(talk)):
        _hear_refused(talk)
    recognised = recognise(talk)
    if not recognised and Act.REQUEST in talk.acts and not _goes_on(talk):
        answer_request(talk)
    if talk.stance is None:
        answer_proposal(talk)
    if not talk.moves:
        answer_check(talk)
    if not talk.moves:
        give_what_was_found(talk)
    if not recognised:
        hear_offer(talk)
    if Act.TRANSFER in talk.acts:
        _hear_transfer(talk)


def _goes_on(talk: Deliberation) -> bool:
    """Whether another goal is stated in this reply, so that a request already means that one."""
    return talk.is_over() and next_open(talk.scenario, talk.inner) is not None


def _hear_refused(talk: Deliberation) -> None:
    """A refusal that hands over at the same time is answered as a transfer."""
    if Act.TRANSFER not in talk.acts and not ask_back(talk):
        hear_refusal(talk)


def _hear_transfer(talk: Deliberation) -> None:
    announced = talk.inner.transfers + 1
    talk.keep(transfers=announced)
    if talk.stance == "agree":
        return
    talk.say(MoveKind.ACKNOWLEDGE_TRANSFER)
    if announced > 1:
        talk.end = CustomerEnd.DONE


def _answer_rest(talk: Deliberation) -> None:
    """Answers a message that has called for nothing so far, and keeps count of those that cannot be read."""
    if talk.moves or talk.is_over():
        talk.keep(unread=0)
        return
    handled = True
    if Act.BYE in talk.acts or Act.ASK_MORE in talk.acts:
        _hear_closing(talk)
    elif Act.INSTRUCT in talk.acts:
        _hear_instruction(talk)
    elif Act.HOLD in talk.acts:
        talk.say(MoveKind.ACKNOWLEDGE)
    elif Act.REQUEST in talk.acts:
        handled = _hear_vague_request(talk)
    elif talk.state.stage is Stage.CLAIMED and talk.cues.denied.search(talk.heard.text):
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


def _hear_closing(talk: Deliberation) -> None:
    """The agent thinks that it is over while the present goal is not."""
    if talk.open_questions() and not talk.goal.needs_write:
        ask_again(talk)
    elif talk.state.stage is Stage.CONFIRMING:
        talk.change(stage=Stage.CLAIMED, queried=True)
        talk.say(MoveKind.ASK_DONE, goal=talk.goal.id)
    elif Act.BYE in talk.acts and talk.inner.protested:
        talk.close(Stage.ABANDONED)
        talk.say(MoveKind.NOTHING_MORE)
        talk.end = CustomerEnd.DONE
    elif _means_no(talk):
        hear_refusal(talk)
    elif talk.state.restated >= RESTATED_AT_MOST:
        talk.close(Stage.ABANDONED)
    else:
        talk.keep(protested=talk.inner.protested or Act.BYE in talk.acts)
        talk.restate()


def _means_no(talk: Deliberation) -> bool:
    """Whether the agent has gone on explaining, after the goal was said again, as if nothing could be done for it."""
    if not talk.goal.needs_write or talk.state.restated == 0 or not talk.underway():
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
    if Act.INFORM in talk.acts and talk.goal.needs_write and talk.inner.stale >= EXPLAINED_AT_MOST:
        hear_refusal(talk)
    if not talk.moves and talk.underway():
        talk.say(MoveKind.NUDGE, goal=talk.goal.id)


def _complete(talk: Deliberation) -> None:
    """Goes on to what is next when the present goal is over, and ends when nothing is left."""
    if talk.state.stage is Stage.BELIEVED and talk.open_questions() and not talk.said(MoveKind.ASK_AGAIN):
        ask_again(talk)
    if talk.end is None and talk.is_over():
        following = next_open(talk.scenario, talk.inner)
        if following is not None:
            talk.take_up(following.id)
            talk.say(MoveKind.STATE_GOAL, goal=following.id, items=_openly(talk))
            answer_request(talk)
        elif (unfinished := _unfinished(talk)) is not None:
            talk.keep(current=unfinished)
        elif talk.stance != "agree":
            _finish(talk)
    _tell_and_ask(talk)


def _unfinished(talk: Deliberation) -> str | None:
    """A goal that was stated before and is still under way."""
    return next((key for key, goal in talk.inner.goals.items() if goal.stage in UNDERWAY), None)


def _finish(talk: Deliberation) -> None:
    if Act.HOLD in talk.acts and not talk.acts & {Act.ASK_MORE, Act.BYE}:
        talk.say(MoveKind.ACKNOWLEDGE)
        return
    talk.say(MoveKind.NOTHING_MORE)
    talk.end = CustomerEnd.DONE


def _tell_and_ask(talk: Deliberation) -> None:
    """Counts what is said with a newly stated goal as told, and asks its questions."""
    for move in list(talk.moves):
        if move.kind is MoveKind.STATE_GOAL and move.goal:
            talk.told(*_open_facts(talk.scenario, move.goal))
            if questions := talk.goal_of(move.goal).questions:
                talk.say(MoveKind.ASK, goal=move.goal, keys=tuple(question.key for question in questions))


def _openly(talk: Deliberation) -> tuple[Item, ...]:
    """The facts that are said with a goal, but for those that were said before."""
    facts = _open_facts(talk.scenario, talk.goal.id)
    return tuple(item_of(fact) for fact in facts if not talk.may_say(fact))


def _open_facts(scenario: Scenario, goal: str) -> list[Fact]:
    return [fact for fact in scenario.facts if fact.disclose is Disclosure.OPENLY and fact.goal in {None, goal}]
