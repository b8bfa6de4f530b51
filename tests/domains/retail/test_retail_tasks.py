"""The committed tasks: made again they are the same, they lead where they say, and twins look alike."""

from collections import Counter
from pathlib import Path

import pytest

from domains.kit.conformance import DomainConformance
from domains.kit.draws import Draw
from domains.kit.goal import Ask, Look, Propose, Refuse
from domains.kit.gold import agree, play
from domains.kit.provenance import opening_determines_all, provenance_gaps
from domains.kit.scenario import BranchOn
from domains.kit.task import Family, Split, Task
from domains.kit.values import money_text
from domains.retail import DOMAIN
from domains.retail.make_tasks import FOLDER, write
from simulators.agenda.problems import problems

TASKS = list(DOMAIN.tasks.values())
TWINS = [(task, DOMAIN.tasks[task.twin]) for task in TASKS if task.twin is not None and task.id < task.twin]

READS = {"get_order", "get_customer", "find_customer_by_name_and_postcode"}


class TestRetailConforms(DomainConformance):
    domain = DOMAIN


def test_making_the_tasks_again_gives_the_committed_bytes(tmp_path: Path) -> None:
    write(tmp_path)
    for split in Split:
        name = f"{split.value}.json"
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes(), f"{name}: run make_tasks again"


def test_there_are_enough_tasks_in_every_split() -> None:
    sizes = Counter(task.split for task in TASKS)
    assert sizes[Split.TRAIN] >= 40
    assert sizes[Split.DEV] >= 12
    assert sizes[Split.TEST] >= 34


def test_test_has_families_and_wordings_that_train_has_not() -> None:
    families = {split: {task.family for task in TASKS if task.split is split} for split in Split}
    assert len(families[Split.TEST] - families[Split.TRAIN] - families[Split.DEV]) >= 4
    wordings = {split: {task.scenario.wording for task in TASKS if task.split is split} for split in Split}
    assert wordings == {Split.TRAIN: {"a"}, Split.DEV: {"a"}, Split.TEST: {"b"}}


def test_no_intent_of_train_stands_in_test() -> None:
    intents = {split: _intents(split) for split in Split}
    assert not intents[Split.TEST] & (intents[Split.TRAIN] | intents[Split.DEV])


def _intents(split: Split) -> set[str]:
    return {text for task in TASKS if task.split is split for goal in task.scenario.goals for text in goal.intent}


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.id)
def test_gold_calls_run_and_produce_what_is_expected(task: Task) -> None:
    played = play(DOMAIN, task.goal, seed="another")
    assert played.errors == []
    assert agree(task.goal.expected, played.state.diff(), DOMAIN.world)


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.id)
def test_gold_arguments_have_sources_and_no_opening_gives_a_write_away(task: Task) -> None:
    assert provenance_gaps(DOMAIN, task) == []
    for intent in task.scenario.goals[0].intent:
        assert opening_determines_all(DOMAIN, task, intent) == []


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.id)
def test_the_agenda_customer_can_act_on_the_scenario(task: Task) -> None:
    assert problems(task.scenario, DOMAIN.lexicon) == []


def test_twins_are_mutual_and_speak_alike() -> None:
    assert TWINS
    for task, twin in TWINS:
        assert twin.twin == task.id
        assert (twin.family, twin.split) == (task.family, task.split)
        one, other = task.scenario, twin.scenario
        assert one.persona.traits == other.persona.traits
        assert one.pressure == other.pressure
        assert (one.account is None) is (other.account is None)
        assert one.goals[0].intent == other.goals[0].intent


@pytest.mark.parametrize("split", Split)
def test_some_customers_of_every_split_are_logged_in_and_are_not_asked_who_they_are(split: Split) -> None:
    logged_in = [task for task in TASKS if task.split is split and task.scenario.account is not None]
    assert logged_in
    for task in logged_in:
        asked = [slot for move in task.goal.script if isinstance(move, Ask) for slot in move.slots]
        assert "email" not in asked
        looked = [call for move in task.goal.script if isinstance(move, Look) for call in move.calls]
        assert looked[0].arguments == {"email": task.scenario.account}


def test_no_pair_of_twins_is_solved_by_the_same_answer() -> None:
    for task, twin in TWINS:
        assert task.goal.expected != twin.goal.expected


def test_what_is_refused_rests_on_a_look_at_the_order_or_the_customer_and_has_a_branch() -> None:
    for task in TASKS:
        if not any(isinstance(move, Refuse) for move in task.goal.script):
            continue
        looked = [call for move in task.goal.script if isinstance(move, Look) for call in move.calls]
        for evidence in task.goal.evidence:
            first = evidence.ways[0]
            assert any(
                call.tool == first.tool and call.arguments | first.arguments == call.arguments for call in looked
            )
        shown_by = {evidence.ways[0].tool for evidence in task.goal.evidence}
        # A bargain is refused by a rule that stands by itself, and what is done instead shows that the order was read.
        assert shown_by & READS or (task.family == "bargain_hunter" and task.goal.expected)
        assert any(branch.on is BranchOn.REFUSED for goal in task.scenario.goals for branch in goal.branches)


@pytest.mark.parametrize("family", ["order_sums", "price_quote"])
def test_what_must_be_worked_out_stands_in_no_look_up(family: str) -> None:
    tasks = [task for task in TASKS if task.family == family]
    assert tasks
    for task in tasks:
        contents = [outcome.content for _, outcome in play(DOMAIN, task.goal).outcomes]
        for told in task.goal.tell:
            assert not any(money_text(int(told.value)) in content for content in contents), task.id


def test_proposals_name_every_value_that_the_yes_must_cover() -> None:
    for task in TASKS:
        state = DOMAIN.open_state("proposals")
        for move in task.goal.script:
            if isinstance(move, Look):
                assert all(not state.call(call.tool, call.arguments).is_error for call in move.calls)
            if isinstance(move, Propose):
                for call in move.calls:
                    _assert_named(task, move.summary, DOMAIN.mentions(state, call.tool, call.arguments))
                    state.call(call.tool, call.arguments)


def _assert_named(task: Task, summary: str, ways: dict[str, tuple[tuple[str, ...], ...]]) -> None:
    said = summary.casefold()
    for argument, alternatives in ways.items():
        assert any(all(text.casefold() in said for text in texts) for texts in alternatives), (task.id, argument)


@pytest.mark.parametrize("family", DOMAIN.families, ids=lambda family: family.name)
def test_families_depend_on_the_draw_alone(family: Family) -> None:
    for step in range(4):
        draw = Draw("again", f"{family.name}/{step}")
        assert family.make(DOMAIN.world, draw, "a") == family.make(DOMAIN.world, draw, "a")
