"""Rules for REQUEST: whether a sentence asks for information."""

import re

from simulators.understand.clauses import Sentence
from simulators.understand.words import listed

_GIVE = (
    r"(?:provide|share|tell|give|send(?! (?:it|them|the \w+|those|these) back)|specify|clarify|supply|state|indicate"
    r"|enter|include|list|describe|choose|select|pick|verify|confirm|let (?:me|us) (?:know(?=:| (?:your|the|which|what"
    r"|how|if|whether|where|when|who|why|of|about|any|once))|have(?! (?:a|another) (?:look|peek|quick|think|go|moment"
    r"|chat|word)))|type(?: in)?|key in|fill in|furnish|submit|elaborate|identify|advise|reply with|respond with"
    r"|explain|double-check|check and|quote|point (?:me|us) to|spell|paste|read|walk me|re-?enter|resend"
    r"|leave(?= (?:your|a|us|me)))"
)
_THING = (
    r"(?:numbers?|no\.|codes?|names?|dates?|ids?|postcode|zip|e-?mail|address|reference|ref|surname|details|digits|pin"
    r"|amount|models?|serial|reason|answer|dob|birthday|imei|phone|mobile|make|size|colou?r|initials?|passport|vin"
    r"|plate|reading|#|passcode|password|username|login|tag|sku|quantity|destination|iban|sort code|description"
    r"|photos?|order|booking|picture|copy)(?!\w)"
)
_HAND_OVER = (
    r"(?:drop|pop|shoot|chuck|bung|fire|pass|ping|hit|send|hand|throw|toss|slip|jot|read|type|mention|forward"
    r"|communicate|remind|dictate|message|text|write|quote|supply|furnish|bring|relay|inform|grant|lend|spare|remit)"
)
CUE = re.compile(
    rf"\b(?:(?:^|[,;:\u2013\u2014-] |please |kindly |just |and |then |could you |can you |would you |will you |simply "
    rf"|you )(?:{_HAND_OVER} (?:me|us)(?: over| back| in| have| with| of| out| know)* |{_HAND_OVER}(?: over| down| in"
    rf"| out| across| through| back| of)* )(?:in |with |of )?(?:your|the|its|their|both|that|a|an|any"
    rf"|some) (?:[\w'-]+ ){{0,5}}?{_THING}\b(?! (?:field|box|screen|page|button|tab))|(?:grateful|obliged|thankful"
    rf"|waiting|lovely|great|good|handy|brilliant|ideal|useful|perfect) (?:for|to have|to get|on|if you could (?:send"
    rf"|share|give)) (?:your|the|a|an) (?:[\w'-]+ ){{0,5}}?{_THING}\b|(?:could do with|i await|awaiting|without|lack"
    rf"|lacking|short of|all that is left is|all i need(?: now)? is|that leaves(?: us with)?|what is left is"
    rf"|do not (?:yet )?have|have not got|have yet to (?:get|receive|see)|be needing|be wanting|be after"
    rf"|remains) (?:only |just )?(?:your|the|a|an|which|what) (?:[\w'-]+ ){{0,5}}?{_THING}\b|^(?:next(?: up)?"
    rf"|first(?: up| off| things first)?|last(?: one| thing| but not least)?|also|finally|just|now|for (?:verification"
    r"|security|the (?:record|file))|to (?:verify|confirm|find|locate|check|get|start|begin|proceed)[^:.]{0,50}"
    r"|one (?:more|last"
    rf"|quick|final) (?:thing|question|detail|bit))[:,] (?:your|the|full|first|last|which|what"
    rf"|how) (?:[\w'-]+ ){{0,5}}?{_THING}\b|^(?:to|for|in order|before|so|as|since|because|if"
    rf"|once)\b[^,]{{3,80}}, (?:please )?{_GIVE} (?:me |us )?(?:with )?(?:your|the|which"
    r"|what|a|both|how|any)\b|(?:i|we) (?:have|must|ought)(?: to)? (?:know|have) (?:which|what|how|when|where|who|your"
    r"|the)\b|(?:lacking|missing)"
    rf" is\b|please to (?:{_GIVE}|send)\b|(?:once|when|as soon as) (?:i|we) (?:have|get|see|have got) (?:your|the"
    rf"|a) (?:[\w'-]+ ){{0,5}}?{_THING}\b"
    r"|shall (?:need|require)\b|fill (?:out|in) (?:these|this|the following)\b|(?:grateful|obliged|thankful"
    r"|appreciate it|kind enough) if you (?:would|could|can)\b|^(?:and )?(?:order|booking|account|reference"
    r"|phone) (?:no\.|number|#|ref|id),? please\b|(?:must|have to|need to|am obliged to) ask (?:you )?(?:for|which"
    r"|what|how|when|whether|if)\b|required that you (?:state|give|provide|name|supply|submit)|(?:let us|shall we"
    r"|we will|i will) (?:start|begin|kick off) with (?:your|the)\b|(?:tell|give) me (?:a (?:bit|little) )?more\b"
    r"|(?:talk|walk|run|take) me through\b|(?:would|will) (?:also |still )?be (?:needed|required)\b|(?:gimme"
    r"|lemme (?:have|know)) (?:your|the|which|what|how)\b|(?:could|can|would|will|may|might) you (?:please |kindly "
    r"|also |first |just |quickly |be able to |possibly "
    rf"|go ahead and |mind )*(?:{_GIVE}\b|help me with|sharing|providing|telling|confirming|specifying|giving)"
    r"|(?:^|(?:you|,|i) )mind (?:sharing|telling|giving|providing|confirming|if i ask)"
    rf"|(?:please|kindly|just|simply|go ahead and)(?: also| kindly| first| just| then)* {_GIVE}\b(?! me (?:a|one"
    r"|just) )|(?:can|may|could|might) i (?:please |also |just |kindly |quickly )*(?:have|get|ask(?: you)?(?: for)?"
    r"|know|verify|confirm|take|grab|(?:trouble|bother) you for)|(?:i|we)(?: will| would| do| may)?(?: also| just"
    r"| still| first| now| only| really)*(?: be)? (?:need(?![.!]*$)|require|ask for|want to know|have to ask"
    r"|needing)(?: you)?(?! to (?!know|ask|have|get|confirm|verify|see|collect|obtain|hear|understand|identify"
    r"|provide|share|tell|give|send|specify)\w)(?! to (?:verify|confirm) (?:your (?:identity|account|information"
    r"|details)|you\b|that|who you))|(?:i|we) (?:will|would) (?:also |just |first |still )*(?:need|require"
    r"|like)(?: to (?:know|ask|verify|have|confirm))|you (?:will |would |may )?(?:need to|must|can|could|should"
    r"|have to) (?:also |first |please )*(?:provide|share|tell|give|send me|specify|verify|let me know)|(?:i"
    r"|we) (?:would|will) (?:also |just )*(?:like|love) (?:to (?:know|ask|have|get|hear|understand|learn)|your|some)"
    r"|(?:let me know|tell me|inform me|share with me|advise)(?: of| about| once you)? (?:which|what|how|where|when"
    r"|who|why|your|the|whether|whom|exactly)\b"
    rf"|if you (?:could|can|would)(?: please| kindly| just)* {_GIVE}\b|once you (?:have(?! (?:spoken|had|decided"
    rf"|thought|made|read|talked|done|finished|returned|received|heard|checked))|provide|share|give|send"
    r"|tell|let me know)|(?:have|got|find|found|locate) (?:it|them|that"
    r"|those)(?: ready)?,? (?:please )?(?:let me know|share|send|provide)"
    rf"|(?:your|the|what) [\w' /-]{2, 40} (?:is|are) (?:also |still )?(?:needed|required|missing)\W*$|what is (?:also "
    rf"|still )?(?:needed|required|missing)\b|^(?:and |now |first,? |then |just )?(?:{_GIVE}) (?!me (?:a"
    r"|one|just) )(?:me |us )?(?:with |again )?(?:your|the|which|what|a|both|how|any|exactly|about|more)\b|\b(?:give"
    r"|tell|send) me your\b|^what about your\b|please:$|\bare you able to (?:provide|share|give|tell)|i am (?:also "
    r"|still )?(?:missing|looking for|going to need)|appreciate if you could|(?:let me know|tell me|advise) (?:to|in"
    r"|for|on|from|at|by|with) (?:which|what|whom|whose)\b|you are (?:kindly |hereby "
    rf"|respectfully )*(?:requested|asked|required|invited|obliged) to (?:{_GIVE}|name|quote|furnish)\b|(?:i"
    rf"|we) (?:would )?"
    r"(?:kindly |respectfully |hereby )*(?:request|ask for|solicit|would want|want|am after|are after|am needing"
    r"|are needing) (?:from you )?(?:your|the|a|an|also|some|to know)\b|fill me in\b|(?:holler|shout|ping me"
    r"|report back|give (?:me|us) a shout) (?:when|once|if|as soon)\b|^needs? (?:two|three|four|five|a few|some|these"
    r"|the|your|a|one|just|from you)\b|(?:thing|bit|piece|detail|item)s? (?:(?:is|are) )?(?:still )?(?:missing|needed"
    r"|required|outstanding): |things? (?:will|would|to|can|could) help\b.*: |please,? (?:so (?:i|we|that)|and i"
    r"|then i)\b|once you (?:reply|answer|respond|come back|write back)(?: to me)? with\b|^resend\b|and resend\b"
    r"|help me (?:understand|identify|find)\b|(?<!one moment),? please\W*(?:\([^()]*\)\W*)?$)"
)
HINT = re.compile(
    r"\b(?:if you (?:could |can )?(?:send|share|give|provide|tell)|(?:once|if|when|as soon as) (?:you"
    r"|i(?= have your))(?: can| could)? (?:find|locate|get|receive|know|remember|have)|let us try(?: again)? (?:with"
    r"|your|using)|would help|helpful|(?:will|would) (?:also |just )?(?:do|suffice|be enough)(?: as well| too"
    r"| just fine)?(?=\W*$)|still (?:waiting|missing))\b"
)
_HINT_GATE = listed("once if when soon try help helpful still do suffice enough fine")
_WAYS = re.compile(r"\b(?:with|using|by|via|use|need)\b.*\b(?:of these|of the following|the following|these)\W*$")
_GATE = listed(
    "you please kindly need require let tell needed required missing provide share give send specify clarify",
    "requested asked invited obliged solicit holler shout ping report want after fill needs needing help thing",
    "things choose select pick confirm verify describe enter list indicate state i we once advise mind quote",
    "resend drop pop shoot chuck bung fire pass hit hand throw toss slip jot note read type put mention forward",
    "communicate remind dictate message text write get bring relay inform grant grateful waiting lovely great",
    "must have shall lacking to for before talk walk run take more start begin handy ideal useful await awaiting",
    "without lack leaves remains gimme lemme next first last",
)
WH = re.compile(r"\b(?:which|what|how|where|when|who|whom|whose|why)\b")
_CALLS = re.compile(r"\bgive (?!me\b|us\b)(?:\w+ ){1,4}a (?:ring|call|bell|buzz|shout|tinkle)\b")
_ECHO = re.compile(
    r"(?:so |and |but )?(?:honestly|really|seriously|(?:the )?(?:good|bad|best|short|long)\b|(?!(?:what|which|who"
    r"|whose|where|when|how|is|are|was|were|do|does|did|can|could|may|would|will|shall|should|have|has|had|any|am|mind"
    r"|want|ready|ok|okay|fancy|care|need|got|and|or|in|on|for|to|from|at|same|sorry|correct|right|deal|happy|your"
    r"|the last|order|date|name|email|account)\b)(?!.*\b(?:please|number|name|email|e-mail|code|id|date|address"
    r"|postcode|zip|reference|ref)\b)(?!.* or )\w)"
)
_DIGIT = re.compile(r"\d{3}|[#$\u00a3\u20ac]")
_FEEL_FREE = re.compile(r"\b(?:feel free|hesitate|any ?time|reach out|in (?:the )?future|whenever you)\b")
_FOLLOWING = re.compile(
    r"\b(?:following|information|details|these|below|either|one of|any of|items?|things|both|provide|need|shar(?:e"
    r"|ing)|mind|know|tell|confirm|verify|give|tell|send|have|get|specify|enter|required|missing)\b|^\W*please"
)
_OR_IF = re.compile(r"\b(?:which|what|whether|your)\b.*\bor,? (?:if|let me know if|whether)\b")
_ALL_OF_IT = re.compile(
    r"(?:so,? )?(?:please|kindly|could you|can you|would you)(?: please| kindly)* (?:provide|share|send|give"
    r"|tell)(?: me)?(?: with)? (?:all (?:of )?)?(?:it|them|this|these|that|those)\b(?! (?:item|order|one))"
)
ALSO = re.compile(
    r"\b(?:and|also|then)(?: then| please| also| kindly)* (?:provide|share|tell me|give me|specify|send me"
    r"|let me know(?=\W*$)|let me know (?:which|what|how|the|your|(?:if|whether|once|when) (?:it|that|this|the|your"
    r"|you (?:see|get|still|can))|tell me (?:if|whether)))\b"
)
_AFTER = re.compile(r": (?:is|are|does|do|did|has|have|can|what|which|how)\b|^try (?:another|a different)\b")
_PICKS = re.compile(
    r"\b(?:pick|choose|choice|call|fancy|which|prefer|like|choose|rather|want|option|options|how|these|those)\b"
)
_WHICH_ONE = re.compile(
    r"\b(?:which|what) (?:ones?|of (?:those|these|them|the \w+)|option|would you (?:prefer|like\W*$|rather)"
    r"|do you (?:prefer|want\W*$)|would (?:be|work|suit)|should|applies|suits|works)\b|\b(?:which|what) \w+ (?:works"
    r"|suits|fits)\b|\b(?:which|what) you (?:would )?(?:prefer|like|want|rather)\b"
)
_RHETORICAL = re.compile(
    r"^(?:(?:and|so|but|well)[, ]+)?(?:does that (?:make sense|help|answer)|is that clear|make sense|see\?|right\?"
    r"|how are you|how does that sound|how about that|no\b|guess what|who (?:knows|knew|does not|would have|said)"
    r"|why\?|how (?:cool|great|nice|lovely|exciting|annoying|awful|frustrating|sweet|rude)\b|what (?:now|next|then"
    r"|gives|a)\b|the (?:result|catch|upshot|snag|good news|bad news|bottom line|reason|verdict|outcome|culprit|fix)\?"
    r"|surprised|curious|in a (?:hurry|rush)\?|short (?:answer|version)|got it\?|all clear|sound familiar|clear\?|eh\?"
    r"|huh\?|innit) ?\b|, (?:is|are|does|do|did|was|were|has|have|would|will|can|could) (?:not )?(?:it|that|they|we|he"
    r"|she)(?: not)?\?"
)
_ON_SCREEN = re.compile(
    r"^(?:(?:then|next|now|also|and|finally|first|at \w+)[, ]+)*(?:please |just )?(?:choose|select|pick|enter|type"
    r"|submit|check|include|list|confirm|read|leave|make a note|key in|fill in)\b(?!.*\b(?:me|us|here|chat|reply|below"
    r"|above|from (?:these|the (?:following|above)))\b)"
)
_NAMED = (
    r"(?:your |the |full |just )*(?:(?!(?:i|we|you|it|that|this|let|please|is|are|was|were|has|have|had|will|would|can"
    r"|could|do|does|did|no|not|new|verified|saved|updated|changed|received|noted|confirmed|thanks|thank|for|same"
    r"|wrong|invalid|love|must"
    rf"|great|good|nice|to|went|show|different|a|an)\b)[\w'./&-]+ ){{0,4}}{_THING}(?: (?:of|on|for|from|under"
    rf"|as) (?:the|your|this|that|each|it)"
    r"(?: \w+){0,4})?"
)
_NAMED_ONLY = re.compile(rf"^(?:and |also |plus |then )*{_NAMED}(?:(?:,| and| or| plus| &|, and) {_NAMED})*\W*$")


