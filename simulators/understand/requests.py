"""Rules for REQUEST: whether a sentence asks for information."""

from simulators.understand.clauses import Sentence
from simulators.understand.named import names
from simulators.understand.words import expression, listed

_GIVE = (
    r"(?:provide|share|tell|give(?! (?:them|him|her|the \w+ (?:a|some))\b)|send(?! (?:it|them|those"
    r"|these|(?:the|your)(?: [\w-]+){1,5}) back\b)|specify|clarify|supply|state|indicate|enter|include|list|describe"
    r"|choose|select|pick"
    r"|answer(?= (?:your|the|a|these))|verify|confirm"
    r"|let (?:me|us) (?:know(?=:| (?:(?:to|for|from|on|in|at|with|under) )?(?:your|the|which|what|how|if|whether|where"
    r"|when|who|why|of|about|any|once|whom)\b)|have)|type(?: in)?(?! [\"'\u201c])|key in|fill in|fill (?:me|us) in"
    r"|furnish|submit|elaborate|identify|advise|reply with|respond with|answer with|come back (?:to (?:me|us) )?with"
    r"|get back to (?:me|us) with|write (?:me|us|down)|explain|double-check|recheck|check and|quote|point (?:me|us) to"
    r"|spell|paste|read|walk me|talk me|run me through|re-?enter|resend|leave(?= (?:your|a|us|me))|drop (?:me|us|over"
    r"|in)|pop (?:me|us|over|in|down|it|them|your|the)|fire (?:me|us|over|across)|shoot (?:me|us|over)|ping (?:me"
    r"|us|over)|pass (?:me|us|on|over|along)|hit me with|jot down|remind (?:me|us)|mention|name|text me"
    r"|communicate|inform (?:me|us) of|report back)"
)
_BY = " please| kindly| also| first| just| quickly| then| now| maybe| perhaps| possibly| still| only| really"
_SO = f"(?:{_BY})*"
_FIRM = (
    r"\b(?:(?:could|can|would|will|may|might) you(?: be able to| go ahead and| mind| be so (?:kind|good) as to| be kind"
    rf" enough to|{_BY})*"
    rf" (?:{_GIVE}\b|help me with|sharing|providing|telling|confirming|specifying|giving|spelling|sending"
    r"|describing|letting (?:me|us) (?:know|have)|reading|double-checking|popping)"
    r"|(?:^|(?:you|,|i) )mind (?:sharing|telling|giving|providing|confirming|sending|spelling|double-checking"
    rf"|if i ask)|(?:please|kindly|just|simply|go ahead and){_SO} {_GIVE}\b(?! me (?:a|one|just) )"
    rf"|(?:can|may|could|might) (?:i|we){_SO} (?:have|get|ask(?: you)?(?: for)?|know|verify|confirm|take|grab|check"
    r"|borrow|bother you for|trouble you for|see your)|(?:i|we)(?: will| would| do| may| am| are| shall| must"
    rf"|{_BY})*(?: be)? (?:need(?![.!]*$)|require|ask for|want to know|have to ask|needing|requiring"
    r"|requesting|request(?! (?:that|a|an|to)\b)|wanting)(?: you)?(?! to (?!know|ask|have|get|confirm|verify|see"
    r"|collect|obtain|hear|understand|identify|provide|share|tell|give|send|specify)\w)(?! to (?:verify"
    r"|confirm) (?:your (?:identity|account|information|details)|you\b|that|who you))|(?:i|we) (?:will|would|must)"
    rf"{_SO} (?:need|require|like|want|have)(?: to (?:know|ask|verify|have|confirm)|(?= (?:your|the|a) ))|you (?:will "
    r"|would |may )?(?:need to|must|can|could|should|have to)(?: also| first| please)* (?:provide|share|tell (?:me|us)"
    r"|give (?:me|us|your)|send me|specify|verify|let me know)|you are (?:kindly |hereby |now )?(?:requested|asked"
    rf"|required|invited) to {_GIVE}\b|(?:i|we) (?:would|will) (?:also |just )*(?:like|love) (?:to (?:know|ask|have"
    r"|get|hear|understand|learn)|your|some)|(?:let me know|tell me|inform me|share with me|advise|let us know"
    r"|tell us|say)(?: of| about| once you| please)?(?: to| for| from| on| in| at| with| under)? (?:which|what|how"
    r"|where|when|who|why|your|the|whether|whom|exactly)\b"
    rf"|if you (?:could|can|would){_SO} {_GIVE}\b|if you (?:just )?(?:give|send|tell) (?:me|us) (?:your|the)\b"
    r"|you (?:can|could|may|are welcome to)(?: also)? try(?: again)? (?:with|using) (?:your|the|a|another)\b"
    r"|(?:type|enter|paste|key|pop|put|read|send|pass|give)(?: me)? (?:it|them|that|those) (?:(?:in )?(?:here|below)"
    r"|(?:back |off |out |over )*(?:to|for) me)\b|(?:read|type) (?:it|them|that) (?:back|off|out|again)\b"
    r"|you would (?:give|send|tell|provide|share)\b"
    r"|once you (?:have (?:it|them|that|this|those|your|the|found|located)|provide|share|send|tell|let me know"
    r"|reply with)|(?:have|got|find|found|locate) (?:it|them|that"
    r"|those)(?: ready)?,? (?:please )?(?:let me know|share|send|provide)"
    r"|^(?:and |now |first(?:ly)?,? |then |next,? |so,? |(?:great|alright|all right|right|okay|ok|perfect|sure|well"
    r"|thanks|thank you|lovely|good|finally|lastly)[,!]? "
    r"|just |also,? "
    rf"|only )?(?:{_GIVE}) (?!me (?:a"
    r"|one|just) )(?:me |us )?(?:with |again |over |across |in |on |of )?(?:your|the|which|what|whatever|a|both|how"
    r"|any|exactly"
    r"|about|more)\b|\b(?:give|tell|send) me your\b|^what about your\b"
    r"|\bplease (?:start|begin) by (?:telling|giving|sending) (?:me|us)\b|\bare you able to (?:provide|share|give|tell"
    r"|send)|i am (?:also |still )?(?:missing|looking for|going to need|after (?:your|the))|(?:appreciate|grateful"
    r"|obliged|good|helpful|great) if you (?:could|would|can)|(?:grateful|obliged) for your|(?:should|would) be"
    r" (?:\w+ )?(?:grateful|obliged|thankful) for(?= the\b)|(?:could"
    r"|can) do with (?:your|the|a)\b|help (?:me|us) (?:understand|identify|find|narrow)\b|let (?:me|us) (?:(?:get|take"
    r"|grab|start with) your"
    r"|ask(?: you)?(?: for)? (?:your|the)|have (?:your|the|a|an))\b|^(?:then |and |just )?(?:holler"
    r"|shout|give (?:me|us) a shout"
    r"|report back|let (?:me|us) know|tell (?:me|us)) (?:when|once|if|whether) (?:it|that|the|they) (?!is (?:anything"
    r"|something))|^(?:also |just |still )?(?:need|needed|required|missing)(?: from you)?(?: \w+){0,2}:"
    r"|(?<!one moment),? please\W*(?:\([^()]*\)\W*)?(?:,? so (?:that )?(?:i|we)\b.*)?$)"
)
_SOFT = (
    r"\b(?:(?:your|number|code|name|address|date|reference|id)\b[^.]* (?:is|are) (?:also |still )?(?:needed|required"
    r"|missing|to come|outstanding)\b(?! for an?\b)|(?:is|are) (?:also |still )?(?:needed|required|missing):|missing: "
    r"|please:$"
    r"|once you give (?:me|us)\b|things? (?:will|would) help\b|please(?: also|,)* (?:your|the|with (?:your|the))\b"
    r"|(?:all|only thing|one thing|thing|what|everything) (?:i|we) (?:would |will |shall )?(?:need(?!ed\b)|require"
    r"|want|am after|lack)|(?:i|we) would (?:start|begin) with (?:your|the)\b"
    r"|only (?:your|the) [\w' -]{2,30}? (?:that )?(?:i am|we are) (?:short of|missing|lacking|after|waiting for)\b"
    r"|,? please, (?:without which|as|because|since|so that)\b"
    r"|^(?:so |and |but )?(?:i|we) ask you for\b|(?:^|[,;:!] )(?:just |only |but )?need (?:the|your)\b"
    r"|(?:gonna need|looking for|after) your\b|(?:depends|depending) on (?:which|what|how|where|when)\b)"
)
CUE = expression(f"{_FIRM}|{_SOFT}")
_FIRMLY = expression(_FIRM)
HINT = expression(
    r"\b(?:if you (?:could |can )?(?:send|share|give|provide|tell)|(?:once|if|when|as soon as) (?:you"
    r"|i(?= have your))(?: can| could)? (?:find|locate|get|receive|know|remember|have)|let us try(?: again)? (?:with"
    r"|your|using)|would help|helpful|(?:will|would) (?:also |just )?(?:do|suffice|be enough)(?: as well| too"
    r"| just fine)?(?=\W*$)|works? (?:just as well|equally well)(?=\W*$)|still (?:waiting|missing))\b"
)
AT_HAND = expression(
    r"(?:and )?(?:(?:if|when|once|as soon as) you (?:do |also |happen to |still |can )*(?:have|have got|got|know"
    r"|remember|recall|find) (?P<thing>(?:your|the|an?|any|its) [^,]{3,50}?)|if (?:so|yes|you do))"
    r"(?:,| and (?:can|could|would|will)(?: also)?) (?P<rest>(?:please |kindly |just |do |then )*(?:tell me\b(?! how)"
    r"|let me know\b(?! (?:if|how))|(?:send|share|give|pass|drop|pop|type|paste|read"
    r"|provide|add|quote|include|forward|put|mention|state)(?: me| us)? (?:it|them|that|those)(?=\W*$|,| (?:along"
    r"|over|across|here|below|too|to (?:me|us)|with|together|plus|and|as well|(?:in|on|through)(?! \w))\b)).*)"
)
"""Asks for a thing by a condition and a pronoun: "if you have the order number handy, send it along"."""
NEEDED = expression(
    r"\b(?:by|with|via|through|under|using|need|know) (?:(?:your|the|an?|its) )?(?P<thing>[^,;:.?]{3,50}?),? (?:so|and"
    r"|then)\b[^,;:.?]{0,20}?\b(?:tell|give|send|share)(?: me| us)? (?:that|it|those|them|these)(?: over| here| too)?"
    r"(?P<rest>(?:,| and\b).*|\W*$)"
)
"""Asks for a thing by its use and a pronoun: "I identify you by e-mail, so please tell me that"."""
_HINT_GATE = listed("once if when soon try help helpful still do suffice enough fine work works")
_GATHERS = expression(
    r"\blet (?:me|us) (?:gather|collect|get|take|note|grab)\b.*\b(?:details|information|info|things|points|questions)\b"
    r"|\b(?:i|we) (?:\w+ )?need$|\b(?:need|have) to (?:\w+ )?(?:find|locate|verify|identify|look up|pull up) "
    r"(?:you|your (?:account|identity|profile|details))(?: first)?:$"
)
_WAYS = expression(r"\b(?:with|using|by|via|use|need)\b.*\b(?:of these|of the following|the following|these)\W*$")
_GATE = listed(
    "drop pop shoot chuck bung fire pass ping hit hand throw toss slip jot read type mention forward communicate",
    "remind dictate message text write quote supply furnish bring relay inform lend spare remit grateful obliged",
    "thankful could await awaiting without lack lacking left do have not gimme lemme talk run walk take fill",
    "resend order booking account what which who where how when whats missing required needed would will wonder",
    "wondering depends thanks cheers if stick start only just after want must shall requires needs help next",
    "first then also lastly finally and now last one step to for quick looking you please kindly need require let",
    "tell provide share give send specify clarify choose select pick confirm verify describe enter list indicate",
    "state i we once advise mind paste key put",
)
WH = expression(r"\b(?:which|what|how|where(?:abouts)?|when|who|whom|whose|why)\b")
_CALLS = expression(r"\bgive (?!me\b|us\b)(?:\w+ ){1,4}a (?:ring|call|bell|buzz|shout|tinkle)\b")
_FEEL_FREE = expression(
    r"\b(?:feel free|hesitate|any ?time|reach out|in (?:the )?future|whenever you"
    r"|(?:let (?:me|us) know|tell me|say) (?:when|once|as soon as) you (?:are|feel) ready)\b"
)
_REVIEWS = expression(
    r"\b(?:need|like|want|have) to (?:confirm|verify|check|review|go over) (?:the|these|all|some) (?:\w+ )?details\b"
)
"""Means to go over what is known, not to ask for it."""
_HAS_ALL = expression(r"\b(?:i|we) (?:now )?have (?:all|everything) (?:that )?(?:i|we) need(?:ed)?\b")
_BIDS_THEN = expression(
    r"^(?:once|when|after|as soon as) you [^,:;?]{3,80}, (?:please |kindly |just |do )*(?:make sure|ensure|be sure"
    r"|check"
    r" that|keep|remember|bear in mind)\b"
)
"""What the customer is to have only says when to do something else."""
_OF_WAYS = expression(
    r"\bwhich (?:one )?(?:would|do) you (?:prefer|like|want|rather)(?: to)? (?:provide|share|give|send)\W*$"
)
"""Asks which of the things just asked for will come, and so for nothing more."""
_FOLLOWING = expression(
    r"\b(?:following|ask (?:you )?for|supply"
    r"|require|information|details|these|below|either|one of|any of|items?|things|particulars"
    r"|under-?mentioned"
    r"|fill|complete|whatever|both|provide|need|shar(?:e"
    r"|ing)|mind|know|tell|confirm|verify|give|tell|send|have|get|specify|enter|required|missing)\b|^\W*please"
)
_OR_IF = expression(
    r"\b(?:which|what|whether|your)\b.*\bor,? (?:if|let me know if|whether)\b"
    r"|\b(?:provide|share|give|send|enter|confirm|try(?: again)? with|try(?: again)? using)\b.*\bor,? (?:if|i can"
    r"|i could"
    r"|would you|shall i|alternatively)\b"
)
_ALL_OF_IT = expression(
    r"(?:so,? )?(?:please|kindly|could you|can you|would you)(?: please| kindly)* (?:provide|share|send|give"
    r"|tell)(?: me)?(?: with)? (?:all (?:of )?)?(?:it|them|this|these|that|those)\b(?! (?:item|order|one))"
)
_SEND_IT = expression(
    r"(?:(?:so|now|then|just|please|kindly|simply|do|and|go ahead and)\b,? )*(?:send|give|tell|share|pass)(?: me| us)? "
    r"(?:it|them|both(?! (?:the|your|of your)\b)|those|these|both of them|all of (?:it|them))(?: over| across| here)?"
    r"(?: (?:when|once|as soon as|whenever) [^,;:?]*)?\W*$"
)
ALSO = expression(
    r"\b(?:and|also|then)(?: then| please| also| kindly)* (?:(?:\w+ed )?(?:to|with|from|by|on) which"
    r"|provide|share|tell me|give me|specify|send me"
    r"|let me know(?=\W*$)|let me know (?:which|what|how|the|your|(?:if|whether|once|when) (?:it|that|this|the|your"
    r"|you (?:see|get|still|can))|tell me (?:if|whether)))\b"
)
_RHETORICAL = expression(
    r"^(?:does that (?:make sense|help|answer)|is that clear|make sense|see\?|right\?|how are you(?! (?:going"
    r"|planning|paying|getting|settling)\b)|how does that sound"
    r"|how about that|no) ?\b|^(?:is|are) (?:this |that |it |you )?(?:ok|okay|fine|good|agreed?)\b(?!.*\bask\b)"
    r"|^(?:ready|ok|okay"
    r"|happy|fine|good|alright|all right|agreed) (?:for|to|with|if)\b|^(?:so,? )?(?:may|can|shall|could|should) (?:i"
    r"|we) (?!have|get|ask|know|take|grab|see|borrow|trouble|bother|verify|confirm|check|please|also"
    r"|just)(?!.* or )\w[^?]*\?"
    r"|(?:so |and |well,? )?what do you say\?"
    r"|(?:and )?(?:lastly|just to (?:be (?:safe|sure)|confirm|check))?[:,]? ?(?:is|are) (?:this|that|it|these"
    r"|those) (?:really )?(?:the (?:only|sole)|all (?:of )?the)\b(?!.* or )|have you (?:provided|given"
    r"|listed|included) (?:me )?all\b"
)
_PROPOSES = expression(
    r"(?:\w+[,!] |so |and |then )?(?:would you (?:\w+ )?(?:like|want|prefer|care|rather|be (?:ok|okay|happy|fine"
    r"|interested))|(?:do you )?(?:want|fancy)|(?:shall|should|may|might) (?:i|we)|are you (?:ok|okay|happy|fine|sure"
    r"|ready|interested))\b(?!.* or )"
)
_HELPS = expression(
    r"\b(?:what|how) (?:else )?(?:can|may|could|shall|should|would) (?:i|we) (?!call|address|reach|contact|send|charge"
    r"|refund|ship|deliver)\w|\bwhat are you (?:hoping|looking|here) to\b"
)
"""Asks what to do for somebody, so that it is no more than an invitation to speak where it names nothing."""
_OBJECT = expression(
    r"\b(?:what|which|how|when|where|why|who|whether|if|describe|description|explain|elaborate|specify|clarify|more"
    r"|details?|information|it|that|them|those|these|again|another|number|code|photos?|pictures?|reply|choose|select"
    r"|pick|please)\b"
)
_AFTER = expression(r": (?:is|are|does|do|did|has|have|can|what|which|how)\b|^try (?:another|a different)\b")
_ON_SCREEN = expression(
    r"^(?:(?:then|next|now|also|and|finally|first|at \w+)[, ]+)*(?:please |just )?(?:choose|select|pick|enter|type"
    r"|submit|check|include|list|confirm|read|leave|make a note|key in|fill in)\b(?!.*\b(?:me|us|here|chat|reply|below"
    r"|above|from (?:these|the (?:following|above)))\b)"
)


