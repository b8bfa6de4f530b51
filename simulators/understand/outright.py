"""Refusals in so many words: of one thing among others, of what the speaker may not do, of what does not suffice."""

from simulators.understand.words import expression

_LEFT_OUT = expression(
    r"(?:^|[,;:.] |\b(?:but|and|so|that|sadly) )(?:the|this|that|these|those|your|it|they|one of them)\b[^,;:.]{0,60}?"
    r" (?:(?:is|are) (?:not (?:\w+ )?(?:returnable|exchangeable|refundable|eligible|changeable)|non-?returnable)"
    r"|(?:can|may) (?:not|no longer)(?: now| longer| any ?more)? (?:go back"
    r"|be (?:returned|exchanged|swapped|cancell?ed|refunded|changed|sent back|taken back|accepted))"
    r"|do(?:es)? not qualify|(?:is|are|was|were) (?!not\b)(?:an? )?(?:\w+ )?final sale)\b"
)
"""A certain thing that something cannot be done with."""
_OWN_NO = expression(
    r"\b(?:sadly|unfortunately|regrettably|afraid|sorry),? (?:but )?(?:that )?(?:i|we) (?:still |also |just |simply )?"
    r"(?:can not|(?:am|are) not able to|(?:am|are) unable to) (?:change|cancel|return|refund|exchange|swap|update"
    r"|make|do"
    r"|move)\b"
    r"|\b(?:i|we) (?:am|are) (?:\w+ )?not (?:permitted|allowed|authori[sz]ed|at liberty|in a position|able"
    r"|empowered) to"
    r" (?!find|locate|verify|match|see|identify|confirm|trace|access|look)"
    r"|\b(?:i|we) (?:can|may|could) neither (?!find|locate|verify|match|see|identify|confirm|trace)\w+"
    r"|\bcan be neither \w+ed\b|\b(?:is|are) (?:therefore |thus )?excluded(?= from|\W*$)"
    r"|\b(?:i|we) (?:can not|am unable to|am not able to) help you with (?:it|this|that|these|those|your)\b"
    r"|\b(?:i|we) may not (?:\w+ )?(?:discuss|change|cancel|touch|make|disclose|share|speak|talk|do)\b"
    r"|\b(?:i|we) (?:will |would )?(?:have to|must|need to) (?:\w+ly )?(?:decline|refuse|say no"
    r"|turn (?:[\w-]+ ){1,8}?down)\b"
    r"|\b(?:i|we) (?:have to|must|will have to|need to) leave (?:it|this|that|the|your)\b[^,;]{0,30} (?:unchanged|alone"
    r"|as (?:it is|they are))\b"
)
"""What the speaker cannot or may not do."""
_STAYS = expression(
    r"\b(?:therefore|thus|hence|so),? (?:it|that|this|the (?:\w+ ){1,3}?)(?:stays|remains) (?:at|as|on|with)\b"
    r"|\b(?:it|that|this) (?:therefore|thus|hence|then) (?:stays|remains)\b"
    r"|\b(?:has|have) to (?:stay|remain) (?:with you\b|there\b|where (?:it is|they are)\b|as (?:it is|they are)\b)"
)
_NOT_HAD = expression(
    r"\bno (?:pick-?up|express|collection|courier|delivery|returns?|exchanges?|refunds?|cancell?ations?)(?: (?:service"
    r"|points?|delivery|shipping|option|possible))? (?:for|to|in|from)\b"
    r"(?!.*\b(?:yet|so far|on (?:record|file)|(?:our|the|my) (?:system|records))\b)"
    r"|\bthere (?:is|are) (?:simply |just )?no (?:pick-?up|express|collection|returns?|exchanges?|refunds?|discounts?"
    r"|cancell?ations?)(?=[,.;]|$| (?:as|because|since)\b)"
)
"""A service that there is none of."""
_NO_WAY_LEFT = expression(
    r"\bhands are tied\b|\bties? (?:my|our) hands\b|\b(?:a|the) (?:clear|firm|hard|flat|definite) no\b(?!-)"
    r"|\bwhich (?:rules|has ruled) (?:out (?:an?|any|another|it|that)\b|(?:(?:an?|any|another) \w+|it|that) out\b)"
    r"|\bthat ship has sailed\b"
    r"|\b(?:that|this) rules out (?:an?|any|another) (?:\w+ )?(?:address|changes?|cancell?ation|returns?|refund"
    r"|exchange|swap)\b|\b(?:is|are) (?:not (?:an?|one of the|among the)|no|none of (?:the|our))"
    r" (?:\w+ )?(?:reasons?|grounds?) (?:(?:to"
    r"|for) (?:us to )?(?:cancel|refund|return|exchang)\w*"
    r"|(?:that|which) (?:lets?|allows?|permits?|entitles?) (?:me|us|you|an?)\b"
    r"|(?:that |which |for which |on which )?(?:i|we|our (?:rules"
    r"|policy))(?: can| may| could| do)?(?! (?:ask|need|know|see)))\b"
    r"|\bthere (?:is|are) (?:simply |just )?no (?:version|way|route|scenario|exception)s? (?:of (?:it|this|that) )?"
    r"(?:that|in which|where|by which|under which) (?:\w+ ){0,3}?(?:would|could|can|will|gives?|lets?|allows?)\b"
    r"(?! (?:stop|prevent|keep|forbid|hinder))"
    r"|\bthere (?:is|are) (?:simply |just )?no(?:thing)? (?:[\w'-]+ ){0,8}?(?:that|which|by which|under which) "
    r"(?:(?:would|could|can|will|might) )?(?:lets?|allows?|permits?|entitles?|enables?) (?:me|us|you)\b"
    r"|\bthere (?:is|can be) no second (?:one|change|time)\b"
    r"|\bonce\b.*\b(?:has|have) (?:now |already |just )*(?:been (?:used|spent)"
    r"|happened)\b"
    r"|\b(?:returns?|exchanges?|cancell?ations?|changes?) (?:was|were) (?:only )?(?:open|possible|allowed|accepted) "
    r"(?:only )?(?:until|till|up to)\b(?!.*\bstill\b)"
)
"""Leaves no way: what rules something out, what is no reason for it, and what is over."""
_CHANGE = r"(?:change|exchange|swap|return|refund|split|cancell?ation)"
_NOT_LEFT = expression(
    r"\b(?:it|that|this|which|change|exchange|swap|return|one|chance) (?:is|are|was|has been) (?:already |now |just )*"
    r"(?:used up|spent|exhausted)\b"
    rf"|\b(?:that|this|it) was the (?:one|only|single) (?:\w+ ){{0,3}}{_CHANGE}\b[^,;.]{{0,30}}"
    r"\b(?:allows?|allowed|permits?|permitted|possible)\b"
    r"|\bis not (?:something|an? (?:\w+ )?(?:thing|reason|ground)) (?:for|on|about|with|to|in) which (?:i|we|you) "
    r"(?:can|may|could)\b"
    r"|\bdo not have (?:any|an?) (?:[\w-]+ ){1,5}(?:that |which )?(?:i|we) (?:can|could|may) "
    r"(?:apply|offer|give|grant)\b"
    r"|\b(?:pick-?up|delivery|shipping|express|standard|refund|return|exchange|cancell?ation|swap|that|it|this) is"
    r" (?:off the table\b"
    r"|out(?:,? (?:too|as well|also|because|since|as)\b|\W*$))"
    r"|\bthere is (?:simply |just )?no (?:[\w-]+ ){1,3}in (?:our|the|my) (?:rules|policy) that (?:would |could )?"
    r"(?:lets?|allows?|permits?)\b|\boff limits\b"
    rf"|(?:^|[,;] )(?:so|hence|therefore|thus),? (?:there (?:is|can be) )?no (?:\w+ )?{_CHANGE}(?=\W*$|[.,;])"
    r"|[,;] so (?:it is |the answer is )?(?:a )?no(?: from (?:me|us))?(?=\W*$)"
    rf"|[,;] so (?:there is |i am afraid )?no (?:switch|{_CHANGE})(?=[.,;!]|$)"
    r"|\b(?:so|but|and) not (?:this|that) way(?=\W*$)"
    rf"|^(?:(?:sorry|unfortunately|sadly|still|as (?:i |already )*(?:said|explained))[,:]? )?no {_CHANGE}s? of\b"
    rf"|\bno (?:[\w-]+ ){{0,2}}{_CHANGE}\b[^.;?!]{{0,40}}, (?:i am|we are) (?:afraid|sorry)\b"
    r"|\boff the (?:cards|menu|table)\b(?! (?:for|in) (?:the|an?|any) other)|\bend of the road\b"
    r"|\b(?:that is|this is) as far as (?:i|we) can (?:go|take)\b"
    r"|\bif (?:only )?(?:there were|i could|we could)\b[^.;?]*\bbut (?:there is|i|we) (?:not|can not)\b"
    r"|\b(?:so|and|but) (?:that|this)(?:(?: one)? is| one's) out(?=\W*$|[,.;])"
    r"|^(?:(?:order|number) )*#?\w*\d\w*: (?:sorry,? )?no(?=\W*$|[.;!])"
    r"|\bthe answer is (?:still )?(?:a )?no(?=\W*$|[,.;!])"
    r"|\b(?:is|are|was) (?:about )?(?:an?|\w+) (?:weeks?|days?|months?) too late\b|\bis yours to keep\b"
    r"|\bno (?:re-?routing|redirecting|undoing|cancelling|calling) (?:it|that|this|them)\b"
    r"|\b(?:no one|nobody)(?: here| else| at all)* can (?:override|stop|change|undo|alter|waive|cancel|reverse)\b"
    r"|\bthere is nothing (?:left )?to (?:swap|exchange)\b"
)
"""What the rules give, where it is used up, is not for this, or is none."""
_WANTING = expression(
    r"\b(?:(?:names?|postcodes?|zip|e-?mail|address|numbers?|phone|details|alone)(?: \w+){0,2}?|that|this|those"
    r"|these|it)"
    r"(?: alone| by itself| on its own)? (?:"
    r"(?:is|are|was|were|will|would) (?:just |simply |sadly )?not (?:be )?(?:quite )?(?:enough|sufficient)"
    r"(?! (?:(?:for|to) (?:cover|pay)|time|money|stock|left|of)\b)"
    r"|(?:do|does|will|would) not (?:suffice|be enough|do(?= (?:for|here)\b|\W*$)))\b"
)
"""What the customer has told does not suffice."""

