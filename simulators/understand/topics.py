"""What the sentences before a question are about: what its "which one" is one of, whose its bare "number" is."""

from collections.abc import Callable, Sequence

from simulators.understand.alternatives import is_of_kind, kind_of_items, kind_of_list
from simulators.understand.clauses import Sentence
from simulators.understand.mentions import mentioned
from simulators.understand.nouns import SIGNS, THING, key_of_record
from simulators.understand.slots import SlotIndex, slot_word
from simulators.understand.words import expression, spaced

_OTHERS = expression(
    r"\b(?:options?|choices?|alternatives?|ways|days|hours|weeks|minutes|details|items?|slots|times)\b"
)
_PLURAL = expression(r"\b[a-z]{3,}(?<!s)s\b")
_YOURS_OR = expression(r"\b(?:your|the|this|that) ([a-z]{3,}) or\b")
_SEVERAL = expression(
    r"\b(?:two|three|four|five|six|both|several|some|all|which|these|those|your|our|one of|\d|other|following"
    r"|available)"
    r" (?:(?:of|the|your|our|other|different|open|active|saved|stored|pending|delivered"
    r"|recent|upcoming|inbound|outbound|more|last|available"
    r"|valid|current) )*([a-z]{3,}s)\b"
)
_ONE_OF = frozenset((
    "order_id", "reservation_id", "flight_number", "plan", "line", "account_number", "address", "email", "device",
    "transaction_id", "cabin", "card_number", "tracking_number",
))  # fmt: skip
"""Things that people have several of, so that "which one" asks for one of them."""
_NUMBERS = "number"


def kind_before(before: Sequence[Sentence], index: SlotIndex) -> str | None:
    """The slot whose alternatives the sentences before put up: payment methods, or several orders.

    An item of a list is one alternative: it says what kind they are of only where the others say so too.
    """
    items = [earlier for earlier in before if earlier.item]
    for earlier in reversed(before):
        named = (key for key in mentioned(earlier.plain, index) if index.is_choice(key))
        if earlier.item:
            named = (key for key in named if all(_is_one(item.plain, key, index) for item in items))
        key = next(named, None)
        if key is None and not (earlier.question or earlier.item):
            key = one_of_several(earlier.plain, index)
        if key:
            return key
    told = [earlier.plain for earlier in before if not (earlier.question or earlier.item)]
    return next((kind for text in reversed(told) if (kind := kind_of_list(text, index.has))), None) or (
        kind_of_items([item.plain for item in items], index.has)
    )


def _is_one(item: str, key: str, index: SlotIndex) -> bool:
    return is_of_kind(key, item) or key in mentioned(item, index)


def one_of_several(text: str, index: SlotIndex) -> str | None:
    """The slot that "which ..." asks for with a noun that a text has in the plural."""
    for noun in (*_PLURAL.findall(text), *_YOURS_OR.findall(text)):
        key = None if _OTHERS.match(noun) else index.which(noun)
        if key and not index.is_date(key):
            return key
    for noun in _SEVERAL.findall(text):
        word = slot_word(noun)
        key = "line" if word == _NUMBERS else THING.get(word)
        if key in _ONE_OF and index.has(key):
            return key
    return None


def sign_before(sentence: Sentence, before: Sequence[Sentence], has: Callable[[str], bool]) -> str | None:
    """The slot of a number or a code of which only the sentences before say what it is of."""
    said = {slot_word(word) for word in spaced(sentence.plain).split()}
    for earlier in reversed(before):
        if said.isdisjoint(SIGNS):
            said = {slot_word(word) for word in spaced(earlier.plain).split()}
            if said.isdisjoint(SIGNS):
                return None
        if key := key_of_record(earlier.plain, has):
            return key
    return None
