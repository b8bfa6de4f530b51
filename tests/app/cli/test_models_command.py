"""`regulars models check`."""

import json

import pytest

from app.cli import run


def test_what_a_model_is_like_as_a_customer_is_shown_with_a_verdict(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["models", "check", "scripted/faithful", "--conversations", "1"])

    shown = capsys.readouterr().out
    assert code == 0
    assert "1 of 1 finished in time, 1 as they should" in shown
    assert "0 by a template instead" in shown
    assert "first words come" in shown
    assert "scripted/faithful as a customer: usable." in shown
    assert "of its readings did not fit the schema" in shown


def test_the_same_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    run(["models", "check", "scripted/faithful", "--conversations", "1", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert (found["succeeded"], found["templates"], found["verdict"]) == (1, 0, "usable")
    assert 0 <= found["first_words_seconds"] < 1


def test_a_model_that_is_not_there_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["models", "check", "scripted/nobody", "--conversations", "1"]) == 2
    complaint = capsys.readouterr().err
    assert "The model gave no answer: scripted/nobody: there is no script 'nobody'" in complaint
    assert complaint.count("\n") <= 2
