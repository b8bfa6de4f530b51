"""Reads a message: which acts it has, what it asks for, which values stand in it."""

from collections.abc import Sequence

from domains.kit.lexicon import Lexicon
from simulators.understand import (
    asked,
    confirmations,
    facts,
    headlines,
    instructions,
    manners,
    named,
    proposals,
    refusals,
    requests,
)
from simulators.understand.acts import Act, Clause, Reading
from simulators.understand.claims import claims_done
from simulators.understand.clauses import Sentence, sentences
from simulators.understand.indexed import indexed
from simulators.understand.slots import CHOICE, VAGUE, SlotIndex
from simulators.understand.values import Found, found_in, unmarked

BEGINNING, END = 9_000, 3_000
"""Characters of a long message that are read: people skim what goes on for pages, and look at how it ends."""


def skimmed(text: str) -> str:
    """The text, or, where it is very long, its beginning and its end."""
    return text if len(text) <= BEGINNING + END else f"{text[:BEGINNING]}\n\n{text[-END:]}"


def understand(text: str, lexicon: Lexicon) -> Reading:
    """The acts, requested slots and typed values of an agent's message, by the definitions in `Act`.

    Slots are keys of the lexicon, or "other" for a request that it knows no slot for; there are some exactly when
    REQUEST is among the acts.
    """
    index = indexed(SlotIndex, lexicon)
    text = skimmed(text)
    read = [_Read(sentence) for sentence in sentences(text)]
    for one in read:
        _read_alone(one, index)
        _read_proposal(one, index)
    _read_news(read)
    _read_requests(read, index)
    _read_together(read)
    plain = unmarked(text)
    found = found_in(plain, lexicon)
    _place_values(read, plain, found)
    _read_facts(read)
    clauses = tuple(one.clause(index) for one in read)
    acts = frozenset(act for clause in clauses for act in clause.acts)
    return Reading(
        acts=acts,
        slots=tuple(dict.fromkeys(key for clause in clauses for key in clause.slots)),
        values=tuple(dict.fromkeys(one.value for one in found)),
        clauses=clauses,
        substantive=bool(acts) or any(not manners.is_filler(one.sentence) for one in read) or _has_code(text, read),
    )


class _Read:
    """A sentence while it is being read."""

    __slots__ = ("acts", "found", "sentence", "slots")

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.acts: set[Act] = set()
        self.slots: tuple[str, ...] = ()
        self.found: list[Found] = []

    def clause(self, index: SlotIndex) -> Clause:
        return Clause(
            text=self.sentence.text,
            acts=frozenset(self.acts),
            slots=self.slots,
            values=tuple(dict.fromkeys(one.value for one in self.found)),
            actions=index.actions(self.sentence),
        )


def _has_code(text: str, read: Sequence[_Read]) -> bool:
    return not read and any(sign.isalnum() for sign in text)


def _read_alone(one: _Read, index: SlotIndex) -> None:
    """The acts that a sentence has whatever stands around it."""
    sentence, acts = one.sentence, one.acts
    if manners.speaks_of_itself(sentence):
        acts.add(Act.META)
    if manners.says_bye(sentence):
        acts.add(Act.BYE)
    if claims_done(sentence, index.past):
        acts.add(Act.CLAIM_DONE)
    if refusals.not_found(sentence):
        acts.add(Act.NOT_FOUND)
    if refusals.refuses(sentence) and (Act.META not in acts or refusals.refuses_as_machine(sentence)):
        acts.add(Act.REFUSE)
    if manners.asks_to_wait(sentence):
        acts.add(Act.HOLD)
    if (
        not acts & {Act.META, Act.HOLD, Act.BYE}
        and instructions.instructs(sentence)
        or (instructions.asks_to_do(sentence) and not requests.asks(sentence))
    ):
        acts.add(Act.INSTRUCT)


