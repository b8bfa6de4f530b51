"""The step loop as a fold over events; pure: no I/O, no clock, no randomness."""
