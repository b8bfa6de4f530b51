"""Requests that only say what is lacking: "all that's left is the day", "the colour is still open"."""

from functools import lru_cache
from typing import NamedTuple

from simulators.understand.clauses import Sentence
from simulators.understand.words import expression, listed

_BY = (
    r"(?:(?:also|still|just|only|now|yet|so far|really|quite|simply|currently|at the moment|perhaps|unfortunately|then"
    r"|always|first) )*"
)
_THING = r"(?:all|what|thing|things|bit|part|piece|one|question|point|item|detail|details|information)"
_ASKED = (
    r"(?:(?:to|for|from|on|in|at|with|by|under) )?(?:which|what|how (?:many|much|long|big|large|old|often)|when|where"
    r"|who|whom|whose|whether)\b"
)
_WISHES = rf"(?:(?:to|for|from|on|in|at|with|by|under) )?which\b|{_ASKED}.{{0,50}}\b(?:you|your)\b"
"""Something that only the customer can know."""
_OPEN = (
    r"(?:left|missing|lacking|outstanding|open|unclear|needed|required|unanswered|blank|empty|undecided|unknown"
    r"|to be (?:decided|settled|chosen|filled in|agreed|confirmed))"
)
_LACK = (
    r"(?:missing|lacking|lack|need|after|short of|without|waiting (?:for|on)|do not (?:yet )?have|have not got|not got"
    r"|require|looking for|could use|could do with)"
)
_KNOW = r"(?:know|see|tell|gather|clear|sure|certain|make out|find|have|been told)"
_TOLD = (
    r"(?:said|say|told me|tell me|told us|tell us|mentioned|mention|specified|specify|let (?:me|us) know|decided"
    r"|indicated|indicate|picked|chosen|given|give|named|name|stated|state)"
)
_DEED = (
    r"(?:for (?:you|me|us|the \w+) )?to (?!(?:tell|give|let|know|hear|have|choose|pick|decide|say|name|specify|confirm"
    r"|provide|share|send (?:me|us)|see|learn|get|select|settle|find out|agree|ask|put|fill)\b)"
)
"""What is left to be done, which is nothing to be told."""
_NOTES = (
    r"(?:know|hear|have|ask(?: you)?(?: for)?|note down|write down|fill in"
    r"|put(?: down)?|tell (?:them|him|her|(?:the|our|my)(?: \w+){1,2}?))"
)


class Lack(NamedTuple):
    """What a sentence says to be lacking."""

    said: str
    """The words that say so and the name of the thing, in this order."""
    lead: int
    """The length of the words that say so."""
    wishes: bool
    """Whether it is something that only the customer can know, even where no slot is named."""


