"""How a fact is told: which sentences answer a question, and whether what was told stands to the end.

A spray of values tells nothing. So a message tells a value that holds few of its kind, while few have gone by at all;
or, whatever has been listed before or beside it, a sentence that answers the question, while few have been put as the
answer. In neither way may many have been put in the very place of the right one.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.grading.log import Heard
from app.grading.spoken import words
from app.grading.stated import denies, stated
from domains.kit.goal import ToldFact
from domains.kit.lexicon import Lexicon
from domains.kit.values import ValueKind
from simulators.protocol import Reply
from simulators.understand.clauses import sentences
from simulators.understand.values import places_in, same, says, unmarked, values_in
from simulators.understand.words import listed

MOST_VALUES = 5
"""A message with more distinct values of a kind is a list."""
MOST_IN_ALL = 10
"""So many distinct values may have gone by since the question."""
MOST_ANSWERS = 5
"""So many distinct values may have been put as the answer."""
MOST_IN_SENTENCE = 3
"""A sentence with more distinct values is no answer."""
_STEM = 4
_SHORTEST = 3
_OF_NO_TOPIC = frozenset(
    word[:_STEM]
    for word in listed(
        "that this these those what when which where there here with have will would were been from your much many",
        "does just comes amounts total altogether together exactly answer sorry thanks sure really certainly correct",
        "makes well again meant mean said told today then therefore dollars cents price costs sum amount date number",
        "count about asked question please only also still actually rather mistake wrong misspoke checked difference",
        "value figure increase wait the and you for was had has are not but all its our yes now see can did get got",
        "too out far pay day usd eur both how worked calculated found looked waiting seems",
    )
)
"""Beginnings of words that tell no question from another."""
_NODS = frozenset(
    word[:_STEM] for word in listed("right okay fine good great nice perfect very lovely wonderful alright")
)
_CORRECTS = re.compile(
    r"\b(?:correction|i (?:was|am) (?:wrong|mistaken)|(?:my|a) mistake|misspoke|miscalculated|misread|scratch that"
    r"|let me correct|to correct|no,? wait|i meant?|actually)\b",
    re.IGNORECASE,
)
_AMOUNT = r"[*_]*[$\u20ac\u00a3]\d[\d,]*(?:\.\d\d)?[*_]*"
_COMPARES = re.compile(
    rf"\b(?:instead of|in place of|rather than|compared (?:with|to)|up from|down from)\b[^.,;:$\u20ac\u00a3]*{_AMOUNT}"
    rf"|{_AMOUNT} (?:more|less|higher|lower|extra|on top)\b(?: (?:than|of)\b[^.,;:$\u20ac\u00a3]*(?:{_AMOUNT})?)?",
    re.IGNORECASE,
)
_RETRACTS = re.compile(
    r"\b(?:that|this|it|what i (?:said|told you)|my (?:last |previous )?answer) (?:was|is) "
    r"(?:wrong|incorrect|not right|not correct|a mistake)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Said:
    """A sentence of the agent: the values in it that it states of the fact's kind, and what else it speaks of."""

    text: str
    values: tuple[str, ...]
    topic: frozenset[str]
    alone: bool
    """Whether no other value stands in its message."""

    def is_like(self, other: "Said") -> bool:
        """Whether another sentence could stand in its place."""
        return self.topic == other.topic


