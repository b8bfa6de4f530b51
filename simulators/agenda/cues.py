"""Small cues of a language that the dialogue acts do not carry: what is unavailable, who takes over, a bare yes."""

import re
from dataclasses import dataclass

from simulators.agenda.cues_of_denials import ENGLISH as _ENGLISH_DENIALS
from simulators.agenda.cues_of_denials import DenialCues
from simulators.agenda.cues_of_money import ENGLISH as _ENGLISH_MONEY
from simulators.agenda.cues_of_money import MoneyCues
from simulators.agenda.cues_of_notes import ENGLISH as _ENGLISH_NOTES
from simulators.agenda.cues_of_notes import NoteCues
from simulators.agenda.cues_of_parts import ENGLISH as _ENGLISH_PARTS
from simulators.agenda.cues_of_parts import PartCues
from simulators.agenda.cues_of_questions import ENGLISH as _ENGLISH_QUESTIONS
from simulators.agenda.cues_of_questions import QuestionCues
from simulators.agenda.cues_of_standing import ENGLISH as _ENGLISH_STANDING
from simulators.agenda.cues_of_standing import StandingCues
from simulators.agenda.cues_of_stock import ENGLISH as _UNAVAILABLE
from simulators.agenda.cues_of_turns import ENGLISH as _ENGLISH_TURNS
from simulators.agenda.cues_of_turns import TurnCues


@dataclass(frozen=True)
class Cues:
    """Regular expressions over one clause of an agent's message, case ignored."""

    unavailable: re.Pattern[str]
    of_stock: re.Pattern[str]
    """Heads a column that tells what is to be had."""
    says_none: re.Pattern[str]
    """A whole cell of it that says no."""
    transfer: re.Pattern[str]
    affirmed: re.Pattern[str]
    """A whole message that says yes to a question."""
    at_most: re.Pattern[str]
    """Speaks of what may be paid at most."""
    no_refusal: re.Pattern[str]
    """Denies that something was refused."""
    until_known: re.Pattern[str]
    """Says of what is not possible that it waits only for the customer to be found or known."""
    all_of_them: re.Pattern[str]
    """Says that a sentence is about all of several things."""
    every_one: re.Pattern[str]
    """Means all the things that were named before."""
    denied: re.Pattern[str]
    """Says that something has not been done."""
    left_out: re.Pattern[str]
    """Says that something stays out of what is done."""
    contrast: re.Pattern[str]
    """Stands between two parts of a sentence that are not said of the same thing."""
    but: re.Pattern[str]
    """Sets what follows apart from what was said before it."""
    side_note: re.Pattern[str]
    """Begins a note on something beside the matter."""
    cannot: re.Pattern[str]
    """Says of something that it is not possible."""
    another: re.Pattern[str]
    """Proposes something other than what was named, without naming it."""
    other_matter: re.Pattern[str]
    """Offers help with something else than what was spoken of."""
    can_do: re.Pattern[str]
    """A whole clause that says no more than that what was asked for can be done."""
    in_profile: re.Pattern[str]
    """Speaks of what the business has on file of the customer, and of no order."""
    changes_profile: re.Pattern[str]
    """Names a change of that."""
    would_do: str
    """Says that we would do what one of `{words}` names; to be filled and compiled, as the next."""
    not_doing: str
    """Says that we will not do, for good, what one of `{words}` names; `beside` is what follows in the clause. To be
    filled and compiled, as the next."""
    not_done: str
    """Says that nothing will be done, for good, with what one of `{own}` names; `part` is there where it speaks only of
    something of it."""
    beside: re.Pattern[str]
    """Names what is only beside the matter: what else an order or an account consists of."""
    questions: QuestionCues
    """What a question asks for."""
    turns: TurnCues
    """What a message turns away from, and to."""
    standing: StandingCues
    """How things stand."""
    parts: PartCues
    """What a message says no to of several things, and what it goes on with."""
    denials: DenialCues
    """What cannot be."""
    notes: NoteCues
    """What is only noted beside a proposal."""
    on_file: re.Pattern[str]
    """Asks for something as it is known to the business."""
    new_one: re.Pattern[str]
    """Asks for something as it is to be."""
    named: str
    """A name, to be filled in, and what is put behind it as its value. To be compiled."""
    money: MoneyCues
    """What an amount is."""
    filler: frozenset[str]
    """Words that do not make one message differ from another."""
    common_stems: frozenset[str]
    """Beginnings of words that say nothing about what a sentence is about."""