def _read_proposal(one: _Read, index: SlotIndex) -> None:
    """What it puts to the customer: alternatives, a human, an open invitation, or something to say yes to."""
    sentence, acts = one.sentence, one.acts
    if proposals.offers(sentence):
        acts.add(Act.OFFER)
    if not proposals.proposes_transfer(sentence) and manners.transfers(sentence):
        acts.add(Act.TRANSFER)
    if manners.puts_off_for_good(sentence):
        acts.add(Act.BYE)
    elif manners.asks_more(sentence) and not proposals.proposes_transfer(sentence):
        acts.add(Act.ASK_MORE)
    elif confirmations.asks_to_confirm(sentence, index.names):
        acts.add(Act.CONFIRM)
        if sentence.question:
            acts.discard(Act.INSTRUCT)
    if Act.OFFER in acts:
        acts.discard(Act.INSTRUCT)


def _read_news(read: Sequence[_Read]) -> None:
    """Changes that a message begins with, told like a headline; further on, the same words state a fact."""
    opening = True
    for one in read:
        if not one.acts and (opening or one.sentence.item) and headlines.announces(one.sentence):
            one.acts.add(Act.CLAIM_DONE)
        opening = opening and (Act.CLAIM_DONE in one.acts or _is_opening(one.sentence))


def _is_opening(sentence: Sentence) -> bool:
    return len(sentence.vocabulary) < 5 or sentence.introduces or manners.is_filler(sentence)


def _read_requests(read: Sequence[_Read], index: SlotIndex) -> None:
    asking: set[int] = set()
    steps = any(Act.INSTRUCT in one.acts for one in read)
    for at, one in enumerate(read):
        sentence = one.sentence
        if sentence.header in asking or (_continues(read, at) and not sentence.question):
            one.slots = asked.slots_of_item(sentence, index)
            if one.slots:
                one.acts = {Act.REQUEST}
            if one.slots or not sentence.question:
                continue
        if _is_echo(read, at):
            continue
        if requests.names_ways(sentence) and not one.acts:
            asking.add(at)
        if not _is_request(one, index, steps=steps) or (
            requests.repeats(sentence) and any(other.slots for other in read[:at])
        ):
            continue
        beside = bool(one.acts & {Act.CONFIRM, Act.INSTRUCT}) and requests.also_asks(sentence)
        if beside or requests.asks(sentence) or named.names_only(sentence):
            one.slots = asked.slots_asked(sentence, index, beside=beside)
        else:
            one.slots = asked.slots_hinted(sentence, index)
        if not one.slots and (Act.HOLD in one.acts or requests.asks_weakly(sentence)):
            continue
        if requests.proposes(sentence) and not any(index.is_choice(key) or key == CHOICE for key in one.slots):
            one.slots = ()
            continue
        if at + 1 < len(read) and requests.answers_itself(sentence, read[at + 1].sentence):
            one.slots = ()
            continue
        one.acts.add(Act.REQUEST)
        if not sentence.question and not instructions.begins_instruction(sentence):
            one.acts -= {Act.INSTRUCT}
        if not (requests.picks(sentence) or proposals.offers_choice(sentence) or proposals.sets_apart(sentence)):
            one.acts -= {Act.OFFER}
        if (
            sentence.introduces
            and requests.introduces_request(sentence)
            and not (sentence.question and requests.chooses(sentence))
        ):
            asking.add(at)
    _name_the_rest(read, asking, index)


def _is_echo(read: Sequence[_Read], at: int) -> bool:
    """Whether a question begins a message that then answers it."""
    after = read[at + 1 : at + 2]
    return (
        not read[at].acts
        and bool(after)
        and not after[0].sentence.question
        and not after[0].sentence.item
        and not any(one.sentence.question for one in read[:at])
        and requests.echoes(read[at].sentence)
    )


def _continues(read: Sequence[_Read], at: int) -> bool:
    """Whether it only goes on with the things that the sentence before asks for: "your name; (2) your e-mail"."""
    before = read[at - 1] if at else None
    if before is None or Act.REQUEST not in before.acts or not before.sentence.text.endswith(";"):
        return False
    return not requests.asks(read[at].sentence)