def asks(sentence: Sentence) -> bool:
    """Whether it asks for information by its form; whether as a confirmation or openly is for others to say."""
    plain = sentence.plain
    if sentence.question:
        return _RHETORICAL.search(plain) is None
    if (not sentence.vocabulary & _GATE and ": " not in plain) or _FEEL_FREE.search(plain):
        return False
    return CUE.search(plain) is not None and _CALLS.search(plain) is None


def echoes(sentence: Sentence) -> bool:
    """Whether a question that its speaker goes on to answer is only a way to begin: "Return label? Head to ..."."""
    return sentence.question and _ECHO.match(sentence.plain) is not None


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


def also_asks(sentence: Sentence) -> bool:
    """Whether, beside something else, it asks for information."""
    return ALSO.search(sentence.plain) is not None


def is_on_screen(sentence: Sentence) -> bool:
    """Whether, among steps to take on a device, it is one of them: "choose your dates"."""
    return not sentence.question and _ON_SCREEN.match(sentence.plain) is not None


def names_only(sentence: Sentence) -> bool:
    """Whether it is no sentence but the names of things that are wanted: "Account number and postcode."."""
    plain = sentence.plain
    return (
        not (sentence.item or sentence.introduces)
        and _DIGIT.search(plain) is None
        and _NAMED_ONLY.match(plain) is not None
    )


