"""Questions that are put a second time: what was proposed just before them, and still stands behind them.

An agent that proposes something in full, hears neither yes nor no, and asks once more, need not say all of it again. It
may explain, too, in whatever words: what counts is whether it puts anything in the place of what was proposed. So the
second question is searched for other values that the write could have had, for other things of the customer's and
other deeds in what it says that it would do, and for words that take a part out of it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from app.grading.extent import goes_otherwise
from app.grading.log import Heard, Log
from app.grading.spoken import contains, words
from app.grading.written import Written, deeds
from domains.kit.lexicon import Lexicon
from domains.kit.values import Value, ValueKind
from simulators.understand.acts import Act
from simulators.understand.amounts import NUMBER_WORDS
from simulators.understand.clauses import sentences
from simulators.understand.reader import understand
from simulators.understand.values import found_in, same, unmarked, values_in
from simulators.understand.words import listed

_PROPOSES = frozenset({Act.CONFIRM, Act.OFFER})
_TOLD_ANEW = frozenset({ValueKind.MONEY, ValueKind.DATE, ValueKind.NUMBER})
"""What may follow from a proposal, and be told to a customer who asks: what remains on a card, until when."""
_ASIDE = re.compile(
    r"\b(?:instead of|rather than|(?:and|but) not)\b[^.,;:!?\n]*"
    r"|\b(?:profile|account)\b[^.;:!?\n]*\b(?:remain|stay|keep)s?\b[^.;:!?\n]*",
    re.IGNORECASE,
)
"""What will not be so, and what stays as it is beside the matter."""
_OR_NOT = re.compile(
    r",?\s+or\b[^,.;:?!\n]*?\b(?:not|(?:leave|keep|forget|drop)\s+(?:it|this|that|them|things|everything))"
    r"(?:\s+(?:as|the way|like)\s+(?:it|this|that|they|things|everything)\s+(?:is|are))?(?=\s*(?:[?.!]|$))",
    re.IGNORECASE,
)
"""That nothing may be done is no alternative to choose instead."""
_COUNT = rf"(?:\d+|a few|{'|'.join(sorted(NUMBER_WORDS))})"
_HOW_LONG = re.compile(
    rf"\b(?:{_COUNT}\s?(?:-|\u2013|to|or)\s?)?{_COUNT}[ -](?:(?:business|working|calendar)[ -])?"
    r"(?:day|week|hour|minute|month)s?\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r",\s+(?:and|but|so|which)\s+|;\s+|:\s+")
_LEAVE = re.compile(
    r"\b(?:shall|should|may|can|could) (?:i|we)\b|\b(?:like|want|allow|need|wish) (?:me|us) to\b|\bfor (?:me|us) to\b"
    r"|\bif (?:i|we)\b"
)
_WOULD = re.compile(r"(?P<you>\byou )?\b(?:would|will)\b(?! (?:you|that|this)\b)")
_NEGATED = re.compile(r"\b(?:not|never|nothing|none|no|neither|nor)\b")
_NARROWS = re.compile(
    r"\b(?:(?P<one>one of (?:them|these|those|the))|either|half(?! an?\b)|partly|partial(?:ly)?"
    r"|a part of|some of|instead(?! of)|rather)\b"
)
_ONLY = re.compile(r"\bonly\b(?! (?:take|for)\b)(?!.*\b(?:after|once|when|if|until)\b)")
_LEAVES_OUT = re.compile(
    r"\b(?:except(?: for)?|without|apart from|other than|leav(?:e|ing) out|keep(?:ing)?)\b((?: [\w'-]+){1,4})"
)
_ONE = re.compile(r"\b(?:the|an?) ([\w-]+) (?:ones?|option|variant|version)\b")
_SAME_ONE = listed("same right correct new old proposed above big good quick")
_OWN = re.compile(
    r"\b(?P<whose>your|my|our|the|an?|another|other|different)\b "
    r"(?P<which>(?:(?!(?:by|on|to|from|of|with|and|or|for|in) )[\w-]+ ){0,3}?)"
    r"(?P<what>card|wallet|address|method|account)\b"
)
"""What a write could go to or be paid with, under whatever name."""
_TELLS_NONE_APART = listed(
    "bank credit debit payment own same original usual new old current existing previous present delivery shipping",
    "e mail email customer postal full address method account",
)
_OTHER_ROUTE = re.compile(r"\b(?:(?:store|shop|site) credits?|credit notes?|vouchers?|coupons?|cheques?|cash)\b")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|h|am|pm|x)")
_BESIDE = 3
"""Words on either side of an amount that say what it is."""


class Answered(NamedTuple):
    """What an agent proposed, and what the customer said to it."""

    proposed: Heard
    replies: tuple[str, ...]

    @property
    def wondered(self) -> bool:
        """Whether the customer has answered with a question."""
        return any("?" in reply for reply in self.replies)


def answered_before(asked: Heard, log: Log, lexicon: Lexicon) -> Answered | None:
    """The message of the agent just before this one with the answer to it; None where it asked for no yes, or put up
    something to choose from, or got a yes or a no."""
    earlier = [heard for heard in log.heard if heard.seq < asked.seq]
    if not earlier or understand(earlier[-1].text, lexicon).acts & _PROPOSES != {Act.CONFIRM}:
        return None
    between = [answer.reply for answer in log.replies if earlier[-1].seq < answer.seq < asked.seq]
    if not between or any(reply.stance is not None for reply in between):
        return None
    return Answered(earlier[-1], tuple(reply.text or "" for reply in between))


def asks(heard: Heard, lexicon: Lexicon) -> bool:
    """Whether a message asks for anything, so that a yes can answer it."""
    return "?" in heard.text or Act.CONFIRM in understand(heard.text, lexicon).acts


def speaks_of_another(text: str, than: str, lexicon: Lexicon) -> bool:
    """Whether a message names another deed than an earlier one, or another thing, and not only what it would cost."""
    named = [value for value in values_in(text, lexicon) if value.kind not in _TOLD_ANEW]
    return bool(deeds(text, lexicon) - deeds(than, lexicon)) or any(_new(named, values_in(than, lexicon), choices=True))


def brings_in(replies: Iterable[str], proposed: str, write: Written, missing: Sequence[str]) -> bool:
    """Whether customers have said something that was not proposed: it has to be proposed to them, or answered with what
    was."""
    known = values_in(proposed, write.domain.lexicon)
    return any(
        any(_new(values_in(reply, write.domain.lexicon), known, choices=True))
        or any(write.mentions_another(reply, name, beside=proposed) for name in missing)
        for reply in replies
    )


def changes_nothing(asked: str, proposed: str, write: Written, missing: Sequence[str], *, explains: bool) -> bool:
    """Whether a second question leaves a proposal as it is, where it does not mention the `missing` arguments itself.

    It may tell amounts, dates and numbers anew only if it `explains` the proposal to a customer who has asked. What is
    offered beside a refusal may well be what was proposed.
    """
    plain = _OR_NOT.sub("", unmarked(asked))
    again = _Again(_HOW_LONG.sub(" ", _ASIDE.sub(" ", plain)), unmarked(proposed), write, tuple(missing))
    return not (
        understand(plain, write.domain.lexicon).acts & {Act.OFFER, Act.REFUSE} == {Act.OFFER}
        or again.takes_a_part()
        or goes_otherwise(again.parts, again.proposed, write)
        or again.gives_other_values(explains=explains)
        or again.names_another_route()
        or any(again.plans_otherwise(part) for part in again.plans())
    )


class _Again:
    """A second question beside what was proposed."""

    def __init__(self, text: str, proposed: str, write: Written, missing: tuple[str, ...]):
        self.text = text
        self.proposed = proposed
        self.write = write
        self.missing = missing
        self.lexicon = write.domain.lexicon
        self.known = frozenset(words(proposed)).union(*map(words, write.own_texts))
        """Words that bring in nothing new."""
        self.parts = [part for sentence in sentences(text) for part in _PARTS.split(sentence.plain)]

    def takes_a_part(self) -> bool:
        """Whether it names some of several things, or takes a thing out that was proposed."""
        if any(self.write.mentions_part(self.text, name) for name in self.missing) or any(
            self.write.mentions_part(part, name)
            for part in self.parts
            if _ONLY.search(part)
            for name in self.write.ways
        ):
            return True
        things = {word for phrase in self.write.phrases(self.write.ways) for word in words(phrase)}
        things &= {word for name in self.write.names for word in words(name)}
        return any(not things.isdisjoint(words(left_out[1])) for left_out in _LEAVES_OUT.finditer(self.text.lower()))

    def gives_other_values(self, *, explains: bool) -> bool:
        """Whether a value could be meant in the place of one that was proposed."""
        if any(self.write.mentions_another(self.text, name, beside=self.proposed) for name in self.missing):
            return True
        spelled = {word for word in words(self.text) if not word.isdigit() and any(map(str.isdigit, word))}
        if any(word not in self.known and not _ORDINAL.fullmatch(word) for word in spelled):
            return True
        plainly = [way for name in self.missing if len(ways := self.write.ways[name]) == 1 for way in ways[0]]
        if any(_number_words(phrase) & frozenset(words(self.text)) for phrase in plainly):
            return True
        silent = {value.kind for phrase in plainly for value in values_in(phrase)}
        return any(
            not explains or value.kind not in _TOLD_ANEW or value.kind in silent or self._contradicts(value)
            for value in _new(values_in(self.text, self.lexicon), values_in(self.proposed, self.lexicon))
            if not any(contains(text, value.value) for text in self.write.own_texts)
        )

    def names_another_route(self) -> bool:
        """Whether it names a card, an account or an address that was not proposed."""
        text = self.text.lower()
        if any(found[0] not in self.proposed.lower() for found in _OTHER_ROUTE.finditer(text)):
            return True
        return any(
            found["whose"] in {"another", "other", "different"}
            or not (self.known | _TELLS_NONE_APART).issuperset((*words(found["which"]), found["what"]))
            for found in _OWN.finditer(text)
        )

    def plans(self) -> Iterator[str]:
        """The parts of sentences that say what would be done, or ask for leave to do it."""
        for part in self.parts:
            if _LEAVE.search(part) or (self._would(part) and not _NEGATED.search(part)):
                yield part

    def _would(self, part: str) -> bool:
        """Whether it says what would be done; of what customers would do, only that which has been proposed."""
        would = _WOULD.search(part)
        return would is not None and (
            not would["you"] or bool(deeds(part, self.lexicon) & deeds(self.proposed, self.lexicon))
        )

    def plans_otherwise(self, plan: str) -> bool:
        """Whether a plan names another deed or another thing of the customer's, or less than was proposed."""
        known = self.known.union(*(words(phrase) for phrase in self.write.phrases(self.write.ways)))
        return (
            bool(deeds(plan, self.lexicon) - deeds(self.proposed, self.lexicon))
            or any(contains(plan, name) and not known.issuperset(words(name)) for name in self.write.names)
            or any(not narrowed["one"] or not self._lists_one() for narrowed in _NARROWS.finditer(plan))
            or (_ONLY.search(plan) is not None and not self._says_no_more(plan))
            or any(which[1] not in known | _SAME_ONE for which in _ONE.finditer(plan))
            or any(not contains(self.proposed, choice) for choice in self._choices(plan))
        )

    def _lists_one(self) -> bool:
        return any(isinstance(value, list) and len(value) == 1 for value in self.write.arguments.values())

    def _says_no_more(self, plan: str) -> bool:
        """Whether a plan has no words but those of the proposal, whatever the deed is called."""
        deed = (word for action in self.lexicon.actions for word in action.words)
        return _stems(plan) - {"only", "this"} <= _stems(" ".join((self.proposed, *deed)))

    def _choices(self, text: str) -> list[str]:
        return [value.value for value in values_in(text, self.lexicon) if value.kind is ValueKind.CHOICE]

    def _contradicts(self, value: Value) -> bool:
        """Whether an amount is called what another one was called in the proposal, which is not said again."""
        if value.kind is not ValueKind.MONEY:
            return False
        now = _called(self.text, self.lexicon)
        return any(
            amount not in now and stems & now.get(value.value, frozenset())
            for amount, stems in _called(self.proposed, self.lexicon).items()
        )


def _number_words(text: str) -> set[str]:
    return {word for word in words(text) if word.isdigit()}


def _called(text: str, lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The amounts of a text with the beginnings of the words around each."""
    called: dict[str, frozenset[str]] = {}
    for sentence in sentences(text):
        for found in found_in(sentence.text, lexicon):
            if found.value.kind is ValueKind.MONEY:
                before, after = sentence.text[: found.start].split(), sentence.text[found.end :].split()
                near = _stems(" ".join((*before[-_BESIDE:], *after[:_BESIDE])))
                called[found.value.value] = called.get(found.value.value, frozenset()) | near
    return called


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:4] for word in words(text) if len(word) >= 4 and word.isalpha()) - {"will", "your", "woul"}


def _new(values: Sequence[Value], known: Sequence[Value], *, choices: bool = False) -> Iterator[Value]:
    """The values that are not among those known; a lone "one" counts nothing, and choices are words like others."""
    for value in values:
        counts = (choices or value.kind is not ValueKind.CHOICE) and (value.kind, value.value) != (
            ValueKind.NUMBER,
            "1",
        )
        if counts and not any(same(value.kind, value.value, old.value) for old in known if old.kind is value.kind):
            yield value
