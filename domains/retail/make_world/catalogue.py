"""The product types of the shop, and the variants that follow from their options."""

from collections.abc import Iterator
from itertools import product as combinations
from pathlib import Path

from domains.kit.draws import Draw
from domains.kit.records import Frozen
from domains.retail.records import Product, Variant


class Sort(Frozen):
    """A product type as a line of `sorts.jsonl`; `step` is what each further value of the last option adds."""

    name: str
    category: str
    cents: int
    step: int
    options: dict[str, tuple[str, ...]]
    final_sale: bool = False
    bulky: bool = False


def load_sorts() -> list[Sort]:
    """The product types in the order in which they are written down."""
    lines = Path(__file__).with_name("sorts.jsonl").read_bytes().splitlines()
    return [Sort.model_validate_json(line) for line in lines]


def products(sorts: list[Sort], draw: Draw) -> list[Product]:
    """One product for each sort."""
    found = []
    for number, sort in enumerate(sorts):
        options = " and ".join(sort.options)
        found.append(
            Product(
                id=f"P{1000 + 17 * number + draw.integer(17, sort.name)}",
                name=sort.name,
                category=sort.category,
                description=f"{sort.name} from our {sort.category} range, to be had in several choices of {options}.",
                final_sale=sort.final_sale,
                bulky=sort.bulky,
            )
        )
    return found


def variants(sorts: list[Sort], products: list[Product], draw: Draw) -> list[Variant]:
    """All combinations of each product's options, about four in five of them in stock."""
    ids = _unused_ids(draw.stream_of("ids"))
    return [
        Variant(
            id=next(ids),
            product_id=product.id,
            options=dict(zip(sort.options, values, strict=True)),
            price=_price(sort, values, draw),
            in_stock=draw.chance(0.8, "stock", product.id, *values),
        )
        for product, sort in zip(products, sorts, strict=True)
        for values in combinations(*sort.options.values())
    ]


def _price(sort: Sort, values: tuple[str, ...], draw: Draw) -> int:
    steps = list(sort.options.values())[-1].index(values[-1])
    return sort.cents + steps * sort.step + 25 * draw.integer(8, "price", sort.name, values[0])


def _unused_ids(draw: Draw) -> Iterator[str]:
    seen: set[str] = set()
    occurrence = 0
    while True:
        number = f"V{1000000 + draw.integer(9000000, occurrence)}"
        occurrence += 1
        if number not in seen:
            seen.add(number)
            yield number
