"""Proof that the score means something: agents whose quality is known, and what they score."""
