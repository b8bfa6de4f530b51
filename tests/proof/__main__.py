"""`make proof`: plays agents whose quality is known, and writes what they score to report.md."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from app.certificates import installed_components
from domains.kit.domain import Domain, discover
from domains.kit.task import Split
from tests.proof import sections
from tests.proof.plan import USUAL, WORSE, graded_down, known_agents, of_split, run_of
from tests.proof.playing import Result, Spec, play_all
from tests.proof.tables import Section, report
from tests.proof.weakened import SLIPS, Mishaps

REPORT = Path(__file__).parent / "report.md"


class Proof:
    """Plays what a part of the report needs, and shows how far it is."""

    def __init__(self, domain: Domain, *, jobs: int, most: int | None, screen: Console):
        self.domain = domain
        self.jobs = jobs
        self.most = most
        self.screen = screen
        self.sessions = 0

    def sections(self, *, trials: int, pairs: int) -> Iterator[Section]:
        """The parts of the report, in order."""
        every = of_split(self.domain)[: self.most]
        known = self.play("gold, exploits and simple agents", list(known_agents(every, self.domain)))
        yield sections.exploits(known, self.domain)
        yield sections.difficulty(known, self.domain)
        mishaps = Mishaps(self.domain)
        yield sections.graded_down(
            {
                slip: self.play(f"made worse: {slip.name}", list(graded_down(every, mishaps, slip, trials=trials)))
                for slip in SLIPS
            }
        )
        few = of_split(self.domain, Split.DEV)[: self.most]
        same = [spec for run in range(2 * pairs) for spec in run_of(few, mishaps, USUAL, trial=f"alike/{run}")]
        yield sections.alike(self.play("one agent against itself", same), pairs=pairs, size=len(few))
        test = of_split(self.domain, Split.TEST)[: self.most]
        differing = max(1, pairs // 10)
        uneven = [
            spec
            for run in range(2 * differing)
            for spec in run_of(test, mishaps, WORSE if run % 2 else USUAL, trial=f"unlike/{run}")
        ]
        yield sections.unlike(self.play("a better against a worse one", uneven), pairs=differing, size=len(test))
        first, second = (list(run_of(every, mishaps, USUAL, trial="seeds", customer_seed=seed)) for seed in ("0", "1"))
        yield sections.seeds(self.play("customers of one seed", first), self.play("and of another", second))

    def play(self, what: str, specs: Sequence[Spec]) -> list[Result]:
        """Play these sessions with a progress display."""
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        with Progress(*columns, console=self.screen) as shown:
            bar = shown.add_task(what, total=len(specs))
            results = play_all(self.domain, specs, jobs=self.jobs, progress=lambda n: shown.advance(bar, n))
        self.sessions += len(specs)
        return results


def opening(domain: Domain, command: str, sessions: int) -> list[str]:
    """What was played, and with what: the same components give the same report, byte for byte."""
    components = ", ".join(f"{name} `{digest[:8]}`" for name, digest in sorted(installed_components(domain).items()))
    return [
        f"Written by `{command}`: {sessions} sessions of {len(domain.tasks)} tasks of {domain.title}, with the agenda",
        f"customer, over the API. Of what: {components}.",
    ]


def main() -> None:
    """Exit code 1 says that something did not hold."""
    options = argparse.ArgumentParser(prog="python -m tests.proof", description=__doc__)
    options.add_argument("--domain", default="retail", help="whose tasks to play (default: retail)")
    options.add_argument("--tasks", type=int, help="at most so many tasks of each set (default: all)")
    options.add_argument("--trials", type=int, default=2, help="trials of agents that were made worse (default: 2)")
    options.add_argument("--pairs", type=int, default=200, help="pairs of identical runs (default: 200)")
    options.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: one a core)")
    options.add_argument("--out", type=Path, default=REPORT, help="where to write it (default: %(default)s)")
    chosen = options.parse_args()
    screen = Console(stderr=True)
    domain = discover()[chosen.domain]
    proof = Proof(domain, jobs=chosen.jobs, most=chosen.tasks, screen=screen)
    found = list(proof.sections(trials=chosen.trials, pairs=chosen.pairs))
    command = " ".join(("python -m tests.proof", *sys.argv[1:]))
    chosen.out.write_text(report(found, opening(domain, command, proof.sessions)), encoding="utf-8")
    broken = [claim for section in found for claim in section.claims if not claim.holds]
    for claim in broken:
        screen.print(f"[red]does not hold:[/] {claim.text} Seen: {claim.seen}")
    screen.print(f"{proof.sessions} sessions. Written: {chosen.out}")
    sys.exit(bool(broken))


if __name__ == "__main__":
    main()
