"""Which sessions the proof plays."""

from collections.abc import Iterable, Iterator, Sequence

from app.agents.registry import AGENTS
from domains.kit.domain import Domain
from domains.kit.task import Split, Task
from tests.proof.playing import HONEST, WEAKENED, Spec
from tests.proof.weakened import SLIPS, Mishaps, Slip

LEVELS = (0.0, 0.1, 0.25, 0.5, 0.75, 1.0)
"""How likely a weakened agent makes its one slip."""
USUAL = dict.fromkeys((slip.name for slip in SLIPS), 0.15)
"""An agent of middling quality: each slip now and then."""
WORSE = dict.fromkeys((slip.name for slip in SLIPS), 0.35)


def known_agents(tasks: Iterable[Task], domain: Domain) -> Iterator[Spec]:
    """Gold, every exploit and every simple honest agent, on every task where it does anything of its own."""
    for task in tasks:
        for name, entry in AGENTS.items():
            if entry.plays(task, domain):
                yield Spec(name, task.id)
        for name in HONEST:
            yield Spec(name, task.id)


def graded_down(tasks: Sequence[Task], mishaps: Mishaps, slip: Slip, *, trials: int) -> Iterator[Spec]:
    """An agent with one slip at every level, on the tasks where it can be made."""
    concerned = [task.id for task in tasks if mishaps.concerns(slip, task)]
    for level in LEVELS:
        for trial in range(trials):
            for task in concerned:
                yield Spec(WEAKENED, task, trial=f"{slip.name}/{trial}", chances={slip.name: level})


def run_of(tasks: Iterable[Task], *, trial: str, worse: bool = False, customer_seed: str = "0") -> list[Spec]:
    """One run of the agent of middling quality, or of the worse one, with slips of its own."""
    chances = WORSE if worse else USUAL
    return [Spec(WEAKENED, task.id, customer_seed, trial, chances) for task in tasks]


def of_split(domain: Domain, *splits: Split) -> list[Task]:
    """The tasks of these splits; of none, all."""
    return [task for task in domain.tasks.values() if not splits or task.split in splits]
