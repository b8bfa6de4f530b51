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
    lexicon: Lexicon

    @cached_property
    def topic(self) -> frozenset[str]:
        """What its question is about."""
        texts = (*self.asking, self.fact.say, self.fact.key.replace("_", " "))
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

    def sentences(self, text: str) -> list[Said]:
        """What a text states, sentence by sentence."""
        alone = len(self.values(text)) == 1
        return [self._said(sentence.text, alone=alone) for sentence in sentences(self.stated(text))]

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


class Telling:
    """What has become of a fact, message after message."""

    def __init__(self, asked: Asked):
        self.asked = asked
        self.told = False
        self.trouble: tuple[str, int] | None = None
        """Why it is not told, and in which step that came about."""
        self._passed: list[str] = []
        self._said: list[Said] = []
        """All sentences with values, since the question."""
        self._answer = Said("", (), frozenset(), alone=False)
        """The sentence that has told it."""
        self._moved_on = False
        """Whether the customer has turned to something else since then."""
        self._just_told = False

    def reply(self, reply: Reply) -> None:
        """The customer speaks."""
        self._moved_on = self._moved_on or self.asked.turns_to_another(reply)

    def hear(self, heard: Heard) -> None:
        """The agent speaks."""
        said = self.asked.sentences(heard.text)
        right = [at for at, each in enumerate(said) if self.asked.is_right(each)]
        is_list = len(self.asked.values(heard.text)) > MOST_VALUES
        is_stated = self.asked.says(self.asked.stated(heard.text))
        self._count(heard, said)
        if is_stated and self._may_tell([said[at] for at in right], is_list=is_list):
            self.told, self.trouble, self._moved_on = True, None, False
            self._answer = said[right[-1]] if right else self._answer
        elif self.asked.says(heard.text) and not self.told:
            among = f"among more than {MOST_VALUES} values of its kind, or after too many others that could be it"
            doubt = "to be denied, or as one that it might be"
            self.trouble = f"said only {among if is_stated or is_list else doubt}", heard.step
        if self.told and self._is_taken_back(heard, said[right[-1] + 1 :] if right else said):
            self.told, self.trouble = False, ("told, and then taken back", heard.step)
        self._just_told = self.told and is_stated

    def _count(self, heard: Heard, said: Sequence[Said]) -> None:
        self._passed = self.asked.distinct([*self._passed, *self.asked.values(self.asked.stated(heard.text))])
        self._said += [each for each in said if each.values]

    def _may_tell(self, right: Sequence[Said], *, is_list: bool) -> bool:
        if any(self._too_many(each.is_like) for each in right):
            return False
        if not is_list and len(self._passed) <= MOST_IN_ALL:
            return True
        ways = (self.asked.answers_plainly, self.asked.may_answer)
        return any(any(map(way, right)) and not self._too_many(way) for way in ways)

    def _too_many(self, alike: Callable[[Said], bool]) -> bool:
        """Whether more values were put in such sentences than there may be answers."""
        return (
            len(self.asked.distinct(value for each in self._said if alike(each) for value in each.values))
            > MOST_ANSWERS
        )

    def _is_taken_back(self, heard: Heard, said: Sequence[Said]) -> bool:
        """Whether what a message says besides, or after it has said the right value, takes that back."""
        if self.asked.denies(heard.text):
            return True
        if not self.asked.values(heard.text):
            return self._just_told and _RETRACTS.search(heard.text) is not None
        return any(
            (corrects and self._is_in_its_place(each))
            or (each.alone and not self._moved_on and each.topic == self._answer.topic)
            for each, corrects in _with_corrections(said)
            if each.values and not self.asked.is_right(each)
        )

    def _is_in_its_place(self, said: Said) -> bool:
        """Whether a sentence with another value speaks of the same; if it names nothing, only if nothing else is up."""
        return said.topic <= self._answer.topic | self.asked.topic if said.topic else not self._moved_on


def _with_corrections(said: Sequence[Said]) -> Iterator[tuple[Said, bool]]:
    """Sentences, and whether each says that it corrects something, itself or in the one before."""
    before = False
    for each in said:
        corrects = _CORRECTS.search(each.text) is not None
        yield each, corrects or before
        before = corrects and not each.values
