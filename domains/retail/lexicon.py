"""The slots and actions of the service desk, with the words in which agents ask for them and name them.

Short noun phrases are looked for word for word; "..." stands for up to a few words. A customer rejects a proposal that
names other actions than theirs, so that what agents mix up (change, exchange, replace, switch) is one action here, and
words that stand in proposals of every kind (payment, charge, details) name none.
"""

from domains.kit.lexicon import Action, Lexicon, Slot, Spoken, phrases
from domains.kit.values import ValueKind as Kind
from domains.retail.personal_slots import IDENTITY, PLACES

_OPTIONS = phrases(
    "base; blade; burn time; burr; closure; coating; diameter; filling; firmness; fit; handle; length; lid; material; "
    "scent; screen; switches; thickness; width; wood"
)
"""What the variants of a product differ in, besides size, colour and capacity, and is mistaken for nothing else."""
_CHOSEN_BY = phrases("options; option; variant; version; size; colour; color; capacity; material")
_WISHED = ("desired", "wished", "wanted", "preferred")
_ORDER = (
    Slot(
        key="order_id",
        kind=Kind.ID,
        label="order number",
        spoken=(
            Spoken(wording="a", tell=("it's order {value}", "the order number is {value}")),
            Spoken(wording="b", tell=("the order is {value}", "the number of my order is {value}")),
        ),
        ask=phrases(
            "order ID; order no; order reference; order confirmation number; which order; what order; which of "
            "your orders; which of these orders; order in question; the order you; order details; number of the "
            "order; number of that order; number of that other order; number of the other order; number of your order; "
            "number of this order; order concerned; numbers of the orders; numbers of those orders; numbers of your "
            "orders; "
            "numbers of those two orders; numbers of both orders; order numbers; both order numbers; order's number; "
            "order is "
            "it; which ... cancel; which ... cancelled; which ... canceled"
        ),
        pattern=r"(?<![\w-])R\d{6}(?![\w-])",
    ),
    Slot(
        key="placed_on",
        kind=Kind.DATE,
        label="order date",
        spoken=(
            Spoken(wording="a", tell=("I think it was {value}", "that was {value}")),
            Spoken(wording="b", tell=("it must have been {value}", "it was {value}")),
        ),
        ask=phrases(
            "date of the order; date of your order; when did you order; when did you place; when was it ordered; when "
            "was it placed; when you placed; when you ordered; day of the order; date of purchase; purchase date; "
            "approximate date; rough date; around when; on which day did you order; what day did you order; which month"
        ),
    ),
    Slot(
        key="item_choice",
        kind=Kind.CHOICE,
        label="item",
        form="the {value}",
        spoken=(
            Spoken(wording="a", wish=("it's about {value}", "it's {value}")),
            Spoken(wording="b", wish=("I mean {value}", "I'm talking about {value}")),
        ),
        ask=phrases(
            "which item; which items; what item; what items; which product; which products; which article; which "
            "articles; items you; item you; product you; products you; the items; the item; name of the item; "
            "item or items; what would you like to return; what would you like to exchange; what would you like "
            "to change; what ... to send back; what ... to return; what ... sending back; what ... returning; what ... "
            "going back; what ... coming back; what ... swapping; what ... swapped; what ... to swap; what ... "
            "exchanged; what ... to exchange; which thing; which things; the goods; things to go back; what's to be "
            "returned; what "
            "is to be returned; what you no longer want; what's going back; what's coming back; article(s); the "
            "article; the "
            "articles; things you; names of the things; "
            "which part; which parts; which ... like to return; which ... like to exchange; item name; all "
            "the items; thing you would like to; things you would like to; thing you want to; things you want to"
        ),
    ),
    Slot(
        key="option_choice",
        kind=Kind.CHOICE,
        label="new option",
        spoken=(
            Spoken(wording="a", wish=("I'd like {value}", "make it {value}")),
            Spoken(wording="b", wish=("I'd go for {value}", "{value} would be my choice")),
        ),
        ask=(
            *phrases(
                "which colour; which color; which size; what size; what colour; what color; size and colour; colour "
                "and size; color and size; which variant; what variant; new variant; new options; new option; "
                "preferred variant; which version; what version; desired size; desired colour; desired color; new "
                "size; new colour; new color; which capacity; what capacity; which material; replacement; replacement "
                "item; which option; which options; would you like instead; would you prefer instead; want instead; "
                "change it to; what would you like to change it to; changed to; exchange it for; exchanged for; "
                "exchange them for; swap it for; which alternative; which of the available options; what ... like it "
                "changed to; what ... like in exchange; into what; into which; options you; options that you; option "
                "you; option that you; variant you; like it swapped for; like them swapped for; want it swapped for; "
                "like it exchanged for; you'd like to get for it; like to get for it; like it to become; like it to "
                "be instead; "
                "should have been; want in its place; would you rather have; you would rather have; rather have "
                "instead; have in "
                "return; get in return; send you in return; prefer in its stead; how should it have been; right "
                "version; by "
                "what; version you; which combination; what combination; what options; options should"
            ),
            *(f"{which} {name}" for name in _OPTIONS for which in ("which", "what")),
            *(f"{wished} {name}" for name in _CHOSEN_BY for wished in _WISHED),
        ),
    ),
    Slot(
        key="reason",
        kind=Kind.CHOICE,
        label="reason",
        whole=True,
        spoken=(
            Spoken(wording="a", wish=("the reason is that {value}",)),
            Spoken(wording="b", wish=("it's because {value}",)),
        ),
        ask=phrases(
            "why; reason for the cancellation; reason for cancelling; reason for canceling; cancellation reason; "
            "reason you; reason why; what is the reason; may I ask why; why ... cancel; particular reason"
        ),
        values=phrases(
            "no longer needed; no longer need; not needed; isn't needed; don't need it; don't need them; do not need "
            "it; do not need them; no longer want; no longer wanted; don't want it; ordered by mistake; by mistake; "
            "by accident; accidentally; in error"
        ),
    ),
    Slot(
        key="payment_method",
        kind=Kind.CHOICE,
        label="payment method",
        form="my {value}",
        spoken=(
            Spoken(wording="a", wish=("I'd like to use {value}", "I'd go with {value}")),
            Spoken(wording="b", wish=("I'd choose {value}", "I want to use {value}")),
        ),
        ask=phrases(
            "method of payment; form of payment; payment option; which card; which payment; payment method for "
            "the difference; refund method; refund to go; refund go; receive the refund; receive your refund; get "
            "the refund; where ... refund; how ... refunded; how ... like to pay; how ... to pay; how ... settle; pay "
            "the difference; refund destination; original payment method or; which method; preferred method; card or "
            "gift card; which ... use for the refund; which wallet; which card or wallet; card or wallet; wallet or "
            "card; card wallet; "
            "pays the rest; pay the rest; takes the rest; to what ... refund; what ... refund it to; how ... settled; "
            "what ... charged to; which ... charged to; to what ... charge; what ... charge it to; what ... bill; "
            "what should "
            "pay for; which should pay for; what should cover; pays what's left; pay what's left; pays what is left; "
            "pay what "
            "is left; for what remains; for what's left; for what is left; pays the remainder; pay the remainder; "
            "covers the "
            "remainder; cover the remainder; move the payment; switch the payment to; other part of the payment; what "
            "else "
            "should be charged; method that should pay; with what you'd like to pay; with what you would like to pay; "
            "method it "
            "should; desired method; method for the remainder; method for the rest; card/wallet; difference ... where "
            "should that go; where should the difference"
        ),
    ),
    Slot(
        key="shipping_method",
        kind=Kind.CHOICE,
        label="shipping method",
        spoken=(
            Spoken(wording="a", wish=("I'd like {value}", "make it {value}")),
            Spoken(wording="b", wish=("I'd prefer {value}", "{value} would suit me")),
        ),
        ask=phrases(
            "what should the shipping; what the shipping should; shipping should be; want the shipping; like the "
            "shipping; "
            "what way ... send; which way ... send; how should we send; how shall we send; how should I send it; "
            "correct shipping; right shipping; shipping-wise; faster ... collect; rather collect it; "
            "new shipping; desired shipping; wished shipping; wanted shipping; preferred shipping; desired delivery; "
            "wished delivery; wanted delivery; preferred delivery; "
            "delivery method; method of shipping; method of delivery; shipping option; delivery option; shipping "
            "type; shipping you would; shipping you want; shipping you prefer; shipping you wish; shipping you "
            "mean; shipping you meant; shipping you had in mind; shipping you have in mind; shipping you intended; "
            "delivery you mean; delivery you meant; delivery you had in mind; delivery you have in mind; delivery you "
            "would; delivery you want; delivery you prefer; delivery you wish; way of shipping; way of delivery; "
            "kind of delivery; type of delivery; sort of shipping; sort of delivery; how fast; how quickly ... "
            "like; how quickly ... need; type of shipping; kind of shipping; shipping speed; delivery speed; which "
            "shipping; what shipping; which delivery; new shipping method; preferred shipping method; how would you "
            "like it shipped; how you would like it shipped; how do you want it shipped; how you want it shipped; "
            "how should it be shipped; how it should be shipped; how would you like it delivered; how you would "
            "like it delivered; how should it be delivered; how should I ship it; how ... like it shipped; how ... "
            "like it delivered; how ... want it shipped; how ... to be shipped; how ... to be delivered; how ... "
            "get to you; how you would like to get the order; how would you like to get the order; how you want to get "
            "the order; how do you want to get the order; how you would like to receive the order; how would you like "
            "to receive the order; standard, express or pickup; standard, express or pick-up; express or pickup; how "
            "should it travel; how ... travel"
        ),
        values=("standard", "express", "pickup", "pick-up"),
    ),
    Slot(
        key="gift_card_amount",
        kind=Kind.MONEY,
        label="amount for the gift card",
        spoken=(
            Spoken(wording="a", wish=("the gift card should pay {value}", "I'd pay {value} with the gift card")),
            Spoken(wording="b", wish=("take {value} from the gift card", "{value} should come off the gift card")),
        ),
        ask=phrases(
            "how much should the gift card pay; sum the gift card; sum that the gift card; sum for the gift card; "
            "sum on the gift card; sum from the gift card; amount for the gift card; how much ... gift card; how "
            "much ... the card; amount ... gift card; amount to come off; amount comes off; amount should come off; "
            "what ... from the gift card; what ... off the gift card; what amount; which amount; amount to put on "
            "the gift card; amount from the gift card; amount on the gift card; gift card amount; amount you ... the "
            "gift card; part the gift card; gift card's share; gift card's part; share of the gift card; share for the "
            "gift card; how much of the total; how much of it; how much would you like; how much "
            "you would like; how much do you want; how much you want; how much should; how much of your gift card; "
            "how would you like to split; how you would like to split; how do you want to split; how you want to "
            "split; how should I split; how ... split; amount for each; amounts for each; amount to charge to the "
            "gift card; amount to use from the gift card; amount the gift card; amount that the gift card; amount to "
            "take from the gift card; amount to take off the gift card; how many dollars; divide it up; breakdown; "
            "how ... "
            "divided; how ... divide; come off the gift card; comes off the gift card"
        ),
    ),
    Slot(
        key="price_limit",
        kind=Kind.MONEY,
        label="price limit",
        spoken=(
            Spoken(
                wording="a",
                tell=("I'd pay {value}", "I want to spend {value}"),
                wish=("I'd pay {value}", "I want to spend {value}"),
            ),
            Spoken(
                wording="b",
                tell=("I'm ready to pay {value}", "I'd spend {value}"),
                wish=("I'm ready to pay {value}", "I'd spend {value}"),
            ),
        ),
        ask=phrases(
            "limit; budget; your budget; maximum price; highest price; price cap; spending limit; upper limit; "
            "limit on the price; limit on what you; maximum you; maximum amount you; have a maximum; your maximum; "
            "most you would pay; most you would like to pay; most you are willing to pay; most you want to pay; "
            "most you would spend; most ... want to pay; most ... pay on top; willing to pay; willing to spend; "
            "prepared to pay; comfortable paying; comfortable spending; pay at most; spend at most; cost at most; "
            "price in mind; price range; price would be too high; price is too high; too high a price; should not "
            "exceed; must not exceed; how high ... go"
        ),
    ),
)