_WISHES_LACK = expression(
    rf"\b(?:i|we) {_BY}(?:(?:can|do|could|did|am|are) )?{_BY}not {_BY}{_KNOW}(?: yet| about| on| from \w+(?: \w+)?)* "
    rf"(?={_WISHES})"
    rf"|\b(?:you (?:have |did |do )?{_BY}not|not) {_BY}{_TOLD} (?={_ASKED})|\bbut not {_BY}(?={_WISHES})"
    rf"|\b(?:depends|depending|comes down|hinges|turns) (?:on|to) (?={_WISHES})"
    rf"|\b(?:if|once|until|unless|as soon as) (?:i|we) {_BY}(?:knew|know|hear|understand|can see) (?={_WISHES})"
    rf"|\bnot (?:yet )?(?:clear|obvious|known)(?: to (?:me|us))?(?: yet)? (?={_WISHES})"
)
_THING_LACKS = expression(
    rf"\b{_THING} (?:that |which )?(?:is |are |remains )?{_BY}{_OPEN}(?: (?!is\b|are\b)\w+){{0,5}}?(?: is| are"
    rf"|:) (?!{_DEED})"
    rf"|\b{_THING} (?:that |which )?(?:(?:i|we) )?(?:(?:am|are|have|would) )?{_BY}{_LACK}(?: (?!is\b|are\b)\w+){{0,4}}?"
    rf" (?:is|are)(?: to know)?:? (?!{_DEED})"
    r"|\b(?:one|two|three|a few|a couple of) (?:last |more |final |other |quick |small )?(?:things?|points?|questions?"
    r"|details?|bits?|gaps?)\b(?! (?:are|is) possible)(?!.*\bcan\b)[^:]{0,50}: "
    rf"|\b(?:i|we) {_BY}(?:(?:am|are) )?{_BY}(?:lack|lacking|missing|short of|waiting (?:for|on)|without|after) "
    rf"|\b(?:i|we) {_BY}(?:do|have) {_BY}not {_BY}(?:got|have|hold|been given) (?=(?:an?|the|your|any) (?!(?:expected"
    r"|estimated|exact|confirmed|firm|tracking|delivery|arrival|shipping)\b).*\b(?:from you"
    r"|yet|so far|for (?:it|this|that))\b)"
    rf"|\b(?:would|will) {_BY}(?:help(?: (?:me|us))?|be (?:good|useful|handy|helpful|great|nice)) (?:to (?:hear|know"
    r"|learn|have|see|understand)|if (?:i|we) (?:knew|had)) "
    rf"|\b(?:if|once|until|unless|as soon as) (?:i|we) {_BY}(?:knew|know) (?=(?:your|the) )"
    rf"|\b(?:i|we) {_BY}(?:must|(?:have|need|have got|would need|would have|(?:am|are) {_BY}(?:obliged|required"
    rf"|supposed"
    rf"|asked)) to|would want to|would love to) {_BY}{_NOTES} (?!that\b|to\b)"
    r"|\b(?:i|we) would (?:want|need) (?=(?:an?|your|two|three|one|some) )"
    r"|\b(?:standing by|waiting|ready|holding on|keen) (?:for|on) (?=your )"
    rf"|\bthere (?:then )?{_BY}(?:remains?|is left) {_BY}(?=(?:your|the|an?) )"
    r"|\bno (?:word|mention|trace|sign|note) (?:yet )?(?:on|of|about) "
)
_LACKED_THING = expression(
    rf"\b(?P<thing>(?:your|the|an?) [^.;:,]{{2,60}}?) (?:(?:is|are|has|have|was) {_BY}(?:not|nowhere) {_BY}(?:in|on"
    rf"|clear|set|filled in|known|given|there|chosen|decided|with me|mentioned|been (?:set|given|chosen|decided"
    rf"|mentioned|settled|filled in))\b(?=.*\b(?:yet|so far|request|form|message|chat|sure|clear|me|file)\b)"
    rf"|(?:is|are|remains?|stays?) {_BY}{_OPEN}(?= on (?:my|our)\b| for now\b| yet\b|[;.!]?$|; )"
    rf"|(?:is|are) (?:all|the (?:only |other |last |one |next )*{_THING}|what) (?:that |which )?(?:i|we) )"
    rf"|^(?P<given>(?:your|the) [^.;:]{{3,60}}?) (?:would|will) (?:also |just )?(?:do|suffice|help|be enough)\b"
)
_WHO_IT_IS = (
    r"(?P<thing>(?:your|the|an?) (?:(?!(?:and|or)\b)[\w-]+ ){0,3}?(?:e-?mail|order (?:number|id|no)"
    r"|number of (?:the|your) order|name|postcode|zip|(?:account|customer|phone) (?:number|id))\b[^.;:?]{0,60}?)"
)
_UNABLE = r"(?:\bnot\b|\bunable\b|\bimpossible\b|\bnothing\b|\bno way\b|\bhard\b|\bdifficult\b)"
_KNOWING = r"(?:knowing |having |seeing |getting |being (?:told|given) )?"
_I_HAVE = (
    r"(?:(?:i|we) (?:have|know|get|receive|see|am told|am given)(?: got)?"
    r"|you(?: have)? (?:give|given|tell|told|send|sent|share|shared|provide|provided)(?: (?:me|us))?)"
)
_WAYS_WITHOUT = tuple(
    expression(pattern)
    for pattern in (
        rf"{_UNABLE}[^.;?]*\b(?:without {_KNOWING}|(?:until|unless|before) {_I_HAVE} ){_WHO_IT_IS}"
        r"(?=\W*$|[.;]|, (?:and|so|i|we|which|what)\b)",
        rf"\bwithout {_KNOWING}{_WHO_IT_IS},? (?:i|we|it|there|nothing)\b[^.;?]*{_UNABLE}",
        rf"\b(?:until|unless|before) {_I_HAVE} {_WHO_IT_IS}, (?:i|we|it|there|nothing)\b[^.;?]*{_UNABLE}",
    )
)
"""Says what cannot be done unless it is told who somebody is, or which order is meant."""
_WITHOUT_GATE = listed("without until unless before")
_WISHES_GATE = listed("not depends depending comes hinges turns if once until unless soon")
_THING_GATE = listed(
    "left missing lacking lack outstanding open unclear needed required unanswered blank empty undecided unknown need",
    "require after short without waiting looking could would not things thing points point questions question",
    "details bits bit gaps help if once until unless soon must have obliged required supposed asked standing ready",
    "holding keen no remain remains",
)
_LACKED_GATE = listed(
    "not nowhere left missing lacking outstanding open unclear needed required unanswered blank empty undecided",
    "unknown all thing bit one part piece what do suffice help enough",
)


def lack(sentence: Sentence) -> Lack | None:
    """What it says to be lacking, if it does: then it asks for that."""
    return None if sentence.question or sentence.item else _lack(sentence.plain, sentence.vocabulary)


@lru_cache(maxsize=256)
def _lack(plain: str, said: frozenset[str]) -> Lack | None:
    if not said.isdisjoint(_WISHES_GATE) and (found := _WISHES_LACK.search(plain)):
        return Lack(plain[found.start() :], found.end() - found.start(), wishes=True)
    if not said.isdisjoint(_THING_GATE) and (found := _THING_LACKS.search(plain)):
        return Lack(plain[found.start() :], found.end() - found.start(), wishes=False)
    if not said.isdisjoint(_LACKED_GATE) and (found := _LACKED_THING.search(plain)):
        thing = found["thing"] or found["given"]
        return Lack(f"lack {thing}", len("lack "), wishes=False)
    return None


def says_without(sentence: Sentence) -> str:
    """What tells who somebody is or which order is meant, where it says that nothing can be done without that."""
    if sentence.vocabulary.isdisjoint(_WITHOUT_GATE):
        return ""
    found = next((found for way in _WAYS_WITHOUT if (found := way.search(sentence.plain))), None)
    return found["thing"] if found else ""


def of_wish(sentence: Sentence) -> bool:
    """Whether what it says to be lacking is something that only the customer can know."""
    found = lack(sentence)
    return found is not None and found.wishes
