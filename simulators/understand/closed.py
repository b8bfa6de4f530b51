"""Refusals told by how things stand: a time that is over, a turn that is used up, a thing that there is none of."""

from functools import lru_cache

from simulators.understand.clauses import Sentence
from simulators.understand.words import expression, listed

_NOUN = r"(?:exchange|change|return|swap|refund|cancell?ation|redirection|switch|split)"
_DEED = rf"(?:{_NOUN}(?:e?s)?|(?:return|exchang|cancell?|refund|swapp|redirect|chang|switch|splitt)ing)"
_TO_DO = r"(?:cancel|return|exchange|refund|redirect|swap|switch|change|split)"
_SERVICE = r"(?:pick-?up|express|collection|courier)"
_SOON = r"(?:(?:already|now|just|also|simply|sadly|unfortunately|well|all|since|therefore|\w+ly) )*"
_SPAN = rf"(?:(?:30|thirty)[- ]days?\b|{_NOUN}s?[- ](?:window|period|date|deadline|time|limit)\b)"
_THE = r"(?:the|our|its|your|their|that)"
_BOUND = r"(?:(?:\w+ )?(?:deadline|window|cut-?off|time limit|(?:last|final) (?:day|date))\b)"
_OVER = r"(?:ended|expired|closed|lapsed|elapsed|passed)"
_FEW = r"(?:(?!(?:not|never|if|before|until|once|when|will|would|only|can|may|of)\b)[\w'()/#-]+ ){0,7}?"
_DATE = (
    r"(?:(?:which|that|this|it|day|date)|(?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december) \d{1,2}(?:st|nd|rd|th)?(?:, \d{4},?)?)"
)
_TIME_OVER = expression(
    r"\b(?:is|are|was|were|puts?|(?:has|have|had) (?:\w+ )?(?:moved|gone|passed|got)|lies|falls?|fell|moved|went|came)"
    rf" (?:(?:it|that|them|this|you|(?:the|your) \w+|#?\w*\d\w*) )?{_SOON}"
    rf"(?:(?:outside(?: of)?|after) {_THE} {_SPAN}|(?:past|beyond) {_THE} (?:{_SPAN}|{_BOUND}"
    r"|(?:point|stage|moment) (?:where|at which|when|of|for|that|to)\b))"
    rf"|\b{_NOUN}s?[- ](?:window|period|deadline|limit) of (?:\d+|thirty) days {_FEW}"
    rf"(?:(?:has|have|is|are|was|were|had) {_SOON}(?:{_OVER}|run out|gone by|over|up)|{_OVER}|ran out)\b"
    rf"|\b(?:deadline|time limit|last day|window) (?:for|to|of) (?:\w+ing|\w+) [^.;?,]{{0,40}}?"
    rf"(?:(?:has|is|was|had) {_SOON})?(?:{_OVER}|over)\b"
    rf"|\b(?:{_NOUN}s?|{_DEED}) (?:{_OVER}|ran out|stopped)(?=\W*$| (?:on|in|last|this|yesterday|\w+ \d+))"
    rf"|\b{_NOUN} (?:option|possibility|window)(?: for (?:that|this|the|your) \w+)? (?:is|was) {_SOON}(?:closed"
    rf"|over|gone)\b"
    rf"|(?<!of )(?<!of the )(?<!of your )(?<!of our )\b{_SPAN} {_FEW}"
    rf"(?:(?:has|have|is|are|was|were|had) {_SOON}(?:{_OVER}|run out|gone by|over|up)|{_OVER}|ran out)\b"
    rf"|\b{_DATE} was {_SOON}(?:the|its|your|our)"
    r" (?:very )?(?:last|final|closing|cut-?off) (?:possible )?(?:day|date)"
    r"(?=\W*$|[.,;:)]| [\u2013\u2014-]| (?:for|to|on which|when|it|they|that|and|so)\b)"
    r"|\bthe (?:last|final) (?:possible )?(?:day|date) (?:for|to|of) (?:\w+ ){1,7}?(?:was|had been)\b"
    rf"|\b(?:is|are|comes?) {_SOON}too late (?:to (?!(?:find|say|thank|wait|help|ask|tell|call|worry)\b)\w"
    rf"|for (?:(?:an?|any|another|the|that|this|its|your) )?(?:\w+ )?{_DEED}\b)"
    r"|\btoo far (?:along|gone|advanced|on|ahead)\b[^,;:.]{0,30}? (?:to \w|for (?:an?|any|another) )"
)
_TURN = rf"(?:one|single|only|one and only) (?:\w+ )?(?:{_NOUN}|chance|turn|time)\b"
_AND_NO_MORE = (
    r"(?=.*\b(?:only once|once only|just once|(?:one|a single) time(?: only|\W*$)"
    r"|only one time|limit|one \w+ (?:\w+ )?(?:per|for)|only (?:be )?\w+ once"
    r"|that is (?:it|all)|(?:not|no|never)\b.*\b(?:again|further|another|second|more)|second\b.*\b(?:not|no))\b)"
)
_TURN_USED = expression(
    r"\b(?:has|have|was|were|had) (?:(?:now |since )?already (?:now |since )?(?:been )?\w+ed (?:\w+ )?once\b"
    rf"|been \w+ed (?:\w+ )?once (?:before|already)\b){_AND_NO_MORE}"
    r"|\bonly (?:be \w+ )?once\b.*\b(?:has|have|was|were) (?:already|just) been \w+ed\b"
    rf"|\b(?:has|have|had) (?:had|used(?: up)?|made|spent) {_THE} {_TURN} already\b"
    rf"|\b(?:has|have|had) already (?:had|used(?: up)?|made|spent) {_THE} {_TURN}"
    rf"|\bhad (?:its|their) (?:one )?(?:\w+ )?{_NOUN} (?:just now|already|before)\b"
    rf"|\b{_THE} {_TURN}(?: (?:per|of|for|on) \w+(?: \w+)?)? (?:has|have|is|was) already (?:been )?(?:used(?: up)?"
    r"|made|spent|taken|done|gone|had)\b"
)
_PLACE = r"(?:[- ](?:point|service|delivery|option|shop|station|counter|location|shipping)s?)?"
_STOPS = r"(?=\W*$|[.,;:)]| [\u2013\u2014-]| (?:and|so|at all|either|i am)\b)"
_NONE = expression(
    rf"\b(?:has|have|offers?|gets?) no {_SERVICE}{_PLACE}(?: available)?{_STOPS}"
    r"|\b(?:do|does|will|can|may) not (?:travel|go|ship|come|be shipped|be sent|leave|get) (?:out )?(?:by|via|with|on"
    rf"|as) {_SERVICE}\b(?!.*\b(?:but|so|yet|though)\b.*\b(?:fine|works?|possible|none|okay|ok|eligible|qualif\w+)\b)"
    r"|\b(?:is|are) (?:not|no)(?: an?)?(?: \w+)? (?:cit(?:y|ies)|towns?|places?) (?:in|to|from|at) which"
    r" (?:[\w'-]+ ){1,4}?(?:picked|collected|fetched|shipped|offered|sent|pick|collect|ship|offer)\b"
    r"|\b(?:nothing|neither|none)\b[^,;:.]{0,40} can (?:still |now )?(?:come|go) back\b"
    r"|\b(?:i|we) (?:\w+ )?(?:can not|can no longer|(?:am|are) (?:not able|unable) to) (?:take|accept|have)"
    r" (?:[\w'-]+ ){1,6}?back\b"
    r"|\bthere is (?:\w+ly |therefore |just )*nothing (?:below|under|(?:cheaper|less|lower) than) (?:what you|yours"
    r"|your|the one you|that)\b"
    r"|\bthere is (?:\w+ly |therefore |just |now )*nothing (?:left|more|any more) (?:for (?:me|us) )?to"
    rf" {_TO_DO}\b"
    r"|\bthere is (?:\w+ly |therefore |just |now )*nothing (?:to be done|(?:that )?(?:i|we) (?:can"
    r"|could) (?:still |now )?"
    r"(?:do|change|offer)|for (?:me|us) to do)\b(?! (?:\w+ )?(?:on|from|by|at) your\b)(?! by you\b)"
    rf"|\b(?:an?|the|that|this|your|any|another) (?:\w+ )?(?:{_DEED}|{_SERVICE}) (?:is|are) (?:\w+ly )?(?:no longer"
    r"|not) (?:an option|on the table|open to (?:you|us))\b"
    r"|\b(?:is|are) (?:\w+ly )?not something (?:that )?(?:i|we|our (?:rules|policy)) (?:can|could|may"
    r"|(?:am|are) able to|allows?|do)\b(?! (?:\w+ )?(?:see|tell|check|look|find|verify|confirm|judge|know|guess|say"
    r"|promise|guarantee|ask)\b)"
    r"|\bno version of [^,;:.]{3,60} that (?:costs less|is (?:cheaper|less))\b"
    rf"|\b(?:nobody|no one) (?:here |of us )?(?:can|may) (?:{_TO_DO}|take) \w"
    r"|\b(?:is|are) not on offer(?: (?:for (?:an?|that|this|your)|here|either))?(?=\W*$|[.,;:]| )"
    r"|\bcard (?:ending in \d+ )?(?:alone )?can not (?:take over|cover|pay|take on|carry) (?:the whole|all|it all"
    r"|that much)\b"
    r"|\b(?:amount|balance|credit|money) on (?:your|the|that) gift card (?:is|will) not (?:be )?(?:\w+ )?(?:enough"
    r"|sufficient)\b"
    r"|\b(?:i|we) (?:can |may )?only (?:exchange|swap) (?:\w+ ){0,3}?within the same product\b"
    r"|\b(?:balance|(?:gift )?card)(?: (?:of|on|ending in) [\w' ]{2,20}?)? (?:is|holds|has)(?: \w+)?"
    r" (?:too (?:low|little|small)|insufficient)\b"
    rf"|\bno (?:more |further )?{_DEED} (?:(?:is |are )?possible|(?:from|on) (?:our|my) (?:side|end)"
    r"|at this (?:stage|point)|any ?more)\b"
    rf"|\b{_DEED} (?:is|are) (?:\w+ly |now )?(?:off the table|out of the question|ruled out)\b"
    r"|\$[\d.,]+ is (?:\w+ )?more than (?:it|that|(?:the|your|this) (?:gift )?card|the balance) (?:can|could|holds?|has"
    r"|is able)\b"
)
_OF_IT = r"(?:order|refund|return|shipping|payment|delivery|it|that|money|address|standard|#?[a-z]{0,2}\d{4,})"
_MUST = r"(?:has to|must|will have to|needs to)"
_STAYS = expression(
    rf"\b{_OF_IT} (?:therefore |so |then |sadly )*{_MUST} (?:therefore |then )?(?:stay|remain) (?:on|with|at|as|where)"
    r" (?:your|the|that|this|standard|express|pick|it|you)\b(?!.*\b(?:label|tags?|packaging|box)\b)"
    r"|\b(?:so|therefore|hence|thus) (?:(?:i am|we are) )?(?:afraid|sorry|sadly|unfortunately),? (?:that )?(?:the "
    rf"|your )?{_OF_IT} (?:will|{_MUST}) (?:stay|remain) (?:on|with|at|as)\b"
    rf"|\b{_OF_IT} (?:(?:will|must|has to) therefore|therefore (?:will|must|has to)) (?:stay|remain) (?:on|with|at"
    r"|as)\b"
)
_SAYS_NO = expression(
    r"(?<!\byour )\banswer (?:(?:to|on|for|about|in|regarding) [^,;:.]{1,30}? )?(?:is|stays|remains|must be"
    r"|(?:has|will have|will) (?:to )?be) (?:(?:a|still|therefore|again|\w+ly) )*no(?=\W*$|[.,;:]| [\u2013\u2014-])"
    r"|\b(?:i|we) (?:have to|must|will have to|need to) (?:\w+ly )?(?:pass(?=\W*$|[.,;:])|disappoint (?:you|them)\b"
    r"|let you down\b|draw the line\b)"
    r"|\b(?:rules?|polic(?:y|ies)) (?:here )?leaves? (?:me |us )?no (?:room|choice|leeway|scope|way)\b"
    r"|(?:^|[,;\u2013\u2014] )(?:but|still|again),? (?:the answer is )?no\W*$"
    r"|^(?:(?:sorry|even so|unfortunately|sadly|really|short answer|the answer|answer)[,:]? )+"
    r"(?:it is |that is )?(?:a )?no\W*$"
    r"|\b(?:the|my|our) answer (?:is(?: still)?|stays|remains|has to (?:be|stay)) the same\b"
    r"|(?:\bthere (?:is|are|can be) |\b(?:i|we) (?:can )?make |\bsorry, (?:\w+, )?)no exceptions?(?= (?:to|for|here"
    r"|from)\b|\W*$|[,;:])"
    r"|\brules? (?:here )?(?:has|have|knows?|allows?(?: for)?) no exceptions?\b"
    r"|\bneither\b[^,;:.]{2,50}\bnor\b[^,;:.]{2,40} (?:is|are) (?:possible|allowed|permitted|an option)\b"
    r"|\bneither\b[^,;:.]{2,50}\bnor\b[^,;:.]{2,30} (?:can|may) (?:receive|take|get|have|pay|cover|hold)\b"
    r"|\brules? (?:is|are|stays?|remains?) the same for (?:every|all|each|me|us)"
    r"|\bthe rules? (?:stands?|holds?|appl(?:y|ies) (?:regardless|all the same|to (?:me|us)))\b"
)
_ALL_THE_SAME = expression(
    r"\b(?:although|even though|even if|despite|regardless|nonetheless|nevertheless|anyway|all the same|exceptions?)\b"
    r"|^(?:and |but )?though\b|\b(?:but|still)\b[^.;]*\b(?:accept(?:ed)?|approved?|granted|gladly|do not worry"
    r"|(?:can|may|will) (?:still )?(?:come|go|be (?:sent|returned)) back|allow(?:ed)? it)\b"
)
"""Makes of what is over a thing that does not matter."""
_BY_TIME = (_TIME_OVER, _TURN_USED)
_OTHERWISE = (_NONE, _STAYS, _SAYS_NO)
_GATE = listed(
    "past beyond outside after over ended expired closed passed lapsed out elapsed up last final",
    "late far once already so no not nothing neither none more stay remain pass disappoint down line unable below",
    "same stands stand holds hold apply applies had nobody version low insufficient off",
)
_CONDITION = expression(
    r"\b(?:if|unless|whenever|in case|should you|whether|were it|supposing|assuming)\b"
    r"|^(?:(?:please |just )?(?:note|remember|mind you),? (?:that )?|and |but |so )?(?:once(?! again)|when|after"
    r"|as soon as|until|before)\b"
)
_NOT_SO = expression(
    r"\b(?:once(?! again)|when|until|till|before|after(?:wards)?|then|later|tomorrow|as soon as|not|never|hardly|only"
    r"|fewer|less|barely|almost|nearly|under|within|would|should)\b"
)
"""Before a refusal in its clause: it is not so, or not yet."""
_LATER = expression(
    r"[^,;:.\u2013\u2014]*\b(?:once (?:it|you|that|the|i|we|an?|this)|after(?:wards)?|when|if|unless|until|without"
    r"|then|again)\b"
)
"""Behind a refusal in its clause: it is so only later, or on a condition."""
_CLAUSE = expression(r"[,;:.\u2013\u2014] | (?:so|but|and|because|since|while) ")


def is_closed(sentence: Sentence) -> bool:
    """Whether it says that the way to something is closed: as things are, on no condition, and not as a warning."""
    if sentence.question or sentence.vocabulary.isdisjoint(_GATE):
        return False
    return _is_closed(sentence.plain)


@lru_cache(maxsize=1024)
def _is_closed(plain: str) -> bool:
    rules = _OTHERWISE if is_set_aside(plain) else (*_BY_TIME, *_OTHERWISE)
    found = (found for rule in rules for found in rule.finditer(plain))
    return any(_is_so(plain, one.start(), one.end()) for one in found)


def is_set_aside(plain: str) -> bool:
    """Whether it says that what is over, or used up, does not matter: "although the 30 days are over"."""
    return _ALL_THE_SAME.search(plain) is not None


def _is_so(plain: str, start: int, end: int) -> bool:
    """Whether nothing around a place makes what stands there a condition, or something that is yet to come."""
    before = plain[:start]
    return not (_CONDITION.search(before) or _NOT_SO.search(_CLAUSE.split(before)[-1]) or _LATER.match(plain, end))
