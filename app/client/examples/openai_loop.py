"""An agent on the OpenAI SDK.

    pip install openai httpx
    python openai_loop.py [TASK]

The model is any chat-completions server: OPENAI_BASE_URL, OPENAI_API_KEY, MODEL. The service is REGULARS_URL, and away
from loopback it needs REGULARS_KEY.
"""

import os
import sys

import openai
from regulars_client import Client

URL = os.environ.get("REGULARS_URL", "http://127.0.0.1:8000")
MODEL = os.environ.get("MODEL", "gpt-4.1-mini")

model = openai.OpenAI()
with Client(URL, os.environ.get("REGULARS_KEY")) as client:
    task = sys.argv[1] if len(sys.argv) > 1 else client.tasks("retail")[0]
    session = client.open_session(task, agent="openai-loop@1")
    while session.open:
        answer = model.chat.completions.create(model=MODEL, messages=session.messages, tools=session.tools)
        session.send(answer.choices[0].message.model_dump(exclude_none=True))
    print(session.id, session.end_reason, session.reward)
