"""Which slot a noun asks for, by what kind of thing it names: shops stand for transactions, inboxes for e-mail."""

from collections.abc import Callable, Mapping

from simulators.understand.slots import OTHER, slot_word
from simulators.understand.words import listed, spaced

_THINGS: Mapping[str, str] = {
    "order_id": "order purchase delivery",
    "reservation_id": "reservation booking trip itinerary locator pnr rental hire",
    "flight_number": "flight departure connection train sailing ferry leg",
    "account_number": "account iban",
    "transaction_id": "transaction charge withdrawal merchant retailer shop business company debit",
    "ticket_number": "claim complaint incident",
    "tracking_number": "tracking consignment waybill",
    "item_choice": "item product article pair size color variant option alternative style seat flavor pattern material"
    " edition format unit replacement specification shade tint upholstery fabric finish meal dish topping filling"
    " fragrance scent length width height dessert drink snack sauce accessory mattress course selection",
    "option_choice": "version",
    "date": "date day weekend month week weekday night monday tuesday wednesday thursday friday saturday sunday evening"
    " morning afternoon year",
    "time": "time hour slot window earliest latest clock",
    "amount": "amount sum price total cost value limit budget income salary figure balance worth maximum minimum"
    " fee deposit rent ceiling portion share percentage spend spending",
    "quantity": "quantity gigabyte tally",
    "reason": "reason cause motive purpose motivation ground excuse occasion",
    "details": "problem issue error message trouble symptom change situation question light screen fault noise nature"
    " damage alteration modification update sound condition wording circumstance",
    "address": "address street house property branch town location place neighborhood building door home flat"
    " apartment",
    "email": "email inbox mailbox mail e-mail",
    "phone": "phone mobile cell landline telephone",
    "plan": "plan tariff package bundle subscription",
    "line": "line sim",
    "device": "handset device laptop router browser car model make smartphone tablet computer boiler console vehicle"
    " plate serial firmware machine modem brand appliance printer camera television headset kettle mower",
    "cabin": "cabin class fare",
    "baggage": "bag luggage suitcase baggage case",
    "insurance": "insurance",
    "passengers": "passenger traveler guest adult child people companion folk headcount head",
    "recipient": "recipient payee beneficiary",
    "destination": "destination country",
    "origin": "origin",
    OTHER: "language currency nationality citizenship passport imei iccid coupon rank level status employer job"
    " occupation profession browser engraving inscription greeting",
    "date_of_birth": "birth birthday birthdate",
    "last_name": "surname",
    "first_name": "forename",
    "full_name": "name",
    "customer_id": "username handle login membership nickname",
    "security_answer": "password passcode pin passphrase otp ssn keyword cvv",
    "postcode": "postcode zip eircode",
    "card_number": "card",
}
_OWNERS: Mapping[str, str] = {
    "order_id": "order purchase invoice receipt delivery",
    "reservation_id": "reservation booking trip itinerary confirmation rental hire boarding stay hotel cruise voyage"
    " ticket holiday",
    "flight_number": "flight train",
    "account_number": "account statement bill meter bank iban sort",
    "card_number": "card",
    "transaction_id": "transaction charge withdrawal payment transfer debit merchant",
    "ticket_number": "claim complaint case incident support report agent inquiry enquiry fault",
    "tracking_number": "tracking consignment waybill parcel package shipment courier label shipping carrier dispatch",
    "item_id": "item article product sku catalog",
    "device": "serial imei model device phone's sticker router",
    "customer_id": "customer member membership loyalty user client patient profile login log frequent subscriber"
    " employee staff",
    "phone": "phone mobile cell telephone contact callback landline cellphone",
    "line": "line sim",
    "date_of_birth": "birth born",
    "security_answer": "security authenticator pin password passcode ssn social memorable verification texted emailed"
    " sms one-time app otp",
    "recipient": "recipient payee beneficiary",
    "passengers": "passenger traveler",
}


def _by_word(kinds: Mapping[str, str]) -> dict[str, str]:
    return {word: key for key, said in kinds.items() for word in said.split()}


THING = _by_word(_THINGS)
"""What a noun asks for by itself."""
OWNER = _by_word(_OWNERS)
"""What a number, a code or a reference is of."""
KINDS = frozenset((*_THINGS, *_OWNERS, "payment_method"))
"""The slots that nouns and verbs tell apart."""
SIGNS = listed("number code reference digit letter character ref identifier")
"""Nouns that ask for something only together with what they belong to."""


def key_of_record(text: str, has: Callable[[str], bool]) -> str | None:
    """The slot of the kind of record that a sentence speaks of: "no order under that number"."""
    said = (OWNER.get(slot_word(word)) for word in spaced(text).split())
    return next((key for key in said if key and key.endswith(("_id", "_number")) and has(key)), None)
