"""Requests for a yes that call it by a name: "may I have your OK on this?", "awaiting your confirmation"."""

from simulators.understand.clauses import Sentence
from simulators.understand.words import expression, listed

_GATE = listed(
    "yes ok okay go-ahead go approval consent permission confirmation agreement blessing light thumbs thumbs-up nod",
    "say-so word assent sign-off authorisation authorization authorise authorize approve greenlight green-light allow",
    "agree permit happy fine know content good agreeable say leave ready have confirm shout nod holler wave so",
)
_KIND = (
    r"(?: (?:explicit|clear|final|quick|firm|simple|formal|full|express|short|written|verbal|definite|last|kind|plain"
    r"|brief|proper|outright))*"
)
_NAME = (
    r"[\"'\u201c(]*(?:yes|ok|okay|go-ahead|go ahead|approval|consent|permission|confirmation|agreement|blessing"
    r"|green light|thumbs[- ]up|nod|say-so|word|assent|sign-off|authori[sz]ation)\b"
    r"(?![-/]|\W? ?(?:number|code|id|email|details|form|letter|slip|page|of|from (?!you\b))\b)"
)
_LEAVE = r"(?:permission|leave|consent|approval|authori[sz]ation)\b"
_YOURS = rf"your{_KIND} {_NAME}"
_A_YES = rf"(?:your|an?|the){_KIND} {_NAME}"
_SO = r"(?: (?:please|just|now|also|then|kindly|quickly|perhaps|only|still))*"
_ASKS = expression(
    rf"\b(?:may|can|could|might|shall|do|would|will|should) (?:i|we){_SO}"
    rf" (?:have|get|count on|take|ask (?:you )?for|obtain|receive|request|hear)(?: from you)? {_A_YES}"
    rf"|\b(?:can|could|would|will|do) you{_SO} (?:give|grant|send|drop|show|say)(?: (?:me|us))?{_SO}"
    rf" (?:{_A_YES}|{_LEAVE})"
    rf"|\b(?:can|could|would|will|do) you{_SO} (?:authori[sz]e (?:me|us|this|that|it|these|the|an?|\w+ing)\b"
    r"|(?:allow|permit) (?:me|us) to (?!look|check|ask|explain|see|find)\w+)"
    rf"|\b(?:can|could|would|will) you{_SO} (?:ok|okay|approve|green-?light|sign off on) (?:this|that|it|these|the)\b"
    r"|\b(?:is|be) (?:it|this|that) (?:an?|your)"
    rf"{_KIND} (?:yes|ok|okay|go-ahead)\b(?! or\b)|^(?:\w+,? )?(?:thumbs up|green light)\?$"
    rf"|^(?:so,? )?permission to \w+"
)
_WAITS = expression(
    rf"(?:^|[,;:] |\b(?:am|are|and|now|just|only|still) )(?:awaiting|waiting (?:only |just )?(?:for|on)) {_YOURS}"
    rf"|\b(?:i|we) (?:will |shall )?(?:just |only |now |then )*(?:await|wait for) {_YOURS}"
    rf"|\b(?:i|we) (?:\w+ ){{0,2}}?(?:need|require|would (?:like|need|appreciate))(?: to (?:have|get"
    rf"|hear))?(?: is)? {_YOURS}"
    rf"|\ball (?:that )?(?:i|we) (?:\w+ )?need(?: now)? is (?:your|an?){_KIND} {_NAME}"
    rf"|^(?:if so,? )?(?:just )?(?:an?|one|your){_KIND} [\"'\u201c]?(?:yes|ok|okay|nod|thumbs up)[\"'\u201d]?"
    r"(?: from you)?,? (?:and (?:i|we)|is all"
    r"|is enough|will do|please(?=\W*$))\b"
)
_BACK = expression(
    rf"\b(?:(?:reply|respond|answer|write|message|come|get)(?: back)?(?: to (?:me|us))? with"
    rf"|(?<!not )(?:send (?:me|us)|give (?:me|us)|let (?:me|us) have|share with (?:me|us))) {_A_YES}"
)
"""A yes is asked for as something to be sent back."""
_WHENEVER = expression(r"^(?:if|should) you(?: would)? (?:like|want|wish|prefer|need|ever|have|decide|change)\b")
_THEN = expression(
    r"\b(?:i|we) (?:will|can|shall|would|am|are)\b[^.;]*\b(?:as soon as|once|the moment|when) (?:you|i|we)"
    rf"(?: have| can)?(?: (?:give|get|have|receive|hear|send|say))?(?: (?:me|us))? {_A_YES}"
    rf"|\b(?:i|we) (?:will|can|shall|would|am|are)\b[^.;]*\b(?:right|straight|directly|immediately) (?:after|upon|on)"
    rf" {_YOURS}"
)
_SAY_IF = expression(
    r"\b(?:let me|let us|tell me|tell us|say)(?: know)? (?:if|whether) (?:i|we) (?:should|shall|may|can|could)"
    r" (?:go (?:ahead|through|on)|proceed|submit|do (?:it|that|this|so)|put (?:it|this|that) through|place|carry)\b"
    r"|^if (?![^,]*\bnot\b)(?:all )?(?:that|this|it)(?: all)? (?:(?:is|sounds|looks|reads|suits|works|seems)\b"
    r"[^,;:?]{0,40}|what you [^,;:?]{2,30}), (?:please |just |simply |then )*(?:give (?:me|us) a (?:shout|nod|wave|yes)"
    r"|shout|holler|nod|say (?:so|the word|yes)|(?:let me|let us) know|tell me|wave)(?: so)?,? and"
    r" (?:i|we|off|it|that|you)\b"
    r"|^(?:please |just |simply )*(?:confirm|say yes|agree),? and (?:it|i|we|that|off)\b"
    r"|^(?:please |do |just |so )*(?:let me know|tell me|say) (?:if|whether) (?:(?:i|we) (?:should|shall|may|can)"
    r"|you (?:agree|are in agreement|approve))\W*$"
    r"|\b(?:all|everything) (?:that )?you (?:need|have) to do is (?:to )?(?:agree|say yes|confirm)\b"
    rf"|\b(?:if|whether) (?:i|we) have {_YOURS}"
    r"|^if (?:that|this) is (?:how|what|the way) you (?:would )?(?:want|like) it,? (?:i am|we are) (?:ready|set|good)\b"
)
"""Asks to be told whether to do what was described."""
_IF_HAPPY = expression(
    r"^(?:(?:so|and|then),? )?if (?:you are|that is|this is|it is) (?:happy|ok|okay|fine|good|all right|content"
    r"|agreeable)"
    r"(?: (?:with|for|by) (?:you|it|this|that|these))?, (?!(?:just|please|tell|let|say|reply|which|what|how)\b)"
)
"""Says what will be done where the customer is content with it."""
_BY_LEAVE = expression(rf"\bwith {_YOURS},? (?:[\w#'-]+ ){{1,4}}?(?:will|would|shall|can|could)\b")
"""Says what will be done with the customer's leave."""
_ONLY_WITH = expression(
    rf"\b(?:not|nothing|never|unable)\b[^.;?]*\b(?:without (?:having |getting )?{_A_YES}"
    r"|(?:until|unless|before) you(?: have)? (?:agreed?|confirm(?:ed)?|approved?|consent(?:ed)?|(?:say|said) (?:yes"
    r"|so))\b)"
    rf"|\bwithout {_A_YES},? (?:i|we|nothing)\b[^.;?]*\b(?:not|nothing|never|unable)\b"
)

