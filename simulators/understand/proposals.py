"""Rules for OFFER: alternatives that are put to the customer to choose from."""

import re

from simulators.understand.clauses import Sentence
from simulators.understand.words import listed

_ALTERNATIVES = re.compile(
    r"\b(?:would you (?:like|prefer|rather)|whether you (?:would )?(?:like|prefer|want)|(?:do|did) you (?:want|prefer"
    r"|wish|need)|should (?:i|we|it|the|this|that)|shall (?:i|we)|are you (?:after|looking for|interested in)"
    r"|how would you like)\b.* or \b(?!not\b|something else\b|anything\b|if\b)"
    r"|\bwhich\b[^?]*[,:\u2014-] (?!and\b).* or \b(?!something else\b)| or .*\b(?:you (?:want|would like|prefer|mean"
    r"|need)|suits?(?: you)?(?: better| best)?|better|works? (?:better|best)(?: for you)?)\W*$"
)
_CLOSED_OR = re.compile(
    r" or (?:not|no|would you like to (?:make|change)|do you (?:have|need)|is there|are there|if|any|something"
    r"|anything|cancel the request|make (?:any )?changes|let me know)\b"
)
_OPTIONS = re.compile(
    r"\b(?:(?:here are|these are|following|available|two|three|few|couple of|several|other|alternative|different|your"
    r"|both) (?:\w+ ){0,2}(?:options|alternatives|choices|possibilities|solutions|ways)\b|options? (?:are|include)\b"
    r"|option (?:1|one|a|b|2|two)\b|you (?:can|could|may|have the option to) either\b|\beither\b.*\bor\b|^(?:so,? "
    r"|well,? |in that case,? )?(?:you (?:can|could|may)|(?:i|we) could) (?!(?:also |usually |easily )?(?:find|see"
    r"|check|locate)\b).* or\b|^(?:i|we) can (?!(?:help|assist|look|see|check|not|only|find|answer|support"
    r"|verify)\b)[^,?]* or (?!more\b|less\b|so\b|not\b)(?:[a-z]+ (?:you|your|it|the|a|that|this)\b)|^alternatively\b"
    r"|alternatively,? (?:i|we|you|there)\b|\bor (?:you|i|we) (?:can|could)\b|as an alternative|choose (?:from"
    r"|between|one|among)|pick (?:from|between|one)|select (?:from|between|one|among)|which (?:of these|option"
    r"|one would)|(?:any|one) of (?:these|those|the following (?:options|alternatives))\b|(?:i|we) (?:can"
    r"|could) (?:instead|offer|alternatively|also|suggest)|what (?:i|we) can do (?:is|instead)|in its place"
    r"|would be happy to offer|(?:i|we) (?:can|could|am happy to|would be happy to)\b.*\binstead\b|instead,? (?:i|we"
    r"|you) (?:can|could|may)|you (?:can|could|may|might)\b.*\binstead\b|how about|let me offer|would you consider"
    r"|as a (?:\w+ )?(?:gesture|courtesy|exception),? (?:i|we) can|^(?!.*\b(?:what|which|how)\b).*(?:would"
    r"|do) you (?:\w+ )*instead|whether you (?:would )?(?:like|want|prefer)\b.* or )"
)
_HUMAN = (
    r"(?:human|live|agent|representative|specialist|supervisor|manager|person|team|department|colleague|advisor"
    r"|support)"
)
_PROPOSES_TRANSFER = re.compile(
    r"\b(?:would you like|do you want|shall i|should i|(?:i|we) can(?! not)|can i|may i|i could|(?:am|be) (?:happy"
    r"|glad) to|if you (?:would )?(?:like|prefer|want|wish),?|like me to|want me to|let me know if you)\b"
    rf"[^,;]*\b(?:(?:transfer|connect|escalate|hand|refer|forward)(?:red|ed|d)?\b.*\b(?:{_HUMAN}|you|this)|(?:speak"
    rf"|put|talk|get|have)\b.*\b(?:{_HUMAN}|you through))\b"
)
_RATHER_HUMAN = re.compile(
    r"\bif you\b.*\b(?:rather|prefer|like|want)\b.*\b(?:human|agent|person|representative|specialist|supervisor)\b"
)
_TRANSFER_WORDS = listed(
    "transfer connect escalate hand refer forward speak talk put transferred connected colleague supervisor",
)
_FIELD = re.compile(r"(?!option\b)[\w /()-]{2,30}: \S")
_STILL = re.compile(
    r"\b(?:(?:do|also|only|still|can) (?:have|see|carry|offer)|available in|(?:is|are) (?:also |still "
    r"|only )?available|comes? in|closest|nearest|there is (?:one|another|also|space|room|availability)|alternatives?"
    r"|have it in)\b"
)
_ABSENT = re.compile(r"\bnot (?:currently |presently )?available(?: (?:in|for|on|at)\b)?")
_NO_OPTIONS = re.compile(r"\b(?:nothing|neither|no (?:other |further |more )?(?:options?|alternatives?|ways?))\b")
_SEVERAL = re.compile(
    r"\b(?:we have|there are|i have|you have|available|here are|options|three|four|five|has|contains?|includes?"
    r"|i (?:can )?see|i found|in stock)\b.*(?:[,;:].*\band\b|;|: \S+.* and )"
)
_CAN_HAVE = re.compile(r"\byou (?:can|could|may)\b|\b(?:options|available|choose|either)\b")
_BUT = re.compile(
    r"\b(?:but|however|though|instead|alternatively),? (?:what )?(?:i|we|you) (?:can|could|may|might|am able to"
    r"|are able to)\b(?! not| only| no)"
)
_HOWEVER = re.compile(
    r"^(?:if you (?:would )?(?:like|prefer|want|wish)|however|but|instead|that said|what i can|the good news|still"
    r"|nevertheless|nonetheless)?,? ?(?:\w+ ){0,3}?(?:you|i|we) (?:can|could|may|might|would be able to|am able to"
    r"|are able to|are welcome to)\b(?! not)"
)


