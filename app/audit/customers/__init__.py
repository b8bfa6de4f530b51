"""Measuring customers: their mistakes, found in what was recorded and what the agent meant."""
