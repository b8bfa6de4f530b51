"""Questions that are put a second time: what was proposed just before them, and still stands behind them.

An agent that proposes something in full, hears neither yes nor no, and asks once more, need not say all of it again.
But a second question that says anything new is a proposal of its own: everything that it adds could narrow or change
what was proposed, so it may add nothing but the words of asking. Where the customer has asked what the proposal would
mean, the answer must say more; it may, as long as it names nothing that was not proposed, and leaves nothing out.
"""

import re
from collections.abc import Iterable

from app.grading.log import Heard, Log
from app.grading.spoken import words
from domains.kit.lexicon import Lexicon
from domains.kit.values import ValueKind
from simulators.understand.acts import Act
from simulators.understand.reader import understand
from simulators.understand.values import same, values_in

_LEAVES_OPEN = frozenset({Act.REQUEST, Act.OFFER})
_ASKING = frozenset(
    re.findall(
        r"\S+",
        """
        a again agree ahead all also am amount and are as ask at back be both by can could described do does done enter
        final for from fine go good happy have i in is it item items just know last let like may me my now of ok okay on
        once or order out please proceed refund register right said save set shall should so sorry still sure take thank
        thanks that the them then these this those thing things to up want we will with would yes you your
        confirm correct make place submit process complete go-ahead before above more time whether ending
        """,
    )
)
"""English words of questions for leave, none of which tells one thing from another. "Just" asks politely; "only",
"one", "first", "without" and the like narrow, and are not here."""


_NARROWING = re.compile(
    r"\b(?:only|except|without|instead|rather|leave out|leaving out|one of|neither|either|apart from|other than)\b",
    re.IGNORECASE,
)
_LEAVE = re.compile(
    r"\b(?:(?:shall|should|may|can|could) (?:i|we)|(?:would you like|do you want) (?:me|us) to|go ahead|proceed"
    r"|confirm)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:your|the|another|a) ((?:\w+ ){0,3}(?:card|wallet|address|method|account))\b", re.IGNORECASE)
"""What a write could go to or be paid with, under whatever name."""
_WARNING = re.compile(r"\bonly (?:once|be)\b", re.IGNORECASE)
"""What "only" may say of a proposal without making it less."""
_TOLD_ANEW = frozenset({ValueKind.MONEY, ValueKind.DATE, ValueKind.NUMBER})
"""What follows from a proposal: what remains on a card, until when."""


def proposed_before(asked: Heard, log: Log, lexicon: Lexicon) -> Heard | None:
    """The message of the agent just before this one, if it put nothing to choose from, and the customer answered it
    with neither yes nor no, nor with any value: what they bring in themselves has to be proposed to them."""
    earlier = [heard for heard in log.heard if heard.seq < asked.seq]
    if not earlier or understand(earlier[-1].text, lexicon).acts & _LEAVES_OPEN:
        return None
    between = [answer.reply for answer in log.replies if earlier[-1].seq < answer.seq < asked.seq]
    if not between or any(reply.stance is not None or values_in(reply.text or "", lexicon) for reply in between):
        return None
    return earlier[-1]


def adds_nothing(asked: str, proposed: str, said: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether a second question adds nothing to what was proposed: every value in it was there, and every other word is
    one of asking, names an action, or stands in `said`: phrases for arguments that it says again itself."""
    before = values_in(proposed, lexicon)
    typed = [value for value in values_in(asked, lexicon) if value.kind is not ValueKind.CHOICE]
    if not all(any(same(new.kind, new.value, old.value) for old in before if old.kind is new.kind) for new in typed):
        return False
    phrases = [*said, *(word for action in lexicon.actions for word in action.words)]
    known = _ASKING.union(*(words(phrase) for phrase in (*phrases, *(value.value for value in typed))))
    numbers = {word for word in words(proposed) if any(sign.isdigit() for sign in word)}
    return known.union(numbers).issuperset(words(asked))


def wondered(asked: Heard, log: Log) -> bool:
    """Whether the customer answered the message before with a question."""
    earlier = [heard.seq for heard in log.heard if heard.seq < asked.seq]
    return any(
        "?" in (answer.reply.text or "") for answer in log.replies if earlier and earlier[-1] < answer.seq < asked.seq
    )


def explains(asked: str, proposed: str, left_out: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether a second question is the first one with what it means.

    It asks for leave, puts up nothing to choose from, narrows nothing, and names nothing that was not proposed.
    Amounts, dates and numbers may follow from the proposal, unless one of the `left_out` phrases for arguments is of
    their kind: then they could be meant in its place.
    """
    if not _LEAVE.search(asked) or _NARROWING.search(_WARNING.sub("", asked)):
        return False
    named = {word for word in words(asked) if any(map(str.isdigit, word)) and any(map(str.isalpha, word))}
    named.update(word for own in _OWN.findall(asked) for word in words(own) if word not in _ASKING)
    if not named.issubset(words(proposed)) or understand(asked, lexicon).acts & _LEAVES_OPEN:
        return False
    silent = {value.kind for phrase in left_out for value in values_in(phrase, lexicon)}
    before = values_in(proposed, lexicon)
    return all(
        any(same(new.kind, new.value, old.value) for old in before if old.kind is new.kind)
        for new in values_in(asked, lexicon)
        if new.kind not in _TOLD_ANEW or new.kind in silent
    )
