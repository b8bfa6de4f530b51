"""Which slots a request asks for: the object of the asking, before its purpose and its by-words."""

import re

from simulators.understand.alternatives import kind_of_alternatives
from simulators.understand.clauses import Sentence
from simulators.understand.enumerated import before_last, before_question, of_parts, parts_of, turned
from simulators.understand.frames import asked_by_frame, with_new_one
from simulators.understand.lacks import lack, says_without
from simulators.understand.mentions import BRACKETS, mentioned
from simulators.understand.noun_phrases import AUXILIARIES
from simulators.understand.nouns import KINDS, SIGNS
from simulators.understand.parts import asks_for_another, asks_to_describe, asks_which, keys_by_word, parts
from simulators.understand.regions import ARTICLES, CUT, YOURS, region_of
from simulators.understand.rephrased import rephrased
from simulators.understand.requests import CUE, HINT
from simulators.understand.shortened import in_full
from simulators.understand.slots import CHOICE, OPTION, OTHER, VAGUE, SlotIndex
from simulators.understand.words import expression, listed, spaced
from simulators.understand.yes_or_no import slots_by_yes_or_no

_SPOKEN_OF = expression(
    r"(?<!about )(?<!describe )\b(?:these|those|this|that|the (?:above|following|necessary"
    r"|required)) (?:\w+ )?(?:details?|information|issues?|problems?)\b|\b(?:one|two|three|either|any|both"
    r"|all) of (?:the following\b|(?:these|those)\b(?=.*: ))|\b(?:last|first|next|this|some|any|real|long|every|same"
    r"|another) time\b|\b(?:company|business|brand|app|application|store|network|bank|domain|provider|employer|school"
    r"|hotel)(?:'s)? name\b|\bon file\b|\bname (?:all|both|them|each|every|any)\b"
    r"|\b(?:label|link|code|form|attachment|instructions?) (?:from|in|by|to|with) your e-?mail\b"
    r"|\b(?:check|look (?:in|at)|see|search) your (?:e-?mails?|inbox)(?:(?:,| or|,? "
    r"and) (?:your"
    r" )?(?:account|app|inbox|profile|e-?mails?))* for\b"
    r"|\b\d{1,4}[a-z]? (?:[a-z'-]+ ){1,3}street\b"
    r"|(?<!use )(?<!charge )\bfor (?:any|the|this) (?:\w+ ){0,2}"
    r"(?:difference|fees?|costs?|charges?)(?: (?:and|or) the (?:\w+ "
    r"){0,3}(?:difference|fees?"
    r"|costs?|charges?))?\b"
)
_QUESTION_WORDS = listed("which what how when where whereabouts who whom whose why")
_SPELLING = expression(r"\bspelling of (?=your|the)")
_ORDER_OR_THING = expression(r"\b((?:which|what) orders?) ?/ ?((?:item|product|article)s?)\b")
_PART_OF_ADDRESS = (
    r"(?:and|the|your|full|house|building|apartment|flat|unit|suite|or|street|road|numbers?|name|town|city|state|county"
    r"|region|zip|post|postal|postcode|code|country)\b[ ,/&+]*"
)
_PARTS_OF_ADDRESS = expression(
    rf"(?<=\baddress)(?:(?::| -|,? (?:including|with|meaning|so|that is,?|i\.e\.,?)) | \()(?:{_PART_OF_ADDRESS})+\)?"
    rf"|(?<=\w) ?(?:\((?P<open>)|: | - )(?=(?:the |house |full )?(?:street|number)\b[^()?]*\b(?:city|town)\b)"
    rf"(?:{_PART_OF_ADDRESS})+(?(open)\)|(?=\W*$))"
)
"""What an address is made of, named after it or in brackets: "the new address: street, city and postcode"."""
_REPORTS = expression(
    r"\band (?:then )?(?:report back|(?:let me know|tell me)(?: how (?:it|that) (?:goes|went|looks|turns out))?)\W*$"
)
_AND = expression(r"^(?:(?:and|also|so|then|plus|oh|ok|okay|your|total|a|an|the) )+")
_GOES_ON = expression(r"(?:and |so )?(?:next|now|then|finally|lastly|still)\b")
"""Begins a list of what is still wanted."""
_QUOTED = expression(r"[\"\u201c][^\"\u201c\u201d]{1,40}[\"\u201d](?! (?:number|code|field)\b)")
"""Words on a screen or a label, which ask for nothing themselves."""
_FOR_OPTIONS = expression(r"(?:(?:for|to|into|in) )?which (?:new )?options\b|(?:for|into) which option\b")
_PAID = "payment_method"
"""Where money is to go, which "where" asks for as well."""
_WAYS = (_PAID, "shipping_method")
"""Slots of which a question for the method or the way puts up values."""
_PLACES = listed("where who whom")
"""Words that ask for something else than the thing which a sentence with them names."""
_CHANGED_TO = expression(r"\b(?:change|update|switch|set)(?: (?:it|that|this|your \w+))? (?:over )?to\W*$")
_LISTS = expression(r"\([^()]*,[^()]*\)")


