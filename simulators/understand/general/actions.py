"""Actions that services carry out."""

from simulators.understand.general.entries import action

ACTIONS = (
    action(
        "cancel",
        "cancel; cancelled; canceled; cancelling; canceling; cancellation",
    ),
    action(
        "refund",
        "refund; refunded; refunding; refunds; reimburse; reimbursed",
    ),
    action(
        "return",
        "return; returned; returning; returns",
    ),
    action(
        "exchange",
        "exchange; exchanged; exchanging; swap; swapped",
    ),
    action(
        "modify",
        "modify; modified; change; changed; changing; update; updated; edit; edited",
    ),
    action(
        "book",
        "book; booked; booking; reserve; reserved; rebook; rebooked",
    ),
    action(
        "upgrade",
        "upgrade; upgraded; upgrading",
    ),
    action(
        "downgrade",
        "downgrade; downgraded",
    ),
    action(
        "order",
        "order; ordered; purchase; purchased; buy; bought",
    ),
    action(
        "pay",
        "pay; paid; payment",
    ),
    action(
        "transfer_money",
        "wire; wired; send money; transfer funds",
    ),
    action(
        "block",
        "block; blocked; freeze; frozen; lock; locked",
    ),
    action(
        "unblock",
        "unblock; unblocked; unfreeze; unlock; unlocked",
    ),
    action(
        "replace",
        "replace; replaced; replacement; reissue; reissued",
    ),
    action(
        "dispute",
        "dispute; disputed; chargeback",
    ),
    action(
        "credit",
        "credit; credited; compensate; compensated; waive; waived",
    ),
    action(
        "activate",
        "activate; activated; enable; enabled; turn on; turned on",
    ),
    action(
        "deactivate",
        "deactivate; deactivated; disable; disabled; suspend; suspended",
    ),
    action(
        "resume",
        "resume; resumed; reactivate; reactivated; reinstate; reinstated",
    ),
    action(
        "reset",
        "reset; restart; reboot",
    ),
    action(
        "add",
        "add; added; remove; removed",
    ),
    action(
        "schedule",
        "schedule; scheduled; reschedule; rescheduled",
    ),
    action(
        "transfer",
        "human agent; transfer you; representative; supervisor",
    ),
)
