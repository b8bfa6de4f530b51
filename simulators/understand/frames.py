"""What a question asks for by its form: its question word, its noun and its verb."""

import re
from collections.abc import Callable, Sequence

from simulators.understand.degrees import PAYS, by_degree
from simulators.understand.noun_phrases import AUXILIARIES, LEAVES, TRAVELS, by_noun, end_of_noun, normal
from simulators.understand.nouns import SIGNS, THING
from simulators.understand.slots import OTHER, slot_word
from simulators.understand.words import expression, spaced

Rules = Sequence[tuple[frozenset[str], str]]
"""Words, and the slot that a question with one of them asks for; the first that fits counts."""

_QUESTION_WORDS = normal("what which how when where whereabouts who whom whose why")
_SKIPPED = normal("of the your these those our my two three four five several specific exact kind type sort other")
_PREPOSITIONS = normal("to for from on in at with by under until since of")
_LEADS = _PREPOSITIONS | normal(
    "and or but so then also me us know exactly please about say remember clarify specify choose pick confirm tell",
    "understand ask",
)
_SEND = normal(
    "send sent ship shipped deliver delivered post posted mailed dispatch dispatched forward forwarded redirect",
    "redirected drop dropped bring brought collect collected pick reroute rerouted",
)
_LIVE = normal("live living reside based moving move located stay staying property parked accident happen happened")
_MONEY = normal("refund refunded refunding money reimbursement charge charged difference payout paid credited")
_MONTHS = normal("january february march april june july august september october november december week month")
_READY = normal("ready done finished green works back complete free")
_SEEN = normal("see show say happen")
_JOURNEY = normal("you trip journey holiday vacation")
_LED = normal("led made prompted drove caused brought behind making prompting driving leading causing bringing")
_URGES = normal("makes prompts drives leads causes brings got has")
_CAUSES = normal("caused causes causing")
_WHO: Rules = (
    (normal("speaking talking calling chatting helping assisting have placed"), "full_name"),
    (normal("charged merchant"), "transaction_id"),
    (normal("signed told said promised advised answered"), "details"),
    (
        normal("send sent sending pay paying paid money receive receiving get getting gets transfer payment gift"),
        "recipient",
    ),
    (TRAVELS | normal("flies coming else with stays staying stay sits sitting among ride having board"), "passengers"),
    (normal("took"), "transaction_id"),
    (normal("goes it for"), "recipient"),
)
_POSTED = normal("label parcel package box gift card envelope doorbell") | _SEND
_RINGS = normal("phone handset number sim line mobile")
_WRITE = normal("write written print printed engrave engraved engraving say read inscription greeting")
_OUGHT = normal("should shall like want")
_COSTS = (normal("come to"), normal("set back"), normal("add up"))
_PAID_FROM = normal("from with on by")
_USED_FOR = normal("use charge")
_PAID_SO = (("come", "from"), ("go", "on"), ("taken", "from"))
_MAIL_OR_CALL: Rules = ((normal("email emailed"), "email"), (normal("reach call"), "phone"))
_REST = normal("rest remainder remaining difference balance")
_COVERS = normal("cover covers covering pay pays paying")
_TAKES = normal("take takes taking settle settles bear bears")
_WHAT: Rules = (
    (_LED, "reason"),
    (
        normal("pay paid charged cost costs earn worth quoted estimate owe contribute billed spend spending afford"),
        "amount",
    ),
)
_SUM = expression(r"[$\u00a3\u20ac]\d")
_BOTH_WAYS = expression(r"\b(?:from and to|to and from|from where to where)\b")
_RENEWED = expression(r"\b(e-?mail(?: address)?|address|phone number|phone|number)\b")
_SUCH_AS = expression(r",? (?:including|such as|for example)\b.*$")
_ADDS = expression(
    r",? (?:and|plus|as well as) |, (?=(?:[\w'-]+ ){0,2}[\w'-]+,? (?:and|plus|as well as) )"
    r"|, (?=(?:your|the|a|an|any|its|their) )| or (?=your |the )"
)


