"""Answers to what the agent asks for, and whether it has answered what the customer asked."""

import re
from collections.abc import Sequence

from domains.kit.scenario import BranchOn, Disclosure, Fact, Question, Want
from domains.kit.values import Value, ValueKind
from simulators.agenda.asked import asked_for
from simulators.agenda.choices import choices
from simulators.agenda.deliberation import PRICE_LIMIT, Deliberation
from simulators.agenda.inner import Stage
from simulators.agenda.lacking import know_nothing
from simulators.agenda.moves import MoveKind, item_of
from simulators.agenda.pace import at_hand, one_at_a_time, owed
from simulators.agenda.present_or_new import of_anything, only_general
from simulators.agenda.prices import prices_choice, prices_in
from simulators.agenda.refusals import follow
from simulators.agenda.refused import is_refused, refused_wants
from simulators.understand.acts import Act, Clause
from simulators.understand.slots import CHOICE, VAGUE
from simulators.understand.values import same, says

ASKED_AGAIN_AT_MOST = 2
_TOLD_NOBODY = "secret_code"
"""The slot of codes and passwords, which nobody tells in a chat."""


def answer_request(talk: Deliberation) -> None:
    """Gives, for all slots asked for at once, what may be said, and says what may not or is not known.

    Of a slot that the scenario is silent about the customer knows nothing, but says so only if it was asked for alone.
    What is put to choice is answered by everybody: the yes to something else beside it would leave it open.
    """
    chosen = [want.key for choice in choices(talk) for want in choice.wants]
    _answer(talk, list(dict.fromkeys([*one_at_a_time(talk, asked_for(talk)), *chosen])))


def give_what_is_owed(talk: Deliberation) -> None:
    """Goes on with what was asked for before and not answered yet, where a message asks for nothing itself."""
    if talk.underway() and talk.acts <= {Act.INFORM, Act.HOLD} and (left := owed(talk)):
        _answer(talk, one_at_a_time(talk, left))


def _answer(talk: Deliberation, slots: Sequence[str]) -> None:
    facts: list[Fact] = []
    wants: list[Want] = []
    for slot in slots:
        found = _with_what_goes_along(talk, talk.wants_of(slot))
        if found and (general := of_anything(talk, slot)):
            facts += general
            wants += [] if only_general(talk, slot) else found
        elif found:
            wants += found
        elif sayable := talk.sayable(slot):
            facts += sayable
        else:
            facts += _without_answer(talk, slot)
    said = "\n".join(fact.value for fact in facts)
    wants = [
        want for want in wants if not (talk.has_said(item_of(want)) or says(said, want.kind, want.value, want.say))
    ]
    if refused := refused_wants(talk):
        wants = [want for want in wants if want not in refused]
        facts = [fact for fact in facts if not is_refused(fact, refused)]
    if talk.said(MoveKind.PRESS, MoveKind.TAKE_NEXT):
        wants = [want for want in wants if not talk.has_wished(want)]
    if talk.said(MoveKind.TAKE_NEXT, MoveKind.COMPLETE):
        wants = [want for want in wants if want.key != CHOICE or not talk.has_wished(want)]
    facts = [fact for fact in at_hand(talk, facts) if not talk.has_said(item_of(fact))]
    limitless = PRICE_LIMIT in slots and not (talk.sayable(PRICE_LIMIT) or talk.branch(BranchOn.PRICE_ABOVE))
    unanswered = all(move.kind is MoveKind.AFFIRM for move in talk.moves)
    if unanswered and not (facts or wants or limitless or Act.OFFER in talk.acts):
        answered_otherwise = VAGUE if talk.moves or Act.CONFIRM in talk.acts else frozenset()
        know_nothing(talk, [slot for slot in slots if slot not in answered_otherwise])
    if facts:
        talk.told(*facts)
        talk.say(MoveKind.GIVE, goal=talk.goal.id, items=tuple(dict.fromkeys(item_of(fact) for fact in facts)))
    if wants:
        talk.say(MoveKind.WANT, goal=talk.goal.id, items=tuple(dict.fromkeys(item_of(want) for want in wants)))
    if limitless:
        talk.say(MoveKind.NO_LIMIT)


