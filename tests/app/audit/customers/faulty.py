"""Customers with one fault each, planted into the honest agenda, and tasks of the kiosk to try them on."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.agents.manner import Manner
from app.agents.manners import PLAIN
from app.agents.play import Order, play
from app.audit.customers.detector import mistakes_in
from app.audit.customers.mistakes import Found
from domains.kit.domain import Domain
from domains.kit.goal import Ask, Goal, HandOver, Offer, Propose, Refuse, Tell
from domains.kit.scenario import (
    Branch,
    BranchOn,
    BranchThen,
    CustomerGoal,
    Disclosure,
    Fact,
    Persona,
    Preference,
    Scenario,
    Want,
)
from domains.kit.task import Task
from domains.kit.values import ValueKind
from simulators.agenda.customer import AgendaCustomer
from simulators.protocol import CustomerEnd, Reply, View
from tests.app.agents.desk_fakes import Desk
from tests.app.agents.kiosk import TASKS, call, kiosk, opening_moves

Fault = Callable[[int, Reply], Reply]
"""What becomes of an honest reply, given how many agent messages came before it."""


class Faulty:
    """The agenda, whose replies go through a fault."""

    kind = "faulty"
    version = "1"
    at_once = True

    def __init__(self, fault: Fault):
        self.fault = fault
        self.honest = AgendaCustomer()

    async def reply(self, view: View) -> Reply:
        """The honest reply, spoiled."""
        heard = sum(turn.speaker == "agent" for turn in view.turns)
        return self.fault(heard, self.honest.answer(view))


def honest(_heard: int, reply: Reply) -> Reply:
    """No fault at all."""
    return reply


def adds(text: str, *, at: int) -> Fault:
    """Says something more in one reply."""
    return lambda heard, reply: _saying(reply, f"{reply.text} {text}") if heard == at else reply


def says_instead(text: str, *, at: int) -> Fault:
    """Says something else in one reply."""
    return lambda heard, reply: _saying(reply, text) if heard == at else reply


def insists(text: str, *, since: int) -> Fault:
    """Says the same for ever from one reply on."""

    def spoiled(heard: int, reply: Reply) -> Reply:
        return Reply(text=text, inner=reply.inner) if heard >= since else reply

    return spoiled


def ends(*, at: int, reason: CustomerEnd = CustomerEnd.DONE) -> Fault:
    """Leaves after one message of the agent."""
    return lambda heard, reply: Reply(text="Bye.", end=reason, inner=reply.inner) if heard == at else reply


def stays(_heard: int, reply: Reply) -> Reply:
    """Never ends."""
    return reply.model_copy(update={"end": None})


def _saying(reply: Reply, text: str) -> Reply:
    return reply.model_copy(update={"text": text, "reading": None})


# ------------------------------------------------------------------------------------------------------------- tasks


def _changed(task: Task, scenario: Scenario | None = None, goal: Goal | None = None, **fields: str) -> Task:
    update = {"scenario": scenario or task.scenario, "goal": goal or task.goal, **fields}
    return task.model_copy(update={**update, "twin": None})


def secretive_task() -> Task:
    """The refund, with a card number that must never be said."""
    secret = Fact(key="card_number", kind=ValueKind.ID, value="4111-2222", disclose=Disclosure.NEVER)
    scenario = TASKS["kiosk-1"].scenario
    return _changed(
        TASKS["kiosk-1"], scenario.model_copy(update={"facts": (*scenario.facts, secret)}), id="kiosk-secret"
    )


def turning_task() -> Task:
    """A refusal after which the customer wants to report the ticket instead."""
    return _turning("kiosk-turning", "report", "Then I want to report the ticket as forged.")


def asking_for_less_task() -> Task:
    """A refusal after which the customer wants the same, but for less: only their words tell the goals apart."""
    return _turning("kiosk-less", "refund", "Then let somebody else judge whether half of it comes back to me.")


def _turning(task_id: str, action: str, intent: str) -> Task:
    first = (
        TASKS["kiosk-2"]
        .scenario.goals[0]
        .model_copy(update={"branches": (Branch(on=BranchOn.REFUSED, then=BranchThen.OTHER_GOAL, goal="g2"),)})
    )
    second = CustomerGoal(id="g2", action=action, intent=(intent,), only_by_branch=True)
    scenario = TASKS["kiosk-2"].scenario.model_copy(update={"goals": (first, second)})
    refusal = Refuse(what="refund ticket T100002", because="it has been used")
    hand_over = HandOver(call=call("transfer_to_human", ticket_id="T100002"))
    goal = Goal(script=(*opening_moves("bob@example.org", "T100002"), refusal, hand_over))
    return _changed(TASKS["kiosk-2"], scenario, goal, id=task_id)


def choosing_task() -> Task:
    """A refund that cannot go where the customer likes it best, but where they like it second."""

    def wants(value: str) -> tuple[Want, ...]:
        return (Want(key="refund_to", kind=ValueKind.CHOICE, value=value, say=(f"the {value}",)),)

    task = TASKS["kiosk-1"]
    wish = task.scenario.goals[0].model_copy(
        update={
            "preference": Preference(ranked=(wants("card"), wants("voucher")), say_next=("Then the voucher, please.",)),
            "branches": (Branch(on=BranchOn.UNAVAILABLE, then=BranchThen.NEXT_PREFERENCE),),
        }
    )
    facts = tuple(fact for fact in task.scenario.facts if fact.key != "refund_to")
    offer = Offer(unavailable="a refund to the card", alternatives=("a refund to the voucher", "a refund in cash"))
    proposal = Propose(
        summary="refund ticket T100001, with $45.50 going to a voucher",
        receipt="ticket T100001 has been refunded, and $45.50 goes to a voucher",
        calls=(call("refund_ticket", ticket_id="T100001", to="voucher"),),
    )
    script = (*opening_moves("ann@example.org", "T100001"), Ask(slots=("refund_to",)), offer, proposal)
    scenario = task.scenario.model_copy(update={"goals": (wish,), "facts": facts})
    return _changed(task, scenario, task.goal.model_copy(update={"script": script}), id="kiosk-choosing")


def dear_task() -> Task:
    """A question about a price, which turns out to be too high for the refund that would follow."""
    task = TASKS["kiosk-3"]
    limit = Branch(on=BranchOn.PRICE_ABOVE, then=BranchThen.ABANDON, threshold=1000, say=("Then I'd rather not.",))
    wish = task.scenario.goals[0].model_copy(
        update={"branches": (limit,), "action": "refund", "needs_write": True, "intent": ("I want a refund.",)}
    )
    script = (*opening_moves("cy@example.org", "T100003"), Tell(keys=("price",)))
    scenario = task.scenario.model_copy(update={"goals": (wish,)})
    return _changed(task, scenario, task.goal.model_copy(update={"script": script}), id="kiosk-dear")


ALL_TASKS = {
    task.id: task
    for task in (
        *TASKS.values(),
        secretive_task(),
        turning_task(),
        asking_for_less_task(),
        choosing_task(),
        dear_task(),
    )
}


def counter(folder: Path) -> Domain:
    """The kiosk with these tasks."""
    file = folder / "faulty.json"
    file.write_text("[" + ",".join(task.model_dump_json() for task in ALL_TASKS.values()) + "]", encoding="utf-8")
    return replace(kiosk(folder), task_files=(file,))


async def found_in(
    domain: Domain, task: str, fault: Fault, *, manner: Manner = PLAIN, persona: Persona | None = None
) -> tuple[list[Found], Desk]:
    """The mistakes of a customer with that fault whom gold serves."""
    desk = Desk(domain, Faulty(fault))
    async with desk.client() as client:
        played = await play(client, Order("gold", domain.tasks[task], domain, manner=manner, persona=persona))
    held = desk.held[played.session_id or ""]
    return mistakes_in(held.task, domain.lexicon, held.events, played.notes, persona=persona), desk
