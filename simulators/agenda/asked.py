"""What a message asks for: the slots that it names, and those of which it puts up values to choose from."""

from collections.abc import Sequence

from domains.kit.scenario import Want
from domains.kit.values import ValueKind
from simulators.agenda.choices import choices
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.meant import whether_meant
from simulators.agenda.moves import item_of
from simulators.agenda.naming import names_rival, says_right
from simulators.agenda.present_or_new import with_new_ones
from simulators.agenda.refused import is_refused, refused_wants
from simulators.agenda.rivals import rivals_of
from simulators.understand.acts import Act, Clause
from simulators.understand.slots import CHOICE, OPTION, VAGUE
from simulators.understand.values import says


def asked_for(talk: Deliberation) -> Sequence[str]:
    """The slots that a message asks for: those it names, and those of which it puts up values to choose from.

    Where it puts up values, what was said before and is named as a slot is not meant again, and the slot that readers
    take for a choice of any kind is not meant unless things are put up.
    """
    chosen, slots = choices(talk), with_new_ones(talk, _told_in_things(talk))
    keys = [want.key for choice in chosen for want in choice.wants]
    if keys and CHOICE not in keys and not _asks_for_things(talk, [choice.clause for choice in chosen]):
        slots = tuple(slot for slot in slots if slot != CHOICE)
    meant = _meant_by_choice(talk) if any(slot == CHOICE or _is_foreign(talk, slot) for slot in slots) else []
    put_up = [
        *_put_up(talk),
        *_instead(talk, slots),
        *put_to(talk),
        *keys,
        *meant,
        *(slot for slot in _left_open(talk) if slot not in slots),
    ]
    if not put_up:
        return slots
    named = [slot for slot in slots if not _all_wished(talk, slot)]
    return list(dict.fromkeys([*named, *put_up]))


def _told_in_things(talk: Deliberation) -> Sequence[str]:
    """The slots that are named; what it is about is told by the things that are wanted, where nothing else tells it."""
    slots = _beside_whether_meant(talk)
    vague = [slot for slot in slots if slot in VAGUE and not _is_known(talk, slot)]
    if not vague or all(talk.has_wished(want) for want in talk.wants_of(CHOICE)):
        return slots
    return tuple(dict.fromkeys(CHOICE if slot in vague else slot for slot in slots))


def _beside_whether_meant(talk: Deliberation) -> Sequence[str]:
    """The slots that are named other than by questions whether something is meant, which a yes or no answers."""
    if not (asking := whether_meant(talk)):
        return talk.slots
    others = (clause for clause in talk.heard.reading.clauses if clause not in asking)
    named = {slot for clause in others for slot in clause.slots}
    return tuple(slot for slot in talk.slots if slot in named)


def _asks_for_things(talk: Deliberation, put_to_choice: Sequence[Clause]) -> bool:
    """Whether a message asks which things are meant, beside what it puts to choice: in another clause, or in a part of
    the same one, "which items, and to your card or your wallet?"."""
    for clause in talk.heard.reading.clauses:
        first, *rest = talk.cues.turns.and_asks.split(clause.text, maxsplit=1)
        before = clause in put_to_choice and bool(rest) and talk.cues.questions.open_question.search(first) is not None
        if CHOICE in clause.slots and (before or clause not in put_to_choice):
            return True
    return False


def _is_foreign(talk: Deliberation, slot: str) -> bool:
    """Whether a slot is a choice of which the scenario says nothing, so that another choice may be meant."""
    of = talk.lexicon.slot(slot)
    return of is not None and of.kind is ValueKind.CHOICE and not (talk.wants_of(slot) or _is_known(talk, slot))


def _is_known(talk: Deliberation, slot: str) -> bool:
    """Whether the scenario says what a slot is, or that it is not known."""
    unknown = any(each.key == slot for each in talk.scenario.unknown)
    return unknown or any(fact.key == slot for fact in talk.scenario.facts)


