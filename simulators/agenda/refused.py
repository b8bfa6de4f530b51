"""What a message refuses of what is wanted, so that no question beside the refusal is answered with it."""

from collections.abc import Iterator

from domains.kit.scenario import Fact, Want
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.moves import item_of
from simulators.agenda.naming import names_rival, says_right
from simulators.agenda.replaced import without_replaced
from simulators.agenda.sides import sides_of
from simulators.understand.acts import Act, Clause

_PUTS_UP = frozenset({Act.REQUEST, Act.CONFIRM, Act.OFFER})


def refused_wants(talk: Deliberation) -> tuple[Want, ...]:
    """The wants of the present goal that a message refuses by name, and puts up nowhere else; where it refuses without
    naming anything, those that the agent knows of and in whose place it offers something."""
    if not talk.underway():
        return ()
    refusing = [text for place in _refusing(talk) for text in _refused_parts(talk, place)]
    return tuple(
        want
        for want in (talk.wants() if refusing else ())
        if any(_refuses(talk, each, want) for each in refusing) and not _put_up(talk, want)
    )


def refuses_another(talk: Deliberation) -> bool:
    """Whether a message refuses only what would stand in the place of a want, and asks for a choice that has it."""
    if Act.REQUEST not in talk.acts:
        return False
    refusing = [text for place in _refusing(talk) for text in _refused_parts(talk, place)]
    if not refusing or refused_wants(talk):
        return False
    chosen = _parts_to_choose_from(talk)
    return all(
        any(_names_only_rival(text, want) and (_put_up(talk, want) or _names(chosen, want)) for want in talk.wants())
        for text in refusing
    )


def _names_only_rival(text: str, want: Want) -> bool:
    return names_rival(text, item_of(want), want.among) and not _names(text, want)


def _parts_to_choose_from(talk: Deliberation) -> str:
    """The parts of refusing clauses that name one thing or another and refuse neither: "..., only these or those"."""
    parts = (part for clause in talk.clauses(Act.REFUSE) for part in sides_of(talk, clause.text).rest)
    return "\n".join(part for part in parts if talk.cues.questions.either_or.search(part))


def left_possible(talk: Deliberation, clause: Clause) -> str:
    """What a clause says but for the parts of it that say no; nothing where the rest names nothing that is wanted."""
    rest = ", ".join(sides_of(talk, clause.text).rest)
    return rest if _names_a_want(talk, rest) else ""


def beside_rival(talk: Deliberation, clause: Clause) -> str:
    """What a clause says is possible of what is wanted, where it only says no to what would stand in its place."""
    sides = sides_of(talk, clause.text)
    rest, against = ", ".join(sides.rest), ", ".join(sides.against)
    wants = [want for want in talk.wants() if _names_only_rival(against, want) and _names(rest, want)]
    return rest if wants and not _names_a_want(talk, against) else ""


def _names_a_want(talk: Deliberation, text: str) -> bool:
    return any(_names(text, want) for want in talk.wants())


def is_refused(fact: Fact, refused: tuple[Want, ...]) -> bool:
    """Whether a fact says something of what is refused, as an address says its city."""
    return any(want.value in fact.value for want in refused)


def _refusing(talk: Deliberation) -> list[int]:
    """Where the clauses stand that refuse something: beside an offer also those that only say that it does not work."""
    offers, does_not_do = Act.OFFER in talk.acts, talk.cues.turns.does_not_do
    return [
        place
        for place, clause in enumerate(talk.heard.reading.clauses)
        if not talk.cues.side_note.search(clause.text)
        and (Act.REFUSE in clause.acts or (offers and not _asks(clause) and does_not_do.search(clause.text)))
    ]


def _refused_parts(talk: Deliberation, place: int) -> Iterator[str]:
    """The parts of a clause that say no; the whole clause where they name nothing, or the one before it;
    no text where nothing is named at all."""
    clauses = talk.heard.reading.clauses
    text = clauses[place].text
    before = [clauses[place - 1].text] if place and not _asks(clauses[place - 1]) else []
    for texts in (sides_of(talk, text).against, [text], before):
        if any(_names_any(talk, each) for each in texts):
            yield from texts
            return
    if Act.REFUSE in clauses[place].acts:
        yield ""


def _names_any(talk: Deliberation, text: str) -> bool:
    return any(_names(text, want) or names_rival(text, item_of(want), want.among) for want in talk.wants())


def _names(text: str, want: Want) -> bool:
    return says_right(text, item_of(want), want.among)


def _refuses(talk: Deliberation, text: str, want: Want) -> bool:
    """Whether what is refused is this want, and not what another one should not be; nothing is named in no text."""
    if not text:
        known = talk.has_wished(want) or any(_names(intent, want) for intent in talk.goal.intent)
        return known and any(names_rival(each.text, item_of(want), want.among) for each in talk.clauses(Act.OFFER))
    others = (other for other in talk.wants() if other.key != want.key)
    return _names(text, want) and not any(names_rival(text, item_of(each), each.among) for each in others)


def _put_up(talk: Deliberation, want: Want) -> bool:
    """Whether a clause that asks or offers names a want otherwise than as what something else would replace."""
    forms = (want.value, *want.say)
    asking = (clause.text for clause in talk.heard.reading.clauses if Act.REFUSE not in clause.acts and _asks(clause))
    return any(_names(without_replaced(text, forms, talk.cues), want) for text in asking)


def _asks(clause: Clause) -> bool:
    return bool(clause.acts & _PUTS_UP) or clause.text.rstrip().endswith("?")
