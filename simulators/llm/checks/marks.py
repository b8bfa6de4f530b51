"""What each move of a reply leaves in its words, by which it can be read back."""

import re

from domains.kit.scenario import CustomerGoal
from simulators.agenda.moves import MoveKind
from simulators.llm.checks.fault import Fault
from simulators.llm.checks.questions import questions_in
from simulators.llm.checks.secrets import names_action, stems
from simulators.llm.checks.stance import plain_stance
from simulators.llm.checks.values import known_values
from simulators.llm.draft import Draft, PlainMove

_NOT = r"\b(?:no|not|never|nothing|none|without|cannot|unable|nor)\b|n't\b"


def _of(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(words), re.IGNORECASE)


_LACKS = _of(_NOT, r"\b(?:lost|misplaced|forgot(?:ten)?|afraid|unsure|no idea|missing|clueless|beats me|escapes)\b")
_KEEPS = _of(_NOT, r"\b(?:rather|private|prefer|uncomfortable|keep (?:that|it|this)|to myself|between)\b")
_WAITS = _of(
    r"\b(?:moment|minute|second|sec|look\w*|find\w*|check\w*|search\w*|fetch|get(?:ting)?|dig"
    r"|wait|bear with|hold on|hang on)\b"
)
_DONE = _of(
    r"\b(?:done|complete[d]?|finished|gone through|processed|taken care|sorted|settled|set|already|through|in place"
    r"|happened"
    r"|made|carried out|finali[sz]ed|ready)\b"
)
_DOUBTS = _of(r"\?", r"\b(?:sure|really|again|certain|believe|surely|disappoint\w*|check|look|another|any|thought)\b")
_LETS_GO = _of(
    _NOT,
    r"\b(?:leave|leaving|drop|forget|fine|understand|understood|ok(?:ay)?|all right|alright|shame|pity|never ?mind"
    r"|so be it|accept|fair|too bad|see|keep|stay|back|skip|second thoughts?|thought|take that|change)\b",
)
_THANKS = _of(
    r"\b(?:thank\w*|great|perfect|good|wonderful|excellent|lovely|nice|appreciate\w*|glad|brilliant|fantastic|cheers"
    r"|awesome|well|fine|relie\w+|happy|pleased|ok(?:ay)?|super|splendid)\b"
)
_CLOSES = _of(
    r"\b(?:all|everything|nothing|no(?:pe)?|bye|good ?bye|done|set|that's it|that is it|that was it|see you|thank\w*"
    r"|good|farewell|else|settled)\b"
)
_LEAVES = _of(r"\b(?:bye|good ?bye|leav\w+|stop\w*|another (?:time|day)|later|give up|all|nothing|enough|done|day)\b")
_RIGHT = _of(r"\b(?:right|yes|yep|yeah|correct|exactly|precisely|indeed|that's (?:it|the one)|that one|the one|true)\b")
_ALL = _of(r"\b(?:all|only|just|nothing|whole|everything|complete\w*|that's it|that's the lot|no more)\b")
_STAYS = _of(
    _NOT, r"\b(?:rest|others?|else|keep\w*|stays?|remains?|leave|left|fine|all right|alright|as (?:it|they))\b"
)
_RELIES = _of(r"\?", r"\b(?:count|rely|depend|sure|certain|promise\w*|really|word|mean|definite\w*|firm|happen)\b")
_PUZZLED = _of(
    _NOT, r"\b(?:sense|strange|odd|weird|unclear|confus\w+|puzzl\w+|differently|meant?|means|lost|what|sorry|help)\b"
)
_HERE = _of(
    r"\b(?:here|you|your (?:side|end)|chat|yourself|directly)\b",
)
_GOES_ON = _of(
    r"\?", r"\b(?:next|request|proceed|go on|move on|take care|help|still|waiting|what about|along|please|now)\b"
)
_WAITS_FOR = _of(r"\b(?:wait\w*|hold\w*|thank\w*|fine|ok(?:ay)?|all right|alright|talk|speak|pass\w*|stand by|them)\b")
_QUESTION = _of(r"\?")
_NEGATED = _of(_NOT, r"\b(?:lost|missing|unable|failed?|still waiting|wrong|late|empty|no sign)\b")

