"""An agent in LangGraph: one node is the model, the other the customer with the tools.

    pip install langgraph langchain-openai httpx
    python langgraph_agent.py [TASK]

The model is any chat-completions server: OPENAI_BASE_URL, OPENAI_API_KEY, MODEL. The service is REGULARS_URL, and away
from loopback it needs REGULARS_KEY.
"""

import os
import sys

from langchain_core.messages import convert_to_openai_messages
from langchain_openai import ChatOpenAI
from langgraph.graph import END, START, MessagesState, StateGraph
from regulars_client import Client

URL = os.environ.get("REGULARS_URL", "http://127.0.0.1:8000")
client = Client(URL, os.environ.get("REGULARS_KEY"))
task = sys.argv[1] if len(sys.argv) > 1 else client.tasks("retail")[0]
session = client.open_session(task, agent="langgraph@1")
model = ChatOpenAI(model=os.environ.get("MODEL", "gpt-4.1-mini")).bind_tools(session.tools)


def think(state: MessagesState) -> MessagesState:
    """The model's next message."""
    return {"messages": [model.invoke(state["messages"])]}


def act(state: MessagesState) -> MessagesState:
    """What it leads to: results of the tools, or what the customer says."""
    return {"messages": session.send(convert_to_openai_messages(state["messages"][-1])).messages}


graph = StateGraph(MessagesState)
graph.add_node("think", think)
graph.add_node("act", act)
graph.add_edge(START, "think")
graph.add_edge("think", "act")
graph.add_conditional_edges("act", lambda _: "think" if session.open else END, ["think", END])
graph.compile().invoke({"messages": session.messages}, {"recursion_limit": 500})
print(session.id, session.end_reason, session.reward)
client.close()
