"""A few rules of the shop as agents may tell them, and the words of customers who say why they cancel an order."""

from domains.kit.facts import Never, Once, Term
from domains.kit.lexicon import phrases
from domains.retail.shop import RETURN_DAYS

REASON_HINTS = phrases(
    "not; no; longer; anymore; never; without; instead; because; since; reason; cause; why; mistake; mistaken; "
    "mistakenly; accident; accidental; accidentally; error; erroneously; wrong; wrongly; oops; whoops; twice; double; "
    "doubled; duplicate; meant; intend; intended; intention; unintentionally; inadvertently; mind; regret; "
    "needed; needs; needless; require; required; unwanted; unnecessary; superfluous; pointless; useless; bought; "
    "buy; found; already; other; another; gift; present; money; budget; expensive; cheap; cheaper; price; pricey; "
    "afford; spent; spend; cost; costs; late; later; long; slow; wait; waiting; delay; shop; store; elsewhere; "
    "friend; wife; husband; son; daughter; kids; size; colour; color; fit; fits; broke; moving; holiday; trip; plans; "
    "changed; confused; clicked; click; pressed; button; slip; slipped; hasty; rash; impulse; supposed; too; "
    "enough; sorry; stupid; silly"
)
"""Words of which a customer who says why they cancel an order uses at least one."""

RETURN_TERM = Term(
    days=RETURN_DAYS,
    things=phrases(
        "return; returns; returned; returning; exchange; exchanges; exchanged; send it back; send them back; sent "
        "back; send everything back; take it back; take them back; bring it back"
    ),
    since=phrases("delivery; delivered; arrival; arrives; arrived; received; receipt; receive"),
    field="delivered_on",
)
_CHANGE = r"\b(?:chang(?:e|ed|ing)|alter(?:ed)?|switch(?:ed)?|adjust(?:ed)?|edit(?:ed)?|modif(?:y|ied)|amend(?:ed)?)\b"
_MORE = r"(?:again|once more|a second time|another time|one more time)\b"
_ONCE_MORE = (
    rf"\b(?:exchang|return|swap)\w* (?:it|them|this|these|those|the \w+)(?: \w+){{0,2}}? {_MORE}",
    rf"\bbe (?:exchanged|returned|swapped) {_MORE}",
)


def _changing(things: str) -> tuple[str, ...]:
    gap = "[^,;:]{0,40}?"
    return (rf"{_CHANGE}{gap}\b(?:{things})\b", rf"\b(?:{things})\b{gap}{_CHANGE}")


_ORDERED, _SENT, _PAID = (
    phrases("item; items; size; sizes; colour; colours; color; option; options; variant; variants"),
    phrases("shipping; delivery; express; pickup; pick-up"),
    ("payment", "payments"),
)
_SENT_TO = phrases("address; addresses; street; city; postcode; phone; e-mail; email; profile")
ONCE = (
    Once(
        tools=("change_order_items",),
        ways=_changing("options|sizes?|colou?rs?|variants?"),
        other=(*_SENT, *_SENT_TO, *_PAID),
        later=True,
    ),
    Once(
        tools=("change_order_shipping",),
        ways=_changing("shipping|delivery method|express|pick-?up"),
        other=(*_ORDERED, *_SENT_TO, *_PAID),
        later=True,
    ),
    Once(
        tools=("split_order_payment",),
        ways=_changing("payments?"),
        other=(*_ORDERED, *_SENT, *_SENT_TO),
        later=True,
    ),
    Once(tools=("return_items", "exchange_items"), ways=_ONCE_MORE),
    Once(tools=("redirect_refund",), ways=(r"\b(?:redirect|rerout)", r"\brefund\b.*\bmoved\b")),
)
NEVER = (
    Never(
        word="free",
        told=(
            r"^(?!.*\b(?:return|label|exchange))(?=.*\b(?:order|orders|parcel|shipping|delivery)\b).*\b(?:ships?|shipped"
            r"|shipping|delivery|delivered) (?:(?:is|are|comes?|be|would be|will be) )?"
            r"(?:(?:completely|totally|always|also|then) )?(?:for )?free\b"
        ),
        other=phrases("pickup; pick-up; pick up; picked up; collect; collection; collecting"),
    ),
    Never(
        word="same",
        told=(
            r"\bcan only (?:be )?(?:chang|exchang|swap|switch)\w* (?:it |them )?(?:to|for|into) (?:another|a different)"
            r" \w+ (?:of|in|with) the same (?:colou?r|size|material|capacity|wood|length|width)\b"
        ),
    ),
)
"""Free shipping but for pickup, and options that have to stay as they are."""
