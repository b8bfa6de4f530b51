"""Enumerations of things wanted, in which each part names something by itself: "order, item, and why it goes back"."""

from collections.abc import Callable

from simulators.understand.noun_phrases import AUXILIARIES
from simulators.understand.words import expression, listed

Reads = Callable[[str], tuple[str, ...]]
"""What gives the keys of the slots that a part names."""

_JOINT = expression(r"[,;]? (?:and|plus|as well as|along with|together with)(?: (?:also|finally|then|lastly))* |[,;] ")
_OPENS = expression(
    r"(?:(?:and|also|then|next|now|just|so|first|finally|lastly|plus|please|still|the|your|my)\b[, ]*)*"
)
_ASKS = AUXILIARIES | listed("which what how where when who why whether i we you it let")
"""Words that stand in no name of a thing."""
_AMONG = listed("or to for on in at by from with if")
"""Words that begin no name of a thing."""
_BRACKETS = expression(r" ?\([^()]*\)")
_ALTERNATIVES = expression(r": [^:]* or [^:]*$")
_EITHER = expression(r"[\w-]+ or [\w-]+$")
_TURNED = expression(r"(?P<thing>(?:[a-z-]+ ){1,3}?)(?P<asks>where|how|why|when|(?:on)?to|on)\W*$")

_GREETING = (
    r"(?:(?:hi|hello|hey|hiya|good (?:morning|day|afternoon|evening)|sure|thanks|thank you)(?: there)?"
    r"(?: (?!(?:your|the|e-?mail|order|item|for)\b)(?:(?:mrs?|ms|mx|dr|prof) )*[a-z]+)?, )?"
)
_NAMES_BEFORE = expression(
    rf"(?:[^?]*: |[^:?,]*[!.] )?{_GREETING}"
    r"(?:(?:and|also|then|next|now|just|so|first|finally|lastly|quickly|oh|ok|okay|the|your|my"
    r"|please|still|need|i need)\b[, ]*)*"
    r"(?!(?:for|on|in|with|about|at|as|to|of|from|by)\b)(?P<names>(?:(?!\b(?:i|we|you|it|is|are|was|were|do|does|did|can|could|would|will"
    r"|may|might|shall|should|has|have|which|what|how|where|when|who|whether|if|or|me|us)\b)(?:[^:?.!;]|(?<=\bno)\.)){3,90}?)"
    r"(?:,|,? (?:and|plus|along with|together with|as well as))(?: also| finally| then| please| tell me| let me know)*"
    r" (?=(?:(?:to|for|from|on|in|with) )?(?:which|what|how|where|when|who|why|whether)\b)"
)
_THAT_IS = expression(r" (?:that|which) (?:is|are|was|were|will|should|must|has|have|you) [^,:;?]*(?=,)")
"""Says of something in a list which one it is."""
_LISTED_BEFORE = expression(
    r"(?: (?:me|us|for|the|your|you|with)\b)*(?: (?:the|your))? (?P<names>(?:(?!\b(?:i|we|it|is|are|was|were|do|does"
    r"|did)\b)"
    r"[^:?.!;])+),? (?:and|as well as) (?:whether|if|the [a-z]+ or)\b"
)
"""What a request lists before the alternatives that it ends in."""
_COMMA = expression(r",? (?:and|plus|as well as|along with|together with) (?:the |your )?|, (?:the |your )?")


def of_parts(text: str, read: Reads) -> tuple[str, ...]:
    """Keys of what each part of an enumeration asks for that begins with a thing's name; none where one names none."""
    head, _, listed_things = text.rpartition(": ")
    parts = parts_of(listed_things)
    if len(parts) < 2 or not _ASKS.isdisjoint((*head.split(), *parts[0].split())) or _EITHER.match(parts[-1]):
        return ()
    keys = [() if part.split()[0] in _AMONG else read(part) for part in parts]
    return tuple(key for named in keys for key in named) if all(keys) else ()


def before_last(text: str, read: Reads) -> tuple[str, ...]:
    """Keys of the things that an enumeration names before its last part, which puts up alternatives."""
    bare = _ALTERNATIVES.sub("", _BRACKETS.sub("", text))
    named = parts_of(bare.rpartition(": ")[2])
    if not named or (bare == text and _ASKS.isdisjoint(named[-1].split())):
        return ()
    parts = named[:-1]
    keys = [read(part) for part in parts if _ASKS.isdisjoint(part.split()[:1])]
    return tuple(key for of_part in keys for key in of_part) if len(keys) == len(parts) and all(keys) else ()


def before_question(plain: str, cue: int | None, read: Reads) -> tuple[str, ...]:
    """Keys of the things that are named before a question, or from the end of the words that ask to alternatives."""
    before = _NAMES_BEFORE.match(_THAT_IS.sub("", plain)) or (None if cue is None else _LISTED_BEFORE.match(plain, cue))
    if before is None:
        return ()
    keys = [read(name) for name in _COMMA.split(before["names"].removesuffix(" please"))]
    return tuple(key for named in keys for key in named) if all(keys) else ()


def turned(part: str) -> str:
    """A question with its question word in front: "refund where" and "refund to" as "where refund"."""
    found = _TURNED.match(part)
    if found is None or not _ASKS.isdisjoint(found["thing"].split()):
        return part
    asks = "where" if found["asks"] in _AMONG or found["asks"] == "onto" else found["asks"]
    return f"{asks} {found['thing'].strip()}"


def parts_of(text: str) -> list[str]:
    """The parts of an enumeration, without the words that only open one."""
    bare = (_OPENS.sub("", part, count=1).strip(" .?!") for part in _JOINT.split(f"{text} "))
    return [part for part in bare if part]
