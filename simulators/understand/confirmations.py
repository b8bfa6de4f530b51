"""Rules for CONFIRM: one specific proposal, where a bare yes lets the agent act on it."""

from collections.abc import Callable

from simulators.understand.assents import acts_on_yes, asks_for_yes
from simulators.understand.beside import also_proposes
from simulators.understand.clauses import Sentence
from simulators.understand.lacks import says_without
from simulators.understand.pleas import GO, GOOD, THIS, bids_confirm, pleads, waits_for_yes
from simulators.understand.proposals import names_alternatives, offers_choice
from simulators.understand.short_asks import asks_only_for_yes
from simulators.understand.words import expression

_IS_THIS = (
    r"^(?:and |so |then )?(?:is|was|are|were) (?:this|that|it|these|those)(?![^?]* or ) the (?:\w+ ){"
    r"1,3}?(?:that |which )?you (?:would like to|want(?:ed)? to|wish(?:ed)? to|are (?:referring|talking|looking)|were "
    r"(?:referring|talking|looking))\b"
)
_CONFIRM_QUESTION = expression(
    r"\b(?:would you (?:also |still |then |rather )?(?:like|want|prefer) (?:me|us) to|do you (?:want|wish"
    r"|need)(?: for)? (?:me|us) to|shall (?:i|we)|should (?:i|we)|"
    r"(?:may|can|could) (?:i|we) (?:ask(?: you)? for|get|request) (?:your|an?) (?:explicit |clear |quick |final )?"
    r"(?:yes|confirmation|approval|go-ahead|ok|okay)(?! (?:number|code|id|e-?mail))|"
    rf"(?:may|can|could) (?:i|we) (?:{GO}|have your (?:confirmation|approval|permission|consent|go-ahead"
    rf"|ok)(?! (?:number|code|id)))|(?:is|are|does|do) {THIS} (?:\w+ )?(?:{GOOD}|look|looks|sound|sounds|work|works"
    rf"|match|seem)(?! (?:now|again|properly|correctly|any))|(?:looks?|sounds?) {GOOD}|is (?:that|this"
    rf"|it) (?:all )?{GOOD}|do you (?:confirm|agree|accept|consent|approve|authori[sz]e|wish to|want to"
    rf"|still want to)|"
    r"(?:that )?you are (?:okay|ok|fine|happy|comfortable|good|alright) with|are you (?:sure|ok|okay|happy"
    r"|comfortable|fine|ready|good|certain)|(?:would|will) (?:that|this"
    rf"|it) (?:be {GOOD}|work)|would you (?:still |also |then )?(?:like|want|prefer|wish) to|would you like (?:this"
    rf"|that|the|a|an|it|your)|"
    r"do i have your|have i your (?:consent|approval|agreement|permission|leave|go-ahead|ok|yes)"
    r"|^(?:so |and |well,? )?what do you say(?=\?$)|can you (?:please )?confirm (?:that|if|whether|this|these"
    r"|the (?:above|following|details|changes?))|could you (?:please |kindly )?confirm (?:that|if|whether|this|these"
    r"|you(?! r)|the (?:above|following|details|changes?))|"
    rf"ready to {GO}|good to go|all (?:good|correct)|ready for me to|(?<!you )want me to|(?:okay|ok|fine|good"
    r"|alright) with (?:you|that)|is it (?:ok|okay|all right|alright|fine) (?:if|to|for|with)|how (?:does|do"
    r"|would) (?:that|this|it|these) (?:sound|look)|do you confirm)\b|\bif you (?:would )?(?:like|want|wish)\?"
    r"|^(?:interested|deal|all right|may i|shall i|do (?:it|that|this)|(?:so )?go for it)\?"
    r"|\bwould that be (?:okay|ok|fine|alright|all right|good)"
    r"|^(?:do you )?want (?:it|that|this|one|them)\?|^(?:please )?confirm\?|\b(?:can|could|may|shall|should) i\?$"
    r"|\bwould you like (?:some |more |further )?(?:information|details|instructions|guidance) (?:on|about|for) how "
    r"to\b"
    rf"|{_IS_THIS}"
    r"|\b(?:did|do) you mean (?:the |your |this |that )?(?:\w+ )?#?\w*\d|^(?:\w+, )?(?:is|was) (?:that|this|it)"
    r" (?:the (?:one|order|item|address) you (?:mean|meant|have in mind)\b|about (?:the |your )?\w+ #?\w*\d"
    r"|a (?:final |clear |firm )?yes\b)|\b(?:final|firm|clear) (?:yes|ok|okay|answer)\?"
    r"|\b(?:do|does) (?:this|that|these|those|it)(?: \w+)? cover (?:everything|it all)\b"
    r"|^(?:\w+,? )?(?:is|are|will) (?:that|this|it|these|those|the \w+)(?: \w+)?(?: be)? (?:the only (?:thing"
    r"|one|item)s?|only the"
    r"|all(?: the (?:things|items|changes))?(?= (?:that )?(?:you|of what you)))\b"
    r"|^(?:so |and )?(?:is|was|would) (?:this|that|it)(?: be)? what you"
    r" (?:would like|want|need|had in mind|have in mind|asked|meant|mean|wish)\b"
    r"|\b(?:yes/no|yes or no|y/n|y[ae][ay] or nay)\b|[,:;)\u2013\u2014-] (?:correct|right|okay|ok|yes)\?"
    rf"|\b(?:correct|right|ok|okay|confirmed|(?<!before i )(?<!before we ){GO})\?"
)
_CHECKS = expression(
    r"(?:and |just |so )*(?:(?:one|a|another) )?(?:last |quick |final |double[- ])*(?:check|thing to confirm)"
    r"(?: (?:before|first|from)\b[^:?]*)?: (?!(?:is|are|was|were|do|does|did|have|has|can|could|will|would|your)\b)"
    r"(?!.*\b(?:what|which|how|where|when|who|whose|why|or)\b)[^?]*\?\W*$"
)
"""Puts up for a yes what stands behind its colon: "one quick check: the black one, not the brass one?"."""

