from lending_library import DOMAIN

from domains.kit.conformance import DomainConformance


class TestLendingLibrary(DomainConformance):
    domain = DOMAIN
