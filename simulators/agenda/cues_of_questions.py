"""Cues of a language that tell what a question asks for."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class QuestionCues:
    """Regular expressions over one clause of an agent's message, case ignored."""

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
    sets_limit: re.Pattern[str]
    """Asks whether the customer would like to say what they would pay at most."""
    or_another: re.Pattern[str]
    """Leaves open which one is meant."""
    offers_words: re.Pattern[str]
    """Offers to say something, or asks a favour, where a yes lets nothing be changed."""
    about_itself: re.Pattern[str]
    """Asks for a yes to something that is so with the customer, and not to a deed."""


def _of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_WELL = (
    r"\W+(?:right|correct|ok(?:ay)?|fine|good|well|clear|set|accurate|true|in order|as (?:it|you)|so far|settled"
    r"|agreed)\b"
)
"""What goes with "all" where it means that everything is well."""
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
_THING = r"(?:one|order|item|product|article|parcel|purchase|delivery|thing)s?\b"
ENGLISH = QuestionCues(
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
    asks_leave=_of(
        r"\b(?:ok(?:ay)?|all right|alright|fine|good|ready|happy) (?:for me )?to\b|\b(?:can|may|shall|should) i\b"
        r"|\b(?:go ahead|proceed|do it|do you agree)\b|^\W*(?:ok(?:ay)?|right|correct|all good|agreed)\W*$"
    ),
    may_ask=_of(r"\b(?:may|can|could|might) i (?:just |also |please )?(?:ask|know|hear)\b"),
    asks_yes=_of(
        r"\bdo you (?:(?:\w+ )?(?:say|give \w+) (?:\w+ )?(?:yes|ok(?:ay)?)|confirm|approve|accept|consent|agree)\b"
        rf"|\b(?:is|are|does|do) {_IT_ALL}(?: (?:above|all|also|then))* (?:correct|right|ok(?:ay)?|fine|good|a yes"
        r"|agreed|in order|look|sound|work)\b"
        r"|\b(?:have|get|got) your (?:\w+ )?(?:yes|ok(?:ay)?|go-ahead|consent|approval|confirmation|agreement"
        r"|permission)\b"
        r"|^\W*(?:ok(?:ay)?|all right|fine|good) (?:for|by|with) you\b"
    ),
    or_goes_ahead=_of(
        r"\bor (?:else )?(?:shall|should|can|may|could) i(?: just| now| then)*"
        r"(?: go ahead| proceed| continue| submit| place| process| start| do (?:it|that|this)\b"
        r"| (?:request|file|register|set up|book|make) (?:it|this|that|the)\b|\W*\?)"
        r"|\bor (?:are you|is (?:it|everything|this|that)) (?:ready|ok(?:ay)?|good|all right|fine)"
        r" (?:for me )?to (?:go|proceed|be)\b"
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
    sets_limit=_of(
        r"\b(?:would you like|do you (?:want|wish)|are you able) to (?:set|give|name|state|fix|mention|tell me)\b"
        r"[^?]{0,300}?\b(?:limit|budget|maximum|price cap)\b[^?]{0,300}\?"
    ),
    or_another=_of(r"\bor (?:\w+ ){0,3}?(?:another|different|other|second|new)\b.*\?"),
    offers_words=_of(
        r"\b(?:me to|(?:shall|should|can|may) i|like to|want to)(?: also| first| quickly| just)? (?:tell|explain|show"
        r"|inform|remind|sign you|subscribe|take part|rate|know|hear|learn|describe)\b"
    ),
    about_itself=_of(
        r"\b(?:confirm|right|correct|true|sure)(?:,|:| that)* you"
        r"(?: (?:have|had|did)(?:n['\u2019]t)?|['\u2019]ve)\b(?! (?:any|no) (?:objection|problem))"
    ),
)
