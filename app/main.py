"""The composition root: settings in, an ASGI application out."""

import asyncio
import os
import socket
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from secrets import token_hex

from fastapi import FastAPI, Request

from app.api import agent_plane, batch, model_calls, openenv, operations, operator_plane, problems
from app.api.access import TOKEN_SECRET, Access
from app.api.figures import Figures
from app.api.guards import LOOPBACK_NAMES, Guards
from app.api.services import Services, services
from app.catalog import Catalog, MakeCustomer, with_private_tasks
from app.certificates import certifier
from app.clock import Clock, SystemClock
from app.errors import DataDirectoryUnusable
from app.ids import id_maker
from app.lock import data_directory_lock
from app.logs import configure_logs
from app.mcp.route import mcp_router
from app.mcp.seat import Seat
from app.models.gateway import Gateway
from app.models.opening import open_gateway
from app.sessions.charging import ChargedModels
from app.sessions.keeper import Keeper
from app.sessions.service import SessionService
from app.sessions.sweeper import Sweeper
from app.settings import Settings
from app.storage.database import open_database
from app.storage.keys import KeyRepository
from app.storage.migrate import upgrade
from app.storage.model_calls import SqlLedger
from domains.kit.domain import Domain, discover
from simulators.agenda.customer import AgendaCustomer
from simulators.llm.free import FreeCustomer
from simulators.llm.worded import WordedCustomer
from simulators.model import ChatModel
from simulators.protocol import Customer

DESCRIPTION = """Tests customer-service agents the way the real world does: a simulated customer talks to your agent,
which works with the tools of a business; the transcript is graded against the state that the business should have
reached.

The **agent plane** is for the program under test. The **operator plane** needs the operator key."""


def create_app(
    settings: Settings | None = None,
    *,
    domains: Mapping[str, Domain] | None = None,
    customers: Mapping[str, Customer] | None = None,
    clock: Clock | None = None,
    new_id: Callable[[], str] | None = None,
    models: Gateway | None = None,
) -> FastAPI:
    """The service as an ASGI application; its lifespan opens the database and starts the sweeper.

    The keyword arguments replace collaborators: the installed domains, the kinds of customer, the clock, the maker
    of session ids, the gateway to language models (its calls are entered in the service's database, and it is closed
    with it).
    """
    chosen = settings or Settings()
    gateway = models or open_gateway(chosen, clock=clock)
    catalog = _catalog(chosen, domains, customers, gateway)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            app.state.services = await _services(
                stack, chosen, catalog, gateway, clock=clock or SystemClock(), new_id=new_id or id_maker()
            )
            yield

    app = FastAPI(
        title="Regulars",
        version="1",
        description=DESCRIPTION,
        lifespan=lifespan,
        separate_input_output_schemas=False,
        # Figures are on /metrics. The framework's own would send texts of errors to wherever the environment says,
        # and looks on every request whether it says so.
        telemetry={"tracing": False, "metrics": False, "logs": False},
    )
    # Not `include_router`: that looks for every path twice, which cost a step as much as reading its body.
    for router in (
        # Before the one that would take `batch` for a session's id.
        batch.router,
        agent_plane.router,
        operator_plane.router,
        model_calls.router,
        operations.router,
        openenv.router,
        mcp_router(_seat),
    ):
        app.router.routes.extend(router.routes)
    problems.install(app)
    app.add_middleware(Guards, hosts=_hosts(chosen), max_body_bytes=chosen.max_body_bytes)
    return app


async def _seat(request: Request, session_id: str) -> Seat:
    """The agent's seat over MCP, for those who may take it over REST."""
    use = await services(request)
    await use.access.seat(request, session_id)
    row = await use.sessions.row(session_id)
    return Seat(use.sessions, session_id, use.catalog.domain(row.domain))


async def _services(
    stack: AsyncExitStack,
    settings: Settings,
    catalog: Catalog,
    models: Gateway,
    *,
    clock: Clock,
    new_id: Callable[[], str],
) -> Services:
    configure_logs(settings.log_level, settings.log_format)
    try:
        settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DataDirectoryUnusable(f"{settings.data_dir} cannot be a folder: {error.strerror}") from error
    if settings.database_url is None:
        stack.enter_context(data_directory_lock(settings.data_dir))
    await asyncio.to_thread(upgrade, settings.url)
    database = open_database(settings.url)
    stack.callback(database.close)
    proposed = token_hex(32)
    secret = await database.execute(lambda connection: KeyRepository(connection).secret(TOKEN_SECRET, proposed))
    access = Access(database=database, settings=settings, clock=clock, secret=secret)
    await access.ensure_operator(settings)
    ledger = SqlLedger(database)
    models.keep_books_in(ledger)
    stack.push_async_callback(ledger.close)
    stack.push_async_callback(models.close)
    worker = f"{socket.gethostname()}:{os.getpid()}:{token_hex(4)}"
    keeper = Keeper(database, catalog, settings, clock, new_id, worker)
    sessions = SessionService(keeper)
    stack.push_async_callback(sessions.close)
    await stack.enter_async_context(_running(Sweeper(sessions)))
    return Services(settings, catalog, sessions, access, Figures(), models)


@asynccontextmanager
async def _running(sweeper: Sweeper) -> AsyncIterator[None]:
    task = asyncio.create_task(sweeper.run(), name="sweeper")
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def _catalog(
    settings: Settings,
    domains: Mapping[str, Domain] | None,
    customers: Mapping[str, Customer] | None,
    models: ChatModel,
) -> Catalog:
    agenda = AgendaCustomer()
    kinds: Mapping[str, Customer] = {agenda.kind: agenda} if customers is None else customers

    return Catalog(
        with_private_tasks(discover() if domains is None else domains, settings.task_files),
        kinds,
        certifier(),
        by_model=_played_by_models(ChargedModels(models), settings.customer_api_base),
        allow_uncertified=settings.allow_uncertified,
    )


def _played_by_models(models: ChatModel, api_base: str | None) -> dict[str, MakeCustomer]:
    """The kinds of customer that go by `KIND:MODEL`."""
    return {
        WordedCustomer.kind: lambda model: WordedCustomer(model, models, api_base=api_base),
        f"{WordedCustomer.kind}+reads": lambda model: WordedCustomer(model, models, reads=True, api_base=api_base),
        FreeCustomer.kind: lambda model: FreeCustomer(model, models, api_base=api_base),
    }


def _hosts(settings: Settings) -> tuple[str, ...]:
    """Names the service goes by; none stands for any, where it listens on every address and none was set."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    if settings.on_loopback:
        return (*LOOPBACK_NAMES, host, *settings.allowed_hosts)
    named = (host,) if settings.host not in {"0.0.0.0", "::"} else ()  # noqa: S104 - compared, not bound
    return (*LOOPBACK_NAMES, *named, *settings.allowed_hosts) if named or settings.allowed_hosts else ()
