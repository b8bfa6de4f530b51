"""What an agenda customer can do in a reply: decided first, worded later."""

from dataclasses import dataclass
from enum import StrEnum

from domains.kit.records import JSON
from domains.kit.scenario import Fact, Want
from domains.kit.values import ValueKind


class MoveKind(StrEnum):
    """One thing that is done in a reply."""

    OPEN = "open"
    STATE_GOAL = "state_goal"
    RESTATE = "restate"
    INSIST = "insist"
    """Says the goal once more after it was said again."""
    GIVE = "give"
    WANT = "want"
    """Says what is wanted, where GIVE says what is so."""
    CANNOT_GIVE = "cannot_give"
    NO_IDEA = "no_idea"
    NO_PREFERENCE = "no_preference"
    """Has no wish where there is something to choose."""
    NOTHING_TO_TELL = "nothing_to_tell"
    """Has nothing to say to what is told in whole sentences, such as a reason."""
    NO_LIMIT = "no_limit"
    """Says that they would pay any price."""
    LOOK_UP = "look_up"
    """Asks for a moment to find something, which comes with the next reply."""
    DECLINE = "decline"
    REPEAT_FACTS = "repeat_facts"
    NOTHING_ELSE_KNOWN = "nothing_else_known"
    HESITATE = "hesitate"
    """Asks what a proposal means before saying yes or no."""
    AGREE = "agree"
    BEAR_OUT = "bear_out"
    """Says yes to something that is so, where AGREE says it to a deed."""
    AFFIRM = "affirm"
    """Says that something is understood rightly where nothing was proposed."""
    COMPLETE = "complete"
    """Says that what the agent has named is all."""
    REST_STAYS = "rest_stays"
    """Says that what else there is may stay as it is."""
    ONLY_THAT = "only_that"
    """Says what it would have to be, where that is not to be had."""
    RELY = "rely"
    """Asks whether one can count on a way out that was promised in place of what was refused."""
    TAKE_PROMISED = "take_promised"
    """Lets a wish go for the way out that was promised."""
    CORRECT = "correct"
    ANOTHER = "another"
    """Says which one is meant, where the agent has taken it for one that is over."""
    DISPUTE = "dispute"
    """Says that a value is wrong without saying the right one, which was not asked for."""
    REJECT = "reject"
    NOT_ASKED_FOR = "not_asked_for"
    NO_NEED = "no_need"
    CHOOSE = "choose"
    TAKE_NEXT = "take_next"
    ASK = "ask"
    ASK_AGAIN = "ask_again"
    ASK_DONE = "ask_done"
    CONTEST = "contest"
    PRESS = "press"
    ACCEPT_REFUSAL = "accept_refusal"
    ABANDON = "abandon"
    SO_ALREADY = "so_already"
    """Lets a wish go because it is as wished already."""
    PREFER_HERE = "prefer_here"
    DECLINE_TRANSFER = "decline_transfer"
    ACCEPT_TRANSFER = "accept_transfer"
    ACKNOWLEDGE_TRANSFER = "acknowledge_transfer"
    THANK = "thank"
    ACKNOWLEDGE = "acknowledge"
    NUDGE = "nudge"
    PUZZLED = "puzzled"
    CLARIFY = "clarify"
    PROD = "prod"
    NOTHING_MORE = "nothing_more"
    LEAVE = "leave"
    """Ends without having got what was wanted last."""
    GIVE_UP = "give_up"


BELIEF = "belief"
"""The detail of a CONTEST that holds on to what the customer believes."""


GRUDGING = "grudging"
"""The detail of an AGREE to a proposal that has something in it which the customer has put right before."""

AT_LENGTH = "at_length"
"""The detail of a HESITATE over a proposal that is long."""


@dataclass(frozen=True)
class Item:
    """A value with its name, ready to be worded or looked for in a text."""

    key: str
    kind: ValueKind
    value: str
    forms: tuple[str, ...] = ()
    """Every form that counts as having said it."""
    spoken: tuple[str, ...] = ()
    """The forms in which the customer says it: all of a fact's, only the first of a want's, whose others are for
    recognising it."""


def item_of(source: Fact | Want) -> Item:
    """The value of a fact or a want."""
    spoken = source.say if isinstance(source, Fact) else source.say[:1]
    return Item(source.key, source.kind, source.value, source.say, spoken)


@dataclass(frozen=True)
class Move:
    """One thing done in a reply, with what it is about."""

    kind: MoveKind
    goal: str | None = None
    items: tuple[Item, ...] = ()
    keys: tuple[str, ...] = ()
    """Slots or questions that it names without a value."""
    detail: str | None = None
    """The pressure that is used, or the branch taken ("refused", …), or the rank of a preference."""

    def plain(self) -> JSON:
        """As compact plain JSON: which values were involved, not how they are worded."""
        keys = [item.key for item in self.items] + list(self.keys)
        found = {"move": self.kind.value, "goal": self.goal, "keys": keys, "detail": self.detail}
        return {key: value for key, value in found.items() if value}
