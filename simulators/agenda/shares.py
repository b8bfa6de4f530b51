"""Proposals that share out between several things what the customer wants one of them to bear."""

from collections.abc import Sequence

from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.denied import ways
from simulators.agenda.moves import item_of
from simulators.agenda.naming import says_right
from simulators.agenda.other_amounts import amounts_in, parts_about_amounts
from simulators.agenda.proposed import Proposal
from simulators.agenda.replaced import without_replaced
from simulators.agenda.sides import sides_of
from simulators.understand.values import says


def shares_out(talk: Deliberation, proposal: Proposal) -> bool:
    """Whether a proposal gives a part to what is wanted and the rest to something else; where only one thing is wanted
    of several, also whether it speaks of shares, or names one for each."""
    told = [*proposal.asking.splitlines(), *proposal.details.splitlines()]
    lines = [line for line in told if not talk.cues.money.if_meant.search(line)]
    return any(_gives_the_rest(talk, line) for line in lines) or (
        len(talk.wants()) == 1
        and bool(talk.wants()[0].among)
        and (any(_speaks_of_shares(talk, line) for line in lines) or _names_shares(talk, lines))
    )


def brings_in(talk: Deliberation, text: str, rivals: Sequence[str]) -> bool:
    """Whether a text names a rival otherwise than as what is replaced."""
    rest = without_replaced(text, rivals, talk.cues)
    return any(says(rest, ValueKind.TEXT, rival) for rival in rivals)


def _gives_the_rest(talk: Deliberation, line: str) -> bool:
    """Whether one sentence gives a part to what is wanted, and the rest to something else."""
    return talk.cues.money.the_rest.search(line) is not None and any(
        says_right(line, item_of(want), want.among) and brings_in(talk, line, want.among) for want in ways(talk)
    )


def _speaks_of_shares(talk: Deliberation, line: str) -> bool:
    """Whether a sentence speaks of a part of what is to be paid, and not in order to say no to that."""
    return any(talk.cues.money.in_shares.search(part) for part in sides_of(talk, line).rest)


def _names_shares(talk: Deliberation, lines: Sequence[str]) -> bool:
    """Whether sentences give one amount to what is wanted, and another to something else that gets nothing back."""
    money, want, own, others = talk.cues.money, talk.wants()[0], set[int](), set[int]()
    for part in parts_about_amounts(talk, "\n".join(lines)):
        if money.balance.search(part) or money.no_share.search(part) or money.as_it_is.search(part):
            continue
        if says_right(part, item_of(want), want.among):
            own.update(amounts_in(talk, part))
        elif brings_in(talk, part, want.among):
            others.update(amounts_in(talk, part))
    return bool(own) and not others <= own