_DEED = expression(
    r"\b(?:can|may) (?:\w+ly |also |now )?(?:not|neither|no longer|only|be neither)\b(?P<deed>[^,;:]+)"
    r"|\b(?:neither|none|nothing|no \w+)\b[^,;:]{0,40} (?:can|may) (?P<done>[^,;:]+)"
    r"|\b(?:unable to|(?:not|no longer) (?:possible|able|allowed|permitted|eligible)) (?P<wish>[^,;:]+)"
)


def deeds_refused(plain: str) -> frozenset[str]:
    """The words, in a text in lower case, for what cannot be done."""
    return frozenset(
        word for found in _DEED.finditer(plain) for word in found[found.lastgroup or 0].rstrip(".").split()
    )


def is_outright(plain: str) -> bool:
    """Whether a refusal in lower case says of what it is one, so that its words need no weighing."""
    return _LEFT_OUT.search(plain) is not None or own_no(plain) or is_wanting(plain)


def own_no(plain: str) -> bool:
    """Whether a text in lower case says what its speaker cannot or may not do, or what there is not or no longer."""
    return any(rule.search(plain) is not None for rule in (_OWN_NO, _NOT_HAD, _STAYS, _NO_WAY_LEFT, _NOT_LEFT))


def is_not_left(plain: str) -> bool:
    """Whether a text in lower case says that the rules leave nothing of what is wanted, which asks for nothing."""
    return _NOT_LEFT.search(plain) is not None


def is_wanting(plain: str) -> bool:
    """Whether a text in lower case says that what was told is not enough: "name and postcode won't do"."""
    return _WANTING.search(plain) is not None
