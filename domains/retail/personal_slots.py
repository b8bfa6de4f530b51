"""The slots for who customers are and where they live, with the words in which agents ask for them."""

from domains.kit.lexicon import Slot, Spoken, phrases
from domains.kit.values import ValueKind as Kind

_POSTCODES = ("postcode", "postal code", "zip code", "zip", "post code")
_ADDRESS_PARTS = tuple(
    f"{street} {city} {code}"
    for street in ("street", "street address", "street name", "house number street", "house number and street")
    for city in ("city", "town")
    for postcode in _POSTCODES
    for code in (postcode, f"and {postcode}")
)

IDENTITY = (
    Slot(
        key="email",
        kind=Kind.EMAIL,
        label="e-mail address",
        spoken=(
            Spoken(wording="a", tell=("my e-mail address is {value}", "the e-mail is {value}")),
            Spoken(wording="b", tell=("you should have me under {value}", "I use {value}")),
        ),
        ask=phrases(
            "email; email address; e-mail; e-mail address; mail address; email on file; email you used; account "
            "email; email associated with your account; email you registered with; email for the account; login "
            "email"
        ),
    ),
    Slot(
        key="full_name",
        kind=Kind.NAME,
        label="full name",
        spoken=(
            Spoken(wording="a", tell=("my name is {value}", "the name is {value}")),
            Spoken(wording="b", tell=("I'm {value}", "it's under the name {value}")),
        ),
        ask=phrases(
            "name; your name; first and last name; first name and last name; first name, last name; complete "
            "name; name on the account; name on the order; who am I speaking with; account holder name; first "
            "name; last name"
        ),
    ),
    Slot(
        key="postcode",
        kind=Kind.POSTCODE,
        label="postcode",
        spoken=(
            Spoken(
                wording="a",
                tell=("my postcode is {value}", "the postcode is {value}"),
                wish=("the new postcode is {value}",),
            ),
            Spoken(
                wording="b",
                tell=("the postcode you have is {value}", "I'm in {value}"),
                wish=("the new postcode has to be {value}",),
            ),
        ),
        ask=(*_POSTCODES, "zipcode", "zip/postal code", "postcode on file"),
        pattern=r"(?<![\w$.,-])\d{5}(?![\w-])",
    ),
    Slot(
        key="phone",
        kind=Kind.PHONE,
        label="phone number",
        ask=phrases(
            "phone; telephone number; contact number; mobile number; number to reach you; new phone; new phone number; "
            "new number; new telephone number; new mobile number; updated phone number; updated number; correct number"
        ),
        pattern=r"(?<![\w$.,-])0\d{3}[ -]?\d{3}[ -]?\d{3}(?![\w-])",
    ),
)

PLACES = (
    Slot(
        key="address",
        kind=Kind.TEXT,
        label="new address",
        spoken=(
            Spoken(wording="a", wish=("the new address is {value}",)),
            Spoken(wording="b", wish=("the address has to be {value}",)),
        ),
        ask=(
            *phrases(
                "shipping address; delivery address; street address; full address; complete address; mailing "
                "address; new shipping address; new delivery address; updated address; correct address; which "
                "address; what address; where ... shipped; where ... sent; where ... delivered; where ... ship; "
                "where ... send; where ... it to go; where ... parcel to go; where ... order to go; where ... go "
                "instead; what ... address be"
            ),
            *_ADDRESS_PARTS,
        ),
    ),
    Slot(
        key="street",
        kind=Kind.TEXT,
        label="street",
        spoken=(
            Spoken(wording="a", wish=("the new street is {value}",)),
            Spoken(wording="b", wish=("the street has to be {value}",)),
        ),
        ask=phrases("street name; house number; house number and street"),
    ),
    Slot(
        key="city",
        kind=Kind.TEXT,
        label="city",
        spoken=(
            Spoken(wording="a", wish=("the new city is {value}",)),
            Spoken(wording="b", wish=("the city has to be {value}",)),
        ),
        ask=("town",),
    ),
    Slot(
        key="new_email",
        kind=Kind.EMAIL,
        label="new e-mail address",
        ask=phrases(
            "new email; new email you want instead; new email you would like instead; new e-mail; new email address; "
            "updated email; updated email address; updated e-mail "
            "address; email you ... like to use instead; email address you ... like to use; email address you ... "
            "like to change; email ... change it to; replacement email"
        ),
    ),
)
