"""Rules for REFUSE."""

from simulators.understand.absences import BLOCKED, HYPOTHETICAL, LOOK, OUT_OF_ORDER
from simulators.understand.clauses import Sentence
from simulators.understand.closed import is_closed
from simulators.understand.done_before import rules_out_another
from simulators.understand.not_among import is_not_among
from simulators.understand.outright import deeds_refused, is_outright, is_wanting, own_no
from simulators.understand.prices_held import holds_price
from simulators.understand.slots import SlotIndex
from simulators.understand.too_late import is_too_late
from simulators.understand.words import expression, listed

_GATE = listed(
    "not unable cannot impossible ineligible non-refundable nonrefundable non-changeable non-returnable",
    "prohibited decline denied deny beyond outside against only no never without declined unfortunately final",
    "restricted nothing nope sorry afraid late tied out declined rejected refused excluded barred precluded forbidden",
    "forfeited lapsed inadmissible refuse regret forfeit above exempt none neither window deadline period limit",
    "stays stay remains rules sailed until used happened leave table was out spent exhausted turn nobody tie ties",
    "cards menu end far if",
)
_REFUSE = expression(
    rf"\b(?:no (?:\w+ ){{1,3}}(?:can|may) be|nothing (?:more |else )?(?:that )?(?:i|we) can|(?:can"
    r"|could) not(?! (?:have(?! (?:it|that|this|them|the \w+|your \w+) (?:sent|\w+ed)\b)|be undone|be reversed"
    r"|be (?:found|located|verified|confirmed|matched|identified"
    rf"|authenticated|traced|established|ascertained|recogni[sz]ed)|wait|thank|imagine|stress|guarantee|help but"
    rf"|{LOOK}))|(?:am|are|is|be|being) (?:currently |also |still )?(?:unable|not able) to(?! {LOOK})"
    rf"|unable to(?! {LOOK})|not (?:be |currently )?(?:possible|allowed|permitted|eligible|authori[sz]ed|supported"
    rf"|something (?:i|we) (?:can|do)\b|an option|able to(?! {LOOK})|covered|offered|qualify|provide|offer"
    r"|refundable|returnable|changeable|transferable|exchangeable)|(?:is|are|am) (?:not|no longer) (?:eligible"
    r"|allowed|permitted|possible|available to)|ineligible|does not (?:qualify|allow|permit|meet|support|cover(?! "
    r"(?:the (?:full|whole|entire|total|rest|cost)|all of|\$)))"
    r"|do not (?:qualify|allow|permit|meet|support|offer|cover|have (?:the )?(?:ability|access|permission|authority"
    r"|option|tools?|means|capability|capabilities|functionality|functions?|features?))"
    rf"|will not be (?:able|possible)(?! to {LOOK})|no longer (?:be |possible|eligible|qualif|cancel|return|change"
    r"|modif)|non-?(?:refundable|changeable|returnable|transferable)|against (?:our|the|company) polic|(?:must"
    r"|have to|need to) (?:\w+ly )?(?:decline|deny|refuse)|(?:outside|beyond) (?:of )?(?:the scope|what i"
    r"|my|our|the (?:return|refund"
    r"|cancellation|\d))|prohibited|impossible|final sale|(?:sales?|decisions?) (?:is|are) final\b|(?:request|claim"
    r"|application) (?:was|is|has been) (?:denied|declined|rejected)|may not be|only able to|hands are tied"
    r"|too late (?:to|for)\b|no (?:way|option) (?:to|for)|(?:can|may) only (?!be \w+ once)(?:be |help|assist|process"
    r"|offer|refund|make|cancel)|only (?:be|allowed|possible|eligible) |not within my)"
)
_NO_MEANS = expression(
    r"^(?:(?:sorry|unfortunately|no|nope|sadly),? )?no (?:refunds?|exchanges?|returns?|changes?|cancell?ations?"
    r"|credits?|extensions?) (?:on|for|after|with|once|at|in)\b|^only (?:the|an?|our) [^,]{3,60} (?:may|can)\b"
    r"|\b(?:out of options|does not (?:include|come with) (?:refunds?|changes?|cancell?ations?)|no longer (?:an option"
    r"|accept|offer|support|provide|sell)|(?:does|do|will) not let (?:me|us|you)|(?:is|are|was|were) not (?:accepted"
    r"|valid for|available for|something (?:i|we))|do not have (?:a|any) (?:way|means)|no (?:options?|ways?"
    r"|possibility)(?: available| left)? (?:to|for)\b|not (?:in a position|set up|at liberty|going to be able|allowed"
    r"|entitled|empowered|equipped) to|(?:have|has|had|got|is|are) (?:got )?no (?:means|way|option|possibility|power"
    r"|authority|ability|control|say|provision|entitlement|right|room|leeway|discretion|scope|mechanism|facility|tool"
    r"|button|grounds?|functions?|functionality|feature)\b|no way (?:i|we|for me|for us|to)\b|do not have (?:an?|the"
    r"|any) (?:\w+ )?(?:tool|ability"
    r"|button|way|control|option|means|power|authority|access|facility|function|functionality|feature|permission"
    r"|clearance|right)s?\b"
    r"|not (?:really |quite |exactly )?(?:our|my) (?:thing|department|remit|call|area|decision|bag|field)\b|(?:out of"
    r"|not in|beyond|above) (?:my|our) (?:hands|control|powers?|remit|pay ?grade|reach|gift)\b|(?:that is|it is"
    r"|so it is|is) a (?:clear |firm |hard |flat )?no(?:-go)?\b(?!-)|\bno can do\b|\bno dice\b|nothing doing"
    r"|not on the (?:cards|table)|have to say no|must say no|(?:we|i) (?:do not|never) (?:price[- ]match|do|ship"
    r"|deliver|accept"
    r"|take|offer|sell|refund|exchange|reimburse|cover|issue|waive|allow|permit|handle|deal|cater|service|supply"
    r"|compensate)\b|(?:can|may) only (?:provide|give|share|answer|advise|speak|look up|discuss)\b|precluded"
    r"|\bbarred\b|forbidden|inadmissible|forfeited|\brefused?\b|falls? outside|(?:is|are) (?:therefore |thus )?"
    r"excluded(?= from|\W*$)"
    r"|not (?:admissible|entitled|doable|feasible|workable|negotiable|reimbursable|claimable|recoverable|allow\b"
    r"|permit\b|possible)|(?:will|shall) not (?:accept|take(?! (?:long|more|much|any|an?|\d))|refund"
    r"|be (?:entertained|considered|accepted|refunded"
    r"|reimbursed|granted|issued))|(?:has|have|had) (?:been|to be) (?:declined|denied|rejected|refused|turned down)"
    r"|(?:not|do not) can\b|can not to\b|\bno is possible"
    r"|\b(?:nothing|none|neither)\b[^,;:]{0,50} can (?:still |now |also )?be (?!found|located|traced|matched"
    r"|verified)\w+"
    r"|\b(?:pick-?up|delivery|shipping|express|collection|courier|refunds?|returns?|exchanges?|gift[- ]wrapping"
    r"|service)"
    r" (?:is|are) not (?:available|possible|offered)\b(?! yet)|\bno (?:\w+ ){1,5}(?:i|we) (?:can|could"
    r"|may) (?:apply|offer|give"
    r"|grant|do)\b|\b(?:window|deadline|period|time limit)(?: (?:for|of) (?:\w+ ){1,4}| )(?:has"
    r"|have) (?:already |now |also )?"
    r"(?:passed|expired|ended|closed|lapsed|run out)"
    r"|\bso (?:it|they|that|the|your)\b[^,;]{0,40} stays? (?:as (?:it is|they are|before)|unchanged)\b)"
)
_FOR_ALL = expression(
    r"\bcan only be \w+ (?:once|one time|when|if|while|per|in|within|by|on|at|one)\b|\bonly be \w+ (?:\w+ )?once\b"
)
_OF_ONE = expression(r"#?\b[a-z]{0,3}-?\d{4,}\b|\b(?:any ?more|any longer|so it)\b")
"""It is said of one thing, where rules are said of all."""
_FROM_THEN_ON = expression(r"\b(?:again|afterwards?|after (?:that|this|it)|later(?: on)?|from then on|once|twice)\b")
_SPENT = expression(r"\b(?:already|just|now) (?:been )?(?:used|changed|had|done|made|taken)\b")
"""The customer's one time is over."""
_MACHINE = expression(
    r"\b(?:can not|unable to|not able to)(?! (?:eat|drink|feel|sleep|taste|smell|love|think|dream|have feelings))"
    r"|\bnot (?:allow|permit|authori[sz]ed|allowed|permitted)|\bdo not have (?:access|the|any)|\bonly provide\b"
    r"|\bno (?:way|means)\b|\bcould not\b"
)
_SPEAKER = expression(
    r"\b(?:i|we|me|us|my|our|unfortunately|afraid|sorry|sadly|regret|regrettably|however|your (?:request|claim"
    r"|application))\b"
)
_CLAUSE = expression(r"[,;:.\u2013\u2014] (?:and |so |but |because |since |as )?| (?:so|but|because|since) ")
_OF_ANY = expression(
    r"(?:(?:please )?(?:note|mind|remember|be aware|keep in mind|bear in mind)(?: you)?(?: that)?,? |and |that )*"
    r"(?:(?:an?|any|each|every|only|all|such|single|individual|whatever|(?:no|nothing) (?:else|more|further|other)"
    r"|one)\b|(?!(?:the|this|that|these|those|your|yours|both|express)\b)(?:[a-z-]+ ){0,2}[a-z-]{2,}(?<!s)s"
    r"(?: (?:sent|made|posted|shipped|bought|with|without|that|on|after|under)\b[^,;:]{0,40}?)? (?:can|may|are|do|have"
    r"|will)\b|(?:shipping|postage|delivery|fees?|it) (?:is|are) not refundable\b)"
)
"""A subject that is none in particular: "an order", "items on final sale"."""
_OF_A_CERTAIN = expression(r"\b(?:for|of|from|on|in|to|with) (?:this|that|these|those|your) \w")
_BACK = expression(r"\b(?:undone|reversed|revoked|recalled|reinstated|restored|reopened|withdrawn)\b")
"""Speaks of taking back what is proposed."""
_IT_BACK = expression(
    r"^(?:and )?(?:the|this|that|your|it)(?: (?:return|exchange|swap|cancellation|change|refund|split|request|update"
    r"|switch))? can not be (?:cancell?ed|changed|stopped|taken back|altered|amended|modified)\W*$"
)
"""Speaks of it where the sentence does not say how things stand with one order: "R1 is with the carrier, so it ..."."""
_TO_COME = expression(r"\b(?:would|will|shall|may|if|once|when|then)\b")
_REASON_FOR = expression(r"\b(?:will|would)(?: then| all| both| have to)? be \w+,? (?:because|since|as)\b")
"""The refusal is the reason why what is proposed is done as it is."""
_BARE_NO = expression(
    r"^(?:(?:no|nope|sorry),? (?:but )?(?:no|(?:i am )?(?:sorry|afraid(?: not)?))\s*(?:[.,!;:]|$)|nope\s*[.,!;:]"
    r"|(?:(?:but )?i am (?:afraid|sorry)|unfortunately|regrettably),? (?:but )?(?:not|no"
    r"|that is a (?:clear )?no)\b\s*(?:[.,!;:]|from|$))"
)
_CAN_NOT = expression(r"\b(?:can not|unable to|not able to)\b")
_WARNING = expression(
    r"\b(?:(?:once|after) (?:i|we|this|that|it|you|submitted|confirmed|done|the (?:change|exchange|return|request"
    r"|cancellation))\b|note that|be aware|keep in mind|remember|afterwards|afterward)\b(?:(?!, (?:so|therefore)\b).)*"
    r"\b(?:can not|not be able"
    r"|no longer|can only|final|unable|no (?:\w+ ){1,3}can be)\b"
    r"|\byou (?:would |will )?then (?:can|will|could) (?:not|no longer)\b"
)
_DENIED = expression(
    r"\b(?:not|never)(?: \w+)? (?:refus(?:ed|ing)|declin(?:ed|ing)|den(?:ied|ying)|reject(?:ed|ing)|saying (?:no|it is"
    r" not|that))\b(?! to (?:be|refund|cancel|change))|\bnot (?:an? )?(?:\w+ )?final sale\b"
    r"|\b(?:not|never|hardly|far from)(?: yet| at all| quite)? too late\b|\bnot going anywhere\b"
    r"|\bcan not be (?:(?:any|much|all) )*(?:worse|better|true|right|(?:that|so|too) (?:bad|hard|difficult))\b"
    r"|\b(?:can|could) not (?:possibly |really )?(?:go wrong|wait (?:to|for)|thank \w+ enough|agree more|complain\b"
    r"|hurt\b|miss (?:it|that)\b|(?:stress|say|emphasi[sz]e) (?:it |this |that )?enough|help (?:but|\w+ing)|ask for"
    r"|be (?:happier|gladder|easier|simpler|more \w+))"
)
"""What has not been refused."""
_RULED_OUT = expression(
    r"(?:^|[,;:.\u2013\u2014] (?:but |and |so |then )?|\b(?:but|afraid|sorry|unfortunately|regrettably|sadly"
    r"|no),? )(?:(?:that|this|which)(?: just| simply| really| unfortunately| one)* (?:(?:will|would|can|could) not"
    r"|is not going to) (?:work|do|fly|happen)|(?:that|this|it) (?:does|do) not work for (?:us|me)|(?:(?:that|this"
    r"|it) is )?(?:just |simply )?not (?:going to (?:happen|work|fly)|happening))(?: for (?:us|me)| here| at all"
    r"| either|,? (?:i am afraid|unfortunately|sorry)| on (?:this|that) (?:one|order))*(?=\W*$|[.,;:])|\bno can do\b"
    r"|\bout of the question\b|\b(?:that|it) is a (?:clear |firm |hard |flat )?no(?: from (?:me|us))?(?=\W*$|[.,;])"
    r"|^(?:(?:sorry|no)[,.] )?no (?:way|dice|chance)(?:,? sorry|,? i am afraid)?\W*$|\b(?:(?:no longer"
    r"|not) (?:be )?possible\b|(?:remains?|stays?|is still|answer is) (?:a )?no(?= for\b|\W*$|[.,;]))"
    r"|\b(?:unable|not able) to (?:\w+ or )?(?:provide|share|disclose|give you|see (?:the|your) (?:\w+ )?balances?)\b|"
    r"\b(?:so|therefore|thus|hence|which means(?: that)?),? (?:it|they|this|that|these|those)(?: one)? (?:can (?:not|no"
    r" longer) be|(?:is|are) not (?:able|possible) to be) (?:cancell?ed|returned|exchanged|changed|modified|refunded"
    r"|swapped|(?:taken|sent) back)\b"
    r"|\bas (?:i |we |was |already )*(?:mentioned|said|explained|stated|noted)(?: \w+)?,? [^.]*\b(?:non-refundable|can "
    r"not"
    r"|is not|are not)\b"
)
_REASSURES = expression(
    r"(?:[\w' ]{1,20}[,.!] )?no (?:rush|hurry|worries|problem|pressure|trouble|bother|stress|need (?:to|for))\b"
)
_DENIES = expression(r"\b(?:not|never|nothing|neither|none|unable|only|sorry|afraid|unfortunately|sadly)\b")
_SO_NONE = expression(
    r"\b(?:so|therefore|thus|hence),? (?:an?|the|your) (?:cancell?ation|return|exchange|refund) (?:is|would be)"
    r" (?:not|no longer) possible(?! (?:again|after|once|later|any ?more (?:after|once))\b)"
)
"""Concludes that something is not possible as things stand."""
_FULFILLED = expression(
    r"\bso (?:that|this|it|you|they|there) (?:(?:is|are) (?:all |still |well )*(?:fine|ok|okay|possible|in time|good|no"
    r" problem)|(?:can|may)\b(?! (?:not|neither|only|no longer|be neither)\b))"
)
"""A condition that is met."""


