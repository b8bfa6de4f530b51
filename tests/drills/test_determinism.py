"""The same task, seed and agent make the same session, byte for byte: in any process, on either database."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from domains.kit.domain import Domain
from tests.drills.drill_services import ROOT

pytestmark = pytest.mark.timeout(1200)


def test_processes_and_databases_make_no_difference(tmp_path: Path, postgres_url: str, retail: Domain) -> None:
    """String hashes differ from process to process, and with them the order of every set."""
    places = [("0", None), ("1", None), ("4242", postgres_url)]

    def told(number: int) -> str:
        seed, database_url = places[number]
        return played_elsewhere(tmp_path / str(number), hash_seed=seed, database_url=database_url)

    with ThreadPoolExecutor(len(places)) as threads:
        first, *others = threads.map(told, range(len(places)))
    sessions = [json.loads(line) for line in first.splitlines()]
    assert [session["task"] for session in sessions] == list(retail.tasks)
    assert len({session["state"] for session in sessions}) > len(sessions) / 10, (
        "many sessions must have changed things"
    )
    for other in others:
        for here, there in zip(first.splitlines(), other.splitlines(), strict=True):
            assert here == there


def played_elsewhere(
    folder: Path, *, hash_seed: str, database_url: str | None, python: str = sys.executable, every: int = 1
) -> str:
    """What a process with that hash seed makes of every task, or of one in so many."""
    env = {**os.environ, "PYTHONHASHSEED": hash_seed}
    if database_url is not None:
        env["REGULARS_DATABASE_URL"] = database_url
    command = [python, "-m", "tests.drills.played_elsewhere", str(folder), str(every)]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=900)
    assert done.returncode == 0, done.stderr
    return done.stdout
