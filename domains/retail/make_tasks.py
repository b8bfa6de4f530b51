"""Makes the committed tasks from the families; `python -m domains.retail.make_tasks` writes them, byte for byte."""

from pathlib import Path

from domains.kit.generation import build_splits, write_tasks
from domains.kit.task import Split, Task
from domains.retail import DOMAIN

SEED = "larkmoor-tasks-1"
SIZES = {Split.TRAIN: 120, Split.DEV: 30, Split.TEST: 120}
FOLDER = Path(__file__).parent / "tasks"


def make_tasks() -> dict[Split, list[Task]]:
    """The committed tasks by split."""
    return build_splits(DOMAIN, SIZES, SEED)


def write(folder: Path = FOLDER) -> None:
    """One file for each split."""
    for split, tasks in make_tasks().items():
        write_tasks(folder / f"{split.value}.json", tasks)


if __name__ == "__main__":
    write()
