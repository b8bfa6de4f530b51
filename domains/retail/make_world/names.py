"""Names of people, streets and cities from which the world's customers are made; all places are invented."""

from pathlib import Path

from domains.kit.records import Frozen

WALLET_BRAND = "PayNest"
GIFT_BRAND = "Larkmoor"


class Names(Frozen):
    """What `names.json` holds; `cities` maps each city to the first two digits of its postcodes."""

    first_names: tuple[str, ...]
    last_names: tuple[str, ...]
    streets: tuple[str, ...]
    cities: dict[str, str]
    mail_hosts: tuple[str, ...]
    card_brands: tuple[str, ...]


def load_names() -> Names:
    """The lists as they are committed."""
    return Names.model_validate_json(Path(__file__).with_name("names.json").read_bytes())
