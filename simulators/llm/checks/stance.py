"""Yes and no in a customer's words: kept as they were decided, or read where nobody decided them."""

import re
from typing import Literal

from simulators.agenda.moves import MoveKind
from simulators.llm.checks.fault import Fault
from simulators.llm.checks.secrets import actions_in
from simulators.llm.checks.values import figures_in, known_values
from simulators.llm.draft import Draft
from simulators.understand.values import says

Stance = Literal["agree", "reject"]


def _of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_SET_PHRASES = _of(
    r"\bno (?:problem|worries|rush|hurry|objections?|doubt|need to (?:wait|hurry))\b|\bnot a problem\b|\bwhy not\b"
    r"|\b(?:don't|do not) (?:mind|hesitate|worry)\b|\bcan't wait\b|\bno one\b|\bnot only\b|\bif (?:you|that)'?s? "
    r"(?:don't mind|ok(?:ay)?|possible|please)\b|\bno longer\b"
)
_GO_AHEAD = _of(
    r"\b(?:go(?:ing)? ahead|go for it|proceed|do it|do that|do so|make it happen|carry on|get it done|let's do"
    r"|you may (?:go|do|start|begin|proceed)|that works|works for me|sounds (?:good|great|fine|right|perfect)"
    r"|(?:ready|happy|glad|willing) to (?:confirm|proceed|go)"
    r"|go with (?:it|that)|i (?:agree|accept|approve|confirm"
    r"|consent)|agreed|approved?|confirmed|deal"
    r"|by all means|please do\b(?! not| n)|fine by me"
    r"|you have my (?:approval|consent|permission|ok(?:ay)?|blessing|agreement|word|go))\b"
)
_PUSHED = _of(
    r"(?P<led>^(?!\W*(?:sure|ok|okay|fine|right|absolutely|of course)\b).*?\w\W+)"
    r"\b(?:do (?:it|that|so)|make it happen)\b"
)
"""An order to somebody who has refused, which agrees to nothing."""
_GIVEN_IN = _of(r"\bi accept\b")
_YES = _of(
    r"\b(?:yes|yep|yeah|yup|sure(?! (?:if|whether|that|about|what))|absolutely|definitely|exactly|correct|right|perfect"
    r"|ok(?:ay)?|fine|(?:looks|sounds) good)\b"
)
"""A plain yes, which no agent can miss."""
_SAID_YES = _of(r"^\W*(?:(?:oh|well|um|ah|hm+),? )?(?:yes|yep|yeah|yup|aye)\b")
_ONLY_YES = _of(
    r"^\W*(?:absolutely|definitely|certainly|of course|sure|exactly|correct|ok(?:ay)?|fine)"
    r"(?:\W+(?:please|thing|do (?:it|that)|go ahead|proceed))*\W*$"
)
_NO = _of(
    r"\b(?:no|nope|nah|never|not|cannot|wrong|incorrect|mistaken|stop|neither|nor|decline|refuse|reject|against)\b"
    r"|n't\b|\binstead\b"
)
_SAID_NO = _of(
    r"^\W*(?:(?:oh|well|um|ah|hm+|sorry|actually),? )?(?:no|nope|nah|never|not|stop"
    r"|(?:please |i )?(?:don't|do not|would not|wouldn't|won't)(?! (?:know|have|remember|mind|see|understand|get))"
    r"|i'd rather not|i (?:refuse|decline|reject)|that(?:'s not| is not| isn't))\b"
)
_HEDGE = _of(
    r"\b(?:but|unless|if|only if|except|provided|maybe|perhaps|possibly|not sure|unsure|think (?:about|it over)|later"
    r"|hold on|hang on|wait|however|depends?|might|on (?:the )?condition"
    r"|let me (?:think|see)|inclined|tempted|leaning|would say|probably|guess|suppose|first|before you|although|yet"
    r"|as long as|once|after|when|until|actually|scratch|in theory|also|tell me|would like to|rescind"
    r"|take (?:it|that) back|whatever|only|half|partly|some of|someday|tomorrow|another|different|anyway|instead"
    r"|pretend|as if|kidding|joking|would have|wish)\b"
)
_LET_GO = _of(
    r"\b(?:never ?mind|forget (?:it|about)|leave it|drop (?:it|that|the)|don't bother|changed my mind|second thoughts?"
    r"|call(?:ed)? (?:it|this) off|scrap (?:it|that)|withdraw|no longer want|give up|give in|accept (?:that|it|your)"
    r"|i understand(?! (?:that )?you)|i see why|fair enough|so be it|that's (?:okay|ok|fine) then|can't be helped)\b"
)
_NEGATION = _of(
    r"\b(?:no|not|never|none|nothing|nobody|nowhere|neither|nor|without|cannot|used to|formerly|instead of"
    r"|rather than|refuse|stop"
    r"|avoid|except|unless|neither)\b|n't\b"
)
_GIVES_IN = frozenset(
    {
        MoveKind.ACCEPT_REFUSAL,
        MoveKind.TAKE_PROMISED,
        MoveKind.ABANDON,
        MoveKind.LEAVE,
        MoveKind.GIVE_UP,
        MoveKind.REJECT,
        MoveKind.NOT_ASKED_FOR,
        MoveKind.NO_NEED,
        MoveKind.TAKE_NEXT,
        MoveKind.COMPLETE,
        MoveKind.REST_STAYS,
        MoveKind.ONLY_THAT,
    }
)
_SAYS_NOT = frozenset(
    {
        MoveKind.CANNOT_GIVE,
        MoveKind.NO_IDEA,
        MoveKind.NO_PREFERENCE,
        MoveKind.NOTHING_TO_TELL,
        MoveKind.NOTHING_ELSE_KNOWN,
        MoveKind.DECLINE,
        MoveKind.CONTEST,
        MoveKind.PRESS,
        MoveKind.PUZZLED,
        MoveKind.CLARIFY,
        MoveKind.NOTHING_MORE,
    }
)
"""Moves with a no that answers no proposal."""
_SAYS_RIGHT = frozenset(
    {
        MoveKind.AFFIRM,
        MoveKind.TAKE_PROMISED,
        MoveKind.ACCEPT_TRANSFER,
        MoveKind.THANK,
        MoveKind.ACKNOWLEDGE,
        MoveKind.ACKNOWLEDGE_TRANSFER,
        MoveKind.NOTHING_MORE,
    }
)
"""Moves with a yes or an OK that agrees to nothing."""


