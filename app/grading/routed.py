"""The check that money which changes move is said to go where it goes, and to be there only when it is."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

from app.grading.asserted import Clause, clauses, takes_back
from app.grading.log import Call, Heard, Log
from app.grading.personal import texts_in
from app.grading.played import opened
from app.grading.results import read_json, scalars
from app.grading.sayings import Saying, broken_by, said_after, sayings_of
from app.grading.things import rows_named
from app.grading.verdict import Finding
from app.grading.ways_told import MOVES, formed, ids_in, named_ways, speaks_of_ways
from app.grading.wordings import said
from domains.kit.changes import Actor
from domains.kit.checks import Routes
from domains.kit.domain import Domain
from domains.kit.records import JSON
from domains.kit.same import Same
from domains.kit.values import ValueKind
from simulators.understand.clauses import Sentence
from simulators.understand.values import values_in
from simulators.understand.words import expression

_LATER = expression(
    r"\b(?:once|when|as soon as|after|upon|until|arriv\w+|on (?:its )?(?:arrival|receipt)|will|would)\b"
)
_THERE = expression(
    r"(?:\$ ?\d[\d,.]*|\b(?:refund|money|amount)\b)[^,;:?]{0,40}?(?:"
    r"\b(?:is|are) (?:(?:now|already|back) )*(?:on|in) (?:your|the)\b"
    r"|\b(?:has|have) (?:(?:now|already|just) )*been (?:put|refunded|credited|paid|transferred|reimbursed)\b"
    r"|\b(?:has|have) (?:(?:now|already|just) )*(?:arrived|landed|gone out)\b)"
)
_OPEN = (
    r"if|unless|whether|could|should|might|may|can|or|either|rather|only|any|how|like you"
    r"|you (?:had |have |first |just )?(?:asked|wanted|said|mentioned|thought|expected|preferred|chose)"
)
_UNSURE = expression(rf"\b(?:would|{_OPEN})\b")
"""In a clause that sends no money anywhere, or tells of another's word."""
_NOT_PROPOSED = expression(rf"\b(?:{_OPEN}|was|were|had|instead|currently|at the moment|so far)\b")
"""In a clause of a proposal that is not about what is to be done."""
_IF_IT_WERE = expression(r"\bif\b[^;:]*\b(?:had|were|was)\b|\bwould have\b")
_OF_MONEY = expression(r"\b(?:refund\w*|money|card|wallet|credited|paid)\b|\$")
_SHORT = 4
"""So long a word names no record."""


def judge(check: Routes, log: Log, domain: Domain) -> Iterator[Finding]:
    """Sentences about a change that send its money elsewhere, or have it arrive before it does."""
    for message in (*_receipts(check, log, domain), *_proposals(check, log, domain)):
        if not message.own:
            continue
        for saying in sayings_of(message.heard):
            problem = message.trouble(saying.sentence)
            if problem is not None and not _is_taken_back(saying, log):
                own = sorted(message.own)
                yield broken_by(check, message.heard, saying.sentence.text, f"and {problem}", expected=own)


