"""`regulars demo --once`: what it says, and what it means by its exit code."""

from pathlib import Path

import pytest

from app.cli import run, running
from tests.app.cli.conftest import Played


def test_the_demo_passes_when_gold_succeeds_and_the_others_do_not(played: Played) -> None:
    assert played.summary["complaints"] == []
    assert played.summary["ok"] is True
    assert played.code == 0


def test_the_summary_counts_every_session(played: Played) -> None:
    agents = {row["agent"]: row for row in played.summary["agents"]}

    assert played.summary["sessions"] == 4
    assert (agents["gold"]["sessions"], agents["gold"]["successes"]) == (2, 2)
    assert agents["gold"]["pass_1"]["as_failures"]["value"] == 1.0
    assert agents["always_refuse"]["successes"] == 0


def test_the_table_fits_a_narrow_terminal(played: Played) -> None:
    lines = played.output.splitlines()[:-1]

    assert max(map(len, lines)) <= 80
    assert any(line.split()[:3] == ["gold", "2", "2"] for line in lines)
    assert any(line.split()[:2] == ["gold", "customer_done"] for line in lines)


def test_an_unknown_agent_is_answered_with_the_known_ones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["demo", "--once", "--agents", "golden", "--data-dir", str(tmp_path / "data")])

    assert code == 2
    assert "Choose from gold, silent" in capsys.readouterr().err
    assert not (tmp_path / "data").exists()


def test_a_demo_leaves_a_running_service_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    running.announce(tmp_path, "http://127.0.0.1:9")

    code = run(["demo", "--once", "--tasks", "1", "--data-dir", str(tmp_path)])

    assert code == 2
    assert "A service runs on" in capsys.readouterr().err