_OTHER = (
    Slot(
        key="stated_reason",
        kind=Kind.CHOICE,
        label="stated reason",
        whole=True,
        spoken=(
            Spoken(wording="a", wish=("the reason is that {value}",)),
            Spoken(wording="b", wish=("it's because {value}",)),
        ),
    ),
    Slot(
        key="issue",
        kind=Kind.TEXT,
        label="issue",
        whole=True,
        ask=phrases(
            "what happened; problem; describe the problem; what went wrong; more details; details of the issue"
        ),
    ),
    Slot(
        key="secret_code",
        kind=Kind.TEXT,
        label="security information",
        ask=phrases(
            "CVV; CVC; CVV code; CVC code; security code; card code; card's code; three-digit code; 3-digit code; "
            "three digit code; code on the back; digits on the back; number on the back; expiry date; expiration date; "
            "full card number; whole card number; complete card number; all digits of your card; password; passcode; "
            "PIN"
        ),
    ),
    Slot(
        key="item_id",
        kind=Kind.ID,
        label="item id",
        ask=("item number",),
        pattern=r"(?<![\w-])R\d{6}-\d{1,2}(?![\w-])",
    ),
    Slot(
        key="variant_id",
        kind=Kind.ID,
        label="variant id",
        ask=("variant number",),
        pattern=r"(?<![\w-])V\d{7}(?![\w-])",
    ),
)