@dataclass(frozen=True)
class _Message(ABC):
    """What is said of changes."""

    check: Routes
    domain: Domain
    heard: Heard
    changes: Sequence[Call]
    """Those that it may be about."""
    beside: Sequence[str] = ()
    """Results in which the same records stand."""

    @cached_property
    def own(self) -> frozenset[str]:
        """The ids of payment methods in the arguments, the results and the rows of the changes."""
        sides = [side for call in self.changes for one in call.event.changes for side in (one.before, one.after)]
        begins = tuple(self.check.kinds.values())
        values = (one for value in (*sides, *(call.arguments for call in self.changes)) for one in scalars(value))
        given = (one for one in values if isinstance(one, str) and one.startswith(begins))
        contents = dict.fromkeys((*(call.event.content for call in self.changes), *self.beside))
        shown = (ids_in(begins).findall(content) for content in contents)
        return frozenset((*given, *chain.from_iterable(shown)))

    def trouble(self, sentence: Sentence) -> str | None:
        """What is wrong with where, or when, a sentence has money go."""
        if not self._concerns(sentence.plain):
            return None
        return next(filter(None, map(self._problem, clauses(sentence))), None)

    def _concerns(self, text: str) -> bool:
        """Whether there may be anything wrong with a sentence."""
        return speaks_of_ways(text, self.check)

    def _problem(self, clause: Clause) -> str | None:
        if not speaks_of_ways(clause.text, self.check) or clause.denied() or not self._is_told(clause):
            return None
        if clause.of_the_past() and not _LATER.search(clause.text):
            return None
        return self._goes_elsewhere(clause)

    @abstractmethod
    def _is_told(self, clause: Clause) -> bool:
        """Whether a clause tells where the money goes."""

    def _goes_elsewhere(self, clause: Clause) -> str | None:
        told = {
            (named["kind"], (named["brand"] or "").strip(), re.sub(r"\D", "", named["digits"] or "")): None
            for way in named_ways(tuple(self.check.kinds))
            for named in way.finditer(clause.text)
        }
        for kind, brand, digits in told:
            if not self._is_own(kind, brand, digits, clause.sentence.text):
                return f"no change sends money to that {kind}"
        if MOVES.search(clause.text):
            for form in formed(tuple(self.check.forms)).finditer(clause.text):
                begins = self.check.forms[form["form"]]
                if not (begins and any(one.startswith(begins) for one in self.own)):
                    return f"no change pays anything out as {form['form']}"
        return None

    def _is_own(self, kind: str, brand: str, digits: str, text: str) -> bool:
        """Whether the method that is named is one of the changes' own."""
        branded = brand != "" and f"{brand.title()} {kind}" in text
        found = self._of_kind(kind)
        if not found:
            # A gift card is a card, too, as long as no brand tells otherwise.
            return not branded and any(
                other.endswith(f" {kind}") and self._of_kind(other) for other in self.check.kinds
            )
        if not (digits or branded):
            return True
        ways = {way for one in found for way in self._short[one]}
        if digits and any(way.isdigit() for way in ways):
            return digits in ways
        brands = {way for way in ways if way.endswith(f" {kind}")}
        if not branded or not brands or len(found) > 1 or f"{brand} {kind}" in brands:
            return True
        # Of two cards of one brand, the brand is in short none of them.
        rows = rows_named(opened(self.domain), list(found))
        return any(text.lower() == brand for _, row in rows for text in texts_in(row))

    def _of_kind(self, kind: str) -> set[str]:
        return {one for one in self.own if one.startswith(self.check.kinds[kind])}

    @cached_property
    def _short(self) -> dict[str, frozenset[str]]:
        """How each method can be said in short, in lower case."""
        domain, argument = Same(self.domain), self.check.argument
        beside = [(call.event.name, _beside(call.arguments, argument)) for call in self.changes]
        return {
            one: frozenset[str]().union(*(_forms(domain, tool, given, argument, one) for tool, given in beside))
            for one in self.own
        }


def _beside(arguments: dict[str, JSON], argument: str) -> tuple[tuple[str, JSON], ...]:
    """The other arguments, without lists, which name the things that a change is about and not who pays."""
    return tuple((n, value) for n, value in arguments.items() if n != argument and not isinstance(value, list | dict))


@lru_cache(maxsize=4096)
def _forms(
    of_domain: Same[Domain], tool: str, beside: tuple[tuple[str, JSON], ...], argument: str, method: str
) -> frozenset[str]:
    """How a method can be said in short beside other arguments; the world as it was is the same for every session."""
    domain = of_domain.one
    if domain.mentions is None:
        return frozenset()
    ways = domain.mentions(opened(domain), tool, {**dict(beside), argument: method})
    return frozenset(text.lower() for texts in ways.get(argument, ()) for text in texts)


