"""Larkmoor: an invented shop for clothing, household goods and outdoor gear, and its service desk."""

from pathlib import Path

from domains.kit.domain import Domain
from domains.retail.checks import CHECKS
from domains.retail.families import FAMILIES
from domains.retail.lexicon import LEXICON
from domains.retail.mentions import mentions
from domains.retail.schema import load_world
from domains.retail.tools import TOOLS

_FOLDER = Path(__file__).parent

DOMAIN = Domain(
    name="retail",
    title="Larkmoor, a shop for clothing, household goods and outdoor gear",
    load_world=load_world,
    tools=TOOLS,
    policy_file=_FOLDER / "policy.md",
    lexicon=LEXICON,
    checks=CHECKS,
    families=FAMILIES,
    task_files=tuple(sorted((_FOLDER / "tasks").glob("*.json"))),
    certificate_file=_FOLDER / "certificates.json",
    mentions=mentions,
)
