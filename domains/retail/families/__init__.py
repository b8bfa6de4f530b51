"""The errands of the shop's customers."""

from domains.kit.task import Family

FAMILIES: tuple[Family, ...] = ()
