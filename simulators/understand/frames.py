"""What a question asks for by its form: its question word, its noun and its verb."""

from collections.abc import Callable, Sequence

from simulators.understand.nouns import OWNER, SIGNS, THING
from simulators.understand.slots import slot_word
from simulators.understand.words import listed, spaced

_WH = listed("what which how when where who whom whose why")
_AUX = listed(
    "do does did would should shall will can could may might must is are was were has have had am be been being not"
)
_END = _AUX | listed(
    "you i we it they he she that this to for on in at with from by under into onto over of the your my our their any",
    "and or but if so exactly please would took takes went goes applies appears appear suits suit works work fits fit",
    "looks look sounds sound needs got",
)
_SKIPPED = listed("of the your these those our my two three four five several specific exact kind type sort other")
_BEFORE_WH = listed(
    "to for from on in at with by under until since of and or but so then also me us know exactly please about say",
    "remember clarify specify choose pick confirm tell understand ask",
)
_PLACED = listed("to for from on in at with by under of")
_SEND = listed(
    "send sent ship shipped deliver delivered post posted mailed dispatch dispatched forward forwarded redirect",
    "redirected drop dropped bring brought collect collected pick reroute rerouted",
)
_LIVE = listed("live living reside based moving move located stay staying property parked accident happen happened")
_MONEY = listed("refund refunded refunding money reimbursement charge charged difference payout paid credited")
_PAYS = _MONEY | listed("settle settling cover covered pay paying use put reimbursed handled split bill billed")
_TRAVEL = listed(
    "fly flying go going travel traveling head headed heading land landing arrive arriving visit visiting off end"
)
_FROM = listed("from leave leaving depart departing board boarding start starting out begin")
_GIVEN = listed("send sent sending pay paying paid money receive receiving get gets getting transfer payment gift goes")
_BLOCKS = listed(
    "block blocked freeze frozen lost lose missing stolen replace replaced cancel canceled cancelled declined damaged"
    " gone swallowed compromised reported"
)
_CHARGES = listed("charge charged pay paying use refund refunded refunding bill billed put difference on go money cover")
_COSTS = listed("pay paid charged cost costs earn worth quoted estimate owe contribute")
_SENT = listed("sent texted emailed received receive got app authenticator landed came arrived")
_CALLS = listed("call ring text texted reach contact dial called")
_FAULTY = listed("trouble problem issue affected port suspend signal acting suspended move keep")
_SHOWS = listed("show see say happen display flashing light ring led")
_READY = listed("ready done finished green works back complete free")


def keys_by_frame(part: str, has: Callable[[str], bool]) -> tuple[str, ...]:
    """Keys of the slots that a question asks for by its form, of those that the lexicon `has`."""
    words = [slot_word(word) for word in spaced(part).split()]
    at = next((place for place, word in enumerate(words) if word in _WH and _is_asking(words, place)), None)
    if at is None:
        return ()
    if words[at] == "where" and ("$" in part or "\u00a3" in part):
        key: str | None = "payment_method"
    else:
        key = _FRAMES[words[at]](words, at)
    return (key,) if key and has(key) else ()


def _is_asking(words: Sequence[str], at: int) -> bool:
    """Whether a question word asks, rather than going on about the noun before it: "the order in which"."""
    if at == 0:
        return True
    before = words[at - 1]
    if before in _PLACED and at > 1:
        return words[at - 2] not in THING and words[at - 2] not in SIGNS
    return before in _BEFORE_WH or before not in THING and before not in SIGNS and words[at] not in ("when", "where")


def _when(words: Sequence[str], at: int) -> str | None:
    said = set(words[at:])
    after = words[at + 1] if at + 1 < len(words) else ""
    if after not in _AUX and (said & _READY or (said & _AUX and at == 0 and len(words) > 5)):
        return None
    return "date_of_birth" if "born" in said or "birthday" in said else "date"


def _where(words: Sequence[str], at: int) -> str | None:
    said = set(words[at:])
    if said & _MONEY and "card" not in said:
        return "payment_method"
    if "email" in said:
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
        if said & _FROM:
            return "origin"
        if said & _TRAVEL:
            return "destination"
    return "address"


def _who(words: Sequence[str], at: int) -> str | None:
    said = set(words[at:])
    if "i" in said or "placed" in said:
        return "full_name"
    if said & listed("charged took merchant"):
        return "transaction_id"
    if said & _GIVEN:
        return "recipient"
    if said & _TRAVEL or said & listed("coming else with"):
        return "passengers"
    return None