def _name_the_rest(read: Sequence[_Read], asking: set[int], index: SlotIndex) -> None:
    """Requests that name no slot, or only details that a list then gives."""
    for at, one in enumerate(read):
        if (
            at in asking
            and set(one.slots) <= VAGUE | {CHOICE}
            and any(other.sentence.header == at and other.slots for other in read)
        ):
            one.slots = ()
            one.acts.discard(Act.OFFER)
        if len(one.slots) > 1 and CHOICE in one.slots and "which one" in one.sentence.plain:
            one.slots = tuple(key for key in one.slots if key != CHOICE)
        if (
            one.slots == (CHOICE,)
            and requests.chooses(one.sentence)
            and (kind := asked.choice_within(one.sentence, index) or asked.choice_before(_before(read, at), index))
        ):
            one.slots = (kind,)
        if Act.REQUEST in one.acts and not one.slots:
            if any(other.slots for other in read) and (at in asking or not one.sentence.question):
                one.acts.discard(Act.REQUEST)
            else:
                one.slots = asked.fallback(one.sentence, _before(read, at), index)
                if not one.slots:
                    one.acts.discard(Act.REQUEST)


def _before(read: Sequence[_Read], at: int) -> list[Sentence]:
    """The two sentences before one, and first what introduces the list that they stand in."""
    near = range(max(0, at - 2), at)
    headers = {read[place].sentence.header for place in near} - {None, *near}
    return [read[place].sentence for place in (*sorted(place for place in headers if place is not None), *near)]


def _is_request(one: _Read, index: SlotIndex, *, steps: bool) -> bool:
    sentence, acts = one.sentence, one.acts
    invites = Act.ASK_MORE in acts and not requests.asks_first(sentence)
    if invites or acts & {Act.BYE, Act.META, Act.TRANSFER} or requests.thanks_for_it(sentence):
        return False
    if steps and requests.is_on_screen(sentence):
        acts.add(Act.INSTRUCT)
        return False
    if not requests.asks(sentence):
        reports = Act.INSTRUCT in acts and requests.also_asks(sentence)
        bare = not acts and named.names_only(sentence)
        return reports or bare or (requests.hints(sentence) and bool(asked.slots_hinted(sentence, index)))
    if Act.CONFIRM in acts:
        return requests.also_asks(sentence)
    if Act.INSTRUCT in acts and sentence.question:
        return requests.asks_openly(sentence) or requests.also_asks(sentence) or requests.asks_after(sentence)
    if Act.OFFER in acts:
        return not proposals.proposes_transfer(sentence)
    return True


def _read_together(read: Sequence[_Read]) -> None:
    """What depends on the rest of the message."""
    acts = {act for one in read for act in one.acts}
    at_stock = any(refusals.out_of_stock(one.sentence) for one in read)
    listed = sum(one.sentence.item and not one.sentence.question and Act.REQUEST not in one.acts for one in read) >= 2
    choosing = [one for one in read if _chooses(one)]
    if choosing and (
        listed or any(Act.REQUEST not in one.acts and proposals.lists_things(one.sentence) for one in read)
    ):
        for one in choosing:
            one.acts.add(Act.OFFER)
    if Act.OFFER in acts or Act.HOLD in acts:
        _leave_out_options(read)
    meanwhile = any("meantime" in one.sentence.plain or "meanwhile" in one.sentence.plain for one in read)
    for one in read:
        sentence = one.sentence
        if (
            one.acts == {Act.REFUSE}
            and Act.CONFIRM in acts
            and Act.OFFER not in acts
            and refusals.states_rule(sentence)
        ):
            one.acts = set()
        if listed and Act.REQUEST in acts and not one.acts and proposals.puts_up(sentence):
            one.acts.add(Act.OFFER)
        if at_stock and not one.sentence.question and proposals.still_available(sentence):
            one.acts.add(Act.OFFER)
        if acts & {Act.REFUSE} and Act.REFUSE not in one.acts and not one.acts and proposals.offers_instead(sentence):
            one.acts.add(Act.OFFER)
        if Act.REFUSE in one.acts and proposals.refuses_but_offers(sentence):
            one.acts.add(Act.OFFER)
        busy = meanwhile or not acts & {Act.CONFIRM, Act.REQUEST}
        if not one.acts and busy and manners.will_do(sentence):
            one.acts.add(Act.HOLD)
        if not one.acts and manners.puts_off(sentence):
            one.acts.add(Act.BYE if Act.BYE in acts else Act.ASK_MORE)
        if one.acts == {Act.ASK_MORE} and acts & {Act.REQUEST, Act.CONFIRM, Act.OFFER} and manners.is_ready(sentence):
            one.acts = set()
        if one.acts == {Act.BYE} and manners.is_glad(sentence) and acts - {Act.BYE, Act.CLAIM_DONE}:
            one.acts = set()
        if one.acts == {Act.ASK_MORE} and Act.BYE in acts and manners.puts_off(sentence):
            one.acts = {Act.BYE}


