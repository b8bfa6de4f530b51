"""The part of a sentence that says what is asked for: behind the words that ask, before its purpose."""

from simulators.understand.clauses import Sentence
from simulators.understand.requests import ALSO, AT_HAND, CUE, NEEDED, WH
from simulators.understand.words import expression

CUT = expression(
    r"\b(?:so (?:that )?(?:i|we|you)\b|in order (?:to|for)"
    r"|(?<!want )(?<!like )(?<!need )(?<!wish )(?<!able )(?<!going )(?<!prefer )(?<!trying )(?<!try )(?<!have"
    r" )(?<!happy )to (?:help|verify|locate|look|find|proceed|process|retrieve|validate|finali[sz]e|identify"
    r"|determine|investigate|complete|continue|get|ensure|begin|start|assist|check|cancel|make|move|authenticate|pull"
    r"|access|resolve|review|confirm (?:that )?(?:your identity|it))\b|you can (?:find|usually)|it (?:should"
    r"|is usually|can be)|this (?:will|helps)|and (?:then )?i will|then i|i will|we will|(?:and|then|,) ?(?:i|we) can"
    r"|before (?:i|we)|as (?:i|we)|because)\b"
)
_EITHER = expression(
    r"\b(?:would you like|do you want|do you need|will you|can you|could you|are you) .*(?: or |\band (?=what|how"
    r"|which))"
)
_ASIDE = expression(
    r",? (?:so (?:that )?(?:i|we)\b|for (?:security|verification|identification)\b|(?:in order )?to (?:help|verify"
    r"|locate|look|find|proceed|process|retrieve|validate|identify|check|pull|access|confirm)\b)[^,:;?]{0,70},"
    r"(?= (?:and |also |please )*(?:your|the (?:order|e-?mail|name|postcode|number|full|reason|item))\b)"
)
"""What one thing is asked for, said between it and the one before."""
_LEAD = expression(r"\W*(?:me |us )?(?:with |of |about |for )?")
_CLAUSE_WH = expression(
    r"(?:^|[,:;\u2013\u2014-] |^(?:hey|hi|hello)(?: there| again)? "
    r"|\b(?:and|but|so|first|also|then|for|to|from|on|with|in|at|by|under|until|since"
    r"|of) )(?:which|what"
    r"|how|where(?:abouts)?|who|whom"
    r"|whose|why|when (?:and|did|do|does|is|was|will|would|are|should|have))\b"
)
_WHENEVER = expression(r"(?:when|once|if|as soon as) you [^,]{3,40}, ")
_IF_GIVEN = expression(
    r"(?P<asking>if you (?:give|send|tell) (?:me|us) (?:your|the)\b[^,]*), (?:i|we) (?:can|will|could|may)\b"
)
YOURS = "your "
_PLEASE = expression(r"(?:.*[:\u2013\u2014] )?(?P<thing>(?:the |your |an? )?[^:,.]{3,}.*),? please\W*$")
ARTICLES = ("the ", "your ", "a ", "an ")


def region_of(sentence: Sentence, *, beside: bool) -> tuple[str, int]:
    """The part that says what is asked for, and the length of the asking words before it."""
    bare = None if beside or sentence.question else _PLEASE.match(sentence.plain)
    if bare and CUE.search(bare["thing"]) is None and WH.search(bare["thing"]) is None:
        thing = bare["thing"]
        return (thing, 0) if thing.startswith(ARTICLES) else (f"{YOURS}{thing}", len(YOURS))
    if not sentence.question and (at_hand := AT_HAND.match(sentence.plain)):
        thing = at_hand["thing"] or ""
        return f"{thing}, and {at_hand['rest']}", thing.find(" ") + 1
    if needed := None if beside else NEEDED.search(sentence.plain):
        return f"{YOURS}{needed['thing']}{needed['rest']}", len(YOURS)
    plain = sentence.plain
    if not beside and (given := _IF_GIVEN.match(plain)):
        plain = given["asking"]
    elif not sentence.question and (opening := _WHENEVER.match(plain)):
        plain = plain[opening.end() :]
    cue = (ALSO if beside else CUE).search(plain)
    asking = None if beside else _CLAUSE_WH.search(plain)
    if cue is None and asking is None:
        asking = WH.search(plain)
    behind = cue is not None and (sentence.question or not plain[cue.end() :].strip(" .!"))
    if asking is not None and (cue is None or (behind and asking.start() < cue.start())):
        start, length = asking.start(), 0
    elif cue is not None:
        start, length = cue.start(), cue.end() - cue.start()
    else:
        start, length = 0, 0
    if sentence.question and (either := _EITHER.search(plain, 0, start + 9)):
        start, length = either.start(), length + start - either.start()
    region = plain[start:]
    if region.count(",") > 1:
        region = region[:length] + _ASIDE.sub("", region[length:])
    cut = CUT.search(region, length)
    lead = _LEAD.match(region, length) if length else None
    if cut:
        _, colon, listed = region[cut.start() :].partition(": ")
        region = region[: cut.start()] + colon + listed
    return region, (lead.end() if lead else 0)
