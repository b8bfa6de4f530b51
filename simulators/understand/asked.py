"""Which slots a request asks for: the object of the asking, before its purpose and its by-words."""

import re
from collections.abc import Sequence

from simulators.understand.alternatives import kind_of_alternatives, kind_of_list
from simulators.understand.clauses import Sentence
from simulators.understand.frames import asked_by_frame
from simulators.understand.noun_phrases import owner_of_name, things_in
from simulators.understand.nouns import KINDS, key_of_record
from simulators.understand.parts import asks_to_describe, asks_which, keys_by_word, parts
from simulators.understand.requests import ALSO, CUE, HINT, WH, also_asks, asks_openly, before_choosing, chooses
from simulators.understand.slots import CHOICE, OTHER, VAGUE, SlotIndex, reworded
from simulators.understand.words import Phrase, listed, words

_CUT = re.compile(
    r"\b(?:so (?:that )?(?:i|we|you)\b|in order (?:to|for)"
    r"|(?<!want )(?<!like )(?<!need )(?<!wish )(?<!able )(?<!going )(?<!prefer )(?<!trying )(?<!try )(?<!have"
    r" )(?<!happy )to (?:help|verify|locate|look|find|proceed|process|retrieve|validate|finali[sz]e|identify"
    r"|determine|investigate|complete|continue|get|ensure|begin|start|assist|check|cancel|make|move|authenticate|pull"
    r"|access|resolve|review|confirm (?:that )?(?:your identity|it))\b|you can (?:find|usually)|it (?:should"
    r"|is usually|can be)|this (?:will|helps)|and (?:then )?i will|then i|i will|we will|(?:and|then|,) ?(?:i|we) can"
    r"|before (?:i|we)|as (?:i|we)|because)\b"
)
_MODIFIER = re.compile(
    r"\b(?:associated with|linked (?:to|with)|tied to|registered (?:with|to|under|on|for|in|by)|connected (?:to|with)"
    r"|on file|attached to|used (?:for|to|when|in|at)|for (?:your|the|this|that|a|an)|from (?:your|the|this)"
    r"|of (?:your|this|the(?! following))|on (?:your|the|this)|in (?:your|the|this)|to (?:your|the)|under (?:your"
    r"|the)|(?<!along )(?<!together )with (?:your|the)|that (?:is|was|you)|with which|against)\b[^,;?()]*?(?=,|;|\?"
    r"|\(|\)|$| and (?:on |for |from |to |in |by )?(?:your|the|also|a|what|which|how|when|whether)\b| or (?:your|the"
    r"|a)\b)"
)
_EITHER = re.compile(
    r"\b(?:would you like|do you want|do you need|will you|can you|could you|are you) .*(?: or |\band (?=what|how"
    r"|which))"
)
_LEAD = re.compile(r"\W*(?:me |us )?(?:with |of |about |for )?")
_CLAUSE_WH = re.compile(
    r"(?:^|[,:;] |\b(?:and|but|so|first|also|then|for|to|from|on|with|in|at|by|under|until|since|of) )(?:which|what|how|where(?:abouts)?|who|whom"
    r"|whose|why|when (?:and|did|do|does|is|was|will|would|are|should|have))\b"
)
_SUCH_AS = re.compile(r"\b(?:including|such as|for example|e\.g\.)\b.*$")
_SPOKEN_OF = re.compile(
    r"(?<!about )(?<!describe )\b(?:these|those|this|that|the (?:above|following|necessary"
    r"|required)) (?:\w+ )?(?:details?|information|issues?|problems?)\b|\b(?:one|two|three|either|any|both"
    r"|all) of (?:the following\b|(?:these|those)\b(?=.*: ))|\b(?:last|first|next|this|some|any|real|long|every|same"
    r"|another) time\b|\b(?:company|business|brand|app|application|store|network|bank|domain|provider|employer|school"
    r"|hotel)(?:'s)? name\b|\bon file\b"
)
_QUESTION_WORDS = listed("which what how when where whereabouts who whom whose why")
_SPELLING = re.compile(r"\bspelling of (?=your|the)")
_WHENEVER = re.compile(r"(?:when|once|if|as soon as) you [^,]{3,40}, ")
_PLACES = listed("where who whom")
"""Words that ask for something else than the thing which a sentence with them names."""
_BRACKETS = re.compile(r"\((?!or\b)[^)]*\)")
_LISTS = re.compile(r"\([^()]*,[^()]*\)")
_OF_EACH = re.compile(r"\b(?:of|for|from) (?:each|every|all|any|the other)(?: of)?(?: the)? (?:\w+ )??(?=(\w+)\b)")
_WHICH_DOES = re.compile(r"\b(?:which|what) (?:\w+ ){1,3}?(?:should|do|does|did|would|will|was|were|can|shall)\b")
_OPENS = re.compile(r"(?:^|[,;:] |\b(?:and|or|me|know|ask|tell|exactly|remember|say|so|then|about) )$")
_BOUND = re.compile(
    r"[,;:?()]| (?:and|or|plus) (?:on |for |from |to |in |by )?(?=(?:what|which|how|when|where|why|who|your|the|any"
    r"|to)\b)"
)
_OPEN = re.compile(r"(?:what|how|does|did) ")
_VAGUE = re.compile(
    r"\b(?:more (?:details|information|about)|details|reason|describe|issue|problem|happen\w*|explain|elaborate"
    r"|trying to|why|tell me (?:about|what|how)|concerns?|what (?:does|do|did|is happening)|you see|look(?:s"
    r"|ing)? like|(?:let me know|tell me) (?:once|when|how|if|whether)|regarding)\b"
)
_REPORT = re.compile(
    r"\b(?:tell me|let me know) (?:if|whether|once|when) (?:it|the|you (?:see|get|hear|notice|still))\b"
)
_STATE = re.compile(
    r"^(?:\w+[,:] |(?:when|if|after|once) [^,]{3,50}, )?(?:and |so |now,? |okay,? )?(?:is|are|was|were|does|do|did"
    r"|have|has|can you (?!tell|give|share)|are you)\b"
)
_HOW_THINGS_ARE = re.compile(
    r"(?:(?:and|so|also|ok|okay|now|right|then),? )*(?:is|are|was|were|does|do|did|has|have|had) (?:it|they|that|this|any"
    r"|all|everything|anyone|anybody|(?:the|your) (?!dates?\b)\w+)\b"
    r"(?!.*\b(?:or|else|different|another|possible|names?|insurance|correct|right|flexible|only)\b)"
)
_EVENT = re.compile(
    r"^(?:\w+,? )?(?:how|what)\b.*\b(?:do|does|did|happens?|happened|is) (?:you|it|that|they|your \w+|the \w+)\b"
)
_HAVE_IT = re.compile(r"\b(?:do you (?:happen to )?(?:have|know)|what is (?:your|the))\b")
_THING = re.compile(
    r"\b(?:numbers?|codes?|level|tier|status|photos?|pictures?|images?|screenshots?|receipt|invoice|voucher|coupon"
    r"|languages?|membership|documents?|names?|passport|file|copy|link|(?:gift )?message)\b"
)
"""What is asked for is a thing of its own kind: no description of what has happened."""
_POINTS_BACK = re.compile(
    r"\b(?:it|that|them|they|this|these|those|again|spelling|correct(?:ly)?|double-check|another|different|(?:your"
    r"|the) (?:information|details))\b"
)
_SIGN_OF_IT = re.compile(r"\b(?:double-check\w*|recheck|check|again|resend|number|code|reference|digits?|spelling)\b")
_OTHERS = re.compile(
    r"\b(?:options?|choices?|alternatives?|ways|days|hours|weeks|minutes|details|items?|slots|times)\b"
)
_PLURAL = re.compile(r"\b[a-z]{3,}(?<!s)s\b")
_YOURS_OR = re.compile(r"\b(?:your|the|this|that) ([a-z]{3,}) or\b")
_CHOICE = re.compile(r"\b(?:which|prefer|would you like|do you want|do you mean|or)\b")