def asks(sentence: Sentence) -> bool:
    """Whether it asks for information by its form; whether as a confirmation or openly is for others to say."""
    plain = sentence.plain
    if sentence.question:
        return "|" not in sentence.text and _RHETORICAL.match(plain) is None and _OF_WAYS.search(plain) is None
    if not sentence.vocabulary & _GATE or _FEEL_FREE.search(plain):
        return False
    if _CALLS.search(plain) or _REVIEWS.search(plain) or _HAS_ALL.search(plain):
        return False
    return CUE.search(plain) is not None or names(sentence) or AT_HAND.match(plain) is not None


_LISTS_NEEDS = expression(
    r"^(?:so |and |then |now )*(?:what|all|everything) (?:i|we) (?:would |will |still |\w+ly )*need\b[^:]*: "
)


def lists_needs(sentence: Sentence) -> bool:
    """Whether it says what the agent needs, one thing after the other, whatever it notes in the end."""
    return _LISTS_NEEDS.match(sentence.plain) is not None


def bids_then(sentence: Sentence) -> bool:
    """Whether it only says what to see to later: "once you have the code, make sure the card is in your profile"."""
    return _BIDS_THEN.match(sentence.plain) is not None


def asks_weakly(sentence: Sentence) -> bool:
    """Whether it is a request only if it names what is asked for: "once you give me the code" is, a thumbs-up not."""
    if sentence.question:
        return _HELPS.search(sentence.plain) is not None
    if _FIRMLY.search(sentence.plain) is None and not names(sentence):
        leads_up = sentence.introduces and introduces_request(sentence)
        return ALSO.search(sentence.plain) is None and not leads_up
    return not sentence.introduces and _OBJECT.search(sentence.plain) is None


