"""Rules for the acts that run a conversation: ASK_MORE, BYE, META, and for filler."""

from simulators.understand.clauses import Sentence
from simulators.understand.words import expression, listed

_ASK_MORE = expression(
    r"^(?:(?:so|and|ok|okay),? )?next(?: (?:one|thing|point|question))?\W*$"
    r"|\b(?:anything (?:else|more|further|beyond (?:this|that)|i can|you|at all|other)"
    r"|(?<!or )something else|something (?:else"
    r"|different) (?:that )?(?:i|we) (?:can|could|may|might)|is there another"
    r"|there is another \w+ (?:that )?(?:i|we) can|any (?:other"
    r"|further|additional|more|specific)? ?(?:questions?|concerns?|requests?|issues?|help|assistance|needs?|queries"
    r"|changes you)|what (?:other|further|else) \w+ (?:would|do|can|may)|what else(?! (?:was|were|is|did|has"
    r"|went)\b(?! you have in mind))|what is next on your"
    r"|how else|(?:how|what) (?:can|may|could|might|would you like|do you need)(?: i| we| me)?(?: to)? ?(?:help|assist"
    r"|do (?:for you )?today|do for you|be of)|any (?:other|additional|further|more) (?:items?|changes?|products?"
    r"|things?|modifications?|orders?|points?|matters?|wish(?:es)?|loose|topics?|business|bits|worries|quer\w+|requests?|needs?"
    r"|jobs?)|nothing else (?:you|i)\b|all ears (?:if|for)|fire away|shoot[!.]|what(?: else)? (?:can|may|shall|could"
    r"|might|should) (?:i|we) (?!ship|send|put|use|call|enter|write|book|order|change|cancel"
    r"|refund)(?:[\w-]+ ){1,4}(?:for you|today|next|together|you with|this (?:fine )?\w+)\b|what (?:are"
    r"|were) you (?:hoping|looking|trying|wanting|wishing) to (?:sort|do|get (?:done|sorted)|achieve|accomplish|talk"
    r"|discuss)|how (?:can|may|could|might) (?:i|we) (?:be|make|brighten|serve|sort|look after)\b"
    r"|what is (?:on your mind|up(?=\?)|the matter(?=\?))|what (?:can|may) i do|how may i|what brings you|(?:may|can"
    r"|could) i (?:help|assist)\b|is that it for (?:today|now)|was that the last (?:of it|one|thing)|is (?:everything"
    r"|that all|it all) (?:settled|sorted)"
    r"|does (?:that|this) settle"
    r" (?:everything|it|all)|(?:will|would|is) that (?:be )?(?:all|everything)\b(?! (?:right|correct"
    r"|in order|ok|okay|fine|good|clear))|of (?:(?:further|any|more"
    r"|additional|other) )*(?:service|assistance|help)\b|what would you like to (?:know|discuss|ask|talk)|(?<!is that )"
    r"(?<!is this )(?<!is it )(?:how|what) (?:would you|you would) like (?:to (?:do|proceed|continue|move forward)|help"
    r"|assistance|me to do)(?! (?:with|about|in|on)\b)(?: today| next)?\b"
    r"|other (?:ways?|questions?|things?) (?:i|you|we)"
    r"|need (?:any )?(?:more|further|additional|other) (?:help|assistance|information|details)|(?:any|have|need"
    r"|with) (?:more|further) (?:questions|assistance)|(?:i am|we are) here to (?:help|assist)"
    r"|what do you need (?:help|assistance)|questions? or concerns?|(?:please )?feel free to ask"
    r"|just let me know[.!]*$|tell me (?:how|what) i can)\b|\bhow (?:i|we) (?:can|may|could) (?:help|assist)\b[^,;]*\?"
    r"|\bwhat (?:are we (?:tackling|doing|working on|sorting(?: out)?|solving|dealing with)|is (?:going on|happening"
    r"|new)|do you need|(?:\w+ )?would you like to (?:handle|do|tackle|sort out|take care of))"
    r"(?: (?:with us|from us|for you))? today\?|^(?:(?:is|was) there )?(?:(?:any|some)thing )?(?:more|else)\?"
)
_ASK_GATE = listed(
    "anything something any what how other more further here questions question know ask all everything help assist",
    "else next another today now settle last everything all",
)
_NEXT = expression(r"^(?:(?:and|so|then|right|ok|okay|what is)[, ]+)*(?:next|what is next)\?$")
_ANSWERS = expression(
    r"\bdoes (?:that|this|it) (?:fully |also )?answer (?:it|that|everything|(?:all )?(?:of )?your questions?)(?=\W*$)"
)
_READY = expression(r"\b(?:i am|we are) here to (?:help|assist)\b")
_INVITING = listed(
    "if let know free feel happy glad here just please should ask ears tell away say give shout hesitate available",
    "disposal shoot help assist assistance may",
)
"""Of these, a statement that invites to say more has one; otherwise "anything" is a word like others."""
_LATER = expression(
    r"\b(?:in (?:the )?future|future|again|any ?time|later|down the (?:road|line)|next time|comes? up(?! today)"
    r"|always here|come back|down the|reach (?:back )?out|contact us|get in touch|hesitate|chat again|back with us"
    r"|return to (?:us|this chat))\b"
)
_FUTURE = expression(
    r"\b(?:in (?:the )?future|again|any ?time|later|down the (?:road|line)|next time|always here|come back|(?:reach"
    r"|contact|write|message|call)\w* (?:\w+ )?(?:back|again))\b"
)
_OCCASION = (
    r"(?:day|evening|night|weekend|week|afternoon|morning|trips?|flights?|journey|vacation|holidays?|stay|time|one"
    r"|ahead|purchase|order|shopping|device|item|new|rest|ride|travels?|birthday|party|christmas|easter|summer|return)"
)
_PLEASANT = r"(?:good|nice|great|lovely|pleasant|wonderful|fantastic|fab|safe|happy|smooth|super|cracking|blessed)"
_BYE = expression(
    r"\b(?:good ?bye|bye|farewell|take care(?! of)|bon voyage|see you(?= (?:soon|later|next|again|then|there|around"
    r"|on board|in|at|on)\b|[.!]|$)|stay (?:safe|well|warm|dry|cool|healthy)|best of luck|good luck|all the best"
    r"|so long|cheers|cheerio|ta-?ta|ta-?ra|see ya|get well|feel better|sleep (?:well|tight)|rest up|safe home"
    r"|have fun|welcome you (?:aboard|back|on board|again)|(?:thanks|thank you) for chatting|toodle-?oo|toodles|ciao"
    r"|laters|catch you later|(?:until|till) (?:next time|we meet)|over and out|mind how you go|take it easy|god bless"
    r"|sweet dreams|(?:best|kind|kindest|warm|warmest) (?:regards|wishes)|(?:speak|talk|chat) soon|night night"
    r"|nighty night|yours (?:sincerely|faithfully|truly)|(?:hugs|xoxo)|(?:safe|happy|pleasant|smooth) (?:travels?"
    r"|journey|onward|trip|flight|landings|drive|travelling)"
    rf"|(?<!in )(?!good (?:day|evening|morning|afternoon|one|time)\b){_PLEASANT} {_OCCASION}(?: home| to you(?: all)?"
    rf"| ahead)?(?=[!.,]|$)"
    r")\b|^(?:and )?(?:good (?:day|evening) to you(?! (?:too|also|as well|both)\b)|good night)\b|^later[!.]"
    rf"|\b(?:(?<!i )(?<!we )(?<!you )(?<!to )(?<!longer )have|enjoy) (?:(?:a|an|the rest of|the)(?: [\w'-]+){{0,5}} ?"
    rf"|{_PLEASANT} (?:and \w+ )?){_OCCASION}\b|^(?:and |then |please |so |do )?enjoy (?:your|the|every|it|yourself"
    rf"|them|that|all)\b"
    r"|\bwish(?:es|ing)? (?:you|a|an|nice|good|happy|everyone|the both|both of you)\b|\b(?:hope|hoping) you (?:enjoy"
    r"|have)\b|\b(?:it )?(?:was|is|has been) (?:(?:a|my|our|an|such a) )?(?:real |great |true |absolute "
    r"|sheer )?(?:pleasure|privilege|honou?r|joy|delight)\b(?! to (?:meet|have you with us today))|\bit (?:was"
    r"|has been) (?:nice|great|lovely|good|fun) (?:\w+ing|to)\b|\bglad (?:i|we) could (?:help|assist)\b"
    r"|\bhappy (?:shopping|flying|travel|reading|gaming|cooking|gardening|baking|streaming|riding|camping|hiking"
    r"|running|listening|playing)|\blook(?:ing)? forward to (?:seeing|welcoming|serving|having|hosting|meeting"
    r"|your (?:visit|next))|\bthank(?:s| you) for (?:choosing|calling(?! (?:to|about|in))|visiting|being a|shopping"
    r"|flying|banking|travel\w+|staying with|riding|your (?:business|loyalty|custom))"
)
_GLAD = expression(r"\b(?:glad|happy) (?:i|we) could (?:help|assist)\b|\bglad (?:to|i was able to) (?:help|assist)\b")
_BYE_GATE = listed(
    "goodbye good-bye bye bye-bye good farewell take safe happy bon see stay best all cheers have enjoy wish wishing",
    "wishes hope hoping pleasure glad thank thanks long cheerio tata ta-ta tara ta-ra ya toodle-oo toodles ciao later",
    "laters catch soon next meet go easy god sweet well better sleep rest fun welcome chatting regards yours hugs xoxo",
    "night luck privilege honour honor joy delight forward nice great lovely pleasant wonderful fantastic smooth fab",
    "super cracking out",
)
_META = expression(
    r"\b(?:(?:as|am|are|being|just|only) an ai\b|i am [\w ,-]{1,25}\ban ai\b|(?:type|say|write|enter) the word"
    r"|ai (?:language )?(?:model|assistant|agent|system|chatbot)|language model|llm|(?:automated|virtual|digital"
    r"|artificial) (?:assistant|agent|helper|system)|(?:store|shop|company|bank|airline|hotel)'s (?:chat)?bot"
    r"|talking (?:to|with) (?:a|an) (?:bot|machine|computer|robot)|i am (?:just |only )?(?:an? )?(?:computer program"
    r"|automated|virtual|digital|bot|chatbot|robot|machine|computer)|virtual (?:assistant|agent)|chatbot|system prompt"
    r"|(?:ignore|disregard|forget|override|bypass|reveal|repeat|print) (?:all |any |your |the |my |previous |prior "
    r"|above |those )*(?:instructions?|prompts?|rules|guidelines|programming|directions)|(?:my|these|previous|prior"
    r"|hidden|internal|secret) (?:instructions|prompts?|programming|guidelines)|simulat(?:ion|ed|or)|role-?play\w*"
    r"|(?:this is|in) a test\b|test (?:scenario|environment|case|mode)|being tested|being evaluated|(?:an|this|under"
    r"|our|of) evaluation|benchmark|(?<!your )(?:instructions|rules|prompt) (?:that )?i (?:have been|was|am"
    r"|were) given|i am (?:just |only |a piece of |made of )*(?:software|code|a program|an algorithm|circuits"
    r"|silicon)\b|i am not (?:a|an actual) (?:human|person|real)|stop ?(?:word|token|sequence|phrase)|jailbreak"
    r"|you are (?:actually )?(?:a|an) (?:simulated|ai|language|test)|(?:training|ground truth) data|user simulator)\b"
    r"|#{2,}\s?\w+\s?#{2,}|\b(?:say|repeat|type|write|output|respond with|reply with|reply|send|enter"
    r"|saying)(?: the)?(?: word| phrase| token| message)?(?: exactly)?:? [\"'\u201c`#*]*(?:stop|exit|quit|terminate"
    r"|end(?: conversation| chat)?|done|transfer|end_of_\w+|finished|task complete)[\"'\u201d`#*]*(?=[\s.!?,]|$)"
)
_META_GATE = listed(
    "software code program algorithm circuits silicon human person ai model llm bot chatbot automated virtual",
    "digital robot machine computer instructions instruction prompt prompts simulation simulated simulator",
    "roleplay role-play role-playing test tested evaluated evaluation benchmark jailbreak programming rules",
    "guidelines stop stopword",
)
_SAY = listed("say repeat type write output respond reply send enter saying")
_STOP = listed("exit quit terminate end done transfer finished complete end_of_conversation end_of_chat")