def offers_choice(sentence: Sentence) -> bool:
    """Whether a question names two or more alternatives to choose from."""
    plain = sentence.plain
    return sentence.question and " or " in plain and "yes or no" not in plain and names_alternatives(plain)


def names_alternatives(plain: str) -> bool:
    """Whether a question in lower case names two or more things, other than doing it and not."""
    return _CLOSED_OR.search(plain) is None and _ALTERNATIVES.search(plain) is not None


def offers(sentence: Sentence) -> bool:
    """Whether it puts alternatives to the customer, or proposes a human."""
    if offers_choice(sentence) or proposes_transfer(sentence):
        return True
    if sentence.item and _FIELD.match(sentence.plain):
        return False
    return _OPTIONS.search(sentence.plain) is not None and not _NO_OPTIONS.search(sentence.plain)


def proposes_transfer(sentence: Sentence) -> bool:
    """Whether it proposes, rather than announces, a human."""
    if not sentence.vocabulary & _TRANSFER_WORDS:
        return False
    return (_PROPOSES_TRANSFER.search(sentence.plain) or _RATHER_HUMAN.search(sentence.plain)) is not None


def lists_things(sentence: Sentence) -> bool:
    """Whether a statement puts several things side by side: "the red one or the blue one", "slots at 9, 1 and 4"."""
    return not sentence.question and (" or " in sentence.plain or _SEVERAL.search(sentence.plain) is not None)


def puts_up(sentence: Sentence) -> bool:
    """Whether it introduces a list of what the customer can have: "you can have it back on:"."""
    return sentence.introduces and _CAN_HAVE.search(sentence.plain) is not None


def still_available(sentence: Sentence) -> bool:
    """Whether, beside something that is not there, it names what is."""
    rest = _ABSENT.sub(" ", sentence.plain).rpartition("not ")[2]
    return _STILL.search(rest) is not None and not _NO_OPTIONS.search(rest)


def offers_instead(sentence: Sentence) -> bool:
    """Whether, beside a refusal, it says what can be done."""
    return _HOWEVER.match(sentence.plain) is not None and "wish" not in sentence.vocabulary


def refuses_but_offers(sentence: Sentence) -> bool:
    """Whether a refusal itself goes on with what can be done: "I can't do that, but I can ..."."""
    return not sentence.question and _BUT.search(sentence.plain) is not None
