"""Rules for INFORM: facts as content of their own, which a recap, a receipt or a reason is not."""

from simulators.understand.clauses import Sentence
from simulators.understand.words import expression, listed

_STRONG = expression(
    r"\b(?:(?:is|are|am) (?:currently |also |indeed |fully |still |now )*(?:eligible|available|in stock|pending"
    r"|processed|delivered|shipped|out for delivery|scheduled|confirmed|covered|included|valid|active|priced"
    r"|refundable|located|set to|listed)|you (?:do )?qualify|qualifies|you (?:can|may) (?:still |now )?(?:return"
    r"|cancel|exchange|keep|bring|check in)\b|(?:was|were|has been|have been) (?:already |successfully )*(?:delivered"
    r"|shipped|placed|charged|ordered|dispatched|scanned|delayed|booked on|returned|purchased|paid|posted|declined"
    r"|processed on|cancelled on)|out of stock|sold out|unavailable|there (?:is|are|was|were) (?:currently |also "
    r"|only |several |multiple |a total of )*(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|no|a|an|several"
    r"|many|\w+ (?:options|flights|items|variants|available))|(?:costs?|priced at|price (?:is|of)|fee (?:is|of)"
    r"|balance (?:is|of)|total (?:is|of|comes|cost|amount)|amount (?:is|of)|charge (?:is|of)|rate (?:is|of)|limit is)"
    r"|our (?:\w+ )?(?:policy|policies)|according to|per our|i (?:can )?see\b|(?:i|we) (?:have )?(?:found|checked"
    r"|located|pulled up|looked|reviewed|retrieved|searched)|here (?:is|are)|(?:shows?|indicates?|contains?|includes?"
    r"|consists?|arrive[sd]?|depart[s]?|expires?|comes? (?:with|in))\b|(?:can|may|might) (?:\w+ly |also "
    r"|sometimes )*(?:cause|affect|take|happen|fail|lead)\b|takes? effect|depends? on|(?:typically|usually|generally"
    r"|normally)\b|(?:is|are) only\b|we estimate|do(?:es)? not include|takes? (?:\w+ ){0,3}\d|within \d|\d+(?:-\d+"
    r"| to \d+)? (?:business |working )?(?:days|hours|weeks|minutes)|(?:allows?|entitled|permitted) (?:to|up)"
    r"|you (?:currently )?have (?:a |an |\d|two|three|one|no |the )|status (?:is|of)|difference (?:is|of|would)"
    r"|is due|tracking|the (?:next|earliest|cheapest|lowest|latest|only|closest|following)\b.*\b(?:is|are)\b"
    r"|we (?:do )?(?:have|carry|offer|do not (?:currently )?(?:have|carry))|(?:it|they|which|this|order|item|flight"
    r"|plan|card|account|package|line|device) (?:will|would) (?:cost|arrive|be (?:delivered|available|\$)))\b"
)
_RECAP = expression(
    r"^so: |^(?:cancel|return|exchange|swap|redirect|split) |^(?:so )?that is everything for\b"
    r"|\b(?:summary|summari[sz]e|to confirm|just to confirm|confirm|confirmation|recap|to be|will be|would be"
    r"|proposed|following (?:changes?|actions?|request)|i will|we will|i would|going to|details (?:of|for) (?:the"
    r"|your|this) (?:\w+ ){0,2}(?:exchange|return|cancellation|refund|change|changes|booking|modification|update"
    r"|request|upgrade|transfer|payment|reservation)|what (?:i|we) (?:will|would|have|am|are)|(?:i|we) (?:can|could)"
    r"|the plan|understand(?:ing)?|would like|you want|you (?:are|have) request|before i|proceed|next steps|action)\b"
)
_OWN = expression(
    r"\b(?:eligible|qualify|qualifies|available|in stock|out of stock|policy|found|see|checked|here (?:is|are) (?:the"
    r"|your|what|some)|currently|balance|status|options?|there (?:is|are)|shows?|searched|looked|difference|located"
    r"|still|pending|cheaper|expensive|costs?|entitled|waived|delivered|delayed|save|reviewed|unavailable|sold out)\b"
)
_ASIDE = expression(
    r"\b(?:as for|regarding|by the way|on your (?:other|second)|also,? (?:i )?(?:see|found|checked|noticed)"
    r"|as to|in answer|to answer|about your|you asked|your (?:other )?question|currently|normally|generally"
    r"|in general|policy is)\b"
)
_PROMISE = expression(
    r"^(?:if|once|when|as soon as|after) (?:you|i)\b.*\b(?:i|we) (?:can|will|could|would)\b|^(?:now,? "
    r"|next,? )?let me\b"
)
_TROUBLE = expression(
    r"\b(?:temporary|technical) (?:\w+ )?(?:issue|problem|glitch|difficult)|\bmay take (?:a|some|up)\b"
)
_TROUBLE_GATE = listed("temporary technical may")
_INTERJECTION = expression(
    r"^(?:(?:ok|okay|sure|great|alright|perfect|yes|no|well|so|and|but|also|right|thanks?|thank you|unfortunately|now"
    r"|however|currently|(?:good|great) news|absolutely|of course|sorry to hear that)[,.:!]* (?:that )?)+"
)
_NEXT_CLAUSE = expression(r", (?:so|which|but|and) |; | which will be ")
_ENTITLED = expression(r"\byou (?:are|would be) (?:still )?(?:eligible|entitled)\b|\byou (?:do )?qualify\b")
_DESCRIBES = expression(
    r"^(?:it|this|that|they|these|the one|the (?:code|number|id))\b|^you (?:can|will|should|may)(?: usually"
    r"| also)? (?:find|see)\b|^(?:\w+ ){0,3}(?:starts?|begins?|consists?) with\b"
)
_PLAIN_FACT = expression(
    r"(?:(?:you|we) (?:currently |still |also )?(?:have|had) (?!to\b)|you are (?:currently|on|entitled)\b|there (?:is"
    r"|are|was|were)\b|(?:the (?!refund|total|difference|price difference|new|item|following|order will)|your |a |an "
    r"|its )[^,:;]{2,60}? (?:is|are|was|were|has|had|have|costs?|includes?|takes?|comes?|qualif(?:y|ies)|allows?"
    r"|covers?|needs?)\b|it (?:is|was|has|costs?|had)\b)"
)
_REPORTS = expression(
    r"(?:(?:ok|okay|alright|all right|right|so|yes|yep|and|thanks|thank you|got it|here we go|there we go)[,.:! ]+)*"
    r"(?:(?:now,? )?(?:i|we) (?:can |do |now )*(?:see|found|find|have found|notice)\b|it (?:looks|seems|appears"
    r"|shows)\b|from what (?:i|we) (?:can )?(?:see|tell)|your [^,;:]{2,50} (?:is|are|was|were|has|have|shows?)\b"
    r"|here (?:is|are) (?:what|the|your)\b|there (?:is|are|was|were)\b)"
)
_MODAL = expression(r"\b(?:will|would|should|shall|could|going to|not been)\b")
_KEY_VALUE = expression(r"^[^:]{2,40}: \S")
_FUTURE_RECEIPT = expression(r"\b(?:will|should|shortly|soon|would)\b")


