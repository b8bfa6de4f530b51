"""Words decided moves: picks sentences, fills in values, adds the manner of the speaker."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from domains.kit.scenario import BranchOn, CustomerGoal, Disclosure, Fact, Scenario, Want
from domains.kit.values import ValueKind
from simulators.agenda.cues import cues_of
from simulators.agenda.decision import Decision
from simulators.agenda.deliberation import wants_at
from simulators.agenda.moves import AT_LENGTH, BELIEF, GRUDGING, Item, Move, MoveKind, item_of
from simulators.agenda.waiting import waits
from simulators.agenda.wording.clauses import (
    capital,
    clauses_text,
    facts_text,
    is_whole,
    label_of,
    lowered,
    value_text,
    values_text,
    whole_clause,
)
from simulators.agenda.wording.manner import with_manner
from simulators.agenda.wording.noise import marked_value, roughened, unmarked_value
from simulators.agenda.wording.pack import Wordings
from simulators.agenda.wording.speaker import Wording, goal_of
from simulators.agenda.wording.values import worded
from simulators.understand.amounts import NUMBER_WORDS

_HELD = re.compile(r"\{(\w+)\}")
REMEMBERED = 14
"""How many wordings used last are avoided."""
_GOES_ON = ("{wants}.",)
"""What is wanted of several kinds, or after what is so in one reply: in clauses, and without another lead-in."""
_BEGINNING = 4
"""With how many words a sentence begins."""
_LONG = 4
"""From how many letters on a word is heard when it comes twice."""
_WISHES = frozenset({MoveKind.WANT, MoveKind.CHOOSE})
_LISTING = _WISHES | {MoveKind.GIVE, MoveKind.REPEAT_FACTS}
"""Moves that say one value after the other, so that one which is a clause itself stands apart."""
_SAYS_AGAIN = frozenset({MoveKind.RESTATE, MoveKind.INSIST, MoveKind.CLARIFY})
_SAY_NO = frozenset(
    {
        MoveKind.CORRECT,
        MoveKind.DISPUTE,
        MoveKind.REJECT,
        MoveKind.NOT_ASKED_FOR,
        MoveKind.NO_NEED,
        MoveKind.DECLINE_TRANSFER,
    }
)
_PRESSES = frozenset({MoveKind.PRESS, MoveKind.CONTEST})
_IN_ITS_WAY: dict[tuple[MoveKind, str | None], Callable[[Wordings], tuple[str, ...]]] = {
    (MoveKind.AGREE, GRUDGING): lambda wordings: wordings.grudging,
    (MoveKind.HESITATE, AT_LENGTH): lambda wordings: wordings.at_length,
}
"""Moves that have other wordings by their detail."""
_YES_OR_NO = _SAY_NO | {MoveKind.AGREE, MoveKind.BEAR_OUT, MoveKind.ACCEPT_TRANSFER}


def render(wording: Wording) -> str:
    """The text of a reply. What was used is left in `Wording.used`."""
    said = []
    for move in _ordered(wording.decision):
        if text := _sentence(wording, move):
            said.append((move, text))
            wording.said.append(text)
    text = " ".join([*(_ended(text) for _, text in said[:-1]), *(text for _, text in said[-1:])])
    if wording.decision.stance == "reject" and not any(move.kind in _SAY_NO for move, _ in said):
        text = _with_no(wording, text)
    if wording.plain:
        return unmarked_value(text)
    persona = wording.scenario.persona
    text = with_manner(wording, text)
    if persona.noise > 0:
        noise = wording.draw.stream_of("noise")
        text = roughened(text, persona.noise, _protected(wording), noise, wording.step)
    return unmarked_value(text)


def _with_no(wording: Wording, text: str) -> str:
    """A text that turns something down without a no of its own, with one before it."""
    if any(move.kind in _PRESSES and move.detail != BELIEF for move in wording.decision.moves):
        options = wording.pack.wordings(wording.scenario.wording).keeps_to
        return f"{wording.pick('keeps-to', options[:1] if wording.terse else options)} {text}"
    if wording.pack.goes_on_from_no.match(text):
        return f"{wording.pack.no}, {lowered(text)}"
    return f"{wording.pack.no}. {text}"


def _ended(text: str) -> str:
    """A sentence with its end, where another one follows."""
    return text if unmarked_value(text).endswith((".", "?", "!")) else f"{text}."


def _ordered(decision: Decision) -> list[Move]:
    """Yes or no first, so that nobody can mistake it, but for what leads to a yes; asking for a moment last; thanks for
    several things once."""
    thanked = [move for move in decision.moves if move.kind is MoveKind.THANK][1:]
    moves = [move for move in decision.moves if move not in thanked]
    agreed = next((move for move in moves if move.kind is MoveKind.AGREE), None)
    return sorted(moves, key=lambda move: (not _comes_first(move, agreed), move.kind is MoveKind.LOOK_UP))


def _comes_first(move: Move, agreed: Move | None) -> bool:
    """Whether a move belongs to a yes or no; who agrees to the rest, or to the second best, or to what is wanted next,
    lets go of the other before that."""
    lets_go = move.detail == BranchOn.PARTLY_REFUSED or move.kind is MoveKind.TAKE_NEXT
    goes_on = agreed is not None and _leads_to(move, agreed)
    return move.kind in _YES_OR_NO or goes_on or (agreed is not None and lets_go)


def _leads_to(move: Move, agreed: Move) -> bool:
    """Whether a move lets another goal go, or states the one that is agreed to."""
    other = move.goal != agreed.goal
    return move.kind is (MoveKind.ACCEPT_REFUSAL if other else MoveKind.STATE_GOAL)


def _sentence(wording: Wording, move: Move) -> str:
    own = _own_words(wording, move)
    if own:
        return own
    rest, whole = _split_whole(wording, move)
    return " ".join([*([_filled_in(wording, rest)] if rest else []), *(whole_clause(wording, item) for item in whole)])


def _filled_in(wording: Wording, move: Move) -> str:
    wordings = wording.pack.wordings(wording.scenario.wording)
    intent = _said_again(wording, move) if move.kind in _SAYS_AGAIN and move.goal else ""
    template = wording.pick(move.kind.value, _led_in(_templates(wordings, wording, move), intent))
    if intent:
        template = template.replace("{intent}", intent)
    filled = _HELD.sub(lambda held: _filled(wording, move, held.group(1)), template).strip()
    return capital(filled.replace("?.", "?").replace("..", "."))


def _said_again(wording: Wording, move: Move) -> str:
    """A goal's intent as it is said again: it goes on from nothing."""
    intent, _ = _intent(wording, goal_of(wording, move.goal or ""))
    return capital(wording.pack.links.sub("", intent))