_WH = expression(r"\b(?:which|what|how|where|when|who|why|whose)\b")
_WHAT_I_CAN = expression(r"^.{0,60}\bwhat (?:i|we) can do (?:is|instead is|here is) ")
_ANY_NAME = r"(?:(?!or\b)[\w'$#\u20ac\u00a3.,-]+ ){1,5}"
_CHANGE = (
    r"(?:apply|cancel|book|rebook|refund|send|submit|add|remove|change|switch|place|order|charge|put|proceed|go ahead"
    r"|save|store|enter|record|credit|split|divide|redirect|keep|swap|exchange|return|reserve|lock|block|close|open"
    r"|update|set|move|use|issue|file|confirm|arrange|schedule|start|release|raise|do|make|process|register"
    r"|upgrade|downgrade|ship|activate|transfer|pay|hold|waive|extend)"
)
_INFORMAL = expression(
    r"(?:^|[,:;.\u2013\u2014-] |\b(?:so|and|then|ok|okay|well|right|alright|\w+, ))(?:"
    rf"(?:may|can|could|shall|should|will) (?:i|we) (?:just |now |then |also |please )*{_CHANGE}\b(?! (?:your|the)"
    r" (?:name|e-?mail|number|last|date|zip|postcode|full)(?![^?]* (?:to|as|for) ))|(?:is|are|would|will|does|do"
    r"|sounds?|looks?|all|that|this|it|everything|you|we|be)? ?(?:that |this |it |you |we |everything |these )?(?:is "
    r"|are |be )?"
    r"(?:all )?(?:ok|okay|fine|alright|all right|good|happy|cool|agreeable|acceptable|content|agreed?|in agreement"
    r"|satisfied|in order|comfy|game)(?: (?:for|by|with|to|if) [^?]{1,80})?\?|(?:are )?(?:you|we) (?:are )?(?:agree"
    r"|agreed|in agreement"
    r"|good to go|all good|ready)\b[^?]{0,40}\?"
    rf"|(?:would|will|does|do) (?!you\b|your\b|either\b|one of\b|any of\b|(?:it|the (?:app|device|phone"
    rf"|\w+))\b(?=.* (?:now|again)\b)){_ANY_NAME}(?:work|suit|be (?:ok|okay|fine|alright"
    r"|all right|good|acceptable)|do)\b(?: (?:for|with) (?:you|that))?[^?,]{0,30}\?|(?:ready|okay|ok|happy|fine"
    r"|alright|all right|good|safe|cool) (?:for (?:me|us|that|this|it)|to (?:go|also|proceed|submit|book|send|switch"
    r"|do|place|confirm|have|cancel|use|get)|if (?:i|we)|with (?:that|this|it))\b[^?]{0,80}\?|(?:want|fancy|care for"
    r"|need|like|do you want|do you fancy) (?!to know|anything|something|any|a hand|help|some help)(?:that|this|it"
    r"|me to|one|them|the|a|an|your|us to)\b[^?]{0,80}\?|want (?:\w+ ){1,3}(?:back|in|on|instead|then|too"
    r"|as well)\b[^?]{0,30}\?|(?:would|do) you mind if (?:i|we)\b|mind if (?:i|we)\b|any objections?\b"
    r"|(?:are )?you (?:in|up for|on board)\?|would you (?:also )?(?:rather|prefer|like) (?:that )?(?:i|we|if (?:i"
    r"|we))\b|would you (?:also |still |perhaps )*like (?:a|an|the|this|that|one|it|your|new|two|\d)\b|(?:do|can|shall"
    r"|should|may) (?:i|we) (?:have|take|consider) (?:your |it )?(?:that |this )?(?:as )?(?:your )?(?:go-ahead"
    r"|blessing|word|ok|okay|yes|consent|leave|permission|approval|agreement|agreed|confirmed|settled)\b|(?:is"
    r"|have we got|do we have|have i got|do i have) (?:it |that |this )?(?:a )?(?:deal|a deal|a yes|a go"
    r"|your (?:go-ahead|blessing|okay|ok|consent))\b|(?:shall|should|can|may|could) (?:i|we)(?: do (?:that|this|it|so)"
    r"| go for it)?\?|deal\?|agreed\?|accepted\?|go for it\?|(?:does|would|do) (?:that|this|it|these"
    r"|they) (?:all )?(?:suit|work|appeal|do|tally|match|agree|seem|look|sound)\b(?! (?:now|again|properly|any))"
    r"|(?:how|what) about (?:it|that|this)\?)"
)
_BARE = expression(
    r"^(?:yes|yeah|yep|ok|okay|good|happy|correct|right|agreed|deal|shall we|fine|cool|all good|go"
    r"|still keen)\?$|^(?:ship|send|book|rebook"
    r"|cancel|refund|put|charge|go|use|add|keep|switch|move|place|submit|return|swap|exchange|apply|proceed"
    r"|order|reserve|lock|block|process|start(?! (?:with|by|off)\b)"
    r"|renew|close|deliver|mail|pay|release|waive|hold|upgrade|downgrade|remove"
    r"|confirm|same|change|update|save|redirect|split) (?:it|that|the|them|this|to|your|both|all|another|a|an|for|with"
    r"|from|on|in|by|as|[\w.+-]+@[\w.-]+|[$\u00a3\u20ac#]?\d|#?[a-z]{1,2}\d+"
    r")\b(?!.* or )[^?]{0,70}\?"
)
_OF_WISH = expression(
    r"^(?:(?:so|and|then|now|ok|okay|right|well)[, ]+|\w+, )*(?:(?:is|are) (?:this|that|it|these|those|(?:the"
    r"|your) [^?,;:]{2,60}?)|(?:this|that|it|these|those) (?:is|are))(?: \w+)? (?:the|what|which)\b(?! (?:first|last"
    r"|only)\b)(?: (?!is\b|are\b|you\b)[\w-]+){0,4} you (?:would like|want|wish|need|prefer|mean|have in mind"
    r"|are (?:after|thinking|looking|hoping|planning|going|trying))\b"
)
"""Asks whether what was wished is rightly understood: "are these the two things you want to return?"."""
_BIDS = expression(
    r"\b(?:could|can|would|will) you (?:please |kindly |just |also )*(?!be|agree|accept|like|prefer|rather|take"
    r"|mind)[a-z]+ "
)
_MEANT = expression(
    rf"{_IS_THIS}|\b(?:please|kindly|could you|can you|would you)(?: please| kindly| also| just)* (?:confirm|verify) "
    rf"that "
)
_CONFIRM_OR = expression(
    r"\b(?:please |kindly |just )+(?:confirm|reply with yes|say yes|answer yes)\b[^.]*,? or (?:else )?(?:please "
    r")?(?:let me know"
    r"|tell me) (?:if|what|which|how)\b"
)
_OR_AS_IT_WAS = expression(
    r"\b(?:shall|may|should) (?:i|we) [^?]*, or (?:do|would) you (?:rather )?(?:prefer|want|like|keep|leave) [^?]*"
    r"\b(?:after all|(?:as|the way) (?:it|they) (?:is|are|was|were))\?"
)
"""Names besides a proposal only what stands if it is not made."""
_NAMES_ANOTHER = expression(
    r"\b(?:would you (?:like|prefer|care|rather)|do you (?:want|wish)|want) (?:to )?(?:name|choose|pick|give|suggest"
    r"|specify|state|tell|try) (?:me |us )?(?:(?:an?|the|some) )?(?:another|different|other|smaller|lower|higher|new)"
    r" (?!one of\b)[\w-]+(?: [\w-]+)?(?: instead| then| for (?:it|that|this))?\?"
)
"""Asks for something else in the place of what was named, which no yes names."""