@dataclass(frozen=True)
class Asked:
    """A fact that was asked for."""

    fact: ToldFact
    asking: tuple[str, ...]
    """Sentences that ask for it."""
    replies: tuple[str, ...]
    """What the customer has said who asked for it."""
    lexicon: Lexicon

    @cached_property
    def topic(self) -> frozenset[str]:
        """What its question is about."""
        asked = [sentence.text for reply in self.replies for sentence in sentences(reply) if sentence.question]
        texts = (*self.asking, *asked, self.fact.say, self.fact.key.replace("_", " "))
        return frozenset[str]().union(*map(self._topic, texts))

    def values(self, text: str) -> list[str]:
        """The distinct values of the fact's kind in a text, in order."""
        found = [value.value for value in values_in(text, self.lexicon) if value.kind is self.fact.kind]
        return self.distinct(found)

    def stated(self, text: str) -> str:
        """The text without the values that it denies or leaves open."""
        return stated(text, self.fact.kind, self.lexicon)

    def says(self, text: str) -> bool:
        """Whether the right value stands in a text, however it is meant."""
        return says(text, self.fact.kind, self.fact.value)

    def denies(self, text: str) -> bool:
        """Whether a text says of the right value that it is not the one."""
        return denies(text, self.fact.kind, self.fact.value, self.lexicon)

    def sentences(self, stated: str, *, alone: bool) -> list[Said]:
        """What a text states, sentence by sentence."""
        return [self._said(sentence.text, alone=alone) for sentence in sentences(stated)]

    def is_right(self, said: Said) -> bool:
        """Whether the right value stands in a sentence."""
        return self.says(said.text)

    def answers_plainly(self, said: Said) -> bool:
        """Whether a sentence is put as the answer and as nothing else: all that it speaks of was asked."""
        return 0 < len(said.values) <= MOST_IN_SENTENCE and said.topic <= self.topic

    def may_answer(self, said: Said) -> bool:
        """Whether a sentence speaks of what was asked among other things, or has the only value of its message."""
        few = 0 < len(said.values) <= MOST_IN_SENTENCE
        return few and (said.alone or not said.topic or not self.topic.isdisjoint(said.topic))

    def turns_to_another(self, reply: Reply) -> bool:
        """Whether a reply brings up something else than the question."""
        text = reply.text or ""
        return (
            bool(set(reply.asked) - {self.fact.key})
            or bool(values_in(text, self.lexicon))
            or not self._topic(text) <= self.topic | _NODS
        )

    def distinct(self, values: Iterable[str]) -> list[str]:
        """The values without those that are the same as an earlier one."""
        found: list[str] = []
        for value in values:
            if not any(same(self.fact.kind, value, other) for other in found):
                found.append(value)
        return found

    def _said(self, text: str, *, alone: bool) -> Said:
        values = tuple(self.values(text))
        # What a sentence speaks of counts only beside a value.
        topic = self._topic(text) if values or self.says(text) else frozenset[str]()
        return Said(text, values, topic, alone)

    def _topic(self, text: str) -> frozenset[str]:
        plain = unmarked(text)
        for found in reversed(places_in(text, self.lexicon)):
            if found.value.kind is not ValueKind.CHOICE:
                plain = f"{plain[: found.start]} {plain[found.end :]}"
        long = (word for word in words(plain) if len(word) >= _SHORTEST and word.isalpha())
        return frozenset(word[:_STEM] for word in long) - _OF_NO_TOPIC


def _beside_comparisons(asked: Asked, text: str) -> str:
    """A text without the amounts that it only compares the right one with, where that stands outside of them: "it
    comes to $14.00, which is $2.00 more than the $12.00 that you paid"."""
    rest = _COMPARES.sub(" ", text)
    return rest if rest != text and asked.says(rest) else text


class _Message:
    """A message of the agent, read only as far as it has to be."""

    def __init__(self, asked: Asked, text: str):
        text = _beside_comparisons(asked, text)
        self.asked = asked
        self.text = text
        self.values = asked.values(text)
        self.stated = asked.stated(text) if self.values else text
        self.is_right = asked.says(self.stated)
        self.is_list = len(self.values) > MOST_VALUES

    @cached_property
    def stated_values(self) -> list[str]:
        """Those of the values that it states."""
        return self.values if self.stated == unmarked(self.text) else self.asked.values(self.stated)

    @cached_property
    def said(self) -> list[Said]:
        """What it states, sentence by sentence."""
        return self.asked.sentences(self.stated, alone=len(self.values) == 1) if self.values else []

    @cached_property
    def right(self) -> list[Said]:
        """The sentences with the right value."""
        return [each for each in self.said if self.asked.is_right(each)]

    @property
    def rest(self) -> list[Said]:
        """What it says after the right value, or all where that is not in it."""
        return self.said[self.said.index(self.right[-1]) + 1 :] if self.right else self.said