_TELLS = frozenset({MoveKind.GIVE, MoveKind.WANT, MoveKind.CHOOSE, MoveKind.LOOK_UP})
"""Moves that do as they were asked, so that a "sure" before them is no answer to a proposal."""


def stance_fault(text: str, draft: Draft) -> Fault | None:
    """What is wrong if a yes, a no, or neither of them is not what was decided."""
    plain, like = plain_stance(text), plain_stance(draft.text)
    if not draft.kinds & _GIVES_IN and (let_go := _beyond(_LET_GO, plain, like)):
        return Fault("stance", f"{let_go!r} gives up what you want")
    match draft.reply.stance:
        case "agree":
            return _no_yes(plain, like)
        case "reject":
            return _no_no(plain, like)
        case _:
            return _takes_sides(plain, like, draft)


def _no_yes(text: str, like: str) -> Fault | None:
    if not (_YES.search(text) or _GO_AHEAD.search(text)):
        return Fault("stance", "the draft says yes, and this does not")
    if doubt := _beyond(_NO, text, like) or _beyond(_HEDGE, text, like):
        return Fault("stance", f"the draft says yes without conditions, and {doubt!r} is none")
    if text.rstrip().endswith("?") and not like.rstrip().endswith("?"):
        return Fault("stance", "the draft says yes, and this asks")
    return None


