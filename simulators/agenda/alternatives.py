"""Questions with two sides that a yes would leave open: which of two it is, or which of two things to do."""

import re
from collections.abc import Iterator

from domains.kit.scenario import Fact
from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.moves import MoveKind, item_of
from simulators.understand.acts import Clause
from simulators.understand.values import same, says, values_in

_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def says_which_of_two(talk: Deliberation) -> bool:
    """Answers with the identifier that is meant where a question puts it up beside something else; true if so."""
    meant = [fact for clause in _asking(talk) for fact in _meant(talk, clause)] if talk.underway() else []
    if not meant:
        return False
    talk.told(*meant)
    talk.say(MoveKind.GIVE, goal=talk.goal.id, items=tuple(dict.fromkeys(map(item_of, meant))))
    return True


def proposes_nothing(talk: Deliberation, clause: Clause) -> bool:
    """Whether a clause asks two questions in one, in a message that says nothing of what the customer wants."""
    if not talk.cues.turns.or_asks.search(clause.text) or talk.cues.questions.asks_leave.search(clause.text):
        return False
    clauses = talk.heard.reading.clauses
    named = any(talk.goal.action in each.actions for each in clauses)
    return not named and not any(
        says(each.text, want.kind, want.value, want.say) for each in clauses for want in talk.wants()
    )


def _asking(talk: Deliberation) -> Iterator[Clause]:
    for clause in talk.heard.reading.clauses:
        if not clause.text.rstrip().endswith("?") or talk.cues.transfer.search(clause.text):
            continue
        if not talk.cues.questions.or_not.search(clause.text):
            yield clause


def _meant(talk: Deliberation, clause: Clause) -> Iterator[Fact]:
    """The identifiers of the present goal that stand on one side of an "or" alone: with another one on the other side,
    or in a question of which the other side asks something else."""
    question = _SENTENCE.split(clause.text)[-1]
    for slot in dict.fromkeys(value.slot for value in clause.values if value.kind is ValueKind.ID and value.slot):
        own = talk.sayable(slot)
        for either in talk.cues.questions.either_or.finditer(question):
            sides = [_ids(talk, slot, side) for side in (question[: either.start()], question[either.end() :])]
            held = [[fact for fact in own if any(same(fact.kind, fact.value, each) for each in side)] for side in sides]
            other = sides[1] if held[0] else sides[0]
            asks = talk.cues.turns.or_asks.search(question[either.start() :]) and _asks_which(talk, question)
            if bool(held[0]) != bool(held[1]) and (other or asks):
                yield from held[0] or held[1]


def _ids(talk: Deliberation, slot: str, text: str) -> list[str]:
    return [each.value for each in values_in(text, talk.lexicon) if each.kind is ValueKind.ID and each.slot == slot]


def _asks_which(talk: Deliberation, question: str) -> bool:
    """Whether a question asks what is so, rather than what to do."""
    return talk.cues.turns.asks_what_is.search(question) is not None and not talk.cues.questions.asks_leave.search(
        question
    )
