"""Reads a rollout's methods as TRL's GRPOTrainer does, with the function it uses: `python tool_schemas.py URL KEY`."""

import inspect
import json
import sys

from regulars_client import environment_factory
from transformers.utils import get_json_schema

with environment_factory(sys.argv[1], sys.argv[2], domain="retail") as factory:
    rollout = factory()
    public = [
        getattr(rollout, name)
        for name, _ in inspect.getmembers(type(rollout), predicate=inspect.isfunction)
        if name not in {"reset", "get_reward"} and not name.startswith("_")
    ]
sys.stdout.write(json.dumps([get_json_schema(method) for method in public]))
