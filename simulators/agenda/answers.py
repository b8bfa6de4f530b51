"""Whether the agent has answered what the customer asked."""

import re
from collections.abc import Sequence

from domains.kit.scenario import BranchOn, Disclosure, Fact, Question, Want
from domains.kit.values import Value, ValueKind
from simulators.agenda.deliberation import PRICE_LIMIT, Deliberation
from simulators.agenda.inner import Stage
from simulators.agenda.moves import MoveKind, item_of
from simulators.agenda.prices import prices_choice, prices_in
from simulators.agenda.refusals import follow
from simulators.understand.acts import Act, Clause
from simulators.understand.values import same

ASKED_AGAIN_AT_MOST = 2


def hear_answers(talk: Deliberation) -> None:
    """Marks the questions of the present goal that the message answers; a dear answer takes its branch. What is said of
    another order answers nothing, and is corrected."""
    if _has_yet_to_look(talk):
        return
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


def _has_yet_to_look(talk: Deliberation) -> bool:
    """Whether a message asks who the customer is, or which order it is, before it can answer anything about that:
    what it tells meanwhile is no answer."""
    named = {ValueKind.ID, ValueKind.EMAIL, ValueKind.NAME, ValueKind.POSTCODE}
    asked = (fact for slot in talk.slots for fact in talk.sayable(slot) if fact.kind in named)
    return not talk.goal.needs_write and any(not talk.may_say(fact) for fact in asked)


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
    clauses = [
        clause
        for clause in talk.heard.reading.clauses
        if not (_gives_range(talk, question, clause) or _gives_part(talk, question, clause))
    ]
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
    """Whether a clause gives amounts between which the answer lies, and not the answer beside them: what one of them
    becomes may be the answer, unless the difference is."""
    money, of_two = talk.cues.money, talk.cues.money.asks_difference.search(" ".join(question.say))
    if question.kind is not ValueKind.MONEY or (money.goes_to.search(clause.text) and not of_two):
        return False
    rest = money.range_of_amounts.sub(" ", clause.text)
    return rest != clause.text and money.amount.search(rest) is None


def _gives_part(talk: Deliberation, question: Question, clause: Clause) -> bool:
    """Whether a clause gives an amount that the answer is worked out from: one of those that make up a sum, or of the
    two that differ."""
    if question.kind is not ValueKind.MONEY:
        return False
    money, asked = talk.cues.money, " ".join(question.say)
    if money.works_out.search(clause.text):
        return False
    if money.asks_difference.search(asked):
        return money.tells_difference.search(clause.text) is None and money.one_of_two.search(clause.text) is not None
    if money.asks_sum.search(asked):
        return money.tells_sum.search(clause.text) is None and money.part_of_sum.search(clause.text) is not None
    return False


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
    """Whether a clause speaks of what was asked: it shares a word with the question, prices what is wanted, or tells
    what it adds up to where that is asked."""
    asked, money = " ".join(question.say), talk.cues.money
    if (_stems(f"{asked} {question.key}") - talk.cues.common_stems) & _stems(clause.text):
        return True
    if question.kind is not ValueKind.MONEY:
        return False
    if prices_choice(talk, clause.text):
        return True
    if money.asks_difference.search(asked):
        return money.tells_difference.search(clause.text) is not None
    return money.asks_sum.search(asked) is not None and money.tells_sum.search(clause.text) is not None


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