_OF_USE = expression(
    r"\b(?:would|will|does) (?:that|this|it) (?:be )?(?:of )?(?:any )?(?:use|help)(?:ful)?(?: (?:to|for))?(?: you)?\?$"
)


def asks_for_yes(sentence: Sentence) -> bool:
    """Whether it asks or waits for a yes that it calls so, and not for a code or a form that has such a name."""
    if sentence.vocabulary.isdisjoint(_GATE):
        return False
    if (_ASKS if sentence.question else _WAITS).search(sentence.plain) is not None:
        return True
    sent_back = _BACK.search(sentence.plain) is not None and _WHENEVER.match(sentence.plain) is None
    return sent_back or _SAY_IF.search(sentence.plain) is not None


def acts_on_yes(sentence: Sentence) -> bool:
    """Whether it says that something will be done as soon as there is a yes, or where the customer is content."""
    if sentence.question or sentence.vocabulary.isdisjoint(_GATE):
        return False
    return _THEN.search(sentence.plain) is not None or any(
        rule.search(sentence.plain) for rule in (_IF_HAPPY, _BY_LEAVE)
    )


def acts_only_on_yes(sentence: Sentence) -> bool:
    """Whether it says that nothing can be done without a yes, which refuses nothing."""
    return not sentence.question and _ONLY_WITH.search(sentence.plain) is not None


def asks_if_of_use(sentence: Sentence) -> bool:
    """Whether it asks only if what has been offered is of use, and for nothing more about it."""
    return sentence.question and _OF_USE.search(sentence.plain) is not None
