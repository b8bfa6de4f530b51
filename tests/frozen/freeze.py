"""Makes a set of frozen sessions: `python -m tests.frozen.freeze v1`. A set that is there is never made again."""

import asyncio
import sys
from importlib import import_module
from json import dumps
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from app.agents.play import Order, play
from app.api.access import OPERATOR_KEY_FILE
from app.client import AsyncClient
from app.main import create_app
from app.settings import Settings
from domains.kit.domain import Domain
from tests.conftest import LENDING_LIBRARY

HERE = Path(__file__).parent
AGENTS = ("gold", "silent", "always_transfer", "look_up_then_refuse", "random_tools", "skip_identity", "dumper")


async def freeze(folder: Path, domain: Domain) -> None:
    """Play every agent on every third task, and keep task, transcript and grade together."""
    with TemporaryDirectory() as data:
        app = create_app(Settings(data_dir=Path(data), allow_uncertified=True), domains={domain.name: domain})
        async with app.router.lifespan_context(app):
            key = (Path(data) / OPERATOR_KEY_FILE).read_text().strip()
            http = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1")
            async with AsyncClient("http://127.0.0.1", key, http=http) as client:
                for number, task in enumerate(list(domain.tasks.values())[::3]):
                    for agent in AGENTS:
                        played = await play(client, Order(agent, task, domain, seed=str(number)))
                        url, headers = f"/v1/sessions/{played.session_id}", {"Authorization": f"Bearer {key}"}
                        transcript = (await http.get(f"{url}/export", headers=headers)).json()
                        grades = (await http.get(f"{url}/grades", headers=headers)).json()["grades"]
                        kept = {
                            "task": task.model_dump(mode="json"),
                            "transcript": transcript,
                            "grade": grades[-1]["grade"],
                        }
                        name = f"{task.id}-{agent}.json"
                        (folder / name).write_text(dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def main(version: str) -> None:
    """Make the set of that name."""
    sys.path.append(str(LENDING_LIBRARY))
    folder = HERE / version
    folder.mkdir()
    asyncio.run(freeze(folder, import_module("lending_library").DOMAIN))


if __name__ == "__main__":
    main(sys.argv[1])
