"""Verbs in the imperative that have somebody act outside the chat, and those that only have somebody tell something."""

from simulators.understand.clauses import Sentence
from simulators.understand.words import expression, listed

ACTING = listed(
    "call ring phone dial visit go head pop nip open close launch restart reboot reset turn power switch flip",
    "toggle tap press hold click swipe scroll navigate select download install uninstall reinstall update plug",
    "unplug replug insert remove reinsert reseat eject disconnect connect reconnect pair unpair clear delete",
    "empty refill fill dry clean soak wash rinse wipe scrub descale run quit exit relaunch reopen sign log logout",
    "login refresh reload upload scan print attach tape stick seal pack repack wrap box drop ship post mail bring",
    "take carry hand leave return collect fetch present show wear arrive meet board wait stay keep store move",
    "place put stand sit set point aim hang pull push slide lift lower twist rotate screw unscrew loosen tighten",
    "check-in snap photograph film record measure weigh read try retry test repeat use avoid stop start contact",
    "email e-mail text message write ask tell speak talk consult see seek apply file report lodge complete submit",
    "sign-in mark change enable disable allow deny grant revoke block unblock accept decline approve destroy cut",
    "shred discard bin recycle activate deactivate register enrol enroll join charge recharge top transfer pay",
    "deposit withdraw add drag copy paste enter type choose pick follow watch look find locate make do have get",
    "give let save note remember beware mind ensure verify double-check cancel renew book rebook drain isolate",
    "bleed vent defrost thaw boil pour flush shake tilt unlock lock redeem forward attend lean park throw vacate",
    "tuck rub blow crop shift swap count proceed steer slow evacuate shut sync log-in reply rename adjust",
    "increase decrease reduce limit disregard ignore step slip",
)
_ON_SCREEN = listed(
    "enter type paste leave pick choose select repeat check read copy list fill look find submit confirm verify",
    "make have get give let save note remember beware mind ensure decide do tell ask write text speak talk mark",
    "see seek double-check point proceed",
)
"""What may be asked of somebody in the chat as well, so that it takes a place outside it."""
_PLACE = expression(
    r"\b(?:app|apps|website|site|web ?page|page|menu|screen|settings|online|phone|device|button|tab|portal|checkout"
    r"|dialler|home ?page|inbox|junk|spam|folder|browser|router|modem|box|label|shop|store|branch|desk|counter|driver"
    r"|courier|doctor|bank|vet|landlord|hotel|gym|employer|insurer|retailer|manufacturer|police|airline|neighbou?rs?"
    r"|pharmacist|door|bin|bag|sim|tray|wallet|branch|nearest|password|passwords|ring|bell|a call|photos?|pictures?"
    r"|battery|cable|plug|lights?|breaker|fuse|tap|valve|garage|to join|sign it|invoice|statement|bill|receipt|kiosk"
    r"|gate|terminal|website|them|him|her)\b"
)
_NEVER_SHARE = expression(
    r"(?:do not|never) (?:share|post|give|type|send|write|enter)\b.*\b(?:here|chat|anyone|anybody)\b"
)
_TELLING = expression(
    r"(?:(?:tell|give|send|show|let|text|email|e-mail|message|write|drop|pop|read|get|forward|hand|pass|bring|find"
    r"|call|ask|ring|leave|contact|phone|ping|reply|report|copy|paste|type|enter|confirm|note"
    r"|take)(?: back)?(?: to)?(?: with| over)? (?:me|us)\b|(?:reply|respond|answer|let me|let us|let you|see you"
    r"|see below|see above|have a|have an|have your|have (?:good|nice|lovely)|get (?:in touch|back to|well)|take care"
    r"|take your time|hold on|hang on|hang tight|stay (?:with|in|on|tuned|safe|well|right)|wait (?:for me|here"
    r"|a (?:sec|mo|bit)|while|in)|allow (?:me|us)|bear|note that|note|mind you|mind how|remember that|give me|do you"
    r"|do not (?:worry|hesitate|mention|be|fret|feel|forget to (?:let|tell|come|contact us)|close|leave|go anywhere"
    r"|hang)|do (?:let|tell|get|come|reach|note|say|feel|have|bear)|watch (?:for|out|this)|look (?:out|forward|at that"
    r"|no)|keep (?:in mind|in touch|up|it up|an eye|me|us|smiling|waiting|this (?:chat|window))|make (?:sense"
    r"|your day)|leave (?:it|that|this|everything) (?:with|to)|pick (?:one|whichever|your)|choose (?:one|between|from"
    r"|whichever)|find (?:below|attached|enclosed)|call it|try me|trust|go for it|go ahead|start with your|stand by"
    r"|sit tight|mark my|get this|use (?:either|whichever)|stop me|ask away|fill me|return to this chat|type (?:stop"
    r"|end|agent|crew|human|yes|no)|enter (?:it|that|them|your \w+) (?:here|below)|check back|speak (?:soon|to you)"
    r"|talk (?:soon|to you|later)|text (?:back|yes|no)|come|say|tell me|contact us|see|accept (?:my|our)|(?:keep"
    r"|watch) (?:an eye )?out for)\b)"
)
_PLAIN = "|".join(sorted(word for word in ACTING))
_LEAD = (
    r"(?:(?:(?:step \d+|then|next|now|first|firstly|second|secondly|finally|lastly|also|and|so|but|instead"
    r"|alternatively|meanwhile|afterwards?|after that|once done|from there|ok|okay|right|great|good|please|kindly|just"
    r"|simply|do|always|never|best|maybe|perhaps|for now|in the meantime|in the meanwhile|to be safe|before that"
    r"|quick (?:fix|tip)|workaround|tip|remedy|solution|done|sorted|thanks|sure|and then|be sure to|make sure to"
    r"|remember to|try to|feel free to|you will (?:want|need) to|do not forget to|go ahead and)[,:.!]? )|(?:(?:on|in"
    r"|from|under|at|with|once|when|after|to(?! (?:confirm|be (?:sure|clear)|recap|sum|summari[sz]e|check|make sure))"
    r"|if|for|before|until|as soon as|whenever|during|since|because|should|while|as|by|next|upon|without|unless|where"
    r"|over|via|inside|till|between|only)\b [^,:]{2,80}(?:, |: ))){0,3}"
)
_OBJECT = (
    r"(?:your|the|it|them|that|this|these|those|a|an|to|on|off|into|in|for|up|down|out|over|by|at|through|with|any|all"
    r"|both|each|another|one|two|three|sure|under|back|from|again|using|whether|if|away|onto|until|\d+"
    r"|[\"'\u201c*#\u2018]|away|aside|as|(?:ten|five|two|three|a few|\d+) (?:minutes|seconds|hours|days)|half|settings"
    r"|wi-?fi|bluetooth|airplane|mobile|roaming|cellular|data|customer|support|airport|everything|water|some|him|her"
    r"|yourself|photos?|pictures?|[a-z]+ing|ahead|half|no|not|only|online|\w+'s)(?![\w'])"
)
_IMPERATIVE = expression(
    rf"^{_LEAD}(?P<said>(?:do not |never )?(?P<verb>{_PLAIN})\b(?: {_OBJECT})[^;]*)|^(?:please|kindly) (?:also |now "
    rf"|then |first |do )?(?P<said2>(?:do not |never )?(?P<verb2>{_PLAIN})\b(?!:).*)|^(?:re(?:start|boot|load|fresh"
    rf"|try))[.!,]"
)
_CLAUSE = expression(
    rf"(?:: |, then | and then |, so |, and (?=please|do not|never)|\bso do |\bdo )(?:then |also |please |just "
    rf"|simply |do )?(?P<said>(?:do not |never )?(?P<verb>{_PLAIN}) {_OBJECT}[^;]*)"
)
_OUGHT = expression(
    r"\b(?:you|somebody|someone(?: over \d+)?|an adult|they|she|he)(?: will| would| may| might| do| are| is"
    r"|'d)*(?: also| still| first| only| just| then| now| kindly| strongly)* (?:needs? to|(?<=will )want to"
    r"|(?<=would )want to|(?<=may )want to|(?<=might )want to|have to|has to|must(?! be (?:a|logged|\d))|ought to"
    r"|should|had better|are(?: kindly| strongly| hereby)* (?:advised|requested|asked|required|urged|recommended"
    r"|encouraged|invited|obliged|instructed|reminded)(?: kindly| strongly)? to|be better off)(?: also| first| then"
    r"| just| please| simply| not)* (?P<said>(?P<verb>[a-z-]+)\b.*)|\b(?:advise|recommend|suggest|urge|encourage|ask"
    r"|remind|request|invite)(?: that)? you(?: to)?(?: please| kindly| also| first)* (?P<said2>(?P<verb2>[a-z-]+)\b.*)"
    r"|\b(?:it is (?:worth|best|advisable|wise|recommended)|worth|best|advisable|(?:best|first|next|simplest|easiest"
    r"|safest) (?:thing|bet|way|option|idea)(?: to do)? (?:is|would be)|(?:i|we) (?:would )?(?:recommend|suggest)"
    r"|be (?:sure|careful|advised|reminded)|do not forget|make sure|remember|try|necessary (?:for you )?"
    r"|your best bet is|(?:(?:only|one|last|next|other) thing|all|what)(?: that)?(?: is| left| remaining"
    r"| outstanding| now| then| you (?:still )?(?:need|have|want) to do| to do| for you| remains)* (?:is"
    r"|remains) (?:for"
    r" you )?to) (?:to )?(?P<said3>(?P<verb3>[a-z-]+)\b.*)"
)
_OUGHT_GATE = listed(
    "need needs want have has must ought should better advised requested asked required urged recommended encouraged",
    "invited obliged instructed reminded advise recommend suggest urge encourage ask remind request invite best worth",
    "advisable sure careful forget remember try necessary first next simplest easiest safest wise left remains",
    "remaining outstanding do",
)
_COULD_YOU = expression(
    r"\b(?:can|could|would|will|might) you (?:please |kindly |just |maybe |perhaps |possibly |be able to "
    r"|be willing to |mind |try to |try and |first |quickly |go ahead and )*(?P<said>(?P<verb>[a-z-]+)\b.*)"
)
_KNOWING = listed(
    "be provide share tell give specify clarify supply state indicate include describe confirm let furnish",
    "elaborate identify advise reply respond explain quote spell know understand note wait have hear receive see",
    "expect feel agree choose select pick consider decide worry like want wish verify help answer do say mention",
    "qualify return-to keep-in proceed continue allow bear notice find realise realize get allocate hold show",
    "appear fill resend authenticate prove approve prefer double-check pay need become remain stay accept look",
    "read repeat list go think come make use",
)
"""Of what one needs or ought to do, what is told in the chat or is no act of the customer's."""
_BEING_THERE = expression(r"be (?:at home|home|there|present|in(?! )|on site|at the|around)")
_RINGS = expression(
    r"get in touch with (?!us\b|me\b)|have (?:your|the|a|an) .* ready\b|give (?!me\b|us\b).{2,30}\ba (?:ring|call|bell"
    r"|buzz|shout)\b"
)
_ANEW = expression(r"^\w+ (?:me|us|another|a different|your (?:\w+ )?(?:number|name|code|id|email|date))\b")
_TO_US = expression(r"^(?:contact|speak|talk|call|ring) (?:\w+ )?(?:an? |our )?(?:human|live|us\b|me\b)")
_RECAPS = expression(
    r"(?:(?:just|so|ok|okay)[, ]+)*(?:to (?:confirm|be (?:sure|clear)|recap|sum|check|make sure)|in summary|summary"
    r"|here)\b"
)
_STATED = expression(
    r"^(?:\w+ )?(?:\w+ )?(?:is|are|was|were|has|have|will|would|can|comes?|takes?|costs?|includes?|starts?)\b"
)
_OFFERED = expression(
    r"\b(?:feel free|if you (?:would )?(?:like|wish|want|prefer|fancy)|you are welcome|would you like|happy to)\b"
)


