"""What an agent tells of its own doing: the look-ups and steps that it takes itself, and what it comes upon."""

from simulators.understand.clauses import Sentence
from simulators.understand.words import expression, listed

_ADVERB = (
    r"(?:(?:just|now|first|also|quickly|then|next|briefly|please|once more|simply|immediately|go ahead and|try to"
    r"|attempt to|proceed to|start by|begin by|move on and|have to|need to|quickly) )*"
)
_LEAD = (
    r"(?:(?:thanks?|thank you|ok|okay|all right|alright|right|great|sure|perfect|got it|understood|certainly|of course"
    r"|sorry|apologies|now|first|firstly|second|secondly|next|then|finally|lastly|also|so|and|but"
    r"|before anything else|to start with|for that)[,.:!]? |(?:to|in order to|so that|since|as|before)\b [^,:;?]{2,80},"
    r" |(?:i am )?sorry[^,:;?]{0,30}, (?:but )?){0,3}"
)
_LOOK = (
    r"(?:(?:double|cross)-?check|check(?! in\b)|re-?check|look(?:ing)? (?:up|at|into|for|through|over|in|back|again)"
    r"|retriev(?:e|ing)|fetch(?:ing)?|pull(?:ing)?(?: up| out| in)?|re-?load|load(?:ing)?|open(?:ing)?|bring(?:ing)? up"
    r"|call(?:ing)? up|locat(?:e|ing)|search(?:ing)?|find(?:ing)?|go(?:ing)? (?:through|over|back|into)|read(?:ing)?"
    r" (?:through|over)|re-?view(?:ing)?|examin(?:e|ing)|inspect(?:ing)?|compar(?:e|ing)|re-?calculat(?:e|ing)"
    r"|calculat(?:e|ing)|comput(?:e|ing)|work(?:ing)? out|add(?:ing)? up|figur(?:e|ing) out|re-?run(?:ning)?"
    r"|run(?:ning)?"
    r"|scan(?:ning)?|trac(?:e|ing)|track(?:ing)? down|identify(?:ing)?|determin(?:e|ing)|investigat(?:e|ing)"
    r"|checking|double-checking|access(?:ing)?|have (?:a|another) (?:\w+ )?look)"
)
_AGAIN = (
    r"(?:re-?try|redo|try (?:again|once more|one more time|(?:that|this|it|the \w+(?: \w+)?) (?:again|once more"
    r"|one more time)|to \w+|one more|another|with the|with your|with that|the (?:other|one|next))"
    r"|(?:attempt|repeat) (?:the|this|that|it|to)|move on to (?:the|your|order|reservation|booking)|correct (?:that"
    r"|this|it|the))\b"
)
_RECORD = (
    r"(?:product|item|order|flight|reservation|booking|account|profile|user|customer|policy|plan|contract|line|fare"
    r"|price|pricing|stock|billing|usage|tracking|transaction|purchase|trip)"
)
_KNOWN = (
    rf"(?:(?:the )?(?:details|terms|history|contents|status) of (?:the|your|each|that|this|those|these) (?:\w+ "
    rf")?{_RECORD}s?\b|"
    r"(?:the|these|those|each|all|all the|some|any|your|both|that) (?:[\w'-]+ ){0,2}?"
    rf"{_RECORD} (?:details|information|info|history|records?|list|profile|number of|data|options|availability)\b"
    r"|(?:the|which|what|whether|if|each|that the|all) (?:[\w'-]+ ){0,3}?(?:prices?|totals?|availability|stock|options"
    r"|status|variants?|fares?|balance|inventory|terms|conditions|difference|item (?:id|number)s?|product ids?"
    r"|amounts?|excess|fees?)\b|your (?:\w+ )?(?:profile|account|order|reservation|booking)s?(?! (?:id|number|code"
    r"|no\b|ref))\b|(?:the|your) (?:[\w'-]+ ){1,5}?(?:from|in|on|with|against) (?:your|the|our) (?:profile|account"
    r"|records?|system|file|booking|reservation|order)\b)"
)
"""What an agent looks up, and no customer is asked for."""
_OF_THEIRS = (
    r"(?! (?:(?:on|up|at|for) )?your (?:[\w'-]+ ){0,2}?(?:name|e-?mail|id|number|code|postcode|zip|address|date|phone"
    r"|card|identity|passport|password|pin|details|information)\b)"
)
_SELF = expression(
    rf"{_LEAD}(?:let me {_ADVERB}(?:{_LOOK}|{_AGAIN}|(?:get|obtain|confirm|verify|see|take) {_KNOWN}|(?:verify|confirm"
    r"|validate) (?!(?:with you|this with|that with|the details with|your (?:choice|request|wish))\b)(?:your|the)"
    r"|see (?:if|whether|which|what|when|where)|make (?:sure that|sure the|this|these|those|that|the)|get this)\b"
    rf"|(?:i|we) (?:will|am going to|are going to|would) {_ADVERB}(?:{_LOOK}|{_AGAIN}|(?:get|obtain|take|confirm"
    rf"|verify|see) {_KNOWN}|(?:confirm|verify) [^,;:]{{3,60}} (?:with|against|in) (?:our|the) (?:records?|system"
    r"|files?))\b"
    rf"|(?:i|we) (?:(?:will|would|still|also|first|now|do) )*(?:need|have) to {_ADVERB}(?:{_LOOK}{_OF_THEIRS}|{_AGAIN}"
    rf"|(?:get|obtain|see|verify|confirm) (?!your\b){_KNOWN})\b)"
)
_TOGETHER = expression(
    rf"{_LEAD}let us {_ADVERB}(?:(?:start|begin) (?:by|with) (?:{_LOOK}|verifying|confirming)|{_LOOK}|verify|have a "
    rf"look"
    r"|see (?:if|whether|which|when|where|how (?:many|much))"
    r"|try (?:again|once more|one more time|(?:that|this|it) (?:again|once more|one more time)"
    r"|to \w+)(?! with your| using your)"
    r"|move on to (?:the|your|order|reservation|booking|#))\b"
)
_ASKS = expression(
    r"\b(?:please|kindly|could you|can you|would you|let me know|tell me|from you|with you|you (?:can|could) (?:provide"
    r"|share|send|tell|give)|once you|if you|when you|after you|unless you|until you|provide me|i (?:will )?(?:also )?"
    r"need your|need (?:to know|you to)|(?:once|when|as soon as|after|until) (?:i|we) (?:have|get|know|receive|hear)"
    r"|by (?:asking|having you)|(?:and|so) (?:what|which|how|when|where))\b"
)
"""What makes of a sentence more than a tale of the agent's own doing."""
_GATE = listed("let need will going have would")
_FETCHES = expression(
    r"\b(?:i|we) will (?:\w+ )?(?:retrieve|get|fetch|take|look up|pull|find) [^,;:]{3,60} (?:from|in) (?:your|the|our)"
    r" (?:profile|account|records?|system|files?|booking|reservation|order|policy|database)\b"
)
_HITCH = (
    r"(?:issue|problem|error|difficult(?:y|ies)|hiccup|glitch|snag|hitch|discrepancy|mismatch|inconsistency"
    r"|malfunction|time-?out)s?"
)
_MACHINE = (
    r"(?:system|tool|search|look-?up|update|request|attempt|payment|page|database|server|app|exchange|return|booking"
    r"|refund|cancell?ation|upgrade|change|transfer|query|call)"
)
_MET = expression(
    rf"\b(?:i|we) (?:(?:am|are|have|had|was|were|seem to|appear to|just|still|also|currently|now|be) )*(?:encounter"
    r"|encountered|encountering|experience|experienced|experiencing|ran into|run into|running into|hit|hitting|got"
    r"|get|getting|received|receiving|met|having|faced|facing|come across|came across) (?:(?:with|an?|some|another"
    rf"|the same|this) )?(?:\w+ ){{0,2}}{_HITCH}\b"
    r"|\bthere (?:(?:is|was|has|have|are|were|been|be|seems|seem|appears|appear|to|still|also|now) )+(?:an?|some"
    rf"|another) (?:\w+ ){{0,2}}{_HITCH} (?:in|with|on|when|while|retrieving|loading|processing|during|between|at"
    r"|accessing|saving)\b"
    rf"|\b(?:the|our|my|this) (?:[\w-]+ ){{0,2}}{_MACHINE} (?:(?:has|have|just|still|again|keeps?) )*(?:returned"
    rf"|returns"
    r"|reports?|reported|threw|throws|gave|failed|fails|timed out|times out|rejected|crashed|(?:is|was) not"
    r" responding|(?:did|does|has) not (?:go|gone) through)\b"
    rf"|\bthe [\w-]+ (?:\w+ )?(?:did|has) not (?:go|gone) through because of an? (?:\w+ ){{0,2}}{_HITCH}\b"
    r"|\bsomething went wrong (?:while|when|with|on)\b"
)
_MET_GATE = listed(
    "issue issues problem problems error errors difficulty difficulties hiccup glitch snag hitch discrepancy mismatch",
    "inconsistency malfunction timeout time-out discrepancies returned returns reports reported threw throws gave "
    "failed",
    "fails timed times rejected crashed responding through wrong",
)
_OF_RECORD = expression(
    r"\b(?:has|have) (?:both |all )?already been \w+|\bbeen delivered\b|\bwas \w+ed by the (?:airline|courier|carrier"
    r"|seller|shop|store|bank|sender|hotel|merchant)\b|\baccording to (?:our|the|my) (?:records?|system|books|files?)\b"
    r"|(?:\border\b[^,;:.]{0,20}|(?<!return )(?<!refund )(?<!exchange )(?<!cancellation )#?\b[a-z]?\d{4,}) (?:has|have)"
    r" (?:now |just |already )?been (?:processed|dispatched|shipped)"
    r"(?:, (?:which|so|meaning)| (?:so|and (?:is|so|therefore|can)))\b"
    r"|\bonly (?:be \w+ )?once\b[^.]*, (?:and|but) [^,;:.]*\b(?:has|have) (?:just |already |now )+been \w+"
    r"|^(?:[\w' ]{1,20}, )?(?:i|we)"
    r" (?:have |can )?(?:now )?(?:checked|found|see|reviewed|looked (?:at|up|into))\b[^:;]{0,40}: "
)
"""Begins to tell what a record says, so that what has been done after it is of the record as well."""
_RECORD_GATE = listed("been was according checked found see reviewed looked")


