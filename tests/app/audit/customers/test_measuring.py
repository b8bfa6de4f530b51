"""Measuring customers over the real service, and the figures that come of it."""

from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from app.agents.manners import PLAIN, TERSE
from app.audit.customers.figures import Figures, figures_of, worst
from app.audit.customers.measuring import PERSONAS, NotPlayed, Plan, measure, sampled
from app.audit.customers.mistakes import Examined, Kind, Mistake, ModelWords
from app.cli import render_customers
from domains.kit.domain import Domain
from domains.kit.scenario import Trait
from tests.app.agents.kiosk import TASKS, kiosk


def conversation(number: int, *kinds: Kind, success: bool = True, end_reason: str = "customer_done") -> Examined:
    session, task = f"s{number}", f"t{number // 2}"
    mistakes = tuple(
        Mistake(kind=kind, step=1, said="x", expected="y", session=session, task=task, blocking=not success)
        for kind in kinds
    )
    return Examined(
        session=session,
        task=task,
        family="f",
        seed="0",
        manner="plain",
        persona="own",
        success=success,
        end_reason=end_reason,
        messages=4,
        replies=4,
        short=1,
        polite=2,
        corrections=number,
        mistakes=mistakes,
    )


def test_every_task_is_played_in_every_manner_with_every_persona(tmp_path: Path) -> None:
    plan = Plan(("kiosk-1", "kiosk-2"), seeds=("0", "1"), manners=("plain", "terse"), personas=("own", "chatty"))
    told: list[str] = []

    found = measure(kiosk(tmp_path), plan, workers=1, progress=lambda some: told.extend(each.session for each in some))

    assert len({(each.task, each.seed, each.manner, each.persona) for each in found}) == plan.conversations == 16
    assert all(each.success and each.mistakes == () for each in found)
    assert {each.session for each in found} == set(told)
    assert found[0].transcript is None


def test_replies_are_counted_by_how_they_are_worded(tmp_path: Path) -> None:
    plan = Plan(("kiosk-1",), manners=(PLAIN.name, TERSE.name), personas=("polite", "terse"))
    found = {(each.manner, each.persona): each for each in measure(kiosk(tmp_path), plan, workers=1)}
    assert found["plain", "terse"].short > found["plain", "polite"].short
    assert all(0 < each.replies <= each.messages and each.polite <= each.replies for each in found.values())
    assert found["plain", "terse"].messages == 4


def test_a_kept_conversation_comes_with_its_transcript(tmp_path: Path) -> None:
    plan = Plan(("kiosk-3",), manners=("plain",), personas=("own",), keep=True)
    (found,) = measure(kiosk(tmp_path), plan, workers=1)
    assert found.transcript["session"]["id"] == found.session
    assert found.transcript["session"]["customer"] == "agenda"


def test_an_unknown_kind_of_customer_is_named(tmp_path: Path) -> None:
    plan = Plan(("kiosk-1",), manners=("plain",), personas=("own",), customer="oracle")
    with pytest.raises(NotPlayed, match="oracle"):
        measure(kiosk(tmp_path), plan, workers=1)


def test_every_trait_can_be_measured() -> None:
    assert {*Trait} < {*PERSONAS}
    assert {"own", "neutral"} < {*PERSONAS}


def test_a_sample_has_every_family_before_it_has_one_twice(tmp_path: Path) -> None:
    tasks = [
        task.model_copy(update={"family": family, "id": f"{family}{number}"})
        for family in "abc"
        for number, task in enumerate(TASKS.values())
    ]
    assert [task.id for task in sampled(tasks, 5)] == ["a0", "b0", "c0", "a1", "b1"]
    assert len(sampled(tasks, None)) == len(tasks)