def refuses(sentence: Sentence) -> bool:
    """Whether it says that something cannot be done, is not allowed or is blocked."""
    if _is_shut(sentence):
        return True
    if sentence.question:
        return False
    late = is_too_late(sentence)
    if not (late or sentence.vocabulary & _GATE):
        return False
    plain = _DENIED.sub(" ", sentence.plain)
    found = (
        late
        or _BARE_NO.match(plain)
        or _RULED_OUT.search(plain)
        or _REFUSE.search(plain)
        or _NO_MEANS.search(plain)
        or (OUT_OF_ORDER.search(plain) and "unable" in sentence.vocabulary)
        or (BLOCKED.search(plain) and _CAN_NOT.search(plain))
        or own_no(plain)
        or is_wanting(plain)
    )
    if not found or _WARNING.search(plain):
        return False
    if (sentence.item or _FOR_ALL.search(plain)) and not (
        _SPEAKER.search(plain) or _SPENT.search(plain) or (sentence.item and _OF_ONE.search(plain))
    ):
        return False
    return not HYPOTHETICAL.search(plain)


def _is_shut(sentence: Sentence) -> bool:
    """Whether it says so by how things stand, or by what has been done before."""
    return is_closed(sentence) or is_not_among(sentence) or rules_out_another(sentence) or holds_price(sentence)


