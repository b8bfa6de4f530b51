"""Writes the world to its folder, in the same bytes each time."""

from domains.retail.make_world import make_world
from domains.retail.schema import WORLD_FOLDER

make_world().save(WORLD_FOLDER)