def asks_after(sentence: Sentence) -> bool:
    """Whether a question comes after an instruction: "open Settings: is anything connected?"."""
    return _AFTER.search(sentence.plain) is not None


def picks(sentence: Sentence) -> bool:
    """Whether alternatives in it are for the customer to choose from, not ways to be identified."""
    return _PICKS.search(sentence.plain) is not None


def introduces_request(sentence: Sentence) -> bool:
    """Whether the list after it says what is asked for."""
    return _FOLLOWING.search(sentence.plain) is not None


def names_ways(sentence: Sentence) -> bool:
    """Whether a list after it says by what somebody can be found: "I can do that with either of these:"."""
    return sentence.introduces and _WAYS.search(sentence.plain) is not None


def asks_first(sentence: Sentence) -> bool:
    """Whether it asks for something before it invites to say more: "let me know which, or if you have questions"."""
    return _OR_IF.search(sentence.plain) is not None


def chooses(sentence: Sentence) -> bool:
    """Whether it asks to choose without naming what: "which one"."""
    return _WHICH_ONE.search(sentence.plain) is not None


def before_choosing(sentence: Sentence) -> str:
    """What stands before the words that ask which one."""
    found = _WHICH_ONE.search(sentence.plain)
    return sentence.plain[: found.start()] if found else ""


def thanks_for_it(sentence: Sentence) -> bool:
    """Whether it only speaks of information already given."""
    return not sentence.question and sentence.plain.startswith(("thank you for", "thanks for"))
