"""Rules for CONFIRM in statements: they bid somebody say yes, or say what will be done once they have."""

from collections.abc import Callable

from simulators.understand.clauses import Sentence
from simulators.understand.words import expression, listed

THIS = (
    r"(?:this|that|these|those|it|everything|all(?: of)? (?:this|that|the above)|the (?:above|following|details?"
    r"|information|summary|changes?|plan|itinerary)(?: above| below)?)"
)
"""What is to be said yes to."""
GOOD = (
    r"(?:correct|right|okay|ok|good|accurate|fine|acceptable|alright|all right|in order(?= ?\?)|agreeable|suitable"
    r"|what you (?:want|would like|had in mind|need|were looking for))"
)
"""How it is, if one agrees."""
GO = r"(?:proceed|go ahead|continue|move forward|go forward|move ahead|carry on|start|finali[sz]e|complete)"
"""What is to be done then."""
_PLEA = expression(
    r"\b(?:reply|respond|type|say|answer|confirm|write|message|enter|saying|replying"
    r"|responding)(?: back)?(?: to me)?(?: with| by (?:saying|replying|typing|responding))?(?: a| an)?(?: simple"
    r"| explicit)? "
    rf"[\"'\u201c(]*(?:yes|confirm|ok|okay|y|go ahead|i confirm|proceed|agree)\b"
    r"|\b(?:just |please |simply )?(?:say the word|give (?:me|us) the (?:word|nod|green light))\b|^\W*(?:yes/no"
    r"|yes or no|y/n)\W*$|\b(?:let me know|tell me|advise|indicate) (?:if|whether) (?:you (?:would like|want|wish"
    r"|are ready|agree|approve|confirm|are happy|are okay|are ok|accept|consent)"
    rf"(?: for)?(?: me| us)?(?: to| with)? ?(?:{GO}|this|that|it|the|these)?|{THIS} (?:is|are|looks?|sounds?"
    rf"|works?)|i (?:should|can|may) {GO})"
    r"|\b(?:once|when|after|as soon as|if) (?:you|i)(?: have)?(?: can)? (?:confirm(?:ed)?|approve|agree"
    r"|receive your (?:confirmation|approval|yes)|get your (?:confirmation|approval|yes|go-ahead)"
    r"|have your (?:confirmation|approval|yes|go-ahead|ok|okay)|give me the go-ahead|say yes)\b"
    rf"|\b(?:upon|with|after) your (?:confirmation|approval|go-ahead|consent|yes)\b"
    r"|\b(?:need|require|await|awaiting|waiting for|like)(?: to (?:get|have|obtain|receive))? (?:your "
    r"|an? )?(?:explicit |final |clear |simple )*(?:yes|confirmation|approval|consent|go-ahead|authori[sz]ation"
    r"|permission)\b(?! (?:number|code|id|email|details|of (?:your|the) (?:name|email|address|date|phone|zip"
    r"|postcode)))|\b(?:give|grant|provide)(?: me)?(?: with)? (?:your|the|an?) (?:explicit |final "
    r"|clear )*(?:go-ahead|approval|confirmation|consent|permission|yes|okay)\b(?! (?:number|code|id|email))"
    rf"|\bif (?:that|this|it|everything) (?:is|looks|sounds) (?:all )?{GOOD}(?: (?:for|to|with"
    rf"|by) you)?,? (?:then )?(?:i|we)"
    r" (?:will|can|shall|would)\b|\bif you are (?:happy|okay|ok|fine|comfortable|satisfied|good) with\b"
    r"|\b(?:a )?(?:simple"
    r"|quick) [\"'\u201c]?yes\b"
)
_PLEA_GATE = listed(
    "confirm confirmed confirmation approve approval yes agree consent go-ahead proceed ok okay know tell advise",
    "indicate authorization authorisation permission happy fine comfortable satisfied good y accept ahead say saying",
    "word nod light yes/no y/n no",
)
_PLEASE_CONFIRM = expression(
    r"\b(?:please|kindly|just|can you|could you|need you to|ask you to|like you to|must|to proceed,?|to continue,?"
    r"|you)(?: please| kindly| also| explicitly| first)* (?:confirm|approve|verify)\b(?P<rest>.*)"
)
_ASKS_WHAT = expression(
    r"^[ :]*(?:\w+ me )?(?:which|what|how|where|when|who|why|your\b(?! (?:decision|choice to|intention|agreement"
    r"|consent|approval|request|wish|cancellation|order|booking|selection|changes?))|the (?:reason|email|name|zip"
    r"|number|phone|spelling|order (?:number|id)|card|last|date|address)|in which|for which)"
)
_ONLY_IF = expression(
    r"^(?:if|should) you(?: would)? (?:like|want|wish|prefer|need|ever|have|decide"
    r"|change)\b.*?,? (?:please )?(?:just |feel free to )?(?:let me know|tell me)\b(?! if)"
)
_AGREED_GATE = listed(
    "thumbs thumbs-up light nod go-ahead say-so ok okay agree agreed agreement yes consent assent approval word",
    "happy go blessing leave signal instruction instructions express acceptance yep yeah aye yup y confirm accept",
    "sure",
)
_ASSURES = expression(
    r"\b(?:not|nothing|never)\b[^,;:]{0,60} (?:until|before|unless|without) you(?:r|\b)(?!.*\bplease\b)"
    r"|\bonly (?:\w+ ){0,5}after your (?:go-ahead|yes|confirmation|approval|ok|okay)\b(?!.*\bplease\b)"
)
"""Says what will not happen without a yes, and asks for none."""
_WHEN_AGREED = expression(
    r"\b(?:once|when|after|as soon as|if|until|unless) (?:you|i|we)(?: would| will| could| can| have)? (?:give|gave"
    r"|get|have|receive|are|signal|signify|indicate|say|tell|let|nod|agree)\b[^.;]{0,30}\b(?:thumbs|green light|nod"
    r"|go-ahead|say-so|ok|okay|agree|agreed|agreement|yes|consent|assent|approval|word|happy|go)\b"
    r"|\b(?:(?<!waiting )on|with|at|upon|awaiting|subject to|pending) your (?:say-so|word|blessing|leave|consent"
    r"|approval|agreement|ok|okay|go-ahead|signal|instructions? to proceed|express)\b|\b(?:say|drop|send|give) (?:me "
    r"|us )?(?:a |the |your )?(?:thumbs(?:-| )up|green light|nod|go-ahead|magic word|\W?(?:yes|yep|yeah|go|aye|yup|ok"
    r"|y)\b)|\b(?:signify|indicate|signal|express|state) your (?:consent|assent|agreement|acceptance|approval)\b"
    r"|\b(?:just|simply|please) (?:reply|answer|say|type|write|put|text) \W?(?:yes|y|ok|okay|confirm|go|agree|agreed"
    r"|accept|i accept|sure|do it)\b"
)
_THAT = expression(r"\b(?:confirm|verify|acknowledge)(?: to (?:me|us))?(?: for (?:me|us))?,? that ")
_TELLS = expression(
    r"(?:^|[,;:] |\b(?:and|so|that) )(?:(?:i|we)(?: can| may| also| now| do| hereby| gladly| (?:am|are) (?:able|happy"
    r"|glad|pleased|delighted) to)* |this is to |(?:happy|glad|pleased|delighted) to )(?:confirm"
    r"|acknowledge)(?: to (?:you|me|us))? that\b|\bto confirm(?: to you)? that [^,;:?]{3,60} (?:has|have) (?:now "
    r"|just )?been\b"
)
"""Tells that something is so, and asks for no yes."""
_OF_THINGS = expression(
    r"^(?:that |if |whether )?(?:you (?:are|have|were|still have|received|can|see|do|did)|it (?:is|was)\b.*\bor\b)"
)


