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
    asks_whether: re.Pattern[str]
    """Begins a question whether something is meant, which proposes nothing."""
    how_it_is: re.Pattern[str]
    """Says what state something is in, so that a question asks for that and not for what is meant."""
    asks_which: re.Pattern[str]
    """Asks whether a thing is the one that is meant."""
    if_so: re.Pattern[str]
    """Begins what follows from a yes."""
    asks_whether_all: re.Pattern[str]
    """A question whether something is all that is meant."""
    and_then: re.Pattern[str]
    """Joins a question to the one before it."""
    asks_leave: re.Pattern[str]
    """Asks for leave to do what has just been described."""
    may_ask: re.Pattern[str]
    """Asks for leave to ask something."""
    asks_yes: re.Pattern[str]
    """Asks for a yes to what has just been described, beside another question about it."""
    or_goes_ahead: re.Pattern[str]
    """Asks for leave to go ahead, where nothing stands in the way."""
    open_question: re.Pattern[str]
    """Asks for more than a yes or no."""
    either_or: re.Pattern[str]
    """Stands between alternatives."""
    or_not: re.Pattern[str]
    """Asks whether to do something, or else to leave it or to have something changed about it."""
    asks_to_keep: re.Pattern[str]
    """A whole question whether the customer would rather keep what they have, or something else than what they want
    done with it."""
    keep_or_do: re.Pattern[str]
    """A question whether to leave something as it is, or else to do something."""
    leave_or_more: re.Pattern[str]
    """Asks whether things may stay as they are, or whether there is anything else."""
    is_that_it: re.Pattern[str]
    """A whole question whether something is the one that is meant, or all that there is."""
    at_most: re.Pattern[str]
    """Speaks of what may be paid at most."""
    sets_limit: re.Pattern[str]
    """Asks whether the customer would like to say what they would pay at most."""
    no_refusal: re.Pattern[str]
    """Denies that something was refused."""
    until_known: re.Pattern[str]
    """Says of what is not possible that it waits only for the customer to be found or known."""
    or_another: re.Pattern[str]
    """Leaves open which one is meant."""
    all_of_them: re.Pattern[str]
    """Says that a sentence is about all of several things."""
    every_one: re.Pattern[str]
    """Means all the things that were named before."""
    denied: re.Pattern[str]
    """Says that something has not been done."""
    offers_words: re.Pattern[str]
    """Offers to say something, or asks a favour, where a yes lets nothing be changed."""
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
    about_itself: re.Pattern[str]
    """Asks for a yes to something that is so with the customer, and not to a deed."""
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
_WELL = (
    r"\W+(?:right|correct|ok(?:ay)?|fine|good|well|clear|set|accurate|true|in order|as (?:it|you)|so far|settled"
    r"|agreed)\b"
)
"""What goes with "all" where it means that everything is well."""
_NOT = (
    r"(?:will not|won['\u2019]t|would not|wouldn['\u2019]t|do not|don['\u2019]t"
    r"|(?:am |are |['\u2019]m |['\u2019]re )?not going to|never)"
)
_COMMON = (
    "what when which where would could have that this with your from much many does will order please like know want"
)
_WHETHER_TO_DO = (
    r"(?:shall|should|may|can|could) (?:i|we)|(?:would you like|do you want|would you prefer|do you wish) (?:me|us) to"
    r"|is (?:this|that|it) (?:what you|right|correct|all right|ok(?:ay)?|fine)"
    r"|(?:good|ready|ok(?:ay)?|all set) to go|are you (?:happy|ok(?:ay)?|fine) with (?:this|that|it)"
    r"|does (?:this|that|it) (?:\w+ )?(?:work|suit|sound right|look right)|do i\b|would you like (?:this|that)"
    r"|do you (?:approve|agree|confirm)"
    r"|(?:would you like|do you want|do you wish) to (?:still )?(?:proceed|go ahead|go on|continue|return|send|exchange"
    r"|swap|cancel|change|redirect|split)"
)
_LEAVE_IT = (
    r"(?:(?:keep|leave) (?:it|them|this|that|things|everything|all of it|both|(?:the|your|this|that) (?:\w+ ){0,1}?\w+)"
    r"(?: (?:as (?:it|they) (?:is|are)|as is|the way (?:it is|they are)|alone|for now|after all|open|unchanged"
    r"|(?:at|with|on) (?:(?:the|your) )?[\w ]{2,30}?))?"
    r"|should (?:it|everything|all|things|they|that) (?:stay|remain)(?: (?:as (?:it|they) (?:is|are)|unchanged"
    r"|(?:(?:on|at|with|by) )?[\w ]{2,30}?))?"
    r"|do you have (?:any )?(?:questions|concerns|objections)"
    r"|we leave (?:it|everything|the order) as (?:it|they) (?:is|are))"
)
"""With what follows it, the end of a question: "keep it", "leave the order as it is"."""
_IT = r"(?:it|this|that|these|those|they|(?:order |item |number )?#?[a-z]*-?\d[\w-]*)"
_IT_ALL = r"(?:that|this|it|these|those|the (?:above|rest|whole)|everything|all)(?: of (?:that|this|it))?"
_BUT = r"\b(?:but|however|while|whereas|although|though)\b"
_THING = r"(?:one|order|item|product|article|parcel|purchase|delivery|thing)s?\b"
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
    asks_whether=_of(
        r"(?:^|[:.!,]\s)\W*(?:(?:so|and|also|just to be sure|just to (?:check|confirm)|got it|ok(?:ay)?),? )*"
        r"(?:(?:is|are|was|were) (?:it|this|that|these|those|they|all (?:of )?(?:this|that)|(?:the|your) (?:\w+ ){0,2}?"
        r"(?:number|id|name|e-?mail|address|street|city|town|postcode|item|order|refund|money|reason|method|payment))\b"
        r"|(?:it|this|that)(?: is|['\u2019]s)|(?:do|did) you mean|you mean|are you (?:referring|talking|asking|writing)"
        r"|would that be)\b.*\?"
    ),
    how_it_is=_of(
        r"\b(?:damaged|broken|faulty|defective|working|wrong|missing|late|lost|arrived|delivered|received|shipped"
        r"|dispatched|(?:un)?opened|open|(?:un)?(?:worn|used|washed)|new|condition|packaging|sealed|complete|here"
        r"|stay(?:s|ing)?|pending|cancelled|canceled|paid|refunded|eligible|available|in stock|possible|refundable"
        r"|ready|too late)\b"
    ),
    asks_which=_of(
        rf"\b(?:(?:is|was|are|were) {_IT} (?:really |indeed |then )?"
        rf"(?:the (?:\w+ )?{_THING}|what you(?:['\u2019]re| are)? (?:mean|meant|referring|talking)\b)"
        rf"|(?:is|was) (?:it|(?:this|that)(?= (?:about|for|from)\b)) (?:(?:about|for|from) )?(?:the |your )?{_THING}"
        r"|(?:do|did) you (?:\w+ )?mean\b(?! (?:another|a(?:ny)? (?:different|other))\b)"
        r"|are you (?:referring to|talking about|asking about|writing about)\b"
        r"|confirm (?:that )?(?:you mean|(?:it|this|that)(?:['\u2019]s| is) the)\b)[^?]{0,300}\?"
    ),
    if_so=_of(
        r"^\W*(?:(?:and|but|then|unfortunately)\W+)*"
        r"(?:if (?:so|yes|it is|it was|they are|(?:that|this)(?:['\u2019]s| is))|in (?:that|which) case)\b"
    ),
    asks_whether_all=_of(
        r"^(?!.*\b(?:which|what|how|where|when|why|who)\b)(?:.*[:;,] )?\W*(?:(?:so|and|ok(?:ay)?|just to be sure),? )*"
        r"(?:is|are|was|were|will|would|do|does)\b.*?(?:"
        r"\bonly (?:\w+ ){0,2}?(?:items?|things?|ones?|products?|articles?|changes?|orders?|goods)\b"
        r"|\b(?:these|those|this|that|they|it)(?: two| three| \d)? (?:be )?(?:really )?(?:all|everything)\b"
        rf"(?!{_WELL})|\ball the (?:items|things|changes)\b|\byou (?:only|just) (?:want|need|mean|wish)\b(?! me\b)"
        r"|\b(?:cover|include|make up|comprise)s? (?:everything|it all|(?:them )?all)\b"
        r"|\b(?:it|that|this) (?:be )?(?:only|just) (?:the|your|these|those|this|that|one|two)\b"
        r"|\b(?:the|your) (?:[\w-]+ ){1,5}(?<!after )all(?=\W*\?|(?: that)? (?:you(?:['\u2019]d|['\u2019]re)?"
        r"|to be) \w+)).*\?"
    ),
    and_then=_of(r"\band\b(?!.*\bor\b)"),
    may_ask=_of(r"\b(?:may|can|could|might) i (?:just |also |please )?(?:ask|know|hear)\b"),
    asks_yes=_of(
        r"\bdo you (?:(?:\w+ )?(?:say|give \w+) (?:\w+ )?(?:yes|ok(?:ay)?)|confirm|approve|accept|consent|agree)\b"
        rf"|\b(?:is|are|does|do) {_IT_ALL}(?: (?:above|all|also|then))* (?:correct|right|ok(?:ay)?|fine|good|a yes"
        r"|agreed|in order|look|sound|work)\b"
        r"|\b(?:have|get) your (?:\w+ )?(?:yes|ok(?:ay)?|go-ahead|consent|approval|confirmation|agreement|permission)\b"
        r"|^\W*(?:ok(?:ay)?|all right|fine|good) (?:for|by|with) you\b"
    ),
    or_goes_ahead=_of(
        r"\bor (?:else )?(?:shall|should|can|may|could) i(?: just| now| then)*"
        r"(?: go ahead| proceed| continue| submit| place| process| start| do (?:it|that|this)\b"
        r"| (?:request|file|register|set up|book|make) (?:it|this|that|the)\b|\W*\?)"
        r"|\bor (?:are you|is (?:it|everything|this|that)) (?:ready|ok(?:ay)?|good|all right|fine)"
        r" (?:for me )?to (?:go|proceed|be)\b"
    ),
    asks_leave=_of(
        r"\b(?:ok(?:ay)?|all right|alright|fine|good|ready|happy) (?:for me )?to\b|\b(?:can|may|shall|should) i\b"
        r"|\b(?:go ahead|proceed|do it|do you agree)\b|^\W*(?:ok(?:ay)?|right|correct|all good|agreed)\W*$"
    ),
    open_question=_of(r"\b(?:which|what|how|where|when|why|who|(?:any|some)thing else|or another|or a different)\b"),
    either_or=_of(r"\bor\b"),
    or_not=_of(
        rf"\b(?:{_WHETHER_TO_DO})\b[^?]{{0,300}}?\bor (?:not(?: yet)?|rather not|{_LEAVE_IT}"
        r"|(?:would|do|did|will|should|shall) (?:you|i|we) (?:(?!change\b|like\b.*\bto (?!leave|keep))[\w']+ ){0,4}?"
        rf"(?:not|wait|hold off|{_LEAVE_IT}|more time|think(?: (?:it over|about it|again))?"
        r"|(?:i|we) did(?: not|n['\u2019]t)"
        r"|(?:mean |have |prefer |want |like )?(?:any|some)thing (?:else|different|other)(?: in mind)?)"
        r"|(?:would|do|did) you (?:\w+ ){0,3}?(?:(?:change|adjust|correct) (?:any|some)thing"
        r"|make (?:any |some |a )?(?:\w+ )?changes?|(?:an?other|a different|some other) \w+)"
        r"|is (?:there )?(?:any|some)thing (?:else|different|wrong|missing|(?:else )?(?:that )?"
        r"(?:you(?:['\u2019]d| would) (?:like|want|prefer) (?:me )?|(?:you )?(?:want|need)s? (?:me )?)?"
        r"to (?:be )?(?:chang|adjust|correct|add)\w*)"
        r"|is there (?:another|a further|any other|some other) (?:item|thing|product|article|order|change|point)s?"
        r"|should (?:any|some)thing (?:else |about it )?(?:change|be (?:changed|different)))"
        r"(?:(?<=\bnot) (?:to )?(?:return|exchange|change|cancel|send|switch|move|touch|do|swap|redirect|go on with)"
        r"(?: back)? (?:anything|it|them|that|this|any of (?:it|them)|either))?"
        r"(?: (?:instead|first|for now|yet|now|here|about it|with it|at all|then))?\W*\?"
        r"|(?:^|[:\u2013\u2014-] )\W*(?:(?:so|then|and)\W+)?(?:proceed|go ahead|continue"
        r"|(?:do|return|exchange|change|cancel|send|switch|swap|redirect|submit|book|save) (?:it|this|that|them)"
        r"|(?:return|exchange|change|cancel|send) (?:the|your) [\w ]{2,30}),? or (?:else )?"
        rf"(?:not|cancel|stop|{_LEAVE_IT})\W*\?"
    ),
    asks_to_keep=_of(
        r"^(?!.*\b(?:or|with|at|as|on)\b)\W*(?:before i [\w ]{2,30}[:,]\W*)?(?:(?:so|then|and|but|ok(?:ay)?)\W+)?"
        r"(?:(?:shall|should|may) (?:i|we|you)"
        r"|(?:would|do) you (?:(?:rather|then|still|perhaps) )?(?:like|want|prefer|wish|rather)?(?: (?:me|us))?(?: to)?"
        r"|are you (?:ok(?:ay)?|fine|happy) to)[^?]*?\bkeep(?:ing)? (?:it|them|this|that|everything|(?:the|your"
        r"|this|that)"
        r" [\w ]{2,30}?)(?: (?:after all|then|instead|now))?\W*\?"
    ),
    keep_or_do=_of(
        r"\b(?:(?:shall|should|may|can) (?:i|we|it)|would you (?:rather|prefer|like)(?: to)?|do you (?:want|wish"
        r"|prefer)"
        r"(?: to)?)\b(?: me| us)?(?: to)? (?:keep|leave|have me (?:keep|leave)|let|stay)\b[^?]*?\bor\b[^?]*\?"
    ),
    leave_or_more=_of(
        r"^\W*(?:(?:so|then|and|ok(?:ay)?)\W+)?(?:(?:shall|should|may|can|could) (?:i|we)|(?:would you like|do you"
        r" want) me to) (?:(?:then|now|just) )?(?:leave|keep) (?:it|this|that|things|everything|all)"
        r"(?: (?:at|as|like) [\w ]+?)?,? or (?:is there|do you|would you like|can i|may i)\b"
        r"[^?]*\b(?:any|some)?(?:thing|other|another|else)\b[^?]*\?"
    ),
    is_that_it=_of(r"^\W*(?:(?:so|and|ok(?:ay)?|well)\W+)?(?:is|was|would) that (?:be )?it\W*\?\W*$"),
    at_most=_of(
        r"\b(?:limit|budget|maximum|max|at (?:the )?most|up to|no more than|not more than|exceed\w*|cap|ceiling"
        r"|less than|below|under)\b"
    ),
    sets_limit=_of(
        r"\b(?:would you like|do you (?:want|wish)|are you able) to (?:set|give|name|state|fix|mention|tell me)\b"
        r"[^?]{0,300}?\b(?:limit|budget|maximum|price cap)\b[^?]{0,300}\?"
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
    or_another=_of(r"\bor (?:\w+ ){0,3}?(?:another|different|other|second|new)\b.*\?"),
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
    offers_words=_of(
        r"\b(?:me to|(?:shall|should|can|may) i|like to|want to)(?: also| first| quickly| just)? (?:tell|explain|show"
        r"|inform|remind|sign you|subscribe|take part|rate|know|hear|learn|describe)\b"
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
    about_itself=_of(
        r"\b(?:confirm|right|correct|true|sure)(?:,|:| that)* you"
        r"(?: (?:have|had|did)(?:n['\u2019]t)?|['\u2019]ve)\b(?! (?:any|no) (?:objection|problem))"
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
