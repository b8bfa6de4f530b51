"""Rules for OFFER: alternatives that are put to the customer to choose from."""

from simulators.understand.clauses import Sentence
from simulators.understand.words import expression, listed

_ALTERNATIVES = expression(
    r"\b(?:would you (?:like|prefer|rather|sooner|take)|whether you (?:would )?(?:like|prefer|want)|(?:do"
    r"|did) you (?:want|prefer|wish|need)|should (?:i|we|it|the|this|that)|shall (?:i|we)|are you (?:after|looking for"
    r"|interested in)|how would you like)\b.* or \b(?!not\b|something else\b|anything\b|if\b)"
    r"|\bwhich\b[^?]*[,:\u2014-] (?!and\b).* or \b(?!something else\b)| or .*\b(?:you (?:want|would like|prefer|mean"
    r"|need)|suits?(?: you)?(?: better| best)?|better|works? (?:better|best)(?: for you)?)\W*$"
)
_OF_THE_PAST = expression(
    r"\b(?:which|what) (?:\w+ ){0,3}(?:did you|have you|had you|were you|was it|is it that you)\b"
    r"|\bwhich day\b.*\bdo you prefer|\byes or no\b"
)
_CLOSED_OR = expression(
    r" or (?:not|no|would you like to (?:make|change)|do you (?:have|need)|is there|are there|if|any|something"
    r"|anything|cancel the request|make (?:any )?changes|let me know)\b"
)
_OPTIONS = expression(
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
    r"|(?:let me know|tell me) if you (?:would like|want|wish|prefer) to (?:use|keep|stay with|pay with) [^,.]* or "
    r"(?:use"
    r"|choose|pick|take|pay|another|a different|the other)\b|would be happy to offer|(?:i|we) (?:can|could|am happy to"
    r"|would be happy to)\b.*\binstead\b|instead,? (?:i|we"
    r"|you) (?:can|could|may)|you (?:can|could|may|might)\b.*\binstead\b|how about|let me offer|would you consider"
    r"|as a (?:\w+ )?(?:gesture|courtesy|exception),? (?:i|we) can|^(?!.*\b(?:what|which|how)\b).*(?:would"
    r"|do) you (?:\w+ )*instead|whether you (?:would )?(?:like|want|prefer)\b.* or )"
)
_EITHER_WAY = expression(
    r"(?:^|[,:;.\u2013\u2014-] |\b(?:so|and|but|then|alternative|instead|well) )(?:what )?(?:i|we|you|it|they|he"
    r"|she)(?: also| still| then)? (?:can|could|may|might|(?:would|will) be able to|are (?:free|welcome"
    r"|at liberty) to)(?: also| either| still| instead)? (?!not\b|only\b|help|assist|look|see\b|check|find|answer"
    r"|support|verify|locate|name\b|tell|use (?:either|your)|share|give me|provide|confirm|take\b.*\bto \d"
    r"|be )\w.{2,200}?,? or (?:else |just |simply |otherwise |out |even |instead |to |you (?:can|could) |i (?:can"
    r"|could) |we (?:can|could) )*(?!more|less|so\b|not\b|later|say\b|any|other|earlier|after|before|two\b|three\b|\d"
    r"|if\b|the like|both|equal|higher|lower|older|newer)[a-z]+ [\w\u00a3$\u20ac]|\(?\b(?:a|i|1)\) .*\(?\b(?:b|ii"
    r"|2)\) |^in the alternative\b|; otherwise (?:i|we|you) (?:can|could|may)\b"
)
_ENUMERATED = expression(
    r"(?:^|[ :])\(?(?:a|i|1)\) .*[ ,;]\(?(?:b|ii|2)\) .*(?:\bor\b|\?|\(?(?:c|iii|3)\) )|\b(?:one|an?"
    r"|the first) (?:possibility|option|alternative|choice|way|route) (?:is|would be)\b.*\b(?:another|the other"
    r"|the second|a second)\b|\b(?:your|the) (?:choice|call|pick)(?: is yours)?: .* or \b|\b(?:pick|choose"
    r"|select) (?:one|any|between)\b.*[:,].* or \b"
)
_THIS_OR_THAT = expression(
    r"^(?:(?:and|so|then|now|okay|ok|well)[, ]+)?(?!(?:is|are|was|were|did|does|do|has|have|had|what|who|when|where"
    r"|why|how|can|could|may|would|will|any|if|you|your|same|which|i|we|it)\b)(?![^?]*\b(?:your|anything|something|not"
    r"|no|is|are|do|does|did|was|were|have|has|right)\b)[^?,:;]{2,70} or [^?]{2,70}\?|^(?:[\w' ]{2,30}, )?(?:should"
    r"|shall|would|can) (?:he|she|they|the \w+|we|i|it) [^?]+ or [^?]+\?|^(?:[\w' ]{2,30}, )?would you (?:take|go for"
    r"|sooner|rather|settle for|accept|be after) [^?]+ or [^?]+\?"
)
_OPTIONS_GATE = listed(
    "options option alternatives alternative choices possibilities solutions ways either or alternatively choose pick",
    "select which instead place offer suggest about consider gesture courtesy exception whether these those following",
    "also do",
)
_HUMAN = (
    r"(?:human|live|agent|representative|specialist|supervisor|manager|person|team|department|colleague|advisor"
    r"|support)"
)
_PROPOSES_TRANSFER = expression(
    r"\b(?:would you (?:like|rather|prefer)|do you (?:want|prefer)|shall i|should i|(?:i|we) can(?! not)|can i|may i"
    r"|i could|(?:am|be) (?:happy|glad) to|if you (?:would )?(?:like|prefer|want|wish),?|like me to|want me to"
    r"|let me know if you|is it (?:ok|okay|fine|alright|all right) (?:if|for me)|(?:ok|okay|happy|fine|alright) (?:if"
    r"|for me|to)|mind if)\b"
    rf"[^,;]*\b(?:(?<!the )(?<!a )(?:transfer|connect|escalate|refer|forward)(?:red|ed|d)?\b.*\b(?:{_HUMAN}s?|you"
    rf"|this)|(?:hand|pass)(?:ed)? (?:you|this|it|the|your)\b.*\b(?:{_HUMAN}s?|over)|(?:speak|put|talk|get"
    rf"|have)\b.*\b(?:{_HUMAN}s?|you through)|(?:bring|fetch|find|call|loop|pull|rope) (?:her|him|them|someone"
    rf"|somebody|one|(?:an?|the|our)(?: \w+)? {_HUMAN})\b.*\b(?:in|into|over|up)?)\b"
)
_ASKED_FOR = expression(
    r"\b(?:type|write|say|enter|press|reply|just ask|ask)\b.*\b(?:human|agent|person|operator|crew|someone real"
    r"|colleague|staff|adviser|advisor|representative)\b"
)
_RATHER_HUMAN = expression(
    r"\bif you\b.*\b(?:rather|prefer|like|want)\b.*\b(?:human|agent|person|representative|specialist|supervisor)\b"
)
_MAY_TRANSFER = expression(
    r"\b(?:(?:i|we)(?: would)?(?: also| strongly)? (?:recommend|suggest|propose|advise)(?: that i)?|(?:i|we) (?:may"
    r"|might)"
    r"(?: also| well)? (?:need|have) to|(?:may|might|would|could) (?:also |perhaps |probably )?be (?:best|better"
    r"|necessary|advisable|good|helpful|quicker|easier|wise)(?: for me| for us)? to) (?:transfer|connect|escalat|refer"
    r"|forward|pass|hand|put)(?:r?ing|ting|e)? (?:you|this|it|your|the (?:chat|case|matter|request))\b"
)
"""Speaks of a transfer as of something that could be done."""
_ABOUT_IT = expression(
    r"\b(?:do (?:that|this|so)|transfer(?:red)?|connected?|proceed|go ahead|(?:that|this|it) (?:be )?(?:ok|okay|all "
    r"right"
    r"|alright|fine|work|acceptable)|(?:ok|okay|all right|alright|fine) (?:with|for) you)\b"
)
_WAYS_TO_PAY = expression(
    r"(?:(?:you|it) (?:can|may|could) (?:use|choose|pay with|be)|we (?:accept|take)) (?:either )?(?:any|an?)\b.* or\b"
)
_TRANSFER_WORDS = listed(
    "transfer connect escalate hand refer forward speak talk put transferred connected colleague supervisor bring",
    "fetch pass human person agent operator crew real staff adviser advisor representative find call loop pull",
    "rope transferring connecting escalating referring forwarding passing handing putting put",
)
_IF = listed("if should rather prefer point time")
_FIELD = expression(r"(?!option\b)[\w /()-]{2,30}: \S")
_STILL = expression(
    r"\b(?:(?:do|also|only|still|can) (?:have|see|carry|offer)|available in|(?:is|are) (?:also |still "
    r"|only )?available|comes? in|closest|nearest|there is (?:one|another|also|space|room|availability)|alternatives?"
    r"|have it in|next (?:\w+ ){1,4}(?:is|are)\b)\b"
)
_ABSENT = expression(r"\bnot (?:currently |presently )?available(?: (?:in|for|on|at)\b)?")
_NO_OFFER = expression(
    r"^(?:for example|for instance|e\.g\.)|\bwhich (?:can|may|must|should|could) be (?:either )?[\"'\u2018\u201c]?\w"
)
"""Gives examples of what can be asked for, or says what may stand in a field."""
_NO_OPTIONS = expression(r"\b(?:nothing|neither|no (?:other |further |more )?(?:options?|alternatives?|ways?))\b")
_SEVERAL = expression(
    r"\b(?:we have|there are|i have|you have|available|here are|options|three|four|five|has|contains?|includes?"
    r"|i (?:can )?see|i found|in stock)\b.*(?:[,;:].*\band\b|;|: \S+.* and )"
    r"|\b(?:free|available|open|options?|slots?|left|choices?|times|dates|colou?rs|sizes)\b[^:]{0,30}: [^,]+, [^,]+"
)
_CAN_HAVE = expression(r"\byou (?:can|could|may)\b|\b(?:options|available|choose|either)\b")
_BUT = expression(
    r"\b(?:but|however|though|instead|alternatively|although|still|that said),? (?:what |going forward,? |(?:if|as"
    r"|from) [^,]{2,40}, |of course,? )?(?:i|we|you|it|they) (?:can|could|may|might|am able to|are able to)\b(?! not"
    r"| only| no)"
)
_HOWEVER = expression(
    r"^(?:if you (?:would )?(?:like|prefer|want|wish)|however|but|instead|that said|what i can|the good news|still"
    r"|nevertheless|nonetheless)?,? ?(?:[\w'-]+ ){0,3}?(?:(?:if|as|from|going|for) [^,]{2,50}, )?(?:you|i|we"
    r"|it) (?:can|could|may|might|would be able to|am able to|are able to|are welcome to|are at liberty to)\b(?! not"
    r"| only| (?:\w+ )?(?:help|assist)[^:]*\bfollowing\b)"
)


