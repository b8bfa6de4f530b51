"""Cues of a language that say of a way, or of a deed, that it cannot be."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class DenialCues:
    """Regular expressions over a clause, case ignored."""

    none_of: str
    """Says that there is none of what one of `{own}` names, or that it does not do; to be filled."""
    leaves_only: re.Pattern[str]
    """Says that something is all that there is, or that it is kept for something."""
    not_of_them: re.Pattern[str]
    """Says of somebody or something that it is none of those that were named, or for which something is."""
    parts: re.Pattern[str]
    """Stands between what a clause says no to and what it grants."""
    negative: re.Pattern[str]
    """Says no."""
    decided: re.Pattern[str]
    """Says no to what was spoken of, or to anything at all."""
    of_kind: re.Pattern[str]
    """Says of what kind the things are of which a rule speaks."""
    one_of_them: re.Pattern[str]
    """Says something of one of several things that may be meant."""
    is_all: re.Pattern[str]
    """Asks to be told all at once."""
    wished: re.Pattern[str]
    """Says again what the customer has asked for."""
    cannot_it: re.Pattern[str]
    """Says that the agent cannot do what was spoken of."""
    agent_can: re.Pattern[str]
    """Says what the agent can do."""
    grants: re.Pattern[str]
    """Says that something can be done, or is."""
    rules_out: re.Pattern[str]
    """Says of a deed that it is none that can be done, was done as often as it can be, or would have been done."""
    not_one: re.Pattern[str]
    """Says that something is none of those that count."""
    bad_reason: re.Pattern[str]
    """Says of the customer's reason that it is none."""
    not_theirs: re.Pattern[str]
    """Says of what the customer named that it belongs to somebody else."""
    final: re.Pattern[str]
    """Says of something that it was sold for good."""
    only_if: re.Pattern[str]
    """Says of a deed on what conditions it can be done."""
    is_gone: re.Pattern[str]
    """Says of something that it is no longer where things can be done to it."""
    has_left: re.Pattern[str]
    """Says that it is on its way."""
    follows: re.Pattern[str]
    """Says what follows from how something stands, or regrets it."""
    has_come: re.Pattern[str]
    """Says that something has been delivered."""
    of_order: re.Pattern[str]
    """Says of an order, or of who carries it, that it has left."""
    would_do: re.Pattern[str]
    """Says that something can be done, or will be."""
    would_look: re.Pattern[str]
    """Says on what condition the agent would look."""
    looks: re.Pattern[str]
    """Says that the agent has yet to look."""
    of_rule: re.Pattern[str]
    """Quotes a rule about orders or things of a kind, or sets a condition."""
    is_one_only: re.Pattern[str]
    """Says that something can be no more than once."""
    was_before: re.Pattern[str]
    """Says that something was done before."""
    way_of_sending: re.Pattern[str]
    """Names a way in which something is sent."""
    none_but: re.Pattern[str]
    """Says no to all but what it goes on to name."""
    no_second: re.Pattern[str]
    """Says of a second time that there is, or will be, none."""
    holds: re.Pattern[str]
    """Sets a condition, or says that something can be done."""