def _led_in(templates: tuple[str, ...], intent: str) -> tuple[str, ...]:
    """The wordings that lead up to an intent in other words than it begins with; without one, where both would have a
    colon."""
    if ": " not in intent:
        begins = _words(" ".join(intent.split()[:_BEGINNING]))
        return tuple(each for each in templates if not begins & _words(each.partition("{")[0])) or templates
    return tuple(each for each in templates if ": {intent}" not in each) or ("{intent} {wants}",)


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    """The words of a text that are no mere little ones."""
    return frozenset(word for word in re.findall(r"\w+", text.lower()) if len(word) >= _LONG)


def _split_whole(wording: Wording, move: Move) -> tuple[Move | None, list[Item]]:
    """A move without the values that are whole clauses, and those; nothing of the move if that is all it says."""
    whole = [item for item in move.items if is_whole(wording, item)]
    rest = tuple(item for item in move.items if item not in whole)
    if not whole or move.kind not in _LISTING:
        return move, []
    return (replace(move, items=rest) if rest else None), whole


def _templates(wordings: Wordings, wording: Wording, move: Move) -> tuple[str, ...]:
    """The wordings of a move; those for one value alone are left out where there are several to tell apart."""
    if move.kind is MoveKind.PRESS and move.detail:
        goal = goal_of(wording, move.goal or "")
        own = (push.say for push in goal.pushes if push.kind == move.detail)
        waiting = waits(goal, cues_of(wording.scenario.language))
        return next(own, None) or wordings.pressing(move.detail, waiting=waiting)
    if move.kind is MoveKind.THANK and move.goal and not goal_of(wording, move.goal).needs_write:
        return wordings.answered[:2] if wording.terse else wordings.answered
    if (move.kind, move.detail) in _IN_ITS_WAY and not (wording.terse and move.kind is MoveKind.HESITATE):
        return _IN_ITS_WAY[move.kind, move.detail](wordings)
    beside = move.kind is MoveKind.WANT and any(each.kind is MoveKind.GIVE for each in wording.decision.moves)
    if beside or (move.kind in _WISHES and _needs_clauses(wording, move)):
        return _GOES_ON
    if move.kind is MoveKind.OPEN and (greeting := _greeting(wordings, wording)):
        return greeting
    options = (wordings.terse if wording.terse else wordings.plain)[move.kind]
    several = tuple(option for option in options if "{value}" not in option)
    return several if len(move.items) > 1 or _lacks_another(wording) else options


