"""Rules for NOT_FOUND, and for what is out of stock: what there is not."""

from simulators.understand.clauses import Sentence
from simulators.understand.prices_held import holds_price
from simulators.understand.words import expression, listed

LOOK = (
    r"(?:find|locate|verify|match|see(?! (?:the|your) (?:\w+ )?(?:balances?|passwords?|pin)\b)|identify|authenticate"
    r"|pull up|confirm|retrieve|recogni[sz]e|look up"
    r"|access (?:an?|any|your|that|this|the) (?:\w+ )?(?:account|profile)"
    r"|validate|trace)"
)
OUT_OF_ORDER = expression(r"\b(?:technical|system|persistent) (?:\w+ )?(?:issue|problem|error|difficult)")
HYPOTHETICAL = expression(
    r"^(?:if|in case|should|unless|when|whenever)\b|\bif you (?:can not|are unable|do not|are not able)\b"
    r"|\byou (?:can not|could not|are unable|do not) (?:remember|find|recall|have|locate|access|see)\b|\bif (?:it"
    r"|that|this|the|they|any)\b[^,]*\b(?:not|unable)\b"
)
_NOTHING = expression(
    r"\b(?:(?:could|can|was|am|were|are|did|do|is|have|has|be)(?: currently| still| also)? (?:not|unable)(?: been"
    r"| be)?(?: (?:able )?to)?(?: currently| seem to| be able to| successfully| yet)*|(?:not able"
    rf"|unable) to|having trouble|trouble|difficulty|failed to) (?:{LOOK}|find|finding|locating|verifying|found"
    r"|located|verified|authenticated|confirmed|matched|identified|retrieved)\b(?P<what>.*)"
    r"|\bno (?:(?!for\b|to\b|from\b|with\b)\w+ ){0,2}?(?:accounts?|orders?|records?|customers?|profiles?|users?"
    r"|reservations?|bookings?"
    r"|match(?:es)?|transactions?|members?|policy|subscription)\b(?! (?:is|are) (?:required|needed|necessary)"
    r"| history| changes).{0,40}?(?:found|match|exist|under|with|associated|for|linked|in (?:our|the)|$|\.)"
    r"|\b(?:not (?:been )?found|does not (?:seem to |appear to )?(?:match|bring up|return any|turn up|pull up|line up"
    r"|correspond|tally|exist|appear in)|do not (?:line up|correspond|tally)|do not (?:seem to |appear to )?(?:match"
    r"|exist|appear)|did not (?:match|return any|bring up|come up|pull up)|not (?:matching|in our (?:system|records))"
    r"|no record|came (?:back|up) empty|nothing (?:comes?|came|turned|turns|shows?|showed|is coming|matches"
    r"|matched)\b|no (?:search )?results?|(?:appears?|seems?|(?<!which )(?<!charge )looks?)(?: to be)? (?:invalid"
    r"|incorrect|wrong)|does not (?:seem|appear) to be (?:in|on|linked|registered)|not (?:coming|showing|turning) up"
    r"|not (?:finding|seeing) (?:any|an?)|does not (?:look|seem) (?:right|valid|correct)|is (?:invalid"
    r"|not valid)(?! (?:\w+ )?(?:reason|ground|cause|excuse|basis))"
    r"|not (?:a )?valid(?! (?:\w+ )?(?:reason|ground|cause|excuse|basis))|not recogni[sz]ed|do not have (?:any "
    r"|a )?record|do not have any(?:one"
    r"|body)? (?:\w+ ){0,3}(?:registered|under|by that|with (?:that|this))|not registered|not (?:linked|associated"
    r"|tied|connected|attached) (?:to|with)|does not belong(?! to any))\b"
)
_ABSENT_RECORD = expression(
    r"\b(?:is|are|was|were) (?:not|nowhere) (?:(?!available\b)\w+ )?(?:showing|appearing|coming up|popping up"
    r"|to be found|known|in (?:our|the|my) (?:system|records?|database|books|files)|on (?:file|our (?:system|books"
    r"|records)|record))\b|\bneither\b.{3,80}\b(?:brings?|match(?:es)?|shows?|turns?|comes?|gives?|works?|exists?)\b"
    r"|\bno (?:(?!longer\b|credit\b|payment\b|debit\b|card\b)[\w#-]+ ){1,5}(?:on (?:file|record)|by that name"
    r"|under that|with that (?:name|number|email|id|code))\b|\bnothing (?:\w+ )?(?:on file|under|found|filed"
    r"|registered) (?:that|the|this|your|case|order|number|our|any|either|both|system)\b|\bnot (?:bringing|turning"
    r"|pulling|returning|throwing|giving|showing) (?:me )?(?:up )?(?:any|a)\w*|\bnothing on file\b"
    r"|\bis not an? (?:\w+ )?(?:number|code|name|account|order|reference|id|email) (?:that )?(?:i|we)\b|\b(?:draws?"
    r"|drew|drawing|drawn|coming up|came up|get|getting) (?:a )?(?:blank|empty|nothing)\b|\bno (?:trace|sign) of\b"
    r"|\bno such (?:account|order|record|customer|booking|number|policy|reservation|claim|id|code)|\bno hits\b"
    r"|\b(?:zero|no|0) (?:results|matches)\b|\b(?:can|could) not be (?:traced|established|ascertained|matched|located"
    r"|identified|verified)\b|\b(?:i|we) (?:hold|have|see|find|show) no (?:\w+ ){0,2}(?:record|account|order|booking"
    r"|policy|customer|reservation|trace|entry|file|contract|claim)\b|\bdo not hold\b|\bverification (?:has )?failed\b"
    r"|\b(?:did|does|has) not pass(?:ed)?\b.*\b(?:verification|check|security)\b|\bdoes not ring a bell\b"
    r"|\bnot one of ours\b|\b(?:is not|not|do not|did not) (?:exist|found)\b(?! (?:any|a) (?:option|flight|seat))"
    r"|\bnot (?:is )?appear(?:ing)? any\b|\bunrecogni[sz]ed\b|\bunknown (?:to|number|id|order|account|customer)\b"
    r"|\bdoes not (?:lead|yield|produce|bring up|turn up|point)\b"
)
_NO_RECORD = expression(
    r"\b(?:your|that|the|this|such a|of) (?:\w+ )?(?:reasons?|grounds?|promise)\b|\bpick-?up (?:point|town|cit)"
    r"|\bany mention of\b|\bnot match (?:what|the (?:items?|description|one|things?)) (?:that )?you\b|"
    r"\bsee (?:what|how|why|whether|if|when|who|where)\b|\bauthori[sz]ed users?\b|\b(?:date|day)\b.*\bnot exist\b"
    r"|\bmatch (?:[\w']+ ){0,3}(?:speed|price|offer|deal|rate)s?\b|\bnot permitted to\b|\b(?:someone|anyone"
    r"|anybody) who\b|\bno (?:fee|charge|cost|extra|penalty|problem|obligation|commitment)"
)
_TOLD_OTHERWISE = expression(
    r"\bwhat (?:you|they|he|she|my|was|the) [^,;:.]{0,40}?(?:told|said|promised|heard|advised)\b[^,;:.]{0,40} (?:does"
    r"|did) not (?:match|line up|tally|correspond|fit)\b"
)
"""What somebody has said does not agree with the rules, which is no matter of records."""
_MISSING = listed(
    "neither nowhere zero blank unrecognized unrecognised unknown 0 not no nothing unable trouble difficulty",
    "failed invalid incorrect wrong empty",
)
BLOCKED = expression(
    r"\b(?:without|until|unless)\b|\b(?:because|since|as) (?:i|we) (?:am |are )?(?:still )?(?:need|missing|lack"
    r"|require)\b|\bmatch (?:\w+ )?(?:competitors?|prices?|the price)"
)
_STOCK = expression(
    r"\b(?:flights?|items?|variants?|options?|stock|availab\w+|seats?|products?|colou?rs?|sizes?|versions?|models?"
    r"|rooms?|alternatives?|plans?|in (?:that|this|your)|matching (?:your )?(?:criteria|preferences))\b"
)
_RECORD = expression(
    r"\b(?:account|order|record|customer|profile|user|reservation|booking|identity|email|number|id|name|member"
    r"|transaction|details|information|line|card|card|match)s?\b"
)
_EMPTY = expression(
    r"\b(?:out of stock|not (?:currently |available |presently )?(?:available|in stock|carried)|unavailable|sold out"
    r"|fully booked|all gone|(?:is|are) gone (?:at|for|right|just)\b|(?:is|are) (?:\w+ )?full\b|none left|run out"
    r"|not to be had|(?:we|i) no longer (?:have(?! to\b)|carry|stock|sell|make)|no (?:[\w-]+ ){1,4}left"
    r"|no (?:\w+ ){0,4}(?:available|in stock|flights|seats|options|variants?)"
    r"|(?<!you )(?<!i )do not (?:currently )?(?:have(?! to\b)|carry|stock|see)\b|i do not (?:currently )?(?:see"
    r"|have (?:any|that|it|one)))"
)