def proposes(sentence: Sentence) -> bool:
    """Whether yes or no would answer it: a proposal in the form of a question ("want the blade back?")."""
    return sentence.question and _PROPOSES.match(sentence.plain) is not None and not asks_openly(sentence)


def is_on_screen(sentence: Sentence) -> bool:
    """Whether, among steps to take on a device, it is one of them: "choose your dates"."""
    return not sentence.question and not sentence.introduces and _ON_SCREEN.match(sentence.plain) is not None


def asks_after(sentence: Sentence) -> bool:
    """Whether a question comes after an instruction: "open Settings: is anything connected?"."""
    return _AFTER.search(sentence.plain) is not None


def hints(sentence: Sentence) -> bool:
    """Whether it asks in passing, if only it names what for: "once you find your customer ID, we can start"."""
    if sentence.vocabulary.isdisjoint(_HINT_GATE):
        return False
    return HINT.search(sentence.plain) is not None and not _FEEL_FREE.search(sentence.plain)


def asks_openly(sentence: Sentence) -> bool:
    """Whether it asks with a question word or in the imperative, so that yes or no is no answer."""
    return CUE.search(sentence.plain) is not None or (sentence.question and WH.search(sentence.plain) is not None)


def repeats(sentence: Sentence) -> bool:
    """Whether it only presses for what has just been asked for: "please provide all of it"."""
    return _ALL_OF_IT.match(sentence.plain) is not None


def reminds(sentence: Sentence) -> bool:
    """Whether it only reminds somebody of what was asked for before: "just send me both when you've found them"."""
    return not sentence.question and _SEND_IT.match(sentence.plain) is not None


def also_asks(sentence: Sentence) -> bool:
    """Whether, beside something else, it asks for information."""
    return ALSO.search(sentence.plain) is not None


def introduces_request(sentence: Sentence) -> bool:
    """Whether the list after it says what is asked for."""
    return _FOLLOWING.search(sentence.plain) is not None


def names_ways(sentence: Sentence) -> bool:
    """Whether a list after it says by what somebody can be found: "I can do that with either of these:"."""
    if not sentence.introduces:
        return False
    return _WAYS.search(sentence.plain) is not None or _GATHERS.search(sentence.plain) is not None


def asks_first(sentence: Sentence) -> bool:
    """Whether it asks for something before it invites to say more: "let me know which, or if you have questions"."""
    return _OR_IF.search(sentence.plain) is not None


def thanks_for_it(sentence: Sentence) -> bool:
    """Whether it only speaks of information already given."""
    return not sentence.question and sentence.plain.startswith(("thank you for", "thanks for"))
