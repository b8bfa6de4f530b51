"""Decides what an agenda customer does: a pure function of scenario, inner state and what was heard."""

from dataclasses import replace

from domains.kit.draws import Draw
from domains.kit.lexicon import Lexicon
from domains.kit.scenario import Scenario
from simulators.agenda.ahead import hear_ahead
from simulators.agenda.alternatives import says_which_of_two
from simulators.agenda.another import hear_another
from simulators.agenda.answers import hear_answers
from simulators.agenda.asked import has_answer, put_to
from simulators.agenda.beliefs import ask_back, hear_truth, keeps_to_refusal
from simulators.agenda.choices import choices
from simulators.agenda.claims import hear_claim
from simulators.agenda.decision import Decision
from simulators.agenda.deliberation import Deliberation, Heard
from simulators.agenda.denied import denies_a_way
from simulators.agenda.going_on import complete, leaves, said_openly, take_up_next
from simulators.agenda.granted import has_yet_to_look, without_side_noes
from simulators.agenda.identification import asks_which_to_refuse, says_which
from simulators.agenda.inner import Inner, Stage, next_open, opened
from simulators.agenda.keep_or_do import prefers_doing
from simulators.agenda.kept import denies_done, hear_so_already, stays_as_it_is
from simulators.agenda.leftovers import answer_rest
from simulators.agenda.lettered import choose_lettered
from simulators.agenda.limits import hear_dear_statement
from simulators.agenda.meant import answer_whether_meant
from simulators.agenda.moves import MoveKind
from simulators.agenda.not_to_be_had import hear_unavailable
from simulators.agenda.offers import hear_offer, wants_a_person
from simulators.agenda.pace import give_what_was_found
from simulators.agenda.parts import refuses_some
from simulators.agenda.promises import hear_assurance
from simulators.agenda.proposals import answer_proposal, goal_is_proposed, hear_price, offers_what_follows
from simulators.agenda.recognition import recognise
from simulators.agenda.refusals import hear_not_found, hear_refusal, hear_what_follows, refuses_goal
from simulators.agenda.refused import refused_wants, refuses_another
from simulators.agenda.requests import answer_request, give_what_is_owed
from simulators.agenda.ruled_out import rules_out_deed
from simulators.agenda.set_apart import ids_set_apart
from simulators.agenda.shortfalls import falls_short
from simulators.agenda.waiting import hear_on_its_way
from simulators.agenda.whole import answer_whether_all
from simulators.protocol import CustomerEnd
from simulators.understand.acts import Act, Reading

UNREAD_AT_MOST = 3
EMPTY_AT_MOST = 3
STALE_AT_MOST = 8
REPLIES_AT_MOST = 36


def open_conversation(scenario: Scenario, lexicon: Lexicon) -> Decision:
    """The first words: a greeting, the first goal, what is said openly, and its questions."""
    talk = Deliberation(scenario, opened(scenario), Heard("", Reading()), lexicon, Draw("", "decisions"))
    talk.say(MoveKind.OPEN)
    talk.take_up(scenario.goals[0].id)
    talk.say(MoveKind.STATE_GOAL, goal=talk.goal.id, items=said_openly(talk))
    complete(talk)
    return _decision(talk)


def decide(scenario: Scenario, inner: Inner, heard: Heard, *, lexicon: Lexicon, seed: str) -> Decision:
    """What the customer does about an agent's message. Draws depend on the seed and the step, never on style."""
    talk = Deliberation(scenario, inner, heard, lexicon, Draw(seed, "decisions"))
    talk.heard = replace(heard, reading=without_side_noes(talk))
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
        answer_rest(talk)
    if talk.inner.unread >= UNREAD_AT_MOST:
        return _given_up(talk, CustomerEnd.UNCERTAIN)
    complete(talk)
    talk.keep(stale=inner.stale + 1 if talk.inner.progress() == inner.progress() else 0)
    return _decision(talk)


def _has_substance(talk: Deliberation) -> bool:
    """Whether a message says anything: even a bare yes does, when the customer has asked whether it is done."""
    text = talk.heard.text.strip()
    answers = talk.state.stage is Stage.CLAIMED and talk.cues.affirmed.search(text) is not None
    return bool(text) and (talk.heard.reading.substantive or answers or rules_out_deed(talk))