def asked_by_frame(question: str, has: Callable[[str], bool]) -> tuple[tuple[str, ...], str]:
    """Keys of the slots that a question asks for by its form, of those that the lexicon `has`, and what it then adds.

    "What is the number of your claim, and your name" asks by its form for the number of the claim; it adds the name.
    """
    words = _words(question)
    if _QUESTION_WORDS.isdisjoint(words) or _BOTH_WAYS.search(question):
        return (), question
    question = _SUCH_AS.sub("", question)
    words = _words(question)
    at = next((place for place, word in enumerate(words) if word in _QUESTION_WORDS and _is_asking(words, place)), None)
    if at is None:
        return (), question
    words, added = _without_additions(question, words, at)
    key = _key(question, words, at)
    if not key or not (key == OTHER or has(key)):
        return (), question
    both = ("date",) if words[at : at + 2] == ["when", "and"] and has("date") else ()
    return (*both, key), added


def with_new_one(text: str, before: str = "") -> str:
    """The text with the thing for "one" in "the new one": "your e-mail, and the new one" asks for a new e-mail."""
    asked = text.rfind("new one")
    things = _RENEWED.findall(f"{before} {text[:asked]}") if asked >= 0 else ()
    return f"{text[:asked]}new {things[-1]}{text[asked + len('new one') :]}" if things else text


def _words(text: str) -> list[str]:
    return [slot_word(word) for word in spaced(text).split()]


def _is_asking(words: Sequence[str], at: int) -> bool:
    """Whether a question word asks, rather than going on about the noun before it: "the order in which"."""
    if at in (0, len(words) - 1):
        return True
    before = words[at - 1]
    if before in _PREPOSITIONS and at > 1:
        return words[at - 2] not in THING and words[at - 2] not in SIGNS
    return before in _LEADS or (before not in THING and before not in SIGNS and words[at] not in ("when", "where"))


def _without_additions(question: str, words: list[str], at: int) -> tuple[list[str], str]:
    """The words of a question before what it adds to what it asks for, and what it adds."""
    asking = re.search(rf"\b{words[at]}", question)
    adds = _ADDS.search(question, asking.end()) if asking else None
    if adds and asking and adds.start() == asking.end():
        adds = _ADDS.search(question, adds.end())
    return (_words(question[: adds.start()]), question[adds.end() :]) if adds else (words, "")


def _key(question: str, words: Sequence[str], at: int) -> str | None:
    pays = words[at] == "who" and not _COVERS.isdisjoint(words)
    if (pays or words[at] in ("where", "how")) and words[at + 1 : at + 2] != ["much"] and _SUM.search(question):
        return "payment_method"
    key = _FRAMES[words[at]](words, at)
    return "date_of_birth" if key == "date" and re.search(r"\bborn\b", question) else key


def _by_rules(rules: Rules, said: frozenset[str]) -> str | None:
    return next((key for words, key in rules if said & words), None)


def _when(words: Sequence[str], at: int) -> str | None:
    said = frozenset(words[at:])
    after = words[at + 1] if at + 1 < len(words) else ""
    if "born" in said:
        return "date_of_birth"
    if at + 1 == len(words):
        return "date"
    if after == "and":
        return _where(words, at + 2)
    if "clock" in said or words[-1] == "day" or {"time", "day"} <= said:
        return "time"
    if after not in AUXILIARIES and (at == 0 or said & _READY):
        return None
    return "date_of_birth" if "birthday" in said else "date"


def _where(words: Sequence[str], at: int) -> str | None:
    said = frozenset(words[at:])
    if said & _MONTHS:
        return "date"
    if said & _MONEY and words[at + 1 : at + 3] in (["were", "you"], ["was", "it"], ["was", "the"]):
        return "transaction_id"
    if said & _MONEY and "card" not in words[at : at + 4]:
        return "payment_method"
    if _of_the_rest(words):
        return "payment_method"
    if {"e", "mail"} <= said:
        return "email"
    return _by_rules(_MAIL_OR_CALL, said) or _by_way(words, at) or "address"


def _by_way(words: Sequence[str], at: int) -> str | None:
    """Where a journey begins, or where it goes."""
    said, before = frozenset(words[at:]), words[at - 1] if at else ""
    if "from" in (words[-1], before):
        return "origin"
    if (words[-1] == "to" and not said & _LIVE) or (before == "to" and not said & _SEND):
        return "destination"
    if said & (_SEND | _LIVE) or not said & _JOURNEY:
        return None
    return "origin" if said & LEAVES else "destination" if said & TRAVELS else None


