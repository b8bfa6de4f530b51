"""The errands of the shop's customers."""

from domains.kit.task import Family
from domains.retail.families.addresses import CHANGE_ADDRESS
from domains.retail.families.asking import ORDER_QUESTIONS
from domains.retail.families.bargains import BARGAIN_HUNTER
from domains.retail.families.beliefs import WRONG_BELIEF
from domains.retail.families.cancelling import CANCEL_REASON, CANCEL_SHIPPED
from domains.retail.families.combined import SEVERAL_ERRANDS, TWO_ERRANDS
from domains.retail.families.contents import FOUND_BY_CONTENTS
from domains.retail.families.exchanging import CHANGE_ITEMS, EXCHANGE_FALLBACK, EXCHANGE_LIMIT
from domains.retail.families.following import PICKUP_AFTER_MOVE
from domains.retail.families.forgotten import FORGOTTEN_EMAIL
from domains.retail.families.lost import LOST_NUMBER
from domains.retail.families.missing import MISSING_PARCEL
from domains.retail.families.parts import PARTLY_ALLOWED
from domains.retail.families.payments import CHANGE_PAYMENT
from domains.retail.families.profiles import CHANGE_PROFILE, MOVED_HOUSE
from domains.retail.families.redirecting import REDIRECT_REFUND
from domains.retail.families.repeated import GIFT_CARD_TWICE, SHIPPING_TWICE
from domains.retail.families.returning import REFUND_METHOD, RETURN_FINAL_SALE, RETURN_WINDOW
from domains.retail.families.second_thoughts import CANCEL_AFTER_ALL, CHANGE_OF_MIND
from domains.retail.families.shipping import CHANGE_SHIPPING
from domains.retail.families.splitting import SPLIT_PAYMENT
from domains.retail.families.strangers import OTHER_PERSON
from domains.retail.families.sums import ORDER_SUMS, PRICE_QUOTE

FAMILIES: tuple[Family, ...] = (
    CANCEL_SHIPPED,
    CANCEL_REASON,
    CHANGE_ADDRESS,
    CHANGE_ITEMS,
    CHANGE_PAYMENT,
    RETURN_WINDOW,
    RETURN_FINAL_SALE,
    REFUND_METHOD,
    EXCHANGE_FALLBACK,
    EXCHANGE_LIMIT,
    ORDER_QUESTIONS,
    TWO_ERRANDS,
    LOST_NUMBER,
    OTHER_PERSON,
    FORGOTTEN_EMAIL,
    MISSING_PARCEL,
    CHANGE_SHIPPING,
    SPLIT_PAYMENT,
    REDIRECT_REFUND,
    CHANGE_PROFILE,
    MOVED_HOUSE,
    ORDER_SUMS,
    PRICE_QUOTE,
    SHIPPING_TWICE,
    GIFT_CARD_TWICE,
    PICKUP_AFTER_MOVE,
    CHANGE_OF_MIND,
    CANCEL_AFTER_ALL,
    WRONG_BELIEF,
    PARTLY_ALLOWED,
    FOUND_BY_CONTENTS,
    SEVERAL_ERRANDS,
    BARGAIN_HUNTER,
)