def slots_asked(sentence: Sentence, index: SlotIndex, *, beside: bool = False) -> tuple[str, ...]:
    """Keys of the slots that an asking sentence names, in order; the object of the request before its by-words.

    `beside` is for a sentence that does something else first: only what it then asks for counts.
    """
    if sentence.question and " or " in sentence.plain and sentence.vocabulary.isdisjoint(_QUESTION_WORDS):
        kind = kind_of_alternatives(sentence.plain, index.has)
        if kind:
            return (kind,)
    if sentence.question and _asks_how_things_are(sentence.plain) and index.has("details"):
        return ("details",)
    region, lead = _region(sentence, beside=beside)
    region = _SPELLING.sub("", _SPOKEN_OF.sub(" ", region))
    keys = _questions(region, index, lead)
    whole = region if beside else sentence.plain
    if not keys and region != whole:
        keys = _named(_SPOKEN_OF.sub(" ", whole), index)
    if keys == (CHOICE,) and not sentence.vocabulary.isdisjoint(_PLACES):
        keys = tuple(key for key in dict.fromkeys(index.gapped(sentence.plain)) if key != CHOICE) or keys
    return keys or tuple(dict.fromkeys(index.gapped(whole))) or tuple(dict.fromkeys(index.near(region)))


def _asks_how_things_are(question: str) -> bool:
    """Whether it asks, to be answered by yes or no, how something is or what it does: "is the light red?"."""
    return _HOW_THINGS_ARE.match(question) is not None and _QUESTION_WORDS.isdisjoint(question.split())