def _of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_FILLER = """a an the i i'm we you your please sorry apologies apologize again just so ok okay hello hi hey thanks thank
kindly for and to me my that this is are be do of in on it its would could can will now once still as"""
_NOT = (
    r"(?:will not|won['\u2019]t|would not|wouldn['\u2019]t|do not|don['\u2019]t"
    r"|(?:am |are |['\u2019]m |['\u2019]re )?not going to|never)"
)
_COMMON = (
    "what when which where would could have that this with your from much many does will order please like know want"
)
_BUT = r"\b(?:but|however|while|whereas|although|though)\b"
_ENGLISH = Cues(
    unavailable=_UNAVAILABLE,
    of_stock=_of(r"\b(?:stock|availab\w+|to be had)\b"),
    says_none=_of(
        "^\\W*(?:no(?:ne|pe)?|0|out|not now|\u274c|\u274e|\u2716|\u2717|\u2718|\u2715|x)\\W*$"
        "|^[\u274c\u274e\u2716\u2717\u2718\u2715]"
    ),
    transfer=_of(
        r"\b(?:human|representative|specialist|supervisor|manager|live (?:agent|person)|real person|colleague"
        r"|team member|transfer(?:red|ring)?|escalat\w+|hand(?:ing)? (?:you|this) over|connect you)\b"
    ),
    affirmed=_of(
        r"^\W*(?:yes|yep|yeah|indeed|correct|certainly|absolutely|of course"
        r"|that(?:'s|\u2019s| is) (?:right|correct|done)"
        r"|(?:it(?:'s|\u2019s| is| has been) |all )?(?:now )?(?:done|complete[d]?|all set))\b"
    ),
    at_most=_of(
        r"\b(?:limit|budget|maximum|max|at (?:the )?most|up to|no more than|not more than|exceed\w*|cap|ceiling"
        r"|less than|below|under)\b"
    ),
    no_refusal=_of(
        r"\b(?:not|never|nobody|no one|(?:is|has|have|had|did|do|am|was|does)n['\u2019]t)(?: \w+){0,2}? "
        r"(?:(?:refus|declin|reject)(?:e|ed|ing|es|ing)?(?: to \w+)?|turn(?:ed|ing)? (?:\w+ )?(?:down|away)"
        r"|(?:say|said|saying) (?:no\b|(?:that )?(?:it|this|i|we)(?:['\u2019]s| is)? ?"
        r"(?:can(?:not|['\u2019]t)|wo(?:n['\u2019]t)|could(?: not|n['\u2019]t)|impossible|not possible"
        r"|isn['\u2019]t possible)))"
        r"|\bnot a (?:refusal|no)\b"
    ),
    until_known=_of(
        r"\b(?:until|till|before|unless|without)\b(?: (?:i|we)(?:['\u2019]ve| have)?)? (?:(?:first|actually) )?"
        r"(?:found|find(?:ing)?|identif(?:y|ied|ying)|verif(?:y|ied|ying)|locat(?:e|ed|ing)|authenticat(?:e|ed|ing)"
        r"|looked up|know(?:ing)?|recogni[sz](?:e|ed|ing)) "
        r"(?:you|your (?:account|identity|profile|details|customer \w+)|who you are|whom? i)\b"
        r"|\b(?:can(?:not|['\u2019]t)|unable to|not able to) (?:look up|open|find|access|pull up|see) (?:an?|the|your"
        r"|any)"
        r" (?:\w+ )?(?:orders?|account|profile)\b(?=.*\b(?:without|alone|only|until|unless)\b)"
        r"|\bwithout (?:your|an?|the) (?:e-?mail|account|order number|address)\b[^.;?]*\b(?:can(?:not|['\u2019]t)"
        r"|unable)\b"
        r"|\bcan(?:not|['\u2019]t) [^.;?]{2,40}? without (?:your|these|those|this|that|them|it|an?)\b"
        r"|\bwithout (?:it|that|this|these|those|them|one|either|both)\b,? [^.;?]*"
        r"\b(?:can(?:not|['\u2019]t)|(?:un|not )able)\b"
    ),
    every_one=_of(
        r"\bboth\b(?! (?:correct|right|ok(?:ay)?|fine)\b)|\beverything\b|\beach of\b"
        r"|(?<!\bthese )(?<!\bthose )(?<!\bthat )\ball (?:of (?:them|these|those)|two|three|four|five"
        r"|(?:the )?(?:items|articles|products))\b"
    ),
    all_of_them=_of(r"\b(?:both|all|everything|each|every)\b"),
    denied=_of(
        r"(?:\b(?:not|never|hasnt|havent|isnt)|n['\u2019]t) (?:\w+ ){0,2}?"
        r"(?:yet|done|complete[d]?|been|processed|submitted|finished|made|gone)\b"
        r"|^\W*(?:no(?=\W*$|[,.;:!\u2013\u2014])|not (?:yet|quite|really|exactly|at all)\b)"
        r"|\bnothing (?:was|is|has been|changed|to)\b"
    ),
    left_out=_of(
        r"\b(?:not|without|except|only|just|instead of|rather than|no longer|keep(?:ing|s)?|stays?|remains?"
        r"|leav(?:e|ing)|dropp?(?:ed|ing)?|exclud(?:e|ed|ing))\b|n['\u2019]t\b"
    ),
    contrast=_of(rf"[,;:()\u2013\u2014]|{_BUT}"),
    but=_of(_BUT),
    side_note=_of(
        r"^\W*(?:(?:please|and|also|just|but),? )*(?:note|be aware|keep in mind|bear in mind|remember|so you know"
        r"|for your information|fyi|by the way)\b"
    ),
    cannot=_of(r"\b(?:cannot|not|unable|never|impossible|excluded|refused|final)\b|n['\u2019]t\b"),
    another=_of(
        r"\b(?<!\bno )(?:another|(?:an? )?(?:different|other|alternative)) (?:\w+ )?"
        r"(?:one|payment|method|card|way|item|product|article|address|option|variant|version|colou?r|size)s?\b"
    ),
    other_matter=_of(
        r"\b(?:something|anything|another (?:item|thing))(?: else)? (?:from|in|of|out of) (?:another"
        r"|a different|any other"
        r"|one of your other) (?:order|purchase|delivery)s?\b|"
        r"\b(?:help|assist)(?: you)?(?: \w+)? with"
        r" (?:(?:something|anything) (?:else|other|different)|another (?:matter|thing|question|request))\b"
        r"|\b(?:check|look (?:at|up|into)|see about|do) (?:something|anything) else\b"
        r"|\b(?:check|look (?:at|up|into)|try)(?: (?:whether|if))? (?:another|a different|any other|one of your other)"
        r" (?:order|item|thing|purchase)s?\b"
    ),
    can_do=_of(
        r"^\W*(?:(?:sure|yes|of course|certainly|ok(?:ay)?|good news|no problem|right)\W+)*"
        r"(?:(?:i|we) (?:can|could)|you (?:can|may))"
        r"(?: (?:certainly|gladly|of course|definitely|absolutely))? (?:do|arrange|set up|have|get) (?:that|this|it|so)"
        r"(?: for you)?\W*$"
    ),
    in_profile=_of(r"\b(?:profile|(?:account|default|standard)(?:['\u2019]s)? (?:address|e-?mail|details|data))\b"),
    changes_profile=_of(
        r"\b(?:updat|chang|correct|replac|edit)(?:e|ing) (?:\w+ ){0,3}?(?:in |on )?(?:the |your )?(?:\w+ )?"
        r"(?:profile|account|(?:default|standard) (?:\w+ )?(?:address|e-?mail|phone|number|details|data))\b"
        r"|\b(?:sav|stor)(?:e|ing)\b[^?]*?\b(?:(?:in|on|to) your (?:profile|account)|as (?:the|your) default)\b"
        r"|\b(?:put|enter|add|record)(?:ting|ing)?\b[^?]*?\b(?:address|it|e-?mail|number)\b[^?]*?\b(?:in|on|to) your"
        r" (?:profile|account)\b"
    ),
    would_do=r"\b(?:i|we)(?:['\u2019](?:d|ll)| would| will| could| can)\b(?: (?:then|now|just|also|gladly|happily))*"
    r" (?:{words})\b",
    not_doing=r"(?:\b(?:i|we)(?:(?: am| are|['\u2019](?:ll|m|re)) not(?: going to)?|\W+(?:(?!you\b)\w+\W+){{0,2}}?"
    rf"{_NOT})|\b(?:and|but|so)\W+{_NOT}(?=\W+(?:\w+\W+){{{{1,2}}}}?(?:it|this|that|the|your)\b))\W+(?:\w+\W+)?"
    r"(?:{words})\b(?P<beside>[^.?!;]*)",
    not_done=r"(?P<part>\b(?:of|for|on|in|from|with) )?"
    r"(?:^\W*|[,;:]\W*|\b(?:the|your|this|that|so|and|but|please note) )(?:{own})\W+"
    r"(?:(?:will|would|is|are)(?: not|n['\u2019]t)(?: going to)?|won['\u2019]t|will never)\W+(?:then )?be(?:ing)?\W+"
    r"(?:\w+\W+)?(?:{words})\b(?P<beside>[^.?!;]*)",
    beside=_of(
        r"\b(?:profile|account|total|sum|price|rest|existing|future|default|saved|other|others|else|otherwise|anything"
        r"|nothing|yet|until|unless|before|without)\b"
    ),
    questions=_ENGLISH_QUESTIONS,
    turns=_ENGLISH_TURNS,
    standing=_ENGLISH_STANDING,
    parts=_ENGLISH_PARTS,
    denials=_ENGLISH_DENIALS,
    notes=_ENGLISH_NOTES,
    on_file=_of(
        r"\b(?:on file|on record|(?:on|in) (?:the|your|our|this) (?:account|profile|system|records)|verify(?:ing)?"
        r"|verification|identify|identification|identity|registered|current(?:ly)?|old"
        r"|it(?:['\u2019]s| is) (?:really )?you"
        r"|(?:find|locate|look up|pull up|open|access) (?:you\b|your (?:account|profile)))"
    ),
    new_one=_of(r"\b(?:new|instead|from now on|change \w+ to|changed to|moved to|updated?)\b"),
    named=r"\b(?<!same ){name}(?: (?:for|of)(?: \w+){{1,3}}?)?(?:\W*[:=]|\W+as\b|\W+being\b|\W+(?:is|be) that\b"
    r"|\s+[\"'\u201c\u2018(])\W*\w",
    money=_ENGLISH_MONEY,
    filler=frozenset(re.findall(r"\S+", _FILLER)),
    common_stems=frozenset(word[:4] for word in re.findall(r"\S+", _COMMON)),
)
_CUES = {"en": _ENGLISH}


def cues_of(language: str) -> Cues:
    """The cues of a language; raises `ValueError` for one that has no pack."""
    if language not in _CUES:
        raise ValueError(f"no cues for the language {language!r}; there are {sorted(_CUES)}")
    return _CUES[language]
