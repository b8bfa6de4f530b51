"""Mutations, replays, static checks and certificates on the kiosk, without a service."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from app.agents.manners import MANNERS
from app.agents.play import Order, play
from app.audit.excerpts import excerpt
from app.audit.mutations import check_mutations
from app.audit.original import Original
from app.audit.plan import SEEDS, lines_for, units_of
from app.audit.replay import differences
from app.audit.rerun import calls_in
from app.audit.static import check_branches, check_calls, check_provenance
from app.audit.verdict import Report, TaskAudit
from domains.kit.domain import Domain
from domains.kit.goal import AnyOf, CallPattern, Look, Match, Offer
from domains.kit.scenario import Trait
from domains.kit.task import Task
from tests.app.agents.desk_fakes import Desk
from tests.app.agents.kiosk import TASKS, call, kiosk, refund_task


@pytest.fixture
def domain(tmp_path: Path) -> Domain:
    return kiosk(tmp_path)


def gold(task: Task, domain: Domain) -> Original:
    desk = Desk(domain)

    async def run() -> str:
        async with desk.client() as client:
            played = await play(client, Order("gold", task, domain))
            assert played.session_id is not None
            return played.session_id

    held = desk.held[asyncio.run(run())]
    return Original(task, domain, held.events, held.seed)


def mutated(task: Task, domain: Domain) -> TaskAudit:
    report = Report(task.id)
    check_mutations(gold(task, domain), report)
    return report.closed()


def test_mutations_of_a_sound_task_behave(domain: Domain) -> None:
    audit = mutated(TASKS["kiosk-1"], domain)
    assert audit.flaws == ()
    assert audit.passed == {"left_out": 1, "altered": 2, "extra_read": 2}


def test_a_hand_over_that_is_left_out_fails(domain: Domain) -> None:
    audit = mutated(TASKS["kiosk-4"], domain)
    assert audit.flaws == ()
    assert audit.passed["left_out"] == 1
    assert audit.passed["extra_write"] == 1


def test_a_refusal_without_its_look_up_fails(domain: Domain) -> None:
    audit = mutated(TASKS["kiosk-2"], domain)
    assert audit.flaws == ()
    assert audit.passed["unproven"] == 1


def looked_up_by(*others: CallPattern) -> Task:
    """The refusal, with other look-ups of the ticket than the one that gold makes."""
    task = TASKS["kiosk-2"]
    (read,) = task.goal.evidence
    evidence = (AnyOf(any_of=(*read.ways, *others)),)
    return task.model_copy(update={"goal": task.goal.model_copy(update={"evidence": evidence})})


def test_each_look_up_that_shows_the_fact_is_enough_and_none_is_not(domain: Domain) -> None:
    audit = mutated(looked_up_by(CallPattern(tool="list_shows")), domain)
    assert audit.flaws == ()
    assert (audit.passed["unproven"], audit.passed["other_look"]) == (1, 2)


def test_a_look_up_that_cannot_be_made_is_no_other_way(domain: Domain) -> None:
    audit = mutated(looked_up_by(CallPattern(tool="get_ticket", arguments={"ticket_id": "T999999"})), domain)
    assert [flaw.check for flaw in audit.flaws] == ["other_look"]
    assert "T999999" in audit.flaws[0].text


def test_an_answer_with_its_fact_cut_out_fails(domain: Domain) -> None:
    audit = mutated(TASKS["kiosk-3"], domain)
    assert audit.flaws == ()
    assert audit.passed["untold"] == 1


def test_a_goal_that_takes_any_value_is_noted_not_blamed(domain: Domain) -> None:
    (change,) = TASKS["kiosk-1"].goal.expected
    loose = change.model_copy(update={"fields": {**change.fields, "refund_to": Match(how="anything")}})
    goal = TASKS["kiosk-1"].goal.model_copy(update={"expected": (loose,)})
    audit = mutated(TASKS["kiosk-1"].model_copy(update={"goal": goal}), domain)
    assert audit.ok
    assert any("to of refund_ticket" in note for note in audit.notes)


def test_a_goal_that_checks_too_little_is_found(domain: Domain) -> None:
    task = TASKS["kiosk-1"]
    evidence = TASKS["kiosk-2"].goal.evidence[0].model_copy(update={"arguments": {"ticket_id": "T100001"}})
    goal = task.goal.model_copy(update={"expected": (), "may_change": ("tickets",), "evidence": (evidence,)})
    audit = mutated(task.model_copy(update={"goal": goal}), domain)
    assert audit.flaws[0].check == "left_out"
    assert "without refund_ticket(ticket_id='T100001', to='card')" in audit.flaws[0].text


def test_a_replay_of_an_honest_session_is_the_same(domain: Domain) -> None:
    original = gold(TASKS["kiosk-1"], domain)
    assert differences(original.events, domain, seed=original.seed) == []


def test_a_replay_names_the_call_whose_result_was_changed(domain: Domain) -> None:
    original = gold(TASKS["kiosk-1"], domain)
    events = [
        event.model_copy(update={"payload": event.payload.model_copy(update={"content": "forged"})})
        if event.payload == calls_in(original.events)[1]
        else event
        for event in original.events
    ]
    (found,) = differences(events, domain, seed=original.seed)
    assert (found.call, found.tool, found.what, found.recorded) == (1, "get_ticket", "content", "forged")


def test_expected_changes_that_the_gold_calls_do_not_make_are_a_flaw(domain: Domain) -> None:
    (change,) = TASKS["kiosk-1"].goal.expected
    wrong = change.model_copy(update={"fields": {"status": Match(value="used")}})
    goal = TASKS["kiosk-1"].goal.model_copy(update={"expected": (wrong,)})
    report = Report("kiosk-1")
    check_calls(TASKS["kiosk-1"].model_copy(update={"goal": goal}), domain, report)
    assert [flaw.check for flaw in report.flaws] == ["calls"]


def test_an_argument_from_nowhere_is_a_flaw(domain: Domain) -> None:
    script = (Look(calls=(call("get_ticket", ticket_id="T100003"),)), *TASKS["kiosk-1"].goal.script)
    goal = TASKS["kiosk-1"].goal.model_copy(update={"script": script})
    report = Report("kiosk-1")
    check_provenance(TASKS["kiosk-1"].model_copy(update={"goal": goal}), domain, "Hello", report)
    assert "T100003" in report.flaws[0].text


def test_an_offer_without_a_second_preference_is_a_flaw() -> None:
    script = (Offer(unavailable="a seat", alternatives=("a place to stand",)),)
    goal = TASKS["kiosk-1"].goal.model_copy(update={"script": script})
    report = Report("kiosk-1")
    check_branches(TASKS["kiosk-1"].model_copy(update={"goal": goal}), report)
    assert "a seat is not available" in report.flaws[0].text


def test_twins_are_judged_together() -> None:
    units = units_of(TASKS.values(), TASKS)
    assert [[task.id for task in unit] for unit in units] == [["kiosk-1", "kiosk-2"], ["kiosk-3"], ["kiosk-4"]]


def test_an_audit_plays_five_seeds_every_manner_every_trait_two_mixes_and_every_exploit(domain: Domain) -> None:
    lines = list(lines_for(refund_task(), domain))
    assert sum(line.is_gold for line in lines) == len(MANNERS) + 1 + len(Trait) + 2
    assert {line.order.seed for line in lines if line.is_gold} == set(SEEDS)
    assert {line.order.manner.name for line in lines} == set(MANNERS)
    assert len({line.order.agent for line in lines}) == 11
    assert len({line.title for line in lines}) == len(lines)


def test_an_excerpt_shows_the_end_of_the_talk(domain: Domain) -> None:
    shown = excerpt(gold(TASKS["kiosk-1"], domain).events, last=3)
    assert shown.splitlines()[-1].endswith("ended: customer_done")
    assert len(shown.splitlines()) == 3


def test_the_domain_without_checks_shares_the_world(domain: Domain) -> None:
    from app.audit.original import unchecked

    assert unchecked(domain).world is domain.world
    assert unchecked(domain).checks == ()
    assert replace(domain).checks != ()