def tells(sentence: Sentence) -> bool:
    """Whether it confirms something to the customer, rather than asks them to: "I confirm that it has been sent"."""
    return not sentence.question and _TELLS.search(sentence.plain) is not None


def waits_for_yes(plain: str, words: frozenset[str]) -> bool:
    """Whether it says that the agent acts as soon as it is told to."""
    if words.isdisjoint(_AGREED_GATE) or _ONLY_IF.match(plain) or _ASSURES.search(plain):
        return False
    return _WHEN_AGREED.search(plain) is not None


def pleads(sentence: Sentence, plain: str, names_slot: Callable[[str], bool]) -> bool:
    """Whether it begs for a yes, and not for a detail to be confirmed; `plain` is its text in lower case."""
    assures = not sentence.question and _ASSURES.search(plain) is not None
    if assures or sentence.vocabulary.isdisjoint(_PLEA_GATE) or _ONLY_IF.match(plain):
        return False
    plea = _PLEA.search(plain)
    if plea is None:
        return False
    return not (plea.group().endswith("confirm") and names_slot(" ".join(plain[plea.end() :].split()[:4])))


def bids_confirm(plain: str, names_slot: Callable[[str], bool]) -> bool:
    """Whether it bids somebody confirm a proposal, rather than a detail."""
    told = _THAT.search(plain)
    if told and not _TELLS.search(plain) and not _OF_THINGS.match(plain[told.end() :]):
        return True
    found = _PLEASE_CONFIRM.search(plain)
    if found and "verify" not in found.group()[: found.start("rest") - found.start()]:
        return not (_ASKS_WHAT.match(found["rest"]) or names_slot(" ".join(found["rest"].split()[:4])))
    return False