def _decision(talk: Deliberation) -> Decision:
    return Decision(
        moves=tuple(talk.moves),
        inner=talk.inner.having(step=talk.inner.step + 1),
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
    if not talk.moves:
        give_what_is_owed(talk)
    if talk.moves:
        return
    if talk.underway() and talk.heard.text.strip():
        talk.say(MoveKind.RESTATE, goal=talk.goal.id, items=talk.want_items())
        talk.ask_with_intent()
    else:
        talk.say(MoveKind.PROD)


def _hear(talk: Deliberation) -> None:
    """Takes in the acts of a message in the order in which they matter; each may answer, or change the goal."""
    hear_answers(talk)
    if not talk.moves and hear_on_its_way(talk):
        return
    hear_claim(talk)
    if talk.moves or not hear_another(talk):
        _hear_of_goal(talk)


def _hear_of_goal(talk: Deliberation) -> None:
    """Takes in what a message says of the present goal, but for what it answers or claims to have done."""
    hear_truth(talk)
    hear_unavailable(talk)
    hear_assurance(talk)
    choose_lettered(talk)
    if not talk.moves and (
        prefers_doing(talk) or _asks_which(talk) or hear_dear_statement(talk) or hear_so_already(talk)
    ):
        return
    # "I cannot until you tell me ..." waits for an answer; a refusal of some of the things waits for nothing.
    waits = _asks_for_more(talk) and has_answer(talk)
    short = falls_short(talk)
    condition = (waits and not (short or refuses_some(talk) or denies_a_way(talk))) or refuses_another(talk)
    if _is_missed(talk) and not condition:
        hear_not_found(talk)
    elif (short or _is_refused(talk)) and not (talk.moves or condition or _proposes_it(talk)):
        _hear_refused(talk, certain=short)
    elif condition and Act.REQUEST in talk.acts and refuses_goal(talk):
        talk.change(turned_down=True)
    answer_whether_all(talk)
    if not talk.moves:
        answer_whether_meant(talk)
    recognised = recognise(talk)
    hear_what_follows(talk)
    asks = Act.REQUEST in talk.acts or bool(choices(talk) or put_to(talk))
    if not (recognised or short) and asks and not (_goes_on(talk) or leaves(talk)) and not hear_price(talk):
        answer_request(talk)
    if talk.stance is None and not talk.said(MoveKind.PRESS, MoveKind.CONTEST):
        answer_proposal(talk)
    if not talk.moves:
        give_what_was_found(talk)
    if not talk.moves:
        give_what_is_owed(talk)
    if not recognised:
        hear_offer(talk)
    hear_ahead(talk)
    if Act.TRANSFER in talk.acts:
        _hear_transfer(talk)


def _is_missed(talk: Deliberation) -> bool:
    """Whether a message says that something was not found, and does not refuse and ask for another order instead."""
    asking = talk.clauses(Act.REQUEST, Act.ASK_MORE)
    another = any(talk.cues.turns.other_order.search(clause.text) for clause in asking)
    return Act.NOT_FOUND in talk.acts and not (another and Act.REFUSE in talk.acts)


def _asks_for_more(talk: Deliberation) -> bool:
    """Whether a message asks for something in order to go on; who only asks what else there is, or beside a refusal for
    another order, has come to an end."""
    other = talk.cues.turns.other_order
    asking = [clause for clause in talk.clauses(Act.REQUEST) if Act.ASK_MORE not in clause.acts]
    return any(Act.REFUSE not in talk.acts or not other.search(clause.text) for clause in asking)


def _is_refused(talk: Deliberation) -> bool:
    """Whether a message says no to what is wanted, in as many words or by leaving things as they are."""
    if has_yet_to_look(talk) or (wants_a_person(talk) and _offers_a_person(talk)):
        return False
    told = refuses_some(talk) or refuses_goal(talk) or bool(refused_wants(talk))
    return (
        told
        or denies_a_way(talk)
        or rules_out_deed(talk)
        or stays_as_it_is(talk)
        or denies_done(talk)
        or keeps_to_refusal(talk)
    )


def _offers_a_person(talk: Deliberation) -> bool:
    return any(talk.cues.transfer.search(clause.text) for clause in talk.clauses(Act.CONFIRM, Act.OFFER))


def _proposes_it(talk: Deliberation) -> bool:
    """Whether a message proposes the present goal, or what the customer would turn to after a refusal of it."""
    return goal_is_proposed(talk) or offers_what_follows(talk)


def _asks_which(talk: Deliberation) -> bool:
    """Answers a message that has to know first which thing is meant; false where it does not."""
    if says_which_of_two(talk):
        answer_request(talk)
        return True
    if not asks_which_to_refuse(talk):
        return False
    if says_which(talk):
        _hear_refused(talk)
    return True


def _goes_on(talk: Deliberation) -> bool:
    """Whether another goal is stated in this reply, so that a request already means that one."""
    return talk.is_over() and next_open(talk.scenario, talk.inner) is not None


def _hear_refused(talk: Deliberation, *, certain: bool = False) -> None:
    """A refusal that hands over at the same time is answered as a transfer, if the agent does not go on. Where it is of
    one of several orders, what is asked about another is heard as about the goal that comes next."""
    if (Act.TRANSFER not in talk.acts or Act.ASK_MORE in talk.acts) and not ask_back(talk):
        one_of_several = bool(ids_set_apart(talk))
        hear_refusal(talk, certain=certain)
        if one_of_several and talk.is_over():
            take_up_next(talk)


def _hear_transfer(talk: Deliberation) -> None:
    if talk.acts >= {Act.REFUSE, Act.ASK_MORE} and talk.moves:
        return
    announced = talk.inner.transfers + 1
    talk.keep(transfers=announced)
    if talk.stance == "agree":
        return
    talk.say(MoveKind.ACKNOWLEDGE_TRANSFER)
    if announced > 1:
        talk.end = CustomerEnd.DONE
