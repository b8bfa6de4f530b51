"""A bicycle repair shop: the smallest domain on which everything the grader looks at can happen."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Literal

from app.engine.events import AgentSpoke, CustomerReplied, Ended, EndReason, Event, ToolCalled
from app.grading.grader import grade
from app.grading.verdict import Finding, FindingKind, Grade
from domains.kit.changes import Actor, Change
from domains.kit.checks import Before, Check, Confirmed, Identified, JSONObject, Mentions
from domains.kit.domain import Domain
from domains.kit.goal import CallPattern, ExpectedChange, Goal, GoldCall, Look, Match, Move, Propose
from domains.kit.lexicon import Lexicon, Slot
from domains.kit.records import JSON, Mark, Record
from domains.kit.scenario import CustomerGoal, Fact, Persona, Question, Scenario
from domains.kit.state import Context, State
from domains.kit.task import Split, Task
from domains.kit.tools import Refused, ToolKind, tool
from domains.kit.values import ValueKind
from domains.kit.world import Table, World
from simulators.protocol import Reply


class Customer(Record):
    id: str
    name: Annotated[str, Mark.PERSONAL]
    email: Annotated[str, Mark.PERSONAL]
    phone: Annotated[str, Mark.PERSONAL] = ""


class Repair(Record):
    id: str
    customer_id: str
    bike: str
    status: str = "open"
    price: int = 0
    parts: Annotated[tuple[str, ...], Mark.UNORDERED] = ()
    note: Annotated[str, Mark.BOOKKEEPING] = ""


class Booking(Record):
    id: str
    repair_id: str
    day: str
    also_for: tuple[str, ...] = ()


class Reminder(Record):
    id: str
    booking_id: str
    text: str
    made: Annotated[str, Mark.BOOKKEEPING] = ""


@tool(ToolKind.READ)
def find_customer(context: Context, email: str) -> JSON:
    """Find a customer by e-mail address."""
    found = context.find(Customer, email=email.lower())
    if not found:
        raise Refused("There is no such customer.")
    return {"customer_id": found[0].id, "name": found[0].name}


@tool(ToolKind.READ)
def find_customer_by(context: Context, by: Literal["email", "phone"], value: str) -> JSON:
    """Find a customer by e-mail address or telephone number."""
    found = context.find(Customer, **{by: value})
    if not found:
        raise Refused("There is no such customer.")
    return {"customer_id": found[0].id}


@tool(ToolKind.READ)
def show_repair(context: Context, repair_id: str) -> JSON:
    """Show a repair."""
    return _repair(context, repair_id).model_dump(mode="json")


@tool(ToolKind.WRITE)
def set_status(context: Context, repair_id: str, status: str, price: int | None = None) -> JSON:
    """Set the status of a repair, and its price in cents."""
    update: dict[str, JSON] = {"status": status, "note": f"{status} by the desk"}
    if price is not None:
        update["price"] = price
    context.put(_repair(context, repair_id).model_copy(update=update))
    return {"status": status}


@tool(ToolKind.WRITE)
def set_parts(context: Context, repair_id: str, parts: list[str]) -> JSON:
    """Set the spare parts of a repair."""
    context.put(_repair(context, repair_id).model_copy(update={"parts": tuple(parts)}))
    return {"parts": parts}


@tool(ToolKind.WRITE)
def drop_repair(context: Context, repair_id: str) -> JSON:
    """Delete a repair."""
    context.delete(Repair, repair_id)
    return {"deleted": repair_id}


@tool(ToolKind.WRITE)
def book(context: Context, repair_id: str, day: str, also_for: list[str] | None = None) -> JSON:
    """Book a day for a repair."""
    key = context.new_id(Booking, repair_id, prefix="B")
    context.put(Booking(id=key, repair_id=repair_id, day=day, also_for=tuple(also_for or ())))
    return {"booking_id": key}


@tool(ToolKind.WRITE)
def remind(context: Context, booking_id: str, text: str) -> JSON:
    """Put up a reminder of a booking."""
    if context.get(Booking, booking_id) is None:
        raise Refused("There is no such booking.")
    key = context.new_id(Reminder, booking_id, prefix="M")
    context.put(Reminder(id=key, booking_id=booking_id, text=text, made="today"))
    return {"reminder_id": key}


@tool(ToolKind.WRITE, callers=(Actor.CUSTOMER,))
def tap(context: Context, repair_id: str) -> JSON:
    """Mark a repair as seen, on the customer's own device."""
    context.put(_repair(context, repair_id).model_copy(update={"status": "seen"}))
    return "ok"


