"""The face for agents that speak MCP: each session is a server of its own, stateless, over streamable HTTP."""
