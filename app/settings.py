"""Settings: every one is an option of `regulars serve` or a `REGULARS_*` variable, or both."""

from ipaddress import ip_address
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

DATABASE_FILE = "regulars.db"
LONGEST = 1e9
"""Seconds: some thirty years. Beyond it, times cannot be added to dates."""


class Settings(BaseSettings):
    """How the service runs. Times are seconds, sizes are bytes."""

    model_config = SettingsConfigDict(env_prefix="REGULARS_", extra="forbid")

    host: str = Field("127.0.0.1", description="Address to listen on; agents need a key on any but loopback.")
    port: int = Field(8000, ge=0, le=65535, description="Port to listen on; 0 takes a free one.")
    data_dir: Path = Field(Path(".regulars"), description="Where the embedded database and the operator key are kept.")
    database_url: SecretStr | None = Field(
        None, description="postgresql+psycopg://… for PostgreSQL; without it, an SQLite file in the data directory."
    )
    operator_key: SecretStr | None = Field(None, description="Use this operator key instead of making one.")
    allowed_hosts: list[str] = Field(
        [], description="Host names under which it may be reached, beside its address; agents then need a key."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="What is logged.")
    log_format: Literal["text", "json"] = Field("text", description="How it is logged.")
    max_body_bytes: int = Field(1_000_000, ge=1_000, description="Largest request body.")
    max_open_sessions: int = Field(5_000, ge=1, description="Open sessions at once; then 503 with Retry-After.")
    max_steps: int = Field(60, ge=1, le=100_000, description="Agent messages in a session.")
    max_tool_calls: int = Field(32, ge=1, le=100_000, description="Tool calls in one message.")
    max_tool_errors: int = Field(30, ge=1, le=100_000, description="Failed tool calls in a session.")
    idle_seconds: float = Field(1_800, gt=0, le=LONGEST, description="Silence of the agent until a session ends.")
    total_seconds: float = Field(86_400, gt=0, le=LONGEST, description="Age at which a session ends.")
    customer_wait_seconds: float = Field(
        30, ge=0, le=LONGEST, description="How long a request waits for a slow customer."
    )
    lease_seconds: float = Field(
        60, gt=0, le=LONGEST, description="How long a slow customer's turn belongs to one process."
    )
    sweep_seconds: float = Field(
        2, gt=0, le=LONGEST, description="How often leases, timeouts and ungraded sessions are looked at."
    )
    cached_sessions: int = Field(2_000, ge=1, description="Sessions held in memory; others are read from the database.")
    task_files: list[Path] = Field([], description="Further files of tasks: private sets, each of one domain.")
    customer_models: list[str] = Field(
        ["scripted/faithful"],
        description="Models that agents may choose to play their customers; the operator may choose any.",
    )
    customer_api_base: str | None = Field(
        None, description="Where the models that play customers answer, if not at their provider's own address."
    )
    model_cache: bool = Field(default=True, description="Give answers of language models again to equal requests.")
    model_cache_dir: Path | None = Field(
        None, description="Where answers of language models are kept; without it, in the data directory."
    )
    model_concurrency: int = Field(
        256, ge=1, le=100_000, description="Requests to one provider of language models at once."
    )
    model_requests_per_minute: int | None = Field(
        None, ge=1, le=1_000_000, description="Requests to one provider of language models in a minute."
    )
    model_deadline_seconds: float = Field(
        180, gt=0, le=LONGEST, description="How long a call of a language model may take, with all its attempts."
    )
    model_recording: Path | None = Field(
        None, description="Record calls of language models in this file, and answer what is in it from it."
    )
    model_replay: Path | None = Field(
        None, description="Answer calls of language models from this recording, and none that is not in it."
    )
    agent_hosts: list[str] = Field(
        [], description="Hosts that agents behind a URL may be at, beside this machine: no others are called."
    )
    allow_uncertified: bool = Field(default=False, description="Open tasks that have no valid certificate.")

    @property
    def url(self) -> str:
        """The database's URL, with its password."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite:///{(self.data_dir / DATABASE_FILE).absolute()}"

    @property
    def on_loopback(self) -> bool:
        """Whether only this machine can reach the service."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False
