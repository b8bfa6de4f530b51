"""Rules for CONFIRM and OFFER: what is put to the customer to agree to or to choose from."""

import re
from collections.abc import Callable

from simulators.understand.clauses import Sentence
from simulators.understand.words import listed

_THIS = (
    r"(?:this|that|these|those|it|everything|all(?: of)? (?:this|that|the above)|the (?:above|following|details?"
    r"|information|summary|changes?|plan|itinerary)(?: above| below)?)"
)
_GOOD = (
    r"(?:correct|right|okay|ok|good|accurate|fine|acceptable|alright|all right|in order|agreeable|suitable"
    r"|what you (?:want|would like|had in mind|need|were looking for))"
)
_GO = r"(?:proceed|go ahead|continue|move forward|go forward|move ahead|carry on|start|finali[sz]e|complete)"
CONFIRM_QUESTION = re.compile(
    r"\b(?:would you (?:also |still |then |rather )?(?:like|want|prefer) (?:me|us) to|do you (?:want|wish"
    r"|need)(?: for)? (?:me|us) to|shall (?:i|we)|should (?:i|we)|"
    rf"(?:may|can|could) (?:i|we) (?:{_GO}|have your (?:confirmation|approval|permission|consent|go-ahead"
    rf"|ok)(?! (?:number|code|id)))|(?:is|are|does|do) {_THIS} (?:\w+ )?(?:{_GOOD}|look|looks|sound|sounds|work|works"
    rf"|match|seem)(?! (?:now|again|properly|correctly|any))|(?:looks?|sounds?) {_GOOD}|is (?:that|this"
    rf"|it) (?:all )?{_GOOD}|do you (?:confirm|agree|accept|consent|approve|authori[sz]e|wish to|want to"
    rf"|still want to)|"
    r"(?:that )?you are (?:okay|ok|fine|happy|comfortable|good|alright) with|are you (?:sure|ok|okay|happy"
    r"|comfortable|fine|ready|good|certain)|(?:would|will) (?:that|this"
    rf"|it) (?:be {_GOOD}|work)|would you (?:still |also |then )?(?:like|want|prefer|wish) to|would you like (?:this"
    rf"|that|the|a|an|it|your)|"
    r"do i have your|can you (?:please )?confirm (?:that|if|whether|this|these|the (?:above|following|details"
    r"|changes?))|could you (?:please |kindly )?confirm (?:that|if|whether|this|these|you(?! r)|the (?:above"
    r"|following|details|changes?))|"
    rf"ready to {_GO}|good to go|all (?:good|correct)|ready for me to|(?<!you )want me to|(?:okay|ok|fine|good"
    r"|alright) with (?:you|that)|is it (?:ok|okay|all right|alright|fine) (?:if|to|for|with)|how (?:does|do"
    r"|would) (?:that|this|it|these) (?:sound|look)|do you confirm)\b|\bif you (?:would )?(?:like|want|wish)\?"
    r"|^(?:interested|deal|all right|may i|shall i)\?|\bwould that be (?:okay|ok|fine|alright|all right|good)"
    r"|^(?:do you )?want (?:it|that|this|one|them)\?|^(?:please )?confirm\?|\b(?:can|could|may|shall|should) i\?$"
    r"|\b(?:yes/no|yes or no|y/n)\b|, (?:correct|right|okay|ok|yes)\?|\b(?:correct|right|ok|okay|confirmed"
    rf"|(?<!before i )(?<!before we ){_GO})\?"
)
CONFIRM_PLEA = re.compile(
    r"\b(?:reply|respond|type|say|answer|confirm|write|message|enter|saying|replying"
    r"|responding)(?: back)?(?: to me)?(?: with| by (?:saying|replying|typing|responding))?(?: a| an)?(?: simple"
    r"| explicit)? "
    rf"[\"'\u201c(]*(?:yes|confirm|ok|okay|y|go ahead|i confirm|proceed|agree)\b"
    r"|\b(?:just |please |simply )?(?:say the word|give (?:me|us) the (?:word|nod|green light))\b|^\W*(?:yes/no"
    r"|yes or no|y/n)\W*$|\b(?:let me know|tell me|advise|indicate) (?:if|whether) (?:you (?:would like|want|wish"
    r"|are ready|agree|approve|confirm|are happy|are okay|are ok|accept|consent)"
    rf"(?: for)?(?: me| us)?(?: to| with)? ?(?:{_GO}|this|that|it|the|these)?|{_THIS} (?:is|are|looks?|sounds?"
    rf"|works?)|i (?:should|can|may) {_GO})"
    r"|\b(?:once|when|after|as soon as|if) (?:you|i)(?: have)?(?: can)? (?:confirm(?:ed)?|approve|agree"
    r"|receive your (?:confirmation|approval|yes)|get your (?:confirmation|approval|yes|go-ahead)"
    r"|have your (?:confirmation|approval|yes|go-ahead|ok|okay)|give me the go-ahead|say yes)\b"
    rf"|\b(?:upon|with|after) your (?:confirmation|approval|go-ahead|consent|yes)\b"
    r"|\b(?:need|require|await|awaiting|waiting for|like)(?: to (?:get|have|obtain|receive))? (?:your "
    r"|an? )?(?:explicit |final |clear |simple )*(?:yes|confirmation|approval|consent|go-ahead|authori[sz]ation"
    r"|permission)\b(?! (?:number|code|id|email|details|of (?:your|the) (?:name|email|address|date|phone|zip"
    r"|postcode)))|\b(?:give|grant|provide)(?: me)?(?: with)? (?:your|the|an?) (?:explicit |final "
    r"|clear )*(?:go-ahead|approval|confirmation|consent|permission|yes|okay)\b(?! (?:number|code|id|email))"
    r"|\bif you are (?:happy|okay|ok|fine|comfortable|satisfied|good) with\b|\b(?:a )?(?:simple"
    r"|quick) [\"'\u201c]?yes\b"
)
_PLEA_GATE = listed(
    "confirm confirmed confirmation approve approval yes agree consent go-ahead proceed ok okay know tell advise",
    "indicate authorization authorisation permission happy fine comfortable satisfied good y accept ahead say saying",
    "word nod light yes/no y/n no",
)
_PLEASE_CONFIRM = re.compile(
    r"\b(?:please|kindly|just|can you|could you|need you to|ask you to|like you to|must|to proceed,?|to continue,?"
    r"|you)(?: please| kindly| also| explicitly| first)* (?:confirm|approve|verify)\b(?P<rest>.*)"
)
_ASKS_WHAT = re.compile(
    r"^[ :]*(?:\w+ me )?(?:which|what|how|where|when|who|why|your\b(?! (?:decision|choice to|intention|agreement"
    r"|consent|approval|request|wish|cancellation|order|booking|selection|changes?))|the (?:reason|email|name|zip"
    r"|number|phone|spelling|order (?:number|id)|card|last|date|address)|in which|for which)"
)
_ONLY_IF = re.compile(
    r"^(?:if|should) you(?: would)? (?:like|want|wish|prefer|need|ever|have|decide"
    r"|change)\b.*?,? (?:please )?(?:just |feel free to )?(?:let me know|tell me)\b(?! if)"
)