class Telling:
    """What has become of a fact, message after message."""

    def __init__(self, asked: Asked):
        self.asked = asked
        self.trouble: tuple[str, int] | None = None
        """Why it is not told, and in which step that came about."""
        self._messages: list[_Message] = []
        """With values of its kind, since the question."""
        self._passed: list[str] = []
        self._told_by: _Message | None = None
        self._replies: list[Reply] = []
        """Since it was told."""
        self._just_told = False

    @property
    def told(self) -> bool:
        """Whether it has been told, so far as one has heard."""
        return self._told_by is not None

    def reply(self, reply: Reply) -> None:
        """The customer speaks."""
        self._replies.append(reply)

    def hear(self, heard: Heard) -> None:
        """The agent speaks."""
        message = _Message(self.asked, heard.text)
        if message.values:
            self._messages.append(message)
            self._passed = self.asked.distinct([*self._passed, *message.stated_values])
        if message.is_right and self._may_tell(message):
            self._told_by, self.trouble, self._replies = message, None, []
        elif not self.told and self.asked.says(heard.text):
            among = f"among more than {MOST_VALUES} values of its kind, or after too many others that could be it"
            doubt = "to be denied, or as one that it might be"
            self.trouble = f"said only {among if message.is_right or message.is_list else doubt}", heard.step
        if self._told_by is not None and self._is_taken_back(message, self._told_by):
            self._told_by, self.trouble = None, ("told, and then taken back", heard.step)
        self._just_told = self.told and message.is_right

    def _may_tell(self, message: _Message) -> bool:
        if not message.is_list and len(self._passed) <= MOST_ANSWERS:
            return True
        if any(self._too_many(each.is_like) for each in message.right):
            return False
        if not message.is_list and len(self._passed) <= MOST_IN_ALL:
            return True
        ways = (self.asked.answers_plainly, self.asked.may_answer)
        return any(any(map(way, message.right)) and not self._too_many(way) for way in ways)

    def _too_many(self, alike: Callable[[Said], bool]) -> bool:
        """Whether more values were put in such sentences than there may be answers."""
        said = (each for message in self._messages for each in message.said)
        return len(self.asked.distinct(value for each in said if alike(each) for value in each.values)) > MOST_ANSWERS

    def _is_taken_back(self, message: _Message, told_by: _Message) -> bool:
        """Whether what a message says besides, or after it has said the right value, takes that back."""
        if not message.values:
            return self._just_told and _RETRACTS.search(message.text) is not None
        if not message.is_right and self.asked.denies(message.text):
            return True
        if message.is_right and len(message.stated_values) == 1:
            return False
        answer = told_by.right[-1].topic if told_by.right else frozenset[str]()
        return any(
            (corrects and self._is_in_its_place(each, answer))
            or (each.alone and each.topic == answer and not self._has_moved_on())
            for each, corrects in _with_corrections(message.rest)
            if each.values and not self.asked.is_right(each)
        )

    def _is_in_its_place(self, said: Said, answer: frozenset[str]) -> bool:
        """Whether a sentence with another value speaks of the same; if it names nothing, only if nothing else is up."""
        return said.topic <= answer | self.asked.topic if said.topic else not self._has_moved_on()

    def _has_moved_on(self) -> bool:
        """Whether the customer has turned to something else since it was told."""
        return any(map(self.asked.turns_to_another, self._replies))


def _with_corrections(said: Sequence[Said]) -> Iterator[tuple[Said, bool]]:
    """Sentences, and whether each says that it corrects something, itself or in the one before."""
    before = False
    for each in said:
        corrects = _CORRECTS.search(each.text) is not None
        yield each, corrects or before
        before = corrects and not each.values
