"""How a session is opened for somebody with rights: what every door to it shares."""

from app.api.access import Grant
from app.api.schemas import OpenSession
from app.api.services import Services
from app.errors import UnknownTask
from app.sessions.opening import Opened, Opening


async def open_for(
    grant: Grant, use: Services, body: OpenSession, *, key: str | None = None, scope: str = "open"
) -> Opened:
    """Open a session within what the key allows; the answer has the token that takes the agent's seat.

    Under the same `key` in the same `scope`, the same body gives the same answer again. Raises `UnknownTask` also for
    tasks that the key may not play, so that nothing is told about them.
    """
    task = use.catalog.task(body.task)
    if not grant.scopes.plays(task):
        raise UnknownTask(f"there is no task {body.task!r}")
    grant.require(body.seed, body.customer, body.persona, open_models=use.settings.customer_models)
    opening = Opening(
        task=body.task,
        agent=body.agent,
        seed=body.seed,
        customer=body.customer,
        first_speaker=body.first_speaker,
        text_beside_calls=body.text_beside_calls,
        limits=body.limits.model_dump(exclude_none=True),
        metadata=body.metadata,
        persona=body.persona,
        feedback=grant.scopes.feedback_for(task),
    )
    opened = await use.sessions.openings.open(
        opening, scope=f"{scope}:{grant.name}", key=key, body=body.model_dump(mode="json")
    )
    use.figures.opened.inc()
    return Opened(opened.session_id, opened.answer | {"token": use.access.token(opened.session_id)})


def playable_ids(grant: Grant, use: Services, domain: str) -> list[str]:
    """Ids in an order of their own: that of the files would tell the splits and families apart."""
    tasks = use.catalog.domain(domain).tasks.values()
    return sorted(task.id for task in tasks if grant.scopes.plays(task) and use.catalog.playable(task))
