"""Customers whose words come from a language model."""