def _meant_by_choice(talk: Deliberation) -> list[str]:
    """Slots of wants that "which would you like?" is about where the things were said before, or none are wanted: those
    not said yet of which a rival was put up."""
    things = talk.wants_of(CHOICE)
    if not talk.underway() or not all(talk.has_wished(want) for want in things):
        return []
    clauses = talk.heard.reading.clauses
    offered = [clause.text for clause in clauses if not things or talk.cues.questions.either_or.search(clause.text)]
    return [
        want.key
        for want in talk.wants()
        if not talk.has_wished(want)
        and any(says(text, ValueKind.TEXT, other) for text in offered for other in rivals_of(talk, talk.goal, want))
    ]


def _put_up(talk: Deliberation) -> list[str]:
    """Slots of wants not said yet that a message with a question names beside another value in their place."""
    if Act.REQUEST not in talk.acts or Act.CONFIRM in talk.acts or not talk.underway():
        return []
    text = "\n".join(clause.text for clause in talk.heard.reading.clauses)
    return [
        want.key
        for want in talk.wants()
        if not talk.has_wished(want)
        and want.among
        and says(text, want.kind, want.value, want.say)
        and any(says(text, ValueKind.TEXT, other) for other in want.among)
    ]


def put_to(talk: Deliberation) -> list[str]:
    """Slots of wants not said yet for which a question names a value by itself: "should it go to your card?". Beside a
    proposal it is a part of that."""
    proposing = [clause for clause in talk.clauses(Act.CONFIRM) if clause not in talk.clauses_whether_all]
    if proposing or not talk.underway():
        return []
    unsaid = [want for want in talk.wants() if want.key != CHOICE and not talk.has_wished(want)]
    texts = [clause.text for clause in talk.heard.reading.clauses if unsaid and "?" in clause.text]
    asking = [text for text in texts if talk.cues.money.should_go.search(text)]
    return [
        want.key
        for want in unsaid
        for text in asking
        if says_right(text, item_of(want), ()) or names_rival(text, item_of(want), rivals_of(talk, talk.goal, want))
    ]


def _instead(talk: Deliberation, slots: Sequence[str]) -> list[str]:
    """The slot of options not said yet, where a message asks beside a thing for what it is to be in other words, or for
    "which one" behind a list of options."""
    options = talk.wants_of(OPTION)
    if CHOICE not in slots or OPTION in slots or all(talk.has_wished(want) for want in options):
        return []
    asking = [clause for clause in talk.clauses(Act.REQUEST) if CHOICE in clause.slots]
    in_words = any(talk.cues.turns.wants_instead.search(clause.text) for clause in asking)
    points = any(talk.cues.turns.asks_which_one.search(clause.text) for clause in asking)
    return [OPTION] if in_words or (points and _lists_options(talk, options)) else []


def _lists_options(talk: Deliberation, options: Sequence[Want]) -> bool:
    """Whether a message names several values of an option that is wanted, among them the one that is."""
    text = talk.heard.text
    return any(
        says(text, want.kind, want.value, want.say) and any(says(text, want.kind, other) for other in want.among)
        for want in options
    )


def _left_open(talk: Deliberation) -> list[str]:
    """Slots of identifiers that a question names without being sure of them: "is it the order R1, or another one?"."""
    asking = [clause for clause in talk.clauses(Act.REQUEST) if talk.cues.questions.or_another.search(clause.text)]
    slots = (value.slot for clause in asking for value in clause.values if value.kind is ValueKind.ID)
    return [slot for slot in dict.fromkeys(slots) if slot and talk.sayable(slot)]


def _all_wished(talk: Deliberation, slot: str) -> bool:
    wants = talk.wants_of(slot)
    return bool(wants) and all(talk.has_wished(want) for want in wants)


def has_answer(talk: Deliberation) -> bool:
    """Whether the message asks for something not yet said that may be said, so that a refusal in it is a condition;
    what it refuses itself is no answer."""
    slots, refused = asked_for(talk), refused_wants(talk)
    if any(not talk.has_wished(want) and want not in refused for slot in slots for want in talk.wants_of(slot)):
        return True
    facts = (fact for slot in slots for fact in talk.sayable(slot))
    return any(not (talk.may_say(fact) or is_refused(fact, refused)) for fact in facts)
