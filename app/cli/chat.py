"""`regulars chat`: a person plays the agent."""

from typing import Annotated

import typer

from app.cli.examples import examples
from app.cli.options import DEFAULT_DATA_DIR, URL, AsJSON, DataDir, Key, place

EXAMPLES = examples(
    ("regulars tasks list --split dev", "find a task"),
    ("regulars chat TASK", "play it"),
    ("regulars chat TASK --seed 7", "the same task, otherwise worded"),
)


def chat(
    task: Annotated[str, typer.Argument(metavar="TASK", help="Id of a task, as `tasks list` shows it.")],
    *,
    seed: Annotated[str, typer.Option(metavar="SEED", help="Another seed words things otherwise.")] = "0",
    agent: Annotated[str, typer.Option(metavar="NAME", help="Name under which the session is kept.")] = "person",
    data_dir: DataDir = DEFAULT_DATA_DIR,
    url: URL = None,
    key: Key = None,
    as_json: AsJSON = False,
) -> None:
    """Play the agent yourself, in the terminal.

    Text goes to the customer; lines that begin with / are commands. /help lists them: /call runs a tool,
    /policy shows the rules. At the end comes the grade.
    """
    from app.cli.chatting import Chat
    from app.cli.service import connect

    with connect(url, key, data_dir, missing="make") as service:
        session = service.client.open_session(task, agent=agent, seed=seed)
        Chat(service, session, place=place(data_dir, url), as_json=as_json).run()