def may_refuse(sentence: Sentence) -> bool:
    """Whether what it says of what is not possible is no warning of what will not be, no denial of a refusal, and no
    reassurance: "no rush"."""
    plain = sentence.plain
    if (kind := _REASSURES.match(plain)) and not _DENIES.search(plain, kind.end()):
        return False
    return _WARNING.search(plain) is None and _DENIED.search(plain) is None


def rules_out(sentence: Sentence) -> bool:
    """Whether a refusal says in so many words that, or with what, something is not possible."""
    stated = _is_shut(sentence) or is_outright(sentence.plain) or is_too_late(sentence)
    return stated or _RULED_OUT.search(sentence.plain) is not None


def refuses_deed(sentence: Sentence, index: SlotIndex) -> bool:
    """Whether what a refusal says cannot be done is an action of the lexicon, and waits for nothing."""
    waits = BLOCKED.search(sentence.plain) or is_fulfilled(sentence)
    return not waits and index.acts_in(deeds_refused(sentence.plain))


def is_fulfilled(sentence: Sentence) -> bool:
    """Whether it says of the condition that it names that it is met: "..., so that's fine"."""
    return _FULFILLED.search(sentence.plain) is not None


def finds_wanting(sentence: Sentence) -> bool:
    """Whether it only says that what was told is not enough, which beside a request for more is no refusal."""
    return is_wanting(sentence.plain) and not _says_no(sentence.plain)


