"""The questions that one sentence puts together: "what was in it, and about how much was it worth?"."""

from simulators.understand.words import expression

_WH = r"(?:what|which|how|when|where|why|who|whom|whose|whether)"
_ON_DEVICE = (
    r"(?! when (?:you|it) (?:press|try|tried|open|click|tap|turn|switch|plug|dial|call|log|start|restart|pick|lift|use"
    r"|do|happen|happens|rings?)\b)"
)
"""Not before what only says when something is seen: "what does it say, when you press it"."""
_AND = r"(?:and|or|plus|but|also|along with|together with|as well as)"
_SPLIT = expression(
    rf"(?:[,;:]{_ON_DEVICE}|(?<=\w)(?<! i)(?<! we)(?= {_AND}\b))(?: (?:{_AND}|then|finally|secondly|lastly|maybe"
    rf"|please|kindly|perhaps"
    r"|if possible,?|approximately|roughly|about|exactly)\b)* (?=(?:(?:to|for|from|on|in|at|with"
    rf"|by|under|until|of) )?{_WH}\b|(?:is|are|was|were|does|did|has|have) (?:it|they|any|the|you|your)\b"
    r"|(?:should|shall) (?:it|the|your)\b|do you (?:\w+ )?(?:know|have (?:a|any) (?:wish|preference))\b"
    r"|(?:describe"
    rf"|explain|tell (?:me|us)|let (?:me|us) know|say (?={_WH}\b)|could you"
    r"|can you|would you|may i|give me|send me|share|confirm)\b"
    r"|(?:an?|any) (?:short |brief |quick |rough )?(?:description|explanation|summary|word|line|note|idea)\b)"
)
_OPEN = expression(
    r"(?:.*\b(?:tell|let|know|me|us|say|exactly|describe|explain)\b.* )?(?:(?:to|for|from|on|in|at|with|by|of) )?"
    r"(?:what|how|whether)\b(?! (?:about|for|else)\b\W*$)|.*\b(?:describe|explain)\b.*\w"
)
_WHICH = expression(
    r"\bwhich (?:ones?\b|of (?:the |these |those |them\b)|option|(?:would )?you (?:would )?(?:like|prefer|want|rather)"
    r"|(?:do|would) you (?:prefer|like|want))"
)

_THINGS = expression(
    r"\b(?:which|what) (?:of the |of your )?(?:items?|products?|articles?|things|pieces)\b|\bthe items? you\b"
    r"|\bwhat (?:exactly )?(?:you|would you|do you|are you|should|shall) .*\b(?:return|send|sending|exchang|swap)\w*"
)


def parts(asked: str) -> list[str]:
    """Its questions, each by itself."""
    found, start = [], 0
    for split in _SPLIT.finditer(asked):
        found.append(asked[start : split.start()])
        start = split.end()
    found.append(asked[start:])
    return [part.strip() for part in found if part.strip()]


_WORD = expression(
    r"(?:\W*(?:and|or|please|(?:tell|let|give|ask|know|me|us|exactly|roughly|about|approximately)\b))*\W*"
    r"(?P<word>(?:(?:by|from|since|until|as of|to) )?(?:when|where|who|whom)|how (?:much|many|old)|what for)\b"
)
_KEYS: dict[str, tuple[str, ...]] = {
    "when": ("date",), "where": ("address",), "to where": ("destination",), "from where": ("origin",),
    "to whom": ("recipient",), "to who": ("recipient",), "who": ("full_name",), "how much": ("amount",),
    "how many": ("quantity",), "how old": ("date_of_birth",), "what for": ("reason",),
}  # fmt: skip


def keys_by_word(part: str) -> tuple[str, ...]:
    """What a question word asks for by itself: when, where, who, how much."""
    found = _WORD.match(part)
    if found is None:
        return ()
    word = found["word"]
    return _KEYS.get(word) or _KEYS.get(word.rpartition(" ")[2], ())


_FOR_WHAT = expression(r"(?:and |but |so )?for (?:what|which(?: ones?)?)\W*$")
_SWAPS = expression(
    r"\b(?:swap|exchang|replac|switch|trad)(?:e|ed|es|ing|ped|ping|ing)?\b|\b(?:replacement|in return)\b"
)


def asks_for_another(part: str, whole: str) -> bool:
    """Whether "for what" asks what one wants instead: where what it goes on with speaks of an exchange."""
    return _FOR_WHAT.match(part) is not None and _SWAPS.search(whole) is not None


def asks_to_describe(part: str) -> bool:
    """Whether a question is an open one: what, how, whether."""
    return _OPEN.match(part) is not None


def asks_which(part: str) -> bool:
    """Whether a question asks to choose without naming what."""
    return _WHICH.search(part) is not None


def naming_things(asked: str) -> list[int]:
    """Which of its questions name the things to choose from, as "which items" does and "which one" does not."""
    return [place for place, part in enumerate(parts(asked)) if _THINGS.search(part)]
