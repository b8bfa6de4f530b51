"""A lexicon of common service slots and actions, for messages whose domain is not known."""

from domains.kit.lexicon import Lexicon
from simulators.understand.general.actions import ACTIONS
from simulators.understand.general.choices import CHOICES
from simulators.understand.general.identity import IDENTITY
from simulators.understand.general.matters import MATTERS
from simulators.understand.general.records import RECORDS
from simulators.understand.general.travel import TRAVEL

GENERAL = Lexicon(slots=(*IDENTITY, *RECORDS, *CHOICES, *MATTERS, *TRAVEL), actions=ACTIONS)
"""What customer service asks for and does almost anywhere: retail, travel, telecom, banking."""
