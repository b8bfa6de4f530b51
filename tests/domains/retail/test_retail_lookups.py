"""Tools that find and read."""

from domains.kit.state import State
from tests.domains.retail.floor import DELIVERED, FOREIGN, PENDING, done, open_shop, refused


def shop() -> State:
    return open_shop()


def test_a_customer_is_found_by_email_whatever_its_case() -> None:
    found = done(shop(), "find_customer_by_email", email=" IVO.Novak@postbird.example ")
    assert found == {"customer_id": "C20002", "name": "Ivo Novak"}


def test_an_unknown_email_is_refused_with_the_other_way() -> None:
    assert "find_customer_by_name_and_postcode" in refused(shop(), "find_customer_by_email", email="x@y.example")


def test_a_customer_is_found_by_name_and_postcode_without_accents() -> None:
    arguments = {"first_name": "orla", "last_name": "EKSTROM", "postcode": "104 42"}
    assert done(shop(), "find_customer_by_name_and_postcode", **arguments)["customer_id"] == "C20001"


def test_a_name_at_another_postcode_is_refused() -> None:
    arguments = {"first_name": "Orla", "last_name": "Ekström", "postcode": "99999"}
    assert "Ask the customer" in refused(shop(), "find_customer_by_name_and_postcode", **arguments)


def test_a_profile_shows_address_and_payment_methods_with_money_as_text() -> None:
    profile = done(shop(), "get_customer", customer_id="c20001")
    assert profile["address"] == {"street": "1 Kiln Road", "city": "Ashmere", "postcode": "10442"}
    assert profile["payment_methods"][2] == {
        "payment_method_id": "gift-20001",
        "kind": "gift card",
        "brand": "Larkmoor",
        "last_digits": "8123",
        "balance": "$12.00",
    }


def test_an_unknown_customer_is_refused() -> None:
    assert "C29999" in refused(shop(), "get_customer", customer_id="C29999")


def test_orders_are_listed_for_their_customer_only() -> None:
    orders = done(shop(), "list_orders", customer_id="C20002")["orders"]
    assert [order["order_id"] for order in orders] == [FOREIGN]


def test_listing_the_orders_of_an_unknown_customer_is_refused() -> None:
    assert "C29999" in refused(shop(), "list_orders", customer_id="C29999")


def test_an_order_is_read_with_items_options_and_prices() -> None:
    order = done(shop(), "get_order", order_id=f"#{PENDING.lower()}")
    assert order["customer_id"] == "C20001"
    assert order["total"] == "$114.50"
    assert order["items"][0]["options"] == {"colour": "navy", "size": "small"}
    assert order["items"][1]["final_sale"] is True
    assert order["items"][1]["bulky"] is True
    assert order["shipping"] == {"method": "standard", "paid": "$4.50"}


def test_an_unknown_order_is_refused() -> None:
    assert "list_orders" in refused(shop(), "get_order", order_id="R999999")


def test_an_order_shows_what_followed_from_it() -> None:
    state = shop()
    done(state, "cancel_order", order_id=PENDING, reason="no longer needed")
    order = done(state, "get_order", order_id=PENDING)
    assert order["status"] == "cancelled"
    assert order["cancel_reason"] == "no longer needed"
    assert order["refunds"][0]["amount"] == "$114.50"


def test_an_order_shows_its_return() -> None:
    state = shop()
    items = [f"{DELIVERED}-1"]
    done(state, "return_items", order_id=DELIVERED, item_ids=items, payment_method_id="gift-20001")
    assert done(state, "get_order", order_id=DELIVERED)["return"] == {
        "items": items,
        "refund": "$90.00",
        "payment_method_id": "gift-20001",
        "refund_status": "outstanding",
    }


def test_a_product_is_read_with_its_variants() -> None:
    product = done(shop(), "get_product", product_id="p1001")
    assert len(product["variants"]) == 4
    assert product["variants"][3]["in_stock"] is False


def test_an_unknown_product_is_refused() -> None:
    assert "search_products" in refused(shop(), "get_product", product_id="P9999")


def test_products_are_searched_by_all_words() -> None:
    products = done(shop(), "search_products", words="RAIN clothing")["products"]
    assert products == [
        {
            "product_id": "P1001",
            "name": "Fellbrook rain jacket",
            "category": "clothing",
            "from": "$80.00",
            "to": "$100.00",
        }
    ]


def test_a_search_without_a_hit_or_without_words_is_refused() -> None:
    assert "other words" in refused(shop(), "search_products", words="rain towel")
    assert "at least one word" in refused(shop(), "search_products", words="  ")