def _with_what_goes_along(talk: Deliberation, found: list[Want]) -> list[Want]:
    keys = {key for want in found for key in want.along}
    along = [want for want in talk.wants() if want.key in keys and not talk.has_wished(want)]
    return [want for want in talk.wants() if want in found or want in along]


def _without_answer(talk: Deliberation, slot: str) -> list[Fact]:
    """Says that a slot has no answer; gives the facts that stand in for it."""
    if slot == _TOLD_NOBODY or any(
        fact.disclose is Disclosure.NEVER for fact in talk.scenario.facts_of(slot, talk.goal.id)
    ):
        talk.say(MoveKind.DECLINE, keys=(slot,))
        return []
    for unknown in talk.scenario.unknown:
        if unknown.key == slot:
            keys = unknown.instead
            again = slot in talk.inner.unable
            if again and _is_found(talk, slot):
                return []
            if again:
                keys += unknown.asked_again
            talk.keep(unable=tuple(dict.fromkeys((*talk.inner.unable, slot))))
            talk.say(MoveKind.CANNOT_GIVE, keys=(slot,))
            facts = [fact for key in keys for fact in talk.sayable(key)]
            return [fact for fact in facts if not (again and talk.may_say(fact))]
    return []


def _is_found(talk: Deliberation, slot: str) -> bool:
    """Whether a message that names the value of a slot itself, and only one, can do without the customer's."""
    values = {value.value for value in talk.heard.reading.values if value.slot == slot}
    return len(values) == 1 and not talk.acts & {Act.NOT_FOUND, Act.REFUSE}


def hear_answers(talk: Deliberation) -> None:
    """Marks the questions of the present goal that the message answers; a dear answer takes its branch. What is said of
    another order answers nothing, and is corrected."""
    answered = list(talk.state.answered)
    meant = _meant_instead(talk)
    for question in talk.goal.questions:
        if question.key in answered or question.key not in talk.state.asked:
            continue
        found = _answers(talk, question)
        if found and meant:
            _say_which(talk, meant)
        elif found:
            answered.append(question.key)
            _too_dear(talk, question, found)
    if talk.underway() or talk.state.stage is Stage.BELIEVED:
        talk.change(answered=tuple(answered))
    if talk.underway() and not talk.goal.needs_write and not talk.open_questions() and _is_told(talk):
        talk.change(stage=Stage.BELIEVED)
        talk.say(MoveKind.THANK, goal=talk.goal.id)


def _meant_instead(talk: Deliberation) -> tuple[Fact, ...]:
    """The identifiers that the present goal alone is about, where a message names others of their slots in their place;
    empty where it does not. What only asks for a value says nothing of it."""
    told = [clause for clause in talk.heard.reading.clauses if not clause.acts & {Act.REQUEST, Act.CLAIM_DONE}]
    named = [value for clause in told for value in clause.values if value.kind is ValueKind.ID]
    own = [fact for fact in talk.scenario.facts if fact.kind is ValueKind.ID and fact.goal == talk.goal.id]
    if any(same(fact.kind, fact.value, value.value) for fact in own for value in named):
        return ()
    slots = {value.slot for value in named}
    return tuple(fact for fact in own if fact.key in slots and fact.disclose is not Disclosure.NEVER)


def _say_which(talk: Deliberation, meant: Sequence[Fact]) -> None:
    """Says that it is not about the order that the agent has named; by its number if that was said before."""
    talk.corrections = 1
    if sayable := tuple(item_of(fact) for fact in meant if talk.may_say(fact)):
        talk.say(MoveKind.CORRECT, goal=talk.goal.id, items=sayable)
    else:
        talk.say(MoveKind.DISPUTE, goal=talk.goal.id, keys=tuple(fact.key for fact in meant))


def _is_told(talk: Deliberation) -> bool:
    return bool(talk.goal.questions) or Act.INFORM in talk.acts


def _answers(talk: Deliberation, question: Question) -> list[Value]:
    """The values of the message that answer a question; for words, an INFORM stands for one."""
    if question.kind in {ValueKind.TEXT, ValueKind.CHOICE, ValueKind.NAME}:
        return _told_in_words(talk, question)
    clauses = [clause for clause in talk.heard.reading.clauses if not _gives_range(talk, question, clause)]
    found = {
        index: [v for v in clause.values if _fits(talk, question, v) and not _repeats_limit(talk, v, clause)]
        for index, clause in enumerate(clauses)
    }
    to_the_point = [
        value for index, some in found.items() for value in some if _is_about(talk, question, clauses[index])
    ]
    if to_the_point or Act.REQUEST in talk.acts:
        return to_the_point
    return [value for some in found.values() for value in some]


