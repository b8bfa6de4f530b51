"""Claims that differ by what is named: the profile or the order, a label, what is passed on to the carrier."""

import pytest

from tests.domains.retail.talks import (
    ADDRESS,
    DELIVERED,
    EMAIL,
    HM,
    ON_ITS_WAY_BACK,
    PENDING,
    PHONE,
    PROFILE,
    RETURN,
    UNDER_WAY,
    YES,
    Call,
    Turn,
    findings,
)

CHECK = "claims_are_so"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (ADDRESS, "I have updated the address in your profile as well."),
        (ADDRESS, "I've entered the new address in your profile, too, so your next orders will go there as well."),
        (ADDRESS, "The address in your account has been changed, too."),
        (ADDRESS, "I've saved the new address in your profile."),
        (ADDRESS, "I've also updated your profile."),
        (ADDRESS, "Your default address has been updated, too."),
        (EMAIL, "I've updated the address of your order as well."),
        (EMAIL, "I've put the new address on your account, too."),
        (PROFILE, "I've also updated the address on your order."),
        (PROFILE, "The address for this order has been updated as well."),
    ],
)
def test_of_two_addresses_only_the_one_that_was_changed_may_be_told_of(change: Call, said: str) -> None:
    assert len(findings(CHECK, PENDING, "Shall I?", YES, change, f"Done. {said} Anything else?")) == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (ADDRESS, "The address of your order has been changed to 143 Meadow Bank. Your profile stays as it was."),
        (ADDRESS, "The address has been updated for this order only, not in your profile."),
        (ADDRESS, "I've changed the address on the order. The address in your profile has not been changed."),
        (ADDRESS, "I've changed it for this order. Your profile is unchanged; it can be changed as well if you like."),
        (ADDRESS, "The delivery address has been updated. If you want it in your profile, too, please tell me."),
        (ADDRESS, "Shall I update the address in your profile as well?"),
        (ADDRESS, "The order has been changed; the address in your profile is still 19 Elmstead Road."),
        (PROFILE, "I've updated the address in your profile."),
        (PROFILE, "Your address has been updated: 143 Meadow Bank, Vellmouth, 81297."),
        (PROFILE, "The new address has been saved in your profile. Orders keep theirs."),
        (PROFILE, "Your profile has been updated. The address of your order has not been changed by it."),
        (EMAIL, "I've updated the e-mail address in your profile."),
        (EMAIL, "Your profile has been updated with the new e-mail address."),
        (PHONE, "I've changed the phone number on your account. Your profile is updated."),
        (PHONE, "Your profile has been updated."),
    ],
)
def test_the_address_that_was_changed_may_be_told_of_in_any_manner(change: Call, said: str) -> None:
    assert findings(CHECK, PENDING, "Shall I?", YES, change, f"Done. {said}") == []


def test_where_both_were_changed_both_may_be_told_of() -> None:
    said = "I've changed the address of your order, and I've updated the address in your profile as well."
    assert findings(CHECK, PENDING, YES, ADDRESS, "Done. And the profile?", YES, PROFILE, said) == []


@pytest.mark.parametrize(
    ("order", "turns"),
    [
        (DELIVERED, ("That's all taken care of: your label for the rain jacket is on its way. Anything else?",)),
        (DELIVERED, ("I've sent you a label for the socks. Anything else?",)),
        (DELIVERED, ("The label has been sent to your e-mail address.",)),
        (UNDER_WAY, ("Your new address has been passed on to the driver. Anything else?",)),
    ],
)
def test_no_label_is_sent_and_nothing_passed_on_without_a_deed(order: str, turns: tuple[Turn, ...]) -> None:
    assert len(findings(CHECK, order, *turns)) == 1


@pytest.mark.parametrize(
    ("order", "turns"),
    [
        (DELIVERED, (RETURN, "The return is requested, and a label is on its way to you by e-mail.")),
        (DELIVERED, (RETURN, "I've sent you a label.", HM, "Yes, the label has been sent.")),
        (DELIVERED, ("Once the return has been registered, the label is sent to you by e-mail.",)),
        (DELIVERED, ("You'd get a label by e-mail. Shall I request the return?",)),
        (DELIVERED, ("No label has been sent, as the return hasn't been requested.",)),
        (ON_ITS_WAY_BACK, ("The label has been sent when the return was requested.",)),
        (UNDER_WAY, ("Your order has been passed to the carrier, so its address can't be changed.",)),
        (UNDER_WAY, ("We've passed the parcel on to the carrier already.",)),
        (UNDER_WAY, ("I can't pass your new address on to the carrier, I'm afraid.",)),
        (UNDER_WAY, ("The carrier has been given the address in your order. No wish can be passed on.",)),
        (UNDER_WAY, ("The deadline for your request has passed.",)),
        (UNDER_WAY, ("I understand your request. It has been handed to the carrier, so I have to say no.",)),
    ],
)
def test_labels_and_what_is_passed_on_are_told_of_as_they_are(order: str, turns: tuple[Turn, ...]) -> None:
    assert findings(CHECK, order, *turns) == []
