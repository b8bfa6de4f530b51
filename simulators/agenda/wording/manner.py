"""What the traits of a speaker put before or after a reply."""

import re

from domains.kit.values import ValueKind
from simulators.agenda.moves import MoveKind
from simulators.agenda.wording.clauses import lowered
from simulators.agenda.wording.pack import Aside
from simulators.agenda.wording.speaker import Wording

_NAME = re.compile(r"\{(\w+)\}")
MANNER = 0.5
"""How often a trait shows in a reply."""
_TELLING = frozenset(
    {
        MoveKind.GIVE,
        MoveKind.WANT,
        MoveKind.CHOOSE,
        MoveKind.CANNOT_GIVE,
        MoveKind.NO_LIMIT,
        MoveKind.LOOK_UP,
        MoveKind.DECLINE,
    }
)
"""Moves that tell something, so that a few words may lead up to them; what is said again has such words itself."""
_PERSONAL = frozenset({ValueKind.NAME, ValueKind.EMAIL, ValueKind.PHONE, ValueKind.POSTCODE})
_OF_THEIR_OWN_TONE = frozenset({MoveKind.PRESS, MoveKind.CONTEST, MoveKind.RELY, MoveKind.LEAVE, MoveKind.GIVE_UP})


def with_manner(wording: Wording, text: str) -> str:
    """What one of the speaker's traits puts before or after; a yes or no always stays in front, and
    a greeting or thanks, too.

    Nothing beside a push against a refusal, which has a tone of its own, or where the customer leaves unserved.
    """
    asides = wording.pack.wordings(wording.scenario.wording).asides
    draw = wording.draw.stream_of("manner")
    kinds = {move.kind for move in wording.decision.moves}
    if wording.terse or kinds & _OF_THEIR_OWN_TONE:
        return text
    led_up_to = ":" in re.split(r"[.?!]", text, maxsplit=1)[0]
    first = led_up_to or wording.decision.stance is not None or MoveKind.THANK in kinds or not kinds & _TELLING
    for trait in wording.scenario.persona.traits:
        if trait not in asides or not draw.chance(MANNER, trait.value, wording.step):
            continue
        if wording.decision.end is not None:
            return f"{text} {_filled(wording, wording.pick(f'parting-{trait.value}', asides[trait].parting))}"
        if first or draw.chance(0.5, trait.value, "where", wording.step):
            return f"{text} {_filled(wording, wording.pick(f'after-{trait.value}', asides[trait].after))}"
        before = _filled(wording, wording.pick(f"before-{trait.value}", _leads(wording, asides[trait])))
        return f"{before} {lowered(text) if before.endswith(':') else text}"
    return text


def _leads(wording: Wording, aside: Aside) -> tuple[str, ...]:
    """What a trait says before this reply: a word on what one gives away only before what tells who one is."""
    told = [item for move in wording.decision.moves if move.kind is MoveKind.GIVE for item in move.items]
    return aside.before + (aside.before_details if any(item.kind in _PERSONAL for item in told) else ())


def _filled(wording: Wording, aside: str) -> str:
    """An aside with words for its names in braces."""
    words = wording.pack.wordings(wording.scenario.wording).small_talk
    draw = wording.draw.stream_of("small talk")
    return _NAME.sub(lambda name: draw.choice(words[name[1]], name[1], wording.step), aside)
