"""Who is talking to the agent: the kinds of customer. Knows `domains.kit`, never a goal and never the store."""