def told_otherwise(sentence: Sentence) -> bool:
    """Whether it says that what the customer was told does not agree with something."""
    return "not" in sentence.vocabulary and _TOLD_OTHERWISE.search(sentence.plain) is not None


def not_found(sentence: Sentence) -> bool:
    """Whether it says that a record was not found or not verified; empty stock is something else."""
    if sentence.vocabulary.isdisjoint(_MISSING) or holds_price(sentence):
        return False
    plain = sentence.plain
    if "can only" in plain or told_otherwise(sentence) or _NO_RECORD.search(plain) or OUT_OF_ORDER.search(plain):
        return False
    if _ABSENT_RECORD.search(plain) and not HYPOTHETICAL.search(plain):
        return True
    found = _NOTHING.search(plain)
    if (
        found is None
        or plain[: found.start()].endswith("you ")
        or BLOCKED.search(plain, found.start())
        or (plain.startswith(("if ", "in case", "when ")) or "if you" in plain[: found.start()])
    ):
        return False
    what = found["what"] if found["what"] is not None else plain[found.start() :]
    return not (_STOCK.search(what) and not _RECORD.search(what[:40]))


def out_of_stock(sentence: Sentence) -> bool:
    """Whether it says that something offered is not there: INFORM, not a refusal."""
    return (
        bool(sentence.vocabulary & {"not", "no", "out", "unavailable", "sold", "booked", "gone", "full", "none"})
        and _EMPTY.search(sentence.plain) is not None
    )
