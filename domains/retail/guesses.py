"""What agents of the service desk cannot know: when things come, what others will do, and ways around the rules."""

from itertools import product

from domains.kit.checks import Guess
from domains.kit.lexicon import phrases
from domains.retail.deeds import ITEM_TOOLS
from domains.retail.mentions import REASON_WORDS

_NUMBERS = phrases("two; three; four; five; six; seven; eight; nine; ten; few; couple of; next; coming; several")
_PERIODS = (
    *(f"{number} days" for number in (*_NUMBERS, *map(str, range(2, 13)))),
    *phrases(
        "business days; working days; banking days; a week; week; weeks; end of the month; next month; "
        "tomorrow; tonight; this evening; weekend; 24 hours; 48 hours; 72 hours; day or two; monday; tuesday; "
        "wednesday; thursday; friday; saturday; sunday"
    ),
)
_SURELY = phrases("will; should; will ... usually; will normally; will probably; will then; will likely")
_COMES = (
    *(
        f"{surely} {comes}"
        for surely, comes in product(
            _SURELY,
            phrases("be with you; arrive; be delivered; reach you; get to you; be at your; come to you; be there"),
        )
    ),
    *phrases(
        "arrives; reaches you; gets to you; gets it to you; gets there; is delivered; delivery ... takes; "
        "shipping ... takes; delivery ... take; standard takes; express takes; standard usually takes; express "
        "usually takes; delivery time; delivery within; delivers within; is expected; are expected; estimated "
        "delivery"
    ),
)
_CARRIER = phrases("carrier; courier; driver; delivery company; post office")
_TURNS = phrases(
    "redirect; reroute; re-route; divert; intercept; hold it; hold your; hold the; change the "
    "address; change the delivery address; change your address; leave it; send it back; bring it back; turn it "
    "round"
)
_WE_REDIRECT = tuple(
    f"{who} {how} {what}"
    for who, how, what in product(
        ("i", "we"),
        ("can", "could", "will", "would"),
        phrases("redirect; still redirect; reroute; change; still change; send; still send"),
    )
)
"""The agent's own doing, beside which another order may be with the carrier."""
_NOT_SURELY = phrases(
    "whether; if they; if the carrier; if the courier; if the driver; might; perhaps; try; no guarantee; once; when; "
    "after; until; before; no longer; any more; anymore; no way"
)
_CONSENT = (
    *(
        f"{whose} {what}"
        for whose, what in product(
            phrases("their; his; her; written; the owner's; the account holder's; the customer's; your father's"),
            phrases("consent; permission; authorisation; authorization; approval; agreement; go-ahead; okay"),
        )
    ),
    *(
        f"{gives} {what}"
        for gives, what in product(
            phrases("gives; gives us; sends; sends us; send us; give us; provides; confirms"),
            phrases("consent; permission; their consent; their permission; their okay; his consent; her consent"),
        )
    ),
    *phrases("consents; authorises us; authorizes us; authorises you; authorizes you"),
)
_WE_DO = tuple(f"{who} {how}" for who, how in product(("i", "we"), ("will", "can", "could", "would")))
_REASONS = ("no longer needed", "ordered by mistake", "by mistake", "mistake")

GUESSES: tuple[Guess, ...] = (
    Guess(
        parts=(_COMES, _PERIODS),
        in_order=True,
        other=phrases(
            "return; returns; returned; returning; exchange; exchanged; refund; refunds; refunded; money; label; "
            "window; until; card; wallet; e-mail; email; if; unless; in case; whether; hope; hopefully; wait; "
            "colleague; "
            "delivered on; ordered on; placed; was; were; you will have; you have; would like; rules; policy; last day"
        ),
    ),
    Guess(
        parts=(
            phrases(
                "will be back; should be back; will be available; should be available; back in stock; be "
                "restocked; is restocked; are restocked; restock; in stock again; available again; be in stock"
            ),
            (*_PERIODS, *phrases("soon; shortly; later this month; before long")),
        ),
        in_order=True,
        other=phrases(
            "refund; refunded; money; card; wallet; account; i will; if; unless; in case; whether; when; "
            "parcel; with you"
        ),
    ),
    Guess(
        parts=(_CONSENT, _WE_DO, phrases("if; once; when; as soon as; provided; after; with; in case")),
        other=phrases(
            "your consent; you consent; even; only; whatever; your own; nothing; regardless; themselves; himself; "
            "herself; directly; their own"
        ),
    ),
    Guess(
        parts=(
            phrases(
                "goes down; drops; falls; comes down; gets cheaper; becomes cheaper; goes on sale; is reduced; "
                "is lowered"
            ),
            phrases(
                "refund ... difference; refund the difference; refunded the difference; get the difference; "
                "give you the difference; pay you the difference; credit ... difference; difference back; "
                "difference is refunded; difference will be refunded; match it; match the price; adjust the "
                "price"
            ),
        ),
        tools=ITEM_TOOLS,
    ),
    Guess(
        parts=(_CARRIER, _TURNS, phrases("can; will; may; are able; is able; lets you; allows you")),
        other=_NOT_SURELY + _WE_REDIRECT,
    ),
    Guess(
        parts=(
            tuple(
                f"{turned} by {whose} {who}"
                for turned, whose, who in product(
                    phrases("redirected; rerouted; diverted; intercepted; held; turned round; brought back"),
                    ("the", "your", "our", "their"),
                    _CARRIER,
                )
            ),
            phrases("can; could; will; may"),
        ),
        other=_NOT_SURELY,
    ),
    Guess(
        parts=(
            phrases(
                "ship free; ships free; ship for free; ships for free; shipped free; shipped for free; shipping "
                "is free; free shipping; free delivery; delivered free; delivery is free; shipping free of "
                "charge"
            ),
        ),
        other=phrases(
            "pickup; pick-up; pick up; picked up; collect; collection; collecting; return; returns; returning; label; "
            "send back; exchange"
        ),
    ),
    Guess(
        parts=(
            phrases("replacement; new one; another one"),
            phrases("free of charge; for free; free replacement; on us; on the house"),
            phrases("will; going to"),
        ),
        other=phrases("exchange; exchanged; swap"),
        tools=ITEM_TOOLS,
        records=("exchange requested",),
    ),
    Guess(
        parts=(
            tuple(
                f"{put} {reason}"
                for put, words in product(
                    phrases(
                        "put ...; enter ...; record ...; say ...; use ...; give ...; list ...; choose ...; state ..."
                    ),
                    _REASONS,
                )
                for reason in (words, f'"{words}"', f"'{words}'")
            ),
            phrases(
                "goes through; go through; works; gets accepted; is accepted; get it through; gets around; instead"
            ),
        ),
        said=tuple(word for words in REASON_WORDS.values() for word in words),
    ),
)