_AMOUNT = expression(r"[$\u20ac\u00a3]\d")
"""What an apology for a mistake may bring: "sorry, it is $35.00"."""
_FILLER = expression(
    r"^(?:(?:hi|hello|hey|greetings|good (?:morning|afternoon|evening|day)|dear|welcome)(?: there| again"
    r"| \w+){0,3}(?:[,!.]* thank(?:s| you)\b.{0,100})?|welcome to [\w' &-]+|thank(?:s| you)\b.{0,120}|(?:you are"
    r"|you\W*re)? ?(?:very |most )?welcome(?:,? \w+)?|no problem(?: at all)?|my pleasure|(?:okay|ok|sure|certainly"
    r"|absolutely|of course|great|perfect|understood|got it|i see(?=[.,!]|$)|alright|all right|excellent|wonderful"
    r"|sounds good|right|noted|i understand|no worries|fantastic|awesome|sure thing|great choice|good choice"
    r"|i appreciate|that is (?:great|fine|okay|ok|understandable|alright))(?:[ ,].{0,60})?|(?:i am |we are )?(?:so "
    r"|very |really |truly |terribly )?(?:sorry|apologi[sz]e|apologies)\b.{0,160}|(?:i|we|my"
    r"|please accept my) (?:sincerely |do |truly )?(?:apolog\w+|understand|appreciate|hear you|can imagine)\b.{0,200}"
    r"|(?:i|we) (?:can|will|would|am|could)(?: certainly| definitely| gladly| absolutely| also| be| very| more than"
    r"| be more than| here)* ?(?:happy|glad|pleased|delighted|able|to|help|assist|love|here)\b.{0,120}|let me (?:help"
    r"|assist)\b.{0,100}|happy to (?:help|assist)\b.{0,100}|(?:let us|i will) (?:get (?:started|this (?:sorted"
    r"|taken))|help|assist|do my best)\b.{0,80}|hope (?:you|this)\b.{0,80}|my name is \w+|this is \w+)[.!,:]*$"
)