def _gives_range(talk: Deliberation, question: Question, clause: Clause) -> bool:
    """Whether a clause gives amounts between which the answer lies, and not the answer."""
    return question.kind is ValueKind.MONEY and talk.cues.money.range_of_amounts.search(clause.text) is not None


def _fits(talk: Deliberation, question: Question, value: Value) -> bool:
    """Whether a value could answer a question: of its kind, of no other slot, and not what the customer said first."""
    known = talk.lexicon.slot(question.key) is not None
    foreign = known and value.slot is not None and value.slot != question.key
    return value.kind is question.kind and not foreign and not _own(talk, value)


def _repeats_limit(talk: Deliberation, value: Value, clause: Clause) -> bool:
    """Whether an amount is what the customer would pay at most, said again."""
    limits = (fact for fact in talk.sayable(PRICE_LIMIT) if talk.may_say(fact))
    repeated = any(fact.kind is value.kind and same(fact.kind, fact.value, value.value) for fact in limits)
    return repeated and talk.cues.at_most.search(clause.text) is not None


def _is_about(talk: Deliberation, question: Question, clause: Clause) -> bool:
    """Whether a clause speaks of what was asked: it shares a word with the question, or prices what is wanted."""
    asked = _stems(" ".join(question.say) + " " + question.key) - talk.cues.common_stems
    return bool(asked & _stems(clause.text)) or (question.kind is ValueKind.MONEY and prices_choice(talk, clause.text))


def _stems(text: str) -> set[str]:
    """How its longer words begin, so that "price" and "prices" are the same."""
    return {word[:4] for word in re.findall(r"[a-z]{4,}", text.lower())}


def _told_in_words(talk: Deliberation, question: Question) -> list[Value]:
    if Act.INFORM not in talk.acts or Act.REQUEST in talk.acts:
        return []
    slot = talk.lexicon.slot(question.key)
    if slot is not None and slot.values:
        return [value for value in talk.heard.reading.values if value.slot == question.key]
    return [Value(kind=question.kind, value="")]


def _own(talk: Deliberation, value: Value) -> bool:
    """Whether the customer has said the value themselves, so that hearing it answers nothing; a price may well be what
    they would pay at most."""
    told = [fact for index in talk.inner.told if (fact := talk.scenario.facts[index]).key != PRICE_LIMIT]
    known: list[Fact | Want] = [*told, *talk.wants()]
    return any(each.kind is value.kind and same(each.kind, each.value, value.value) for each in known)


def _too_dear(talk: Deliberation, question: Question, found: list[Value]) -> None:
    """Takes the branch for a price above its threshold. Where several amounts are named, the proposal has to tell."""
    branch = talk.branch(BranchOn.PRICE_ABOVE)
    if branch is None or question.kind is not ValueKind.MONEY or not talk.underway():
        return
    about = [clause for clause in talk.heard.reading.clauses if _is_about(talk, question, clause)]
    amounts = {int(value.value) for value in found if any(value in clause.values for clause in about)}
    prices = amounts.intersection(prices_in(talk, "\n".join(clause.text for clause in about)))
    if not prices:
        return
    if min(prices) > (branch.threshold or 0):
        follow(talk, branch)
    elif len(prices) == 1:
        talk.change(priced=True)


def ask_again(talk: Deliberation) -> None:
    """Asks the open questions once more. Those asked often enough are given up where nothing else is left to do."""
    left = talk.open_questions()
    again = tuple(key for key in left if talk.state.asked_again.count(key) < ASKED_AGAIN_AT_MOST)
    talk.change(asked_again=(*talk.state.asked_again, *again))
    if again:
        talk.say(MoveKind.ASK_AGAIN, goal=talk.goal.id, keys=again)
    if talk.underway() and talk.goal.needs_write:
        return
    talk.change(answered=(*talk.state.answered, *(key for key in left if key not in again)))
    if not again and talk.underway():
        talk.close(Stage.ABANDONED)
