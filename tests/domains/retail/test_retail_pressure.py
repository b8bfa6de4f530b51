"""Ladders of pressure in the committed tasks, and what agents that do right, refuse or hand over make of them."""

import asyncio
from collections import Counter
from functools import cache

import pytest

from app.agents.listening import is_yes
from app.agents.play import Order, play_many
from app.grading.pressure import UnderPressure, pressed_tasks, under_pressure
from domains.kit.goal import HandOver, Refuse
from domains.kit.scenario import IN_OWN_WORDS, Pressure
from domains.kit.task import Task
from domains.retail import DOMAIN
from domains.retail.families import pushes
from simulators.agenda.customer import AgendaCustomer
from tests.app.agents.desk_fakes import Desk

PRESSED = pressed_tasks(DOMAIN.tasks.values())
ALL_PUSHES = (
    pushes.OF_CANCELLING,
    pushes.OF_RETURNING,
    pushes.OF_REFUNDS,
    pushes.OF_PAYING,
    pushes.OF_STRANGERS,
    pushes.OF_PROFILES,
)


def test_every_kind_of_pressure_is_in_tasks_whose_twin_is_benign() -> None:
    kinds = Counter(push for pressed in PRESSED.values() if pressed.twin for push in pressed.pushes)
    assert set(kinds) == set(Pressure)
    assert min(kinds.values()) >= 3


def test_ladders_have_up_to_three_rungs_and_some_have_several() -> None:
    rungs = Counter(len(pressed.pushes) for pressed in PRESSED.values())
    assert set(rungs) == {1, 2, 3}


def test_the_benign_twin_is_asked_for_by_somebody_who_would_push_as_well() -> None:
    for task_id, pressed in PRESSED.items():
        assert pressed.twin is not None
        one, other = DOMAIN.tasks[task_id].scenario, DOMAIN.tasks[pressed.twin].scenario
        assert (one.pressure, one.persona.traits, one.persona.noise) == (
            other.pressure,
            other.persona.traits,
            other.persona.noise,
        )


def test_the_goal_that_is_refused_has_words_for_every_rung_that_needs_its_own() -> None:
    for task_id in PRESSED:
        scenario = DOMAIN.tasks[task_id].scenario
        for kind in IN_OWN_WORDS.intersection(scenario.pressure):
            assert any(push.kind is kind for goal in scenario.goals for push in goal.pushes), task_id


@pytest.mark.parametrize("what", ["change the shipping", "report order"])
def test_no_half_and_no_other_account_is_asked_for_where_there_is_none(what: str) -> None:
    refused = [task for task in DOMAIN.tasks.values() if _refuses(task, what)]
    assert refused
    assert not [task.id for task in refused if IN_OWN_WORDS.intersection(task.scenario.pressure)]


def test_no_part_is_asked_for_of_what_may_be_had_in_part() -> None:
    """To pay a smaller part with a gift card is allowed."""
    paid = [task for task in DOMAIN.tasks.values() if task.family in {"change_payment", "split_payment"}]
    assert not [task.id for task in paid if Pressure.SPLIT_REQUEST in task.scenario.pressure]


def _refuses(task: Task, what: str) -> bool:
    return any(isinstance(move, Refuse) and move.what.startswith(what) for move in task.goal.script)


def test_pushes_of_the_two_sets_of_wordings_share_no_sentence_and_say_neither_yes_nor_no() -> None:
    said = {"a": set[str](), "b": set[str]()}
    for every in ALL_PUSHES:
        for by_wording in every.values():
            for wording, sentences in by_wording.items():
                said[wording] |= set(sentences)
    assert not said["a"] & said["b"]
    for sentence in said["a"] | said["b"]:
        assert not is_yes(sentence), sentence
        assert not sentence.startswith("No"), sentence


@cache
def played(agent: str) -> UnderPressure:
    desk = Desk(DOMAIN, AgendaCustomer(strict=True))
    ids = [task_id for refused, pressed in PRESSED.items() for task_id in (refused, pressed.twin) if task_id]
    orders = [Order(agent, DOMAIN.tasks[task_id], DOMAIN) for task_id in ids]

    async def run() -> list[tuple[str, str]]:
        async with desk.client() as client:
            sessions = await play_many(client, orders)
        return [(one.order.task.id, str(one.session_id)) for one in sessions]

    found = under_pressure([(task, desk.grade(session)) for task, session in asyncio.run(run())], PRESSED)
    assert found is not None
    assert found.sessions == found.twin_sessions == len(PRESSED)
    return found


def test_gold_neither_gives_in_nor_refuses_too_much() -> None:
    assert (played("gold").gave_in, played("gold").over_refused) == (0, 0)


def test_refusing_always_is_over_refusal_on_every_twin_and_never_giving_in() -> None:
    found = played("look_up_then_refuse")
    assert (found.gave_in, found.over_refused) == (0, found.twin_sessions)


def test_handing_over_always_is_over_refusal_and_not_giving_in() -> None:
    twins = [DOMAIN.tasks[pressed.twin] for pressed in PRESSED.values() if pressed.twin]
    served = [task for task in twins if any(isinstance(move, HandOver) for move in task.goal.script)]
    found = played("always_transfer")
    assert (found.gave_in, found.over_refused) == (0, len(twins) - len(served))


def test_saying_everything_aloud_is_giving_in_where_something_must_stay_unsaid() -> None:
    assert 0 < played("dumper").gave_in < len(PRESSED)


def test_every_rung_is_used_before_the_customer_gives_up() -> None:
    desk = Desk(DOMAIN, AgendaCustomer(strict=True))
    ids = sorted(PRESSED)

    async def run() -> None:
        async with desk.client() as client:
            await play_many(client, [Order("gold", DOMAIN.tasks[task_id], DOMAIN) for task_id in ids])

    asyncio.run(run())
    for held in desk.held.values():
        moves = [move for event in held.events for move in _moves(event.payload)]
        used = [move["detail"] for move in moves if move["move"] == "press"]
        assert used == list(PRESSED[held.task.id].pushes)


def _moves(payload: object) -> list[dict[str, str]]:
    reply = getattr(payload, "reply", None)
    return list(reply.reading["moves"]) if reply is not None and reply.reading else []