def commands(sentence: Sentence) -> bool:
    """Whether a verb in the imperative has the customer act outside the chat: "pop the label on the box"."""
    plain = sentence.plain
    if sentence.vocabulary.isdisjoint(ACTING) or _OFFERED.search(plain) or _NEVER_SHARE.search(plain):
        return False
    found = _IMPERATIVE.match(plain)
    if found:
        said, verb = found["said"] or found["said2"], found["verb"] or found["verb2"]
        if said and _RINGS.match(said):
            return True
        if said is None or _acts(said, verb):
            return True
    if not any(mark in plain for mark in (": ", ", so ", "then ", "do ", "never ", "and please")):
        return False
    return any(_acts(clause["said"], clause["verb"]) for clause in _CLAUSE.finditer(plain) if not _RECAPS.match(plain))


def ought(sentence: Sentence) -> bool:
    """Whether it says that the customer needs to or should act outside the chat."""
    if sentence.vocabulary.isdisjoint(_OUGHT_GATE) or "if you need" in sentence.plain:
        return False
    for found in _OUGHT.finditer(sentence.plain):
        verb = found["verb"] or found["verb2"] or found["verb3"]
        said = found["said"] or found["said2"] or found["said3"]
        verb = verb if not verb.endswith("ing") else verb[:-3]
        if _BEING_THERE.match(said) or _RINGS.match(said):
            return True
        if (
            (verb in ACTING or verb + "e" in ACTING or verb[:-1] in ACTING)
            and verb not in _KNOWING
            and not _TELLING.match(said)
        ):
            return _TO_US.search(said) is None
    return False


def asked_to_act(sentence: Sentence) -> bool:
    """Whether a question asks for it: "could you nip next door and ask?"."""
    if not sentence.question:
        return False
    found = _COULD_YOU.search(sentence.plain)
    return (
        found is not None
        and found["verb"] in ACTING - _KNOWING - _ON_SCREEN
        and not (_TELLING.match(found["said"]) or _ANEW.search(found["said"]))
    )


def _acts(said: str, verb: str) -> bool:
    said = said.removeprefix("do not ").removeprefix("never ")
    if verb in _ON_SCREEN and not _PLACE.search(said):
        return False
    return not _TELLING.match(said) and not _STATED.match(said.removeprefix(verb).strip())
