"""Answers to proposals: every value in them is compared with what the customer wants and knows."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domains.kit.scenario import BranchOn, BranchThen, CustomerGoal, Fact, Trait, Want
from domains.kit.values import Value, ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.inner import CLOSED, UNDERWAY, Stage
from simulators.agenda.moves import Item, MoveKind, item_of
from simulators.agenda.pace import hesitates
from simulators.agenda.refusals import follow
from simulators.agenda.second_thoughts import given_up, in_its_place, thinks_again
from simulators.understand.acts import Act, Clause
from simulators.understand.slots import CHOICE
from simulators.understand.values import same, says

LETS_PASS = 0.5
"""How likely an inattentive customer overlooks one wrong value."""
_WRITTEN_OUT = frozenset({ValueKind.ID, ValueKind.EMAIL, ValueKind.PHONE, ValueKind.POSTCODE})
_IDENTITY = frozenset({ValueKind.NAME, ValueKind.EMAIL, ValueKind.PHONE, ValueKind.POSTCODE})
_NOT_PROPOSED = frozenset({Act.REFUSE, Act.NOT_FOUND, Act.CLAIM_DONE})


@dataclass(frozen=True)
class Proposal:
    """What a message proposes: the clauses that ask for a yes, and those that give its details."""

    asking: str
    details: str
    asking_values: tuple[Value, ...]
    all_values: tuple[Value, ...]
    actions: frozenset[str]
    """What it is named: in the clauses that ask for a yes, or else in the details."""
    named_in_passing: bool = False
    """Whether only the details name an action, which may be a mere word there: "your e-mail address"."""


@dataclass(frozen=True)
class Mismatch:
    """A value of a proposal that contradicts what the customer wants or knows."""

    right: Item
    may_say: bool
    """Whether the right value may be said without being asked for."""


def answer_proposal(talk: Deliberation) -> None:
    """Agrees, corrects or rejects where the message asks for a yes."""
    asking = [clause for clause in talk.clauses(Act.CONFIRM) if not talk.cues.transfer.search(clause.text)]
    if not asking:
        return
    if all(_beside_the_point(talk, clause) for clause in asking):
        if not talk.moves:
            talk.say(MoveKind.ACKNOWLEDGE)
        return
    proposal = _proposal(talk, asking)
    if talk.is_over() or talk.state.stage in CLOSED:
        _answer_beyond(talk, proposal)
        return
    goal = _meant(talk, proposal)
    if goal is None or _says_not_to(talk, goal):
        talk.stance = "reject"
        talk.say(MoveKind.NOT_ASKED_FOR)
        talk.restate()
        return
    talk.keep(current=goal.id)
    _answer_for(talk, proposal)


def _beside_the_point(talk: Deliberation, clause: Clause) -> bool:
    """Whether a question has a yes of its own that settles nothing: it offers to tell something, or checks a name."""
    if clause.actions or any(_says_right(clause.text, item, ()) for item in talk.want_items()):
        return False
    if talk.cues.offers_words.search(clause.text):
        return True
    identity = [item_of(fact) for fact in talk.scenario.facts if fact.kind in _IDENTITY]
    return any(says(clause.text, item.kind, item.value, item.forms) for item in identity)


def _says_not_to(talk: Deliberation, goal: CustomerGoal) -> bool:
    """Whether the message speaks of not doing what the customer wants, so that a yes to it would mean a no."""
    words = [word for action in talk.lexicon.actions if action.key == goal.action for word in action.words]
    if not words:
        return False
    denied = re.compile(talk.cues.not_doing.format(words="|".join(map(re.escape, words))), re.IGNORECASE)
    return any(denied.search(clause.text) for clause in talk.heard.reading.clauses)


def answer_check(talk: Deliberation) -> None:
    """Affirms or corrects where the message only asks whether it has understood something."""
    asking = [clause for clause in talk.clauses(Act.REQUEST) if talk.cues.asks_whether.search(clause.text)]
    if not asking or not talk.underway():
        return
    check = Proposal(_text(asking), "", _values(asking), _values(asking), _actions(asking))
    if wrong := [each for each in mismatches(talk, talk.goal, check) if not _overlooked(talk, each)]:
        _correct(talk, wrong)
    elif any(says(check.asking, item.kind, item.value, item.forms) for item in _own_items(talk)):
        talk.say(MoveKind.AFFIRM)


def _own_items(talk: Deliberation) -> list[Item]:
    told = [item_of(talk.scenario.facts[index]) for index in talk.inner.told]
    return [*told, *talk.want_items()]


def goal_is_proposed(talk: Deliberation) -> bool:
    """Whether the message proposes the present goal itself, and rightly: then a refusal in it is a side remark."""
    asking = [clause for clause in talk.clauses(Act.CONFIRM) if not talk.cues.transfer.search(clause.text)]
    if not asking or not talk.underway() or any(Act.OFFER in clause.acts for clause in asking):
        return False
    proposal = _proposal(talk, asking)
    text = f"{proposal.asking}\n{proposal.details}"
    named = talk.goal.action in proposal.actions
    if not named and (proposal.actions or not any(_says_right(text, item, ()) for item in talk.want_items())):
        return False
    return not mismatches(talk, talk.goal, proposal)


def _answer_for(talk: Deliberation, proposal: Proposal) -> None:
    wrong = [each for each in mismatches(talk, talk.goal, proposal) if not _overlooked(talk, each)]
    if wrong:
        _correct(talk, wrong)
    elif not (_too_dear(talk, proposal) or thinks_again(talk) or hesitates(talk)):
        talk.stance = "agree"
        talk.change(stage=Stage.CONFIRMING)
        talk.keep(wrote_used=False)
        talk.say(MoveKind.AGREE, goal=talk.goal.id)


def _answer_beyond(talk: Deliberation, proposal: Proposal) -> None:
    """A proposal when the present goal is over: only one about a goal still to come is welcome."""
    for goal in talk.scenario.goals:
        waiting = talk.inner.goals[goal.id].stage is Stage.OPEN and not goal.only_by_branch
        if waiting and goal.action in proposal.actions:
            talk.take_up(goal.id)
            talk.say(MoveKind.STATE_GOAL, goal=goal.id)
            _answer_for(talk, proposal)
            return
    talk.stance = "reject"
    talk.say(MoveKind.NO_NEED)


def _correct(talk: Deliberation, wrong: Sequence[Mismatch]) -> None:
    talk.stance = "reject"
    talk.corrections = len(wrong)
    if sayable := tuple(each.right for each in wrong if each.may_say):
        talk.say(MoveKind.CORRECT, goal=talk.goal.id, items=sayable)
    if hidden := tuple(each.right.key for each in wrong if not each.may_say):
        talk.say(MoveKind.DISPUTE, goal=talk.goal.id, keys=hidden)


def _overlooked(talk: Deliberation, mismatch: Mismatch) -> bool:
    return talk.has(Trait.INATTENTIVE) and talk.draw.chance(LETS_PASS, "overlook", talk.inner.step, mismatch.right.key)


def _proposal(talk: Deliberation, asking: Sequence[Clause]) -> Proposal:
    unavailable = talk.cues.unavailable
    details = [
        clause
        for clause in talk.heard.reading.clauses
        if clause not in asking and not clause.acts & _NOT_PROPOSED and not unavailable.search(clause.text)
    ]
    named, passing = _actions(asking), _actions(details)
    values = _values(asking)
    return Proposal(
        asking=_text(asking),
        details=_text(details),
        asking_values=values,
        all_values=values + _values(details),
        actions=named or passing,
        named_in_passing=not named,
    )


def _text(clauses: Iterable[Clause]) -> str:
    return "\n".join(clause.text for clause in clauses)


def _values(clauses: Iterable[Clause]) -> tuple[Value, ...]:
    return tuple(value for clause in clauses for value in clause.values)


def _actions(clauses: Iterable[Clause]) -> frozenset[str]:
    return frozenset(action for clause in clauses for action in clause.actions)


def _meant(talk: Deliberation, proposal: Proposal) -> CustomerGoal | None:
    """The goal that a proposal is about: the present one, or another open one that it names or fits better."""
    others = [
        goal
        for goal in talk.scenario.goals
        if goal is not talk.goal and talk.inner.goals[goal.id].stage in UNDERWAY and goal.action in proposal.actions
    ]
    if proposal.actions and talk.goal.action not in proposal.actions:
        if others:
            return others[0]
        return talk.goal if proposal.named_in_passing and _speaks_of_goal(talk, proposal) else None
    if others and mismatches(talk, talk.goal, proposal):
        return next((goal for goal in others if not mismatches(talk, goal, proposal)), talk.goal)
    return talk.goal


def _speaks_of_goal(talk: Deliberation, proposal: Proposal) -> bool:
    """Whether a proposal says a value that the customer wants or has told for this goal."""
    text = f"{proposal.asking}\n{proposal.details}"
    return any(says(text, item.kind, item.value, item.forms) for item in _own_items(talk))


def mismatches(talk: Deliberation, goal: CustomerGoal, proposal: Proposal) -> list[Mismatch]:
    """The values of a goal that a proposal speaks of and has wrong: a wrong one is there, the right one is not."""
    wanted = [
        Mismatch(item_of(want), may_say=True)
        for want in talk.wants(goal)
        if _is_wrong(item_of(want), _rivals(talk, goal, want), talk, proposal)
    ]
    known = [
        Mismatch(item_of(fact), may_say=talk.may_say(fact))
        for fact in talk.scenario.facts
        if fact.goal in {None, goal.id} and fact.kind in _WRITTEN_OUT and _fact_is_wrong(talk, goal, fact, proposal)
    ]
    return [*wanted, *_wrong_things(talk, goal, proposal, wanted), *known]


def _wrong_things(
    talk: Deliberation, goal: CustomerGoal, proposal: Proposal, wrong: Sequence[Mismatch]
) -> list[Mismatch]:
    """All the things it is about, where a proposal names some and leaves one out, or names one that was given up: a yes
    would be to less, or to more."""
    things = [item_of(want) for want in talk.wants(goal) if want.key == CHOICE]
    text = f"{proposal.asking}\n{proposal.details}"
    named = [says(text, item.kind, item.value, item.forms) for item in things]
    incomplete = any(named) and not all(named)
    if wrong or not (incomplete or (any(named) and _names_given_up(talk, goal, text))):
        return []
    return [Mismatch(item, may_say=True) for item in things]


def _names_given_up(talk: Deliberation, goal: CustomerGoal, text: str) -> bool:
    """Whether a line names a thing that the customer has changed their mind about, and not in order to leave it out."""
    things = [want for want in given_up(talk, goal) if want.key == CHOICE]
    lines = [line for line in text.splitlines() if not talk.cues.left_out.search(line)]
    return any(says(line, want.kind, want.value, want.say) for line in lines for want in things)


def _rivals(talk: Deliberation, goal: CustomerGoal, want: Want) -> tuple[str, ...]:
    """What a wrong proposal could name instead of a want: its `among`, and what stands for it at other preferences or
    stood for it before the customer changed their mind."""
    present = talk.wants(goal)
    ranked = goal.preference.ranked if goal.preference else ()
    wanted = {each.value for each in present}
    others = [other for wants in ranked if want not in wants for other in _counterparts(want, wants, ranked)]
    forms = [form for other in others if other.value not in wanted for form in (other.say or (other.value,))]
    return (*want.among, *forms, *in_its_place(talk, goal, want))


def _counterparts(want: Want, wants: Sequence[Want], ranked: Sequence[Sequence[Want]]) -> list[Want]:
    """The wants of another preference in the place of this one; all of its key where the shapes differ."""
    own = next((each for each in ranked if want in each), ())
    if [each.key for each in own] == [each.key for each in wants]:
        return [wants[own.index(want)]]
    return [each for each in wants if each.key == want.key]


def _is_wrong(item: Item, rivals: tuple[str, ...], talk: Deliberation, proposal: Proposal) -> bool:
    for text, values in (
        (proposal.asking, proposal.asking_values),
        (f"{proposal.asking}\n{proposal.details}", proposal.all_values),
    ):
        if _says_right(_decided(text, item, rivals), item, rivals):
            return False
        if _names_rival(text, item, rivals) or _foreign(talk, item, values):
            return True
    return False


def _decided(text: str, item: Item, rivals: tuple[str, ...]) -> str:
    """The text without what leaves the value open ("your card or your gift card"): a yes to that would cover both."""
    lowered = text.lower()
    if " or " not in lowered:
        return text
    forms = "|".join(re.escape(form.lower()) for form in (item.value, *item.forms))
    others = "|".join(re.escape(rival.lower()) for rival in rivals)
    if not others:
        return text
    gap = r"[^\w.?!\n]+"
    between = rf"{gap}(?:(?!not\b)\w+{gap}){{0,4}}?or{gap}(?:\w+{gap}){{0,4}}?"
    either, reverse = rf"(?:{forms}){between}(?:{others})", rf"(?:{others}){between}(?:{forms})"
    return re.sub(rf"\b(?:{either}|{reverse})\b", " ", lowered)


def _says_right(text: str, item: Item, rivals: tuple[str, ...]) -> bool:
    longer = [rival for rival in rivals if any(_within(form, rival) for form in (item.value, *item.forms))]
    return says(_without(text, longer), item.kind, item.value, item.forms)


def _names_rival(text: str, item: Item, rivals: tuple[str, ...]) -> bool:
    for rival in rivals:
        longer = [form for form in (item.value, *item.forms) if _within(rival, form)]
        if says(_without(text, longer), ValueKind.TEXT, rival) or says(text, item.kind, rival):
            return True
    return False


def _within(part: str, whole: str) -> bool:
    return len(part) < len(whole) and part.lower() in whole.lower()


def _without(text: str, phrases: Iterable[str]) -> str:
    lowered = text.lower()
    for phrase in phrases:
        lowered = lowered.replace(phrase.lower(), " ")
    return lowered


def _foreign(talk: Deliberation, item: Item, values: tuple[Value, ...]) -> bool:
    """Whether typed values of this slot are there which the customer knows from nowhere else."""
    if item.kind in {ValueKind.CHOICE, ValueKind.TEXT, ValueKind.NAME}:
        return False
    # Dates, amounts and addresses are read as no slot's; an identifier or a number of no slot may be anything.
    slots = {item.key} if item.kind in {ValueKind.ID, ValueKind.NUMBER} else {item.key, None}
    rivals = [value for value in values if value.kind is item.kind and value.slot in slots]
    return any(not _known(talk, value) for value in rivals)


def _fact_is_wrong(talk: Deliberation, goal: CustomerGoal, fact: Fact, proposal: Proposal) -> bool:
    own = [each for each in talk.scenario.facts_of(fact.key, goal.id) if each.goal == goal.id]
    if own and fact not in own:
        return False
    slots = {fact.key} if fact.kind is ValueKind.ID else {fact.key, None}
    named = [value for value in proposal.all_values if value.kind is fact.kind and value.slot in slots]
    right = [each.value for each in own or talk.scenario.facts_of(fact.key, goal.id)]
    if not named or any(same(fact.kind, value.value, each) for value in named for each in right):
        return False
    return fact.kind is ValueKind.ID or any(not _known(talk, value) for value in named)


def _known(talk: Deliberation, value: Value) -> bool:
    facts = any(fact.kind is value.kind and same(fact.kind, fact.value, value.value) for fact in talk.scenario.facts)
    return facts or any(
        want.kind is value.kind and same(want.kind, want.value, value.value)
        for goal in talk.scenario.goals
        for want in talk.wants(goal)
    )


def _too_dear(talk: Deliberation, proposal: Proposal) -> bool:
    """Takes the branch for a price above its threshold; true if that settles the answer."""
    branch = talk.branch(BranchOn.PRICE_ABOVE)
    if branch is None or branch.then is BranchThen.ACCEPT or talk.state.priced:
        return False
    if not any(amount > (branch.threshold or 0) for amount in _prices(talk, proposal)):
        return False
    talk.stance = "reject"
    follow(talk, branch)
    return True


def _prices(talk: Deliberation, proposal: Proposal) -> list[int]:
    for values in (proposal.asking_values, proposal.all_values):
        amounts = [value for value in values if value.kind is ValueKind.MONEY and not _known(talk, value)]
        if amounts:
            return [int(value.value) for value in amounts]
    return []
