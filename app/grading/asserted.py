"""What agents assert: the clauses of what they say that are no question, wish, condition, denial or report."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from simulators.understand.clauses import Sentence
from simulators.understand.words import expression

_PARTS = expression(r"[;:]\s|\s[\u2013\u2014-]\s|\bbut\b|\b(?:though|so)\b,?|,\s")
_JOINED = expression(
    r" (?:and|or) (?=(?:also |then |now |just )?(?:i|we|you|he|she|it|they|this|that|there|the|your|our|please)\b)"
)
_SAYS_SOMETHING = expression(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|i|we|you)\b|'s\b")
_ASIDE = expression(r" ?\([^()]*\)")
QUESTION = expression(
    r"(?:(?:and|or|so|then|now) )*(?:(?:which|what|who|whose|where|when|why|how)\b|(?:is|are|was|were|do|does|did|has"
    r"|have|will|would|can|could|shall|should|may) (?:i|we|you|it|this|that|these|those|there|the|your|any)\b)"
)
"""Begins a question."""
_NOT_MEANT = expression(
    r"\b(?:not only|no (?:problem|worries|trouble|longer|need|doubt|matter)|(?:do not|never|need not) (?:you )?worry)\b"
)
"""Negations that deny nothing of what is said."""
_DENIED = expression(
    r"\b(?:not|no|never|nor|neither|none|nothing|nobody|without|unable|cannot|instead of|rather than|fail(?:ed|s)?"
    r"|refused?|declined?)\b"
)
_SUPPOSED = expression(
    r"\b(?:if|unless|until|till|whether|when|whenever|before|provided|assuming|suppose|in case|would|could|should|might"
    r"|may|must|need|needs|(?<!your )wish|hope|want|wanted|usually|normally|typically|generally|probably|perhaps"
    r"|maybe|possibly|any|only|which|who|what|how|let me know|to confirm|for your (?:approval|confirmation|review)"
    r"|draft)\b"
)
_REPORTED = expression(
    r"\b(?:you(?: have| had| were| are| also| just)* (?:said|say|saying|ask|asked|asking|mention|mentioned|told|wrote"
    r"|expect|expected|thought|read|wanted|like)|understand|according to|(?<!will )see|sees|saw|seen|shows?|showing"
    r"|shown|found|looks? like|seems?|appears?|apparently|indicates?|colleague|somebody|someone|they said|claims?)\b"
)
_BEFORE_NOW = expression(
    r"\b(?:ago|yesterday|earlier|previous(?:ly)?|last (?:week|month|year|time|\w+day)|in the past|at the time"
    r"|originally|back then|(?<!this )once|recently|since|as of|dated)\b"
    r"|\b(?:on|in|since) (?:the )?(?:\d\d?(?:st|nd|rd|th)? (?!hours?\b|minutes?\b)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)(?:uary"
    r"|ruary|ch|il|ust|t?ember|ober)?\b)|\b\d{4}-\d\d-\d\d\b"
)
_EXCUSES = expression(
    r"\b(?:sorry|apolog\w+|unfortunately|afraid|regret\w*|sadly|correct(?:ion|ed)|actually|in fact)\b"
)
_MISTAKEN = expression(
    r"\b(?:(?<!ordered by )mistake\w*|in error|misspoke|premature\w*|spoke too soon|(?:i|we) (?:was|were|am|are) wrong"
    r"|(?:i|we) (?:have )?(?:got|had) (?:that|this|it) wrong|scratch that|take (?:that|it) back|disregard)\b"
)
_UNDONE = expression(
    r"\b(?:has|have|had|did|was|were) not (?:\w+ ){0,2}?(?:been|be|go|gone|done|made|taken|take|worked?|come"
    r"|happen(?:ed)?|succeed(?:ed)?|completed?|carried)\b"
    r"|\b(?:it|that|this|which|order|what i (?:said|wrote)) (?:is|was) not (?:\w+ )?(?:so|true|right|correct|done"
    r"|the case|(?!allowed|permitted|offered|provided|supported|accepted)\w+ed)\b"
    r"|\bnothing (?:has|have|had|was|is) (?:been )?\w+|\b(?:did|does) not (?:go|work|come)\b"
)
_OF_WHAT_WAS_SAID = expression(
    r"\bnothing\b|\b(?:has|have|had|was) not been done\b"
    r"|\b(?:do|did|done|make|made|said|promised?|claim(?:ed)?|offer(?:ed)?) (?:it|that|this|so|anything(?! about))\b"
    r"|\bnot (?:(?:been|able to|actually|yet) )*\w+ (?:it|that|this|them)(?: (?:after all|yet|for you))?\W*(?:$|[,:;])"
    r"|\b(?:what|as) i (?:have )?(?:just )?(?:said|wrote|told|promised|claimed)\b"
    r"|\b(?:it|that|this) (?:(?:has|have|had|did) not|(?:is|was) not (?:\w+ )?(?:so|true|right|correct|done|the case"
    r"|possible|(?!allowed|permitted|offered|provided|supported|accepted)\w+ed))\b"
    r"|\b(?:it|that|this) (?:can|could|will|would) not(?: (?:be done|happen|work|go)\b|\W*$)"
    r"|\b(?:that|this) (?:can|could|will|would) not\b"
)
"""Stands in words about what was said before, whatever that was."""
_POINTED = expression(
    r"\b(?:that|this|those|these|such an?) (?!(?:the|an?|your|my|our|its?|you|i|we|they|there)\b)([\w$.-]+ ?[\w-]*)"
)
_CANNOT = expression(
    r"\b(?:i|we) (?:can|could|will|would|may|shall|am|are) not\b|\b(?:can|could|will) not be\b"
    r"|\bnot (?:\w+ )?(?:possible|allowed|permitted|available|ours to give)\b|\bimpossible\b"
)
_MONEY = frozenset({"money", "refund", "amount", "reimburs"})
_OF_MONEY = expression(r"\$\d|\b(?:money|refund\w*|credited|reimbursed|amount|sum)\b")
_AMOUNT = re.compile(r"\$\d[\d,]*(?:\.\d\d)?")
_WORD = re.compile(r"[\w$-][\w$.,-]*")
_ENDING = re.compile(r"(?<=\w\w\w)(?:(?<=([bdgklmnprt]))\1ed|(?<=\w\w\w\w)(?:ied|ed|es|e|s)|(?<=e)[ds]|s)$")
_COMMON = frozenset({"your", "this", "order", "orders", "for", "the", "and"})
"""Words that name nothing in particular."""


class Clause(NamedTuple):
    """A part of a sentence that stands for itself, in lower case with contractions written out."""

    text: str
    sentence: Sentence
    asks: bool = False
    """Whether it is asked rather than told."""

    def denied(self) -> bool:
        """Whether it says no to something."""
        return _DENIED.search(_NOT_MEANT.sub(" ", self.text)) is not None

    def asserted(self) -> bool:
        """Whether it is meant as it stands."""
        text = _NOT_MEANT.sub(" ", self.text)
        return not (self.asks or _DENIED.search(text) or _SUPPOSED.search(text) or self.reported())

    def reported(self) -> bool:
        """Whether it tells what somebody has said, or what somewhere is to be seen."""
        return _REPORTED.search(self.sentence.plain) is not None

    def of_the_past(self) -> bool:
        """Whether it tells of another day than this one."""
        return _BEFORE_NOW.search(self.text) is not None


@lru_cache(maxsize=512)
def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order, without what stands in brackets.

    In a question all of them ask, but for those before one that begins like a question: "I've checked it, so shall I".
    """
    found = list(_parts(sentence))
    begins = next((at for at, text in enumerate(found) if QUESTION.match(text)), 0) if sentence.question else len(found)
    return tuple(Clause(text, sentence, asks=at >= begins) for at, text in enumerate(found))


