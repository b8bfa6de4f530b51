"""A message as plain clauses: Markdown, quotes and emoji taken away, split into sentences and list items."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from simulators.understand.slips import SLIPS
from simulators.understand.words import folded, without_markup

_FENCE = re.compile(r"^[ \t]*```\w*[ \t]*$|```", re.MULTILINE)
_LINK = re.compile(r"\[([^\]\n]{1,200})\]\([^)\s]*\)")
_HTML = re.compile(r"</?[a-z][a-z0-9]{0,9}\s?/?>", re.IGNORECASE)
_PICTURES = re.compile("[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]+")
_ENDING = re.compile(
    "(?<=[^\\W\\d_]) ?[\u2300-\u2793\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]+\\s+"
    r"(?=[A-Z]|(?:you|your|the|it|we|i|is|do|need|anything)\b)"
)
"""Pictures, other than arrows, in the place of a full stop."""
_TO_FILL = re.compile(r"[ \t:]*(?:[\u2192\u279c\u2794]|=>|->)[ \t]*$", re.MULTILINE)
"""Ends a line to be filled in."""
_PICTURED = re.compile(rf"^[ \t]*{_PICTURES.pattern}[ \t]*(?=[^\W\d])", re.MULTILINE)
_ITEM = re.compile(
    r"\s*(?:[-*+\u2022\u2013\u2014\u00b7]\s+|\(?\d{1,2}[.)]\s+|\d{1,2}\s*\u20e3\s*|\(?[a-h]\)\s+|#{1,6}\s+|>\s*)+"
)
_KEY_VALUE = re.compile(r"[^:.?!]{2,40}: \S")
_FIELD = re.compile(
    r"(?!(?:[Ww]ould|[Dd]o|[Ss]hall|[Ss]hould) (?:you|I|we)\b)(?:[^:.?!,()]"
    r"|(?<=\bno)\.){2,30}(?:\([^()]{1,60}\))?:[\s_]*"
)
_ASIDE = re.compile(
    r"\s[\u2014\u2013]\s(?:if|just|only|ideally|optionally)\b[^\u2014\u2013.?!]{2,40}\s[\u2014\u2013](?=\s)",
    re.IGNORECASE,
)
"""Between dashes, a word aside in the middle of a list."""
_RULE = re.compile(r"[\s|:=_*-]*")
_END = re.compile(
    r"[.!?\u2026;,\s](?:(?<=[.!?\u2026])[.!?\u2026]*[\"'\u201d\u2019)\]]*\s+(?=\S)|(?<=;)\s+"
    r"|(?<=\bplease,)\s+(?=and (?:which|what|where|how|when|who)\b)|(?<=,)\s+(?=(?:shall i"
    r"|should i|would you like me to|do you want me to|want me to)\b)|(?<=\s)\s*[\u2014\u2013]\s+(?=(?:and |plus "
    r"|also )?(?:would|shall"
    r"|should|do|does|is|are|may|can|could|please|what|which|has|have|did|was|were|how|when|where|who|why|any"
    r"|will|and (?:are (?:those|these|they)|is (?:that|this|it)))\b))",
    re.IGNORECASE,
)
"""Begins with a fixed set of signs, so that the search skips what cannot match."""
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|mrs?|ms|mx|dr|prof|messrs|st|(?<!\ba )(?<!still )(?<!stays )(?<!remains )(?<!answer is )no|nos"
    r"|nr|num|addr|acct|tel|vs|approx|inc|ltd|etc|dept|ext|apt|ave|a\.m|p\.m|u\.s|jan|feb|mar"
    r"|apr|jun|jul|aug|sep|sept|oct|nov|dec|(?<!['\u2019])[a-z]))\.\Z",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b(mrs?|ms|mx|dr|prof|messrs)\.(?= ?\w)")
"""Whose full stop would end what a rule looks at: "hi mr. ingram, your e-mail and which card, please"."""
_SAID_NO = re.compile(
    r"(?:(?<=\bis )|(?<=[,;] so )|(?<=\bbut )|(?<=\bstill, )|(?<=\bbe )|(?<=\bsorry, )|(?<=[.!] )|(?<=\A))"
    r"no\.(?=\s+(?![#(]|\w*\d|of\b)\S)",
    re.IGNORECASE,
)
"""A no at the end of a sentence, where "no." might be short for "number"."""
_NUMBERED = re.compile(r"(?:(?<=^)|(?<=[\s:]))(?P<number>[1-9])\.\s+(?=[^\W\d])")
_BRACKETED = re.compile(r"(?:(?<=^)|(?<=[\s:]))\(?(?P<number>[1-9a-h])\)\s*(?=[^\W\d_])")
"""Stand before an item of a list that is written in one line."""
_FIRST = frozenset(count[:many] for count in ("123456789", "abcdefgh") for many in range(2, len(count) + 1))
"""The numbers of as many items."""
_ENDS = re.compile(r"[.!?\u2026](?=\W*$)")
_JOINS = re.compile(r"[,;]?(?:\s+(?:and|plus|&))?[,;]?$", re.IGNORECASE)
_JSON = re.compile(r"\s*[{\[].*[}\]],?\s*|\s*\"\w+\"\s*:.*|\s*[\]}]+,?\s*")
_CONTRACTIONS = (
    (re.compile(r"\bcan't\b|\bcannot\b"), "can not"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"\bshan't\b"), "shall not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'m\b"), " am"),
    (re.compile(r"'d (?=(?:already |just )?(?:been|had)\b)"), " had "),
    (re.compile(r"'d\b"), " would"),
    (re.compile(r"'s (?=(?:now |already |just |successfully |not |also )*been\b)"), " has "),
    (re.compile(r"\b(it|that|what|here|there|who|where|how|when|this|everything|he|she|name)'s\b"), r"\1 is"),
    (re.compile(r"\blet's\b"), "let us"),
)
_ASKING = re.compile(
    r"(?:and |so |okay,? |ok,? |now,? |then )?(?:(?:what|which(?: \w+)?|who|where|when|why|how(?: many"
    r"| much)?(?: \w+)?) (?:is|are|was|were|do|does|did|would|should|might|may|can|could|will) (?:you|your|the|it"
    r"|that|i|we|this|they)\b|(?:can|could|may) i (?:have|get|ask|help)\b)"
)
"""A question that goes without its mark."""
_CHATTY = re.compile(
    r"(?:and |so |ok |okay |now |then )?(?:which|what|whats|how (?:many|much|long|old|is|did|does)|when|where|who"
    r"|whose|why"
    r"|any|did|does|do|is|are|was|were|has|have|can|could)\b (?:\S+ )*[^\s.!:;,]+$"
)
"""A question as people type it who use neither capitals nor marks."""
_LISTING = re.compile(
    r"\b(?:following|below|(?:one|any|either|both|all|two|some) of these|these (?:details|things|questions)"
    r"|(?:two|three|four|five|a few|a couple of|some) (?:\w+ )?(?:things|details|questions|points"
    r"|particulars)(?: from you)?"
    r"(?:,? please)?(?: with me)?(?=\W*$))\b"
)
_LISTING_GATE = frozenset(("following", "below", "these", "things", "details", "questions", "points", "particulars"))
_PLUS = re.compile(r"(?<=[a-z)]) \+ (?=[a-z(])")
"""Joins what is asked for: "e-mail + order number"."""
_SIGN = re.compile(r"(?<=[a-z]) (?:#|nr\.?)(?=[\s,?.!)]|$)")
"""Stands for the number itself: "order #", "order nr."."""
_CASUAL = re.compile(
    r"\b(?:gonna|wanna|gotta|pls|plz|thx|dont|cant|wont|didnt|isnt|doesnt|couldnt|youre|ive|thats|whats|u"
    r"|ur)\b(?!['.@-])"
)
_WRITTEN = {
    "gonna": "going to", "wanna": "want to", "gotta": "have to", "pls": "please", "plz": "please", "thx": "thanks",
    "dont": "do not", "cant": "can not", "wont": "will not", "didnt": "did not", "isnt": "is not", "doesnt": "does not",
    "couldnt": "could not", "youre": "you are", "ive": "i have", "thats": "that is", "whats": "what is", "u": "you",
    "ur": "your",
}  # fmt: skip
"""Chat spellings, and contractions without their sign."""
_LEFT_OPEN = re.compile(
    r"\b(?:(?:tell|give|send) (?:me|us)|let (?:me|us) (?:know|have)|(?:(?:could|can|would|will) you|please|kindly)"
    r"(?: \w+)? (?:provide|share|send|confirm|state)|(?:may|can|could) (?:i|we) (?:have|get|ask for)"
    r"|(?:i|we) (?:\w+ )?need)$"
)
"""Ends a line that asks for what stands in the lines after it, and goes without its colon."""
_PURPOSE = re.compile(r"(?:so (?:that )?|in order that )(?:i|we) (?:can|could|may|will be able)\b[^,;:]*$")
"""Begins what only says what a list was asked for, whatever mark ends it."""
_WORD = re.compile(r"[\w#$%/-]+(?:'[\w#$%/-]*(?<!'))*")


@dataclass(frozen=True)
class Sentence:
    """One sentence or list item, with what rules look at."""

    text: str
    """As written, without markup."""
    plain: str = field(repr=False)
    """Lower case, contractions written out, single spaces; punctuation kept."""
    vocabulary: frozenset[str] = field(repr=False)
    """Its words, for a quick look before an expensive rule."""
    item: bool = False
    """Whether it stands in a list or table."""
    header: int | None = None
    """The sentence that introduces its list."""
    question: bool = False
    introduces: bool = False
    """Whether it ends in a colon, or speaks of what follows."""


@lru_cache(maxsize=256)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences and list items of a message, in order; JSON is left out.

    The last few texts are kept: who reads one is followed by others that look at it again.
    """
    found: list[Sentence] = []
    header: int | None = None
    for line in _lines(text):
        marker = _ITEM.match(line)
        item = marker is not None and not line.lstrip().startswith(("#", ">"))
        body = line[marker.end() :] if marker else line
        item = (
            item
            or "|" in line
            or (header is not None and (_KEY_VALUE.match(body) or _FIELD.fullmatch(body)) is not None)
        )
        pieces = _split(body)
        found += [_sentence(piece, item=item, header=header if item else None) for piece in pieces]
        if pieces and found[-1].introduces and (not item or header is None):
            header = len(found) - 1
        elif pieces and not item and not found[-1].introduces:
            header = None
    return tuple(found)


