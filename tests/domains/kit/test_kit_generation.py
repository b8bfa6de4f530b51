"""Generation: tasks from families, numbered so that nothing shows."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from domains.kit.domain import Domain
from domains.kit.draws import Draw
from domains.kit.generation import ExhaustedError, GenerationError, build_splits, generate, write_tasks
from domains.kit.goal import ExpectedChange, Goal, GoldCall, Look, Match, Propose
from domains.kit.scenario import CustomerGoal, Persona, Scenario
from domains.kit.task import Draft, Family, Split, Task
from domains.kit.world import World


def errand(number: int, *calls: GoldCall, expected: tuple[ExpectedChange, ...] = ()) -> Draft:
    """A draft of an errand that differs from others in its number alone."""
    look = Look(calls=(GoldCall(tool="search_books", arguments={"words": f"number {number}"}),))
    script = (look, Propose(summary="do it", receipt="it has been done", calls=calls))
    scenario = Scenario(persona=Persona(name="Ada"), goals=(CustomerGoal(id="g", action="renew", intent=("Do it.",)),))
    return Draft(scenario=scenario, goal=Goal(script=script, expected=expected))


def make_many(_world: World, draw: Draw, _wording: str) -> tuple[Draft, ...]:
    return (errand(draw.integer(10**9, "number")),)


def make_six(_world: World, draw: Draw, _wording: str) -> tuple[Draft, ...]:
    return (errand(draw.integer(6, "number")),)


def make_twins(_world: World, draw: Draw, _wording: str) -> tuple[Draft, ...]:
    number = draw.integer(10**9, "number")
    return errand(number), replace(errand(number + 1), variant="refused")


def make_three(_world: World, draw: Draw, _wording: str) -> tuple[Draft, ...]:
    return tuple(errand(number) for number in range(3))


def make_refused(_world: World, draw: Draw, _wording: str) -> tuple[Draft, ...]:
    return (errand(1, GoldCall(tool="renew_loan", arguments={"loan_id": "L-0"})),)


def make_prefilled(_world: World, draw: Draw, _wording: str) -> tuple[Draft, ...]:
    change = ExpectedChange(op="update", table="loans", key="L-0", fields={"due": Match(how="anything")})
    return (errand(1, GoldCall(tool="renew_loan", arguments={"loan_id": "L-0"}), expected=(change,)),)


def with_families(library: Domain, **families: object) -> Domain:
    made = tuple(Family(name, "An errand.", make, frozenset(Split)) for name, make in families.items())  # type: ignore[arg-type]
    return replace(library, families=made)


def test_expected_changes_are_what_the_gold_calls_change(library: Domain) -> None:
    task = next(t for t in generate(library, family="renew", split=Split.TRAIN, seed=1, count=2) if t.goal.expected)
    loan, notice = task.goal.expected
    assert (loan.op, loan.table, set(loan.fields)) == ("update", "loans", {"due", "renewals"})
    assert notice.op == "insert"
    assert set(notice.fields) == {"member_id", "about"}, "no generated key and no bookkeeping"
    assert notice.fields["about"] == Match(value=loan.key)
    assert notice.key.startswith("N-")


def test_a_task_knows_where_it_comes_from(library: Domain) -> None:
    (task,) = generate(library, family="hold", split=Split.TEST, seed=1, count=1)
    assert (task.domain, task.family, task.split) == ("library", "hold", Split.TEST)
    assert task.world == library.world.digest
    assert task.scenario.wording == "b"
    assert task.twin is None


def test_the_same_seed_gives_the_same_tasks_and_another_one_others(library: Domain) -> None:
    def made(seed: str) -> list[Task]:
        return generate(library, family=None, split=Split.TEST, seed=seed, count=6)

    assert made("one") == made("one")
    assert {task.id for task in made("one")}.isdisjoint(task.id for task in made("two"))


def test_more_tasks_of_one_seed_begin_with_the_fewer(library: Domain) -> None:
    domain = with_families(library, many=make_many, twins=make_twins)
    fewer, more = (generate(domain, family=None, split=Split.DEV, seed=1, count=count) for count in (10, 40))
    tasks = {task.id: task for task in more}
    assert all(tasks[task.id] == task for task in fewer)


def test_twins_name_each_other_and_are_never_parted(library: Domain) -> None:
    tasks = {t.id: t for t in generate(library, family="renew", split=Split.TRAIN, seed=1, count=5)}
    assert len(tasks) == 6
    for task in tasks.values():
        assert task.twin is not None
        assert tasks[task.twin].twin == task.id
        assert bool(tasks[task.twin].goal.expected) != bool(task.goal.expected)


def test_twins_do_not_stand_side_by_side(library: Domain) -> None:
    domain = with_families(library, twins=make_twins)
    for seed in range(40):
        tasks = generate(domain, family=None, split=Split.DEV, seed=seed, count=4 + seed % 5)
        assert all(one.twin != other.id for one, other in pairwise(tasks))


def test_ids_show_nothing_and_never_meet(library: Domain) -> None:
    domain = with_families(library, many=make_many, twins=make_twins)
    tasks = [
        task
        for split in Split
        for family in ("many", "twins")
        for task in generate(domain, family=family, split=split, seed=1, count=100)
    ]
    ids = [task.id for task in tasks]
    assert len(set(ids)) == len(ids) == 600
    assert all(re.fullmatch(r"library-\d{6}", task_id) for task_id in ids)
    numbers = {task.id: int(task.id[-6:]) for task in tasks}
    gaps = {abs(numbers[task.id] - numbers[task.twin]) for task in tasks if task.twin}
    assert len(gaps) > 140, "the distance between twins shows nothing"


def test_splits_are_built_evenly_and_without_an_errand_in_two(library: Domain) -> None:
    domain = with_families(library, many=make_many, six=make_six)
    built = build_splits(domain, {Split.TEST: 4, Split.TRAIN: 6}, seed=1)
    assert [(split, len(tasks)) for split, tasks in built.items()] == [(Split.TRAIN, 6), (Split.TEST, 4)]
    families = [task.family for task in built[Split.TRAIN]]
    assert families.count("many") == families.count("six") == 3
    digests = [task.goal_digest for tasks in built.values() for task in tasks]
    assert len(set(digests)) == 10
    assert all(re.fullmatch(r"library-\d{5}", task.id) for tasks in built.values() for task in tasks)


def test_a_family_that_runs_out_says_so(library: Domain) -> None:
    domain = with_families(library, six=make_six)
    with pytest.raises(ExhaustedError, match="'six' of 'library' has no more than 6 different tasks for 'train'"):
        generate(domain, family="six", split=Split.TRAIN, seed=1, count=7)


def test_a_family_that_runs_out_leaves_the_rest_to_the_others(library: Domain) -> None:
    domain = with_families(library, many=make_many, six=make_six)
    families = [task.family for task in generate(domain, family=None, split=Split.TRAIN, seed=1, count=30)]
    assert (families.count("six"), families.count("many")) == (6, 24)


def test_a_refused_gold_call_names_family_draw_and_reason(library: Domain) -> None:
    domain = with_families(library, refused=make_refused)
    with pytest.raises(GenerationError, match=r"library/refused/train/0.*renew_loan.*There is no loan L-0"):
        generate(domain, family=None, split=Split.TRAIN, seed=1, count=1)


def test_a_family_may_fill_the_expected_changes_itself(library: Domain) -> None:
    domain = with_families(library, prefilled=make_prefilled)
    (task,) = generate(domain, family=None, split=Split.TRAIN, seed=1, count=1)
    assert task.goal.expected[0].fields["due"].how == "anything"


def test_a_draw_with_three_drafts_is_refused(library: Domain) -> None:
    with pytest.raises(GenerationError, match=r"library/three/train/0: a draft or two twins"):
        generate(with_families(library, three=make_three), family=None, split=Split.TRAIN, seed=1, count=1)


def test_an_unknown_family_and_a_split_without_one_are_named(library: Domain) -> None:
    with pytest.raises(GenerationError, match="no family 'sell'; its families are: renew, hold"):
        generate(library, family="sell", split=Split.TRAIN, seed=1, count=1)
    with pytest.raises(GenerationError, match="no family in the split 'train'"):
        generate(replace(library, families=()), family=None, split=Split.TRAIN, seed=1, count=1)


def test_written_tasks_are_read_as_the_same_ones(library: Domain, tmp_path: Path) -> None:
    tasks = generate(library, family=None, split=Split.TEST, seed=1, count=6)
    write_tasks(tmp_path / "new" / "test.json", tasks)
    written = (tmp_path / "new" / "test.json").read_bytes()
    assert TypeAdapter(list[Task]).validate_json(written) == tasks
    write_tasks(tmp_path / "again.json", tasks)
    assert (tmp_path / "again.json").read_bytes() == written


def test_committed_tasks_of_the_library_are_what_its_build_makes(library: Domain) -> None:
    built = build_splits(library, {Split.TRAIN: 4, Split.TEST: 4}, seed="library-1")
    assert [task for tasks in built.values() for task in tasks] == list(library.tasks.values())