def _questions(region: str, index: SlotIndex, lead: int) -> tuple[str, ...]:
    """Keys of the slots that each of its questions names; an open slot for one that names none beside those."""
    questions = parts(region)
    if len(questions) < 2:
        return _asked_in(region, index, lead)
    keys: list[str] = []
    unnamed: list[str] = []
    for at, question in enumerate(questions):
        if " or " not in region and _asks_how_things_are(question) and index.has("details"):
            unnamed.append("details")
            continue
        named = _asked_in(question, index, 0 if at else lead) or tuple(index.gapped(question))
        named = named or tuple(key for key in keys_by_word(question) if index.has(key))
        keys += named
        if not named and asks_which(question) and index.has(CHOICE):
            unnamed.append(CHOICE)
        elif not named and CHOICE not in keys and asks_to_describe(question) and index.has("details"):
            unnamed.append("details")
    return tuple(dict.fromkeys((*keys, *unnamed))) if keys or len(unnamed) == len(questions) else ()


def _asked_in(question: str, index: SlotIndex, lead: int) -> tuple[str, ...]:
    """Keys of the slots of one question: by its form and what it then adds, or by what it names.

    A slot of a kind that forms do not know, such as a domain's own "new e-mail address", is known by its name only.
    """
    keys, added = asked_by_frame(question, index.has)
    if not keys:
        return _named(question, index, lead)
    named = _named(question, index, lead)
    if any(key not in KINDS for key in named):
        return named
    return tuple(dict.fromkeys((*keys, *(_named(added, index) if added else ()))))


def slots_hinted(sentence: Sentence, index: SlotIndex) -> tuple[str, ...]:
    """Keys of the slots that a condition names: "once you find your customer ID, ..."."""
    hint = HINT.search(sentence.plain)
    if hint is None:
        return ()
    return _named(sentence.plain[hint.start() :].split(", ", 1)[0], index) or _named(
        sentence.plain[: hint.start()], index
    )


def slots_of_item(item: Sentence, index: SlotIndex) -> tuple[str, ...]:
    """Keys of the slots that an item of a list of asked things names: before its explanation, or anywhere in it."""
    head = re.split(r"[:\u2013\u2014]| - ", item.plain, maxsplit=1)[0]
    keys = _named(head, index) or tuple(dict.fromkeys(index.near(head)))
    if not keys:
        return _named(item.plain, index) or tuple(dict.fromkeys(index.near(item.plain)))
    rest = item.plain[len(head) :]
    if CUE.search(rest) or _LISTS.search(rest or head):
        also = _named(rest or " ".join(_BRACKETS.findall(head)), index)
        keys += tuple(key for key in also if key not in keys and not (index.is_name(key) or key in VAGUE))
    return keys


def choice_within(sentence: Sentence, index: SlotIndex) -> str | None:
    """The slot that a sentence has named before it asks "which one"."""
    before = before_choosing(sentence)
    named = next((key for key in _named(before, index) if key != CHOICE and key not in VAGUE), None)
    return named or (_plural_in(before, index) if sentence.plain.startswith("of ") else None)


def choice_before(before: Sequence[Sentence], index: SlotIndex) -> str | None:
    """The slot whose alternatives the sentences before put up: payment methods, or several orders."""
    for earlier in reversed(before):
        key = next((key for key in _named(earlier.plain, index) if index.is_choice(key)), None)
        if key is None and not earlier.question:
            key = _several(earlier, index)
        if key:
            return key
    kinds = (kind_of_list(earlier.plain, index.has) for earlier in reversed(before) if not earlier.question)
    return next((kind for kind in kinds if kind), None)


def _several(sentence: Sentence, index: SlotIndex) -> str | None:
    """The slot that "which ..." asks for with a noun that the sentence has in the plural."""
    return _plural_in(sentence.plain, index)


def _plural_in(text: str, index: SlotIndex) -> str | None:
    for noun in (*_PLURAL.findall(text), *_YOURS_OR.findall(text)):
        key = None if _OTHERS.match(noun) else index.which(noun)
        if key and not index.is_date(key):
            return key
    return None