_WHETHER_ALL = expression(
    r"(?:^|[,:;] |\b(?:so|and|also|i),? )(?:(?:is|are) (?:just |only )?(?:this|that|it|these|those|the|your)\b"
    r"(?: (?!all\b)[\w'-]+){0,5}?|will (?:this|that|it|these|those|the|your)\b(?: (?!all\b)[\w'-]+){0,5}? be"
    r"|(?:ask|check|know|hear) (?:whether|if) (?:this|that|it|these|those|the|your)\b(?: (?!all\b)[\w'-]+){0,5}?"
    r" (?:is|are)) (?:really |just )?(?:all|everything|the (?:only|sole) (?:thing|item|one|product|article)s?)"
    r"(?:,? then)?(?=\W*$| (?:that )?(?:you|of what you|there is|to be|needs?|should|(?:is|are) )\b)[^,;?]*\?\W*$"
)


def asks_whether_all(sentence: Sentence) -> bool:
    """Whether it asks if what has been named is all that is wanted: "so is the flask all you want to exchange?"."""
    return sentence.question and _WHETHER_ALL.search(sentence.plain) is not None


_WOULD_AGREE = expression(r"\b(?:loved?|liked?|wish(?:ed)?|wanted|gladly|glad)\b[^,.;?]{0,20}\b(?:say|said) yes\b")


