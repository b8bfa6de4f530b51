"""Cues of a language that tell what a message turns away from, and what else it turns to beside its matter."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class TurnCues:
    """Regular expressions, case ignored. Strings are to be filled in with `forms`, ways to say values, and compiled."""

    turns_from: re.Pattern[str]
    """What is there in every text that names what something is changed from."""
    changed_from: tuple[str, ...]
    """What is changed from, as `old`, beside what it is changed to."""
    promise: re.Pattern[str]
    """Says firmly that the customer will have something all the same."""
    grant: re.Pattern[str]
    """Gives in: says, with no word against it, that the customer will have what was refused."""
    open: re.Pattern[str]
    """Makes what is said depend on something."""
    apart: re.Pattern[str]
    """Stands between what is refused and what is promised in one sentence."""
    there_is_no: re.Pattern[str]
    """Says that there is nothing of a kind."""
    goes_on: re.Pattern[str]
    """Stands between what is said of one thing and another thing that is said."""
    does_not_do: re.Pattern[str]
    """Says of what was named that it does not work, without refusing it in as many words."""
    assures: re.Pattern[str]
    """Says that something is certain."""
    stays: re.Pattern[str]
    """Asks whether something may stay as it is."""
    only_checks: re.Pattern[str]
    """A whole question that only checks whether all is well, or was all, and proposes nothing."""
    ends_checking: re.Pattern[str]
    """Ends in such a question."""
    others: re.Pattern[str]
    """What else there is, without naming it."""
    more_of_it: re.Pattern[str]
    """Asks whether something else of the same is wanted."""
    also_wants: re.Pattern[str]
    """Asks whether something goes along with something else."""
    besides: re.Pattern[str]
    """Names what something else goes along with."""
    anything: re.Pattern[str]
    """Means any thing, without naming one."""
    any_others: re.Pattern[str]
    """Asks whether there is something else for which the same is to be done."""
    offers_to_look: re.Pattern[str]
    """Offers only to look at something, which changes nothing."""
    would_be_done: re.Pattern[str]
    """Says what we would do, and more than to look or to tell."""
    points_back: re.Pattern[str]
    """Stands for an order named before."""
    leaves: str
    """Says that one of `{own}`, or all of it, is left as it is, or that nothing is to be had from a change."""
    asks_to_leave: re.Pattern[str]
    """Asks, and puts up nothing else, whether something may be done or stay."""
    waits: re.Pattern[str]
    """Says that something is so for the time being only, or of what else there is."""
    or_asks: re.Pattern[str]
    """Joins a question to one before it that it is an alternative to."""
    asks_what_is: re.Pattern[str]
    """Asks whether something is so, or is meant."""
    and_asks: re.Pattern[str]
    """Joins a question to one before it, which may be an open one."""
    asks_to_do: re.Pattern[str]
    """Asks whether the agent may do something."""
    asks_why: re.Pattern[str]
    """Begins a question for a reason, which proposes nothing: "why would you like to cancel it?"."""
    left_alone: re.Pattern[str]
    """Says of something that it stays with whom it is, or as it is."""
    becomes: re.Pattern[str]
    """Asks for what something is to be changed to."""
    wants_instead: re.Pattern[str]
    """Names what somebody would have in place of something, without saying what kind of thing that is."""
    finds: re.Pattern[str]
    """Asks for something in order to find or to reach somebody, or says what for it is asked."""
    joins: re.Pattern[str]
    """Stands between the things that one sentence asks for."""
    asks_which_one: re.Pattern[str]
    """Asks which of several it is."""
    content: re.Pattern[str]
    """Asks whether what has been said will do."""
    closed_question: re.Pattern[str]
    """Begins a question that a yes answers."""
    closes: re.Pattern[str]
    """A question after a deed whether that was all, or what there is besides."""
    other_order: re.Pattern[str]
    """Asks whether another order is meant."""
    for_another: re.Pattern[str]
    """Asks for something in the place of what was refused, or whether things may stay as they are."""


def _of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_WITHIN = r"(?:[^.?!;\n]|\.(?=\d))"
"""A letter within one sentence."""
_GOES_BACK = r"\b(?:refunded|credited|returned|goes|go|leaving)\b"
"""Begins something else after what is taken from somewhere: "from your gift card, and $5 goes back to your card"."""
_ARROW = r"(?:->|=>|-->|[\u2192\u21d2\u279c\u27a1])"
_AFTER_ARROW = r"(?<![^\n|>\u2192\u21d2\u279c\u27a1])"
"""Where something begins that an arrow may follow: the text, a line, a cell, or what comes after another arrow."""
_SO_FAR = (
    r"currently|presently|at (?:present|the moment)|right now|(?:so|thus) far|(?:until|till|up to) now|originally"
    r"|previously|formerly|used to|as yet"
)
_OLD = r"(?:old|previous|former|current|present|existing|original)"
_WILL_HAVE = (
    r"(?:i|we)(?:['\u2019]ll| will| can| shall)|you(?:['\u2019]ll| will| can)(?: \w+)? (?:get|have|receive|keep"
    r"|be (?:paid|refunded))"
)
_ALL_THE_SAME = (
    r"anyway|anyhow|regardless|nonetheless|nevertheless|all the same|just the same|personally|see to it|make sure"
    r"|as (?:a|an|my) (?:courtesy|gesture|favou?r|exception|one-off|treat)|out of goodwill|as a goodwill gesture"
    r"|make an exception|this once|on the quiet|off the record|promise[sd]?|guaranteed?"
)
_ALL_WELL = (
    r"(?:(?:so|and|is|are|was|that|that['\u2019]s|thats|this|it|everything|all|you|things|we|does|did|sounds?|looks?)"
    r"\W+)"
    r"{0,4}(?:ok|okay|good|fine|alright|all right|right|great|clear|cool|happy|well|it|all|everything|settled|set|done"
    r"|sorted|finished|good to go|(?:cover|sort|do|settle) (?:it|everything|that))"
    r"(?: (?:with|for|by|so far|now|then|today|you|that|it|everything|out))*(?:, \w+)?"
)
_BESIDES = r"besides|apart from|in addition to|other than|on top of|along with"
_UNCHANGED = (
    r"(?:as (?:(?:it|they) (?:is|are|was|were)|is|ordered|placed|planned|before)|unchanged|untouched|alone|in place"
    r"|where (?:it is|they are)|the (?:same|way (?:it|they) (?:is|are)))\b"
)
_NOTHING_AMISS = (
    r"(?! (?:[\w-]+ ){0,2}?(?:differences?|charges?|costs?|fees?|(?:sur|up)charges?|sums?|amounts?"
    r"|balance|money|payment (?:due|needed)|limits?|need|problems?|worries|thanks|bother|rush|hurry|harm|risk"
    r"|doubt|objections?|catch|snags?|hitch(?:es)?|trouble|wait|delays?)\b)"
)
"""Follows "no" where nothing is missing: "there is no price difference"."""
ENGLISH = TurnCues(
    promise=_of(
        rf"\b(?:{_WILL_HAVE})\b.*\b(?:{_ALL_THE_SAME})\b|\b(?:{_ALL_THE_SAME})\b.*\b(?:{_WILL_HAVE})\b"
        r"|\b(?:i|we)(?:['\u2019]ve| have) (?:arranged|made sure|seen to it|put (?:a|in a) (?:note|word|request))\b"
        r"|\b(?:i|we) (?:promise|guarantee|give you (?:my|our) word)\b|\byou have (?:my|our) word\b"
        r"|\b(?:refund|money|return|exchange|delivery|pick-?up|it) is (?:promised|guaranteed)\b"
    ),
    grant=_of(
        r"\b(?:i|we)(?:['\u2019]m| am|['\u2019]re| are) making (?:an|this one|you an|one) exception\b"
        r"|\b(?:i|we)(?:['\u2019]ll| will) (?:allow|permit|grant) (?:it|that|this|you)\b|\b(?:i|we) (?:said|say) yes\b"
        r"|\byou(?:['\u2019]ve| have)? (?:convinced|persuaded) (?:me|us)\b"
        r"|\byou(?:['\u2019]ll| will) (?:get|have|receive|be (?:paid|refunded)) (?:all of )?(?:(?:the|your|a|it"
        r"|that)\b(?: (?:full|whole|entire))?)? ?(?:[$\u00a3\u20ac]\d[\d.,]*|money|price|refund|amount|all)?"
        r"(?: \w+)? back\b"
        r"|(?:[$\u00a3\u20ac]\d[\d.,]*|\b(?:your|the) (?:money|refund|price|amount)) (?:will"
        r"|is going to) (?:be (?:put|paid|credited|refunded|returned)|go)"
        r"(?: back)? (?:on|to|onto|into) your\b"
    ),
    open=_of(
        r"\b(?:if|unless|until|would|could|whenever|when|in case|provided|only|had)\b|\?"
        r"|\b(?:once|as soon as|after) you\b"
    ),
    apart=_of(
        r"[;:\u2013\u2014]|,? \bbut\b|, (?:and|so|though|however)\b|\b(?:don['\u2019]t|no|not to) (?:worry|worries)\b"
    ),
    there_is_no=_of(
        rf"\b(?:there(?:['\u2019]s| is| are)|(?:we|it|that city|they)(?:['\u2019]ve| have| has| offers?))"
        rf" (?:\w+ )?no\b{_NOTHING_AMISS}"
        rf"|^\W*(?:(?:sorry|sadly|unfortunately|alas|well|but|and)\W+)*no\b{_NOTHING_AMISS}"
        r"|\b(?:we|i) (?:do not|don['\u2019]t) (?:currently |seem to )?have\b"
    ),
    goes_on=_of(r"[:;]|,\s+(?=(?:i|we|you|it|so|but|and|this|that|which|as|here|there)\b)"),
    does_not_do=_of(
        r"\b(?:(?:does|do|will|would)(?: not|n['\u2019]t)|won['\u2019]t) (?:\w+ )?(?:work|do|be (?:possible|enough))\b"
        r"|\bimpossible\b|(?:\bnot|n['\u2019]t|\bno longer) (?:possible|enough|an option|open to you)\b"
        r"|\b(?:nothing (?:left|more) to|too late (?:to|for)|past the point)\b"
    ),
    assures=_of(
        r"\byou can (?:count|rely|depend) on\b|\b(?:definitely|absolutely|certainly|for sure|guaranteed|promised?)\b"
    ),
    stays=_of(
        r"\bnothing (?:else |more )?(?:to (?:be )?\w+|needed|wanted|wrong) (?:on|about|with|for|to|at) .*\?"
        r"|\b(?:fine|ok(?:ay)?|all right|alright|good|right|correct) (?:just )?as (?:it is|they are|is)\b.*\?"
        r"|\b(?:stays?|remains?|leave|keep|left|kept) .*?\b(?:as (?:it is|they are|is)|the same|unchanged|alone)\b.*\?"
        r"|\b(?:you(?:['\u2019]re| are|['\u2019]ll| will)|are you|will you|(?:do|would) you (?:like|want) to) (?:be )?"
        r"keep(?:ing)? .*\?|\bno changes? (?:to|on|for) .*\?"
        r"|\b(?:stays?|remains?)(?: (?:in|with|on)\b[^?]{0,40})?\W*\?"
    ),
    only_checks=_of(rf"^\W*{_ALL_WELL}\W*\?\W*$"),
    ends_checking=_of(rf"[,;:.!\u2013\u2014-]\s*{_ALL_WELL}\W*\?\W*$"),
    others=_of(
        r"\b(?:the (?:rest|others?)|everything else|the (?:other|remaining) (?:\w+ )?(?:items?|ones?|things?|sizes?"
        r"|colou?rs?"
        r"|options?|versions?|variants?|backs?|handles?)|(?:most|all) others)\b"
    ),
    more_of_it=_of(
        r"\b(?:anything|something|any) (?:else|more|other)(?: \w+){0,6}? (?:from|in|on|of|out of)"
        r" (?:that|this|the|your|it)\b(?! (?:mind|list|agenda|plate|way|side|end|chest)\b)(?: same)?(?: order)?\b.*\?"
        r"|\banything else(?: that)?(?: you(?:['\u2019]d| would)? (?:like|want|wish|need|plan)(?: me)?)? to (?:return"
        r"|send back|exchange|swap|change|cancel|add|include)\b.*\?|\bany other (?:items?|things?)\b.*\?"
    ),
    also_wants=_of(
        rf"(?:\b(?:would|do|did) you\b|\b(?:should|shall|does|is|are|may)\b)[^?]*\b(?:also|as well|too|in addition"
        rf"|{_BESIDES})\b[^?]*\?|\b(?:{_BESIDES})\b[^?]*\b(?:would|do|did|should|shall|is|are)\b[^?]*\?"
    ),
    besides=_of(rf"\b(?:{_BESIDES})\b(?: (?!(?:would|do|did|should|shall|is|are|from|in)\b)[\w'-]+){{1,8}}"),
    anything=_of(r"\b(?:anything|something|any other|some other|other (?:items?|things?))\b"),
    any_others=_of(
        r"\b(?:do you have|have you(?: got)?|are there|is there)(?: also| perhaps| maybe)? (?:any|another|some)"
        r" (?:\w+ )?(?:orders?|items?|things?|parcels?|deliver(?:y|ies)|purchases?)\b.*"
        r"\b(?:too|as well|also|likewise|the same)\b.*\?"
        r"|\b(?:if|in case|should)(?: there(?: is|['\u2019]s| are))? (?:any|another|an?|some|one)(?: of your)? "
        r"(?:\w+ )?(?:orders?|items?|things?|parcels?|deliver(?:y|ies)|purchases?)\b.*"
        r"\b(?:there|too|as well|also|likewise|the same|(?:the|your) (?:\w+ )?new (?:one|place|address|home))\b"
    ),
    offers_to_look=_of(
        r"\b(?:(?:shall|should|can|may|could) i|(?:would you like|do you want) me to)"
        r" (?:(?:also|just|then|quickly) )*(?:look|check|see|find|search|pull up)\b"
    ),
    would_be_done=_of(
        r"\b(?:i|we)(?:['\u2019](?:d|ll)| would| will| could| can| am able to| are able to)\b(?!['\u2019]t| not\b)"
        r"(?: (?:then|now|just|also|only|still|gladly|happily|therefore))*"
        r"(?! (?:see|tell|find|look|check|confirm|say|read|need|like|not|offer|help)\b)"
        r"|\b(?:can|could|would|will) (?:still |then |now )*be \w+(?:ed|t|n)\b"
    ),
    points_back=_of(r"\b(?:it|its|(?:that|this)(?: (?:one|order))?)\b"),
    leaves=r"\b(?:leave|leaving|left|keep|keeping|kept) (?:the |your |this |that )?(?:{own})(?:,? (?:just|exactly"
    rf"|simply|then))* {_UNCHANGED}"
    r"|\b(?:i|we)\b.{{0,12}}\b(?:leave|leaving) (?:it|this|that)(?: (?:at that|be|then))?(?=\W*$|[,.;])"
    r"|\b(?:{own})(?:\W+(?:will|would|does|then|just|simply|therefore|thus))*\W+(?:to )?(?:stays?|remains?|goes? out)"
    rf"(?: (?:just|exactly))? {_UNCHANGED}"
    r"|\b(?:i|we)(?:['\u2019](?:ve|ll) not| (?:will|have|did)(?: not|n['\u2019]t)| won['\u2019]t)(?: \w+)?"
    r" (?:touch|alter|chang)(?:e|ed)? (?:(?:the |your )?(?:{own})|anything)\b"
    r"|\bnothing (?:left |more )?to (?:gain|get back|save)\b",
    asks_to_leave=_of(
        r"^(?!.*\b(?:or|but|which|what)\b)\W*(?:(?:so|then|and|ok(?:ay)?|shall we say)\W+)*"
        r"(?:(?:shall|should|may|can)\b|(?:would you like|do you want|are you (?:ok(?:ay)?|fine|happy))\b)[^?]*\?\W*$"
    ),
    waits=_of(
        r"\b(?:until|till|unless|if|once|before (?:i|we|you)|without|yet|for now|so far|meanwhile|rest|remaining"
        r"|others?|else|otherwise)\b"
    ),
    or_asks=_of(
        r"\bor,? (?:\w+ )?(?:would|do|did|shall|should|is|was|are|were|may|can|could|might|have|has|will) "
        r"(?:you|i|we|it|that|this|they|#?[a-z]+-?\d\w*)\b"
    ),
    asks_what_is=_of(
        r"\b(?:is|was|are|were|might|could|may|would) (?:it|this|that|these|those|they|the|#?[a-z]+-?\d\w*)\b"
        r"|\b(?:do|did) you (?:\w+ )?mean\b|\bare you (?:referring|talking|asking|writing)\b"
    ),
    and_asks=_of(
        r"[,;.?]? (?:and|plus|also),? (?=(?:then |also )?(?:should|shall|would|do|does|is|are|will|can|may|to)\b)"
    ),
    asks_to_do=_of(
        r"\b(?:(?:shall|should|may|can|could) (?:i|we)|(?:would you like|do you want|would you prefer|do you wish)"
        r" (?:me|us) to)\b"
    ),
    asks_why=_of(
        r"^\W*(?:(?:and|so|but|first|then|may i ask|can i ask|could you tell me|please tell me|tell me"
        r"|before [^:,?]{3,40}|i have to ask)\W+)*"
        r"(?:why|for what reason|what makes you|what made you)\b(?! not\b| don['\u2019]t\b(?! you (?:want|need"
        r"|like)\b))"
        r"|\bwhat(?:['\u2019]s| is| was| would be| are)? (?:the|your) (?:\w+ )?reasons?\b"
    ),
    left_alone=_of(
        r"\b(?:stay(?:s|ing)?|remain(?:s|ing)?|keep(?:s|ing)?|kept|leave|leaving|left)\b"
        r"|\balso (?:includes?|contains?|holds?|has|comprises?)\b"
        r"|\b(?:is|are) (?:also|still) in (?:it|(?:the|that) order)\b"
        r"|(?:\b(?:cannot|could not|will not|would not)\b|n['\u2019]t\b)[^,;.?]*"
        r"\b(?:afterwards?|later|again|any ?more|from then on)\b"
    ),
    turns_from=_of(
        rf"{_ARROW}|\b(?:from|instead of|rather than|in place of|as opposed to|replac\w+|overwr\w+|not|no longer"
        rf"|{_SO_FAR}|old|previous|former|current|present|existing|original|was|were|before)\b"
    ),
    changed_from=(
        rf"{_AFTER_ARROW}(?P<old>[^\n|]*?){_ARROW}",
        rf"\bfrom\b(?P<old>(?:(?!{_GOES_BACK}){_WITHIN}){{{{0,120}}}}?)\b(?:in|on|over )?to\b(?=[\s:*_\"'\u201c]*"
        r"(?:\n|\d|(?:the|your|that|this|these|those|an?|it|its|one|another|what|where|new)\b|(?:{forms})\b))",
        r"\b(?:instead of|rather than|in place of|as opposed to|not|no longer"
        r"|(?:replac|overwrit)(?:es?|ing)(?! (?:it|that|this) (?:with|by)\b))"
        r"(?P<old>(?: (?!(?:or|and|but)\b)[\w'\u2019]+){{0,5}}?(?:\W+(?:{forms})\b)+)",
        rf"\b(?:{_SO_FAR})\b(?P<old>(?:\W+(?!(?:or|and|but)\b)[\w'\u2019]+){{{{0,5}}}}?(?:\W+(?:{{forms}})\b)+)",
        rf"^\W*(?:{_OLD}|from|was|before|until now|so far)\b[^:\n]{{{{0,40}}}}:(?P<old>[^\n]*?)(?=$|\bnew\b)",
        rf"[(\[](?:{_OLD}|was|were|before|not|now|from)\b(?P<old>[^)\]\n]*)[)\]]",
        r"(?P<old>\b(?:{forms})\b(?:,? (?!(?:as|and|but|so|or|is|to|from|i|which)\b)[\w'-]+){{0,7}}?),? "
        r"(?:at the moment|at present|currently|right now|until now|so far)\b",
    ),
    becomes=_of(
        r"\bnew\b|\bbecome\b|\binstead\b|\bfrom now on\b|\bin (?:the )?future\b|\bgoing forward\b|\bto (?:what|which)\b"
        r"|\b(?:change|changing|changed|switch|update|updated|move|set)(?: (?:it|that|this|the \w+|your \w+))?"
        r"(?: over)? to\b|\breplac(?:e[sd]?|ing)\b"
        r"|\b(?:would|do|['\u2019]d) (?:you )?(?:like|want|prefer|wish)\b.*\b(?:to (?:be|have|use|see)|put|instead)\b"
        r"(?! (?:\w+ )?(?:changed|updated|replaced))"
    ),
    wants_instead=_of(
        r"\b(?:for|to|into) what\b|\bwhat (?:to|for|into)\b(?= *(?:[,;.?*]|$))|\bin (?:its|their) place\b|\binstead\b"
        r"|\bwhat (?:it|they) (?:should|is to|are to) (?:become|be)\b|\bshould become\b"
        r"|\breplac(?:ed?|ing)\b[^?]*\b(?:by|with)\W*\?|\b(?:swapped|exchanged|changed)(?: over)? (?:for|to|into)\W*\?"
        r"|\b(?:one|version|variant) (?:that )?you(?:['\u2019]d| would)? (?:like|want|prefer)"
        r"(?: to (?:get|have|receive))?(?: for it| in return)?\b(?! to (?:exchange|change|return|swap|send|cancel))"
    ),
    finds=_of(
        r"\b(?:find|locate|look(?:ing)? (?:you|it|that|your \w+) up|look up|verify|identify|pull up|reach|contact"
        r"|regist\w+|sign(?:ed)? (?:up|in)|log(?:ged)? ?in|confirmation|under which)\b"
        r"|^\W*(?:before|in order to|to (?:change|update|put|set|replace|enter|switch|make|do)|if|once|when|since|as"
        r"|because|for)\b|\bso (?:that )?(?:i|we) can\b"
    ),
    joins=_of(r"(?:,|;|\n)? and |[,;\n]"),
    asks_which_one=_of(
        r"\bwhich (?:one|order|number|of (?:them|these|those|the (?:two|three|four|orders)))\b[^?]*\?"
        r"|\b(?:tell me|let me know|say) which\b"
    ),
    content=_of(
        r"\b(?:is|are|does|do) (?:that|this|it|you) (?:\w+ )?(?:ok(?:ay)?|all right|alright|fine|clear|help|answer"
        r"|happy|good|understand|agree)\b"
    ),
    closed_question=_of(
        r"\b(?:would|do|does|did|shall|should|may|can|could|is|are|will) (?:i|we|you|it|that|this|the)\b"
    ),
    closes=_of(
        r"\b(?:are|is|was|were|will|would) (?:we|that|this|it|you|everything)(?: (?!not\b)\w+)? (?:all |now )*(?:done"
        r"|finished|through|good|set|sorted|settled|complete|all|everything|it|the (?:lot|one thing|last (?:one"
        r"|thing)))\b[^?]*\?|^\W*(?:(?:and|so|then)\W+)?what(?:['\u2019]s| is)? (?:next|remains?|left|else)\b[^?]*\?"
        r"|^\W*(?:(?:so|and|then)\W+)?(?:that(?:['\u2019]s)?|all) (?:all|it|everything|done|set|good|sorted|fine)"
        r"(?:,? \w+)?\W*\?|^\W*(?:(?:so|and|then)\W+)?(?:done|set|sorted|finished)(?:,? \w+)?\W*\?"
        r"|\bgood to go(?:,? \w+)?\W*\?"
        r"|\b(?:does|did) (?:that|this|it) (?:cover|sort|do|settle|conclude|complete|finish|wrap) (?:up )?"
        r"(?:it|you|your|everything|that|all)\b[^?]*\?"
        r"|\b(?:any|another|an?) (?:second|third|further|next|part (?:two|three|\d))\b[^?]*\?|\bthat it\b[^?]*\?"
        r"|\b(?:do you have|is there|have you) (?:another|any other|a further|more) (?:\w+ )?"
        r"(?:request|question|wish|matter|thing)s?\b[^?]*\?"
    ),
    other_order=_of(r"\b(?:another|different|other) orders?\b|\bof your own\b|\byour own orders?\b"),
    for_another=_of(
        r"\b(?:instead|another|others?|else|different|rather|anyway|all the same|leave|keep|stays?|remains?|drop"
        r"|as (?:it|they) (?:is|are))\b"
    ),
)
