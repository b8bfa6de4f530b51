"""Which slots a text names, without those that it only speaks of."""

import re
from collections.abc import Sequence

from simulators.understand.noun_phrases import owner_of_name, things_in
from simulators.understand.rewording import reworded
from simulators.understand.slots import CHOICE, OPTION, OTHER, VAGUE, SlotIndex
from simulators.understand.words import Phrase, expression

_MODIFIER = expression(
    r"\b(?:associated with|linked (?:to|with)|tied to|registered (?:with|to|under|on|for|in|by)|connected (?:to|with)"
    r"|on file|attached to|used (?:for|to|when|in|at)|(?<!\band )for (?:your|the|this|that|a|an)|from (?:your|the|this)"
    r"|of (?:your|this|the(?! following))|on (?:your|the|this)|in (?:your|the|this)|to (?:your|the)|under (?:your"
    r"|the)|(?<!along )(?<!together )with (?:your|the)|that (?:is|was|you)|with which|against)\b[^,;?()]*?(?=,|;|\?"
    r"|\(|\)|$| (?:and|plus) (?:on |for |from |to |in |by )?(?:your|the|also|a|what|which|how|when|whether)\b"
    r"| and (?:order |phone |new )?(?:numbers?|e-?mail|address|name|postcode)\b"
    r"| (?:as well as|together with"
    r"|along with) (?:your|the)\b| or (?:your|the"
    r"|a)\b)"
)
_SUCH_AS = expression(r"\b(?:including|such as|for example|e\.g\.)\b.*$")
BRACKETS = expression(r"\((?!or\b)[^)]*\)")
_OF_EACH = expression(r"\b(?:of|for|from) (?:each|every|all|any|the other)(?: of)?(?: the)? (?:\w+ )??(?=(\w+)\b)")
_WHICH_DOES = expression(r"\b(?:which|what) (?:\w+ ){1,3}?(?:should|do|does|did|would|will|was|were|can|shall)\b")
_OPENS = expression(r"(?:^|[,;:] |\b(?:and|or|me|know|ask|tell|exactly|remember|say|so|then|about) )$")
_BOUND = expression(
    r"[,;:?()]| (?:and|or|plus) (?:on |for |from |to |in |by )?(?=(?:what|which|how|when|where|why|who|your|the|any"
    r"|to)\b)"
)
_OF_OPTIONS = expression(r"(?:sizes?|colou?rs?|variants?|options?|materials?|capacity)\b")
"""What a thing is exchanged for is told by, in a lexicon that tells it from the thing."""
_OPEN = expression(r"(?:what|how|does|did) ")


def mentioned(region: str, index: SlotIndex, lead: int = 0) -> tuple[str, ...]:
    """Keys of the slots that stand in a text; by-words that begin after `lead` count only by themselves."""
    found = list(index.exact(region))
    text = reworded(region, [(phrase.start, phrase.end) for phrase in found])
    if text != region:
        found = list(index.exact(text))
    found = _with_things(found, text, index, lead)
    if len(found) > 1:
        found = _without_context(_of_each(found, text, index), text, index)
        found = _outside(found, text, lead, _MODIFIER, BRACKETS) or found
        heads = _outside(found, text, 0, _SUCH_AS)
        found = heads if any(phrase.payload not in VAGUE for phrase in heads) else found
    keys = dict.fromkeys(phrase.payload for phrase in found)
    firm = {phrase.payload for phrase in found if phrase.payload not in VAGUE or _OPEN.match(text, phrase.start)}
    return tuple(key for key in keys if key in firm) or tuple(keys)


def _with_things(found: list[Phrase[str]], text: str, index: SlotIndex, lead: int) -> list[Phrase[str]]:
    """With what nouns and numbers are of, where no phrasing says it: "the number printed on your boarding pass"."""
    for named in things_in(text, [(one.start, one.end) for one in found], lead):
        of_options = named.payload == CHOICE and index.has(OPTION) and _OF_OPTIONS.match(text, named.start)
        thing = named._replace(payload=OPTION) if of_options else named
        if thing.payload == OTHER or index.has(thing.payload):
            found = [one for one in found if not thing.start <= one.start < thing.end]
            found = sorted((*found, thing), key=lambda one: one.start)
    return [_owned(one, text, index) if one.payload == "full_name" else one for one in found]


def _owned(name: Phrase[str], text: str, index: SlotIndex) -> Phrase[str]:
    owner = owner_of_name(text, name.end)
    return name._replace(payload=owner) if owner and (owner == OTHER or index.has(owner)) else name


def _without_context(found: list[Phrase[str]], text: str, index: SlotIndex) -> list[Phrase[str]]:
    """Without what a question only speaks of: "why is the item being returned" asks for no item.

    "When is your birthday" asks for the birthday, though.
    """
    for opening in _WHICH_DOES.finditer(text):
        bound = _BOUND.search(text, opening.end())
        end = bound.start() if bound else len(text)
        if any(opening.start() <= one.start < opening.end() for one in found):
            found = [one for one in found if not opening.end() <= one.start < end]
    for asking in found:
        if not text.startswith(("why ", "when ", "where ", "how much "), asking.start):
            continue
        if text.startswith("when ", asking.start) and len(found) > 1 and not _OPENS.search(text, 0, asking.start):
            return [one for one in found if one is not asking]
        bound = _BOUND.search(text, asking.end)
        end = bound.start() if bound else len(text)
        spoken_of = [one for one in found if asking.end <= one.start < end and one.payload != asking.payload]
        dates = [one for one in spoken_of if index.is_date(one.payload)]
        if dates and index.is_date(asking.payload):
            return [one for one in found if one is not asking]
        if spoken_of:
            return [one for one in found if one not in spoken_of]
    return found


def _of_each(found: list[Phrase[str]], text: str, index: SlotIndex) -> list[Phrase[str]]:
    """Without names that are asked of somebody else: "the full name of each traveler" asks for the travelers."""
    owned = {one.end + 1 for one in found if text.endswith("'s", one.start, one.end) and not index.is_name(one.payload)}
    if owned:
        found = [one for one in found if one.start not in owned or not index.is_name(one.payload)]
    for each in _OF_EACH.finditer(text):
        owners = [phrase for phrase in found if each.start() <= phrase.start <= each.end() + 1]
        if owners:
            return [one for one in found if one in owners or one.start > each.start() or not index.is_name(one.payload)]
    return found


def _outside(found: Sequence[Phrase[str]], text: str, lead: int, *asides: re.Pattern[str]) -> list[Phrase[str]]:
    """What stands in no aside; the last thing of a list does not belong to the aside of the one before it."""
    spans = [(match.start(), match.end()) for aside in asides for match in aside.finditer(text, lead)]
    return [
        phrase
        for phrase in found
        if not any(start < phrase.start and phrase.end <= end for start, end in spans)
        or (text.endswith(" and ", 0, phrase.start) and ", " in text[lead : phrase.start])
    ]