def _who(words: Sequence[str], at: int) -> str | None:
    if words[at + 1 : at + 2] == ["is"] and words[at + 2 :] in (["this"], ["that"], ["it"]):
        return "full_name"
    said = frozenset(words[at:])
    return "payment_method" if said & _COVERS and said & _REST else _by_rules(_WHO, said)


def _whose(words: Sequence[str], at: int) -> str | None:
    said = frozenset(words[at:])
    if not said.isdisjoint(("seat", "ticket", "meal", "trip")):
        return "passengers"
    if "name" in said:
        return "recipient" if said & _POSTED else "full_name"
    if "account" not in said:
        return "line" if said & _RINGS else None
    return "account_number" if "from" in said else "recipient"


def _why(_words: Sequence[str], _at: int) -> str:
    return "reason"


def _what(words: Sequence[str], at: int) -> str | None:
    if list(words[at + 1 : at + 3]) == ["of", "you"]:
        return "passengers"
    start = _skipped(words, at + 1)
    if words[at] == "what" and (key := _by_deed(words, start)):
        return key
    end = end_of_noun(words, start)
    if end > start and (key := by_noun(words, start, end, which=True)):
        return key
    if start < len(words) and words[start] in ("is", "are", "was", "were"):
        start = _skipped(words, start + 1)
        end = end_of_noun(words, start)
        return by_noun(words, start, end) if end > start else None
    return _by_verb(words, start) if end == start and words[at] == "what" else None


def _by_deed(words: Sequence[str], start: int) -> str | None:
    """What a question asks for whose "what" does something: "what made you decide", "what covers the rest"."""
    said = frozenset(words[start:])
    first = words[start] if start < len(words) else ""
    then = words[start + 1] if start + 1 < len(words) else ""
    if (first in _CAUSES or then in _CAUSES) and "you" not in said:
        return "details"
    urges = first in _URGES and then == "you" and (said == {first, then} or "to" in said or "wanting" in said)
    if urges or first in _LED or (first in AUXILIARIES and then in _LED):
        return "reason"
    return "payment_method" if said & (_COVERS | _TAKES) and said & _REST and "much" not in said else None


def _of_the_rest(words: Sequence[str]) -> bool:
    """Whether it asks where what is left to pay comes from: "what should the rest go on"."""
    left = next((at for at, word in enumerate(words) if word in _REST), None)
    return left is not None and words[left + 1 : left + 2] != ["of"] and tuple(words[-2:]) in _PAID_SO


def _skipped(words: Sequence[str], start: int) -> int:
    while start < len(words) and words[start] in _SKIPPED:
        start += 1
    return start


def _by_verb(words: Sequence[str], start: int) -> str | None:
    said = frozenset(words[start:])
    if {"not", "like"} <= said or {"spend", "on"} <= said:
        return "reason"
    if _is_for_another(words, start, said):
        return "option_choice"
    used = said & _USED_FOR and said & _REST and "for" in said
    if used or (said & PAYS and words[-1] in _PAID_FROM) or _of_the_rest(words):
        return "payment_method"
    if said & _WRITE and said & _OUGHT:
        return OTHER
    if any(said >= cost for cost in _COSTS):
        return "amount"
    return _by_sight(words, start, said)


def _is_for_another(words: Sequence[str], start: int, said: frozenset[str]) -> bool:
    """Whether it asks what one wants in place of something: "what should it be instead", "what in its place"."""
    if ("instead" in said or {"its", "place"} <= said) and said & {"like", "want", "prefer"}:
        return True
    it = words[start : start + 2] in (["should", "it"], ["should", "they"], ["would", "it"])
    return it and ("become" in said or {"be", "instead"} <= said)


def _by_sight(words: Sequence[str], start: int, said: frozenset[str]) -> str | None:
    if words[-2:] == ["call", "you"]:
        return "full_name"
    seen = said & _SEEN and "to" not in said and words[start : start + 3] != ["would", "you", "say"]
    return _by_rules(_WHAT, said) or ("details" if seen else None)


_FRAMES: dict[str, Callable[[Sequence[str], int], str | None]] = {
    "what": _what, "which": _what, "how": by_degree, "when": _when, "where": _where, slot_word("whereabouts"): _where,
    "who": _who, "whom": _who, "whose": _whose, "why": _why,
}  # fmt: skip
