"""The shop's fixed facts: its name, the moment at which its world stands, and the numbers of its rules."""

from datetime import UTC, datetime
from typing import Literal, get_args

SHOP = "Larkmoor"
NOW = datetime(2026, 4, 14, 15, 0, tzinfo=UTC)
"""The world's now: Tuesday afternoon, April 14, 2026."""

RETURN_DAYS = 30
"""Days after delivery in which goods may be returned or exchanged, the last one included."""

CancelReason = Literal["no longer needed", "ordered by mistake"]
CANCEL_REASONS: tuple[CancelReason, ...] = get_args(CancelReason)

HandoffTopic = Literal["missing parcel", "product safety", "account misuse"]
HANDOFF_TOPICS: tuple[HandoffTopic, ...] = get_args(HandoffTopic)
