"""The check that the agent says nothing as so that no tool and no rule tells: when things come, what others will do."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.grading.asserted import beginnings, clauses, takes_back
from app.grading.log import Log
from app.grading.on_record import shown
from app.grading.sayings import Saying, broken_by, first_told, said_after
from app.grading.verdict import Finding
from app.grading.wordings import Said, by_check, either
from domains.kit.checks import Guess, Guesses
from domains.kit.domain import Domain
from simulators.understand.clauses import Sentence
from simulators.understand.words import expression, listed

_REPORTED = expression(
    r"\byou(?: have| had| were| are| also| just| would)* (?:said|say|saying|ask|asked|asking|mention|mentioned|told"
    r"|wrote|expect|expected|thought|read|wanted|want|need|like|hoped?)\b|\b(?:told you|promised)\b"
)
_HEARD = expression(r"\b(?:understand|according to)\b")
_UNSURE = expression(
    r"\b(?:can|could|do|does|should|would|will|must) not (?:have |really |actually )?(?:say|said|promise[ds]?|know|tell"
    r"|told|guarantee|give you)\b|\b(?:not|no) (?:certain|sure|guaranteed?|promise)\b"
    r"|\bunable to (?:say|promise|tell)\b"
)
_TELLING = 5
_WORD = re.compile(r"[a-z0-9]+")
_HIDDEN = listed("i we will would can could is are am have has not")


class _Rules(NamedTuple):
    """What tells of a guess."""

    guess: Guess
    looks: tuple[frozenset[str], ...]
    parts: tuple[re.Pattern[str], ...]
    other: re.Pattern[str]
    grounds: re.Pattern[str]

    def may_stand_in(self, text: Said) -> bool:
        """A quick look at a text."""
        return self._has_words(text.words)

    def _has_words(self, words: frozenset[str]) -> bool:
        return not any(map(words.isdisjoint, self.looks))

    @property
    def tools(self) -> Sequence[str]:
        """What tells of it."""
        return self.guess.tools

    def tells(self, sentence: Sentence) -> bool:
        """Whether a sentence has all parts of it, none of them in a clause that asks or says no."""
        plain = sentence.plain
        if not self._has_words(sentence.vocabulary) or not all(part.search(plain) for part in self.parts):
            return False
        if self.other.search(plain) or _REPORTED.search(plain):
            return False
        meant = [
            clause.text
            for clause in clauses(sentence)
            if not (clause.asks or clause.denied() or _HEARD.search(clause.text))
        ]
        if self.guess.in_order:
            return any(_in_order(self.parts, text) for text in meant)
        return all(any(part.search(text) for text in meant) for part in self.parts)

    def stands(self, saying: Saying, log: Log, domain: Domain) -> bool:
        """Whether nothing has grounded it, and no later words take it back."""
        until = saying.heard.seq
        if any(self.grounds.search((answer.reply.text or "").lower()) for answer in log.replies if answer.seq < until):
            return False
        if shown(log, domain, self.guess.records, said=saying.sentence.text, until=until):
            return False
        about = self._named(saying.sentence)
        return not any(
            (takes_back(later, about, by_name=True) or any(_UNSURE.search(sentence.plain) for sentence in later))
            and not any(map(self.tells, later))
            for later in said_after(saying, log)
        )

    def _named(self, sentence: Sentence) -> frozenset[str]:
        """The longer words with which a sentence tells of it, of which one has to be in what takes it back."""
        words = " ".join(found[0] for part in self.parts if (found := part.search(sentence.plain)))
        return beginnings((word for word in words.split() if len(word) >= _TELLING), words)


def _in_order(parts: Sequence[re.Pattern[str]], text: str) -> bool:
    end = 0
    for part in parts:
        found = part.search(text, end)
        if found is None:
            return False
        end = found.end()
    return True


def judge(check: Guesses, log: Log, domain: Domain) -> Iterator[Finding]:
    """Guesses that nothing has grounded and that no later words take back."""
    for saying in first_told(_compiled(check), log, domain):
        yield broken_by(check, saying.heard, saying.sentence.text, "which nothing has told it")


def _look(part: Sequence[str]) -> frozenset[str]:
    """A word of each phrase, of which a text must have one; none where a phrase has only such as contractions hide."""
    words = [
        max((word for word in _WORD.findall(phrase) if word not in _HIDDEN), key=len, default="") for phrase in part
    ]
    return frozenset(words) if all(words) else frozenset()


@by_check
def _compiled(check: Guesses) -> tuple[_Rules, ...]:
    return tuple(
        _Rules(
            guess=guess,
            looks=tuple(look for part in guess.parts if (look := _look(part))),
            parts=tuple(expression(either(part)) for part in guess.parts),
            other=expression(either(guess.other)),
            grounds=expression(either(guess.said)),
        )
        for guess in check.guesses
    )
