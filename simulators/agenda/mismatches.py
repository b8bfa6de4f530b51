"""Compares every value of a proposal with what the customer wants and knows."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domains.kit.scenario import CustomerGoal, Disclosure, Fact, Want
from domains.kit.values import Value, ValueKind
from simulators.agenda.avowals import gives_another, names_another
from simulators.agenda.choices import choices
from simulators.agenda.deliberation import PRICE_LIMIT, Deliberation
from simulators.agenda.further import reaches_further
from simulators.agenda.moves import Item, item_of
from simulators.agenda.naming import misnumbers, names_rival, says_right
from simulators.agenda.other_amounts import takes_another_amount
from simulators.agenda.proposed import Proposal
from simulators.agenda.proposed_for import ids_meant
from simulators.agenda.replaced import without_replaced
from simulators.agenda.rivals import rivals_of
from simulators.agenda.second_thoughts import given_up
from simulators.understand.slots import CHOICE
from simulators.understand.values import same, says, values_in

_PARTS = re.compile(r"[;:]")
_WRITTEN_OUT = frozenset({ValueKind.ID, ValueKind.EMAIL, ValueKind.PHONE, ValueKind.POSTCODE})


@dataclass(frozen=True)
class Mismatch:
    """A value of a proposal that contradicts what the customer wants or knows."""

    right: Item
    may_say: bool
    """Whether the right value may be said without being asked for."""
    avowed: bool = False
    """Whether it is only what the customer would say of themselves, so that nothing that they want depends on it."""


def mismatches(talk: Deliberation, goal: CustomerGoal, proposal: Proposal) -> list[Mismatch]:
    """The values of a goal that a proposal speaks of and has wrong: a wrong one is there, the right one is not, and no
    question puts it to choice beside the right one."""
    left_open = [want for choice in choices(talk) for want in choice.wants]
    wanted = [
        Mismatch(item_of(want), may_say=True)
        for want in talk.wants(goal)
        if want not in left_open and _want_is_wrong(talk, goal, want, proposal)
    ]
    known = [
        Mismatch(item_of(fact), may_say=talk.may_say(fact))
        for fact in talk.scenario.facts
        if fact.goal in {None, goal.id} and fact.kind in _WRITTEN_OUT and _fact_is_wrong(talk, goal, fact, proposal)
    ]
    further = [Mismatch(item, may_say=True) for item in reaches_further(talk, goal, proposal)]
    found = [*wanted, *_wrong_things(talk, goal, proposal, wanted), *known, *further, *_avowed(talk, goal, proposal)]
    return list(dict.fromkeys(found))


def _avowed(talk: Deliberation, goal: CustomerGoal, proposal: Proposal) -> list[Mismatch]:
    """What customers would say of themselves, where a proposal says another thing of them; not what is wanted too."""
    wanted = {want.value for want in talk.wants(goal)}
    own = [fact for fact in talk.scenario.facts if fact.goal in {None, goal.id} and fact.value not in wanted]
    return [
        Mismatch(item_of(fact), may_say=fact.disclose is not Disclosure.NEVER, avowed=True)
        for fact in own
        if gives_another(talk, fact, proposal)
    ]


def _wrong_things(
    talk: Deliberation, goal: CustomerGoal, proposal: Proposal, wrong: Sequence[Mismatch]
) -> list[Mismatch]:
    """All the things it is about, where a proposal names some and leaves one out, names one that was given up, or is
    about others: a yes would be to less, to more, or to something else."""
    things = [item_of(want) for want in talk.wants(goal) if want.key == CHOICE]
    text = f"{proposal.asking}\n{proposal.details}"
    named = [says(text, item.kind, item.value, item.forms) for item in things]
    incomplete = any(named) and not all(named)
    given_up_too = (_names_given_up if any(named) else _means_all_there_was)(talk, goal, text)
    if wrong or not things or not (incomplete or given_up_too or _means_others(talk, goal, proposal)):
        return []
    return [Mismatch(item, may_say=True) for item in things]


def _means_others(talk: Deliberation, goal: CustomerGoal, proposal: Proposal) -> bool:
    """Whether a proposal can only be of other things than those that are wanted, or of all that it names of both."""
    things = [want for want in talk.wants(goal) if want.key == CHOICE]
    if any(says(proposal.asking, want.kind, want.value, want.say) for want in things):
        return False
    lines = f"{proposal.asking}\n{proposal.details}".splitlines()
    others = {other for want in things for other in rivals_of(talk, goal, want)}
    possible = [line for line in lines if not talk.cues.cannot.search(line)]
    named = [
        (
            any(says(line, want.kind, want.value, want.say) for want in things),
            not talk.cues.left_out.search(line) and any(says(line, ValueKind.TEXT, other) for other in others),
        )
        for line in possible
    ]
    if not any(others_too for _, others_too in named):
        return False
    alone = any(own and not others_too for own, others_too in named)
    return not any(own for own, _ in named) or (not alone and talk.cues.every_one.search(proposal.asking) is not None)


def _names_given_up(talk: Deliberation, goal: CustomerGoal, text: str) -> bool:
    """Whether a line names a thing that the customer has changed their mind about, and not in order to leave it out."""
    things = [want for want in given_up(talk, goal) if want.key == CHOICE]
    lines = [line for line in text.splitlines() if not talk.cues.left_out.search(line)]
    return any(says(line, want.kind, want.value, want.say) for line in lines for want in things)


def _means_all_there_was(talk: Deliberation, goal: CustomerGoal, text: str) -> bool:
    """Whether a text that names none of them speaks of both or all, where one was given up."""
    dropped = any(want.key == CHOICE for want in given_up(talk, goal))
    return dropped and talk.cues.every_one.search(text) is not None


def _want_is_wrong(talk: Deliberation, goal: CustomerGoal, want: Want, proposal: Proposal) -> bool:
    wrong = _is_wrong(item_of(want), rivals_of(talk, goal, want), talk, proposal)
    return wrong or names_another(talk, want, proposal) or takes_another_amount(talk, want, proposal)


def _is_wrong(item: Item, rivals: tuple[str, ...], talk: Deliberation, proposal: Proposal) -> bool:
    forms = (item.value, *item.forms, *rivals)
    for whole, told in (
        (proposal.asking, proposal.asking_values),
        (f"{proposal.asking}\n{proposal.details}", proposal.proposed_values),
    ):
        text = without_replaced(_proposed(talk, whole, item), forms, talk.cues)
        values = told if text == whole else _still_in(talk, text, told)
        if says_right(_decided(text, item, rivals), item, rivals):
            return False
        if names_rival(text, item, rivals) or misnumbers(text, item) or _foreign(talk, item, values):
            return True
    return False


def _proposed(talk: Deliberation, text: str, item: Item) -> str:
    """The text without what it does not propose: what customers may have in its place ("may I, or do you prefer
    standard after all?"), and things of which it says that they stay."""
    lines = [_before_alternative(talk, line) for line in text.splitlines()]
    if item.key != CHOICE:
        return "\n".join(lines)
    asked = [part for line in lines for part in talk.cues.turns.and_asks.split(line)]
    parts = [part for each in asked for part in _PARTS.split(each)]
    kept = [part for part in parts if not talk.cues.turns.left_alone.search(part)]
    return "\n".join(kept if len(kept) < len(parts) else lines)


def _before_alternative(talk: Deliberation, line: str) -> str:
    """A line up to where it asks, after a question for leave, whether something else is preferred."""
    if talk.cues.questions.or_not.search(line):
        return line[: line.lower().rindex(" or")] if " or" in line.lower() else line
    other = talk.cues.turns.or_asks.search(line)
    asks_before = other is not None and talk.cues.turns.asks_to_do.search(line[: other.start()])
    return line[: other.start()] if other is not None and asks_before else line


def _still_in(talk: Deliberation, text: str, values: tuple[Value, ...]) -> tuple[Value, ...]:
    """The values that are left in what is left of their text."""
    left = {(each.kind, each.value) for each in values_in(text, talk.lexicon)}
    return tuple(each for each in values if (each.kind, each.value) in left)


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


def _foreign(talk: Deliberation, item: Item, values: tuple[Value, ...]) -> bool:
    """Whether typed values of this slot are there which the customer knows from nowhere else."""
    if item.kind in {ValueKind.CHOICE, ValueKind.TEXT, ValueKind.NAME}:
        return False
    # Dates, amounts and addresses are read as no slot's; an identifier or a number of no slot may be anything.
    slots = {item.key} if item.kind in {ValueKind.ID, ValueKind.NUMBER} else {item.key, None}
    rivals = [value for value in values if value.kind is item.kind and value.slot in slots]
    return any(not is_known(talk, value) for value in rivals)


def _fact_is_wrong(talk: Deliberation, goal: CustomerGoal, fact: Fact, proposal: Proposal) -> bool:
    own = [each for each in talk.scenario.facts_of(fact.key, goal.id) if each.goal == goal.id]
    if own and fact not in own:
        return False
    slots = {fact.key} if fact.kind is ValueKind.ID else {fact.key, None}
    named = [value for value in proposal.all_values if value.kind is fact.kind and value.slot in slots]
    if fact.kind is ValueKind.ID:
        named = ids_meant(talk, proposal, fact.key) or named
    right = [each.value for each in own or talk.scenario.facts_of(fact.key, goal.id)]
    if not named or any(same(fact.kind, value.value, each) for value in named for each in right):
        return False
    return fact.kind is ValueKind.ID or any(not is_known(talk, value) for value in named)


def names_own(talk: Deliberation, goal: CustomerGoal, values: Iterable[Value]) -> bool:
    """Whether an identifier that stands for this goal alone is among the values; two may be about the same order.

    Where goals have none of their own, and the customer knows several of a slot, all of them are.
    """
    values = list(values)
    ids = [fact for fact in talk.scenario.facts if fact.kind is ValueKind.ID]
    for_goal = [fact for fact in ids if fact.goal == goal.id]
    if for_goal:
        others = {fact.value for fact in ids if fact.goal != goal.id}
        return any(_names_fact(fact, values) for fact in for_goal if fact.value not in others)
    general = [fact for fact in ids if fact.goal is None]
    several = [fact for fact in general if len({each.value for each in general if each.key == fact.key}) > 1]
    return bool(several) and all(_names_fact(fact, values) for fact in several)


def _names_fact(fact: Fact, values: Iterable[Value]) -> bool:
    return any(value.kind is fact.kind and same(fact.kind, fact.value, value.value) for value in values)


def is_known(talk: Deliberation, value: Value) -> bool:
    """Whether a value is one of the customer's facts, or wanted for one of their goals. An amount that is what they
    would pay at most may be any other."""
    facts = any(
        fact.kind is value.kind and same(fact.kind, fact.value, value.value)
        for fact in talk.scenario.facts
        if fact.key != PRICE_LIMIT
    )
    return facts or any(
        want.kind is value.kind and same(want.kind, want.value, value.value)
        for goal in talk.scenario.goals
        for want in talk.wants(goal)
    )
