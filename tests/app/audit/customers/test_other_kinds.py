"""Other kinds of customer are measured as the agenda is: by name, over the real API, in as many processes as wanted."""

from json import dumps
from pathlib import Path

import httpx
import pytest
from pydantic import SecretStr

from app.agents.play import Order, play
from app.audit.customers.measuring import Plan, examine, measure
from app.audit.customers.mistakes import Examined, Kind
from app.client import AsyncClient, AsyncOperator
from app.engine.events import Event
from app.main import create_app
from app.settings import Settings
from domains.kit.domain import discover
from tests.app.agents.kiosk import TASKS, kiosk
from tests.app.audit.customers.faulty import Faulty, ends

BASE = "http://127.0.0.1"
KEY = "rgo_the-key-of-these-tests"


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.mark.anyio
@pytest.mark.faulty_customers
async def test_a_kind_by_another_name_is_judged_from_what_the_service_recorded(tmp_path: Path) -> None:
    domain, customer = kiosk(tmp_path), Faulty(ends(at=2))
    settings = Settings(
        data_dir=tmp_path / "data", operator_key=SecretStr(KEY), allow_uncertified=True, log_level="error"
    )
    app = create_app(settings, domains={domain.name: domain}, customers={customer.kind: customer})
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=BASE) as http,
    ):
        order = Order("gold", TASKS["kiosk-1"], domain)
        played = await play(AsyncClient(BASE, KEY, http=http), order, customer=customer.kind)
        recorded = await AsyncOperator(BASE, KEY, http=http).events(played.session_id or "")

    found = examine(played, [Event.model_validate(event) for event in recorded["events"]])

    assert recorded["session"]["customer"] == "faulty"
    assert [(each.kind, each.step, each.blocking) for each in found.mistakes] == [(Kind.ENDED_EARLY, 4, True)]
    assert found.mistakes[0].session == played.session_id
    assert not found.success


def answer(text: str, *, end: bool = False, **when: str) -> str:
    """A line of a script that plays a free customer."""
    return dumps({"text": dumps({"text": text, "end": end}), **when})


HONEST = (
    answer("I want my ticket refunded."),
    answer("It is ann@example.org, and the ticket is T100001.", when="e-mail address"),
    answer("To my card, please.", when="refund method"),
    answer("Yes, please do.", when="yes or no"),
    answer("That is all, thank you. Bye.", when="has been refunded", end=True),
)
CONTRARY = (*HONEST[:3], answer("No, not like that.", when="yes or no"), *HONEST[4:])


@pytest.mark.parametrize(
    ("customer", "script", "mistakes"),
    [
        ("worded:scripted/faithful", (), set()),
        ("worded+reads:scripted/faithful", (), set()),
        ("free:scripted/{script}", HONEST, set()),
        ("free:scripted/{script}", CONTRARY, {Kind.WRONG_ANSWER}),
    ],
)
def test_customers_played_by_models_are_measured_alike(
    customer: str, script: tuple[str, ...], mistakes: set[Kind], tmp_path: Path
) -> None:
    file = tmp_path / "customer.jsonl"
    file.write_text("\n".join(script), encoding="utf-8")
    plan = Plan(
        ("kiosk-1",), manners=("plain",), personas=("own", "neutral", "chatty"), customer=customer.format(script=file)
    )

    found = measure(kiosk(tmp_path), plan, workers=1)

    assert [{mistake.kind for mistake in each.mistakes} for each in found] == [mistakes] * 3
    assert [each.success for each in found] == [not mistakes] * 3
    assert all(each.words.replies > 2 and each.words.calls >= each.words.replies for each in found)
    assert {each.words.stopped for each in found} == {0}


def test_the_number_of_processes_makes_no_difference() -> None:
    retail = discover()["retail"]
    plan = Plan(tuple(retail.tasks)[:2], manners=("plain", "mixed"), personas=("own",))

    one, two = (measure(retail, plan, workers=workers) for workers in (1, 2))

    assert len(one) == 4
    assert [_without_ids(each) for each in one] == [_without_ids(each) for each in two]


def _without_ids(each: Examined) -> Examined:
    mistakes = tuple(mistake.model_copy(update={"session": ""}) for mistake in each.mistakes)
    return each.model_copy(update={"session": "", "mistakes": mistakes})
