"""Tools that change a profile."""

import pytest

from tests.domains.retail.floor import PENDING, done, open_shop, refused, row

OWN = "C20001"
ADDRESS = {"street": "7 Heron Quay", "city": "Corvane", "postcode": "15001"}


def test_an_address_is_changed_in_the_profile_and_not_in_orders() -> None:
    state = open_shop()
    done(state, "change_profile_address", customer_id=OWN, **{**ADDRESS, "street": " 7  Heron Quay "})
    assert {name: row(state, "customers", OWN)[name] for name in ADDRESS} == ADDRESS
    assert row(state, "orders", PENDING)["street"] == "1 Kiln Road"


def test_an_account_is_found_by_its_new_email_address() -> None:
    state = open_shop()
    done(state, "change_profile_email", customer_id=OWN, email=" Orla.New@postbird.example")
    assert done(state, "find_customer_by_email", email="orla.new@postbird.example")["customer_id"] == OWN


@pytest.mark.parametrize("phone", ["0555 712 345", "0555712345", "(0555) 712-345"])
def test_a_phone_number_is_kept_in_one_form(phone: str) -> None:
    state = open_shop()
    assert done(state, "change_profile_phone", customer_id=OWN, phone=phone)["phone"] == "0555 712 345"
    assert row(state, "customers", OWN)["phone"] == "0555 712 345"


@pytest.mark.parametrize(
    ("tool", "arguments", "says"),
    [
        ("change_profile_address", {"street": "1 Kiln Road", "city": "Ashmere", "postcode": "10442"}, "already"),
        ("change_profile_address", {**ADDRESS, "city": " "}, "at most 80"),
        ("change_profile_address", {**ADDRESS, "postcode": "15"}, "postcode"),
        ("change_profile_email", {"email": "ORLA.ekström@postbird.example"}, "already"),
        ("change_profile_email", {"email": "ivo.novak@postbird.example"}, "cannot be used"),
        ("change_profile_email", {"email": "orla at postbird"}, "not an e-mail address"),
        ("change_profile_phone", {"phone": "0555 100 200"}, "already"),
        ("change_profile_phone", {"phone": "555 100"}, "ten digits"),
        ("change_profile_phone", {"phone": "5551002000"}, "ten digits"),
    ],
)
def test_changes_that_do_not_fit_are_refused(tool: str, arguments: dict[str, str], says: str) -> None:
    assert says in refused(open_shop(), tool, customer_id=OWN, **arguments)


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("change_profile_address", ADDRESS),
        ("change_profile_email", {"email": "x@y.example"}),
        ("change_profile_phone", {"phone": "0555 712 345"}),
    ],
)
def test_an_unknown_profile_is_refused(tool: str, arguments: dict[str, str]) -> None:
    assert "There is no customer" in refused(open_shop(), tool, customer_id="C29999", **arguments)


def test_an_email_address_that_is_taken_is_refused_without_saying_by_whom() -> None:
    said = refused(open_shop(), "change_profile_email", customer_id=OWN, email="ivo.novak@postbird.example")
    assert "C20002" not in said
    assert "Ivo Novak" not in said
