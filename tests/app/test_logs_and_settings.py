"""What logs keep to themselves, and how wrong settings are told."""

import json
from collections.abc import Iterator
from typing import Literal

import pytest
import structlog

from app.cli.configured import settings
from app.cli.fault import CommandFailed
from app.logs import configure_logs


@pytest.fixture
def logs(capsys: pytest.CaptureFixture[str]) -> Iterator[pytest.CaptureFixture[str]]:
    yield capsys
    structlog.reset_defaults()


def fail(words: str) -> None:
    raise ValueError(len(words))


@pytest.mark.parametrize("style", ["text", "json"])
def test_a_logged_traceback_has_no_values_of_variables(
    logs: pytest.CaptureFixture[str], style: Literal["text", "json"]
) -> None:
    configure_logs("info", style)
    said = "".join(["my ", "card ", "number"])
    try:
        fail(said)
    except ValueError:
        structlog.get_logger().exception("failed", session_id="s1")
    logged = logs.readouterr().err
    assert "ValueError" in logged
    assert "s1" in logged
    assert said not in logged


def test_json_logs_are_one_document_a_line(logs: pytest.CaptureFixture[str]) -> None:
    configure_logs("info", "json")
    structlog.get_logger().info("one\ntwo", session_id="s1")
    (line,) = logs.readouterr().err.splitlines()
    assert json.loads(line)["session_id"] == "s1"


@pytest.mark.parametrize(
    ("name", "value", "named"),
    [
        ("ALLOWED_HOSTS", "a.example,b.example", "allowed_hosts"),
        ("TASK_FILES", "[", "task_files"),
        ("PORT", "http", "port"),
        ("IDLE_SECONDS", "inf", "idle_seconds"),
        ("TOTAL_SECONDS", "nan", "total_seconds"),
        ("LEASE_SECONDS", "0", "lease_seconds"),
        ("MAX_STEPS", "1e9", "max_steps"),
        ("LOG_LEVEL", "loud", "log_level"),
        ("ALLOW_UNCERTIFIED", "perhaps", "allow_uncertified"),
    ],
)
def test_a_wrong_variable_is_told_in_one_line_that_names_it(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, named: str
) -> None:
    monkeypatch.setenv(f"REGULARS_{name}", value)
    with pytest.raises(CommandFailed) as failed:
        settings()
    assert named in str(failed.value)
    assert "\n" not in str(failed.value)
