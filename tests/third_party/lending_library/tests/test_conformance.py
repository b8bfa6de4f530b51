from domains.kit.conformance import DomainConformance
from lending_library import DOMAIN


class TestLendingLibrary(DomainConformance):
    domain = DOMAIN
