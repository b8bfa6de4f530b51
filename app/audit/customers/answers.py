"""Answers to what the agent asks: is it understood, is it the right one, is it a yes to the right proposal?"""

import re
from collections.abc import Iterator

from app.agents.notes import Meaning, Part
from app.audit.customers.mistakes import Found, Kind
from app.audit.customers.sayings import Value, is_said, straight
from app.audit.customers.talk import Exchange, Talk
from domains.kit.records import JSON
from domains.kit.scenario import CustomerGoal, Disclosure
from simulators.protocol import CustomerEnd

_LOST = re.compile(
    r"\b(?:do|did|could)(?:n't| not)(?: quite| really)? (?:understand|follow|get (?:that|it|what|you)|catch)"
    r"|\bnot sure (?:that )?i understand|\b(?:don't|do not) know what you mean|\bwhat do you mean|\bmakes? no sense"
    r"|\bcan't make sense|\blost me\b|\bcome again\b|\bsay that again\b|\bput (?:that|it) (?:differently|another way)"
    r"|\brephrase\b|\bwhat are you talking about|\bis this meant for me|\bstrange thing to say|\bodd request"
    r"|^\W*(?:(?:sorry|hm+)\W+)?(?:what|huh|pardon|unclear|not clear|confusing|don't follow)\s*[?.!]",
    re.IGNORECASE,
)
"""With straight apostrophes."""


def is_lost(exchange: Exchange) -> bool:
    """Whether the customer says, or notes down about themselves, that they do not understand."""
    moves = exchange.reply.reading.get("moves", ()) if isinstance(exchange.reply.reading, dict) else ()
    lost = any(_move(move) in {"clarify", "puzzled"} for move in moves)
    return lost or exchange.reply.end is CustomerEnd.UNCERTAIN or _LOST.search(straight(exchange.text)) is not None


def _move(move: JSON) -> JSON:
    return move.get("move") if isinstance(move, dict) else None


def unread(talk: Talk) -> Iterator[Found]:
    """Messages that mean something, and were not understood."""
    for exchange in talk.exchanges:
        meant = [part.meaning.value for part in exchange.parts if part.meaning is not None]
        if meant and is_lost(exchange):
            expected = f"an answer to what was meant: {', '.join(meant)}"
            yield Found(kind=Kind.UNREAD_MESSAGE, step=exchange.step, said=exchange.text, expected=expected)


def wrong(talk: Talk) -> Iterator[Found]:
    """Questions that the customer can answer and did not, and right proposals that they did not agree to."""
    for exchange in talk.exchanges:
        if exchange.reply.end is not None or is_lost(exchange):
            continue
        missing = [slot for part in exchange.means(Meaning.ASK) for slot in _unanswered(talk, exchange, part)]
        if missing:
            expected = f"the customer's {', '.join(missing)}"
            yield Found(kind=Kind.WRONG_ANSWER, step=exchange.step, said=exchange.text, expected=expected)
        for part in exchange.means(Meaning.PROPOSE):
            if not talk.agreed_in_time(exchange, part.move):
                expected = f"a yes to {part.text!r}"
                yield Found(kind=Kind.WRONG_ANSWER, step=exchange.step, said=exchange.text, expected=expected)


def _unanswered(talk: Talk, exchange: Exchange, part: Part) -> list[str]:
    said = talk.said_in_time(exchange)
    goals = [talk.goals[goal] for goal in part.goals] or [talk.goal_at(exchange)]
    found = []
    for slot in part.slots:
        ways = _answers(talk, slot, goals[0])
        if talk.turned_away(exchange):
            ways += [way for goal in goals[1:] for way in _answers(talk, slot, goal)]
        if ways and not any(all(is_said(said, known) for known in way) for way in ways):
            found.append(slot)
    return found


def _answers(talk: Talk, slot: str, goal: CustomerGoal) -> list[list[Value]]:
    """Ways to answer a question for a goal, each a set of values: its facts, its wants, or what always holds."""
    facts = [fact for fact in talk.scenario.facts_of(slot, goal.id) if fact.disclose is not Disclosure.NEVER]
    own = [fact for fact in facts if fact.goal is not None]
    general = [fact for fact in facts if fact.goal is None]
    ranked = goal.preference.ranked if goal.preference is not None else ()
    ways: list[list[Value]] = [[*own], [*general]]
    ways += [[want for want in wants if want.key == slot] for wants in (goal.wants, *ranked)]
    return [way for way in ways if way]
