"""Businesses: their worlds, rules, tools, policies and tasks. Knows only the standard library and Pydantic."""