def _lines(text: str) -> list[str]:
    bare = _HTML.sub(" ", _LINK.sub(r"\1", _FENCE.sub("", text))) if _needs_stripping(text) else text
    bare = without_markup(bare)
    if not bare.isascii() or ">" in bare:
        bare = _TO_FILL.sub(":", bare)
    if not bare.isascii():
        bare = _PICTURES.sub(" ", _ENDING.sub("\n", _bulleted(bare)))
    lines = [line for line in bare.splitlines() if not _RULE.fullmatch(line) and not _JSON.fullmatch(line)]
    return [one for at, line in enumerate(lines) for one in _in_one_line(line, first=at == 0)]


def _in_one_line(line: str, *, first: bool) -> list[str]:
    """A line, or the items of the list that is written in it, in lines of their own where they are sentences.

    Without words that lead up to them they are no items but sentences like any others. Questions speak for themselves.
    """
    if "2. " in line and (listed := _items(line, _NUMBERED)):
        lead, items = listed
        return (
            [line] if any(map(_ENDS.search, items[:-1])) else [lead + ", ".join(_JOINS.sub("", item) for item in items)]
        )
    if ") " not in line or not (listed := _items(line, _BRACKETED)):
        return [line]
    lead, items = listed
    if not all(map(_ENDS.search, items[:-1])) or any("?" in item for item in items):
        return [line]
    led_up_to = _leads_up(lead) if lead.strip() else not first
    return [*([lead] if lead.strip() else []), *(f"- {item}" if led_up_to else item for item in items)]


