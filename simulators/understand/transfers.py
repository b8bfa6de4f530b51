"""Rules for TRANSFER: the customer is handed over, now or already."""

from simulators.understand.clauses import Sentence
from simulators.understand.words import expression, listed

_HUMAN = (
    r"(?:human|live|agent|representative|specialist|supervisor|manager|person|someone|team|department|colleague"
    r"|advisor|adviser|expert|support)"
)
_TRANSFER = expression(
    rf"\byou (?:will|are|have)(?: now| be| being| been| shortly| just)* (?:passed|put|handed|moved|routed|redirected"
    rf"|switched|referred)(?: over| through| on| across)?(?: now)? to\b|\b(?:colleague|specialist|supervisor|manager"
    rf"|{_HUMAN})s?\b.{{0,30}} (?:is|are)(?: now)? (?:joining|taking over|stepping in|coming)\b"
    rf"|\bhanding (?:you )?over\b|\blet me (?:get|fetch|grab|bring|find) (?:someone|somebody|my|a|an|our) .*(?:who"
    rf"|for you|{_HUMAN})|\b(?:getting|fetching|grabbing) (?:my|a|an|our|you|someone)(?: \w+)? ?(?:{_HUMAN})|\b(?:i"
    rf"|we) (?:have |am |are )?(?:now )?referr(?:ed|ing)"
    r" (?:you|this|it|the \w+|your \w+) (?:on )?to (?:my|our|the|an?)\b|\b(?:putting|passing|moving|switching|beaming"
    r"|sending|patching|bringing|taking|handing|directing) (?:you|this|it|your (?:chat|case|call|conversation|request)"
    r"|the (?:chat|case|conversation|call|matter))(?: now| straight| right)? (?:through|over|across|on|up)\b(?! hold"
    r"| to us)|\b(?:i|we)(?: will| have| had| am| are| shall| now|'ve)*(?: now| just| also)* (?:put|pass(?:ed)?"
    r"|hand(?:ed)?|moved?|patch(?:ed)?|switch(?:ed)?|bring|brought|sen[dt]|giv(?:e|en))(?: now)? (?:you|this|it"
    r"|your \w+|our \w+|the"
    rf" (?:chat|case|conversation|call|matter))(?: now| straight| right)?(?: through| over| across| on"
    rf"| up)?(?: now)? (?:to|with) (?:an?|my|our|the|one of)(?: \w+){{0,3}} {_HUMAN}s?\b|\b(?:bringing|pulling|looping"
    rf"|roping|calling) in (?:an?|my|our|the|one of)(?: \w+){{0,2}} {_HUMAN}s?\b|"
    r"\b(?:transferring|connecting|escalating|handing|routing|forwarding|passing|redirecting) (?:you|this|your"
    r"|the (?:chat|case|conversation|call|matter))\b|\b(?:i|we) (?:will|(?:am|are)(?: now| just| also)* going to|have"
    r"|shall|need to|will need to|have to|will have to|must|am|would need to)(?: now| just| already| also| be"
    r"| go ahead and| immediately| therefore)* (?:transfer(?:red|ring)?|connect(?:ed|ing)?|escalat(?:e|ed|ing)"
    r"|hand(?:ed|ing)?|rout(?:e|ed|ing)"
    rf"|forward(?:ed|ing)?|pass(?:ed|ing)?|put(?:ting)?|get(?:ting)?)\b.{{0,60}}?\b(?:{_HUMAN})\b"
    r"|\b(?:i|we) (?:will|am|have)(?: now| been| be)* transfer(?:red|ring)? (?:you|your|this)\b|\b(?:i"
    r"|we) have escalated\b|\byou (?:are|have|will) (?:now |be |being |been )*(?:transferred|connected|escalated)\b"
    r"|\blet me (?:transfer|connect|escalate|hand|get|put) (?:you|this|your)\b(?! on hold| some| a (?:list|copy"
    r"|quote))|\bwill (?:now )?be (?:transferred|connected|escalated|forwarded|routed) to (?:an?|our|the|one of)\b"
    r"|\b(?:i|we) will [^.]{3,60} and (?:transfer|connect|escalate|pass|hand) (?:you|this|it)\b"
    rf"|\b(?:has|have) been (?:transferred|escalated|forwarded|handed)\b.*\b{_HUMAN}\b"
    r"|\b(?:colleague|agent|specialist|supervisor|representative|team member|advisor)\b.{0,40} will (?:take over"
    r"|take it from here|be with you|join)|\b(?:human|live) agent (?:is now|has been|is going to)\b"
    r"|\bi have (?:notified|alerted|paged|informed|told|let) (?:an?|the|our|my|one of our) (?:\w+ ){0,2}(?:staff|team"
    r"|desk|colleagues?|manager|supervisor|specialist|agent)\b|\brequest(?:ed)? to (?:connect|transfer) you\b"
    r"|\btransfer(?:ring)? you (?:now|to)\b|\b(?:human|live) agent will (?:be with|assist|help|take|join)\b"
)
_SUPPOSING = expression(
    r"^(?:if|should|in case) (?:you|my|any|at)\b.*\b(?:agent|human|person|colleague|adviser|advisor|specialist)\b"
)
_NO_TRANSFER = expression(
    r"\b(?:can not|could not|will not|(?:am|are) (?:not (?:able|allowed) to|unable to)|may not|no (?:need"
    r"|reason|way) to)"
    r" (?:\w+ )?(?:transfer|connect|hand|pass|put|forward|escalate|route|refer|switch)\b"
)
"""Says that nobody is handed over."""
_TRANSFER_GATE = listed(
    "transferring connecting escalating handing routing forwarding passing redirecting transfer connect escalate route",
    "forward pass transferred connected escalated forwarded passed handed routed redirected referred referring putting",
    "moving beaming patching patch bringing looping roping agent agents colleague specialist supervisor representative",
    "advisor adviser human live manager team department expert through over joining someone somebody person",
    "staff desk colleagues",
)


def transfers(sentence: Sentence) -> bool:
    """Whether it hands the customer over, now or already."""
    return (
        bool(sentence.vocabulary & _TRANSFER_GATE)
        and not sentence.question
        and _TRANSFER.search(sentence.plain) is not None
        and _SUPPOSING.search(sentence.plain) is None
        and not keeps_it(sentence)
    )


def keeps_it(sentence: Sentence) -> bool:
    """Whether it says that it hands nobody over, and goes on to nothing else that might."""
    return _NO_TRANSFER.search(sentence.plain) is not None and " so " not in sentence.plain
