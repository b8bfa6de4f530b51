"""Rules for HOLD: the customer is to wait, or the agent says what it is about to do."""

from simulators.understand.clauses import Sentence
from simulators.understand.words import expression, listed

_WAIT = expression(
    r"\b(?:(?<!within )(?<!in )(?<!for )(?<!about )(?<!after )(?<!take )(?<!takes )(?<!wait )(?<!half )(?<!waiting "
    r")(?:one|just a|a|just one|give me a|allow me a|another|(?<!within )(?<!in )(?<!for )(?<!about )(?<!after "
    r")(?<!take )a few)(?: quick| brief| few)? (?:moments?|seconds?|minutes?|sec)(?= (?:please|while|to|and|as|so)\b"
    r"|[.,!\u2026]|$)|i am on it|(?:will|should) (?:just |only )?take (?:just |only )?(?:a|one) (?:second|moment"
    r"|minute|sec)|put you on (?:a )?(?:brief |short )?hold|(?:please|kindly)(?: just| do)? (?:wait|stay (?:on|with|in"
    r"|here|connected)|hold(?! (?:down|the))"
    r"|stand by(?! (?:my|our|it|that|this|what|the)\b)|bear with|be patient|keep (?:waiting|this (?:chat|window))"
    r"|remain|do not (?:close|leave|go|hang up))|^(?:i am )?on it\b|two secs|(?:^"
    r"|[,;] |and |so )(?:stay (?:with me|right there|tuned|put|here|on the line)|sit tight|do not (?:go anywhere"
    r"|hang up)|back in a (?:jiffy|tick|sec\w*|mo\w*|flash)|two ticks|wait a (?:bit|little|moment)|(?:one"
    r"|half a) (?:tick|mo|jiffy))|hold on(?! (?:the|your|this|that|it|any|all|both)\b)|hang on(?! to)|hang tight"
    r"|bear with me"
    r"|stand by(?! (?:my|our|it|that|this|what|the)\b)"
    r"|give (?:me|us) (?:a|just|one|two|some)\b(?! (?:\w+ )?(?:payment|number|details?|things?"
    r"|items?|answers?|pieces|points|name|code|reason|date"
    r"|address|card|photo|picture|description|call|ring|shout))|(?:^|please |, |so )allow me to (?!explain|clarify"
    r"|summari)|while i (?:check|look|process|verify|pull|work|review|transfer|get|retrieve|find|search|do|connect"
    r"|locate|complete|make))\b"
)
_WAIT_GATE = listed(
    "moment moments second seconds minute minutes sec wait hold hang bear stand stay while allow give on sit keep",
    "remain close leave go jiffy tick ticks mo flash waiting",
)
_WILL_DO = expression(
    r"\b(?:(?:i|we) (?:will|am going to|are going to|am about to)(?: now| just| first| also| quickly| immediately"
    r"| go ahead and| then| proceed to| start by| begin by| be)* (?P<verb>put (?:in|through)|have a (?:\w+ )?(?:look"
    r"|peek|dig|check)|get (?:that|this|it|them|those) (?:\w+ed|done|sorted|started|going)|\w+)"
    r"|(?<!not )(?<!would )(?<!will )(?<!could )(?<!to )"
    r"let me (?:just |quickly |first |now |go ahead and |also )*(?P<let>have a (?:\w+ )?(?:look|peek|dig"
    r"|check)|\w+)|(?:i|we) (?:am|are)(?: now| currently| just| still| already"
    r"| also)* (?P<ing>having a (?:\w+ )?(?:look|peek|dig|check)|\w+ing)\b)"
)
_DOING = expression(
    r"^(?:(?:got it|okay|ok|sure|great|alright|right|now)[,.! ]+)*(?:checking|looking|pulling|processing|searching"
    r"|working|submitting|reviewing|fetching|retrieving|verifying)\b(?!.*(?:,|\.\.\.) ?(?:you|i|it|the|there|your"
    r"|we)\b)"
)
_NOT_DOING = listed(
    "be need know help assist happy glad have require wait summarize explain clarify confirm recap transfer",
    "connect escalate hand sure provide share list ask outline present understand recommend suggest",
    "appreciate apologize keep not do_not tell give guide walk make reiterate note able offer say rephrase",
    "transferring connecting escalating handing sorry seeing showing looking_forward going having asking",
    "encountering experiencing writing talking afraid hoping unable missing get put respond answer hear await"
    " send receive",
    "leave putting passing moving beaming patching bringing be_honest remain trust hope look_forward stick",
)
_CONDITION = expression(
    r"\b(?:if|once|when|after|as soon as|until|unless|upon|should you|before|whenever)\b|\bneed(?:s)? to\b"
)
_WHETHER = expression(
    r"\b(?:see|check|find out|verify|know) if\b|\bone after (?:another|the other)\b|\bright after (?:this|that)\b"
)


def asks_to_wait(sentence: Sentence) -> bool:
    """Whether it asks to wait."""
    if sentence.question or sentence.vocabulary.isdisjoint(_WAIT_GATE):
        return False
    return _WAIT.search(sentence.plain) is not None


def _conditional(plain: str) -> bool:
    return _CONDITION.search(_WHETHER.sub(" ", plain)) is not None


def will_do(sentence: Sentence) -> bool:
    """Whether it says that the agent will do something now, unconditionally."""
    plain = sentence.plain
    if _DOING.match(plain) and not sentence.question:
        return True
    if sentence.question or (
        "i" not in sentence.vocabulary and "we" not in sentence.vocabulary and "let" not in sentence.vocabulary
    ):
        return False
    for found in _WILL_DO.finditer(plain):
        verb = found["verb"] or found["let"] or found["ing"]
        if verb not in _NOT_DOING and not (verb == "see" and found["verb"]) and not _conditional(plain):
            return True
    return False