def _of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_DEED = (
    r"(?:cancel(?:l?ation|l?ing)?|returns?|returning|exchang(?:es?|ing)|chang(?:es?|ing)|swap(?:s|ping)?|split(?:s|ting)?"
    r"|redirect(?:ion|ing)s?|switch(?:es|ing)?|refunds?|discounts?|coupons?|rebates?"
    r"|(?:promo )?codes?|vouchers?)"
)
_GONE = (
    r"(?<!not )(?<!n['\u2019]t )(?<!not been )(?<!n['\u2019]t been )(?<!not yet )(?<!not yet been )(?<!once )(?<!if )"
    r"(?:processed(?! orders?)|shipped(?! orders?)|dispatched(?! orders?)|handed (?:over )?to the carrier|handed over"
    r"|in transit|gone (?:over |off )?to the carrier|on (?:its|the|their) way|under ?way"
    r"|(?:left|gone out|went out|sent out)(?! of)"
    r"(?= (?:us|our|the|already|by|and|with|yesterday)\b|\W|$)|(?:with|by) the carrier|carrier (?:already )?has"
    r"|already moving)"
)
_NOT = r"(?:(?:is|are|was)(?:n['\u2019]t| not)|(?:is |are |['\u2019]s |therefore |now )*no longer|neither)"
_NONE_BUT = (
    r"\b(?:no(?:thing|where|ne)?|not|cannot|never)\b[^,;.?]{0,40}?\b(?:than|but|except(?: for)?|besides|apart from)\b"
    r"(?! (?:i|we|it|that|you|not)\b)|n['\u2019]t\b[^,;.?]{0,40}?\b(?:other|else|different|any\w*)\b[^,;.?]{0,20}?"
    r"\b(?:than|but|except(?: for)?|besides|apart from)\b(?! (?:i|we|it|that|you|not)\b)"
)
ENGLISH = DenialCues(
    none_of=r"(?:\b(?:{own})(?: (?:card|wallet|(?:ending )?(?:in )?\d+))*[:,\u2013\u2014-] ?(?:sorry,? )?no(?:pe)?"
    r"(?=\W*$|[,.;!])"
    r"|\b(?:no|not(?! (?:every|all)\b)|never|without|neither|nor|cannot|outside)|n['\u2019]t|\black(?:s"
    r"|ing)?)"
    r"(?: (?!(?:but|only|just|until|unless|before|instead)\b)[\w-]+){{0,7}}? (?:{own})\b"
    r"|\b(?:{own})(?: (?:there|here|point|points|service|delivery|option|shipping|cards?|wallet|account|ending|in|\d+"
    r"|for \w+|in \w+(?: \w+)?))*"
    r" (?:(?:(?:is|are|was|does|do|has|will|would|can)(?:n['\u2019]t| not| no longer)|cannot|won['\u2019]t)"
    r"(?! (?:\w+ )?(?:be )?(?:charged|billed|cost|need|affect|yet|until|only|just|problem|issue|any|touched|more|dearer"
    r"|(?:offered |available |possible |there )?(?:everywhere|in (?:all|every)|for all|to all)))"
    r"|(?:is|are|was) (?:neither|none of)\b|(?:would|could|might)(?:['\u2019]ve| have)\b(?! to\b))",
    leaves_only=_of(
        r"\b(?:only|just|solely|exclusively|reserved for|limited to|restricted to|confined to|nothing (?:else|but)"
        r"|(?:it|this|that)(?:['\u2019]s| is| has to be| must be| would be) either"
        r"|(?:has|have) to (?:go|be|come)|must (?:go|be|come)|what (?:is|remains|['\u2019]s) left|left with"
        r"|the (?:options|choices|possibilities|alternatives) (?:are|remain(?:ing)?|would be|left))\b"
        rf"|{_NONE_BUT}"
    ),
    not_of_them=_of(
        r"\b(?:do|does)(?:n['\u2019]t| not) (?:include|cover|serve|reach|extend to) (?:yours?\b|(?:this|that"
        r"|the) (?:city"
        r"|town|place|card|wallet)\b)"
        r"|(?:\bnot|n['\u2019]t) (?:among|one of|on the list|included|part of|listed|served|covered|there)\b"
        r"|\bnone of them\b"
        r"|^\W*(?:(?:and|but|though)\W+)?(?:just |sadly |unfortunately )?not (?:in|for|at|to|here|there|on)\b"
        r"(?! (?:anything|any|anyone|anybody|another|others?|everywhere|all|every)\b)"
    ),
    parts=_of(
        r"[;:\u2013\u2014]|,(?!\d)|[.](?!\d)|\b(?:but|so|although|though|however|yet|because|since|while)\b"
        r"|\band (?=(?:i|we|not|no|it|you)\b)"
    ),
    negative=_of(
        r"\b(?:not(?! (?:every|all|only|just)\b)|no(?! longer (?:need|want|requir))|never|cannot|neither|nor|unable"
        r"|impossible|without|only(?! (?:to|the|your|this|for|on)\b)|nothing|unavailable|afraid|unfortunately)\b"
        r"|n['\u2019]t\b"
    ),
    decided=_of(
        r"\b(?:it|this|that|these|those|them|so|nothing|anything|your|yours|possible|option|doable|allowed|eligible|order"
        r"|rules?|policy|pick-?up|sorry|unfortunately|afraid|regret\w*|sadly|#?r\d+)\b|^\W*no\b"
    ),
    of_kind=_of(
        r"\b(?:an?|any|orders|parcels|items|things) (?:\w+ )?(?:that|which) (?:has|have|is|are|was|were)\b[^,;]*"
    ),
    one_of_them=_of(
        r"^\W*one of (?:them|these|those|the two)\b|\b(?:can(?:not|['\u2019]t)|unable to) (?:tell|identify|search"
        r"|look for|see (?:which|what)|read)\b"
        r"|\b(?:can|may) (?:only )?(?:cancel|return|exchange|change)\b[^.]*\b(?:if|only)\b"
    ),
    is_all=_of(
        r"\b(?:is|are|was|were) (?:that|this|it|these|those|the [\w -]{2,30}?) (?:all|everything"
        r"|(?:really )?(?:the )?only|just)\b"
        r"|\bis it (?:just|only)\b|\b(?:any|anything|something) (?:other|else|more)\b[^.]*\b(?:items?|return|exchange"
        r"|change|order)\b[^.]*\?"
        r"|\b(?:know|tell me|say) (?:if|whether)\b[^.]*\b(?:any|anything|something) (?:other|else|more)\b"
        r"|\ball (?:the |your )?(?:items|changes)\b[^.]*\bat once\b"
    ),
    wished=_of(
        r"\byou(?:['\u2019]d| would)? (?:like|want|wish|ask|request|mention|chose|choose)\w*\b|\byour (?:request"
        r"|wish)\b"
    ),
    cannot_it=_of(
        r"\b(?:can(?:not|['\u2019]t)|unable to|not able to|won['\u2019]t|will not)"
        r" (?!(?:tell|see|find|say|know|identify|search)\b)(?:\w+ ){1,3}?(?:it|this|that|them|so)\b"
    ),
    agent_can=_of(
        r"\b(?:i|we)(?: can| could| may| will| would|['\u2019]d|['\u2019]ll)\b|\bcan (?:still )?be\b|\bcan\W*$"
    ),
    grants=_of(
        r"\b(?:i|we|you)(?:['\u2019]ll|['\u2019]d|['\u2019]m)?\b(?: (?:can|could|may|will|would|am able"
        r"|are able))?(?= \w)"
        r"|\b(?:it|that)(?:['\u2019]d|['\u2019]ll)\b|\blet['\u2019]s\b|\bcan\W*$|\b(?:can|could|may"
        r"|would) (?:still )?be\b|\b(?:works?|goes|possible|fine|charged|refunded|credited|paid|changed|exchanged"
        r"|becomes?|will)\b"
    ),
    rules_out=_of(
        rf"\b{_DEED}\b(?: (?!(?:and|but|if|when|that)\b)[\w'#-]+){{0,5}}? {_NOT} (?:\w+ )?(?:available|possible"
        rf"|an option"
        r"|on the table|in the cards|on offer|offered|permitted|allowed|accepted|doable|feasible|open|on)\b"
        r"|\b(?:we|i) (?:can(?:not|['\u2019]t)|could(?:n['\u2019]t| not)|(?:am|are|['\u2019]m|['\u2019]re)(?: not"
        r"|n['\u2019]t) able"
        rf" to) (?:\w+ )?(?:cancel|change|return|exchange|split|switch|swap|redirect|refund|lower|match|reduce)\b"
        r"|\b(?:can(?:not|['\u2019]t)|could(?:n['\u2019]t| not)|may not|can no longer|won['\u2019]t|will not) (?:\w+ )?"
        r"(?:be|get|have (?:its|the|their) \w+) (?:cancel\w*|changed|returned|exchanged|split|swapped|redirected"
        r"|updated|replaced|altered|lowered"
        r"|reduced|another|a new)"
        rf"|\b(?:{_DEED})(?:['\u2019]s| is) (?:off the table|out of the question|ruled out)\b|\brules out {_DEED}"
        r"|\b(?:is|are) (?:now |already )?(?:closed|locked|frozen) (?:for|now|because|since|as)\b"
        r"|\b(?:i|we)(?:['\u2019]d| would) have (?:gladly )?\w+ (?:it|that|this|them)\b[^;.]*\bbut\b"
        r"|\bset in stone\b|\bis therefore final\b"
        r"|\bhad (?:it|this|that|the \w+)\b[^,;.]*,?[^,;.]*\b(?:i|we)(?:['\u2019]d| would) have\b"
        r"|\bmissed the (?:window|deadline|cut-?off|moment|chance)\b|\bthere(?:['\u2019]s| is) no stopping (?:it|them"
        r"|that)\b"
        rf"|\b(?:no such thing as|there (?:is|are) no|no) (?:\w+ )?{_DEED}\b(?! (?:fee|cost|charge|reason|yet|needed"
        rf"|made"
        r"|necessary|required))"
        r"|\b(?:we|i) (?:never|do not|don['\u2019]t) (?:alter|lower|reduce|match|adjust|change|give|offer|grant|do)\b"
        r"|\bonly (?:\w+ )?orders? (?:can|may)\b[^.;?]*\b(?:and|but|while|whereas) (?:yours|this one|it"
        r"|#?[a-z]+\d\w*) (?:is|has"
        r"|was)\b(?! (?:still )?pending)|\b(?:is|are)(?:n['\u2019]t| not) (?:an? )?(?:accepted|valid|permitted"
        r"|recogni[sz]ed"
        r"|sufficient|good enough)(?: \w+)? (?:reason|ground|basis)"
        r"|\bprices? (?:is|are|stays?|remains?)(?: \w+)? (?:fixed|final|as)\b"
    ),
    not_one=_of(
        r"\b(?:is|are|was)(?:n['\u2019]t| not)(?: \w+){0,2} (?:one of (?:them|those|these)|among (?:them|those|these)"
        r"|included"
        r"|grounds?\b|a (?:\w+ )?(?:case|reason|ground)\b)|\bnone of (?:them|those|these)\b"
        r"|\bnot on the (?:\w+ )?list\b"
        r"|\bwo(?:n['\u2019]t|ill not) do as\b|\bdoes(?:n['\u2019]t| not) (?:entitle|allow|count|qualify|suffice)\b"
    ),
    bad_reason=_of(
        r"\b(?:your|that|the|this) (?:\w+ )?(?:reason|ground)s?(?: (?:that )?you(?:['\u2019]ve| have)? (?:gave|given"
        r"|named|mentioned))?"
        r" (?:(?:is|was|does|will|would|can)(?:n['\u2019]t| not)|won['\u2019]t|cannot)\b"
        r"|(?:\bnot|n['\u2019]t) (?:find|see) (?:that|your|this) reason\b"
    ),
    not_theirs=_of(
        r"\b(?:different|another|someone else['\u2019]s|other person['\u2019]s|other)"
        r" (?:(?:customer|person|client|user|somebody)['\u2019]s )?account\b|\bnot your account\b"
        r"|(?:\bnot|n['\u2019]t) (?:\w+ )?(?:linked to|in|on|part of|under|with|placed with|from|contain"
        r"|belong to) your (?:own )?account\b"
        r"|\bonly [^,;.?]{0,40}?\b(?:orders|accounts?) (?:that are|placed with|of|in|on|under|belonging to)"
        r"[^,;.?]{0,20}?[^.?]*\b(?:this one|it|that one|that) (?:is|was)(?:n['\u2019]t| not)\b"
        r"|\baccount does(?:n['\u2019]t| not) (?:contain|have|show|list|include)\b"
    ),
    final=_of(r"(?<!\bnot )(?<!n['\u2019]t )(?<!\bno )(?<!\bnot a )(?<!n['\u2019]t a )\bfinal[- ]sale\b"),
    only_if=_of(
        r"\b(?:only|so long as|as long as|provided|limited to|restricted to|reserved for|before|until|unless|while"
        r"|(?:is|are) for|would(?:['\u2019]ve| have)|(?:i|we) can (?:cancel|change|return|exchange) orders that)\b"
    ),
    is_gone=_of(
        rf"\b(?:{_GONE}|(?<!not )(?<!n['\u2019]t )(?:was|has been|been|is) delivered"
        rf"|(?<!not )(?<!n['\u2019]t )arrived)\b"
    ),
    has_left=_of(rf"\b(?:{_GONE})\b"),
    follows=_of(
        r"\b(?:so|sorry|afraid|unfortunately|sadly|alas|therefore|hence|thus|late|stays?|already|final|missed|bad news"
        r"|what (?:you|i) can|you (?:can|may|could|might|would (?:need|have) to|are free|['\u2019]re free))\b"
    ),
    has_come=_of(
        r"\b(?:was|has been|been|and|is|were) (?:now |already )?delivered\b|\b(?:has |have )?arrived\b|\breached you\b"
        r"|\bdelivered on\b"
    ),
    of_order=_of(
        rf"\b(?:#?[a-z]+\d+|orders?|parcel|package|shipment|carrier|yours|this one"
        rf"|that one)\b[^,;.]{{0,25}}?\b(?:{_GONE})\b"
        r"|\bcarrier (?:now |already )?has\b"
    ),
    would_do=_of(r"\b(?:i|we)(?:['\u2019]ll|['\u2019]d| will| would| can| could)\b|\bcan (?:still )?be\b|\bpossible\b"),
    would_look=_of(
        r"\b(?:if|once|when|as soon as|should) you\b|\b(?:share|send|give|tell|let me know)\b[^.?!]*\band (?:i|we)\b"
    ),
    looks=_of(
        r"\b(?:let me|i['\u2019]ll|i will|i['\u2019]m|i am|i need to|i have to|allow me to)(?: (?:just|now|first"
        r"|quickly|also|go and))*"
        r" (?:about to |going to )?(?:check(?:ing)?|look(?:ing)?|see(?:ing)?(?! to\b)|verify(?:ing)?|find out"
        r"|have a look|confirm(?:ing)?)\b"
        r"|\b(?:one|just an?) (?:moment|second|minute)\b|^\W*(?:checking|looking)\b|\btry (?:it |that )?again\b"
        r"|\buntil i(?:['\u2019]ve| have) (?:looked|checked|seen)\b"
    ),
    of_rule=_of(
        r"\b(?:only|single|individual|final[- ]sale|processed|pending|shipped|delivered)? ?"
        r"(?:items?|orders|returns|exchanges|gift cards?|products|articles|refunds|those|things|(?:an?"
        r"|any) (?:\w+ )?(?:order|item"
        r"|return|exchange|refund|product)|changes?(?: per order| of the same order)?)\b[^.?!]{0,40}?"
        r"\b(?:can|may|are|is|must|cannot|have to|would)(?:n['\u2019]t)?\b(?!.*\byours?\b.*\b(?:is|was|has)\b)"
        r"|\b(?:if|otherwise|unless|whether)\b"
    ),
    is_one_only=_of(
        r"\b(?:(?:only|just|no more than|a maximum of|limit (?:of|is)|at most) (?:one|once|a single)\b|(?:limit"
        r"|maximum)"
        r" (?:is|being|of) one\b|once only|one time|one[- ]time|a single (?:change|time)|the one (?:\w+ )?(?:change"
        r"|switch)|so [\w ]{2,20} it (?:stays|remains|is)\b|this is final)"
    ),
    was_before=_of(
        r"\b(?:already|before|earlier|previously|used(?: up)?|yours was|has been made|was made|(?:have|has"
        r"|['\u2019]ve) had"
        r"|since we['\u2019]ve)\b"
    ),
    no_second=_of(
        r"\b(?:second|another|further)\b[^.?!]*(?:\b(?:not|no|never|cannot)\b|n['\u2019]t\b)"
        r"|(?:\b(?:not|no|never|cannot)\b|n['\u2019]t\b)[^.?!]*\bsecond\b"
    ),
    way_of_sending=_of(r"\b(?:pick-?up|express|standard|collection|shipping|delivery)\b"),
    none_but=_of(_NONE_BUT),
    holds=_of(
        r"\b(?:if|unless|until|as long as|provided|whether|good news|eligible|qualif\w+|in time|luckily|fortunately"
        r"|gladly"
        r"|(?:and|which) (?:yours|it|this(?: one)?) is\W*$|(?:still|is) pending|(?:can|could|may) still)\b"
    ),
)