def offers_choice(sentence: Sentence) -> bool:
    """Whether a question names two or more alternatives to choose from."""
    plain = sentence.plain
    return sentence.question and " or " in plain and names_alternatives(plain)


def names_alternatives(plain: str) -> bool:
    """Whether a question in lower case names two or more things, other than doing it and not."""
    if _OF_THE_PAST.search(plain):
        return False
    return _CLOSED_OR.search(plain) is None and _ALTERNATIVES.search(plain) is not None


def offers(sentence: Sentence) -> bool:
    """Whether it puts alternatives to the customer, or proposes a human."""
    if offers_choice(sentence) or proposes_transfer(sentence):
        return True
    if (
        not sentence.question
        and not _NO_OFFER.search(sentence.plain)
        and " or " in sentence.plain
        and _EITHER_WAY.search(sentence.plain)
    ):
        return True
    if sets_apart(sentence) or _enumerates(sentence):
        return True
    if (sentence.item and _FIELD.match(sentence.plain)) or _NO_OFFER.search(sentence.plain):
        return False
    if sentence.vocabulary.isdisjoint(_OPTIONS_GATE):
        return False
    return _OPTIONS.search(sentence.plain) is not None and not _NO_OPTIONS.search(sentence.plain)


def _enumerates(sentence: Sentence) -> bool:
    plain = sentence.plain
    listed_so = ") " in plain or " or " in plain or "another" in plain or "second" in plain
    return listed_so and _ENUMERATED.search(plain) is not None


def sets_apart(sentence: Sentence) -> bool:
    """Whether a question is no more than two things side by side: "Thursday or Saturday?"."""
    return sentence.question and " or " in sentence.plain and _THIS_OR_THAT.match(sentence.plain) is not None


def proposes_transfer(sentence: Sentence) -> bool:
    """Whether it proposes, rather than announces, a human."""
    if not sentence.vocabulary & _TRANSFER_WORDS:
        return False
    if sentence.vocabulary & _IF and _ASKED_FOR.search(sentence.plain):
        return True
    proposed = _PROPOSES_TRANSFER.search(sentence.plain) or _MAY_TRANSFER.search(sentence.plain)
    return (proposed or _RATHER_HUMAN.search(sentence.plain)) is not None


def names_ways_to_pay(sentence: Sentence) -> bool:
    """Whether it says what kinds of payment are taken: "you can use a gift card or a credit card"."""
    return not sentence.question and _WAYS_TO_PAY.match(sentence.plain) is not None


def asks_about_it(sentence: Sentence) -> bool:
    """Whether it asks if what has just been said is to be done: "would you like me to do that?"."""
    return sentence.question and _ABOUT_IT.search(sentence.plain) is not None


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
