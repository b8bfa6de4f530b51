"""Tools that find out who the customer is."""

from typing import Annotated
from unicodedata import combining, normalize

from pydantic import Field

from domains.kit.records import JSON
from domains.kit.state import Context
from domains.kit.tools import Refused, ToolKind, tool
from domains.retail.records import Customer


@tool(ToolKind.READ)
def find_customer_by_email(
    context: Context,
    email: Annotated[str, Field(description="The e-mail address of the account, as the customer says it.")],
) -> JSON:
    """Find the account of the customer by its e-mail address. Use only an address that the customer gave you, or is
    logged in with."""
    found = context.find(Customer, email=email.strip().lower())
    if not found:
        raise Refused(
            f"No account has the e-mail address {email!r}. Ask the customer to check it, or ask for the full name and "
            "postcode and use find_customer_by_name_and_postcode."
        )
    return _found(found[0])


@tool(ToolKind.READ)
def find_customer_by_name_and_postcode(
    context: Context,
    first_name: Annotated[str, Field(description="First name.")],
    last_name: Annotated[str, Field(description="Last name.")],
    postcode: Annotated[str, Field(description="Postcode of the address in the account, five digits.")],
) -> JSON:
    """Find the account of the customer by full name and postcode, for customers who cannot give an e-mail address."""
    wanted = (_plain(first_name), _plain(last_name), postcode.replace(" ", ""))
    for customer in context.find(Customer, postcode=wanted[2]):
        if (_plain(customer.first_name), _plain(customer.last_name), customer.postcode) == wanted:
            return _found(customer)
    raise Refused(
        f"No account belongs to {first_name} {last_name} at postcode {postcode}. Ask the customer to check spelling "
        "and postcode, or ask for the e-mail address and use find_customer_by_email."
    )


def _found(customer: Customer) -> JSON:
    return {"customer_id": customer.id, "name": customer.full_name}


def _plain(name: str) -> str:
    """Without case, accents and outer blanks."""
    return "".join(c for c in normalize("NFD", name.strip().casefold()) if not combining(c))
