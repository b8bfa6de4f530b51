"""Reference agents: one that does everything right and ten that cheat, all of them over HTTP like any other agent."""
