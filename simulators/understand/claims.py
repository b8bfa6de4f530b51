"""Rules for CLAIM_DONE: a completed change, never one to come, conditional, denied, or seen in a record."""

import re

from simulators.understand import done_before
from simulators.understand.clauses import Sentence
from simulators.understand.deeds import DONE_WORDS, LOOKED
from simulators.understand.narration import is_of_record
from simulators.understand.receipts import begins_as_receipt, starts_now
from simulators.understand.words import expression, listed

_ADVERB = r"(?:(?:now|just|already|also|gone ahead and|went ahead and|both|all|since|therefore|then|\w+ly) )*"
_OBJECTLESS = expression(
    r"\b(?:identity|that your (?:identity|account|details)|a (?:verification|security|one-time) code|your details"
    r"|verification)\b"
)
_NOTHING = expression(r" (?:absolutely )?(?:nothing|none|neither|no \w+)\b")
"""What has been done then was done to nothing."""
_UNREAL = expression(
    r"\b(?:if|once|when|whenever|after|before|until|unless|as soon as|in case|whether|in order for|provided|assuming"
    r"|till|not|no|never|nothing|none|neither|without|yet to|(?:is|are) to be|would|should|could|might|may|must|will"
    r"|cannot|going to|see|sees|seen|shows?|showing|shown|indicates?|appears?|seems?|looks? like|according to|noticed?"
    r"|ensure|make sure|only|any|anything|orders that|items that|those that|what|which|who|how|had you|you)\b"
)
_REAL_AGAIN = expression(
    r"\b(?:now that|let you know|inform you|confirm(?: to you)?|tell you|happy to report|share|assure you"
    r"|advise you)\b(?: that)?"
)
_ACTIVE_START = expression(rf"\b(?:i|we)(?: have| had)? {_ADVERB}(\w+)")
_NO_CHANGES = LOOKED | {"red"}
"""What has the form of a deed and changes nothing: "I've red in small"."""
_LOOKED_AND = expression(
    r"\b(?:i|we) have (?P<looked>\w+) (?!that\b)[^,;:]{2,60}? and (?:have )?(?:now |then |also |just "
    r")?(?P<changed>\w+ed)"
    r" (?:it|them|that|this|the|your|both|all)\b"
)
_IDIOM = expression(
    r"(?:taken care of|carried out|put in place|brought forward|pushed back|taken off|knocked off|rolled back"
    r"|written off|taken down|switched over|called off"
    r"|called (?:it|that|them|this|(?:the|your) \w+(?: \w+)?) off|changed over"
    r"|set up|wired back|sent out|put through|seen to|dealt with)\b|(?:done"
    r"|did) (?:that|this|it|so)\b(?! (?:for|on|in|to) (?:other|many|some))|done\W*$"
)
_PASSIVE = expression(
    rf"(\S+ )?\b(?:has|have)(?: now| just| also| all| both| successfully| officially)* been {_ADVERB}(\w+)"
)
_PAST = expression(r"\b(?:was|were|is|are) (?:now |all |both )*successfully (\w+)|\b(?:was|were) (\w+) successfully")
_NOW = expression(
    r"\b(?:is|are) (?:now|all|officially|both)(?: now| all| successfully| officially| been)* (\w+|in effect|in place"
    r"|set up|taken care of)"
)
_STATE = listed(
    "active complete completed live done set effective closed open unlocked locked frozen confirmed",
)
_DONE = expression(
    r"^(?:(?:okay|ok|great|perfect|good news|great news|excellent|wonderful|and|alright|thank you"
    r"|thanks)[,!:. -]+)*(?:(?:it|that|everything) (?:is|has) (?:now |just |all )*gone through\b"
    r"|(?:it|that|this|everything) is (?:now )?(?:in|through)\W*$"
    r"|(?:it is |that is |this is |everything is |you are "
    r"|you are now )?(?:all )?(?:success\b(?=[!.]|$)|consider it done|(?:done|completed|finished|sorted"
    r"|taken care of)(?! (?:with|when|once))|all set(?! (?:to|then)\b))\b)"
)
_WENT = expression(
    r"\b(?<!i )(?<!we )(?:has|have) (?:now |just )?gone through\b|(?<!\bcode )(?<!\bi )(?<!\bwe )\bwent through\b"
    r"|\b(?:was|were|is|are|has been|have been) (?:successful|a success)\b|\b(?:booking|reservation|exchange|return"
    r"|refund|cancellation|change|changes|request|upgrade|order|transfer|payment|appointment|update|activation|flight"
    r"|seats?|tickets?|room|table) (?:(?:is|are) )?(?:(?:now|all|successfully|officially) )*(?:confirmed|complete"
    r"|completed|booked|finalized|taken care of|in place|all set)\b|\byou are (?:now |all |officially )*(?:on (?:the"
    r"|our)|booked|confirmed|enrolled|rebooked|registered|all set(?! then)|signed up)\b|\bstatus changed to\b|\b(?:is"
    r"|are) (?:cancell?ed|booked|updated|changed|rebooked|refunded|blocked|frozen) now\b|^(?:okay|ok|done|great"
    r"|perfect|alright|all right|thank you|thanks)[,.!]+ (?:your|the|both|all) [^,;:]{2,50} (?:is|are) (?:cancell?ed"
    r"|updated|changed|refunded|processed|submitted|rebooked|added|removed|blocked|frozen|unlocked|turned o\w+)\b"
    r"|\b(?:is|are) (?:active|live|enabled|unlocked|unblocked|up and running) again\b|\b(?:is|been) taken care of\b"
    r"|\byour (?:[\w'-]+ ){1,5}(?:is|are) now (?!\w+ing\b|shipped|delivered|pending|ready|due|overdue|eligible"
    r"|available|out\b|on its|in transit|a\b|past|too|not)|\b(?:is|are) \w+ (?:as of now|effective immediately"
    r"|with immediate effect)\b"
)
_HEADLINE = expression(
    r"^(?:your )?(?:(?:successfully|just) (\w+)|(?:[a-z#][\w#-]* ){1,4}(?:successfully )?(\w+)(?: successfully)?(?:$"
    r"|[.!]$|[:.!-] ))"
)
_HEADLINE_WORDS = listed(
    "cancelled canceled confirmed processed updated submitted completed successful initiated issued booked",
    "applied refunded created rescheduled",
)
_UNDONE = expression(r"\b(?:can|could|will|would|to|get|have)\b")
_GATE = (
    DONE_WORDS
    | _STATE
    | listed(
        "carried seen dealt active again successful success successfully done did finished now sorted through taken",
        "place booked set registered arranged settled in underway way heading going headed addressed",
    )
)
_PRONOUN = expression(r"(?:i|we|you|he|she|they|it|this|that|there|to|please|let)\b")
_ALONE = expression(rf"^(?:successfully |now )?(?:{'|'.join(sorted(_HEADLINE_WORDS))})(?: successfully)?[.!;]*$")
_RECORD = expression(
    r"\balready\b|\b(?:status|items?|date|tickets?|previously|orders?) \S*$|:|\b(?:was|were|not|be|is|are|if|once"
    r"|status)\b"
)
_SEGMENT = expression(
    r", (?!and \w+ed\b)|; | [\u2013\u2014] | - |\bbut\b|\bso\b|\band (?=(?:i|we|you|it|the|your|they|this|that"
    r"|there)\b)|\bbecause\b"
)
_HELD = listed("suspended blocked locked frozen disabled deactivated")
_SINCE = expression(r"\b(?:since|because|due to|as a result)\b")
"""With these, being suspended is what a record says, not what the agent has done."""
_STAYS = expression(r"\b(?:stays?|remains?) (?:just |exactly )?as (?:ordered|placed|booked|planned)\b")
"""Says that nothing is done to something."""
_POSSIBLE = expression(
    r"(?:\w+, )?(?:(?:that|this|it|they)|(?:the|your|an?) [^,;:]{2,40}?) (?:can|could|may|might) (?:\w+ )?be"
    r" (?:done|arranged|made|sorted|\w+ed)\b[^,;:]*$"
)
"""Says of something, in a whole sentence, that it can be done."""
_PERSON = expression(
    r"\b(?:agent|representative|specialist|supervisor)s?\b.{0,40}\bassigned\b|\btransferred (?:you|your (?:call|chat"
    r"|case|request)|this|the (?:chat|conversation|case))\b|\b(?:moved|put|passed|switched|handed) (?:you|this"
    r"|your \w+)(?: \w+)? (?:over |through |across |on )?to (?:an?|our|the|my) (?:\w+ )?(?:\w+ )?(?:team|desk"
    r"|department|agent|colleague|specialist|manager|supervisor)|\btransferred to (?:an?|our|the) (?:\w+ )?(?:human"
    r"|live|agent|representative|specialist|supervisor|team|department|person)"
    r"|\b(?:notified|informed|alerted|paged|asked|told|let) (?:an?|the|our|my|one of our|someone (?:at|from|in)(?: the"
    r"| our)?) (?:\w+ ){0,2}(?:staff|team|desk|department|agent|colleagues?|specialist|manager|supervisor|reception"
    r"|representative)\b|\brequest(?:ed)? (?:to|for) (?:connect|transfer|a (?:transfer|call ?back)|hand) "
)
_BY_OTHERS = expression(
    r"(?: [\w-]+){0,3} (?:by (?:another|a different)|(?:by|for) (?:some(?:one|body)|any(?:one|body)|no(?:body| one)"
    r"|others\b|your (?:friend|neighbou?r|brother|sister|colleague|partner)))"
)
"""Who else has done it, or has had it done."""
_RELATIVE = expression(
    r"\b(?:the|an?|any|every|each|no|some|one|other|such|whatever|your|our) (?:(?!that\b|which\b)[\w-]+ ){0,3}"
    r"(?:(?:that|which|who) (?:(?:has|have) (?:already |ever |just |now |also )*been|was|were|(?:i|we|you)(?: have)?)"
    r"|(?:i|we|you) have) \w+"
)
"""A thing known by what was done to it: "an exception that has been made"."""
_HAS = expression(
    r"\b(?:i|we)(?: now| already| also| do)* have(?: now| already| also)* (?:the|your|that|this|these|those|it|them"
    r"|an?|both|all)\b"
)
"""Says what the agent has got, or has been told."""
_STANDS = expression(r" and (?:(?:it|that) )?(?:is|are) (?:already|still|currently|waiting|with|in|at|on its way)\b")
"""What goes on like this tells where a thing is, by its record."""


