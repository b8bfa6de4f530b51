"""Requests that are known by the name of the thing that is wanted: "pop your postcode in", "account number?"."""

from dataclasses import replace

from simulators.understand.clauses import Sentence
from simulators.understand.words import expression, listed

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
_NAMED_CUE = expression(
    r"\b(?:(?:^|[,;:\u2013\u2014-] |please |kindly |just |and |then |could you |can you |would you |will you |simply "
    r"|you )"
    rf"(?:{_HAND_OVER} (?:me|us)(?: over| back| in| have| with| of| out| know)* |{_HAND_OVER}(?: over| down| in| out"
    rf"| across"
    r"| through| back| of)* )(?:in |with |of )?(?:your|the|its|their|both|that|a|an|any|some) (?:[\w'-]+ ){0,5}?"
    rf"{_THING}\b(?! (?:field|box|screen|page|button|tab))|(?:grateful|obliged|thankful|waiting|lovely|great|good|handy"
    r"|brilliant|ideal|useful|perfect) (?:for|to have|to get|on|if you could (?:send|share|give)) (?:your|the|a|an)"
    rf" (?:[\w'-]+ ){{0,5}}?{_THING}\b|(?:could do with|i await|awaiting|lack|lacking|lacking is|missing is"
    rf"|short of|all"
    r" that is left is|all i need(?: now)? is|that leaves(?: us with)?|what is left is|"
    r"(?<!you )do not (?:yet )?have(?! (?:an?"
    r"|the|any) (?:expected|estimated|exact|tracking|confirmed))"
    r"|have not got|have yet to (?:get|receive|see)|be needing|be wanting|be after|remains) (?:only |just )?(?:your"
    r"|the|a|an|which|what)"
    rf" (?:[\w'-]+ ){{0,5}}?{_THING}\b|(?:once|when|as soon as) (?:i|we) (?:have|get|see|have got) (?:your|the"
    rf"|a) (?:[\w'-]+ ){{0,5}}?{_THING}\b|^(?:to|for|in order|before|so|as|since|because|if"
    rf"|once)\b[^,]{{3,80}}, (?:please )?"
    r"(?:confirm|state|give|provide|share|send|quote|tell|specify|enter|supply|indicate|name) (?:me "
    r"|us )?(?:with )?(?:your|the|which|what|a|both|how|any)\b|please to (?:send|give|tell|share|provide|confirm|write"
    r"|say)\b|(?:i|we) (?:have|must|ought)(?: to)? (?:know|have) (?:which|what|how|when|where|who|your|the)\b"
    r"|(?:grateful|obliged|thankful|kind enough) if you (?:would|could|can)\b|fill (?:out|in)(?: (?:these|this"
    r"|the following)\b|:$)|complete(?: (?:these|this|the following)(?: \w+)?)?:$"
    r"|required that you (?:state|give|provide|name|supply|submit)|(?:gimme|lemme (?:have"
    r"|know)) (?:your|the|which|what|how)\b|(?:tell|give) me (?:a (?:bit|little) )?more\b|(?:talk|walk|run"
    r"|take) me through\b|once you (?:reply|answer|respond|come back|write back)(?: to me)? with\b|^resend\b"
    r"|and resend\b|^(?:and )?(?:order|booking|account|reference|phone) (?:no\.|number|#|ref|id),? please\b)"
)
"""Ways to ask for a thing that are one only together with its name."""
_GATE = listed(
    "drop pop shoot chuck bung fire pass ping hit send hand throw toss slip jot read type mention forward communicate",
    "remind dictate message text write quote supply furnish bring relay inform grant lend spare remit grateful obliged",
    "thankful waiting lovely great good handy brilliant ideal useful perfect could await awaiting lack lacking missing",
    "short left need leaves have needing wanting after remains once when soon confirm state give provide share tell",
    "specify enter supply indicate name please know kind fill required gimme lemme talk walk run take reply answer",
    "respond resend complete",
)
_NAMED = (
    r"(?:your |the |full |just )*(?:(?!(?:i|we|you|it|that|this|let|please|is|are|was|were|has|have|had|will|would|can"
    r"|could|do|does|did|no|not|new|verified|saved|updated|changed|received|noted|confirmed|thanks|thank|for|same"
    r"|wrong|invalid|love|must"
    rf"|great|good|nice|to|went|comes"
    rf"|goes|arrives|follows|show|different|a|an)\b)[\w'./&-]+ ){{0,4}}{_THING}(?: (?:of|on|for|from|under"
    rf"|as) (?:the|your|this|that|each|it)"
    r"(?: \w+){0,4}| (?:that )?(?:(?:it|they|this|the \w+) (?:should|shall|must|has to|have to|is to|are to)|you"
    r" (?:want|would like) (?:it|them|this|the \w+))(?: \w+){1,4}"
    r"|(?: that)? you (?:want|need|prefer|would (?:like|prefer))"
    r"| for (?:\w+ing|(?:the |your )?(?:return|refund|cancellation|exchange|change))\b)?"
)
_NAMED_ALL = rf"(?:and |also |plus |then )*{_NAMED}(?:(?:,| and| or| plus| &|, and) {_NAMED})*"
_NAMED_ONLY = expression(
    rf"^{_NAMED_ALL}\W*$|^(?:(?:so|great|perfect|ok|okay|now|just|only|finally|lastly),? )*{_NAMED_ALL},? (?:now|then"
    r"|next|left|to go)\W*$"
)
_NAMED_FIRST = expression(
    rf"^(?:(?:and|also|now|next|then|just|finally|lastly|only)\b,? )+{_NAMED}(?:(?:,| and| or| plus| &|, and)"
    rf" {_NAMED})*,? (?:and|plus|along with|as well as) (?:also )?(?:which|what|why|how|where|when) "
)
"""Names of things before what is asked for in other words: "now the order numbers, and why you want each gone"."""
_COUNTED = expression(
    r"^(?:and |then )?(?:(?:first|second|third|fourth|last)(?:ly)?|finally|number (?:one|two|three|four))"
    r"(?: of all)?(?:[,:]| [-\u2013\u2014])? (?=(?:your|the|which|what) )"
)
"""Counts the things that are wanted: "first, your e-mail address"."""
_ASKED_INDIRECTLY = expression(
    r"^(?:and )?(?:which|what|why|where|how many|how) (?:[\w-]+ ){0,3}?you (?:want|wish|need|prefer"
    r"|would (?:like|prefer)|are \w+ing)(?: (?!(?:is|are|was|were|can|could|will|would|does|do|has|have|matters"
    r"|depends|please|and|but)\b)[\w'-]+){0,7}[.;]*$"
    r"|^(?:and )?which (?:[\w-]+ ){1,3}?(?:(?:it|this|that|these|those|they) (?:is|are|was|were|concerns?)(?: all)?"
    r"(?: about| for| from)?|you mean(?:t)?)[.;]*$"
)
"""A question that stands as in a list: "which item you want to return."."""
_PLEASE = expression(r",? please\W*$")
_THEN = expression(
    r"(?:(?:,| [-\u2013\u2014]) (?:(?:just|please) )?"
    r"(?:send|share|drop|pop|pass|give)(?: me| us)? (?:those|these|them"
    r"|both|that|it)(?: over| across| along| here| through)?)?(?:(?: [-\u2013\u2014]|,)? (?:and|then)|,)(?: then)?"
    r" (?:i|we) (?:will|can|shall) [^,;:?]*$"
)
"""What will be done once the things are there, which the sentence begins with."""
_LED_IN = expression(
    r"^(?:(?:so|ok|okay|sure|now|and|but),? )?(?:first(?:,? though| of all| things first| up|ly)?"
    r"|(?:just )?to (?:begin|start|get (?:us )?(?:started|going)|kick off)(?: with)?"
    r"|before (?:anything else|(?:i|we) (?:start|begin|go on|look|do)\b[^,:;]{0,20})|for (?:a start|starters)"
    r"|(?:just )?the (?:basics|essentials)(?: first)?)(?:,? (?:please|though|then))*"
    r"(?::|,| [-\u2013\u2014]) (?:please )?(?=(?:your|the)\b)"
)
"""Leads up to the names of what is wanted first."""
_SAYS = expression(r"[:?]|\b(?:is|are|was|were|has|(?<!you )have|had|will|can|does|did|would be|looks?|shows?|says?)\b")
_NEXT = expression(r"(?:, and|,| and| plus) (?:your|the|which|what)\b")
_BRACKETS = expression(r" ?\([^()]*\)")
_MOST = 14
"""Words that names of things have together at most."""
_WAY = expression(r"\b(?:by|via|through|per) e-?mail\b")
"""How something comes, which is no thing that is wanted."""
_DIGIT = expression(r"\d{3}|[#$\u00a3\u20ac]")


