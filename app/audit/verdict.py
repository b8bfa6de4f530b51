"""What an audit says about a task."""

from domains.kit.records import Frozen


class Flaw(Frozen):
    """One check that a task did not pass, for the author of the task."""

    check: str
    """`gold`, `exploits`, `mutations`, `static`, …: see `TITLES`."""
    text: str
    """What is wrong, in one or two sentences."""
    excerpt: str = ""
    """The end of the transcript in which it showed, where there is one."""


class TaskAudit(Frozen):
    """The outcome of one task's audit."""

    task: str
    passed: dict[str, int] = {}
    """Check to how many times it was passed."""
    flaws: tuple[Flaw, ...] = ()
    notes: tuple[str, ...] = ()
    """What could not be tried, and why; nothing that is wrong."""
    sessions: int = 0
    """How many sessions were played."""

    @property
    def ok(self) -> bool:
        """Whether the task may be published."""
        return not self.flaws


TITLES = {
    "audit": "the audit itself runs to its end",
    "calls": "the gold calls run, and the expected changes are what they lead to",
    "provenance": "every gold argument comes from somewhere, and not all from the opening",
    "branches": "whatever can be refused on the way, the customer knows what to do about it",
    "gold": "gold succeeds, for every seed, manner and persona",
    "exploits": "no agent succeeds by cheating",
    "twin": "looking up and refusing succeeds on one of the twins at most",
    "left_out": "without one of the gold writes there is no success",
    "unproven": "without any look-up that an answer stands on there is no success",
    "other_look": "with another look-up that shows the same fact it is still a success",
    "untold": "with a fact cut out of the agent's words there is no success",
    "altered": "with one gold write altered there is no success",
    "extra_write": "with a write more there is no success",
    "extra_read": "with a look-up more it is still a success",
    "order": "independent writes in another order are still a success",
}
"""The checks by name, in the order in which they are made."""


class Report:
    """Collects what an audit of one task finds."""

    def __init__(self, task: str):
        self.task = task
        self.passed: dict[str, int] = {}
        self.flaws: list[Flaw] = []
        self.notes: list[str] = []
        self.sessions = 0

    def check(self, check: str, *, ok: bool, text: str, excerpt: str = "") -> None:
        """Count a check that held, or write down what is wrong."""
        if ok:
            self.passed[check] = self.passed.get(check, 0) + 1
        else:
            self.flaws.append(Flaw(check=check, text=text, excerpt=excerpt))

    def note(self, text: str) -> None:
        """Write down what could not be tried."""
        self.notes.append(text)

    def closed(self) -> TaskAudit:
        """The audit as it stands."""
        passed = {check: self.passed[check] for check in TITLES if check in self.passed}
        return TaskAudit(
            task=self.task,
            passed=passed,
            flaws=tuple(self.flaws),
            notes=tuple(self.notes),
            sessions=self.sessions,
        )
