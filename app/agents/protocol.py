"""What a reference agent is, and what it is given."""

from dataclasses import dataclass, field
from typing import Protocol

from app.agents.manner import Manner
from app.agents.manners import PLAIN
from app.agents.notes import Notes
from app.client import AsyncSession
from domains.kit.checks import Before, Check, Identified
from domains.kit.draws import Draw
from domains.kit.lexicon import Lexicon
from domains.kit.task import Task


class Stuck(Exception):
    """A reference agent could not go on as it was meant to; the message says where and why."""


@dataclass(frozen=True)
class Brief:
    """What the operator gives a reference agent beyond what every agent sees."""

    seed: str
    task: Task | None = None
    """The whole task, for agents that follow its script; None for those that need no more than the session."""
    lexicon: Lexicon = field(default_factory=Lexicon)
    """The domain's: how slots are named."""
    checks: tuple[Check, ...] = ()
    """The domain's: an agent that skips a rule must know it."""
    manner: Manner = PLAIN
    notes: Notes = field(default_factory=Notes)
    """Where an agent that follows a script writes down what it means."""

    def draw(self, stream: str) -> Draw:
        """A stream of draws of this agent in this session."""
        return Draw(self.seed, f"agents/{stream}")

    def whole_task(self) -> Task:
        """The task, for agents that cannot do without."""
        if self.task is None:
            raise Stuck("this agent follows the task's script, and was not given the task")
        return self.task

    @property
    def identifying(self) -> frozenset[str]:
        """Names of the tools that identify a customer."""
        needs = (check.requires for check in self.checks if isinstance(check, Before))
        return frozenset(tool for need in needs if isinstance(need, Identified) for tool in need.by)


class ReferenceAgent(Protocol):
    """Plays a session from its opening to its end."""

    async def play(self, session: AsyncSession) -> None:
        """Take steps until the session has ended; raises `Stuck` where the agent cannot do what it is meant to do."""
