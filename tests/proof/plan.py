"""Which sessions the proof plays."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

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
    concerned = [task for task in tasks if mishaps.concerns(slip, task)]
    for level in LEVELS:
        for trial in range(trials):
            yield from run_of(concerned, mishaps, {slip.name: level}, trial=f"{slip.name}/{trial}")


def run_of(
    tasks: Iterable[Task], mishaps: Mishaps, chances: Mapping[str, float], *, trial: str, customer_seed: str = "0"
) -> Iterator[Spec]:
    """One run of a weakened agent, with the slips of that trial."""
    for task in tasks:
        slips = mishaps.slips(task, chances, trial=trial)
        script = mishaps.script(task, slips, trial=trial)
        yield Spec(WEAKENED, task.id, customer_seed, chances, slips, script)


def of_split(domain: Domain, *splits: Split) -> list[Task]:
    """The tasks of these splits; of none, all."""
    return [task for task in domain.tasks.values() if not splits or task.split in splits]
