"""A lexicon of common service slots and actions, for messages whose domain is not known."""

from domains.kit.lexicon import Action, Lexicon, Slot
from domains.kit.values import ValueKind as Kind


def _slot(key: str, kind: Kind, label: str, asked: str) -> Slot:
    return Slot(key=key, kind=kind, label=label, ask=tuple(phrase.strip() for phrase in asked.split(";")))


def _action(key: str, words: str) -> Action:
    return Action(key=key, words=tuple(word.strip() for word in words.split(";")))


_WHO = (
    _slot(
        "full_name",
        Kind.NAME,
        "full name",
        "name; your name; first and last name; first name and last name; first name, last name; name on the "
        "account; name on the order; who am i speaking with; complete name; customer name; passenger name; "
        "account holder name; legal name",
    ),
    _slot(
        "first_name",
        Kind.NAME,
        "first name",
        "given name",
    ),
    _slot(
        "last_name",
        Kind.NAME,
        "last name",
        "surname; family name",
    ),
    _slot(
        "email",
        Kind.EMAIL,
        "email",
        "email address; e-mail; e-mail address; email on file; email id",
    ),
    _slot(
        "phone",
        Kind.PHONE,
        "phone number",
        "phone; telephone number; contact number; mobile number; cell number; number to reach you; callback number",
    ),
    _slot(
        "postcode",
        Kind.POSTCODE,
        "zip code",
        "zip; zipcode; postal code; postcode; post code; zip/postal code",
    ),
    _slot(
        "customer_id",
        Kind.ID,
        "customer ID",
        "user ID; customer number; username; user name; member ID; membership number; loyalty number; "
        "frequent flyer number; profile ID; client number",
    ),
    _slot(
        "date_of_birth",
        Kind.DATE,
        "date of birth",
        "birth date; birthdate; birthday; when were you born; DOB",
    ),
    _slot(
        "security_answer",
        Kind.TEXT,
        "security answer",
        "security question; passphrase; secret word; PIN; passcode; password; verification code; one-time "
        "code; OTP; last four digits of your social; last four of your social; SSN; social security number",
    ),
)
_WHICH = (
    _slot(
        "order_id",
        Kind.ID,
        "order number",
        "order no; order ID; order no; order reference; which order; what order; the order you; order details; order "
        "confirmation number; order in question",
    ),
    _slot(
        "reservation_id",
        Kind.ID,
        "reservation number",
        "reservation ID; reservation code; booking reference; booking ID; confirmation number; confirmation "
        "code; record locator; PNR; which reservation; which booking; booking code; the reservation you; the "
        "booking you; which trip",
    ),
    _slot(
        "flight_number",
        Kind.ID,
        "flight number",
        "which flight; what flight; which of those flights; which of these flights; the flight you",
    ),
    _slot(
        "account_number",
        Kind.ID,
        "account number",
        "account ID; last four digits of your account number; digits of the account; which account; IBAN; the "
        "account you; what account; from which account",
    ),
    _slot(
        "card_number",
        Kind.ID,
        "card number",
        "last four digits of your card; last four digits of the card; last 4 digits; last four digits; last 4 "
        "digits of the card; which card; what card; the card you",
    ),
    _slot(
        "transaction_id",
        Kind.ID,
        "transaction ID",
        "transaction number; which transaction; which charge; the transaction you; transaction details; the "
        "charge you; merchant name",
    ),
    _slot(
        "ticket_number",
        Kind.ID,
        "ticket number",
        "case number; reference number; complaint number; claim number",
    ),
    _slot(
        "tracking_number",
        Kind.ID,
        "tracking number",
        "tracking ID",
    ),
    _slot(
        "item_id",
        Kind.ID,
        "item ID",
        "item number; product ID; SKU; product number",
    ),
    _slot(
        "device",
        Kind.TEXT,
        "device",
        "device model; phone model; model number; make and model; which device; what device; what kind of "
        "phone; what phone; which phone; android or; serial number; IMEI; operating system; model; type of "
        "device; router model",
    ),
    _slot(
        "plan",
        Kind.TEXT,
        "plan name",
        "which plan; what plan; which ... plans; rather have ... plan; tariff; which subscription; which "
        "package; data plan; the plan you",
    ),
    _slot(
        "line",
        Kind.TEXT,
        "which line",
        "what line; the line you; affected line; which number; which phone line",
    ),
)
_WHAT = (
    _slot(
        "item_choice",
        Kind.CHOICE,
        "item",
        "which item; which items; what item; items; which one; which ones; which product; products; which "
        "option; option; options; which of these; which variant; new item; replacement item; what would you "
        "like to exchange it for; exchange it for; exchange ... for; which ... would you like; which ... "
        "prefer; which of ... keep; either of those; either of these; exchange both; return both; both or "
        "only; what changes; preference; preferred option; preferences; what you would like instead; color; "
        "size; style; variant; specifications; material; which of those; your choice; your selection; "
        "specific item; what would you like instead; the items you; item details; product details",
    ),
    _slot(
        "payment_method",
        Kind.CHOICE,
        "payment method",
        "which card would you like to use; which card you would like to use; which card do you want to use; "
        "method of payment; how would you like to pay; which payment; form of payment; refund method; which "
        "payment method; refunded to; refund to; original payment method; how you would like to pay; how you "
        "would like to receive the refund; how would you like to receive your refund; how would you like the "
        "refund; credit card or gift card; gift card; payment option; where ... refund; how ... refund; how "
        "... pay; charge ... difference; which card or account; which card should; paypal or; billing method; "
        "payment details; paypal account; visa card; mastercard; pay for; charge to; where would you like the "
        "refund",
    ),
    _slot(
        "reason",
        Kind.TEXT,
        "reason",
        "by mistake; no longer need; no longer needed; why; reason for; the reason; reasons; what is wrong; "
        "cause; reason for the cancellation; reason for "
        "the return; reason for cancellation; motive; what made you; what prompted; what led you",
    ),
    _slot(
        "details",
        Kind.TEXT,
        "details",
        "more details; more information; describe; what happened; issue; what issue; what seems to be the "
        "problem; the problem; additional information; further details; error message; what exactly; "
        "symptoms; tell me more; what is happening; what error; what do you see; what you see; trouble you",
    ),
    _slot(
        "address",
        Kind.TEXT,
        "address",
        "shipping address; delivery address; new address; mailing address; street address; billing address; "
        "home address; where should we send; full address; city; state; where should it be sent; where ... "
        "shipped; where ... ship; where ... send; where ... delivered; where would you like it delivered",
    ),
    _slot(
        "date",
        Kind.DATE,
        "date",
        "which date; what date; travel date; departure date; return date; when would you like; new date; "
        "dates; what day; which day; preferred date; start date; end date; when did; date of travel; date of "
        "purchase; purchase date; order date; when do; when is; when was; when are; when would; when will; "
        "travel dates; date of the transaction; appointment date",
    ),
    _slot(
        "time",
        Kind.TEXT,
        "time",
        "what time; preferred time; time slot; time of day; time window",
    ),
    _slot(
        "amount",
        Kind.MONEY,
        "amount",
        "how much; what amount; dollar amount; transaction amount; charge amount",
    ),
    _slot(
        "quantity",
        Kind.NUMBER,
        "quantity",
        "how many; number of items",
    ),
    _slot(
        "passengers",
        Kind.NUMBER,
        "number of passengers",
        "how many passengers; passengers; passenger names; names of the passengers; each passenger; each "
        "traveler; every passenger; who will be traveling; who will be travelling; who is flying; names of "
        "all passengers; passenger details; travelers; how many people; how many travelers; who is traveling",
    ),
    _slot(
        "origin",
        Kind.TEXT,
        "origin",
        "departure city; departure airport; where are you flying from; where you are flying from; origin "
        "city; flying from; departing from",
    ),
    _slot(
        "destination",
        Kind.TEXT,
        "destination",
        "destination city; destination airport; arrival city; where are you flying to; where would you like "
        "to go; flying to; arrival airport; where are you traveling; which country; traveling to",
    ),
    _slot(
        "cabin",
        Kind.CHOICE,
        "cabin class",
        "cabin; class of service; which cabin; travel class; fare class; economy or business; business or "
        "economy; seat preference",
    ),
    _slot(
        "baggage",
        Kind.NUMBER,
        "number of bags",
        "bags; checked bags; how many bags; baggage; luggage; how many checked bags",
    ),
    _slot(
        "insurance",
        Kind.CHOICE,
        "travel insurance",
        "insurance",
    ),
    _slot(
        "recipient",
        Kind.NAME,
        "recipient",
        "payee; beneficiary; recipient name; who would you like to send; whom ... sent; whom ... send; who ... receive",
    ),
)
_ACTIONS = (
    _action(
        "cancel",
        "cancel; cancelled; canceled; cancelling; canceling; cancellation",
    ),
    _action(
        "refund",
        "refund; refunded; refunding; refunds; reimburse; reimbursed",
    ),
    _action(
        "return",
        "return; returned; returning; returns",
    ),
    _action(
        "exchange",
        "exchange; exchanged; exchanging; swap; swapped",
    ),
    _action(
        "modify",
        "modify; modified; change; changed; changing; update; updated; edit; edited",
    ),
    _action(
        "book",
        "book; booked; booking; reserve; reserved; rebook; rebooked",
    ),
    _action(
        "upgrade",
        "upgrade; upgraded; upgrading",
    ),
    _action(
        "downgrade",
        "downgrade; downgraded",
    ),
    _action(
        "order",
        "order; ordered; purchase; purchased; buy; bought",
    ),
    _action(
        "pay",
        "pay; paid; payment",
    ),
    _action(
        "transfer_money",
        "wire; wired; send money; transfer funds",
    ),
    _action(
        "block",
        "block; blocked; freeze; frozen; lock; locked",
    ),
    _action(
        "unblock",
        "unblock; unblocked; unfreeze; unlock; unlocked",
    ),
    _action(
        "replace",
        "replace; replaced; replacement; reissue; reissued",
    ),
    _action(
        "dispute",
        "dispute; disputed; chargeback",
    ),
    _action(
        "credit",
        "credit; credited; compensate; compensated; waive; waived",
    ),
    _action(
        "activate",
        "activate; activated; enable; enabled; turn on; turned on",
    ),
    _action(
        "deactivate",
        "deactivate; deactivated; disable; disabled; suspend; suspended",
    ),
    _action(
        "resume",
        "resume; resumed; reactivate; reactivated; reinstate; reinstated",
    ),
    _action(
        "reset",
        "reset; restart; reboot",
    ),
    _action(
        "add",
        "add; added; remove; removed",
    ),
    _action(
        "schedule",
        "schedule; scheduled; reschedule; rescheduled",
    ),
    _action(
        "transfer",
        "human agent; transfer you; representative; supervisor",
    ),
)

GENERAL = Lexicon(slots=(*_WHO, *_WHICH, *_WHAT), actions=_ACTIONS)
"""What customer service asks for and does almost anywhere: retail, travel, telecom, banking."""
