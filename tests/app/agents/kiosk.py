"""A kiosk that sells tickets: as little of a domain as agents and audits can be tried on."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from domains.kit.checks import Before, Confirmed, Identified
from domains.kit.domain import Domain
from domains.kit.goal import (
    Ask,
    CallPattern,
    ChangePattern,
    Correct,
    ExpectedChange,
    Goal,
    GoldCall,
    HandOver,
    Look,
    Match,
    Move,
    Propose,
    Refuse,
    Suggest,
    Tell,
    ToldFact,
)
from domains.kit.lexicon import Action, Lexicon, Slot
from domains.kit.records import JSON, Record
from domains.kit.scenario import (
    Belief,
    Branch,
    BranchOn,
    BranchThen,
    CustomerGoal,
    Fact,
    Persona,
    Question,
    Scenario,
    Want,
)
from domains.kit.state import Context
from domains.kit.task import Split, Task
from domains.kit.tools import Refused, ToolKind, tool
from domains.kit.values import ValueKind
from domains.kit.world import Table, World


class Buyer(Record):
    id: str
    email: str


class Ticket(Record):
    id: str
    buyer_id: str
    show: str
    price: int
    status: Literal["valid", "used", "refunded"] = "valid"
    refund_to: str = ""


class Handoff(Record):
    id: str
    ticket_id: str


@tool(ToolKind.READ)
def find_buyer(context: Context, email: str) -> JSON:
    """Find a buyer by e-mail address."""
    found = context.find(Buyer, email=email.strip().lower())
    if not found:
        raise Refused(f"Nobody has the address {email!r}.")
    return {"customer_id": found[0].id}


@tool(ToolKind.READ)
def get_ticket(context: Context, ticket_id: str) -> JSON:
    """Read a ticket."""
    ticket = context.get(Ticket, ticket_id)
    if ticket is None:
        raise Refused(f"There is no ticket {ticket_id!r}.")
    return ticket.model_dump(mode="json")


@tool(ToolKind.READ)
def list_shows(context: Context) -> JSON:
    """List the shows."""
    return sorted({ticket.show for ticket in context.find(Ticket)})


@tool(ToolKind.WRITE)
def refund_ticket(
    context: Context, ticket_id: str, to: Annotated[Literal["card", "voucher"], Field(description="Where to.")]
) -> JSON:
    """Refund a ticket that was not used."""
    ticket = context.get(Ticket, ticket_id)
    if ticket is None or ticket.status != "valid":
        raise Refused("Only valid tickets can be refunded.")
    context.put(ticket.model_copy(update={"status": "refunded", "refund_to": to}))
    return {"refunded": ticket.price}


@tool(ToolKind.WRITE, ends_session=True)
def transfer_to_human(context: Context, ticket_id: str) -> JSON:
    """Hand over to a person."""
    context.put(Handoff(id=context.new_id(Handoff, ticket_id), ticket_id=ticket_id))
    return "Handed over."


@cache
def world() -> World:
    tickets = [
        Ticket(id="T100001", buyer_id="b1", show="Hamlet", price=4550),
        Ticket(id="T100002", buyer_id="b2", show="Othello", price=3000, status="used"),
        Ticket(id="T100003", buyer_id="b3", show="Macbeth", price=2000),
    ]
    buyers = [Buyer(id=f"b{n}", email=f"{name}@example.org") for n, name in ((1, "ann"), (2, "bob"), (3, "cy"))]
    return World(
        name="kiosk",
        now=datetime(2026, 1, 5, tzinfo=UTC),
        tables=(
            Table("buyers", Buyer, indexes=("email",), owner="id"),
            Table("tickets", Ticket, owner="buyer_id"),
            Table("handoffs", Handoff, append_only=True),
        ),
        rows={"buyers": buyers, "tickets": tickets},
    )


LEXICON = Lexicon(
    slots=(
        Slot(key="email", kind=ValueKind.EMAIL, label="e-mail address", ask=("what is your email",)),
        Slot(key="ticket_id", kind=ValueKind.ID, label="ticket number", ask=("which ticket",), pattern=r"\bT\d{6}\b"),
        Slot(key="refund_to", kind=ValueKind.CHOICE, label="refund method", values=("card", "voucher")),
    ),
    actions=(
        Action(key="refund", words=("refund", "refunded", "money back")),
        Action(key="report", words=("report", "transfer", "transferred")),
        Action(key="question", words=("price", "cost")),
    ),
)
CHECKS = (
    Before(
        id="identity",
        text="Find the buyer first.",
        tools=("get_ticket", "refund_ticket", "transfer_to_human"),
        requires=Identified(by=("find_buyer",)),
    ),
    Before(
        id="yes",
        text="Ask for a yes before a refund.",
        tools=("refund_ticket",),
        requires=Confirmed(values={"refund_ticket": ("ticket_id", "to")}),
    ),
)


def call(name: str, **arguments: JSON) -> GoldCall:
    return GoldCall(tool=name, arguments=arguments)


def customer_facts(email: str, ticket: str) -> tuple[Fact, ...]:
    return (
        Fact(key="email", kind=ValueKind.EMAIL, value=email),
        Fact(key="ticket_id", kind=ValueKind.ID, value=ticket),
        Fact(key="refund_to", kind=ValueKind.CHOICE, value="card", say=("my card",)),
    )


def opening_moves(email: str, ticket: str) -> tuple[Move, ...]:
    return (
        Ask(slots=("email", "ticket_id")),
        Look(calls=(call("find_buyer", email=email),)),
        Look(calls=(call("get_ticket", ticket_id=ticket),)),
    )


def scenario(email: str, ticket: str, **goal: JSON) -> Scenario:
    wish = CustomerGoal(**{"id": "g1", "action": "refund", "intent": ("I want my ticket refunded.",), **goal})
    return Scenario(persona=Persona(name="sam"), facts=customer_facts(email, ticket), goals=(wish,))


def _task(task_id: str, scenario: Scenario, goal: Goal, twin: str | None = None) -> Task:
    return Task(
        id=task_id,
        domain="kiosk",
        family="refunds",
        split=Split.TRAIN,
        world=world().digest,
        scenario=scenario,
        goal=goal,
        twin=twin,
    )


def refund_task() -> Task:
    proposal = Propose(
        summary="refund ticket T100001, with $45.50 going to your card",
        receipt="ticket T100001 has been refunded, and $45.50 goes to your card",
        calls=(call("refund_ticket", ticket_id="T100001", to="card"),),
    )
    expected = ExpectedChange(
        op="update",
        table="tickets",
        key="T100001",
        fields={"status": Match(value="refunded"), "refund_to": Match(value="card")},
    )
    moves = (*opening_moves("ann@example.org", "T100001"), Ask(slots=("refund_to",)), proposal)
    return _task("kiosk-1", scenario("ann@example.org", "T100001"), Goal(script=moves, expected=(expected,)), "kiosk-2")


def logged_in_task() -> Task:
    """The refund for a buyer who is logged in, so that nobody asks for the e-mail address."""
    task = refund_task()
    moves = tuple(
        Ask(slots=("ticket_id",)) if move.do == "ask" and "email" in move.slots else move for move in task.goal.script
    )
    scenario = task.scenario.model_copy(update={"account": "ann@example.org"})
    goal = task.goal.model_copy(update={"script": moves})
    return task.model_copy(update={"id": "kiosk-7", "twin": None, "scenario": scenario, "goal": goal})


def refusal_task() -> Task:
    refusal = Refuse(what="refund ticket T100002", because="it has been used")
    moves = (*opening_moves("bob@example.org", "T100002"), refusal)
    goal = Goal(
        script=moves,
        evidence=(CallPattern(tool="get_ticket", arguments={"ticket_id": "T100002"}),),
        forbidden_changes=(ChangePattern(table="tickets"),),
    )
    wishes = scenario("bob@example.org", "T100002", branches=(Branch(on=BranchOn.REFUSED, then=BranchThen.ACCEPT),))
    return _task("kiosk-2", wishes, goal, "kiosk-1")


def question_task() -> Task:
    told = ToldFact(key="price", kind=ValueKind.MONEY, value="2000", say="The ticket cost $20.00.")
    wishes = scenario(
        "cy@example.org",
        "T100003",
        action="question",
        intent=("I have a question about the price of a ticket.",),
        questions=(Question(key="price", kind=ValueKind.MONEY, say=("What did the ticket cost?",)),),
        needs_write=False,
    )
    goal = Goal(script=(*opening_moves("cy@example.org", "T100003"), Tell(keys=("price",))), tell=(told,))
    return _task("kiosk-3", wishes, goal)


def hand_over_task() -> Task:
    moves = (*opening_moves("cy@example.org", "T100003"), HandOver(call=call("transfer_to_human", ticket_id="T100003")))
    expected = ExpectedChange(op="insert", table="handoffs", key="new", fields={"ticket_id": Match(value="T100003")})
    wishes = scenario("cy@example.org", "T100003", action="report", intent=("I want to report a forged ticket.",))
    return _task("kiosk-4", wishes, Goal(script=moves, expected=(expected,)))


def second_thought_task() -> Task:
    """The refund is to go to a voucher, once it is proposed to go to the card."""
    second = CustomerGoal(
        id="g2",
        action="refund",
        intent=("Pay it out as a voucher.",),
        wants=(Want(key="refund_to", kind=ValueKind.CHOICE, value="voucher"),),
        only_by_branch=True,
    )
    branch = Branch(on=BranchOn.PROPOSED, then=BranchThen.OTHER_GOAL, goal="g2", say=("Wait, not like that.",))
    wants = (Want(key="refund_to", kind=ValueKind.CHOICE, value="card", among=("voucher",)),)
    plain = scenario("cy@example.org", "T100003", wants=wants)
    first = plain.goals[0].model_copy(update={"branches": (branch,)})
    wishes = Scenario(persona=plain.persona, facts=plain.facts[:2], goals=(first, second))
    proposal = Propose(
        summary="refund ticket T100003, with $20.00 going to a voucher",
        receipt="ticket T100003 has been refunded, and $20.00 goes to a voucher",
        calls=(call("refund_ticket", ticket_id="T100003", to="voucher"),),
    )
    suggestion = Suggest(summary="refund ticket T100003, with $20.00 going to your card")
    expected = ExpectedChange(
        op="update",
        table="tickets",
        key="T100003",
        fields={"status": Match(value="refunded"), "refund_to": Match(value="voucher")},
    )
    moves = (*opening_moves("cy@example.org", "T100003"), Ask(slots=("refund_to",)), suggestion, proposal)
    return _task("kiosk-5", wishes, Goal(script=moves, expected=(expected,)))


def wrong_belief_task() -> Task:
    """The ticket was not used, as the buyer thinks it was, so that it can be refunded."""
    second = CustomerGoal(id="g2", action="refund", intent=("Then I want it refunded.",), only_by_branch=True)
    first = CustomerGoal(
        id="g1",
        action="report",
        intent=("Somebody has used my ticket, and I want to report it.",),
        belief=Belief(doubt=("But it was used, wasn't it?",), truth=("not been used",)),
        branches=(Branch(on=BranchOn.CORRECTED, then=BranchThen.OTHER_GOAL, goal="g2", say=("Good to hear.",)),),
    )
    facts = customer_facts("cy@example.org", "T100003")
    proposal = Propose(
        summary="refund ticket T100003, with $20.00 going to your card",
        receipt="ticket T100003 has been refunded, and $20.00 goes to your card",
        calls=(call("refund_ticket", ticket_id="T100003", to="card"),),
    )
    expected = ExpectedChange(
        op="update",
        table="tickets",
        key="T100003",
        fields={"status": Match(value="refunded"), "refund_to": Match(value="card")},
    )
    correction = Correct(truth="Ticket T100003 has not been used.")
    moves = (*opening_moves("cy@example.org", "T100003"), correction, Ask(slots=("refund_to",)), proposal)
    wishes = Scenario(persona=Persona(name="cy"), facts=facts, goals=(first, second))
    return _task("kiosk-6", wishes, Goal(script=moves, expected=(expected,)))


TASKS = {task.id: task for task in (refund_task(), refusal_task(), question_task(), hand_over_task())}
EVERY_TASK = TASKS | {task.id: task for task in (second_thought_task(), wrong_belief_task())}
"""With those whose customers do more than ask, agree and take a no."""


@cache
def policy_file(folder: Path) -> Path:
    path = folder / "policy.md"
    path.write_text("Find the buyer first. Refund valid tickets only.", encoding="utf-8")
    return path


def kiosk(folder: Path, tasks: Mapping[str, Task] = TASKS) -> Domain:
    domain = Domain(
        name="kiosk",
        title="Ticket kiosk",
        load_world=world,
        tools=(find_buyer, get_ticket, list_shows, refund_ticket, transfer_to_human),
        policy_file=policy_file(folder),
        lexicon=LEXICON,
        checks=CHECKS,
        task_files=(folder / "tasks.json",),
        customer_table="buyers",
    )
    (folder / "tasks.json").write_text(
        "[" + ",".join(task.model_dump_json() for task in tasks.values()) + "]", encoding="utf-8"
    )
    return domain