def _whose(words: Sequence[str], at: int) -> str | None:
    return "full_name" if "name" in words[at:] else _who(words, at)


def _how(words: Sequence[str], at: int) -> str | None:
    after = words[at + 1] if at + 1 < len(words) else ""
    said = set(words[at:])
    if after == "many":
        counted = {THING.get(word) for word in words[at + 2 : at + 6]}
        if "passengers" in counted or not said.isdisjoint(("ticket", "us", "party")) or words[at + 2 : at + 4] == ["of", "you"]:
            return "passengers"
        return "baggage" if "baggage" in counted else "quantity"
    if after == "much":
        return "quantity" if said & listed("data luggage") else "amount"
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
    end = _end_of_noun(words, start)
    if end > start and (key := _by_noun(words, start, end, asked=words[at])):
        return key
    if start < len(words) and words[start] in ("is", "are", "was", "were"):
        start += 1
        while start < len(words) and words[start] in _SKIPPED:
            start += 1
        end = _end_of_noun(words, start)
        return _by_noun(words, start, end) if end > start else None
    return _by_verb(words, start) if end == start and words[at] == "what" else None


def _end_of_noun(words: Sequence[str], start: int) -> int:
    end = start
    while end < len(words) and words[end] not in _END and end - start < 6:
        end += 1
    return end


def _by_noun(words: Sequence[str], start: int, end: int, *, asked: str = "") -> str | None:
    """What the noun that ends a group of words asks for."""
    noun, rest = words[end - 1], set(words[end:])
    if noun in SIGNS:
        return _by_sign(words, start, end)
    key = THING.get(noun)
    if noun == "address" and (set(words[start:end]) | rest) & listed("log sign email mail emailed e-mail"):
        return "email"
    if noun == "phone" and asked:
        return "device"
    if noun == "make" and end - start > 1:
        return None
    if noun == "color" and rest & _SHOWS:
        return "details"
    if key == "date" and ("birth" in rest or "born" in rest):
        return "date_of_birth"
    if noun == "departure" and words[end : end + 1] == ["and"]:
        return None
    if key == "order_id" and rest & listed("dispute recognize recognise"):
        return "transaction_id"
    if noun == "card":
        if words[end : end + 3] == ["did", "you", "use"] or words[end : end + 2] == ["was", "charged"]:
            return "card_number"
        if "used" in rest and "be" not in rest:
            return "card_number"
        return "card_number" if rest & _BLOCKS else "payment_method" if rest & _CHARGES else None
    if noun == "name":
        owners = {OWNER.get(word) or THING.get(word) for word in words[start:] if word != "name"}
        if rest & listed("pet school teacher mother"):
            return "security_answer"
        if not owners.isdisjoint(("recipient",)) or {"person", "receiving"} & rest:
            return "recipient"
        return next((key for key in ("passengers", "transaction_id") if key in owners), None if {"first", "last"} & set(words[start:end]) else "full_name")
    if noun in ("city", "airport", "station"):
        return "origin" if rest & _FROM else "destination" if rest & _TRAVEL else None
    return key


def _by_sign(words: Sequence[str], start: int, end: int) -> str | None:
    """What a number, a code or a reference is of: by the words before it, by what is done with it, by those after."""
    noun, rest = words[end - 1], set(words[end:])
    for place in range(end - 2, start - 1, -1):
        if key := OWNER.get(words[place]):
            return "line" if key == "phone" and rest & _FAULTY else key
    if rest & _SENT and noun in ("code", "digit"):
        return "security_answer"
    if rest & _CALLS:
        return "phone"
    if rest & _FAULTY:
        return "line"
    return next((OWNER[word] for word in words[end:] if word in OWNER), None)


def _by_verb(words: Sequence[str], start: int) -> str | None:
    said = set(words[start:])
    if "spend" in said and "on" in said:
        return "reason"
    if "pay" in said and "with" in said:
        return "payment_method"
    if said & _COSTS:
        return "amount"
    if said & listed("see show say happen") and "to" not in said:
        return "details"
    return None


_FRAMES = {
    "what": _what, "which": _what, "how": _how, "when": _when, "where": _where, "who": _who, "whom": _who,
    "whose": _whose, "why": _why,
}  # fmt: skip