def asked_part(sentence: Sentence) -> str:
    """The words in which a sentence asks; for one that is no question, all of it."""
    asked = [clause.text for clause in clauses(sentence) if clause.asks]
    return ", ".join(asked) or sentence.plain


def _parts(sentence: Sentence) -> Iterator[str]:
    for part in _PARTS.split(_ASIDE.sub(" ", sentence.plain)):
        begun = ""
        for piece in _JOINED.split(part.strip()):
            begun += f" and {piece}" if begun else piece
            if _SAYS_SOMETHING.search(piece):
                yield begun
                begun = ""
        if begun:
            yield begun


def beginnings(phrases: Iterable[str], text: str) -> frozenset[str]:
    """How words begin that name what is told of: those of the phrases that are longer, the amounts of a text, and where
    it is of money, the words for it."""
    words = {word for phrase in phrases for word in phrase.split() if len(word) > 2 and word not in _COMMON}
    money = _MONEY if _OF_MONEY.search(text) else frozenset()
    return frozenset(_ENDING.sub("", word) for word in words) | frozenset(_AMOUNT.findall(text)) | money


def admits_a_mistake(said: Sequence[Sentence]) -> bool:
    """Whether something said before is called a mistake."""
    return any(_MISTAKEN.search(sentence.plain) for sentence in said if not sentence.question)


def takes_back(said: Sequence[Sentence], about: Collection[str] | None = None, *, by_name: bool = False) -> bool:
    """Whether something said before is a mistake, or has not been done, or there is an excuse for a no.

    With the beginnings of words that name it, a no or what is not done has to be about it; "by name", a mere "it" for
    it is not enough. What points to it needs no excuse: "I can't give you that money".
    """
    for sentence in said:
        if sentence.question:
            continue
        if _MISTAKEN.search(sentence.plain):
            return True
        if (_UNDONE.search(sentence.plain) or _is_excuse(sentence)) and _is_about(sentence, about, by_name=by_name):
            return True
        if about and _is_pointed_no(sentence, about):
            return True
    return False


def _is_pointed_no(sentence: Sentence, about: Collection[str]) -> bool:
    return any(
        _CANNOT.search(clause.text) is not None
        and any(
            word.startswith(tuple(about)) for found in _POINTED.finditer(clause.text) for word in found[1].split(" ")
        )
        for clause in clauses(sentence)
    )


def _is_excuse(sentence: Sentence) -> bool:
    return _EXCUSES.search(sentence.plain) is not None and any(clause.denied() for clause in clauses(sentence))


def _is_about(sentence: Sentence, about: Collection[str] | None, *, by_name: bool) -> bool:
    if about is None or (not by_name and _OF_WHAT_WAS_SAID.search(sentence.plain)):
        return True
    return any(word.startswith(tuple(about)) for word in _WORD.findall(sentence.plain))
