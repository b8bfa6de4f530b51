"""`agent.yaml`: what may stand in it, and what is said about what may not."""

from pathlib import Path

import pytest

from app.agents.contract import KNOWN, Contract, ContractError, filled, headers, read_contract, replies_in
from app.client import JSON


def written(folder: Path, text: str) -> Path:
    file = folder / "agent.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_url_is_enough(tmp_path: Path) -> None:
    contract = read_contract(written(tmp_path, "url: http://127.0.0.1:9000/chat"))
    values = dict.fromkeys(KNOWN, "x") | {"session.id": "s1", "customer.text": "Hi!", "customer.account": None}
    assert filled(contract.request, values) == {"session": "s1", "text": "Hi!", "account": None}
    assert replies_in({"reply": "Hello."}, contract.reply) == ["Hello."]


def test_a_slot_alone_keeps_its_type_and_one_in_a_sentence_becomes_text() -> None:
    template = {
        "n": "{{turn}}",
        "who": "{{ customer.account }}",
        "t": ["turn {{turn}} of {{session.id}}{{customer.account}}", 7],
    }
    found = filled(template, {"turn": 2, "customer.account": None, "session.id": "s1"})
    assert found == {"n": 2, "who": None, "t": ["turn 2 of s1", 7]}


def test_what_a_customer_says_is_never_read_as_a_template() -> None:
    values = {"customer.text": "{{session.token}} ${HOME}", "session.token": "secret"}
    assert filled("{{customer.text}}", values) == "{{session.token}} ${HOME}"
    assert filled("said: {{customer.text}}", values) == "said: {{session.token}} ${HOME}"


@pytest.mark.parametrize(
    ("answer", "path", "texts"),
    [
        ({"reply": "a"}, "reply", ["a"]),
        ({"out": {"messages": [{"text": "a"}, {"text": "b"}]}}, "out.messages.*.text", ["a", "b"]),
        ({"choices": [{"message": {"content": "a"}}]}, "choices.0.message.content", ["a"]),
        ({"texts": ["a", "", None, "b"]}, "texts", ["a", "b"]),
        ([{"t": "x"}, {"t": "y"}], "-1.t", ["y"]),
        ({"reply": None}, "reply", []),
        ("just text", "", ["just text"]),
    ],
)
def test_replies_are_found_where_the_path_leads(answer: JSON, path: str, texts: list[str]) -> None:
    assert replies_in(answer, path) == texts


@pytest.mark.parametrize(
    ("answer", "path", "complaint"),
    [
        ({"message": "a"}, "reply", "no 'reply' of 'reply'; there are: message"),
        ({"reply": {"text": "a"}}, "reply", "is dict, and text was expected"),
        ({"reply": [1]}, "reply", "is int"),
        ([], "0.text", "it is a list"),
    ],
)
def test_an_answer_without_a_reply_is_an_error_that_says_what_is_there(answer: JSON, path: str, complaint: str) -> None:
    with pytest.raises(ContractError, match=complaint):
        replies_in(answer, path)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("name: x", "url: Field required"),
        ("url: http://127.0.0.1/\nreplies: x", "replies: Extra inputs"),
        ("url: [", "is no YAML"),
        ("- a", "agent.yaml: it: "),
        (
            "url: http://127.0.0.1/\nrequest: {t: '{{customer.goal}}'}",
            r"no \{\{customer.goal\}\}; there are: customer.text",
        ),
        ("url: http://127.0.0.1/\ntimeout: 0", "timeout"),
        ("url: !!python/object/apply:os.system ['true']", "is no YAML"),
    ],
)
def test_a_file_that_cannot_be_followed_is_an_error_that_names_the_field(
    text: str, complaint: str, tmp_path: Path
) -> None:
    with pytest.raises(ContractError, match=complaint):
        read_contract(written(tmp_path, text))


def test_a_file_that_is_not_there_is_said_to_be_not_there(tmp_path: Path) -> None:
    with pytest.raises(ContractError, match="cannot be read: No such file"):
        read_contract(tmp_path / "none.yaml")


def test_headers_take_secrets_from_the_environment() -> None:
    contract = Contract(url="http://127.0.0.1/", headers={"Authorization": "Bearer ${BOT_TOKEN}"})
    assert headers(contract, {"BOT_TOKEN": "t0p"}) == {"Authorization": "Bearer t0p"}
    with pytest.raises(ContractError, match="BOT_TOKEN is not set"):
        headers(contract, {})


@pytest.mark.parametrize("value", ["t0p-secret\n", "t0p-secret\r\nX: y", "t0p-secret€"])
def test_a_secret_that_no_header_can_have_is_not_told(value: str) -> None:
    contract = Contract(url="http://127.0.0.1/", headers={"Authorization": "Bearer ${BOT_TOKEN}"})
    with pytest.raises(ContractError, match="Authorization: only printable ASCII") as failed:
        headers(contract, {"BOT_TOKEN": value})
    assert "t0p-secret" not in str(failed.value)
