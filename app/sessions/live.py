"""A session in memory: its row as last committed, and the conversation folded from its events."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import ClauseElement

from app.engine.conversation import Awaits, Conversation, Limits, TextBesideCalls, fold
from app.engine.events import Event
from app.storage.sessions import Values
from app.storage.tables import StoredSession
from domains.kit.domain import Domain
from domains.kit.records import Frozen
from domains.kit.scenario import Persona, Scenario
from domains.kit.task import Task
from simulators.protocol import View


class Options(Frozen):
    """How a session is held, as its row keeps it."""

    limits: Limits
    first_speaker: Literal["customer", "agent"] = "customer"
    text_beside_calls: TextBesideCalls = "hold"


@dataclass
class Live:
    """Enough of a session to take its next step without reading anything."""

    row: StoredSession
    options: Options
    domain: Domain
    task: Task
    scenario: Scenario
    """The task's, with the session's persona."""
    conversation: Conversation
    events: list[Event]
    """What the conversation was folded from: its grade needs all of it."""

    @property
    def id(self) -> str:
        """The session's id."""
        return self.row.id

    def settle(self, values: Values) -> None:
        """Take over columns that are committed, or are about to be inserted; not what the database works out."""
        plain = {name: value for name, value in values.items() if not isinstance(value, ClauseElement)}
        self.row = self.row.model_copy(update=plain)

    def view(self) -> View:
        """What the customer sees when it is their turn."""
        return View(
            scenario=self.scenario,
            lexicon=self.domain.lexicon,
            seed=state_seed(self.task.id, self.row.seed),
            turns=self.conversation.turns,
            inner=self.conversation.inner,
            wrote=self.conversation.wrote,
            device=list(self.conversation.device) or None,
        )


def state_seed(task_id: str, seed: str) -> str:
    """What generated ids and the customer's draws depend on: the task and the session's seed."""
    return f"{task_id}/{seed}"


def bring_to_life(row: StoredSession, events: Sequence[Event], domain: Domain, task: Task) -> Live:
    """Fold a session's events into a conversation that can go on."""
    options = Options.model_validate_json(row.options)
    scenario = task.scenario
    if row.persona is not None:
        scenario = scenario.model_copy(update={"persona": Persona.model_validate_json(row.persona)})
    conversation = Conversation(
        state=domain.open_state(state_seed(task.id, row.seed)),
        limits=options.limits,
        text_beside_calls=options.text_beside_calls,
        awaits=Awaits.AGENT if options.first_speaker == "agent" else Awaits.CUSTOMER,
    )
    fold(conversation, ((event.step, event.payload) for event in events))
    return Live(row, options, domain, task, scenario, conversation, list(events))


class LiveSessions:
    """A bounded cache of live sessions; whatever falls out is read from its rows again."""

    def __init__(self, capacity: int):
        self._capacity = capacity
        self._kept: OrderedDict[str, Live] = OrderedDict()

    def get(self, session_id: str) -> Live | None:
        """The session, if it is in memory."""
        live = self._kept.get(session_id)
        if live is not None:
            self._kept.move_to_end(session_id)
        return live

    def keep(self, live: Live) -> Live:
        """Keep a session, unless a later state of it is here already; gives the one that is kept."""
        known = self._kept.get(live.id)
        if known is not None and known.row.version >= live.row.version:
            return known
        self._kept[live.id] = live
        self._kept.move_to_end(live.id)
        while len(self._kept) > self._capacity:
            self._kept.popitem(last=False)
        return live

    def drop(self, session_id: str) -> None:
        """Forget a session; its rows are the truth."""
        self._kept.pop(session_id, None)