_ABLE = expression(
    r"\b(?:i|we) (?:(?:was|were|have been) able to|(?:have )?managed to) (?:successfully |also )?(?:get you|get (?:the"
    r"|your) \w+ (?:back|off|down|moved|changed|waived)|waive|cancel|refund|update|change|modify|book|rebook|process"
    r"|submit|issue|create|apply|add|remove|schedule|reschedule|reset|activate|block|unblock|freeze|unlock|replace"
    r"|upgrade|credit|reverse|secure|arrange|move|switch|correct|extend|restore|reinstate)\b"
)


def claims_done(sentence: Sentence, actions: frozenset[str]) -> bool:
    """Whether a sentence says that something has been done; `actions` are further past forms, from the lexicon."""
    said = sentence.vocabulary
    if (
        said.isdisjoint(_GATE)
        and said.isdisjoint(actions)
        and not (("have" in said or "able" in said) and ("i" in said or "we" in said))
    ):
        return False
    if starts_now(sentence):
        return True
    if stays(sentence):
        return False
    segments = _SEGMENT.split(sentence.plain)
    if sentence.question:
        segments = segments[:-1]
    if done_before.is_reason(sentence):
        segments = [segment for segment in segments if not done_before.tells(segment)]
    return any(_claims(segment.strip(), actions, sentence) for segment in segments)


