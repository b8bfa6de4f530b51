"""The gateway to language models: one way to all providers, with retries, limits, costs, cache and recordings."""