def test_figures_count_mistakes_and_the_conversations_that_have_one() -> None:
    figures = figures_of(
        [conversation(0, Kind.WRONG_ANSWER, Kind.WRONG_ANSWER), *(conversation(n) for n in range(1, 10))],
        customer="agenda",
    )
    wrong = next(each for each in figures.kinds if each.kind is Kind.WRONG_ANSWER)
    assert (wrong.mistakes, wrong.conversations, wrong.blocking) == (2, 1, 0)
    assert wrong.share.value == pytest.approx(0.1)
    assert 0 < wrong.share.low < 0.1 < wrong.share.high < 1
    assert [each.kind for each in figures.kinds] == list(Kind)
    assert (figures.mean_messages, figures.short_replies, figures.polite_replies) == (4, 0.25, 0.5)
    assert figures.corrections == sum(range(10))
    assert figures.ok


@pytest.mark.parametrize(
    ("one", "ok"),
    [
        (conversation(0), True),
        (conversation(0, Kind.LEAKED_EARLY), True),
        (conversation(0, Kind.INVENTED_FACT), False),
        (conversation(0, Kind.WRONG_ANSWER, success=False), False),
    ],
)
def test_what_is_blocking_or_invented_is_not_all_right(one: Examined, *, ok: bool) -> None:
    assert figures_of([one], customer="agenda").ok is ok


def test_ends_in_doubt_are_counted_by_manner_and_persona() -> None:
    lost = conversation(0, Kind.UNREAD_MESSAGE, success=False, end_reason="sim_uncertain")
    figures = figures_of([lost, replace_manner(conversation(1), "terse")], customer="agenda")
    assert figures.uncertain.value == 0.5
    assert [(group.name, group.uncertain, group.mistakes) for group in figures.by_manner] == [
        ("plain", 1, 1),
        ("terse", 0, 0),
    ]


def replace_manner(one: Examined, manner: str) -> Examined:
    return one.model_copy(update={"manner": manner})


def test_a_failure_without_a_mistake_is_shown_as_unexplained() -> None:
    figures = figures_of([conversation(0, success=False), conversation(1)], customer="agenda")
    assert figures.unexplained == ("s0",)


def test_the_worst_conversations_are_those_that_failed_and_those_with_the_most_mistakes() -> None:
    some = [
        conversation(0),
        conversation(1, Kind.LEAKED_EARLY),
        conversation(2, Kind.LEAKED_EARLY, Kind.CONTRADICTION),
        conversation(3, Kind.ENDED_EARLY, success=False),
    ]
    assert [each.session for each in worst(some, count=2)] == ["s3", "s2"]


def test_a_task_that_gold_cannot_do_is_told_with_why(tmp_path: Path) -> None:
    broken = kiosk(tmp_path)
    goal = TASKS["kiosk-2"].goal.model_copy(update={"script": TASKS["kiosk-1"].goal.script})
    task = TASKS["kiosk-2"].model_copy(update={"goal": goal})
    (tmp_path / "broken.json").write_text(f"[{task.model_dump_json()}]", encoding="utf-8")
    domain: Domain = replace(broken, task_files=(tmp_path / "broken.json",))

    (found,) = measure(domain, Plan((task.id,), manners=("plain",), personas=("own",)), workers=1)

    assert not found.success
    assert "did not agree" in found.trouble


def test_what_models_had_to_do_with_it_is_counted(tmp_path: Path) -> None:
    plan = Plan(("kiosk-1",), manners=(PLAIN.name,), personas=("own",), customer="worded:scripted/faithful")

    (found,) = measure(kiosk(tmp_path), plan, workers=1)

    assert found.success
    assert found.words.calls == found.words.replies > 2
    assert (found.words.stopped, found.words.templates) == (0, 0)
    figures = figures_of([found, found], customer=plan.customer)
    assert figures.words.calls == 2 * found.words.calls
    assert "Models were called" in rendered(figures)


def test_nothing_is_said_of_models_where_there_are_none(tmp_path: Path) -> None:
    (found,) = measure(kiosk(tmp_path), Plan(("kiosk-1",), manners=(PLAIN.name,), personas=("own",)), workers=1)
    assert found.words == ModelWords()
    assert "Models" not in rendered(figures_of([found], customer="agenda"))


def rendered(figures: Figures) -> str:
    written = StringIO()
    Console(file=written, width=100).print(render_customers.report(figures, [], width=100, show=None))
    return written.getvalue()
