"""What a text states: the values in it that it neither denies, nor takes back, nor leaves open among others."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from app.grading.denied import is_denied, may_deny
from domains.kit.lexicon import Lexicon
from domains.kit.values import ValueKind
from simulators.understand.values import found_in, same, says, unmarked
from simulators.understand.words import expression, folded

_OR = expression(r"\s*,?\s*(?:(?:and/)?\bor\b|/)\s*(?:(?:maybe|perhaps|possibly|even|about|on|it is|it's)\s+)?")
_OR_RATHER = expression(r"[\s,(\u2013\u2014-]*\b(?:or rather|or better|no|sorry|i mean)\b[\s,:\u2013\u2014-]*")
_LISTED = expression(r"\s*,\s*(?:and\s+)?|\s+and\s+")
_TO = expression(r"\s*(?:-|\u2013|\u2014|\bto\b)\s*")
_ONE_OF = expression(r"\b(?:one of|either|any of|among|maybe|perhaps)(?: the)?\W*\Z")
_BETWEEN = expression(r"\bbetween\W*\Z")
_OTHERWISE = expression(
    r"\W{0,2}\s*(?:with|without|if|when|including|plus|in total|in all|total|altogether|together)\b"
)
"""After the last of several values: it is told apart from those before."""
_TO_NUMBER = expression(r"\s?[-\u2013\u2014]\s?\d")
_FROM = expression(r"\b(?P<what>\w+)\s+from\s+\Z")
_IN_ORDER = expression(r"\b(?:respectively|in (?:this|that) order)\b")
_ANYWHERE = frozenset({"anywhere", "somewhere", "range", "ranges", "ranging", "cost", "costs", "priced", "starting"})
_BLANK = " _ "
MANY = 4
"""So many values in a row, with nothing to tell them apart, leave open which is meant."""


class _Span(NamedTuple):
    start: int
    end: int
    values: tuple[str, ...]


@lru_cache(maxsize=512)
def stated(text: str, kind: ValueKind, lexicon: Lexicon) -> str:
    """The text without the values of a kind that it denies, corrects, offers as alternatives, or gives as bounds."""
    plain = unmarked(text)
    spans, lower = _spans(plain, kind, lexicon), folded(plain)
    for span in sorted({*_denied(lower, spans), *_open(lower, spans, kind)}, reverse=True):
        plain = plain[: span.start] + _BLANK + plain[span.end :]
    return plain


def denies(text: str, kind: ValueKind, value: str, lexicon: Lexicon) -> bool:
    """Whether a text says of a value that it is not the one, and does not say it otherwise."""
    plain = unmarked(text)
    lower = folded(plain)
    if not may_deny(lower) and _OR_RATHER.search(lower) is None:
        return False
    denied = _denied(lower, _spans(plain, kind, lexicon))
    return any(same(kind, value, one) for span in denied for one in span.values) and not says(
        stated(text, kind, lexicon), kind, value
    )


def _spans(plain: str, kind: ValueKind, lexicon: Lexicon) -> list[_Span]:
    found: dict[tuple[int, int], list[str]] = {}
    for one in found_in(plain, lexicon):
        if one.value.kind is kind:
            found.setdefault((one.start, one.end), []).append(one.value.value)
    return [_Span(start, end, tuple(values)) for (start, end), values in sorted(found.items())]


def _denied(plain: str, spans: Sequence[_Span]) -> Iterator[_Span]:
    for at, span in enumerate(spans):
        after = spans[at + 1].start if at + 1 < len(spans) else span.end
        if is_denied(plain, span.start, span.end) or _OR_RATHER.fullmatch(plain, span.end, after):
            yield span


def _open(plain: str, spans: Sequence[_Span], kind: ValueKind) -> Iterator[_Span]:
    """Values of which only one can be meant, and values between which it lies."""
    if kind is ValueKind.MONEY:
        yield from (span for span in spans if _TO_NUMBER.match(plain, span.end))
    for chain in _chains(plain, spans):
        joiners = [plain[one.end : other.start] for one, other in pairwise(chain)]
        values = [value for span in chain for value in span.values]
        if all(same(kind, values[0], value) for value in values):
            continue
        before = plain[: chain[0].start]
        bounds = kind is not ValueKind.DATE and (
            _BETWEEN.search(before) or (any(map(_TO.fullmatch, joiners)) and not _goes_from(before))
        )
        inside = any(" or " in plain[span.start : span.end] for span in chain)
        chosen = any(map(_OR.fullmatch, joiners)) or (joiners and _ONE_OF.search(before))
        listed = len(chain) >= MANY and not _IN_ORDER.search(plain, chain[-1].end)
        if bounds or inside or ((chosen or listed) and not _OTHERWISE.match(plain, chain[-1].end)):
            yield from chain


def _goes_from(before: str) -> bool:
    """Whether what follows are an old and a new value: "it went from $40 to $45"."""
    found = _FROM.search(before)
    return found is not None and found["what"] not in _ANYWHERE


def _chains(plain: str, spans: Sequence[_Span]) -> list[list[_Span]]:
    """Values that stand together with nothing but a comma, "and", "or" or a dash between them."""
    chains: list[list[_Span]] = []
    for span in spans:
        last = chains[-1][-1] if chains else None
        if last is not None and any(p.fullmatch(plain, last.end, span.start) for p in (_OR, _LISTED, _TO)):
            chains[-1].append(span)
        else:
            chains.append([span])
    return chains
