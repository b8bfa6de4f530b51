"""Which URLs of agents are called at all."""

import pytest

from app.models.outbound import AddressRefused, check_address


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:8080/v1/chat/completions", "https://localhost/x", "http://[::1]:9/x", "http://127.9.9.9/x"],
)
def test_this_machine_may_be_called(url: str) -> None:
    assert check_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/x",
        "http://localhost.evil.example/x",
        "http://127.0.0.1.evil.example/x",
        "http://0.0.0.0:8000/x",
        "http://2130706433/x",
        "http://[::ffff:10.0.0.1]/x",
        "http://agents.example@10.0.0.1/x",
        "http://notagents.example/x",
        "http://sub.agents.example/x",
    ],
)
def test_no_other_host_is_called_unless_it_was_named(url: str) -> None:
    with pytest.raises(AddressRefused):
        check_address(url, ["agents.example"])


def test_a_named_host_may_be_called_in_any_case() -> None:
    assert check_address("https://Agents.Example/x", ["agents.EXAMPLE"])


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://127.0.0.1/x", "127.0.0.1:80/x", "http://", "http://[::1/x"]
)
def test_what_is_no_url_of_http_is_refused(url: str) -> None:
    with pytest.raises(AddressRefused, match="no URL"):
        check_address(url)


def test_credentials_do_not_belong_into_the_url_and_are_not_repeated() -> None:
    with pytest.raises(AddressRefused, match="headers, from the environment") as refused:
        check_address("http://me:s3cret@127.0.0.1/x")
    assert "s3cret" not in str(refused.value)


def test_the_refusal_says_how_to_allow_the_host() -> None:
    with pytest.raises(AddressRefused, match=r"REGULARS_AGENT_HOSTS='\[\"bot\.example\"\]'"):
        check_address("https://bot.example/chat")