_STATEMENT = expression(
    r"(?:and |but |also,? |it |the |your |our |this |these |that |there |all |each |every |both |a |an |most |some "
    r"|any |only |with |for |in |on |by |they |you (?:can|will|have|should|may|must|get|do|are|were|had)\b|as (?:a|an"
    r"|long)\b|if (?:you|your|the|it|a)\b(?!.*\b(?:let me know|tell me|i (?:can|will|would)|we can)\b)"
    r"|(?:\w+ )?\w+(?:s|ing|ed) )(?!makes sense|sounds|is (?:great|fine|okay|good|understandable))"
)
_IDENTIFIED = expression(
    r"^(?:thank you,? ?(?:\w+)?[,.!]? |great,? |and |okay,? |perfect,? |\w+, )*(?:i (?:have |was able to |can "
    r"|am able to )?(?:now |also )?(?:successfully )?(?:checked|looked (?:into|at|up|over)|reviewed|retrieved"
    r"|located?|find|found|verif(?:y|ied)|authenticated?|confirm(?:ed)?|pull(?:ed)? up|access(?:ed)?|see"
    r"|identified)(?: and \w+)?|your (?:identity|account) (?:is|has been)(?: now| successfully)* (?:verified"
    r"|confirmed|authenticated|located|found))(?: (?:(?:your|the|this) )?(?:\w+ )?(?:account|profile|identity|details"
    r"|information|order|reservation|booking|record)s?)?(?: (?:under|with|using|for|ending|based|by|in|number"
    r"|#)\b.{0,60}| #?\w*\d\w*)?(?:, \w+)?[.!,]*$"
)


