"""`regulars audit customers`."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.cli import run
from app.cli.fault import CommandFailed
from app.cli.local import domain_named
from app.cli.measuring import playable
from domains.kit.task import Split

SMALL = ("--tasks", "2", "--manners", "plain,terse", "--personas", "neutral", "--jobs", "1")


@pytest.fixture(autouse=True)
def any_task(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tasks need no certificate: what is tested here is the command."""
    monkeypatch.setenv("REGULARS_ALLOW_UNCERTIFIED", "true")
    monkeypatch.setenv("COLUMNS", "120")


def test_it_counts_mistakes_by_kind_and_says_how_customers_talk(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["audit", "customers", *SMALL])

    shown = capsys.readouterr().out
    assert code == 0
    assert "invented_fact" in shown
    assert "says a value that neither the scenario" in shown
    assert "4 conversations about 2 tasks. Nothing invented, nothing blocking." in shown
    assert "end as sim_uncertain" in shown


def test_kinds_are_not_explained_where_there_is_no_room(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    run(["audit", "customers", *SMALL])
    shown = capsys.readouterr().out
    assert "invented_fact" in shown
    assert "says a value" not in shown


def test_kept_sessions_can_be_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = ("--data-dir", str(tmp_path / "data"))

    code = run(["audit", "customers", *SMALL, "--keep", "--json", *place])

    found = json.loads(capsys.readouterr().out)
    assert (code, found["ok"], found["figures"]["conversations"]) == (0, True, 4)
    session = found["conversations"][0]["session"]
    assert run(["sessions", "show", session, "--json", *place]) == 0
    row = json.loads(capsys.readouterr().out)["session"]
    assert (row["task"], row["origin"]) == (found["conversations"][0]["task"], "imported")


def test_without_keep_nothing_is_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["audit", "customers", *SMALL, "--data-dir", str(tmp_path / "data")])
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("--manners", "mumbling"), "There is no manner 'mumbling'"),
        (("--personas", "own,evil"), "There is no persona 'evil'"),
        (("--personas", ","), "No persona is named"),
        (("--customer", "oracle"), "there is no kind 'oracle'"),
        (("--split", "none"), "There is no split 'none'"),
        (("--domain", "bakery"), "There is no domain 'bakery'"),
    ],
)
def test_what_is_not_there_is_explained(wrong: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", "customers", *SMALL, *wrong]) == 2
    assert said in capsys.readouterr().err


def test_tasks_need_a_certificate_as_they_do_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    uncertified = replace(domain_named("retail"), certificate_file=None)
    assert {task.split for task in playable(uncertified, "dev")} == {Split.DEV}
    monkeypatch.setenv("REGULARS_ALLOW_UNCERTIFIED", "false")
    with pytest.raises(CommandFailed, match="valid certificate"):
        playable(uncertified, "dev")
