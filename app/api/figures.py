"""Figures for `/metrics`: how busy the service is, and, for the operator, what came of the sessions."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from app.sessions.service import SessionService
from app.storage.sessions import SessionFilter

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Figures:
    """Counters of one application, in a registry of their own."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.steps = Counter("regulars_steps", "Steps answered.", registry=self._registry)
        self.opened = Counter("regulars_sessions_opened", "Sessions opened.", registry=self._registry)
        self.step_seconds = Histogram(
            "regulars_step_seconds",
            "Time from a step's arrival to its answer.",
            buckets=(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30),
            registry=self._registry,
        )

    async def exposition(self, sessions: SessionService, *, outcomes: bool) -> bytes:
        """The text that Prometheus reads; outcomes are for operators only."""
        text = generate_latest(self._registry)
        return text + generate_latest(await _outcomes(sessions)) if outcomes else text


async def _outcomes(sessions: SessionService) -> CollectorRegistry:
    registry = CollectorRegistry()
    for column in ("status", "end_reason", "success", "grading"):
        gauge = Gauge(f"regulars_sessions_by_{column}", f"Sessions by {column}.", [column], registry=registry)
        for value, count in (await sessions.count_by(column, SessionFilter())).items():
            gauge.labels(value).set(count)
    return registry