@tool(ToolKind.THINK, ends_session=True)
def hand_over(context: Context) -> JSON:
    """Hand the customer over to a person."""
    return "A person takes over."


def _repair(context: Context, repair_id: str) -> Repair:
    repair = context.get(Repair, repair_id)
    if repair is None:
        raise Refused("There is no such repair.")
    return repair


def load_world() -> World:
    return World(
        name="bikes",
        now=datetime(2026, 5, 4, 9, tzinfo=UTC),
        tables=(
            Table("customers", Customer, generated=False, indexes=("email",), owner="id"),
            Table("repairs", Repair, generated=False, owner="customer_id"),
            Table("bookings", Booking),
            Table("reminders", Reminder),
        ),
        rows={
            "customers": (
                Customer(id="C1", name="Ada Moss", email="ada@moss.example", phone="555-010-1234"),
                Customer(id="C2", name="Ben Reed", email="ben.reed@mail.example", phone="555-010-9876"),
                Customer(id="C3", name="Ada Moss", email="other.ada@mail.example"),
            ),
            "repairs": (
                Repair(id="R1", customer_id="C1", bike="red tourer", parts=("chain", "bell")),
                Repair(id="R2", customer_id="C1", bike="green folder", price=4500),
                Repair(id="R3", customer_id="C2", bike="blue racer"),
            ),
        },
    )


def spoken_values(state: State, name: str, arguments: JSONObject) -> Mentions:
    """A repair can also be named by its bicycle."""
    repair = state.get(Repair, str(arguments.get("repair_id", "")))
    return {} if repair is None else {"repair_id": ((repair.id,), tuple(repair.bike.split()))}


IDENTITY = Before(
    id="identity",
    text="Identify the customer first.",
    tools=("set_status", "set_parts", "book", "drop_repair"),
    requires=Identified(by=("find_customer", "find_customer_by")),
)
YES = Before(
    id="yes",
    text="Get a yes to the very values.",
    tools=("set_status", "book"),
    requires=Confirmed(values={"set_status": ("repair_id", "status", "price"), "book": ("repair_id", "day")}),
)
WORLD = load_world()


def is_status(state: State, *, repair_id: str, status: str) -> bool:
    repair = state.get(Repair, repair_id)
    return repair is not None and repair.status == status


def is_odd(_state: State) -> bool:
    """A wrong predicate: it gives no truth value."""
    return "maybe"  # type: ignore[return-value]


def breaks(_state: State) -> bool:
    """A wrong predicate: it raises."""
    raise KeyError("wheel")


def shop(*checks: Check) -> Domain:
    """The domain with these checks; the world is shared."""
    return Domain(
        name="bikes",
        title="Bicycle repairs",
        load_world=lambda: WORLD,
        tools=(
            find_customer,
            find_customer_by,
            show_repair,
            set_status,
            set_parts,
            drop_repair,
            book,
            remind,
            tap,
            hand_over,
        ),
        policy_file=Path("policy.md"),
        lexicon=Lexicon(
            slots=(
                Slot(key="price", kind=ValueKind.MONEY, label="price"),
                Slot(key="day", kind=ValueKind.DATE, label="day"),
            )
        ),
        checks=checks,
        predicates={"is_status": is_status, "is_odd": is_odd, "breaks": breaks},
        mentions=spoken_values,
    )


SHOP = shop()
Plan = Sequence[tuple[str, JSONObject]]


def task_of(goal: Goal, *, facts: tuple[Fact, ...] = (), questions: tuple[Question, ...] = ()) -> Task:
    """A task of the shop with that goal; by default its customer is Ada Moss with her e-mail address."""
    known = facts or (Fact(key="email", kind=ValueKind.EMAIL, value="ada@moss.example"),)
    errand = CustomerGoal(id="g", action="fix", intent=("I have a bike with you.",), questions=questions)
    scenario = Scenario(persona=Persona(name="Ada"), facts=known, goals=(errand,))
    return Task(
        id="bikes-1",
        domain="bikes",
        family="toy",
        split=Split.DEV,
        world=WORLD.digest,
        scenario=scenario,
        goal=goal,
    )


def goal_of(plan: Plan, *, script: tuple[Move, ...] = ()) -> Goal:
    """The goal whose gold calls are the plan; expected changes come from running them, as they do for real tasks."""
    state = SHOP.open_state("gold")
    calls = []
    for name, arguments in resolved(plan, state):
        assert not state.call(name, arguments).is_error
        calls.append(GoldCall(tool=name, arguments=arguments))
    expected = tuple(map(expectation, state.diff()))
    return Goal(script=script or (Propose(summary="", receipt="", calls=tuple(calls)),), expected=expected)