_FINDING = expression(
    r"(?:(?:this|that|it) is (?:the|an?) (?:[\w-]+ ){0,6}?(?:trip|order|booking|reservation|flight|account|card|line"
    r"|invoice"
    r"|parcel|plan|contract|policy|statement|payment)\b"
    r"|(?:the|your) (?:[\w'-]+ ){0,3}?(?:total|refund|fare|price|savings?|cost|sum|amount|balance|difference|remaining"
    r" items|rest)\b[^,;:]{0,80} (?:(?:is|are|comes to|will be|would be|amounts to) [^,;]*\d|(?:is|are) the (?!sum"
    r"|same))"
    r"|(?:i|we) have (?:gone through|checked|reviewed|looked (?:at|through|over)) [^.]{3,80}(?:,? and|[:,]) (?:there "
    r"(?:is|are)|it"
    r" (?:is|has|contains|does)|they|(?:i|we) (?:do not|can not|see|did not|found)|none)\b)"
)


_RECORD = expression(r"[{,] ?\"\w+\": [\"\d\[{]")
"""A record as a program writes it."""
_STATE = expression(
    r"(?:ok|okay|thanks|thank you)?[,.! ]*here (?:is|are) (?:the (?:current )?status(?:es)? of|where (?:your|the"
    r"|things)|an? (?:quick"
    r" )?update on)\b"
)


def _is_trouble(sentence: Sentence) -> bool:
    """Whether it speaks of a hitch on the agent's own side, or of how long that takes."""
    return not sentence.vocabulary.isdisjoint(_TROUBLE_GATE) and _TROUBLE.search(sentence.plain) is not None


_COMMENT = expression(
    r"\b(?:(?:is|are|be|would be|will be) (?:enough|plenty|fine|useful|helpful|handy|important|perfect|okay|ok|needed"
    r"|necessary|exciting|stressful|awful|frustrating|annoying|worrying|normal|okay too)\b|(?:first|next|best|only"
    r"|last) (?:thing|step|move) (?:to|is|we|i)\b|you have reached|you do not (?:have|need) to|no need (?:to|for)"
    r"|no rush|first things first|so exciting|as you wish|i (?:do |really |truly )?appreciate|every option|high five"
    r"|within my power|with (?:that|this|these|it|those|them)(?: in hand)?,? (?:i|we) (?:can|will)|(?:will|would|do"
    r"|does|also|answers?|guess(?:es)?) help(?:s|ed)?\b|in one message|the sooner|(?:rough|approximate|round) \w+"
    r"|worth a try|good (?:question|point|idea)|makes sense|my pleasure|good to know|lucky you|fair enough"
    r"|to (?:get started|begin|start with)|sit (?:tight|back)|better news|as soon as (?:you|i)|it was (?:nice|great"
    r"|lovely|good)|printed on|(?:sorry|apolog)|starts? with \w+[,.]|you (?:can|will) (?:find|see) (?:it|them|this)"
    r"|means? a lot|thank)\b|\b(?:quick|short|brief|\w+) questions?:$"
)
_WARNS = expression(
    r"\b(?:can not be (?:\w+ )?(?:undone|reversed|changed|cancell?ed|withdrawn|revoked|recalled|modified|refunded"
    r"|returned|reinstated|restored|stopped|recovered|combined|transferred|removed|added|amended)|irreversible|(?:is"
    r"|are|be|become) (?:final|permanent|void|non-\w+)|(?:note|noting|aware|remember|reminder|mind) that|heads[- ]up"
    r"|worth (?:knowing|noting|mentioning)|(?:bear|keep) in mind|be aware|(?:will|would|is|are|be) (?:also )?(?:lost"
    r"|deleted|forfeited|wiped|erased|void)|only (?:be )?\w+ (?:only )?(?:once|one time)|(?:once|one time) (?:only"
    r"|per)|non-?(?:refundable|changeable|returnable|transferable|reversible)|afterwards|no (?:way back|refund"
    r"|going back)|not be able to|will not be (?:possible|able)|lose (?:your|the|any|all)|can only be|not (?:removed"
    r"|refunded|covered|included|reversible))\b"
)
_RESULTS = expression(
    r"\b(?:found|results?|update on|where|stands?|status|shows?|tied to|look(?:s|ed)? like|currently|current|so far"
    r"|history"
    r"|holds?|contains?|have (?:on|in)|checked|through your|see|overview|available|options?)\b"
)
_THEY_CAN = expression(
    r"^(?:good news[,:!]* )?(?!(?:i|we|you|it|that|this|so|if|once|then|when|as|which)\b)[^,;:]{3,60}\b(?:can"
    r"|could) (?:take|have|do|see|fit|offer|go back|be (?:returned|refunded|exchanged|changed|moved|cancell?ed"
    r"|booked))\b"
)


