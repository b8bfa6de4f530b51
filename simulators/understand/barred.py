"""Acts that a sentence can not have by what the rules know of it, whatever its words say for them."""

from collections.abc import Callable

from simulators.understand import (
    absences,
    assents,
    confirmations,
    continuations,
    instructions,
    manners,
    narration,
    proposals,
    refusals,
    requests,
)
from simulators.understand.acts import Act
from simulators.understand.being_read import BeingRead
from simulators.understand.grants import lets_do
from simulators.understand.not_among import is_not_among
from simulators.understand.prices_held import keeps_price
from simulators.understand.short_asks import asks_only_for_yes
from simulators.understand.too_late import has_had_its_one
from simulators.understand.transfers import keeps_it
from simulators.understand.words import expression

_GOES_ON = expression(r"(?:i|we) (?:will|am going to|are going to) now\b(?!.*\b(?:if|once|when|yes|confirm)\b)")
"""Goes on without waiting for a yes."""
_SO_THAT = expression(r"so (?:that )?(?:i|we) (?:can|may|could|will be able to)\b")
"""Says what for something is asked."""
_LIES_IN = expression(
    r"(?:the|your|that|this|it)\b[^,;:]{0,50}? (?:is|are|was|were) (?:in|from|on|part of) (?:your )?(?:order )?"
    r"#?[a-z]{0,3}-?\d{4,}\b[^,;:]{0,3}(?:, [\w' ]{2,25})?[.!]?$"
)
"""Says in which order a thing is."""
_RECORD = expression(r"\b(?:item|product) (?:id|number):? |\bprice: .*\boptions: ")
_HAS_LEFT = expression(
    r"\b(?:has|have|holds?|with) (?:still |only )?[$\u00a3\u20ac]\d[\d.,]* (?:left|on it|remaining)\b"
)
"""What a card holds, which nobody has just changed."""
_NOT_POSSIBLE = expression(r"\b(?:can not|not able to|may not) be \w+(?: [^,:]*)?:$")
"""Introduces a list of what is not to be had."""
_NEEDLESS = expression(r"\bno [\w-]+(?: [\w-]+)? (?:is |are )?(?:necessary|needed|required)(?=\W*$)")
"""Says of something that it need not be told."""
_GIVES_TIME = expression(
    r"\b(?:take|have) (?:all the time|(?:all )?your time|as (?:long|much time) as)\b|\bno (?:rush|hurry)\b"
)
"""Lets somebody look for something, and waits for them."""
_LOOKS_INTO_IT = expression(
    r"(?:[\w' ]{1,20}[,.!] )?let me (?:\w+ )?(?:check|look|verify|find|see|pull)(?: into| up| at)? (?:that|this|it)(?: "
    r"up)?"
    r"(?: for you)?(?: right away| now)?\W*$"
)


def is_barred(act: Act, one: BeingRead) -> bool:
    """Whether a sentence can not have an act."""
    bars = _BARS.get(act)
    return bars is not None and bars(one)


def _asks_nothing(one: BeingRead) -> bool:
    sentence = one.sentence
    goes_on = continuations.asks_to_go_on(sentence) or manners.asks_for_next(sentence)
    invites = Act.ASK_MORE in one.acts and (not sentence.question or goes_on)
    told = Act.CONFIRM in one.acts and (
        confirmations.asks_if_meant(sentence)
        or confirmations.repeats_wish(sentence)
        or confirmations.asks_whether_all(sentence)
        or confirmations.asks_leave_besides(sentence)
        or (assents.asks_for_yes(sentence) and not requests.also_asks(sentence))
    )
    told = told or assents.asks_if_of_use(sentence)
    looks = instructions.says_where_to_look(sentence) and not requests.asks(sentence)
    needless = _NEEDLESS.search(sentence.plain) is not None
    another = confirmations.names_another(sentence) or asks_only_for_yes(sentence) or is_not_among(sentence)
    return invites or told or looks or another or needless or requests.reminds(sentence) or narration.narrates(sentence)


def _offers_nothing(one: BeingRead) -> bool:
    sentence = one.sentence
    ways = proposals.names_ways_to_pay(sentence) and "instead" not in sentence.vocabulary
    record = sentence.item and _RECORD.search(sentence.plain) is not None
    return ways or record or _NOT_POSSIBLE.search(sentence.plain) is not None


def _invites_nothing(one: BeingRead) -> bool:
    parts = Act.BYE in one.acts and manners.puts_off(one.sentence)
    if _IS_IT_WHAT.match(one.sentence.plain):
        return True
    return parts or confirmations.confirms_or_changes(one.sentence)


def _waits_for_nothing(one: BeingRead) -> bool:
    """Whether it asks for something, or is no more than ready to look; what rules take for a wait is one without "
    "words."""
    asks = one.acts & {Act.REQUEST, Act.CONFIRM, Act.OFFER, Act.INSTRUCT}
    return bool(asks) or _LOOKS_INTO_IT.match(one.sentence.plain) is not None


_IS_IT_WHAT = expression(r"(?:so |and )?(?:is|was) (?:this|that|it) what (?:you|i)\b")
"""Asks whether something is what is wanted."""
_TOO_LITTLE = expression(
    r"\b(?:has|holds|have|there is|is|carries) (?:far |much |just )?(?:too (?:little|low|small|few)|not enough)\b"
)
"""Tells what is there, and nothing that was done."""

_BARS: dict[Act, Callable[[BeingRead], bool]] = {
    Act.CONFIRM: lambda one: (
        (_GOES_ON.match(one.sentence.plain) or _SO_THAT.match(one.sentence.plain)) is not None
        or confirmations.would_agree(one.sentence)
    ),
    Act.REQUEST: _asks_nothing,
    Act.HOLD: _waits_for_nothing,
    Act.CLAIM_DONE: lambda one: (
        (_HAS_LEFT.search(one.sentence.plain) or _LIES_IN.match(one.sentence.plain)) is not None
        or keeps_price(one.sentence)
        or has_had_its_one(one.sentence)
        or one.concluded
        or _TOO_LITTLE.search(one.sentence.plain) is not None
    ),
    Act.NOT_FOUND: lambda one: (
        absences.out_of_stock(one.sentence) or refusals.rules_out(one.sentence) or absences.told_otherwise(one.sentence)
    ),
    Act.REFUSE: lambda one: (
        (absences.out_of_stock(one.sentence) and not refusals.rules_out(one.sentence))
        or assents.acts_only_on_yes(one.sentence)
        or lets_do(one.sentence)
    ),
    Act.TRANSFER: lambda one: Act.OFFER in one.acts or keeps_it(one.sentence),
    Act.OFFER: _offers_nothing,
    Act.INFORM: lambda one: narration.narrates(one.sentence),
    Act.ASK_MORE: _invites_nothing,
    Act.BYE: lambda one: _GIVES_TIME.search(one.sentence.plain) is not None,
}