def stays(sentence: Sentence) -> bool:
    """Whether it says that nothing is done to something: "the order stays as placed"."""
    return _STAYS.search(sentence.plain) is not None


def is_possible(sentence: Sentence) -> bool:
    """Whether it says no more than that something can be done."""
    return _POSSIBLE.match(sentence.plain) is not None


def may_claim(sentence: Sentence) -> bool:
    """Whether what it says of a change is no wish, condition, denial, report of a record, or look-up."""
    plain = sentence.plain
    if is_of_record(sentence) or done_before.is_reason(sentence) or stays(sentence) or is_possible(sentence):
        return False
    if sentence.question or _UNREAL.search(plain, _reported(plain)) or _STANDS.search(plain) or _PERSON.search(plain):
        return False
    if _HAS.search(plain) and DONE_WORDS.isdisjoint(sentence.vocabulary):
        return False
    told = _RELATIVE.sub(" ", plain)
    if told != plain and DONE_WORDS.isdisjoint(told.replace(".", " ").split()):
        return False
    return all(found[1] not in LOOKED for found in _ACTIVE_START.finditer(plain))


def _claims(segment: str, actions: frozenset[str], sentence: Sentence) -> bool:
    if not segment or _PERSON.search(segment):
        return False
    if _active(segment, actions) or _looked_and_changed(segment):
        return True
    return not is_of_record(sentence) and (
        _passive(segment, actions)
        or _settled(segment, actions)
        or (not sentence.introduces and _headline(segment, sentence))
    )


