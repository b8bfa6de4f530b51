"""Values that a customer must not say: from nowhere, not yet, never, or other ones than before."""

from collections.abc import Iterator

from app.agents.notes import Meaning
from app.audit.customers.mistakes import Found, Kind
from app.audit.customers.sayings import Known, Value, all_wants, authored, forms_of, is_said, says, squeezed, values_of
from app.audit.customers.talk import Exchange, Talk
from domains.kit.scenario import Disclosure, Fact, Scenario, Want
from domains.kit.values import ValueKind

_LOOSE = frozenset({ValueKind.NUMBER, ValueKind.CHOICE, ValueKind.TEXT})
"""Kinds whose values also stand in sentences that mean something else."""
_DISTINCT = 6
"""Characters from which on such a value gives itself away."""


def invented(talk: Talk) -> Iterator[Found]:
    """Figures, days and names that neither the scenario nor the agent, by then, has given; each once."""
    known = Known(talk.scenario)
    for exchange in talk.exchanges:
        known.learn(exchange.heard, *exchange.device)
        if foreign := known.foreign(exchange.text):
            expected = f"no value from nowhere, as {', '.join(foreign)}"
            yield Found(kind=Kind.INVENTED_FACT, step=exchange.step, said=exchange.text, expected=expected)
            known.learn(*foreign)


def leaked(talk: Talk) -> Iterator[Found]:
    """Facts that were said before they were asked for, or although they are secret, and the agent had not said them."""
    hidden = [fact for fact in talk.scenario.facts if _is_hidden(fact, talk.scenario)]
    asked: set[str] = set()
    heard = ""
    for exchange in talk.exchanges:
        heard += "\n" + exchange.heard
        asked |= _asked(talk.scenario, exchange)
        for fact in [*hidden]:
            if not is_said(exchange.text, fact):
                continue
            hidden.remove(fact)
            if is_said(heard, fact) or (fact.key in asked and fact.disclose is not Disclosure.NEVER):
                continue
            when = "never" if fact.disclose is Disclosure.NEVER else "not before it was asked for"
            expected = f"{fact.key} is said {when}"
            yield Found(kind=Kind.LEAKED_EARLY, step=exchange.step, said=exchange.text, expected=expected)


def _is_hidden(fact: Fact, scenario: Scenario) -> bool:
    """Whether a fact can be leaked: it is no open one, is distinct, and nothing else of the scenario gives it away."""
    if fact.disclose is Disclosure.OPENLY:
        return False
    if fact.kind in _LOOSE and fact.disclose is not Disclosure.NEVER and len(squeezed(fact.value)) < _DISTINCT:
        return False
    openly = [known for known in values_of(scenario) if isinstance(known, Want) or known.disclose is Disclosure.OPENLY]
    given = [*authored(scenario), *(form for known in openly for form in forms_of(known))]
    return not any(is_said(text, fact) for text in given)


def _asked(scenario: Scenario, exchange: Exchange) -> set[str]:
    """The slots that a message asks for, and those that stand in for one that the customer cannot tell."""
    slots = {slot for part in exchange.means(Meaning.ASK) for slot in part.slots}
    unknown = [each for each in scenario.unknown if each.key in slots]
    return slots | {key for each in unknown for key in (*each.instead, *each.asked_again)}


def contradicted(talk: Talk) -> Iterator[Found]:
    """Values that others have been said for before, in the same slot for the same goal."""
    for exchange in talk.exchanges[1:]:
        if exchange.reply.stance == "reject":
            continue
        for slot in _slots(talk):
            right = _right(talk, exchange, slot)
            earlier = "\n".join(each.text for each in talk.until(exchange) if each.step < exchange.step)
            if not any(says(earlier, form) for form in right):
                continue
            if other := _other_said(talk, exchange, slot, right):
                expected = f"{slot} as before, and not {other!r}"
                yield Found(kind=Kind.CONTRADICTION, step=exchange.step, said=exchange.text, expected=expected)


def _slots(talk: Talk) -> list[str]:
    return list(dict.fromkeys(known.key for known in values_of(talk.scenario)))


def _right(talk: Talk, exchange: Exchange, slot: str) -> list[str]:
    """What the customer may say to a slot: for the goal at which they are, the next one, and those that branches lead
    to. Every preference is right, so that going on to the next one is no contradiction."""
    present = talk.in_order.index(talk.goal_at(exchange).id) if talk.goal_at(exchange).id in talk.in_order else 0
    ids = {*talk.in_order[present : present + 2], *talk.by_branch, None}
    known: list[Value] = [fact for fact in talk.scenario.facts if fact.goal in ids]
    known += [want for goal in talk.scenario.goals if goal.id in ids for want in all_wants(goal)]
    return [form for each in known if each.key == slot for form in forms_of(each)]


def _other_said(talk: Talk, exchange: Exchange, slot: str, right: list[str]) -> str | None:
    """A value of the slot that is said and is none of the right ones, nor a part of anything else that may be said."""
    rest = exchange.text
    mine = [*authored(talk.scenario), *(form for other in _slots(talk) for form in _right(talk, exchange, other))]
    for form in sorted({*mine, *right}, key=len, reverse=True):
        rest = _cut(rest, form)
    return next((other for other in _others(talk, slot) if says(rest, other) and not _denied(rest, other)), None)


def _cut(text: str, form: str) -> str:
    """The text without a form; long figures also where other marks stand in between."""
    folded, wanted = text.casefold(), form.casefold().strip().rstrip(".")
    return folded.replace(wanted, " ") if wanted and says(text, form) else text


def _others(talk: Talk, slot: str) -> list[str]:
    """Values that stand for a slot somewhere: with other goals, as a wrong choice, or in the domain's lists."""
    known = [each for each in values_of(talk.scenario) if each.key == slot]
    forms = [form for each in known for form in forms_of(each)]
    forms += [form for each in known if isinstance(each, Want) for form in each.among]
    listed = talk.lexicon.slot(slot)
    return list(dict.fromkeys([*forms, *(listed.values if listed is not None else ())]))


def _denied(text: str, form: str) -> bool:
    """Whether a value is named only to say that it is not meant."""
    before = text.casefold().partition(form.casefold())[0].split()[-3:]
    return any(word.strip(",.") in {"not", "no", "isn't", "never", "than", "of"} for word in before)
