"""Rules for a completed change that is told in a word or two, as whoever begins with the news tells it."""

from simulators.understand.claims import is_possible, stays
from simulators.understand.clauses import Sentence
from simulators.understand.words import expression, listed

_CHANGED = listed(
    "saved emailed e-mailed texted mailed posted cancelled canceled refunded updated changed booked rebooked reserved",
    "ordered reordered submitted issued applied added removed rescheduled reset activated deactivated reactivated",
    "blocked unblocked frozen unfrozen locked unlocked replaced upgraded downgraded waived credited enrolled",
    "registered filed enabled disabled extended renewed reversed requested swapped switched corrected adjusted",
    "resolved ported exchanged sent resent arranged granted reinstated restored redeemed deducted converted merged",
    "linked unlinked assigned amended deleted lifted fixed moved redirected rerouted logged raised lodged released",
    "flagged retracted withdrawn revoked voided annulled remitted rectified charged cleared paused resumed killed",
    "wiped stopped recalled created set despatched transmitted modified altered processed initiated finalised",
    "finalized secured debited reimbursed discounted bumped tweaked ditched scrapped binned nixed axed",
    "zapped dropped whitelisted unlinked executed effected archived erased revised reissued reprinted repaid turned",
)
"""What becomes of a thing when somebody has changed it on a customer's behalf."""
_NEWS_ONLY = listed("confirmed scheduled suspended closed dispatched completed opened paid placed processed verified")
"""What a record says as well, so that only a headline tells it as news."""
_PARTICIPLE = "|".join(sorted(_CHANGED - {"waived"}))
_HEADLINE_PARTICIPLE = "|".join(sorted((_CHANGED | _NEWS_ONLY) - {"verified", "reset", "set"}))
_GATE = (
    _CHANGED
    | _NEWS_ONLY
    | listed(
        "confirm confirms acknowledge stands find effect way make did made ready got had popped bunged knocked",
        "threw thrown stuck slapped whipped shaved bumped chucked nudged tucked slipped dropped lopped signed took",
        "taken gave given consider arranged more gone history yours reads shows says complete completed filed",
        "lodged submitted placed confirmed successful processed subscribed unsubscribed registered enrolled",
        "insured already send vanished disappeared swap change switch inbox mailbox basket cart wallet done locked",
        "sorted switched on off live active sitting waiting held kept reserved through back all now",
    )
)
_INTERJECTION = (
    r"(?:(?:\w+ ){0,2}\w+[,!]+ )?(?:(?:okay|ok|great|perfect|good news|great news|excellent|wonderful|alright"
    r"|all right|right|done|boom|ta-?da|voila|super|fab|lovely|brilliant|sorted|woo ?hoo|hooray|hip hip hooray|yay"
    r"|thanks?|thank you|there you (?:go|have it)|there we go|bingo|nice|sweet|and|also)[,!:. ]+)?(?:(?:please "
    r"|kindly )?(?:be (?:informed|advised)|note|i (?:can )?confirm|we (?:can )?confirm|this is to (?:confirm"
    r"|inform you)|(?:i am |we are )?(?:happy|pleased|delighted|glad) to (?:say|report|confirm|tell you"
    r"|inform you))(?: that)? )?"
)
_SHORT = expression(
    rf"^{_INTERJECTION}(?!(?:i|we|you|he|she|they|please|let|to|if|once|when|no|not|any|only|status|anything|being"
    r"|orders?|items?|date|what|which|who|how|get|nothing|none|payments? (?:are|is))\b)"
    r"(?:(?!(?:is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|should|not|if|when|once|you|i"
    r"|we|that|which|who|to|get|status|must|do|does|did|costs?|currently|already)\b)[\w#$\u00a3\u20ac'./-]+ ){1,7}"
    rf"(?:{_HEADLINE_PARTICIPLE})(?P<rest>(?: successfully| today| again)?(?:[.!:,;)]|$| (?:to|for|from|on|onto|under"
    r"|at|in|with|by|until|through|as|and|back)\b.*|\s?[\u2013\u2014-].*))"
)
_ALONE = expression(
    rf"^{_INTERJECTION}(?:all |now |just |successfully )?(?:{_HEADLINE_PARTICIPLE}|locked in|sorted|done and dusted"
    r"|job done|mission accomplished)(?: it| that| them| out)?(?: successfully| for you| now| as (?:requested"
    r"|agreed|asked))?[.!,;:]"
)
_TOLD = expression(
    rf"^(?:\w+[,!.] )?(?:just |successfully |now )*(?:{_PARTICIPLE}|made|took|put|got(?! it| that| them)|gave|popped"
    rf"|knocked) (?:you|it|that|them|the (?:swap|change|switch|booking|fee|refund|update|correction|exchange|order"
    rf"|late)|your|both|an? )\b(?! (?:is|was|are|has|can|will|may|have)\b)|^(?:\w+[,!.] )?(?:just "
    rf"|successfully )*(?:{_PARTICIPLE}) (?:for|on|to|from|under|with) (?:you\b|your\b|both\b|all\b|the\b|\w*\d)"
)
_VERB = expression(
    r"\b(?:is|are|was|were|has|have|will|would|can|could|may|must|should|ships?|arrives?|takes?|costs?|goes"
    r"|needs?|gets?|qualify|qualifies)\b"
)
_REPORTED = (
    r"(?:(?:please |kindly )?(?:be (?:informed|advised)|note|(?:i|we) (?:can )?confirm|this is to (?:confirm"
    r"|inform you)|(?:i am |we are )?(?:happy|pleased|delighted|glad) to (?:say|report|confirm|tell you"
    r"|inform you))(?: that)? )?"
)
_STATE = expression(
    rf"^(?:[^,;:]{{0,40}}[,!:] )?{_REPORTED}"
    r"(?:that is |(?:the|your|both|all|every|our|a"
    r"|an|it|this|that|everything|those|these|his|her|their|#?\w*\d[\w-]*|\w+(?= is\b))(?: (?!(?:i|we|you|if|can|will"
    r"|not|that|which|costs?|glad|once)\b)[\w#$\u00a3\u20ac'./-]+){0,9}(?: is| are|(?<=\w)'s|(?<=\w)' s)(?: now| all"
    r"| both| also| officially| hereby| therefore)* )"
    rf"(?:(?:your|the) (?:\w+ ){{1,3}})?(?P<done>{_PARTICIPLE}|sorted|done|held|kept|set aside)\b(?P<rest>.*)"
)
_WAS = expression(
    rf"^(?:[^,;:]{{0,30}}[,!:] )?{_REPORTED}"
    r"(?:the|your|both|all|our|a|an)(?: (?!(?:i|we|you|if|can|will|not|that|which)\b)"
    rf"[\w#$\u00a3\u20ac'./-]+){{1,9}} (?:was|were)(?: now| all| both| also| hereby| just"
    rf"| duly| permanently| successfully| temporarily)* (?P<done>{_PARTICIPLE})"
    r"\b(?P<rest>.*)"
)
_SEEN = expression(
    r"\b(?:currently|already|still|only|usually|normally|automatically|always|never|not|because|since|due to|if|unless"
    r"|when|whenever|by default|according|shows?|per (?:our|the)|ago|yesterday|last (?:week|month|night|year"
    r"|\w+day)|previously|at the moment|each|every|once|after|as (?:it|the|you)|should|could|would"
    r"|within|in \w+ (?:steps?|stages?)|(?<=in )advance|by (?:the|your|a|an) (?!end|close)\w+)\b"
)
_WHEN_WAS = expression(
    r"\b(?:on|in|at|by|from|before|until|because) (?!(?:your|the|our|file|full|reference|both)\b)(?!\d\d?:\d)\w"
)
_SWITCHED_ON = expression(
    r"^(?:[^,;:]{0,30}[,!:.] )?(?:the |your |that |it |now |everything )?(?:[\w-]+(?: [\w-]+)?)?(?:'s| is"
    r"| are)? ?(?:now |all |back )*(?:on|off|live|active|done|sorted|up and running|in place|good to go)(?: now| again"
    r"| for you)?[.!,;]"
)
_SUBJECT_ON = expression(
    r"^(?:[^,;:]{0,30}[,!:.] )?(?:(?:now|that|this|it|everything|all|\w+'s|(?:the|your) \w+|[\w-]+ (?:is|are))\b)"
)
_NOT_ON = expression(
    r"^(?:hold|hang|come|go|carry|read|from|later|and|but|so|well|log|sign|move|what|right|day|time)\b"
)
_THERE = expression(
    r"\b(?:is|are) (?:now |already )?(?:sitting|waiting|back) in your\b|^(?:[^,;:]{0,30}[,!:] )?(?:both|all|your|the"
    r"|two|three|\d+)\b[^,;]{2,50} (?:is|are) now (?:on|in|under|with|attached to|linked to) (?:your|the)\b"
    r"|^(?:[^,;:]{0,30}[,!:] )?you are (?:now |all |officially |fully )+(?:switched|set|sorted|booked|in|signed"
    r"|enrolled|covered|upgraded|moved|done|confirmed|registered|subscribed|unsubscribed|checked in"
    r"|protected)\b(?! (?:to|then|so)\b)|^(?:[^,;:]{0,30}[,!:] )?[^,;:]{0,40}\b(?:refund|payment|order|booking"
    r"|cancellation|change|changes|exchange|return|upgrade|transfer|request|switch|top-up|update)(?: has| have|'s"
    r"| is) (?:now |just |been )*(?:gone through|come through)|^(?:[^,;:]{0,30}[,!:] )?(?:the|your|both|all|that"
    r"|every) [^,;]{2,50}(?: is| are|'s) (?:now |all |well and truly )*(?:no more|gone|through|history|out of the way"
    r"|yours|in the bag|a done deal|up and running|in your (?:inbox|mailbox|e-?mail|basket|cart|wallet|account|bag"
    r"|app))(?=[.!,;]|$)|^(?:[^,;:]{0,30}[,!:] )?your (?:[\w-]+ ){1,4}(?:(?:is|are) now (?:the|in|on|at|set|down to"
    r"|up to|called|under|spelled|spelt)|now (?:reads?|shows?|says?|stands? at|bears?|runs? until|lists?))\b"
    r"|^(?:[^,;:]{0,30}[,!:] )?your [^,;]{2,40} (?:is|are) \w+ed? (?:correctly )?(?:on [^,;]{2,20} )?now[.!]|\b(?:has"
    r"|have) (?:now |just |already )?(?:gone (?:out|off|back|live)|come off|been let (?:go|know)|vanished"
    r"|disappeared)\b(?: to| from| by| via|[.!]|$)|^you are (?:un)?(?:subscribed|registered|enrolled|insured|booked"
    r"|covered|checked in|rebooked|upgraded|signed up|confirmed|good to go)[.!,]|^that is you (?:all )?\w+"
    r"|^(?:\w+ ){0,2}(?:cancellation|change|update|booking|refund|return|exchange|upgrade|payment|transfer|order|swap"
    r"|switch|request|activation|registration|renewal|reset|dispute|claim|complaint|top-?up|extension|correction"
    r"|reservation)s? (?:is |are |all )?(?:done|complete|completed|through|sorted|made|in|filed|lodged|logged"
    r"|submitted|placed|confirmed|successful|processed)(?=[.!:,;]|$)|\bjust (?:landed|arrived|dropped"
    r"|popped) in(?:to)? your\b|^that is (?:all |your |the |both |that )?(?:\w+ ){0,3}"
    rf"(?:{_PARTICIPLE}|done|sorted)\b"
)
_FORMAL = expression(
    r"\b(?:confirm|acknowledge)s? (?:the |your )(?:cancellation|termination|amendment|booking|reservation|change"
    r"|transfer|closure|activation|registration|withdrawal|exchange|refund|payment|purchase) (?:of|to|for|from|in)\b"
    rf"|\bstands? (?:{_PARTICIPLE}|confirmed|closed)\b|\b(?:has|have) (?:now |just |duly |today )*(?:taken effect"
    r"|been (?:duly|hereby|promptly))\b|^(?:please )?(?:find|see) (?:attached|enclosed)\b|\bconsider (?:it|that|this"
    rf"|them|yourself) (?:{_PARTICIPLE}|sorted|handled|done)\b|\bgoes through (?:now|today)\b"
)
_ON_ITS_WAY = expression(
    r"\b(?:replacement|refund|credit|voucher|label|code|link|new (?:\w+ ){1,3}|money|[$\u00a3\u20ac]\d[\d.,]*) (?:(?:is"
    r"|are)|'s) (?:now |already |all )?(?:on (?:its|the|their) way|heading|winging its way|coming your way)\b"
)
_CLUMSY = expression(
    r"^(?:[^,;:]{0,30}[,!:] )?(?:i|we) did (?:just |already |now )?(?!not\b|check|look|find|see|ask|receive|try|notice"
    r"|say|hear|speak|search|verify|review|contact|call|read|get)[a-z]+ (?:the|your|it|that|this|them|both|you)\b"
    r"|^(?:[^,;:]{0,30}[,!:] )?(?:i|we)"
    rf" (?:{_PARTICIPLE}) already\b|"
    r"^(?:[^,;:]{0,30}[,!:] )?(?:i|we) (?:have |had )?(?:already |just |now )*(?:have (?:make|do|change|cancel|send|put"
    r"|book|add)|did (?:the|your|it|that)|do it already|already (?:make|do|change|cancel|send|put|book|add)|have did"
    r"|make (?:the|your|it) \w+ (?:already|now for you)|made it)\b|^(?:[^,;:]{0,30}[,!:] )?(?:now |it |this |that "
    r"|all |everything |already |the \w+ )*(?:is|was|has) (?:already |all |now |been )*(?:done|made|did|ready"
    r"|arranged)\b(?! (?:by|when|once|if|to|for (?!you))\b)"
)
_INFORMAL = expression(
    rf"\b(?:i|we)(?: have)?(?: just| now| also)* (?:got|had) (?:you|it|that|them|this|everything|(?:your|the) (?:\w+"
    rf" ){{0,2}}\w+) (?:all |now )?(?:{_PARTICIPLE}|sorted|on to|onto|onto the|in for|back on|out of|off the)\b"
    r"|\b(?:i|we)(?: have)?(?: just| now| also)* (?:popped|bunged|knocked|threw|thrown|stuck|slapped|whipped|shaved"
    r"|bumped|chucked|nudged|tucked|slipped|dropped|lopped|signed|took|taken|gave|given|switched)\b(?! (?:a"
    r"|another|the|your) (?:look|peek|glance|note))(?=.* (?:off|in|into|on|onto|up|down|out|through|back|to)\b|.*\byou"
    r" (?:a|an|\$|\d))"
)
_PAST_ONLY = expression(r"\b(?:if|when|once|before|until|unless|not|will|would|could|should|whether|had|glad)\b")


