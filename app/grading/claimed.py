"""The check that what the agent says to have done has been done."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from app.grading.asked_beside import asks, leaves_open
from app.grading.asserted import Clause, beginnings, clauses, takes_back
from app.grading.log import Log
from app.grading.on_record import shown
from app.grading.sayings import Saying, broken_by, said_after, sayings_of
from app.grading.touched import Touched
from app.grading.verdict import Finding
from app.grading.wordings import QuickLook, Said, by_check, either, said
from domains.kit.checks import Claims, Deed
from domains.kit.domain import Domain
from domains.kit.lexicon import Lexicon, phrases
from simulators.understand.acts import Act
from simulators.understand.claims import claims_done, may_claim
from simulators.understand.clauses import sentences
from simulators.understand.reader import understand
from simulators.understand.values import values_in
from simulators.understand.words import expression

_ADVERBS = r"(?:(?:now|just|already|also|then|both|all|gone ahead and|went ahead and|therefore|\w+ly) )*"
_SELF = rf"\b(?:i|we) (?:(?:have|had) )?{_ADVERBS}"
_JUST_NOW = rf"\b(?:i (?:(?:have|had) )?|we (?:have|had) ){_ADVERBS}"
"""What "we" did, without a "have", may be long ago."""
_BEEN = rf"(?:\b(?:has|have) {_ADVERBS}been {_ADVERBS}|(?:'s|\b(?:is|are)) {_ADVERBS}|\b(?:was|were) successfully )"
_MAKING = phrases(
    "set up; put up; put through; put in place; booked; registered; arranged; organised; organized; requested; filed; "
    "submitted; processed; issued; made; placed; created; initiated; ordered; completed; scheduled; logged; sent; "
    "carried out; applied"
)
_STANDING = phrases("in place; done; complete; confirmed; on its way; on the way; underway; under way; through")
_MADE = f"(?:{'|'.join(_MAKING)})"
_THERE = f"(?:{'|'.join((*_MAKING, *_STANDING))})"
_MADE_LOOK = QuickLook((*_MAKING, *_STANDING))
"""What stands beside the name of a deed that is told of."""
_ITS = r"(?: (?:of|for|from|to|on) [^,;:?]{1,160}?)?"
_ANOTHER_THING = (
    r"(?! (?:polic|window|label|form|condition|rule|option|date|deadline|period|address|method|amount|card))"
)
_OF_TALK = r"(?! (?:(?:a few|some|many) )?(?:words|messages|e-?mails|views|notes)\b| you (?:on|about)\b| (?:my|our)\b)"
_PLAINLY = expression(r"\b(?:has|have)\b|'s\b|\b(?:was|were) successfully\b|\b(?:is|are) now\b")
"""In a message that asks something, what "is changed" may be the proposal."""
_DRAFTED = expression(
    r"\b(?:(?:my|the|our|these) notes?|summary|proposal|draft|plan|overview|outline|quote|estimate|preview|wording"
    r"|calculation)\b"
)
"""What an agent works on for itself before it asks."""
_AS_BEFORE = frozenset({"already", "still"})
_AT_ONCE = 1
"""The message in which something is said is the first, with place 0; the next one is 1."""


class _Rules(NamedTuple):
    """What tells of a deed."""

    deed: Deed
    by_self: re.Pattern[str]
    by_somebody: re.Pattern[str]
    things: re.Pattern[str]
    other: re.Pattern[str]
    thing_look: QuickLook | None

    def tells(self, clause: Clause, lexicon: Lexicon) -> re.Pattern[str] | None:
        """The way in which a clause tells of the deed as done just now."""
        for way in (self.by_self, self.by_somebody):
            found = way.search(clause.text)
            if found is not None and (found["noun"] or self._names(clause, lexicon)):
                return way
        return None

    def _names(self, clause: Clause, lexicon: Lexicon) -> bool:
        """Whether a clause names what the deed is done to."""
        slot = self.deed.slot
        if self.other.search(clause.text):
            return False
        return self.things.search(clause.text) is not None or (
            slot is not None
            and any(
                value.slot == slot and value.value.lower() in clause.text
                for value in values_in(clause.sentence.text, lexicon)
            )
        )


class _Book:
    """The rules for all deeds of a check, by the words that tell of them."""

    def __init__(self, check: Claims) -> None:
        self._by_tool: dict[str, list[_Rules]] = {}
        self._by_past: dict[str, list[_Rules]] = {}
        self._by_noun: dict[str, list[_Rules]] = {}
        for rules in map(_rules, check.deeds):
            deed = rules.deed
            for index, keys in ((self._by_tool, deed.tools), (self._by_past, deed.past), (self._by_noun, deed.nouns)):
                for key in keys:
                    index.setdefault(key, []).append(rules)
        self._past, self._nouns = QuickLook(self._by_past), QuickLook(self._by_noun)

    def done_by(self, tools: Collection[str]) -> list[_Rules]:
        """The deeds that calls of these tools are."""
        return [rules for tool in tools for rules in self._by_tool.get(tool, ())]

    def told_in(self, text: Said) -> list[_Rules]:
        """The deeds for which a text is worth a closer look."""
        told = [
            rules
            for word in self._past.found(text)
            for rules in self._by_past[word]
            if rules.thing_look is None or rules.thing_look.finds(text)
        ]
        nouns = self._nouns.found(text)
        if nouns and _MADE_LOOK.finds(text):
            told += [rules for noun in nouns for rules in self._by_noun[noun]]
        return told


class _Done(NamedTuple):
    """What has been done, and on which records."""

    rules: Sequence[_Rules]
    touched: Touched

    def may_be_of_another(self, text: str) -> bool:
        """Whether what a text tells of may have been done, and not on the record that it names."""
        return bool(self.rules) and self.touched.may_name_another(text)

    def tells(self, clause: Clause, lexicon: Lexicon) -> bool:
        """Whether a clause tells of something that has been done."""
        return any(
            rules.tells(clause, lexicon) and not self.touched.is_of_another(clause, rules.deed.tools)
            for rules in self.rules
        )


def judge(check: Claims, log: Log, domain: Domain) -> Iterator[Finding]:
    """Deeds that are told of, that nobody has done by the end, that no record shows, and that are not taken back."""
    book = _book(check)
    called = {call.event.name for call in (*log.successful, *log.writes)}
    done = _Done(book.done_by(called), Touched(log, domain))
    for heard in log.heard:
        told = book.told_in(said(heard.text))
        if told and not done.may_be_of_another(heard.text):
            told = [rules for rules in told if called.isdisjoint(rules.deed.tools)]
        if not told:
            continue
        for saying in sayings_of(heard):
            false = next((rules for rules in told if _claims(saying, rules, done, log, domain)), None)
            if false is not None:
                tools = list(false.deed.tools)
                yield broken_by(check, heard, saying.sentence.text, "and nothing of the kind was done", expected=tools)


def _claims(saying: Saying, rules: _Rules, done: _Done, log: Log, domain: Domain) -> bool:
    """Whether a sentence tells of the deed in a clause that tells of no other which has been done."""
    for clause in clauses(saying.sentence):
        way = rules.tells(clause, domain.lexicon)
        if (
            way is not None
            and clause.asserted()
            and not clause.of_the_past()
            and not done.tells(clause, domain.lexicon)
            and not (way is rules.by_somebody and _was_so(saying, rules.deed, log, domain))
            and _is_read(saying, clause, rules, domain)
            and not _is_taken_back(saying, rules.deed, log)
        ):
            return True
    return False


def _is_taken_back(saying: Saying, deed: Deed, log: Log) -> bool:
    """Whether later words take it back: they name the deed, what it was done to, or what was said.

    To say "that can't be done" of something plain and unheard of takes it back at once, and not after other talk.
    """
    plain = saying.sentence.plain
    named = (word for word in (*deed.past, *deed.things, *deed.upon) if word in plain)
    about = beginnings((*deed.nouns, *named), plain)
    return any(
        takes_back(later, about, by_name=deed.outright and place > _AT_ONCE)
        for place, later in enumerate(said_after(saying, log))
    )


def _was_so(saying: Saying, deed: Deed, log: Log, domain: Domain) -> bool:
    """Whether what is told need not be the agent's own deed: it may be how things stood before."""
    return not saying.sentence.vocabulary.isdisjoint(_AS_BEFORE) or shown(
        log, domain, deed.records, said=saying.sentence.text, until=saying.heard.seq
    )