_WH = re.compile(r"\b(?:which|what|how|where|when|who|why|whose)\b")
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
_WHAT_I_CAN = re.compile(r"^.{0,60}\bwhat (?:i|we) can do (?:is|instead is|here is) ")
_HOWEVER = re.compile(
    r"^(?:if you (?:would )?(?:like|prefer|want|wish)|however|but|instead|that said|what i can|the good news|still"
    r"|nevertheless|nonetheless)?,? ?(?:\w+ ){0,3}?(?:you|i|we) (?:can|could|may|might|would be able to|am able to"
    r"|are able to|are welcome to)\b(?! not)"
)


def asks_to_confirm(sentence: Sentence, names_slot: Callable[[str], bool]) -> bool:
    """Whether a bare yes to it lets the agent act on one specific proposal, so that it does not ask for a slot."""
    plain, words = sentence.plain, sentence.vocabulary
    if "what" in words:
        plain = _WHAT_I_CAN.sub("", plain)
    if offers_choice(sentence):
        return False
    if sentence.question:
        found = CONFIRM_QUESTION.search(plain)
        if found and not _WH.search(plain, 0, found.start()):
            return True
    plea = None if words.isdisjoint(_PLEA_GATE) or _ONLY_IF.match(plain) else CONFIRM_PLEA.search(plain)
    if plea and not (plea.group().endswith("confirm") and names_slot(" ".join(plain[plea.end() :].split()[:4]))):
        return not (sentence.question and _ALTERNATIVES.search(plain) and not _CLOSED_OR.search(plain))
    if "confirm" in words or "approve" in words or "verify" in words:
        found = _PLEASE_CONFIRM.search(plain)
        if found and "verify" not in found.group()[: found.start("rest") - found.start()]:
            return not (_ASKS_WHAT.match(found["rest"]) or names_slot(" ".join(found["rest"].split()[:4])))
    return False


def offers_choice(sentence: Sentence) -> bool:
    """Whether a question names two or more alternatives to choose from."""
    plain = sentence.plain
    if not sentence.question or " or " not in plain or _CLOSED_OR.search(plain) or "yes or no" in plain:
        return False
    return _ALTERNATIVES.search(plain) is not None


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
