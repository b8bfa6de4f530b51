"""Reading the customer, as far as a scripted agent needs to: a plain yes, a question, a value that was said."""

import re

from domains.kit.scenario import Fact, Want
from domains.kit.values import ValueKind

_YES = re.compile(
    r"\b(yes|yeah|yep|yup|sure|correct|right|okay|ok|absolutely|exactly|definitely|agreed|confirmed|perfect|fine|great"
    r"|go ahead|do it|do that|please do|sounds good|looks good|that works|i confirm|go for it)\b",
    re.IGNORECASE,
)
_NO = re.compile(
    r"\b(no|nope|not|don't|dont|doesn't|isn't|wasn't|wrong|incorrect|instead|actually|wait|hold on|but|mistake"
    r"|rather|never|stop|sorry)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"\?|\b(how much|how many|how long|when will|when does|is it done|has it been|what is|which|could you tell)\b",
    re.IGNORECASE,
)
_CONTENT = re.compile(
    r"\b(thanks|thank you|bye|goodbye|that's all|that is all|that was all|nothing else)\b", re.IGNORECASE
)


def is_yes(text: str) -> bool:
    """Whether this is a plain yes, with nothing that takes it back before a further question."""
    before_question, _, _ = text.partition("?")
    judged = before_question if _YES.search(before_question) else text
    return bool(_YES.search(judged)) and not _NO.search(judged)


def is_question(text: str) -> bool:
    """Whether something is asked."""
    return bool(_QUESTION.search(text))


def is_content(text: str) -> bool:
    """Whether the customer thanks or says goodbye and asks nothing."""
    return bool(_CONTENT.search(text)) and not is_question(text)


def says(texts: list[str], known: Fact | Want) -> bool:
    """Whether one of the texts has the value in it, in a form that the scenario knows."""
    forms = [form for form in (*known.say, known.value) if form]
    heard = [_squeezed(text) for text in texts]
    if any(_squeezed(form) in text for form in forms for text in heard):
        return True
    if known.kind in {ValueKind.MONEY, ValueKind.DATE, ValueKind.TEXT}:
        # Their spoken forms are many: any digits of the value count as an answer.
        digits = [part for part in re.findall(r"\d+", known.value) if len(part) > 1]
        return bool(digits) and any(digits[-1].lstrip("0") in text for text in heard)
    return False


def _squeezed(text: str) -> str:
    return re.sub(r"[^a-z0-9@.]+", "", text.casefold())