def expectation(change: Change) -> ExpectedChange:
    op: Literal["insert", "update", "delete"] = "update"
    if change.before is None:
        op = "insert"
    elif change.after is None:
        op = "delete"
    fields = {name: Match(value=value) for name, value in (change.after or {}).items()}
    return ExpectedChange(op=op, table=change.table, key=change.key, fields=fields)


def resolved(plan: Plan, state: State) -> "list[tuple[str, JSONObject]]":
    """The plan with "@n" replaced by the key of the n-th booking that the plan makes, counted from 1."""
    probe = state.copy()
    done: list[tuple[str, JSONObject]] = []
    keys: list[str] = []
    for name, arguments in plan:
        filled = {k: keys[int(v[1:]) - 1] if isinstance(v, str) and v[:1] == "@" else v for k, v in arguments.items()}
        outcome = probe.call(name, filled)
        keys.extend(change.key for change in outcome.changes if change.table == "bookings")
        done.append((name, filled))
    return done


LOOK = Goal(
    script=(Look(calls=(GoldCall(tool="show_repair", arguments={"repair_id": "R1"}),)),),
    evidence=(CallPattern(tool="show_repair", arguments={"repair_id": "R1"}),),
)
DONE = "set_status", {"repair_id": "R1", "status": "done"}


class Play:
    """Writes the events of a session as the engine would; tools really run."""

    def __init__(self, opening: str = "Hello, my address is ada@moss.example.", *, seed: str = "s1") -> None:
        self.events: list[Event] = []
        self.state = SHOP.open_state(seed)
        self.step = 0
        if opening:
            self.customer(opening)

    def customer(self, text: str | None, **reply: JSON) -> "Play":
        return self._add(CustomerReplied(reply=Reply(text=text, **reply)))

    def says(self, text: str) -> "Play":
        self.step += 1
        return self._add(AgentSpoke(content=text, heard=text))

    def thinks(self, text: str) -> "Play":
        """The agent reasons, and says nothing."""
        self.step += 1
        return self._add(AgentSpoke(content="", reasoning=text))

    def holds(self, text: str) -> "Play":
        """The agent writes text beside a call, and the session goes no further."""
        self.step += 1
        return self._add(AgentSpoke(content=text, heard=None))

    def calls(self, name: str, *, skipped: bool = False, **arguments: JSON) -> "Play":
        self.step += 1
        self._add(AgentSpoke(content="", tool_calls=({"name": name},)))
        if skipped:
            return self._add(ToolCalled(call_id="x", name=name, arguments=arguments, content="", skipped=True))
        return self._run(name, arguments, Actor.AGENT)

    def device(self, name: str, **arguments: JSON) -> "Play":
        return self._run(name, arguments, Actor.CUSTOMER)

    def plan(self, plan: Plan) -> "Play":
        for name, arguments in resolved(plan, self.state):
            self.calls(name, **arguments)
        return self

    def end(self, reason: EndReason = EndReason.CUSTOMER_DONE) -> list[Event]:
        self._add(Ended(reason=reason))
        return self.events

    def _run(self, name: str, arguments: JSONObject, actor: Actor) -> "Play":
        outcome = self.state.call(name, arguments, actor=actor)
        return self._add(
            ToolCalled(
                call_id=f"call-{len(self.events)}",
                name=name,
                arguments=arguments,
                content=outcome.content,
                is_error=outcome.is_error,
                changes=outcome.changes,
                actor=actor,
            )
        )

    def _add(self, payload: AgentSpoke | ToolCalled | CustomerReplied | Ended) -> "Play":
        at = datetime(2026, 5, 4, 9, tzinfo=UTC) + timedelta(seconds=len(self.events))
        self.events.append(Event(seq=len(self.events), step=self.step, at=at, payload=payload))
        return self


def graded(goal: Goal, play: Play, *, domain: Domain = SHOP, end: EndReason = EndReason.CUSTOMER_DONE) -> Grade:
    """The grade of a played session of a plain task with that goal."""
    return grade(task_of(goal), play.end(end), domain)


def kinds(verdict: Grade) -> list[FindingKind]:
    return [finding.kind for finding in verdict.findings]


def only(verdict: Grade) -> Finding:
    (finding,) = verdict.findings
    return finding