def _greeting(wordings: Wordings, wording: Wording) -> tuple[str, ...]:
    traits = wording.scenario.persona.traits
    own = (wordings.asides[trait].greeting for trait in traits if trait in wordings.asides and not wording.plain)
    return next((greeting for greeting in own if greeting), ())


def _lacks_another(wording: Wording) -> bool:
    """Whether the reply says of another value that it is not known: "it's 4711" would seem to be that one."""
    return any(each.kind in {MoveKind.CANNOT_GIVE, MoveKind.LOOK_UP} for each in wording.decision.moves)


def _needs_clauses(wording: Wording, move: Move) -> bool:
    """Whether bare values would leave open what each is wanted for: "$20.00, my card". People of few words think that
    all but an amount speaks for itself."""
    several = len({item.key for item in move.items}) > 1
    return several and (not wording.terse or any(item.kind is ValueKind.MONEY for item in move.items))


def _own_words(wording: Wording, move: Move) -> str:
    """Sentences that the scenario brings for this very move."""
    match move.kind:
        case MoveKind.STATE_GOAL if move.goal:
            return _stated(wording, move)
        case MoveKind.ASK if move.goal and not goal_of(wording, move.goal).needs_write:
            return _questions(wording, move)
        case MoveKind.TAKE_NEXT if move.goal and move.detail:
            return _next_words(goal_of(wording, move.goal), int(move.detail))
        case MoveKind.CANNOT_GIVE:
            unknown = next((each for each in wording.scenario.unknown if each.key in move.keys), None)
            return wording.pick(f"unknown-{move.keys[0]}", unknown.say) if unknown and unknown.say else ""
        case MoveKind.CONTEST | MoveKind.ACCEPT_REFUSAL | MoveKind.ABANDON if move.goal and move.detail:
            return _branch_words(wording, move.goal, move.detail)
        case _:
            return ""


def _next_words(goal: CustomerGoal, rank: int) -> str:
    words = goal.preference.say_next if goal.preference else ()
    return marked_value(words[rank - 1]) if 0 < rank <= len(words) else ""


def _branch_words(wording: Wording, goal: str, on: str) -> str:
    """What a goal says on an event; holding on to its belief is one too."""
    own = goal_of(wording, goal)
    say = next((branch.say for branch in own.branches if branch.on.value == on), ())
    if on == BELIEF and own.belief:
        say = own.belief.doubt
    return wording.pick(f"branch-{goal}-{on}", say) if say else ""