def names(sentence: Sentence) -> bool:
    """Whether it asks in a way that is one only because of the thing it names."""
    return not sentence.vocabulary.isdisjoint(_GATE) and _NAMED_CUE.search(sentence.plain) is not None


def spelled_out(sentence: Sentence) -> Sentence:
    """A sentence that only names what is wanted, with the words that it goes without: "I need your name"."""
    then = _THEN.search(sentence.plain)
    named = _PLEASE.sub("", _COUNTED.sub("", sentence.plain[: then.start()] if then else sentence.plain))
    return replace(sentence, plain=f"i need {named}.", vocabulary=sentence.vocabulary | {"i", "need"})


def counts(sentence: Sentence) -> bool:
    """Whether it is one of several that count what is wanted: "second, the order number"."""
    return _COUNTED.match(sentence.plain) is not None


def names_only(sentence: Sentence) -> bool:
    """Whether it is no sentence but the names of things that are wanted: "Account number and postcode."."""
    text = sentence.plain
    if sentence.item or sentence.introduces or _DIGIT.search(text) or _WAY.search(text):
        return False
    if (then := _THEN.search(text)) is not None:
        text = text[: then.start()].replace("new ", "")
    text = _BRACKETS.sub("", _COUNTED.sub("", text))
    if _lists_first(text):
        return True
    if _ASKED_INDIRECTLY.match(_PLEASE.sub("", text)):
        return True
    if _NAMED_FIRST.match(text if then is None else f"now {text}"):
        return True
    if len(set(text.split())) > _MOST:
        return False
    return _NAMED_ONLY.match(_PLEASE.sub("", text)) is not None


def _lists_first(plain: str) -> bool:
    """Whether a text in lower case says what is wanted before anything else, and of nothing how it is."""
    found = _LED_IN.match(plain)
    if found is None:
        return False
    things = plain[found.end() :]
    return not _SAYS.search(things) and _NEXT.search(things) is not None
