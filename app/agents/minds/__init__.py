"""Agents whose next message a language model decides; the policy of the business is their system prompt."""
