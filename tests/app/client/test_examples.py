"""The examples play whole sessions against a scripted model. Those that need other libraries are drills."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import which

import pytest

import app.client
from domains.kit.task import Task
from tests.app.client.scripted_chat import ScriptedChat
from tests.app.client.served import Served

FOLDER = Path(app.client.__file__).parent / "examples"
Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, served: Served) -> Run:
    """Runs an example as a user does who has installed the wheel, and gives what it prints."""
    (tmp_path / "regulars_client").symlink_to(FOLDER.parent)
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    told = {"PYTHONPATH": str(tmp_path), "REGULARS_URL": served.url, "REGULARS_KEY": served.key}

    def running(*command: str, **variables: str) -> str:
        ran = subprocess.run(command, env=kept | told | variables, capture_output=True, text=True, check=False)
        assert (ran.returncode, ran.stderr) == (0, "")
        return ran.stdout

    return running


@pytest.mark.parametrize(
    "command",
    [[sys.executable, str(FOLDER / "openai_loop.py")], ["bash", str(FOLDER / "agent.sh")]],
    ids=["openai", "curl"],
)
def test_a_loop_with_a_model_that_does_everything_right_succeeds(
    command: list[str], run: Run, served: Served, task: Task
) -> None:
    if missing := [program for program in ("curl", "jq") if which(program) is None]:
        pytest.skip(f"an example calls {' and '.join(missing)}, which this machine has not")
    with ScriptedChat(*served.gold_messages(task)) as model:
        printed = run(*command, task.id, OPENAI_BASE_URL=model.url, OPENAI_API_KEY="none")

    assert printed.split()[1:] in (["customer_done", "1.0"], ["customer_done", "1"])
    assert (model.complaints, model.left) == ([], [])


def test_random_policies_play_side_by_side_and_earn_nothing(run: Run) -> None:
    printed = run(sys.executable, str(FOLDER / "random_policies.py"), "30")

    episodes, *_, mean = printed.split()
    assert int(episodes) > 4
    assert float(mean) == 0.0
