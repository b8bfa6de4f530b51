"""Customers of the shop and the ways in which they pay."""

from datetime import timedelta

from domains.kit.draws import Draw
from domains.retail.make_world.names import GIFT_BRAND, WALLET_BRAND, Names
from domains.retail.records import Customer, PaymentKind, PaymentMethod
from domains.retail.shop import NOW


def addresses(names: Names, draw: Draw) -> list[tuple[str, str, str]]:
    """Every street line of the shop's country with a city and a postcode, each line once, in drawn order."""
    lines = draw.shuffled([f"{number} {street}" for street in names.streets for number in range(1, 180, 3)])
    return [(line, city, postcode) for line in lines for city, postcode in [_place(names.cities, draw, line)]]


def _place(cities: dict[str, str], draw: Draw, line: str) -> tuple[str, str]:
    city = draw.choice(list(cities), "city", line)
    return city, f"{cities[city]}{draw.integer(1000, 'postcode', line):03d}"


def customers(count: int, names: Names, draw: Draw) -> list[Customer]:
    """Customers with a full name, an e-mail address and a street line that no other has."""
    full_names = [(first, last) for first in names.first_names for last in names.last_names]
    people = draw.shuffled(full_names, "names")
    homes = addresses(names, draw.stream_of("addresses"))
    found = []
    for number in range(count):
        first, last = people[number]
        street, city, postcode = homes[number]
        found.append(
            Customer(
                id=f"C{20000 + 7 * number + draw.integer(7, 'id', number)}",
                first_name=first,
                last_name=last,
                email=_email(
                    first, last, draw.choice(names.mail_hosts, "host", number), draw.stream_of(f"email {number}")
                ),
                phone=f"0555 {100 + number} {draw.integer(1000, 'phone', number):03d}",
                street=street,
                city=city,
                postcode=postcode,
                since=NOW.date() - timedelta(days=120 + draw.integer(1400, "since", number)),
            )
        )
    return found


def _email(first: str, last: str, host: str, draw: Draw) -> str:
    plain = last.lower().replace("ö", "o")
    forms = (f"{first.lower()}.{plain}", f"{plain}{10 + draw.integer(90, 'tail')}.{first.lower()}")
    return f"{draw.choice(forms, 'form')}@{host}"


def payment_methods(owners: list[Customer], names: Names, draw: Draw) -> list[PaymentMethod]:
    """One or two cards for each customer, a wallet for some, a gift card for many; digits differ within an owner."""
    return [method for owner in owners for method in _methods_of(owner, names.card_brands, draw)]


def _methods_of(owner: Customer, brands: tuple[str, ...], draw: Draw) -> list[PaymentMethod]:
    number = owner.id[1:]
    first = 1000 + draw.integer(4000, "digits", owner.id)
    cards = 1 + draw.chance(0.35, "second card", owner.id)
    found = [
        PaymentMethod(
            id=f"card-{number}-{place + 1}",
            customer_id=owner.id,
            kind=PaymentKind.CARD,
            brand=draw.choice(brands, "brand", owner.id, place),
            last_digits=str(first + place * (1300 + draw.integer(900, "gap", owner.id))),
        )
        for place in range(cards)
    ]
    if draw.chance(0.4, "wallet", owner.id):
        found.append(
            PaymentMethod(id=f"wallet-{number}", customer_id=owner.id, kind=PaymentKind.WALLET, brand=WALLET_BRAND)
        )
    if draw.chance(0.6, "gift card", owner.id):
        found.append(
            PaymentMethod(
                id=f"gift-{number}",
                customer_id=owner.id,
                kind=PaymentKind.GIFT_CARD,
                brand=GIFT_BRAND,
                last_digits=str(8000 + draw.integer(1999, "gift digits", owner.id)),
                balance=500 * (1 + draw.integer(40, "balance", owner.id)),
            )
        )
    return found
