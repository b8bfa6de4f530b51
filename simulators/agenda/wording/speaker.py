"""One reply being put into words, with the choice among wordings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from domains.kit.draws import Draw
from domains.kit.lexicon import Lexicon
from domains.kit.scenario import CustomerGoal, Scenario, Trait
from simulators.agenda.decision import Decision
from simulators.agenda.wording.english import ENGLISH
from simulators.agenda.wording.pack import Pack

_PACKS = {"en": ENGLISH}


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
    said: list[str] = field(default_factory=list)
    """The sentences of this reply so far."""

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
        """One of the options, rather one that was not used lately, and repeats no word that sounds odd twice."""
        if self.plain:
            return options[0]
        lately = {*self.decision.inner.said, *self.used}
        fitting = [index for index, option in enumerate(options) if not self._sounds_odd(option)]
        indices = [index for index in fitting if f"{name}.{index}" not in lately]
        index = self.draw.choice(indices or fitting or list(range(len(options))), "pick", name, self.step)
        self.used.append(f"{name}.{index}")
        return options[index]

    def _sounds_odd(self, option: str) -> bool:
        """Whether a wording has a word that this reply has used up."""
        again = _held(self.pack.once, option)
        return bool(again) and not all(again.isdisjoint(_held(self.pack.once, text)) for text in self.said)


@lru_cache(maxsize=4096)
def _held(words: re.Pattern[str], text: str) -> frozenset[str]:
    """Which of some words stand in a text."""
    return frozenset(word.lower() for word in words.findall(text))


def goal_of(wording: Wording, goal: str) -> CustomerGoal:
    """A goal of the scenario by its id."""
    return next(each for each in wording.scenario.goals if each.id == goal)