def slots_asked(sentence: Sentence, index: SlotIndex, *, beside: bool = False) -> tuple[str, ...]:
    """Keys of the slots that an asking sentence names, in order; the object of the request before its by-words.

    `beside` is for a sentence that does something else first: only what it then asks for counts.
    """
    sentence = rephrased(sentence)
    if index.has("order_id"):
        sentence = in_full(sentence)
    bare = sentence.question or (_GOES_ON.match(sentence.plain) and not CUE.search(sentence.plain))
    if bare and (keys := _listed_only(sentence.plain, index)):
        return keys
    if kind := chooses_kind(sentence, index):
        named = before_last(sentence.plain, lambda part: _of_part(part, index))
        return tuple(dict.fromkeys((*(named or _named_before(sentence.plain, index)), kind)))
    if sentence.question and (facts := slots_by_yes_or_no(sentence.plain.rpartition(": ")[2], index)):
        return facts if VAGUE.issuperset(facts) else _with_what_follows(facts, sentence, index)
    if not (sentence.question or beside or CUE.search(sentence.plain)) and (lacked := slots_lacked(sentence, index)):
        return lacked
    if index.story and _REPORTS.search(sentence.plain):
        return (index.story,)
    region, lead = region_of(sentence, beside=beside)
    region = with_new_one(region)
    if sentence.question:
        region = _QUOTED.sub(" ", region)
    if "/" in region:
        region = _ORDER_OR_THING.sub(r"\1 and \2", region)
    region = _PARTS_OF_ADDRESS.sub(", and ", _SPELLING.sub("", _SPOKEN_OF.sub(" ", region)))
    keys = _questions(region, index, lead)
    whole = region if beside else sentence.plain
    if not keys and region != whole:
        keys = tuple(dict.fromkeys(index.gapped(region))) or mentioned(_SPOKEN_OF.sub(" ", whole), index)
    if keys == (CHOICE,) and not sentence.vocabulary.isdisjoint(_PLACES):
        keys = tuple(key for key in dict.fromkeys(index.gapped(sentence.plain)) if key != CHOICE) or keys
    keys = keys or tuple(dict.fromkeys(index.gapped(whole))) or tuple(dict.fromkeys(index.near(region)))
    if keys and not beside:
        keys = tuple(dict.fromkeys((*_named_before(sentence.plain, index), *keys)))
    return keys or (_named_only(sentence, index) if sentence.question else ())


_STILL_OPEN = expression(r"\b(?:open|missing|lacking|left|outstanding|to go|needed|wanted)$")
_LEADS_TO = expression(r"\b(?:ask|things|questions|details|points|need|few|couple|first|then|go|following)\b")
_TELLS = expression(
    r"\b(?:is|are|was|were|has|had|does|did|matches|found|have (?!(?:it|them|those)\b)|will|can|thanks|thank)\b"
    r"(?! it\b)|\blet (?:me|us) (?!ask|have|get|know)|\bi (?:am|will|can|could)\b"
)
"""Says something of a thing that it names."""


def _with_what_follows(facts: tuple[str, ...], sentence: Sentence, index: SlotIndex) -> tuple[str, ...]:
    """Keys of what a question asks whether one has, and of the questions with question words that come after it."""
    following = [part for part in parts(sentence.plain)[1:] if not _QUESTION_WORDS.isdisjoint(part.split())]
    return tuple(dict.fromkeys((*facts, *(key for part in following for key in _questions(part, index, 0)))))


def _named_only(question: Sentence, index: SlotIndex) -> tuple[str, ...]:
    """Keys of what a question that has no verb only names: "and the make of the phone?"."""
    if (
        " or " in question.plain
        or not question.vocabulary.isdisjoint(_QUESTION_WORDS)
        or not question.vocabulary.isdisjoint(AUXILIARIES)
    ):
        return ()
    named = _AND.sub("", question.plain)
    return mentioned(f"{YOURS}{named}", index, len(YOURS))


