"""Reads an agent's free-form message: dialogue acts, requested slots, typed values."""
