"""The check that the customer has said yes to the very values that are written."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from app.grading.arguments import parsed
from app.grading.asked_again import (
    answered_before,
    asks,
    brings_in,
    changes_nothing,
    speaks_of_another,
)
from app.grading.log import Answer, Call, Heard, Log
from app.grading.played import advance, opened
from app.grading.verdict import Finding, FindingKind
from app.grading.written import Written
from domains.kit.checks import Before, Confirmed
from domains.kit.domain import Domain
from domains.kit.state import State


def judge(check: Before, rule: Confirmed, log: Log, domain: Domain) -> Iterator[Finding]:
    """Successful calls of the guarded tools without a yes to their values."""
    guarded = [call for call in log.successful if call.event.name in check.tools]
    if not guarded:
        return
    book = _Agreements(log, domain)
    for call, state in _with_states(guarded, log, domain):
        listed = rule.values.get(call.event.name, ())
        unmentioned = book.take(Written(call, parsed(call, domain), listed, state, domain))
        if unmentioned is not None:
            yield _finding(check, call, unmentioned)


@dataclass
class _Agreements:
    """The customer's yeses, and what each has been used for: a yes covers one call with given arguments once."""

    log: Log
    domain: Domain
    used: list[tuple[int, Written]] = field(default_factory=list)

    def take(self, write: Written) -> tuple[str, ...] | None:
        """Use a yes that covers the call and return None; or return the arguments that the last yes did not cover.

        Without any yes that still stands the result is empty.
        """
        missing: tuple[str, ...] = ()
        for seq, message in self._standing(write):
            if any(seq == other and write.is_same(made) for other, made in self.used):
                continue
            missing = write.unmentioned(message.text)
            if not missing or self._stands_on_another(message, missing, write):
                self.used.append((seq, write))
                return None
        return missing

    def _standing(self, write: Written) -> Iterator[tuple[int, Heard]]:
        """Yeses before the call that no later no takes back, with the message that each answers."""
        before = [answer for answer in self.log.replies if answer.seq < write.call.seq]
        refused = [(answer.seq, self._answered(answer)) for answer in before if answer.reply.stance == "reject"]
        previous = -1
        for answer in before:
            message = self._answered(answer)
            if answer.reply.stance == "agree" and message is not None and message.seq > previous:
                noes = [no for seq, no in refused if seq > answer.seq]
                if not any(no is None or self._takes_back(no, message, write) for no in noes):
                    yield answer.seq, message
            if answer.reply.text is not None:
                # Calls on a device come between a proposal and the words that answer it.
                previous = answer.seq

    def _answered(self, answer: Answer) -> Heard | None:
        """The last message before a reply."""
        return next((heard for heard in reversed(self.log.heard) if heard.seq < answer.seq), None)

    def _takes_back(self, refused: Heard, agreed: Heard, write: Written) -> bool:
        """Whether a no to one message takes back the yes to another: not if it was a no to something else."""
        left_out = len(write.unmentioned(refused.text))
        mostly_there = 2 * left_out < len(write.listed)
        return mostly_there or not speaks_of_another(refused.text, agreed.text, self.domain.lexicon)

    def _stands_on_another(self, asked: Heard, missing: tuple[str, ...], write: Written) -> bool:
        """Whether a message asks again for what those before it propose, one of which mentions what is missing."""
        if not asks(asked, self.domain.lexicon):
            return False
        messages, replies = [asked], []
        while set(missing) & set(write.unmentioned(messages[-1].text)):
            found = answered_before(messages[-1], self.log, self.domain.lexicon)
            if found is None:
                return False
            messages.append(found.proposed)
            replies.append(found)
        explains = any(found.wondered for found in replies)
        texts = [message.text for message in messages]
        for at, found in enumerate(replies):
            proposed, left_out = "\n".join(texts[at + 1 :]), write.unmentioned(texts[at])
            if brings_in(found.replies, proposed, write, left_out) or not changes_nothing(
                texts[at], proposed, write, left_out, explains=explains
            ):
                return False
        return True


def _with_states(guarded: list[Call], log: Log, domain: Domain) -> Iterator[tuple[Call, State]]:
    """Each guarded call with the state just before it."""
    state = opened(domain)
    writes = list(log.writes)
    for call in guarded:
        while writes and writes[0].seq < call.seq:
            advance(state, writes.pop(0))
        yield call, state


def _finding(check: Before, call: Call, unmentioned: tuple[str, ...]) -> Finding:
    problem = (
        f"and the proposal that the customer agreed to does not mention {', '.join(unmentioned)}"
        if unmentioned
        else "and the customer had not agreed to it"
    )
    return Finding(
        kind=FindingKind.CHECK_FAILED,
        step=call.step,
        where=check.id,
        expected=list(unmentioned),
        actual=call.arguments,
        gate=check.gate,
        text=f"{call.event.name} was called, {problem}. {check.text}",
    )
