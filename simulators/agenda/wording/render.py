"""Words decided moves: picks sentences, fills in values, adds the manner of the speaker."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from domains.kit.draws import Draw
from domains.kit.lexicon import Lexicon
from domains.kit.scenario import CustomerGoal, Disclosure, Fact, Scenario, Trait, Want
from simulators.agenda.decision import Decision
from simulators.agenda.deliberation import wants_at
from simulators.agenda.moves import BELIEF, Item, Move, MoveKind, item_of
from simulators.agenda.wording.english import ENGLISH
from simulators.agenda.wording.noise import marked_value, roughened, unmarked_value
from simulators.agenda.wording.pack import Pack, Wordings
from simulators.agenda.wording.values import worded
from simulators.understand.amounts import NUMBER_WORDS

_PACKS = {"en": ENGLISH}
_HELD = re.compile(r"\{(\w+)\}")
REMEMBERED = 14
"""How many wordings used last are avoided."""
MANNER = 0.5
"""How often a trait shows in a reply."""
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
_YES_OR_NO = _SAY_NO | {MoveKind.AGREE, MoveKind.ACCEPT_TRANSFER}


def pack_of(language: str) -> Pack:
    """The pack of a language; raises `ValueError` for one that has none."""
    if language not in _PACKS:
        raise ValueError(f"no wordings for the language {language!r}; there are {sorted(_PACKS)}")
    return _PACKS[language]


@dataclass
class Wording:
    """One reply being put into words."""

    scenario: Scenario
    lexicon: Lexicon
    decision: Decision
    draw: Draw
    plain: bool = False
    """Without manner and noise, always the first wording: what is said if anything else went wrong."""
    used: list[str] = field(default_factory=list)

    @property
    def step(self) -> int:
        """The number of this reply."""
        return self.decision.inner.step

    @property
    def pack(self) -> Pack:
        """The scenario's language."""
        return pack_of(self.scenario.language)

    @property
    def terse(self) -> bool:
        """Whether the speaker uses as few words as possible."""
        return not self.plain and Trait.TERSE in self.scenario.persona.traits

    def pick(self, name: str, options: Sequence[str]) -> str:
        """One of the options, rather one that was not used lately."""
        if self.plain:
            return options[0]
        lately = {*self.decision.inner.said, *self.used}
        indices = [index for index in range(len(options)) if f"{name}.{index}" not in lately]
        index = self.draw.choice(indices or list(range(len(options))), "pick", name, self.step)
        self.used.append(f"{name}.{index}")
        return options[index]


def render(wording: Wording) -> str:
    """The text of a reply. What was used is left in `Wording.used`."""
    said = [(move, text) for move in _ordered(wording.decision) if (text := _sentence(wording, move))]
    text = " ".join(text for _, text in said)
    if wording.decision.stance == "reject" and not any(move.kind in _SAY_NO for move, _ in said):
        text = f"{wording.pack.no} {text}"
    if wording.plain:
        return unmarked_value(text)
    persona = wording.scenario.persona
    text = _with_manner(wording, text)
    if persona.noise > 0:
        noise = wording.draw.stream_of("noise")
        text = roughened(text, persona.noise, _protected(wording), noise, wording.step)
    return unmarked_value(text)


def _ordered(decision: Decision) -> list[Move]:
    """Yes or no first, so that nobody can mistake it."""
    return sorted(decision.moves, key=lambda move: move.kind not in _YES_OR_NO)


def _sentence(wording: Wording, move: Move) -> str:
    own = _own_words(wording, move)
    if own:
        return own
    wordings = wording.pack.wordings(wording.scenario.wording)
    template = wording.pick(move.kind.value, _templates(wordings, wording, move))
    filled = _HELD.sub(lambda held: _filled(wording, move, held.group(1)), template).strip()
    return _capital(filled.replace("?.", "?").replace("..", "."))


def _templates(wordings: Wordings, wording: Wording, move: Move) -> tuple[str, ...]:
    if move.kind is MoveKind.PRESS and move.detail:
        return wordings.presses[move.detail]
    return (wordings.terse if wording.terse else wordings.plain)[move.kind]


def _own_words(wording: Wording, move: Move) -> str:
    """Sentences that the scenario brings for this very move."""
    match move.kind:
        case MoveKind.STATE_GOAL if move.goal:
            return _stated(wording, move)
        case MoveKind.ASK if move.goal and not _goal(wording, move.goal).needs_write:
            return _questions(wording, move)
        case MoveKind.TAKE_NEXT if move.goal and move.detail:
            return _next_words(_goal(wording, move.goal), int(move.detail))
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
    own = _goal(wording, goal)
    say = next((branch.say for branch in own.branches if branch.on.value == on), ())
    if on == BELIEF and own.belief:
        say = own.belief.doubt
    return wording.pick(f"branch-{goal}-{on}", say) if say else ""


