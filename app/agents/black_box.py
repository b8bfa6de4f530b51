"""Drives an agent that has its own prompt, tool loop and threads: it is told what customers say, and answers."""

import asyncio
from collections.abc import Mapping
from json import JSONDecodeError

import httpx

from app.agents.contract import Contract, ContractError, filled, headers, replies_in, variables_in
from app.client import JSON, AsyncSession, SessionEnded, StepMismatch
from app.models.redaction import Redactor
from domains.kit.draws import hashed
from simulators.model import ModelFailed

ATTEMPTS = 5
"""How often a reply is sent again because the agent's tools have moved the session on meanwhile."""
EXCERPT = 200


class BlackBox:
    """Calls the agent each time the customer has spoken; its tool calls come by themselves, over REST or MCP."""

    def __init__(self, contract: Contract, http: httpx.AsyncClient, *, service: str):
        """`service` is the URL under which the agent reaches the service's tools."""
        self.contract = contract
        self.http = http
        self.service = service.rstrip("/")
        self._redactor = Redactor(secret=variables_in(contract))

    async def play(self, session: AsyncSession) -> None:
        """Pass on what is said until the session has ended; raises `ModelFailed` where the agent does not answer."""
        turn = 0
        while session.open:
            turn += 1
            replies = await self._answer(session, turn)
            await session.refresh()
            if session.open:
                await self._say(session, "\n\n".join(replies))

    async def _say(self, session: AsyncSession, text: str) -> None:
        for _ in range(ATTEMPTS):
            try:
                await session.send(text)
            except (StepMismatch, SessionEnded):
                # A tool call of the agent came in between.
                await session.refresh()
                if not session.open:
                    return
            else:
                return
        raise ModelFailed("the agent went on calling tools after it had answered", kind="refused")

    async def _answer(self, session: AsyncSession, turn: int) -> list[str]:
        contract, values = self.contract, self._values(session, turn)
        sent = {
            # An agent that gets the same turn twice, because an answer was lost, can tell by this.
            "Idempotency-Key": f"{session.id}/{turn}",
            "traceparent": str(values["traceparent"]),
            **headers(contract),
        }
        try:
            # The client's own timeouts hold for each part of an answer, however many parts there are.
            async with asyncio.timeout(contract.timeout):
                response = await self.http.request(
                    contract.method,
                    contract.url,
                    json=filled(contract.request, values),
                    headers=sent,
                    timeout=contract.timeout,
                )
        except (httpx.TimeoutException, TimeoutError):
            raise ModelFailed(f"the agent gave no answer within {contract.timeout:g} s", kind="timeout") from None
        except httpx.HTTPError as error:
            detail = self._redactor.text(f"the agent cannot be reached: {error}")
            raise ModelFailed(detail, kind="unavailable") from None
        if not response.is_success:
            raise self._failed(response)
        try:
            return replies_in(response.json(), contract.reply)
        except (JSONDecodeError, UnicodeDecodeError):
            raise ModelFailed("the agent's answer is no JSON", kind="refused") from None
        except ContractError as error:
            raise ModelFailed(str(error), kind="refused") from None

    def _failed(self, response: httpx.Response) -> ModelFailed:
        broken = response.status_code >= httpx.codes.INTERNAL_SERVER_ERROR
        # A server may say which key it was sent: it is looked for before the text is cut.
        said = self._redactor.text(response.text)[:EXCERPT]
        detail = f"the agent answered HTTP {response.status_code}: {said}"
        return ModelFailed(detail, kind="unavailable" if broken else "refused")

    def _values(self, session: AsyncSession, turn: int) -> Mapping[str, JSON]:
        place = f"{self.service}/v1/sessions/{session.id}"
        return {
            "customer.text": session.customer,
            "customer.account": session.account,
            "session.id": session.id,
            "session.token": session.token,
            "session.tools_url": f"{place}/tools",
            "session.openapi_url": f"{place}/openapi.json",
            "session.mcp_url": f"{place}/mcp",
            "task.domain": session.domain,
            "turn": turn,
            "step": session.step,
            "traceparent": traceparent(session.id, turn),
        }


def traceparent(session: str, turn: int) -> str:
    """A W3C trace context: one trace a session, one span a turn, the same however often it is made."""
    trace = f"{hashed('trace', session):016x}{hashed('trace', session, 'low'):016x}"
    return f"00-{trace}-{hashed('span', session, turn):016x}-01"
