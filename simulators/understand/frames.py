"""What a question asks for by its form: its question word, its noun and its verb."""

import re
from collections.abc import Callable, Sequence

from simulators.understand.noun_phrases import AUXILIARIES, LEAVES, TRAVELS, by_noun, end_of_noun, normal
from simulators.understand.nouns import SIGNS, THING
from simulators.understand.slots import slot_word
from simulators.understand.words import listed, spaced

_WH = listed("what which how when where who whom whose why whereabouts")
_SKIPPED = normal("of the your these those our my two three four five several specific exact kind type sort other")
_BEFORE_WH = normal(
    "to for from on in at with by under until since of and or but so then also me us know exactly please about say",
    "remember clarify specify choose pick confirm tell understand ask",
)
_PLACED = normal("to for from on in at with by under of")
_SEND = normal(
    "send sent ship shipped deliver delivered post posted mailed dispatch dispatched forward forwarded redirect",
    "redirected drop dropped bring brought collect collected pick reroute rerouted",
)
_LIVE = normal("live living reside based moving move located stay staying property parked accident happen happened")
_MONEY = normal("refund refunded refunding money reimbursement charge charged difference payout paid credited")
_PAYS = _MONEY | normal("settle settling cover covered pay paying use put reimbursed handled split bill billed")
_GIVEN = normal("send sent sending pay paying paid money receive receiving get gets getting transfer payment gift goes")
_COSTS = normal("pay paid charged cost costs earn worth quoted estimate owe contribute")
_MOVES = normal("led made prompted drove caused brought behind")
_SEEN = normal("see show say happen")
_READY = normal("ready done finished green works back complete free")
_SUCH_AS = re.compile(r",? (?:including|such as|for example)\b.*$")
_SUM = re.compile(r"[$\u00a3\u20ac]\d")
_BOTH_WAYS = re.compile(r"\b(?:from and to|to and from|from where to where)\b")
_ADDS = re.compile(r",? (?:and|plus|as well as) |, (?=(?:your|the|a|an|any|its|their) )| or (?=your |the )")


def asked_by_frame(question: str, has: Callable[[str], bool]) -> tuple[tuple[str, ...], str]:
    """Keys of the slots that a question asks for by its form, of those that the lexicon `has`, and what it then adds.

    "What is the number of your claim, and your name" asks by its form for the number of the claim; it adds the name.
    """
    if _BOTH_WAYS.search(question):
        return (), question
    question = _SUCH_AS.sub("", question)
    words = _words(question)
    at = next((place for place, word in enumerate(words) if word in _WH and _is_asking(words, place)), None)
    if at is None:
        return (), question
    asking = re.search(rf"\b{words[at]}\b", question)
    adds = _ADDS.search(question, asking.end()) if asking else None
    if adds is not None and asking is not None:
        if adds.start() == asking.end():
            adds = _ADDS.search(question, adds.end())
        words = _words(question[: adds.start()]) if adds else words
    if words[at] in ("where", "how") and words[at + 1 : at + 2] != ["much"] and _SUM.search(question):
        key: str | None = "payment_method"
    else:
        key = _FRAMES[words[at]](words, at)
    if key == "date" and re.search(r"\bborn\b", question):
        key = "date_of_birth"
    if not key or not has(key):
        return (), question
    both = ("date",) if words[at : at + 2] == ["when", "and"] and has("date") else ()
    return (*both, key), question[adds.end() :] if adds else ""


def _words(text: str) -> list[str]:
    return [slot_word(word) for word in spaced(text).split()]


def _is_asking(words: Sequence[str], at: int) -> bool:
    """Whether a question word asks, rather than going on about the noun before it: "the order in which"."""
    if at == 0:
        return True
    before = words[at - 1]
    if before in _PLACED and at > 1:
        return words[at - 2] not in THING and words[at - 2] not in SIGNS
    return before in _BEFORE_WH or (before not in THING and before not in SIGNS and words[at] not in ("when", "where"))


def _when(words: Sequence[str], at: int) -> str | None:
    said = set(words[at:])
    after = words[at + 1] if at + 1 < len(words) else ""
    if after == "and":
        return _where(words, at + 2)
    if after not in AUXILIARIES and (at == 0 or said & _READY):
        return None
    return "date_of_birth" if "born" in said or "birthday" in said else "date"