def warns(sentence: Sentence) -> bool:
    """Whether, beside a proposal, it says what is to be borne in mind about it."""
    return not sentence.question and _WARNS.search(sentence.plain) is not None


def comments(sentence: Sentence) -> bool:
    """Whether it only comments on the conversation: what is useful to know, what comes first, how things feel."""
    return _COMMENT.search(sentence.plain) is not None


def lists_results(sentence: Sentence) -> bool:
    """Whether the list after it is of what was looked up."""
    return _RESULTS.search(sentence.plain) is not None and _RECAP.search(sentence.plain) is None


def states_fact(sentence: Sentence, *, values: int) -> bool:
    """Whether it states something that can be looked up, rather than a courtesy or an intention."""
    plain = sentence.plain
    identified = _IDENTIFIED.match(plain) and ": " not in plain
    if sentence.question or identified or _PROMISE.match(plain) or _is_trouble(sentence):
        return False
    if _STRONG.search(plain) or _is_plain_fact(plain) or _THEY_CAN.match(plain):
        return True
    return values > 0 and (bool(_KEY_VALUE.match(sentence.plain)) or len(sentence.vocabulary) > 3)


def is_statement(sentence: Sentence) -> bool:
    """Whether it is a plain statement about a thing, not about what the speaker or the customer means to do."""
    if sentence.question or len(sentence.vocabulary) < 4 or _is_trouble(sentence):
        return False
    return _STATEMENT.match(_INTERJECTION.sub("", sentence.plain)) is not None


def is_finding(sentence: Sentence) -> bool:
    """Whether it says what a record holds or comes to, which is news even where the agent goes on looking."""
    return not sentence.question and _FINDING.match(_INTERJECTION.sub("", sentence.plain)) is not None


def tells_state(sentence: Sentence) -> bool:
    """Whether it introduces how things stand by their record, or is one: "here is the status of your orders:"."""
    return _STATE.match(sentence.plain) is not None or is_record(sentence)


def is_record(sentence: Sentence) -> bool:
    """Whether a record stands in it as a program writes one."""
    return _RECORD.search(sentence.plain) is not None


def lists_possible(sentence: Sentence) -> bool:
    """Whether it introduces a list of what something can be done with: "these orders can be cancelled:"."""
    return sentence.introduces and not sentence.question and _THEY_CAN.match(sentence.plain) is not None


def describes(sentence: Sentence) -> bool:
    """Whether, after a request, it says what that which is asked for looks like or where it is to be found."""
    return _DESCRIBES.match(sentence.plain) is not None


def speaks_of_others(sentence: Sentence) -> bool:
    """Whether it says what those to whom a customer is handed over will do."""
    return sentence.plain.startswith(
        ("they ", "she ", "he ", "the agent", "the team", "the specialist", "a human", "an agent", "someone")
    )


def is_recap(sentence: Sentence) -> bool:
    """Whether, in a message that asks for a yes, it repeats what is proposed."""
    plain = sentence.plain
    first = _NEXT_CLAUSE.split(plain, maxsplit=1)[0]
    if first != plain and (_is_plain_fact(first) or _ENTITLED.search(first)) and not _RECAP.search(first):
        return False
    if _RECAP.search(plain):
        return True
    return not (_OWN.search(plain) or _is_plain_fact(plain) or _STRONG.search(plain) or _THEY_CAN.match(plain))


def _is_plain_fact(plain: str) -> bool:
    return _PLAIN_FACT.match(_INTERJECTION.sub("", plain)) is not None and not _MODAL.search(plain)


def is_own(sentence: Sentence) -> bool:
    """Whether it is the result of a look-up or a rule, whatever else the message does."""
    return (
        not sentence.question and _OWN.search(sentence.plain) is not None and _STRONG.search(sentence.plain) is not None
    )


def reports(sentence: Sentence) -> bool:
    """Whether it tells what a look just taken has shown: "I see that ...", "looking at your account ...", "ok, ..."."""
    return not sentence.question and _REPORTS.match(sentence.plain) is not None


def is_aside(sentence: Sentence) -> bool:
    """Whether, after a completed change, it turns to something else than what follows from that."""
    if _ASIDE.search(sentence.plain) is None:
        return False
    return "by the way" in sentence.plain or _FUTURE_RECEIPT.search(sentence.plain) is None