_MARKS: dict[MoveKind, re.Pattern[str]] = {
    MoveKind.CANNOT_GIVE: _LACKS,
    MoveKind.NO_IDEA: _LACKS,
    MoveKind.NO_PREFERENCE: _LACKS,
    MoveKind.NOTHING_TO_TELL: _LACKS,
    MoveKind.NOTHING_ELSE_KNOWN: _of(_NOT, r"\b(?:all|everything|other way|another way)\b"),
    MoveKind.LOOK_UP: _WAITS,
    MoveKind.DECLINE: _KEEPS,
    MoveKind.HESITATE: _QUESTION,
    MoveKind.AFFIRM: _RIGHT,
    MoveKind.COMPLETE: _ALL,
    MoveKind.REST_STAYS: _STAYS,
    MoveKind.RELY: _RELIES,
    MoveKind.ASK_DONE: _DONE,
    MoveKind.CONTEST: _DOUBTS,
    MoveKind.ACCEPT_REFUSAL: _LETS_GO,
    MoveKind.ABANDON: _LETS_GO,
    MoveKind.PREFER_HERE: _HERE,
    MoveKind.ACKNOWLEDGE_TRANSFER: _WAITS_FOR,
    MoveKind.THANK: _THANKS,
    MoveKind.NUDGE: _GOES_ON,
    MoveKind.PUZZLED: _PUZZLED,
    MoveKind.CLARIFY: _PUZZLED,
    MoveKind.PROD: _QUESTION,
    MoveKind.NOTHING_MORE: _CLOSES,
    MoveKind.LEAVE: _LEAVES,
    MoveKind.GIVE_UP: _LEAVES,
}
_STATES = frozenset({MoveKind.STATE_GOAL, MoveKind.RESTATE, MoveKind.INSIST, MoveKind.CLARIFY})


def marks_fault(text: str, draft: Draft) -> Fault | None:
    """What is wrong if a move of the draft cannot be found in a text any more."""
    plain = plain_stance(text)
    for move in draft.moves:
        kind = MoveKind(move["move"])
        mark = _MARKS.get(kind)
        if mark is not None and not mark.search(plain) and mark.search(draft.text):
            return Fault("meaning", f"it no longer does what the draft does ({kind.value.replace('_', ' ')})")
        if kind is MoveKind.ASK_DONE and not questions_in(text):
            return Fault("meaning", "it no longer asks whether it is done")
        if kind in _STATES and (lost := _goal_fault(text, draft, move)) is not None:
            return lost
        if kind is MoveKind.PRESS and not _pushes(text, draft, move):
            return Fault("meaning", "it no longer says why they should make an exception")
    return None


def _goal_fault(text: str, draft: Draft, move: PlainMove) -> Fault | None:
    """Whether a request is still the same: its action is named, or in words of the scenario, and a not stays a not."""
    goal = draft.goal(move["goal"])
    if _says_goal(draft.text, goal, draft) and not _says_goal(text, goal, draft):
        return Fault("meaning", "it no longer says what you want")
    if all(_NEGATED.search(intent) for intent in goal.intent) and not _NEGATED.search(text):
        return Fault("meaning", "the draft says that something is not so, and this does not")
    return None


def _says_goal(text: str, goal: CustomerGoal, draft: Draft) -> bool:
    values = [form for source in known_values(draft.scenario) for form in (source.value, *source.say)]
    words = stems(*goal.intent) - stems(*values)
    return names_action(text, goal.action, draft.lexicon) or bool(words & stems(text))


def _pushes(text: str, draft: Draft, move: PlainMove) -> bool:
    return bool(stems(*draft.pushes(move)) & stems(text)) or bool(stems(draft.text) & stems(text))
