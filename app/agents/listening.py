"""Reading the customer, as far as a scripted agent needs to: a plain yes, a question, a value that was said."""

import re

from domains.kit.scenario import Fact, Want
from domains.kit.values import ValueKind

_YES = re.compile(
    r"\b(?:yes|yeah|yep|yup|sure|correct|right|absolutely|exactly|definitely|agreed|confirm(?:ed)?|go ahead|okay|ok"
    r"|fine|do (?:it|that|so)|please do|proceed|carry on|make it happen|by all means|i (?:agree|accept|approve|consent)"
    r"|sounds good|looks good|that works|go for it|perfect)\b",
    re.IGNORECASE,
)
_NO = re.compile(
    r"^\W*(?:no|nope|not|wait|stop)\b|\b(?:don't|dont|isn't|wrong|incorrect|hold on|not (?:right|correct|that|what))\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"\?|\b(how much|how many|how long|when will|when does|is it done|has it been|what is|which|could you tell)\b",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\b(?:done|finished|in place|gone through|carried out|taken care of|settled)\b[^.!?]*\?", re.IGNORECASE
)
_CONTENT = re.compile(
    r"\b(thanks|thank you|bye|goodbye|that's all|that is all|that was all|nothing else)\b", re.IGNORECASE
)


def is_yes(text: str) -> bool:
    """Whether there is a plain yes in it and nothing that takes it back; what is asked beside it does not count."""
    sentences = [sentence for sentence in re.split(r"(?<=[.!?;])\s+|\n", text) if not sentence.rstrip().endswith("?")]
    return any(_YES.search(sentence) for sentence in sentences) and not any(_NO.search(each) for each in sentences)


def is_question(text: str) -> bool:
    """Whether something is asked."""
    return bool(_QUESTION.search(text))


def is_doubt(text: str) -> bool:
    """Whether the customer asks if it has been done."""
    return bool(_DOUBT.search(text))


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
