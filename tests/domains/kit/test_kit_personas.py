from collections import Counter

import pytest

from domains.kit.draws import Draw
from domains.kit.personas import drawn_persona, go_together
from domains.kit.scenario import PACED, Trait

DRAWN = [drawn_persona(Draw(number, "people"), "Ada") for number in range(600)]


def test_the_same_draw_gives_the_same_persona() -> None:
    assert [drawn_persona(Draw(number, "people"), "Ada") for number in range(600)] == DRAWN


def test_people_have_up_to_three_traits_that_go_together() -> None:
    assert {len(persona.traits) for persona in DRAWN} == {0, 1, 2, 3}
    assert all(go_together(persona.traits) for persona in DRAWN)
    assert all(len(set(persona.traits)) == len(persona.traits) for persona in DRAWN)


def test_every_trait_is_drawn_about_as_often_as_another() -> None:
    counts = Counter(trait for persona in DRAWN for trait in persona.traits)
    assert set(counts) == set(Trait)
    assert min(counts.values()) * 3 > max(counts.values())


def test_most_people_type_without_noise_and_some_with() -> None:
    noisy = sum(persona.noise > 0 for persona in DRAWN)
    assert 0 < noisy < len(DRAWN) / 2


@pytest.mark.parametrize("pair", [("terse", "rambling"), ("polite", "impatient"), ("chatty", "formal")])
def test_opposites_do_not_go_together(pair: tuple[str, str]) -> None:
    assert not go_together(map(Trait, pair))
    assert not go_together(map(Trait, reversed(pair)))


def test_there_are_manners_of_speech_and_manners_of_pace() -> None:
    assert len(Trait) >= 9
    assert set(Trait) > PACED
