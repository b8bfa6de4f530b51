"""Options under letters or numbers, of which one has what the customer wants: no refusal beside them is of that."""

import re
from collections.abc import Iterator

from domains.kit.scenario import Want
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.moves import MoveKind, item_of
from simulators.agenda.naming import names_rival, says_right
from simulators.agenda.rivals import rivals_of
from simulators.understand.acts import Act
from simulators.understand.slots import CHOICE

_MARK = re.compile(r"(?:^|(?<=[\s(]))\(?(?P<mark>[A-Ea-e]|[1-5])[).:]\s+", re.MULTILINE)
_FIRST = frozenset("aA1")
_ENDS = re.compile(r"(?<=[.!?])\s+|\n")


def choose_lettered(talk: Deliberation) -> None:
    """Chooses the one option that has what is wanted, where a message that refuses something else puts it up."""
    if talk.moves or not talk.underway() or Act.REFUSE not in talk.acts:
        return
    options = list(_options(talk))
    fitting = {option: wants for option in options if (wants := _fitting(talk, option))}
    if len(options) > 1 and len(fitting) == 1:
        (wants,) = fitting.values()
        talk.say(MoveKind.CHOOSE, goal=talk.goal.id, items=tuple(map(item_of, wants)))


def _options(talk: Deliberation) -> Iterator[str]:
    """The texts that stand behind marks which follow one another from the first on, unless none of them can be had."""
    text = talk.heard.text
    marks = list(_MARK.finditer(text))
    lead = _ENDS.split(text[: marks[0].start()].rstrip())[-1] if marks else ""
    if lead.endswith(":") and talk.cues.cannot.search(lead):
        return
    for place, mark in enumerate(marks):
        follows = place and ord(mark["mark"]) == ord(marks[place - 1]["mark"]) + 1
        if not (follows or mark["mark"] in _FIRST):
            return
        behind = text[mark.end() : marks[place + 1].start() if place + 1 < len(marks) else len(text)]
        yield _ENDS.split(behind.strip())[0]


def _fitting(talk: Deliberation, option: str) -> list[Want]:
    """What is wanted and an option names, where it rules nothing out and names nothing in its place."""
    if talk.cues.cannot.search(option) or talk.cues.unavailable.search(option):
        return []
    wants = [want for want in talk.wants() if want.key != CHOICE]
    if any(names_rival(option, item_of(want), rivals_of(talk, talk.goal, want)) for want in wants):
        return []
    return [want for want in wants if says_right(option, item_of(want), rivals_of(talk, talk.goal, want))]