def _is_read(saying: Saying, clause: Clause, rules: _Rules, domain: Domain) -> bool:
    """Whether the customer takes it for a claim, which the message does not leave to be settled."""
    if rules.deed.outright and _is_plainly_own(saying, clause, rules):
        return not leaves_open(clause.text, saying.heard.text, domain, tools=rules.deed.tools)
    if _is_left_open(saying, clause, rules, domain):
        return False
    if any(claims_done(alone, frozenset()) for alone in sentences(clause.text)):
        return True
    return may_claim(saying.sentence) and Act.CLAIM_DONE in _acts(saying, domain)


def _is_plainly_own(saying: Saying, clause: Clause, rules: _Rules) -> bool:
    return rules.by_self.search(clause.text) is not None and saying.sentence.vocabulary.isdisjoint(_AS_BEFORE)


def _is_left_open(saying: Saying, clause: Clause, rules: _Rules, domain: Domain) -> bool:
    if Act.HOLD in _acts(saying, domain):
        return True
    text = saying.heard.text
    return asks(text, domain) and (
        _DRAFTED.search(saying.sentence.plain) is not None
        or not (rules.by_self.search(clause.text) or _PLAINLY.search(clause.text))
        or leaves_open(clause.text, text, domain, tools=rules.deed.tools)
    )


def _acts(saying: Saying, domain: Domain) -> frozenset[Act]:
    """The acts of a sentence where it stands."""
    clauses_read = understand(saying.heard.text, domain.lexicon).clauses
    return frozenset(act for read in clauses_read if read.text == saying.sentence.text for act in read.acts)


@by_check
def _book(check: Claims) -> _Book:
    return _Book(check)


def _rules(deed: Deed) -> _Rules:
    past, noun = either(deed.past) + _OF_TALK, f"(?P<noun>{either(deed.nouns)}{_ANOTHER_THING})"
    return _Rules(
        deed=deed,
        by_self=expression(
            rf"{_JUST_NOW}{either(deed.past)} {either(deed.upon)}(?P<noun>)"
            if deed.upon
            else rf"{_SELF}(?:{past}|{_MADE} [^,;:?]{{0,40}}?{noun})"
        ),
        by_somebody=expression(
            rf"{either(deed.upon)}{_ITS} (?:has|have) {_ADVERBS}been {_ADVERBS}{either(deed.past)}(?P<noun>)"
            if deed.upon
            else rf"{_BEEN}{past}|{noun}{_ITS} ?(?:{_BEEN}{_THERE}|(?:has )?gone through|went through)"
        ),
        things=expression(either(deed.things) if deed.things else ""),
        other=expression(either(deed.other)),
        thing_look=QuickLook(deed.upon or deed.things) if deed.upon or (deed.things and deed.slot is None) else None,
    )