@dataclass(frozen=True)
class _Receipt(_Message):
    """The first message after a change."""

    new: int = 0
    """How many of the changes come right before it."""

    @cached_property
    def _pending(self) -> bool:
        """Whether all that the last changes bring the customer is due later."""
        results = [read_json(call.event.content) for call in self.changes[-self.new :]]
        return all(isinstance(result, dict) and not result.keys().isdisjoint(self.check.due) for result in results)

    def _concerns(self, text: str) -> bool:
        return self._pending or super()._concerns(text)

    def _is_told(self, clause: Clause) -> bool:
        return not clause.asks and _UNSURE.search(clause.text) is None

    def _problem(self, clause: Clause) -> str | None:
        if self._pending and self._is_there(clause):
            return "the money comes only later"
        return super()._problem(clause)

    def _is_there(self, clause: Clause) -> bool:
        return (
            _THERE.search(clause.text) is not None
            and self._is_told(clause)
            and clause.asserted()
            and not clause.of_the_past()
            and not _LATER.search(clause.sentence.plain)
        )


class _Proposal(_Message):
    """What the customer has agreed to right before changes."""

    def _is_told(self, clause: Clause) -> bool:
        return _NOT_PROPOSED.search(clause.text) is None and _IF_IT_WERE.search(clause.sentence.plain) is None


def _receipts(check: Routes, log: Log, domain: Domain) -> Iterator[_Message]:
    written = [call for call in log.writes if call.event.actor is Actor.AGENT]
    since = -1
    for heard in log.heard:
        new = [call for call in written if since < call.seq < heard.seq]
        if new and speaks_of_ways(said(heard.text).lower, check):
            changes = [call for call in written if call.seq < heard.seq]
            yield _Receipt(check, domain, heard, [*_made_of(heard, log), *changes], new=len(new))
        since = heard.seq


def _proposals(check: Routes, log: Log, domain: Domain) -> Iterator[_Message]:
    """The messages to which a yes was followed by all that they propose."""
    written = [call for call in log.writes if call.event.actor is Actor.AGENT]
    for heard in log.heard:
        made = _made_of(heard, log) if speaks_of_ways(said(heard.text).lower, check) else []
        if made and all(call.ok for call in made) and _is_about(heard.text, written, domain):
            yield _Proposal(check, domain, heard, written, _of_same(made, log))


def _made_of(heard: Heard, log: Log) -> list[Call]:
    """The changes that are made, or tried, on a yes to a message, up to the next one."""
    answer = next((answer for answer in log.replies if answer.seq > heard.seq), None)
    until = next((later.seq for later in log.heard if later.seq > heard.seq), None)
    if answer is None or answer.reply.stance != "agree":
        return []
    return [
        call
        for call in log.calls
        if answer.seq < call.seq and (until is None or call.seq < until) and (call.event.changes or not call.ok)
    ]


def _is_about(text: str, changes: Sequence[Call], domain: Domain) -> bool:
    """Whether the records that a text names are those of changes."""
    named = {value.value for value in values_in(text, domain.lexicon) if value.kind is ValueKind.ID}
    return all(any(one in call.event.content for call in changes) for one in named)


def _of_same(changes: Sequence[Call], log: Log) -> list[str]:
    """Results in which a record stands that changes name."""
    texts = (one for call in changes for one in call.arguments.values() if isinstance(one, str))
    keys = {text for text in texts if text.isalnum() and len(text) > _SHORT}
    contents = dict.fromkeys(call.event.content for call in log.successful)
    return [content for content in contents if any(key in content for key in keys)]


def _is_taken_back(saying: Saying, log: Log) -> bool:
    """Whether later words take back what was said of money: an excuse for something else does not."""
    return any(
        takes_back(said) and any(_OF_MONEY.search(sentence.plain) for sentence in said)
        for said in said_after(saying, log)
    )