def _where(words: Sequence[str], at: int) -> str | None:
    said = set(words[at:])
    if words[at + 1 : at + 3] in (["were", "you"], ["was", "it"], ["was", "the"]) and said & _MONEY:
        return "transaction_id"
    if said & _MONEY and "card" not in said:
        return "payment_method"
    if not said.isdisjoint(("email", "mail")):
        return "email"
    if "reach" in said or "call" in said:
        return "phone"
    if words[-1] == "from" or words[at - 1 : at] == ["from"]:
        return "origin"
    if (words[-1] == "to" and not said & _LIVE) or words[at - 1 : at] == ["to"] and not said & _SEND:
        return "destination"
    if said & _SEND or said & _LIVE:
        return "address"
    if not said.isdisjoint(("you", "trip", "journey", "holiday", "vacation")):
        if said & LEAVES:
            return "origin"
        if said & TRAVELS:
            return "destination"
    return "address"


def _who(words: Sequence[str], at: int) -> str | None:
    said = set(words[at:])
    if said & normal("speaking talking calling chatting helping assisting have placed"):
        return "full_name"
    if said & normal("charged took merchant"):
        return "transaction_id"
    if said & _GIVEN:
        return "recipient"
    if {"it", "this"} & said:
        return "recipient"
    if said & TRAVELS or said & normal("coming else with"):
        return "passengers"
    return None


def _whose(words: Sequence[str], at: int) -> str | None:
    return "full_name" if "name" in words[at:] else "recipient" if "account" in words[at:] else None


def _how(words: Sequence[str], at: int) -> str | None:
    after = words[at + 1] if at + 1 < len(words) else ""
    said = set(words[at:])
    if after == "many":
        counted = {THING.get(word) for word in words[at + 2 : at + 6]}
        if (
            "passengers" in counted
            or not said.isdisjoint(("ticket", "us", "party"))
            or words[at + 2 : at + 4] == ["of", "you"]
        ):
            return "passengers"
        if words[-2:] == ["you", "be"]:
            return "passengers"
        return "baggage" if "baggage" in counted else "quantity"
    if after == "much":
        return "quantity" if "data" in said else "baggage" if said & normal("luggage baggage") else "amount"
    if after in ("long", "soon"):
        return "date"
    if after == "old":
        return "date_of_birth"
    if after in ("large", "high", "big"):
        return "amount"
    if "name" in said or "spell" in said:
        return None
    if said & _PAYS:
        return "payment_method"
    if after in ("did", "does", "bad"):
        return "details"
    return None


def _why(words: Sequence[str], at: int) -> str | None:
    return "reason"


def _what(words: Sequence[str], at: int) -> str | None:
    start = at + 1
    while start < len(words) and words[start] in _SKIPPED:
        start += 1
    end = end_of_noun(words, start)
    if end > start and (key := by_noun(words, start, end, which=True)):
        return key
    if start < len(words) and words[start] in ("is", "are", "was", "were"):
        start += 1
        while start < len(words) and words[start] in _SKIPPED:
            start += 1
        end = end_of_noun(words, start)
        return by_noun(words, start, end) if end > start else None
    return _by_verb(words, start) if end == start and words[at] == "what" else None


def _by_verb(words: Sequence[str], start: int) -> str | None:
    said = set(words[start:])
    if said & _MOVES:
        return "reason"
    if {"not", "like"} <= said:
        return "reason"
    if words[-2:] == ["call", "you"]:
        return "full_name"
    if "spend" in said and "on" in said:
        return "reason"
    if "pay" in said and "with" in said:
        return "payment_method"
    if said & _COSTS:
        return "amount"
    if said & _SEEN and "to" not in said and words[start : start + 3] != ["would", "you", "say"]:
        return "details"
    return None


_FRAMES = {
    "what": _what, "which": _what, "how": _how, "when": _when, "where": _where, "who": _who, "whom": _who,
    "whereabouts": _where, "whose": _whose, "why": _why,
}  # fmt: skip