_ACTIONS = (
    Action(
        key="cancel_order",
        words=phrases("cancel; cancels; cancelled; canceled; cancelling; canceling; cancellation"),
    ),
    Action(key="return_items", words=phrases("return; returns; returned; returning; send back; sent back; take back")),
    Action(
        key="change_order",
        words=phrases(
            "exchange; exchanges; exchanged; exchanging; swap; swaps; swapped; swapping; replace; replaced; "
            "replacing; replacement; switch; switched; switching; modify; modified; modification; change; "
            "changes; changed; changing; update; updates; updated; upgrade; upgraded; redirect; redirected; "
            "redirecting; reroute; rerouted; move the refund; refund moved; split; splitting; new address; "
            "shipping address"
        ),
    ),
    Action(
        key="lower_price",
        words=phrases(
            "discount; discounts; discounted; price match; match the price; match that price; match a price; lower the "
            "price; reduce the price; reduction; voucher; coupon; rebate; coupons; rebates; vouchers; promo code; "
            "promo "
            "codes; lower it; reduce it; lower prices; match other; match prices; alter a price; alter prices; prices "
            "are "
            "fixed; price is fixed; prices stay; price stays"
        ),
    ),
    Action(key="ask_question", words=phrases("look up; looked up")),
    Action(
        key="report_problem", words=phrases("transfer; transferred; hand over; handed over; report; missing parcel")
    ),
)

LEXICON = Lexicon(slots=(*IDENTITY, *_ORDER, *PLACES, *_OTHER), actions=_ACTIONS)
