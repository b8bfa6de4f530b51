"""No key gets out: not in errors, logs, the ledger, files or answers."""

import traceback
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path
from typing import Literal

import pytest
import structlog

from app.logs import configure_logs
from app.models.cache import ResponseCache
from app.models.gateway import Gateway
from app.models.ledger import MemoryLedger
from app.models.provider import AttemptFailed
from app.models.recording import Recording
from app.models.redaction import INSTEAD, Redactor
from simulators.model import ModelFailed
from tests.app.models.model_fakes import PassingTime, ToldProvider, asking, files_in, said

SECRETS = {
    "OPENAI_API_KEY": "sk-prod-1234567890",
    "AWS_SECRET_ACCESS_KEY": 'aws/+secret"1',
    "HF_TOKEN": "hf_abcdef",
    "CLIENT_SECRET": "client-secret-9",
    "db_password": "hunter22",
    "GOOGLE_APPLICATION_CREDENTIALS": "/keys/google.json",
}


@pytest.fixture(autouse=True)
def _keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)


@pytest.mark.parametrize("secret", SECRETS.values())
@pytest.mark.parametrize("around", ["{}", "bad key: {}.", "https://api.example/?x={}", "['{}']"])
def test_values_of_variables_named_like_keys_are_taken_out(secret: str, around: str) -> None:
    assert secret not in Redactor().text(around.format(secret))


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Authorization: Bearer abc.def-123", "abc.def-123"),
        ("{'authorization': 'Basic dXNlcjpwYXNz', 'a': 1}", "dXNlcjpwYXNz"),
        ('{"Authorization": "tok_987654"}', "tok_987654"),
        ("headers=[(b'authorization', b'Bearer abc123456')]", "abc123456"),
        ("x-api-key: k-1234", "k-1234"),
        ("sent Bearer eyJhbGciOi.x.y to it", "eyJhbGciOi"),
        ("http://me:pa55@127.0.0.1:8000/v1", "pa55"),
        ("https://gen.example/v1?key=AIzaSyX&alt=json", "AIzaSyX"),
        ("aws%2F%2Bsecret%221 was refused", "aws%2F%2Bsecret"),
        (r'{"error": "aws/+secret\"1"}', "secret"),
    ],
)
def test_credentials_are_taken_out_wherever_they_stand(text: str, secret: str) -> None:
    redacted = Redactor().text(text)
    assert secret not in redacted
    assert INSTEAD in redacted


@pytest.mark.parametrize(
    "text", ["The token of my order is 12.", "See http://127.0.0.1:8000/v1 for more.", "me@example.org"]
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert Redactor().text(text) == text


def test_short_values_and_other_variables_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCAL_API_KEY", "none")
    monkeypatch.setenv("KEYBOARD", "qwertyuiop")
    assert Redactor().text("none of qwertyuiop") == "none of qwertyuiop"


def test_a_key_within_another_one_leaves_nothing_over() -> None:
    redactor = Redactor({"A_KEY": "abcdef", "B_KEY": "abcdefghij"})
    assert redactor.text("abcdefghij") == INSTEAD


@pytest.fixture
def logs(capsys: pytest.CaptureFixture[str]) -> Iterator[pytest.CaptureFixture[str]]:
    yield capsys
    structlog.reset_defaults()


@pytest.mark.anyio
@pytest.mark.parametrize("style", ["text", "json"])
async def test_a_provider_that_tells_keys_in_its_error_tells_nobody(
    logs: pytest.CaptureFixture[str], style: Literal["text", "json"]
) -> None:
    configure_logs("debug", style)
    key = SECRETS["OPENAI_API_KEY"]
    ledger = MemoryLedger()
    provider = ToldProvider([AttemptFailed(f"HTTP 503 for Bearer {key}", kind="unavailable", again=True)])
    gateway = Gateway(provider, ledger=ledger, timing=PassingTime().timing())
    with pytest.raises(ModelFailed) as failed:
        await gateway.complete(asking(model=f"http://me:{key}@127.0.0.1/x"), purpose="agent")
    structlog.get_logger().error("failed", exc_info=failed.value)
    logged = logs.readouterr().err
    entered = str([astuple(call) for call in ledger.calls.values()])
    told = [str(failed.value), "".join(traceback.format_exception(failed.value)), logged, entered]
    assert "model_call_failed" in logged
    assert not [text for text in told if key in text]


@pytest.mark.anyio
async def test_a_server_that_says_the_key_it_was_sent_is_not_repeated(tmp_path: Path) -> None:
    key = SECRETS["OPENAI_API_KEY"]
    file = tmp_path / "calls.jsonl"
    memories = (Recording(file, replay=False), ResponseCache(tmp_path / "cache"))
    given = said(f"You sent {key}.")
    given.message["tool_calls"] = [{"id": "a", "function": {"name": key, "arguments": f'{{"{key}": 1}}'}}]
    answer = await Gateway(ToldProvider([given]), memories=memories).complete(asking(), purpose="agent")
    (cached,) = files_in(tmp_path / "cache")
    assert answer.text == "You sent [redacted]."
    assert not [text for text in (answer.model_dump_json(), file.read_text(), cached.read_text()) if key in text]
