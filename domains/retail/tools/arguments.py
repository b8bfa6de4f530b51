"""Types of arguments that several tools take; ids are brought into one form before anything sees them."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from domains.kit.values import money_text

_AMOUNT = re.compile(r"\$? ?(\d{1,3}(?:,\d{3})+|\d{1,7})(?:\.(\d\d))?")


def _upper(text: str) -> str:
    return text.strip().lstrip("#").upper()


def _lower(text: str) -> str:
    return text.strip().lower()


def cents_of(amount: str) -> int:
    """The cents of "$1,234.50", "1234.50" or "1234"; raises `ValueError` for anything else."""
    found = _AMOUNT.fullmatch(amount.strip())
    if found is None:
        raise ValueError(f"{amount!r} is not an amount such as $25.00")
    return 100 * int(found[1].replace(",", "")) + int(found[2] or 0)


def _money(amount: str) -> str:
    return money_text(cents_of(amount))


_Upper = Annotated[str, AfterValidator(_upper)]

CustomerId = Annotated[_Upper, Field(description="Customer id, such as C20010.")]
OrderId = Annotated[_Upper, Field(description="Order id, such as R100969; a leading # is allowed.")]
ProductId = Annotated[_Upper, Field(description="Product id, such as P1001.")]
ItemIds = Annotated[list[_Upper], Field(description="Ids of all items it is about, such as R100969-1, each once.")]
NewVariantIds = Annotated[
    list[_Upper],
    Field(
        description="For each item, in the same order, the id of the variant to send instead: same product, in stock."
    ),
]
PaymentMethodId = Annotated[str, AfterValidator(_lower)]
Amount = Annotated[str, AfterValidator(_money)]
"""Money as text in one form, "$25.00"."""
Street = Annotated[str, Field(description="House number and street, such as '12 Kiln Road'.")]
City = Annotated[str, Field(description="City.")]
Postcode = Annotated[str, Field(description="Postcode, five digits.", pattern=r"^\d{5}$")]
