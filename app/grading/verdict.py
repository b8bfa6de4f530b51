"""What a grade consists of."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from app.engine.events import EndReason
from domains.kit.records import JSON, Frozen


class FindingKind(StrEnum):
    """What was found."""

    MISSING_CHANGE = "missing_change"
    """An expected row change is not there."""
    WRONG_VALUE = "wrong_value"
    """A row was changed as expected, and a field of it holds another value."""
    COLLATERAL = "collateral"
    """A row or a field was changed that should not have been."""
    ASSERTION_FAILED = "assertion_failed"
    """A predicate does not hold on the final state."""
    FORBIDDEN_CHANGE = "forbidden_change"
    """Something was changed that must not be touched at any time."""
    FORBIDDEN_DISCLOSURE = "forbidden_disclosure"
    """Something was said that the customer must not hear."""
    NOT_TOLD = "not_told"
    """A fact was not told, or not after it was asked for, or only among too many values."""
    NO_EVIDENCE = "no_evidence"
    """A look-up that had to be made was not."""
    NOT_ANSWERED = "not_answered"
    """The customer did not learn, after the look-up on which it stands, that they cannot have what they want."""
    FALSE_CLAIM = "false_claim"
    """The customer was left believing that something had been done for them, and it had not."""
    CHECK_FAILED = "check_failed"
    """A process rule of the domain was broken."""
    WRONG_END = "wrong_end"
    """The session ended in a way in which this task cannot succeed."""


class Attribution(StrEnum):
    """Whose doing it is that a session did not succeed."""

    AGENT = "agent"
    CUSTOMER = "customer"
    TASK = "task"
    GRADER = "grader"
    INFRASTRUCTURE = "infrastructure"
    NONE = "none"
    """It succeeded."""


class Finding(Frozen):
    """One thing that is not as it should be."""

    kind: FindingKind
    text: str
    """One sentence for a person."""
    where: str
    """`table/key/field` or `table/key`, the key of a fact, the id of a check, or the name of a tool."""
    step: int | None = None
    """The step that caused it; None where nothing happened that should have."""
    expected: JSON = None
    actual: JSON = None
    gate: bool = True
    """Whether it keeps the session from success."""


class Part(Frozen):
    """One part of a grade: how much of its weight was matched."""

    matched: float
    total: float

    @property
    def whole(self) -> bool:
        """Nothing is missing."""
        return self.matched >= self.total


class Grade(Frozen):
    """A verdict on a session: a function of the task, the events and the domain alone."""

    success: bool
    partial: float = Field(ge=0.0, le=1.0)
    """1.0 exactly if `success`; 0.0 where something forbidden happened."""
    reward: float
    """1.0 with success, else 0.0."""
    parts: dict[str, Part]
    """`state`, `told`, `evidence` and `checks`."""
    findings: tuple[Finding, ...] = ()
    attribution: Attribution
    end_reason: EndReason
    counted: bool
    """False for ends that say nothing about the agent."""
    corrections: int = 0
    """How many wrong values the customer corrected."""
    grader_version: str
    goal_digest: str


class FieldDiff(Frozen):
    """One field of one row: what was expected, what is there, and who wrote it."""

    table: str
    key: str
    """The row's key; for a new row that is missing, its label in the goal."""
    field: str | None
    """None stands for the whole row: a delete."""
    before: JSON = None
    expected: JSON = None
    """A value; `{"any_of": […]}` or `{"anything": true}` where more than one is right."""
    actual: JSON = None
    verdict: Literal["right", "wrong", "missing", "collateral"]
    step: int | None = None
    """The step in which it was last written."""
    call: str | None = None
    """The tool that last wrote it."""
