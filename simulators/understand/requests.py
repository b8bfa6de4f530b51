"""Rules for REQUEST: what is asked for, and which slots that is."""

import re
from collections.abc import Sequence

from simulators.understand.clauses import Sentence
from simulators.understand.slots import CHOICE, OTHER, VAGUE, SlotIndex, reworded
from simulators.understand.words import Phrase, listed, words

_GIVE = (
    r"(?:provide|share|tell|give|send(?! (?:it|them|the \w+|those|these) back)|specify|clarify|supply|state"
    r"|indicate|enter|include|list|describe|choose|select|pick|verify|confirm|let (?:me|us) know(?= (?:your|the"
    r"|which|what|how|if|whether|where|when|who|why|of|about|any))|type|furnish|submit|elaborate|identify|advise"
    r"|reply with|respond with|explain|double-check|check and)"
)
_CUE = re.compile(
    r"\b(?:(?:could|can|would|will|may|might) you (?:please |kindly |also |first |just |be able to "
    rf"|mind )*(?:{_GIVE}\b|help me with|sharing|providing|telling|confirming|specifying)"
    rf"|(?:please|kindly|just|simply)(?: also| kindly| first| just| then)* {_GIVE}\b(?! me (?:a|one|just) )|(?:can"
    r"|may|could|might) i (?:please |also |just |kindly )*(?:have|get|ask|know|verify|confirm|take)"
    r"|(?:i|we)(?: will| would| do| may)?(?: also| just| still| first| now| only)*(?: be)? (?:need|require"
    r"|ask for|want to know|have to ask|needing)(?! to (?:transfer|check|look|process|cancel|escalate|connect|be"
    r"|inform|let|decline|make))"
    r"|(?:i|we) (?:will|would) (?:also |just |first |still )*(?:need|require|like)(?: to (?:know|ask|verify|have"
    r"|confirm))|you (?:will |would |may )?(?:need to|must|can|could|should|have to) (?:also |first "
    r"|please )*(?:provide|share|tell|give|send me|specify|verify|let me know)"
    r"|(?:i|we) (?:would|will) (?:also |just )*(?:like|love) (?:to (?:know|ask|have|get)|your|some)"
    r"|need you to (?:provide|share|tell|give|send|specify|verify|confirm)|(?:let me know|tell me|inform me"
    r"|share with me|advise)(?: of| about)? (?:which|what|how|where|when|who|why|your|the|whether|whom)\b"
    rf"|if you (?:could|can|would)(?: please| kindly| just)* {_GIVE}\b|once you (?:have|provide|share|give|send"
    r"|tell|let me know)|(?:have|got|find|found|locate) (?:it|them|that"
    r"|those)(?: ready)?,? (?:please )?(?:let me know|share|send|provide)"
    rf"|(?:is|are) (?:also |still )?(?:needed|required|missing)\b|^(?:{_GIVE}) (?!me (?:a|one|just) )(?:me "
    r"|us )?(?:with )?(?:your|the|which|what|a|both|how|any)\b|^what about your\b|please:$"
    r"|\bare you able to (?:provide|share|give|tell)|i am (?:also |still )?(?:missing|looking for|going to need)"
    r"|appreciate if you could|help me (?:understand|identify|find)\b|,? please\.?$)"
)
_GATE = listed(
    "you please kindly need require let tell needed required missing provide share give send specify clarify",
    "choose select pick confirm verify describe enter list indicate state i we once advise",
)
_CUT = re.compile(
    r"\b(?:so (?:that )?(?:i|we|you)\b|in order (?:to|for)"
    r"|(?<!want )(?<!like )(?<!need )(?<!wish )(?<!able )(?<!going )(?<!prefer )(?<!trying )to (?:help|verify"
    r"|locate|look|find|proceed|process"
    r"|complete|continue|get|ensure|begin|start|assist|check|cancel|make|move|authenticate|pull|access"
    r"|confirm (?:that )?(?:your identity|it))\b|you can (?:find|usually)|it (?:should|is usually|can be)"
    r"|this (?:will|helps)|and i will|then i|i will|we will|before (?:i|we)|as (?:i|we)|because)\b"
)
_MODIFIER = re.compile(
    r"\b(?:associated with|linked (?:to|with)|tied to|registered|connected (?:to|with)|on file|attached to"
    r"|used (?:for|to|when|in|at)|for (?:your|the|this|that|which|a|an)|from (?:your|the|this)|of (?:your|the"
    r"|this)|on (?:your|the|this)|in (?:your|the|this)|to (?:your|the)|under (?:your|the)"
    r"|(?<!along )(?<!together )with (?:your|the)"
    r"|that (?:is|was|you)|with which|against)\b[^,;?()]*?(?=,|;|\?|\(|\)|$| and (?:your|the|also|a|what|which|how"
    r"|whether)\b| or (?:your|the|a)\b)"
)
_WH = re.compile(r"\b(?:which|what|how|where|when|who|whom|whose|why)\b")
_FEEL_FREE = re.compile(r"\b(?:feel free|hesitate|any ?time|reach out|in (?:the )?future|whenever you)\b")
_FOLLOWING = re.compile(
    r"\b(?:following|information|details|these|below|either|one of|any of|items?|things|both|provide|need|share"
    r"|confirm|verify|give|tell|send|have|get|specify|enter|required|missing)\b|^\W*please"
)
_VAGUE = re.compile(
    r"\b(?:more (?:details|information|about)|details|reason|describe|issue|problem|happen|explain|elaborate"
    r"|trying to|why)\b"
)
_POINTS_BACK = re.compile(
    r"\b(?:it|that|them|this|these|those|again|spelling|correct(?:ly)?|double-check|another|different)\b"
)
_ALL_OF_IT = re.compile(
    r"(?:so,? )?(?:please|kindly|could you|can you|would you)(?: please| kindly)* (?:provide|share|send|give|tell)"
    r"(?: me)?(?: with)? (?:all (?:of )?)?(?:it|them|this|these|that|those)\b(?! (?:item|order|one))"
)
_SUCH_AS = re.compile(r"\b(?:including|such as|for example|e\.g\.)\b.*$")
_ALSO = re.compile(
    r"\b(?:and|also)(?: then| please| also| kindly)* (?:provide|share|tell me|give me|specify|send me"
    r"|let me know (?:which|what|how|the|your))\b"
)
_BRACKETS = re.compile(r"\([^)]*\)")
_PICKS = re.compile(r"\b(?:which|prefer|like|choose|rather|want|option|options|how|these|those)\b")
_WHICH_ONE = re.compile(r"\bwhich (?:one|of (?:those|these|the two)|option|would)\b")
_BETWEEN = re.compile(r" or |\bbetween\b|\beither\b")
_CHOICE = re.compile(r"\b(?:which|prefer|would you like|do you want|do you mean|or)\b")
_RHETORICAL = re.compile(
    r"^(?:does that (?:make sense|help|answer)|is that clear|make sense|see\?|right\?|how are you"
    r"|how does that sound|how about that)\b"
)


