"""Makes the committed tasks: `python -m lending_library.build`."""

from pathlib import Path

from domains.kit.generation import build_splits, write_tasks
from domains.kit.task import Split

from . import DOMAIN


def build(folder: Path) -> None:
    """Write `<split>.json` for each split."""
    for split, tasks in build_splits(DOMAIN, {Split.TRAIN: 4, Split.TEST: 4}, seed="library-1").items():
        write_tasks(folder / f"{split}.json", tasks)


if __name__ == "__main__":
    build(Path(__file__).parent / "tasks")
