"""The check that what is said to be in stock, or not to be, is so by what the tools have shown of it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.grading.asserted import Clause, admits_a_mistake, clauses
from app.grading.goods import Goods, Named, goods_shown, named_after, named_before, tokens
from app.grading.log import Heard, Log
from app.grading.sayings import Saying, broken_by, said_after, sayings_of
from app.grading.verdict import Finding
from app.grading.wordings import QuickLook, by_check, said
from domains.kit.facts import Stock
from simulators.understand.clauses import Sentence
from simulators.understand.words import expression, listed

_BETWEEN = listed(
    "is are it they this that one and but costs cost priced price comes come to at for more less than you paid pay in",
    "today now currently right presently present still also again both all each moment the just not no longer",
    ", ( ) : \u2013 \u2014 | -",
)
"""Stands between what is named and what is said of its stock: "costs $31.00 today, and it is"."""
_AFTER = listed("right now at the moment today currently present again anymore any more longer")
_PLACES = frozenset({"in", "as", "with", "for", "from", "until", "till", "to"})
_APART = frozenset({";", "but", "while", "whereas", "though", "although"})
_OF_OTHERS = listed(
    "other others another every each any most some few several none neither nor either only half bigger smaller",
    "larger shorter longer else remaining rest next different same except apart besides cheaper alternative",
    "alternatives similar almost nearly soon running will be been was were not no never without",
)
"""Beside one of them the statement is about something else than what is named, or about another time."""
_BELONGING = frozenset({"of", "for", "with", "to"})
"""Begins what only belongs to the subject: "an exchange of the jacket"."""
_DENIED = expression(r"\bnot\b|\bno longer\b")
_LACKS = expression(r"(?:\bno|\bnot (?:seem to )?(?:have|got|find|see|spot)(?: (?:any|an?|the))?)$")


class _Stated(NamedTuple):
    """Words about stock in a sentence."""

    said: list[str]
    start: int
    end: int
    there: bool
    deniable: bool = True
    """Whether its denial says the opposite."""


class _Claim(NamedTuple):
    """A statement about the stock of some variants."""

    saying: Saying
    variants: frozenset[tuple[str, ...]]
    """Those that may be meant, by product and option values."""
    there: bool
    false: bool


def judge(check: Stock, log: Log) -> Iterator[Finding]:
    """Statements about stock that hold of no variant that may be meant, unless the agent puts them right later."""
    claims = [claim for heard in log.heard if _speaks(check, heard) for claim in _claims(check, heard, log)]
    for at, claim in enumerate(claims):
        if claim.false and not _is_put_right(claim, claims[at + 1 :], log):
            saying, variants = claim.saying, [" ".join(variant) for variant in sorted(claim.variants)]
            text = saying.sentence.text
            yield broken_by(check, saying.heard, text, "and the look-up shows otherwise", expected=variants)


def _speaks(check: Stock, heard: Heard) -> bool:
    return _phrases(check).finds(said(heard.text))


@by_check
def _phrases(check: Stock) -> QuickLook:
    return QuickLook((*check.there, *check.offered, *check.gone))


def _claims(check: Stock, heard: Heard, log: Log) -> Iterator[_Claim]:
    shown = goods_shown(check, log, until=heard.seq)
    if not shown:
        return
    wished = [answer.reply.text or "" for answer in log.replies if answer.seq < heard.seq]
    spoken = [*wished, *(other.text for other in log.heard if other.seq <= heard.seq)]
    for saying in sayings_of(heard):
        for stated in _stated(check, saying.sentence):
            named = _subject(stated, shown)
            if named is None or not _is_plain(saying.sentence, stated, named):
                continue
            variants, denied = named.meant(spoken, wished), _is_denied(stated, named)
            there = stated.there is not denied
            if variants and (stated.deniable or not denied):
                yield _Claim(
                    saying,
                    frozenset(variant.key for variant in variants),
                    there=there,
                    false=all(variant.there is not there for variant in variants),
                )


def _stated(check: Stock, sentence: Sentence) -> Iterator[_Stated]:
    phrases = (*check.there, *check.offered, *check.gone)
    if sentence.vocabulary.isdisjoint(phrase.split()[-1] for phrase in phrases):
        return
    said = tokens(sentence.plain)
    for phrase in phrases:
        words = phrase.split()
        for at in range(len(said) - len(words) + 1):
            if said[at : at + len(words)] == words:
                there, deniable = phrase not in check.gone, phrase not in check.offered
                yield _Stated(said, at, at + len(words), there, deniable)


def _subject(stated: _Stated, shown: tuple[Goods, ...]) -> Named | None:
    """What the statement is about: named before it, and perhaps after it, as in "out of stock in 13 inch"."""
    end = stated.start
    while end > 0 and _is_between(stated.said[end - 1]) and not _ends_a_name(stated.said, end, shown):
        end -= 1
    named = named_before(stated.said, end, shown)
    at = stated.end
    while at < len(stated.said) and stated.said[at] in _AFTER:
        at += 1
    if named is None or at >= len(stated.said) or stated.said[at] not in _PLACES:
        return named
    more = named_after(stated.said, at + 1, shown)
    return named.and_also(more) if more is not None and more.values else None


def _ends_a_name(said: Sequence[str], end: int, shown: tuple[Goods, ...]) -> bool:
    """Whether a word that may stand between is part of what is named."""
    return any(tuple(said[end - size : end]) in goods.values for goods in shown for size in (1, 2) if size <= end)


def _is_between(word: str) -> bool:
    return word in _BETWEEN or word.startswith("$")


def _is_denied(stated: _Stated, named: Named) -> bool:
    """Whether it says the opposite of its words about stock: "is not in stock", "we have no teal ones in stock"."""
    between = " ".join(stated.said[named.end : stated.start])
    return _DENIED.search(between) is not None or _LACKS.search(" ".join(stated.said[: named.start])) is not None


def _is_plain(sentence: Sentence, stated: _Stated, named: Named) -> bool:
    """Whether the statement stands by itself, and tells of just what it names."""
    said = stated.said
    begin = max((at + 1 for at in range(named.start) if said[at] in _APART), default=0)
    until = next((at for at in range(stated.end, len(said)) if said[at] in {",", "and", *_APART}), len(said))
    before = _LACKS.sub("", " ".join(said[begin : named.start]))
    around = _DENIED.sub("", " ".join((before, *said[named.end : stated.start], "|", *said[stated.end : until])))
    if not _OF_OTHERS.isdisjoint(around.split()) or said[named.start] in _BELONGING:
        return False
    asks = any(clause.asks and stated.said[stated.end - 1] in clause.text for clause in clauses(sentence))
    clause = Clause(around, sentence, asks=asks)
    return clause.asserted() and not clause.of_the_past()


def _is_put_right(claim: _Claim, later: Sequence[_Claim], log: Log) -> bool:
    """Whether the agent takes a statement back, or says the opposite of the same variants later."""
    return any(
        other.there is not claim.there and not other.variants.isdisjoint(claim.variants) for other in later
    ) or any(map(admits_a_mistake, said_after(claim.saying, log)))
