"""Customers who change their mind when what they asked for is proposed: the second wish counts, not the first."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from domains.kit.draws import Draw
from domains.kit.goal import Look, Move, Propose, Suggest
from domains.kit.scenario import Branch, BranchOn, BranchThen, Disclosure
from domains.kit.task import Draft, Family, Split
from domains.kit.world import World
from domains.retail.families import addresses, cancelling, exchanging, returning, swapping
from domains.retail.families.desk import Desk, desk_of
from domains.retail.families.errands import (
    Errand,
    by_email,
    draft,
    line_read,
    manner_of,
    order_number,
    order_read,
    untouched,
)
from domains.retail.families.pushes import OF_CANCELLING
from domains.retail.families.wants import OTHER_REASONS
from domains.retail.records import Order, OrderStatus, Variant
from domains.retail.shop import CANCEL_REASONS
from domains.retail.speech import options_text

_WAIT = {
    "a": ("Wait, I've changed my mind.", "Hold on, I see now that I want something else.", "Sorry, not like that."),
    "b": ("Stop, on second thoughts I don't want that.", "Hm, I've just thought it over.", "I have to take that back."),
}
_NEVER_MIND = {
    "a": (
        "Wait, I've changed my mind. Please leave the order as it is.",
        "Hold on, I don't want that any more. Just leave everything as it is.",
    ),
    "b": (
        "On second thoughts, don't touch the order at all.",
        "I've just thought it over, and it had better stay the way it is.",
    ),
}
_BACK = {
    "a": ("That's a pity.", "Then back to what I said at first."),
    "b": ("Oh well, so be it.", "All right, then my first idea will do."),
}
_OTHER_OPTIONS = {
    "a": ("I'd rather have it in {options}.", "Please make it {options} instead."),
    "b": ("The one in {options} would suit me better.", "Let it be {options} after all."),
}
_FIRST_OPTIONS = {
    "a": ("I'll take it in {options}.", "Please make it {options}."),
    "b": ("The one in {options} is fine.", "Let it be {options}."),
}
_OTHER_ADDRESS = {
    "a": ("Please send it to {address} instead.", "It should go to {address}."),
    "b": ("{address} is where I want it to go.", "Have it delivered to {address} after all."),
}
_ONE_ONLY = {
    "a": ("I'd like to return the {noun} only.", "Please take back just the {noun}."),
    "b": ("Nothing but the {noun} goes back to you.", "I'm keeping the rest, so return the {noun} alone."),
}
_FIRST_ADDRESS = {
    "a": ("Please send it to {address}, as I said.", "It should go to {address}."),
    "b": ("{address} it is, then.", "Have it delivered to {address}."),
}
_CANCEL = {
    "a": ("I'd rather cancel the order altogether.", "Please cancel the whole order instead."),
    "b": ("It's best to have the entire order cancelled.", "What I want is to cancel that order completely."),
}


def thought_over(order: Order, first: Errand, *then: Errand, wording: str) -> Errand:
    """The first errand up to its proposal, which gets a no; then the second one, or nothing. Where that one is refused,
    a third one is what the customer falls back on."""
    *before, proposal = first.moves
    if not isinstance(proposal, Propose):
        raise TypeError(f"the errand {first.goal.id!r} ends with {proposal.do}, and a proposal was expected")
    moves: list[Move] = [*before, Suggest(summary=proposal.summary)]
    for errand in then:
        moves += _not_made(errand.moves, moves)
    goals = [errand.goal.model_copy(update={"only_by_branch": True}) for errand in then]
    if len(goals) > 1:
        goals[0] = goals[0].model_copy(update={"branches": _falling_back(goals[1].id, wording)})
    second = goals[0].id if goals else None
    others = (fact for errand in (first, *then) for fact in errand.facts if fact.key != "order_id")
    return replace(
        first,
        goal=first.goal.model_copy(update={"branches": (*first.goal.branches, _thinking_again(second, wording))}),
        led_to=tuple(goals),
        moves=tuple(moves),
        facts=(order_number(order, None), *others),
        evidence=then[0].evidence if then else (order_read(order),),
        forbidden_changes=() if then else untouched(order),
        number_is_not_all=all(errand.number_is_not_all for errand in (first, *then)),
    )


def _thinking_again(second: str | None, wording: str) -> Branch:
    if second is None:
        return Branch(on=BranchOn.PROPOSED, then=BranchThen.ABANDON, say=_NEVER_MIND[wording])
    return Branch(on=BranchOn.PROPOSED, then=BranchThen.OTHER_GOAL, goal=second, say=_WAIT[wording])


def _falling_back(last: str, wording: str) -> tuple[Branch, ...]:
    return tuple(
        Branch(on=on, then=BranchThen.OTHER_GOAL, goal=last, say=_BACK[wording])
        for on in (BranchOn.UNAVAILABLE, BranchOn.REFUSED)
    )


def _not_made(moves: Sequence[Move], made: Sequence[Move]) -> list[Move]:
    """The moves without look-ups that have been made."""
    known = [call for move in made if isinstance(move, Look) for call in move.calls]
    left = [
        Look(calls=tuple(call for call in move.calls if call not in known)) if isinstance(move, Look) else move
        for move in moves
    ]
    return [move for move in left if not isinstance(move, Look) or move.calls]


def _filled(sentences: tuple[str, ...], **values: str) -> tuple[str, ...]:
    return tuple(sentence.format(**values) for sentence in sentences)


Cast = tuple[Order, Errand]


def _other_options(desk: Desk, draw: Draw, wording: str, *, twin: bool) -> Cast | None:
    """Another variant; in the twin it is out of stock, so that it is the first one after all."""
    status = draw.choice((OrderStatus.PENDING, OrderStatus.DELIVERED), "status")
    found = swapping.find_swap(desk, draw, status, first_in_stock=not twin, step=f"options {twin}", ranks=2)
    if found is None:
        return None
    wished, steady = found.ranked

    def swap(variant: Variant, goal: str, intent: tuple[str, ...], *, there: bool = True) -> Errand:
        only = found._replace(ranked=(variant,))
        return swapping.swap(desk, only, goal=goal, intent=intent, taken=0 if there else None)

    intents = exchanging.CHANGE_INTENTS if status is OrderStatus.PENDING else exchanging.EXCHANGE_INTENTS
    first = swap(steady, "first", intents[wording])
    other = _filled(_OTHER_OPTIONS[wording], options=options_text(wished))
    then = [swap(wished, "second", other, there=not twin)]
    if twin:
        then.append(swap(steady, "last", _filled(_FIRST_OPTIONS[wording], options=options_text(steady))))
    return found.order, thought_over(found.order, first, *then, wording=wording)


def _other_address(desk: Desk, draw: Draw, wording: str, *, twin: bool) -> Cast | None:
    """Another address, or the same house with another number; in the twin the order stays as it is."""
    order = desk.choose(draw, f"address {twin}", OrderStatus.PENDING)
    if order is None:
        return None
    first, second = (addresses.new_address(desk, draw.stream_of(f"{name} {twin}")) for name in ("first", "second"))
    if draw.chance(0.5, "same street"):
        number, _, lane = first.street.partition(" ")
        second = first._replace(street=f"{int(number) + 10} {lane}")
    changed = addresses.change_address(order, first, goal="first", intent=addresses.INTENTS[wording])
    then = () if twin else (_to(order, second, _OTHER_ADDRESS[wording], goal="second"),)
    errand = thought_over(order, changed, *then, wording=wording)
    return order, replace(errand, evidence=(line_read(order),)) if twin else errand


def _to(order: Order, address: addresses.Address, intent: tuple[str, ...], *, goal: str) -> Errand:
    """Send the order to an address that the customer says with the wish."""
    errand = addresses.change_address(order, address, goal=goal, intent=intent)
    facts = tuple(
        fact.model_copy(update={"disclose": Disclosure.OPENLY}) if fact.key == "address" else fact
        for fact in errand.facts
    )
    return replace(errand, facts=facts)


def _one_of_two(desk: Desk, draw: Draw, wording: str, *, twin: bool) -> Cast | None:
    """One of two things goes back; in the twin the customer keeps both."""
    order = desk.choose(
        draw, f"items {twin}", OrderStatus.DELIVERED, lambda o: swapping.may_swap(desk, o) and len(o.items) > 1
    )
    if order is None:
        return None
    both = draw.shuffled(desk.goods(order), "both", f"{twin}")[:2]
    method = returning.refund_target(desk, order, draw, f"{twin}")
    first = returning.give_back(desk, order, both, method, goal="first", intent=returning.INTENTS[wording])
    only = _filled(_ONE_ONLY[wording], noun=both[0].product.noun)
    then = () if twin else (returning.give_back(desk, order, both[:1], method, goal="second", intent=only),)
    return order, thought_over(order, first, *then, wording=wording)


def _cancelled(desk: Desk, draw: Draw, wording: str, *, twin: bool) -> Cast | None:
    """Cancel instead of sending it elsewhere; in the twin for a reason that is not accepted."""
    order = desk.choose(draw, f"cancel {twin}", OrderStatus.PENDING)
    if order is None:
        return None
    address = addresses.new_address(desk, draw.stream_of(f"cancel {twin}"))
    first = addresses.change_address(order, address, goal="first", intent=addresses.INTENTS[wording])
    reason = draw.choice(tuple(OTHER_REASONS) if twin else CANCEL_REASONS, "reason")
    refusal = cancelling.BAD_REASON if twin else ""
    then = [cancelling.cancel(desk, order, reason, goal="second", intent=_CANCEL[wording], refusal=refusal)]
    if twin:
        then.append(_to(order, address, _FIRST_ADDRESS[wording], goal="last"))
    return order, thought_over(order, first, *then, wording=wording)


_KINDS = (_other_options, _other_address, _one_of_two)


def _make(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    return _twins(world, draw, wording, draw.choice(_KINDS, "kind"))


def _make_cancelled(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    return _twins(world, draw, wording, _cancelled)


def _twins(world: World, draw: Draw, wording: str, kind: Callable[..., Cast | None]) -> tuple[Draft, ...]:
    desk = desk_of(world)
    manner = manner_of(draw, wording, {"second": OF_CANCELLING} if kind is _cancelled else {})
    drafts = []
    for variant in ("second", "first"):
        cast = kind(desk, draw, wording, twin=variant == "first")
        if cast is None:
            return ()
        order, errand = cast
        drafts.append(draft(by_email(desk.customer(order)), manner, errand, variant=variant))
    return tuple(drafts)


CHANGE_OF_MIND = Family(
    name="change_of_mind",
    title="Other options, address or items when the first are proposed; in the twin it is the first or nothing.",
    make=_make,
    splits=frozenset(Split),
)
CANCEL_AFTER_ALL = Family(
    name="cancel_after_all",
    title="Cancel instead, when the new address is proposed; in the twin the reason is refused, and it is the address.",
    make=_make_cancelled,
    splits=frozenset({Split.TEST}),
)
