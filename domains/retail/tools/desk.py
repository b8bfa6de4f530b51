"""Tools of the service desk itself: thinking aloud, and handing over to a person."""

from typing import Annotated

from pydantic import Field

from domains.kit.records import JSON
from domains.kit.state import Context
from domains.kit.tools import ToolKind, tool
from domains.retail.records import Handoff
from domains.retail.shop import HandoffTopic
from domains.retail.tools.arguments import OrderId
from domains.retail.tools.rules import order_of


@tool(ToolKind.THINK)
def think(
    _context: Context, thought: Annotated[str, Field(description="What you weigh: rules, facts, arithmetic.")]
) -> JSON:
    """Write down a thought. Nothing happens and the customer does not see it; use it before a hard decision."""
    return "Noted." if thought.strip() else "Nothing to note."


@tool(ToolKind.WRITE, ends_session=True)
def transfer_to_human(
    context: Context,
    topic: Annotated[HandoffTopic, Field(description="Which of the policy's cases this is; there are no others.")],
    summary: Annotated[str, Field(description="What the person who takes over must know, in a sentence or two.")],
    order_id: Annotated[OrderId | None, Field(description="The order it is about, if it is about one.")] = None,
) -> JSON:
    """Hand the customer over to a person; this ends your conversation. Only in the cases that the policy names."""
    order = order_of(context, order_id) if order_id is not None else None
    context.put(
        Handoff(
            id=context.new_id(Handoff, topic, order_id or "", prefix="HO", digits=8),
            topic=topic,
            order_id=order.id if order else None,
            customer_id=order.customer_id if order else None,
            summary=summary,
            at=context.now,
        )
    )
    return {"handed_over": True, "topic": topic}
