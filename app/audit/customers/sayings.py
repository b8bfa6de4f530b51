"""What is said in a text, found without the reader and the guard of the agenda: an audit that shared their blind spots
would be blind where they are."""

import re
from collections.abc import Iterable
from copy import deepcopy
from datetime import date
from functools import lru_cache

from domains.kit.scenario import CustomerGoal, Fact, Scenario, Want
from domains.kit.values import ValueKind, date_text, money_text

_FIGURE = re.compile(r"[^\s@,;:!?()<>\"']+@[^\s@,;:!?()<>\"']+|[#$€£]?(?:[A-Za-z]+-)*\w*\d\w*(?:[.,:/-]\w*\d\w*)*")
_RUN = re.compile(r"[#\w]*\d(?:[\s.-]?\d)+")
"""A figure with spaces in it, as people read out long ones."""
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$")
_MONTHS = re.findall(r"\S+", "january february march april may june july august september october november december")
_MONTH = "|".join(rf"{name}|{name[:3]}" for name in _MONTHS)
_DAY = re.compile(
    rf"\b(?P<m1>{_MONTH})\.? (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b"
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m2>{_MONTH})\b|\b\d{{4}}-(?P<m3>\d\d)-(?P<d3>\d\d)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\bname(?: is|'s|:) ((?:[A-Z][\w'-]*\w ?){1,3})")
_SOLID = 5
"""Characters from which on a figure is looked for whatever stands between them: "R 610 217"."""
_COMMON = """the and for you your this that with from have has had please could would can will want like need about some
any one them then there here what which when where how not are was were been get got take give instead"""
_UNTOLD = frozenset(re.findall(r"\S+", _COMMON))

Value = Fact | Want
"""A value that the scenario gives the customer."""


def figures(text: str) -> list[str]:
    """Everything in a text that has a digit or an @ in it, as it stands there."""
    return [found.rstrip(".-") for found in _FIGURE.findall(text)]


def names(text: str) -> list[str]:
    """What somebody says that their name is."""
    return [found.strip() for found in _NAMED.findall(straight(text))]


def days(text: str) -> set[tuple[int, int]]:
    """The days of a text, as month and day."""
    found = set()
    for match in _DAY.finditer(text):
        month, day = next((match[f"m{n}"], match[f"d{n}"]) for n in (1, 2, 3) if match[f"m{n}"])
        number = int(month) if month.isdigit() else _number_of(month)
        found.add((number, int(day)))
    return found


def _number_of(month: str) -> int:
    return next(number for number, name in enumerate(_MONTHS, 1) if name.startswith(month.lower()[:3]))


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    """Letters and digits alone, in lower case."""
    return re.sub(r"[\W_]+", "", text.casefold())


def straight(text: str) -> str:
    """A text with straight apostrophes."""
    return text.replace("\u2019", "'")


def words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return re.findall(r"\w+(?:['-]\w+)*", straight(text).casefold())


def content(text: str) -> set[str]:
    """The words of a text that say what it is about."""
    return {word for word in words(text) if len(word) > 2 and word not in _UNTOLD}


def says(text: str, form: str) -> bool:
    """Whether a form stands in a text as whole words; a long figure also with other marks in between."""
    solid = squeezed(form)
    if not solid:
        return False
    if len(solid) >= _SOLID and any(letter.isdigit() for letter in solid) and solid in squeezed(text):
        return True
    return _pattern(form).search(text) is not None


@lru_cache(maxsize=4096)
def _pattern(form: str) -> re.Pattern[str]:
    spaced = r"\s+".join(re.escape(part) for part in form.strip().rstrip(".").split())
    return re.compile(rf"(?<!\w){spaced}(?!\w)" if spaced else r"(?!)", re.IGNORECASE)


def forms_of(known: Value) -> tuple[str, ...]:
    """Ways to say a value."""
    return (*_usual(known.kind, known.value), *known.say)


@lru_cache(maxsize=4096)
def _usual(kind: ValueKind, value: str) -> tuple[str, ...]:
    match kind:
        case ValueKind.MONEY:
            full = money_text(int(value))
            plain = full.replace(",", "")
            return (full, plain, full.removesuffix(".00"), plain.removesuffix(".00"), plain.lstrip("$"))
        case ValueKind.DATE:
            day = date.fromisoformat(value)
            return (date_text(day), f"{day:%B} {day.day}", f"{day.day} {day:%B}", f"{day:%b} {day.day}", value)
        case _:
            return (value,)


def is_said(text: str, known: Value) -> bool:
    """Whether a text has a value of the scenario in one of its forms."""
    return any(says(text, form) for form in forms_of(known))


def all_wants(goal: CustomerGoal) -> tuple[Want, ...]:
    """What a goal wants, at every preference."""
    ranked = goal.preference.ranked if goal.preference is not None else ()
    return (*goal.wants, *(want for wants in ranked for want in wants))


def values_of(scenario: Scenario) -> list[Value]:
    """All values of a scenario, said openly or not."""
    return [*scenario.facts, *(want for goal in scenario.goals for want in all_wants(goal))]


def authored(scenario: Scenario) -> list[str]:
    """The sentences that a scenario brings along, for the customer to say."""
    found = [sentence for unknown in scenario.unknown for sentence in unknown.say]
    for goal in scenario.goals:
        found += goal.intent
        found += [sentence for question in goal.questions for sentence in question.say]
        found += [sentence for branch in goal.branches for sentence in branch.say]
        found += goal.belief.doubt if goal.belief is not None else ()
        found += goal.preference.say_next if goal.preference is not None else ()
    return found


class Known:
    """Everything that a customer can have from somewhere: the scenario first, then what the agent says."""

    def __init__(self, scenario: Scenario):
        self._solid = ""
        self._short: set[str] = set()
        self._days: set[tuple[int, int]] = set()
        self._words: set[str] = set()
        self.learn(scenario.persona.name, *authored(scenario), *_values(scenario))

    def learn(self, *texts: str) -> None:
        """Add what was said."""
        for text in texts:
            self._solid += "|" + squeezed(text)
            self._short |= {number.lstrip("0") or "0" for number in re.findall(r"\d+", text)}
            self._short |= {squeezed(figure) for figure in figures(text)}
            self._days |= days(text)
            self._words |= set(words(text))

    def having(self, *texts: str) -> "Known":
        """The same, with what was said besides."""
        more = deepcopy(self)
        more.learn(*texts)
        return more

    def foreign(self, text: str) -> list[str]:
        """The figures, days and names of a text that come from nowhere."""
        rest = _RUN.sub(lambda run: " " if self._has(run[0]) else run[0], text)
        found = [figure for figure in figures(rest) if not self._has(figure)]
        found += [f"{_MONTHS[month - 1].capitalize()} {day}" for month, day in sorted(days(text) - self._days)]
        return found + [name for name in names(text) if not set(words(name)) <= self._words]

    def _has(self, figure: str) -> bool:
        plain = squeezed(figure)
        if ordinal := _ORDINAL.match(plain):
            plain = ordinal[1]
        if plain in self._short or (plain.lstrip("0") or "0") in self._short:
            return True
        return (len(plain) >= _SOLID or not plain.isdigit()) and plain in self._solid


def _values(scenario: Scenario) -> Iterable[str]:
    for known in values_of(scenario):
        yield from forms_of(known)
        yield from known.among if isinstance(known, Want) else ()
    for goal in scenario.goals:
        yield from (money_text(branch.threshold) for branch in goal.branches if branch.threshold is not None)