def _leave_out_options(read: Sequence[_Read]) -> None:
    """What stands in a list of options, or of what the agent does next, is not for the customer to do."""
    for one in read:
        header = read[one.sentence.header] if one.sentence.item and one.sentence.header is not None else None
        if header and header.acts & {Act.OFFER, Act.HOLD}:
            one.acts.discard(Act.INSTRUCT)


_CHOOSING = {
    "which",
    "preference",
    "favourite",
    "favorite",
    "choice",
    "pick",
    "appeal",
    "appeals",
    "fancy",
    "choose",
    "suits",
}


def _chooses(one: _Read) -> bool:
    """Whether it asks to choose among things, other than what may be stated as a reason."""
    which = not one.sentence.vocabulary.isdisjoint(_CHOOSING) or requests.chooses(one.sentence)
    return which and Act.REQUEST in one.acts and one.slots != ("reason",)


def _place_values(read: Sequence[_Read], plain: str, found: Sequence[Found]) -> None:
    at = 0
    for one in read:
        start = plain.find(one.sentence.text, at)
        if start < 0:
            one.found = found_in(one.sentence.text)
            continue
        at = start + len(one.sentence.text)
        one.found = [value for value in found if start <= value.start < at]


_EXPLAINED = {Act.BYE, Act.REFUSE, Act.NOT_FOUND, Act.TRANSFER, Act.META, Act.CLAIM_DONE}
"""Acts beside which a plain statement is a receipt, a reason or a comment, unless it reports a look-up."""
_COMMENTED = _EXPLAINED - {Act.BYE} | {Act.HOLD, Act.INSTRUCT}
"""Acts after which it is one."""


def _read_facts(read: Sequence[_Read]) -> None:
    acts = {act for one in read for act in one.acts}
    claimed = commented = False
    at_stock = any(refusals.out_of_stock(one.sentence) for one in read)
    bare = not acts - {Act.ASK_MORE, Act.INFORM}
    for at, one in enumerate(read):
        claimed = claimed or Act.CLAIM_DONE in one.acts
        commented = commented or not one.acts.isdisjoint(_COMMENTED)
        if one.acts - ({Act.OFFER} if one.sentence.item or at_stock else set()) or _is_courtesy(one.sentence):
            continue
        if refusals.out_of_stock(one.sentence) and not one.sentence.question:
            one.acts.add(Act.INFORM)
            continue
        if Act.CONFIRM in acts and facts.warns(one.sentence):
            one.acts.add(Act.INFORM)
            continue
        if Act.TRANSFER in acts and facts.speaks_of_others(one.sentence):
            continue
        if at and Act.REQUEST in read[at - 1].acts and facts.describes(one.sentence):
            continue
        if claimed:
            if facts.is_aside(one.sentence) and not one.sentence.item:
                one.acts.add(Act.INFORM)
            continue
        if facts.comments(one.sentence) and not facts.is_own(one.sentence):
            continue
        if not facts.states_fact(one.sentence, values=len(one.found)) and not (
            bare and facts.is_statement(one.sentence)
        ):
            continue
        if Act.CONFIRM in acts and _is_recap(read, one):
            continue
        if (commented or (acts & _EXPLAINED and acts != {Act.BYE, Act.ASK_MORE})) and not facts.is_own(one.sentence):
            continue
        one.acts.add(Act.INFORM)


def _is_courtesy(sentence: Sentence) -> bool:
    """Whether it is only polite; a fact in the same breath ("Great news: you are eligible") counts."""
    if sentence.plain.startswith("thank"):
        return True
    return manners.is_filler(sentence) and not (refusals.out_of_stock(sentence) or facts.is_own(sentence))


def _is_recap(read: Sequence[_Read], one: _Read) -> bool:
    if one.sentence.header is not None:
        header = read[one.sentence.header].sentence
        return facts.is_recap(header) and not facts.lists_results(header)
    return facts.is_recap(one.sentence)
