"""Questions that yes or no answers, or one of two states: they ask for a fact, or for something that one may have."""

import re

from simulators.understand.mentions import mentioned
from simulators.understand.slots import CHOICE, OTHER, SlotIndex
from simulators.understand.words import expression, listed

_OPENS = (
    r"(?:(?:and|but|so|also|oh|hm+|ah|ok|okay|now|right|then|first|lastly|finally|next|meanwhile|just to check|tell me"
    r"|quick (?:question|check)|by the way|one more (?:thing|question)|(?:(?:when|if|after|once|since)"
    r" (?:you|it|that|the|your)\b|on|in|at|for|with)[^,?]{3,60},)[,:]? )*"
)
_ITSELF = (
    r"(?:it|they|that|this|these|those|there|any|all|some|none|both|everything|something|nothing|anything"
    r"|any(?:one|body)|some(?:one|body)|every(?:one|body)|he|she|(?:the|your|an?|its|their"
    r"|one of) (?!dates?\b)[\w-]+)\b"
)
_ABOUT_THINGS = rf"(?:is|are|was|were|does|do|did|has|have|had|will|could|might|can) {_ITSELF}"
_ABOUT_YOU = (
    r"(?:did|have|had|were|are|do|was) (?:you|either of you|any of you)\b"
    r"(?! (?:able to (?:tell|give|share|provide|send|confirm)|want|need|like|wish|prefer|fancy|mean|mind|rather|after"
    r"|looking|thinking|hoping|interested|happy|ok|okay|fine|sure|ready|good|agreed|agree(?! to that)|care|favou?r"
    r"|leaning|still want|still need|going|open to|paying)\b)"
)
_ABLE = r"(?:can|could) you (?:still |now |already )?(?:see|hear|feel|smell|get (?:in|online|to)|log|open|make calls)\b"
_STATE = (
    r"(?:on|off|enabled|disabled|solid|blinking|flashing|steady|green|red|orange|amber|white|blue|open|closed|locked|full"
    r"|empty|wet|dry|working|black|frozen|hot|cold|dead|plugged in|unplugged)"
)
_YES_OR_NO = expression(
    f"{_OPENS}(?:(?P<things>{_ABOUT_THINGS})|{_ABOUT_YOU}|{_ABLE}|(?P<states>(?:is|are|was"
    f"|were) .*{_STATE},? or {_STATE}\\b))"
)
_HAVING = expression(
    rf"{_OPENS}(?:(?:do|did) you (?:still |perhaps |maybe |by any chance |happen to |at least |also )*(?:have|know"
    r"|remember|recall|hold|own|use)|have you (?:still |perhaps |already )*(?:got|settled on|decided on|picked|chosen"
    r"|fixed)|is there|are there|can you see|(?:did|have|has) \w+ (?:give|given|send|sent|issue|issued|hand|handed)"
    r" you) (?P<thing>.*)"
)
_VERBLESS = expression(
    rf"{_OPENS}(?:any|still|got|no|nothing|anything|everything|all|both|same|(?:does|did|is|has) (?:it|that))\b"
)
_NAMED_IN_IT = listed(
    "different another else else's alone travelling traveling flying insurance insured cover protection luggage bags",
    "suitcases correct right flexible possible prefer preferred preference name names why how which what who whom",
    "ones please preferences favourite favorite takers questions thoughts ideas chance clear good okay ok set sorted",
    "others joining yourself company done more whose want wanted like need needed instead appeal appeals suit suits",
    "better fancy reason wrong mistake longer slip typo mistyped mistaken misread digit",
)
"""Words with which such a question asks for more than a fact: for another value, for company, for a wish."""
_ASKS_WHEN = expression(r"\b(?:know|remember|recall|say|tell|sure|idea|and|or|decided?) (?:when|where)\b")
_CHOOSES = expression(
    r"\b(?:want|would|one|ones|both|(?:or|just|only) (?:just|only|the|all)|refund|replacement|shall|should)\b"
)
_SHORT = 7
_BOUND = expression(r"[,;:(?]| (?:and|or|for me|to hand|handy|at hand|with)\b")
_POINTS = expression(r"(?:it|that|this|them|those|these|one|any|some)\b")
_DIGITS = expression(r"\d{3}")
_OF_ITS_KIND = expression(
    r"\b(?:promo(?:tion(?:al)?)?|discount|voucher|coupon|referral|gift) (?:codes?|messages?)|passports?|visas?"
    r"|languages?|receipts?|photos?|pictures?|screenshots?|documents?\b"
)


def slots_by_yes_or_no(question: str, index: SlotIndex) -> tuple[str, ...]:
    """What it asks for if yes or no would answer it with a fact; none if it is no such question.

    A question whether one has something asks for the thing where that is a slot: "do you have the order number?".
    """
    if index.story is None:
        return ()
    if having := _HAVING.match(question):
        return _of_having(question, having.start("thing"), index)
    said = frozenset(re.findall(r"[\w']+", question))
    if not said.isdisjoint(_NAMED_IN_IT) or _ASKS_WHEN.search(question):
        return ()
    asking = _YES_OR_NO.match(question)
    if asking is None:
        return (index.facts,) if index.facts and _is_verbless(question, said, index) else ()
    if "the one " in question or "only you" in question or (" or " in question and _CHOOSES.search(question)):
        return ()
    fact = index.story if asking["things"] or asking["states"] else index.facts
    return (fact,) if fact else ()


def _is_verbless(question: str, said: frozenset[str], index: SlotIndex) -> bool:
    """Whether it is short for such a question: "any bars showing?"."""
    if len(said) > _SHORT or _VERBLESS.match(question) is None:
        return False
    return not mentioned(question, index, 1)


def _of_having(question: str, start: int, index: SlotIndex) -> tuple[str, ...]:
    bound = _BOUND.search(question, start)
    end = bound.start() if bound else len(question)
    thing = question[start:end]
    if _OF_ITS_KIND.search(thing):
        return (OTHER,)
    if not _DIGITS.search(thing):
        said = frozenset(thing.split())
        if _POINTS.match(thing) or not _NAMED_IN_IT.isdisjoint(said):
            return ()
        if keys := mentioned(question[:end], index, start):
            return keys[:1] if CHOICE not in keys else ()
    return (index.facts,) if index.facts else ()
