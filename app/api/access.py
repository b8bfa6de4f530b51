"""Who asks, and what they may: keys with scopes, session tokens, and the freedom of loopback."""

import hmac
import os
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from starlette.requests import HTTPConnection, Request

from app.catalog import kind_and_model
from app.clock import Clock
from app.errors import Forbidden, RegularsError, Unauthorized
from app.sessions.answers import Feedback
from app.settings import Settings
from app.storage.database import Database
from app.storage.keys import KeyRepository
from app.storage.tables import KeyRow
from domains.kit.records import Frozen
from domains.kit.scenario import Persona
from domains.kit.task import Split, Task

OPERATOR_KEY_FILE = "operator.key"
TOKEN_SECRET = "session-tokens"  # noqa: S105 - the name of a secret


class UnusableKey(RegularsError):
    """The operator key that the settings name cannot be one."""

    name = "unusable_key"
    title = "The operator key cannot be used"
    what_to_do = "Set another REGULARS_OPERATOR_KEY."


class Plane(StrEnum):
    """The two halves of the API."""

    AGENT = "agent"
    OPERATOR = "operator"


class Scopes(Frozen):
    """What a key allows; None stands for everything."""

    domains: tuple[str, ...] | None = None
    splits: tuple[Split, ...] | None = None
    seeds: tuple[str, ...] | None = None
    customers: tuple[str, ...] | None = None
    """Kinds, each with the models that are open to all, and `KIND:MODEL` for further models."""
    feedback: Feedback = Feedback.NONE
    feedback_splits: tuple[Split, ...] | None = None
    """The splits whose sessions get that feedback."""

    def plays(self, task: Task) -> bool:
        """Whether the task is within the scope."""
        return _within(task.domain, self.domains) and _within(task.split, self.splits)

    def feedback_for(self, task: Task) -> Feedback:
        """What an agent may learn of its grade on this task."""
        return self.feedback if _within(task.split, self.feedback_splits) else Feedback.NONE


LOOPBACK = Scopes(feedback=Feedback.REWARD, feedback_splits=(Split.TRAIN,))
"""What anybody on this machine may do without a key."""
EVERYTHING = Scopes(feedback=Feedback.FULL)


@dataclass(frozen=True)
class Grant:
    """Somebody with rights; `name` tells them apart from others."""

    plane: Plane
    scopes: Scopes
    name: str

    def require(
        self, opening_seed: str, customer: str, persona: Persona | None, *, open_models: Collection[str] = ()
    ) -> None:
        """Raise `Forbidden` if a session may not be opened in this way.

        `open_models` are those that anybody may have play a customer. An agent has any other one, which costs the
        operator's money, only where the scope of its key names it in full, `KIND:MODEL`.
        """
        if not _within(opening_seed, self.scopes.seeds):
            raise Forbidden("the key does not allow this seed")
        self._require_customer(customer, open_models)
        if persona is not None and self.plane is not Plane.OPERATOR:
            raise Forbidden("only the operator chooses the customer's persona")

    def _require_customer(self, customer: str, open_models: Collection[str]) -> None:
        kind, model = kind_and_model(customer)
        named = self.scopes.customers is not None and customer in self.scopes.customers
        if not named and not _within(kind, self.scopes.customers):
            raise Forbidden("the key does not allow this kind of customer")
        if not named and self.plane is Plane.AGENT and model is not None and model not in open_models:
            raise Forbidden(
                f"agents may not choose {model!r} as a customer: the operator allows models with "
                "REGULARS_CUSTOMER_MODELS, or names this customer in the scope of a key"
            )


