"""Personas drawn from a seed: who somebody is as a speaker, with traits that go together."""

from collections.abc import Iterable
from itertools import combinations

from domains.kit.draws import Draw
from domains.kit.scenario import Persona, Trait

HOW_MANY = (0, 1, 1, 2, 2, 3)
"""How many traits people have, as often as each stands here."""
NOISES = (0.0, 0.0, 0.0, 0.03, 0.06)
"""Shares of words with a slip of the keyboard."""
_APART: tuple[tuple[frozenset[Trait], frozenset[Trait]], ...] = (
    (frozenset({Trait.TERSE}), frozenset({Trait.CHATTY, Trait.RAMBLING, Trait.FORMAL})),
    (frozenset({Trait.IMPATIENT}), frozenset({Trait.POLITE, Trait.CHATTY, Trait.RAMBLING, Trait.HESITANT})),
    (frozenset({Trait.INATTENTIVE}), frozenset({Trait.ANXIOUS, Trait.HESITANT})),
    (frozenset({Trait.FORMAL}), frozenset({Trait.CHATTY, Trait.RAMBLING})),
    (frozenset({Trait.CHATTY}), frozenset({Trait.RAMBLING})),
)
"""Traits that nobody has at once, or of which one would hide the other."""


def go_together(traits: Iterable[Trait]) -> bool:
    """Whether one person can have all of these traits."""
    return not any(
        (one in left and other in right) or (one in right and other in left)
        for one, other in combinations(tuple(traits), 2)
        for left, right in _APART
    )


def drawn_persona(draw: Draw, name: str) -> Persona:
    """A persona of that name with up to three traits that go together, and sometimes noise; the same for each draw."""
    mine = draw.stream_of("persona")
    wanted = mine.choice(HOW_MANY, "how many traits")
    traits: tuple[Trait, ...] = ()
    for trait in mine.shuffled(tuple(Trait), "traits"):
        if len(traits) < wanted and go_together((*traits, trait)):
            traits = (*traits, trait)
    return Persona(name=name, traits=traits, noise=mine.choice(NOISES, "noise"))
