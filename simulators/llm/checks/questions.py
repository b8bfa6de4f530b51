"""Whether a text asks what its draft asks, and no more."""

import re
from collections.abc import Iterable

from domains.kit.scenario import Question, Scenario
from domains.kit.values import ValueKind
from simulators.agenda.moves import MoveKind
from simulators.llm.checks.fault import Fault
from simulators.llm.checks.secrets import stems
from simulators.llm.draft import Draft

_SENTENCE = re.compile(r"[^.!?\n]*[.!?]*")
_FAVOUR = re.compile(r"\b(?:can|could|can't|couldn't|would|will|won't) (?:you|we|i|it|that)\b", re.IGNORECASE)
_WANTS_TO_KNOW = re.compile(
    r"\b(?:tell|know|explain|what|when|which|why|who|where|how|status|list|give me|provide|much|many)\b", re.IGNORECASE
)
_TAG = re.compile(r"\b(?:right|ok(?:ay)?|yes|please|there|correct|really|sorry|pardon)\s*\?\s*\Z", re.IGNORECASE)
_ASKING = frozenset(
    {MoveKind.ASK, MoveKind.ASK_AGAIN, MoveKind.ASK_DONE, MoveKind.RELY, MoveKind.HESITATE, MoveKind.PROD}
)
_ASKS_ANYHOW = frozenset(
    {MoveKind.CONTEST, MoveKind.PRESS, MoveKind.HESITATE, MoveKind.NUDGE, MoveKind.PUZZLED, MoveKind.STATE_GOAL}
)
_WH = re.compile(r"\b(?:how|what|when|which|why|where|who)\b", re.IGNORECASE)
_KINDS: dict[ValueKind, re.Pattern[str]] = {
    ValueKind.MONEY: re.compile(
        r"\b(?:how much|price[ds]?|costs?|amount|total|sum|balance|pay|paid|charged?|refund(?:ed)?|worth|dearer|cheaper"
        r"|differ\w*|get back|come to|add up|comes to|left|expensive|bill\w*|fee|more)\b",
        re.IGNORECASE,
    ),
    ValueKind.DATE: re.compile(r"\b(?:when|date|day|how (?:soon|long|late)|until|latest|deadline)\b", re.IGNORECASE),
    ValueKind.NUMBER: re.compile(r"\b(?:how many|number|count)\b", re.IGNORECASE),
}
"""Words by which a question for a value of a kind is known."""


def questions_fault(text: str, draft: Draft) -> Fault | None:
    """What is wrong with the questions of a text, beside those of its draft."""
    asked, wanted = questions_in(text), questions_in(draft.text)
    if wanted and not asked and draft.kinds & _ASKING:
        return Fault("question", "the draft asks a question, and this does not")
    for key in draft.reply.asked:
        question = question_of(draft.scenario, key)
        if question is not None and asks_it(wanted, question) and not asks_it(asked, question):
            return Fault("question", f"the question about the {key.replace('_', ' ')} is not asked any more")
    new = _question_words(asked) - _question_words(wanted)
    if new and not draft.reply.asked and draft.kinds.isdisjoint(_ASKS_ANYHOW):
        return Fault("question", f"the draft does not ask {min(new)}")
    extra = [sentence for sentence in asked if _is_new(sentence, wanted)]
    if len(asked) > len(wanted) + 1 or (len(asked) > len(wanted) and extra):
        return Fault("question", "it asks more than the draft does")
    return None


def questions_in(text: str) -> list[str]:
    """The sentences of a text that end with a question mark."""
    return [part.strip() for part in _SENTENCE.findall(text) if part.strip().endswith("?")]


def question_of(scenario: Scenario, key: str) -> Question | None:
    """A question of the scenario by its key."""
    return next((each for goal in scenario.goals for each in goal.questions if each.key == key), None)


def asks_it(sentences: Iterable[str], question: Question) -> bool:
    """Whether one of the sentences asks the question: for its kind of value, with a word of it that means something."""
    words = stems(*question.say)
    kind = _KINDS.get(question.kind)
    return any(
        (kind is None or kind.search(sentence)) and (not words or words & stems(sentence)) for sentence in sentences
    )


def _question_words(sentences: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in _WH.findall(" ".join(sentences)))


def _is_new(sentence: str, wanted: Iterable[str]) -> bool:
    """Whether a question that the draft has not asks for something, rather than for a favour or a nod."""
    if _TAG.search(sentence) and not _WANTS_TO_KNOW.search(sentence):
        return False
    if _FAVOUR.search(sentence) and not _WANTS_TO_KNOW.search(sentence):
        return False
    known = stems(*wanted)
    return not stems(sentence) & known
