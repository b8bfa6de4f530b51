"""Whether a text speaks of matters of business that its draft does not speak of."""

import re
from functools import lru_cache

from domains.kit.scenario import CustomerGoal, Trait
from simulators.agenda.moves import MoveKind
from simulators.llm.checks.cases import caseless
from simulators.llm.checks.fault import Fault
from simulators.llm.draft import Draft

_MATTERS: dict[str, str] = {
    "names": r"(?:sur|last |first |full )?names?|called",
    "e-mail": r"e-?mails?|mail address",
    "places": r"post ?codes?|zip(?: code)?|address(?:es)?|streets?|city|town"
    r"|liv(?:e|ing) (?:at|in|on)|deliver\w*|ship\w*",
    "phones": r"(?:tele)?phones?(?: numbers?)?|mobile|call me|ring me",
    "cancelling": r"cancel\w*|call(?:ed|ing)? off",
    "returning": r"return\w*"
    r"|sen(?:d|t|ding) (?:\w+ ){0,4}?back|take (?:\w+ )?back|keep(?:ing)? (?:it|the|them)",
    "exchanging": r"exchang\w*|swap\w*|replac\w*|switch\w*|instead of the|upgrad\w*|bigger|smaller|larger",
    "changing": r"chang(?:e|es|ing)|updat\w+|edit\w*|modif\w+|redirect\w*",
    "money back": r"refund\w*|reimburs\w*|money|credit\w*|compensat\w*|cash|get (?:\w+ )?back",
    "prices": r"pric\w+"
    r"|costs?|fees?|charg\w+|cheap\w*|expensive|dear(?:er)?|discount\w*|coupons?|vouchers?|rebates?|free"
    r"|waiv\w+|pa(?:y|id|ying)|balance|amounts?|total|sum|half|percent",
    "cards": r"cards?|wallets?|bank|accounts?|payment\w*",
    "dates": r"yesterday|tomorrow|last (?:week|month|year)|(?:days?|weeks?|months?|years?) ago|deadline|tracking|track",
    "faults": r"broke\w*|defect\w*|damag\w+|faulty|stolen|torn|does(?:n't| not) (?:work|fit)|not working",
    "people": r"managers?|supervisors?|colleagues?|human|representative|law(?:s|yers?)?|sue|police|court|boss|director"
    r"|transfer\w*|hand(?:ing)? (?:me|you) (?:over|on)|complain\w*",
    "other people": r"husband|wife|sisters?|brothers?|mother|father|friends?|neighbou?rs?|partner|cousin|daughter|son",
    "promises": r"promis\w+|assur\w+|guarantee\w*|exceptions?|urgent\w*|emergency|polic(?:y|ies)|rules?|vip|premium"
    r"|members?(?:hip)?|loyal\w*",
    "confirming": r"confirm\w*|verif\w+|identity|consent|approv\w+|authori[sz]\w+",
    "other orders": r"(?:an)?other (?:order|item|purchase)|second (?:order|item)|as well as|both orders",
}
_ALL = {matter: re.compile(rf"\b(?:{words})\b") for matter, words in _MATTERS.items()}
_GOES_WITH: dict[str, frozenset[str]] = {
    "returning": frozenset({"money back"}),
    "e-mail": frozenset({"places"}),
    "money back": frozenset({"prices", "cards"}),
    "prices": frozenset({"money back"}),
    "cards": frozenset({"money back", "prices"}),
    "exchanging": frozenset({"changing"}),
    "changing": frozenset({"exchanging"}),
    "places": frozenset({"changing"}),
}
"""What may be named where something else is: an e-mail is an address, and a refund a price."""
_CHATS = frozenset({Trait.CHATTY, Trait.RAMBLING})
_TAKES_UP = frozenset({MoveKind.AGREE, MoveKind.ACCEPT_TRANSFER, MoveKind.DECLINE_TRANSFER, MoveKind.PREFER_HERE})
"""Moves that may name what the agent has just proposed."""


_NAMES_GOAL = frozenset(
    kind.value
    for kind in (MoveKind.STATE_GOAL, MoveKind.RESTATE, MoveKind.INSIST, MoveKind.CLARIFY, MoveKind.ASK, MoveKind.THANK)
)


def topics_fault(text: str, draft: Draft) -> Fault | None:
    """What is wrong if a text brings something up."""
    like = _matters(draft.text)
    new = _matters(text) - like
    if not new:
        return None
    known = set(like) | _of_stated_goals(draft) | _of_moves(draft)
    if draft.reply.stance == "agree" or MoveKind.ASK_DONE in draft.kinds:
        known.add("confirming")
    if _CHATS.intersection(draft.scenario.persona.traits):
        known.add("other people")
    if draft.kinds & _TAKES_UP:
        known |= _matters(draft.last_heard)
    known |= {other for matter in known for other in _GOES_WITH.get(matter, ())}
    if brought_up := sorted(new - known):
        return Fault("topic", f"it speaks of {brought_up[0]}, and the draft does not")
    return None


def _of_stated_goals(draft: Draft) -> set[str]:
    """What the goals that the agent knows of are called."""
    named = ((" ".join(goal.intent), goal.action.replace("_", " ")) for goal in draft.stated)
    return {matter for intent, action in named for matter in _matters(intent) & _matters(action)}


def _of_moves(draft: Draft) -> frozenset[str]:
    """What the moves of the draft are about, in whatever words."""
    texts = [str(key).replace("_", " ") for move in draft.moves for key in move.get("keys", ())]
    for move in draft.moves:
        if move["move"] in _NAMES_GOAL and move.get("goal"):
            texts += _sentences_of(draft.goal(move["goal"]))
        if move["move"] == MoveKind.PRESS:
            texts += draft.pushes(move)
    return _matters(" ".join(texts))


@lru_cache(maxsize=1024)
def _matters(text: str) -> frozenset[str]:
    plain = caseless(text.replace("\u2019", "'"))
    return frozenset(matter for matter, words in _ALL.items() if words.search(plain))


def _sentences_of(goal: CustomerGoal) -> tuple[str, ...]:
    return (*goal.intent, *(sentence for question in goal.questions for sentence in question.say))
