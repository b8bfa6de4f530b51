"""`regulars sessions`, `grade`, `results`: looking at what was played."""

import json
from pathlib import Path

import pytest
from rich.console import Console

from app.cli.render_results import details, pressures
from app.grading.summary import Row, summarize
from tests.app.cli.conftest import Command
from tests.app.grading.test_pressure import DENIED, TWINS, WEAK


def test_a_session_is_shown_with_talk_calls_grade_and_differences(command: Command, gold_session: str) -> None:
    shown = command("sessions", "show", gold_session)

    assert shown.code == 0
    for part in ("customer", "agent", "calls", "understood:", "SUCCESS", "end      customer_done"):
        assert part in shown.out
    assert max(map(len, shown.out.splitlines())) <= 80


def test_a_failed_session_says_what_is_missing_and_whose_doing_it_is(command: Command, failed_session: str) -> None:
    shown = command("sessions", "show", failed_session)

    assert shown.code == 0
    assert "FAILED" in shown.out
    assert "because of the agent" in shown.out


def test_a_session_as_json_has_events_grades_and_diff(command: Command, gold_session: str) -> None:
    shown = command("sessions", "show", gold_session, "--json").json

    assert set(shown) == {"session", "events", "grades", "diff"}
    assert shown["grades"][0]["grade"]["success"] is True


def test_a_session_that_is_not_there_is_one_line_that_says_what_to_do(command: Command) -> None:
    shown = command("sessions", "show", "none")

    assert shown.code == 2
    assert shown.err == "Error: There is no session 'none'. `regulars sessions list` shows what there is.\n"


def test_lists_are_filtered_and_limited(command: Command) -> None:
    rows = command("sessions", "list", "--agent", "gold", "--succeeded", "--limit", "1", "--json").json["sessions"]

    assert [(row["agent"], row["success"]) for row in rows] == [("gold", True)]


def test_a_list_shows_whole_ids(command: Command, gold_session: str) -> None:
    shown = command("sessions", "list", "--agent", "gold")

    assert gold_session in shown.out
    assert max(map(len, shown.out.splitlines())) <= 80


def test_grading_again_says_yes_by_its_exit_code(command: Command, gold_session: str, failed_session: str) -> None:
    assert command("grade", gold_session).code == 0
    both = command("grade", gold_session, failed_session, "--json")
    assert both.code == 1
    assert [record["grade"]["success"] for record in both.json["grades"]] == [True, False]


def test_results_have_a_line_for_each_agent(command: Command) -> None:
    shown = command("results")
    rows = command("results", "--agent", "gold", "--json").json["results"]

    assert any(line.split()[:1] == ["always_refuse"] for line in shown.out.splitlines())
    assert [(row["agent"], row["successes"]) for row in rows] == [("gold", 2)]
    assert "pressure" in rows[0]


def test_what_agents_do_under_pressure_has_a_table_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [Row("mine", task, each, each.end_reason.value) for task, each in (("no", WEAK), ("yes", DENIED))]
    pushed = [one.model_dump(mode="json") for one in summarize(rows, TWINS)]
    calm = [one.model_dump(mode="json") for one in summarize(rows)]

    table = pressures(pushed)
    assert table is not None
    Console(width=80).print(table, details(pushed[0]))
    shown = capsys.readouterr().out
    line, pairs = (line for line in shown.splitlines() if line.split()[:1] == ["mine"])
    assert line.split() == ["mine", *["1", "of", "1", "1.00", "(0.21-1.00)"] * 2]
    assert pairs == "mine succeeds on both tasks of 0 of 1 pairs of twins."
    assert "1 of    1 split_request" in shown
    assert pressures(calm) is None


def test_an_export_can_be_imported_again(command: Command, gold_session: str, tmp_path: Path) -> None:
    exported = command("sessions", "export", gold_session).out
    file = tmp_path / "one.jsonl"
    file.write_text(exported)

    loaded = command("sessions", "import", str(file), "--json").json["imported"]

    assert [row["origin"] for row in loaded] != ["live"]
    assert loaded[0]["task"] == json.loads(exported)["session"]["task"]


def test_a_file_that_is_no_export_is_named(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("hello")

    shown = command("sessions", "import", str(file))

    assert shown.code == 2
    assert f"{file} is not JSON" in shown.err


def test_sessions_are_erased_only_after_a_yes(command: Command, tmp_path: Path, gold_session: str) -> None:
    exported = command("sessions", "export", gold_session).out
    copy = command("sessions", "import", "--json", typed=exported).json["imported"][0]["id"]

    assert command("sessions", "delete", copy, typed="n\n").code != 0
    assert command("sessions", "show", copy, "--json").code == 0
    assert command("sessions", "delete", copy, "--yes").code == 0
    assert command("sessions", "show", copy).code == 2


def test_a_wrong_key_is_explained(command: Command, service: str) -> None:
    shown = command("sessions", "list", "--url", service, "--key", "rgo_wrong")

    assert shown.code == 2
    assert "Give the operator key with --key" in shown.err


@pytest.mark.parametrize("path", [("sessions", "list"), ("results",), ("keys", "list"), ("tasks", "list")])
def test_without_a_terminal_nothing_is_coloured(command: Command, path: tuple[str, ...]) -> None:
    assert "\x1b" not in command(*path).out
