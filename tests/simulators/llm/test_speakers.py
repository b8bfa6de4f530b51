"""Every trait and every push is told to a model, and only where the model has to play it."""

from domains.kit.scenario import PACED, Pressure, Trait
from simulators.llm.speakers import PRESSURES, TRAITS, manner_lines, pressure_lines
from tests.simulators.llm.desk import scenario_of


def test_every_trait_and_every_pressure_has_its_words() -> None:
    assert set(TRAITS) == set(Trait)
    assert set(PRESSURES) == set(Pressure)


def test_what_the_agenda_does_is_not_told_to_a_model_that_only_words() -> None:
    scenario = scenario_of(persona={"name": "Nora Weaver", "traits": list(Trait), "noise": 0.05})
    worded, free = (list(manner_lines(scenario, deciding=deciding)) for deciding in (False, True))
    assert len(free) == len(Trait) + 1
    assert len(worded) == len(Trait) + 1 - len(PACED)


def test_pushes_come_in_the_order_of_the_scenario() -> None:
    lines = list(pressure_lines(scenario_of(pressure=["urgency", "sympathy"])))
    assert [line.startswith(f"Refusal {number}:") for number, line in enumerate(lines, 1)] == [True, True]
    assert PRESSURES[Pressure.URGENCY] in lines[0]


def test_a_push_in_words_of_a_goal_is_told_with_them() -> None:
    half = {"kind": "split_request", "say": ["Then take it back for half the price."]}
    returning = {"id": "return", "action": "return_items", "intent": ["I want to return it."], "pushes": [half]}
    (line,) = pressure_lines(scenario_of(goals=[returning], pressure=["split_request"]))
    assert line.endswith('a part of it, as in "Then take it back for half the price."')
