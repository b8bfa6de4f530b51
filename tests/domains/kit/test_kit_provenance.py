"""Provenance: every gold argument comes from the customer, a tool, the policy or a schema."""

from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import Field

from domains.kit.domain import Domain
from domains.kit.goal import Ask, Goal, GoldCall, Look, Propose
from domains.kit.lexicon import Lexicon
from domains.kit.provenance import opening_determines_all, provenance_gaps
from domains.kit.records import JSON
from domains.kit.scenario import CustomerGoal, Disclosure, Fact, Persona, Preference, Question, Scenario, Want
from domains.kit.state import Context
from domains.kit.task import Split, Task
from domains.kit.tools import ToolKind, tool
from domains.kit.values import ValueKind
from tests.domains.kit.sample import WORLD, Jar, read_jar, send_letter


@tool(ToolKind.WRITE)
def relabel(
    context: Context,
    *,
    jar_id: str,
    shelf: Annotated[str, Field(description="Where.")] = "low",
    reason: Literal["moved", "broken"] = "moved",
    note: str = "",
    size: int = 0,
    tags: tuple[str, ...] = (),
) -> JSON:
    """Change what is said of a jar."""
    jar = context.get(Jar, jar_id) or Jar(id=jar_id)
    context.put(jar.model_copy(update={"shelf": shelf, "note": note, "grams": float(size), "tags": tags}))
    return f"{jar_id} is now on {shelf}: {note}"


@pytest.fixture
def pantry(tmp_path: Path) -> Domain:
    policy = tmp_path / "policy.md"
    policy.write_text("Unclaimed jars go to the **attic-7** shelf. It costs 1.104 an hour.")
    return Domain(
        name="pantry",
        title="Pantry",
        load_world=lambda: WORLD,
        tools=(relabel, read_jar, send_letter),
        policy_file=policy,
        lexicon=Lexicon(),
    )


def task_of(*calls: GoldCall) -> Task:
    wants = (Want(key="shelf", kind=ValueKind.NAME, value="window", say=("by the window",)),)
    ranked = (
        (Want(key="tag", kind=ValueKind.NAME, value="Sour"),),
        (Want(key="tag", kind=ValueKind.NAME, value="mild"),),
    )
    errand = CustomerGoal(
        id="g",
        action="move",
        intent=("Please move my jar to the cellar.",),
        wants=wants,
        preference=Preference(ranked=ranked),
        questions=(Question(key="left", kind=ValueKind.NUMBER, say=("Is it number 77?",)),),
    )
    facts = (
        Fact(key="jar", kind=ValueKind.ID, value="j2"),
        Fact(key="pin", kind=ValueKind.ID, value="j3", disclose=Disclosure.NEVER),
    )
    scenario = Scenario(persona=Persona(name="Ada"), facts=facts, goals=(errand,))
    script = (Ask(slots=("jar",)), Propose(summary="move it", receipt="moved", calls=calls))
    return Task(
        id="pantry-0001",
        domain="pantry",
        family="",
        split=Split.DEV,
        world="",
        scenario=scenario,
        goal=Goal(script=script),
    )


def move(jar_id: str = "j2", **more: JSON) -> GoldCall:
    return GoldCall(tool="relabel", arguments={"jar_id": jar_id, **more})


@pytest.mark.parametrize(
    "arguments",
    [
        {"shelf": "window"},
        {"shelf": "cellar"},
        {"shelf": "attic-7"},
        {"shelf": "low"},
        {"reason": "broken"},
        {"size": 77},
        {"tags": ["sour", "MILD"]},
        {"note": "An agent words this as it likes."},
    ],
    ids=str,
)
def test_a_value_that_someone_said_has_a_source(pantry: Domain, arguments: dict[str, JSON]) -> None:
    assert provenance_gaps(pantry, task_of(move(**arguments))) == []


@pytest.mark.parametrize(
    ("call", "gap"),
    [
        (move("j1"), 'gold call 1, relabel: jar_id = "j1" has no source'),
        (move("j3"), 'gold call 1, relabel: jar_id = "j3" has no source'),
        (move(size=104), "gold call 1, relabel: size = 104 has no source"),
        (move(shelf="window sill"), 'gold call 1, relabel: shelf = "window sill" has no source'),
        (move(shelf="wind"), 'gold call 1, relabel: shelf = "wind" has no source'),
        (move(size=7), "gold call 1, relabel: size = 7 has no source"),
        (move(size=8), "gold call 1, relabel: size = 8 has no source"),
        (move(tags=["sour", "bitter"]), 'gold call 1, relabel: tags.1 = "bitter" has no source'),
    ],
    ids=str,
)
def test_a_value_out_of_nowhere_is_named(pantry: Domain, call: GoldCall, gap: str) -> None:
    assert provenance_gaps(pantry, task_of(call)) == [gap]


def test_the_account_that_is_logged_in_is_a_source_and_known_from_the_opening_on(pantry: Domain) -> None:
    task = task_of(move("j1"))
    logged_in = task.model_copy(update={"scenario": task.scenario.model_copy(update={"account": "j1"})})
    assert provenance_gaps(pantry, logged_in) == []
    assert opening_determines_all(pantry, task, "Please move my jar.") == []
    assert len(opening_determines_all(pantry, logged_in, "Please move my jar.")) == 1


def test_what_an_earlier_call_returned_is_a_source(pantry: Domain) -> None:
    look = GoldCall(tool="read_jar", arguments={"jar_id": "j2"})
    assert provenance_gaps(pantry, task_of(look, move(tags=["plum"]))) == []
    assert provenance_gaps(pantry, task_of(move(tags=["plum"]), look)) != []


def test_writes_that_the_opening_gives_away_are_named(pantry: Domain) -> None:
    task = task_of(move(shelf="cellar", reason="broken", note="As asked."))
    assert opening_determines_all(pantry, task, "Put j2 in the cellar") == [
        "gold call 1, relabel: the opening and the schema give every argument"
    ]
    assert opening_determines_all(pantry, task, "Put it in the cellar") == []


def test_reading_calls_may_be_given_by_the_opening(pantry: Domain) -> None:
    look = Look(calls=(GoldCall(tool="read_jar", arguments={"jar_id": "j2"}),))
    task = task_of().model_copy(update={"goal": Goal(script=(look,))})
    assert opening_determines_all(pantry, task, "What is in j2?") == []


def test_tasks_of_the_library_have_no_gap(library: Domain) -> None:
    assert [gap for task in library.tasks.values() for gap in provenance_gaps(library, task)] == []


def test_without_its_look_up_a_task_of_the_library_has_gaps(library: Domain) -> None:
    task = next(task for task in library.tasks.values() if task.family == "hold")
    blind = task.goal.model_copy(update={"script": task.goal.script[-1:]})
    gaps = provenance_gaps(library, task.model_copy(update={"goal": blind}))
    assert [gap.split(" = ")[0] for gap in gaps] == [
        "gold call 1, place_hold: member_id",
        "gold call 1, place_hold: book_id",
    ]
