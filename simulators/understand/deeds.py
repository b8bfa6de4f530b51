"""Past forms of verbs: those of change, and those of looking and telling, which change nothing."""

from simulators.understand.words import listed

DONE_WORDS = listed(
    "cancelled canceled refunded updated changed modified booked rebooked processed submitted issued created",
    "placed applied added removed scheduled rescheduled reset activated deactivated blocked unblocked frozen",
    "unfrozen locked unlocked replaced upgraded downgraded waived credited enrolled registered completed",
    "initiated filed opened closed enabled disabled extended renewed reversed paid ordered requested reserved",
    "swapped switched corrected adjusted expedited resolved ported suspended resumed exchanged made set sent",
    "transferred finalized finalised secured arranged granted reinstated restored redeemed deducted converted",
    "merged linked unlinked assigned amended deleted lifted put fixed moved redirected rerouted saved turned",
    "executed performed handled confirmed authorized authorised logged generated prioritized triggered dispatched",
    "synced provisioned deposited withdrawn subscribed unsubscribed declared raised lodged whitelisted released",
    "recharged topped refueled flagged emailed e-mailed remitted retracted transmitted effected reactivated",
    "reordered reissued voided annulled revoked rectified cleared wiped killed paused debited reimbursed shifted",
    "tagged terminated discontinued lowered boosted doubled halved split combined reticketed pinned waitlisted",
    "earmarked overridden recalculated reinstalled recredited restarted rebooted reconnected reprovisioned",
    "refreshed regenerated reopened reassigned reallocated reclassified relisted revived settled recorded snoozed",
    "toggled undone trimmed zeroed slashed deferred postponed advanced rejigged tweaked unenrolled",
)
LOOKED = listed(
    "found",
    "located verified checked reviewed confirmed looked pulled authenticated searched retrieved identified noticed",
    "received considered explained provided shared listed mentioned attached tried attempted determined calculated",
    "asked included outlined summarized summarised described informed wanted needed hoped used wondered recommended",
    "offered collected gathered prepared accessed examined investigated double-checked experienced encountered learned",
    "realized validated matched compared analyzed observed discussed answered stated indicated detailed displayed",
    "tested inspected obtained scanned called contacted consulted helped assisted worked allowed decided noted",
    "apologized appreciated missed failed loved enjoyed expected downloaded explored exhausted narrowed selected",
    "highlighted double reached viewed studied detected discovered spotted traced viewed loaded recognized"
    " escalated transferred forwarded",
    "passed connected routed referred handed",
)
"""What an agent has done without changing anything."""