def asks(sentence: Sentence) -> bool:
    """Whether it asks for information by its form; whether as a confirmation or openly is for others to say."""
    plain = sentence.plain
    if sentence.question:
        return _RHETORICAL.match(plain) is None
    if not sentence.vocabulary & _GATE or _FEEL_FREE.search(plain):
        return False
    return _CUE.search(plain) is not None


def asks_openly(sentence: Sentence) -> bool:
    """Whether it asks with a question word or in the imperative, so that yes or no is no answer."""
    return _CUE.search(sentence.plain) is not None or (sentence.question and _WH.search(sentence.plain) is not None)


def repeats(sentence: Sentence) -> bool:
    """Whether it only presses for what has just been asked for: "please provide all of it"."""
    return _ALL_OF_IT.match(sentence.plain) is not None


def also_asks(sentence: Sentence) -> bool:
    """Whether, beside something else, it asks for information."""
    return _ALSO.search(sentence.plain) is not None


def picks(sentence: Sentence) -> bool:
    """Whether alternatives in it are for the customer to choose from, not ways to be identified."""
    return _PICKS.search(sentence.plain) is not None


def introduces_request(sentence: Sentence) -> bool:
    """Whether the list after it says what is asked for."""
    return _FOLLOWING.search(sentence.plain) is not None


