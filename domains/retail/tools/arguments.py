"""Types of arguments that several tools take; ids are brought into one form before anything sees them."""

from typing import Annotated

from pydantic import AfterValidator, Field


def _upper(text: str) -> str:
    return text.strip().lstrip("#").upper()


def _lower(text: str) -> str:
    return text.strip().lower()


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