def _no_no(text: str, like: str) -> Fault | None:
    if not _NO.search(text):
        return Fault("stance", "the draft says no, and this does not")
    if _YES.match(text.lstrip()):
        return Fault("stance", "the draft says no, and this begins like a yes")
    if yes := _beyond(_GO_AHEAD, text, like) or _beyond(_SAID_YES, text, like):
        return Fault("stance", f"the draft says no, and {yes.strip()!r} says yes")
    return None


def _takes_sides(text: str, like: str, draft: Draft) -> Fault | None:
    if yes := _beyond(_GO_AHEAD, _beside_the_point(text, draft), like):
        return Fault("stance", f"the draft does not agree to anything, and {yes!r} does")
    says_right = bool(draft.kinds & (_SAYS_RIGHT | _GIVES_IN))
    for sentence in _sentences(text):
        leads = not says_right and _SAID_YES.search(sentence) and not _any(_SAID_YES, like)
        if leads or (not draft.kinds & (_SAYS_RIGHT | _GIVES_IN | _TELLS) and _ONLY_YES.search(sentence)):
            return Fault("stance", "the draft says neither yes nor no, and this says yes")
        if not draft.kinds & (_SAYS_NOT | _GIVES_IN) and _SAID_NO.search(sentence) and not _any(_SAID_NO, like):
            return Fault("stance", "the draft says neither yes nor no, and this says no")
        if _turned(sentence, like, draft):
            return Fault("stance", "it says of something in the draft that it is not so")
    return None


def stance_of(text: str) -> Stance | None:
    """What a customer's words say to a proposal, as far as can be told without knowing it: a correction is a no."""
    plain = plain_stance(text)
    if "?" in plain and not (_SAID_YES.search(plain) or _SAID_NO.search(plain) or _GO_AHEAD.search(plain)):
        return None
    if _SAID_NO.search(plain) or (_NO.search(plain) and not _SAID_YES.search(plain) and not _GO_AHEAD.search(plain)):
        return "reject"
    agrees = any(said.search(plain) for said in (_SAID_YES, _ONLY_YES, _GO_AHEAD)) or _YES.match(plain.lstrip())
    if not agrees:
        return None
    return "reject" if _NO.search(plain) or _HEDGE.search(plain) else "agree"


def plain_stance(text: str) -> str:
    """The text without set phrases in which a no is none, and with plain apostrophes."""
    return _SET_PHRASES.sub(" ", text.replace("\u2019", "'").replace("\u2018", "'"))


def _sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?])\s+", text) if part.strip()]


def _any(pattern: re.Pattern[str], text: str) -> bool:
    return any(pattern.search(sentence) for sentence in _sentences(text))


def _beside_the_point(text: str, draft: Draft) -> str:
    """The text without words that agree to a proposal in other replies, and not in this one."""
    if draft.kinds & _GIVES_IN:
        text = _GIVEN_IN.sub(" ", text)
    if MoveKind.PRESS in draft.kinds:
        text = " ".join(_PUSHED.sub(r"\g<led>", sentence) for sentence in _sentences(text))
    return text


def _turned(sentence: str, like: str, draft: Draft) -> bool:
    """Whether a sentence says not, beside a value or an action, and the draft nowhere does."""
    if not _NEGATION.search(sentence) or _NEGATION.search(like):
        return False
    return bool(figures_in(sentence, draft.lexicon) or actions_in(sentence, draft.lexicon)) or any(
        says(sentence, source.kind, source.value, source.say) for source in known_values(draft.scenario)
    )


def _beyond(pattern: re.Pattern[str], text: str, like: str) -> str | None:
    """What the pattern finds in a text and not in the one it is like."""
    known = {found.group().lower() for found in pattern.finditer(like)}
    return next((found.group() for found in pattern.finditer(text) if found.group().lower() not in known), None)