def _real(segment: str, start: int) -> bool:
    """Whether nothing before `start` makes what follows a wish, a condition, a denial or a report of a record."""
    before = segment[:start]
    return not _UNREAL.search(before, _reported(before))


def _reported(segment: str) -> int:
    """Where that begins which the speaker only reports: after "I am happy to let you know that"."""
    return max((found.end() for found in _REAL_AGAIN.finditer(segment)), default=0)


def _active(segment: str, actions: frozenset[str]) -> bool:
    for found in _ACTIVE_START.finditer(segment):
        word = found[1]
        if not _changes(word, actions, perfect=" have " in found.group()) and not _IDIOM.match(segment, found.start(1)):
            continue
        if word in {"made", "set", "put", "turned"} and segment[found.end() :].startswith((" sure", " a note of")):
            continue
        if _NOTHING.match(segment, found.end()):
            continue
        if _OBJECTLESS.search(segment, found.end()) or (word == "confirmed" and " have " in found.group()):
            continue
        if _relative(segment, found) or not _real(segment, found.start()):
            continue
        return True
    return False


def _looked_and_changed(segment: str) -> bool:
    """Whether a look-up comes before the change: "i have found your booking and cancelled it"."""
    found = _LOOKED_AND.search(segment)
    return (
        found is not None
        and found["looked"] in LOOKED
        and found["changed"] in DONE_WORDS - LOOKED
        and _real(segment, found.start())
        and not _UNREAL.search(segment, found.start(), found.start("changed"))
    )


def _changes(word: str, actions: frozenset[str], *, perfect: bool) -> bool:
    """Whether a past form is of a verb of change; in the perfect, of any verb but those of looking and telling."""
    return word in DONE_WORDS or word in actions or (perfect and word.endswith("ed") and word not in _NO_CHANGES)


def _relative(segment: str, found: re.Match[str]) -> bool:
    """Whether it is a by-clause, as in "the code we sent"."""
    before = segment[: found.start()].split()
    if not before or found.group().split()[1] in {"have", "had", "just", "also", "now", "successfully", "went"}:
        return False
    return before[-1] not in {"and", "so", "then", "that", "now", "also", "requested", "instructed", "asked"}


def _passive(segment: str, actions: frozenset[str]) -> bool:
    if " been " not in segment:
        return False
    for found in _PASSIVE.finditer(segment):
        subject, word = (found[1] or "").strip(), found[2]
        if word not in DONE_WORDS and word not in actions and not _IDIOM.match(segment, found.start(2)):
            continue
        on_hold = word in {"placed", "put"} and segment[found.end() :].startswith(" on")
        relative = on_hold or (subject in {"that", "which", "who"} and found.start() > 0)
        since = word in _HELD and _SINCE.search(segment, found.end())
        stands = _STANDS.match(segment, found.end()) or _BY_OTHERS.match(segment, found.end())
        if (
            relative
            or since
            or stands
            or "already" in found.group()
            or _OBJECTLESS.search(segment[: found.start() + 30])
        ):
            continue
        if _real(segment, found.start() + len(found[1] or "")):
            return True
    return False


def _settled(segment: str, actions: frozenset[str]) -> bool:
    found = _ABLE.search(segment)
    if begins_as_receipt(segment) or (found and _real(segment, found.start())):
        return True
    found = _PAST.search(segment)
    if found and _real(segment, found.start()) and ((found[1] or found[2]) in DONE_WORDS | actions):
        return True
    found = _NOW.search(segment)
    if found and _real(segment, found.start()) and (found[1] in DONE_WORDS | actions | _STATE or " " in found[1]):
        return True
    rest = segment[_reported(segment) :].lstrip()
    if _UNDONE.search(rest):
        return False
    found = _WENT.search(segment)
    if found and _real(segment, found.start()):
        return True
    return bool(_DONE.match(rest))


def _headline(segment: str, sentence: Sentence) -> bool:
    if sentence.item and ":" in sentence.plain:
        return False
    if _ALONE.match(segment):
        return True
    found = _HEADLINE.match(segment)
    if found is None or (found[1] or found[2]) not in _HEADLINE_WORDS:
        return False
    start = found.start(1 if found[1] else 2)
    return not _RECORD.search(segment[:start]) and not _PRONOUN.match(segment) and _real(segment, start)