def _stated(wording: Wording, move: Move) -> str:
    """A goal's intent, led in by the branch that came to it, with the openly said facts that it leaves out."""
    goal = goal_of(wording, move.goal or "")
    lead = _branch_words(wording, move.keys[0], move.detail) if move.keys and move.detail else ""
    intent, held = _intent(wording, goal)
    left = tuple(item for item in move.items if item.key not in held and not _mentioned(intent, item))
    listed = ", ".join(value_text(wording, item) for item in left) if wording.terse else facts_text(wording, left)
    facts = f"{capital(listed)}." if left else ""
    return " ".join(part for part in (lead, intent, facts) if part)


def _mentioned(intent: str, item: Item) -> bool:
    return item.value.lower() in unmarked_value(intent).lower()


def _intent(wording: Wording, goal: CustomerGoal) -> tuple[str, frozenset[str]]:
    """One of the goal's sentences with its placeholders filled, and the keys that it holds."""
    template = min(goal.intent, key=len) if wording.terse else wording.pick(f"intent-{goal.id}", goal.intent)
    held = frozenset(_HELD.findall(template))
    return _HELD.sub(lambda match: _placeholder(wording, goal, match.group(1)), template), held


def _placeholder(wording: Wording, goal: CustomerGoal, key: str) -> str:
    rank = wording.decision.inner.goals[goal.id].rank
    source = placeholder_source(wording.scenario, goal, key, rank)
    if source is None:
        raise ValueError(f"goal {goal.id!r}: its intent holds {{{key}}}, which is no want and may not be said openly")
    return marked_value(worded(item_of(source), wording.draw, wording.step))


def placeholder_source(scenario: Scenario, goal: CustomerGoal, key: str, rank: int = 0) -> Fact | Want | None:
    """What stands for `{key}` in an intent: a fact that may be said openly, or a want."""
    facts = (fact for fact in scenario.facts_of(key, goal.id) if fact.disclose is Disclosure.OPENLY)
    wants = (want for want in wants_at(goal, rank) if want.key == key)
    return next(facts, None) or next(wants, None)


def _filled(wording: Wording, move: Move, held: str) -> str:
    """What stands for a placeholder of a wording."""
    match held:
        case "facts":
            return facts_text(wording, move.items, correction=move.kind is MoveKind.CORRECT)
        case "wants":
            return _wants(wording, move)
        case "value" | "values" | "choice":
            return values_text(wording, move)
        case "labels":
            return wording.pack.and_.join(label_of(wording.lexicon, key) for key in move.keys)
        case "questions":
            return _questions(wording, move)
        case _:
            return _intent(wording, goal_of(wording, move.goal or ""))[0]


def _wants(wording: Wording, move: Move) -> str:
    """The wants of a move; after a whole sentence they become one of their own."""
    if not move.items:
        return ""
    by_label = wording.pack.wordings(wording.scenario.wording).want
    bare = wording.terse and not _needs_clauses(wording, move)
    text = values_text(wording, move) if bare else clauses_text(wording, move.items, by_label, "wish")
    return f"{capital(text)}." if move.kind in {MoveKind.RESTATE, MoveKind.INSIST} else text


def _questions(wording: Wording, move: Move) -> str:
    questions = [each for each in goal_of(wording, move.goal or "").questions if each.key in move.keys]
    return " ".join(wording.pick(f"question-{each.key}", each.say) for each in questions)


def _protected(wording: Wording) -> frozenset[str]:
    """Words that noise must neither touch nor make ("three" of "there"): a yes or no, numbers, all words of values."""
    scenario = wording.scenario
    known: list[Fact | Want] = [*scenario.facts, *(want for goal in scenario.goals for want in all_wants(goal))]
    forms = [form for each in known for form in (each.value, *each.say)]
    return frozenset(
        {"yes", "no"} | NUMBER_WORDS | {word for form in forms for word in re.findall(r"[a-z]+", form.lower())}
    )


def all_wants(goal: CustomerGoal) -> list[Want]:
    """The wants of a goal at every preference."""
    ranked = goal.preference.ranked if goal.preference else ()
    return [*goal.wants, *(want for wants in ranked for want in wants)]
