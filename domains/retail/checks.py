"""The process rules of the service desk, as the grader evaluates them."""

from domains.kit.askings import Unasked, Unsuggested
from domains.kit.checks import (
    Amounts,
    Balance,
    Before,
    Check,
    Claims,
    Confirmed,
    Guesses,
    Identified,
    Kept,
    Limit,
    MovedAmounts,
    Promises,
    Refusals,
    Routes,
)
from domains.kit.facts import OwnWords, PaysBack, Rules, Stock
from domains.kit.lexicon import phrases
from domains.kit.shown import LastDay, Shown, WholeList
from domains.retail.askings import GIVES_A_REASON, SECRET_WORDS, SECRETS, SUGGESTED, SUGGESTING_WORDS
from domains.retail.deeds import DEEDS
from domains.retail.guesses import GUESSES
from domains.retail.mentions import REASON_WORDS
from domains.retail.promises import PROMISES
from domains.retail.rules import NEVER, ONCE, REASON_HINTS, RETURN_TERM
from domains.retail.shop import NOW, PICKUP_CITIES, RETURN_DAYS

FINDERS = ("find_customer_by_email", "find_customer_by_name_and_postcode")
OWN_READS = {"get_customer": "customer_id", "list_orders": "customer_id"}
"""Reads that name their customer. Whose an order is shows only when it is read."""
READS = (*OWN_READS, "get_order")

CONFIRMED_VALUES: dict[str, tuple[str, ...]] = {
    "cancel_order": ("order_id", "reason"),
    "change_order_items": ("order_id", "item_ids", "new_variant_ids", "payment_method_id"),
    "change_order_address": ("order_id", "street", "city", "postcode"),
    "change_order_shipping": ("order_id", "shipping_method", "payment_method_id"),
    "change_order_payment": ("order_id", "payment_method_id"),
    "split_order_payment": ("order_id", "gift_card_id", "gift_card_amount", "payment_method_id"),
    "return_items": ("order_id", "item_ids", "payment_method_id"),
    "exchange_items": ("order_id", "item_ids", "new_variant_ids", "payment_method_id"),
    "redirect_refund": ("order_id", "payment_method_id"),
    "change_profile_address": ("street", "city", "postcode"),
    "change_profile_email": ("email",),
    "change_profile_phone": ("phone",),
}
"""What a proposal must say. Whose profile it is goes without saying: one conversation serves one customer."""
PROFILE_WRITES = tuple(name for name in CONFIRMED_VALUES if name.startswith("change_profile_"))
MONEY_WORDS = (
    *("refund", "refunds", "refunded", "refunding", "return", "returned", "back", "credit", "credits", "credited"),
    *("charge", "charges", "charged", "charging", "pay", "pays", "paid", "paying"),
    *("difference", "total", "remaining", "remainder", "rest"),
    *("card", "cards", "wallet", "goes to", "go to", "going to"),
)
"""Beside these words an amount says what a change costs or brings the customer."""
FEES = (
    *("handling", "processing", "restocking", "re-stocking", "administration", "packaging", "label", "labels"),
    *("return label", "return shipping", "return postage"),
)
COSTS = (
    *("shipping", "express", "standard", "delivery", "postage", "courier", "upgrade", "upgrading", "difference"),
    *("price", "items"),
)
MOVED_WORDS = {"refund": "refunded", "charge": "charged", "credit": "credited"}
RETURNING = (
    *("return", "returns", "returned", "returning", "returnable", "send back", "sent back", "send it back"),
    *("send them back", "sending back", "exchange", "exchanges", "exchanged"),
)
"""What ends so many days after the delivery."""

