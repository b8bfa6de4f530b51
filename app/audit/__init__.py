"""Audits: proof that a task can be solved, and that it cannot be solved by cheating."""
