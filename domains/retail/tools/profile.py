"""Tools that change what stands in a customer's profile. Orders keep the address that they have."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from domains.kit.records import JSON
from domains.kit.state import Context
from domains.kit.tools import Refused, ToolKind, tool
from domains.retail.records import Customer
from domains.retail.tools.arguments import City, CustomerId, Postcode, Street
from domains.retail.tools.rules import address_of, customer_of

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
_PHONE_DIGITS = 10


def _email(text: str) -> str:
    email = text.strip().lower()
    if _EMAIL.fullmatch(email) is None:
        raise ValueError(f"{text!r} is not an e-mail address")
    return email


def _phone(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    if len(digits) != _PHONE_DIGITS or not digits.startswith("0"):
        raise ValueError(f"{text!r} is not a phone number of ten digits such as 0555 123 456")
    return f"{digits[:4]} {digits[4:7]} {digits[7:]}"


@tool(ToolKind.WRITE)
def change_profile_address(
    context: Context, customer_id: CustomerId, street: Street, city: City, postcode: Postcode
) -> JSON:
    """Change the address in the identified customer's profile. Orders that are placed already keep theirs."""
    customer = customer_of(context, customer_id)
    street, city = address_of(street, city)
    address = {"street": street, "city": city, "postcode": postcode}
    if address == {"street": customer.street, "city": customer.city, "postcode": customer.postcode}:
        raise Refused(f"The profile of {customer.id} has that address already.")
    context.put(customer.model_copy(update=address))
    return {"customer_id": customer.id, "address": address}


@tool(ToolKind.WRITE)
def change_profile_email(
    context: Context,
    customer_id: CustomerId,
    email: Annotated[str, AfterValidator(_email), Field(description="The new e-mail address.")],
) -> JSON:
    """Change the e-mail address of the identified customer's account, by which it is found from then on."""
    customer = customer_of(context, customer_id)
    if email == customer.email:
        raise Refused(f"The profile of {customer.id} has that e-mail address already.")
    if context.find(Customer, email=email):
        raise Refused(f"The e-mail address {email!r} cannot be used. Ask the customer for another one.")
    context.put(customer.model_copy(update={"email": email}))
    return {"customer_id": customer.id, "email": email}


@tool(ToolKind.WRITE)
def change_profile_phone(
    context: Context,
    customer_id: CustomerId,
    phone: Annotated[
        str, AfterValidator(_phone), Field(description="The new phone number, ten digits, such as '0555 123 456'.")
    ],
) -> JSON:
    """Change the phone number in the identified customer's profile."""
    customer = customer_of(context, customer_id)
    if phone == customer.phone:
        raise Refused(f"The profile of {customer.id} has that phone number already.")
    context.put(customer.model_copy(update={"phone": phone}))
    return {"customer_id": customer.id, "phone": phone}
