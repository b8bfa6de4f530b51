"""`regulars understand`: lines in, readings out."""

import io
import json

import pytest

from app.cli import run


def understand(
    text: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *options: str
) -> tuple[int, list[dict[str, object]], str]:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    code = run(["understand", *options])
    shown = capsys.readouterr()
    return code, [json.loads(line) for line in shown.out.splitlines()], shown.err


def test_each_message_gives_one_line_with_its_id(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = '{"id": "a", "text": "Could I have your e-mail address?"}\n\n{"id": "b", "text": "Goodbye!"}\n'

    code, readings, _ = understand(lines, monkeypatch, capsys)

    assert code == 0
    assert [(reading["id"], reading["acts"]) for reading in readings] == [("a", ["REQUEST"]), ("b", ["BYE"])]
    assert set(readings[0]) == {"id", "acts", "slots", "values"}


def test_plain_text_is_a_message_named_by_its_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, readings, _ = understand("\nCould I have your e-mail address?\n", monkeypatch, capsys)

    assert readings[0]["id"] == 2
    assert readings[0]["slots"] == ["email"]


def test_a_business_brings_its_own_words(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    code, readings, _ = understand("What is your order number?", monkeypatch, capsys, "--domain", "retail")

    assert code == 0
    assert readings[0]["slots"] == ["order_id"]


def test_a_broken_line_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    code, readings, said = understand('Hello.\n{"id":\n', monkeypatch, capsys)

    assert code == 2
    assert len(readings) == 1
    assert "line 2: not JSON" in said


def test_an_unknown_business_is_answered_with_the_known_ones(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, said = understand("Hello.", monkeypatch, capsys, "--domain", "retial")

    assert code == 2
    assert "Installed: " in said
    assert "retail" in said