def narrates(sentence: Sentence) -> bool:
    """Whether it only tells what the agent looks up or does next: "let me find your order to see the number"."""
    if sentence.question or sentence.vocabulary.isdisjoint(_GATE) or _ASKS.search(sentence.plain):
        return False
    return _SELF.match(sentence.plain) is not None or _TOGETHER.match(sentence.plain) is not None


def does_together(sentence: Sentence) -> bool:
    """Whether it tells so as of both, which in a message with steps for the customer is the customer's doing."""
    return _TOGETHER.match(sentence.plain) is not None


def fetches(sentence: Sentence) -> bool:
    """Whether it says where the agent will take something from, which nothing that is asked besides holds up."""
    return not sentence.question and _FETCHES.search(sentence.plain) is not None


def met_hitch(sentence: Sentence) -> bool:
    """Whether it reports that a look-up or a change of the agent's has failed."""
    if sentence.question or sentence.vocabulary.isdisjoint(_MET_GATE):
        return False
    return _MET.search(sentence.plain) is not None


def is_of_record(sentence: Sentence) -> bool:
    """Whether it tells what a record says has been done: "it has already been cancelled, and the refund issued"."""
    if sentence.question or sentence.vocabulary.isdisjoint(_RECORD_GATE):
        return False
    return _OF_RECORD.search(sentence.plain) is not None