def _listed_only(plain: str, index: SlotIndex) -> tuple[str, ...]:
    """Keys of what a question only lists, or names with its question word behind: "order, item, refund where?"."""
    if (asking := turned(plain)) != plain:
        return tuple(index.gapped(asking))
    keys = tuple(dict.fromkeys(of_parts(plain, lambda part: _of_part(part, index))))
    return () if keys and any(" and " in plain[one.start : one.end] for one in index.exact(plain)) else keys


def slots_listed(sentence: Sentence, index: SlotIndex) -> tuple[str, ...]:
    """Keys of the slots that a sentence names one after the other, saying nothing of them: none where it is fewer than
    two, unless it says that they are still open."""
    lead, colon, listed_things = sentence.plain.partition(": ")
    still_open = bool(colon) and _STILL_OPEN.search(lead) is not None
    things = listed_things if still_open or (colon and _LEADS_TO.search(lead)) else sentence.plain
    enumerated = [part for part in parts_of(things) if not part.startswith("if ")]
    named = [_of_part(part, index) for part in enumerated]
    keys = tuple(dict.fromkeys(key for of_part in named for key in of_part if key not in VAGUE))
    told = any(sign.isdigit() for sign in sentence.plain) or any(
        _TELLS.search(part) and _QUESTION_WORDS.isdisjoint(part.split()) for part in enumerated
    )
    return keys if named and named[0] and not told and len(keys) > (0 if still_open else 1) else ()


def _of_part(part: str, index: SlotIndex) -> tuple[str, ...]:
    """Keys of the slots that a part of an enumeration names, which is a question or a noun without its article."""
    part = turned(part)
    if _QUESTION_WORDS.isdisjoint(part.split()):
        return mentioned(f"{YOURS}{part}", index, len(YOURS))
    return _questions(part, index, 0) or tuple(index.gapped(part))


def _named_before(plain: str, index: SlotIndex) -> tuple[str, ...]:
    """Keys of what stands by its name alone before a question: "e-mail, order number, and which card pays"."""
    cue = CUE.search(plain)
    return before_question(plain, cue.end() if cue else None, lambda part: _of_part(part, index))


def chooses_kind(sentence: Sentence, index: SlotIndex) -> str | None:
    """The slot that a question whose alternatives are of one kind asks for."""
    if not sentence.question or " or " not in sentence.plain:
        return None
    asking = sentence.vocabulary & _QUESTION_WORDS
    kind = kind_of_alternatives(sentence.plain, index.has) if asking <= {"where"} else None
    return kind if kind == _PAID or not asking else None


def _questions(region: str, index: SlotIndex, lead: int) -> tuple[str, ...]:
    """Keys of the slots that each of its questions names; an open slot for one that names none beside those."""
    questions = parts(region)
    if len(questions) < 2:
        return _asked_in(region, index, lead)
    keys: list[str] = []
    unnamed: list[str] = []
    for at, question in enumerate(questions):
        if " or " in question and (keys_of_it := _of_alternatives(question, index)):
            keys += keys_of_it
            continue
        if " or " not in (region if index.facts else question) and (facts := slots_by_yes_or_no(question, index)):
            if facts != (index.story,):
                keys += facts
            elif index.facts:
                unnamed += facts
            continue
        named = _asked_in(question, index, 0 if at else lead) or tuple(index.gapped(question))
        if asks_for_another(question, region):
            named = (index.another,) if index.another else ()
        named = named or tuple(key for key in keys_by_word(question) if index.has(key))
        keys += _renewed(named, keys, index)
        if not named and asks_which(question) and index.has(CHOICE):
            unnamed.append(CHOICE)
        elif not named and CHOICE not in keys and asks_to_describe(question) and index.story:
            unnamed.append(index.story)
    return tuple(dict.fromkeys((*keys, *unnamed))) if keys or len(unnamed) == len(questions) else ()


def _renewed(named: tuple[str, ...], before: list[str], index: SlotIndex) -> tuple[str, ...]:
    """Keys with the new one of what was just asked for, in the place of what something is changed to."""
    new = next((f"new_{key}" for key in reversed(before) if index.has(f"new_{key}")), None)
    return (new,) if new and named == (OPTION,) and CHOICE not in before else named