def refuses_as_machine(sentence: Sentence) -> bool:
    """Whether, in speaking of being a machine, it refuses something, rather than says that machines do not eat."""
    return _MACHINE.search(sentence.plain) is not None


def states_rule(sentence: Sentence) -> bool:
    """Whether a refusal is one of nothing in particular, or of what is proposed, so that it only warns of that.

    What it says of a certain other thing, "the socks can't be returned", stays a refusal.
    """
    plain = sentence.plain
    if _SPEAKER.search(plain) or _SPENT.search(plain) or _SO_NONE.search(plain) or _is_shut(sentence):
        return False
    said = _refusing_clause(plain)
    if _FROM_THEN_ON.search(said) or _BACK.search(said) or _REASON_FOR.search(plain):
        return True
    if _IT_BACK.search(said) and (_TO_COME.search(plain) or not _OF_ONE.search(plain)):
        return True
    return _OF_ANY.match(said) is not None and not (_OF_ONE.search(plain) or _OF_A_CERTAIN.search(said))


def speaks_of_later(sentence: Sentence) -> bool:
    """Whether a refusal is only one of taking back or repeating what is done."""
    plain = sentence.plain
    said = _refusing_clause(plain)
    later = _FROM_THEN_ON.search(said) or _BACK.search(said)
    return later is not None and not (_SPEAKER.search(plain) or _SPENT.search(plain))


def _refusing_clause(plain: str) -> str:
    return next(filter(_says_no, _CLAUSE.split(plain)), plain)


def _says_no(clause: str) -> bool:
    return (_RULED_OUT.search(clause) or _REFUSE.search(clause) or _NO_MEANS.search(clause)) is not None