class Access:
    """Checks keys and tokens."""

    def __init__(self, *, database: Database, settings: Settings, clock: Clock, secret: str):
        self._database = database
        # A further name means that something in front lets others in, whose requests come from this machine too.
        self._open_to_all = settings.on_loopback and not settings.allowed_hosts
        self._clock = clock
        # A copy of it and not `hmac.digest`, which lets go of the interpreter's lock: in the middle of each step, the
        # writer's thread then begins a commit that later steps could have shared.
        self._keyed = hmac.new(secret.encode(), digestmod="sha256")

    def token(self, session_id: str) -> str:
        """The token that takes the agent's seat in a session."""
        keyed = self._keyed.copy()
        keyed.update(session_id.encode())
        return "rgs_" + keyed.hexdigest()[:40]

    async def agent(self, request: HTTPConnection) -> Grant:
        """Who may use the agent plane; on loopback that is anybody."""
        return await self.agent_with(_bearer(request))

    async def agent_with(self, key: str | None) -> Grant:
        """Who may use the agent plane with that key, or without one."""
        if key is None:
            if self._open_to_all:
                return Grant(Plane.AGENT, LOOPBACK, "loopback")
            raise Unauthorized("this service needs an agent key")
        return await self._granted(key)

    async def operator(self, request: Request) -> Grant:
        """Who may use the operator plane."""
        bearer = _bearer(request)
        if bearer is None:
            raise Unauthorized("the operator plane needs the operator key")
        grant = await self._granted(bearer)
        if grant.plane is not Plane.OPERATOR:
            raise Forbidden("this needs the operator key")
        return grant

    async def is_operator(self, request: Request) -> bool:
        """Whether the request has the operator key; for answers that say more to operators."""
        bearer = _bearer(request)
        return bearer is not None and (await self._key(bearer)) == Plane.OPERATOR

    async def seat(self, request: Request, session_id: str) -> None:
        """Let the holder of the session's token through, and the operator; raises for everybody else."""
        bearer = _bearer(request)
        if bearer is None:
            raise Unauthorized("send the session's token, which was given when it was opened")
        if hmac.compare_digest(bearer.encode(), self.token(session_id).encode()):
            return
        if (await self._granted(bearer)).plane is not Plane.OPERATOR:
            raise Forbidden("this key does not hold the seat; send the session's token")

    async def create(self, name: str, plane: Plane, scopes: Scopes) -> tuple[KeyRow, str]:
        """A new key: its row, and the key itself, which is kept nowhere."""
        key, row = self.new_key(name, plane, scopes)
        await self._database.execute(lambda connection: KeyRepository(connection).add(row))
        return row, key

    def new_key(self, name: str, plane: Plane, scopes: Scopes, *, key: str | None = None) -> tuple[str, KeyRow]:
        """A key and the row that knows it again."""
        key = key or ("rgo_" if plane is Plane.OPERATOR else "rga_") + token_hex(20)
        row = KeyRow(
            id=token_hex(6),
            name=name,
            plane=plane.value,
            hash=_hash(key),
            scopes=scopes.model_dump_json(),
            created_at=self._clock.now(),
        )
        return key, row

    async def keys(self) -> list[KeyRow]:
        """Every key, oldest first."""
        return await self._database.query(lambda connection: KeyRepository(connection).all())

    async def revoke(self, key_id: str) -> bool:
        """Revoke a key; False if there is none of that id."""
        now = self._clock.now()
        return await self._database.execute(lambda connection: KeyRepository(connection).revoke(key_id, now))

    async def ensure_operator(self, settings: Settings) -> None:
        """See to it that an operator key is in the database and, unless it is set from outside, in its file."""
        path = settings.data_dir / OPERATOR_KEY_FILE
        given = settings.operator_key.get_secret_value() if settings.operator_key else None
        kept = given or _kept(path)
        if kept is not None and await self._ensured(kept):
            return
        if given is not None:
            raise UnusableKey("the operator key that is set was revoked, or is an agent's")
        key, row = self.new_key("operator", Plane.OPERATOR, EVERYTHING)
        await self._database.execute(lambda connection: KeyRepository(connection).add(row))
        _keep(path, key)

    async def _ensured(self, key: str) -> bool:
        _, row = self.new_key("operator", Plane.OPERATOR, EVERYTHING, key=key)
        return await self._database.execute(lambda connection: KeyRepository(connection).ensure(row))

    async def _granted(self, bearer: str) -> Grant:
        row = await self._row(bearer)
        if row is None:
            raise Unauthorized("the key is not known, or was revoked")
        return Grant(Plane(row.plane), Scopes.model_validate_json(row.scopes), row.id)

    async def _key(self, bearer: str) -> str | None:
        row = await self._row(bearer)
        return None if row is None else row.plane

    async def _row(self, bearer: str) -> KeyRow | None:
        digest = _hash(bearer)
        return await self._database.query(lambda connection: KeyRepository(connection).by_hash(digest))


def _kept(path: Path) -> str | None:
    return (path.read_text(encoding="utf-8").strip() or None) if path.exists() else None


def _keep(path: Path, key: str) -> None:
    """Write a key where only its owner can read it; whoever looks meanwhile sees all of it or nothing."""
    draft = path.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(key + "\n")
    draft.replace(path)


def _bearer(request: HTTPConnection) -> str | None:
    header = request.headers.get("authorization")
    if header is None:
        return None
    scheme, _, value = header.partition(" ")
    if scheme.lower() != "bearer" or not value.strip():
        raise Unauthorized("the Authorization header must be `Bearer …`")
    return value.strip()


def _hash(key: str) -> str:
    # Keys are 160 random bits: a plain hash cannot be searched, and costs nothing on each request.
    return sha256(key.encode("utf-8", "surrogateescape")).hexdigest()


def _within(value: str, allowed: tuple[str, ...] | None) -> bool:
    return allowed is None or value in allowed
