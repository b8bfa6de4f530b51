"""Marks of things, such as being bulky, as agents tell of them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.grading.asserted import clauses
from app.grading.log import Log
from app.grading.results import objects_in, read_json
from app.grading.wordings import by_check, either
from domains.kit.shown import Shown
from simulators.understand.clauses import Sentence
from simulators.understand.words import expression, folded

_IS = (
    r"\b(?:is|are|counts? as|being|falls? under)(?P<no> not)?(?: (?:also|simply|just|both|considered|(?:marked|classed"
    r"|classified|listed|flagged|registered|treated|counted) as|marked|(?:an?|our|one of our|the)))*[ \"'(]+"
)
_OTHERWISE = r"(?! (?:when|to|for|if|enough|orders?|rules?)\b)"
_NEAR = 7
"""So many words before the verb, the thing is named that it is told of."""
_OF_ANY = expression(r"\b(?:any|an|a|no|which|that|such|if|whether|or|other)\b")
"""Tells of no thing in particular."""


class _Marked(NamedTuple):
    """A thing with what its record says of it."""

    name: str
    has: bool

    @property
    def noun(self) -> str:
        """The last word of its name."""
        return self.name.split()[-1]


def is_wrong(check: Shown, sentence: Sentence, log: Log, *, until: int) -> bool:
    """Whether a sentence says of a thing that was looked up that it has a mark which it has not, or the other way."""
    return any(
        _tells_otherwise(told, sentence, tuple(_things(check, key, log, until=until)))
        for key, told in _told(check).items()
        if any(way in sentence.plain for way in check.marks[key]) and told.search(sentence.plain)
    )


def _tells_otherwise(told: re.Pattern[str], sentence: Sentence, things: tuple[_Marked, ...]) -> bool:
    for clause in clauses(sentence):
        found = told.search(clause.text)
        if found is None or clause.asks or not (found["no"] or clause.asserted()):
            continue
        subject = " ".join(clause.text[: found.start()].split()[-_NEAR:])
        if _OF_ANY.search(subject) is None and _is_otherwise(subject, things, says=not found["no"]):
            return True
    return False


def _is_otherwise(subject: str, things: tuple[_Marked, ...], *, says: bool) -> bool:
    """Whether all things that words may name are otherwise than they are said to be."""
    whole = [thing for thing in things if subject.endswith(thing.name)]
    if whole:
        return all(thing.has is not says for thing in whole)
    named = [thing for thing in things if re.search(rf"\b{re.escape(thing.noun)}s?$", subject)]
    return bool(named) and all(thing.has is not says for thing in things)


def _things(check: Shown, key: str, log: Log, *, until: int) -> Iterator[_Marked]:
    for call in log.successful:
        if call.seq < until and f'"{key}"' in call.event.content:
            for record in objects_in(read_json(call.event.content)):
                if isinstance(has := record.get(key), bool):
                    yield _Marked(folded(str(record.get(check.name))), has)


@by_check
def _told(check: Shown) -> dict[str, re.Pattern[str]]:
    return {key: expression(rf"{_IS}{either(ways)}{_OTHERWISE}") for key, ways in check.marks.items()}