_AND_MAY_I = expression(
    rf"[,;] (?:and|so) (?:may|shall|should|can) (?:i|we) (?:then |now |just )*(?:{_CHANGE}|{GO})\b(?!.* or )[^?]*\?\W*$"
)


def asks_leave_besides(sentence: Sentence) -> bool:
    """Whether it ends in asking for leave, after another question: "is it spelled right, and may I save it?"."""
    return sentence.question and _AND_MAY_I.search(sentence.plain) is not None and not _WH.search(sentence.plain)


def would_agree(sentence: Sentence) -> bool:
    """Whether it regrets that the agent cannot say yes."""
    return _WOULD_AGREE.search(sentence.plain) is not None


def asks_to_confirm(sentence: Sentence, names_slot: Callable[[str], bool]) -> bool:
    """Whether a bare yes to it lets the agent act on one specific proposal, so that it does not ask for a slot."""
    plain, words = sentence.plain, sentence.vocabulary
    if "what" in words:
        plain = _WHAT_I_CAN.sub("", plain)
    called_so = asks_for_yes(sentence) or acts_on_yes(sentence) or asks_only_for_yes(sentence)
    if called_so or asks_leave_besides(sentence) or also_proposes(sentence) or _OR_AS_IT_WAS.search(plain):
        return True
    if offers_choice(sentence) or names_another(sentence) or says_without(sentence) or would_agree(sentence):
        return False
    if asks_whether_all(sentence) and not _WH.search(plain):
        return True
    if _asks_for_yes(plain) if sentence.question else waits_for_yes(plain, words):
        return True
    if pleads(sentence, plain, names_slot):
        return not (sentence.question and names_alternatives(plain))
    return not words.isdisjoint(("confirm", "approve", "verify")) and bids_confirm(plain, names_slot)


def asks_if_meant(sentence: Sentence) -> bool:
    """Whether it asks if something named is meant, which a yes answers: "please confirm that it is this one"."""
    return _MEANT.search(sentence.plain) is not None


def names_another(sentence: Sentence) -> bool:
    """Whether it asks if the customer would name something else: "would you like to name a different amount?"."""
    return sentence.question and _NAMES_ANOTHER.search(sentence.plain) is not None


def confirms_or_changes(sentence: Sentence) -> bool:
    """Whether it asks for a yes, or else for what is to be changed: "please confirm, or let me know if you want "
    "..."."""
    return _CONFIRM_OR.search(sentence.plain) is not None


def _asks_for_yes(plain: str) -> bool:
    """Whether a question is answered by yes or no."""
    found = _CONFIRM_QUESTION.search(plain)
    if found and not _WH.search(plain, 0, found.start()):
        return True
    if names_alternatives(plain):
        return False
    found = None if _BIDS.search(plain) else _INFORMAL.search(plain)
    if found and " or " not in found.group() and not _WH.match(plain):
        return True
    return _BARE.match(plain) is not None or _CHECKS.match(plain) is not None or _is_of_wish(plain)


def _is_of_wish(plain: str) -> bool:
    return " or " not in plain and _OF_WISH.match(plain) is not None


def repeats_wish(sentence: Sentence) -> bool:
    """Whether it asks if a wish is rightly understood, so that it asks for none: "is this the lamp you want back?"."""
    return sentence.question and _is_of_wish(sentence.plain)
