"""Proposals that take another amount from something than the one that is wanted, whether or not they name that too."""

import re
from collections.abc import Iterator

from domains.kit.scenario import Want
from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.proposed import Proposal
from simulators.understand.values import says, values_in

_PART = re.compile(r"(?<=[.!?;:])\s+|\n|;|,(?!\d)|[\u2013\u2014]")
_WORD = re.compile(r"[^\W\d_]")


def takes_another_amount(talk: Deliberation, want: Want, proposal: Proposal) -> bool:
    """Whether a proposal gives an amount other than the one that is wanted to what that one is for, so that the wanted
    one, if it stands there, is only what it is compared with."""
    slot = talk.lexicon.slot(want.key)
    if want.kind is not ValueKind.MONEY or slot is None:
        return False
    text = f"{proposal.asking}\n{proposal.details}"
    role = re.compile(rf"\b{re.escape(slot.label.split(' the ')[-1])}\b", re.IGNORECASE)
    own, named = int(want.value), set(amounts_in(talk, text))
    given = {
        amount
        for part in parts_about_amounts(talk, text)
        if _is_for(talk, want, role, part)
        for amount in amounts_in(talk, part)
    }
    return any(amount < own and not _follows(amount, own, named) for amount in given)


def parts_about_amounts(talk: Deliberation, text: str) -> Iterator[str]:
    """What a text says of one amount each, as far as commas and words that join tell them apart."""
    parts: list[str] = []
    for part in (each for piece in _PART.split(text) for each in talk.cues.money.joins.split(piece)):
        if parts and not _WORD.search(part):
            parts[-1] += part
        else:
            parts.append(part)
    yield from parts


def _is_for(talk: Deliberation, want: Want, role: re.Pattern[str], part: str) -> bool:
    """Whether a part of a text gives an amount to what the wanted one is for, and tells of no balance or rest."""
    money = talk.cues.money
    others = [each for each in talk.wants() if each is not want and each.kind is not ValueKind.MONEY]
    return (
        (role.search(part) or money.takes_from_it.search(part)) is not None
        and not (money.balance.search(part) or money.no_share.search(part))
        and not any(says(part, each.kind, each.value, each.say) for each in others)
    )


def _follows(amount: int, own: int, named: set[int]) -> bool:
    """Whether an amount is what is left of one that is named too, when the wanted one is taken from it."""
    return amount == own or amount + own in named


def amounts_in(talk: Deliberation, text: str) -> list[int]:
    """The amounts of money in a text, in cents."""
    return [int(value.value) for value in values_in(text, talk.lexicon) if value.kind is ValueKind.MONEY]
