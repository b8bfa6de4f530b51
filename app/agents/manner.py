"""Manners: how a scripted agent words its dialogue acts. Which act comes when is decided elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from domains.kit.draws import Draw


@dataclass(frozen=True)
class Manner:
    """Wordings of one way to talk; each has variants, and the next one is taken when an act is repeated.

    `{…}` marks are filled by the methods. Every wording keeps to its act as `dialogue-acts.md` defines it: an `ask`
    is a REQUEST and nothing else, a `propose` a CONFIRM, a `claim` a CLAIM_DONE.
    """

    name: str
    ask: tuple[str, ...]
    propose: tuple[str, ...]
    claim: tuple[str, ...]
    offer: tuple[str, ...]
    offer_nothing: tuple[str, ...]
    refuse: tuple[str, ...]
    more: tuple[str, ...]
    assure: tuple[str, ...]
    tell: tuple[str, ...]
    hand_over: tuple[str, ...]
    bye: tuple[str, ...]
    greeting: str = ""
    """Opens the agent's first message."""
    joiner: str = " "
    """Between the parts of one message."""
    asks_all_first: bool = False
    """Whether all that will be needed is asked for in the first message."""
    mixes: tuple["Manner", ...] = ()
    """Manners of which each message is in one or another; none for a manner that stays as it is."""

    def at(self, step: int, draw: Draw) -> "Manner":
        """The manner of one step: this one, or one of those that it mixes."""
        return draw.choice(self.mixes, step) if self.mixes else self

    def asking(self, labels: Sequence[str], *, times: int = 0) -> str:
        """Ask for slots by their labels."""
        numbers = "\n".join(f"{number}. What is your {label}?" for number, label in enumerate(labels, 1))
        return _said(self.ask, times, slots=listed(labels, "and"), bullets=_bullets(labels), numbers=numbers)

    def proposing(self, summary: str, *, times: int = 0) -> str:
        """Describe a change and ask for a yes or no."""
        return _said(self.propose, times, summary=summary)

    def claiming(self, receipt: str, *, times: int = 0) -> str:
        """Say what has been done."""
        return _said(self.claim, times, receipt=receipt, Receipt=capitalised(receipt))

    def offering(self, unavailable: str, alternatives: Sequence[str], *, times: int = 0) -> str:
        """Say what cannot be had, and what can."""
        wordings = self.offer if alternatives else self.offer_nothing
        choices = listed(alternatives, "or")
        return _said(
            wordings,
            times,
            missing=unavailable,
            Missing=capitalised(unavailable),
            choices=choices,
            bullets=_bullets(alternatives),
        )

    def refusing(self, what: str, because: str, *, times: int = 0) -> str:
        """Say what will not be done, and why."""
        return _said(self.refuse, times, what=what, because=because)

    def telling(self, sentences: Sequence[str], *, times: int = 0) -> str:
        """State facts, given as sentences."""
        return _said(self.tell, times, facts=self.joiner.join(sentences))

    def assuring(self, receipts: Sequence[str], *, times: int = 0) -> str:
        """Answer whether it is done."""
        return _said(self.assure, times, receipts=listed(receipts, "and"))

    def inviting(self, *, times: int = 0) -> str:
        """Ask whether there is anything else."""
        return _said(self.more, times)

    def parting(self, *, times: int = 0) -> str:
        """Say goodbye."""
        return _said(self.bye, times)

    def handing_over(self) -> str:
        """Announce the transfer that is made in the same message."""
        return _said(self.hand_over, 0)


def listed(items: Sequence[str], last: str) -> str:
    """`["a", "b", "c"]` as "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def _bullets(items: Sequence[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def capitalised(text: str) -> str:
    """With a capital at the start, the rest as it is."""
    return text[:1].upper() + text[1:]


def _said(wordings: tuple[str, ...], times: int, **parts: str) -> str:
    text = wordings[times % len(wordings)]
    for name, part in parts.items():
        text = text.replace(f"{{{name}}}", part)
    return text