def slots_asked(sentence: Sentence, index: SlotIndex, *, beside: bool = False) -> tuple[str, ...]:
    """Keys of the slots that an asking sentence names, in order; the object of the request before its by-words.

    `beside` is for a sentence that does something else first: only what it then asks for counts.
    """
    region = _region(sentence, beside=beside)
    keys = _named(region, index)
    if not keys and region != sentence.plain:
        keys = _named(sentence.plain, index)
    return keys or tuple(dict.fromkeys(index.gapped(sentence.plain))) or tuple(dict.fromkeys(index.near(region)))


def slots_of_item(item: Sentence, index: SlotIndex) -> tuple[str, ...]:
    """Keys of the slots that an item of a list of asked things names: before its explanation, or anywhere in it."""
    head = re.split(r"[:\u2013\u2014]| - ", item.plain, maxsplit=1)[0]
    for text in (head, item.plain):
        keys = _named(text, index) or tuple(dict.fromkeys(index.near(text)))
        if keys:
            return keys
    return ()


def chooses(sentence: Sentence) -> bool:
    """Whether it asks to choose without naming what: "which one"."""
    return _WHICH_ONE.search(sentence.plain) is not None


def choice_before(before: Sequence[Sentence], index: SlotIndex) -> str | None:
    """The slot whose alternatives the sentence before puts up."""
    for earlier in reversed(before):
        if _BETWEEN.search(earlier.plain):
            return next((key for key in _named(earlier.plain, index) if index.is_choice(key)), None)
    return None


def fallback(sentence: Sentence, before: Sequence[Sentence], index: SlotIndex) -> tuple[str, ...]:
    """Slots for a request that names none: those it points back to ("check it"), else a reason or "other"."""
    if _POINTS_BACK.search(sentence.plain):
        for earlier in reversed(before[-2:]):
            if keys := _named(earlier.plain, index):
                return keys
    if _CHOICE.search(sentence.plain) and index.has(CHOICE):
        return (CHOICE,)
    if _VAGUE.search(sentence.plain):
        for key in ("details", "reason", "issue"):
            if index.has(key):
                return (key,)
    return (OTHER,)


def _region(sentence: Sentence, *, beside: bool) -> str:
    cue = (_ALSO if beside else _CUE).search(sentence.plain)
    if cue is None:
        found = _WH.search(sentence.plain)
        start = found.start() if found else 0
    else:
        start = cue.start()
    region = sentence.plain[start:]
    length = (cue.end() - cue.start()) if cue else 0
    cut = _CUT.search(region, length)
    return region[: cut.start()] if cut else region


def _named(region: str, index: SlotIndex) -> tuple[str, ...]:
    found = list(index.exact(words(region)))
    text = reworded(region, [(phrase.start, phrase.end) for phrase in found])
    if text != region:
        found = list(index.exact(words(text)))
    if len(found) > 1:
        found = _outside(found, text, _MODIFIER, _BRACKETS) or found
        heads = _outside(found, text, _SUCH_AS)
        found = heads if any(phrase.payload not in VAGUE for phrase in heads) else found
    keys = dict.fromkeys(phrase.payload for phrase in found)
    return tuple(key for key in keys if key not in VAGUE) or tuple(keys)


def _outside(found: Sequence[Phrase[str]], text: str, *asides: re.Pattern[str]) -> list[Phrase[str]]:
    spans = [(match.start(), match.end()) for aside in asides for match in aside.finditer(text)]
    return [phrase for phrase in found if not any(a < phrase.start and phrase.end <= b for a, b in spans)]


def thanks_for_it(sentence: Sentence) -> bool:
    """Whether it only speaks of information already given."""
    return not sentence.question and sentence.plain.startswith(("thank you for", "thanks for"))
