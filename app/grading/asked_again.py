"""Questions that are put a second time: what was proposed just before them, and still stands behind them.

An agent that proposes something in full, hears neither yes nor no, and asks once more, need not say all of it again.
But a second question that says anything new is a proposal of its own: everything that it adds could narrow or change
what was proposed, so it may add nothing but the words of asking.
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