def _items(line: str, numbered: re.Pattern[str]) -> tuple[str, list[str]] | None:
    """What stands before the list in a line, and its items: "1. e-mail 2. order number"."""
    numbers = list(numbered.finditer(line))
    if "".join(found["number"] for found in numbers) not in _FIRST:
        return None
    ends = [*(found.start() for found in numbers[1:]), len(line)]
    return line[: numbers[0].start()], [
        line[found.end() : end].strip() for found, end in zip(numbers, ends, strict=True)
    ]


def _leads_up(lead: str) -> bool:
    plain = _plain(_split(lead)[-1])
    return plain.endswith(":") or _lists(plain)


def _bulleted(text: str) -> str:
    """With list items where two or more lines begin with a picture."""
    return _PICTURED.sub("- ", text) if len(_PICTURED.findall(text)) > 1 else text


def _needs_stripping(text: str) -> bool:
    return "```" in text or "](" in text or "<" in text


def _split(line: str) -> list[str]:
    pieces, start = [], 0
    for end in _END.finditer(line):
        shortened = _ABBREVIATION.search(line, max(start, end.start() - 8), end.start() + 1)
        if (shortened and not _SAID_NO.match(line, end.start() - 2)) or (
            line[end.start()] == ";" and line.count("(", start, end.start()) > line.count(")", start, end.start())
        ):
            continue
        if line[end.end() - 2] in "\u2014\u2013" and _ASIDE.search(line, start, end.end()):
            continue
        pieces.append(line[start : end.end()].strip())
        start = end.end()
    pieces.append(line[start:].strip(" |\t"))
    return [piece for piece in pieces if any(sign.isalnum() for sign in piece)]


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    plain = folded(text).replace("(s)", "s")
    if "'" in plain or "cannot" in plain:
        for expression, written in _CONTRACTIONS:
            plain = expression.sub(written, plain)
    plain = _TITLE.sub(r"\1", plain)
    if "\u2014 " in plain or "\u2013 " in plain:
        plain = _ASIDE.sub("", plain)
    if " #" in plain or " nr" in plain:
        plain = _SIGN.sub(" number", plain)
    if " + " in plain:
        plain = _PLUS.sub(" and ", plain)
    plain = _CASUAL.sub(lambda found: _WRITTEN[found.group()], plain)
    return " ".join(plain.split())


def _lists(plain: str) -> bool:
    return _LISTING.search(plain) is not None


def _sentence(text: str, *, item: bool, header: int | None) -> Sentence:
    plain = _plain(text)
    if _PURPOSE.match(plain):
        text, plain = text.rstrip("? "), plain.rstrip("? ")
    stripped = plain.rstrip(" \"')]")
    vocabulary = frozenset(_WORD.findall(plain))
    if not SLIPS.keys().isdisjoint(vocabulary):
        plain = _WORD.sub(lambda found: SLIPS.get(found.group(), found.group()), plain)
        vocabulary = frozenset(_WORD.findall(plain))
    return Sentence(
        text=text,
        plain=plain,
        vocabulary=vocabulary,
        item=item,
        header=header,
        question=(stripped.endswith("?") and "|" not in text)
        or _ASKING.match(plain) is not None
        or (not item and text[:1].islower() and _CHATTY.match(text) is not None),
        introduces=stripped.endswith(":")
        or (not vocabulary.isdisjoint(_LISTING_GATE) and _lists(plain))
        or (not item and text[-1:].isalpha() and _LEFT_OPEN.search(plain) is not None),
    )