_FEELINGS = ("glad", "let us", "i hope", "hope", "thank you for", "thanks for", "so glad", "i am glad", "happy that")


def announces(sentence: Sentence) -> bool:
    """Whether, at the head of a message or of an item, it is the news of a change: "New address saved."."""
    if sentence.question or sentence.plain.startswith(_FEELINGS) or "already" in sentence.vocabulary:
        return False
    if stays(sentence) or is_possible(sentence):
        return False
    if sentence.vocabulary.isdisjoint(_GATE) and "'s" not in sentence.plain:
        return False
    plain = sentence.plain
    if sentence.item:
        name, _, told = plain.partition(" \u2013 ")
        plain = told or name
        if ": " in plain:
            return False
    return _in_short(plain) or _by_its_effect(plain) or _in_words(plain) or _by_its_state(plain.split("; ")[0])


def _in_short(plain: str) -> bool:
    """Whether it is told without a finite verb: "Card frozen.", "Booked you on the 7:40."."""
    found = _SHORT.match(plain)
    if found and not _VERB.search(found["rest"].split(",")[0]):
        end = found.end() if found["rest"].startswith(":") else len(plain)
        if not _SEEN.search(plain, 0, end):
            return True
    return (_ALONE.match(plain) or _TOLD.match(plain)) is not None


def _by_its_effect(plain: str) -> bool:
    """Whether it says where a thing now is, or that it is on or off."""
    found = _THERE.search(plain)
    if found and not _SEEN.search(plain, 0, found.end()):
        return True
    return bool(_SWITCHED_ON.match(plain) and _SUBJECT_ON.match(plain) and not _NOT_ON.match(plain))


def _in_words(plain: str) -> bool:
    """Whether it is told in formal, clumsy or informal words."""
    if _PAST_ONLY.search(plain):
        return False
    found = _FORMAL.search(plain) or _ON_ITS_WAY.search(plain) or _CLUMSY.match(plain) or _INFORMAL.search(plain)
    return found is not None


def _by_its_state(first: str) -> bool:
    """Whether it says what a thing now is, or was made: "the change is saved", "your bids were retracted"."""
    if _SEEN.search(first):
        return False
    if _STATE.match(first):
        return True
    found = _WAS.match(first)
    return found is not None and not _WHEN_WAS.search(found["rest"])
