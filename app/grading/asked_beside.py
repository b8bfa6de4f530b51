"""What a message asks beside what it tells: only a question about the very thing may leave it open.

"I've cancelled it. Which address should I use?" tells and asks, and the telling stands. "I've changed the postcode. Is
that correct?" may ask for the yes to what it words as done. Where either could be meant, the telling is left open.
"""

from collections.abc import Iterator, Sequence

from app.grading.asserted import asked_part
from app.grading.written import deeds
from domains.kit.domain import Domain
from simulators.understand.acts import Act, Clause
from simulators.understand.clauses import Sentence, sentences
from simulators.understand.reader import understand
from simulators.understand.words import expression

_PROPOSES = frozenset({Act.CONFIRM, Act.OFFER})
_BESIDES = expression(r"\b(?:also|as well|in addition|additionally|besides)\b|\btoo\W*$")
_POINTS_BACK = expression(
    r"\b(?:this|that|it|its|these|those|them|everything|all|so|above|details?|summary|changes?|proceed|go ahead"
    r"|go-ahead|continue|confirm\w*|agree\w*|approv\w*|correct|right|okay|ok|fine|good|ready|yes)\b"
)
_SHORT = 3
"""So few words ask about what was just said: "shall I?"."""


def asks(text: str, domain: Domain) -> bool:
    """Whether a message asks for anything in order to go on."""
    return bool(understand(text, domain.lexicon).acts & (_PROPOSES | {Act.REQUEST}))


def leaves_open(
    told: str, text: str, domain: Domain, *, tools: Sequence[str], but: Sentence | None = None, requests: bool = True
) -> bool:
    """Whether a message may ask for a yes to what it has told, or, with `requests`, for what one of the tools needs for
    it; `but` is a statement that is told and asks nothing itself."""
    return any(
        _may_mean(question, asked, told, domain)
        if question.acts & _PROPOSES
        else requests and _is_needed(question.slots, tools, domain) and not _is_another(asked, told, domain)
        for question, asked in _questions(text, domain, but)
    )


def _questions(text: str, domain: Domain, but: Sentence | None) -> Iterator[tuple[Clause, str]]:
    """What a message asks, and in which words."""
    for clause in understand(text, domain.lexicon).clauses:
        told = but is not None and clause.text == but.text and not but.question and Act.CONFIRM not in clause.acts
        if clause.acts & (_PROPOSES | {Act.REQUEST}) and not told:
            yield clause, " ".join(asked_part(sentence) for sentence in sentences(clause.text))


def _may_mean(question: Clause, asked: str, told: str, domain: Domain) -> bool:
    """Whether a yes to a proposal could be one to what was told."""
    if _BESIDES.search(asked) or _is_another(asked, told, domain):
        return False
    points_back = _POINTS_BACK.search(asked) is not None or len(asked.split()) <= _SHORT
    return points_back or bool(question.slots or deeds(asked, domain.lexicon))


def _is_another(asked: str, told: str, domain: Domain) -> bool:
    """Whether a question names another deed than what was told."""
    named, done = deeds(asked, domain.lexicon), deeds(told, domain.lexicon)
    return bool(named and done) and named.isdisjoint(done)


def _is_needed(slots: Sequence[str], tools: Sequence[str], domain: Domain) -> bool:
    """Whether one of the tools takes something that is asked for, by its name or those of its arguments."""
    taken = [
        name
        for key in tools
        if (tool := domain.toolbox.get(key)) is not None
        for name in (key, *tool.parameters.get("properties", {}))
    ]
    known = {slot.key for slot in domain.lexicon.slots if not slot.key.endswith("choice")}
    return any(slot not in known or any(slot in name for name in taken) for slot in slots)
