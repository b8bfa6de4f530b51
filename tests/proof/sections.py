"""The parts of the report, each made of sessions that were played."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from statistics import median

from app.agents.registry import EXPLOITS, GOLD
from app.audit.sessions import PAIRED
from app.grading.comparison import Comparison, Difference, compare
from app.grading.estimates import Estimate, estimate, tallies
from domains.kit.domain import Domain
from domains.kit.goal import HandOver, Offer, Propose, Refuse
from domains.kit.task import Task
from domains.kit.tools import ToolKind
from tests.proof.plan import LEVELS, USUAL, WORSE
from tests.proof.playing import HONEST, Result
from tests.proof.tables import Claim, Section, share, table
from tests.proof.weakened import Slip

DECISIONS = (Propose, Offer, Refuse, HandOver)
"""Moves in which a right agent chooses between acting, offering something else, saying no and handing over."""
FALSE_ALARMS = 0.05


def exploits(results: Sequence[Result], domain: Domain) -> Section:
    """What cheats get by family; one that always says no is right on half of the pairs of twins, and on no pair."""
    cheats = [name for name in EXPLOITS if name != PAIRED]
    won = _by(results, lambda result: (_family(result, domain), result.spec.agent))
    families = [family.name for family in domain.families]
    rows = [(name, *(_won(won[name, agent]) for agent in (GOLD, *EXPLOITS))) for name in families]
    gold = [result for result in results if result.spec.agent == GOLD]
    cheated = [result for result in results if result.spec.agent in cheats]
    pairs = _pairs_won(results, domain)
    return Section(
        "Gold and the exploits, by family",
        [
            *table(("family", GOLD, *EXPLOITS), rows),
            f"Successes of sessions. `{PAIRED}` rightly succeeds where a request must be refused; it is judged on "
            f"pairs of twins, and succeeds on both tasks of {share(*pairs)} pairs.",
            "",
        ],
        [
            Claim("Gold succeeds on every task.", all(result.success for result in gold), _won(gold)),
            Claim("No exploit succeeds on any task.", not any(r.success for r in cheated), _won(cheated)),
            Claim(f"`{PAIRED}` succeeds on no pair of twins.", pairs[0] == 0, share(*pairs)),
        ],
    )


def difficulty(results: Sequence[Result], domain: Domain) -> Section:
    """What each family asks of a right agent, and how far simple honest ones get."""
    agents = (PAIRED, *HONEST)
    by_family = _by(results, lambda result: (_family(result, domain), result.spec.agent))
    rows = []
    for family in domain.families:
        gold = by_family[family.name, GOLD]
        tasks = [domain.tasks[result.spec.task] for result in gold]
        needs = (
            _middle(result.steps for result in gold),
            _middle(_writes(task, domain) for task in tasks),
            _middle(map(_decisions, tasks)),
        )
        splits = ", ".join(sorted(split.value for split in family.splits))
        rows.append((family.name, splits, len(tasks), *needs, *(_won(by_family[family.name, name]) for name in agents)))
    head = ("family", "splits", "tasks", "steps", "writes", "decisions", *agents)
    return Section(
        "Difficulty, by family",
        [
            *table(head, rows),
            "Medians and, in brackets, least and most over tasks of what gold needs: messages of the agent, tool calls "
            "that write, and decisions (to propose a change, to offer something else, to refuse, to hand over). Then "
            "the successes of simple honest agents: one that looks everything up and says no, one that does the first "
            "errand only, one that offers no alternatives.",
            "",
        ],
    )


def graded_down(results: Mapping[Slip, Sequence[Result]]) -> Section:
    """Agents that slip with a known chance: their success must fall by it."""
    rows = [
        (f"{slip.name}: {slip.title}", *_level(slip, level, played))
        for slip, played in results.items()
        for level in LEVELS
    ]
    every = [result for played in results.values() for result in played]
    wrong = [result for result in every if result.success is bool(result.spec.slips) or not result.counted]
    falls = all(_falls(slip, played) for slip, played in results.items())
    return Section(
        "Agents that were made worse",
        [
            *table(("slip", "chance", "sessions", "slipped", "successes", "pass^1 (95 %)", "expected"), rows),
            "Each agent is gold but for one slip, made with that chance, on the tasks where it can be made.",
            "",
        ],
        [
            Claim(
                "A session succeeds exactly if the agent made no slip in it.",
                not wrong,
                f"{len(wrong)} of {len(every)} differ",
            ),
            Claim("Success falls to nothing as the chance grows, for each slip.", falls, f"{len(results)} slips"),
        ],
    )


def alike(results: Sequence[Result], *, pairs: int, size: int) -> Section:
    """Runs of one agent against itself: how often chance is taken for a difference."""
    found = _compared(results, size)
    called = sum(comparison.verdict is not Difference.NOT_SHOWN for comparison in found)
    apart = sorted(abs(comparison.difference) for comparison in found)
    held = sum(comparison.low <= 0 <= comparison.high for comparison in found)
    return Section(
        "One agent against itself",
        [
            f"{pairs} pairs of runs of the same agent, which makes each slip with a chance of {_percent(USUAL)}, on "
            f"the same {size} tasks. Its runs differ by {median(apart):.3f} in the median, by {apart[-1]:.3f} at most; "
            f"the 95 % interval of the difference holds zero in {share(held, pairs)}; the test calls "
            f"{share(called, pairs)} pairs different.",
            "",
        ],
        [
            Claim(
                "Of pairs of identical agents at most 5 % are called different.",
                called <= FALSE_ALARMS * pairs and len(found) == pairs,
                share(called, pairs),
            )
        ],
    )


def unlike(results: Sequence[Result], *, pairs: int, size: int) -> Section:
    """Runs of two agents that differ: how often the difference is found, and never the wrong way round."""
    found = [comparison.verdict for comparison in _compared(results, size)]
    better, worse = found.count(Difference.BETTER), found.count(Difference.WORSE)
    return Section(
        "A better agent against a worse one",
        [
            f"{pairs} pairs of runs on the same {size} tasks: one agent makes each slip with a chance of "
            f"{_percent(USUAL)}, the other of {_percent(WORSE)}. The first is called better in "
            f"{share(better, pairs)}, worse in {share(worse, pairs)}.",
            "",
        ],
        [Claim("The worse agent is never called the better one.", worse == 0, share(worse, pairs))],
    )


def seeds(first: Sequence[Result], second: Sequence[Result]) -> Section:
    """The same agent, slips and tasks with customers of another seed."""
    same = sum(one.success is other.success for one, other in zip(first, second, strict=True))
    both = [_estimated(results).value for results in (first, second)]
    return Section(
        "Two seeds of the customer",
        [
            f"The same agent makes the same slips on the same {len(first)} tasks, and the customers differ in what "
            f"their seed draws: pass^1 is {both[0]:.3f} and {both[1]:.3f}; the verdict agrees in "
            f"{share(same, len(first))}.",
            "",
        ],
        [
            Claim(
                "The seed of the customer decides at most 2 % of verdicts.",
                same >= 0.98 * len(first),
                f"{share(same, len(first))} agree",
            )
        ],
    )


def _level(slip: Slip, level: float, played: Sequence[Result]) -> tuple[object, ...]:
    at = _at(slip, level, played)
    slipped = sum(bool(result.spec.slips) for result in at)
    found = _estimated(at)
    interval = f"{found.value:.2f} ({found.low:.2f}-{found.high:.2f})"
    return f"{level:.2f}", len(at), slipped, sum(result.success for result in at), interval, f"{1 - level:.2f}"


def _falls(slip: Slip, played: Sequence[Result]) -> bool:
    won = [sum(result.success for result in _at(slip, level, played)) for level in LEVELS]
    return won[-1] == 0 < won[0] and all(before >= after for before, after in pairwise(won))


def _at(slip: Slip, level: float, played: Sequence[Result]) -> list[Result]:
    return [result for result in played if result.spec.chances == {slip.name: level}]


def _estimated(results: Sequence[Result]) -> Estimate:
    return estimate(tallies(result.outcome for result in results if result.counted).values())


def _percent(chances: Mapping[str, float]) -> str:
    return " or ".join(f"{chance:.0%}" for chance in sorted(set(chances.values())))


def _compared(results: Sequence[Result], size: int) -> list[Comparison]:
    """Each run of that many tasks with the one after it, two by two."""
    runs = [[result.outcome for result in results[at : at + size]] for at in range(0, len(results), size)]
    return [compare(first, second) for first, second in zip(runs[::2], runs[1::2], strict=True)]


def _family(result: Result, domain: Domain) -> str:
    return domain.tasks[result.spec.task].family


def _by(
    results: Iterable[Result], key: Callable[[Result], tuple[str, str]]
) -> Mapping[tuple[str, str], Sequence[Result]]:
    found: defaultdict[tuple[str, str], list[Result]] = defaultdict(list)
    for result in results:
        found[key(result)].append(result)
    return found


def _won(results: Sequence[Result]) -> str:
    return share(sum(result.success for result in results), len(results))


def _pairs_won(results: Iterable[Result], domain: Domain) -> tuple[int, int]:
    """Pairs of twins on which the paired exploit succeeds twice, and all pairs."""
    won = {result.spec.task: result.success for result in results if result.spec.agent == PAIRED}
    pairs = {frozenset((task, twin)) for task in won if (twin := domain.tasks[task].twin) in won}
    return sum(all(won[task] for task in pair) for pair in pairs), len(pairs)


def _middle(figures: Iterable[int]) -> str:
    found = sorted(figures)
    if not found:
        return "-"
    return str(found[0]) if found[0] == found[-1] else f"{median(found):g} [{found[0]}-{found[-1]}]"


def _decisions(task: Task) -> int:
    return sum(isinstance(move, DECISIONS) for move in task.goal.script)


def _writes(task: Task, domain: Domain) -> int:
    tools = [domain.toolbox.get(call.tool) for call in task.goal.calls]
    return sum(tool is not None and tool.kind is ToolKind.WRITE for tool in tools)
