"""What goes on with a request: another try, the choice among options, answers listed among the things asked for."""

from simulators.understand.clauses import Sentence
from simulators.understand.words import expression

_AGAIN = expression(
    r"\byou (?:can|could|may|are welcome to)(?: also)? try(?: again)? (?:with|using) (?:your|the|a|another)\b"
)
_GO_ON = expression(
    r"\b(?:how|what) (?:would you like|you would like|do you want|you want) (?:me )?to (?:proceed|do|continue|handle)\b"
)
_PICKS = expression(r"\b(?:would you (?:like|prefer|rather)|do you want)(?: me)?(?: to)?:$")
_GOES_ON_WITH = expression(
    r"\b(?:would you like|do you want|shall i|should i)(?: me)?(?: to)? (?:proceed|go ahead|continue) with:$"
)
_ANSWERS_ARE = expression(r"\b(?:options|choices|possible reasons|accepted reasons) are:?\W*$")
_KNOWN = expression(r"[^:]{3,40}: (?!.*(?:e\.g|example|such as|format|like|\bor\b)).*(?:#\w*\d|\$\d|\d{5})")
_FOR_ONE = expression(
    r"(?:and |so |also,? )?(?:(?:(?:to|for|from|on|in|at|with|under|by|into|until) )(?:which|whom|what)|whose|whom)\b"
)


def lets_try_again(sentence: Sentence) -> bool:
    """Whether it asks for particulars once more: "you can try again with your full name"."""
    return "try" in sentence.vocabulary and _AGAIN.search(sentence.plain) is not None


def asks_to_pick(sentence: Sentence) -> bool:
    """Whether the list after it is of what can be done, for the customer to pick from: "would you like to:"."""
    return sentence.introduces and _PICKS.search(sentence.plain) is not None


def asks_to_go_on_with(sentence: Sentence) -> bool:
    """Whether the list after it is of what is proposed, to be agreed to: "would you like to proceed with:"."""
    return sentence.introduces and _GOES_ON_WITH.search(sentence.plain) is not None


def asks_to_go_on(sentence: Sentence) -> bool:
    """Whether it asks how to go on: after options, which of them is wanted."""
    return _GO_ON.search(sentence.plain) is not None


def lists_values(item: Sentence) -> bool:
    """Whether, in a list of things asked for, it begins a list of possible answers, or says what is known already."""
    return _ANSWERS_ARE.search(item.plain) is not None or (not item.question and _KNOWN.match(item.plain) is not None)


def asks_for_one(sentence: Sentence) -> bool:
    """Whether its question word is for one thing or person, so that it is no proposal: "to whom should we"."""
    return sentence.question and _FOR_ONE.match(sentence.plain) is not None