def asks_more(sentence: Sentence) -> bool:
    """Whether it invites the customer to say more, here and now."""
    if asks_for_next(sentence):
        return True
    if not sentence.vocabulary & _ASK_GATE or (not sentence.question and sentence.vocabulary.isdisjoint(_INVITING)):
        return False
    return _ASK_MORE.search(sentence.plain) is not None and not _FUTURE.search(sentence.plain)


def asks_for_next(sentence: Sentence) -> bool:
    """Whether it asks, in a word, for what comes next, or if that was an answer."""
    return sentence.question and (_NEXT.match(sentence.plain) or _ANSWERS.search(sentence.plain)) is not None


def is_ready(sentence: Sentence) -> bool:
    """Whether it says no more than that the agent is there to help."""
    return _READY.search(sentence.plain) is not None and _ASK_MORE.search(_READY.sub(" ", sentence.plain)) is None


def puts_off(sentence: Sentence) -> bool:
    """Whether it invites the customer to come back another time."""
    return _LATER.search(sentence.plain) is not None and (
        _ASK_MORE.search(sentence.plain) is not None
        or sentence.plain.removeprefix("please ").startswith(("if you", "feel free", "do not hesitate", "reach out"))
    )


def puts_off_for_good(sentence: Sentence) -> bool:
    """Whether it does so in words that can only mean another time."""
    return puts_off(sentence) and _FUTURE.search(sentence.plain) is not None


def says_bye(sentence: Sentence) -> bool:
    """Whether it is a farewell or a closing wish."""
    return bool(sentence.vocabulary & _BYE_GATE) and not sentence.question and _BYE.search(sentence.plain) is not None


def is_glad(sentence: Sentence) -> bool:
    """Whether it is only glad to have helped, which closes a chat if nothing else follows."""
    return _GLAD.search(sentence.plain) is not None and not _BYE.search(_GLAD.sub(" ", sentence.plain))


def _may_be_meta(sentence: Sentence) -> bool:
    vocabulary = sentence.vocabulary
    stops = not vocabulary.isdisjoint(_SAY) and not vocabulary.isdisjoint(_STOP)
    return stops or not vocabulary.isdisjoint(_META_GATE) or "##" in sentence.plain


def speaks_of_itself(sentence: Sentence) -> bool:
    """Whether it is about being an AI, instructions, tests or stop words."""
    return _may_be_meta(sentence) and _META.search(sentence.plain) is not None


def is_filler(sentence: Sentence) -> bool:
    """Whether it is a greeting, thanks, an apology or another courtesy without content."""
    return _FILLER.match(sentence.plain) is not None and _AMOUNT.search(sentence.plain) is None