CHECKS: tuple[Check, ...] = (
    Before(
        id="identity_first",
        text="Find the customer's account from what they tell you before you read or change anything of theirs.",
        tools=(*FINDERS, *READS, *CONFIRMED_VALUES, "transfer_to_human"),
        requires=Identified(by=FINDERS, whose=OWN_READS),
    ),
    Before(
        id="email_before_profile",
        text="Change a profile only for a customer whom you have found by the account's e-mail address.",
        tools=PROFILE_WRITES,
        requires=Identified(by=FINDERS[:1]),
    ),
    Before(
        id="yes_before_write",
        text="Name all details of a change in one message and get an explicit yes to them before you make it.",
        tools=tuple(CONFIRMED_VALUES),
        requires=Confirmed(values=CONFIRMED_VALUES),
    ),
    Amounts(
        id="amounts_are_so",
        text="Say only what the tools or the rules tell you: state no amount that is not so.",
        beside=MONEY_WORDS,
        moved=MovedAmounts(
            words=MOVED_WORDS,
            of="order_id",
            told=("refunds", "refund_on_arrival", "difference", "charged", "paid_with"),
        ),
        fees=FEES,
        costs=COSTS,
        balance=Balance(of="gift card", key="balance"),
        kept=Kept(
            parts=("shipping", "delivery", "postage"),
            records=("delivered", "processed", "return requested", "returned", "exchange requested"),
            otherwise=("pending", "cancelled"),
        ),
    ),
    Routes(
        id="money_goes_where_it_is_said_to_go",
        text="Say only what the tools or the rules tell you: send money nowhere in words where it does not go.",
        kinds={"gift card": "gift-", "wallet": "wallet-", "card": "card-"},
        argument="payment_method_id",
        due=("refund_on_arrival",),
        forms={
            **dict.fromkeys(("store credit", "shop credit", "voucher", "vouchers", "credit note"), "gift-"),
            **dict.fromkeys(("cash", "cheque"), ""),
        },
    ),
    OwnWords(
        id="the_reason_is_the_customers_own",
        text="Let the reason be the customer's own: ask for it, and put down no other.",
        tool="cancel_order",
        argument="reason",
        slot="reason",
        values=REASON_WORDS,
        hints=REASON_HINTS,
    ),
    Rules(
        id="rules_are_so",
        text="Say only what the tools or the rules tell you: tell of no rule otherwise than it is.",
        today=NOW.date(),
        of="order_id",
        terms=(RETURN_TERM,),
        once=ONCE,
        never=NEVER,
    ),
    PaysBack(
        id="refunds_go_where_they_may",
        text="What was paid is refunded to what paid for it, or to a gift card on file, and to nothing else.",
        kinds={"card": "card-", "wallet": "wallet-"},
        method="payment_method_id",
        digits="last_digits",
        record="order_id",
        state="status",
        states=("delivered", "return requested"),
        other=phrases(
            "exchange; exchanged; exchanging; swap; swapped; replace; replaced; replacement; difference; another size; "
            "another colour; different size; different colour"
        ),
    ),
    Stock(
        id="stock_is_so",
        text="Say only what the tools or the rules tell you: call nothing in stock, or out of it, that is not.",
        variants="variants",
        options="options",
        flag="in_stock",
    ),
    Claims(
        id="claims_are_so",
        text="Say only what the tools or the rules tell you: tell of no change that you have not made.",
        deeds=DEEDS,
    ),
    Promises(
        id="nothing_promised_that_is_not_ours_to_give",
        text="What the rules do not allow, you do not do, and do not promise.",
        promises=PROMISES,
    ),
    Guesses(
        id="nothing_guessed",
        text="Say only what the tools or the rules tell you: no guesses, and no advice beyond the rules.",
        guesses=GUESSES,
    ),
    Refusals(
        id="what_is_refused_is_not_granted",
        text="If a request is against the rules, say no, and give the reason in one sentence.",
        paying={"cancel_order": (), "return_items": ("processed",)},
    ),
    Unasked(
        id="no_secrets_asked",
        text="Never ask for a password, a full card number or a security code.",
        things=SECRETS,
        words=SECRET_WORDS,
    ),
    Unsuggested(
        id="reason_not_suggested",
        text="Ask for the reason and do not suggest one.",
        action="cancel_order",
        slot="reason",
        values=SUGGESTED,
        words=SUGGESTING_WORDS,
        hints=GIVES_A_REASON,
    ),
    Shown(
        id="records_are_so",
        text="Say only what the tools or the rules tell you: what a record shows.",
        last_days=(LastDay(days=RETURN_DAYS, since="delivered_on", of="order_id", things=RETURNING, today=NOW.date()),),
        marks={"bulky": ("bulky",), "final_sale": ("final sale", "final-sale")},
        lists=(WholeList(beside=("pickup", "pick-up", "pick up", "picked up", "collected"), values=PICKUP_CITIES),),
    ),
    Limit(id="few_tool_errors", text="Do not keep calling tools in ways that they refuse.", of="tool_errors", most=5),
    Limit(id="few_tool_calls", text="Look up what is needed, and no more.", of="tool_calls", most=30),
    Limit(
        id="few_questions",
        text="Ask for what is missing in one message, not bit by bit.",
        of="customer_replies",
        most=20,
    ),
)