def fallback(sentence: Sentence, before: Sequence[Sentence], index: SlotIndex) -> tuple[str, ...]:
    """Slots for a request that names none: those it points back to ("check it"), else what it asks openly.

    None for a question that yes or no would answer; "other" for what the lexicon has no open slot for.
    """
    if _POINTS_BACK.search(sentence.plain):
        for earlier in reversed(before[-2:]):
            asking = earlier.question or CUE.search(earlier.plain) is not None
            if keys := slots_asked(earlier, index) if asking else _named(earlier.plain, index):
                return keys
            if _SIGN_OF_IT.search(sentence.plain) and (key := key_of_record(earlier.plain, index.has)):
                return (key,)
    reports = _REPORT.search(sentence.plain) is not None
    open_ended = asks_openly(sentence) or " or " in sentence.plain
    if not reports and open_ended and (_CHOICE.search(sentence.plain) or chooses(sentence)):
        kind = choice_before(before, index) if chooses(sentence) else None
        if kind or index.has(CHOICE):
            return (kind or CHOICE,)
    if reports or _asks_state(sentence) or _VAGUE.search(sentence.plain):
        for key in ("details", "reason", "issue"):
            if index.has(key):
                return (key,)
    if _THING.search(sentence.plain):
        return (OTHER,)
    if not asks_openly(sentence) and not also_asks(sentence):
        return ()
    return next(((key,) for key in ("details", CHOICE) if index.has(key)), (OTHER,))


def _asks_state(sentence: Sentence) -> bool:
    """Whether it asks how things stand, rather than for something that one has."""
    plain = sentence.plain
    if not sentence.question or _HAVE_IT.search(plain):
        return False
    return (_STATE.match(plain) or _EVENT.match(plain)) is not None


def _region(sentence: Sentence, *, beside: bool) -> tuple[str, int]:
    """The part that says what is asked for, and the length of the asking words before it."""
    opening = _WHENEVER.match(sentence.plain)
    plain = sentence.plain[opening.end() :] if opening and not sentence.question else sentence.plain
    cue = (ALSO if beside else CUE).search(plain)
    asking = None if beside else _CLAUSE_WH.search(plain)
    if cue is None and asking is None:
        asking = WH.search(plain)
    if asking is not None and (cue is None or (sentence.question and asking.start() < cue.start())):
        start, length = asking.start(), 0
    elif cue is not None:
        start, length = cue.start(), cue.end() - cue.start()
    else:
        start, length = 0, 0
    if sentence.question and (either := _EITHER.search(plain, 0, start + 9)):
        start, length = either.start(), length + start - either.start()
    region = plain[start:]
    cut = _CUT.search(region, length)
    lead = _LEAD.match(region, length) if length else None
    if cut:
        _, colon, listed = region[cut.start() :].partition(": ")
        region = region[: cut.start()] + colon + listed
    return region, (lead.end() if lead else 0)


def _named(region: str, index: SlotIndex, lead: int = 0) -> tuple[str, ...]:
    """Keys of the slots that stand in a text; by-words that begin after `lead` count only by themselves."""
    found = list(index.exact(words(region)))
    text = reworded(region, [(phrase.start, phrase.end) for phrase in found])
    if text != region:
        found = list(index.exact(words(text)))
    found = _with_things(found, text, index, lead)
    if len(found) > 1:
        found = _without_context(_of_each(found, text, index), text, index)
        found = _outside(found, text, lead, _MODIFIER, _BRACKETS) or found
        heads = _outside(found, text, 0, _SUCH_AS)
        found = heads if any(phrase.payload not in VAGUE for phrase in heads) else found
    keys = dict.fromkeys(phrase.payload for phrase in found)
    firm = {phrase.payload for phrase in found if phrase.payload not in VAGUE or _OPEN.match(text, phrase.start)}
    return tuple(key for key in keys if key in firm) or tuple(keys)


def _with_things(found: list[Phrase[str]], text: str, index: SlotIndex, lead: int) -> list[Phrase[str]]:
    """With what nouns and numbers are of, where no phrasing says it: "the number printed on your boarding pass"."""
    for thing in things_in(text, [(one.start, one.end) for one in found], lead):
        if index.has(thing.payload):
            found = [one for one in found if not thing.start <= one.start < thing.end]
            found = sorted((*found, thing), key=lambda one: one.start)
    return [_owned(one, text, index) if one.payload == "full_name" else one for one in found]


def _owned(name: Phrase[str], text: str, index: SlotIndex) -> Phrase[str]:
    owner = owner_of_name(text, name.end)
    return name._replace(payload=owner) if owner and index.has(owner) else name


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
