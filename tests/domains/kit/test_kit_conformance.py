"""Conformance: each check finds the fault it is there for, and nothing in a sound domain."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import Field

from domains.kit.askings import Unasked, Unsuggested
from domains.kit.checks import (
    Before,
    Claims,
    Confirmed,
    Deed,
    Identified,
    Phrases,
    Promise,
    Promises,
    Refusals,
)
from domains.kit.conformance import CHECKS, DomainConformance, problems
from domains.kit.domain import Domain
from domains.kit.draws import Draw
from domains.kit.facts import OwnWords
from domains.kit.generation import write_tasks
from domains.kit.goal import Assertion, CallPattern, ChangePattern, GoldCall, Look, Match
from domains.kit.lexicon import Lexicon, Slot
from domains.kit.records import JSON
from domains.kit.state import Context
from domains.kit.task import Draft, Family, Split, Task
from domains.kit.tools import ToolKind, tool
from domains.kit.values import ValueKind
from domains.kit.world import World

Changed = Callable[[Task], Task]
Change = Callable[[list[Task]], list[Task]]
WithTasks = Callable[[Change], Domain]


@pytest.fixture
def with_tasks(library: Domain, tmp_path: Path) -> WithTasks:
    """The library with its tasks changed."""

    def changed(change: Change) -> Domain:
        path = tmp_path / "tasks.json"
        write_tasks(path, change(list(library.tasks.values())))
        return replace(library, task_files=(path,))

    return changed


def first(predicate: Callable[[Task], bool], change: Changed) -> Change:
    """Changes the first task for which the predicate holds."""

    def apply(tasks: list[Task]) -> list[Task]:
        chosen = next(task for task in tasks if predicate(task))
        return [change(task) if task is chosen else task for task in tasks]

    return apply


def writes(task: Task) -> bool:
    return bool(task.goal.expected)


def reads(task: Task) -> bool:
    return not task.goal.expected


def always(_task: Task) -> bool:
    return True


def in_goal(**fields: JSON) -> Changed:
    return lambda task: task.model_copy(update={"goal": task.goal.model_copy(update=fields)})


def in_scenario(**fields: JSON) -> Changed:
    return lambda task: task.model_copy(update={"scenario": task.scenario.model_copy(update=fields)})


def expecting_another_day(task: Task) -> Task:
    loan, *others = task.goal.expected
    wrong = loan.model_copy(update={"fields": {**loan.fields, "due": Match(value="2030-01-01")}})
    return in_goal(expected=(wrong, *others))(task)


def with_a_wrong_call(task: Task) -> Task:
    look = Look(calls=(GoldCall(tool="renew_loan", arguments={"loan_id": "L-0"}),))
    return in_goal(script=(*task.goal.script, look))(task)


def of_another_kind(task: Task) -> Task:
    facts = (task.scenario.facts[0].model_copy(update={"kind": ValueKind.DATE}), *task.scenario.facts[1:])
    return in_scenario(facts=facts)(task)


def saying_a_secret(task: Task) -> Task:
    goal = task.scenario.goals[0].model_copy(update={"intent": ("I am {email}.",)})
    return in_scenario(goals=(goal,))(task)


def side_by_side(tasks: list[Task]) -> list[Task]:
    one = next(task for task in tasks if task.twin)
    twin = next(task for task in tasks if task.id == one.twin)
    return [one, twin, *(task for task in tasks if task not in (one, twin))]


def test_the_library_conforms(library: Domain) -> None:
    assert problems(library) == []


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (first(always, lambda t: t.model_copy(update={"domain": "retail"})), "tasks_belong_here:.*of 'retail'"),
        (first(always, lambda t: t.model_copy(update={"world": "0" * 64})), "tasks_belong_here:.*the world 0000"),
        (first(always, lambda t: t.model_copy(update={"id": "library-renew-1"})), "task_ids_are_opaque: library-renew"),
        (side_by_side, "task_ids_are_opaque:.*next to its twin"),
        (first(writes, expecting_another_day), "gold_calls_lead_to_the_goal:.*the goal expects"),
        (first(writes, in_goal(expected=())), "gold_calls_lead_to_the_goal:.*the gold calls change"),
        (first(reads, with_a_wrong_call), "gold_calls_lead_to_the_goal:.*There is no loan L-0"),
        (
            first(writes, in_goal(forbidden_changes=(ChangePattern(table="notices", field="about"),))),
            "gold_calls_lead_to_the_goal:.*forbidden change of notices/N-",
        ),
        (
            first(writes, in_goal(assertions=(Assertion(predicate="is_rich"),))),
            "goals_name_what_is_there:.*no predicate 'is_rich'",
        ),
        (first(reads, in_goal(evidence=(CallPattern(tool="ask"),))), "goals_name_what_is_there:.*no tool 'ask'"),
        (first(always, in_goal(may_change=("shelves/1",))), "goals_name_what_is_there:.*no table 'shelves'"),
        (
            first(lambda t: bool(t.goal.tell), in_goal(tell=())),
            "goals_name_what_is_there:.*no fact to tell 'due_back'",
        ),
        (first(always, of_another_kind), "lexicon_covers_the_tasks:.*'title' is of kind date.*kind text"),
        (first(always, in_scenario(facts=())), "customers_can_answer:.*asks for 'email'"),
        (first(always, saying_a_secret), "customers_can_answer:.*an intent says {email}"),
        (
            first(lambda t: t.twin is not None, lambda t: t.model_copy(update={"twin": None})),
            "twins_are_mutual:.*has another twin",
        ),
        (
            lambda tasks: [task for task in tasks if task.split is Split.TRAIN or task.family == "renew"],
            "splits_hold_out: the split test has no family of its own",
        ),
        (
            lambda tasks: [in_scenario(wording="a")(task) for task in tasks],
            "splits_hold_out: the wording 'a' is in test and in train",
        ),
    ],
)
def test_a_wrong_task_is_named(with_tasks: WithTasks, change: Change, problem: str) -> None:
    found = problems(with_tasks(change))
    assert any(_led(problem, line) for line in found), found


def _led(pattern: str, line: str) -> bool:
    check, _, words = pattern.partition(":")
    return line.startswith(f"{check}: ") and all(word in line for word in words.strip().split(".*"))


@tool(ToolKind.READ)
def undocumented(context: Context, thing: str) -> JSON:
    """Undocumented."""
    return thing


@tool(ToolKind.READ)
def careless(context: Context, thing: Annotated[str, Field(description="Any name.")]) -> JSON:
    """Look something up without care."""
    return {"known": 1}[thing]


NO_TEXT = Phrases(id="polite", text="Be polite.", banned=("(",))
NO_TOOL = Before(id="first", text="First.", tools=("sell",), requires=Identified(by=("find_member", "guess")))
NO_WHOSE = Before(
    id="own",
    text="Own loans.",
    tools=("renew_loan",),
    requires=Identified(by=("find_member",), whose={"renew_loan": "member", "peek": "member_id"}),
)
NO_ARGUMENT = Before(
    id="polite", text="Yes first.", tools=("renew_loan",), requires=Confirmed(values={"renew_loan": ("days",)})
)


def changing_world(library: Domain) -> Callable[[], World]:
    years = count(2026)
    tables, rows = library.world.tables.values(), {n: rows.values() for n, rows in library.world.rows.items()}
    return lambda: World(name="library", now=datetime(next(years), 3, 2, tzinfo=UTC), tables=tables, rows=rows)


def test_wrong_tools_are_named(library: Domain) -> None:
    found = problems(replace(library, tools=(*library.tools, undocumented)))
    assert found == [
        "tools_are_documented: tool undocumented: the docstring says too little: 'Undocumented.'",
        "tools_are_documented: tool undocumented: parameter thing has no description",
    ]


def test_a_tool_that_crashes_on_an_unknown_value_is_shown_by_its_traceback(library: Domain) -> None:
    with pytest.raises(KeyError, match="no-such-thing"):
        problems(replace(library, tools=(*library.tools, careless)))


def test_a_name_of_a_secret_that_is_no_expression_is_named(library: Domain) -> None:
    secrets = Unasked(id="secrets", text="Ask for no password.", things=("password", "("), words=())
    assert [line.partition(": ")[2] for line in problems(replace(library, checks=(secrets,)))] == [
        "check secrets: '(' is no regular expression: missing ), unterminated subpattern at position 0",
    ]


def test_an_answer_to_an_unknown_action_is_named(library: Domain) -> None:
    check = Unsuggested(
        id="why", text="Ask why.", action="fly", slot="reason", values={"so": ("(",)}, words=(), hints=()
    )
    assert [line.partition(": ")[2] for line in problems(replace(library, checks=(check,)))] == [
        "check why: '(' is no regular expression: missing ), unterminated subpattern at position 0",
        "check why: the lexicon has no action 'fly'",
    ]


def test_wrong_checks_are_named(library: Domain) -> None:
    found = problems(replace(library, checks=(NO_TEXT, NO_TOOL, NO_ARGUMENT, NO_WHOSE)))
    assert [line.partition(": ")[2] for line in found] == [
        "two checks have the id 'polite'",
        "check polite: '(' is no regular expression: missing ), unterminated subpattern at position 0",
        "check first: there is no tool 'sell'",
        "check first: there is no tool 'guess'",
        "check polite: tool renew_loan has no argument 'days'",
        "check own: tool renew_loan has no argument 'member'",
        "check own: there is no tool 'peek'",
    ]


def test_tools_and_slots_of_deeds_and_promises_are_looked_for(library: Domain) -> None:
    deeds = (
        Deed(past=("sold",), tools=("sell",)),
        Deed(past=("lent",), slot="title"),
        Deed(past=("kept",), slot="isbn"),
    )
    claims = Claims(id="so", text="Say what is so.", deeds=deeds)
    promises = Promises(id="ours", text="Promise.", promises=(Promise(things=("book",), tools=("give", "give")),))
    refusals = Refusals(id="no", text="Say no.", paying={"sell_book": ()})
    found = problems(replace(library, checks=(claims, promises, refusals)))
    assert [line.partition(": ")[2] for line in found] == [
        "check so: there is no tool 'sell'",
        "check so: the lexicon has no slot 'title' with a pattern of identifiers",
        "check so: the lexicon has no slot 'isbn' with a pattern of identifiers",
        "check ours: there is no tool 'give'",
        "check no: the lexicon has no action 'sell_book'",
    ]


def test_tool_argument_and_slot_of_own_words_are_looked_for(library: Domain) -> None:
    own = (
        OwnWords(id=name, text="Ask.", tool=name, argument="mood", slot="mood", values={}, hints=())
        for name in ("renew_loan", "sell")
    )
    found = problems(replace(library, checks=tuple(own)))
    assert [line.partition(": ")[2] for line in found] == [
        "check renew_loan: tool renew_loan has no argument 'mood'",
        "check renew_loan: the lexicon has no slot 'mood'",
        "check sell: there is no tool 'sell'",
        "check sell: the lexicon has no slot 'mood'",
    ]


def test_an_empty_policy_is_named(library: Domain, tmp_path: Path) -> None:
    (tmp_path / "policy.md").write_text(" \n")
    found = problems(replace(library, policy_file=tmp_path / "policy.md"))
    assert [line.partition(": ")[0] for line in found] == ["policy_says_something"]


def test_a_name_that_fits_no_url_is_named(library: Domain) -> None:
    assert any(line.startswith("names_are_plain: ") for line in problems(replace(library, name="Our Library")))


def test_a_lexicon_without_a_slot_is_named(library: Domain) -> None:
    lexicon = Lexicon(slots=library.lexicon.slots[1:], actions=library.lexicon.actions[1:])
    found = problems(replace(library, lexicon=lexicon))
    assert any("the lexicon has no slot 'email'" in line for line in found)
    assert any("the lexicon has no action 'renew'" in line for line in found)


def test_an_identifier_that_its_pattern_does_not_match_is_named(library: Domain, with_tasks: WithTasks) -> None:
    def of_kind_id(task: Task) -> Task:
        facts = tuple(
            f.model_copy(update={"kind": ValueKind.ID}) if f.key == "title" else f for f in task.scenario.facts
        )
        return in_scenario(facts=facts)(task)

    slots = tuple(slot for slot in library.lexicon.slots if slot.key != "title")
    title = Slot(key="title", kind=ValueKind.ID, label="title", pattern="[0-9]+")
    domain = with_tasks(lambda tasks: [of_kind_id(task) for task in tasks])
    found = problems(replace(domain, lexicon=library.lexicon.model_copy(update={"slots": (*slots, title)})))
    assert {line.partition(": ")[0] for line in found} == {"lexicon_covers_the_tasks"}
    assert "which its slot's pattern does not match" in found[0]


def test_a_world_that_is_never_the_same_is_named(library: Domain) -> None:
    found = problems(replace(library, load_world=changing_world(library)))
    assert any(line.startswith("world_is_one: ") for line in found)


def test_a_domain_without_its_customers_is_named(library: Domain) -> None:
    found = problems(replace(library, customer_table="buyers"))
    assert found == ["world_is_one: there is no customer table 'buyers'"]


def test_a_family_that_remembers_is_named(library: Domain) -> None:
    original, calls = library.families[0], count()

    def make(world: World, _draw: Draw, wording: str) -> tuple[Draft, ...]:
        return original.make(world, Draw(next(calls), "own"), wording)

    found = problems(replace(library, families=(replace(original, make=make),)))
    assert any("family 'renew' gives two results for the same draw" in line for line in found)


def test_a_family_that_makes_nothing_or_ignores_its_wording_is_named(library: Domain) -> None:
    def nothing(_world: World, _draw: Draw, _wording: str) -> tuple[Draft, ...]:
        return ()

    def same(world: World, draw: Draw, _wording: str) -> tuple[Draft, ...]:
        return library.families[0].make(world, draw, "a")

    families = (Family("idle", "Idle.", nothing, frozenset({Split.DEV})), replace(library.families[0], make=same))
    found = problems(replace(library, families=families))
    assert any("family 'idle' makes no task" in line for line in found)
    assert any("asked for wording 'b' and gave ['a']" in line for line in found)


def test_the_suite_has_a_test_method_for_every_check(library: Domain) -> None:
    class Suite(DomainConformance):
        domain = replace(library, customer_table="buyers")

    methods = [name for name in dir(Suite) if name.startswith("test_")]
    assert sorted(methods) == sorted(f"test_{check.__name__}" for check in CHECKS)
    Suite().test_names_are_plain()  # type: ignore[attr-defined]
    with pytest.raises(AssertionError, match="no customer table 'buyers'"):
        Suite().test_world_is_one()  # type: ignore[attr-defined]
