"""Random policies side by side in Gymnasium: they say something, or call a tool, by chance.

    pip install 'regulars[gym]'
    python random_policies.py [STEPS]

The service is REGULARS_URL, and away from loopback it needs REGULARS_KEY.
"""

import json
import os
import sys

import gymnasium
import numpy as np
from regulars_client.gym import ID

SERVICE = {"base_url": os.environ.get("REGULARS_URL", "http://127.0.0.1:8000"), "key": os.environ.get("REGULARS_KEY")}
SAYINGS = ["Could you tell me your e-mail address?", "Which order is it about?", "It is done.", "Anything else?"]

envs = gymnasium.make_vec(ID, num_envs=4, vectorization_mode="sync", **SERVICE, limits={"steps": 12})
said, info = envs.reset(seed=1)
tools = [tool["function"]["name"] for tool in info["tools"][0]]
chance = np.random.default_rng(1)
rewards, episodes = 0.0, 0
for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 60):
    calls = [json.dumps({"name": str(name), "arguments": {}}) for name in chance.choice(tools, 4)]
    actions = tuple(str(chance.choice([*SAYINGS, call])) for call in calls)
    said, reward, terminated, truncated, info = envs.step(actions)
    rewards, episodes = rewards + reward.sum(), episodes + int((terminated | truncated).sum())
envs.close()
print(f"{episodes} episodes, mean reward {rewards / max(episodes, 1):.2f}")