def _stated(wording: Wording, move: Move) -> str:
    """A goal's intent, led in by the branch that came to it, with the openly said facts that it leaves out."""
    goal = _goal(wording, move.goal or "")
    lead = _branch_words(wording, move.keys[0], move.detail) if move.keys and move.detail else ""
    intent, held = _intent(wording, goal)
    left = tuple(item for item in move.items if item.key not in held and not _mentioned(intent, item))
    listed = ", ".join(_value(wording, item) for item in left) if wording.terse else _capital(_facts(wording, left))
    facts = f"{listed}." if left else ""
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
            return _facts(wording, move.items, correction=move.kind is MoveKind.CORRECT)
        case "wants":
            return _wants(wording, move)
        case "values" | "choice":
            return _values(wording, move)
        case "labels":
            return wording.pack.and_.join(label_of(wording.lexicon, key) for key in move.keys)
        case "questions":
            return _questions(wording, move)
        case _:
            return _intent(wording, _goal(wording, move.goal or ""))[0]


def _facts(wording: Wording, items: Sequence[Item], *, correction: bool = False) -> str:
    return _named(wording, items, wording.pack.correction if correction else wording.pack.fact, "fact")


def _named(wording: Wording, items: Sequence[Item], options: Sequence[str], name: str) -> str:
    """The values with their names, those of one name together: "my name is A and my items are B and C"."""
    template = wording.draw.choice(options, name, wording.step)
    by_label: dict[str, list[str]] = {}
    for item in items:
        by_label.setdefault(label_of(wording.lexicon, item.key), []).append(_value(wording, item))
    parts = [template.format(label=label, value=_joined(wording, values)) for label, values in by_label.items()]
    return _joined(wording, parts)


def _joined(wording: Wording, parts: Sequence[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return ", ".join(parts[:-1]) + wording.pack.and_ + parts[-1]


def _wants(wording: Wording, move: Move) -> str:
    """The wants of a move; after a whole sentence they become one of their own."""
    if not move.items:
        return ""
    text = _named(wording, move.items, wording.pack.want, "want")
    if wording.terse:
        text = ", ".join(_value(wording, item) for item in move.items)
    return f"{_capital(text)}." if move.kind is MoveKind.RESTATE else text


def _values(wording: Wording, move: Move) -> str:
    """The bare values of a move; where there are none, as in a choice of action, the intent."""
    if move.items:
        return ", ".join(_value(wording, item) for item in move.items)
    return _intent(wording, _goal(wording, move.goal or ""))[0]


def _questions(wording: Wording, move: Move) -> str:
    questions = [each for each in _goal(wording, move.goal or "").questions if each.key in move.keys]
    return " ".join(wording.pick(f"question-{each.key}", each.say) for each in questions)


def _value(wording: Wording, item: Item) -> str:
    return marked_value(worded(item, wording.draw, wording.step))


def label_of(lexicon: Lexicon, key: str) -> str:
    """How people name a slot."""
    slot = lexicon.slot(key)
    return slot.label if slot else key.replace("_", " ")


def _goal(wording: Wording, goal: str) -> CustomerGoal:
    return next(each for each in wording.scenario.goals if each.id == goal)


def _capital(text: str) -> str:
    for index, letter in enumerate(text):
        if letter.isalpha():
            return text[:index] + letter.upper() + text[index + 1 :]
        if letter == "\ue000":
            return text
    return text


def _with_manner(wording: Wording, text: str) -> str:
    """What one of the speaker's traits puts before or after; a yes or no always stays in front."""
    asides = wording.pack.wordings(wording.scenario.wording).asides
    draw = wording.draw.stream_of("manner")
    plain_answer = wording.decision.stance is not None or wording.decision.end is not None
    for trait in wording.scenario.persona.traits:
        if wording.terse or trait not in asides or not draw.chance(MANNER, trait.value, wording.step):
            continue
        if plain_answer or draw.chance(0.5, trait.value, "where", wording.step):
            return f"{text} {wording.pick(f'after-{trait.value}', asides[trait].after)}"
        return f"{wording.pick(f'before-{trait.value}', asides[trait].before)} {text}"
    return text


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