def _of_alternatives(question: str, index: SlotIndex) -> tuple[str, ...]:
    """Keys of what a question without a question word asks for by its alternatives."""
    said = question.split()
    head, _, values = question.rpartition(": ")
    if not _QUESTION_WORDS.isdisjoint(head.split()) and (way := kind_of_alternatives(values, index.has)) in _WAYS:
        return (way,) if way else ()
    if not _QUESTION_WORDS.isdisjoint(said) or (said[0] != "whether" and AUXILIARIES.isdisjoint(said[:2])):
        return ()
    kind = kind_of_alternatives(question, index.has)
    if kind is None:
        return slots_by_yes_or_no(question, index) or ((CHOICE,) if "rather" in said and index.has(CHOICE) else ())
    return (kind,)


def _asked_in(question: str, index: SlotIndex, lead: int) -> tuple[str, ...]:
    """Keys of the slots of one question: by its form and what it then adds, or by what it names.

    A slot of a kind that forms do not know, such as a domain's own "new e-mail address", is known by its name only.
    """
    keys, added = asked_by_frame(question, index.has)
    if len(keys) == 1 and index.has(new := f"new_{keys[0]}") and _CHANGED_TO.search(question):
        return (new,)
    if not keys:
        return mentioned(question, index, lead)
    named = mentioned(question, index, lead)
    if keys == (OTHER,) and named and not SIGNS.isdisjoint(spaced(question).split()):
        return named
    if any(key not in KINDS for key in named) or (
        named == (OPTION,) and (keys == (CHOICE,) or _FOR_OPTIONS.match(question))
    ):
        return named
    return tuple(dict.fromkeys((*keys, *(_added(added, index) if added else ()))))


def _added(added: str, index: SlotIndex) -> tuple[str, ...]:
    """Keys of what a question adds to what it asks for by its form: in the words of a slot, or by its noun."""
    if (keys := mentioned(added, index)) or not added.startswith(ARTICLES):
        return keys
    return tuple(key for key in mentioned(added, index, added.find(" ") + 1) if key not in VAGUE | {OTHER})


def slots_hinted(sentence: Sentence, index: SlotIndex) -> tuple[str, ...]:
    """Keys of the slots that a condition names: "once you find your customer ID, ..."."""
    hint = HINT.search(sentence.plain)
    if hint is None:
        return ()
    return mentioned(sentence.plain[hint.start() :].split(", ", 1)[0], index) or mentioned(
        sentence.plain[: hint.start()], index
    )


def slots_lacked(sentence: Sentence, index: SlotIndex) -> tuple[str, ...]:
    """Keys of the slots that it says to be lacking: "all that's left is the day"."""
    lacked = lack(sentence)
    if lacked is None:
        return ()
    cut = CUT.search(lacked.said, lacked.lead)
    said = lacked.said[: cut.start()] if cut else lacked.said
    if lacked.wishes and " or " in said and (kind := kind_of_alternatives(said, index.has)):
        return (kind,)
    keys = _questions(said[lacked.lead :], index, 0) if lacked.wishes else _questions(said, index, lacked.lead)
    return keys if lacked.wishes or not VAGUE.issuperset(keys) else ()


def slots_needed(sentence: Sentence, index: SlotIndex) -> tuple[str, ...]:
    """Keys of the slots without which it says that nothing can be done."""
    needed = says_without(sentence)
    keys = _questions(needed, index, needed.find(" ") + 1) if needed else ()
    return tuple(key for key in keys if key not in VAGUE)


def slots_of_item(item: Sentence, index: SlotIndex) -> tuple[str, ...]:
    """Keys of the slots that an item of a list of asked things names: before its explanation, or anywhere in it."""
    head = re.split(r"[:\u2013\u2014]| - ", item.plain, maxsplit=1)[0]
    keys = _of_head(head, index) or tuple(dict.fromkeys((*index.gapped(head), *index.near(head))))
    if not keys:
        keys = mentioned(item.plain, index) or tuple(dict.fromkeys(index.near(item.plain)))
        keys = keys or tuple(key for key in keys_by_word(head) if index.has(key))
        return keys or ((index.facts,) if index.facts and asks_to_describe(head) else ())
    rest = item.plain[len(head) :]
    if CUE.search(rest) or _LISTS.search(rest or head):
        also = mentioned(rest or " ".join(BRACKETS.findall(head)), index)
        keys += tuple(key for key in also if key not in keys and not (index.is_name(key) or key in VAGUE))
    return keys


def _of_head(head: str, index: SlotIndex) -> tuple[str, ...]:
    """Keys of the slots that the head of an item names, which is a question or a noun with or without an article."""
    if _QUESTION_WORDS.isdisjoint(head.split()):
        return mentioned(head, index) or mentioned(f"{YOURS}{head}", index, len(YOURS))
    return _questions(head, index, 0)
